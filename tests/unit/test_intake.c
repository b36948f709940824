/* Intake from the file to the model: header rows, values, duplicates, and an input issue for
 * everything rejected or repaired. Expected values come from CONTRACT section 3 and DATA. */
#include "intake_files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct intake_case c;

static void start(enum record record) {
    case_init(&c, record);
}

static void setup(void) {
    start(RECORD_ACCOUNT);
}

static void teardown(void) {
    case_release(&c);
}

/* Restarts the case with another record. */
static void as_record(enum record record) {
    case_release(&c);
    start(record);
}

static void read_ok(const char *csv) {
    struct strbuf text = {0};
    bool ok = case_read(&c, csv);
    if (!ok)
        error_format(&c.err, LANG_EN, &text);
    ck_assert_msg(ok, "%s", strbuf_span(&text).p);
    ck_assert_uint_eq(c.source.rows_read, c.source.rows_accepted + c.source.rows_rejected);
}

static void read_fails(const char *csv, enum fault fault, enum message_id message) {
    ck_assert(!case_read(&c, csv));
    ck_assert_int_eq((int)c.err.fault, (int)fault);
    ck_assert_str_eq(message_name(c.err.message), message_name(message));
}

#define account(i)     (c.source.accounts.items[i])
#define person(i)      (c.source.people.items[i])
#define issue(i)       (c.source.issues.items[i])
#define text_is(id, x) ck_assert_str_eq(case_text(&c, id), x)
#define date_is(d, x)  ck_assert_str_eq(iso(d), x)
#define issues_are(x)  ck_assert_str_eq(case_issues(&c), x)
#define span_is(s, x)  ck_assert_str_eq((s).p, x)

static void rows_are(uint64_t accepted, uint64_t rejected) {
    ck_assert_uint_eq(c.source.rows_accepted, accepted);
    ck_assert_uint_eq(c.source.rows_rejected, rejected);
}

/* --- the header row --- */

START_TEST(header_may_follow_titles) {
    read_ok("利用者一覧\n"
            "出力日,2026/3/30\n"
            "\n"
            "利用者ID,氏名,状態\n"
            "u1,山田太郎,有効\n");
    ck_assert_uint_eq(c.source.header_line, 4);
    ck_assert_uint_eq(c.source.accounts.count, 1);
    ck_assert_uint_eq(account(0).origin.line, 5);
    text_is(account(0).user_id, "u1");
    rows_are(1, 0);
}
END_TEST

/* A title of one word that is itself a synonym does not hide the real header. */
START_TEST(title_that_looks_like_a_header) {
    read_ok("アカウント\n利用者ID,氏名\nu1,山田太郎\n");
    ck_assert_uint_eq(c.source.header_line, 2);
    text_is(account(0).name, "山田太郎");
}
END_TEST

START_TEST(header_of_one_column) {
    read_ok("利用者ID\nu1\nu2\n");
    ck_assert_uint_eq(c.source.header_line, 1);
    ck_assert_uint_eq(c.source.accounts.count, 2);
}
END_TEST

START_TEST(configured_header_finds_the_row) {
    case_column(&c, FIELD_user_id, "しるし");
    read_ok("利用者ID,氏名\n注意,上は古い見出し\nしるし,なまえ\nu9,x\n");
    ck_assert_uint_eq(c.source.header_line, 3);
    text_is(account(0).user_id, "u9");
}
END_TEST

START_TEST(configured_header_wins_over_recognised) {
    case_column(&c, FIELD_user_id, "個人ｺｰﾄﾞ"); /* as folded: 個人コード */
    read_ok("利用者ID,個人コード,氏名\nu1,k1,山田\n");
    text_is(account(0).user_id, "k1");
    ck_assert_uint_eq(c.source.unused_headers.count, 1);
    span_is(c.source.unused_headers.items[0], "利用者ID");
}
END_TEST

START_TEST(one_header_may_feed_two_fields) {
    case_column(&c, FIELD_user_id, "職員番号");
    case_column(&c, FIELD_person_id, "職員番号");
    read_ok("職員番号,氏名\n001,山田\n");
    text_is(account(0).user_id, "001");
    text_is(account(0).person_id, "001");
}
END_TEST

START_TEST(configured_header_missing) {
    case_column(&c, FIELD_person_id, "職員番合");
    c.input.source.config_file = "tenko.yaml";
    read_fails("利用者ID,職員番号\nu1,1\n", FAULT_USAGE, MSG_COLUMN_NOT_FOUND_NEAREST);
    ck_assert_str_eq(c.err.file, "tenko.yaml");
    ck_assert_uint_eq(c.err.line, 7);
    ck_assert_str_eq(c.err.args[0], "職員番合");
    ck_assert_str_eq(c.err.args[2], "利用者ID, 職員番号");
    ck_assert_str_eq(c.err.args[3], "職員番号");
}
END_TEST

START_TEST(two_headers_for_one_field) {
    as_record(RECORD_PERSON);
    read_fails("職員番号,氏名,社員番号\n1,山田,2\n", FAULT_INPUT, MSG_HEADER_TWICE);
    ck_assert_str_eq(c.err.args[0], "person_id");
    ck_assert_str_eq(c.err.args[1], "職員番号");
    ck_assert_str_eq(c.err.args[2], "社員番号");
    ck_assert_str_eq(c.err.args[3], "職員番号, 氏名, 社員番号");
    ck_assert_uint_eq(c.err.line, 1);
}
END_TEST

