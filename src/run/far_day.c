/*
 * A day that lies years from everything the lists tell (2062 for 2026) makes everybody dormant, or
 * nobody. It is an input issue of the first roster: a day may be meant.
 */
#include "record_rows.h"

#include <stdlib.h>

enum {
    FAR_DAYS = 2 * 365,
    FEWEST_DATES = 3 /* that only living lists have: logins, uses, exports */
};

struct nearest {
    date judged, found;
    int32_t distance;
    size_t living; /* dates of logins, uses and exports */
};

static void look(struct nearest *n, date day) {
    if (!date_is_known(day))
        return;
    int32_t distance = abs((int32_t)(day - n->judged));
    if (distance < n->distance) {
        n->distance = distance;
        n->found = day;
    }
}

static void look_at_living(struct nearest *n, date day) {
    n->living += date_is_known(day);
    look(n, day);
}

static void look_at_people(struct nearest *n, const struct source *s) {
    look_at_living(n, s->plan->exported_on);
    for (size_t i = 0; i < s->people.count; i++) {
        const struct person_row *p = &s->people.items[i];
        look(n, p->hired_on);
        look(n, p->left_on);
        look(n, p->leave_from);
        look(n, p->leave_to);
        look(n, p->posted_on);
    }
}

static void look_at_accounts(struct nearest *n, const struct source *s) {
    look_at_living(n, s->plan->exported_on);
    for (size_t i = 0; i < s->accounts.count; i++) {
        const struct account *a = &s->accounts.items[i];
        look_at_living(n, a->last_login_on);
        look(n, a->created_on);
        look(n, a->password_changed_on);
        look(n, a->expires_on);
    }
}

static void look_at_seats(struct nearest *n, const struct source *s) {
    look_at_living(n, s->plan->exported_on);
    for (size_t i = 0; i < s->seats.count; i++) {
        look_at_living(n, s->seats.items[i].last_used_on);
        look(n, s->seats.items[i].reported_on);
        look(n, s->seats.items[i].assigned_on);
    }
}

static bool is_far(const struct nearest *n) {
    return n->distance > FAR_DAYS;
}

void run_check_day(struct run *run) {
    struct nearest n = {.judged = run->plan.as_of, .found = DATE_NONE, .distance = INT32_MAX};
    for (size_t i = 0; i < run->plan.rosters.count && is_far(&n); i++)
        look_at_people(&n, &run->model.rosters[i]);
    for (size_t i = 0; i < run->plan.systems.count && is_far(&n); i++)
        look_at_accounts(&n, &run->model.systems[i]);
    for (size_t i = 0; i < run->plan.licenses.count && is_far(&n); i++)
        look_at_seats(&n, &run->model.licenses[i]);
    if (run->plan.rosters.count == 0 || n.living < FEWEST_DATES || !is_far(&n))
        return;
    struct source *s = &run->model.rosters[0];
    char judged[11], found[11];
    date_format(n.judged, judged);
    date_format(n.found, found);
    struct span day = arena_copy(&s->arena, span_of(judged));
    struct issue issue = {.column = SPAN(""),
                          .value = day,
                          .problem = MSG_DAY_FAR,
                          .done = MSG_DAY_FAR_JUDGED,
                          .args = {day, arena_copy(&s->arena, span_of(found))}};
    vec_push(&s->issues, issue);
}
