/* Shared IDs, their owners and passwords; initial passwords. D is 2026-03-31 unless said. */
#include "rules_trial.h"

#define D "2026-03-31"

static void start(struct trial *t, const char *as_of) {
    trial_init(t, as_of);
    add_roster(&t->w, "職員");
    add_system(&t->w, "税");
    add_person(&t->w, 0, .person_id = "001", .name = "山田太郎", .hired_on = "2010-04-01",
               .left_on = "", .posted_on = "");
}

START_TEST(shared_and_service_ids_have_owners) {
    struct trial t;
    start(&t, D);
    add_person(&t.w, 0, .person_id = "002", .name = "退職", .left_on = "2025-10-31");
    add_account(&t.w, 0, .user_id = "ok", .kind = "shared", .owner = "001");
    add_account(&t.w, 0, .user_id = "empty", .kind = "shared", .owner = "");
    add_account(&t.w, 0, .user_id = "unknown", .kind = "service", .owner = "999");
    add_account(&t.w, 0, .user_id = "left", .kind = "service", .owner = "002");
    add_account(&t.w, 0, .user_id = "off", .kind = "shared", .owner = "", .status = "disabled");
    add_account(&t.w, 0, .user_id = "mine", .kind = "personal", .owner = "", .person_id = "001");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "shared-no-owner"), 3);
    expect_text(exception_of(&t, "shared-no-owner", "empty"), "owner_state", "empty");
    expect_text(exception_of(&t, "shared-no-owner", "unknown"), "owner", "999");
    expect_date(exception_of(&t, "shared-no-owner", "left"), "left_on", "2025-10-31");
    ck_assert_uint_eq(times_raised(&t, "orphan-account"), 0);
    trial_release(&t);
}
END_TEST

START_TEST(without_owner_or_kind_columns_owners_are_not_judged) {
    struct trial t;
    start(&t, D);
    add_system(&t.w, "無種別");
    add_account(&t.w, 0, .user_id = "s", .kind = "shared");
    add_account(&t.w, 1, .user_id = "s", .owner = "");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "shared-no-owner"), 0);
    ck_assert_int_eq(coverage_of(&t, 1, "shared-no-owner")->why, MSG_RULES_NO_FIELD);
    ck_assert_int_eq(coverage_of(&t, 2, "shared-no-owner")->why, MSG_RULES_NO_KINDS);
    trial_release(&t);
}
END_TEST

/* 2025-12-31 is 90 days before D. */
START_TEST(shared_password_is_stale_after_its_days) {
    struct trial t;
    start(&t, D);
    add_account(&t.w, 0, .user_id = "d90", .kind = "shared", .password_changed_on = "2025-12-31");
    add_account(&t.w, 0, .user_id = "d91", .kind = "shared", .password_changed_on = "2025-12-30");
    add_account(&t.w, 0, .user_id = "never", .kind = "shared", .password_changed_on = "");
    add_account(&t.w, 0, .user_id = "service", .kind = "service",
                .password_changed_on = "2020-01-01");
    add_account(&t.w, 0, .user_id = "mine", .kind = "personal", .person_id = "001",
                .password_changed_on = "2020-01-01");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "shared-password-stale"), 2);
    expect_number(exception_of(&t, "shared-password-stale", "d91"), "days", 91);
    expect_text(exception_of(&t, "shared-password-stale", "never"), "days", "");
    trial_release(&t);
}
END_TEST

/* SA-7: unchanged from 2019-03-31 to 2023-12-01. */
START_TEST(the_password_of_sagamihara) {
    struct trial t;
    start(&t, "2023-12-01");
    add_account(&t.w, 0, .user_id = "web", .kind = "shared", .password_changed_on = "2019-03-31");
    trial_run(&t, 1);
    expect_number(exception_of(&t, "shared-password-stale", "web"), "days", 1706);
    trial_release(&t);
}
END_TEST

START_TEST(zero_days_switch_the_rule_off) {
    struct trial t;
    start(&t, D);
    t.w.plan.systems.items[0].days[THRESHOLD_shared_password_days] = 0;
    add_account(&t.w, 0, .user_id = "never", .kind = "shared", .password_changed_on = "");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "shared-password-stale"), 0);
    const struct coverage *c = coverage_of(&t, 1, "shared-password-stale");
    ck_assert_int_eq(c->why, MSG_RULES_THRESHOLD_OFF);
    expect_span(c->args[0], "shared_password_days");
    trial_release(&t);
}
END_TEST

