/* Whose account it is: both sides of every boundary. D is 2026-03-31 throughout. */
#include "rules_trial.h"

#include <stdio.h>
#include <stdlib.h>

#define D "2026-03-31"

/* One roster, one system, and the person 001 in 税務課. */
static void start(struct trial *t) {
    trial_init(t, D);
    add_roster(&t->w, "職員");
    add_system(&t->w, "税");
    set_owner(&t->w, 0, "税務課");
    add_person(&t->w, 0, .person_id = "001", .name = "山田太郎", .former_name = "",
               .kana = "ヤマダタロウ", .department = "税務課", .job_type = "事務",
               .employment = "正規", .hired_on = "2010-04-01", .left_on = "", .leave_from = "",
               .leave_to = "", .status = "active");
}

#define add_leaver(t, id, day)                                                                     \
    add_person(&(t)->w, 0, .person_id = (id), .name = "退職一郎", .department = "福祉課",          \
               .left_on = (day))

START_TEST(orphan_is_an_account_that_nobody_holds) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "known", .person_id = "001", .name = "", .kind = "personal");
    add_account(&t.w, 0, .user_id = "gone", .person_id = "999", .name = "山田太郎");
    add_account(&t.w, 0, .user_id = "ext", .person_id = "", .name = "業者", .kind = "external");
    add_account(&t.w, 0, .user_id = "common", .person_id = "", .kind = "shared");
    add_account(&t.w, 0, .user_id = "batch", .person_id = "", .kind = "service");
    add_account(&t.w, 0, .user_id = "off", .person_id = "999", .status = "disabled");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "orphan-account"), 2);
    const struct exception *e = exception_of(&t, "orphan-account", "gone");
    expect_text(e, "account_person_id", "999");
    expect_text(e, "account_name", "山田太郎");
    ck_assert(!is_somebody(e->person));
    expect_span(e->person_id, "999");
    expect_span(e->name, "山田太郎");
    ck_assert_uint_eq(e->origin.line, 3);
    ck_assert(is_raised(&t, "orphan-account", "ext"));
    trial_release(&t);
}
END_TEST

START_TEST(several_fit_is_ambiguous_and_nothing_else) {
    struct trial t;
    start(&t);
    add_person(&t.w, 0, .person_id = "002", .name = "山田太郎", .department = "税務課");
    add_account(&t.w, 0, .user_id = "yamada", .name = "山田太郎", .department = "税務課",
                .last_login_on = "2020-01-01");
    trial_run(&t, 1);
    expect_texts(exception_of(&t, "ambiguous-owner", "yamada"), "candidates", "001,002");
    ck_assert_uint_eq(t.f.exceptions.count, 1);
    trial_release(&t);
}
END_TEST

/* 21 people of one name, the last of the roster the first by ID: 20 are listed. */
START_TEST(candidates_are_cut_at_twenty) {
    struct trial t;
    struct strbuf text = {0};
    trial_init(&t, D);
    add_roster(&t.w, "職員");
    add_system(&t.w, "税");
    for (int i = 21; i > 0; i--) {
        char id[8];
        snprintf(id, sizeof id, "%03d", i);
        add_person(&t.w, 0, .person_id = id, .name = "山田太郎", .department = "税務課");
    }
    add_account(&t.w, 0, .user_id = "x", .name = "山田太郎");
    trial_run(&t, 1);
    const struct exception *e = exception_of(&t, "orphan-account", "x");
    expect_texts(e, "candidates",
                 "001,002,003,004,005,006,007,008,009,010,011,012,013,014,015,016,017,018,019,020");
    expect_number(e, "candidate_count", 21);
    trial_message(e, LANG_EN, &text);
    ck_assert_ptr_nonnull(strstr(text.p, "019, 020 and 1 more. Find out"));
    strbuf_release(&text);
    trial_release(&t);
}
END_TEST

