/*
 * A review sheet as a workbook: what it is about and how it is filled in stand above the table, the
 * table's keys are protected, the columns to fill are open and have drop-down lists. Rows are
 * written one after the other and never kept.
 */
#include "review_internal.h"

#include "tenko/library.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <xlsxwriter.h>

enum { MOST_CHARACTERS = 32767, A4 = 9 };

struct sheet_page {
    const struct sheet *sheet;
    lxw_workbook *book;
    lxw_worksheet *page;
    lxw_format *bold, *title, *heading, *heading_filled, *locked, *open, *open_date, *line;
    lxw_row_t row;
};

/* A cell takes so many UTF-16 units; what is longer is cut and says so. */
static void cut_to_cell(struct strbuf *text) {
    size_t units = 0, fits = 0;
    if (text->n <= MOST_CHARACTERS)
        return;
    for (size_t i = 0; i < text->n; i++) {
        unsigned char c = (unsigned char)text->p[i];
        if ((c & 0xC0) == 0x80)
            continue;
        fits = units < MOST_CHARACTERS ? i : fits;
        units += c >= 0xF0 ? 2 : 1;
        if (units > MOST_CHARACTERS) {
            text->n = fits;
            text->p[fits] = '\0';
            strbuf_add_text(text, "…");
            return;
        }
    }
}

/* The library's structs are not const, but nothing is written through them. */
static char *own(const char *text) {
    return (char *)(uintptr_t)text;
}

static void put(struct sheet_page *p, lxw_col_t column, const char *text, lxw_format *format) {
    worksheet_write_string(p->page, p->row, column, text, format);
}

static void put_fact(struct sheet_page *p, enum message_id label, struct span value) {
    struct strbuf text = {0};
    strbuf_add_span(&text, value);
    cut_to_cell(&text);
    put(p, 0, message_template(label, p->sheet->language), p->bold);
    if (text.n)
        put(p, 2, text.p, NULL);
    p->row++;
    strbuf_release(&text);
}

static void make_formats(struct sheet_page *p) {
    p->title = workbook_add_format(p->book);
    format_set_bold(p->title);
    format_set_font_size(p->title, 14);
    p->bold = workbook_add_format(p->book);
    format_set_bold(p->bold);
    p->heading = workbook_add_format(p->book);
    format_set_bold(p->heading);
    format_set_text_wrap(p->heading);
    format_set_border(p->heading, LXW_BORDER_THIN);
    format_set_bg_color(p->heading, 0xE7E6E6);
    p->heading_filled = workbook_add_format(p->book);
    format_set_bold(p->heading_filled);
    format_set_text_wrap(p->heading_filled);
    format_set_border(p->heading_filled, LXW_BORDER_THIN);
    format_set_bg_color(p->heading_filled, 0xFFF2CC);
    p->locked = workbook_add_format(p->book);
    format_set_num_format(p->locked, "@");
    format_set_border(p->locked, LXW_BORDER_HAIR);
    format_set_text_wrap(p->locked);
    format_set_align(p->locked, LXW_ALIGN_VERTICAL_TOP);
    p->open = workbook_add_format(p->book);
    format_set_unlocked(p->open);
    format_set_num_format(p->open, "@");
    p->open_date = workbook_add_format(p->book);
    format_set_unlocked(p->open_date);
    format_set_num_format(p->open_date, "yyyy-mm-dd");
    p->line = workbook_add_format(p->book);
    format_set_unlocked(p->line);
    format_set_bottom(p->line, LXW_BORDER_THIN);
}

static void write_signature(struct sheet_page *p, enum message_id label) {
    put(p, 0, message_template(label, p->sheet->language), p->bold);
    worksheet_write_blank(p->page, p->row, 2, p->line);
    worksheet_write_blank(p->page, p->row, 3, p->line);
    p->row++;
}

