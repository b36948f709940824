/* Removing what is half-done, also from a signal handler. */
#ifndef TENKO_REPORT_REMOVE_TREE_H
#define TENKO_REPORT_REMOVE_TREE_H

#include <stdbool.h>

/* Removes the entry and what lies below it; system calls only, and no memory is taken. True: it is
 * gone, or was not there. Else errno says why; what could be removed is. */
bool remove_tree(int parent, const char *name);

#endif
