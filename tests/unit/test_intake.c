/* Intake from the file to the model: header rows, keys, identifiers, names, sources of every kind.
 * Expected values are what somebody who reads the list would take them for. */
#include "intake_files.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* --- the header row --- */

START_TEST(header_may_follow_titles) {
    read_ok("利用者一覧\n"
            "出力日,2026/3/30\n"
            "\n"
            "利用者ID,氏名,状態\n"
            "u1,山田太郎,有効\n");
    ck_assert_uint_eq(it.source.header_line, 4);
    ck_assert_uint_eq(it.source.accounts.count, 1);
    ck_assert_uint_eq(account(0).origin.line, 5);
    text_is(account(0).user_id, "u1");
    rows_are(1, 0);
}
END_TEST

/* A title of one word that is itself a synonym does not hide the real header. */
START_TEST(title_that_looks_like_a_header) {
    read_ok("アカウント\n利用者ID,氏名\nu1,山田太郎\n");
    ck_assert_uint_eq(it.source.header_line, 2);
    text_is(account(0).name, "山田太郎");
}
END_TEST

START_TEST(header_of_one_column) {
    read_ok("利用者ID\nu1\nu2\n");
    ck_assert_uint_eq(it.source.header_line, 1);
    ck_assert_uint_eq(it.source.accounts.count, 2);
}
END_TEST

START_TEST(configured_header_finds_the_row) {
    case_column(&it, FIELD_user_id, "しるし");
    read_ok("利用者ID,氏名\n注意,上は古い見出し\nしるし,なまえ\nu9,x\n");
    ck_assert_uint_eq(it.source.header_line, 3);
    text_is(account(0).user_id, "u9");
}
END_TEST

START_TEST(configured_header_wins_over_recognised) {
    case_column(&it, FIELD_user_id, "個人ｺｰﾄﾞ"); /* as folded: 個人コード */
    read_ok("利用者ID,個人コード,氏名\nu1,k1,山田\n");
    text_is(account(0).user_id, "k1");
    ck_assert_uint_eq(it.source.unused_headers.count, 1);
    span_is(it.source.unused_headers.items[0], "利用者ID");
}
END_TEST

START_TEST(one_header_may_feed_two_fields) {
    case_column(&it, FIELD_user_id, "職員番号");
    case_column(&it, FIELD_person_id, "職員番号");
    read_ok("職員番号,氏名\n001,山田\n");
    text_is(account(0).user_id, "001");
    text_is(account(0).person_id, "001");
}
END_TEST

START_TEST(configured_header_missing) {
    case_column(&it, FIELD_person_id, "職員番合");
    it.input.source.config_file = "tenko.yaml";
    read_fails("利用者ID,職員番号\nu1,1\n", FAULT_USAGE, MSG_COLUMN_NOT_FOUND_NEAREST);
    ck_assert_str_eq(it.err.file, "tenko.yaml");
    ck_assert_uint_eq(it.err.line, 7);
    ck_assert_str_eq(it.err.args[0], "職員番合");
    ck_assert_str_eq(it.err.args[2], "利用者ID, 職員番号");
    ck_assert_str_eq(it.err.args[3], "職員番号");
}
END_TEST

START_TEST(two_headers_for_one_field) {
    as_record(RECORD_PERSON);
    read_fails("職員番号,氏名,社員番号\n1,山田,2\n", FAULT_INPUT, MSG_HEADER_TWICE);
    ck_assert_str_eq(it.err.args[0], "person_id");
    ck_assert_str_eq(it.err.args[1], "職員番号");
    ck_assert_str_eq(it.err.args[2], "社員番号");
    ck_assert_str_eq(it.err.args[3], "職員番号, 氏名, 社員番号");
    ck_assert_uint_eq(it.err.line, 1);
}
END_TEST

START_TEST(same_header_twice) {
    read_fails("利用者ID,氏名,氏名\nu1,a,b\n", FAULT_INPUT, MSG_HEADER_TWICE);
    ck_assert_str_eq(it.err.args[0], "name");
}
END_TEST

