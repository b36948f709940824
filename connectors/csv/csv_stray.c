/*
 * A row whose quotes make no sense, told apart by where they stand, and kept if it then has as many
 * cells as rows have:
 *
 *     12,"5" disk, grey",x     a quote closes only before a delimiter or the line's end; others are
 *                              letters:  12   5" disk, grey   x
 *     12,"Disk,"grey, flat",x  the quote before Disk is a letter: a cell in quotes opens before the
 *                              one that it opens would close:  12   "Disk   grey, flat   x
 *     12,"Disk 5"",x           two at a cell's end are a letter and the end, where taking them for
 *                              one doubled quote leaves too few cells
 *
 * One line is looked at. A quote that opens its last cell and is not closed there may go on below,
 * so such a row is rejected; so is one with a quote taken for a letter where the first quote below
 * stands inside a cell, and may be of a cell that began here.
 */
#include "csv_reader.h"

#define NOWHERE SIZE_MAX

/* A line, and what was found out about its quotes so far. */
struct stray {
    struct span line;
    const struct csv_layout *layout;
    struct span delimiter;
    bool two_may_close;    /* two quotes before a delimiter: a letter and the end */
    size_t closers_end;    /* behind the last place that could close; NOWHERE: not looked for yet */
    size_t no_close_until; /* what opens before does not close */
    uint32_t letters;      /* quotes that stand where a cell begins and open nothing */
    bool is_open;          /* the last cell's is one of them */
};

static bool is_delimiter(const struct stray *s, size_t at) {
    return s->line.n - at >= s->delimiter.n &&
           memcmp(s->line.p + at, s->delimiter.p, s->delimiter.n) == 0;
}

static size_t behind_spaces(const struct stray *s, size_t at) {
    while (at < s->line.n && s->line.p[at] == ' ' && !is_delimiter(s, at))
        at++;
    return at;
}

static bool ends_cell(const struct stray *s, size_t at) {
    at = behind_spaces(s, at);
    return at == s->line.n || is_delimiter(s, at);
}

static bool starts_cell(const struct stray *s, size_t at) {
    return at >= s->delimiter.n && is_delimiter(s, at - s->delimiter.n);
}

static size_t find_closers_end(const struct stray *s) {
    for (size_t i = s->line.n; i > 0; i--)
        if (s->line.p[i - 1] == s->layout->quote && ends_cell(s, i))
            return i;
    return 0;
}

/* The next quotes that stand side by side: where they begin and end; begin = the line's end: none.
 */
static size_t next_quotes(const struct stray *s, size_t at, size_t *end) {
    while (at < s->line.n && s->line.p[at] != s->layout->quote)
        at += s->line.p[at] == s->layout->escape ? 2 : 1;
    if (at > s->line.n)
        at = s->line.n;
    for (*end = at; *end < s->line.n && s->line.p[*end] == s->layout->quote;)
        ++*end;
    return at;
}

/* Where the quote is that closes what the one at `open` opens; NOWHERE: it opens nothing. */
static size_t find_close(struct stray *s, size_t open) {
    if (s->closers_end == NOWHERE)
        s->closers_end = find_closers_end(s);
    if (open + 1 >= s->closers_end || open < s->no_close_until)
        return NOWHERE;
    size_t end, at;
    for (at = next_quotes(s, open + 1, &end); at < s->line.n; at = next_quotes(s, end, &end)) {
        bool is_end = ends_cell(s, end), is_start = at > open + 1 && starts_cell(s, at);
        bool is_pair = (end - at) % 2 == 0;
        if (is_start && (is_end ? is_pair : !is_pair || s->two_may_close))
            break;
        if (is_end && (!is_pair || s->two_may_close))
            return end - 1;
    }
    s->no_close_until = at;
    return NOWHERE;
}

/* Between quotes: two that stand side by side are one. */
static bool add_quoted(struct reader *r, const struct stray *s, size_t at, size_t close) {
    bool is_odd = false;
    const char *p = s->line.p;
    while (at < close) {
        if (p[at] == s->layout->escape && csv_is_plain_next(s->layout, p[at + 1])) {
            strbuf_add_char(&r->copy, p[at + 1]);
            at += 2;
            continue;
        }
        strbuf_add_char(&r->copy, p[at]);
        bool is_quote = p[at] == s->layout->quote;
        bool is_pair = is_quote && at + 1 < close && p[at + 1] == p[at];
        is_odd |= is_quote && !is_pair;
        at += is_pair ? 2 : 1;
    }
    return is_odd;
}

