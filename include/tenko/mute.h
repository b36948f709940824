/*
 * Silence on stderr for the calls of a library that prints its own errors (libxlsxwriter's
 * workbook_close), file names and all: what failed is said by us, once and without names. May be
 * nested and called from several threads: stderr comes back when the last one has ended.
 */
#ifndef TENKO_MUTE_H
#define TENKO_MUTE_H

void stderr_mute(void);
void stderr_unmute(void);

#endif