START_TEST(same_header_twice) {
    read_fails("利用者ID,氏名,氏名\nu1,a,b\n", FAULT_INPUT, MSG_HEADER_TWICE);
    ck_assert_str_eq(c.err.args[0], "name");
}
END_TEST

START_TEST(key_claimed_by_no_header) {
    as_record(RECORD_PERSON);
    read_fails("個人番号,氏名\n1,山田\n", FAULT_INPUT, MSG_HEADER_KEY_MISSING);
    ck_assert_str_eq(c.err.args[0], "person_id");
    ck_assert_str_eq(c.err.args[1], "個人番号, 氏名");
}
END_TEST

START_TEST(weaker_header_yields) {
    read_ok("ユーザー名,ユーザーID\n山田太郎,u1\n");
    text_is(account(0).user_id, "u1");
    text_is(account(0).name, "山田太郎");
}
END_TEST

START_TEST(email_serves_as_user_id) {
    read_ok("メールアドレス,氏名\nyamada@example.jp,山田\n");
    text_is(account(0).user_id, "yamada@example.jp");
    text_is(account(0).email, "yamada@example.jp");
    ck_assert(c.source.known & FIELD_BIT(FIELD_user_id));
    ck_assert(c.source.known & FIELD_BIT(FIELD_email));
}
END_TEST

START_TEST(policy_headers_in_both_languages) {
    static const struct {
        enum record record;
        const char *csv;
    } tables[] = {
        {RECORD_DEPARTMENT, "code,name,valid_from,valid_to,successor\n10,税務課,2020-04-01,,\n"},
        {RECORD_DEPARTMENT, "所属コード,所属名,有効開始日,有効終了日,後継\n10,税務課,R2.4.1,,\n"},
        {RECORD_ROLE, "system,role,department,job_type,position,employment\n税,閲覧,,,,\n"},
        {RECORD_ROLE, "システム,権限,所属,職種,役職,雇用区分\n税,閲覧,,,,\n"},
        {RECORD_CONFLICT, "system_a,role_a,system_b,role_b,reason\na,b,c,d,e\n"},
        {RECORD_CONFLICT, "システムA,権限A,システムB,権限B,理由\na,b,c,d,e\n"},
        {RECORD_APPROVAL,
         "system,user_id,person_id,approved_by,approved_on,expires_on\na,b,c,d,2026-01-01,\n"},
        {RECORD_APPROVAL,
         "システム,利用者ID,職員番号,承認者,承認日,有効期限\na,b,c,d,2026-01-01,\n"},
        {RECORD_LINK, "system,user_id,person_id,note\na,b,-,x\n"},
        {RECORD_LINK, "システム,利用者ID,職員番号,備考\na,b,-,x\n"},
        {RECORD_WAIVER,
         "rule,target,subject,reason,approved_by,valid_until\na,b,,d,e,2026-12-31\n"},
        {RECORD_WAIVER, "ルール,対象,対象者,理由,承認者,有効期限\na,b,,d,e,2026-12-31\n"},
    };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        as_record(tables[i].record);
        read_ok(tables[i].csv);
        for (int f = 0; f < FIELD_COUNT; f++) {
            if (fields[f].records & 1u << tables[i].record)
                ck_assert_msg(c.source.known & FIELD_BIT(f), "%s: %s", tables[i].csv,
                              fields[f].name);
        }
        rows_are(1, 0);
        ck_assert_uint_eq(c.source.issues.count, 0);
    }
}
END_TEST

START_TEST(only_the_header) {
    read_ok("利用者ID,氏名\n");
    rows_are(0, 0);
}
END_TEST

/* --- keys and rows --- */

START_TEST(row_without_key) {
    read_ok("利用者ID,氏名\n,山田\n　,鈴木\nu1,佐藤\n");
    rows_are(1, 2);
    issues_are("2 利用者ID row-without-key done-row-rejected|"
               "3 利用者ID row-without-key done-row-rejected");
}
END_TEST

START_TEST(repeated_header_and_totals) {
    read_ok(
        "利用者ID,氏名,状態\nu1,山田,有効\n利用者ID,氏名,状態\nu2,鈴木,有効\n合計,,2\n,合計,2\n");
    rows_are(2, 3);
    issues_are("3 利用者ID row-repeats-header done-row-rejected|"
               "5 利用者ID row-is-total done-row-rejected|"
               "6 利用者ID row-without-key done-row-rejected");
}
END_TEST

/* An account may be called as its header. */
START_TEST(account_called_user) {
    read_ok("user,role\nuser,admin\nuser,role\n");
    rows_are(1, 1);
    text_is(account(0).user_id, "user");
}
END_TEST

/* An account may be called total. */
START_TEST(total_with_a_name_is_an_account) {
    read_ok("利用者ID,氏名\ntotal,集計用\n");
    rows_are(1, 0);
}
END_TEST

START_TEST(short_and_long_rows) {
    read_ok("利用者ID,氏名,状態\nu1,山田\nu2,鈴木,有効,よけい\nu3,佐藤,有効,,\n");
    rows_are(3, 0);
    issues_are("2  row-short done-missing-empty|3  row-long done-extra-ignored");
    span_is(issue(0).args[0], "2");
    span_is(issue(0).args[1], "3");
    span_is(issue(1).value, "よけい");
}
END_TEST

