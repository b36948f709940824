/*
 * Lines → rows, by libcsv.
 *
 * libcsv counts no lines, skips blank ones, and reads an open quote to the end of the file. So it
 * is fed one physical line at a time, end included, and asked after each whether a row came out:
 *
 *     1,"two        line 2: no row yet, the newline is the cell's
 *     lines",3      line 3: the row of line 2
 *     4,5,"open     line 4: no row …
 *     7,"x",9       line 5: … and x stands behind a closing quote: strict libcsv stops. Line 4 is
 *                   rejected as unclosed, and reading goes on with line 5.
 *
 * A row is tried strictly first. If strict libcsv stops, spaces around quoted cells are allowed
 * (libcsv's own trimming); then quotes inside cells that do not begin with one (csv_other.c); then
 * the one line is read by where its quotes stand (csv_stray.c). Of the last two the row is kept if
 * it has as many cells as the header, or as most of the first rows. Otherwise it is rejected.
 *
 * Spaces outside quotes belong to the cell, so libcsv's trimming is switched off by a function that
 * knows no space.
 *
 * A line without a quote needs no parser: its cells lie between its delimiters. Nearly all lines
 * are so, and libcsv would look at each of their bytes in a state machine; they are split here,
 * eight bytes at a time, which halves the time of reading (the tests compare both ways).
 */
#include "csv_reader.h"

#include <endian.h>

static int no_space(unsigned char c) {
    (void)c;
    return 0;
}

/* ---- libcsv's callbacks ---- */

static void quoted_cell(void *text, size_t n, void *context) {
    struct reader *r = context;
    struct cell *c = csv_count_cell(r, n);
    if (!c)
        return;
    *c = (struct cell){NULL, (uint32_t)n, 0}; /* found in the copy when that has stopped moving */
    strbuf_add(&r->copy, text, n);
}

static void row_end(int end, void *context) {
    (void)end;
    ((struct reader *)context)->is_ended = true;
}

/* ---- parsing ---- */

static void add_plain(struct reader *r, const char *start, const char *end) {
    size_t n = (size_t)(end - start);
    struct cell *c = csv_count_cell(r, n);
    if (c)
        *c = (struct cell){start, (uint32_t)n, 0};
}

/* 80 in each byte of `eight` that is the delimiter, exactly. */
static uint64_t delimiters_in(uint64_t eight, uint64_t delimiter) {
    const uint64_t low = 0x7F7F7F7F7F7F7F7Fu;
    uint64_t other = eight ^ delimiter;
    return ~(((other & low) + low) | other | low);
}

/* The cells' texts are the line's, so they need not be copied. */
static void split_plain(struct reader *r, const struct line *line) {
    const char *p = r->text.text.p + r->text.at, *end = p + line->length, *start = p;
    uint64_t delimiter = 0x0101010101010101u * (unsigned char)r->delimiter;
    csv_begin_row(r);
    for (; end - p >= 8; p += 8) {
        uint64_t eight;
        memcpy(&eight, p, sizeof eight);
        for (uint64_t hits = delimiters_in(le64toh(eight), delimiter); hits; hits &= hits - 1) {
            const char *at = p + __builtin_ctzll(hits) / 8;
            add_plain(r, start, at);
            start = at + 1;
        }
    }
    for (; p < end; p++) {
        if (*p != r->delimiter)
            continue;
        add_plain(r, start, p);
        start = p + 1;
    }
    add_plain(r, start, end);
}

/* Makes libcsv forget a row that it did not finish: csv_fini does so, unless it is strict. */
static void forget(struct reader *r) {
    csv_set_opts(&r->parser, 0);
    csv_fini(&r->parser, NULL, NULL, NULL);
}

static void begin_mode(struct reader *r, enum parse_mode mode) {
    csv_begin_row(r);
    strbuf_clear(&r->copy);
    forget(r);
    csv_set_opts(&r->parser, CSV_STRICT | CSV_STRICT_FINI); /* an open quote is no end */
    csv_set_space_func(&r->parser, mode == PARSE_TRIM ? NULL : no_space);
}

/* Feeds lines until a row is complete. */
static enum parsed parse_quoted(struct reader *r, enum parse_mode mode, struct extent *e,
                                struct error *err) {
    begin_mode(r, mode);
    *e = (struct extent){0};
    while (!r->is_ended) {
        struct line line;
        enum found found = csv_find_line(&r->text, e->bytes, &line, err);
        if (found == LINE_FAILED)
            return FAILED;
        if (found != LINE_FOUND)
            return UNCLOSED;
        const char *p = r->text.text.p + r->text.at + e->bytes;
        if (csv_parse(&r->parser, p, line.bytes, quoted_cell, row_end, r) != line.bytes)
            return BROKEN;
        if (!r->is_ended && line.bytes == line.length &&
            csv_fini(&r->parser, quoted_cell, row_end, r) != 0)
            return UNCLOSED;
        e->bytes += line.bytes;
        e->lines++;
        e->seen |= line.seen;
    }
    return PARSED;
}