/* KO-2: left 2025-10-31, as_of 2026-03-31: 151 days. The last day still counts as employed. */
START_TEST(leaver_account_from_the_day_after_the_last) {
    struct trial t;
    start(&t);
    add_leaver(&t, "101", "2025-10-31");
    add_leaver(&t, "102", "2026-03-30");
    add_leaver(&t, "103", "2026-03-31");
    add_person(&t.w, 0, .person_id = "104", .name = "状態だけ", .status = "left");
    for (int i = 1; i <= 4; i++) {
        char id[4] = {'1', '0', (char)('0' + i), 0};
        add_account(&t.w, 0, .user_id = id, .person_id = id);
    }
    add_account(&t.w, 0, .user_id = "off", .person_id = "101", .status = "disabled");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "leaver-account"), 3);
    const struct exception *e = exception_of(&t, "leaver-account", "101");
    expect_text(e, "matched_by", "person_id");
    expect_date(e, "left_on", "2025-10-31");
    expect_number(e, "days", 151);
    expect_text(e, "roster_line", "職員:3");
    expect_span(e->person_id, "101");
    expect_span(e->department, "福祉課");
    ck_assert_int_eq(e->action, ACTION_DISABLE);
    expect_number(exception_of(&t, "leaver-account", "102"), "days", 1);
    /* left, but nobody wrote when: the keys stay, without values */
    e = exception_of(&t, "leaver-account", "104");
    expect_date(e, "left_on", NULL);
    expect_text(e, "days", "");
    trial_release(&t);
}
END_TEST

START_TEST(leaver_message_in_both_languages) {
    struct trial t;
    struct strbuf text = {0};
    start(&t);
    add_leaver(&t, "101", "2025-10-31");
    add_person(&t.w, 0, .person_id = "104", .name = "状態だけ", .status = "left");
    add_account(&t.w, 0, .user_id = "a", .person_id = "101");
    add_account(&t.w, 0, .user_id = "b", .person_id = "104");
    trial_run(&t, 1);
    trial_message(exception_of(&t, "leaver-account", "a"), LANG_JA, &text);
    expect_span(strbuf_span(&text),
                "退職者（2025年10月31日退職）のアカウントが有効のままです。151日経過。"
                "停止してください。");
    strbuf_clear(&text);
    trial_message(exception_of(&t, "leaver-account", "b"), LANG_JA, &text);
    expect_span(strbuf_span(&text), "退職者のアカウントが有効のままです。停止してください。");
    strbuf_clear(&text);
    trial_message(exception_of(&t, "leaver-account", "b"), LANG_EN, &text);
    expect_span(strbuf_span(&text),
                "The account of a person who has left is still enabled. Disable it.");
    strbuf_release(&text);
    trial_release(&t);
}
END_TEST

START_TEST(login_after_leaving_even_where_disabled) {
    struct trial t;
    start(&t);
    add_leaver(&t, "101", "2025-10-31");
    add_account(&t.w, 0, .user_id = "same-day", .person_id = "101", .last_login_on = "2025-10-31");
    add_account(&t.w, 0, .user_id = "after", .person_id = "101", .last_login_on = "2025-11-01");
    add_account(&t.w, 0, .user_id = "off", .person_id = "101", .last_login_on = "2025-11-03",
                .status = "disabled");
    add_account(&t.w, 0, .user_id = "never", .person_id = "101", .last_login_on = "");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "leaver-login"), 2);
    const struct exception *e = exception_of(&t, "leaver-login", "off");
    expect_number(e, "days", 3);
    expect_text(e, "account_status", "disabled");
    ck_assert_int_eq(e->severity, SEVERITY_CRITICAL);
    ck_assert(is_raised(&t, "leaver-login", "after"));
    trial_release(&t);
}
END_TEST

/* A departed holder silences everything but ownership and †. */
START_TEST(leaver_is_judged_by_little_else) {
    struct trial t;
    start(&t);
    add_leaver(&t, "101", "2025-10-31");
    add_account(&t.w, 0, .user_id = "u", .person_id = "101", .name = "別人", .department = "税務課",
                .last_login_on = "2020-01-01", .created_on = "2019-01-01",
                .password_changed_on = "");
    trial_run(&t, 1);
    ck_assert_uint_eq(t.f.exceptions.count, 1);
    ck_assert(is_raised(&t, "leaver-account", "u"));
    trial_release(&t);
}
END_TEST

