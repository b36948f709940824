/* Departments on the day: codes, names, successors, reuse, and what only rosters name. */
#include "builders.h"
#include "suite.h"

#include <check.h>

static struct world w;

static key_id key_of(enum fold fold, const char *text) {
    return model_key(&w.model, fold, span_of(text));
}

static struct index_span meant(const char *code, const char *name) {
    return model_departments_meant(&w.model, span_of(code), span_of(name));
}

/* Asserts that code and name mean exactly the departments whose names are listed with commas. */
static void assert_meant(const char *code, const char *name, const char *expected) {
    struct index_span found = meant(code, name);
    struct strbuf names = {0};
    for (uint32_t i = 0; i < found.count; i++) {
        strbuf_add_text(&names, i ? "," : "");
        strbuf_add_span(&names,
                        model_text(&w.model, w.model.departments.items[found.items[i]].name));
    }
    ck_assert_msg(span_equal(strbuf_span(&names), span_of(expected)), "%s/%s means %s, not %s",
                  code, name, names.p ? names.p : "nothing", expected);
    strbuf_release(&names);
}

/* Is the person of this department in what the account's code and name mean? */
static bool fits(const char *person_id, const char *code, const char *name) {
    const struct person *p = &w.model.people.items[person_named(&w, person_id)];
    return model_person_in(&w.model, p, meant(code, name));
}

/*
 * The reorganisations of a city, seen on 2026-03-31:
 *   1001 税務課 was renamed 市税課 (same code) on 2025-04-01: nothing but a name (SA-6).
 *   2001 管財課 became 2002 資産経営課 in 2020, and that 2003 公共施設課 in 2023: a chain.
 *   3001 福祉課 was split into 3002 高齢課 and 3003 障害課.
 *   4001 広報課 was closed in 2021; its code went to 市史編さん室 in 2022: not an heir.
 *   5001 旧水道課 handed over to code 4001 in 2019, when that was still 広報課.
 *   6001 観光課 was closed, and has no successor.
 *   7001 新設課 begins tomorrow.
 *   8001 文化財課 was split in 2022 into 8002 and 8003, which were both closed in 2024.
 *   9001 交通課 ended a year before its successor 9002 began, which has been renamed since.
 *   9101 用地課 handed over to a code that had ended before.
 *   9201 and 9202 had one department and will have another: the one that was counts.
 *   9301 営繕課 and 9302 建築課 were split into a department that is and one that is no more.
 */
static void add_city(void) {
    add_department(&w, .code = "1001", .name = "税務課", .valid_to = "2025-03-31",
                   .successors = "1001");
    add_department(&w, .code = "1001", .name = "市税課", .valid_from = "2025-04-01");
    add_department(&w, .code = "2001", .name = "管財課", .valid_to = "2020-03-31",
                   .successors = "資産経営課");
    add_department(&w, .code = "2002", .name = "資産経営課", .valid_from = "2020-04-01",
                   .valid_to = "2023-03-31", .successors = "2003");
    add_department(&w, .code = "2003", .name = "公共施設課", .valid_from = "2023-04-01");
    add_department(&w, .code = "3001", .name = "福祉課", .valid_to = "2024-03-31",
                   .successors = "3002,3003");
    add_department(&w, .code = "3002", .name = "高齢課", .valid_from = "2024-04-01");
    add_department(&w, .code = "3003", .name = "障害課", .valid_from = "2024-04-01");
    add_department(&w, .code = "4001", .name = "広報課", .valid_to = "2021-03-31");
    add_department(&w, .code = "4001", .name = "市史編さん室", .valid_from = "2022-04-01");
    add_department(&w, .code = "5001", .name = "旧水道課", .valid_to = "2019-03-31",
                   .successors = "4001");
    add_department(&w, .code = "6001", .name = "観光課", .valid_to = "2025-03-31");
    add_department(&w, .code = "7001", .name = "新設課", .valid_from = "2026-04-01");
    add_department(&w, .code = "8001", .name = "文化財課", .valid_to = "2022-03-31",
                   .successors = "8002,8003");
    add_department(&w, .code = "8002", .name = "史跡課", .valid_to = "2024-03-31");
    add_department(&w, .code = "8003", .name = "民俗課", .valid_to = "2024-03-31");
    add_department(&w, .code = "9001", .name = "交通課", .valid_to = "2023-03-31",
                   .successors = "9002");
    add_department(&w, .code = "9002", .name = "交通企画課", .valid_from = "2025-04-01");
    add_department(&w, .code = "9002", .name = "交通政策課", .valid_from = "2024-04-01",
                   .valid_to = "2025-03-31");
    add_department(&w, .code = "9101", .name = "用地課", .valid_to = "2024-03-31",
                   .successors = "9102");
    add_department(&w, .code = "9102", .name = "用地第一課", .valid_to = "2020-03-31");
    add_department(&w, .code = "9201", .name = "住宅課", .valid_to = "2020-03-31");
    add_department(&w, .code = "9201", .name = "住まい課", .valid_from = "2027-04-01");
    add_department(&w, .code = "9202", .name = "みどり課", .valid_from = "2027-04-01");
    add_department(&w, .code = "9202", .name = "公園課", .valid_to = "2020-03-31");
    add_department(&w, .code = "9301", .name = "営繕課", .valid_to = "2024-03-31",
                   .successors = "8003,3003");
    add_department(&w, .code = "9302", .name = "建築課", .valid_to = "2024-03-31",
                   .successors = "3003,8003");
}

