/* What a sheet of Excel holds: 1,048,576 rows, and 32,767 UTF-16 units in a cell. What is more goes
 * to further sheets, or is said to be cut. */
#include "files.h"
#include "report_record.h"
#include "suite.h"
#include "xlsx_cells.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

enum { ABOVE = 3, UNITS_MOST = 32767 }; /* title, line and headings stand above the rows */

/* --- A workbook that is written, and its sheets as XML --- */

struct book {
    struct run_record record;
    struct view view;
    struct xlsx_book xlsx;
    char *directory;
    int dir;
    zip_t *zip;
};

static void begin_book(struct book *b, uint32_t rows_most) {
    *b = (struct book){.record = {.head = {.organization = SPAN("みなと市")}}};
    b->directory = make_directory();
    b->dir = open(b->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    b->view = (struct view){
        .record = &b->record, .language = LANG_EN, .threads = 1, .directory = b->directory};
    xlsx_book_open(&b->xlsx, &b->view, b->dir, "", SPAN("list"));
    b->xlsx.rows_most = rows_most;
}

static void end_book(struct book *b) {
    struct written_files written = {0};
    struct error err;
    int code;
    ck_assert(xlsx_book_close(&b->xlsx, &written, &err));
    written_files_release(&written);
    char *path = path_below(b->directory, "list.xlsx");
    b->zip = zip_open(path, ZIP_RDONLY, &code);
    ck_assert_ptr_nonnull(b->zip);
    free(path);
}

static void release_book(struct book *b) {
    zip_discard(b->zip);
    close(b->dir);
    remove_directory(b->directory);
    free(b->directory);
}

/* The nth sheet, from 1 on; NULL: there are fewer. free() it. */
static char *sheet_xml(const struct book *b, unsigned nth) {
    char name[64];
    zip_stat_t stat;
    snprintf(name, sizeof name, "xl/worksheets/sheet%u.xml", nth);
    if (zip_stat(b->zip, name, 0, &stat) != 0)
        return NULL;
    char *xml = memory_alloc(stat.size + 1);
    zip_file_t *file = zip_fopen(b->zip, name, 0);
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(zip_fread(file, xml, stat.size), (zip_int64_t)stat.size);
    zip_fclose(file);
    xml[stat.size] = '\0';
    return xml;
}

/* --- Rows --- */

static void write_rows(struct book *b, uint32_t count) {
    struct xlsx_cells c;
    struct xlsx_title title = {SPAN("list"), SPAN("list"), MSG_NONE};
    xlsx_sheet_begin(&c, &b->xlsx, NULL, title, count);
    cells_text(&c.cells, SPAN("number"));
    cells_end_row(&c.cells);
    for (uint32_t i = 0; i < count; i++) {
        cells_number(&c.cells, i);
        cells_end_row(&c.cells);
    }
    xlsx_sheet_end(&c);
}

/* Checks that the sheet has the numbers from `first` on below its headings; returns how many. */
static uint32_t check_numbers(const char *xml, uint32_t first, uint32_t rows_most) {
    uint32_t count = 0;
    ck_assert_ptr_nonnull(strstr(xml, "number"));
    for (const char *cell = xml; (cell = strstr(cell, "<c r=\"A")) != NULL; cell++) {
        unsigned long row = strtoul(cell + strlen("<c r=\"A"), NULL, 10);
        ck_assert_uint_le(row, rows_most);
        if (row <= ABOVE)
            continue;
        ck_assert_uint_eq(row, ABOVE + count + 1);
        const char *value = strstr(cell, "<v>");
        ck_assert_ptr_nonnull(value);
        ck_assert_uint_eq(strtoul(value + strlen("<v>"), NULL, 10), first + count);
        count++;
    }
    return count;
}

/* Every number stands once, in order, on so many sheets. */
static void check_book(uint32_t count, uint32_t rows_most, unsigned sheets) {
    struct book b;
    begin_book(&b, rows_most);
    write_rows(&b, count);
    end_book(&b);
    uint32_t found = 0;
    unsigned nth = 0;
    for (char *xml; (xml = sheet_xml(&b, nth + 1)) != NULL; nth++) {
        found += check_numbers(xml, found, rows_most);
        free(xml);
    }
    ck_assert_uint_eq(found, count);
    ck_assert_uint_eq(nth, sheets);
    release_book(&b);
}

static const struct {
    uint32_t count;
    unsigned sheets;
} lengths[] = {{0, 1}, {1, 1}, {6, 1}, {7, 1}, {8, 2}, {14, 2}, {15, 3}};

START_TEST(rows_beyond_a_sheet_stand_on_the_next) {
    check_book(lengths[_i].count, 10, lengths[_i].sheets);
}
END_TEST

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) /* too slow there */
START_TEST(a_list_is_longer_than_excel_has_rows) {
    check_book(1048580, XLSX_ROWS_MOST, 2);
}
END_TEST
#endif

