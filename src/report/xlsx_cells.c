/*
 * Sheets. libxlsxwriter takes C strings of Unicode characters that XML has, at most 32,767 UTF-16
 * units a cell; _x000D_ in a text would be read as an escape, so its underscore is escaped itself.
 */
#include "xlsx_cells.h"

#include "tenko/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    TITLE_ROW,
    LINE_ROW,
    HEADING_ROW,
    FIRST_ROW,
    UNITS_MOST = 32767,
    WIDTH_LEAST = 6,
    LINE_HEIGHT = 18,
    LINES_MOST = 22, /* Excel has rows of 409 points */
    PAPER_A4 = 9,
    EXCEL_EPOCH = 25569 /* days from 1899-12-30 to 1970-01-01 */
};

static struct xlsx_cells *xlsx_of(struct cells *c) {
    return (struct xlsx_cells *)(void *)c;
}

/* --- Texts --- */

/* "_x000D_" */
static bool is_escape(const char *p, size_t left) {
    if (left < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_')
        return false;
    for (int i = 2; i < 6; i++)
        if (!strchr("0123456789abcdefABCDEF", p[i]))
            return false;
    return true;
}

static bool is_no_character(const unsigned char *p, size_t n) {
    return (n == 1 && p[0] == 0) || (n == 3 && p[0] == 0xEF && p[1] == 0xBF && p[2] >= 0xBE);
}

static int width_of(const unsigned char *p, size_t n) {
    bool is_half = n < 3 || (p[0] == 0xEF && p[1] >= 0xBD && p[2] >= 0xA0); /* half-width kana */
    return is_half ? 1 : 2;
}

/* What libxlsxwriter takes, in c->text: all of it, or what leaves room for "…". Returns how wide
 * its widest line is. */
static int prepare(struct xlsx_cells *c, struct span value) {
    int width = 0, widest = 0, units = 0;
    size_t fits = 0;
    strbuf_clear(&c->text);
    strbuf_add_text(&c->text, "");
    for (size_t i = 0, n; i < value.n; i += n) {
        const unsigned char *p = (const unsigned char *)value.p + i;
        n = utf8_size((char)p[0]);
        n = n > value.n - i ? value.n - i : n;
        bool escapes = is_escape(value.p + i, value.n - i);
        units += escapes ? 7 : n == 4 ? 2 : 1;
        if (units > UNITS_MOST) {
            c->text.n = fits;
            c->text.p[fits] = '\0';
            strbuf_add_text(&c->text, "…");
            break;
        }
        if (is_no_character(p, n))
            strbuf_add_text(&c->text, "\uFFFD");
        else if (escapes)
            strbuf_add_text(&c->text, "_x005F_");
        else
            strbuf_add(&c->text, value.p + i, n);
        fits = units < UNITS_MOST ? c->text.n : fits;
        width = p[0] == '\n' ? 0 : width + width_of(p, n);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static int most_of(const struct xlsx_cells *c) {
    return c->column < XLSX_COLUMNS ? c->headings[c->column].most : WIDTH_MOST;
}

static void widen(struct xlsx_cells *c, int width) {
    struct heading *h = &c->headings[c->column];
    if (width > h->width)
        h->width = width < h->most ? width : h->most;
}

static lxw_format *style(const struct xlsx_cells *c, enum xlsx_style s) {
    return c->book->styles[s];
}

static void keep_heading(struct xlsx_cells *c) {
    if (c->column < XLSX_COLUMNS && !c->headings[c->column].text)
        c->headings[c->column].text = memory_copy_text(strbuf_span(&c->text));
}

/* Is the column at hand on paper? What is not makes no row higher. */
static bool is_shown(const struct xlsx_cells *c) {
    size_t printed = c->list && c->list->layout ? c->list->layout->printed : 0;
    return (!printed || c->column < printed) &&
           !(c->column < XLSX_COLUMNS && c->headings[c->column].is_folded);
}

/* Programs do not fit the height of a row when they open a file. */
static void count_lines(struct xlsx_cells *c, int width) {
    int most = most_of(c), lines = 1 + (width > most ? (width - 1) / (most - 1) : 0);
    if (!is_shown(c))
        return;
    for (size_t i = 0; i < c->text.n; i++)
        lines += c->text.p[i] == '\n';
    lines = lines < LINES_MOST ? lines : LINES_MOST;
    c->lines = lines > c->lines ? lines : c->lines;
}

static void put_text(struct xlsx_cells *c, struct span value, enum xlsx_style s) {
    int width = prepare(c, value);
    if (c->is_heading) {
        s = STYLE_HEADING;
        width += 3; /* the arrow of the filter */
        if (c->row == HEADING_ROW)
            keep_heading(c);
        count_lines(c, width);
    } else if (s == STYLE_TEXT && (width > most_of(c) || memchr(c->text.p, '\n', c->text.n))) {
        s = STYLE_WRAPPED;
        count_lines(c, width);
    }
    if (c->column < XLSX_COLUMNS)
        widen(c, width);
    lxw_error error =
        !c->sheet ? LXW_ERROR_NULL_PARAMETER_IGNORED
        : value.n ? worksheet_write_string(c->sheet, c->row, c->column, c->text.p, style(c, s))
                  : worksheet_write_blank(c->sheet, c->row, c->column, style(c, s));
    c->failed = c->failed || error != LXW_NO_ERROR;
    c->column++;
}

static void make_room(struct xlsx_cells *c);

static void styled(struct xlsx_cells *c, struct span value, enum xlsx_style s) {
    make_room(c);
    put_text(c, value, s);
}

static void text(struct cells *cells, struct span value) {
    styled(xlsx_of(cells), value, STYLE_TEXT);
}

static void mark(struct cells *cells, struct span value, enum severity severity) {
    static const enum xlsx_style styles[SEVERITY_COUNT] = {
        [SEVERITY_CRITICAL] = STYLE_CRITICAL, [SEVERITY_HIGH] = STYLE_HIGH,
        [SEVERITY_MEDIUM] = STYLE_MEDIUM,     [SEVERITY_LOW] = STYLE_TEXT,
        [SEVERITY_INFO] = STYLE_INFO,
    };
    styled(xlsx_of(cells), value, styles[severity]);
}

/* --- Numbers and days --- */

static void write_number(struct xlsx_cells *c, double value, enum xlsx_style s) {
    char digits[32];
    make_room(c);
    int width = s == STYLE_DATE ? 14 : snprintf(digits, sizeof digits, "%.2f", value) - 1;
    if (c->column < XLSX_COLUMNS)
        widen(c, width);
    lxw_error error = c->sheet
                          ? worksheet_write_number(c->sheet, c->row, c->column, value, style(c, s))
                          : LXW_ERROR_NULL_PARAMETER_IGNORED;
    c->failed = c->failed || error != LXW_NO_ERROR;
    c->column++;
}

static void number(struct cells *cells, int64_t value) {
    write_number(xlsx_of(cells), (double)value, STYLE_NUMBER);
}

static void percent(struct cells *cells, int64_t permille) {
    write_number(xlsx_of(cells), (double)permille / 10, STYLE_TENTHS);
}

static void money(struct cells *cells, int64_t hundredths) {
    write_number(xlsx_of(cells), (double)hundredths / 100,
                 hundredths % 100 ? STYLE_HUNDREDTHS : STYLE_NUMBER);
}

/* Excel counts from 1900, and believes in its 29 February: older days are texts. */
static void day(struct cells *cells, date value) {
    struct xlsx_cells *c = xlsx_of(cells);
    char said[DATE_SAID_SIZE];
    if (date_is_known(value) && value > date_from_civil(1900, 3, 1)) {
        write_number(c, (double)value + EXCEL_EPOCH, STYLE_DATE);
        return;
    }
    date_say(value, c->book->view->language, said);
    styled(c, span_of(said), STYLE_TEXT);
}

/* --- Sheets --- */

/* As the list's layout has it. */
static void lay_out(struct xlsx_cells *c, size_t i) {
    struct heading *h = &c->headings[i];
    const struct column *column =
        c->list && i < c->list->column_count ? &c->list->columns[i] : NULL;
    const struct sheet_column *wanted =
        column ? sheet_column(c->list->layout, column->heading) : NULL;
    h->most = wanted ? wanted->width_most : WIDTH_MOST;
    h->is_folded = (wanted && wanted->is_folded) || (column && c->title.says == column->heading);
}

/* The first column that shows. */
static uint16_t head_column(const struct xlsx_cells *c) {
    uint16_t i = 0;
    while (i + 1 < XLSX_COLUMNS && c->headings[i].is_folded)
        i++;
    return i;
}

/* Of whom, of which day, how many rows. */
static void write_head(struct xlsx_cells *c) {
    const struct run_head *head = &c->book->view->record->head;
    enum language lang = c->book->view->language;
    char said[DATE_SAID_SIZE], digits[24];
    struct strbuf line = {0};
    date_say(head->as_of, lang, said);
    snprintf(digits, sizeof digits, "%zu", c->row_count);
    const struct span args[] = {head->organization, span_of(said), span_of(digits)};
    message_format(&line, MSG_SHEET_LINE, lang, args, 3);
    worksheet_set_default_row(c->sheet, LINE_HEIGHT, LXW_FALSE);
    worksheet_set_row(c->sheet, TITLE_ROW, LINE_HEIGHT + 6, NULL);
    prepare(c, c->title.head);
    worksheet_write_string(c->sheet, TITLE_ROW, head_column(c), c->text.p, style(c, STYLE_TITLE));
    prepare(c, strbuf_span(&line));
    worksheet_write_string(c->sheet, LINE_ROW, head_column(c), c->text.p, NULL);
    strbuf_release(&line);
}

static void begin_part(struct xlsx_cells *c) {
    struct strbuf name = {0};
    xlsx_sheet_name(c->title.name, &c->book->sheet_names, &name);
    errno = 0;
    c->sheet = workbook_add_worksheet(c->book->workbook, name.p);
    if (!c->sheet)
        c->book->error = errno ? errno : EIO;
    strbuf_release(&name);
    c->failed = c->failed || !c->sheet;
    c->part++;
    if (!c->sheet)
        return;
    for (size_t i = 0; i < XLSX_COLUMNS; i++)
        lay_out(c, i);
    write_head(c);
    c->row = HEADING_ROW;
    c->column = 0;
    c->is_heading = true;
}

static void end_part(struct xlsx_cells *c) {
    lxw_worksheet *sheet = c->sheet;
    if (!sheet)
        return;
    for (uint16_t i = 0; i < c->columns && i < XLSX_COLUMNS; i++) {
        const struct heading *h = &c->headings[i];
        lxw_row_col_options fold = {.hidden = h->is_folded, .level = h->is_folded};
        worksheet_set_column_opt(sheet, i, i,
                                 (h->width < WIDTH_LEAST ? WIDTH_LEAST : h->width) + 1.0, NULL,
                                 h->is_folded ? &fold : NULL);
    }
    uint32_t last = c->row > FIRST_ROW ? c->row - 1 : HEADING_ROW;
    if (c->is_list && c->columns) {
        worksheet_freeze_panes(sheet, FIRST_ROW, 0);
        worksheet_autofilter(sheet, HEADING_ROW, 0, last, (uint16_t)(c->columns - 1));
        worksheet_repeat_rows(sheet, HEADING_ROW, HEADING_ROW);
    }
    size_t printed = c->list && c->list->layout ? c->list->layout->printed : 0;
    if (printed)
        worksheet_print_area(sheet, TITLE_ROW, 0, last, (uint16_t)(printed - 1));
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, PAPER_A4);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
    c->failed = c->failed || (sheet->optimize_tmpfile && ferror(sheet->optimize_tmpfile));
}

static void finish_row(struct xlsx_cells *c) {
    if (c->lines > 1 && c->sheet)
        worksheet_set_row(c->sheet, c->row, LINE_HEIGHT * c->lines, NULL);
    c->lines = 0;
    c->row++;
    c->column = 0;
    c->is_heading = false;
}

/* A row that the sheet has no room for goes to the next one, under the same headings. */
static void make_room(struct xlsx_cells *c) {
    if (c->row < c->book->rows_most)
        return;
    end_part(c);
    begin_part(c);
    for (uint16_t i = 0; i < c->columns && i < XLSX_COLUMNS; i++)
        put_text(c, span_of(c->headings[i].text), STYLE_HEADING);
    finish_row(c);
}

static void end_row(struct cells *cells) {
    struct xlsx_cells *c = xlsx_of(cells);
    make_room(c);
    if (c->row == HEADING_ROW)
        c->columns = c->column;
    finish_row(c);
}

static const struct cells_format format = {text, mark, number, percent, money, day, end_row};

void xlsx_sheet_begin(struct xlsx_cells *c, struct xlsx_book *b, const struct list *list,
                      struct xlsx_title title, size_t row_count) {
    *c = (struct xlsx_cells){.cells = {&format},
                             .book = b,
                             .list = list,
                             .title = title,
                             .row_count = row_count,
                             .is_list = list != NULL};
    begin_part(c);
}

void xlsx_sheet_end(struct xlsx_cells *c) {
    end_part(c);
    c->book->failed = c->book->failed || c->failed;
    for (size_t i = 0; i < XLSX_COLUMNS; i++)
        free(c->headings[i].text);
    strbuf_release(&c->text);
}

void xlsx_add_list(struct xlsx_book *b, const struct list *list, size_t first, size_t end) {
    struct xlsx_cells c;
    struct span title = message_span(list->title, b->view->language);
    xlsx_sheet_begin(&c, b, list, (struct xlsx_title){title, title, MSG_NONE}, end - first);
    list_headings(list, b->view->language, &c.cells);
    list_rows(list, b->view, first, end, &c.cells);
    xlsx_sheet_end(&c);
}
