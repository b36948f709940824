/* Safety stops: a report made of the wrong roster would send out hundreds of false accusations. */
#include "tenko/run.h"

#include <stdio.h>

enum { FEWEST_ACCOUNTS = 20 };

static bool check_roster(const struct run *run, size_t i, struct error *err) {
    const struct source *s = &run->model.rosters[i];
    uint64_t rows = s->rows_accepted - s->rows_not_yet;
    if (s->is_missing || rows >= (uint64_t)run->plan.min_roster_rows)
        return true;
    char have[24], wanted[24];
    snprintf(have, sizeof have, "%llu", (unsigned long long)rows);
    snprintf(wanted, sizeof wanted, "%lld", (long long)run->plan.min_roster_rows);
    return error_set(err, FAULT_INPUT, MSG_ROSTER_TOO_SMALL, s->display, 0, s->plan->name, have,
                     wanted, NULL);
}

static bool check_system(const struct run *run, size_t i, struct error *err) {
    const struct source *s = &run->model.systems[i];
    uint64_t all = run->matches[i].personal, nobody = run->matches[i].personal_unmatched;
    if (all < FEWEST_ACCOUNTS || nobody * 100 <= all * (uint64_t)run->plan.max_unmatched_percent)
        return true;
    char of[64], most[24];
    snprintf(of, sizeof of, "%llu / %llu", (unsigned long long)nobody, (unsigned long long)all);
    snprintf(most, sizeof most, "%d", run->plan.max_unmatched_percent);
    return error_set(err, FAULT_INPUT, MSG_TOO_MANY_UNMATCHED, s->display, 0, s->plan->name, of,
                     most, NULL);
}

bool run_is_safe(const struct run *run, struct error *err) {
    for (size_t i = 0; i < run->plan.rosters.count; i++)
        if (!check_roster(run, i, err))
            return false;
    for (size_t i = 0; i < run->plan.systems.count; i++)
        if (!check_system(run, i, err))
            return false;
    return true;
}
