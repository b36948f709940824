/* What stands in the files of a report. */
#include "../../src/report/evidence.h"
#include "../../src/report/reporters.h"
#include "report_folder.h"
#include "suite.h"
#include "tenko/file_name.h"

#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* Labels are found by halving, so they must stand in their order. */
START_TEST(every_fact_has_its_label) {
    size_t labels = 0;
    for (int id = 0; id < MESSAGE_COUNT; id++) {
        const char *name = message_name((enum message_id)id);
        char key[64] = "";
        bool is_sentence = strchr(message_template((enum message_id)id, LANG_JA), '{');
        if (strncmp(name, "fact-", 5) != 0 || strstr(name, "matched-by") || is_sentence)
            continue;
        for (size_t i = 0; name[5 + i] && i + 1 < sizeof key; i++)
            key[i] = name[5 + i] == '-' ? '_' : name[5 + i];
        struct evidence fact = {.key = key, .type = EVIDENCE_NUMBER, .number = -7};
        struct exception_record e = {.evidence = &fact, .evidence_count = 1};
        struct strbuf text = {0}, expected = {0};
        strbuf_addf(&expected, "%s: -7", message_template((enum message_id)id, LANG_JA));
        evidence_write(&e, LANG_JA, &text);
        ck_assert_str_eq(text.p, expected.p);
        strbuf_release(&text);
        strbuf_release(&expected);
        labels++;
    }
    ck_assert_uint_gt(labels, 80);
}
END_TEST

static unsigned all_formats(void) {
    struct error err = {0};
    unsigned formats = 0;
    ck_assert(report_formats_parse(NULL, &formats, &err));
    return formats;
}

static void write_report(void) {
    struct error err = {0};
    struct strbuf text = {0};
    bool ok = report_world_write(&w, report, all_formats(), &err);
    if (!ok)
        error_format(&err, LANG_EN, &text);
    ck_assert_msg(ok, "%s", text.p);
}

static char *read_report(const char *name, size_t *n) {
    char *path = path_below(report, name);
    char *text = read_whole(path, n);
    free(path);
    return text;
}

static bool has_file(const char *name) {
    char *path = path_below(report, name);
    struct stat st;
    bool found = stat(path, &st) == 0;
    free(path);
    return found;
}

