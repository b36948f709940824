/*
 * tenko.yaml → plan. Good configurations are read back value by value; bad ones are a table: the
 * text, the line of the complaint, the sentence, and the word it must name. Lines are counted from
 * the first line of the text; most rows begin with ROSTER, which takes line 1.
 */
#include "suite.h"
#include "tenko/plan.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const rule_names[] = {"orphan-account", "leave-account", "dormant-account",
                                         "mfa-missing"};
static const struct plan_names names = {rule_names, sizeof rule_names / sizeof *rule_names};

#define ROSTER       "rosters: [{name: 職員, source: hr/roster.csv}]\n"
#define SYSTEM(more) ROSTER "systems:\n  - name: 住民税\n    source: tax.csv\n" more

static void parse_ok(struct plan *plan, struct span bytes) {
    struct error err = {0};
    struct strbuf text = {0};
    if (!plan_parse(plan, "conf/tenko.yaml", bytes, &names, &err)) {
        error_format(&err, LANG_EN, &text);
        ck_abort_msg("refused: %s", text.p);
    }
}

static const char *option(const struct input_plan *input, const char *name) {
    for (size_t i = 0; i < input->source.options.count; i++)
        if (strcmp(input->source.options.items[i].name, name) == 0)
            return input->source.options.items[i].value;
    return "(none)";
}

static bool has_value(const struct input_plan *input, enum field field, const char *canonical,
                      const char *word) {
    for (size_t i = 0; i < input->values.count; i++) {
        const struct value_choice *v = &input->values.items[i];
        if (v->field == field && strcmp(v->canonical, canonical) == 0 && strcmp(v->word, word) == 0)
            return true;
    }
    return false;
}

static bool has_column(const struct input_plan *input, enum field field, const char *header) {
    for (size_t i = 0; i < input->columns.count; i++)
        if (input->columns.items[i].field == field &&
            strcmp(input->columns.items[i].header, header) == 0)
            return true;
    return false;
}

/* --- A configuration with every key, as users were promised it (the public contract) --- */

static struct plan contract;

static void load_contract(void) {
    struct error err = {0};
    struct strbuf text = {0};
    if (!plan_load(&contract, TENKO_SOURCE_DIR "/tests/config/contract.yaml", &names, &err)) {
        error_format(&err, LANG_EN, &text);
        ck_abort_msg("refused: %s", text.p);
    }
}

static void release_contract(void) {
    plan_release(&contract);
}

START_TEST(contract_top_level) {
    ck_assert_str_eq(contract.organization, "みなと市");
    ck_assert_int_eq(contract.as_of, date_from_civil(2026, 3, 31));
    ck_assert_int_eq(contract.language, LANG_JA);
    ck_assert_str_eq(contract.timezone, "Asia/Tokyo");
    ck_assert_str_eq(contract.ledger, "tenko.db");
    ck_assert_str_eq(contract.report, "report");
    ck_assert_int_eq(contract.fiscal_month, 4);
    ck_assert_int_eq(contract.fiscal_day, 1);
    ck_assert_str_eq(contract.base_dir, TENKO_SOURCE_DIR "/tests/config");
    ck_assert_uint_eq(strlen(contract.config_sha256), 64);
    ck_assert(!contract.is_quick);
    ck_assert_int_eq(contract.accept, ACCEPT_PROBABLE);
    ck_assert_int_eq(contract.max_unmatched_percent, 50);
    ck_assert_int_eq(contract.max_shrink_percent, 30);
    ck_assert_int_eq((int)contract.min_roster_rows, 1);
    ck_assert(contract.missing_list_stops);
    ck_assert_uint_eq(contract.rules.count, 2);
    ck_assert_str_eq(contract.rules.items[0].name, "leave-account");
    ck_assert(contract.rules.items[0].is_disabled && !contract.rules.items[0].has_severity);
    ck_assert(!contract.rules.items[1].is_disabled && contract.rules.items[1].has_severity);
    ck_assert_int_eq(contract.rules.items[1].severity, SEVERITY_HIGH);
}
END_TEST

START_TEST(contract_roster) {
    ck_assert_uint_eq(contract.rosters.count, 1);
    const struct input_plan *roster = &contract.rosters.items[0];
    ck_assert_int_eq(roster->record, RECORD_PERSON);
    ck_assert_str_eq(roster->name, "職員");
    ck_assert_ptr_eq(roster->source.connector, connector_find("csv"));
    ck_assert_str_eq(option(roster, "path"), "hr/roster.csv");
    ck_assert_str_eq(option(roster, "encoding"), "auto");
    ck_assert_int_eq(roster->exported_on, date_from_civil(2026, 3, 31));
    ck_assert_int_eq(roster->days[THRESHOLD_max_age_days], 31);
    ck_assert(has_column(roster, FIELD_person_id, "職員番号"));
    ck_assert(has_column(roster, FIELD_name, "氏名"));
    ck_assert_uint_eq(roster->values.count, 4);
    ck_assert(has_value(roster, FIELD_status, "leave", "育休"));
    ck_assert_str_eq(roster->source.base_dir, contract.base_dir);
}
END_TEST

START_TEST(contract_system) {
    ck_assert_uint_eq(contract.systems.count, 2);
    const struct input_plan *input = &contract.systems.items[0];
    const struct system_plan *system = &input->system;
    ck_assert_str_eq(input->owners.items[0], "税務課");
    ck_assert_int_eq(system->ended_on, DATE_NONE);
    /* YAML 1.1 would make a boolean of this `yes`. */
    ck_assert(has_value(input, FIELD_privileged, "yes", "○"));
    ck_assert(has_value(input, FIELD_kind, "shared", "共用"));
    ck_assert(has_value(input, FIELD_status, "disabled", "停止"));
    ck_assert_uint_eq(system->glob_count, 3);
    ck_assert_int_eq(system->globs[1].kind, KIND_SERVICE);
    ck_assert_str_eq(system->globs[1].glob, "svc_*");
    ck_assert_uint_eq(system->privileged_roles.count, 1);
    ck_assert_str_eq(input->role_separator, ",");
    ck_assert_str_eq(system->person_id_template, "k{person_id}");
    ck_assert(system->eligible.is_set && system->required_for.is_set);
    ck_assert_uint_eq(system->eligible.employment.count, 2);
    ck_assert_str_eq(system->eligible.employment.items[1], "再任用");
    ck_assert_uint_eq(system->required_for.employment.count, 1);
    ck_assert(system->on_leave_disable);
    ck_assert_int_eq(input->days[THRESHOLD_dormant_days], 90);
    ck_assert_int_eq(input->days[THRESHOLD_retain_days], -1);
}
END_TEST

