#include "rows.h"

/* What stands in a row for a reference to a person: how many of the same number come before, or
 * NO_PERSON. */
static uint32_t person_reference(const struct run_record *r, uint32_t person) {
    struct person_record p, before;
    if (person == NO_ROW)
        return NO_PERSON;
    r->rows->person(r->from, person, &p);
    uint32_t nth = 0;
    while (nth < person) {
        r->rows->person(r->from, person - nth - 1, &before);
        if (!span_equal(before.person_id, p.person_id))
            break;
        nth++;
    }
    return nth;
}

/* null = as the holder's. */
static void leave_out(struct span *value, struct span holders) {
    if (span_equal(*value, holders))
        *value = (struct span){0};
    else if (!value->p)
        value->p = "";
}

static void leave_out_holder(const struct run_record *r, uint32_t *person, struct span *name,
                             struct span *department) {
    struct person_record p;
    if (*person != NO_ROW) {
        r->rows->person(r->from, *person, &p);
        leave_out(name, p.name);
        leave_out(department, p.department);
    }
    *person = person_reference(r, *person);
}

void fetch_account(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    struct account_record *a = row;
    struct person_record p;
    v->record->rows->account(v->record->from, v->first + i, a);
    *line = a->place.line;
    if (a->person != NO_ROW) {
        v->record->rows->person(v->record->from, a->person, &p);
        leave_out(&a->state, p.state);
        leave_out(&a->manager, p.manager);
    }
    leave_out_holder(v->record, &a->person, &a->name, &a->department);
}

void fetch_seat(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    struct seat_record *seat = row;
    v->record->rows->seat(v->record->from, v->first + i, seat);
    *line = seat->place.line;
    leave_out_holder(v->record, &seat->person, &seat->name, &seat->department);
}

void fetch_person(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    struct person_record *p = row;
    v->record->rows->person(v->record->from, v->first + i, p);
    *line = p->place.line;
}

void fetch_device(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    struct device_record *d = row;
    v->record->rows->device(v->record->from, v->first + i, d);
    *line = d->place.line;
    d->person = person_reference(v->record, d->person);
}

void fetch_exception(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    const struct run_record *r = v->record;
    struct stored_exception *stored = row;
    struct exception_record *e = &stored->e;
    r->rows->exception(r->from, v->first + i, e);
    *line = e->place.line;
    stored->rule_name = r->rules[e->rule].name;
    if (e->input != NO_ROW && !span_equal(r->inputs[e->input].name, e->target))
        stored->input_name = r->inputs[e->input].name;
    if (e->account == NO_ROW)
        e->account = 0;
    else if (e->subject_kind == SUBJECT_USER_ID)
        e->account = 1; /* the subject's */
    else
        e->account = 2 + (uint32_t)(e->account - r->first_account[e->input]);
}

void fetch_issue(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    struct issue_record *issue = row;
    v->record->rows->issue(v->record->from, v->first + i, issue);
    *line = issue->place.line;
    issue->input = issue->input == NO_ROW ? 0 : issue->input + 1;
}

void fetch_rule(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    *(struct rule_record *)row = v->record->rules[i];
    *line = 0;
}

void fetch_threshold(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    *(struct threshold_record *)row = v->record->thresholds[i];
    *line = 0;
}

void fetch_input(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    *(struct input_record *)row = v->record->inputs[i];
    *line = 0;
}