static size_t plain_end(const struct stray *s, size_t at) {
    while (at < s->line.n && !is_delimiter(s, at))
        at += s->line.p[at] == s->layout->escape ? 2 : 1;
    return at < s->line.n ? at : s->line.n;
}

/* The cell that begins at `at`, and where it ends. */
static size_t take_cell(struct reader *r, struct stray *s, size_t at) {
    size_t before = r->copy.n, open = behind_spaces(s, at), close = NOWHERE, end;
    bool has_quote = open < s->line.n && s->line.p[open] == s->layout->quote;
    unsigned flags;
    if (has_quote)
        close = find_close(s, open);
    if (close != NOWHERE) {
        end = behind_spaces(s, close + 1);
        bool is_odd = add_quoted(r, s, open + 1, close) || open > at || end > close + 1;
        flags = CELL_QUOTED | (is_odd ? CELL_ODD_QUOTES : 0);
    } else {
        end = plain_end(s, at);
        flags = 0;
        strbuf_add(&r->copy, s->line.p + at, end - at);
        s->letters += has_quote;
        s->is_open = has_quote && end == s->line.n;
    }
    struct cell *c = csv_count_cell(r, r->copy.n - before);
    if (c)
        *c = (struct cell){NULL, (uint32_t)(r->copy.n - before), flags};
    return end;
}

static void take_line(struct reader *r, struct stray *s) {
    csv_begin_row(r);
    strbuf_clear(&r->copy);
    s->closers_end = NOWHERE;
    s->no_close_until = s->letters = 0;
    s->is_open = false;
    for (size_t at = 0;;) {
        at = take_cell(r, s, at);
        if (at >= s->line.n)
            return;
        at = csv_behind_delimiter(s->layout, s->line, at);
        if (at == s->line.n) { /* an empty last cell */
            take_cell(r, s, at);
            return;
        }
    }
}

static bool is_proved(const struct reader *r, const struct stray *s) {
    return !s->is_open && csv_has_clear_cells(r);
}

/* Whether the first quote below the line, as far as is read, stands where a cell begins. */
static bool is_answered_below(const struct reader *r, const struct stray *s, size_t line_bytes) {
    const char *begin = r->text.text.p + r->text.at + line_bytes;
    size_t n = r->text.text.n - r->text.at - line_bytes;
    const char *quote = memchr(begin, s->layout->quote, n);
    if (!quote || quote == begin || quote[-1] == '\n' || quote[-1] == '\r')
        return true;
    size_t d = s->delimiter.n;
    return (size_t)(quote - begin) >= d && memcmp(quote - d, s->delimiter.p, d) == 0;
}

enum parsed csv_parse_stray(struct reader *r, bool may_go_on, struct extent *e, struct error *err) {
    struct line line;
    enum found found = csv_find_line(&r->text, 0, &line, err);
    if (found != LINE_FOUND)
        return found == LINE_FAILED ? FAILED : UNCLOSED;
    *e = (struct extent){line.bytes, 1, line.seen};
    struct stray s = {.line = {r->text.text.p + r->text.at, line.length},
                      .layout = &r->layout,
                      .delimiter = span_of(r->layout.delimiter)};
    take_line(r, &s);
    bool is_kept = is_proved(r, &s);
    uint32_t letters = s.letters;
    if (!is_kept || letters > 0) {
        s.two_may_close = true;
        take_line(r, &s);
        bool is_better = is_proved(r, &s) && (!is_kept || s.letters < letters);
        if (!is_better && is_kept) {
            s.two_may_close = false;
            take_line(r, &s);
        }
        is_kept |= is_better;
    }
    if (is_kept && (s.letters == 0 || !may_go_on || is_answered_below(r, &s, line.bytes)))
        return PARSED;
    return may_go_on ? UNCLOSED : BROKEN;
}