/* --- Cells --- */

static const struct {
    const char *first, *rest; /* `first` once, `rest` again and again */
    int count;                /* of `rest` */
    int kept;                 /* of `rest`, before "…"; as many as there are: nothing is cut */
} cells[] = {
    {"", "a", UNITS_MOST - 1, UNITS_MOST - 1},
    {"", "a", UNITS_MOST, UNITS_MOST},
    {"", "a", UNITS_MOST + 1, UNITS_MOST - 1},
    {"", "字", UNITS_MOST, UNITS_MOST},
    {"", "字", UNITS_MOST + 1, UNITS_MOST - 1},
    {"a", "𠮷", UNITS_MOST / 2, UNITS_MOST / 2}, /* two units each: 32,767 in all */
    {"", "𠮷", UNITS_MOST / 2 + 1, UNITS_MOST / 2},
    {"a", "𠮷", UNITS_MOST / 2 + 1, UNITS_MOST / 2 - 1}, /* half of one has no room */
};

static void fill(struct strbuf *out, const char *first, const char *rest, int count) {
    strbuf_add_text(out, first);
    for (int i = 0; i < count; i++)
        strbuf_add_text(out, rest);
}

START_TEST(a_cell_holds_what_excel_counts) {
    struct book b;
    struct xlsx_cells c;
    struct strbuf text = {0}, wanted = {0};
    begin_book(&b, XLSX_ROWS_MOST);
    xlsx_sheet_begin(&c, &b.xlsx, NULL, (struct xlsx_title){SPAN("list"), SPAN("list"), MSG_NONE},
                     1);
    fill(&text, cells[_i].first, cells[_i].rest, cells[_i].count);
    cells_text(&c.cells, strbuf_span(&text));
    cells_end_row(&c.cells);
    xlsx_sheet_end(&c);
    end_book(&b);
    strbuf_add_text(&wanted, "<t>");
    fill(&wanted, cells[_i].first, cells[_i].rest, cells[_i].kept);
    strbuf_add_text(&wanted, cells[_i].kept < cells[_i].count ? "…</t>" : "</t>");
    char *xml = sheet_xml(&b, 1);
    ck_assert_ptr_nonnull(xml);
    ck_assert_msg(strstr(xml, wanted.p) != NULL, "case %d", _i);
    free(xml);
    release_book(&b);
    strbuf_release(&text);
    strbuf_release(&wanted);
}
END_TEST

/* What XML has no character for, and what a reader would take for an escape, comes through. */
static const struct {
    const char *text, *xml;
} escaped[] = {
    {"_x000D_", "<t>_x005F_x000D_</t>"},
    {"_xABcd_", "<t>_x005F_xABcd_</t>"},
    {"_x00G0_", "<t>_x00G0_</t>"},
    {"_y000D_", "<t>_y000D_</t>"},
    {"_x000D", "<t>_x000D</t>"},
    {"_x000D-", "<t>_x000D-</t>"},
    {"a\uFFFEb", "<t>a\uFFFDb</t>"},
    {"\uFFFF", "<t>\uFFFD</t>"},
    {"\uFFFD\uFF21", "<t>\uFFFD\uFF21</t>"},
    {"\uF8FF", "<t>\uF8FF</t>"},
};

