/* Lists, owners, retired systems, rosters, devices; and what is not evaluated. D is 2026-03-31. */
#include "rules_trial.h"

#include <stdlib.h>

#define D "2026-03-31"

static void start(struct trial *t) {
    trial_init(t, D);
    add_roster(&t->w, "職員");
    add_system(&t->w, "税");
    set_owner(&t->w, 0, "税務課");
    add_person(&t->w, 0, .person_id = "001", .name = "山田太郎", .department = "税務課",
               .left_on = "");
}

START_TEST(no_list_is_an_exception_and_no_pass) {
    struct trial t;
    start(&t);
    add_system(&t.w, "図書館");
    add_account(&t.w, 0, .user_id = "a", .person_id = "001");
    t.w.systems[1].is_missing = true;
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "system-no-list"), 1);
    const struct exception *e = exception_of(&t, "system-no-list", "");
    expect_span(e->target, "図書館");
    ck_assert_ptr_null(e->source);
    for (size_t i = 0; i < rule_count; i++) {
        if (rules[i].scope != SCOPE_ACCOUNT && rules[i].scope != SCOPE_PERSON)
            continue;
        const struct coverage *c = coverage_of(&t, 2, rules[i].name);
        ck_assert(!c->is_evaluated);
        ck_assert_int_eq(c->why, MSG_RULES_NO_LIST);
    }
    trial_release(&t);
}
END_TEST

/* 2026-02-28 is 31 days before D. */
START_TEST(lists_and_rosters_grow_old) {
    const struct {
        const char *exported;
        unsigned raised;
    } rows[] = {{"2026-02-28", 0}, {"2026-02-27", 1}, {"2026-04-02", 0}, {"", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct trial t;
        start(&t);
        add_account(&t.w, 0, .user_id = "a", .person_id = "001");
        t.w.plan.systems.items[0].exported_on = day_of(rows[i].exported);
        t.w.plan.rosters.items[0].exported_on = day_of(rows[i].exported);
        trial_run(&t, 1);
        ck_assert_uint_eq(times_raised(&t, "system-stale-list"), rows[i].raised);
        ck_assert_uint_eq(times_raised(&t, "roster-stale"), rows[i].raised);
        if (rows[i].raised) {
            const struct exception *e = exception_of(&t, "roster-stale", "");
            expect_number(e, "days", 32);
            expect_span(e->target, "職員");
            expect_text(exception_of(&t, "system-stale-list", ""), "owner", "税務課");
            ck_assert_int_eq(e->target_kind, TARGET_ROSTER);
        }
        if (!*rows[i].exported)
            ck_assert_int_eq(coverage_of(&t, 0, "roster-stale")->why, MSG_RULES_NO_EXPORTED_ON);
        trial_release(&t);
    }
}
END_TEST

START_TEST(owners_are_departments_of_the_day) {
    const struct {
        const char *owner;
        unsigned raised;
    } rows[] = {{"税務課", 0}, {"T1", 0}, {"旧税務課", 1}, {"総務部", 1}, {NULL, 1}, {"", 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct trial t;
        start(&t);
        add_department(&t.w, .code = "T1", .name = "税務課", .valid_to = "", .successors = "");
        add_department(&t.w, .code = "T0", .name = "旧税務課", .valid_to = "2026-03-30",
                       .successors = "T1");
        set_owner(&t.w, 0, rows[i].owner);
        add_account(&t.w, 0, .user_id = "a", .person_id = "001");
        trial_run(&t, 1);
        ck_assert_msg(times_raised(&t, "system-owner-unknown") == rows[i].raised, "%s",
                      rows[i].owner ? rows[i].owner : "NULL");
        trial_release(&t);
    }
}
END_TEST

START_TEST(owners_are_not_asked_for_in_quick_mode) {
    struct trial t;
    start(&t);
    t.w.plan.is_quick = true;
    set_owner(&t.w, 0, NULL);
    add_account(&t.w, 0, .user_id = "a", .person_id = "001");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "system-owner-unknown"), 0);
    ck_assert_int_eq(coverage_of(&t, 1, "system-owner-unknown")->why, MSG_RULES_QUICK);
    trial_release(&t);
}
END_TEST

