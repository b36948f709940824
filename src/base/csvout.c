/* CSV out: libcsv quotes what needs it. */
#include "tenko/csvout.h"

#include "tenko/memory.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* --- Most cells: nothing in them to quote or to guard --- */

/* Is one of eight bytes at most ','? Every separator, blank and control sign is, and few others. */
static uint64_t low_bytes(uint64_t bytes) {
    const uint64_t each = 0x0101010101010101;
    return (bytes - each * (',' + 1)) & ~bytes & (each * 0x80);
}

/* May a text that begins so be taken for a formula? Bytes at most ',' apart. */
static bool may_be_formula(struct span text) {
    static const bool signs[256] = {['-'] = true,  [';'] = true,  ['='] = true, ['@'] = true,
                                    [0xC2] = true, [0xE2] = true, [0xEF] = true};
    unsigned char first = (unsigned char)text.p[0];
    bool is_wide_blank = first == 0xE3 && text.n > 1 && (unsigned char)text.p[1] == 0x80;
    return signs[first] || is_wide_blank;
}

/* copy_plain of less than eight bytes: of four or more the first and the last four. */
static bool copy_short(char *to, struct span text) {
    uint32_t first, last;
    if (text.n < sizeof first) {
        bool is_low = false;
        for (size_t i = 0; i < text.n; i++) {
            to[i] = text.p[i];
            is_low |= (unsigned char)text.p[i] <= ',';
        }
        return !is_low && (text.n == 0 || !may_be_formula(text));
    }
    memcpy(&first, text.p, sizeof first);
    memcpy(&last, text.p + text.n - sizeof last, sizeof last);
    memcpy(to, &first, sizeof first);
    memcpy(to + text.n - sizeof last, &last, sizeof last);
    return !low_bytes(first | (uint64_t)last << 32) && !may_be_formula(text);
}

/* Copies the text and looks at it in passing; false: it is not plain, or may not be. */
static bool copy_plain(char *to, struct span text) {
    size_t n = text.n;
    uint64_t eight, low = 0;
    if (n < 8)
        return copy_short(to, text);
    for (size_t i = 0; i <= n - 8; i += 8) {
        memcpy(&eight, text.p + i, 8);
        memcpy(to + i, &eight, 8);
        low |= low_bytes(eight);
    }
    memcpy(&eight, text.p + n - 8, 8); /* the rest, and once more what is before it */
    memcpy(to + n - 8, &eight, 8);
    return !(low | low_bytes(eight)) && !may_be_formula(text);
}

/* --- The others --- */

static bool needs_quotes(struct span text) {
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == ',' || text.p[i] == '"' || text.p[i] == '\n' || text.p[i] == '\r')
            return true;
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

/* False: nothing was written. */
static bool plain_cell(struct csvout *c, struct span text) {
    if (text.n >= SINK_ROOM_MOST)
        return false;
    char *room = sink_room(c->out, text.n + 1);
    size_t comma = c->cells > 0;
    *room = ',';
    if (!copy_plain(room + comma, text))
        return false;
    if (c->cells++ == 0)
        c->first_is_empty = text.n == 0;
    sink_took(c->out, comma + text.n);
    return true;
}

static void add_cell(struct csvout *c, struct span text) {
    if (needs_quotes(text))
        quoted(c->out, text);
    else
        sink_span(c->out, text);
}

void csvout_cell(struct csvout *c, struct span text) {
    if (plain_cell(c, text))
        return;
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

char *csvout_room(struct csvout *c, size_t n) {
    char *room = sink_room(c->out, n + 1);
    *room = ',';
    return room + (c->cells > 0);
}

void csvout_took(struct csvout *c, size_t n) {
    sink_took(c->out, (c->cells > 0) + n);
    if (c->cells++ == 0)
        c->first_is_empty = n == 0;
}

void csvout_value(struct csvout *c, struct span text) {
    memcpy(csvout_room(c, text.n), text.p, text.n);
    csvout_took(c, text.n);
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
