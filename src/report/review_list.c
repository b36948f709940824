/* The columns of the review sheet, and of `review status --format csv`: a row for each addressee,
 * for each test, and for each account that fails one, has two answers, or is gone as it was
 * decided. */
#include "list.h"
#include "terms.h"

#include "csv_cells.h"
#include "tenko/csvout.h"

static const struct review_record *review_of(const struct list_row *row) {
    return row->view->record->review;
}

static void number_or_none(struct cells *c, bool has_it, uint64_t n) {
    if (has_it)
        cells_number(c, (int64_t)n);
    else
        cells_text(c, SPAN(""));
}

static void review(struct list_row *row, struct cells *c) {
    const struct review_line *line = row->review.line;
    number_or_none(c, !line || line->review, line ? line->review : review_of(row)->review);
}

static void addressee(struct list_row *row, struct cells *c) {
    const struct review_line *line = row->review.line;
    struct span name = line ? line->addressee : SPAN("");
    if (row->review.counts)
        name = row->review.counts->addressee;
    if (!name.n && !row->review.is_test)
        cells_term(c, row, MSG_TERM_NO_ADDRESSEE);
    else
        cells_text(c, name);
}

static void count_of(struct list_row *row, struct cells *c) {
    const struct review_counts *n = row->review.counts;
    const uint64_t counts[] = {n ? n->sent : 0, n ? n->answered : 0, n ? n->unanswered : 0,
                               n ? n->resolved : 0, n ? n->overdue : 0};
    number_or_none(c, n != NULL, counts[row->column->which]);
}

static void test(struct list_row *row, struct cells *c) {
    if (row->review.title == MSG_NONE)
        cells_text(c, SPAN(""));
    else
        cells_term(c, row, row->review.title);
}

static void passed(struct list_row *row, struct cells *c) {
    if (row->review.is_test)
        cells_term(c, row, row->review.has_passed ? MSG_TERM_YES : MSG_TERM_NO);
    else
        cells_text(c, SPAN(""));
}

static void id(struct list_row *row, struct cells *c) {
    char digits[REVIEW_ID_SIZE] = "";
    if (row->review.line)
        review_id_format(row->review.line->id, digits);
    cells_text(c, span_of(digits));
}

static void text_of(struct list_row *row, struct cells *c) {
    const struct review_line *line = row->review.line;
    struct span decision =
        line ? decision_term(line->decision, row->view->language) : (struct span){0};
    const struct span texts[] = {line ? line->system : SPAN(""), line ? line->user_id : SPAN(""),
                                 decision, line ? line->reviewer : SPAN("")};
    cells_text(c, texts[row->column->which]);
}

static void reviewed_on(struct list_row *row, struct cells *c) {
    cells_date(c, row->review.line ? row->review.line->reviewed_on : DATE_NONE);
}

static void gone_in(struct list_row *row, struct cells *c) {
    const struct review_line *line = row->review.line;
    const uint64_t numbers[] = {line ? line->from_run : 0, line ? line->to_run : 0,
                                line ? (uint64_t)line->days : 0};
    number_or_none(c, line && line->to_run, numbers[row->column->which]);
}

static const struct column columns[] = {
    {MSG_REVIEW_HEAD_REVIEW, review, 0},       {MSG_HEAD_ADDRESSEE, addressee, 0},
    {MSG_REVIEW_HEAD_SENT, count_of, 0},       {MSG_REVIEW_HEAD_ANSWERED, count_of, 1},
    {MSG_REVIEW_HEAD_UNANSWERED, count_of, 2}, {MSG_REVIEW_HEAD_RESOLVED, count_of, 3},
    {MSG_REVIEW_HEAD_OVERDUE, count_of, 4},    {MSG_REVIEW_HEAD_TEST, test, 0},
    {MSG_REVIEW_HEAD_PASSED, passed, 0},       {MSG_REVIEW_HEAD_ID, id, 0},
    {MSG_REVIEW_HEAD_SYSTEM, text_of, 0},      {MSG_REVIEW_HEAD_USER_ID, text_of, 1},
    {MSG_HEAD_DECISION, text_of, 2},           {MSG_HEAD_REVIEWER, text_of, 3},
    {MSG_HEAD_REVIEWED_ON, reviewed_on, 0},    {MSG_REVIEW_HEAD_FROM_RUN, gone_in, 0},
    {MSG_REVIEW_HEAD_TO_RUN, gone_in, 1},      {MSG_HEAD_OPEN_DAYS, gone_in, 2},
};

static size_t count(const struct view *view) {
    const struct review_record *r = view->record->review;
    size_t n = r->addressee_count + REVIEW_TEST_COUNT + r->conflicts.count + r->resolved.count;
    for (int t = 0; t < REVIEW_TEST_COUNT; t++)
        n += r->tests[t].count;
    return n;
}

/* Is the row at *i among these lines? Else *i is where it is behind them. */
static bool take_line(struct list_row *row, size_t *i, const struct review_lines *lines,
                      enum message_id title) {
    if (*i >= lines->count) {
        *i -= lines->count;
        return false;
    }
    row->review = (struct review_item){.line = &lines->items[*i], .title = title};
    return true;
}

static void fetch(struct list_row *row) {
    const struct review_record *r = review_of(row);
    size_t i = row->index;
    if (i < r->addressee_count) {
        row->review = (struct review_item){.counts = &r->addressees[i]};
        return;
    }
    i -= r->addressee_count;
    for (int t = 0; t < REVIEW_TEST_COUNT; t++) {
        enum message_id title = review_test_title((enum review_test)t);
        if (!i) {
            row->review = (struct review_item){
                .title = title, .is_test = true, .has_passed = r->tests[t].count == 0};
            return;
        }
        i--;
        if (take_line(row, &i, &r->tests[t], title))
            return;
    }
    if (!take_line(row, &i, &r->conflicts, MSG_REVIEW_CONFLICT))
        take_line(row, &i, &r->resolved, MSG_REVIEW_CARRIED_OUT);
}

const struct list review_list = {
    "review", MSG_SHEET_REVIEW, columns, sizeof columns / sizeof *columns, count, fetch, NULL};

void report_review_csv(const struct review_record *review, enum language lang, struct sink *out) {
    struct run_record record = {.review = review};
    struct view view = {.record = &record, .language = lang};
    struct csv_cells c;
    csv_cells_bom(out);
    csv_cells_init(&c, out, lang);
    list_write(&review_list, &view, &c.cells);
}
