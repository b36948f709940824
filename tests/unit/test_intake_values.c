/* The values of cells: words, lists, dates, and rows of one user that say different things.
 * Expected values are what somebody who reads the list would take them for. */
#include "intake_files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

/* --- words --- */

static void status_words(const char *const *words, int expected) {
    for (size_t i = 0; words[i]; i++) {
        char csv[256];
        as_record(RECORD_ACCOUNT);
        snprintf(csv, sizeof csv, "利用者ID,状態\nu1,%s\n", words[i]);
        read_ok(csv);
        ck_assert_msg(account(0).status == expected, "%s", words[i]);
        ck_assert_msg(it.source.issues.count == 0, "%s", words[i]);
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
    case_value(&it, FIELD_status, "disabled", "有効");
    case_value(&it, FIELD_status, "enabled", "ふしぎ");
    case_value(&it, FIELD_kind, "external", "Ｘ");
    read_ok("利用者ID,状態,種別\nu1,有効,x\nu2,ふしぎ,個人\n");
    ck_assert_int_eq(account(0).status, ACCOUNT_DISABLED);
    ck_assert_int_eq(account(1).status, ACCOUNT_ENABLED);
    ck_assert_int_eq(account(0).kind, KIND_EXTERNAL);
    ck_assert_uint_eq(it.source.issues.count, 0);
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
        ck_assert_uint_eq(it.source.issues.count, 0);
    }
}
END_TEST

/* A header named in the configuration still says the opposite of its field. */
START_TEST(inverted_column_by_configuration) {
    case_column(&it, FIELD_status, "suspended?");
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
        ck_assert_int_eq((int)it.source.seats.items[i].status, (int)expected[i]);
    issues_are("6 状態 word-unknown done-seat-assigned");
    static const char *const headers[] = {"解約済",   "解約済み", "返却済",
                                          "取消済み", "削除済",   "cancelled?"};
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++) {
        char csv[128];
        as_record(RECORD_SEAT);
        snprintf(csv, sizeof csv, "職員番号,%s\n1,○\n2,\n3,はい\n", headers[i]);
        read_ok(csv);
        ck_assert_int_eq((int)it.source.seats.items[0].status, (int)SEAT_CANCELLED);
        ck_assert_int_eq((int)it.source.seats.items[1].status, (int)SEAT_ASSIGNED);
        ck_assert_int_eq((int)it.source.seats.items[2].status, (int)SEAT_CANCELLED);
    }
    as_record(RECORD_DEVICE);
    read_ok("端末番号,状態,返却日\nP1,返却済,\nP2,貸与中,\nP3,,2026-03-01\n");
    ck_assert(it.source.devices.items[0].is_returned);
    ck_assert(!it.source.devices.items[1].is_returned);
    date_is(it.source.devices.items[2].returned_on, "2026-03-01");
}
END_TEST

START_TEST(kinds_by_word_and_glob) {
    struct kind_glob globs[] = {{KIND_SHARED, "kyoyu*", "kyoyu*", NULL},
                                {KIND_SERVICE, "svc_*", "svc_*", NULL}};
    it.input.system.globs = globs;
    it.input.system.glob_count = 2;
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
    it.input.system.privileged_roles.items = roles;
    it.input.system.privileged_roles.count = 1;
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
    ck_assert_int_eq(account(0).last_login_on, DATE_UNKNOWN); /* no information is not "never" */
    ck_assert_int_eq(account(1).last_login_on, DATE_NONE);
    ck_assert_int_eq(account(1).mfa, ANSWER_NO);
    issues_are("2 password_last_used date-unreadable done-date-unknown");
}
END_TEST

/* --- lists --- */

