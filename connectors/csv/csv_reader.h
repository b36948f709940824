/* The csv connector's reader, shared by its files and its tests. */
#ifndef TENKO_CSV_READER_H
#define TENKO_CSV_READER_H

#include "csv_layout.h"
#include "csv_text.h"
#include "tenko/connector.h"

#include <csv.h>

#define CELL_MAX_BYTES ((size_t)1 << 20)
#define ROW_MAX_CELLS  4096u
#define ROW_MAX_BYTES  ((size_t)16 << 20)
#define FILE_MAX_LINES 4000000000u /* with a row of ROW_MAX_BYTES lines more, `line` still fits */

/* A physical line, from an offset of the window on. */
struct line {
    size_t length; /* without its end */
    size_t bytes;  /* with it */
    unsigned seen; /* SEEN_* */
};
#define SEEN_END   1u /* CR or LF: the line's end */
#define SEEN_QUOTE 2u
#define SEEN_NUL   4u
#define SEEN_DOS   8u /* 1A */

enum found { LINE_FOUND, LINE_NONE, LINE_TOO_LONG, LINE_FAILED };

struct note_text {
    char text[24];
};

struct reader {
    char *path, *display;
    struct csv_text text;
    struct csv_parser parser;
    struct csv_layout layout;
    char delimiter;     /* the layout's, where it is of one byte */
    bool is_usual;      /* what libcsv knows: one byte, and quotes like its own */
    bool is_one_column; /* no delimiter anywhere: a blank line is an empty cell */
    bool has_separator_line, has_dos_line;
    uint64_t nul_rows;

    uint32_t line; /* of the window's beginning, from 1 */

    /* The row in hand. */
    VEC(struct cell) cells;
    uint32_t cell_count; /* all of them; only ROW_MAX_CELLS are kept */
    bool is_ended, has_long_cell, follows_blank;
    struct strbuf copy; /* a row with quotes: its cells, one behind the other */
    VEC(struct row_note) notes;
    VEC(struct note_text) note_texts;
};

/* csv_connector.c. `path` and `display` are copied. */
bool csv_reader_open(struct reader **out, const char *path, const char *display,
                     const struct csv_settings *settings, struct error *err) must_check;

/* csv_rows.c: the connector's next. */
enum next csv_reader_next(struct reader *r, struct row *row, struct error *err);

/* A row that is no plain line. */
enum parsed { PARSED, BROKEN, UNCLOSED, FAILED };
struct extent { /* of a row, from the window's beginning on */
    size_t bytes;
    uint32_t lines;
    unsigned seen;
};
static inline void csv_begin_row(struct reader *r) {
    r->cells.count = r->cell_count = 0;
    r->is_ended = r->has_long_cell = false;
}
/* The place of the next cell, of n bytes, or NULL when the row has too many. */
static inline struct cell *csv_count_cell(struct reader *r, size_t n) {
    r->has_long_cell |= n > CELL_MAX_BYTES;
    if (r->cell_count++ >= ROW_MAX_CELLS)
        return NULL;
    vec_reserve(&r->cells, r->cells.count + 1);
    return &r->cells.items[r->cells.count++];
}
/* csv_other.c: the row at the window's beginning, by a grammar that knows all layouts. */
enum parsed csv_parse_other(struct reader *r, struct extent *e, struct error *err);
/* csv_stray.c: the line at the window's beginning, whose quotes make no sense otherwise;
 * `may_go_on`: an open quote of it has not been seen to be wrong on the line itself. */
enum parsed csv_parse_stray(struct reader *r, bool may_go_on, struct extent *e, struct error *err);

/* csv_lines.c: the line at an offset of the window; reads on as needed, which moves the window.
 * TOO_LONG: it ends more than ROW_MAX_BYTES behind the window's beginning. */
enum found csv_find_line(struct csv_text *t, size_t from, struct line *out, struct error *err);
/* Drops the line at the window's beginning, however long it is. */
bool csv_skip_line(struct csv_text *t, struct error *err) must_check;

/* csv_row_cells.c: from what was found to what is handed out. The strict and the trimming mode are
 * libcsv's; the cells of other rows stand in r->copy, and their flags may have: */
#define CELL_ODD_QUOTES                                                                            \
    0x80000000u /* quotes inside that are not doubled, or spaces around them                       \
                 */
enum parse_mode { PARSE_STRICT, PARSE_TRIM, PARSE_OTHER };
void csv_finish_plain(struct reader *r, bool has_nul);
void csv_finish_quoted(struct reader *r, struct span raw, enum parse_mode mode, bool has_nul);
void csv_finish_other(struct reader *r, bool has_nul);
/* Has the row, whose cells stand in r->copy, as many cells as the header or most rows? Or no quotes
 * but those of Excel's ="001"? */
bool csv_has_clear_cells(const struct reader *r);

#endif