static void write_top(struct sheet_page *p) {
    static const enum message_id how[] = {MSG_REVIEW_HOW_1, MSG_REVIEW_HOW_2, MSG_REVIEW_HOW_3,
                                          MSG_REVIEW_HOW_4};
    const struct sheet *s = p->sheet;
    char number[24], day[11];
    struct strbuf prepared = {0};
    bool is_links = s->columns == link_columns;
    put(p, 0, message_template(MSG_REVIEW_TITLE, s->language), p->title);
    p->row++;
    put_fact(p, MSG_REVIEW_ORGANIZATION, s->record->head.organization);
    snprintf(number, sizeof number, "%" PRIu64, s->head->review);
    put_fact(p, MSG_REVIEW_NUMBER, span_of(number));
    date_format(s->record->head.as_of, day);
    put_fact(p, MSG_REVIEW_AS_OF, span_of(day));
    put_fact(p, MSG_REVIEW_ADDRESSEE,
             is_links         ? message_span(MSG_REVIEW_ADMINISTRATOR, s->language)
             : s->addressee.n ? s->addressee
                              : message_span(MSG_TERM_NO_ADDRESSEE, s->language));
    date_format(s->head->reply_by, day);
    put_fact(p, MSG_REVIEW_REPLY_BY, span_of(day));
    strbuf_addf(&prepared, "%.*s  %.*s", (int)s->head->who.n, s->head->who.p, (int)s->head->at.n,
                s->head->at.p);
    put_fact(p, MSG_REVIEW_PREPARED_BY, strbuf_span(&prepared));
    strbuf_release(&prepared);
    for (size_t i = 0; !is_links && i < sizeof how / sizeof *how; i++) {
        put(p, 0, message_template(how[i], s->language), NULL);
        p->row++;
    }
    if (is_links)
        put(p, 0, message_template(MSG_REVIEW_HOW_LINKS, s->language), NULL);
    p->row += is_links;
    write_signature(p, MSG_REVIEW_SIGNATURE_REVIEWER);
    write_signature(p, MSG_REVIEW_SIGNATURE_HEAD);
    p->row++;
}

static void write_headings(struct sheet_page *p) {
    const enum sheet_column *columns = p->sheet->columns;
    for (lxw_col_t c = 0; columns[c] != NO_SHEET_COLUMN; c++)
        put(p, c, message_template(sheet_heading(columns[c]), p->sheet->language),
            sheet_is_filled(columns[c]) ? p->heading_filled : p->heading);
    p->row++;
}

static void write_rows(struct sheet_page *p) {
    const struct sheet *s = p->sheet;
    struct strbuf text = {0};
    for (size_t i = 0; i < s->count; i++) {
        const struct frozen_row *row = &s->population->rows.items[s->order[i]];
        struct account_record a;
        s->record->rows->account(s->record->from, row->account, &a);
        for (lxw_col_t c = 0; !sheet_is_filled(s->columns[c]); c++) {
            sheet_cell(s, row, &a, s->columns[c], &text);
            cut_to_cell(&text);
            if (text.n)
                put(p, c, text.p, p->locked);
        }
        p->row++;
    }
    strbuf_release(&text);
}

static void lay_out_columns(struct sheet_page *p) {
    const enum sheet_column *columns = p->sheet->columns;
    for (lxw_col_t c = 0; columns[c] != NO_SHEET_COLUMN; c++)
        worksheet_set_column(p->page, c, c, sheet_width(columns[c]),
                             columns[c] == SHEET_REVIEWED_ON ? p->open_date
                             : sheet_is_filled(columns[c])   ? p->open
                                                             : NULL);
}

/* Where the sheet has the column. */
static lxw_col_t place_of(const struct sheet *s, enum sheet_column column) {
    lxw_col_t c = 0;
    while (s->columns[c] != column && s->columns[c] != NO_SHEET_COLUMN)
        c++;
    return c;
}

