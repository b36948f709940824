/* Policy tables and conditions as keys, and what is said of rows that fit nothing. */
#include "builders.h"
#include "suite.h"

#include <check.h>

static struct world w;

static void begin(void) {
    world_init(&w, "2026-03-31");
    add_roster(&w, "職員");
    add_system(&w, "個人住民税システム");
    add_system(&w, "庁内LAN");
    add_person(&w, 0, .person_id = "001", .name = "山田太郎", .department = "税務課",
               .job_type = "一般行政", .position = "係長", .employment = "正規");
    add_person(&w, 0, .person_id = "001", .name = "山田太郎", .department = "防災課",
               .employment = "再任用");
    add_person(&w, 0, .person_id = "002", .name = "鈴木花子", .department = "市民課",
               .employment = "会計年度任用");
    add_account(&w, 0, .user_id = "u1");
    add_account(&w, 0, .user_id = "u2");
}

static const struct person *person(const char *person_id) {
    return &w.model.people.items[person_named(&w, person_id)];
}

static key_id word(const char *text) {
    return model_key(&w.model, FOLD_WORD, span_of(text));
}

static uint32_t count_grants(uint32_t system, const char *role) {
    uint32_t count = 0;
    const struct role_grant *g = model_grants(&w.model, (system_ref){system}, word(role));
    for (; g; g = model_next_grant(&w.model, g))
        count++;
    return count;
}

static bool may(const char *person_id, const char *role) {
    const struct role_grant *g = model_grants(&w.model, (system_ref){0}, word(role));
    for (; g; g = model_next_grant(&w.model, g)) {
        if (model_grant_fits(&w.model, g, person(person_id)))
            return true;
    }
    return false;
}

START_TEST(grants) {
    begin();
    add_role(&w, .system = "個人住民税システム", .role = "閲覧", .department = "");
    add_role(&w, .system = "個人住民税 システム", .role = "承認", .department = "税務課",
             .position = "課長");
    add_role(&w, .system = "個人住民税システム", .role = "承認", .department = "税務課",
             .position = "係長", .employment = "再任用");
    add_role(&w, .system = "住基", .role = "閲覧", .department = "");
    world_seal(&w);
    ck_assert(w.model.of_system[0].policy_speaks);
    ck_assert(!w.model.of_system[1].policy_speaks);
    ck_assert_uint_eq(count_grants(0, "承認"), 2);
    ck_assert_uint_eq(count_grants(0, "閲　覧"), 1);
    ck_assert_uint_eq(count_grants(0, "入力"), 0);
    ck_assert_uint_eq(count_grants(1, "閲覧"), 0);
    ck_assert(may("002", "閲覧"));  /* blank = any */
    ck_assert(may("001", "承認"));  /* the posts' values are united, field by field */
    ck_assert(!may("002", "承認")); /* rows are OR, their columns AND */
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_ROLE], MSG_POLICY_NO_SYSTEM), 1);
    ck_assert_uint_eq(w.model.table_of[RECORD_ROLE]->issues.items[0].line, 5);
    ck_assert(span_equal(w.model.table_of[RECORD_ROLE]->issues.items[0].value, SPAN("住基")));
    world_release(&w);
}
END_TEST

START_TEST(conditions) {
    begin();
    struct system_plan *system = &w.plan.systems.items[0].system;
    system->eligible.is_set = true;
    system->eligible.employment = word_list("正規", "再任用");
    system->required_for.is_set = true;
    system->required_for.employment = word_list("正規");
    system->required_for.department = word_list("市民課");
    system->privileged_roles = word_list("管理者");
    world_seal(&w);
    const struct system_keys *keys = &w.model.of_system[0];
    ck_assert(keys->eligible.is_set && keys->required_for.is_set);
    ck_assert(model_meets(&w.model, person("001"), &keys->eligible));
    ck_assert(!model_meets(&w.model, person("002"), &keys->eligible));
    ck_assert(!model_meets(&w.model, person("001"), &keys->required_for)); /* every list */
    ck_assert(!model_meets(&w.model, person("002"), &keys->required_for));
    ck_assert_uint_eq(keys->privileged_roles.count, 1);
    ck_assert(key_equal(keys->privileged_roles.items[0], word("管 理 者")));
    ck_assert(!keys->approvals_known);
    ck_assert(!w.model.of_system[1].eligible.is_set);
    ck_assert_uint_eq(model_system(&w.model, SPAN("庁内 ＬＡＮ")).n, 1);
    world_release(&w);
}
END_TEST

START_TEST(conflicts) {
    begin();
    add_conflict(&w, .system_a = "個人住民税システム", .role_a = "作成", .system_b = "庁内LAN",
                 .role_b = "承認", .reason = "職務分離");
    add_conflict(&w, .system_a = "個人住民税システム", .role_a = "作成", .system_b = "住基",
                 .role_b = "承認", .reason = "");
    world_seal(&w);
    ck_assert_uint_eq(w.model.conflicts.count, 1);
    ck_assert_uint_eq(w.model.conflicts.items[0].system_b.n, 1);
    ck_assert(key_equal(w.model.conflicts.items[0].role_b, word("承認")));
    ck_assert(
        span_equal(model_text(&w.model, w.model.conflicts.items[0].reason), SPAN("職務分離")));
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_CONFLICT], MSG_POLICY_NO_SYSTEM), 1);
    ck_assert(
        span_equal(w.model.table_of[RECORD_CONFLICT]->issues.items[0].column, SPAN("system_b")));
    world_release(&w);
}
END_TEST

