/*
 * Rows of a form that libcsv does not know: a delimiter of several characters, signs that make
 * the next one plain (\\), another quote, or none.
 *
 *     'it''s'||a\|\|b||\N      →  it's   a||b   \N
 *
 * Fed one physical line at a time, like libcsv. Inside a cell without quotes a quote is a letter,
 * as in Excel's ="001"; so this is also how a row of the usual form is read that libcsv refuses.
 */
#include "csv_reader.h"

/* The row being put together. */
struct assembly {
    size_t start;             /* of the cell in hand, in r->copy */
    bool is_open, was_quoted; /* in quotes; behind them */
};

static void end_cell(struct reader *r, struct assembly *a) {
    size_t n = r->copy.n - a->start;
    struct cell *c = csv_count_cell(r, n);
    if (c)
        *c = (struct cell){NULL, (uint32_t)n, a->was_quoted ? CELL_QUOTED : 0};
    a->start = r->copy.n;
    a->was_quoted = false;
}

/* Spaces before an opening quote are no part of the cell. */
static bool is_blank_so_far(const struct reader *r, const struct assembly *a) {
    for (size_t i = a->start; i < r->copy.n; i++)
        if (r->copy.p[i] != ' ')
            return false;
    return true;
}

/* In quotes; returns how many bytes were used. */
static size_t take_quoted(struct reader *r, struct assembly *a, struct span rest) {
    const struct csv_layout *l = &r->layout;
    bool has_next = rest.n > 1;
    if (rest.p[0] == l->escape && has_next && csv_is_plain_next(l, rest.p[1])) {
        strbuf_add_char(&r->copy, rest.p[1]);
        return 2;
    }
    if (rest.p[0] != l->quote) {
        strbuf_add_char(&r->copy, rest.p[0]);
        return 1;
    }
    if (has_next && rest.p[1] == l->quote) {
        strbuf_add_char(&r->copy, l->quote);
        return 2;
    }
    a->is_open = false;
    return 1;
}

/* Outside of quotes; 0: the quotes make no sense. */
static size_t take_plain(struct reader *r, struct assembly *a, struct span rest) {
    const struct csv_layout *l = &r->layout;
    struct span delimiter = span_of(l->delimiter);
    char c = rest.p[0];
    if (rest.n >= delimiter.n && memcmp(rest.p, delimiter.p, delimiter.n) == 0) {
        end_cell(r, a);
        return csv_behind_delimiter(l, rest, 0);
    }
    if (a->was_quoted)
        return c == ' ';
    if (c == l->quote && is_blank_so_far(r, a)) {
        r->copy.n = a->start;
        a->is_open = a->was_quoted = true;
        return 1;
    }
    if (c == l->escape && rest.n > 1 && csv_is_plain_next(l, rest.p[1])) {
        strbuf_add_char(&r->copy, rest.p[1]);
        return 2;
    }
    strbuf_add_char(&r->copy, c);
    return 1;
}

/* Whether the row goes on in the next line. */
static bool take_line(struct reader *r, struct assembly *a, struct span line, bool *is_broken) {
    while (line.n > 0) {
        if (line.n == 1 && line.p[0] == r->layout.escape)
            return true; /* the line's end is the cell's */
        size_t used = a->is_open ? take_quoted(r, a, line) : take_plain(r, a, line);
        if (used == 0) {
            *is_broken = true;
            return false;
        }
        line = (struct span){line.p + used, line.n - used};
    }
    return a->is_open;
}

enum parsed csv_parse_other(struct reader *r, struct extent *e, struct error *err) {
    struct assembly a = {0};
    bool goes_on = true, is_broken = false;
    csv_begin_row(r);
    strbuf_clear(&r->copy);
    *e = (struct extent){0};
    while (goes_on) {
        struct line line;
        enum found found = csv_find_line(&r->text, e->bytes, &line, err);
        if (found == LINE_FAILED)
            return FAILED;
        if (found != LINE_FOUND)
            return UNCLOSED;
        const char *p = r->text.text.p + r->text.at + e->bytes;
        goes_on = take_line(r, &a, (struct span){p, line.length}, &is_broken);
        if (is_broken)
            return BROKEN;
        if (goes_on)
            strbuf_add(&r->copy, p + line.length, line.bytes - line.length);
        e->bytes += line.bytes;
        e->lines++;
        e->seen |= line.seen;
    }
    end_cell(r, &a);
    return PARSED;
}
