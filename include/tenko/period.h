/* Cells that hold a period of days. */
#ifndef TENKO_PERIOD_H
#define TENKO_PERIOD_H

#include "tenko/span.h"
#include "tenko/strbuf.h"

/* The texts of both days, to be read by date_parse; an empty one is open. They point into the cell
 * or into the buffer given to period_of. */
struct period {
    struct span first, last;
};

/* "R7.4.1～R8.3.31", "2025/4/1 - 2026/3/31", "自R7.4.1至R8.3.31", "R7.4.1～", "R8.3.31まで". A cell
 * of one day is the end of a period. `composed` takes a day whose era stands only before the first.
 */
struct period period_of(struct span text, struct strbuf *composed);

#endif