START_TEST(on_leave_unless_the_system_keeps) {
    struct trial t;
    start(&t);
    add_system(&t.w, "人事");
    t.w.plan.systems.items[1].system.on_leave_disable = false;
    add_person(&t.w, 0, .person_id = "201", .name = "休職", .leave_from = D, .leave_to = "");
    add_person(&t.w, 0, .person_id = "202", .name = "明日", .leave_from = "2026-04-01",
               .leave_to = "");
    add_person(&t.w, 0, .person_id = "203", .name = "最終日", .leave_from = "2026-01-01",
               .leave_to = D);
    for (uint32_t system = 0; system < 2; system++)
        for (int i = 1; i <= 3; i++) {
            char id[4] = {'2', '0', (char)('0' + i), 0};
            add_account(&t.w, system, .user_id = id, .person_id = id);
        }
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "leave-account"), 2);
    ck_assert(is_raised(&t, "leave-account", "201"));
    ck_assert(is_raised(&t, "leave-account", "203"));
    expect_span(exception_of(&t, "leave-account", "201")->target, "税");
    ck_assert_int_eq(coverage_of(&t, 2, "leave-account")->why, MSG_RULES_LEAVE_KEPT);
    trial_release(&t);
}
END_TEST

START_TEST(name_is_name_former_name_or_kana) {
    struct trial t;
    start(&t);
    add_person(&t.w, 0, .person_id = "301", .name = "髙橋 花子", .former_name = "佐藤花子",
               .kana = "タカハシハナコ");
    add_person(&t.w, 0, .person_id = "302", .name = "John Smith");
    const char *const fits[] = {"髙橋花子", "高橋　花子",     "佐藤 花子",
                                "ﾀｶﾊｼ ﾊﾅｺ", "たかはしはなこ", ""};
    for (size_t i = 0; i < sizeof fits / sizeof *fits; i++) {
        char id[3] = {'f', (char)('0' + i), 0};
        add_account(&t.w, 0, .user_id = id, .person_id = "301", .name = fits[i]);
    }
    add_account(&t.w, 0, .user_id = "latin", .person_id = "302", .name = "SMITH, JOHN");
    /* of whom the roster has no name at all: nothing differs */
    add_person(&t.w, 0, .person_id = "303", .name = "");
    add_account(&t.w, 0, .user_id = "nameless", .person_id = "303", .name = "鈴木一郎");
    add_account(&t.w, 0, .user_id = "other", .person_id = "301", .name = "鈴木一郎");
    add_account(&t.w, 0, .user_id = "kana", .person_id = "301", .name = "", .kana = "スズキ");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "name-mismatch"), 2);
    const struct exception *e = exception_of(&t, "name-mismatch", "other");
    expect_text(e, "account_name", "鈴木一郎");
    expect_text(e, "roster_name", "髙橋 花子");
    expect_text(e, "former_name", "佐藤花子");
    ck_assert(is_raised(&t, "name-mismatch", "kana"));
    trial_release(&t);
}
END_TEST

