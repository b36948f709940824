/* Roles, conflicts, privileged IDs. D is 2026-03-31. */
#include "rules_trial.h"

#include <stdlib.h>

#define D "2026-03-31"

/* One roster with 001 (税務課, 係長) and 002 (福祉課), the leaver 009, one system. */
static void start(struct trial *t) {
    trial_init(t, D);
    add_roster(&t->w, "職員");
    add_system(&t->w, "税");
    set_owner(&t->w, 0, "税務課");
    add_person(&t->w, 0, .person_id = "001", .name = "山田太郎", .department = "税務課",
               .position = "係長", .left_on = "", .leave_from = "", .leave_to = "");
    add_person(&t->w, 0, .person_id = "002", .name = "佐藤花子", .department = "福祉課");
    add_person(&t->w, 0, .person_id = "009", .name = "退職", .left_on = "2025-10-31");
}

START_TEST(policy_rows_are_or_and_blank_is_any) {
    struct trial t;
    start(&t);
    add_role(&t.w, .system = "税", .role = "閲覧");
    add_role(&t.w, .system = "税", .role = "更新", .department = "税務課");
    add_role(&t.w, .system = "税", .role = "更新", .department = "福祉課", .position = "課長");
    add_account(&t.w, 0, .user_id = "fits", .person_id = "001", .roles = "閲覧,更新");
    add_account(&t.w, 0, .user_id = "any", .person_id = "002", .roles = "閲覧");
    add_account(&t.w, 0, .user_id = "no", .person_id = "002", .roles = "閲覧,更新");
    add_account(&t.w, 0, .user_id = "new", .person_id = "001", .roles = "閲覧,削除,承認");
    add_account(&t.w, 0, .user_id = "none", .person_id = "001", .roles = "");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "role-not-allowed"), 1);
    expect_texts(exception_of(&t, "role-not-allowed", "no"), "roles", "更新");
    ck_assert_uint_eq(times_raised(&t, "role-unknown"), 1);
    expect_texts(exception_of(&t, "role-unknown", "new"), "roles", "削除,承認");
    trial_release(&t);
}
END_TEST

START_TEST(unknown_roles_are_seen_without_a_holder_too) {
    struct trial t;
    start(&t);
    add_role(&t.w, .system = "税", .role = "閲覧", .department = "税務課");
    add_account(&t.w, 0, .user_id = "nobody", .person_id = "999", .roles = "閲覧,削除");
    add_account(&t.w, 0, .user_id = "left", .person_id = "009", .roles = "閲覧,削除");
    add_account(&t.w, 0, .user_id = "shared", .roles = "閲覧,削除", .kind = "shared");
    add_account(&t.w, 0, .user_id = "off", .roles = "削除", .status = "disabled");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "role-unknown"), 3);
    ck_assert_uint_eq(times_raised(&t, "role-not-allowed"), 0);
    ck_assert(!is_raised(&t, "role-unknown", "off"));
    trial_release(&t);
}
END_TEST

START_TEST(a_system_the_policy_does_not_speak_of) {
    struct trial t;
    start(&t);
    add_system(&t.w, "人事");
    add_role(&t.w, .system = "人事", .role = "閲覧");
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .roles = "削除");
    add_account(&t.w, 1, .user_id = "a", .person_id = "001");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "role-unknown"), 0);
    ck_assert_int_eq(coverage_of(&t, 1, "role-unknown")->why, MSG_RULES_NO_ROLE_POLICY);
    ck_assert_int_eq(coverage_of(&t, 2, "role-unknown")->why, MSG_RULES_NO_FIELD);
    trial_release(&t);
}
END_TEST

