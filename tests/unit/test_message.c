/* The catalogue and errors: both languages, arguments, cutting at characters. */
#include "suite.h"
#include "tenko/error.h"
#include "tenko/visible.h"

#include <check.h>

static const char *formatted(const struct error *err, enum language lang) {
    static struct strbuf text;
    strbuf_clear(&text);
    error_format(err, lang, &text);
    return text.p;
}

/* Which of {0}…{9} a template uses, as bits. */
static unsigned placeholders(const char *text) {
    unsigned found = 0;
    for (; *text; text++) {
        if (text[0] == '{' && text[1] >= '0' && text[1] <= '9' && text[2] == '}')
            found |= 1u << (text[1] - '0');
    }
    return found;
}

START_TEST(every_message_has_both_languages) {
    for (int id = MSG_NONE + 1; id < MESSAGE_COUNT; id++) {
        const char *name = message_name((enum message_id)id);
        const char *en = message_template((enum message_id)id, LANG_EN);
        const char *ja = message_template((enum message_id)id, LANG_JA);
        ck_assert_msg(en[0] && ja[0], "%s lacks a language", name);
        ck_assert_msg(placeholders(en) == placeholders(ja), "%s: the arguments differ", name);
        for (const char *p = en; *p; p++)
            ck_assert_msg((unsigned char)*p < 0xE3 || (unsigned char)*p > 0xED,
                          "%s: Japanese in the English text", name);
    }
}
END_TEST

START_TEST(names_are_lower_case_words) {
    ck_assert_str_eq(message_name(MSG_SYSTEM_ERROR), "system-error");
    ck_assert_str_eq(message_name(MSG_NONE), "none");
    for (int id = MSG_NONE + 1; id < MESSAGE_COUNT; id++) {
        const char *name = message_name((enum message_id)id);
        ck_assert_uint_eq(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(name));
    }
}
END_TEST

START_TEST(languages_by_name) {
    enum language lang = LANG_EN;
    ck_assert(language_parse(SPAN("ja"), &lang));
    ck_assert_int_eq(lang, LANG_JA);
    ck_assert(language_parse(SPAN("en"), &lang));
    ck_assert_int_eq(lang, LANG_EN);
    ck_assert(!language_parse(SPAN("fr"), &lang));
    ck_assert(!language_parse(SPAN(""), &lang));
    ck_assert_int_eq(lang, LANG_EN);
}
END_TEST

START_TEST(arguments_stand_where_the_template_says) {
    struct strbuf text = {0};
    struct span args[] = {SPAN("a{1}"), SPAN("b")};
    message_format(&text, MSG_SYSTEM_ERROR, LANG_EN, args, 2);
    ck_assert_str_eq(text.p, "a{1}: b");
    strbuf_clear(&text);
    message_format(&text, MSG_SYSTEM_ERROR, LANG_EN, args, 1);
    ck_assert_str_eq(text.p, "a{1}: ");
    strbuf_release(&text);
}
END_TEST

START_TEST(an_error_names_file_and_line) {
    struct error err;
    ck_assert(
        !error_set(&err, FAULT_INPUT, MSG_SYSTEM_ERROR, "税.csv", 120, "open", "denied", NULL));
    ck_assert_int_eq(err.fault, FAULT_INPUT);
    ck_assert_str_eq(formatted(&err, LANG_EN), "税.csv:120: open: denied");
    error_set(&err, FAULT_INPUT, MSG_SYSTEM_ERROR, "a.csv", 0, "open", "denied", NULL);
    ck_assert_str_eq(formatted(&err, LANG_JA), "a.csv: open: denied");
    error_set(&err, FAULT_USAGE, MSG_SYSTEM_ERROR, NULL, 7, "open", NULL);
    ck_assert_str_eq(formatted(&err, LANG_EN), "open: ");
}
END_TEST

START_TEST(an_error_may_wrap_itself) {
    struct error err;
    error_set(&err, FAULT_INPUT, MSG_SYSTEM_ERROR, "a.csv", 3, "open", "denied", NULL);
    error_set(&err, FAULT_OUTPUT, MSG_SYSTEM_ERROR, err.file, err.line, err.args[1], err.args[0],
              NULL);
    ck_assert_str_eq(formatted(&err, LANG_EN), "a.csv:3: denied: open");
}
END_TEST

/* 511 bytes fit. Whatever the start, no character is cut in two, and … says that it was cut. */
START_TEST(long_arguments_are_cut_at_a_character) {
    char text[700];
    for (size_t ascii = 0; ascii < 4; ascii++) {
        size_t n = 0;
        while (n < ascii)
            text[n++] = 'x';
        while (n + 3 < sizeof text) {
            memcpy(text + n, "\xE7\xA8\x8E", 3);
            n += 3;
        }
        text[n] = '\0';
        struct error err;
        error_set(&err, FAULT_INPUT, MSG_SYSTEM_ERROR, "", 0, text, NULL);
        size_t kept = strlen(err.args[0]);
        ck_assert_uint_le(kept, sizeof err.args[0] - 1);
        ck_assert_uint_ge(kept, sizeof err.args[0] - 1 - 2);
        ck_assert_str_eq(err.args[0] + kept - 3, "…");
        ck_assert_uint_eq((kept - 3 - ascii) % 3, 0);
        ck_assert_mem_eq(err.args[0], text, kept - 3);
    }
    memset(text, 0x85, 600); /* bytes of no text: no character begins where it is to be cut */
    text[600] = '\0';
    struct error spoilt;
    error_set(&spoilt, FAULT_INPUT, MSG_SYSTEM_ERROR, "", 0, text, NULL);
    ck_assert_str_eq(spoilt.args[0], "…");
    memset(text, 'y', 511);
    text[511] = '\0';
    struct error err;
    error_set(&err, FAULT_INPUT, MSG_SYSTEM_ERROR, "", 0, text, NULL);
    ck_assert_str_eq(err.args[0], text);
}
END_TEST