/* SA-6: a pure rename raises nothing. 兼務: any post will do. */
START_TEST(department_is_one_of_the_holders) {
    struct trial t;
    start(&t);
    add_department(&t.w, .code = "T1", .name = "税務課", .valid_from = "", .valid_to = "",
                   .successors = "");
    add_department(&t.w, .code = "S1", .name = "市民税課", .valid_to = "2025-03-31",
                   .successors = "T1");
    add_department(&t.w, .code = "F1", .name = "福祉課", .valid_to = "", .successors = "");
    add_department(&t.w, .code = "K1", .name = "広報課", .valid_to = "", .successors = "");
    add_person(&t.w, 0, .person_id = "401", .name = "兼務", .department = "税務課");
    add_person(&t.w, 0, .person_id = "401", .name = "兼務", .department = "福祉課");
    add_person(&t.w, 0, .person_id = "401", .name = "兼務", .department = "税務課",
               .position = "主査");
    add_person(&t.w, 0, .person_id = "401", .name = "兼務", .department = "");
    add_person(&t.w, 0, .person_id = "402", .name = "所属なし", .department = "");
    add_account(&t.w, 0, .user_id = "same", .person_id = "001", .department = "税務課");
    add_account(&t.w, 0, .user_id = "renamed", .person_id = "001", .department = "市民税課");
    add_account(&t.w, 0, .user_id = "empty", .person_id = "001", .department = "");
    add_account(&t.w, 0, .user_id = "second", .person_id = "401", .department = "福祉課");
    add_account(&t.w, 0, .user_id = "none", .person_id = "402", .department = "福祉課");
    add_account(&t.w, 0, .user_id = "old", .person_id = "001", .department = "福祉課");
    add_account(&t.w, 0, .user_id = "neither", .person_id = "401", .department = "広報課");
    add_account(&t.w, 0, .user_id = "unheard", .person_id = "001", .department = "存在しない課");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "department-mismatch"), 3);
    const struct exception *e = exception_of(&t, "department-mismatch", "neither");
    struct strbuf text = {0};
    expect_texts(e, "roster_departments", "税務課,福祉課"); /* each once */
    trial_message(e, LANG_JA, &text);
    expect_span(strbuf_span(&text),
                "アカウントの所属「広報課」が名簿の所属「税務課、福祉課」"
                "と異なります。権限が必要か確認し、変更または停止してください。");
    strbuf_release(&text);
    expect_text(exception_of(&t, "department-mismatch", "old"), "account_department", "福祉課");
    ck_assert(is_raised(&t, "department-mismatch", "unheard"));
    trial_release(&t);
}
END_TEST

START_TEST(job_type_only_where_both_sides_know) {
    struct trial t;
    start(&t);
    add_person(&t.w, 0, .person_id = "501", .name = "職種なし", .job_type = "");
    add_account(&t.w, 0, .user_id = "same", .person_id = "001", .job_type = "事　務");
    add_account(&t.w, 0, .user_id = "empty", .person_id = "001", .job_type = "");
    add_account(&t.w, 0, .user_id = "unsaid", .person_id = "501", .job_type = "教員");
    add_account(&t.w, 0, .user_id = "differs", .person_id = "001", .job_type = "教員");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "job-type-mismatch"), 1);
    expect_texts(exception_of(&t, "job-type-mismatch", "differs"), "roster_job_types", "事務");
    trial_release(&t);
}
END_TEST

/* KO-8: both directions of who should have an account. */
START_TEST(eligible_and_required_are_two_directions) {
    struct trial t;
    start(&t);
    struct system_plan *system = &t.w.plan.systems.items[0].system;
    system->eligible.is_set = system->required_for.is_set = true;
    system->eligible.employment = word_list("正規", "再任用");
    system->required_for.employment = word_list("正規");
    add_person(&t.w, 0, .person_id = "601", .name = "会計年度", .employment = "会計年度");
    add_person(&t.w, 0, .person_id = "602", .name = "停止のみ", .employment = "正規",
               .department = "税務課");
    add_person(&t.w, 0, .person_id = "603", .name = "休職中", .employment = "正規",
               .leave_from = "2026-01-01");
    add_person(&t.w, 0, .person_id = "604", .name = "退職", .employment = "正規",
               .left_on = "2026-01-01");
    add_person(&t.w, 0, .person_id = "605", .name = "来年度", .employment = "正規",
               .hired_on = "2026-04-01");
    add_person(&t.w, 0, .person_id = "606", .name = "委託", .employment = "正規");
    add_account(&t.w, 0, .user_id = "ok", .person_id = "001");
    add_account(&t.w, 0, .user_id = "temp", .person_id = "601");
    add_account(&t.w, 0, .user_id = "off", .person_id = "602", .status = "disabled");
    add_account(&t.w, 0, .user_id = "ext", .person_id = "606", .kind = "external");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "not-eligible"), 1);
    expect_texts(exception_of(&t, "not-eligible", "temp"), "employments", "会計年度");
    ck_assert_uint_eq(times_raised(&t, "missing-account"), 1);
    const struct exception *e = exception_of(&t, "missing-account", "602");
    expect_texts(e, "disabled_accounts", "off");
    expect_span(e->target, "税");
    expect_span(e->department, "税務課");
    ck_assert_ptr_eq(e->source, &t.w.model.rosters[0]);
    ck_assert_uint_eq(e->origin.line, 4);
    trial_release(&t);
}
END_TEST

