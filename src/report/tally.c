/* Counting. */
#include "tally.h"

#include <stdlib.h>

void tally_init(struct tally *t, const struct run_record *r) {
    *t = (struct tally){.by_rule = memory_zeroed(r->rule_count + 1, sizeof *t->by_rule),
                        .by_input = memory_zeroed(r->input_count + 1, sizeof *t->by_input)};
}

void tally_add(struct tally *t, const struct exception_record *e) {
    t->by_severity[e->severity]++;
    t->waived_by_severity[e->severity] += e->is_waived;
    if (e->lifecycle < LIFE_RESOLVED)
        t->by_status[e->severity][e->lifecycle]++;
    t->by_rule[e->rule]++;
    t->by_input[e->input]++;
    t->waived += e->is_waived;
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
