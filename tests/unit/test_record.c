/* The words of a record, ids, and sentences whose rule is known to nobody any more. */
#include "suite.h"

#include "tenko/memory.h"
#include "tenko/record.h"

#include <string.h>

/* What a later version may have put into a ledger has no word here, and breaks nothing. */
START_TEST(words_and_what_has_none) {
    ck_assert_str_eq(severity_name(SEVERITY_INFO), "info");
    ck_assert_str_eq(severity_name((enum severity)SEVERITY_COUNT), "");
    ck_assert_str_eq(input_kind_name(INPUT_TABLE), "table");
    ck_assert_str_eq(input_kind_name((enum input_kind)INPUT_KIND_COUNT), "");
    ck_assert_str_eq(target_kind_name(TARGET_DEVICES), "devices");
    ck_assert_str_eq(target_kind_name((enum target_kind)99), "");
    ck_assert_str_eq(subject_kind_name(SUBJECT_PRODUCT), "product");
    ck_assert_str_eq(subject_kind_name((enum subject_kind)99), "");
    ck_assert_str_eq(lifecycle_name(LIFE_RESOLVED), "resolved");
    ck_assert_str_eq(lifecycle_name((enum lifecycle)99), "");
    enum severity severity;
    ck_assert(severity_parse("HIGH", &severity) && severity == SEVERITY_HIGH);
    ck_assert(!severity_parse("", &severity));
}
END_TEST

START_TEST(ids_are_x_and_fifteen_digits) {
    static const struct {
        const char *text;
        bool is_id;
    } cases[] = {
        {"x0123456789abcde", true},
        {"X0123456789ABCDE", true},
        {"x0123456789abcd", false},
        {"x0123456789abcdef", false},
        {"y0123456789abcde", false},
        {"x0123456789abcdg", false},
        {"x0123456789abcd/", false},
        {"x0123456789abcd:", false},
        {"x0123456789abcd@", false},
        {"x0123456789abcd`", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t id = 0;
        char again[EXCEPTION_ID_SIZE];
        ck_assert_msg(exception_id_parse(span_of(cases[i].text), &id) == cases[i].is_id, "%s",
                      cases[i].text);
        exception_id_format(id, again);
        ck_assert_str_eq(again, cases[i].is_id ? "x0123456789abcde" : "x000000000000000");
    }
}
END_TEST

/* Arguments of a stored sentence: {0} and on; what is no argument stands as it is. */
START_TEST(a_stored_sentence) {
    static const struct {
        const char *template, *wanted;
    } cases[] = {
        {"{0} and {1}", "a and b"},
        {"{0}{0}", "aa"},
        {"{9}", ""},
        {"{a}", "{a}"},
        {"{/}", "{/}"},
        {"{:}", "{:}"},
        {"{00}", "{00}"},
        {"{0", "{0"},
        {"{", "{"},
        {"", ""},
        {"x{1}", "xb"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sentence s = {.args = {SPAN("a"), SPAN("b")}};
        struct strbuf out = {0};
        s.template[LANG_EN] = span_of(cases[i].template);
        strbuf_add_text(&out, "");
        sentence_write(&s, LANG_EN, &out);
        ck_assert_str_eq(out.p, cases[i].wanted);
        strbuf_release(&out);
    }
    struct sentence none = sentence_of(MSG_NONE, NULL);
    struct strbuf out = {0};
    sentence_write(&none, LANG_JA, &out);
    ck_assert_uint_eq(out.n, 0);
    struct sentence said = sentence_of(MSG_FACT_LINE, (struct span[SENTENCE_ARGS]){SPAN("税")});
    sentence_write(&said, LANG_JA, &out);
    ck_assert_str_eq(out.p, "  税");
    strbuf_release(&out);
}
END_TEST

/* A rule's template with its evidence: parts in [] go where a fact in them has no value. */
START_TEST(the_sentence_of_an_exception) {
    static const struct span colours[] = {{"red", 3}, {"blue", 4}};
    const struct evidence facts[] = {
        {.key = "day", .type = EVIDENCE_DATE, .day = date_from_civil(2026, 3, 31)},
        {.key = "days", .type = EVIDENCE_NUMBER, .number = -7},
        {.key = "colours", .type = EVIDENCE_TEXTS, .texts = {colours, 2, 3}},
        {.key = "whole", .type = EVIDENCE_TEXTS, .texts = {colours, 1, 0}},
        {.key = "word", .type = EVIDENCE_TEXT, .text = {"badge", 5}},
        {.key = "empty", .type = EVIDENCE_TEXT},
    };
    static const struct {
        const char *template, *wanted;
    } cases[] = {
        {"{day}: {days}, {word}", "2026-03-31: -7, badge"},
        {"{colours}[ and {colours.more} more]", "red, blue and 3 more"},
        {"{whole}[ and {whole.more} more]", "red"},
        {"x[ {word.more}]", "x"},
        {"x[ {nothing.more}]", "x"},
        {"{subject} of {target}[, {name}]", "u1 of tax, Sato"},
        {"[{empty}]", ""},
        {"a[ {nothing} b]c", "ac"},
        {"a[ {word}]c", "a badgec"},
        {"[{empty}", ""},
        {"{word", "badge"},
        {"]", ""},
        {"[", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct rule_record rule = {.name = SPAN("lost-badge")};
        struct run_record r = {.rules = &rule, .rule_count = 1};
        struct exception_record e = {.subject = SPAN("u1"),
                                     .target = SPAN("tax"),
                                     .name = SPAN("Sato"),
                                     .evidence = facts,
                                     .evidence_count = sizeof facts / sizeof *facts};
        struct strbuf out = {0};
        rule.message[LANG_EN] = span_of(cases[i].template);
        exception_record_message(&r, &e, LANG_EN, &out);
        ck_assert_msg(span_equal(strbuf_span(&out), span_of(cases[i].wanted)), "%s: %.*s",
                      cases[i].template, (int)out.n, out.n ? out.p : "");
        strbuf_release(&out);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("record");
    TCase *tests = tcase_create("record");
    tcase_add_test(tests, words_and_what_has_none);
    tcase_add_test(tests, ids_are_x_and_fifteen_digits);
    tcase_add_test(tests, a_stored_sentence);
    tcase_add_test(tests, the_sentence_of_an_exception);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
