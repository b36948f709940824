/*
 * The states that an earlier section had, known by their hashes, so that an unchanged row is found
 * again without reading one, nor writing one to compare. (64 bits of hash: a changed row is taken
 * for one of a million others less than once in ten million millions.)
 */
#ifndef TENKO_LEDGER_KNOWN_ROWS_H
#define TENKO_LEDGER_KNOWN_ROWS_H

#include "blocks.h"
#include "codec.h"
#include "tenko/date.h"

#include <stdatomic.h>

struct known_rows {
    uint64_t *digests; /* in the section's order */
    int64_t *ids;
    bool *is_claimed; /* by a row of now */
    size_t count, claimed;
    size_t cursor;                       /* where the next row is expected */
    bool is_there;                       /* a run before had the section */
    uint64_t run;                        /* … this one */
    date as_of;                          /* … of this day */
    struct block_list blocks;            /* that have its states */
    _Atomic(struct known_index *) index; /* made when first needed */
};

struct section_key {
    const struct codec_table *table;
    struct span name;
};

/* What the last run before with such a section had; where one of an earlier day than `day` had it,
 * the last of those. DATE_NONE: the last of all. Blocks of version 1 are sealed on the way. */
bool known_rows_load(struct known_rows *out, struct store *s, const struct section_key *key,
                     date day, struct error *err) must_check;
/* Is there such a row? *place: where it is looked for first, and where the next one will be.
 * Threads may ask at the same time. */
bool known_rows_have(struct known_rows *known, uint64_t digest, size_t *place);
/* The id of an unchanged row, or 0; claims it. Most rows stand where they stood. */
int64_t known_rows_claim(struct known_rows *known, uint64_t digest);
/* All rows have been claimed: what finds them goes, the blocks stay. */
void known_rows_forget(struct known_rows *known);
void known_rows_release(struct known_rows *known);

#endif
