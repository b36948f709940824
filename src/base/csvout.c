/* CSV out: libcsv quotes what needs it. */
#include "tenko/csvout.h"

#include "tenko/memory.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

static bool is_separator(char c) {
    return c == ',' || c == '"' || c == '\n' || c == '\r';
}

/* Is one of eight bytes at most ','? All separators are, and few others. */
static bool may_separate(const char *p) {
    const uint64_t each = 0x0101010101010101;
    uint64_t bytes;
    memcpy(&bytes, p, sizeof bytes);
    return (bytes - each * (',' + 1)) & ~bytes & (each * 0x80);
}

static bool needs_quotes(struct span text) {
    for (size_t i = 0; i < text.n;) {
        if (text.n - i >= 8 && !may_separate(text.p + i)) {
            i += 8;
            continue;
        }
        for (size_t end = text.n - i >= 8 ? i + 8 : text.n; i < end; i++)
            if (is_separator(text.p[i]))
                return true;
    }
    return text.n > 0 && (text.p[0] == ' ' || text.p[text.n - 1] == ' ');
}

/* Bytes of a blank or of a mark that does not show, at p; 0 = something else. */
static size_t unseen(const unsigned char *p, size_t left) {
    if (p[0] == ' ' || p[0] == '"' || p[0] == '\'' || p[0] == ',' || p[0] == ';')
        return 1;
    if (left >= 2 && p[0] == 0xC2 && (p[1] == 0xA0 || p[1] == 0xAD)) /* no-break, soft hyphen */
        return 2;
    if (left < 3)
        return 0;
    if (p[0] == 0xE2 && p[1] == 0x80) /* U+2000–200F, 2028–202F */
        return p[2] <= 0x8F || (p[2] >= 0xA8 && p[2] <= 0xAF) ? 3 : 0;
    if (p[0] == 0xE2 && p[1] == 0x81) /* U+205F–206F */
        return p[2] >= 0x9F && p[2] <= 0xAF ? 3 : 0;
    bool is_wide_space = p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80;
    bool is_bom = p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF;
    return is_wide_space || is_bom ? 3 : 0;
}

/* Is there one of = + - @ (also full-width), TAB, CR, LF at p? */
static bool starts_formula(const unsigned char *p, size_t left) {
    if (p[0] < 0x80)
        return p[0] == '=' || p[0] == '+' || p[0] == '-' || p[0] == '@' || p[0] == '\t' ||
               p[0] == '\r' || p[0] == '\n';
    if (left < 3 || p[0] != 0xEF || p[1] != 0xBC)
        return false;
    return p[2] == 0x9D || p[2] == 0x8B || p[2] == 0x8D || p[2] == 0xA0; /* ＝ ＋ － ＠ */
}

static bool looks_like_formula(struct span text) {
    const unsigned char *p = (const unsigned char *)text.p;
    for (size_t i = 0, n; i < text.n; i += n) {
        if (starts_formula(p + i, text.n - i))
            return true;
        n = unseen(p + i, text.n - i);
        if (n == 0)
            return false;
    }
    return false;
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

static void begin_cell(struct csvout *c, bool is_empty) {
    if (c->cells++)
        sink_char(c->out, ',');
    else
        c->first_is_empty = is_empty;
}

static void add_cell(struct csvout *c, struct span text) {
    if (needs_quotes(text))
        quoted(c->out, text);
    else
        sink_span(c->out, text);
}

void csvout_cell(struct csvout *c, struct span text) {
    begin_cell(c, text.n == 0);
    if (!c->is_spreadsheet_safe || !looks_like_formula(text)) {
        add_cell(c, text);
        return;
    }
    struct strbuf safe = {0};
    strbuf_add_char(&safe, '\'');
    strbuf_add_span(&safe, text);
    add_cell(c, strbuf_span(&safe));
    strbuf_release(&safe);
}

void csvout_value(struct csvout *c, struct span text) {
    begin_cell(c, text.n == 0);
    sink_span(c->out, text);
}

void csvout_text(struct csvout *c, const char *text) {
    csvout_cell(c, span_of(text));
}

void csvout_number(struct csvout *c, int64_t value) {
    char room[NUMBER_ROOM];
    csvout_value(c, number_text(value, room));
}

void csvout_end_row(struct csvout *c) {
    if (c->cells == 1 && c->first_is_empty)
        sink_text(c->out, "\"\"");
    sink_text(c->out, c->is_crlf ? "\r\n" : "\n");
    c->cells = 0;
}
