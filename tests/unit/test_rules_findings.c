/* The findings as a whole: order, ids, waivers, what the plan changes, explain. D is 2026-03-31. */
#include "rules_trial.h"

#include <stdlib.h>

#define D "2026-03-31"

static void start(struct trial *t) {
    trial_init(t, D);
    add_roster(&t->w, "職員");
    add_system(&t->w, "税");
    add_person(&t->w, 0, .person_id = "001", .name = "山田太郎", .left_on = "");
    add_person(&t->w, 0, .person_id = "009", .name = "退職", .left_on = "2025-10-31");
}

static void fill(struct trial *t) {
    start(t);
    add_system(&t->w, "介護");
    for (uint32_t system = 0; system < 2; system++) {
        add_account(&t->w, system, .user_id = "z", .person_id = "999", .last_login_on = "");
        add_account(&t->w, system, .user_id = "b10", .person_id = "999", .last_login_on = "");
        add_account(&t->w, system, .user_id = "b1", .person_id = "999", .last_login_on = "");
        add_account(&t->w, system, .user_id = "left", .person_id = "009", .last_login_on = D);
        add_account(&t->w, system, .user_id = "001", .person_id = "001", .last_login_on = "");
    }
}

static int contract_order(const struct exception *a, const struct exception *b) {
    if (a->severity != b->severity)
        return a->severity < b->severity ? -1 : 1;
    int order = strcmp(a->rule->name, b->rule->name);
    if (!order)
        order = span_compare(a->target, b->target);
    return order ? order : span_compare(a->subject, b->subject);
}

START_TEST(sorted_by_severity_rule_target_subject) {
    struct trial t;
    fill(&t);
    trial_run(&t, 1);
    /* 3 orphans, leaver-login, leaver-account, never-used; twice */
    ck_assert_uint_eq(t.f.exceptions.count, 12);
    for (size_t i = 1; i < t.f.exceptions.count; i++)
        ck_assert_int_lt(contract_order(&t.f.exceptions.items[i - 1], &t.f.exceptions.items[i]), 0);
    expect_span(t.f.exceptions.items[0].target, "介護"); /* E4… before E7… */
    ck_assert_str_eq(t.f.exceptions.items[0].rule->name, "leaver-login");
    ck_assert_uint_eq(t.f.by_severity[SEVERITY_CRITICAL], 2);
    ck_assert_uint_eq(t.f.by_severity[SEVERITY_HIGH], 8);
    ck_assert_uint_eq(t.f.by_severity[SEVERITY_MEDIUM], 2);
    ck_assert_uint_eq(t.f.by_rule[rule_index(rule_find("orphan-account"))], 6);
    ck_assert_uint_eq(t.f.waived, 0);
    trial_release(&t);
}
END_TEST

START_TEST(threads_do_not_change_the_result) {
    struct trial one, four;
    fill(&one);
    fill(&four);
    trial_run(&one, 1);
    trial_run(&four, 4);
    ck_assert_uint_eq(one.f.exceptions.count, four.f.exceptions.count);
    for (size_t i = 0; i < one.f.exceptions.count; i++)
        ck_assert_uint_eq(one.f.exceptions.items[i].id, four.f.exceptions.items[i].id);
    trial_release(&one);
    trial_release(&four);
}
END_TEST

/* The first 60 bits of SHA-256("orphan-account\0税\0z\0user_id\0"): the id is the same in every
 * run. printf 'orphan-account\0税\0z\0user_id\0' | sha256sum */
START_TEST(id_is_rule_target_subject) {
    struct trial t;
    fill(&t);
    trial_run(&t, 1);
    struct span parts[] = {SPAN("orphan-account"), SPAN("税"), SPAN("z"), SPAN("user_id")};
    const struct exception *e = exception_of(&t, "orphan-account", "z");
    ck_assert(span_equal(e->target, SPAN("介護")));
    for (size_t i = 0; i < t.f.exceptions.count; i++) {
        e = &t.f.exceptions.items[i];
        if (e->rule == rule_find("orphan-account") && span_equal(e->target, SPAN("税")) &&
            span_equal(e->subject, SPAN("z")))
            break;
    }
    ck_assert_uint_eq(e->id, digest_id(parts, 4) & ~(uint64_t)15);
    ck_assert_uint_eq(e->id, 0x6c89649a2cda9730u);
    trial_release(&t);
}
END_TEST

