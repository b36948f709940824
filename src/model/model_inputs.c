/* The sources of a run in one array, by kind. */
#include "seal.h"

#include <stdlib.h>

enum input_kind model_kind_of(enum record record) {
    static const enum input_kind kinds[FIRST_TABLE] = {[RECORD_PERSON] = INPUT_ROSTER,
                                                       [RECORD_ACCOUNT] = INPUT_SYSTEM,
                                                       [RECORD_SEAT] = INPUT_LICENSE,
                                                       [RECORD_DEVICE] = INPUT_DEVICES};
    return record < FIRST_TABLE ? kinds[record] : INPUT_TABLE;
}

/* Begins a kind; the sources added next are of it. */
static struct source *begin_kind(struct model_inputs *inputs, enum input_kind kind) {
    inputs->first[kind] = inputs->count;
    return inputs->items + inputs->count;
}

static struct source *add(struct model_inputs *inputs, const struct input_plan *plan) {
    struct source *s = &inputs->items[inputs->count++];
    s->plan = plan;
    return s;
}

void model_lay_out(struct model *m, const struct plan *plan) {
    struct model_inputs *inputs = &m->inputs;
    enum { SINGLE = RECORD_COUNT - FIRST_TABLE + 1 }; /* tables and devices */
    size_t most = plan->rosters.count + plan->systems.count + plan->licenses.count + SINGLE;
    m->plan = plan;
    inputs->items = memory_zeroed(most, sizeof *inputs->items);
    m->rosters = begin_kind(inputs, INPUT_ROSTER);
    for (size_t i = 0; i < plan->rosters.count; i++)
        add(inputs, &plan->rosters.items[i]);
    m->systems = begin_kind(inputs, INPUT_SYSTEM);
    for (size_t i = 0; i < plan->systems.count; i++)
        add(inputs, &plan->systems.items[i]);
    m->licenses = begin_kind(inputs, INPUT_LICENSE);
    for (size_t i = 0; i < plan->licenses.count; i++)
        add(inputs, &plan->licenses.items[i]);
    begin_kind(inputs, INPUT_DEVICES);
    if (plan->devices)
        m->devices = add(inputs, plan->devices);
    begin_kind(inputs, INPUT_TABLE);
    for (int i = FIRST_TABLE; i < RECORD_COUNT; i++)
        if (plan->table_of[i])
            m->table_of[i] = add(inputs, plan->table_of[i]);
    inputs->first[INPUT_KIND_COUNT] = inputs->count;
}