START_TEST(contract_license_and_devices) {
    ck_assert_uint_eq(contract.licenses.count, 1);
    const struct license_plan *license = &contract.licenses.items[0].license;
    ck_assert_int_eq((int)license->quantity, 750);
    ck_assert_int_eq(license->metric, METRIC_USER);
    ck_assert_int_eq((int)license->unit_cost_cents, 1200000);
    ck_assert_int_eq(license->contract_from, date_from_civil(2025, 4, 1));
    ck_assert_int_eq(license->contract_to, date_from_civil(2026, 3, 31));
    ck_assert_str_eq(license->system, "庁内LAN");
    ck_assert_uint_eq(license->system_index.n, 1);
    ck_assert_int_eq(contract.devices->record, RECORD_DEVICE);
    ck_assert_str_eq(contract.devices->name, "devices");
    ck_assert_uint_eq(contract.devices->columns.count, 3);
}
END_TEST

START_TEST(contract_tables) {
    ck_assert_str_eq(contract.table_of[RECORD_DEPARTMENT]->name, "departments");
    ck_assert_int_eq(contract.table_of[RECORD_DEPARTMENT]->record, RECORD_DEPARTMENT);
    ck_assert_str_eq(option(contract.table_of[RECORD_DEPARTMENT], "path"), "hr/departments.csv");
    ck_assert_str_eq(contract.table_of[RECORD_ROLE]->name, "policy.roles");
    ck_assert_int_eq(contract.table_of[RECORD_APPROVAL]->record, RECORD_APPROVAL);
    ck_assert_str_eq(option(contract.table_of[RECORD_APPROVAL], "path"), "policy/privileged.csv");
    ck_assert_int_eq(contract.table_of[RECORD_CONFLICT]->record, RECORD_CONFLICT);
    ck_assert_int_eq(contract.table_of[RECORD_LINK]->record, RECORD_LINK);
    ck_assert_int_eq(contract.table_of[RECORD_WAIVER]->record, RECORD_WAIVER);
    ck_assert_ptr_eq(contract.table_of[RECORD_WAIVER]->source.connector, connector_find("csv"));
}
END_TEST

START_TEST(directory_as_source) {
    struct error err = {0};
    struct plan plan;
    ck_assert(plan_load(&plan, TENKO_SOURCE_DIR "/tests/config/ldap.yaml", &names, &err));
    const struct input_plan *roster = &plan.rosters.items[0];
    ck_assert_ptr_eq(roster->source.connector, connector_find("ldap"));
    ck_assert_str_eq(option(roster, "url"), "ldaps://dc1.example:636");
    ck_assert_str_eq(option(roster, "starttls"), "false");
    ck_assert_str_eq(option(roster, "page_size"), "500");
    plan_release(&plan);
}
END_TEST

/* --- Good configurations --- */

/* The largest numbers that are taken; one more is among the refusals. */
START_TEST(numbers_at_their_caps) {
    struct plan plan;
    parse_ok(&plan, SPAN(SYSTEM("    dormant_days: 36500\nlicenses:\n  - {name: a, source: b.csv, "
                                "quantity: 100000000}\nsafety: {max_shrink_percent: 100}\n")));
    ck_assert_int_eq(plan.systems.items[0].days[THRESHOLD_dormant_days], 36500);
    ck_assert_int_eq((int)plan.licenses.items[0].license.quantity, 100000000);
    ck_assert_int_eq(plan.max_shrink_percent, 100);
    plan_release(&plan);
}
END_TEST

START_TEST(defaults_without_a_word) {
    struct plan plan;
    parse_ok(&plan, SPAN(ROSTER));
    ck_assert_str_eq(plan.organization, "");
    ck_assert_int_eq(plan.as_of, DATE_NONE);
    ck_assert_str_eq(plan.timezone, "Asia/Tokyo");
    ck_assert_int_eq(zone_offset(plan.zone, 0), 9 * 3600);
    ck_assert_str_eq(plan.ledger, "tenko.db");
    ck_assert_str_eq(plan.base_dir, "conf");
    ck_assert_uint_eq(plan.systems.count, 0);
    ck_assert_ptr_null(plan.devices);
    ck_assert_ptr_null(plan.table_of[RECORD_ROLE]);
    /* as docs/CONFIG.md has them */
    ck_assert_int_eq(plan.days[THRESHOLD_dormant_days], 90);
    ck_assert_int_eq(plan.days[THRESHOLD_never_used_days], 30);
    ck_assert_int_eq(plan.days[THRESHOLD_retain_days], -1);
    ck_assert_int_eq(plan.days[THRESHOLD_report_days], 183);
    ck_assert_int_eq(plan.days[THRESHOLD_renewal_days], 90);
    /* a plain path is the short form of csv */
    ck_assert_str_eq(option(&plan.rosters.items[0], "path"), "hr/roster.csv");
    plan_release(&plan);
}
END_TEST

START_TEST(numbers_own_then_defaults_then_table) {
    struct plan plan;
    parse_ok(&plan, SPAN(SYSTEM("    dormant_days: 45\n"
                                "  - {name: 給与, source: pay.csv}\n"
                                "defaults: {dormant_days: 60, shared_password_days: 0}\n")));
    ck_assert_int_eq(plan.systems.items[0].days[THRESHOLD_dormant_days], 45);
    ck_assert_int_eq(plan.systems.items[1].days[THRESHOLD_dormant_days], 60);
    ck_assert_int_eq(plan.systems.items[1].days[THRESHOLD_never_used_days], 30);
    ck_assert_int_eq(plan.systems.items[0].days[THRESHOLD_shared_password_days], 0);
    plan_release(&plan);
}
END_TEST

START_TEST(tables_in_all_three_forms) {
    struct plan plan;
    parse_ok(&plan, SPAN(ROSTER "departments: {path: d.csv, encoding: cp932,\n"
                                "  columns: {code: 所属コード}}\n"
                                "policy:\n"
                                "  roles: roles.csv\n"
                                "  links: {source: {connector: csv, path: links.csv}}\n"));
    ck_assert_str_eq(option(plan.table_of[RECORD_DEPARTMENT], "encoding"), "cp932");
    ck_assert(has_column(plan.table_of[RECORD_DEPARTMENT], FIELD_code, "所属コード"));
    ck_assert_str_eq(option(plan.table_of[RECORD_ROLE], "path"), "roles.csv");
    ck_assert_str_eq(option(plan.table_of[RECORD_LINK], "path"), "links.csv");
    plan_release(&plan);
}
END_TEST

START_TEST(system_without_a_list_and_date_style) {
    struct plan plan;
    parse_ok(&plan, SPAN(ROSTER "systems:\n"
                                "  - name: 図書館\n"
                                "    source: {connector: none}\n"
                                "    date_order: mdy\n"
                                "    two_digit_years_from: 1950\n"
                                "    on_leave: keep\n"
                                "    required_for: {}\n"));
    const struct input_plan *input = &plan.systems.items[0];
    ck_assert_ptr_null(input->source.connector);
    ck_assert_int_eq(input->date_style.order, DATE_ORDER_MDY);
    ck_assert_int_eq(input->date_style.two_digit_from, 1950);
    ck_assert(!input->system.on_leave_disable);
    ck_assert(input->system.required_for.is_set);
    ck_assert(!input->system.eligible.is_set);
    plan_release(&plan);
}
END_TEST

