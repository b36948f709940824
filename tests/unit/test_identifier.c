/* Placeholders, mangled numbers, paths of departments. */
#include "suite.h"
#include "tenko/identifier.h"

#include <check.h>

static void assert_text(struct span found, const char *wanted, const char *of) {
    ck_assert_msg(span_equal(found, span_of(wanted)), "\"%s\": \"%.*s\", not \"%s\"", of,
                  (int)found.n, found.p, wanted);
}

START_TEST(what_stands_for_nothing) {
    static const char *const nothing[] = {
        "nan",
        "NaN",
        "NULL",
        "null",
        "(null)",
        "<NULL>",
        "None",
        "N/A",
        "n/a",
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "undefined",
        "System.Object[]",
        "System.String[]",
        "[object Object],[object Object]",
        "System.Collections.Generic.List`1[System.String]",
        "Microsoft.ActiveDirectory.Management.ADPropertyValueCollection",
        "\\N",
        "-",
        "--",
        "－",
        "―",
        "ー",
        "–",
        "—",
        "−",
        "なし",
        "無し",
        "該当なし",
        "ﾅｼ",
        "ＮＵＬＬ",
        " null ",
        "(なし)",
        "（空白）",
        "\xC2\xA0-\xC2\xA0",
        "未登録",
        "空白",
        "未設定",
    };
    static const char *const something[] = {
        "",
        "0",
        "000",
        "1",
        "k001",
        "nancy",
        "nullmeyer",
        "a-b",
        "なしだ",
        "梨",
        "na",
        "system.admin",
        "microsoft.graph",
        "\\",
        "n",
        "x",
        "#1",
        "不明",
        "noneko",
        "[object 7",
        "[objects Object]",
        "system.",
        "microsoft.",
        "system.collection.x",
        "é",
        "未",
        "無限",
        "\xE7\xA8",
        "\xE7\x84x",
        "\xC3\xA9x",
        "mycollection",
        "なしなしなしなしなしなしなしなしなしなしなしなしなしなし",
    };
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        ck_assert_msg(is_placeholder(span_of(nothing[i])), "%s", nothing[i]);
    for (size_t i = 0; i < sizeof something / sizeof *something; i++)
        ck_assert_msg(!is_placeholder(span_of(something[i])), "%s", something[i]);
}
END_TEST