static const char *roles_of(size_t i) {
    static char text[512];
    text[0] = '\0';
    for (uint32_t k = 0; k < account(i).role_count; k++) {
        strcat(text, k ? "+" : "");
        strcat(text, case_text(&it, it.source.lists.items[account(i).roles + k]));
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
    it.input.role_separator = "+";
    read_ok("利用者ID,権限\nu1,照会/更新+E3\n");
    ck_assert_str_eq(roles_of(0), "照会/更新+E3");
    ck_assert_uint_eq(account(0).role_count, 2);
}
END_TEST

START_TEST(members_are_split) {
    read_ok("利用者ID,利用者一覧\nk1,001、002、００１\n");
    ck_assert_uint_eq(account(0).member_count, 2);
    text_is(it.source.lists.items[account(0).members + 1], "002");
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

/* The cap holds over all rows of the account, and is reported once. */
START_TEST(too_many_roles_in_rows_are_cut) {
    struct strbuf csv = {0};
    strbuf_add_text(&csv, "user_id,role\nu1,\"");
    for (int i = 0; i < 65534; i++)
        strbuf_addf(&csv, "%x,", (unsigned)i);
    strbuf_add_text(&csv, "\"\nu1,y1\nu1,y2\nu1,y3\nu2,z\nu1,y4\n");
    read_ok(csv.p);
    strbuf_release(&csv);
    ck_assert_uint_eq(account(0).role_count, 65535);
    text_is(it.source.lists.items[account(0).roles + 65534], "y1");
    ck_assert_str_eq(roles_of(1), "z");
    issues_are("4 role list-too-long done-list-cut");
    span_is(issue(0).value, "y2");
}
END_TEST

/* Sorted by role, not by user: no list is copied for each row. */
START_TEST(rows_of_many_users_in_turn_stay_small) {
    struct strbuf csv = {0};
    strbuf_add_text(&csv, "user_id,role\n");
    for (int role = 0; role < 1000; role++)
        strbuf_addf(&csv, "u1,r%d\nu2,r%d\nu3,r%d\n", role, role, role);
    read_ok(csv.p);
    strbuf_release(&csv);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(account(i).role_count, 1000);
        for (uint32_t role = 0; role < 1000; role += 37) {
            char wanted[8];
            snprintf(wanted, sizeof wanted, "r%u", role);
            text_is(it.source.lists.items[account(i).roles + role], wanted);
        }
    }
    ck_assert_uint_lt(it.source.lists.count, 4 * 3 * 1000 + 1000);
    ck_assert_uint_eq(it.source.issues.count, 0);
}
END_TEST

START_TEST(rows_of_one_user_are_one_account) {
    read_ok("利用者ID,氏名,権限\nu1,山田,閲覧\nu2,鈴木,閲覧\nＵ１,山田,入力\nu1,山　田,閲 "
            "覧\nu1,山田,承認\n");
    ck_assert_uint_eq(it.source.accounts.count, 2);
    rows_are(5, 0);
    ck_assert_str_eq(roles_of(0), "閲覧+入力+承認");
    ck_assert_str_eq(roles_of(1), "閲覧");
    ck_assert_uint_eq(account(0).origin.line, 2);
    ck_assert_uint_eq(it.source.issues.count, 0);
    ck_assert_uint_eq(source_find_account(&it.source, SPAN("U1")).n, 0);
    ck_assert_uint_eq(source_find_account(&it.source, SPAN("u2")).n, 1);
    ck_assert(!is_account(source_find_account(&it.source, SPAN("山田"))));
    ck_assert(!is_account(source_find_account(&it.source, SPAN("u3"))));
}
END_TEST

START_TEST(empty_never_wins) {
    read_ok("利用者ID,氏名,状態,登録日,特権,メール\n"
            "u1,,停止,,,a@x.example\n"
            "u1,山田,有効,2020-04-01,○,b@x.example\n"
            "u1,,停止,,,A@x.example\n");
    text_is(account(0).name, "山田");
    date_is(account(0).created_on, "2020-04-01");
    ck_assert_int_eq(account(0).status, ACCOUNT_ENABLED);
    ck_assert_int_eq(account(0).privileged, ANSWER_YES);
    ck_assert_uint_eq(account(0).emails.count, 3);
    issues_are("");
}
END_TEST

START_TEST(first_row_wins) {
    read_ok("利用者ID,氏名,状態,登録日,利用者一覧,種別\n"
            "u1,山田,有効,2020-04-01,\"1,2\",個人\n"
            "u1,鈴木,停止,2021-04-01,\"1,3\",共用\n");
    text_is(account(0).name, "山田");
    ck_assert_int_eq(account(0).status, ACCOUNT_ENABLED); /* one row is: no difference */
    date_is(account(0).created_on, "2020-04-01");
    issues_are("3 氏名 account-differs done-first-row-wins|"
               "3 登録日 account-differs done-first-row-wins|"
               "3 利用者一覧 account-differs done-first-row-wins|"
               "3 種別 account-differs done-first-row-wins");
    span_is(issue(0).value, "鈴木");
    span_is(issue(0).args[0], "u1");
    span_is(issue(0).args[1], "2");
    span_is(issue(1).value, "2021-04-01");
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
        ck_assert_msg(it.source.issues.count == 0, "%s", cells[i].cell);
    }
}
END_TEST

