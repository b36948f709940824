/* Rosters, devices and systems as tables: what came, what was found in it, and which rules could
 * not be evaluated, in words. */
#include "html.h"
#include "inputs.h"
#include "tally.h"
#include "terms.h"

/* A cell of an input's row. */
struct input_column {
    enum message_id heading;
    void (*write)(struct page *p, const struct input_record *input);
    const char *attributes; /* of its cells and its heading */
};

static void number_if(struct page *p, const struct input_record *input, uint64_t n) {
    if (input->is_delivered)
        html_number(p, (int64_t)n);
    else
        html_markup(p, "–");
}

static void owner(struct page *p, const struct input_record *input) {
    strbuf_clear(&p->text);
    input_owners(input, &p->text);
    html_text(p, strbuf_span(&p->text));
    if (!input->manager.n)
        return;
    html_markup(p, " <small>");
    html_term(p, MSG_HEAD_MANAGER);
    strbuf_clear(&p->text);
    strbuf_add_char(&p->text, ' ');
    input_manager(input, &p->text);
    html_text(p, strbuf_span(&p->text));
    html_markup(p, "</small>");
}

static void list_date(struct page *p, const struct input_record *input) {
    if (!input->is_delivered)
        html_term(p, MSG_TERM_NO_LIST);
    else if (date_is_known(input->exported_on))
        html_date(p, input->exported_on);
    else
        html_term(p, MSG_PAGE_UNDATED);
}

static void kind(struct page *p, const struct input_record *input) {
    html_term(p, input_kind_term(input->kind));
}

static void rows_read(struct page *p, const struct input_record *input) {
    number_if(p, input, input->rows_read);
}

static void rejected(struct page *p, const struct input_record *input) {
    number_if(p, input, input->rejected);
}

static void people(struct page *p, const struct input_record *input) {
    if (input->kind == INPUT_ROSTER)
        number_if(p, input, input->people);
}

static void accounts(struct page *p, const struct input_record *input) {
    number_if(p, input, input->system.accounts);
}

static void matched(struct page *p, const struct input_record *input) {
    number_if(p, input, input->system.matched);
}

static void unmatched(struct page *p, const struct input_record *input) {
    number_if(p, input, input->system.unmatched + input->system.ambiguous);
}

static void exceptions(struct page *p, const struct input_record *input) {
    size_t index = (size_t)(input - p->view->record->inputs);
    html_number(p, (int64_t)p->view->tally->by_input[index]);
}

/* --- Rules that were not evaluated, each reason once --- */

static bool same_reason(const struct coverage_record *a, const struct coverage_record *b) {
    for (int i = 0; i < SENTENCE_ARGS; i++)
        if (!span_equal(a->why.args[i], b->why.args[i]))
            return false;
    return span_equal(a->why.template[0], b -> why.template[0]);
}

static bool was_said(const struct input_record *input, size_t i) {
    for (size_t k = 0; k < i; k++)
        if (!input->coverage[k].is_evaluated &&
            same_reason(&input->coverage[k], &input->coverage[i]))
            return true;
    return false;
}

static void rule_title(struct page *p, const struct coverage_record *c, bool is_first) {
    if (!is_first)
        html_markup(p, p->view->language == LANG_JA ? "、" : ", ");
    html_text(p, p->view->record->rules[c->rule].title[p->view->language]);
}

static void reason(struct page *p, const struct input_record *input, size_t i) {
    const struct coverage_record *c = &input->coverage[i];
    html_markup(p, "<li>");
    strbuf_clear(&p->text);
    sentence_write(&c->why, p->view->language, &p->text);
    html_text(p, strbuf_span(&p->text));
    html_markup(p, " <span class=\"rules\">");
    for (size_t k = i; k < input->coverage_count; k++)
        if (!input->coverage[k].is_evaluated && same_reason(c, &input->coverage[k]))
            rule_title(p, &input->coverage[k], k == i);
    html_markup(p, "</span></li>\n");
}

static void records_not_judged(struct page *p, const struct coverage_record *c) {
    char room[HTML_DIGITS];
    struct span count = html_digits((int64_t)c->not_judged, room);
    html_markup(p, "<li>");
    html_says(p, MSG_REPORT_NOT_JUDGED, &count, 1);
    html_markup(p, " <span class=\"rules\">");
    rule_title(p, c, true);
    html_markup(p, "</span></li>\n");
}

