/* Which request decided a movement: policy.requests beside a diff. */
#ifndef CLI_REQUESTS_H
#define CLI_REQUESTS_H

#include "ledger_place.h"

struct requests_wanted {
    struct ledger_diff *diff;
    struct store *store;
    const struct ledger_runs *runs;
    const struct ledger_run *from, *to;
    size_t next; /* movement; of requests_find */
};

/* Fills request_no of every movement from the plan's policy.requests: same system, user ID and
 * action, decided from request_days before the earlier run to the later one; of several the
 * earliest that is not used by a movement that the earlier run or one before it saw. Without such a
 * table nothing is changed. */
bool requests_find(struct requests_wanted *wanted, const struct plan *plan,
                   struct error *err) must_check;

#endif
