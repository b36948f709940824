/* inventory/ (棚卸表): every account of every system, a CSV for each. */
#ifndef TENKO_REPORT_INVENTORY_H
#define TENKO_REPORT_INVENTORY_H

#include "output.h"
#include "view.h"

#define INVENTORY_FOLDER "inventory/"

/* Writes the folder on view->threads threads; view->systems name the files. */
bool inventory_write(const struct view *view, int dirfd, struct written_files *written,
                     struct error *err) must_check;

#endif