/* KA-01: author and approver in one hand, here in two accounts and two systems. */
START_TEST(conflict_across_the_accounts_of_one_person) {
    struct trial t;
    start(&t);
    add_system(&t.w, "契約");
    add_person(&t.w, 0, .person_id = "003", .name = "休職", .leave_from = "2026-01-01");
    add_person(&t.w, 0, .person_id = "004", .name = "来年度", .hired_on = "2026-04-01");
    add_conflict(&t.w, .system_a = "税", .role_a = "作成", .system_b = "税", .role_b = "承認",
                 .reason = "職務分離");
    add_conflict(&t.w, .system_a = "税", .role_a = "作成", .system_b = "契約", .role_b = "検査");
    add_account(&t.w, 0, .user_id = "a1", .person_id = "001", .roles = "作成");
    add_account(&t.w, 0, .user_id = "a2", .person_id = "001", .roles = "承認,作成");
    add_account(&t.w, 0, .user_id = "b1", .person_id = "002", .roles = "作成");
    add_account(&t.w, 0, .user_id = "b2", .person_id = "002", .roles = "承認",
                .status = "disabled");
    add_account(&t.w, 0, .user_id = "c1", .person_id = "003", .roles = "作成,承認");
    add_account(&t.w, 0, .user_id = "d1", .person_id = "004", .roles = "作成,承認");
    add_account(&t.w, 0, .user_id = "e1", .person_id = "009", .roles = "作成,承認");
    add_account(&t.w, 0, .user_id = "f1", .person_id = "999", .roles = "作成,承認");
    add_account(&t.w, 1, .user_id = "a3", .person_id = "001", .roles = "検査");
    /* 作成 of another system is another role */
    add_account(&t.w, 1, .user_id = "b3", .person_id = "009", .roles = "検査");
    add_person(&t.w, 0, .person_id = "005", .name = "契約のみ");
    add_account(&t.w, 1, .user_id = "g1", .person_id = "005", .roles = "作成,検査");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "role-conflict"), 3);
    ck_assert(!is_raised(&t, "role-conflict", "002"));
    ck_assert(is_raised(&t, "role-conflict", "003"));
    uint64_t ids[2] = {0};
    size_t found = 0;
    for (size_t i = 0; i < t.f.exceptions.count; i++) {
        const struct exception *e = &t.f.exceptions.items[i];
        if (strcmp(e->rule->name, "role-conflict") || !span_equal(e->subject, SPAN("001")))
            continue;
        ck_assert_uint_lt(found, 2);
        ids[found++] = e->id;
        expect_span(e->target, "税");
        expect_texts(e, "user_ids_a", "a1,a2");
        bool is_inner = span_equal(fact(e, "system_b")->text, SPAN("税"));
        expect_texts(e, "user_ids_b", is_inner ? "a2" : "a3");
        expect_text(e, "reason", is_inner ? "職務分離" : "");
        expect_text(e, "policy_line", is_inner ? "policy.conflicts:2" : "policy.conflicts:3");
    }
    ck_assert_uint_eq(found, 2);
    ck_assert_uint_ne(ids[0], ids[1]);
    trial_release(&t);
}
END_TEST

START_TEST(conflict_with_a_system_without_roles_is_not_evaluated) {
    struct trial t;
    start(&t);
    add_system(&t.w, "契約");
    add_conflict(&t.w, .system_a = "税", .role_a = "作成", .system_b = "契約", .role_b = "検査");
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .roles = "作成");
    add_account(&t.w, 1, .user_id = "a", .person_id = "001");
    trial_run(&t, 1);
    const struct coverage *c = coverage_of(&t, 1, "role-conflict");
    ck_assert(!c->is_evaluated);
    ck_assert_int_eq(c->why, MSG_RULES_CONFLICT_OTHER);
    expect_span(c->args[0], "契約");
    trial_release(&t);
}
END_TEST

START_TEST(privileged_needs_an_approval_for_its_holder) {
    struct trial t;
    start(&t);
    add_approval(&t.w, .system = "税", .user_id = "ok", .person_id = "001", .approved_by = "課長",
                 .approved_on = "2025-04-01", .expires_on = "");
    add_approval(&t.w, .system = "税", .user_id = "other", .person_id = "002");
    add_approval(&t.w, .system = "税", .user_id = "blank", .person_id = "");
    add_approval(&t.w, .system = "税", .user_id = "left", .person_id = "009");
    add_approval(&t.w, .system = "税", .user_id = "shared", .person_id = "002");
    add_approval(&t.w, .system = "税", .user_id = "nobody", .person_id = "001");
    add_account(&t.w, 0, .user_id = "ok", .person_id = "001", .privileged = "yes");
    add_account(&t.w, 0, .user_id = "other", .person_id = "001", .privileged = "yes");
    add_account(&t.w, 0, .user_id = "blank", .person_id = "001", .privileged = "yes");
    add_account(&t.w, 0, .user_id = "none", .person_id = "001", .privileged = "yes");
    add_account(&t.w, 0, .user_id = "plain", .person_id = "001", .privileged = "no");
    add_account(&t.w, 0, .user_id = "left", .person_id = "009", .privileged = "yes");
    add_account(&t.w, 0, .user_id = "nobody", .person_id = "999", .privileged = "yes");
    add_account(&t.w, 0, .user_id = "off", .person_id = "001", .privileged = "yes",
                .status = "disabled");
    add_account(&t.w, 0, .user_id = "shared", .privileged = "yes", .kind = "shared", .owner = "001",
                .members = "002");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "privileged-unapproved"), 3);
    const struct exception *e = exception_of(&t, "privileged-unapproved", "other");
    expect_text(e, "approved_person_id", "002");
    expect_text(e, "policy_line", "policy.privileged:3");
    expect_text(exception_of(&t, "privileged-unapproved", "none"), "policy_line", "");
    ck_assert(is_raised(&t, "privileged-unapproved", "nobody"));
    ck_assert_uint_eq(times_raised(&t, "privileged-shared"), 1);
    ck_assert(is_raised(&t, "privileged-shared", "shared"));
    trial_release(&t);
}
END_TEST