static void add_lists(struct sheet_page *p, lxw_row_t first, lxw_row_t last) {
    char *words[8] = {NULL};
    enum language lang = p->sheet->language;
    for (int i = 0; decision_key(i); i++)
        words[i] = own(message_template(decision_word(i), lang));
    lxw_data_validation list = {
        .validate = LXW_VALIDATION_TYPE_LIST,
        .value_list = words,
        .error_title = own(message_template(MSG_REVIEW_LIST_TITLE, lang)),
        .error_message = own(message_template(MSG_REVIEW_LIST_ERROR, lang)),
    };
    lxw_col_t decision = place_of(p->sheet, SHEET_DECISION);
    lxw_col_t reviewed_on = place_of(p->sheet, SHEET_REVIEWED_ON);
    if (p->sheet->columns[decision] == SHEET_DECISION)
        worksheet_data_validation_range(p->page, first, decision, last, decision, &list);
    lxw_data_validation day = {
        .validate = LXW_VALIDATION_TYPE_DATE,
        .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN,
        .value_datetime = {2000, 1, 1, 0, 0, 0},
        .error_title = own(message_template(MSG_REVIEW_DATE_TITLE, lang)),
        .error_message = own(message_template(MSG_REVIEW_DATE_ERROR, lang)),
        .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
    };
    worksheet_data_validation_range(p->page, first, reviewed_on, last, reviewed_on, &day);
}

static void set_up_page(struct sheet_page *p, lxw_row_t heading) {
    lxw_protection options = {.format_columns = LXW_TRUE,
                              .format_rows = LXW_TRUE,
                              .sort = LXW_TRUE,
                              .autofilter = LXW_TRUE};
    worksheet_set_landscape(p->page);
    worksheet_set_paper(p->page, A4);
    worksheet_fit_to_pages(p->page, 1, 0);
    worksheet_repeat_rows(p->page, heading, heading);
    worksheet_set_footer(p->page, "&C&P / &N");
    worksheet_freeze_panes(p->page, heading + 1, SHEET_KIND);
    worksheet_protect(p->page, NULL, &options);
}

static void set_properties(struct sheet_page *p) {
    int year, month, day;
    date_to_civil(p->sheet->record->head.as_of, &year, &month, &day);
    struct tm parts = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
    lxw_doc_properties properties = {
        .title = own(message_template(MSG_REVIEW_TITLE, p->sheet->language)),
        .created = timegm(&parts),
    };
    workbook_set_properties(p->book, &properties);
}

bool sheet_write_workbook(const struct sheet *sheet, const char *path, const char *scratch,
                          struct error *err) {
    lxw_workbook_options options = {
        .constant_memory = LXW_TRUE, .use_zip64 = LXW_FALSE, .tmpdir = own(scratch)};
    struct sheet_page p = {.sheet = sheet, .book = workbook_new_opt(path, &options)};
    if (!p.book)
        memory_exhausted();
    errno = 0;
    p.page = workbook_add_worksheet(p.book, message_template(MSG_REVIEW_SHEET, sheet->language));
    if (!p.page) { /* which the library does not close */
        int error = errno;
        lxw_workbook_free(p.book);
        return review_failed(err, error ? error : EIO, "", path);
    }
    make_formats(&p);
    set_properties(&p);
    lay_out_columns(&p);
    write_top(&p);
    lxw_row_t heading = p.row;
    write_headings(&p);
    write_rows(&p);
    lxw_row_t last = sheet->count ? p.row - 1 : p.row;
    worksheet_autofilter(p.page, heading, 0, last,
                         (lxw_col_t)(place_of(sheet, NO_SHEET_COLUMN) - 1));
    add_lists(&p, heading + 1, last);
    set_up_page(&p, heading);
    library_enter();
    errno = 0;
    lxw_error closed = workbook_close(p.book);
    library_leave();
    if (closed != LXW_NO_ERROR)
        return review_failed(err, errno ? errno : EIO, "", path);
    return true;
}