START_TEST(empty_columns_behind_the_header) {
    read_ok("利用者ID,氏名,,\nu1,山田\nu2,鈴木,,\nu3,佐藤,,x\n");
    rows_are(3, 0);
    ck_assert_uint_eq(c.source.issues.count, 0);
}
END_TEST

START_TEST(undecodable_key_rejects_the_row) {
    /* CP932 with a lead byte that nothing follows. */
    c.input.source.connector = connector_find("csv");
    vec_push(&c.input.source.options, ((struct option_value){"encoding", "cp932", 1}));
    read_ok("user_id,name\nu\xFF"
            "1,a\nu2,b\xFF\n");
    rows_are(1, 1);
    ck_assert_uint_eq(c.source.issues.count, 2);
    ck_assert_int_eq((int)issue(0).done, (int)MSG_DONE_ROW_REJECTED);
    ck_assert_uint_eq(issue(0).line, 2);
    ck_assert_uint_eq(issue(1).line, 3);
    span_is(issue(1).column, "name");
    text_is(account(0).name, "b\xEF\xBF\xBD");
}
END_TEST

START_TEST(seat_needs_one_holder) {
    as_record(RECORD_SEAT);
    read_ok("職員番号,利用者ID,端末番号,状態\n1,,,\n,u2,,\n,,PC3,\n,,,有効\n");
    rows_are(3, 1);
    issues_are("5  row-without-holder done-row-rejected");
    text_is(c.source.seats.items[2].device_id, "PC3");
}
END_TEST

/* --- identifiers --- */

START_TEST(identifiers_stay_text) {
    as_record(RECORD_PERSON);
    read_ok("職員番号,所属コード\n001234,010\n=\"001\",=\"1E+05\"\n　００５　,1e5\n");
    text_is(person(0).person_id, "001234");
    text_is(person(0).department_code, "010");
    text_is(person(1).person_id, "001");
    text_is(person(1).department_code, "1E+05"); /* Excel was told to keep it */
    text_is(person(2).person_id, "００５");
    text_is(person(2).department_code, "1e5"); /* no plus sign: not Excel's */
    ck_assert_uint_eq(c.source.issues.count, 0);
}
END_TEST

/* A stroke is no number, and nobody's; in policy/links it means "never link". */
START_TEST(strokes_for_no_number) {
    read_ok("利用者ID,職員番号,責任者,利用者一覧\nu1,-,－,なし\n-,1,,1.2E+05\n");
    ck_assert_uint_eq(account(0).person_id, STR_NONE);
    ck_assert_uint_eq(account(0).owner, STR_NONE);
    ck_assert_uint_eq(account(0).member_count, 0);
    text_is(account(1).user_id, "-");
    issues_are("3 利用者一覧 id-scientific done-cell-empty");
    as_record(RECORD_SEAT);
    read_ok("職員番号,端末番号\n-,PC1\n-,-\n");
    rows_are(1, 1);
    as_record(RECORD_LINK);
    read_ok("system,user_id,person_id\n税,u1,-\n");
    text_is(c.source.links.items[0].person_id, "-");
}
END_TEST

START_TEST(identifiers_broken_by_excel) {
    read_ok("利用者ID,職員番号,所属コード\n"
            "1.23457E+05,1,10\n"
            "u2,1.23457E+05,1月2日\n"
            "3月31日,3,10\n"
            "u4,4,2-Jan\n");
    rows_are(2, 2);
    issues_are("2 利用者ID id-scientific done-row-rejected|"
               "3 職員番号 id-scientific done-cell-empty|"
               "3 所属コード id-month-day done-cell-empty|"
               "4 利用者ID id-month-day done-row-rejected|"
               "5 所属コード id-month-day done-cell-empty");
    ck_assert_uint_eq(account(0).person_id, STR_NONE);
    ck_assert_uint_eq(account(0).department_code, STR_NONE);
    span_is(issue(1).value, "1.23457E+05");
}
END_TEST

/* --- words --- */

static void status_words(const char *const *words, int expected) {
    for (size_t i = 0; words[i]; i++) {
        char csv[256];
        as_record(RECORD_ACCOUNT);
        snprintf(csv, sizeof csv, "利用者ID,状態\nu1,%s\n", words[i]);
        read_ok(csv);
        ck_assert_msg(account(0).status == expected, "%s", words[i]);
        ck_assert_msg(c.source.issues.count == 0, "%s", words[i]);
    }
}

START_TEST(status_of_accounts) {
    static const char *const enabled[] = {"有効",     "利用中",     "使用可", "enabled", "Active",
                                          "true",     "TRUE",       "1",      "○",       "◯",
                                          "〇",       "ｱｸﾃｨﾌﾞ",     "有 効",  "1:有効",  "有効(1)",
                                          "Ｅnabled", "ロック解除", "yes",    "",        NULL};
    static const char *const disabled[] = {
        "停止",   "無効",     "失効",   "disabled",   "locked",    "false",       "0",
        "×",      "✕",        "ロック", "ﾛｯｸ",        "suspended", "deactivated", "削除済",
        "0:停止", "利用停止", "－",     "Locked out", NULL};
    status_words(enabled, ACCOUNT_ENABLED);
    status_words(disabled, ACCOUNT_DISABLED);
}
END_TEST

START_TEST(unknown_status_counts_as_enabled) {
    read_ok("利用者ID,状態\nu1,ふしぎ\nu2,ふしぎ\n");
    ck_assert_int_eq(account(0).status, ACCOUNT_ENABLED);
    issues_are("2 状態 word-unknown done-status-enabled|3 状態 word-unknown done-status-enabled");
    span_is(issue(0).value, "ふしぎ");
    span_is(issue(0).args[1], "status");
}
END_TEST

