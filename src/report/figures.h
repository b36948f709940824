/* The license figures in one table, for licenses.csv and summary.json. */
#ifndef TENKO_REPORT_FIGURES_H
#define TENKO_REPORT_FIGURES_H

#include "tenko/record.h"

enum figure_type { FIGURE_COUNT, FIGURE_PERCENT, FIGURE_MONEY };

struct figure {
    const char *key; /* in files for scripts */
    enum message_id heading;
    size_t offset; /* of an int64_t in struct license_figures */
    enum figure_type type;
};
#define LICENSE_FIGURES 14
extern const struct figure license_figure_table[LICENSE_FIGURES];

/* The value, −1 where it is not known. */
int64_t license_figure(const struct license_figures *figures, const struct figure *figure);

#endif
