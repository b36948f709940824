/* Texts, numbers and days as a page shows them. */
#include "html.h"

#include "tenko/visible.h"

#include <inttypes.h>
#include <stdio.h>

static void escaped(struct sink *out, struct span text) {
    size_t from = 0;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        const char *entity = c == '&'    ? "&amp;"
                             : c == '<'  ? "&lt;"
                             : c == '>'  ? "&gt;"
                             : c == '"'  ? "&quot;"
                             : c == '\'' ? "&#39;"
                                         : NULL;
        if (!entity)
            continue;
        sink_add(out, text.p + from, i - from);
        sink_text(out, entity);
        from = i + 1;
    }
    if (text.n > from)
        sink_add(out, text.p + from, text.n - from);
}

void html_text(struct page *p, struct span text) {
    struct strbuf shown = {0};
    visible_add(&shown, text);
    escaped(p->out, strbuf_span(&shown));
    strbuf_release(&shown);
}

void html_term(struct page *p, enum message_id term) {
    escaped(p->out, message_span(term, p->view->language));
}

void html_label(struct page *p, enum message_id heading) {
    html_key(p, message_span(heading, p->view->language));
}

void html_key(struct page *p, struct span key) {
    struct strbuf label = {0};
    strbuf_add_span(&label, key);
    for (size_t i = 0; i < label.n; i++)
        if (label.p[i] == '_')
            label.p[i] = ' ';
    if (label.n && label.p[0] >= 'a' && label.p[0] <= 'z')
        label.p[0] = (char)(label.p[0] - 'a' + 'A');
    escaped(p->out, strbuf_span(&label));
    strbuf_release(&label);
}

void html_says(struct page *p, enum message_id sentence, const struct span *args, size_t count) {
    struct strbuf said = {0};
    message_format(&said, sentence, p->view->language, args, count);
    html_text(p, strbuf_span(&said));
    strbuf_release(&said);
}

struct span html_digits(int64_t n, char room[HTML_DIGITS]) {
    char plain[24];
    int length = snprintf(plain, sizeof plain, "%" PRIu64, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);
    char *end = room;
    if (n < 0)
        *end++ = '-';
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            *end++ = ',';
        *end++ = plain[i];
    }
    return (struct span){room, (size_t)(end - room)};
}

void html_number(struct page *p, int64_t n) {
    char room[HTML_DIGITS];
    sink_span(p->out, html_digits(n, room));
}

void html_percent(struct page *p, int64_t permille) {
    html_number(p, permille / 10);
    sink_f(p->out, ".%d%%", (int)(permille % 10));
}

void html_money(struct page *p, int64_t hundredths) {
    html_number(p, hundredths / 100);
    if (hundredths % 100)
        sink_f(p->out, ".%02d", (int)(hundredths % 100));
}

void html_date(struct page *p, date day) {
    char said[DATE_SAID_SIZE];
    date_say(day, p->view->language, said);
    sink_text(p->out, said);
}
