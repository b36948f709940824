/* What reading a source holds: made, looked up, given back. */
#include "reading.h"

void reading_init(struct reading *r, struct source *s, const struct input_plan *input,
                  const struct plan *plan) {
    memset(s, 0, sizeof *s);
    s->plan = input;
    *r = (struct reading){.source = s, .input = input, .plan = plan, .record = input->record};
    for (int f = 0; f < FIELD_COUNT; f++) {
        if (fields[f].type == TYPE_DATE && field_offset(r->record, (enum field)f))
            *date_at(&r->blank, field_offset(r->record, (enum field)f)) = DATE_NONE;
    }
}

void reading_release(struct reading *r) {
    for (size_t i = 0; i < r->tasks.count; i++) {
        struct task *task = &r->tasks.items[i];
        strpool_release(&task->seen);
        strpool_release(&task->seen_own_list);
        vec_release(&task->words);
        vec_release(&task->lists);
        vec_release(&task->own_lists);
        vec_release(&task->dates);
    }
    vec_release(&r->tasks);
    vec_release(&r->ahead);
    vec_release(&r->headers);
    vec_release(&r->effective_on);
    vec_release(&r->pending);
    vec_release(&r->gathered);
    vec_release(&r->role_is_seen);
    vec_release(&r->crosses);
    vec_release(&r->further);
    vec_release(&r->whole_names);
    vec_release(&r->role_rooms);
    vec_release(&r->role_key_of_text);
    strpool_release(&r->role_keys);
    strpool_release(&r->paid_products);
    strbuf_release(&r->scratch);
    strbuf_release(&r->more_scratch);
    arena_release(&r->peeked);
}

const struct task *task_of(const struct reading *r, enum field field) {
    for (size_t i = 0; i < r->tasks.count; i++) {
        if (r->tasks.items[i].field == field)
            return &r->tasks.items[i];
    }
    return NULL;
}
