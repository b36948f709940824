/*
 * For the calls of a library that prints its own errors, file names and all, and keeps state
 * between calls (libxlsxwriter's workbook_close: stderr and gmtime): one thread at a time, and
 * stderr leads nowhere meanwhile. What failed is said by us, once and without names.
 */
#ifndef TENKO_MUTE_H
#define TENKO_MUTE_H

void stderr_mute(void); /* waits for the thread that is in between */
void stderr_unmute(void);

#endif
