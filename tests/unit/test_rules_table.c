/* The table of rules against what users were promised (the public contract): names, order,
 * severities, both languages. */
#include "rules_trial.h"

#include <stdlib.h>

/* † as docs/RULES.md prints it. */
static const struct {
    const char *name;
    enum severity severity;
    bool has_dagger;
} contract[] = {
    {"orphan-account", SEVERITY_HIGH, false},
    {"ambiguous-owner", SEVERITY_MEDIUM, false},
    {"leaver-account", SEVERITY_HIGH, false},
    {"leaver-login", SEVERITY_CRITICAL, true},
    {"leave-account", SEVERITY_MEDIUM, false},
    {"leave-login", SEVERITY_HIGH, true},
    {"name-mismatch", SEVERITY_HIGH, false},
    {"department-mismatch", SEVERITY_MEDIUM, false},
    {"job-type-mismatch", SEVERITY_MEDIUM, false},
    {"not-eligible", SEVERITY_MEDIUM, false},
    {"duplicate-account", SEVERITY_MEDIUM, false},
    {"dormant-account", SEVERITY_MEDIUM, false},
    {"never-used-account", SEVERITY_MEDIUM, false},
    {"missing-account", SEVERITY_LOW, false},
    {"disabled-retained", SEVERITY_LOW, false},
    {"leaving-soon", SEVERITY_INFO, false},
    {"role-unknown", SEVERITY_MEDIUM, true},
    {"role-not-allowed", SEVERITY_HIGH, false},
    {"role-conflict", SEVERITY_HIGH, false},
    {"role-outlier", SEVERITY_INFO, false},
    {"privileged-unapproved", SEVERITY_HIGH, true},
    {"privileged-approval-expired", SEVERITY_HIGH, true},
    {"privileged-shared", SEVERITY_HIGH, true},
    {"shared-no-owner", SEVERITY_HIGH, false},
    {"shared-password-stale", SEVERITY_MEDIUM, false},
    {"shared-password-after-move", SEVERITY_HIGH, false},
    {"password-after-incident", SEVERITY_HIGH, true},
    {"initial-password", SEVERITY_MEDIUM, false},
    {"mfa-missing", SEVERITY_MEDIUM, true},
    {"unrequested-change", SEVERITY_MEDIUM, false},
    {"license-leaver", SEVERITY_HIGH, false},
    {"license-unknown-holder", SEVERITY_HIGH, false},
    {"license-disabled-account", SEVERITY_MEDIUM, false},
    {"license-never-used", SEVERITY_MEDIUM, false},
    {"license-idle", SEVERITY_MEDIUM, false},
    {"license-usage-unknown", SEVERITY_INFO, false},
    {"license-duplicate", SEVERITY_LOW, false},
    {"license-over-assigned", SEVERITY_HIGH, false},
    {"license-surplus", SEVERITY_LOW, false},
    {"license-expired", SEVERITY_HIGH, false},
    {"license-renewal", SEVERITY_INFO, false},
    {"license-unregistered", SEVERITY_MEDIUM, false},
    {"system-no-list", SEVERITY_HIGH, false},
    {"system-stale-list", SEVERITY_MEDIUM, false},
    {"system-owner-unknown", SEVERITY_MEDIUM, false},
    {"system-retired", SEVERITY_HIGH, false},
    {"system-unregistered", SEVERITY_MEDIUM, false},
    {"list-incomplete", SEVERITY_HIGH, false},
    {"roster-stale", SEVERITY_MEDIUM, false},
    {"roster-contradiction", SEVERITY_MEDIUM, false},
    {"device-not-returned", SEVERITY_MEDIUM, false},
    {"device-holder-unknown", SEVERITY_MEDIUM, false},
    {"device-department-mismatch", SEVERITY_LOW, false},
    {"id-reused", SEVERITY_HIGH, false},
};