static void begin(void) {
    world_init(&w, "2026-03-31");
    add_roster(&w, "職員");
}

static const struct meaning_case {
    const char *code, *name, *expected;
} meaning_cases[] = {
    {"1001", "", "市税課"},
    {"", "税務課", "市税課"},
    {"", "税　務 課", "市税課"}, /* differs in writing only */
    {"", "市税課", "市税課"},
    {"１００１", "", "市税課"},
    {"2001", "", "公共施設課"},
    {"", "資産経営課", "公共施設課"},
    {"3001", "", "高齢課,障害課"},
    {"4001", "", "市史編さん室"},
    {"4001", "広報課", "市史編さん室"}, /* the code decides */
    {"", "広報課", "広報課"},           /* ended without an heir: itself */
    {"5001", "", "広報課"},             /* the 4001 of its time */
    {"6001", "", "観光課"},
    {"7001", "", "新設課"},
    {"8001", "", "史跡課,民俗課"},
    {"9001", "", "交通政策課"}, /* the first of its code that began later */
    {"9002", "", "交通企画課"},
    {"9101", "", "用地第一課"},
    {"9201", "", "住宅課"},
    {"9202", "", "公園課"},
    {"9301", "", "障害課"},
    {"9302", "", "障害課"},
    {"9999", "市税課", "市税課"}, /* an unknown code leaves it to the name */
    {"", "1001", "市税課"},       /* the code in the name's column */
    {"9999", "財政課", ""},
    {"", "", ""},
};

START_TEST(what_codes_and_names_mean) {
    const struct meaning_case *c = &meaning_cases[_i];
    begin();
    add_city();
    world_seal(&w);
    assert_meant(c->code, c->name, c->expected);
    ck_assert_uint_eq(w.model.table_of[RECORD_DEPARTMENT]->issues.count, 0);
    world_release(&w);
}
END_TEST

START_TEST(a_pure_rename_moves_nobody) {
    begin();
    add_city();
    add_person(&w, 0, .person_id = "1", .department_code = "1001", .department = "市税課");
    add_person(&w, 0, .person_id = "2", .department_code = "", .department = "税務課");
    add_person(&w, 0, .person_id = "3", .department_code = "3002", .department = "高齢課");
    add_person(&w, 0, .person_id = "4", .department_code = "4001", .department = "市史編さん室");
    add_person(&w, 0, .person_id = "5", .department_code = "4001", .department = "広報課");
    world_seal(&w);
    ck_assert(fits("1", "", "税務課"));
    ck_assert(fits("2", "1001", "市税課"));
    ck_assert(fits("3", "3001", "福祉課"));
    ck_assert(!fits("3", "3003", ""));
    ck_assert(!fits("4", "", "広報課")); /* a reused code inherits nothing */
    ck_assert(!fits("1", "", "財政課"));
    const struct person *p = &w.model.people.items[person_named(&w, "1")];
    ck_assert(model_person_has(&w.model, p, FIELD_department, key_of(FOLD_WORD, "税務課")));
    ck_assert(model_person_has(&w.model, p, FIELD_department, key_of(FOLD_WORD, "1001")));
    ck_assert(!model_person_has(&w.model, p, FIELD_department, key_of(FOLD_WORD, "高齢課")));
    p = &w.model.people.items[person_named(&w, "5")]; /* the code decides, in conditions too */
    ck_assert(model_person_has(&w.model, p, FIELD_department, key_of(FOLD_WORD, "市史編さん室")));
    ck_assert(!model_person_has(&w.model, p, FIELD_department, key_of(FOLD_WORD, "広報課")));
    world_release(&w);
}
END_TEST

