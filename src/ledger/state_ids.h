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
/* Sorts, and merges what touches. */
void ids_unite(struct ids *ids);
/* What only `a` has. */
void ids_subtract(const struct ids *a, const struct ids *b, struct ids *out);
void ids_release(struct ids *ids);

#endif
