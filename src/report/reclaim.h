/*
 * The seats that could be taken back, the surest first: whose holder has left, then those never
 * used, the oldest assignment first, then those not used for long, the longest first. Where use is
 * not known nothing is proposed.
 */
#ifndef TENKO_REPORT_RECLAIM_H
#define TENKO_REPORT_RECLAIM_H

#include "tenko/record.h"

struct reclaim {
    size_t *seats; /* of the record, by license, then as above */
    size_t *first; /* of each license; [licenses] is the end */
    size_t count;
};

void reclaim_init(struct reclaim *x, const struct run_record *r);
void reclaim_release(struct reclaim *x);

#endif
