/*
 * The sheet → rows.
 *
 *     <row r="3" hidden="1">                       hidden rows are read, and said to be hidden
 *       <c r="A3" t="s"><v>17</v></c>              shared string 17
 *       <c r="C3" s="4"><v>46112</v></c>           a number; style 4 may make it a date. B3 is
 * empty <c r="D3" t="str"><f>A3&amp;"x"</f><v>1x</v></c>   a formula, and its value when last saved
 *     </row>
 *
 * The parser is paused behind each row that holds anything, so that one row is in memory, beside
 * the shared strings, whatever the sheet's size. `r` may be missing: a cell then follows the last.
 */
#include "xlsx_reader.h"

#include "tenko/encoding.h"

#include <stdio.h>

#define COLUMN_LETTERS_MAX 3u

/* ---- where a cell stands ---- */

/* "AB12" → 27; false if it does not begin with one to three letters. */
static bool parse_column(const char *reference, uint32_t *out) {
    uint32_t column = 0;
    size_t i = 0;
    for (; i <= COLUMN_LETTERS_MAX; i++) {
        char c = (char)(reference[i] & ~0x20);
        if (c < 'A' || c > 'Z')
            break;
        column = column * 26 + (uint32_t)(c - 'A' + 1);
    }
    if (i == 0 || i > COLUMN_LETTERS_MAX)
        return false;
    *out = column - 1;
    return true;
}

static bool parse_number(const char *text, uint32_t *out) {
    uint64_t number = 0;
    size_t i = 0;
    for (; text[i] >= '0' && text[i] <= '9' && number < UINT32_MAX; i++)
        number = number * 10 + (uint64_t)(text[i] - '0');
    *out = (uint32_t)number;
    return i > 0 && text[i] == '\0' && number < UINT32_MAX;
}

/* ---- a row begins ---- */

static void note(struct reader *r, uint32_t cell, enum message_id problem, enum message_id done) {
    struct row_note n = {cell, problem, done, {"", 0}};
    vec_push(&r->notes, n);
}

static void begin_row(struct reader *r, const char **attributes) {
    const char *reference = xml_attribute(attributes, "r");
    uint32_t line = r->line + 1;
    if (reference && (!parse_number(reference, &line) || line <= r->line)) {
        xml_fail(&r->xml, "rows that are not in order");
        return;
    }
    r->line = line;
    r->in_row = true;
    r->cell_count = 0;
    r->problem = MSG_NONE;
    r->notes.count = 0;
    strbuf_clear(&r->text);
    r->open = (struct open_cell){.column = UINT32_MAX};
    for (size_t i = 0; i < r->cells.count; i++)
        r->cells.items[i] = (struct cell){"", 0, 0};
    if (xml_is_true(xml_attribute(attributes, "hidden")) && r->hidden_rows++ == 0)
        note(r, ROW_NOTE_WHOLE, MSG_XLSX_HIDDEN_ROW, MSG_CSV_KEPT);
}

/* ---- a cell ---- */

static enum cell_type type_of(const char *word) {
    static const struct {
        const char *word;
        enum cell_type type;
    } types[] = {{"s", CELL_SHARED}, {"str", CELL_TEXT}, {"inlineStr", CELL_TEXT},
                 {"b", CELL_BOOL},   {"e", CELL_TEXT},   {"d", CELL_DATE}};
    for (size_t i = 0; word && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].word, word) == 0)
            return types[i].type;
    return CELL_NUMBER;
}

static void begin_cell(struct reader *r, const char **attributes) {
    uint32_t column = r->open.column + 1, style = 0; /* UINT32_MAX + 1 is 0: the first */
    const char *reference = xml_attribute(attributes, "r"),
               *styled = xml_attribute(attributes, "s");
    if ((reference && !parse_column(reference, &column)) ||
        (styled && !parse_number(styled, &style))) {
        xml_fail(&r->xml, "a cell that is nowhere");
        return;
    }
    r->in_cell = true;
    r->open = (struct open_cell){.column = column,
                                 .type = type_of(xml_attribute(attributes, "t")),
                                 .style = style,
                                 .start = r->text.n};
}

static const struct number_format *format_of(const struct reader *r, uint32_t style) {
    return style < r->formats.styles.count ? &r->formats.styles.items[style] : NULL;
}

/* A number whose format does not say whether it is a day: who reads it as one must know its epoch.
 */
