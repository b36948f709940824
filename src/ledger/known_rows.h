/*
 * The states that an earlier section had, known by their hashes, so that an unchanged row is found
 * again without reading one. (The hash only finds: should two texts ever share one, `verify` says
 * so, since a section's SHA-256 is of its texts.)
 */
#ifndef TENKO_LEDGER_KNOWN_ROWS_H
#define TENKO_LEDGER_KNOWN_ROWS_H

#include "ranges.h"
#include "tenko/date.h"
#include "tenko/store.h"

struct row_digest {
    uint64_t hash; /* XXH3 of the state's text */
};
struct row_digest row_digest_of(struct span text);

struct known_rows {
    struct row_digest *digests; /* in the section's order */
    int64_t *ids;
    bool *is_claimed; /* by a row of now */
    size_t count;
    size_t cursor;     /* where the next row is expected */
    bool is_there;     /* a run before had the section */
    uint64_t run;      /* … this one */
    date as_of;        /* … of this day */
    uint32_t *buckets; /* hash → index + 1; made when first needed */
    uint32_t mask;
};

/* What the last run before with a section of this kind and name had; where one of an earlier day
 * than `day` had it, the last of those. DATE_NONE: the last of all. */
bool known_rows_load(struct known_rows *out, struct store *s, const char *kind, struct span name,
                     date day, struct error *err) must_check;
/* The states of these ranges. */
void known_rows_read(struct known_rows *out, struct store *s, const struct range *ranges,
                     size_t count);
/* The id of an unchanged row, or 0; claims it. Most rows stand where they stood. */
int64_t known_rows_claim(struct known_rows *known, struct row_digest digest);
void known_rows_release(struct known_rows *known);

#endif