START_TEST(configured_words_come_first) {
    case_value(&c, FIELD_status, "disabled", "有効");
    case_value(&c, FIELD_status, "enabled", "ふしぎ");
    case_value(&c, FIELD_kind, "external", "Ｘ");
    read_ok("利用者ID,状態,種別\nu1,有効,x\nu2,ふしぎ,個人\n");
    ck_assert_int_eq(account(0).status, ACCOUNT_DISABLED);
    ck_assert_int_eq(account(1).status, ACCOUNT_ENABLED);
    ck_assert_int_eq(account(0).kind, KIND_EXTERNAL);
    ck_assert_uint_eq(c.source.issues.count, 0);
}
END_TEST

START_TEST(inverted_columns) {
    static const struct {
        const char *header, *word;
        int status;
    } cells[] = {
        {"Block credential", "TRUE", ACCOUNT_DISABLED},
        {"Block credential", "False", ACCOUNT_ENABLED},
        {"suspended?", "true", ACCOUNT_DISABLED},
        {"Is Deleted", "No", ACCOUNT_ENABLED},
        {"Is Deleted", "1", ACCOUNT_DISABLED},
        {"停止フラグ", "○", ACCOUNT_DISABLED},
        {"停止フラグ", "", ACCOUNT_ENABLED},
        {"ロック", "ロック中", ACCOUNT_DISABLED},
        {"accountEnabled", "True", ACCOUNT_ENABLED},
        {"accountEnabled", "False", ACCOUNT_DISABLED},
        {"userAccountControl", "514", ACCOUNT_DISABLED},
        {"userAccountControl", "66048", ACCOUNT_ENABLED},
        {"userAccountControl", "66050", ACCOUNT_DISABLED},
    };
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        char csv[256];
        as_record(RECORD_ACCOUNT);
        snprintf(csv, sizeof csv, "user_id,name,%s\nu1,a,%s\n", cells[i].header, cells[i].word);
        read_ok(csv);
        ck_assert_msg(account(0).status == cells[i].status, "%s: %s", cells[i].header,
                      cells[i].word);
        ck_assert_uint_eq(c.source.issues.count, 0);
    }
}
END_TEST

/* A header named in the configuration still says the opposite of its field. */
START_TEST(inverted_column_by_configuration) {
    case_column(&c, FIELD_status, "suspended?");
    read_ok("login,suspended?\nu1,true\n");
    ck_assert_int_eq(account(0).status, ACCOUNT_DISABLED);
}
END_TEST

START_TEST(status_of_people) {
    static const struct {
        const char *word;
        enum person_status status;
    } words[] = {
        {"在職", PERSON_ACTIVE},
        {"休職", PERSON_LEAVE},
        {"育休", PERSON_LEAVE},
        {"産休", PERSON_LEAVE},
        {"退職", PERSON_LEFT},
        {"Active", PERSON_ACTIVE},
        {"Former employee", PERSON_LEFT},
        {"Long-term leave", PERSON_LEAVE},
        {"", PERSON_STATUS_NONE},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        char csv[256];
        as_record(RECORD_PERSON);
        snprintf(csv, sizeof csv, "職員番号,在職状況\n1,%s\n", words[i].word);
        read_ok(csv);
        ck_assert_msg(person(0).status == words[i].status, "%s", words[i].word);
    }
    static const struct {
        const char *header, *word;
        enum person_status status;
    } flags[] = {
        {"在職フラグ", "1", PERSON_ACTIVE},   {"在職フラグ", "0", PERSON_LEFT},
        {"退職フラグ", "1", PERSON_LEFT},     {"退職区分", "0", PERSON_ACTIVE},
        {"退職区分", "", PERSON_STATUS_NONE}, {"在職区分", "1", PERSON_STATUS_NONE},
    };
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        char csv[256];
        as_record(RECORD_PERSON);
        snprintf(csv, sizeof csv, "職員番号,%s\n1,%s\n", flags[i].header, flags[i].word);
        read_ok(csv);
        ck_assert_msg(person(0).status == flags[i].status, "%s", flags[i].header);
    }
    issues_are("2 在職区分 word-unknown done-status-none"); /* whose 1 is a code, not an answer */
    as_record(RECORD_PERSON);
    read_ok("職員番号,在職状況\n1,ふしぎ\n");
    ck_assert_int_eq((int)person(0).status, (int)PERSON_STATUS_NONE);
    issues_are("2 在職状況 word-unknown done-status-none");
}
END_TEST

START_TEST(status_of_seats_and_devices) {
    as_record(RECORD_SEAT);
    read_ok("職員番号,状態\n1,割当済\n2,解約\n3,返却済\n4,取消\n5,ふしぎ\n6,\n");
    static const enum seat_status expected[] = {SEAT_ASSIGNED,  SEAT_CANCELLED, SEAT_CANCELLED,
                                                SEAT_CANCELLED, SEAT_ASSIGNED,  SEAT_ASSIGNED};
    for (size_t i = 0; i < 6; i++)
        ck_assert_int_eq((int)c.source.seats.items[i].status, (int)expected[i]);
    issues_are("6 状態 word-unknown done-seat-assigned");
    as_record(RECORD_DEVICE);
    read_ok("端末番号,状態,返却日\nP1,返却済,\nP2,貸与中,\nP3,,2026-03-01\n");
    ck_assert(c.source.devices.items[0].is_returned);
    ck_assert(!c.source.devices.items[1].is_returned);
    date_is(c.source.devices.items[2].returned_on, "2026-03-01");
}
END_TEST

