/*
 * What each department has of a license: seats and what became of them, what they cost a year, and
 * how much of it could be taken back. Seats without holder are nobody's and stand in the figures of
 * the license alone, so the rows of a license add up to what it has assigned.
 */
#ifndef TENKO_REPORT_SHARES_H
#define TENKO_REPORT_SHARES_H

#include "tenko/memory.h"
#include "tenko/record.h"

struct share {
    uint32_t input;                  /* the license */
    struct span product, department; /* of the holders; empty = of none */
    int64_t assigned, active, never_used, idle, usage_unknown, held_by_leavers, held_by_unknown;
    int64_t reclaimable;                   /* held_by_leavers + never_used + idle */
    int64_t cost_cents, reclaimable_cents; /* a year; −1 = the license has no price */
};

struct shares {
    VEC(struct share) items; /* by license, product, cost and seats (most first), department */
    size_t *first;           /* of each license; [licenses] is the end */
};

/* The items refer to the record. */
void shares_init(struct shares *s, const struct run_record *r);
void shares_release(struct shares *s);

#endif
