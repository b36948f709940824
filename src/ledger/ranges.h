/* Lists of numbers as runs: JSON [[first, how many], …], as sections keep states and lines. */
#ifndef TENKO_LEDGER_RANGES_H
#define TENKO_LEDGER_RANGES_H

#include "tenko/strbuf.h"

#include <stdint.h>

struct range {
    int64_t first, count;
};

/* *items is the caller's to free. False: no such list, or a negative or absurd number. */
bool ranges_parse(struct span text, struct range **items, size_t *count);
/* The sum of the counts. */
size_t ranges_total(const struct range *items, size_t count);
void ranges_format(const int64_t *numbers, size_t count, struct strbuf *out);

#endif