START_TEST(kinds_by_word_and_glob) {
    struct kind_glob globs[] = {{KIND_SHARED, "kyoyu*"}, {KIND_SERVICE, "svc_*"}};
    c.input.system.globs = globs;
    c.input.system.glob_count = 2;
    read_ok("利用者ID,種別\nKYOYU01,\nsvc_a,個人\nu3,外部\nkyoyu2,サービス\nu5,ふしぎ\nu6,共用\n");
    static const int expected[] = {KIND_SHARED,  KIND_SERVICE,  KIND_EXTERNAL,
                                   KIND_SERVICE, KIND_PERSONAL, KIND_SHARED};
    for (size_t i = 0; i < 6; i++)
        ck_assert_msg(account(i).kind == expected[i], "%zu", i);
    issues_are("6 種別 word-unknown done-kind-personal");
}
END_TEST

START_TEST(privileged_and_mfa) {
    const char *roles[] = {"管理者"};
    c.input.system.privileged_roles.items = roles;
    c.input.system.privileged_roles.count = 1;
    read_ok("利用者ID,特権,多要素認証,権限\nu1,○,有効,閲覧\nu2,,無効,閲覧\nu3,×,,閲覧/管理 "
            "者\nu4,?,not_supported,\n");
    ck_assert_int_eq(account(0).privileged, ANSWER_YES);
    ck_assert_int_eq(account(1).privileged, ANSWER_NO);
    ck_assert_int_eq(account(2).privileged, ANSWER_YES); /* by role */
    ck_assert_int_eq(account(3).privileged, ANSWER_UNKNOWN);
    ck_assert_int_eq(account(0).mfa, ANSWER_YES);
    ck_assert_int_eq(account(1).mfa, ANSWER_NO);
    ck_assert_int_eq(account(2).mfa, ANSWER_UNKNOWN);
    ck_assert_int_eq(account(3).mfa, ANSWER_UNKNOWN);
    issues_are("5 特権 word-unknown done-answer-unknown");
}
END_TEST

START_TEST(vendor_words) {
    read_ok("user,user_creation_time,password_enabled,password_last_used,mfa_active\n"
            "<root_account>,2019-03-31T01:02:03+00:00,not_supported,no_information,true\n"
            "taro,2020-04-01T00:00:00+00:00,true,N/A,false\n");
    text_is(account(0).user_id, "<root_account>");
    date_is(account(0).created_on, "2019-03-31");
    ck_assert_int_eq(account(1).last_login_on, DATE_NONE);
    ck_assert_int_eq(account(1).mfa, ANSWER_NO);
    ck_assert_uint_eq(c.source.issues.count, 0);
}
END_TEST

/* --- lists --- */

static const char *roles_of(size_t i) {
    static char text[512];
    text[0] = '\0';
    for (uint32_t k = 0; k < account(i).role_count; k++) {
        strcat(text, k ? "+" : "");
        strcat(text, case_text(&c, c.source.lists.items[account(i).roles + k]));
    }
    return text;
}

START_TEST(roles_are_split) {
    read_ok(
        "利用者ID,権限\nu1,\"a,b;c/d|e、f；g／h\ni\"\nu2,閲覧・入力\nu3,\"a, ａ ,A,,b\"\nu4,\n");
    ck_assert_str_eq(roles_of(0), "a+b+c+d+e+f+g+h+i");
    ck_assert_str_eq(roles_of(1), "閲覧・入力"); /* a middle dot separates nothing */
    ck_assert_str_eq(roles_of(2), "a+b");
    ck_assert_str_eq(roles_of(3), "");
}
END_TEST

START_TEST(roles_are_split_at_the_configured_separator) {
    c.input.role_separator = "+";
    read_ok("利用者ID,権限\nu1,照会/更新+E3\n");
    ck_assert_str_eq(roles_of(0), "照会/更新+E3");
    ck_assert_uint_eq(account(0).role_count, 2);
}
END_TEST

START_TEST(members_are_split) {
    read_ok("利用者ID,利用者一覧\nk1,001、002、００１\n");
    ck_assert_uint_eq(account(0).member_count, 2);
    text_is(c.source.lists.items[account(0).members + 1], "002");
}
END_TEST

START_TEST(too_many_roles_are_cut) {
    struct strbuf csv = {0};
    strbuf_add_text(&csv, "user_id,role\nu1,\"");
    for (int i = 0; i < 65540; i++)
        strbuf_addf(&csv, "%x,", (unsigned)i);
    strbuf_add_text(&csv, "\"\n");
    read_ok(csv.p);
    strbuf_release(&csv);
    ck_assert_uint_eq(account(0).role_count, 65535);
    issues_are("2 role list-too-long done-list-cut");
}
END_TEST

/* --- one account for each user ID --- */

