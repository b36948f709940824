/*
 * How a list looks as a sheet: what is printed, how wide columns may grow before their texts wrap,
 * and which stand folded away (Excel shows [+] above them) because a page has no room for them. A
 * printed page is A4 landscape, and fits the width at 8 points or more: the widths of the columns
 * that are printed add up to at most SHEET_WIDTH (a test adds them).
 */
#ifndef TENKO_REPORT_SHEET_LAYOUT_H
#define TENKO_REPORT_SHEET_LAYOUT_H

#include "tenko/message.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    SHEET_WIDTH = 205, /* digits of the usual font of 11 points at 8 points */
    WIDTH_MOST = 36    /* of a column that no layout names */
};

struct sheet_column {
    enum message_id heading;
    int width_most; /* in digits; a longer text wraps */
    bool is_folded;
};

struct sheet_layout {
    size_t printed; /* columns, from the left; 0 = all */
    const struct sheet_column *columns;
    size_t column_count;
};

/* NULL: no layout names it. `layout` may be NULL. */
const struct sheet_column *sheet_column(const struct sheet_layout *layout, enum message_id heading);

extern const struct sheet_layout exceptions_layout, inventory_layout, leavers_layout,
    licenses_layout, systems_layout, issues_layout, resolved_layout, seats_layout, shares_layout;

#endif
