/*
 * From what libcsv found to what is handed out: quotes marked, Excel's ="001" unwrapped, bytes that
 * are no characters replaced, everything odd noted.
 *
 * libcsv gives a cell's text but not where it stood or whether in quotes. Rows with a quote are
 * therefore walked once more beside its result, by the same grammar.
 */
#include "csv_reader.h"

#include <stdio.h>

#define MARK      '\xFF' /* a byte that could not be decoded: encoding.h */
#define MARK_SIZE 3

/* ---- one cell ---- */

static void note(struct reader *r, uint32_t cell, enum message_id problem, enum message_id done,
                 struct span value) {
    struct row_note n = {cell, problem, done, value};
    vec_push(&r->notes, n);
}

/* The U+FFFD of a cell are counted in characters, from 1: what a person can count in Excel. */
static size_t character_number(const char *p, const char *at) {
    size_t n = 1;
    for (; p < at; p++)
        n += ((unsigned char)*p & 0xC0) != 0x80;
    return n;
}

static void replace_marks(struct reader *r, uint32_t index, struct cell *c) {
    char *start = (char *)(uintptr_t)c->p, *end = start + c->n;
    char *mark = memchr(start, MARK, c->n);
    if (!mark)
        return;
    /* Reserved for all cells: texts do not move while the row is in hand. */
    struct note_text *text = &r->note_texts.items[r->note_texts.count++];
    snprintf(text->text, sizeof text->text, "0x%c%c @ %zu", mark[1], mark[2],
             character_number(start, mark));
    for (; mark; mark = memchr(mark, MARK, (size_t)(end - mark)))
        memcpy(mark, "\xEF\xBF\xBD", MARK_SIZE);
    c->flags |= CELL_UNDECODABLE;
    note(r, index, MSG_CSV_UNDECODABLE, MSG_CSV_REPLACED, span_of(text->text));
}

static void drop_nuls(struct reader *r, uint32_t index, struct cell *c) {
    char *start = (char *)(uintptr_t)c->p, *to = memchr(start, '\0', c->n);
    if (!to)
        return;
    for (const char *from = to; from < start + c->n; from++)
        if (*from != '\0')
            *to++ = *from;
    c->n = (uint32_t)(to - start);
    note(r, index, MSG_CSV_NUL, MSG_CSV_DROPPED, (struct span){c->p, c->n});
}

/* In place: a cell lies in the window or in the copy, and both are ours. */
static void clean(struct reader *r, uint32_t index, struct cell *c, bool has_nul) {
    if (c->n == 0)
        return;
    if (has_nul)
        drop_nuls(r, index, c);
    if (r->text.has_bad)
        replace_marks(r, index, c);
    if (r->text.has_private && utf8_has_private_use((struct span){c->p, c->n}))
        note(r, index, MSG_CSV_PRIVATE_USE, MSG_CSV_KEPT, (struct span){c->p, c->n});
}

static void begin(struct reader *r, bool has_nul) {
    r->nul_rows += has_nul;
    r->notes.count = r->note_texts.count = 0;
    if (r->text.has_bad)
        vec_reserve(&r->note_texts, r->cells.count);
}

void csv_finish_plain(struct reader *r, bool has_nul) {
    begin(r, has_nul);
    if (!has_nul && !r->text.has_bad && !r->text.has_private)
        return;
    for (uint32_t i = 0; i < r->cells.count; i++)
        clean(r, i, &r->cells.items[i], has_nul);
}

/* ---- rows with quotes ---- */

struct raw_cell {
    size_t start, end;
    bool is_quoted, has_spaces; /* around the quotes */
};

static bool ends_cell(struct span raw, size_t i, char delimiter) {
    return i >= raw.n || raw.p[i] == delimiter || raw.p[i] == '\n' || raw.p[i] == '\r';
}

static size_t skip_spaces(struct span raw, size_t i, char delimiter) {
    while (i < raw.n && (raw.p[i] == ' ' || raw.p[i] == '\t') && raw.p[i] != delimiter)
        i++;
    return i;
}

