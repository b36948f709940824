/* The exceptions counted, once for all files. Waived ones count like the others: whoever adds up
 * the list gets these numbers. */
#ifndef TENKO_REPORT_TALLY_H
#define TENKO_REPORT_TALLY_H

#include "tenko/memory.h"
#include "tenko/record.h"
#include "tenko/strpool.h"

struct tally {
    uint64_t by_severity[SEVERITY_COUNT], waived_by_severity[SEVERITY_COUNT];
    uint64_t by_status[SEVERITY_COUNT][LIFE_RESOLVED]; /* new, open, reopened */
    uint64_t *by_rule;                                 /* [rule_count] */
    uint64_t *by_input;                                /* [input_count] */
    uint64_t waived;
    uint64_t by_lifecycle[LIFE_RESOLVED + 1];
    uint64_t not_reexamined; /* open, of earlier runs */
    struct ages {            /* days since first seen, of what is open now */
        uint64_t oldest, over_30, over_90, over_365;
    } ages;
    date as_of;
    struct strpool departments;  /* as shown */
    VEC(uint64_t) by_department; /* by id in `departments` */
};

void tally_init(struct tally *t, const struct run_record *r);
void tally_add(struct tally *t, const struct exception_record *e);
void tally_release(struct tally *t);

#endif