START_TEST(other_spellings) {
    struct plan plan;
    parse_ok(&plan, SPAN("\xEF\xBB\xBF# with a BOM, CRLF and no last newline\r\n"
                         "language: EN\r\nfiscal_year_start: 10/1\r\nas_of: 令和6年3月31日\r\n"
                         "match: {accept: exact}\r\nsafety: {missing_list: report}\r\n"
                         "rules: {mfa-missing: {enabled: off}}\r\n"
                         "rosters: [{name: a, source: &s {path: r.csv, delimiter: \"\\t\"}},\r\n"
                         "  {name: b, source: *s}]"));
    ck_assert_int_eq(plan.language, LANG_EN);
    ck_assert_str_eq(plan.timezone, "UTC");
    ck_assert_int_eq(zone_offset(plan.zone, 0), 0);
    ck_assert_int_eq(plan.fiscal_month, 10);
    ck_assert_int_eq(plan.as_of, date_from_civil(2024, 3, 31));
    ck_assert_int_eq(plan.accept, ACCEPT_EXACT);
    ck_assert(!plan.missing_list_stops);
    ck_assert(plan.rules.items[0].is_disabled);
    ck_assert_str_eq(option(&plan.rosters.items[1], "delimiter"), "\t");
    plan_release(&plan);
}
END_TEST

/* A key with nothing behind it is not given, of whatever kind it is. */
START_TEST(keys_with_nothing_behind_them) {
    struct plan plan;
    parse_ok(&plan,
             SPAN(ROSTER "organization: NULL\nas_of: ~\nledger: \ndefaults: \n"
                         "rules: {leave-account: , mfa-missing: null}\n"
                         "register: {systems: s.csv}\n"
                         "systems:\n"
                         "  - name: a\n"
                         "    source: {connector: , path: a.csv, encoding: , delimiter: ~}\n"
                         "    columns: {user_id: , role: 権限}\n"
                         "    values: {status: , kind: {shared: , admin: [管]}}\n"
                         "  - {name: b}\n"
                         "licenses: [{name: c, source: l.csv, contract_from: 2026-04-01}]\n"));
    ck_assert_str_eq(plan.organization, "");
    ck_assert_int_eq(plan.as_of, DATE_NONE);
    ck_assert(!plan.rules.items[0].is_disabled && !plan.rules.items[0].has_severity);
    const struct input_plan *a = &plan.systems.items[0];
    ck_assert_uint_eq(a->source.options.count, 1);
    ck_assert_uint_eq(a->columns.count, 1);
    ck_assert_uint_eq(a->values.count, 1);
    ck_assert(has_value(a, FIELD_kind, "admin", "管"));
    plan_release(&plan);
}
END_TEST

START_TEST(flags_and_numbers_of_a_source) {
    struct plan plan;
    parse_ok(&plan, SPAN("rosters: [{name: a, source: {connector: ldap, url: \"ldap://localhost\", "
                         "base: \"DC=x\",\n"
                         "  starttls: Off, page_size: 200}}]\n"
                         "systems: [{name: b, source: {connector: ldap, url: \"ldap://localhost\", "
                         "base: \"DC=x\",\n"
                         "  starttls: on}}]\n"));
    ck_assert_str_eq(option(&plan.rosters.items[0], "starttls"), "false");
    ck_assert_str_eq(option(&plan.rosters.items[0], "page_size"), "200");
    ck_assert_str_eq(option(&plan.systems.items[0], "starttls"), "true");
    plan_release(&plan);
}
END_TEST

START_TEST(a_configuration_at_the_root) {
    struct plan plan;
    struct error err = {0};
    ck_assert(plan_parse(&plan, "/tenko.yaml", SPAN(ROSTER), &names, &err));
    ck_assert_str_eq(plan.base_dir, "/");
    plan_release(&plan);
    ck_assert(plan_parse(&plan, "tenko.yaml", SPAN(ROSTER), &names, &err));
    ck_assert_str_eq(plan.base_dir, ".");
    plan_release(&plan);
}
END_TEST

START_TEST(sha256_is_of_the_bytes) {
    struct plan plan;
    struct digest *digest = digest_new();
    char hex[DIGEST_HEX_SIZE];
    digest_add(digest, ROSTER, sizeof ROSTER - 1);
    digest_finish(digest, hex);
    parse_ok(&plan, SPAN(ROSTER));
    ck_assert_str_eq(plan.config_sha256, hex);
    plan_release(&plan);
}
END_TEST

/* --- Bad configurations --- */

struct bad {
    const char *text;
    uint32_t line;
    enum message_id message;
    const char *word; /* one of the sentence's arguments; NULL = none is asked */
};

