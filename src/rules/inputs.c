/*
 * The inputs that rules speak of, numbered: rosters, systems, licenses, devices. Whatever is kept
 * per input (coverage, what was raised, arenas) is indexed by this number.
 */
#include "judge.h"

uint32_t input_of_roster(const struct model *m, uint32_t roster) {
    (void)m;
    return roster;
}

uint32_t input_of_system(const struct model *m, system_ref system) {
    return (uint32_t)m->plan->rosters.count + system.n;
}

uint32_t input_of_license(const struct model *m, uint32_t license) {
    return (uint32_t)(m->plan->rosters.count + m->plan->systems.count) + license;
}

uint32_t input_of_devices(const struct model *m) {
    return input_of_license(m, (uint32_t)m->plan->licenses.count);
}

size_t input_count(const struct model *m) {
    return input_of_devices(m) + (m->devices != NULL);
}

const struct source *input_source(const struct model *m, uint32_t input) {
    size_t rosters = m->plan->rosters.count, systems = m->plan->systems.count,
           licenses = m->plan->licenses.count;
    if (input < rosters)
        return &m->rosters[input];
    if (input < rosters + systems)
        return &m->systems[input - rosters];
    if (input < rosters + systems + licenses)
        return &m->licenses[input - rosters - systems];
    return m->devices;
}

struct span input_target(const struct input_plan *input) {
    return input->record == RECORD_DEVICE ? SPAN("devices") : span_of(input->name);
}

void judge_init(struct judge *j, struct findings *f, const struct model *m, uint32_t input) {
    const struct source *source = input_source(m, input);
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