static const struct {
    const char *text;
    enum id_state state;
    const char *id;
} ids[] = {
    {"001234", ID_SOUND, "001234"},
    {"=\"001\"", ID_SOUND, "001"},
    {"=T(\"001234\")", ID_SOUND, "001234"},
    {"=T(\"\")", ID_SOUND, ""},
    {"=T(\"", ID_SOUND, "=T(\""},
    {"'001234", ID_SOUND, "001234"},
    {"k001", ID_SOUND, "k001"},
    {"", ID_SOUND, ""},
    {"'", ID_SOUND, "'"},
    {"1235.0", ID_REPAIRED, "1235"},
    {"100000.00", ID_REPAIRED, "100000"},
    {"001235.", ID_REPAIRED, "001235"},
    {"'1235.0", ID_REPAIRED, "1235"},
    {"1235.5", ID_SOUND, "1235.5"},
    {"1.2.0", ID_SOUND, "1.2.0"},
    {"12,345", ID_REPAIRED, "12345"},
    {"1,234,567.00", ID_REPAIRED, "1234567"},
    {"12,34", ID_SOUND, "12,34"},
    {"1234,567", ID_SOUND, "1234,567"},
    {"1.23457E+05", ID_SCIENTIFIC, ""},
    {"1E+05", ID_SCIENTIFIC, ""},
    {"1e+05", ID_SCIENTIFIC, ""},
    {"1E05", ID_SOUND, "1E05"}, /* a spreadsheet writes the sign; IDs look like this too */
    {"1月2日", ID_MONTH_DAY, ""},
    {"12月31日", ID_MONTH_DAY, ""},
    {"5-Jan", ID_MONTH_DAY, ""},
    {"05-jan", ID_MONTH_DAY, ""},
    {"1-Feb-03", ID_MONTH_DAY, ""},
    {"Jan-05", ID_MONTH_DAY, ""},
    {"jan", ID_SOUND, "jan"},
    {"janet", ID_SOUND, "janet"},
    {"mar-k", ID_SOUND, "mar-k"},
    {"1-Janitor", ID_SOUND, "1-Janitor"},
    {"1-2", ID_SOUND, "1-2"},
    /* nearly what a spreadsheet makes */
    {"1.5", ID_SOUND, "1.5"},
    {"1E", ID_SOUND, "1E"},
    {"1E+", ID_SOUND, "1E+"},
    {"1E+x", ID_SOUND, "1E+x"},
    {"1E*05", ID_SOUND, "1E*05"},
    {"1E+05x", ID_SOUND, "1E+05x"},
    {"1E-05", ID_SCIENTIFIC, ""},
    {"1,2E+05", ID_SCIENTIFIC, ""},
    {"Jan-", ID_SOUND, "Jan-"},
    {"Jan+05", ID_SOUND, "Jan+05"},
    {"Jan-05x", ID_SOUND, "Jan-05x"},
    {"Jan-20260", ID_SOUND, "Jan-20260"},
    {"111-Jan", ID_SOUND, "111-Jan"},
    {"1-Ja", ID_SOUND, "1-Ja"},
    {"1+Jan", ID_SOUND, "1+Jan"},
    {"1-Jan-", ID_SOUND, "1-Jan-"},
    {"1-Jan+05", ID_SOUND, "1-Jan+05"},
    {"1-Jan-0x", ID_SOUND, "1-Jan-0x"},
    {"1月日", ID_SOUND, "1月日"},
    {"1月222日", ID_SOUND, "1月222日"},
    {"1月2日夜", ID_SOUND, "1月2日夜"},
    {"1月2夜", ID_SOUND, "1月2夜"},
    {"1年2日", ID_SOUND, "1年2日"},
    {"1,234,567.50", ID_SOUND, "1,234,567.50"},
    {"1,234x", ID_SOUND, "1,234x"},
    {"123x", ID_SOUND, "123x"},
    /* guards of every kind, and what is none */
    {"‘001234", ID_SOUND, "001234"},
    {"’001234", ID_SOUND, "001234"},
    {"＇001234", ID_SOUND, "001234"},
    {"’", ID_SOUND, "’"},
    {"“001", ID_SOUND, "“001"},
    {"=x001\"", ID_SOUND, "=x001\""},
    {"=\"001", ID_SOUND, "=\"001"},
    {"=T(\"001", ID_SOUND, "=T(\"001"},
    {"=T(\"001\"]", ID_SOUND, "=T(\"001\"]"},
    {"=X(\"001\")", ID_SOUND, "=X(\"001\")"},
};

START_TEST(numbers_that_spreadsheets_mangle) {
    struct strbuf scratch = {0};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        struct span id;
        enum id_state state = id_repair(span_of(ids[i].text), &scratch, &id);
        ck_assert_msg(state == ids[i].state, "%s: %d", ids[i].text, (int)state);
        assert_text(id, ids[i].id, ids[i].text);
    }
    strbuf_release(&scratch);
}
END_TEST