static uint32_t flags_of(const struct reader *r) {
    const struct number_format *format = format_of(r, r->open.style);
    bool is_plain = r->open.type == CELL_NUMBER && !r->open.is_inline &&
                    (!format || (!format->shows && !format->digits));
    return is_plain && r->book.is_1904 ? CELL_SINCE_1904 : 0;
}

static void make_room(struct reader *r, uint32_t column) {
    while (r->cells.count <= column) {
        vec_push(&r->cells, ((struct cell){"", 0, 0}));
        vec_push(&r->places, ((struct sheet_place){0, false}));
    }
}

static void put_cell(struct reader *r, struct span shared, bool is_shared) {
    uint32_t column = r->open.column;
    size_t n = is_shared ? shared.n : r->text.n - r->open.start;
    if (n == 0)
        return;
    if (column >= XLSX_ROW_MAX_CELLS) {
        r->problem = MSG_CSV_TOO_MANY_CELLS;
        return;
    }
    if (n > XLSX_CELL_MAX_BYTES) {
        r->problem = MSG_CSV_CELL_TOO_LONG;
        return;
    }
    make_room(r, column);
    r->cells.items[column] = (struct cell){is_shared ? shared.p : NULL, (uint32_t)n, flags_of(r)};
    r->places.items[column] = (struct sheet_place){r->open.start, is_shared};
    if (r->cell_count <= column)
        r->cell_count = column + 1;
}

static void put_shared(struct reader *r) {
    uint32_t index;
    const char *text = r->text.p + r->open.start;
    if (!parse_number(text, &index) || index >= r->strings.ends.count) {
        xml_fail(&r->xml, "a text that is not among the shared texts");
        return;
    }
    r->text.n = r->open.start;
    put_cell(r, strings_at(&r->strings, index), true);
}

/* The raw value gives way to what it means. */
static void replace_value(struct reader *r) {
    char raw[128];
    size_t n = r->text.n - r->open.start;
    if (n >= sizeof raw) /* no number, flag or date: kept as it stands */
        return;
    memcpy(raw, r->text.p + r->open.start, n);
    raw[n] = '\0';
    const struct number_format *format = format_of(r, r->open.style);
    r->text.n = r->open.start;
    if (r->open.type == CELL_BOOL) {
        strbuf_add_text(&r->text, xml_is_true(raw) ? "TRUE" : "FALSE");
    } else if (r->open.type == CELL_DATE) { /* ISO already: 2026-03-31T00:00:00 */
        char *clock = strchr(raw, 'T');
        bool is_day = clock && (!format || !(format->shows & SHOWS_TIME));
        strbuf_add(&r->text, raw, is_day ? (size_t)(clock - raw) : n);
    } else {
        format_write(&r->text, (struct span){raw, n}, format, r->book.is_1904);
    }
}

static void end_cell(struct reader *r) {
    struct open_cell *c = &r->open;
    r->in_cell = false;
    if (c->has_formula && !c->has_value) {
        r->formulas_without_value++;
        if (c->column < XLSX_ROW_MAX_CELLS)
            note(r, c->column, MSG_XLSX_NO_VALUE, MSG_XLSX_UNKNOWN);
    }
    if (r->text.n == c->start)
        return;
    if (c->type == CELL_SHARED && !c->is_inline) {
        put_shared(r);
        return;
    }
    if (c->type == CELL_TEXT || c->is_inline)
        strings_unescape(&r->text, c->start);
    else
        replace_value(r);
    put_cell(r, (struct span){0}, false);
}

/* ---- a row ends ---- */

static void note_private_use(struct reader *r) {
    if (!r->strings.has_private_use && !utf8_has_private_use(strbuf_span(&r->text)))
        return;
    for (uint32_t i = 0; i < r->cell_count; i++) {
        struct span text = {r->cells.items[i].p, r->cells.items[i].n};
        if (utf8_has_private_use(text)) {
            note(r, i, MSG_CSV_PRIVATE_USE, MSG_CSV_KEPT);
            r->notes.items[r->notes.count - 1].value = text;
        }
    }
}

/* Cells whose formula has no value are not empty, but unknown. A row of nothing else is none. */
static void mark_unread(struct reader *r) {
    for (size_t i = 0; i < r->notes.count; i++) {
        uint32_t column = r->notes.items[i].cell;
        if (r->notes.items[i].problem != MSG_XLSX_NO_VALUE)
            continue;
        make_room(r, column);
        r->cells.items[column].flags |= CELL_UNREAD;
        if (r->cell_count <= column)
            r->cell_count = column + 1;
    }
}

