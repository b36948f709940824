/* The columns of exceptions.csv and of the sheets in departments/. */
#include "evidence.h"
#include "list.h"
#include "terms.h"

static void id(struct list_row *row, struct cells *c) {
    char digits[EXCEPTION_ID_SIZE];
    exception_id_format(row->exception.id, digits);
    cells_text(c, span_of(digits));
}

static void severity(struct list_row *row, struct cells *c) {
    enum severity s = row->exception.severity;
    cells_mark(c, message_span(severity_term(s), row->view->language), s);
}

static const struct rule_record *rule_of(const struct list_row *row) {
    return &row->view->record->rules[row->exception.rule];
}

static void rule(struct list_row *row, struct cells *c) {
    cells_text(c, rule_of(row)->name);
}

static void title(struct list_row *row, struct cells *c) {
    cells_text(c, rule_of(row)->title[row->view->language]);
}

static void target_kind(struct list_row *row, struct cells *c) {
    cells_term(c, row, target_kind_term(row->exception.target_kind));
}

static void message(struct list_row *row, struct cells *c) {
    cells_text(c, strbuf_span(&row->message));
}

static void evidence(struct list_row *row, struct cells *c) {
    strbuf_clear(&row->text);
    evidence_write(&row->exception, row->view->language, &row->text);
    cells_text(c, strbuf_span(&row->text));
}

static void action(struct list_row *row, struct cells *c) {
    cells_text(c, action_term(row->exception.action, row->view->language));
}

static void status(struct list_row *row, struct cells *c) {
    cells_term(c, row, lifecycle_term(row->exception.lifecycle));
}

static void line(struct list_row *row, struct cells *c) {
    cells_line(c, &row->exception.place);
}

static void waived(struct list_row *row, struct cells *c) {
    cells_term(c, row, row->exception.is_waived ? MSG_TERM_YES : MSG_TERM_NO);
}

static void waiver_valid_until(struct list_row *row, struct cells *c) {
    cells_date(c, row->exception.is_waived ? row->exception.waiver.valid_until : DATE_NONE);
}

static void decision(struct list_row *row, struct cells *c) {
    cells_text(c, decision_term(row->exception.decision.decision, row->view->language));
}

static void reviewed_on(struct list_row *row, struct cells *c) {
    bool is_decided = row->exception.decision.decision.n > 0;
    cells_date(c, is_decided ? row->exception.decision.reviewed_on : DATE_NONE);
}

static const struct column columns[] = {
    {MSG_HEAD_ID, id, 0},
    {MSG_HEAD_SEVERITY, severity, 0},
    {MSG_HEAD_RULE, rule, 0},
    {MSG_HEAD_TITLE, title, 0},
    {MSG_HEAD_TARGET_KIND, target_kind, 0},
    {MSG_HEAD_TARGET, list_text, LIST_ROW(exception.target)},
    {MSG_HEAD_ADDRESSEE, list_text, LIST_ROW(exception.addressee)},
    {MSG_HEAD_SUBJECT, list_text, LIST_ROW(exception.subject)},
    {MSG_HEAD_PERSON_ID, list_text, LIST_ROW(exception.person_id)},
    {MSG_HEAD_NAME, list_text, LIST_ROW(exception.name)},
    {MSG_HEAD_DEPARTMENT, list_text, LIST_ROW(exception.department)},
    {MSG_HEAD_MESSAGE, message, 0},
    {MSG_HEAD_EVIDENCE, evidence, 0},
    {MSG_HEAD_ACTION, action, 0},
    {MSG_HEAD_STATUS, status, 0},
    {MSG_HEAD_FIRST_SEEN, list_day, LIST_ROW(exception.first_seen)},
    {MSG_HEAD_FILE, list_text, LIST_ROW(exception.place.file)},
    {MSG_HEAD_LINE, line, 0},
    {MSG_HEAD_WAIVED, waived, 0},
    {MSG_HEAD_WAIVER_REASON, list_text, LIST_ROW(exception.waiver.reason)},
    {MSG_HEAD_WAIVER_ALTERNATIVE, list_text, LIST_ROW(exception.waiver.alternative)},
    {MSG_HEAD_WAIVER_APPROVED_BY, list_text, LIST_ROW(exception.waiver.approved_by)},
    {MSG_HEAD_WAIVER_VALID_UNTIL, waiver_valid_until, 0},
    {MSG_HEAD_DECISION, decision, 0},
    {MSG_HEAD_REVIEWER, list_text, LIST_ROW(exception.decision.reviewer)},
    {MSG_HEAD_REVIEWED_ON, reviewed_on, 0},
};

static size_t count(const struct view *view) {
    return view->record->exception_count;
}

static void fetch(struct list_row *row) {
    const struct run_record *r = row->view->record;
    r->rows->exception(r->from, row->index, &row->exception);
    strbuf_clear(&row->message);
    exception_record_message(r, &row->exception, row->view->language, &row->message);
}

const struct list exceptions_list = {
    "exceptions", MSG_SHEET_EXCEPTIONS, columns, sizeof columns / sizeof *columns, count,
    fetch,        &exceptions_layout};
