/* Sheets of workbooks: names that Excel takes, and pages that can be read. */
#include "list.h"
#include "suite.h"
#include "tenko/library.h"
#include "tenko/parallel.h"
#include "xlsx_cells.h"

#include <dlfcn.h>
#include <string.h>

static const struct {
    const char *text, *name;
} names[] = {
    {"税務課", "税務課"},
    {"", "_"},
    {"a[b]c:d*e?f/g\\h", "a_b_c_d_e_f_g_h"},
    {"総務部／人事課：［給与］？＊￥＼", "総務部_人事課__給与_____"},
    {"'税務課'", "_税務課_"},
    {"O'Neill", "O'Neill"},
    {"History", "History_"},
    {"HISTORY", "HISTORY_"},
    {"History 2", "History 2"},
    {"line\nbreak\ttab", "line_break_tab"},
    {"=1+1", "=1+1"},
    {"1234567890123456789012345678901", "1234567890123456789012345678901"},
    {"12345678901234567890123456789012", "1234567890123456789012345678901"},
    {"123456789012345678901234567890'x", "123456789012345678901234567890_"},
    /* 𠮷 is two units of UTF-16, and never cut in half */
    {"123456789012345678901234567890𠮷", "123456789012345678901234567890"},
    {"12345678901234567890123456789𠮷", "12345678901234567890123456789𠮷"},
};

START_TEST(a_sheet_has_a_name_that_excel_takes) {
    struct strpool taken = {0};
    struct strbuf name = {0};
    xlsx_sheet_name(span_of(names[_i].text), &taken, &name);
    ck_assert_str_eq(name.p, names[_i].name);
    strbuf_release(&name);
    strpool_release(&taken);
}
END_TEST

/* Excel sees no difference of case; two that are alike only when cut get numbers, too. */
START_TEST(no_two_sheets_have_one_name) {
    static const char *const texts[][2] = {
        {"Tax", "Tax"},
        {"TAX", "TAX-2"},
        {"ｔａｘ", "ｔａｘ-3"},
        {"1234567890123456789012345678901a", "1234567890123456789012345678901"},
        {"1234567890123456789012345678901b", "12345678901234567890123456789-2"},
        {"a/b", "a_b"},
        {"a:b", "a_b-2"},
        {"history", "history_"},
        {"History", "History_-2"},
    };
    struct strpool taken = {0};
    struct strbuf name = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        xlsx_sheet_name(span_of(texts[i][0]), &taken, &name);
        ck_assert_str_eq(name.p, texts[i][1]);
    }
    strbuf_release(&name);
    strpool_release(&taken);
}
END_TEST

static const struct list *const lists[] = {
    &exceptions_list, &inventory_list, &leavers_list, &licenses_list, &systems_list,
    &issues_list,     &resolved_list,  &seats_list,   &shares_list,   &reclaim_list};

/* The widths of what is printed add up to a page at 8 points, whatever the texts are. */
START_TEST(a_printed_sheet_can_be_read) {
    const struct list *list = lists[_i];
    size_t printed = list->layout->printed ? list->layout->printed : list->column_count;
    int width = 0;
    for (size_t i = 0; i < printed; i++) {
        const struct sheet_column *column = sheet_column(list->layout, list->columns[i].heading);
        ck_assert_msg(column != NULL, "%s: column %zu has no layout", list->name, i);
        width += column->is_folded ? 0 : column->width_most + 1;
    }
    /* Of an addressee's own sheet one column less. */
    ck_assert_msg(width <= SHEET_WIDTH, "%s: %d", list->name, width);
    /* The seats to reclaim have the layout of all seats. */
    for (size_t i = 0; list != &reclaim_list && i < list->layout->column_count; i++) {
        size_t k = 0;
        while (k < list->column_count &&
               list->columns[k].heading != list->layout->columns[i].heading)
            k++;
        ck_assert_msg(k < list->column_count, "%s: layout %zu is of no column", list->name, i);
    }
}
END_TEST

#ifdef LIBRARY_HAS_GMTIME
static void ask_the_year(void *context, size_t i) {
    bool *is_own = context;
    time_t when = (time_t)i * 366 * 86400;
    const struct tm *answer = library_gmtime(&when);
    int year = answer->tm_year;
    for (int k = 0; k < 1000 && is_own[i]; k++)
        is_own[i] = library_gmtime(&when) == answer && answer->tm_year == year;
}

/* Workbooks are closed on many threads, and libxlsxwriter asks gmtime for the day that they carry:
 * it finds ours, in which no thread sees the answer of another. */
START_TEST(each_thread_has_its_own_answer_of_gmtime) {
    bool is_own[64];
    struct tm *(*found)(const time_t *);
    *(void **)&found = dlsym(RTLD_DEFAULT, "gmtime");
    ck_assert(found == library_gmtime);
    memset(is_own, true, sizeof is_own);
    parallel_run(sizeof is_own, 4, ask_the_year, is_own);
    for (size_t i = 0; i < sizeof is_own; i++)
        ck_assert(is_own[i]);
}
END_TEST
#endif

int main(void) {
    Suite *suite = suite_create("sheets");
    TCase *tests = tcase_create("sheets");
    tcase_add_loop_test(tests, a_sheet_has_a_name_that_excel_takes, 0,
                        sizeof names / sizeof *names);
    tcase_add_test(tests, no_two_sheets_have_one_name);
    tcase_add_loop_test(tests, a_printed_sheet_can_be_read, 0, sizeof lists / sizeof *lists);
#ifdef LIBRARY_HAS_GMTIME
    tcase_add_test(tests, each_thread_has_its_own_answer_of_gmtime);
#endif
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
