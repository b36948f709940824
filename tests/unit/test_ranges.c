/* Ranges of row numbers, as they stand in a ledger that somebody may have edited. */
#include "suite.h"

#include "ranges.h"

#include "tenko/memory.h"

#include <stdlib.h>

START_TEST(what_is_a_list_of_ranges) {
    static const struct {
        const char *text;
        bool is_one;
        size_t total;
    } cases[] = {
        {"[]", true, 0},
        {"[[0,1]]", true, 1},
        {"[[5,0]]", true, 0},
        {" [ [1,2] , [9,3] ] ", true, 5},
        /* where it ends is a number, too */
        {"[[9223372028854775807,4000000000]]", true, 4000000000},
        {"[[9223372036854775807,1]]", false, 0},
        /* 4,000,000,000 rows, in one or together */
        {"[[0,4000000000]]", true, 4000000000},
        {"[[0,4000000001]]", false, 0},
        {"[[0,3999999999],[7,1]]", true, 4000000000},
        {"[[0,3999999999],[7,2]]", false, 0},
        {"[[0,9223372036854775808]]", false, 0},
        {"[[-1,1]]", false, 0},
        {"[[0,-1]]", false, 0},
        {"[[0]]", false, 0},
        {"[[\"0\",1]]", false, 0},
        {"[[0,1.5]]", false, 0},
        {"[{}]", false, 0},
        {"[0,1]", false, 0},
        {"{}", false, 0},
        {"[[0,1]", false, 0},
        {"[[0,1]] x", false, 0},
        {"null", false, 0},
        {"", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct range *items = NULL;
        size_t count = 9;
        bool ok = ranges_parse(span_of(cases[i].text), &items, &count);
        ck_assert_msg(ok == cases[i].is_one, "%s", cases[i].text);
        ck_assert_uint_eq(ranges_total(items, count), cases[i].total);
        free(items);
    }
}
END_TEST

/* What is written is read again, with neighbours joined. */
START_TEST(ranges_are_written_as_they_are_read) {
    static const int64_t numbers[] = {3, 4, 5, 9, 8, 20, 21};
    struct strbuf text = {0};
    struct range *items;
    size_t count;
    ranges_format(numbers, sizeof numbers / sizeof *numbers, &text);
    ck_assert_str_eq(text.p, "[[3,3],[9,1],[8,1],[20,2]]");
    ck_assert(ranges_parse(strbuf_span(&text), &items, &count));
    ck_assert_uint_eq(count, 4);
    ck_assert_uint_eq(ranges_total(items, count), 7);
    free(items);
    strbuf_clear(&text);
    ranges_format(NULL, 0, &text);
    ck_assert_str_eq(text.p, "[]");
    strbuf_release(&text);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("ranges");
    TCase *tests = tcase_create("ranges");
    tcase_add_test(tests, what_is_a_list_of_ranges);
    tcase_add_test(tests, ranges_are_written_as_they_are_read);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
