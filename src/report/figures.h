/* The license figures (CONTRACT section 5) in one table, for licenses.csv and summary.json. */
#ifndef TENKO_REPORT_FIGURES_H
#define TENKO_REPORT_FIGURES_H

#include "tenko/report.h"

struct figure {
    const char *key; /* the contract's word */
    enum message_id heading;
    size_t offset;   /* of an int64_t in struct license_figures */
    bool is_percent; /* in permille, shown with one decimal */
};
extern const struct figure license_figure_table[];
extern const size_t license_figure_count;

/* The value, -1 where it is not known. */
int64_t license_figure(const struct view *view, size_t license, const struct figure *figure);

#endif
