/* Which request decided a movement: policy.requests beside a diff. */
#ifndef CLI_REQUESTS_H
#define CLI_REQUESTS_H

#include "ledger_place.h"

/* Fills request_no of every movement from the plan's policy.requests: same system, user ID and
 * action, decided from 31 days before the earlier run to the later one; of several the earliest
 * that no other account's movement has taken. Without such a table nothing is changed. */
bool requests_find(struct ledger_diff *diff, const struct plan *plan, const struct ledger_run *from,
                   const struct ledger_run *to, struct error *err) must_check;

#endif