START_TEST(rows_of_one_user_are_one_account) {
    read_ok("利用者ID,氏名,権限\nu1,山田,閲覧\nu2,鈴木,閲覧\nＵ１,山田,入力\nu1,山　田,閲 "
            "覧\nu1,山田,承認\n");
    ck_assert_uint_eq(c.source.accounts.count, 2);
    rows_are(5, 0);
    ck_assert_str_eq(roles_of(0), "閲覧+入力+承認");
    ck_assert_str_eq(roles_of(1), "閲覧");
    ck_assert_uint_eq(account(0).origin.line, 2);
    ck_assert_uint_eq(c.source.issues.count, 0);
    ck_assert_uint_eq(source_find_account(&c.source, SPAN("U1")), 0);
    ck_assert_uint_eq(source_find_account(&c.source, SPAN("u2")), 1);
    ck_assert_uint_eq(source_find_account(&c.source, SPAN("山田")), NOBODY);
    ck_assert_uint_eq(source_find_account(&c.source, SPAN("u3")), NOBODY);
}
END_TEST

START_TEST(first_row_wins) {
    read_ok("利用者ID,氏名,状態,登録日,利用者一覧,種別\n"
            "u1,山田,有効,2020-04-01,\"1,2\",個人\n"
            "u1,鈴木,停止,2021-04-01,\"1,3\",共用\n");
    text_is(account(0).name, "山田");
    ck_assert_int_eq(account(0).status, ACCOUNT_ENABLED);
    date_is(account(0).created_on, "2020-04-01");
    issues_are("3 氏名 account-differs done-first-row-wins|"
               "3 状態 account-differs done-first-row-wins|"
               "3 登録日 account-differs done-first-row-wins|"
               "3 利用者一覧 account-differs done-first-row-wins|"
               "3 種別 account-differs done-first-row-wins");
    span_is(issue(0).value, "鈴木");
    span_is(issue(0).args[0], "u1");
    span_is(issue(0).args[1], "2");
    span_is(issue(1).value, "停止");
    span_is(issue(2).value, "2021-04-01");
}
END_TEST

/* --- dates --- */

