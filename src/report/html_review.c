/* How far the review has come: the addressees, the tests, and the first rows that fail each. The
 * section is there once sheets were sent. */
#include "html.h"
#include "terms.h"

#include "tenko/review_record.h"

#include <inttypes.h>

enum { MOST_LINES = 20 }; /* of a test; the sheet has all */

static void head_line(struct page *p, const struct review_record *r) {
    char exported[11], reply_by[11], review[HTML_DIGITS], run[HTML_DIGITS];
    date_format(r->exported_on, exported);
    date_format(r->reply_by, reply_by);
    const struct span args[] = {html_digits((int64_t)r->review, review),
                                html_digits((int64_t)r->run, run), span_of(exported),
                                span_of(reply_by)};
    html_markup(p, "<p>");
    html_says(p, MSG_REVIEW_STATUS_HEAD, args, 4);
    html_markup(p, "</p>\n");
}

static void addressee_name(struct page *p, struct span name) {
    html_markup(p, "<bdi>");
    if (name.n)
        html_text(p, name);
    else
        html_term(p, MSG_TERM_NO_ADDRESSEE);
    html_markup(p, "</bdi>");
}

static void begin_table(struct page *p, enum message_id title, const enum message_id *heads,
                        size_t count, const char *attributes) {
    html_markup(p, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html_term(p, title);
    html_markup(p, "\"><table>\n<thead><tr>");
    for (size_t i = 0; i < count; i++) {
        sink_f(p->out, "<th scope=\"col\"%s>", i ? attributes : "");
        html_label(p, heads[i]);
        html_markup(p, "</th>");
    }
    html_markup(p, "</tr></thead>\n<tbody>\n");
}

static void addressees(struct page *p, const struct review_record *r) {
    static const enum message_id heads[] = {MSG_HEAD_ADDRESSEE,       MSG_REVIEW_HEAD_SENT,
                                            MSG_REVIEW_HEAD_ANSWERED, MSG_REVIEW_HEAD_UNANSWERED,
                                            MSG_REVIEW_HEAD_RESOLVED, MSG_REVIEW_HEAD_OVERDUE};
    begin_table(p, MSG_PAGE_REVIEW_ADDRESSEES, heads, sizeof heads / sizeof *heads, " class=\"n\"");
    for (size_t i = 0; i < r->addressee_count; i++) {
        const struct review_counts *n = &r->addressees[i];
        const uint64_t counts[] = {n->sent, n->answered, n->unanswered, n->resolved, n->overdue};
        html_markup(p, "<tr><th scope=\"row\">");
        addressee_name(p, n->addressee);
        html_markup(p, "</th>");
        for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
            html_markup(p, "<td class=\"n\">");
            html_number(p, (int64_t)counts[k]);
            html_markup(p, "</td>");
        }
        html_markup(p, "</tr>\n");
    }
    html_markup(p, "</tbody></table></div>\n");
}

static void text_cell(struct page *p, struct span text) {
    html_markup(p, "<td><bdi>");
    html_text(p, text);
    html_markup(p, "</bdi></td>");
}

static void line(struct page *p, const struct review_line *l) {
    html_markup(p, "<tr><th scope=\"row\"><bdi>");
    html_text(p, l->user_id);
    html_markup(p, "</bdi></th>");
    text_cell(p, l->system);
    html_markup(p, "<td>");
    addressee_name(p, l->addressee);
    html_markup(p, "</td>");
    text_cell(p, decision_term(l->decision, p->view->language));
    text_cell(p, l->reviewer);
    html_markup(p, "<td class=\"d\">");
    html_date(p, l->reviewed_on);
    html_markup(p, "</td></tr>\n");
}

static void lines(struct page *p, enum message_id title, const struct review_lines *l) {
    static const enum message_id heads[] = {MSG_REVIEW_HEAD_USER_ID, MSG_REVIEW_HEAD_SYSTEM,
                                            MSG_HEAD_ADDRESSEE,      MSG_HEAD_DECISION,
                                            MSG_HEAD_REVIEWER,       MSG_HEAD_REVIEWED_ON};
    char room[HTML_DIGITS];
    if (!l->count)
        return;
    begin_table(p, title, heads, sizeof heads / sizeof *heads, "");
    for (size_t i = 0; i < l->count && i < MOST_LINES; i++)
        line(p, &l->items[i]);
    html_markup(p, "</tbody></table></div>\n");
    if (l->count > MOST_LINES) {
        struct span more = html_digits((int64_t)(l->count - MOST_LINES), room);
        html_markup(p, "<p class=\"note\">");
        html_says(p, MSG_PAGE_REVIEW_MORE, &more, 1);
        html_markup(p, "</p>\n");
    }
}

static void heading(struct page *p, enum message_id title, enum message_id verdict, size_t rows) {
    char room[HTML_DIGITS];
    struct span count = html_digits((int64_t)rows, room);
    html_markup(p, "<h3>");
    html_label(p, title);
    html_markup(p, " <span class=\"verdict\">");
    html_says(p, verdict, &count, 1);
    html_markup(p, "</span></h3>\n");
}

void html_review(struct page *p) {
    const struct review_record *r = p->view->record->review;
    if (!r)
        return;
    html_markup(p, "<section id=\"review\" aria-labelledby=\"review-h\">\n<h2 id=\"review-h\">");
    html_term(p, MSG_PAGE_REVIEW);
    html_markup(p, "</h2>\n");
    head_line(p, r);
    addressees(p, r);
    for (int t = 0; t < REVIEW_TEST_COUNT; t++) {
        enum message_id title = review_test_title((enum review_test)t);
        size_t rows = r->tests[t].count;
        heading(p, title, rows ? MSG_PAGE_REVIEW_FAILED : MSG_PAGE_REVIEW_PASSED, rows);
        lines(p, title, &r->tests[t]);
    }
    if (r->conflicts.count)
        heading(p, MSG_REVIEW_CONFLICT, MSG_PAGE_REVIEW_ROWS, r->conflicts.count);
    lines(p, MSG_REVIEW_CONFLICT, &r->conflicts);
    if (r->resolved.count)
        heading(p, MSG_REVIEW_CARRIED_OUT, MSG_PAGE_REVIEW_ROWS, r->resolved.count);
    lines(p, MSG_REVIEW_CARRIED_OUT, &r->resolved);
    html_markup(p, "</section>\n");
}

void html_review_link(struct page *p) {
    if (!p->view->record->review)
        return;
    html_markup(p, "<a href=\"#review\">");
    html_term(p, MSG_PAGE_REVIEW);
    html_markup(p, "</a>\n");
}
