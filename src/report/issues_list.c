/* The columns of issues.csv: every input issue of every source. */
#include "list.h"

static void input(struct list_row *row, struct cells *c) {
    uint32_t input = row->issue.input;
    bool is_known = input < row->view->record->input_count;
    cells_text(c, is_known ? row->view->record->inputs[input].name : SPAN(""));
}

static void line(struct list_row *row, struct cells *c) {
    cells_line(c, &row->issue.place);
}

static void sentence(struct list_row *row, const struct sentence *s, struct cells *c) {
    strbuf_clear(&row->text);
    sentence_write(s, row->view->language, &row->text);
    cells_text(c, strbuf_span(&row->text));
}

static void problem(struct list_row *row, struct cells *c) {
    sentence(row, &row->issue.problem, c);
}

static void done(struct list_row *row, struct cells *c) {
    sentence(row, &row->issue.done, c);
}

static const struct column columns[] = {
    {MSG_HEAD_INPUT, input, 0},
    {MSG_HEAD_FILE, list_text, LIST_ROW(issue.place.file)},
    {MSG_HEAD_LINE, line, 0},
    {MSG_HEAD_COLUMN, list_text, LIST_ROW(issue.column)},
    {MSG_HEAD_VALUE, list_text, LIST_ROW(issue.value)},
    {MSG_HEAD_PROBLEM, problem, 0},
    {MSG_HEAD_DONE, done, 0},
    {MSG_HEAD_PROBLEM_CODE, list_text, LIST_ROW(issue.problem.code)},
};

static size_t count(const struct view *view) {
    return view->record->issue_count;
}

static void fetch(struct list_row *row) {
    const struct run_record *r = row->view->record;
    r->rows->issue(r->from, row->index, &row->issue);
}

const struct list issues_list = {
    "issues", MSG_SHEET_ISSUES, columns, sizeof columns / sizeof *columns, count,
    fetch,    &issues_layout};