START_TEST(dates_of_every_manner) {
    static const struct {
        const char *cell, *day;
    } cells[] = {
        {"2026-03-31", "2026-03-31"},
        {"2026/3/31", "2026-03-31"},
        {"2026/03/31 9:05", "2026-03-31"},
        {"2026-03-31T23:59:59Z", "2026-03-31"},
        {"20260331", "2026-03-31"},
        {"令和6年3月31日", "2024-03-31"},
        {"R6.3.31", "2024-03-31"},
        {"45382", "2024-03-31"},
        {"28 Apr 2024", "2024-04-28"},
        {"Never logged in", ""},
        {"-", ""},
        {"9999-12-31", ""},
        {"0000-00-00", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        char csv[256];
        as_record(RECORD_ACCOUNT);
        snprintf(csv, sizeof csv, "利用者ID,最終ログイン日\nu1,%s\n", cells[i].cell);
        read_ok(csv);
        ck_assert_msg(strcmp(iso(account(0).last_login_on), cells[i].day) == 0, "%s: %s",
                      cells[i].cell, iso(account(0).last_login_on));
        ck_assert_msg(c.source.issues.count == 0, "%s", cells[i].cell);
    }
}
END_TEST

START_TEST(dates_that_cannot_be_read) {
    read_ok("利用者ID,登録日\n"
            "u1,R7.2.29\nu2,2025-02-29\nu3,平成31年5月1日\nu4,1月2日\nu5,きのう\nu6,25/3/31\n");
    issues_are("2 登録日 date-impossible done-cell-empty|"
               "3 登録日 date-impossible done-cell-empty|"
               "4 登録日 date-out-of-era done-date-read|"
               "5 登録日 date-no-year done-cell-empty|"
               "6 登録日 date-unreadable done-cell-empty|"
               "7 登録日 date-two-digits done-cell-empty");
    date_is(account(2).created_on, "2019-05-01");
    span_is(issue(2).args[1], "2019-05-01");
    span_is(issue(0).value, "R7.2.29");
    ck_assert_int_eq(account(0).created_on, DATE_NONE);
    rows_are(6, 0);
}
END_TEST

START_TEST(column_proves_the_order) {
    read_ok("利用者ID,登録日,最終ログイン日\nu1,3/4/2025,3/4/2025\nu2,31/3/2025,3/31/2025\n");
    date_is(account(0).created_on, "2025-04-03");
    date_is(account(0).last_login_on, "2025-03-04");
    date_is(account(1).created_on, "2025-03-31");
    ck_assert_uint_eq(c.source.issues.count, 0);
}
END_TEST

START_TEST(order_that_nothing_proves) {
    read_ok("利用者ID,登録日,最終ログイン日\nu1,3/4/2025,\nu2,5/6/2025,31/3/2025\nu3,,3/31/"
            "2025\nu4,,1/2/2025\n");
    issues_are("2 登録日 date-ambiguous done-cell-empty|3 登録日 date-ambiguous done-cell-empty|"
               "5 最終ログイン日 date-ambiguous done-cell-empty"); /* proofs of both orders */
    ck_assert_int_eq(account(0).created_on, DATE_NONE);
}
END_TEST

START_TEST(order_by_configuration) {
    c.input.date_style.order = DATE_ORDER_MDY;
    read_ok("利用者ID,登録日\nu1,3/4/2025\n");
    date_is(account(0).created_on, "2025-03-04");
    as_record(RECORD_ACCOUNT);
    c.input.date_style.two_digit_from = 1950;
    read_ok("利用者ID,登録日\nu1,85/4/1\n");
    date_is(account(0).created_on, "1985-04-01");
}
END_TEST

/* Repeated rows are compared when the column's order is known. */
START_TEST(pending_dates_of_repeated_rows) {
    read_ok(
        "利用者ID,登録日\nu1,3/4/2025\nu1,3/4/2025\nu1,2025-04-03\nu1,5/4/2025\nu2,31/3/2025\n");
    date_is(account(0).created_on, "2025-04-03");
    issues_are("5 登録日 account-differs done-first-row-wins");
    span_is(issue(0).value, "5/4/2025");
}
END_TEST

START_TEST(newest_of_several_columns) {
    read_ok("User id,email,Last seen in Jira - SITE,Last seen in Confluence - SITE\n"
            "1,a@example.jp,28 Apr 2024,1 May 2024\n2,b@example.jp,3 Jun 2024,Never accessed\n");
    date_is(account(0).last_login_on, "2024-05-01");
    date_is(account(1).last_login_on, "2024-06-03");
}
END_TEST

START_TEST(ticks) {
    /* 133563168000000000 × 100 ns since 1601 and 1711843200 s since 1970 are both 2024-03-31. */
    read_ok("userid,lastLogonTimestamp,expiration-timestamp\n"
            "a,133563168000000000,1711843200\nb,0,0\n");
    date_is(account(0).last_login_on, "2024-03-31");
    date_is(account(0).expires_on, "2024-03-31");
    ck_assert_int_eq(account(1).expires_on, DATE_NONE);
    ck_assert_uint_eq(c.source.issues.count, 0);
}
END_TEST

START_TEST(rows_whose_day_has_not_come) {
    as_record(RECORD_PERSON);
    read_ok("職員番号,氏名,適用日\n1,山田,2026-04-01\n2,鈴木,2026-03-31\n3,佐藤,\n4,田中,4/5/"
            "2027\n5,林,31/3/2026\n");
    rows_are(5, 0);
    ck_assert_uint_eq(c.source.rows_not_yet, 2);
    ck_assert_uint_eq(c.source.people.count, 3);
    text_is(person(0).name, "鈴木");
    text_is(person(2).name, "林");
}
END_TEST

/* --- names in parts --- */

START_TEST(names_in_parts) {
    as_record(RECORD_PERSON);
    read_ok("職員番号,姓,名,セイ,メイ\n1,山田,太郎,ヤマダ,タロウ\n2,Green,Geena,,\n3,渡辺,,,\n4,"
            "José,Núñez,,\n");
    text_is(person(0).name, "山田太郎");
    text_is(person(0).kana, "ヤマダタロウ");
    text_is(person(1).name, "Green Geena");
    text_is(person(2).name, "渡辺");
    text_is(person(3).name, "José Núñez");
    ck_assert(c.source.known & FIELD_BIT(FIELD_name));
    ck_assert(c.source.known & FIELD_BIT(FIELD_kana));
}
END_TEST

START_TEST(whole_name_wins_over_parts) {
    read_ok("userPrincipalName,displayName,surname,givenName\nu1,山田 "
            "太郎,ヤマダ,タロウ\nu2,,鈴木,花子\n");
    text_is(account(0).name, "山田 太郎");
    text_is(account(1).name, "鈴木花子");
}
END_TEST

START_TEST(given_name_alone_is_no_name) {
    read_ok("user_id,First Name\nu1,Taro\n");
    ck_assert(!(c.source.known & FIELD_BIT(FIELD_name)));
    ck_assert_uint_eq(account(0).name, STR_NONE);
}
END_TEST

/* --- other sources --- */

START_TEST(successors) {
    as_record(RECORD_DEPARTMENT);
    read_ok("コード,名称,後継\n10,税務課,\"20,30\"\n,窓口課,\n");
    ck_assert_uint_eq(c.source.departments.items[0].successor_count, 2);
    text_is(c.source.lists.items[1], "30");
    rows_are(2, 0); /* a department may have no code */
}
END_TEST

START_TEST(people_of_an_hr_export) {
    char path[1024];
    snprintf(path, sizeof path, "%s/midpoint-hr-ldap/export-initial.csv", TENKO_EXTERNAL_DIR);
    if (access(path, R_OK) != 0) {
        printf("skipped: %s is not there\n", path);
        return;
    }
    as_record(RECORD_PERSON);
    ck_assert(case_read_file(&c, path));
    /* Its README: 50 people, 43 active, 5 on long-term leave, 2 former. */
    unsigned by_status[4] = {0};
    for (size_t i = 0; i < c.source.people.count; i++)
        by_status[person(i).status]++;
    ck_assert_uint_eq(by_status[PERSON_ACTIVE], 43);
    ck_assert_uint_eq(by_status[PERSON_LEAVE], 5);
    ck_assert_uint_eq(by_status[PERSON_LEFT], 2);
    ck_assert_uint_eq(c.source.issues.count, 0);
    ck_assert_str_eq(case_mapping(&c), "person_id=empnum|given_name=firstname|family_name=surname|"
                                       "employment=emptype|position=job|status=status");
    text_is(person(0).name, "Green Geena");
}
END_TEST

START_TEST(no_list_was_delivered) {
    c.input.source.connector = NULL;
    ck_assert(intake_read(&c.source, &c.input, &c.plan, NULL, &c.err));
    ck_assert(c.source.is_missing);
}
END_TEST

START_TEST(missing_file_is_an_error) {
    ck_assert(!case_read_file(&c, "/nonexistent/list.csv"));
    ck_assert_int_eq((int)c.err.fault, (int)FAULT_INPUT);
}
END_TEST

/* --- a directory: no lines, but entries --- */

struct reader {
    unsigned at;
};

static const struct cell entry_header[] = {
    {"user_id", 7, 0}, {"name", 4, 0}, {"role", 4, 0}, {"status", 6, 0}};
static const struct cell entry_cells[] = {
    {"taro", 4, 0}, {"", 0, 0}, {"Tax, City\nStaff", 15, CELL_LIST}, {"?", 1, 0}};

static bool entries_open(struct reader **out, const struct source_spec *spec, struct error *err) {
    (void)spec;
    (void)err;
    *out = calloc(1, sizeof **out);
    return *out != NULL;
}

static enum next entries_next(struct reader *reader, struct row *row, struct error *err) {
    (void)err;
    if (reader->at == 2)
        return NEXT_END;
    *row = (struct row){.cells = reader->at ? entry_cells : entry_header, .count = 4};
    if (reader->at++)
        row->dn = SPAN("uid=taro,dc=example");
    return NEXT_ROW;
}

static void entries_describe(const struct reader *reader, struct source_facts *facts) {
    facts->bytes = reader->at;
}

static void entries_close(struct reader *reader) {
    free(reader);
}

START_TEST(entries_of_a_directory) {
    static const struct connector entries = {.name = "entries",
                                             .display_option = "url",
                                             .open = entries_open,
                                             .next = entries_next,
                                             .describe = entries_describe,
                                             .close = entries_close};
    c.input.source.connector = &entries;
    ck_assert(intake_read(&c.source, &c.input, &c.plan, NULL, &c.err));
    ck_assert_uint_eq(account(0).origin.line, 0);
    text_is(account(0).origin.dn, "uid=taro,dc=example");
    ck_assert_uint_eq(account(0).role_count, 2); /* the comma is part of a group's name */
    text_is(c.source.lists.items[account(0).roles], "Tax, City");
    ck_assert_uint_eq(c.source.issues.count, 1);
    span_is(issue(0).dn, "uid=taro,dc=example");
    ck_assert_uint_eq(c.source.facts.bytes, 2);
}
END_TEST

/* --- progress --- */

static void count_rows(void *context, const struct input_plan *input, uint64_t rows) {
    ck_assert_ptr_eq(input, &c.input);
    *(uint64_t *)context += rows;
}

START_TEST(progress_adds_up) {
    struct strbuf csv = {0};
    strbuf_add_text(&csv, "user_id,name\n");
    for (int i = 0; i < 20000; i++)
        strbuf_addf(&csv, "u%d,a\n", i);
    read_ok(csv.p);
    strbuf_release(&csv);
    source_release(&c.source);
    uint64_t rows = 0;
    struct intake_progress progress = {count_rows, &rows};
    ck_assert(intake_read(&c.source, &c.input, &c.plan, &progress, &c.err));
    ck_assert_uint_eq(rows, 20000);
}
END_TEST

typedef const TTest *test_list[];

static void add_tests(Suite *suite, const char *name, const TTest *const *tests) {
    TCase *tcase = tcase_create(name);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, setup, teardown);
    for (; *tests; tests++)
        tcase_add_test(tcase, *tests);
    suite_add_tcase(suite, tcase);
}