static const struct bad bad[] = {
    /* the file */
    {"", 0, MSG_CONFIG_EMPTY, NULL},
    {"# only a comment\n", 0, MSG_CONFIG_EMPTY, NULL},
    {"---\n...\n", 0, MSG_CONFIG_EMPTY, NULL},
    {ROSTER "organization: \x82\xDD\x82\xC8\x82\xC6\x8E\x73\n", 2, MSG_CONFIG_CP932, NULL},
    {ROSTER "organization: \xFD\xFF\n", 2, MSG_CONFIG_NOT_UTF8, NULL},
    {"\xFF\xFEr\n", 0, MSG_CONFIG_UTF16, NULL},
    {ROSTER "systems: [\n", 3, MSG_CONFIG_NOT_YAML, NULL},
    {ROSTER "safety:\n\tmissing_list: stop\n", 3, MSG_CONFIG_NOT_YAML, NULL},
    {ROSTER "organization: a\x01\n", 2, MSG_CONFIG_NOT_YAML, NULL},
    {ROSTER "organization: *nobody\n", 2, MSG_CONFIG_NOT_YAML, NULL},
    {ROSTER "---\n" ROSTER, 2, MSG_CONFIG_SEVERAL_DOCUMENTS, NULL},
    {ROSTER "systems: &a [*a]\n", 2, MSG_CONFIG_TOO_DEEP, NULL},
    {ROSTER "organization: !include name.txt\n", 2, MSG_CONFIG_TAG, "!include"},
    {"- rosters\n", 1, MSG_CONFIG_NOT_MAPPING, "tenko.yaml"},
    {"rosters\n", 1, MSG_CONFIG_NOT_MAPPING, "tenko.yaml"},
    /* keys */
    {ROSTER "organisation: 市\n", 2, MSG_CONFIG_UNKNOWN_KEY_NEAR, "organization"},
    {ROSTER "xylophone: 1\n", 2, MSG_CONFIG_UNKNOWN_KEY, "xylophone"},
    {ROSTER "? [a]\n: b\n", 2, MSG_CONFIG_KEY_NOT_TEXT, NULL},
    {SYSTEM("    dorment_days: 3\n"), 5, MSG_CONFIG_UNKNOWN_KEY_NEAR, "dormant_days"},
    {SYSTEM("    eligible: {employmnt: [正規]}\n"), 5, MSG_CONFIG_UNKNOWN_KEY_NEAR, "employment"},
    {SYSTEM("    kinds: {sharde: [a]}\n"), 5, MSG_CONFIG_UNKNOWN_KEY_NEAR, "shared"},
    {ROSTER "policy: {waiver: w.csv}\n", 2, MSG_CONFIG_UNKNOWN_KEY_NEAR, "waivers"},
    {ROSTER "safety: {max_shrink: 3}\n", 2, MSG_CONFIG_UNKNOWN_KEY, "max_shrink"},
    {ROSTER "defaults: {idle_day: 3}\n", 2, MSG_CONFIG_UNKNOWN_KEY_NEAR, "idle_days"},
    {ROSTER "departments: {pth: d.csv}\n", 2, MSG_CONFIG_UNKNOWN_KEY_NEAR, "path"},
    {ROSTER "devices: {source: d.csv, colums: {}}\n", 2, MSG_CONFIG_UNKNOWN_KEY_NEAR, "columns"},
    {ROSTER "report: a\nreport: b\n", 3, MSG_CONFIG_KEY_TWICE, "2"},
    {"language: ja\n", 1, MSG_CONFIG_KEY_MISSING, "rosters"},
    {"language: ja\nrosters:\n", 2, MSG_CONFIG_KEY_MISSING, "rosters"},
    {"rosters:\n  - source: r.csv\n", 2, MSG_CONFIG_KEY_MISSING, "name"},
    {"rosters:\n  - name: 職員\n", 2, MSG_CONFIG_KEY_MISSING, "source"},
    {"rosters:\n  - {name: \"\u3000\", source: r.csv}\n", 2, MSG_CONFIG_EMPTY_ITEM, "name"},
    /* shapes */
    {"rosters: []\n", 1, MSG_CONFIG_EMPTY_LIST, "rosters"},
    {"rosters: {name: a, source: r.csv}\n", 1, MSG_CONFIG_NOT_LIST, "rosters"},
    {"rosters:\n  - roster.csv\n", 2, MSG_CONFIG_NOT_MAPPING, "rosters"},
    {ROSTER "organization: [市]\n", 2, MSG_CONFIG_NOT_SINGLE, "organization"},
    {ROSTER "organization: \"a\\x07\"\n", 2, MSG_CONFIG_CONTROL_CHARACTER, "organization"},
    {ROSTER "organization: \"a\\0\"\n", 2, MSG_CONFIG_CONTROL_CHARACTER, NULL},
    {SYSTEM("    eligible: {employment: []}\n"), 5, MSG_CONFIG_EMPTY_LIST, "employment"},
    {SYSTEM("    required_for: {position: []}\n"), 5, MSG_CONFIG_EMPTY_LIST, "position"},
    {SYSTEM("    privileged_roles:\n      - 管理者\n      -\n"), 7, MSG_CONFIG_EMPTY_ITEM,
     "privileged_roles"},
    {SYSTEM("    privileged_roles: {a: b}\n"), 5, MSG_CONFIG_NOT_SINGLE, "privileged_roles"},
    {ROSTER "safety: stop\n", 2, MSG_CONFIG_NOT_MAPPING, "safety"},
    {ROSTER "policy: roles.csv\n", 2, MSG_CONFIG_NOT_MAPPING, "policy"},
    /* values */
    {SYSTEM("    dormant_days: 九十\n"), 5, MSG_CONFIG_BAD_NUMBER, "九十"},
    {"rosters:\n  - {name: a, source: b.csv}\nlicenses:\n  - {name: a, source: b.csv, unit_cost: "
     "1.234}\n",
     4, MSG_CONFIG_BAD_AMOUNT, "1.234"},
    {SYSTEM("    dormant_days: 90.5\n"), 5, MSG_CONFIG_BAD_NUMBER, "90.5"},
    {SYSTEM("    dormant_days: -1\n"), 5, MSG_CONFIG_OUT_OF_RANGE, "-1"},
    {SYSTEM("    dormant_days: 36501\n"), 5, MSG_CONFIG_OUT_OF_RANGE, "36500"},
    {ROSTER "defaults: {idle_days: 99999999999999999999}\n", 2, MSG_CONFIG_OUT_OF_RANGE,
     "idle_days"},
    {"rosters:\n  - {name: a, source: b.csv}\nlicenses:\n  - {name: a, source: b.csv, quantity: "
     "100000001}\n",
     4, MSG_CONFIG_OUT_OF_RANGE, "100000000"},
    {ROSTER "safety: {max_shrink_percent: 101}\n", 2, MSG_CONFIG_OUT_OF_RANGE, "100"},
    {ROSTER "as_of: 2026-02-30\n", 2, MSG_CONFIG_BAD_DATE, "2026-02-30"},
    {ROSTER "as_of: tomorrow\n", 2, MSG_CONFIG_BAD_DATE, "tomorrow"},
    {ROSTER "as_of: 2026\n", 2, MSG_CONFIG_BAD_DATE, "2026"},
    {ROSTER "as_of: 46112\n", 2, MSG_CONFIG_BAD_DATE, "46112"},
    {ROSTER "as_of: 0202-06-03\n", 2, MSG_CONFIG_BAD_DATE, "0202-06-03"},
    {ROSTER "as_of: 3/4/2026\n", 2, MSG_CONFIG_BAD_DATE, "3/4/2026"},
    {ROSTER "timezone: Mars/Base\n", 2, MSG_CONFIG_BAD_TIMEZONE, "Mars/Base"},
    {ROSTER "timezone: ../passwd\n", 2, MSG_CONFIG_BAD_TIMEZONE, "../passwd"},
    {ROSTER "fiscal_year_start: 02-29\n", 2, MSG_CONFIG_BAD_MONTH_DAY, "02-29"},
    {ROSTER "fiscal_year_start: 2026-04-01\n", 2, MSG_CONFIG_BAD_MONTH_DAY, "2026-04-01"},
    {ROSTER "language: fr\n", 2, MSG_CONFIG_BAD_CHOICE, "ja, en"},
    {ROSTER "match: {accept: all}\n", 2, MSG_CONFIG_BAD_CHOICE, "exact, probable, name"},
    {SYSTEM("    on_leave: delete\n"), 5, MSG_CONFIG_BAD_CHOICE, "disable, keep"},
    {SYSTEM("    date_order: ymd\n"), 5, MSG_CONFIG_BAD_CHOICE, "dmy, mdy"},
    {SYSTEM("    two_digit_years_from: 50\n"), 5, MSG_CONFIG_OUT_OF_RANGE, "50"},
    {SYSTEM("    kinds:\n      service:\n        - \"svc_[0-9]\"\n"), 7, MSG_CONFIG_BAD_GLOB, "["},
    {SYSTEM("    person_id_from_user_id: k\n"), 5, MSG_CONFIG_BAD_TEMPLATE, "k"},
    {SYSTEM("    person_id_from_user_id: \"{person_id}{x}\"\n"), 5, MSG_CONFIG_BAD_TEMPLATE,
     "{person_id}{x}"},
    {SYSTEM("    person_id_from_user_id: \"}{person_id}\"\n"), 5, MSG_CONFIG_BAD_TEMPLATE, NULL},
    /* columns and values */
    {SYSTEM("    columns:\n      user_id: 利用者ID\n      usr_name: 氏名\n"), 7,
     MSG_CONFIG_UNKNOWN_KEY, "usr_name"},
    {SYSTEM("    columns: {last_login: 最終}\n"), 5, MSG_CONFIG_UNKNOWN_KEY_NEAR, "last_login_on"},
    {SYSTEM("    columns: {hired_on: 採用日}\n"), 5, MSG_CONFIG_UNKNOWN_KEY, "hired_on"},
    {SYSTEM("    columns: {user_id: [a, b]}\n"), 5, MSG_CONFIG_NOT_SINGLE, "user_id"},
    {SYSTEM("    columns:\n      kind: a\n      kind: b\n"), 7, MSG_CONFIG_KEY_TWICE, "6"},
    {SYSTEM("    values: {stauts: {enabled: [1]}}\n"), 5, MSG_CONFIG_UNKNOWN_KEY_NEAR, "status"},
    {SYSTEM("    values: {status: {enable: [1]}}\n"), 5, MSG_CONFIG_UNKNOWN_KEY_NEAR, "enabled"},
    {SYSTEM("    values: {status: {leave: [休職]}}\n"), 5, MSG_CONFIG_UNKNOWN_KEY, "leave"},
    {SYSTEM("    values: {mfa: {yes: [\"\"]}}\n"), 5, MSG_CONFIG_EMPTY_ITEM, "yes"},
    {SYSTEM(
         "    values:\n      status:\n        enabled: [有効]\n        disabled: [停止, 有効]\n"),
     8, MSG_CONFIG_WORD_TWICE, "7"},
    {SYSTEM("    values:\n      mfa: {yes: [Ａ]}\n      mfa: {no: [b]}\n"), 7, MSG_CONFIG_KEY_TWICE,
     "mfa"},
    /* sources */
    {"rosters: [{name: a, source: {connector: cvs, path: r}}]\n", 1, MSG_CONFIG_BAD_CHOICE, "cvs"},
    {"rosters: [{name: a, source: {path: r, encodng: auto}}]\n", 1, MSG_CONFIG_UNKNOWN_KEY_NEAR,
     "encoding"},
    {"rosters: [{name: a, source: {connector: csv}}]\n", 1, MSG_CONFIG_OPTION_MISSING, "path"},
    {"rosters: [{name: a, source: {}}]\n", 1, MSG_CONFIG_OPTION_MISSING, "path"},
    {"rosters: [{name: a, source: [r.csv]}]\n", 1, MSG_CONFIG_NOT_MAPPING, "source"},
    {"rosters:\n  - name: a\n    source:\n      path: r\n      path: s\n", 5, MSG_CONFIG_KEY_TWICE,
     "4"},
    {"rosters: [{name: a, source: {connector: none}}]\n", 1, MSG_CONFIG_NONE_NOT_HERE, NULL},
    {ROSTER "systems: [{name: a, source: {connector: none, path: x}}]\n", 2,
     MSG_CONFIG_NONE_TAKES_NOTHING, "path"},
    {"rosters:\n  - name: a\n    source: {connector: ldap, url: \"ldap://h\",\n      base: b, "
     "page_size: many}\n",
     4, MSG_CONFIG_BAD_NUMBER, "many"},
    {"rosters:\n  - name: a\n    source: {connector: ldap, url: \"ldap://h\",\n      base: b, "
     "starttls: maybe}\n",
     4, MSG_CONFIG_BAD_BOOL, "maybe"},
    {"rosters:\n  - name: a\n    source: {connector: ldap, url: \"ldap://h\",\n      base: b, "
     "scope: all}\n",
     4, MSG_CONFIG_BAD_CHOICE, "all"},
    {ROSTER "departments: {path: a, source: b}\n", 2, MSG_CONFIG_TWO_SOURCES, "path"},
    {ROSTER "departments: {columns: {code: c}}\n", 2, MSG_CONFIG_OPTION_MISSING, "path"},
    /* what belongs together */
    {SYSTEM("  - name: 給与\n    source: a.csv\n  - name: \"住 民税\"\n    source: b.csv\n"), 7,
     MSG_CONFIG_NAME_TWICE, "3"},
    {"rosters: [{name: a, source: r}, {name: Ａ, source: s}]\n", 1, MSG_CONFIG_NAME_TWICE, "Ａ"},
    {SYSTEM("licenses:\n  - name: 端末\n    system: 住民脱\n    source: l.csv\n"), 7,
     MSG_CONFIG_UNKNOWN_SYSTEM_NEAR, "住民税"},
    {ROSTER "licenses: [{name: 端末, system: LAN, source: l.csv}]\n", 2, MSG_CONFIG_UNKNOWN_SYSTEM,
     "LAN"},
    {"rosters: [{name: 職員, source: r}]\nsystems: [{name: 税, rosters: [職因], source: s}]\n", 2,
     MSG_CONFIG_UNKNOWN_ROSTER_NEAR, "職員"},
    {"rosters: [{name: 職員, source: r}]\nsystems: [{name: 税, rosters: [x], source: s}]\n", 2,
     MSG_CONFIG_UNKNOWN_ROSTER, "x"},
    {ROSTER "licenses:\n  - {name: a, source: l, contract_from: 2026-04-01,\n     contract_to: "
            "2026-03-31}\n",
     3, MSG_CONFIG_CONTRACT_BACKWARDS, NULL},
    {ROSTER "licenses: [{name: a, source: l, metric: cpu}]\n", 2, MSG_CONFIG_BAD_CHOICE,
     "user, device"},
    {ROSTER "rules:\n  mfa-mising: {enabled: false}\n", 3, MSG_CONFIG_UNKNOWN_RULE_NEAR,
     "mfa-missing"},
    {ROSTER "rules: {zzzzzzzzzz: {}}\n", 2, MSG_CONFIG_UNKNOWN_RULE, "zzzzzzzzzz"},
    {ROSTER "rules:\n  mfa-missing: {}\n  mfa-missing: {}\n", 4, MSG_CONFIG_KEY_TWICE, "3"},
    {ROSTER "rules: {mfa-missing: {severity: worst}}\n", 2, MSG_CONFIG_BAD_CHOICE, "worst"},
    {ROSTER "rules: {mfa-missing: {enabled: maybe}}\n", 2, MSG_CONFIG_BAD_BOOL, "maybe"},
    {ROSTER "rules: {mfa-missing: {severty: low}}\n", 2, MSG_CONFIG_UNKNOWN_KEY_NEAR, "severity"},
    /* what is wrong is said of the first of several, and more stands behind it */
    {ROSTER "report: a\nreport: b\nledger: c\n", 3, MSG_CONFIG_KEY_TWICE, "2"},
    {"rosters:\n  - x\n  - {name: a, source: r.csv}\n", 2, MSG_CONFIG_NOT_MAPPING, "rosters"},
    {ROSTER "systems: [{name: a, source: s, rosters: [x, 職員]}, {name: b, source: t}]\n", 2,
     MSG_CONFIG_UNKNOWN_ROSTER, "x"},
    {ROSTER "licenses: [{name: a, source: l, system: x}, {name: b, source: m}]\n", 2,
     MSG_CONFIG_UNKNOWN_SYSTEM, "x"},
    {SYSTEM("    values: {statsu: {a: [b]}, kind: {shared: [c]}}\n"), 5,
     MSG_CONFIG_UNKNOWN_KEY_NEAR, "status"},
    {SYSTEM("    values: {status: {enabeld: [a]}, kind: {shared: [c]}}\n"), 5,
     MSG_CONFIG_UNKNOWN_KEY_NEAR, "enabled"},
    {ROSTER "rules: {leave-account: , mfa-missing: {x: 1}}\n", 2, MSG_CONFIG_UNKNOWN_KEY, "x"},
    /* lines that end as they did on old Macintoshes */
    {"rosters: 1\r\r\nlanguage: \xFD\xFF\n", 3, MSG_CONFIG_NOT_UTF8, NULL},
    {"rosters: 1\r\xFD\xFF", 2, MSG_CONFIG_NOT_UTF8, NULL},
    {"rosters: 1\r", 1, MSG_CONFIG_NOT_LIST, "rosters"},
    {ROSTER "!x organization: a\n", 2, MSG_CONFIG_TAG, "!x"},
    {ROSTER "organization: !!int [a]\n", 2, MSG_CONFIG_NOT_SINGLE, "organization"},
    {ROSTER "organization: \"a\\x7F\"\n", 2, MSG_CONFIG_CONTROL_CHARACTER, "organization"},
    {ROSTER "organization: \" \"\n", 2, MSG_CONFIG_EMPTY_ITEM, "organization"},
    {"language: [ja]\n" ROSTER, 1, MSG_CONFIG_NOT_SINGLE, "language"},
    /* the register, wherever it stands, says where the list of a system is; a key alone does not */
    {ROSTER "systems: [{name: a}]\nregister: {systems: , licenses: l.csv}\n", 2,
     MSG_CONFIG_KEY_MISSING, "source"},
    {ROSTER "licenses: [{name: a}]\nregister: {systems: s.csv, licenses: null}\n", 2,
     MSG_CONFIG_KEY_MISSING, "source"},
    {ROSTER "systems: [{name: a}]\nregister: {? [x] : s.csv}\n", 2, MSG_CONFIG_KEY_MISSING,
     "source"},
    {ROSTER "systems: [{name: a}]\nregister: [systems]\n", 2, MSG_CONFIG_KEY_MISSING, "source"},
    {ROSTER "? [register]\n: {systems: s.csv}\n", 2, MSG_CONFIG_KEY_NOT_TEXT, NULL},
    {ROSTER "departments: {path: , source: d.csv}\n", 2, MSG_CONFIG_TWO_SOURCES, NULL},
    {"rosters: [{name: a, source: {path: }}]\n", 1, MSG_CONFIG_OPTION_MISSING, "path"},
    {"rosters: [{name: a, source: {connector: , path: r.csv, x: 1}}]\n", 1, MSG_CONFIG_UNKNOWN_KEY,
     "x"},
    {SYSTEM("    person_id_from_user_id: \"}{person_id}\"\n"), 5, MSG_CONFIG_BAD_TEMPLATE, NULL},
    {SYSTEM("    person_id_from_user_id: \"{x}{person_id}\"\n"), 5, MSG_CONFIG_BAD_TEMPLATE, NULL},
    {SYSTEM("    eligible: {employment: [正規, ]}\n    required_for: {employment: []}\n"), 6,
     MSG_CONFIG_EMPTY_LIST, "employment"},
};