static enum parsed parse_any_mode(struct reader *r, enum parse_mode *mode, struct extent *e,
                                  struct error *err) {
    *mode = PARSE_STRICT;
    enum parsed parsed = parse_quoted(r, *mode, e, err);
    bool may_go_on = parsed == UNCLOSED || e->lines > 0;
    if (parsed == BROKEN) {
        *mode = PARSE_TRIM;
        parsed = parse_quoted(r, *mode, e, err);
    }
    if (parsed == PARSED || parsed == FAILED)
        return parsed;
    forget(r);
    *mode = PARSE_OTHER;
    parsed = csv_parse_other(r, e, err);
    if (parsed == FAILED || (parsed == PARSED && csv_has_clear_cells(r)))
        return parsed;
    return csv_parse_stray(r, may_go_on, e, err);
}

/* ---- rows ---- */

static void hand_out(struct reader *r, struct row *row) {
    enum message_id problem = r->has_long_cell                ? MSG_CSV_CELL_TOO_LONG
                              : r->cell_count > ROW_MAX_CELLS ? MSG_CSV_TOO_MANY_CELLS
                                                              : MSG_NONE;
    *row = (struct row){.line = r->line,
                        .cells = r->cells.items,
                        .count = (uint32_t)r->cells.count,
                        .follows_blank = r->follows_blank,
                        .problem = problem,
                        .notes = r->notes.items,
                        .note_count = (uint32_t)r->notes.count};
}

static void consume(struct reader *r, size_t bytes, uint32_t lines) {
    r->text.at += bytes;
    r->line += lines;
}

static enum next reject(struct reader *r, struct row *row, enum message_id problem) {
    *row = (struct row){.line = r->line, .problem = problem};
    return NEXT_ROW;
}

static enum next next_plain(struct reader *r, const struct line *line, struct row *row) {
    split_plain(r, line);
    csv_finish_plain(r, line->seen & SEEN_NUL);
    hand_out(r, row);
    consume(r, line->bytes, 1);
    return NEXT_ROW;
}

static enum next reject_line(struct reader *r, const struct line *line, struct row *row,
                             enum parsed parsed) {
    reject(r, row, parsed == BROKEN ? MSG_CSV_STRAY_QUOTE : MSG_CSV_UNCLOSED_QUOTE);
    consume(r, line->bytes, 1);
    return NEXT_ROW;
}

static enum next next_other(struct reader *r, const struct line *line, struct row *row,
                            struct error *err) {
    struct extent e;
    enum parsed parsed = csv_parse_other(r, &e, err);
    if (parsed == BROKEN || parsed == UNCLOSED)
        parsed = csv_parse_stray(r, parsed == UNCLOSED || e.lines > 0, &e, err);
    if (parsed == FAILED)
        return NEXT_FAILED;
    if (parsed != PARSED)
        return reject_line(r, line, row, parsed);
    csv_finish_other(r, e.seen & SEEN_NUL);
    hand_out(r, row);
    consume(r, e.bytes, e.lines);
    return NEXT_ROW;
}

static enum next next_quoted(struct reader *r, const struct line *line, struct row *row,
                             struct error *err) {
    enum parse_mode mode;
    struct extent e;
    enum parsed parsed = parse_any_mode(r, &mode, &e, err);
    if (parsed == FAILED)
        return NEXT_FAILED;
    if (parsed != PARSED)
        return reject_line(r, line, row, parsed);
    struct span raw = {r->text.text.p + r->text.at, e.bytes};
    if (mode == PARSE_OTHER)
        csv_finish_other(r, e.seen & SEEN_NUL);
    else
        csv_finish_quoted(r, raw, mode, e.seen & SEEN_NUL);
    hand_out(r, row);
    consume(r, e.bytes, e.lines);
    return NEXT_ROW;
}

/* A blank line is an empty cell where rows have but one, else nothing. */
static enum next next_blank(struct reader *r, const struct line *line, struct row *row) {
    csv_begin_row(r);
    *csv_count_cell(r, 0) = (struct cell){"", 0, 0};
    r->notes.count = 0;
    hand_out(r, row);
    consume(r, line->bytes, 1);
    return NEXT_ROW;
}

static bool is_dos_end(const struct reader *r, const struct line *line) {
    const char *p = r->text.text.p + r->text.at;
    for (size_t i = 0; i < line->length; i++)
        if (p[i] != '\x1A')
            return false;
    return true;
}

enum next csv_reader_next(struct reader *r, struct row *row, struct error *err) {
    r->follows_blank = false;
    for (;;) {
        struct line line;
        if (r->line > FILE_MAX_LINES) {
            error_set(err, FAULT_INPUT, MSG_CSV_TOO_MANY_LINES, r->display, 0, NULL);
            return NEXT_FAILED;
        }
        switch (csv_find_line(&r->text, 0, &line, err)) {
        case LINE_FAILED:
            return NEXT_FAILED;
        case LINE_NONE:
            return NEXT_END;
        case LINE_TOO_LONG:
            reject(r, row, MSG_CSV_ROW_TOO_LONG);
            r->line++;
            return csv_skip_line(&r->text, err) ? NEXT_ROW : NEXT_FAILED;
        case LINE_FOUND:
            break;
        }
        if (line.length == 0 && r->is_one_column)
            return next_blank(r, &line, row);
        bool is_dos_line = line.length > 0 && line.seen == SEEN_DOS && is_dos_end(r, &line);
        if (line.length == 0 || is_dos_line) {
            r->has_dos_line |= is_dos_line;
            r->follows_blank = true;
            consume(r, line.bytes, 1);
            continue;
        }
        if (!r->is_usual)
            return next_other(r, &line, row, err);
        return line.seen & SEEN_QUOTE ? next_quoted(r, &line, row, err) : next_plain(r, &line, row);
    }
}