int main(void) {
    Suite *suite = suite_create("intake");
    add_tests(suite, "header row",
              (test_list){header_may_follow_titles, title_that_looks_like_a_header,
                          header_of_one_column, configured_header_finds_the_row,
                          configured_header_wins_over_recognised, one_header_may_feed_two_fields,
                          configured_header_missing, two_headers_for_one_field, same_header_twice,
                          key_claimed_by_no_header, weaker_header_yields, email_serves_as_user_id,
                          policy_headers_in_both_languages, only_the_header, NULL});
    add_tests(suite, "rows",
              (test_list){row_without_key, repeated_header_and_totals, account_called_user,
                          total_with_a_name_is_an_account, short_and_long_rows,
                          empty_columns_behind_the_header, undecodable_key_rejects_the_row,
                          seat_needs_one_holder, identifiers_stay_text, strokes_for_no_number,
                          identifiers_broken_by_excel, NULL});
    add_tests(suite, "words",
              (test_list){status_of_accounts, unknown_status_counts_as_enabled,
                          configured_words_come_first, inverted_columns,
                          inverted_column_by_configuration, status_of_people,
                          status_of_seats_and_devices, kinds_by_word_and_glob, privileged_and_mfa,
                          vendor_words, NULL});
    add_tests(suite, "lists and accounts",
              (test_list){roles_are_split, roles_are_split_at_the_configured_separator,
                          members_are_split, too_many_roles_are_cut,
                          rows_of_one_user_are_one_account, first_row_wins, NULL});
    add_tests(suite, "dates",
              (test_list){dates_of_every_manner, dates_that_cannot_be_read, column_proves_the_order,
                          order_that_nothing_proves, order_by_configuration,
                          pending_dates_of_repeated_rows, newest_of_several_columns, ticks,
                          rows_whose_day_has_not_come, NULL});
    add_tests(suite, "names and sources",
              (test_list){names_in_parts, whole_name_wins_over_parts, given_name_alone_is_no_name,
                          successors, people_of_an_hr_export, no_list_was_delivered,
                          missing_file_is_an_error, entries_of_a_directory, progress_adds_up,
                          NULL});
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