START_TEST(duplicates_count_enabled_personal_accounts) {
    struct trial t;
    start(&t);
    add_person(&t.w, 0, .person_id = "701", .name = "一つだけ");
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .kind = "personal");
    add_account(&t.w, 0, .user_id = "b", .person_id = "001");
    add_account(&t.w, 0, .user_id = "c", .person_id = "001", .status = "disabled");
    add_account(&t.w, 0, .user_id = "d", .person_id = "001", .kind = "external");
    add_account(&t.w, 0, .user_id = "e", .person_id = "701");
    add_account(&t.w, 0, .user_id = "f", .person_id = "701", .kind = "external");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "duplicate-account"), 2);
    expect_texts(exception_of(&t, "duplicate-account", "a"), "other_accounts", "b");
    expect_texts(exception_of(&t, "duplicate-account", "b"), "other_accounts", "a");
    trial_release(&t);
}
END_TEST

/* 2025-12-31 is 90 days before D. */
START_TEST(dormant_is_more_than_the_threshold) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "d90", .person_id = "001", .last_login_on = "2025-12-31");
    add_account(&t.w, 0, .user_id = "d91", .person_id = "001", .last_login_on = "2025-12-30");
    add_account(&t.w, 0, .user_id = "unknown", .person_id = "999", .last_login_on = "2025-01-01");
    add_account(&t.w, 0, .user_id = "shared", .person_id = "", .kind = "shared",
                .last_login_on = "2025-12-30");
    add_account(&t.w, 0, .user_id = "service", .person_id = "", .kind = "service",
                .last_login_on = "2025-12-30");
    add_account(&t.w, 0, .user_id = "ext", .person_id = "001", .kind = "external",
                .last_login_on = "2025-12-30");
    add_account(&t.w, 0, .user_id = "off", .person_id = "001", .last_login_on = "2025-01-01",
                .status = "disabled");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "dormant-account"), 4);
    const struct exception *e = exception_of(&t, "dormant-account", "d91");
    expect_number(e, "days", 91);
    expect_number(e, "threshold", 90);
    ck_assert(!is_raised(&t, "dormant-account", "d90"));
    ck_assert(!is_raised(&t, "dormant-account", "unknown"));
    ck_assert(!is_raised(&t, "dormant-account", "off"));
    trial_release(&t);
}
END_TEST

/* 2026-03-01 is 30 days before D. */
START_TEST(never_used_after_its_days_of_grace) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "d30", .person_id = "001", .last_login_on = "",
                .created_on = "2026-03-01");
    add_account(&t.w, 0, .user_id = "d31", .person_id = "001", .last_login_on = "",
                .created_on = "2026-02-28");
    add_account(&t.w, 0, .user_id = "undated", .person_id = "001", .last_login_on = "",
                .created_on = "");
    add_account(&t.w, 0, .user_id = "used", .person_id = "001", .last_login_on = "2026-03-30",
                .created_on = "2020-01-01");
    add_account(&t.w, 0, .user_id = "shared", .person_id = "", .kind = "shared",
                .last_login_on = "", .created_on = "2020-01-01");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "never-used-account"), 3);
    expect_number(exception_of(&t, "never-used-account", "d31"), "days", 31);
    expect_text(exception_of(&t, "never-used-account", "undated"), "days", "");
    ck_assert(is_raised(&t, "never-used-account", "shared"));
    trial_release(&t);
}
END_TEST

