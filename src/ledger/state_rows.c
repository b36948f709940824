#include "state_rows.h"

/* null = as the holder's. */
static void leave_out(struct span *value, struct span holders) {
    if (span_equal(*value, holders))
        *value = (struct span){0};
    else if (!value->p)
        value->p = "";
}

static void leave_out_holder(const struct row_view *v, uint32_t *person, struct span *name,
                             struct span *department) {
    struct person_record p;
    if (*person == NO_ROW) {
        *person = NO_PERSON;
        return;
    }
    v->record->rows->person(v->record->from, *person, &p);
    leave_out(name, p.name);
    leave_out(department, p.department);
    *person = v->people->nth[*person];
}

void fetch_account(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    const struct record_rows *rows = v->record->rows;
    struct account_record *a = row;
    struct person_record p;
    (rows->account_alone ? rows->account_alone : rows->account)(v->record->from, v->first + i, a);
    *line = a->place.line;
    if (a->person == NO_ROW) {
        a->person = NO_PERSON;
        return;
    }
    if (!rows->account_alone) {
        rows->person(v->record->from, a->person, &p);
        leave_out(&a->name, p.name);
        leave_out(&a->department, p.department);
        leave_out(&a->state, p.state);
        leave_out(&a->manager, p.manager);
    }
    a->person = v->people->nth[a->person];
}

void fetch_seat(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    struct seat_record *seat = row;
    v->record->rows->seat(v->record->from, v->first + i, seat);
    *line = seat->place.line;
    leave_out_holder(v, &seat->person, &seat->name, &seat->department);
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
    d->person = d->person == NO_ROW ? NO_PERSON : v->people->nth[d->person];
}

void fetch_exception(const void *context, size_t i, void *row, uint32_t *line) {
    const struct row_view *v = context;
    const struct run_record *r = v->record;
    struct stored_exception *stored = row;
    struct exception_record *e = &stored->e;
    stored->input_name = (struct span){0};
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