START_TEST(what_moves_a_terminal_shows_as_an_escape) {
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {"平文 plain \U00020BB7 é ー", "平文 plain \U00020BB7 é ー"},
        {"\x1b[31m赤\a\x7f", "\\x1b[31m赤\\x07\\x7f"},
        {"a\tb\r\nc", "a\\x09b\\x0d\\x0ac"},
        {"\xC2\x9b[2J", "\\x9b[2J"},
        {"\xE2\x80\xAEgpj.exe", "\\u202egpj.exe"},
        {"\xE2\x81\xA6x\xE2\x81\xA9", "\\u2066x\\u2069"},
        {"\xE2\x80\xA8\xE2\x80\xA9", "\\u2028\\u2029"},
        {"\xFF\xE3\x81", "\\xff\\xe3\\x81"},
        {"C:\\dir", "C:\\dir"},
        {"\xD8\x9C\xE2\x80\x8E\xE2\x80\x8F\xE2\x80\xAA", "\\u061c\\u200e\\u200f\\u202a"},
        {"\xC2\x7F\xC2\xA0", "\\xc2\\x7f\xC2\xA0"},
        {"\xE2\x80\x90\xE2\x80\xA7\xE2\x81\xA5", "‐‧\xE2\x81\xA5"}, /* beside the hidden ones */
        /* no text: bytes one by one */
        {"\xC2", "\\xc2"},
        {"\xC1\x80", "\\xc1\\x80"},
        {"\xE3\x81x", "\\xe3\\x81x"},
        {"\xE3x\x81", "\\xe3x\\x81"},
        {"\xE0\x80\x80", "\\xe0\\x80\\x80"},
        {"\xED\xA0\x80\xED\x9F\xBF\xEE\x80\x80", "\\xed\\xa0\\x80\xED\x9F\xBF\xEE\x80\x80"},
        {"\xF0\x9F\x98", "\\xf0\\x9f\\x98"},
        {"\xF0x\x98\x80", "\\xf0x\\x98\\x80"},
        {"\xF0\x9Fx\x80", "\\xf0\\x9fx\\x80"},
        {"\xF0\x9F\x98x", "\\xf0\\x9f\\x98x"},
        {"\xF5\x9F\x98\x80", "\\xf5\\x9f\\x98\\x80"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = {0};
        visible_add(&out, span_of(cases[i].text));
        ck_assert_str_eq(out.p, cases[i].shown);
        strbuf_release(&out);
    }
}
END_TEST

/* Numbers have no zeros before them in Japanese; what is no day says nothing. */
START_TEST(a_day_is_said_as_the_language_writes_it) {
    static const struct {
        int year, month, day;
        const char *ja, *en;
    } days[] = {
        {2026, 3, 31, "2026年3月31日", "2026-03-31"},
        {2005, 10, 9, "2005年10月9日", "2005-10-09"},
        {1000, 12, 10, "1000年12月10日", "1000-12-10"},
        {907, 1, 1, "907年1月1日", "0907-01-01"},
        {42, 11, 30, "42年11月30日", "0042-11-30"},
        {0, 1, 1, "0年1月1日", "0000-01-01"},
        {9999, 12, 31, "9999年12月31日", "9999-12-31"},
    };
    char said[DATE_SAID_SIZE];
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        date day = date_from_civil(days[i].year, days[i].month, days[i].day);
        ck_assert_uint_eq(date_say(day, LANG_JA, said), strlen(days[i].ja));
        ck_assert_str_eq(said, days[i].ja);
        ck_assert_uint_eq(date_say(day, LANG_EN, said), strlen(days[i].en));
        ck_assert_str_eq(said, days[i].en);
    }
    const date none[] = {DATE_NONE, DATE_UNKNOWN, date_from_civil(9999, 12, 31) + 1,
                         date_from_civil(0, 1, 1) - 1};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        for (int lang = LANG_JA; lang <= LANG_EN; lang++) {
            ck_assert_uint_eq(date_say(none[i], (enum language)lang, said), 0);
            ck_assert_str_eq(said, "");
        }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("message");
    TCase *tc = tcase_create("message");
    tcase_add_test(tc, every_message_has_both_languages);
    tcase_add_test(tc, names_are_lower_case_words);
    tcase_add_test(tc, languages_by_name);
    tcase_add_test(tc, arguments_stand_where_the_template_says);
    tcase_add_test(tc, an_error_names_file_and_line);
    tcase_add_test(tc, an_error_may_wrap_itself);
    tcase_add_test(tc, long_arguments_are_cut_at_a_character);
    tcase_add_test(tc, what_moves_a_terminal_shows_as_an_escape);
    tcase_add_test(tc, a_day_is_said_as_the_language_writes_it);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
