/* The columns of resolved.csv: exceptions of earlier runs that this run no longer has, those that
 * nobody could look at again among them. */
#include "list.h"
#include "terms.h"

static const struct exception_record *exception_of(const struct list_row *row) {
    return &row->resolved.exception;
}

static const struct rule_record *rule_of(const struct list_row *row) {
    return &row->view->record->rules[exception_of(row)->rule];
}

static bool is_resolved(const struct list_row *row) {
    return exception_of(row)->lifecycle == LIFE_RESOLVED;
}

static void id(struct list_row *row, struct cells *c) {
    char digits[EXCEPTION_ID_SIZE];
    exception_id_format(exception_of(row)->id, digits);
    cells_text(c, span_of(digits));
}

static void status(struct list_row *row, struct cells *c) {
    cells_term(c, row, is_resolved(row) ? lifecycle_term(LIFE_RESOLVED) : MSG_TERM_NOT_REEXAMINED);
}

static void rule(struct list_row *row, struct cells *c) {
    cells_text(c, rule_of(row)->name);
}

static void title(struct list_row *row, struct cells *c) {
    cells_text(c, rule_of(row)->title[row->view->language]);
}

static void target(struct list_row *row, struct cells *c) {
    cells_text(c, exception_of(row)->target);
}

static void subject(struct list_row *row, struct cells *c) {
    cells_text(c, exception_of(row)->subject);
}

static void person_id(struct list_row *row, struct cells *c) {
    cells_text(c, exception_of(row)->person_id);
}

static void name(struct list_row *row, struct cells *c) {
    cells_text(c, exception_of(row)->name);
}

static void department(struct list_row *row, struct cells *c) {
    cells_text(c, exception_of(row)->department);
}

static void addressee(struct list_row *row, struct cells *c) {
    cells_text(c, exception_of(row)->addressee);
}

static void first_seen(struct list_row *row, struct cells *c) {
    cells_date(c, exception_of(row)->first_seen);
}

static void last_seen_run(struct list_row *row, struct cells *c) {
    cells_number(c, (int64_t)row->resolved.last_seen_run);
}

static void last_seen(struct list_row *row, struct cells *c) {
    cells_date(c, exception_of(row)->last_seen);
}

static void resolved_run(struct list_row *row, struct cells *c) {
    if (is_resolved(row))
        cells_number(c, (int64_t)row->view->record->head.run);
    else
        cells_text(c, SPAN(""));
}

static void resolved_on(struct list_row *row, struct cells *c) {
    cells_date(c, is_resolved(row) ? row->view->record->head.as_of : DATE_NONE);
}

static void days(struct list_row *row, struct cells *c) {
    cells_number(c, row->resolved.days);
}

static const struct column columns[] = {
    {MSG_HEAD_ID, id, 0},
    {MSG_HEAD_STATUS, status, 0},
    {MSG_HEAD_RULE, rule, 0},
    {MSG_HEAD_TITLE, title, 0},
    {MSG_HEAD_TARGET, target, 0},
    {MSG_HEAD_SUBJECT, subject, 0},
    {MSG_HEAD_PERSON_ID, person_id, 0},
    {MSG_HEAD_NAME, name, 0},
    {MSG_HEAD_DEPARTMENT, department, 0},
    {MSG_HEAD_ADDRESSEE, addressee, 0},
    {MSG_HEAD_FIRST_SEEN, first_seen, 0},
    {MSG_HEAD_LAST_SEEN_RUN, last_seen_run, 0},
    {MSG_HEAD_LAST_SEEN, last_seen, 0},
    {MSG_HEAD_RESOLVED_RUN, resolved_run, 0},
    {MSG_HEAD_RESOLVED_ON, resolved_on, 0},
    {MSG_HEAD_OPEN_DAYS, days, 0},
};

static size_t count(const struct view *view) {
    return view->record->resolved_count;
}

static void fetch(struct list_row *row) {
    const struct run_record *r = row->view->record;
    r->rows->resolved(r->from, row->index, &row->resolved);
}

const struct list resolved_list = {
    "resolved", MSG_SHEET_RESOLVED, columns, sizeof columns / sizeof *columns, count,
    fetch,      &resolved_layout};
