/* Why rules were not evaluated, each reason once with the rules and the lists it holds for: what
 * stands beside each list on the screen would be the same sentences over and over on paper. */
#include "html.h"
#include "tenko/strpool.h"

#include <stdlib.h>

/* That a rule was not evaluated on a list. */
struct gap {
    uint32_t reason, input, rule;
};
struct gaps {
    VEC(struct gap) items;
    struct strpool reasons; /* as said */
};

static void collect(struct page *p, struct gaps *gaps) {
    const struct run_record *r = p->view->record;
    for (uint32_t i = 0; i < r->first_input[INPUT_TABLE]; i++)
        for (size_t k = 0; k < r->inputs[i].coverage_count; k++) {
            const struct coverage_record *c = &r->inputs[i].coverage[k];
            if (c->is_evaluated)
                continue;
            strbuf_clear(&p->text);
            sentence_write(&c->why, p->view->language, &p->text);
            str_id reason = strpool_intern(&gaps->reasons, strbuf_span(&p->text));
            vec_push(&gaps->items, ((struct gap){reason.n, i, c->rule}));
        }
}

static int order(uint32_t a, uint32_t b) {
    return (a > b) - (a < b);
}

static int by_rule(const void *left, const void *right) {
    const struct gap *a = left, *b = right;
    int first = order(a->reason, b->reason);
    return first ? first : order(a->rule, b->rule);
}

static int by_input(const void *left, const void *right) {
    const struct gap *a = left, *b = right;
    return order(a->input, b->input);
}

/* One of a list of names, unless it is the one before. */
static void name(struct page *p, struct span text, bool is_first) {
    if (!is_first)
        html_markup(p, p->view->language == LANG_JA ? "、" : ", ");
    html_text(p, text);
}

static void rule_names(struct page *p, const struct gap *gaps, size_t count) {
    const struct run_record *r = p->view->record;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || gaps[i].rule != gaps[i - 1].rule)
            name(p, r->rules[gaps[i].rule].title[p->view->language], i == 0);
}

static void input_names(struct page *p, struct gap *gaps, size_t count) {
    const struct run_record *r = p->view->record;
    qsort(gaps, count, sizeof *gaps, by_input);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || gaps[i].input != gaps[i - 1].input)
            name(p, r->inputs[gaps[i].input].name, i == 0);
}

static void rows(struct page *p, struct gaps *gaps) {
    struct gap *items = gaps->items.items;
    for (size_t from = 0, end; from < gaps->items.count; from = end) {
        for (end = from; end < gaps->items.count && items[end].reason == items[from].reason;)
            end++;
        html_markup(p, "<tr><td>");
        html_text(p, strpool_text(&gaps->reasons, (str_id){items[from].reason}));
        html_markup(p, "</td><td>");
        rule_names(p, items + from, end - from);
        html_markup(p, "</td><td>");
        input_names(p, items + from, end - from);
        html_markup(p, "</td></tr>\n");
    }
}

void html_reasons(struct page *p) {
    static const enum message_id heads[] = {MSG_PAGE_REASON, MSG_PAGE_RULE_LIST, MSG_PAGE_LIST};
    struct gaps gaps = {0};
    collect(p, &gaps);
    if (gaps.items.count) {
        qsort(gaps.items.items, gaps.items.count, sizeof *gaps.items.items, by_rule);
        html_markup(p, "<div class=\"paper\"><h3>");
        html_term(p, MSG_PAGE_NOT_EVALUATED);
        html_markup(p, "</h3>\n<table><thead><tr>");
        for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
            html_markup(p, "<th scope=\"col\">");
            html_term(p, heads[i]);
            html_markup(p, "</th>");
        }
        html_markup(p, "</tr></thead>\n<tbody>\n");
        rows(p, &gaps);
        html_markup(p, "</tbody></table></div>\n");
    }
    vec_release(&gaps.items);
    strpool_release(&gaps.reasons);
}