START_TEST(key_claimed_by_no_header) {
    as_record(RECORD_PERSON);
    read_fails("個人番号,氏名\n1,山田\n", FAULT_INPUT, MSG_HEADER_KEY_MISSING);
    ck_assert_str_eq(it.err.args[0], "person_id");
    ck_assert_str_eq(it.err.args[1], "個人番号, 氏名");
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
    ck_assert(knows_field(it.source.known, FIELD_user_id));
    ck_assert(knows_field(it.source.known, FIELD_email));
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
         "system,user_id,person_id,approved_by,approved_on,starts_on,expires_on,function\n"
         "a,b,c,d,2026-01-01,,,e\n"},
        {RECORD_APPROVAL,
         "システム,利用者ID,職員番号,承認者,承認日,開始日,有効期限,用途\na,b,c,d,2026-01-01,,,e\n"},
        {RECORD_LINK, "system,user_id,person_id,note\na,b,-,x\n"},
        {RECORD_LINK, "システム,利用者ID,職員番号,備考\na,b,-,x\n"},
        {RECORD_WAIVER, "rule,target,subject,reason,alternative,approved_by,valid_until\n"
                        "a,b,,d,x,e,2026-12-31\n"},
        {RECORD_WAIVER, "ルール,対象,対象者,理由,代替策,承認者,有効期限\na,b,,d,x,e,2026-12-31\n"},
        {RECORD_SHARED,
         "system,user_id,owner,members,purpose,password_changed_on,shared_password_days\n"
         "a,b,1,\"2,3\",c,2026-01-01,0\n"},
        {RECORD_SHARED,
         "システム名,共用ID,管理責任者,利用者,用途,パスワード最終変更日,パスワード変更周期（日）\n"
         "a,b,1,\"2,3\",c,2026-01-01,0\n"},
        {RECORD_INCIDENT, "system,user_id,date,reason\na,,2026-01-01,c\n"},
        {RECORD_INCIDENT, "システム,利用者ID,発生日,内容\na,,2026-01-01,c\n"},
        {RECORD_REQUEST,
         "system,user_id,action,request_no,decided_on,approved_by\na,b,add,1,2026-01-01,c\n"},
        {RECORD_REQUEST,
         "システム,利用者ID,申請区分,申請番号,決裁日,承認者\na,b,新規,1,2026-01-01,c\n"},
        {RECORD_SYSTEM,
         "system,owner,manager,contract_owner,contract_no,purpose,source,exported_on,exported_by,"
         "declared_rows,ended_on\na,b,c,d,e,f,g,2026-01-01,h,3,\n"},
        {RECORD_SYSTEM,
         "システム名,所管課,責任者,契約課,契約番号,用途,ファイル,抽出日,抽出者,件数,廃止日\n"
         "a,b,c,d,e,f,g,2026-01-01,h,3,\n"},
        {RECORD_LICENSE,
         "license,product,quantity,unit_cost,contract_from,contract_to,contract_no,purpose,owner,"
         "source\na,b,3,1.5,2026-01-01,2026-12-31,c,d,e,f\n"},
        {RECORD_LICENSE,
         "ライセンス名,製品名,数量,単価,契約開始日,契約終了日,契約番号,用途,所管課,ファイル\n"
         "a,b,3,1.5,2026-01-01,2026-12-31,c,d,e,f\n"},
    };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        as_record(tables[i].record);
        read_ok(tables[i].csv);
        for (int f = 0; f < FIELD_COUNT; f++) {
            if (fields[f].records & 1u << tables[i].record)
                ck_assert_msg(knows_field(it.source.known, (enum field)f), "%s: %s", tables[i].csv,
                              fields[f].name);
        }
        rows_are(1, 0);
        ck_assert_uint_eq(it.source.issues.count, 0);
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
               "6 氏名 row-is-total done-row-rejected");
    ck_assert_uint_eq(it.source.rows_not_records, 3);
}