START_TEST(rules_are_those_of_the_contract_in_its_order) {
    ck_assert_uint_eq(rule_count, sizeof contract / sizeof *contract);
    for (size_t i = 0; i < rule_count; i++) {
        ck_assert_str_eq(rules[i].name, contract[i].name);
        ck_assert_int_eq(rules[i].severity, contract[i].severity);
        ck_assert_uint_eq(rule_index(&rules[i]), i);
        ck_assert_ptr_eq(rule_find(rules[i].name), &rules[i]);
    }
    ck_assert_ptr_null(rule_find("orphan"));
}
END_TEST

/* A departed holder and none at all: only the ownership rules and the rules marked † may look. */
START_TEST(only_daggers_judge_accounts_of_leavers_and_nobody) {
    for (size_t i = 0; i < rule_count; i++) {
        const struct rule *r = &rules[i];
        bool looks = r->judges & (RULE_LEFT | RULE_NOBODY | RULE_AMBIGUOUS);
        bool is_ownership = i < 3 || strcmp(r->name, "disabled-retained") == 0;
        ck_assert_msg(looks == (contract[i].has_dagger || is_ownership), "%s", r->name);
    }
}
END_TEST

START_TEST(names_are_unique) {
    for (size_t i = 0; i < rule_count; i++)
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(rules[i].name, rules[k].name);
}
END_TEST

static bool has_japanese(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text >= 0xe3 && (unsigned char)*text <= 0xe9)
            return true;
    return false;
}

START_TEST(both_languages_are_there) {
    for (size_t i = 0; i < rule_count; i++) {
        const struct rule *r = &rules[i];
        const char *const english[] = {r->title_en, r->meaning_en, r->message_en};
        const char *const japanese[] = {r->title_ja, r->meaning_ja, r->message_ja};
        for (int k = 0; k < 3; k++) {
            ck_assert_msg(english[k] && *english[k] && !has_japanese(english[k]), "%s", r->name);
            ck_assert_msg(japanese[k] && has_japanese(japanese[k]), "%s", r->name);
        }
    }
}
END_TEST

/* [ and ] pair without nesting, { and } too. */
START_TEST(messages_are_well_formed) {
    for (size_t i = 0; i < rule_count; i++) {
        const char *const both[] = {rules[i].message_en, rules[i].message_ja};
        for (int k = 0; k < 2; k++) {
            int optional = 0, key = 0;
            for (const char *p = both[k]; *p; p++) {
                optional += (*p == '[') - (*p == ']');
                key += (*p == '{') - (*p == '}');
                ck_assert_msg((optional == 0 || optional == 1) && (key == 0 || key == 1), "%s",
                              both[k]);
            }
            ck_assert_int_eq(optional, 0);
            ck_assert_int_eq(key, 0);
        }
    }
}
END_TEST

/* A meaning that names its threshold names the one in force. */
START_TEST(thresholds_are_named_in_the_meanings) {
    for (size_t i = 0; i < rule_count; i++) {
        if (rules[i].threshold == THRESHOLD_COUNT)
            continue;
        const char *name = thresholds[rules[i].threshold].name;
        ck_assert_msg(strstr(rules[i].meaning_en, name) != NULL, "%s", rules[i].name);
        ck_assert_msg(strstr(rules[i].meaning_ja, name) != NULL, "%s", rules[i].name);
    }
}
END_TEST

START_TEST(words_of_the_report) {
    ck_assert_str_eq(action_name(ACTION_NONE), "none");
    ck_assert_str_eq(action_name(ACTION_REGISTER), "register");
    ck_assert_str_eq(target_kind_name(TARGET_DEVICES), "devices");
    ck_assert_str_eq(target_kind_name(TARGET_SYSTEM), "system");
    ck_assert_str_eq(lifecycle_name(LIFE_REOPENED), "reopened");
    ck_assert_str_eq(lifecycle_name(LIFE_NEW), "new");
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        rules_are_those_of_the_contract_in_its_order,
        only_daggers_judge_accounts_of_leavers_and_nobody,
        names_are_unique,
        both_languages_are_there,
        messages_are_well_formed,
        thresholds_are_named_in_the_meanings,
        words_of_the_report,
    };
    return RUN_TESTS("rules_table", tests);
}