START_TEST(the_day_decides) {
    world_init(&w, "2025-03-31");
    add_roster(&w, "職員");
    add_city();
    world_seal(&w);
    assert_meant("1001", "", "税務課"); /* its last day */
    ck_assert(model_is_department(&w.model, SPAN("税務課")));
    ck_assert(!model_is_department(&w.model, SPAN("市税課")));
    world_release(&w);
}
END_TEST

static const struct owner_case {
    const char *owner;
    bool is_department;
} owner_cases[] = {
    {"市税課", true},  {"1001", true},    {"税務課", false}, {"観光課", false},
    {"新設課", false}, {"財政課", false}, {"", false},
};

START_TEST(owners_are_departments_of_the_table) {
    begin();
    add_city();
    add_person(&w, 0, .person_id = "1", .department = "財政課");
    world_seal(&w);
    ck_assert_uint_eq(model_is_department(&w.model, span_of(owner_cases[_i].owner)),
                      owner_cases[_i].is_department);
    world_release(&w);
}
END_TEST

START_TEST(loops_are_reported_and_end) {
    begin();
    add_department(&w, .code = "1", .name = "一課", .valid_to = "2020-03-31", .successors = "2");
    add_department(&w, .code = "2", .name = "二課", .valid_to = "2021-03-31", .successors = "1");
    add_department(&w, .code = "3", .name = "三課", .valid_to = "2019-03-31", .successors = "1");
    add_department(&w, .code = "4", .name = "四課", .valid_to = "2019-03-31",
                   .successors = "四課,9");
    world_seal(&w);
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_DEPARTMENT], MSG_SUCCESSOR_LOOP),
                      3); /* 1, 2 and 4 */
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_DEPARTMENT], MSG_SUCCESSOR_UNKNOWN), 1);
    assert_meant("3", "", "一課,二課,三課"); /* all that were passed */
    world_release(&w);
}
END_TEST

START_TEST(without_a_table_the_rosters_name_them) {
    begin();
    add_roster(&w, "指定管理者");
    add_person(&w, 0, .person_id = "1", .department_code = "10", .department = "税務課");
    add_person(&w, 0, .person_id = "2", .department_code = "10", .department = "税務　課");
    add_person(&w, 1, .person_id = "3", .department = "税務課");
    add_person(&w, 1, .person_id = "4", .department = "図書館");
    world_seal(&w);
    ck_assert_uint_eq(w.model.departments.count, 2);
    ck_assert(fits("3", "10", ""));
    ck_assert(fits("1", "", "税務課"));
    ck_assert(!fits("4", "10", ""));
    ck_assert(model_is_department(&w.model, SPAN("図書館")));
    ck_assert(model_is_department(&w.model, SPAN("10")));
    ck_assert(!model_is_department(&w.model, SPAN("観光課")));
    world_release(&w);
}
END_TEST

START_TEST(rosters_may_name_more_than_the_table) {
    begin();
    add_city();
    add_person(&w, 0, .person_id = "1", .department_code = "8101", .department = "図書館分室");
    add_person(&w, 0, .person_id = "2", .department_code = "1001", .department = "税務担当");
    world_seal(&w);
    assert_meant("8101", "", "図書館分室");
    assert_meant("", "税務担当", ""); /* its code is known, so its name says nothing new */
    ck_assert(fits("2", "1001", ""));
    world_release(&w);
}
END_TEST

#define COUNT(list) (int)(sizeof(list) / sizeof *(list))

int main(void) {
    Suite *suite = suite_create("departments");
    TCase *all = tcase_create("departments");
    tcase_add_loop_test(all, what_codes_and_names_mean, 0, COUNT(meaning_cases));
    tcase_add_test(all, a_pure_rename_moves_nobody);
    tcase_add_test(all, the_day_decides);
    tcase_add_loop_test(all, owners_are_departments_of_the_table, 0, COUNT(owner_cases));
    tcase_add_test(all, loops_are_reported_and_end);
    tcase_add_test(all, without_a_table_the_rosters_name_them);
    tcase_add_test(all, rosters_may_name_more_than_the_table);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
