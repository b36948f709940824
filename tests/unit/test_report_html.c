/* index.html: markup that no value can leave, data that no value can end, nothing that changes from
 * run to run. How it looks and works in a browser: tests/browser. */
#include "report_folder.h"
#include "suite.h"

#include <check.h>
#include <jansson.h>
#include <stdlib.h>

static char *page(void) {
    struct error err = {0};
    struct strbuf text = {0};
    bool ok = report_world_write(&w, report, FORMAT_HTML, &err);
    if (!ok)
        error_format(&err, LANG_EN, &text);
    ck_assert_msg(ok, "%s", text.p);
    char *path = path_below(report, "index.html");
    char *html = read_whole(path, NULL);
    free(path);
    return html;
}

/* What stands in the script element of that id; the page is changed. */
static json_t *data_of(char *html, const char *id) {
    struct strbuf head = {0};
    strbuf_addf(&head, "<script type=\"application/json\" id=\"%s\">", id);
    char *from = strstr(html, head.p);
    ck_assert_ptr_nonnull(from);
    char *text = from + head.n;
    char *end = strstr(text, "</script>");
    ck_assert_ptr_nonnull(end);
    *end = '\0';
    json_error_t error;
    json_t *json = json_loads(text, 0, &error);
    ck_assert_msg(json != NULL, "%s: %s", id, error.text);
    *end = '<';
    strbuf_release(&head);
    return json;
}

static size_t times(const char *text, const char *part) {
    size_t n = 0;
    for (const char *p = text; (p = strstr(p, part)) != NULL; p += strlen(part))
        n++;
    return n;
}

static void ck_has(const char *html, const char *part) {
    ck_assert_msg(strstr(html, part) != NULL, "not in the page: %s", part);
}

static const char hostile[] = "</script><script>alert(1)</script><!--\"'&\xE2\x80\xA8\xE2\x80\xA9"
                              "\xE2\x80\xAE{{rows}}";

START_TEST(every_exception_is_a_row_of_the_data) {
    char *html = page();
    json_t *rows = data_of(html, "rows");
    ck_assert_uint_eq(json_array_size(rows), w.exceptions.count);
    json_t *leaver = json_array_get(rows, 0);
    ck_assert_uint_eq(json_array_size(leaver), 19);
    ck_assert_str_eq(json_string_value(json_array_get(leaver, 7)), "k001");
    ck_assert_str_eq(json_string_value(json_array_get(leaver, 11)),
                     "2025年3月31日 に退職（365 日）");
    ck_assert_int_eq(json_integer_value(json_array_get(leaver, 16)), 7); /* the line */
    json_t *orphan = json_array_get(rows, 1);
    ck_assert_str_eq(json_string_value(json_array_get(orphan, 7)), "=cmd|'/C calc'!A0");
    ck_assert_str_eq(json_string_value(json_array_get(orphan, 16)), "CN=x,DC=example");
    json_decref(rows);
    free(html);
}
END_TEST

START_TEST(no_value_ends_its_place) {
    w.record.head.organization = SPAN(hostile);
    w.inputs[TAX].name = w.inputs[TELEWORK].name = w.inputs[LEDGER].name = SPAN(hostile);
    w.rules[RULE_ORPHAN].title[LANG_JA] = SPAN(hostile);
    struct exception_record *e = report_world_add(&w, RULE_ORPHAN, hostile);
    e->name = e->department = e->addressee = e->target = e->place.file = SPAN(hostile);
    char *html = page();
    ck_assert_uint_eq(times(html, "<script"), 3); /* words, rows, page.js */
    ck_assert_uint_eq(times(html, "</script"), 3);
    ck_assert_uint_eq(times(html, "alert(1)<"), 0);
    ck_assert_uint_eq(times(html, "<!--"), 0);
    ck_assert_uint_eq(times(html, "\xE2\x80\xA8") + times(html, "\xE2\x80\xA9"), 0);
    ck_has(html, "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--&quot;&#39;&amp;"
                 "\\u2028\\u2029\\u202e{{rows}}");
    json_t *rows = data_of(html, "rows");
    json_t *row = json_array_get(rows, json_array_size(rows) - 1);
    ck_assert_str_eq(json_string_value(json_array_get(row, 7)), hostile);
    json_decref(rows);
    free(html);
}
END_TEST

