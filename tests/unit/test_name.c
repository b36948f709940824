/* Name cells cut into parts, and former family names. */
#include "suite.h"
#include "tenko/name.h"

#include <check.h>

static void assert_part(const char *what, const char *cell, struct span found, const char *wanted) {
    ck_assert_msg(span_equal(found, span_of(wanted)), "%s of \"%s\": \"%.*s\", not \"%s\"", what,
                  cell, (int)found.n, found.p, wanted);
}

static const struct {
    const char *cell, *name, *other, *former, *remark;
} cells[] = {
    {"山田 太郎", "山田 太郎", "", "", ""},
    {"", "", "", "", ""},
    {"佐藤 花子（旧姓 山田）", "佐藤 花子", "", "山田", ""},
    {"佐藤花子（旧姓：山田）", "佐藤花子", "", "山田", ""},
    {"佐藤花子(旧姓山田)", "佐藤花子", "", "山田", ""},
    {"佐藤花子【旧：山田】", "佐藤花子", "", "山田", ""},
    {"佐藤花子 旧姓山田", "佐藤花子", "", "山田", ""},
    {"佐藤花子（総務課）（旧姓 山田）", "佐藤花子", "", "山田", "総務課"},
    {"【再任用】佐藤 花子（旧姓 山田）/ Hanako Sato", "佐藤 花子", "Hanako Sato", "山田", "再任用"},
    {"佐藤 一郎 / Ichiro Sato", "佐藤 一郎", "Ichiro Sato", "", ""},
    {"Mary Smith (née Jones)", "Mary Smith", "", "Jones", ""},
    {"Mary Smith (formerly Jones)", "Mary Smith", "", "Jones", ""},
    {"Suzuki, Hanako (Sales)", "Suzuki, Hanako", "", "", "Sales"},
    {"Taro Yamada <taro@x.example>", "Taro Yamada", "", "", "taro@x.example"},
    {"鈴木花子（税務課（窓口））", "鈴木花子", "", "", "税務課（窓口）"},
    {"鈴木花子（税務", "鈴木花子", "", "", "税務"},
    {"【山田太郎】", "山田太郎", "", "", ""},
    {"山田）太郎", "山田）太郎", "", "", ""},
    /* edges: spaces, colons, commas, strokes and marks of no width */
    {" \xE2\x80\x8B山田：, ", "山田", "", "", ""},
    {"山田、", "山田", "", "", ""},
    {"／山田／", "山田", "", "", ""},
    {"山田／Yamada", "山田", "Yamada", "", ""},
    {"山田\nYamada", "山田", "Yamada", "", ""},
    {"山田/Yamada/やまだ", "山田", "Yamada", "", ""}, /* a third name is none of ours */
    {"山田/旧姓 佐藤", "山田", "", "佐藤", ""},
    {"旧姓 佐藤/山田", "旧姓 佐藤", "山田", "", ""},
    {"山田（旧姓 佐藤）（旧姓 鈴木）", "山田", "", "佐藤", "旧姓 鈴木"},
    {"山田（旧姓）", "山田", "", "", "旧姓"},
    {"山田 旧姓", "山田 旧姓", "", "", ""},
    {"山田（総務）（税務）", "山田", "", "", "総務"},
    {"（旧姓 佐藤）", "", "", "佐藤", ""},
    {"山田［総務］｛税務｝", "山田", "", "", "総務"},
    {"Ann Lee (NEE Kim)", "Ann Lee", "", "Kim", ""},
    {"山田旧姓佐藤 ", "山田", "", "佐藤", ""},
    {"山田 旧姓　 ", "山田 旧姓", "", "", ""},
    /* a bracket within the name holds the family name of before */
    {"佐藤（山田）花子", "佐藤", "", "山田", "山田"},
    {"佐藤 (旧姓：山田) 花子", "佐藤", "", "山田", ""},
    {"佐藤 一郎（総務課）Ichiro Sato", "佐藤 一郎", "Ichiro Sato", "", "総務課"},
};

START_TEST(cells_cut_into_parts) {
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct name_cell parts;
        name_split(span_of(cells[i].cell), &parts);
        assert_part("name", cells[i].cell, parts.name, cells[i].name);
        assert_part("other", cells[i].cell, parts.other, cells[i].other);
        assert_part("former", cells[i].cell, parts.former, cells[i].former);
        assert_part("remark", cells[i].cell, parts.remark, cells[i].remark);
    }
}
END_TEST

static bool is_former(const char *name, const char *present, const char *former) {
    return name_is_former(span_of(name), span_of(present), span_of(former));
}

START_TEST(former_family_names) {
    ck_assert(is_former("山田花子", "佐藤花子", "山田"));
    ck_assert(is_former("山田 花子", "佐藤　花子", "山田"));
    ck_assert(is_former("渡邊花子", "佐藤花子", "渡辺"));
    ck_assert(is_former("Yamada, Hanako", "Hanako Sato", "Yamada"));
    ck_assert(is_former("Mary Jones", "Smith, Mary", "Jones"));
    ck_assert(!is_former("山田太郎", "佐藤花子", "山田"));
    ck_assert(!is_former("山田", "佐藤花子", "山田"));
    ck_assert(!is_former("佐藤花子", "佐藤花子", ""));
    ck_assert(!is_former("山田佐藤花子", "佐藤花子", "山田"));
    ck_assert(!is_former("Ann Jones", "Mary Smith", "Jones"));
    ck_assert(!is_former("Jones", "Mary Smith", "Jones"));
    ck_assert(!is_former("", "", ""));
    ck_assert(!is_former("Ann Lee", "Mary Smith", "Jones"));
    ck_assert(!is_former("山田花子", "花子", "山田"));
    ck_assert(!is_former("山", "佐藤花子", "山田"));
    ck_assert(!is_former("鈴木花子", "佐藤花子", "山田"));
    ck_assert(!is_former("Mary Jones", "佐藤花子", "Jones"));
    ck_assert(!is_former("Mary Jones", "Mary Smith", "山田"));
    char text[1026];
    memset(text, 'a', 1025);
    text[1025] = '\0';
    ck_assert(!is_former(text, "b", "a"));
    ck_assert(!is_former("a b", text, "a"));
    ck_assert(!is_former("a b", "b c", text));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("name");
    TCase *tc = tcase_create("name");
    tcase_add_test(tc, cells_cut_into_parts);
    tcase_add_test(tc, former_family_names);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