static void not_evaluated(struct page *p, const struct input_record *input) {
    int64_t rules = 0, partly = 0;
    for (size_t i = 0; i < input->coverage_count; i++) {
        rules += !input->coverage[i].is_evaluated;
        partly += input->coverage[i].is_evaluated && input->coverage[i].not_judged;
    }
    if (!rules && !partly) {
        html_term(p, MSG_PAGE_ALL_RULES);
        return;
    }
    char room[HTML_DIGITS];
    struct span count = html_digits(rules + partly, room);
    html_markup(p, "<details><summary>");
    html_says(p, MSG_PAGE_RULES, &count, 1);
    html_markup(p, "</summary><ul>\n");
    for (size_t i = 0; i < input->coverage_count; i++) {
        const struct coverage_record *c = &input->coverage[i];
        if (!c->is_evaluated && !was_said(input, i))
            reason(p, input, i);
        else if (c->is_evaluated && c->not_judged)
            records_not_judged(p, c);
    }
    html_markup(p, "</ul></details>");
}

/* --- The tables --- */

static void table_head(struct page *p, const struct input_column *columns, size_t count) {
    html_markup(p, "<thead><tr>");
    for (size_t i = 0; i < count; i++) {
        sink_f(p->out, "<th scope=\"col\"%s>", columns[i].attributes);
        html_label(p, columns[i].heading);
        html_markup(p, "</th>");
    }
    html_markup(p, "</tr></thead>\n<tbody>\n");
}

/* The devices have no name of their own. */
static void name(struct page *p, const struct input_record *input) {
    if (input->kind == INPUT_DEVICES)
        html_term(p, input_kind_term(INPUT_DEVICES));
    else
        html_text(p, input->name);
}

static void table_row(struct page *p, const struct input_record *input,
                      const struct input_column *columns, size_t count) {
    html_markup(p, input->is_delivered ? "<tr>" : "<tr class=\"missing\">");
    html_markup(p, "<th scope=\"row\"><bdi>");
    name(p, input);
    html_markup(p, "</bdi></th>");
    for (size_t i = 1; i < count; i++) {
        sink_f(p->out, "<td%s>", columns[i].attributes);
        columns[i].write(p, input);
        html_markup(p, "</td>");
    }
    html_markup(p, "</tr>\n");
}

static void begin_table(struct page *p, enum message_id title) {
    html_markup(p, "<h3>");
    html_term(p, title);
    html_markup(p, "</h3>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html_term(p, title);
    html_markup(p, "\"><table>\n");
}

#define NUMBER         " class=\"n\""
#define DAY            " class=\"d\""
#define COUNT(columns) (sizeof(columns) / sizeof *(columns))

static void systems(struct page *p) {
    static const struct input_column columns[] = {
        {MSG_TERM_SYSTEM, NULL, ""},
        {MSG_HEAD_OWNER, owner, ""},
        {MSG_PAGE_LIST_DATE, list_date, DAY},
        {MSG_HEAD_ROWS_READ, rows_read, NUMBER},
        {MSG_HEAD_ACCOUNTS, accounts, NUMBER},
        {MSG_HEAD_MATCHED, matched, NUMBER},
        {MSG_PAGE_WITHOUT_HOLDER, unmatched, NUMBER},
        {MSG_HEAD_EXCEPTIONS, exceptions, NUMBER},
        {MSG_PAGE_NOT_EVALUATED, not_evaluated, ""},
    };
    struct input_range range = inputs_of(p->view->record, INPUT_SYSTEM);
    begin_table(p, MSG_PAGE_SYSTEMS_TABLE);
    table_head(p, columns, COUNT(columns));
    for (size_t i = 0; i < range.count; i++)
        table_row(p, &range.first[i], columns, COUNT(columns));
    html_markup(p, "</tbody></table></div>\n");
}

static void other_lists(struct page *p) {
    static const struct input_column columns[] = {
        {MSG_PAGE_LIST, NULL, ""},
        {MSG_HEAD_KIND, kind, ""},
        {MSG_HEAD_OWNER, owner, ""},
        {MSG_PAGE_LIST_DATE, list_date, DAY},
        {MSG_HEAD_ROWS_READ, rows_read, NUMBER},
        {MSG_HEAD_REJECTED, rejected, NUMBER},
        {MSG_HEAD_PEOPLE, people, NUMBER},
        {MSG_HEAD_EXCEPTIONS, exceptions, NUMBER},
        {MSG_PAGE_NOT_EVALUATED, not_evaluated, ""},
    };
    const struct run_record *r = p->view->record;
    begin_table(p, MSG_PAGE_OTHER_LISTS);
    table_head(p, columns, COUNT(columns));
    for (size_t i = 0; i < r->first_input[INPUT_TABLE]; i++)
        if (r->inputs[i].kind != INPUT_SYSTEM)
            table_row(p, &r->inputs[i], columns, COUNT(columns));
    html_markup(p, "</tbody></table></div>\n");
}

void html_inputs(struct page *p) {
    if (inputs_of(p->view->record, INPUT_SYSTEM).count)
        systems(p);
    other_lists(p);
    html_reasons(p);
}
