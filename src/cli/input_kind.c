/* The inputs that rules cover. */
#include "input_kind.h"

enum message_id input_kind(enum record record) {
    switch (record) {
    case RECORD_PERSON:
        return MSG_KIND_ROSTER;
    case RECORD_ACCOUNT:
        return MSG_KIND_SYSTEM;
    case RECORD_SEAT:
        return MSG_KIND_LICENSE;
    case RECORD_DEVICE:
        return MSG_KIND_DEVICES;
    default:
        return MSG_KIND_TABLE;
    }
}

size_t input_coverage_index(const struct run *p, const struct source *s) {
    const struct model *m = &p->model;
    size_t rosters = p->plan.rosters.count, systems = p->plan.systems.count;
    switch (s->plan->record) {
    case RECORD_PERSON:
        return (size_t)(s - m->rosters);
    case RECORD_ACCOUNT:
        return rosters + (size_t)(s - m->systems);
    case RECORD_SEAT:
        return rosters + systems + (size_t)(s - m->licenses);
    case RECORD_DEVICE:
        return rosters + systems + p->plan.licenses.count;
    default:
        return SIZE_MAX;
    }
}