/* Where the holder is not certain, an approval is judged by what is known. */
START_TEST(approvals_of_shared_and_ambiguous_ids) {
    struct trial t;
    start(&t);
    add_person(&t.w, 0, .person_id = "003", .name = "山田太郎", .department = "税務課");
    static const struct {
        const char *id, *kind, *owner, *members, *approved;
        bool raised;
    } rows[] = {
        {"s-owner", "shared", "001", "", "001", false},
        {"s-member", "shared", "001", "002", "002", false},
        {"s-other", "shared", "001", "002", "003", true},
        {"s-nobody", "shared", "", "", "001", false},
        {"p-candidate", "personal", "", "", "003", false},
        {"p-other", "personal", "", "", "002", true},
    };
    size_t count = sizeof rows / sizeof *rows;
    for (size_t i = 0; i < count; i++) {
        add_approval(&t.w, .system = "税", .user_id = rows[i].id, .person_id = rows[i].approved);
        add_account(&t.w, 0, .user_id = rows[i].id, .kind = rows[i].kind, .owner = rows[i].owner,
                    .members = rows[i].members, .privileged = "yes", .name = "山田太郎",
                    .department = "税務課");
    }
    trial_run(&t, 1);
    ck_assert(is_raised(&t, "ambiguous-owner", "p-other"));
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(is_raised(&t, "privileged-unapproved", rows[i].id) == rows[i].raised, "%s",
                      rows[i].id);
    trial_release(&t);
}
END_TEST

START_TEST(without_a_table_of_approvals_nothing_is_unapproved) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .privileged = "yes");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "privileged-unapproved"), 0);
    ck_assert_int_eq(coverage_of(&t, 1, "privileged-unapproved")->why, MSG_RULES_NO_APPROVALS);
    trial_release(&t);
}
END_TEST

/* KA-26r. The approval's last day still counts. */
START_TEST(approvals_expire_the_day_after) {
    struct trial t;
    start(&t);
    const char *const until[][2] = {{"today", D}, {"yesterday", "2026-03-30"}, {"open", ""}};
    for (int i = 0; i < 3; i++) {
        add_approval(&t.w, .system = "税", .user_id = until[i][0], .person_id = "001",
                     .expires_on = until[i][1]);
        add_account(&t.w, 0, .user_id = until[i][0], .person_id = "001", .privileged = "yes");
    }
    add_approval(&t.w, .system = "税", .user_id = "plain", .person_id = "001",
                 .expires_on = "2020-01-01");
    add_account(&t.w, 0, .user_id = "plain", .person_id = "001", .privileged = "no");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "privileged-approval-expired"), 1);
    expect_number(exception_of(&t, "privileged-approval-expired", "yesterday"), "days", 1);
    trial_release(&t);
}
END_TEST

START_TEST(mfa_is_missing_where_the_answer_is_no) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "no", .person_id = "001", .privileged = "yes", .mfa = "no");
    add_account(&t.w, 0, .user_id = "yes", .person_id = "001", .privileged = "yes", .mfa = "yes");
    add_account(&t.w, 0, .user_id = "unsaid", .person_id = "001", .privileged = "yes", .mfa = "");
    add_account(&t.w, 0, .user_id = "plain", .person_id = "001", .privileged = "no", .mfa = "no");
    add_account(&t.w, 0, .user_id = "nobody", .person_id = "999", .privileged = "yes", .mfa = "no");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "mfa-missing"), 2);
    ck_assert(is_raised(&t, "mfa-missing", "no"));
    ck_assert(is_raised(&t, "mfa-missing", "nobody"));
    trial_release(&t);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        policy_rows_are_or_and_blank_is_any,
        unknown_roles_are_seen_without_a_holder_too,
        a_system_the_policy_does_not_speak_of,
        conflict_across_the_accounts_of_one_person,
        conflict_with_a_system_without_roles_is_not_evaluated,
        privileged_needs_an_approval_for_its_holder,
        approvals_of_shared_and_ambiguous_ids,
        without_a_table_of_approvals_nothing_is_unapproved,
        approvals_expire_the_day_after,
        mfa_is_missing_where_the_answer_is_no,
    };
    return RUN_TESTS("rules_role", tests);
}