static void end_row(struct reader *r) {
    r->in_row = false;
    if (r->cell_count == 0 && r->problem == MSG_NONE)
        return;
    if (r->formulas_without_value)
        mark_unread(r);
    if (r->widest < r->cell_count)
        r->widest = r->cell_count;
    for (uint32_t i = 0; i < r->cell_count; i++)
        if (r->cells.items[i].n > 0 && !r->places.items[i].is_shared)
            r->cells.items[i].p = r->text.p + r->places.items[i].offset;
    note_private_use(r);
    r->is_row_ready = true;
    xml_pause(&r->xml);
}

/* ---- expat's callbacks ---- */

/* A range of several rows holds its value in the first one only. */
static void count_merged(struct reader *r, const char **attributes) {
    const char *range = xml_attribute(attributes, "ref"), *to = range ? strchr(range, ':') : NULL;
    if (!to)
        return;
    size_t from_letters = strcspn(range, "0123456789:"), to_letters = strcspn(to, "0123456789");
    size_t digits = strspn(range + from_letters, "0123456789");
    r->merged_rows += strlen(to + to_letters) != digits ||
                      memcmp(range + from_letters, to + to_letters, digits) != 0;
}

static void start_in_cell(struct reader *r, const char *name) {
    struct open_cell *c = &r->open;
    if (strcmp(name, "v") == 0)
        c->has_value = c->is_text = true;
    else if (strcmp(name, "f") == 0)
        c->has_formula = true;
    else if (strcmp(name, "is") == 0)
        c->has_value = c->is_inline = true;
    else if (strcmp(name, "rPh") == 0)
        c->phonetic++;
    else if (strcmp(name, "t") == 0)
        c->is_text = c->is_inline && c->phonetic == 0;
}

static void on_start(struct xml *x, const char *name, const char **attributes) {
    struct reader *r = x->context;
    if (r->in_cell)
        start_in_cell(r, name);
    else if (r->in_row && strcmp(name, "c") == 0)
        begin_cell(r, attributes);
    else if (r->in_data && !r->in_row && strcmp(name, "row") == 0)
        begin_row(r, attributes);
    else if (strcmp(name, "sheetData") == 0)
        r->in_data = true;
    else if (!r->in_data && strcmp(name, "mergeCell") == 0)
        count_merged(r, attributes);
}

static void on_end(struct xml *x, const char *name) {
    struct reader *r = x->context;
    r->open.is_text = false;
    if (r->in_cell && strcmp(name, "rPh") == 0 && r->open.phonetic > 0)
        r->open.phonetic--;
    else if (r->in_cell && strcmp(name, "c") == 0)
        end_cell(r);
    else if (!r->in_cell && r->in_row && strcmp(name, "row") == 0)
        end_row(r);
    else if (!r->in_row && strcmp(name, "sheetData") == 0)
        r->in_data = false;
}

static void on_text(struct xml *x, const char *p, size_t n) {
    struct reader *r = x->context;
    if (!r->in_cell || !r->open.is_text)
        return;
    if (r->text.n + n > XLSX_ROW_MAX_BYTES)
        r->problem = MSG_CSV_ROW_TOO_LONG;
    else if (r->text.n - r->open.start <= XLSX_CELL_MAX_BYTES) /* one byte more tells */
        strbuf_add(&r->text, p, n);
}

/* ---- the connector's next ---- */

bool xlsx_rows_begin(struct reader *r, struct error *err) {
    static const struct xml_handlers handlers = {on_start, on_end, on_text};
    if (!xml_open(&r->xml, &r->package, r->sheet->part, PART_MAX_BYTES, err))
        return false;
    xml_listen(&r->xml, &handlers, r);
    strbuf_reserve(&r->text, 0);
    return true;
}

enum next xlsx_reader_next(struct reader *r, struct row *row, struct error *err) {
    r->is_row_ready = false;
    while (!r->is_row_ready) {
        switch (xml_read(&r->xml, err)) {
        case XML_FAILED:
            return NEXT_FAILED;
        case XML_AT_END:
            return package_unchanged(&r->package, err) ? NEXT_END : NEXT_FAILED;
        case XML_PAUSED_IN_PART:
            break;
        }
    }
    bool is_bad = r->problem != MSG_NONE;
    *row = (struct row){.line = r->line,
                        .cells = r->cells.items,
                        .count = is_bad ? 0 : r->widest,
                        .problem = r->problem,
                        .notes = r->notes.items,
                        .note_count = is_bad ? 0 : (uint32_t)r->notes.count};
    return NEXT_ROW;
}