static void refuse(const char *text, size_t n, struct error *err) {
    struct plan plan, untouched;
    memset(&plan, 0x5A, sizeof plan);
    memcpy(&untouched, &plan, sizeof plan);
    ck_assert_msg(!plan_parse(&plan, "conf/tenko.yaml", (struct span){text, n}, &names, err),
                  "accepted: %s", text);
    ck_assert_msg(memcmp(&plan, &untouched, sizeof plan) == 0, "output written: %s", text);
}

/* What begins the fiscal year, and days of other times. */
START_TEST(days_that_are_none) {
    static const char *const begins[] = {"x-01",  "4-x",   "004-01", "4-001",  "0401", "04.01",
                                         "02-29", "13-01", "04-31",  "04-01x", "04-",  "-04-01"};
    static const char *const days[] = {"1850-01-01", "1899-12-29", "2200-01-01", "2026",
                                       "46112",      "soon",       "2026-02-30"};
    char text[256];
    struct error err;
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
        snprintf(text, sizeof text, ROSTER "fiscal_year_start: \"%s\"\n", begins[i]);
        refuse(text, strlen(text), &err);
        ck_assert_msg(err.message == MSG_CONFIG_BAD_MONTH_DAY, "%s", text);
    }
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        snprintf(text, sizeof text, ROSTER "as_of: \"%s\"\n", days[i]);
        refuse(text, strlen(text), &err);
        ck_assert_msg(err.message == MSG_CONFIG_BAD_DATE, "%s", text);
    }
}
END_TEST