START_TEST(dates_that_cannot_be_read) {
    read_ok("利用者ID,登録日\n"
            "u1,R7.2.29\nu2,2025-02-29\nu3,平成31年5月1日\nu4,1月2日\nu5,きのう\nu6,25/3/31\n");
    issues_are("2 登録日 date-impossible done-date-unknown|"
               "3 登録日 date-impossible done-date-unknown|"
               "4 登録日 date-out-of-era done-date-read|"
               "5 登録日 date-no-year done-date-unknown|"
               "6 登録日 date-unreadable done-date-unknown|"
               "7 登録日 date-two-digits done-date-unknown");
    date_is(account(2).created_on, "2019-05-01");
    span_is(issue(2).args[1], "2019-05-01");
    span_is(issue(0).value, "R7.2.29");
    ck_assert_int_eq(account(0).created_on, DATE_UNKNOWN);
    rows_are(6, 0);
}
END_TEST

START_TEST(column_proves_the_order) {
    read_ok("利用者ID,登録日,最終ログイン日\nu1,3/4/2025,3/4/2025\nu2,31/3/2025,3/31/2025\n");
    date_is(account(0).created_on, "2025-04-03");
    date_is(account(0).last_login_on, "2025-03-04");
    date_is(account(1).created_on, "2025-03-31");
    ck_assert_uint_eq(it.source.issues.count, 0);
}
END_TEST

START_TEST(order_that_nothing_proves) {
    read_ok("利用者ID,登録日,最終ログイン日\nu1,3/4/2025,\nu2,5/6/2025,31/3/2025\nu3,,3/31/"
            "2025\nu4,,1/2/2025\n");
    issues_are(
        "2 登録日 date-ambiguous done-date-unknown|3 登録日 date-ambiguous done-date-unknown|"
        "5 最終ログイン日 date-ambiguous done-date-unknown"); /* proofs of both orders */
    ck_assert_int_eq(account(0).created_on, DATE_UNKNOWN);
}
END_TEST

START_TEST(order_by_configuration) {
    it.input.date_style.order = DATE_ORDER_MDY;
    read_ok("利用者ID,登録日\nu1,3/4/2025\n");
    date_is(account(0).created_on, "2025-03-04");
    as_record(RECORD_ACCOUNT);
    it.input.date_style.two_digit_from = 1950;
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
    date_is(account(0).expires_on, "2024-03-30"); /* ended as that day began */
    ck_assert_int_eq(account(1).expires_on, DATE_NONE);
    ck_assert_uint_eq(it.source.issues.count, 0);
}
END_TEST

/* What csvde writes: raw attributes, each controller's own last logon beside the common one. */
START_TEST(export_of_a_directory) {
    read_ok("DN,sAMAccountName,cn,whenCreated,userAccountControl,lastLogon,lastLogonTimestamp,"
            "pwdLastSet,accountExpires\n"
            "\"CN=a,DC=x\",a,山田,20240331010203.0Z,512,133563168000000000,133562304000000000,0,"
            "9223372036854775807\n");
    text_is(account(0).user_id, "a");
    text_is(account(0).name, "山田");
    date_is(account(0).created_on, "2024-03-31");
    date_is(account(0).last_login_on, "2024-03-31");
    ck_assert_int_eq(account(0).password_changed_on, DATE_NONE);
    ck_assert_int_eq(account(0).expires_on, DATE_NONE);
    ck_assert_uint_eq(it.source.issues.count, 0);
}
END_TEST

START_TEST(rows_whose_day_has_not_come) {
    as_record(RECORD_PERSON);
    read_ok("職員番号,氏名,適用日\n1,山田,2026-04-01\n2,鈴木,2026-03-31\n3,佐藤,\n4,田中,4/5/"
            "2027\n5,林,31/3/2026\n");
    rows_are(5, 0);
    ck_assert_uint_eq(it.source.rows_not_yet, 2);
    ck_assert_uint_eq(it.source.people.count, 3);
    text_is(person(0).name, "鈴木");
    text_is(person(2).name, "林");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("intake values");
    add_tests(suite, "words",
              (test_list){status_of_accounts, unknown_status_counts_as_enabled,
                          configured_words_come_first, inverted_columns,
                          inverted_column_by_configuration, status_of_people,
                          status_of_seats_and_devices, kinds_by_word_and_glob, privileged_and_mfa,
                          vendor_words, NULL});
    add_tests(suite, "lists and accounts",
              (test_list){roles_are_split, roles_are_split_at_the_configured_separator,
                          members_are_split, too_many_roles_are_cut, too_many_roles_in_rows_are_cut,
                          rows_of_many_users_in_turn_stay_small, rows_of_one_user_are_one_account,
                          empty_never_wins, first_row_wins, NULL});
    add_tests(suite, "dates",
              (test_list){dates_of_every_manner, dates_that_cannot_be_read, column_proves_the_order,
                          order_that_nothing_proves, order_by_configuration,
                          pending_dates_of_repeated_rows, newest_of_several_columns, ticks,
                          export_of_a_directory, rows_whose_day_has_not_come, NULL});
    return run_suite(suite);
}