START_TEST(approvals) {
    begin();
    const char *system = "個人住民税システム";
    add_approval(&w, .system = system, .user_id = "U1", .person_id = "1", .approved_by = "情報課長",
                 .expires_on = "2026-03-31");
    add_approval(&w, .system = system, .user_id = "u2", .person_id = "404", .expires_on = "");
    add_approval(&w, .system = system, .user_id = "u3", .person_id = "",
                 .expires_on = "2020-03-31");
    add_approval(&w, .system = system, .user_id = "u3", .person_id = "002", .expires_on = "");
    add_approval(&w, .system = system, .user_id = "u3", .person_id = "001",
                 .expires_on = "2021-03-31");
    world_seal(&w);
    const struct approval *a = model_approval(&w.model, (system_ref){0}, SPAN("u1"));
    ck_assert_ptr_nonnull(a);
    ck_assert_uint_eq(a->person.n, person_named(&w, "001")); /* IDs compare without zeros */
    ck_assert(a->has_person);
    a = model_approval(&w.model, (system_ref){0}, SPAN("ｕ２"));
    ck_assert(a->has_person && !is_somebody(a->person));
    a = model_approval(&w.model, (system_ref){0}, SPAN("u3"));
    ck_assert_uint_eq(a->person.n, person_named(&w, "002")); /* the one that lasts */
    ck_assert_ptr_null(model_approval(&w.model, (system_ref){0}, SPAN("u4")));
    ck_assert_ptr_null(model_approval(&w.model, (system_ref){1}, SPAN("u1")));
    ck_assert(w.model.of_system[0].approvals_known);
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_APPROVAL], MSG_POLICY_NO_PERSON), 1);
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_APPROVAL], MSG_LINK_NO_ACCOUNT),
                      1); /* u2, in force */
    ck_assert_uint_eq(w.model.table_of[RECORD_APPROVAL]->issues.count, 2);
    world_release(&w);
}
END_TEST

START_TEST(links) {
    begin();
    const char *system = "個人住民税システム";
    add_link(&w, .system = system, .user_id = "U1", .person_id = "001", .note = "旧姓");
    add_link(&w, .system = system, .user_id = "u2", .person_id = "－");
    add_link(&w, .system = system, .user_id = "u1", .person_id = "002");
    add_link(&w, .system = system, .user_id = "u9", .person_id = "002");
    add_link(&w, .system = "住基", .user_id = "u1", .person_id = "002");
    add_link(&w, .system = system, .user_id = "u2", .person_id = "404");
    add_link(&w, .system = system, .user_id = "u2", .person_id = "");
    world_seal(&w);
    const struct account_link *link = model_link(&w.model, (system_ref){0}, (account_ref){0});
    ck_assert_uint_eq(link->person.n, person_named(&w, "001")); /* the first row stands */
    ck_assert(!link->is_never);
    link = model_link(&w.model, (system_ref){0}, (account_ref){1});
    ck_assert(link->is_never && !is_somebody(link->person));
    ck_assert_ptr_null(model_link(&w.model, (system_ref){1}, (account_ref){0}));
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_LINK], MSG_LINK_TWICE), 1);
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_LINK], MSG_LINK_NO_ACCOUNT), 1);
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_LINK], MSG_POLICY_NO_SYSTEM), 1);
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_LINK], MSG_POLICY_NO_PERSON), 1);
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_LINK], MSG_LINK_EMPTY), 1);
    ck_assert_uint_eq(w.model.table_of[RECORD_LINK]->issues.count, 5);
    world_release(&w);
}
END_TEST

static const struct waiver_case {
    const char *valid_until;
    bool is_expired;
} waiver_cases[] = {{"2026-03-31", false}, {"2026-03-30", true}, {"", false}};

START_TEST(waivers) {
    const struct waiver_case *c = &waiver_cases[_i];
    begin();
    add_waiver(&w, .rule = "no-such-rule", .target = "個人住民税システム", .subject = "U1",
               .valid_until = c->valid_until);
    world_seal(&w);
    const struct waiver *waiver = &w.model.waivers.items[0];
    ck_assert(span_equal(model_text(&w.model, waiver->rule), SPAN("no-such-rule")));
    ck_assert(span_equal(model_text(&w.model, waiver->subject), SPAN("U1")));
    ck_assert(key_equal(waiver->subject_key, model_key(&w.model, FOLD_ID, SPAN("u1"))));
    ck_assert_uint_eq(waiver->is_expired, c->is_expired);
    ck_assert_uint_eq(count_issues(w.model.table_of[RECORD_WAIVER], MSG_WAIVER_EXPIRED),
                      c->is_expired);
    ck_assert_uint_eq(w.model.table_of[RECORD_WAIVER]->issues.count, c->is_expired);
    world_release(&w);
}
END_TEST

#define COUNT(list) (int)(sizeof(list) / sizeof *(list))

int main(void) {
    Suite *suite = suite_create("policy");
    TCase *all = tcase_create("policy");
    tcase_add_test(all, grants);
    tcase_add_test(all, conditions);
    tcase_add_test(all, conflicts);
    tcase_add_test(all, approvals);
    tcase_add_test(all, links);
    tcase_add_loop_test(all, waivers, 0, COUNT(waiver_cases));
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
