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

static void last_seen_run(struct list_row *row, struct cells *c) {
    cells_number(c, (int64_t)row->resolved.last_seen_run);
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
    {MSG_HEAD_TARGET, list_text, LIST_ROW(resolved.exception.target)},
    {MSG_HEAD_SUBJECT, list_text, LIST_ROW(resolved.exception.subject)},
    {MSG_HEAD_PERSON_ID, list_text, LIST_ROW(resolved.exception.person_id)},
    {MSG_HEAD_NAME, list_text, LIST_ROW(resolved.exception.name)},
    {MSG_HEAD_DEPARTMENT, list_text, LIST_ROW(resolved.exception.department)},
    {MSG_HEAD_ADDRESSEE, list_text, LIST_ROW(resolved.exception.addressee)},
    {MSG_HEAD_FIRST_SEEN, list_day, LIST_ROW(resolved.exception.first_seen)},
    {MSG_HEAD_LAST_SEEN_RUN, last_seen_run, 0},
    {MSG_HEAD_LAST_SEEN, list_day, LIST_ROW(resolved.exception.last_seen)},
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
