/* Safety stops: a report made of the wrong roster would send out hundreds of false accusations. */
#include "tenko/run.h"

#include <stdio.h>

enum { FEWEST_ACCOUNTS = 20 };

static void check_roster(const struct run *run, size_t i, struct safety_stops *out) {
    const struct source *s = &run->model.rosters[i];
    uint64_t rows = s->rows_accepted - s->rows_not_yet;
    if (s->is_missing || rows >= (uint64_t)run->plan.min_roster_rows)
        return;
    char have[24], wanted[24];
    snprintf(have, sizeof have, "%llu", (unsigned long long)rows);
    snprintf(wanted, sizeof wanted, "%lld", (long long)run->plan.min_roster_rows);
    struct error err;
    error_set(&err, FAULT_INPUT, MSG_ROSTER_TOO_SMALL, s->display, 0, s->plan->name, have, wanted,
              NULL);
    vec_push(&out->items, err);
}

bool run_is_stopped_by(const struct run *run, size_t system) {
    uint64_t all = run->matches[system].personal;
    uint64_t nobody = run->matches[system].personal_unmatched;
    return all >= FEWEST_ACCOUNTS && nobody * 100 > all * (uint64_t)run->plan.max_unmatched_percent;
}

static void check_system(const struct run *run, size_t i, struct safety_stops *out) {
    const struct source *s = &run->model.systems[i];
    uint64_t all = run->matches[i].personal, nobody = run->matches[i].personal_unmatched;
    if (!run_is_stopped_by(run, i))
        return;
    char of[64], most[24];
    snprintf(of, sizeof of, "%llu / %llu", (unsigned long long)nobody, (unsigned long long)all);
    snprintf(most, sizeof most, "%d", run->plan.max_unmatched_percent);
    struct error err;
    error_set(&err, FAULT_INPUT, MSG_TOO_MANY_UNMATCHED, s->display, 0, s->plan->name, of, most,
              NULL);
    vec_push(&out->items, err);
}

void run_find_stops(const struct run *run, struct safety_stops *out) {
    for (size_t i = 0; i < run->plan.rosters.count; i++)
        check_roster(run, i, out);
    for (size_t i = 0; i < run->plan.systems.count; i++)
        check_system(run, i, out);
}