/* Two seats of one license, whose holders are written alike: person 001 is not the account 001. */
START_TEST(kind_of_subject_is_part_of_the_id) {
    struct trial t;
    trial_init(&t, D);
    add_roster(&t.w, "職員");
    add_license(&t.w, "L");
    add_system(&t.w, "庁内LAN");
    t.w.plan.licenses.items[0].license.system = "庁内LAN";
    t.w.plan.licenses.items[0].license.system_index.n = 0;
    add_person(&t.w, 0, .person_id = "001", .name = "山田", .left_on = "2025-01-31");
    add_person(&t.w, 0, .person_id = "002", .name = "佐藤", .left_on = "2025-01-31");
    add_account(&t.w, 0, .user_id = "001", .person_id = "002", .status = "disabled");
    add_seat(&t.w, 0, .person_id = "001");
    add_seat(&t.w, 0, .user_id = "001");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "license-leaver"), 2);
    trial_release(&t);
}
END_TEST

/* The same conflict written twice is one exception. */
START_TEST(raised_twice_is_one) {
    struct trial t;
    start(&t);
    for (int i = 0; i < 2; i++) {
        add_conflict(&t.w, .system_a = "税", .role_a = "作成", .system_b = "税", .role_b = "承認");
        add_conflict(&t.w, .system_a = "税", .role_a = "作成", .system_b = "税", .role_b = "監査");
    }
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .roles = "作成,承認,監査");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "role-conflict"), 2);
    ck_assert_uint_eq(t.f.by_rule[rule_index(rule_find("role-conflict"))], 2);
    trial_release(&t);
}
END_TEST

START_TEST(waivers_match_exactly) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "Svc_A", .person_id = "999");
    add_account(&t.w, 0, .user_id = "Svc_AB", .person_id = "999");
    add_account(&t.w, 0, .user_id = "late", .person_id = "999");
    add_account(&t.w, 0, .user_id = "today", .person_id = "999");
    add_waiver(&t.w, .rule = "orphan-account", .target = "税", .subject = "ｓｖｃ_a",
               .reason = "移行中", .approved_by = "課長", .valid_until = "");
    add_waiver(&t.w, .rule = "orphan-account", .target = "税", .subject = "late",
               .valid_until = "2026-03-30");
    add_waiver(&t.w, .rule = "orphan-account", .target = "税", .subject = "today",
               .valid_until = D);
    add_waiver(&t.w, .rule = "orphan-account", .target = "介護", .subject = "Svc_AB",
               .valid_until = "");
    add_waiver(&t.w, .rule = "leaver-account", .target = "税", .subject = "Svc_AB",
               .valid_until = "");
    trial_run(&t, 1);
    const struct exception *e = exception_of(&t, "orphan-account", "Svc_A");
    ck_assert_ptr_nonnull(e->waiver);
    expect_span(model_text(&t.w.model, e->waiver->reason), "移行中");
    ck_assert_ptr_null(exception_of(&t, "orphan-account", "Svc_AB")->waiver);
    ck_assert_ptr_null(exception_of(&t, "orphan-account", "Svc_AB")->waiver);
    ck_assert_ptr_null(exception_of(&t, "orphan-account", "late")->waiver);
    ck_assert_ptr_nonnull(exception_of(&t, "orphan-account", "today")->waiver);
    ck_assert_uint_eq(times_raised(&t, "orphan-account"), 4); /* waived ones stay in the list */
    ck_assert_uint_eq(t.f.waived, 2);
    ck_assert_uint_eq(t.f.by_rule[rule_index(rule_find("orphan-account"))], 2);
    ck_assert_uint_eq(t.f.by_severity[SEVERITY_HIGH], 2);
    trial_release(&t);
}
END_TEST

START_TEST(waivers_without_a_subject) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "a", .person_id = "001");
    t.w.plan.systems.items[0].exported_on = day_of("2025-01-01");
    add_waiver(&t.w, .rule = "system-stale-list", .target = "税", .subject = "");
    trial_run(&t, 1);
    ck_assert_ptr_nonnull(exception_of(&t, "system-stale-list", "")->waiver);
    trial_release(&t);
}
END_TEST