/* CH-3: abolished on 2022-09-30. */
START_TEST(retired_systems_have_no_enabled_accounts) {
    const struct {
        const char *ended, *status;
        unsigned raised;
    } rows[] = {{"2022-09-30", "enabled", 1}, {"2022-09-30", "disabled", 0}, {D, "enabled", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct trial t;
        start(&t);
        t.w.plan.systems.items[0].system.ended_on = day_of(rows[i].ended);
        add_account(&t.w, 0, .user_id = "a", .person_id = "001", .status = rows[i].status);
        trial_run(&t, 1);
        ck_assert_uint_eq(times_raised(&t, "system-retired"), rows[i].raised);
        if (rows[i].raised)
            expect_number(exception_of(&t, "system-retired", ""), "enabled_accounts", 1);
        trial_release(&t);
    }
}
END_TEST

/* KA-14. */
START_TEST(devices_of_leavers) {
    struct trial t;
    start(&t);
    add_person(&t.w, 0, .person_id = "009", .name = "退職", .left_on = "2025-03-31");
    add_account(&t.w, 0, .user_id = "a", .person_id = "001");
    add_device(&t.w, .device_id = "PC-1", .person_id = "009", .returned_on = "",
               .department = "税務課");
    add_device(&t.w, .device_id = "PC-2", .person_id = "009", .returned_on = "2025-04-01");
    add_device(&t.w, .device_id = "PC-3", .person_id = "001", .returned_on = "");
    add_device(&t.w, .device_id = "PC-4", .person_id = "", .returned_on = "");
    add_device(&t.w, .device_id = "PC-5", .person_id = "9", .returned_on = "");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "device-not-returned"), 2);
    const struct exception *e = exception_of(&t, "device-not-returned", "PC-1");
    expect_span(e->target, "devices");
    ck_assert_int_eq(e->target_kind, TARGET_DEVICES);
    expect_number(e, "days", 365);
    expect_span(e->person_id, "009");
    expect_span(e->own_department, "税務課");
    ck_assert(is_raised(&t, "device-not-returned", "PC-5")); /* zeros dropped */
    trial_release(&t);
}
END_TEST

START_TEST(every_rule_has_a_word_for_every_input_it_speaks_of) {
    struct trial t;
    start(&t);
    add_license(&t.w, "テレワーク");
    add_account(&t.w, 0, .user_id = "a");
    add_seat(&t.w, 0, .person_id = "001");
    add_device(&t.w, .device_id = "PC-1");
    trial_run(&t, 1);
    const enum record records[] = {RECORD_PERSON, RECORD_ACCOUNT, RECORD_SEAT, RECORD_DEVICE};
    ck_assert_uint_eq(t.f.input_count, 4);
    for (size_t input = 0; input < 4; input++)
        for (size_t i = 0; i < rule_count; i++) {
            const struct coverage *c = coverage_of(&t, input, rules[i].name);
            bool says_nothing = !c->is_evaluated && c->why == MSG_NONE;
            ck_assert_msg(says_nothing != rule_speaks_of(&rules[i], records[input]), "%s",
                          rules[i].name);
        }
    ck_assert_int_eq(coverage_of(&t, 1, "missing-account")->why, MSG_RULES_NO_REQUIRED_FOR);
    ck_assert_int_eq(coverage_of(&t, 1, "not-eligible")->why, MSG_RULES_NO_ELIGIBLE);
    ck_assert_int_eq(coverage_of(&t, 1, "mfa-missing")->why, MSG_RULES_NO_PRIVILEGED);
    ck_assert_int_eq(coverage_of(&t, 1, "role-conflict")->why, MSG_RULES_NO_CONFLICTS);
    ck_assert_int_eq(coverage_of(&t, 1, "name-mismatch")->why, MSG_RULES_NO_FIELD_OF);
    expect_span(message_argument(coverage_of(&t, 1, "name-mismatch")->args[0], LANG_JA),
                "氏名, 氏名カナ");
    ck_assert_int_eq(coverage_of(&t, 3, "device-not-returned")->why, MSG_RULES_NO_FIELD);
    ck_assert_int_eq(coverage_of(&t, 2, "license-expired")->why, MSG_RULES_NO_CONTRACT_TO);
    ck_assert_int_eq(coverage_of(&t, 2, "license-disabled-account")->why,
                     MSG_RULES_NO_LICENSE_SYSTEM);
    trial_release(&t);
}
END_TEST