static json_t *read_json(const char *name) {
    char *text = read_report(name, NULL);
    json_error_t error;
    json_t *json = json_loads(text, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(json != NULL, "%s: %s", name, error.text);
    free(text);
    return json;
}

/* Line `index` of exceptions.jsonl. */
static json_t *read_line(size_t index) {
    char *text = read_report("exceptions.jsonl", NULL);
    char *rest = text, *line = NULL;
    for (size_t i = 0; i <= index; i++)
        line = strsep(&rest, "\n");
    ck_assert_ptr_nonnull(line);
    json_t *json = json_loads(line, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, NULL);
    ck_assert_msg(json != NULL, "not JSON: %s", line);
    free(text);
    return json;
}

static const char *string_at(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    ck_assert_msg(text != NULL, "%s is no string", key);
    return text;
}

static void assert_null(const json_t *object, const char *key) {
    ck_assert_msg(json_is_null(json_object_get(object, key)), "%s is not null", key);
}

/* --- exceptions.jsonl --- */

START_TEST(jsonl_has_the_keys_of_the_contract_in_order) {
    static const char *const keys[] = {
        "id",     "rule",       "severity",  "target_kind", "target",   "subject", "person_id",
        "name",   "department", "addressee", "message",     "evidence", "source",  "action",
        "status", "first_seen", "waived",    "waiver",      "decision",
    };
    write_report();
    for (size_t line = 0; line < w.exceptions.count; line++) {
        json_t *json = read_line(line);
        size_t i = 0;
        const char *key;
        json_t *value;
        json_object_foreach(json, key, value) {
            ck_assert_uint_lt(i, sizeof keys / sizeof *keys);
            ck_assert_str_eq(key, keys[i]);
            i++;
        }
        ck_assert_uint_eq(i, sizeof keys / sizeof *keys);
        json_decref(json);
    }
}
END_TEST

START_TEST(jsonl_has_typed_values_and_the_source_line) {
    write_report();
    json_t *json = read_line(0);
    ck_assert_str_eq(string_at(json, "id"), "x0123456789abcde");
    ck_assert_str_eq(string_at(json, "rule"), "leaver-account");
    ck_assert_str_eq(string_at(json, "severity"), "high");
    ck_assert_str_eq(string_at(json, "target_kind"), "system");
    ck_assert_str_eq(string_at(json, "name"), "山田太郎");
    ck_assert_str_eq(string_at(json, "department"), "福祉課");
    ck_assert_str_eq(string_at(json, "addressee"), "税務課");
    ck_assert_str_eq(string_at(json, "status"), "reopened");
    ck_assert_str_eq(string_at(json, "first_seen"), "2025-04-30");
    json_t *decision = json_object_get(json, "decision");
    ck_assert_str_eq(string_at(decision, "decision"), "delete");
    ck_assert_str_eq(string_at(decision, "reviewed_on"), "2026-02-01");
    json_t *evidence = json_object_get(json, "evidence");
    ck_assert_str_eq(string_at(evidence, "left_on"), "2025-03-31");
    ck_assert_int_eq(json_integer_value(json_object_get(evidence, "days")), 365);
    json_t *roles = json_object_get(evidence, "roles");
    ck_assert_uint_eq(json_array_size(roles), 2);
    ck_assert_str_eq(json_string_value(json_array_get(roles, 1)), "a\"b");
    json_t *source = json_object_get(json, "source");
    ck_assert_str_eq(string_at(source, "file"), "systems/tax.csv");
    ck_assert_int_eq(json_integer_value(json_object_get(source, "line")), 7);
    assert_null(json, "waiver");
    ck_assert_str_eq(string_at(json, "message"), "2025年3月31日 に退職（365 日）");
    json_decref(json);
}
END_TEST

START_TEST(jsonl_names_the_dn_and_keeps_values_raw) {
    write_report();
    json_t *json = read_line(1);
    ck_assert_str_eq(string_at(json, "subject"), "=cmd|'/C calc'!A0");
    json_t *source = json_object_get(json, "source");
    ck_assert_str_eq(string_at(source, "file"), "ldaps://dc1.example");
    ck_assert_str_eq(string_at(source, "dn"), "CN=x,DC=example");
    ck_assert_uint_eq(json_object_size(source), 2);
    json_decref(json);
}
END_TEST

START_TEST(jsonl_says_null_for_nothing) {
    static const char *const keys[] = {"subject", "person_id", "name",      "department",
                                       "source",  "waiver",    "addressee", "decision"};
    write_report();
    json_t *json = read_line(2);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_null(json, keys[i]);
    ck_assert_uint_eq(json_object_size(json_object_get(json, "evidence")), 0);
    json_decref(json);
}
END_TEST

START_TEST(jsonl_keeps_waived_exceptions_with_the_waiver) {
    write_report();
    json_t *json = read_line(3);
    ck_assert_str_eq(string_at(json, "status"), "new");
    ck_assert(json_is_true(json_object_get(json, "waived")));
    ck_assert_str_eq(string_at(json_object_get(json, "waiver"), "alternative"), "毎月の確認");
    json_t *waiver = json_object_get(json, "waiver");
    ck_assert_str_eq(string_at(waiver, "reason"), "委託先の監視用");
    ck_assert_str_eq(string_at(waiver, "approved_by"), "情報政策課長");
    ck_assert_str_eq(string_at(waiver, "valid_until"), "2026-09-30");
    json_decref(json);
}
END_TEST

START_TEST(every_byte_survives_in_json) {
    char bytes[256];
    for (int i = 0; i < 256; i++)
        bytes[i] = (char)i;
    report_world_add(&w, RULE_BADGE, "")->subject = (struct span){bytes, sizeof bytes};
    write_report();
    json_t *json = read_line(5);
    const json_t *subject = json_object_get(json, "subject");
    ck_assert_uint_eq(json_string_length(subject), 128 + 128 * 3);
    ck_assert_int_eq(memcmp(json_string_value(subject), bytes, 128), 0);
    ck_assert_int_eq(memcmp(json_string_value(subject) + 128, "\xEF\xBF\xBD", 3), 0);
    json_decref(json);
}
END_TEST

/* --- CSV --- */

START_TEST(csv_has_bom_crlf_and_headings_in_the_language) {
    static const struct {
        enum language language;
        const char *file, *head;
    } cases[] = {
        {LANG_JA, "exceptions.csv", "\xEF\xBB\xBFID,重要度,規則,"},
        {LANG_EN, "exceptions.csv", "\xEF\xBB\xBFid,severity,rule,"},
        {LANG_JA, "licenses.csv", "\xEF\xBB\xBFライセンス,所管,契約番号,"},
        {LANG_EN, "licenses.csv", "\xEF\xBB\xBFname,owner,contract_no,"},
        {LANG_JA, "systems.csv", "\xEF\xBB\xBF種類,名称,"},
        {LANG_EN, "systems.csv", "\xEF\xBB\xBFkind,name,"},
        {LANG_JA, "issues.csv", "\xEF\xBB\xBF入力,ファイル,行,"},
        {LANG_EN, "issues.csv", "\xEF\xBB\xBFinput,file,line,"},
        {LANG_EN, "departments/no-addressee.csv", "\xEF\xBB\xBFid,severity,rule,"},
        {LANG_JA, "departments/宛先不明.csv", "\xEF\xBB\xBFID,重要度,規則,"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        w.options.language = cases[i].language;
        write_report();
        size_t n;
        char *text = read_report(cases[i].file, &n);
        ck_assert_msg(strncmp(text, cases[i].head, strlen(cases[i].head)) == 0, "%s: %.60s",
                      cases[i].file, text);
        for (size_t k = 0; k < n; k++)
            ck_assert(text[k] != '\n' || (k > 0 && text[k - 1] == '\r'));
        ck_assert_int_eq(text[n - 1], '\n');
        free(text);
    }
}
END_TEST

START_TEST(csv_disarms_formulas) {
    static const struct {
        const char *subject, *cell;
    } cases[] = {
        {"=1+1", ",'=1+1,"},
        {"+81", ",'+81,"},
        {"-1", ",'-1,"},
        {"@SUM(A1)", ",'@SUM(A1),"},
        {"\tx", ",'\tx,"},
        {"\rx", ",\"'\rx\","},
        {"\nx", ",\"'\nx\","},
        {"＝1+1", ",'＝1+1,"},
        {"＋81", ",'＋81,"},
        {"－1", ",'－1,"},
        {"＠SUM", ",'＠SUM,"},
        {" =1", ",' =1,"},
        {"\u3000=1", ",'\u3000=1,"},
        {"\u200B\uFEFF=1", ",'\u200B\uFEFF=1,"},
        {"\u00A0＝1", ",'\u00A0＝1,"},
        {"ー1", ",ー1,"},
        {"=\"a\",b", ",\"'=\"\"a\"\",b\","},
        {"a=b", ",a=b,"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        report_world_add(&w, RULE_BADGE, cases[i].subject);
    write_report();
    char *text = read_report("exceptions.csv", NULL);
    char *none = read_report("departments/宛先不明.csv", NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_msg(strstr(text, cases[i].cell) != NULL, "%s", cases[i].cell);
        ck_assert_msg(strstr(none, cases[i].cell) != NULL, "%s", cases[i].cell);
    }
    free(text);
    free(none);
}
END_TEST

START_TEST(licenses_csv_has_all_figures) {
    w.options.language = LANG_EN;
    write_report();
    char *text = read_report("licenses.csv", NULL);
    ck_assert_str_eq(text,
                     "\xEF\xBB\xBFname,owner,contract_no,purpose,contract_to,purchased,assigned,"
                     "active,never_used,idle,usage_unknown,held_by_leavers,held_by_unknown,"
                     "duplicates,unassigned,reclaimable,utilization,yearly_waste,"
                     "suggested_quantity\r\n"
                     "テレワーク,,R7-123,在宅勤務,2026-03-31,750,709,644,65,0,0,0,0,2,41,65,"
                     "85.9,1272000,644\r\n"
                     "図面,,,,,unlimited,3,3,0,0,0,0,0,0,,0,,,3\r\n");
    free(text);
}
END_TEST

START_TEST(issues_csv_is_in_order_of_source_and_line) {
    w.options.language = LANG_EN;
    write_report();
    char *text = read_report("issues.csv", NULL);
    const char *first = strstr(text, "\r\n税,systems/tax.csv,3,退職日,'+1,");
    const char *second = strstr(text, "\r\n税,systems/tax.csv,9,退職日,R7.2.29,");
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_nonnull(second);
    ck_assert(first < second);
    ck_assert_ptr_nonnull(strstr(second, ",no date: R7.2.29,left empty,bad-date\r\n"));
    free(text);
}
END_TEST

START_TEST(systems_csv_tells_what_was_not_evaluated_and_why) {
    w.options.language = LANG_EN;
    write_report();
    char *text = read_report("systems.csv", NULL);
    ck_assert_ptr_nonnull(
        strstr(text, "\xEF\xBB\xBFkind,name,owner,manager,delivered,file,encoding,exported_on,"
                     "exported_by,rows_read,accepted,rejected,not_yet,people,accounts,enabled,"
                     "expired,matched,unmatched,ambiguous,shared,privileged,exceptions,"
                     "rules_evaluated,rules_not_evaluated\r\n"));
    ck_assert_ptr_nonnull(
        strstr(text, "\r\nsystem,税,\"税務課, 市民課\",001234 田中,delivered,systems/tax.csv,cp932,"
                     "2026-03-30,税務課 山田,10,9,1,0,,9,8,1,6,2,1,0,1,3,"));
    ck_assert_ptr_nonnull(strstr(text, ",\"leaver-account: 3 records not judged, a value could not "
                                       "be read; lost-badge: no badge\"\r\n"));
    ck_assert_ptr_nonnull(strstr(text, "\r\nroster,職員,,,delivered,hr/roster.csv,"));
    ck_assert_ptr_nonnull(strstr(text, "\r\nlicense,テレワーク,"));
    /* No list: no number may look like a count. */
    ck_assert_ptr_nonnull(
        strstr(text, "\r\nsystem,旧台帳,,,no list delivered,,,2026-03-30,,,,,,,,,,,,,,,1,"));
    free(text);
}
END_TEST

/* --- summary.json, manifest.json --- */

START_TEST(summary_has_the_figures_under_the_contracts_words) {
    static const char *const figures[] = {
        "purchased",     "assigned",        "active",          "never_used",        "idle",
        "usage_unknown", "held_by_leavers", "held_by_unknown", "duplicates",        "unassigned",
        "reclaimable",   "utilization",     "yearly_waste",    "suggested_quantity"};
    write_report();
    json_t *json = read_json("summary.json");
    json_t *licenses = json_object_get(json, "licenses");
    json_t *first = json_array_get(licenses, 0), *second = json_array_get(licenses, 1);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        ck_assert_msg(json_is_number(json_object_get(first, figures[i])), "%s", figures[i]);
        ck_assert_msg(json_object_get(second, figures[i]) != NULL, "%s", figures[i]);
    }
    ck_assert(json_real_value(json_object_get(first, "utilization")) == 85.9);
    ck_assert_str_eq(string_at(first, "usage"), "reported");
    assert_null(second, "purchased");
    assert_null(second, "utilization");
    assert_null(second, "yearly_waste");
    ck_assert_str_eq(string_at(second, "usage"), "usage not reported");
    json_decref(json);
}
END_TEST

START_TEST(summary_counts_every_rule_and_severity) {
    write_report();
    json_t *json = read_json("summary.json");
    json_t *counts = json_object_get(json, "counts");
    json_t *by_rule = json_object_get(counts, "by_rule");
    ck_assert_str_eq(string_at(json, "as_of"), "2026-03-31");
    ck_assert_str_eq(string_at(json, "organization"), "みなと市");
    ck_assert_uint_eq(json_object_size(by_rule), RULES);
    ck_assert_int_eq(json_integer_value(json_object_get(by_rule, "leaver-account")), 1);
    /* One of them waived: it stays in the list, so it is counted like every line of it. */
    ck_assert_int_eq(json_integer_value(json_object_get(by_rule, "lost-badge")), 2);
    json_t *by_severity = json_object_get(counts, "by_severity");
    ck_assert_uint_eq(json_object_size(by_severity), SEVERITY_COUNT);
    ck_assert_int_eq(json_integer_value(json_object_get(by_severity, "high")), 2);
    ck_assert_int_eq(json_integer_value(json_object_get(by_severity, "medium")), 2);
    json_t *by_department = json_object_get(counts, "by_department");
    ck_assert_int_eq(json_integer_value(json_object_get(by_department, "福祉課")), 1);
    ck_assert_int_eq(json_integer_value(json_object_get(by_department, "")), 4);
    json_t *by_system = json_object_get(counts, "by_system");
    ck_assert_int_eq(json_integer_value(json_object_get(by_system, "税")), 3);
    ck_assert_int_eq(json_integer_value(json_object_get(by_system, "旧台帳")), 1);
    ck_assert_int_eq(json_integer_value(json_object_get(counts, "waived")), 1);
    ck_assert_int_eq(json_integer_value(json_object_get(json, "issues")), 2);
    json_decref(json);
}
END_TEST

START_TEST(summary_says_null_of_a_list_that_was_not_delivered) {
    write_report();
    json_t *json = read_json("summary.json");
    json_t *systems = json_object_get(json, "systems");
    json_t *tax = json_array_get(systems, 0), *missing = json_array_get(systems, 2);
    ck_assert_int_eq(json_integer_value(json_object_get(tax, "rows_read")), 10);
    ck_assert_int_eq(json_integer_value(json_object_get(tax, "unmatched")), 2);
    json_t *not_evaluated = json_object_get(tax, "rules_not_evaluated");
    ck_assert_uint_eq(json_array_size(not_evaluated), 1);
    ck_assert_str_eq(string_at(json_array_get(not_evaluated, 0), "rule"), "lost-badge");
    json_t *not_judged = json_object_get(tax, "not_judged");
    ck_assert_int_eq(json_integer_value(json_object_get(not_judged, "leaver-account")), 3);
    ck_assert(json_is_false(json_object_get(missing, "delivered")));
    assert_null(missing, "rows_read");
    assert_null(missing, "accounts");
    json_decref(json);
}
END_TEST

/* The SHA-256 of a file of the report. */
static void hash_of(const char *name, char hex[DIGEST_HEX_SIZE]) {
    size_t n;
    char *text = read_report(name, &n);
    struct digest *d = digest_new();
    digest_add(d, text, n);
    digest_finish(d, hex);
    free(text);
}

START_TEST(manifest_lists_every_file_with_its_hash) {
    write_report();
    json_t *json = read_json("manifest.json");
    json_t *files = json_object_get(json, "files");
    /* exceptions ×3, index, leavers, seats, licenses, systems, issues, summary; and twice each:
       three addressees (税務課, 総務課, none), two systems that delivered a list */
    ck_assert_uint_eq(json_array_size(files), 20);
    size_t i;
    json_t *file;
    json_array_foreach(files, i, file) {
        char hex[DIGEST_HEX_SIZE];
        size_t n;
        free(read_report(string_at(file, "name"), &n));
        hash_of(string_at(file, "name"), hex);
        ck_assert_str_eq(string_at(file, "sha256"), hex);
        ck_assert_int_eq(json_integer_value(json_object_get(file, "bytes")), (json_int_t)n);
    }
    json_decref(json);
}
END_TEST

START_TEST(manifest_tells_the_run) {
    w.record.head.force_reason = SPAN("組織改正");
    write_report();
    json_t *json = read_json("manifest.json");
    ck_assert_int_eq(json_integer_value(json_object_get(json, "tenko_manifest")), 1);
    ck_assert_str_eq(string_at(json, "tool_version"), "9.9");
    assert_null(json, "ledger_head");
    ck_assert_str_eq(string_at(json, "who"), "hanako-the-runner");
    ck_assert_str_eq(string_at(json, "when"), "2026-03-31T09:00:00+09:00");
    ck_assert_str_eq(string_at(json, "forced_reason"), "組織改正");
    json_t *sections = json_object_get(json_object_get(json, "thresholds"), "sections");
    ck_assert_uint_eq(json_array_size(sections), 1);
    json_t *tax = json_array_get(sections, 0);
    ck_assert_str_eq(string_at(tax, "name"), "税");
    ck_assert_int_eq(json_integer_value(json_object_get(tax, "dormant_days")), 60);
    ck_assert_ptr_null(json_object_get(tax, "idle_days"));
    json_t *defaults = json_object_get(json_object_get(json, "thresholds"), "defaults");
    ck_assert_int_eq(json_integer_value(json_object_get(defaults, "dormant_days")), 90);
    assert_null(defaults, "retain_days");
    ck_assert_uint_eq(json_array_size(json_object_get(json, "rules")), RULES);
    json_t *roster = json_array_get(json_object_get(json, "inputs"), 0);
    ck_assert_str_eq(string_at(roster, "kind"), "roster");
    ck_assert_str_eq(string_at(roster, "path"), "hr/roster.csv");
    ck_assert_str_eq(string_at(roster, "encoding"), "cp932");
    ck_assert_str_eq(string_at(roster, "delimiter"), ",");
    assert_null(roster, "declared_rows");
    json_t *declared = json_array_get(json_object_get(json, "inputs"), TAX);
    ck_assert_int_eq(json_integer_value(json_object_get(declared, "declared_rows")), 11);
    json_t *departments = json_object_get(json, "departments");
    ck_assert_uint_eq(json_object_size(departments), 3);
    ck_assert_str_eq(string_at(departments, "税務課"), "departments/税務課.csv");
    json_decref(json);
}
END_TEST

static const char *const same_files[] = {
    "exceptions.csv",   "exceptions.jsonl", "licenses.csv",           "systems.csv",
    "issues.csv",       "summary.json",     "departments/税務課.csv", "departments/宛先不明.csv",
    "leavers.csv",      "seats.csv",        "exceptions.xlsx",        "departments/税務課.xlsx",
    "inventory/税.csv", "inventory/税.xlsx"};

START_TEST(bytes_are_the_same_whoever_runs_it_whenever) {
    enum { FILES = sizeof same_files / sizeof *same_files };
    char first[FILES][DIGEST_HEX_SIZE], again[DIGEST_HEX_SIZE];
    for (int i = 0; i < 3000; i++) /* several chunks */
        report_world_add(&w, RULE_BADGE, "x");
    write_report();
    for (size_t i = 0; i < FILES; i++)
        hash_of(same_files[i], first[i]);
    w.record.head.who = SPAN("somebody else");
    w.record.head.started_at += 86400;
    w.options.threads = 1;
    w.record.head.force_reason = SPAN("again");
    write_report();
    for (size_t i = 0; i < FILES; i++) {
        hash_of(same_files[i], again);
        ck_assert_msg(strcmp(first[i], again) == 0, "%s differs", same_files[i]);
    }
}
END_TEST

/* --- departments/ --- */

START_TEST(every_exception_stands_on_one_sheet) {
    write_report();
    char *text = read_report("departments/税務課.csv", NULL);
    /* 「税務課 」 with a space is the same addressee. */
    ck_assert_ptr_nonnull(strstr(text, "leaver-account"));
    ck_assert_ptr_nonnull(strstr(text, "orphan-account"));
    ck_assert_ptr_null(strstr(text, "lost-badge"));
    free(text);
    text = read_report("departments/宛先不明.csv", NULL);
    ck_assert_ptr_nonnull(strstr(text, "旧台帳"));
    free(text);
    text = read_report("departments/総務課.csv", NULL);
    ck_assert_msg(strstr(text, "毎月の確認") != NULL, "a waived one is sent as such");
    free(text);
    ck_assert_msg(!has_file("departments/人事課.csv"), "nobody has to act on a notice");
}
END_TEST

START_TEST(thousands_of_addressees_are_no_more_memory) {
    enum { MANY = 300 };
    static char names[MANY][24];
    struct rusage before, after;
    for (int i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "課%05d", i);
        report_world_add(&w, RULE_BADGE, "x")->addressee = span_of(names[i]);
    }
    getrusage(RUSAGE_SELF, &before);
    write_report();
    getrusage(RUSAGE_SELF, &after);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  /* which keep what was freed  \
                                                                      */
    ck_assert_int_lt(after.ru_maxrss - before.ru_maxrss, 16 * 1024); /* KiB */
#endif
    ck_assert(has_file("departments/課00000.csv") && has_file("departments/課00299.csv"));
}
END_TEST

/* Rows of a workbook go to a temporary file as they come. */
START_TEST(a_million_cells_of_a_workbook_are_no_more_memory) {
    enum { ROWS = 40000 }; /* of 26 columns */
    static char ids[ROWS][16];
    struct rusage before, after;
    unsigned xlsx;
    struct error err;
    ck_assert(report_formats_parse("xlsx", &xlsx, &err));
    for (int i = 0; i < ROWS; i++) {
        snprintf(ids[i], sizeof ids[i], "u%07d", i);
        report_world_add(&w, RULE_BADGE, ids[i]);
    }
    const struct report_options options = {
        .directory = report, .formats = xlsx, .language = LANG_JA, .threads = 1};
    getrusage(RUSAGE_SELF, &before);
    ck_assert(report_write(&w.record, &options, &err));
    getrusage(RUSAGE_SELF, &after);
    ck_assert(has_file("exceptions.xlsx"));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    ck_assert_int_lt(after.ru_maxrss - before.ru_maxrss, 64 * 1024); /* KiB */
#endif
}
END_TEST

START_TEST(a_department_called_like_the_nameless_file_gets_its_own) {
    report_world_add(&w, RULE_BADGE, "named")->addressee = SPAN("宛先不明");
    write_report();
    char *text = read_report("departments/宛先不明.csv", NULL);
    ck_assert_ptr_nonnull(strstr(text, "旧台帳"));
    ck_assert_ptr_null(strstr(text, "named"));
    free(text);
    text = read_report("departments/宛先不明-2.csv", NULL);
    ck_assert_ptr_nonnull(strstr(text, "named"));
    free(text);
}
END_TEST

START_TEST(file_names_are_safe) {
    static const struct {
        const char *department, *name;
    } cases[] = {
        {"税務課", "税務課"},
        {"税務課/市民税係", "税務課_市民税係"},
        {"a\\b:c*d?e\"f<g>h|i", "a_b_c_d_e_f_g_h_i"},
        {"x\ty\nz\x7F", "x_y_z_"},
        {"課. .", "課"},
        {"  課", "課"},
        {"...", "_"},
        {".hidden", "_hidden"},
        {"..", "_"},
        {"", "_"},
        {" ", "_"},
        {"CON", "_CON"},
        {"con", "_con"},
        {"nul.txt", "_nul.txt"},
        {"aux .x", "_aux .x"},
        {"COM1", "_COM1"},
        {"LPT9.a.b", "_LPT9.a.b"},
        {"COM¹", "_COM¹"},
        {"CONIN$", "_CONIN$"},
        {"CONTROL", "CONTROL"},
        {"COM10", "COM10"},
        {"課\xE2\x80\xAE"
         "vsc",
         "課vsc"}, /* U+202E turns what follows around */
        {"\xEF\xBB\xBF課\xE2\x80\x8B", "課"},
        {"../../etc/passwd", "_._.._etc_passwd"},
        {"LPTx", "LPTx"},
        {"COM/", "COM_"},
        {"COM!", "COM!"},
        {"課\xE2\x82\xAC", "課€"},
        {"COM²", "_COM²"},
        {"COM³.x", "_COM³.x"},
        {"COMé", "COMé"},
        {"COM", "COM"},
        {"CON   .x", "_CON   .x"},
        {"課\xE2\x80\xAF課", "課\xE2\x80\xAF課"}, /* U+202F, a space: shows */
        {"課\xE2\x80\xA9課", "課\xE2\x80\xA9課"},
        {"課\xE2\x80\x8A課", "課\xE2\x80\x8A課"},
        {"課\xE2\x81\xA6課\xE2\x81\xA9", "課課"},
        {"課\xE2\x81\x9F課\xE2\x81\xAA", "課\xE2\x81\x9F課\xE2\x81\xAA"},
        {"課\xEF\xBC\xA1\xEF\xBB\xA1", "課\xEF\xBC\xA1\xEF\xBB\xA1"},
    };
    struct strbuf out = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        file_name_safe(span_of(cases[i].department), &out);
        ck_assert_str_eq(out.p, cases[i].name);
    }
    strbuf_release(&out);
}
END_TEST

START_TEST(file_names_are_cut_at_a_character) {
    struct strbuf text = {0}, out = {0};
    for (int i = 0; i < 100; i++)
        strbuf_add_text(&text, "課");
    file_name_safe(strbuf_span(&text), &out);
    ck_assert_uint_eq(out.n, 198); /* 66 characters of 3 bytes, at most 200 bytes */
    strbuf_clear(&text);           /* no character begins anywhere */
    for (int i = 0; i < 201; i++)
        strbuf_add_char(&text, (char)0x85);
    file_name_safe(strbuf_span(&text), &out);
    ck_assert_str_eq(out.p, "_");
    strbuf_release(&text);
    strbuf_release(&out);
}
END_TEST

START_TEST(file_names_are_unique_where_case_and_width_do_not_count) {
    static const struct {
        const char *department, *name;
    } cases[] = {
        {"A/B", "A_B"}, {"A:B", "A_B-2"},   {"a?b", "a_b-3"}, {"Ａ_Ｂ", "Ａ_Ｂ-4"},
        {"AB", "AB"},   {"A_B-5", "A_B-5"}, {"A*B", "A_B-6"}, /* another had the next number */
    };
    struct file_names taken = {0};
    struct strbuf out = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        file_name_unique(span_of(cases[i].department), &taken, &out);
        ck_assert_str_eq(out.p, cases[i].name);
    }
    strbuf_release(&out);
    file_names_release(&taken);
}
END_TEST