START_TEST(a_waiver_for_no_rule_is_an_issue) {
    struct trial t;
    start(&t);
    add_account(&t.w, 0, .user_id = "a", .person_id = "001");
    add_waiver(&t.w, .rule = "orphan-acount", .target = "税", .subject = "a");
    add_waiver(&t.w, .rule = "なし", .target = "税", .subject = "a");
    trial_run(&t, 1);
    ck_assert_uint_eq(t.f.issues.count, 2);
    const struct finding_issue *first = &t.f.issues.items[0];
    ck_assert_ptr_eq(first->source, t.w.model.table_of[RECORD_WAIVER]);
    ck_assert_uint_eq(first->issue.line, 2);
    ck_assert_int_eq(first->issue.problem, MSG_RULES_WAIVER_NEAREST);
    expect_span(first->issue.args[1], "orphan-account");
    ck_assert_int_eq(t.f.issues.items[1].issue.problem, MSG_RULES_WAIVER_RULE);
    trial_release(&t);
}
END_TEST

START_TEST(the_plan_changes_severity_and_switches_off) {
    struct trial t;
    fill(&t);
    struct rule_choice off = {.name = "orphan-account", .is_disabled = true};
    struct rule_choice low = {
        .name = "leaver-login", .has_severity = true, .severity = SEVERITY_LOW};
    vec_push(&t.w.plan.rules, off);
    vec_push(&t.w.plan.rules, low);
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "orphan-account"), 0);
    ck_assert_int_eq(coverage_of(&t, 1, "orphan-account")->why, MSG_RULES_SWITCHED_OFF);
    ck_assert_int_eq(exception_of(&t, "leaver-login", "left")->severity, SEVERITY_LOW);
    ck_assert_uint_eq(t.f.by_severity[SEVERITY_LOW], 2);
    ck_assert_int_eq(t.f.exceptions.items[0].severity, SEVERITY_HIGH);
    trial_release(&t);
}
END_TEST

START_TEST(figures_of_a_system_add_up) {
    struct trial t;
    start(&t);
    add_person(&t.w, 0, .person_id = "01234", .name = "ゼロ");
    add_person(&t.w, 0, .person_id = "001234", .name = "ゼロゼロ");
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .kind = "personal",
                .privileged = "yes");
    add_account(&t.w, 0, .user_id = "b", .person_id = "999", .kind = "external");
    add_account(&t.w, 0, .user_id = "c", .person_id = "1234");
    add_account(&t.w, 0, .user_id = "d", .kind = "shared", .status = "disabled");
    add_account(&t.w, 0, .user_id = "e", .kind = "service");
    trial_run(&t, 1);
    const struct system_figures *f = &t.f.systems[0];
    ck_assert_uint_eq(f->accounts, 5);
    ck_assert_uint_eq(f->enabled, 4);
    ck_assert_uint_eq(f->matched, 1);
    ck_assert_uint_eq(f->unmatched, 1);
    ck_assert_uint_eq(f->ambiguous, 1);
    ck_assert_uint_eq(f->shared, 2);
    ck_assert_uint_eq(f->privileged, 1);
    trial_release(&t);
}
END_TEST

START_TEST(explain_agrees_with_the_report) {
    struct trial t;
    start(&t);
    uint32_t left = add_account(&t.w, 0, .user_id = "left", .person_id = "009",
                                .last_login_on = "2025-10-01", .status = "enabled");
    uint32_t off = add_account(&t.w, 0, .user_id = "off", .person_id = "001",
                               .last_login_on = "2020-01-01", .status = "disabled");
    struct rule_choice choice = {.name = "leaving-soon", .is_disabled = true};
    vec_push(&t.w.plan.rules, choice);
    trial_run(&t, 1);
    struct rule_verdict *v = calloc(rule_count, sizeof *v);
    const size_t leaver = rule_index(rule_find("leaver-account"));
    const size_t login = rule_index(rule_find("leaver-login"));
    const size_t dormant = rule_index(rule_find("dormant-account"));
    rules_explain(v, &t.f, &t.w.model, (struct account_place){{0}, {left}}, &t.matches[0]);
    ck_assert_ptr_eq(v[leaver].rule, &rules[leaver]);
    ck_assert_int_eq(v[leaver].verdict, VERDICT_RAISED);
    ck_assert_int_eq(v[login].verdict, VERDICT_PASSED);
    ck_assert_int_eq(v[dormant].verdict, VERDICT_NOT_JUDGED);
    ck_assert_int_eq(v[dormant].why, MSG_RULES_HOLDER_LEFT);
    ck_assert_int_eq(v[rule_index(rule_find("mfa-missing"))].verdict, VERDICT_NOT_EVALUATED);
    ck_assert_int_eq(v[rule_index(rule_find("leaving-soon"))].verdict, VERDICT_SWITCHED_OFF);
    ck_assert_int_eq(v[rule_index(rule_find("license-idle"))].why, MSG_RULES_NOT_OF_ACCOUNTS);
    rules_explain(v, &t.f, &t.w.model, (struct account_place){{0}, {off}}, &t.matches[0]);
    ck_assert_int_eq(v[dormant].why, MSG_RULES_ACCOUNT_DISABLED);
    ck_assert_int_eq(v[leaver].verdict, VERDICT_NOT_JUDGED);
    free(v);
    trial_release(&t);
}
END_TEST