/* What stands below or between the rows of a list, and what is a row although it looks odd. */
START_TEST(what_is_no_record) {
    static const struct {
        const char *line, *problem; /* NULL: it is a row */
    } lines[] = {
        {"----,----,----", "row-is-ruler"},
        {"+------+-----+", "row-is-ruler"},
        {"──────────", "row-is-ruler"},
        {"======", "row-is-ruler"},
        {",,", "row-is-empty"},
        {"(4 rows)", "row-is-total"},
        {"5 rows in set (0.00 sec)", "row-is-total"},
        {"5 rows selected.", "row-is-total"},
        {"（12 行処理されました）", "row-is-total"},
        {"* 5 users", "row-is-total"},
        {"12件,,", "row-is-total"},
        {"合計 12件,,", "row-is-total"},
        {"Total,,12", "row-is-total"},
        {"Grand total: 1234,,", "row-is-total"},
        {"Total number of users: 12,,", "row-is-total"},
        {"Records: 5", "row-is-total"},
        {"Page 2 of 7,,", "row-is-total"},
        {"*** End of report ***", "row-is-total"},
        {"－以上－", "row-is-total"},
        {"（全 12 件）,,", "row-is-total"},
        {"対象者：5名,,", "row-is-total"},
        {"レコード数: 1234,,", "row-is-total"},
        {"出力日時：2026/03/31 9:00,,", "row-is-remark"},
        {"Generated by somebody on 2026-03-31,,", "row-is-remark"},
        {"第2係,,", NULL},
        {"山田 太郎,,", NULL},
        {",,合計 3名", "row-is-total"},
        {"※停止者を含む", "row-is-remark"},
        {"Copyright (c) 2026 Example CRM", "row-is-remark"},
        {"Generated By: Somebody", "row-is-remark"},
        {"# comment", "row-is-remark"},
        {"user,role,note", "row-repeats-header"},
        {"total,admin,x", NULL},
        {"計,管理者,x", NULL},
        {"total-svc,,", NULL},
        {"--,admin,", NULL},
        {"*svc,,", NULL},
        {"-,-,-", NULL}, /* strokes for nothing: a row without a key */
        {"12,admin,", NULL},
        {"u9", NULL}, /* a short row */
        {"svc batch,,", NULL},
        {"(admin),operator,", NULL},
        /* where a program has no row, turns its page or begins a part */
        {"該当データはありません,,", "row-is-remark"},
        {"対象者なし,,", "row-is-remark"},
        {"No records found,,", "row-is-remark"},
        {"(No data),,", "row-is-remark"},
        {"no database,admin,x", NULL},
        {"対象課,,", NULL},
        {"次頁へ続く,,", "row-is-remark"},
        {"(continued),,", "row-is-remark"},
        {"【管理者】,,", "row-is-remark"},
        {"【管理者,,", NULL},
        {"注1：停止中を含む,,", "row-is-remark"},
        {"注 停止中を含む,,", "row-is-remark"},
        {"注文係,,", NULL},
        {"※,,", NULL},
        {"12ページ,,", "row-is-total"},
        {"12 頁,,", "row-is-total"},
        {"12 apples,,", NULL},
        {"page_2,,", NULL},
        {"Records: １２,,", "row-is-total"},
        {"records: many,,", "row-is-remark"},
        {"対象:5,,", "row-is-total"},
        {"対象: 5,,", "row-is-total"},
        {"対象5,,", NULL},
        {"対象5番,,", NULL},
        {"合計,3,4,", "row-is-total"},
        {"合計,合計,", NULL}, /* two words for a sum: of nothing that is known */
        {"Sum total of all,,", "row-is-remark"},
        {"# # #,,", "row-is-remark"},
        {",,,x", NULL},
        {",,,(1 row)", "row-is-total"},
        {"****************************************************************************************"
         "x****************************************************,,",
         NULL},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct strbuf list = {0};
        strbuf_addf(&list, "user,role,note\nu1,a,b\n%s\nu2,a,b\n", lines[i].line);
        read_ok(list.p);
        uint64_t wanted = lines[i].problem != NULL;
        bool is_named = !wanted || (it.source.issues.count == 1 &&
                                    strcmp(message_name(it.source.issues.items[0].problem),
                                           lines[i].problem) == 0);
        ck_assert_msg(it.source.rows_not_records == wanted && is_named, "%s", lines[i].line);
        ck_assert_uint_eq(it.source.rows_read, it.source.rows_accepted + it.source.rows_rejected);
        strbuf_release(&list);
        as_record(RECORD_ACCOUNT);
    }
}
END_TEST

/* One word is a remark below a blank line or another remark, and a short row elsewhere. */
START_TEST(words_below_the_list) {
    read_ok("user,role,note\nu1,a,b\n\nConfidential\nSomebody\n");
    rows_are(1, 2);
    ck_assert_uint_eq(it.source.rows_not_records, 2);
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
    ck_assert_uint_eq(it.source.issues.count, 0);
}
END_TEST

START_TEST(undecodable_key_rejects_the_row) {
    /* CP932 with a lead byte that nothing follows. */
    it.input.source.connector = connector_find("csv");
    vec_push(&it.input.source.options, ((struct option_value){"encoding", "cp932", 1}));
    read_ok("user_id,name\nu\xFF"
            "1,a\nu2,b\xFF\n");
    rows_are(1, 1);
    ck_assert_uint_eq(it.source.issues.count, 2);
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
    rows_are(4, 0); /* the last is a seat that nobody has */
    ck_assert_int_eq(it.source.seats.items[3].status, SEAT_UNASSIGNED);
    issues_are("");
    text_is(it.source.seats.items[2].device_id, "PC3");
}
END_TEST