/* A list of lists and a mapping of mappings are no value of any key: refused on their line. */
START_TEST(values_of_another_shape) {
    static const char *const keys[] = {
        "organization: %s",
        "as_of: %s",
        "language: %s",
        "ledger: %s",
        "timezone: %s",
        "fiscal_year_start: %s",
        "retention_years: %s",
        "route: %s",
        "departments: %s",
        "departments: {path: %s}",
        "departments: {path: d.csv, encoding: %s}",
        "register: %s",
        "register: {systems: %s}",
        "policy: {links: %s}",
        "defaults: {dormant_days: %s}",
        "match: {accept: %s}",
        "safety: {min_roster_rows: %s}",
        "safety: {missing_list: %s}",
        "rules: %s",
        "rules: {leave-account: %s}",
        "rules: {leave-account: {enabled: %s}}",
        "rules: {leave-account: {severity: %s}}",
        "devices: %s",
        "devices: {source: d.csv, columns: %s}",
        "devices: {source: d.csv, columns: {device_id: %s}}",
        "systems: %s",
        "systems: [{name: %s}]",
        "systems: [{name: a, source: %s}]",
        "systems: [{name: a, source: {path: %s}}]",
        "systems: [{name: a, source: {connector: %s}}]",
        "systems: [{name: a, source: {connector: csv, path: s.csv, delimiter: %s}}]",
        "systems: [{name: a, source: {connector: ldap, starttls: %s}}]",
        "systems: [{name: a, source: {connector: ldap, page_size: %s}}]",
        "systems: [{name: a, source: {connector: ldap, scope: %s}}]",
        "systems: [{name: a, source: s.csv, owner: %s}]",
        "systems: [{name: a, source: s.csv, values: %s}]",
        "systems: [{name: a, source: s.csv, values: {status: %s}}]",
        "systems: [{name: a, source: s.csv, values: {status: {enabled: %s}}}]",
        "systems: [{name: a, source: s.csv, kinds: %s}]",
        "systems: [{name: a, source: s.csv, kinds: {shared: %s}}]",
        "systems: [{name: a, source: s.csv, person_id_from_user_id: %s}]",
        "systems: [{name: a, source: s.csv, eligible: %s}]",
        "systems: [{name: a, source: s.csv, eligible: {employment: %s}}]",
        "systems: [{name: a, source: s.csv, privileged_roles: %s}]",
        "systems: [{name: a, source: s.csv, dormant_days: %s}]",
        "licenses: [{name: a, source: l.csv, unit_cost: %s}]",
        "licenses: [{name: a, source: l.csv, quantity: %s}]",
        "licenses: [{name: a, source: l.csv, contract_to: %s}]",
        "licenses: [{name: a, source: l.csv, metric: %s}]",
    };
    static const char *const shapes[] = {"[[x]]", "{x: {y: z}}"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        for (size_t k = 0; k < 2; k++) {
            struct strbuf text = {0};
            struct error err = {0};
            strbuf_add_text(&text, ROSTER "# a line\n");
            const char *place = strstr(keys[i], "%s");
            strbuf_add(&text, keys[i], (size_t)(place - keys[i]));
            strbuf_add_text(&text, shapes[k]);
            strbuf_add_text(&text, place + 2);
            refuse(text.p, text.n, &err);
            ck_assert_msg(err.line == 3 && err.fault == FAULT_USAGE, "%s: line %u", text.p,
                          err.line);
            strbuf_release(&text);
        }
}
END_TEST

START_TEST(bad_configuration) {
    const struct bad *b = &bad[_i];
    struct error err = {0};
    refuse(b->text, strlen(b->text), &err);
    ck_assert_msg(err.message == b->message, "%s\nsaid %s, not %s", b->text,
                  message_name(err.message), message_name(b->message));
    ck_assert_msg(err.line == b->line, "%s\nline %u, not %u", b->text, err.line, b->line);
    ck_assert_str_eq(err.file, "conf/tenko.yaml");
    ck_assert_int_eq(err.fault, FAULT_USAGE);
    bool is_named = b->word == NULL;
    for (int i = 0; i < ERROR_ARGS; i++)
        is_named = is_named || strcmp(err.args[i], b->word) == 0;
    ck_assert_msg(is_named, "%s\nnot named: %s (but %s, %s, %s)", b->text, b->word, err.args[0],
                  err.args[1], err.args[2]);
}
END_TEST

/* Every sentence of the room about a configuration has a row above or a test of its own below. */
START_TEST(every_sentence_is_provoked) {
    static const enum message_id elsewhere[] = {
        MSG_CONFIG_MISSING,       MSG_CONFIG_IS_DIRECTORY,    MSG_CONFIG_UNREADABLE,
        MSG_CONFIG_TOO_LARGE,     MSG_CONFIG_TOO_MANY,        MSG_CONFIG_QUICK_NO_FILE,
        MSG_CONFIG_QUICK_NO_NAME, MSG_CONFIG_QUICK_NAME_TWICE};
    for (int id = MSG_CONFIG_MISSING; id <= MSG_CONFIG_QUICK_NAME_TWICE; id++) {
        bool is_there = false;
        for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
            is_there = is_there || (int)bad[i].message == id;
        for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
            is_there = is_there || (int)elsewhere[i] == id;
        ck_assert_msg(is_there, "no test for %s", message_name((enum message_id)id));
    }
}
END_TEST

START_TEST(the_message_as_the_user_sees_it) {
    struct error err = {0};
    struct strbuf text = {0};
    static const char config[] = ROSTER "organisation: 市\n";
    refuse(config, sizeof config - 1, &err);
    error_format(&err, LANG_EN, &text);
    ck_assert_str_eq(text.p, "conf/tenko.yaml:2: unknown key `organisation` in tenko.yaml: did you "
                             "mean `organization`?");
    strbuf_release(&text);
}
END_TEST

/* Nine levels of ten aliases each: a thousand million values if they were written out. */
START_TEST(alias_bomb) {
    struct strbuf text = {0};
    struct error err = {0};
    strbuf_add_text(&text, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
        strbuf_addf(&text, "a%d: &a%d [", i, i);
        for (int k = 0; k < 10; k++)
            strbuf_addf(&text, "%s*a%d", k ? ", " : "", i - 1);
        strbuf_add_text(&text, "]\n");
    }
    refuse(text.p, text.n, &err);
    ck_assert_int_eq(err.message, MSG_CONFIG_TOO_MANY);
    strbuf_release(&text);
}
END_TEST

/* The message of a text in which something stands so many times. */
static enum message_id fault_of_many(const char *before, const char *each, const char *behind,
                                     int times) {
    struct strbuf text = {0};
    struct error err = {0};
    strbuf_add_text(&text, before);
    for (int i = 0; i < times; i++)
        strbuf_add_text(&text, each);
    strbuf_add_text(&text, behind);
    refuse(text.p, text.n, &err);
    strbuf_release(&text);
    return err.message;
}

/* 32 levels are read, and are no configuration then. */
START_TEST(deep_nesting) {
    struct error err = {0};
    const char *at = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]";
    refuse(at, strlen(at), &err);
    ck_assert_int_ne(err.message, MSG_CONFIG_TOO_DEEP);
    ck_assert_int_ne(err.message, MSG_CONFIG_NOT_YAML);
    ck_assert_int_eq(fault_of_many("", "[", "", 33), MSG_CONFIG_TOO_DEEP);
    ck_assert_int_eq(fault_of_many("", "[", "", 1000000), MSG_CONFIG_TOO_DEEP);
}
END_TEST

