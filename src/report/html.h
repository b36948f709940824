/*
 * index.html: the report in one file that needs no network. assets/page.html is the frame with
 * {{slots}}; what stands in it is written here: the static part (it is there without script and on
 * paper) and the data of the exceptions, which page.js shows.
 *
 * Everything of a record goes through html_text: markup is escaped, and what does not show, or
 * turns text around, becomes an escape that shows.
 */
#ifndef TENKO_REPORT_HTML_H
#define TENKO_REPORT_HTML_H

#include "rendering.h"

struct page {
    const struct view *view;
    struct sink *out;
    unsigned bars;      /* charts so far: their ids count up */
    struct strbuf text; /* scratch of the caller at hand */
};

/* --- html.c: texts and numbers --- */

/* For content and for quoted attributes. */
void html_text(struct page *p, struct span text);
/* Of the catalogue, in the report's language, escaped. */
void html_term(struct page *p, enum message_id term);
/* A heading of the lists as a label: "never_used" is "Never used". */
void html_label(struct page *p, enum message_id heading);
/* The same for a word of the lists that stands in a cell. */
void html_key(struct page *p, struct span key);
void html_says(struct page *p, enum message_id sentence, const struct span *args, size_t count);
void html_number(struct page *p, int64_t n); /* 1,234,567 */
void html_percent(struct page *p, int64_t permille);
void html_money(struct page *p, int64_t hundredths);
void html_date(struct page *p, date day); /* as the language writes it; "" for none */
static inline void html_markup(struct page *p, const char *markup) {
    sink_text(p->out, markup);
}
/* "1,234" in a room of the caller's, for arguments of sentences. */
#define HTML_DIGITS 32
struct span html_digits(int64_t n, char room[HTML_DIGITS]);

/* --- html_bar.c: charts --- */

struct bar_part {
    enum message_id label;
    const char *style; /* class of page.css: "s-active" */
    int64_t value;     /* negative = not known: left out */
};
/* A stacked bar with its legend. `limit`: where a mark stands, 0 = none (seats purchased, of which
 * more are assigned). */
void html_bar(struct page *p, struct span name, const struct bar_part *parts, size_t count,
              int64_t limit);

/* The legend alone, without numbers. */
void html_keys(struct page *p, const struct bar_part *parts, size_t count);

/* --- The sections --- */

void html_summary(struct page *p);
void html_course(struct page *p); /* of the runs before; nothing where there are none */
void html_resolved(struct page *p);
void html_inputs(struct page *p);
void html_reasons(struct page *p);
void html_licenses(struct page *p);
void html_seats(struct page *p, size_t license); /* the tables below a license */
void html_rules(struct page *p);
void html_review(struct page *p);      /* empty where nothing was sent */
void html_review_link(struct page *p); /* among the contents */

/* --- html_data.c, html_words.c: what page.js reads --- */

void html_words(struct page *p);
exception_form html_exception;
/* JSON into a script element: no text in it can end the element. */
void html_add_json(struct sink *out, struct span json);

#endif