START_TEST(a_cell_shows_what_was_written) {
    struct book b;
    struct xlsx_cells c;
    begin_book(&b, XLSX_ROWS_MOST);
    xlsx_sheet_begin(&c, &b.xlsx, NULL, (struct xlsx_title){SPAN("list"), SPAN("list"), MSG_NONE},
                     1);
    cells_text(&c.cells, span_of(escaped[_i].text));
    cells_end_row(&c.cells);
    xlsx_sheet_end(&c);
    end_book(&b);
    char *xml = sheet_xml(&b, 1);
    ck_assert_msg(strstr(xml, escaped[_i].xml) != NULL, "case %d", _i);
    free(xml);
    release_book(&b);
}
END_TEST

/* Excel has no days before March 1900 that are right: they are texts; later ones are numbers. */
START_TEST(days_that_excel_has) {
    static const struct {
        int year, month, day;
        const char *xml;
    } days[] = {{1900, 3, 1, "<t>1900-03-01</t>"},
                {1900, 3, 2, "<v>62</v>"},
                {1868, 1, 25, "<t>1868-01-25</t>"},
                {9999, 12, 31, "<v>2958465</v>"}};
    struct book b;
    struct xlsx_cells c;
    begin_book(&b, XLSX_ROWS_MOST);
    xlsx_sheet_begin(&c, &b.xlsx, NULL, (struct xlsx_title){SPAN("list"), SPAN("list"), MSG_NONE},
                     1);
    cells_text(&c.cells, SPAN("day"));
    cells_end_row(&c.cells);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        cells_date(&c.cells, date_from_civil(days[i].year, days[i].month, days[i].day));
        cells_end_row(&c.cells);
    }
    cells_date(&c.cells, DATE_NONE);
    cells_end_row(&c.cells);
    xlsx_sheet_end(&c);
    end_book(&b);
    char *xml = sheet_xml(&b, 1);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        ck_assert_msg(strstr(xml, days[i].xml) != NULL, "%s", days[i].xml);
    free(xml);
    release_book(&b);
}
END_TEST

/* A row is as high as its lines, 22 at the most: Excel has rows of 409 points. */
START_TEST(rows_are_no_higher_than_excel_has) {
    static const struct {
        int lines;
        const char *xml;
    } cases[] = {{1, NULL}, {2, "ht=\"36\""}, {22, "ht=\"396\""}, {23, "ht=\"396\""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct book b;
        struct xlsx_cells c;
        struct strbuf text = {0};
        begin_book(&b, XLSX_ROWS_MOST);
        xlsx_sheet_begin(&c, &b.xlsx, NULL,
                         (struct xlsx_title){SPAN("list"), SPAN("list"), MSG_NONE}, 1);
        cells_text(&c.cells, SPAN("text"));
        cells_end_row(&c.cells);
        fill(&text, "a", "\na", cases[i].lines - 1);
        cells_text(&c.cells, strbuf_span(&text));
        cells_end_row(&c.cells);
        xlsx_sheet_end(&c);
        end_book(&b);
        char *xml = sheet_xml(&b, 1);
        const char *row = strstr(xml, "<row r=\"4\"");
        ck_assert_ptr_nonnull(row);
        const char *end = strchr(row, '>'), *height = strstr(row, "ht=\"");
        ck_assert_msg((height && height < end) == (cases[i].xml != NULL), "%d", cases[i].lines);
        if (cases[i].xml)
            ck_assert_int_eq(strncmp(height, cases[i].xml, strlen(cases[i].xml)), 0);
        free(xml);
        release_book(&b);
        strbuf_release(&text);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("sheet_limits");
    TCase *tests = tcase_create("sheet_limits");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, rows_beyond_a_sheet_stand_on_the_next, 0,
                        sizeof lengths / sizeof *lengths);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    tcase_add_test(tests, a_list_is_longer_than_excel_has_rows);
#endif
    tcase_add_loop_test(tests, a_cell_holds_what_excel_counts, 0, sizeof cells / sizeof *cells);
    tcase_add_loop_test(tests, a_cell_shows_what_was_written, 0, sizeof escaped / sizeof *escaped);
    tcase_add_test(tests, days_that_excel_has);
    tcase_add_test(tests, rows_are_no_higher_than_excel_has);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