/* --- identifiers --- */

START_TEST(mangled_numbers_are_repaired) {
    read_ok(
        "利用者ID,職員番号,責任者\nu1,1235.0,nan\nu2,\"12,345\",#REF!\nu3,1.2E+05,\n(null),1,\n");
    text_is(account(0).person_id, "1235");
    ck_assert(str_is_none(account(0).owner));
    text_is(account(1).person_id, "12345");
    ck_assert(str_is_none(account(2).person_id));
    ck_assert(knows_field(account(2).unread, FIELD_person_id));
    rows_are(3, 1);
}
END_TEST

START_TEST(several_addresses_in_a_cell) {
    read_ok("利用者ID,メール,プロキシアドレス\n"
            "u1,\"Taro <a@x.example>\",\"SMTP:A2@x.example;X500:/o=x;smtp:a3@x.example\"\n");
    ck_assert_uint_eq(account(0).emails.count, 3);
    text_is(account(0).email, "a@x.example");
}
END_TEST

START_TEST(ids_that_differ_by_case) {
    read_ok("利用者ID,権限\nAb1,a\nAB1,b\nab1,c\nAB1,d\nAb1,e\nZZ,f\nZZ,g\n");
    ck_assert_uint_eq(it.source.accounts.count, 4);
    ck_assert_uint_eq(account(0).role_count, 2);
    ck_assert_uint_eq(account(1).role_count, 2);
    ck_assert_uint_eq(account(2).role_count, 1);
    ck_assert_uint_eq(account(3).role_count, 2);
}
END_TEST

START_TEST(crosses_are_ticks_where_nothing_else_is) {
    read_ok("利用者ID,特権,多要素認証\nu1,X,X\nu2,,○\nu3,x,\n");
    ck_assert_int_eq(account(0).privileged, ANSWER_YES);
    ck_assert_int_eq(account(1).privileged, ANSWER_NO);
    ck_assert_int_eq(account(2).privileged, ANSWER_YES);
    ck_assert_int_eq(account(0).mfa, ANSWER_NO); /* beside ○ */
    issues_are("");
}
END_TEST

START_TEST(lost_roles_are_no_roles) {
    read_ok("利用者ID,権限\nu1,System.Object[]\nu2,\"CN=A\\, B,DC=x;CN=C,DC=x\"\n");
    ck_assert_uint_eq(account(0).role_count, 0);
    ck_assert(knows_field(account(0).unread, FIELD_role));
    ck_assert_uint_eq(account(1).role_count, 2);
    issues_are("2 権限 roles-lost done-answer-unknown");
    read_ok("利用者ID,権限\nu1,System.Object[]\n");
    ck_assert(!knows_field(it.source.known, FIELD_role));
}
END_TEST

START_TEST(counter_beside_login) {
    read_ok("ユーザーID,ユーザー名,氏名\n1,yamada,山田\n2,sato,佐藤\n3,kato,加藤\n");
    text_is(account(0).user_id, "yamada");
    read_ok("ユーザーID,ユーザー名\n1001,山田太郎\n1002,佐藤花子\n");
    text_is(account(0).user_id, "1001"); /* names are no logins */
}
END_TEST

START_TEST(one_state_that_says_off_is_enough) {
    read_ok("user id,suspended,archived,deletedAt\n"
            "u1,false,false,\nu2,false,true,\nu3,false,false,2020-01-01\n");
    ck_assert_int_eq(account(0).status, ACCOUNT_ENABLED);
    ck_assert_int_eq(account(1).status, ACCOUNT_DISABLED);
    ck_assert_int_eq(account(2).status, ACCOUNT_DISABLED);
    issues_are("");
}
END_TEST

START_TEST(seats_of_one_product) {
    as_record(RECORD_SEAT);
    read_ok("user id,Licenses\na,Suite+Mail\nb,Unlicensed\nc,Board (free)\nd,Suite\n");
    ck_assert_uint_eq(it.source.seats.count, 2);
    rows_are(4, 0);
    ck_assert_uint_eq(it.source.issues.count, 1); /* Suite and Mail are two products */
}
END_TEST