/* 200,000 events of libyaml: beside the values the beginnings and ends of stream, document, list.
 */
START_TEST(very_many_values) {
    ck_assert_int_ne(fault_of_many("", "- a\n", "", 200000 - 6), MSG_CONFIG_TOO_MANY);
    ck_assert_int_eq(fault_of_many("", "- a\n", "", 200000 - 5), MSG_CONFIG_TOO_MANY);
    ck_assert_int_eq(fault_of_many("", "- a\n", "", 300000), MSG_CONFIG_TOO_MANY);
}
END_TEST

/* A file of 16 MiB is read, whatever comes of it. */
START_TEST(very_long_files) {
    static const struct {
        long bytes;
        bool is_too_large;
    } cases[] = {{16L << 20, false}, {(16L << 20) + 1, true}};
    for (size_t i = 0; i < 2; i++) {
        char path[] = "/tmp/tenko-config-XXXXXX";
        struct plan plan;
        struct error err = {0};
        int fd = mkstemp(path);
        FILE *file = fdopen(fd, "w");
        ck_assert_ptr_nonnull(file);
        fputs("rosters: 1\n#", file);
        for (long n = 12; n < cases[i].bytes; n++)
            fputc('x', file);
        ck_assert_int_eq(fclose(file), 0);
        ck_assert(!plan_load(&plan, path, &names, &err));
        ck_assert_int_eq(err.message == MSG_CONFIG_TOO_LARGE, cases[i].is_too_large);
        unlink(path);
    }
}
END_TEST