START_TEST(without_script_the_page_has_summary_systems_licenses_and_charts) {
    w.options.language = LANG_EN;
    char *html = page();
    ck_has(html, "<html lang=\"en\">");
    ck_has(html, "5 of 6 lists came"); /* 旧台帳 did not */
    ck_has(html, "<bdi>旧台帳</bdi> no list delivered");
    ck_has(html, "no badge <span class=\"rules\">Lost badge</span>"); /* not evaluated, and why */
    ck_has(html, "3 records not judged");
    ck_has(html, "Never used 65; Idle 0"); /* the chart in words */
    ck_has(html, "<dt>Yearly waste</dt><dd>1,272,000</dd>");
    ck_has(html, "usage not reported"); /* of the drawings' license */
    ck_has(html, "Without a ledger");
    ck_has(html, "needs JavaScript");
    free(html);
}
END_TEST

START_TEST(nothing_outside_is_named) {
    char *html = page();
    ck_has(html, "content=\"default-src 'none'; img-src data:; style-src 'sha256-");
    ck_assert_uint_eq(times(html, "http:"), 0);
    ck_assert_uint_eq(times(html, "https:"), 0);
    ck_assert_uint_eq(times(html, "url("), 0);
    ck_assert_uint_eq(times(html, " style=\""), 0); /* the policy forbids it */
    ck_assert_uint_eq(times(html, "{{"), 0);
    free(html);
}
END_TEST

static void resolved_row(const void *from, size_t i, struct resolved_record *out) {
    *out = (struct resolved_record){.exception =
                                        ((const struct report_world *)from)->exceptions.items[0]};
    out->exception.lifecycle = i < 12 ? LIFE_RESOLVED : LIFE_OPEN;
}

START_TEST(severities_are_compared_with_the_run_before) {
    struct record_rows with_resolved = *w.record.rows;
    with_resolved.resolved = resolved_row;
    w.record.rows = &with_resolved;
    w.record.resolved_count = 15;
    w.record.head.has_ledger = true;
    w.record.head.previous_as_of = date_from_civil(2025, 12, 31);
    char *html = page();
    ck_has(html, "2025年12月31日");
    /* high: two exceptions, one new, one reopened, none open; twelve are gone, at three nobody
     * could look again; none waived */
    const char *high = strstr(html, "sev sev-high\"");
    ck_assert_ptr_nonnull(high);
    static const char *const cells[] = {">2<", ">1<", ">1<", ">0<", ">12<", ">3<", ">0<"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        high = strstr(high, "class=\"n\"");
        ck_assert_msg(strncmp(high + 9, cells[i], strlen(cells[i])) == 0, "%zu: %.20s", i, high);
        high++;
    }
    free(html);
}
END_TEST

START_TEST(a_report_without_exceptions_is_a_page_too) {
    w.record.exception_count = 0;
    char *html = page();
    json_t *rows = data_of(html, "rows");
    ck_assert_uint_eq(json_array_size(rows), 0);
    json_decref(rows);
    free(html);
}
END_TEST

START_TEST(the_page_is_the_same_with_any_number_of_threads) {
    for (int i = 0; i < 3000; i++)
        report_world_add(&w, RULE_ORPHAN, "x");
    w.options.threads = 1;
    char *one = page();
    w.options.threads = 4;
    w.record.head.started_at += 1000;
    char *four = page();
    ck_assert_str_eq(one, four);
    free(one);
    free(four);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("report_html");
    TCase *tests = tcase_create("page");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, every_exception_is_a_row_of_the_data);
    tcase_add_test(tests, no_value_ends_its_place);
    tcase_add_test(tests, without_script_the_page_has_summary_systems_licenses_and_charts);
    tcase_add_test(tests, nothing_outside_is_named);
    tcase_add_test(tests, severities_are_compared_with_the_run_before);
    tcase_add_test(tests, a_report_without_exceptions_is_a_page_too);
    tcase_add_test(tests, the_page_is_the_same_with_any_number_of_threads);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