/* The cell that starts at `start`, as libcsv reads it in this mode. */
static struct raw_cell walk_cell(struct span raw, size_t start, char delimiter,
                                 enum parse_mode mode) {
    struct raw_cell c = {.start = start};
    size_t i = mode == PARSE_TRIM ? skip_spaces(raw, start, delimiter) : start;
    c.is_quoted = i < raw.n && raw.p[i] == '"';
    if (!c.is_quoted) {
        while (!ends_cell(raw, i, delimiter))
            i++;
        c.end = i;
        return c;
    }
    c.has_spaces = i > start;
    for (i++; i < raw.n; i++) {
        if (raw.p[i] != '"')
            continue;
        if (i + 1 < raw.n && raw.p[i + 1] == '"') {
            i++;
            continue;
        }
        size_t after = mode == PARSE_TRIM ? skip_spaces(raw, i + 1, delimiter) : i + 1;
        c.has_spaces |= after > i + 1;
        i = after;
        break;
    }
    c.end = i;
    return c;
}

/* ="001", and "="001"" as it looks after a second export. */
static bool is_excel_text(struct span text, struct span *inner) {
    if (text.n >= 4 && memcmp(text.p, "\"=\"", 3) == 0)
        text = (struct span){text.p + 1, text.n - 1};
    if (text.n < 3 || memcmp(text.p, "=\"", 2) != 0 || text.p[text.n - 1] != '"')
        return false;
    *inner = (struct span){text.p + 2, text.n - 3};
    return memchr(inner->p, '"', inner->n) == NULL;
}

/* As many as the header or most rows? */
static bool has_usual_cells(const struct reader *r) {
    const struct csv_layout *l = &r->layout;
    return l->usual_cells == 0 || r->cell_count == l->usual_cells ||
           r->cell_count == l->header_cells;
}

/* Only Excel's ="001" has quotes, and they make sense. */
static bool is_all_excel(const struct reader *r) {
    const char *text = r->copy.p;
    for (uint32_t i = 0; i < r->cells.count; i++) {
        struct span value = {text, r->cells.items[i].n}, inner;
        bool has_quote = memchr(value.p, r->layout.quote, value.n) != NULL;
        if (has_quote && !is_excel_text(value, &inner))
            return false;
        text += value.n;
    }
    return true;
}

bool csv_has_clear_cells(const struct reader *r) {
    return has_usual_cells(r) || is_all_excel(r);
}

void csv_finish_quoted(struct reader *r, struct span raw, enum parse_mode mode, bool has_nul) {
    begin(r, has_nul);
    size_t at = 0;
    const char *text = r->copy.p;
    for (uint32_t i = 0; i < r->cells.count; i++) {
        struct cell *c = &r->cells.items[i];
        struct raw_cell w = walk_cell(raw, at, r->delimiter, mode);
        struct span value = {text, c->n}, inner;
        text += c->n;
        at = w.end + 1;
        if (!w.is_quoted) /* as written: only quoted cells lose the spaces around them */
            value = (struct span){raw.p + w.start, w.end - w.start};
        c->flags = w.is_quoted ? CELL_QUOTED : 0;
        bool is_excel = is_excel_text(value, &inner);
        if (is_excel) {
            value = inner;
            c->flags |= CELL_EXCEL_TEXT;
        }
        c->p = value.p;
        c->n = (uint32_t)value.n;
        clean(r, i, c, has_nul);
        if (w.has_spaces && !is_excel)
            note(r, i, MSG_CSV_SPACE_AT_QUOTE, MSG_CSV_DROPPED, (struct span){c->p, c->n});
    }
}

/* ---- rows that libcsv did not read: all cells stand in the copy ---- */

void csv_finish_other(struct reader *r, bool has_nul) {
    begin(r, has_nul);
    const char *text = r->copy.p;
    for (uint32_t i = 0; i < r->cells.count; i++) {
        struct cell *c = &r->cells.items[i];
        struct span value = {text, c->n}, inner;
        text += c->n;
        if (is_excel_text(value, &inner)) {
            value = inner;
            c->flags |= CELL_EXCEL_TEXT;
        }
        c->p = value.p;
        c->n = (uint32_t)value.n;
        clean(r, i, c, has_nul);
        bool is_plain = !(c->flags & (CELL_QUOTED | CELL_EXCEL_TEXT));
        bool is_odd =
            c->flags & CELL_ODD_QUOTES || (is_plain && memchr(c->p, r->layout.quote, c->n));
        c->flags &= ~CELL_ODD_QUOTES;
        if (is_odd && !(c->flags & CELL_EXCEL_TEXT))
            note(r, i, MSG_CSV_QUOTE_IN_CELL, MSG_CSV_KEPT, (struct span){c->p, c->n});
    }
}
