/* Exceptions of earlier runs that this one no longer has: the proof that something was done, with
 * the run that saw it last, the run that did not, and the days between. */
#include "html.h"
#include "terms.h"

#include <inttypes.h>

/* More would make the page slow; resolved.csv and the workbook have all. */
enum { SHOWN = 200 };

static void cell(struct page *p, struct span text) {
    html_markup(p, "<td><bdi>");
    html_text(p, text);
    html_markup(p, "</bdi></td>");
}

static void run_cell(struct page *p, uint64_t run, date as_of) {
    sink_f(p->out, "<td class=\"d\">#%" PRIu64 " ", run);
    html_date(p, as_of);
    html_markup(p, "</td>");
}

static void row(struct page *p, const struct resolved_record *resolved) {
    const struct run_record *r = p->view->record;
    const struct exception_record *e = &resolved->exception;
    bool is_resolved = e->lifecycle == LIFE_RESOLVED;
    html_markup(p, "<tr><th scope=\"row\">");
    html_text(p, r->rules[e->rule].title[p->view->language]);
    html_markup(p, "</th>");
    cell(p, e->target);
    cell(p, e->subject);
    cell(p, e->name);
    cell(p, e->addressee);
    html_markup(p, "<td class=\"d\">");
    html_date(p, e->first_seen);
    html_markup(p, "</td>");
    run_cell(p, resolved->last_seen_run, e->last_seen);
    if (is_resolved) {
        run_cell(p, r->head.run, r->head.as_of);
    } else {
        html_markup(p, "<td>");
        html_term(p, MSG_TERM_NOT_REEXAMINED);
        html_markup(p, "</td>");
    }
    html_markup(p, "<td class=\"n\">");
    html_number(p, resolved->days);
    html_markup(p, "</td></tr>\n");
}

static void table(struct page *p) {
    static const enum message_id heads[] = {
        MSG_HEAD_TITLE,     MSG_HEAD_TARGET,       MSG_HEAD_SUBJECT,
        MSG_HEAD_NAME,      MSG_HEAD_ADDRESSEE,    MSG_HEAD_FIRST_SEEN,
        MSG_PAGE_SEEN_LAST, MSG_PAGE_SEEN_NO_MORE, MSG_HEAD_OPEN_DAYS};
    const struct run_record *r = p->view->record;
    enum { HEADS = sizeof heads / sizeof *heads };
    html_markup(p, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html_term(p, MSG_PAGE_RESOLVED_TABLE);
    html_markup(p, "\"><table class=\"resolved\">\n<thead><tr>");
    for (size_t i = 0; i < HEADS; i++) {
        html_markup(p, i == HEADS - 1 ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
        html_label(p, heads[i]);
        html_markup(p, "</th>");
    }
    html_markup(p, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < r->resolved_count && i < SHOWN; i++) {
        struct resolved_record resolved;
        r->rows->resolved(r->from, i, &resolved);
        row(p, &resolved);
    }
    html_markup(p, "</tbody></table></div>\n");
}

static void says(struct page *p, enum message_id sentence, const struct span *args, size_t count) {
    html_markup(p, "<p>");
    html_says(p, sentence, args, count);
    html_markup(p, "</p>\n");
}

void html_resolved(struct page *p) {
    const struct run_record *r = p->view->record;
    char rooms[2][HTML_DIGITS];
    const struct span args[] = {html_digits(SHOWN, rooms[0]),
                                html_digits((int64_t)r->resolved_count, rooms[1])};
    if (!r->head.has_ledger)
        says(p, MSG_PAGE_NO_LEDGER, NULL, 0);
    else if (!r->resolved_count)
        says(p, MSG_PAGE_NONE_RESOLVED, NULL, 0);
    else
        table(p);
    if (r->resolved_count > SHOWN)
        says(p, MSG_PAGE_RESOLVED_CUT, args, 2);
}