/* --- --format --- */

START_TEST(formats_are_parsed) {
    unsigned formats;
    struct error err = {0};
    ck_assert(report_formats_parse("csv", &formats, &err));
    ck_assert_uint_eq(formats, FORMAT_CSV);
    ck_assert(report_formats_parse("jsonl, departments,jsonl", &formats, &err));
    ck_assert_uint_eq(formats, FORMAT_JSONL | FORMAT_DEPARTMENTS);
    for (size_t i = 0; i < REPORTERS; i++)
        if (reporters[i].format) {
            ck_assert(report_formats_parse(reporters[i].format, &formats, &err));
            ck_assert_uint_eq(formats & all_formats(), formats);
        }
}
END_TEST

START_TEST(unknown_formats_name_the_known_ones) {
    static const char *const bad[] = {"pdf", "csv,jsnl", "", "csv,,jsonl", "csv,"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        for (int lang = LANG_JA; lang <= LANG_EN; lang++) {
            unsigned formats = 77;
            struct error err = {0};
            struct strbuf text = {0};
            ck_assert_msg(!report_formats_parse(bad[i], &formats, &err), "%s", bad[i]);
            ck_assert_int_eq(err.fault, FAULT_USAGE);
            ck_assert_uint_eq(formats, 77);
            error_format(&err, (enum language)lang, &text);
            ck_assert_ptr_nonnull(strstr(text.p, "csv, jsonl, html, departments"));
            if (strstr(bad[i], "jsnl"))
                ck_assert_msg(strstr(text.p, "jsnl") && strstr(strstr(text.p, "jsnl"), "jsonl"),
                              "%s", text.p);
            strbuf_release(&text);
        }
}
END_TEST

START_TEST(only_the_formats_asked_for_are_written) {
    struct error err = {0};
    ck_assert(report_world_write(&w, report, FORMAT_JSONL, &err));
    ck_assert(has_file("exceptions.jsonl") && has_file("summary.json") &&
              has_file("manifest.json"));
    ck_assert(!has_file("exceptions.csv") && !has_file("departments") && !has_file("issues.csv"));
}
END_TEST

START_TEST(nothing_found_is_a_report_too) {
    w.record.exception_count = 0;
    write_report();
    size_t n;
    free(read_report("exceptions.jsonl", &n));
    ck_assert_uint_eq(n, 0);
    json_t *json = read_json("manifest.json");
    /* No department file. */
    ck_assert_uint_eq(json_array_size(json_object_get(json, "files")), 14);
    json_decref(json);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("report");
    TCase *tests = tcase_create("files");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, every_fact_has_its_label);
    tcase_add_test(tests, jsonl_has_the_keys_of_the_contract_in_order);
    tcase_add_test(tests, jsonl_has_typed_values_and_the_source_line);
    tcase_add_test(tests, jsonl_names_the_dn_and_keeps_values_raw);
    tcase_add_test(tests, jsonl_says_null_for_nothing);
    tcase_add_test(tests, jsonl_keeps_waived_exceptions_with_the_waiver);
    tcase_add_test(tests, every_byte_survives_in_json);
    tcase_add_test(tests, csv_has_bom_crlf_and_headings_in_the_language);
    tcase_add_test(tests, csv_disarms_formulas);
    tcase_add_test(tests, licenses_csv_has_all_figures);
    tcase_add_test(tests, issues_csv_is_in_order_of_source_and_line);
    tcase_add_test(tests, systems_csv_tells_what_was_not_evaluated_and_why);
    tcase_add_test(tests, summary_has_the_figures_under_the_contracts_words);
    tcase_add_test(tests, summary_counts_every_rule_and_severity);
    tcase_add_test(tests, summary_says_null_of_a_list_that_was_not_delivered);
    tcase_add_test(tests, manifest_lists_every_file_with_its_hash);
    tcase_add_test(tests, manifest_tells_the_run);
    tcase_add_test(tests, bytes_are_the_same_whoever_runs_it_whenever);
    tcase_add_test(tests, every_exception_stands_on_one_sheet);
    tcase_add_test(tests, thousands_of_addressees_are_no_more_memory);
    tcase_add_test(tests, a_department_called_like_the_nameless_file_gets_its_own);
    tcase_add_test(tests, file_names_are_safe);
    tcase_add_test(tests, file_names_are_cut_at_a_character);
    tcase_add_test(tests, file_names_are_unique_where_case_and_width_do_not_count);
    tcase_add_test(tests, formats_are_parsed);
    tcase_add_test(tests, unknown_formats_name_the_known_ones);
    tcase_add_test(tests, only_the_formats_asked_for_are_written);
    tcase_add_test(tests, nothing_found_is_a_report_too);
    suite_add_tcase(suite, tests);
    TCase *large = tcase_create("large");
    tcase_set_timeout(large, 120);
    tcase_add_checked_fixture(large, setup, teardown);
    tcase_add_test(large, a_million_cells_of_a_workbook_are_no_more_memory);
    suite_add_tcase(suite, large);
    return run_suite(suite);
}
