/* Where a report lies: the folder above, and the name in it. */
#ifndef TENKO_REPORT_PLACE_H
#define TENKO_REPORT_PLACE_H

#include "guard.h"

/* Opens the parent and checks the target; on success *parent_fd and *name (free()) are set. */
bool place_find(const char *path, enum guard_look look, int *parent_fd, char **name,
                struct error *err) must_check;

#endif
