/* Safety stops: a report made of the wrong roster would send out hundreds of false accusations. */
#include "pipeline.h"

#include <stdio.h>

enum { FEWEST_ACCOUNTS = 20 };

static bool check_roster(const struct pipeline *p, size_t i, struct error *err) {
    const struct source *s = &p->model.rosters[i];
    uint64_t rows = s->rows_accepted - s->rows_not_yet;
    if (s->is_missing || rows >= (uint64_t)p->plan.min_roster_rows)
        return true;
    char have[24], wanted[24];
    snprintf(have, sizeof have, "%llu", (unsigned long long)rows);
    snprintf(wanted, sizeof wanted, "%lld", (long long)p->plan.min_roster_rows);
    return error_set(err, FAULT_INPUT, MSG_ROSTER_TOO_SMALL, s->display, 0, s->plan->name, have,
                     wanted, NULL);
}

static bool check_system(const struct pipeline *p, size_t i, struct error *err) {
    const struct source *s = &p->model.systems[i];
    uint64_t all = p->matches[i].personal, nobody = p->matches[i].personal_unmatched;
    if (all < FEWEST_ACCOUNTS || nobody * 100 <= all * (uint64_t)p->plan.max_unmatched_percent)
        return true;
    char of[64], most[24];
    snprintf(of, sizeof of, "%llu / %llu", (unsigned long long)nobody, (unsigned long long)all);
    snprintf(most, sizeof most, "%d", p->plan.max_unmatched_percent);
    return error_set(err, FAULT_INPUT, MSG_TOO_MANY_UNMATCHED, s->display, 0, s->plan->name, of,
                     most, NULL);
}

bool safety_check(const struct pipeline *p, struct error *err) {
    for (size_t i = 0; i < p->plan.rosters.count; i++)
        if (!check_roster(p, i, err))
            return false;
    for (size_t i = 0; i < p->plan.systems.count; i++)
        if (!check_system(p, i, err))
            return false;
    return true;
}