START_TEST(explain_rules_of_persons_and_systems) {
    struct trial t;
    start(&t);
    add_system(&t.w, "介護");
    t.w.plan.systems.items[1].exported_on = day_of("2025-01-01");
    t.w.plan.systems.items[0].exported_on = day_of(D);
    add_conflict(&t.w, .system_a = "税", .role_a = "作成", .system_b = "税", .role_b = "承認");
    add_conflict(&t.w, .system_a = "介護", .role_a = "作成", .system_b = "介護", .role_b = "承認");
    add_person(&t.w, 0, .person_id = "002", .name = "佐藤");
    static const char *const ids[] = {"001", "002", "999"};
    for (uint32_t i = 0; i < 3; i++)
        add_account(&t.w, 0, .user_id = ids[i], .person_id = ids[i],
                    .roles = i ? "作成" : "作成,承認", .kind = "personal");
    add_account(&t.w, 0, .user_id = "shared", .roles = "作成", .kind = "shared");
    add_account(&t.w, 1, .user_id = "001", .person_id = "001", .roles = "作成");
    trial_run(&t, 1);
    struct rule_verdict *v = calloc(rule_count, sizeof *v);
    const size_t conflict = rule_index(rule_find("role-conflict"));
    const size_t stale = rule_index(rule_find("system-stale-list"));
    const enum verdict verdicts[] = {VERDICT_RAISED, VERDICT_PASSED, VERDICT_NOT_JUDGED,
                                     VERDICT_NOT_JUDGED};
    const enum message_id why[] = {MSG_NONE, MSG_NONE, MSG_RULES_HOLDER_NOBODY,
                                   MSG_RULES_HOLDER_OWNED};
    for (uint32_t i = 0; i < 4; i++) {
        rules_explain(v, &t.f, &t.w.model, (struct account_place){{0}, {i}}, &t.matches[0]);
        ck_assert_int_eq(v[conflict].verdict, verdicts[i]);
        ck_assert_int_eq(v[conflict].why, why[i]);
        ck_assert_int_eq(v[stale].verdict, VERDICT_PASSED);
    }
    rules_explain(v, &t.f, &t.w.model, (struct account_place){{1}, {0}}, &t.matches[1]);
    ck_assert_int_eq(v[conflict].verdict, VERDICT_PASSED); /* raised in the other system only */
    ck_assert_int_eq(v[stale].verdict, VERDICT_RAISED);
    free(v);
    trial_release(&t);
}
END_TEST

/* Values are never read as templates. */
START_TEST(braces_in_values_stay_as_they_are) {
    struct trial t;
    struct strbuf text = {0};
    start(&t);
    add_account(&t.w, 0, .user_id = "a", .person_id = "001", .name = "{subject}[]");
    trial_run(&t, 1);
    trial_message(exception_of(&t, "name-mismatch", "a"), LANG_EN, &text);
    expect_span(strbuf_span(&text),
                "The account is in the name of \"{subject}[]\", the roster says "
                "\"山田太郎\" (matched by person_id). Find out who uses it, and "
                "put it in that person's name.");
    strbuf_release(&text);
    trial_release(&t);
}
END_TEST

START_TEST(nothing_configured_is_nothing_found) {
    struct trial t;
    trial_init(&t, D);
    trial_run(&t, 2);
    ck_assert_uint_eq(t.f.exceptions.count, 0);
    trial_release(&t);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        sorted_by_severity_rule_target_subject,
        threads_do_not_change_the_result,
        id_is_rule_target_subject,
        kind_of_subject_is_part_of_the_id,
        raised_twice_is_one,
        waivers_match_exactly,
        waivers_without_a_subject,
        a_waiver_for_no_rule_is_an_issue,
        the_plan_changes_severity_and_switches_off,
        figures_of_a_system_add_up,
        explain_agrees_with_the_report,
        explain_rules_of_persons_and_systems,
        braces_in_values_stay_as_they_are,
        nothing_configured_is_nothing_found,
    };
    return RUN_TESTS("rules_findings", tests);
}