START_TEST(numbered_posts) {
    as_record(RECORD_PERSON);
    read_ok("社員番号,姓,名,ビジネスネーム：姓,部署1,役職1,部署2,役職2\n"
            "1,青木,春奈,山田,税務課,課長,市民課,主査\n2,石田,圭,,税務課,,,\n");
    ck_assert_uint_eq(it.source.people.count, 3);
    text_is(person(0).department, "税務課");
    text_is(person(1).department, "市民課");
    text_is(person(1).position, "主査");
    ck_assert_int_eq(person(1).post_kind, POST_CONCURRENT);
    ck_assert_uint_eq(person(0).other_names.count, 1);
    text_is(it.source.lists.items[person(0).other_names.first], "山田春奈");
}
END_TEST

START_TEST(identifiers_stay_text) {
    as_record(RECORD_PERSON);
    read_ok("職員番号,所属コード\n001234,010\n=\"001\",=\"1E+05\"\n　００５　,1e5\n");
    text_is(person(0).person_id, "001234");
    text_is(person(0).department_code, "010");
    text_is(person(1).person_id, "001");
    text_is(person(1).department_code, "1E+05"); /* Excel was told to keep it */
    text_is(person(2).person_id, "００５");
    text_is(person(2).department_code, "1e5"); /* no plus sign: not Excel's */
    ck_assert_uint_eq(it.source.issues.count, 0);
}
END_TEST

START_TEST(names_in_a_name_cell) {
    as_record(RECORD_PERSON);
    read_ok("職員番号,氏名,旧姓\n1,佐藤 花子（旧姓 山田）/ Hanako Sato,\n2,林一（旧姓 森）,岡\n");
    text_is(person(0).former_name, "山田");
    struct texts others = person(0).other_names;
    ck_assert_uint_eq(others.count, 1);
    ck_assert(span_equal(source_text(&it.source, it.source.lists.items[others.first]),
                         SPAN("Hanako Sato")));
    text_is(person(1).former_name, "岡"); /* the column counts */
}
END_TEST

/* A stroke is no number, and nobody's; in policy/links it means "never link". */
START_TEST(strokes_for_no_number) {
    read_ok("利用者ID,職員番号,責任者,利用者一覧\nu1,−,－,なし\nu2,1,,1.2E+05\n-,2,,\n");
    ck_assert(str_is_none(account(0).person_id));
    ck_assert(str_is_none(account(0).owner));
    ck_assert_uint_eq(account(0).member_count, 0);
    issues_are("3 利用者一覧 id-scientific done-cell-empty|"
               "4 利用者ID row-without-key done-row-rejected");
    as_record(RECORD_SEAT);
    read_ok("職員番号,利用者ID,端末番号\n-,-,PC1\n-,-,-\n");
    rows_are(1, 1);
    ck_assert(str_is_none(it.source.seats.items[0].user_id));
    as_record(RECORD_PERSON); /* or all without a code would be of one department */
    read_ok("職員番号,所属コード,メール,ログインID\n1,-,－,なし\n");
    ck_assert(str_is_none(person(0).department_code));
    ck_assert(str_is_none(person(0).email));
    ck_assert(str_is_none(person(0).login));
    as_record(RECORD_DEVICE); /* it is never an identifier */
    read_ok("端末番号,職員番号\nなし,-\n");
    rows_are(0, 1);
    as_record(RECORD_LINK);
    read_ok("system,user_id,person_id\n税,u1,-\n");
    text_is(it.source.links.items[0].person_id, "-");
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
    ck_assert(str_is_none(account(0).person_id));
    ck_assert(str_is_none(account(0).department_code));
    span_is(issue(1).value, "1.23457E+05");
    as_record(RECORD_SEAT); /* one sound identifier is enough */
    read_ok("職員番号,利用者ID\n1,1.23457E+05\n1.23457E+05,\n1月2日,3月31日\n");
    rows_are(1, 2);
    issues_are("2 利用者ID id-scientific done-cell-empty|"
               "3 職員番号 id-scientific done-row-rejected|"
               "4 職員番号 id-month-day done-row-rejected");
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
    ck_assert(knows_field(it.source.known, FIELD_name));
    ck_assert(knows_field(it.source.known, FIELD_kana));
    as_record(RECORD_PERSON);
    read_ok("職員番号,姓,名\n1,O’Brien,Seán\n2,Ｓｍｉｔｈ,Ａｎｎ\n3,김,철수\n4,,太郎\n5,Nguyễn,An\n"
            "6,Иванов,Иван\n");
    text_is(person(0).name, "O’Brien Seán");
    text_is(person(1).name, "ＳｍｉｔｈＡｎｎ");
    text_is(person(2).name, "김철수");
    text_is(person(3).name, "太郎");
    text_is(person(4).name, "Nguyễn An");
    text_is(person(5).name, "Иванов Иван");
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
    ck_assert(!knows_field(it.source.known, FIELD_name));
    ck_assert(str_is_none(account(0).name));
}
END_TEST

