/*
 * Libraries with habits: they print their own errors, file names and all; they keep state between
 * calls. What failed is said by us, once and without names.
 */
#ifndef TENKO_LIBRARY_H
#define TENKO_LIBRARY_H

/* Once, in main. What is printed on stdio's stderr is not shown; our own messages are written to
 * the descriptor. */
void library_tame(void);

/* For calls that keep state (libxlsxwriter's workbook_close: gmtime): one thread at a time. */
void library_enter(void);
void library_leave(void);

#endif
