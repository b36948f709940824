/* CSV out: libcsv quotes what needs it. */
#include "tenko/csvout.h"

#include "tenko/memory.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

static bool needs_quotes(struct span text) {
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c <= ',' && (c == ',' || c == '"' || c == '\n' || c == '\r'))
            return true;
    }
    return text.n > 0 && (text.p[0] == ' ' || text.p[text.n - 1] == ' ');
}

static bool looks_like_formula(struct span text) {
    char c = text.n > 0 ? text.p[0] : 'a';
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

static void quoted(struct sink *out, struct span text) {
    char small[512];
    size_t room = text.n * 2 + 2;
    char *cell = room > sizeof small ? memory_alloc(room) : small;
    size_t n = csv_write(cell, room, text.p, text.n);
    sink_add(out, cell, n);
    if (cell != small)
        free(cell);
}

void csvout_cell(struct csvout *c, struct span text) {
    if (c->cells++)
        sink_char(c->out, ',');
    else
        c->first_is_empty = text.n == 0;
    if (c->is_spreadsheet_safe && looks_like_formula(text)) {
        struct strbuf safe = {0};
        strbuf_add_char(&safe, '\'');
        strbuf_add_span(&safe, text);
        if (needs_quotes(text))
            quoted(c->out, strbuf_span(&safe));
        else
            sink_span(c->out, strbuf_span(&safe));
        strbuf_release(&safe);
        return;
    }
    if (needs_quotes(text))
        quoted(c->out, text);
    else
        sink_span(c->out, text);
}

void csvout_text(struct csvout *c, const char *text) {
    csvout_cell(c, span_of(text));
}

void csvout_number(struct csvout *c, int64_t value) {
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%lld", (long long)value);
    csvout_cell(c, (struct span){digits, (size_t)n});
}

void csvout_end_row(struct csvout *c) {
    if (c->cells == 1 && c->first_is_empty)
        sink_text(c->out, "\"\"");
    sink_text(c->out, c->is_crlf ? "\r\n" : "\n");
    c->cells = 0;
}