START_TEST(a_roster_without_a_field_is_named) {
    struct trial t;
    trial_init(&t, D);
    add_roster(&t.w, "職員");
    add_roster(&t.w, "指定管理者");
    add_system(&t.w, "図書館");
    add_person(&t.w, 0, .person_id = "001", .name = "山田", .left_on = "");
    add_person(&t.w, 1, .person_id = "X01", .name = "委託");
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .job_type = "司書");
    trial_run(&t, 1);
    const struct coverage *c = coverage_of(&t, 2, "leaver-account");
    ck_assert(c->is_evaluated);
    ck_assert_int_eq(c->why, MSG_RULES_ROSTER_LEFT_OUT);
    expect_span(message_argument(c->args[0], LANG_JA), "指定管理者");
    c = coverage_of(&t, 2, "job-type-mismatch");
    ck_assert(!c->is_evaluated);
    ck_assert_int_eq(c->why, MSG_RULES_ROSTER_NO_FIELD);
    expect_span(message_argument(c->args[0], LANG_JA), "職種");
    trial_release(&t);
}
END_TEST

START_TEST(without_a_roster_nobody_is_an_orphan) {
    struct trial t;
    trial_init(&t, D);
    add_system(&t.w, "税");
    add_account(&t.w, 0, .user_id = "a", .person_id = "001");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "orphan-account"), 0);
    ck_assert_int_eq(coverage_of(&t, 0, "orphan-account")->why, MSG_RULES_NO_ROSTER);
    trial_release(&t);
}
END_TEST

/* A directory that shows almost no last login, or a late one. */
START_TEST(logins_that_cannot_be_trusted) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .last_login_on = "");
    t.w.systems[0].logins_mostly_absent = true;
    t.w.systems[0].facts.login_lag_days = 14;
    t.w.plan.systems.items[0].days[THRESHOLD_dormant_days] = 14;
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "never-used-account"), 0);
    ck_assert_int_eq(coverage_of(&t, 1, "never-used-account")->why, MSG_RULES_LOGINS_ABSENT);
    ck_assert_int_eq(coverage_of(&t, 1, "dormant-account")->why, MSG_RULES_LOGINS_LAG);
    ck_assert(coverage_of(&t, 1, "leaver-login")->is_evaluated);
    ck_assert_int_eq(coverage_of(&t, 1, "leaver-login")->why, MSG_RULES_LOGINS_ABSENT);
    trial_release(&t);
    start(&t);
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .last_login_on = "");
    t.w.systems[0].facts.login_lag_days = 14;
    t.w.plan.systems.items[0].days[THRESHOLD_dormant_days] = 15;
    trial_run(&t, 1);
    ck_assert(is_raised(&t, "never-used-account", "a"));
    ck_assert(coverage_of(&t, 1, "dormant-account")->is_evaluated);
    trial_release(&t);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        no_list_is_an_exception_and_no_pass,
        lists_and_rosters_grow_old,
        owners_are_departments_of_the_day,
        owners_are_not_asked_for_in_quick_mode,
        retired_systems_have_no_enabled_accounts,
        devices_of_leavers,
        every_rule_has_a_word_for_every_input_it_speaks_of,
        a_roster_without_a_field_is_named,
        without_a_roster_nobody_is_an_orphan,
        logins_that_cannot_be_trusted,
    };
    return RUN_TESTS("rules_inventory", tests);
}