/* Each person is a member of the shared ID of his own number, changed on 2025-06-30. */
START_TEST(password_after_a_move) {
    struct trial t;
    start(&t, D);
    static const struct {
        const char *id, *hired, *left, *posted;
        const char *moved; /* as said in the evidence; "" = nothing to say */
    } people[] = {
        {"101", "", "2025-06-30", "", ""}, /* left on the very day: it was changed then */
        {"102", "", "2025-07-01", "", "102 (left_on 2025-07-01)"},
        {"103", "", D, "", "103 (left_on 2026-03-31)"},
        {"104", "", "2026-04-01", "", ""},
        {"105", "2010-04-01", "", "2025-06-30", ""},
        {"106", "2010-04-01", "", "2025-07-01", "106 (posted_on 2025-07-01)"},
        {"107", "", "", "2025-10-01", "107 (posted_on 2025-10-01)"},
        {"108", "2025-10-01", "", "2025-10-01", ""}, /* his first posting is no move */
        {"109", "2010-04-01", "", "2026-04-01", ""}, /* not yet */
        {"110", "2010-04-01", "", D, "110 (posted_on 2026-03-31)"},
    };
    size_t count = sizeof people / sizeof *people;
    for (size_t i = 0; i < count; i++) {
        add_person(&t.w, 0, .person_id = people[i].id, .name = "職員", .hired_on = people[i].hired,
                   .left_on = people[i].left, .posted_on = people[i].posted);
        add_account(&t.w, 0, .user_id = people[i].id, .kind = "shared", .owner = "001",
                    .members = people[i].id, .password_changed_on = "2025-06-30");
    }
    trial_run(&t, 1);
    for (size_t i = 0; i < count; i++) {
        const struct exception *e = exception_of(&t, "shared-password-after-move", people[i].id);
        ck_assert_msg((e != NULL) == (*people[i].moved != 0), "%s", people[i].id);
        if (e)
            expect_texts(e, "moved", people[i].moved);
    }
    trial_release(&t);
}
END_TEST

START_TEST(password_known_to_an_owner_who_left) {
    struct trial t;
    start(&t, D);
    add_person(&t.w, 0, .person_id = "102", .name = "退職", .left_on = "2025-07-01");
    add_account(&t.w, 0, .user_id = "s", .kind = "shared", .owner = "102", .members = "102,001,999",
                .password_changed_on = "2025-06-30");
    add_account(&t.w, 0, .user_id = "never", .kind = "shared", .owner = "102", .members = "",
                .password_changed_on = "");
    add_account(&t.w, 0, .user_id = "svc", .kind = "service", .owner = "102", .members = "",
                .password_changed_on = "2025-06-30");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "shared-password-after-move"), 1);
    expect_texts(exception_of(&t, "shared-password-after-move", "s"), "moved",
                 "102 (left_on 2025-07-01)");
    trial_release(&t);
}
END_TEST

/* 2026-03-01 is 30 days before D. */
START_TEST(initial_password_of_personal_and_shared_accounts) {
    struct trial t;
    start(&t, D);
    static const struct {
        const char *id, *created, *changed, *kind;
        bool raised;
    } rows[] = {
        {"same30", "2026-03-01", "2026-03-01", "personal", false},
        {"same31", "2026-02-28", "2026-02-28", "personal", true},
        {"never30", "2026-03-01", "", "personal", false},
        {"never31", "2026-02-28", "", "personal", true},
        {"undated", "", "", "personal", true},
        {"changed", "2020-01-01", "2020-01-02", "personal", false},
        {"since", "", "2020-01-02", "personal", false},
        {"ext", "2020-01-01", "", "external", false},
        {"shared", "2020-01-01", "", "shared", true},
        {"service", "2020-01-01", "", "service", false},
    };
    size_t count = sizeof rows / sizeof *rows;
    for (size_t i = 0; i < count; i++)
        add_account(&t.w, 0, .user_id = rows[i].id, .person_id = "001", .kind = rows[i].kind,
                    .created_on = rows[i].created, .password_changed_on = rows[i].changed);
    trial_run(&t, 1);
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(is_raised(&t, "initial-password", rows[i].id) == rows[i].raised, "%s",
                      rows[i].id);
    trial_release(&t);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        shared_and_service_ids_have_owners,
        without_owner_or_kind_columns_owners_are_not_judged,
        shared_password_is_stale_after_its_days,
        the_password_of_sagamihara,
        zero_days_switch_the_rule_off,
        password_after_a_move,
        password_known_to_an_owner_who_left,
        initial_password_of_personal_and_shared_accounts,
    };
    return RUN_TESTS("rules_credential", tests);
}