START_TEST(departments_as_paths) {
    static const struct {
        const char *text, *last;
    } paths[] = {
        {"総務部 > 人事課", "人事課"},
        {"総務部->人事課", "人事課"},
        {"総務部／人事課", "人事課"},
        {"総務部/人事課", "人事課"},
        {"/市民部/市民課", "市民課"},
        {"市民部/市民課/", "市民課"},
        {"総務部＞人事課", "人事課"},
        {"総務部→人事課", "人事課"},
        {"Corp\\IT\\Ops", "Ops"},
        {"総務部 -> 人事課", "人事課"},
        {"総務部 - 人事課", "人事課"},
        {"Corp » IT", "IT"},
        {"A / B / C", "C"},
        {"総務部　／　人事課", "人事課"},
        {"総務部|人事課", "人事課"},
        {"OU=人事課,OU=総務部,DC=city,DC=example", "人事課"},
        {"CN=山田,OU=\"人事, 給与\",DC=city", "人事, 給与"},
        {"CN=山田,DC=city", NULL},
        {"人事課", NULL},
        {"e-Tax課", NULL},
        {"", NULL},
        {"/", NULL},
        {"総務部 人事課", NULL},
        {"総務部 ==> 人事課", "人事課"},
        {"総務部 -> ", "総務部"},
        {"総務部 -人事課", NULL},
        {"総務部- 人事課", NULL},
        {"A -", NULL},
        {"OU=,DC=city", NULL},
        {"OU=人\\,事,DC=city", NULL},
        {"CN=a,OU=人事課", "人事課"},
        {" - ", NULL},
        {"\xE2\x80\x8B総務部/人事課\xE2\x80\x8B", "人事課"},
        {"ー>人事課", "人事課"},
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct span last;
        bool is_path = path_last_part(span_of(paths[i].text), &last);
        ck_assert_msg(is_path == (paths[i].last != NULL), "%s", paths[i].text);
        if (is_path)
            assert_text(last, paths[i].last, paths[i].text);
    }
    struct span last;
    ck_assert(path_last_word(span_of("市民部　市民課　窓口係"), &last));
    assert_text(last, "窓口係", "blanks");
    ck_assert(!path_last_word(span_of(" 窓口係 "), &last));
}
END_TEST

START_TEST(codes_before_names) {
    static const struct {
        const char *text, *code, *name;
    } cells[] = {
        {"0201 税務課", "0201", "税務課"},
        {"0201　税務課", "0201", "税務課"},
        {"0201:税務課", "0201", "税務課"},
        {"[0201]税務課", "0201", "税務課"},
        {"0201_税務課", "0201", "税務課"},
        {"0201-税務課", "0201", "税務課"},
        {"0201税務課", "0201", "税務課"},
        {"税務課（0201）", "0201", "税務課"},
        {"税務課 (A-01)", "A-01", "税務課"},
        {"０２０１　税務課", "０２０１", "税務課"},
        {"A01 Sales East", "A01", "Sales East"},
        {"1課", NULL, NULL},
        {"第1係", NULL, NULL},
        {"税務課", NULL, NULL},
        {"0201", NULL, NULL},
        {"0201 0202", NULL, NULL},
        {"Sales East", NULL, NULL},
        {"税務課（窓口）", NULL, NULL},
        {"税務課【0201】", "0201", "税務課"},
        {"税務課〔0201〕", "0201", "税務課"},
        {"税務課[0201]", "0201", "税務課"},
        {"税務課（）", NULL, NULL},
        {"税務課（0201", NULL, NULL},
        {"（0201）", NULL, NULL},
        {"税務課（0201）係", NULL, NULL},
        {"(0201)税務課", "0201", "税務課"},
        {"0201.税務課", "0201", "税務課"},
        {"0201：税務課", "0201", "税務課"},
        {"0201--税務課", "0201", "税務課"},
        {"〜0201税務課", NULL, NULL},
        {"0201:", NULL, NULL},
        {"02税務課", NULL, NULL},
        {"ａ０１　税務課", "ａ０１", "税務課"},
        {"［０１］税務課", NULL, NULL},
        {":", NULL, NULL},
        {"", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct span code, name;
        bool found = code_and_name(span_of(cells[i].text), &code, &name);
        ck_assert_msg(found == (cells[i].code != NULL), "%s", cells[i].text);
        if (found) {
            assert_text(code, cells[i].code, cells[i].text);
            assert_text(name, cells[i].name, cells[i].text);
        }
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("identifier");
    TCase *tc = tcase_create("identifier");
    tcase_add_test(tc, what_stands_for_nothing);
    tcase_add_test(tc, numbers_that_spreadsheets_mangle);
    tcase_add_test(tc, departments_as_paths);
    tcase_add_test(tc, codes_before_names);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
