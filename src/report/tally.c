/* Counting. */
#include "tally.h"

#include <stdlib.h>

static void add_age(struct ages *a, date first_seen, date as_of) {
    uint64_t days = as_of > first_seen ? (uint64_t)date_days(first_seen, as_of) : 0;
    a->oldest = days > a->oldest ? days : a->oldest;
    a->over_30 += days > 30;
    a->over_90 += days > 90;
    a->over_365 += days > 365;
}

/* Of exceptions that this run no longer has. */
static void add_earlier(struct tally *t, const struct run_record *r) {
    for (size_t i = 0; i < r->resolved_count; i++) {
        struct resolved_record earlier;
        r->rows->resolved(r->from, i, &earlier);
        bool is_open = earlier.exception.lifecycle != LIFE_RESOLVED;
        t->by_lifecycle[LIFE_RESOLVED] += !is_open;
        t->not_reexamined += is_open;
        if (is_open)
            add_age(&t->ages, earlier.exception.first_seen, t->as_of);
    }
}

void tally_init(struct tally *t, const struct run_record *r) {
    *t = (struct tally){.by_rule = memory_zeroed(r->rule_count + 1, sizeof *t->by_rule),
                        .by_input = memory_zeroed(r->input_count + 1, sizeof *t->by_input),
                        .as_of = r->head.as_of};
    add_earlier(t, r);
}

void tally_add(struct tally *t, const struct exception_record *e) {
    t->by_severity[e->severity]++;
    t->waived_by_severity[e->severity] += e->is_waived;
    if (e->lifecycle < LIFE_RESOLVED)
        t->by_status[e->severity][e->lifecycle]++;
    t->by_rule[e->rule]++;
    t->by_input[e->input]++;
    t->waived += e->is_waived;
    t->by_lifecycle[e->lifecycle]++;
    add_age(&t->ages, e->first_seen, t->as_of);
    str_id department = strpool_intern(&t->departments, e->department);
    while (t->by_department.count <= department.n)
        vec_push(&t->by_department, 0);
    t->by_department.items[department.n]++;
}

void tally_release(struct tally *t) {
    free(t->by_rule);
    free(t->by_input);
    vec_release(&t->by_department);
    strpool_release(&t->departments);
}
