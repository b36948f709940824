/* exceptions.csv: one column table; a row is made once and used here and in departments/. */
#include "rendering.h"
#include "reporters.h"
#include "terms.h"

struct row_of {
    const struct view *view;
    const struct exception *e;
    struct span message;
};

static void id(const struct row_of *c, struct csvout *csv) {
    char digits[ID_DIGITS + 1];
    csvout_cell(csv, exception_id_text(c->e, digits));
}

static void severity(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, term(c->view, severity_term(c->e->severity)));
}

static void rule(const struct row_of *c, struct csvout *csv) {
    csvout_text(csv, c->e->rule->name);
}

static void title(const struct row_of *c, struct csvout *csv) {
    const struct rule *r = c->e->rule;
    csvout_text(csv, c->view->language == LANG_JA ? r->title_ja : r->title_en);
}

static void target_kind(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, term(c->view, target_kind_term(c->e->target_kind)));
}

static void target(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, c->e->target);
}

static void subject(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, c->e->subject);
}

static void person_id(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, c->e->person_id);
}

static void name(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, c->e->name);
}

static void department(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, c->e->department);
}

static void message(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, c->message);
}

static void add_evidence(struct sink *out, const struct evidence *v) {
    char day[11];
    sink_text(out, v->key);
    sink_char(out, '=');
    switch (v->type) {
    case EVIDENCE_TEXT:
        sink_span(out, v->text);
        break;
    case EVIDENCE_DATE:
        sink_span(out, date_text(v->day, day));
        break;
    case EVIDENCE_NUMBER:
        sink_number(out, v->number);
        break;
    case EVIDENCE_TEXTS:
        for (uint32_t i = 0; i < v->texts.count; i++) {
            if (i)
                sink_text(out, ", ");
            sink_span(out, v->texts.items[i]);
        }
        break;
    }
}

static void evidence(const struct row_of *c, struct csvout *csv) {
    struct strbuf text = {0};
    struct sink out;
    sink_to_memory(&out, &text);
    for (uint32_t i = 0; i < c->e->evidence_count; i++) {
        if (i)
            sink_text(&out, "; ");
        add_evidence(&out, &c->e->evidence[i]);
    }
    csvout_cell(csv, strbuf_span(&text));
    strbuf_release(&text);
}

static void action(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, term(c->view, action_term(c->e->action)));
}

static void status(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, term(c->view, status_term(c->e->status)));
}

static void first_seen(const struct row_of *c, struct csvout *csv) {
    char day[11];
    csvout_cell(csv, date_text(c->e->first_seen, day));
}

static void file(const struct row_of *c, struct csvout *csv) {
    csvout_text(csv, c->e->source ? c->e->source->display : "");
}

/* The line, or in a directory the DN. */
static void line(const struct row_of *c, struct csvout *csv) {
    struct span dn = exception_dn(c->e);
    if (dn.n)
        csvout_cell(csv, dn);
    else if (c->e->source && c->e->origin.line)
        csvout_number(csv, c->e->origin.line);
    else
        csvout_text(csv, "");
}

static struct span waiver_text(const struct row_of *c, str_id text) {
    return model_text(c->view->model, text);
}

static void waiver_reason(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, waiver_text(c, c->e->waiver ? c->e->waiver->reason : STR_NONE));
}

static void waiver_approved_by(const struct row_of *c, struct csvout *csv) {
    csvout_cell(csv, waiver_text(c, c->e->waiver ? c->e->waiver->approved_by : STR_NONE));
}

static void waiver_valid_until(const struct row_of *c, struct csvout *csv) {
    char day[11];
    csvout_cell(csv, date_text(c->e->waiver ? c->e->waiver->valid_until : DATE_NONE, day));
}

static const struct column {
    enum message_id heading;
    void (*write)(const struct row_of *c, struct csvout *csv);
} columns[] = {
    {MSG_HEAD_ID, id},
    {MSG_HEAD_SEVERITY, severity},
    {MSG_HEAD_RULE, rule},
    {MSG_HEAD_TITLE, title},
    {MSG_HEAD_TARGET_KIND, target_kind},
    {MSG_HEAD_TARGET, target},
    {MSG_HEAD_SUBJECT, subject},
    {MSG_HEAD_PERSON_ID, person_id},
    {MSG_HEAD_NAME, name},
    {MSG_HEAD_DEPARTMENT, department},
    {MSG_HEAD_MESSAGE, message},
    {MSG_HEAD_EVIDENCE, evidence},
    {MSG_HEAD_ACTION, action},
    {MSG_HEAD_STATUS, status},
    {MSG_HEAD_FIRST_SEEN, first_seen},
    {MSG_HEAD_FILE, file},
    {MSG_HEAD_LINE, line},
    {MSG_HEAD_WAIVER_REASON, waiver_reason},
    {MSG_HEAD_WAIVER_APPROVED_BY, waiver_approved_by},
    {MSG_HEAD_WAIVER_VALID_UNTIL, waiver_valid_until},
};

void exceptions_csv_headings(const struct view *view, struct csvout *csv) {
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        csvout_cell(csv, term(view, columns[i].heading));
    csvout_end_row(csv);
}

void exceptions_csv_row(const struct view *view, size_t i, struct span text, struct csvout *csv) {
    struct row_of c = {view, &view->findings->exceptions.items[i], text};
    for (size_t k = 0; k < sizeof columns / sizeof *columns; k++)
        columns[k].write(&c, csv);
    csvout_end_row(csv);
}

static void *open_file(const struct view *view, int dirfd, struct error *err) {
    struct output *out = exceptions_file_open(view, dirfd, "exceptions.csv", err);
    if (out) {
        struct csvout csv = report_csv_begin(&out->sink);
        exceptions_csv_headings(view, &csv);
    }
    return out;
}

static void take_rows(void *file, const struct rendered *part) {
    struct output *out = file;
    sink_span(&out->sink, strbuf_span(&part->rows));
}

const struct exceptions_writer exceptions_csv = {open_file, take_rows, exceptions_file_close};