/* --- The file itself --- */

static enum message_id load_fault(const char *path) {
    struct plan plan;
    struct error err = {0};
    ck_assert(!plan_load(&plan, path, &names, &err));
    ck_assert_int_eq(err.fault, FAULT_USAGE);
    ck_assert_str_eq(err.file, path);
    return err.message;
}

START_TEST(no_file_and_no_text_file) {
    ck_assert_int_eq(load_fault("/nonexistent/tenko.yaml"), MSG_CONFIG_MISSING);
    ck_assert_int_eq(load_fault("/tmp"), MSG_CONFIG_IS_DIRECTORY);
    /* Endless: read no further than the limit. */
    ck_assert_int_eq(load_fault("/dev/zero"), MSG_CONFIG_TOO_LARGE);
    ck_assert_int_eq(load_fault("/dev/null"), MSG_CONFIG_EMPTY);
}
END_TEST

START_TEST(file_without_permission) {
    if (geteuid() == 0) {
        printf("file_without_permission: skipped, root may read everything\n");
        return;
    }
    char path[] = "/tmp/tenko-config-XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    close(fd);
    ck_assert_int_eq(chmod(path, 0), 0);
    ck_assert_int_eq(load_fault(path), MSG_CONFIG_UNREADABLE);
    unlink(path);
}
END_TEST

/* --- Quick mode --- */

START_TEST(quick_mode) {
    struct plan plan;
    struct error err = {0};
    plan_init(&plan);
    ck_assert(plan_add_file(&plan, RECORD_PERSON, NULL, "hr/職員.2026.csv", &err));
    ck_assert(plan_add_file(&plan, RECORD_ACCOUNT, "住民税", "tax.csv", &err));
    ck_assert(plan_add_file(&plan, RECORD_SEAT, NULL, ".csv", &err));
    ck_assert(plan.is_quick);
    ck_assert_str_eq(plan.organization, "");
    ck_assert_str_eq(plan.config_sha256, "");
    ck_assert_str_eq(plan.rosters.items[0].name, "職員.2026");
    ck_assert_str_eq(option(&plan.rosters.items[0], "path"), "hr/職員.2026.csv");
    ck_assert_str_eq(plan.systems.items[0].name, "住民税");
    ck_assert_int_eq(plan.systems.items[0].days[THRESHOLD_dormant_days], 90);
    ck_assert_str_eq(plan.licenses.items[0].name, ".csv");
    ck_assert_int_eq((int)plan.licenses.items[0].license.quantity, -1);
    /* One name, one system; a roster may have it too. */
    ck_assert(!plan_add_file(&plan, RECORD_ACCOUNT, "住民税", "other.csv", &err));
    ck_assert_int_eq(err.message, MSG_CONFIG_QUICK_NAME_TWICE);
    ck_assert(plan_add_file(&plan, RECORD_PERSON, "住民税", "more.csv", &err));
    ck_assert(!plan_add_file(&plan, RECORD_ACCOUNT, "給与", "", &err));
    ck_assert_int_eq(err.message, MSG_CONFIG_QUICK_NO_FILE);
    ck_assert(!plan_add_file(&plan, RECORD_ACCOUNT, "", "a.csv", &err));
    ck_assert_int_eq(err.message, MSG_CONFIG_QUICK_NO_NAME);
    ck_assert(!plan_add_file(&plan, RECORD_PERSON, NULL, "", &err));
    ck_assert_int_eq(err.message, MSG_CONFIG_QUICK_NO_FILE);
    ck_assert_str_eq(err.args[0], "");
    ck_assert(plan_add_file(&plan, RECORD_PERSON, NULL, "hr.d/roster", &err));
    ck_assert_str_eq(plan.rosters.items[plan.rosters.count - 1].name, "roster");
    ck_assert_uint_eq(plan.systems.count, 1);
    plan_release(&plan);
}
END_TEST

START_TEST(severities) {
    enum severity s;
    for (int i = 0; i < SEVERITY_COUNT; i++) {
        ck_assert(severity_parse(severity_name((enum severity)i), &s));
        ck_assert_int_eq(s, i);
    }
    ck_assert_str_eq(severity_name(SEVERITY_CRITICAL), "critical");
    ck_assert(!severity_parse("worst", &s));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("config");
    TCase *example = tcase_create("contract");
    tcase_add_unchecked_fixture(example, load_contract, release_contract);
    tcase_add_test(example, contract_top_level);
    tcase_add_test(example, contract_roster);
    tcase_add_test(example, contract_system);
    tcase_add_test(example, contract_license_and_devices);
    tcase_add_test(example, contract_tables);
    suite_add_tcase(suite, example);
    TCase *good = tcase_create("good");
    tcase_add_test(good, directory_as_source);
    tcase_add_test(good, defaults_without_a_word);
    tcase_add_test(good, numbers_own_then_defaults_then_table);
    tcase_add_test(good, tables_in_all_three_forms);
    tcase_add_test(good, system_without_a_list_and_date_style);
    tcase_add_test(good, other_spellings);
    tcase_add_test(good, sha256_is_of_the_bytes);
    tcase_add_test(good, keys_with_nothing_behind_them);
    tcase_add_test(good, flags_and_numbers_of_a_source);
    tcase_add_test(good, a_configuration_at_the_root);
    suite_add_tcase(suite, good);
    TCase *refused = tcase_create("bad");
    tcase_add_loop_test(refused, bad_configuration, 0, (int)(sizeof bad / sizeof *bad));
    tcase_add_test(refused, days_that_are_none);
    tcase_add_test(refused, values_of_another_shape);
    tcase_add_test(refused, every_sentence_is_provoked);
    tcase_add_test(refused, the_message_as_the_user_sees_it);
    tcase_add_test(refused, alias_bomb);
    tcase_add_test(refused, deep_nesting);
    tcase_add_test(good, numbers_at_their_caps);
    tcase_add_test(refused, very_long_files);
    tcase_add_test(refused, very_many_values);
    tcase_add_test(refused, no_file_and_no_text_file);
    tcase_add_test(refused, file_without_permission);
    suite_add_tcase(suite, refused);
    TCase *quick = tcase_create("quick");
    tcase_add_test(quick, quick_mode);
    tcase_add_test(quick, severities);
    suite_add_tcase(suite, quick);
    return run_suite(suite);
}