/* --- other sources --- */

START_TEST(successors) {
    as_record(RECORD_DEPARTMENT);
    read_ok("コード,名称,後継\n10,税務課,\"20,30\"\n,窓口課,\n");
    ck_assert_uint_eq(it.source.departments.items[0].successor_count, 2);
    text_is(it.source.lists.items[1], "30");
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
    ck_assert(case_read_file(&it, path));
    /* Its README: 50 people, 43 active, 5 on long-term leave, 2 former. */
    unsigned by_status[4] = {0};
    for (size_t i = 0; i < it.source.people.count; i++)
        by_status[person(i).status]++;
    ck_assert_uint_eq(by_status[PERSON_ACTIVE], 43);
    ck_assert_uint_eq(by_status[PERSON_LEAVE], 5);
    ck_assert_uint_eq(by_status[PERSON_LEFT], 2);
    ck_assert_uint_eq(it.source.issues.count, 0);
    ck_assert_str_eq(case_mapping(&it), "person_id=empnum|given_name=firstname|family_name=surname|"
                                        "employment=emptype|position=job|status=status");
    text_is(person(0).name, "Green Geena");
}
END_TEST

START_TEST(no_list_was_delivered) {
    it.input.source.connector = NULL;
    ck_assert(intake_read(&it.source, &it.input, &it.plan, NULL, &it.err));
    ck_assert(it.source.is_missing);
}
END_TEST

START_TEST(missing_file_is_an_error) {
    ck_assert(!case_read_file(&it, "/nonexistent/list.csv"));
    ck_assert_int_eq((int)it.err.fault, (int)FAULT_INPUT);
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
    it.input.source.connector = &entries;
    ck_assert(intake_read(&it.source, &it.input, &it.plan, NULL, &it.err));
    ck_assert_uint_eq(account(0).origin.line, 0);
    text_is(account(0).origin.dn, "uid=taro,dc=example");
    ck_assert_uint_eq(account(0).role_count, 2); /* the comma is part of a group's name */
    text_is(it.source.lists.items[account(0).roles], "Tax, City");
    ck_assert_uint_eq(it.source.issues.count, 1);
    span_is(issue(0).dn, "uid=taro,dc=example");
    ck_assert_uint_eq(it.source.facts.bytes, 2);
}
END_TEST

/* --- progress --- */

static void count_rows(void *context, const struct input_plan *input, uint64_t rows) {
    ck_assert_ptr_eq(input, &it.input);
    *(uint64_t *)context += rows;
}

START_TEST(progress_adds_up) {
    struct strbuf csv = {0};
    strbuf_add_text(&csv, "user_id,name\n");
    for (int i = 0; i < 20000; i++)
        strbuf_addf(&csv, "u%d,a\n", i);
    read_ok(csv.p);
    strbuf_release(&csv);
    source_release(&it.source);
    uint64_t rows = 0;
    struct intake_progress progress = {count_rows, &rows};
    ck_assert(intake_read(&it.source, &it.input, &it.plan, &progress, &it.err));
    ck_assert_uint_eq(rows, 20000);
}
END_TEST

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
              (test_list){row_without_key,
                          repeated_header_and_totals,
                          what_is_no_record,
                          words_below_the_list,
                          account_called_user,
                          total_with_a_name_is_an_account,
                          short_and_long_rows,
                          empty_columns_behind_the_header,
                          undecodable_key_rejects_the_row,
                          seat_needs_one_holder,
                          mangled_numbers_are_repaired,
                          several_addresses_in_a_cell,
                          ids_that_differ_by_case,
                          crosses_are_ticks_where_nothing_else_is,
                          lost_roles_are_no_roles,
                          counter_beside_login,
                          one_state_that_says_off_is_enough,
                          seats_of_one_product,
                          numbered_posts,
                          identifiers_stay_text,
                          strokes_for_no_number,
                          names_in_a_name_cell,
                          identifiers_broken_by_excel,
                          NULL});
    add_tests(suite, "names and sources",
              (test_list){names_in_parts, whole_name_wins_over_parts, given_name_alone_is_no_name,
                          successors, people_of_an_hr_export, no_list_was_delivered,
                          missing_file_is_an_error, entries_of_a_directory, progress_adds_up,
                          NULL});
    return run_suite(suite);
}