START_TEST(a_list_without_logins_is_not_never_used) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "u", .person_id = "001", .created_on = "2020-01-01");
    trial_run(&t, 1);
    ck_assert_uint_eq(t.f.exceptions.count, 0);
    const struct coverage *c = coverage_of(&t, 1, "never-used-account");
    ck_assert(!c->is_evaluated);
    ck_assert_int_eq(c->why, MSG_RULES_NO_FIELD);
    expect_span(message_argument(c->args[0], LANG_JA), "最終ログイン日");
    expect_span(message_argument(c->args[0], LANG_EN), "last login");
    trial_release(&t);
}
END_TEST

START_TEST(retained_is_off_unless_set) {
    struct trial t;
    start(&t);
    add_system(&t.w, "人事");
    t.w.plan.systems.items[1].days[THRESHOLD_retain_days] = 90;
    add_leaver(&t, "801", "2025-12-31");
    add_leaver(&t, "802", "2025-12-30");
    for (uint32_t system = 0; system < 2; system++) {
        add_account(&t.w, system, .user_id = "d90", .person_id = "801", .status = "disabled");
        add_account(&t.w, system, .user_id = "d91", .person_id = "802", .status = "disabled");
        add_account(&t.w, system, .user_id = "on", .person_id = "802", .status = "enabled");
    }
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "disabled-retained"), 1);
    const struct exception *e = exception_of(&t, "disabled-retained", "d91");
    expect_span(e->target, "人事");
    expect_number(e, "days", 91);
    expect_number(e, "threshold", 90);
    ck_assert_int_eq(coverage_of(&t, 1, "disabled-retained")->why, MSG_RULES_THRESHOLD_OFF);
    trial_release(&t);
}
END_TEST

/* D + 30 is 2026-04-30. On his last day a leaver is leaving soon, not a leaver. */
START_TEST(leaving_soon_from_today_to_the_threshold) {
    struct trial t;
    start(&t);
    add_leaver(&t, "901", D);
    add_leaver(&t, "902", "2026-04-30");
    add_leaver(&t, "903", "2026-05-01");
    for (int i = 1; i <= 3; i++) {
        char id[4] = {'9', '0', (char)('0' + i), 0};
        add_account(&t.w, 0, .user_id = id, .person_id = id);
    }
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "leaving-soon"), 2);
    expect_number(exception_of(&t, "leaving-soon", "901"), "days", 0);
    expect_number(exception_of(&t, "leaving-soon", "902"), "days", 30);
    ck_assert_uint_eq(times_raised(&t, "leaver-account"), 0);
    trial_release(&t);
}
END_TEST

/* An account that expired yesterday is disabled; one that expires today is not. */
START_TEST(expired_accounts_are_disabled) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "today", .person_id = "999", .expires_on = D);
    add_account(&t.w, 0, .user_id = "yesterday", .person_id = "999", .expires_on = "2026-03-30");
    trial_run(&t, 1);
    ck_assert(is_raised(&t, "orphan-account", "today"));
    ck_assert(!is_raised(&t, "orphan-account", "yesterday"));
    ck_assert_uint_eq(t.f.systems[0].enabled, 1);
    ck_assert_uint_eq(t.f.systems[0].accounts, 2);
    trial_release(&t);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        orphan_is_an_account_that_nobody_holds,
        several_fit_is_ambiguous_and_nothing_else,
        candidates_are_cut_at_twenty,
        leaver_account_from_the_day_after_the_last,
        leaver_message_in_both_languages,
        login_after_leaving_even_where_disabled,
        leaver_is_judged_by_little_else,
        on_leave_unless_the_system_keeps,
        name_is_name_former_name_or_kana,
        department_is_one_of_the_holders,
        job_type_only_where_both_sides_know,
        eligible_and_required_are_two_directions,
        duplicates_count_enabled_personal_accounts,
        dormant_is_more_than_the_threshold,
        never_used_after_its_days_of_grace,
        a_list_without_logins_is_not_never_used,
        retained_is_off_unless_set,
        leaving_soon_from_today_to_the_threshold,
        expired_accounts_are_disabled,
    };
    return RUN_TESTS("rules_ownership", tests);
}
