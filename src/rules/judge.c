/* A judge of one input, ready to be given what it judges. */
#include "judge.h"

struct span input_target(const struct input_plan *input) {
    return input->record == RECORD_DEVICE ? SPAN("devices") : span_of(input->name);
}

void judge_init(struct judge *j, struct findings *f, const struct model *m, uint32_t input) {
    const struct source *source = &m->inputs.items[input];
    *j = (struct judge){
        .findings = f,
        .m = m,
        .day = m->plan->as_of,
        .input = input,
        .source = source,
        .plan = source->plan,
        .days = source->plan->days,
        .arena = &f->arenas[input],
        .system = NO_SYSTEM,
        .account = NO_ACCOUNT,
    };
}
