/* Sets of state ids, as sorted ranges: what two sections share is never read. */
#ifndef TENKO_LEDGER_STATE_IDS_H
#define TENKO_LEDGER_STATE_IDS_H

#include "ranges.h"
#include "tenko/memory.h"

struct ids {
    VEC(struct range) items; /* by first, none touching another */
};

/* Adds a section's ranges; false: no such list. ids_unite afterwards. */
bool ids_add(struct ids *ids, struct span text);
/* Adds numbers as they stand, in runs; ids_unite afterwards. */
void ids_add_numbers(struct ids *ids, const int64_t *numbers, size_t count);
/* Sorts, and merges what touches. */
void ids_unite(struct ids *ids);
/* The first range from the i-th on that does not end before the id, or their count. */
size_t ids_from(const struct ids *ids, size_t i, int64_t id);
/* What only `a` has. */
void ids_subtract(const struct ids *a, const struct ids *b, struct ids *out);
void ids_release(struct ids *ids);

#endif
