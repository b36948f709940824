/* Removing what is half-done, also from a signal handler. */
#ifndef TENKO_REMOVAL_H
#define TENKO_REMOVAL_H

#include <stdbool.h>

/* Removes the entry and what lies below it; system calls only, and no memory is taken. True: it is
 * gone, or was not there. Else errno says why; what could be removed is. */
bool removal_of(int parent, const char *name);

/* The same while the program ends and other threads still write there: from the moment the entry is
 * gone nobody opens a file any more (libxlsxwriter would take another directory for its own). */
bool removal_at_end(int parent, const char *name);

#endif
