/*
 * Who must act on an exception: the owner of the system, license or roster, else the department of
 * the holder; with `route: holder` the other way round. A code is shown as the department's name,
 * an abolished department as its successor.
 */
#include "record_rows.h"

static struct span department_name(const struct model *m, uint32_t department) {
    const struct department *d = &m->departments.items[department];
    return model_text(m, !str_is_none(d->name) ? d->name : d->code);
}

/* What a code and a name mean on the day; else as written. */
static struct span meant(const struct model *m, struct index_span departments,
                         struct span written) {
    return departments.count ? department_name(m, departments.items[0]) : written;
}

struct span run_department_named(const struct model *m, struct span written) {
    if (!written.n)
        return written;
    return meant(m, model_departments_meant(m, SPAN(""), written), written);
}

struct span run_department(const struct model *m, const struct person *p) {
    if (!p->post_count)
        return SPAN("");
    const struct post *post = &m->posts.items[p->posts];
    if (!str_is_none(post->department))
        return model_text(m, post->department);
    return meant(m, post->departments, model_text(m, post->department_code));
}

struct span run_post_department(const struct model *m, const struct post *post) {
    str_id written = !str_is_none(post->department) ? post->department : post->department_code;
    return meant(m, post->departments, model_text(m, written));
}

struct span run_present_department(const struct model *m, const struct person *p) {
    return p->post_count ? run_post_department(m, &m->posts.items[p->posts]) : SPAN("");
}

/* Of several owners the first that is a department on the day. With a table of departments an
 * owner that is none of them answers for nothing. */
struct span run_owner(const struct model *m, const struct input_plan *input) {
    for (size_t i = 0; i < input->owners.count; i++) {
        struct span name = run_department_named(m, span_of(input->owners.items[i]));
        if (model_is_department(m, name))
            return name;
    }
    bool is_any = input->owners.count && !m->table_of[RECORD_DEPARTMENT];
    return is_any ? run_department_named(m, span_of(input->owners.items[0])) : SPAN("");
}

static struct span holder_department(const struct run_rows *rows, const struct exception *e) {
    const struct model *m = &rows->run->model;
    bool is_device = e->target_kind == TARGET_DEVICES;
    struct span own = {0};
    if (is_device || !is_somebody(e->person))
        own = run_department_named(m, e->own_department);
    if (own.n || !is_somebody(e->person))
        return own;
    return run_present_department(m, &m->people.items[e->person.n]);
}

struct span run_department_written(const struct model *m, struct span written) {
    if (!written.n)
        return written;
    return meant(m, model_departments_meant(m, written, SPAN("")), written);
}

struct span run_account_addressee(const struct run_rows *rows, uint32_t input, person_ref holder) {
    const struct model *m = &rows->run->model;
    struct span owner = rows->addressees[input];
    if ((owner.n && !rows->run->plan.routes_to_holder) || !is_somebody(holder))
        return owner;
    struct span department = run_present_department(m, &m->people.items[holder.n]);
    return department.n ? department : owner;
}

struct span run_addressee(const struct run_rows *rows, const struct exception *e) {
    struct span owner = rows->addressees[e->input];
    if (owner.n && !rows->run->plan.routes_to_holder)
        return owner;
    struct span holder = holder_department(rows, e);
    return holder.n ? holder : owner;
}
