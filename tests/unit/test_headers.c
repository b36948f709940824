/* Header recognition: the tables are sound, and the exports of real products are understood. */
#include "intake_files.h"
#include "synonyms.h"
#include "words.h"

#include <check.h>
#include <stdio.h>
#include <unistd.h>

/* --- the tables --- */

/* Calls `check` for each entry of a list divided by spaces. */
#define EACH_ENTRY(list, entry)                                                                    \
    for (const char *at_ = (list), *entry = NULL; (entry = next_entry(&at_)) != NULL;)

static const char *next_entry(const char **at) {
    static char entry[256];
    *at += strspn(*at, " ");
    size_t n = strcspn(*at, " ");
    if (n == 0)
        return NULL;
    memcpy(entry, *at, n);
    entry[n] = '\0';
    *at += n;
    return entry;
}

/* The entry as folding leaves it; only ー is kept readable in the tables. */
static void assert_folded(enum fold fold, const char *entry, const char *mark) {
    struct strbuf folded = {0}, expected = {0};
    for (const char *p = entry; *p;) {
        bool is_mark = strncmp(p, "ー", 3) == 0;
        strbuf_add(&expected, is_mark ? mark : p, is_mark ? strlen(mark) : 1);
        p += is_mark ? 3 : 1;
    }
    fold_text(fold, span_of(entry), &folded);
    ck_assert_str_eq(strbuf_span(&folded).p, strbuf_span(&expected).p);
    strbuf_release(&folded);
    strbuf_release(&expected);
}

START_TEST(synonyms_stand_as_folding_leaves_them) {
    for (size_t i = 0; i < synonyms_count; i++) {
        EACH_ENTRY(synonyms[i].headers, entry) {
            char plain[256];
            snprintf(plain, sizeof plain, "%s", entry + (*entry == '*'));
            if (plain[0] && plain[strlen(plain) - 1] == '*')
                plain[strlen(plain) - 1] = '\0';
            assert_folded(FOLD_HEADER, plain, "");
        }
    }
}
END_TEST

START_TEST(synonyms_belong_to_records_that_have_the_field) {
    for (size_t i = 0; i < synonyms_count; i++)
        ck_assert_msg((synonyms[i].records & ~fields[synonyms[i].field].records) == 0, "%s: %s",
                      fields[synonyms[i].field].name, synonyms[i].headers);
}
END_TEST

/* A header of one rank with two meanings could not be decided; one listed twice is a slip. */
START_TEST(no_header_means_two_things_with_one_rank) {
    for (int record = 0; record < RECORD_COUNT; record++) {
        for (size_t i = 0; i < synonyms_count; i++) {
            if (!(synonyms[i].records & 1u << record))
                continue;
            EACH_ENTRY(synonyms[i].headers, entry) {
                struct strbuf scratch = {0};
                struct meaning m[MEANINGS_MAX];
                if (strchr(entry, '*'))
                    continue;
                size_t n = header_meanings((enum record)record, span_of(entry), &scratch, m);
                ck_assert_uint_ge(n, 1);
                for (size_t k = 1; k < n; k++) {
                    ck_assert_msg(m[k].rank != m[k - 1].rank, "record %d: %s", record, entry);
                    ck_assert_msg(m[k].field != m[0].field, "record %d: %s", record, entry);
                }
                strbuf_release(&scratch);
            }
        }
    }
}
END_TEST

START_TEST(canonical_names_are_headers) {
    for (int record = 0; record < RECORD_COUNT; record++) {
        for (int f = 0; f < FIELD_COUNT; f++) {
            if (fields[f].records & 1u << record)
                ck_assert_msg(header_field((enum record)record, span_of(fields[f].name)) ==
                                  (enum field)f,
                              "record %d: %s", record, fields[f].name);
        }
    }
}
END_TEST

START_TEST(words_stand_as_folding_leaves_them) {
    for (size_t i = 0; i < word_table_count; i++) {
        EACH_ENTRY(word_table[i].words, entry)
        assert_folded(FOLD_WORD, entry, "ー");
    }
}
END_TEST

START_TEST(no_word_has_two_meanings) {
    for (int record = 0; record < RECORD_COUNT; record++) {
        for (size_t i = 0; i < word_table_count; i++) {
            const struct words *w = &word_table[i];
            if (!(w->records & 1u << record))
                continue;
            EACH_ENTRY(w->words, entry) {
                uint8_t value = 255;
                ck_assert(word_value((enum record)record, w->field, 0, span_of(entry), &value));
                ck_assert_msg(value == w->value, "record %d, %s: %s", record, fields[w->field].name,
                              entry);
            }
        }
    }
}
END_TEST

/* --- single headers --- */

static const struct {
    enum record record;
    const char *header;
    enum field field;
} headers[] = {
    /* that docs/CONFIG.md promises */
    {RECORD_PERSON, "職員番号", FIELD_person_id},
    {RECORD_PERSON, "社員番号", FIELD_person_id},
    {RECORD_PERSON, "従業員番号", FIELD_person_id},
    {RECORD_PERSON, "employee_id", FIELD_person_id},
    {RECORD_PERSON, "employeeNumber", FIELD_person_id},
    {RECORD_ACCOUNT, "利用者ID", FIELD_user_id},
    {RECORD_ACCOUNT, "ユーザーID", FIELD_user_id},
    {RECORD_ACCOUNT, "ログインID", FIELD_user_id},
    {RECORD_ACCOUNT, "user id", FIELD_user_id},
    {RECORD_ACCOUNT, "login", FIELD_user_id},
    {RECORD_ACCOUNT, "sAMAccountName", FIELD_user_id},
    /* NFKC, case, spaces, punctuation */
    {RECORD_ACCOUNT, "　利用者 ＩＤ　", FIELD_user_id},
    {RECORD_ACCOUNT, "ﾕｰｻﾞｰID", FIELD_user_id},
    {RECORD_ACCOUNT, "USER-ID", FIELD_user_id},
    {RECORD_ACCOUNT, "「利用者ID」※", FIELD_user_id},
    {RECORD_PERSON, "職員\n番号", FIELD_person_id},
    /* numbered */
    {RECORD_ACCOUNT, "①利用者ID", FIELD_user_id},
    {RECORD_ACCOUNT, "2.氏名", FIELD_name},
    {RECORD_ACCOUNT, "（3）最終ログイン日", FIELD_last_login_on},
    {RECORD_ACCOUNT, "2要素認証", FIELD_mfa},
    {RECORD_ACCOUNT, "2025", FIELD_NONE},
    /* notes in brackets */
    {RECORD_PERSON, "氏名（漢字）", FIELD_name},
    {RECORD_PERSON, "氏名（カナ）", FIELD_kana},
    {RECORD_PERSON, "氏名(ﾌﾘｶﾞﾅ)", FIELD_kana},
    {RECORD_PERSON, "退職日（予定を含む）", FIELD_left_on},
    {RECORD_ACCOUNT, "Email Address [Required]", FIELD_email},
    {RECORD_ACCOUNT, "【必須】利用者ID", FIELD_user_id},
    /* one word, different records */
    {RECORD_ACCOUNT, "最終利用日", FIELD_last_login_on},
    {RECORD_SEAT, "最終利用日", FIELD_last_used_on},
    {RECORD_ACCOUNT, "有効期限", FIELD_expires_on},
    {RECORD_WAIVER, "有効期限", FIELD_valid_until},
    {RECORD_PERSON, "ユーザーID", FIELD_login},
    {RECORD_PERSON, "発令日", FIELD_posted_on},
    {RECORD_PERSON, "適用日", FIELD_effective_on},
    {RECORD_DEPARTMENT, "後継所属", FIELD_successor},
    {RECORD_CONFLICT, "権限B", FIELD_role_b},
    /* seen in municipal packages */
    {RECORD_PERSON, "氏名（よみがな）", FIELD_kana},
    {RECORD_PERSON, "E-Mailアドレス", FIELD_email},
    {RECORD_PERSON, "任用期間（自）", FIELD_hired_on},
    {RECORD_PERSON, "任用期間（至）", FIELD_left_on},
    {RECORD_PERSON, "正規・非正規", FIELD_employment},
    {RECORD_PERSON, "休職区分", FIELD_status},
    {RECORD_PERSON, "現職発令年月日", FIELD_posted_on},
    {RECORD_PERSON, "勤務課所", FIELD_department},
    {RECORD_PERSON, "部局課名", FIELD_department},
    {RECORD_PERSON, "復職予定年月日", FIELD_leave_to},
    {RECORD_PERSON, "庁内LANユーザーID", FIELD_login},
    {RECORD_ACCOUNT, "操作員番号", FIELD_user_id},
    {RECORD_ACCOUNT, "ログインユーザ名", FIELD_user_id},
    {RECORD_ACCOUNT, "操作員氏名", FIELD_name},
    {RECORD_ACCOUNT, "ユーザグループ", FIELD_role},
    {RECORD_ACCOUNT, "権限コード", FIELD_role},
    {RECORD_ACCOUNT, "利用停止区分", FIELD_status},
    {RECORD_ACCOUNT, "共用IDフラグ", FIELD_kind},
    {RECORD_ACCOUNT, "特権アカウント", FIELD_privileged},
    {RECORD_ACCOUNT, "共用ID責任者職員番号", FIELD_owner},
    {RECORD_ACCOUNT, "共同利用者", FIELD_members},
    {RECORD_ACCOUNT, "有効期間（自）", FIELD_created_on},
    {RECORD_ACCOUNT, "有効期間（至）", FIELD_expires_on},
    {RECORD_ACCOUNT, "最終操作日時", FIELD_last_login_on},
    {RECORD_ACCOUNT, "PW最終変更日", FIELD_password_changed_on},
    {RECORD_ACCOUNT, "MFAステータス", FIELD_mfa},
    {RECORD_SEAT, "割当先職員番号", FIELD_person_id},
    {RECORD_SEAT, "ライセンス付与日", FIELD_assigned_on},
    {RECORD_SEAT, "利用実績報告日", FIELD_reported_on},
    {RECORD_SEAT, "PC管理番号", FIELD_device_id},
    {RECORD_DEVICE, "端末シリアル番号", FIELD_device_id},
    {RECORD_DEVICE, "貸与先職員番号", FIELD_person_id},
    {RECORD_DEVICE, "端末返却日", FIELD_returned_on},
    {RECORD_PERSON, "Employee #", FIELD_person_id},
    {RECORD_PERSON, "Term Date", FIELD_left_on},
    {RECORD_PERSON, "Org Unit", FIELD_department},
    {RECORD_ACCOUNT, "Assigned Roles", FIELD_role},
    {RECORD_ACCOUNT, "Last Password Set", FIELD_password_changed_on},
    /* words around a header that say nothing of the field */
    {RECORD_ACCOUNT, "user.profile.lastName", FIELD_family_name},
    {RECORD_ACCOUNT, "name.givenName", FIELD_given_name},
    {RECORD_ACCOUNT, "profile.login", FIELD_user_id},
    {RECORD_ACCOUNT, "User Last Login Timestamp", FIELD_last_login_on},
    {RECORD_ACCOUNT, "Account Created Time", FIELD_created_on},
    {RECORD_ACCOUNT, "Member Of", FIELD_role},
    {RECORD_ACCOUNT, "ユーザーの所属", FIELD_department},
    {RECORD_ACCOUNT, "ユーザー権限名称", FIELD_role},
    {RECORD_ACCOUNT, "アカウントの状態", FIELD_status},
    {RECORD_ACCOUNT, "ユーザー有効期限日", FIELD_expires_on},
    {RECORD_ACCOUNT, "利用開始", FIELD_created_on},
    {RECORD_ACCOUNT, "利用者パスワード変更日付", FIELD_password_changed_on},
    {RECORD_PERSON, "Legal Last Name", FIELD_family_name},
    {RECORD_PERSON, "Email - Primary Work", FIELD_email},
    {RECORD_PERSON, "Worker Status", FIELD_status},
    {RECORD_PERSON, "現所属名称", FIELD_department},
    {RECORD_PERSON, "現役職の名称", FIELD_position},
    {RECORD_PERSON, "社員区分名称", FIELD_employment},
    {RECORD_PERSON, "採用の年月日", FIELD_hired_on},
    {RECORD_SEAT, "User Email Address", FIELD_user_id},
    /* a person's state and time say nothing of the account; a remainder of one kanji means all */
    {RECORD_ACCOUNT, "Employee Status", FIELD_NONE},
    {RECORD_ACCOUNT, "職員の状態", FIELD_NONE},
    {RECORD_ACCOUNT, "社員有効期限", FIELD_NONE},
    {RECORD_ACCOUNT, "User Manager Email", FIELD_NONE},
    {RECORD_ACCOUNT, "manager.email", FIELD_NONE},
    {RECORD_ACCOUNT, "status date", FIELD_NONE},
    {RECORD_ACCOUNT, "停止日付コード", FIELD_NONE},
    {RECORD_PERSON, "職員の日", FIELD_NONE},
    {RECORD_ACCOUNT, "アカウント管理者", FIELD_NONE},
    {RECORD_ACCOUNT, "user.isAdmin", FIELD_privileged},
    {RECORD_ACCOUNT, "登録担当者名", FIELD_NONE},
    {RECORD_ACCOUNT, "登録", FIELD_NONE},
    {RECORD_ACCOUNT, "発行", FIELD_NONE},
    /* written by products and databases */
    {RECORD_ACCOUNT, "よみがな(姓)", FIELD_family_kana},
    {RECORD_ACCOUNT, "BNAME", FIELD_user_id},
    {RECORD_ACCOUNT, "GLTGB", FIELD_expires_on},
    {RECORD_ACCOUNT, "UFLAG", FIELD_status},
    {RECORD_ACCOUNT, "USTYP", FIELD_kind},
    {RECORD_ACCOUNT, "GRANTED_ROLE", FIELD_role},
    {RECORD_ACCOUNT, "rolsuper", FIELD_privileged},
    {RECORD_ACCOUNT, "is_sysadmin", FIELD_privileged},
    {RECORD_ACCOUNT, "SUPP-GROUPS", FIELD_role},
    {RECORD_ACCOUNT, "利用権限タイプ", FIELD_role},
    {RECORD_ACCOUNT, "last_sign_in_at", FIELD_last_login_on},
    {RECORD_ACCOUNT, "Two-step verification", FIELD_mfa},
    {RECORD_ACCOUNT, "is_bot", FIELD_kind},
    {RECORD_ACCOUNT, "Is guest", FIELD_kind},
    {RECORD_SEAT, "サービスコード1", FIELD_product},
    /* and what only looks like it */
    {RECORD_ACCOUNT, "rolvaliduntil", FIELD_NONE},
    {RECORD_ACCOUNT, "Join date", FIELD_NONE},
    {RECORD_ACCOUNT, "rolconnlimit", FIELD_NONE},
    {RECORD_ACCOUNT, "bot_token", FIELD_NONE},
    {RECORD_ACCOUNT, "PWD-EMPTY", FIELD_NONE},
    {RECORD_PERSON, "主所属", FIELD_post_kind},
    /* put together: halves and readings of a name, days of a period, a place in a tree */
    {RECORD_PERSON, "従業員名（姓）", FIELD_family_name},
    {RECORD_PERSON, "従業員名（名）", FIELD_given_name},
    {RECORD_PERSON, "従業員名カナ（姓）", FIELD_family_kana},
    {RECORD_PERSON, "従業員名カナ", FIELD_kana},
    {RECORD_ACCOUNT, "利用者氏名（姓）", FIELD_family_name},
    {RECORD_ACCOUNT, "Display Name (Last)", FIELD_family_name},
    {RECORD_ACCOUNT, "担当者名フリガナ", FIELD_kana},
    {RECORD_PERSON, "休職等期間(自)", FIELD_leave_from},
    {RECORD_PERSON, "休職等期間（至）", FIELD_leave_to},
    {RECORD_PERSON, "育児休業期間 開始日", FIELD_leave_from},
    {RECORD_PERSON, "産育休 満了年月日", FIELD_leave_to},
    {RECORD_PERSON, "派遣期間（終了）", FIELD_left_on},
    {RECORD_PERSON, "労働契約期間（始期）", FIELD_hired_on},
    {RECORD_ACCOUNT, "アカウント有効期間（至）", FIELD_expires_on},
    {RECORD_ACCOUNT, "signInActivity.lastSignInDateTime", FIELD_last_login_on},
    {RECORD_ACCOUNT, "signInActivity/lastNonInteractiveSignInDateTime", FIELD_last_login_on},
    {RECORD_ACCOUNT, "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber",
     FIELD_person_id},
    {RECORD_PERSON, "基本情報／所属名", FIELD_department},
    {RECORD_ACCOUNT, "緊急連絡先／氏名", FIELD_NONE},
    {RECORD_ACCOUNT, "lastModifiedBy.user.displayName", FIELD_NONE},
    {RECORD_ACCOUNT, "mfa.id", FIELD_NONE},
    {RECORD_ACCOUNT, "利用者", FIELD_name},
    {RECORD_ACCOUNT, "ICカード番号", FIELD_user_id},
    {RECORD_ACCOUNT, "External", FIELD_kind},
    {RECORD_ACCOUNT, "Complete name", FIELD_name},
    {RECORD_PERSON, "派遣先部署", FIELD_department},
    {RECORD_PERSON, "兼務先", FIELD_department},
    {RECORD_PERSON, "兼務所属コード", FIELD_department_code},
    {RECORD_PERSON, "併任役職1", FIELD_position},
    {RECORD_PERSON, "兼務", FIELD_post_kind},
    {RECORD_PERSON, "兼務発令日", FIELD_NONE},
    {RECORD_ACCOUNT, "使用", FIELD_status},
    {RECORD_SEAT, "返却年月日", FIELD_status},
    {RECORD_PERSON, "休職フラグ", FIELD_status},
    {RECORD_PERSON, "On Leave", FIELD_status},
    {RECORD_PERSON, "復職日", FIELD_leave_to},
    {RECORD_PERSON, "再任用終了日", FIELD_left_on},
    /* two states, and a legend of them */
    {RECORD_ACCOUNT, "使用/停止", FIELD_status},
    {RECORD_ACCOUNT, "区分(1:有効 2:無効)", FIELD_status},
    {RECORD_ACCOUNT, "ID種別(1:個人 2:共用)", FIELD_kind},
    {RECORD_ACCOUNT, "アカウント状態 0:正常 1:停止", FIELD_status},
    {RECORD_ACCOUNT, "区分(0:なし 1:あり)", FIELD_kind},
    /* when the password ends says nothing of the account */
    {RECORD_ACCOUNT, "パスワード有効期限", FIELD_NONE},
    /* My Number is nobody's employee number */
    {RECORD_PERSON, "個人番号", FIELD_NONE},
    {RECORD_ACCOUNT, "マイナンバー", FIELD_NONE},
    /* not fields of ours */
    {RECORD_PERSON, "電話番号", FIELD_NONE},
    {RECORD_ACCOUNT, "dormant?", FIELD_NONE},
    {RECORD_ACCOUNT, "", FIELD_NONE},
};

START_TEST(header_means_field) {
    enum field found = header_field(headers[_i].record, span_of(headers[_i].header));
    ck_assert_msg(found == headers[_i].field, "%s: %s", headers[_i].header,
                  found == FIELD_NONE ? "-" : fields[found].name);
}
END_TEST

/* --- single words --- */

static const struct {
    enum record record;
    const char *header, *word;
    int value; /* -1: not known, so an input issue */
} words[] = {
    {RECORD_PERSON, "在職状況", "育児短時間勤務", PERSON_ACTIVE},
    {RECORD_PERSON, "在職状況", "任用満了", PERSON_LEFT},
    {RECORD_PERSON, "在職状況", "療養休暇", PERSON_LEAVE},
    {RECORD_PERSON, "退職有無", "有", PERSON_LEFT},
    {RECORD_ACCOUNT, "状態", "ログイン不可", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "状態", "論理削除", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "状態", "付与済み", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "利用停止区分", "1", ACCOUNT_DISABLED},
    {RECORD_PERSON, "休職フラグ", "1", PERSON_LEAVE},
    {RECORD_PERSON, "育休中", "○", PERSON_LEAVE},
    {RECORD_PERSON, "育休", "0", PERSON_ACTIVE},
    {RECORD_PERSON, "Active Status", "No", PERSON_LEFT},
    /* still there until the day comes; not there yet */
    {RECORD_PERSON, "在職状況", "退職予定", PERSON_ACTIVE},
    {RECORD_PERSON, "在職状況", "育休予定", PERSON_ACTIVE},
    {RECORD_PERSON, "在職状況", "復職予定", PERSON_LEAVE},
    {RECORD_PERSON, "在職状況", "採用予定", -1},
    /* forms of a word, also negated */
    {RECORD_ACCOUNT, "状態", "許可しない", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "状態", "ロックされていません", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "状態", "停止していない", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "状態", "無効ではない", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "状態", "停止しています", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "状態", "サインイン禁止", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "Status", "Sign-in blocked", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "Status", "not active", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "Status", "not suspended", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "利用停止区分", "停止しない", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "多要素認証", "設定していない", ANSWER_NO},
    /* that nobody uses it does not say that nobody can; nor does its holder's state */
    {RECORD_ACCOUNT, "状態", "利用していない", -1},
    {RECORD_ACCOUNT, "Status", "not in use", -1},
    {RECORD_ACCOUNT, "状態", "退職", -1},
    {RECORD_ACCOUNT, "Status", "notable", -1},
    /* freed of a lock, or of its use? */
    {RECORD_ACCOUNT, "状態", "解除", -1},
    /* A flag says yes or no; a code means something else in every package. */
    {RECORD_ACCOUNT, "共用フラグ", "1", KIND_SHARED},
    {RECORD_ACCOUNT, "共用フラグ", "0", KIND_PERSONAL},
    {RECORD_ACCOUNT, "共用区分", "○", KIND_SHARED},
    {RECORD_ACCOUNT, "共用区分", "共用", KIND_SHARED},
    {RECORD_ACCOUNT, "種別", "1", -1},
    {RECORD_ACCOUNT, "種別", "0", -1},
    {RECORD_ACCOUNT, "種別", "1:共用", KIND_SHARED},
    {RECORD_ACCOUNT, "特権", "付与", ANSWER_YES},
    {RECORD_ACCOUNT, "多要素認証", "顔認証", ANSWER_YES},
    {RECORD_ACCOUNT, "多要素認証", "パスワードのみ", ANSWER_NO},
    /* SAP: 32 and 64 are an administrator's lock, 128 the passing one after wrong passwords */
    {RECORD_ACCOUNT, "UFLAG", "0", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "UFLAG", "64", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "UFLAG", "96", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "UFLAG", "128", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "USTYP", "A", KIND_PERSONAL},
    {RECORD_ACCOUNT, "USTYP", "S", KIND_SHARED},
    {RECORD_ACCOUNT, "USTYP", "B", KIND_SERVICE},
    {RECORD_ACCOUNT, "USTYP", "Z", -1},
    {RECORD_ACCOUNT, "種別", "S", -1},
    {RECORD_ACCOUNT, "is_bot", "TRUE", KIND_SERVICE},
    {RECORD_ACCOUNT, "is_bot", "0", KIND_PERSONAL},
    {RECORD_ACCOUNT, "is_bot", "maybe", -1},
    {RECORD_ACCOUNT, "is_guest", "yes", KIND_EXTERNAL},
    {RECORD_ACCOUNT, "アカウントの状態", "不在中", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "User Type", "A Dialog", KIND_PERSONAL},
    {RECORD_ACCOUNT, "State", "ldap_blocked", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "使用/停止", "1", ACCOUNT_ENABLED},
    {RECORD_ACCOUNT, "使用/停止", "0", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "停止／使用", "1", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "使用停止", "1", ACCOUNT_DISABLED},
    {RECORD_ACCOUNT, "Enabled / Disabled", "FALSE", ACCOUNT_DISABLED},
    /* what somebody asks for is no state */
    {RECORD_ACCOUNT, "状態", "停止をお願いします", -1},
    /* a seat that somebody holds and does not use is a seat */
    {RECORD_SEAT, "利用状態", "未使用", SEAT_ASSIGNED},
    {RECORD_SEAT, "状態", "割り当て解除", SEAT_CANCELLED},
    {RECORD_DEVICE, "状態", "回収完了", DEVICE_RETURNED},
};

START_TEST(word_means_value) {
    struct strbuf scratch = {0};
    struct meaning m[MEANINGS_MAX];
    ck_assert_uint_ge(header_meanings(words[_i].record, span_of(words[_i].header), &scratch, m), 1);
    uint8_t value = 0;
    bool is_known =
        word_value(words[_i].record, m[0].field, m[0].flags, span_of(words[_i].word), &value);
    ck_assert_msg((is_known ? value : -1) == words[_i].value, "%s %s", words[_i].header,
                  words[_i].word);
    strbuf_release(&scratch);
}
END_TEST

/* --- exports of real products --- */

/* Decided by hand from what the columns hold: columns that no field fits are left out. */
static const struct {
    const char *file;
    enum record record;
    const char *mapping;
} vendors[] = {
    {"atlassian-export-users.csv", RECORD_ACCOUNT,
     "user_id=User id|name=User name|email=email|status=User status|created_on=Added to "
     "org|role=Org role|last_login_on=Last seen in Jira Service Management - "
     "SITE|last_login_on=Last seen in Jira - SITE|last_login_on=Last seen in Confluence - SITE"},
    /* A user without a password may still have keys: password_enabled is no status. */
    {"aws-credential-report.csv", RECORD_ACCOUNT,
     "user_id=user|created_on=user_creation_time|last_login_on=password_last_used|"
     "password_changed_on=password_last_changed|mfa=mfa_active|last_login_on=access_key_1_last_"
     "used_date|last_login_on=access_key_2_last_used_date"},
    {"entra-download-users.csv", RECORD_ACCOUNT,
     "user_id=userPrincipalName|name=displayName|family_name=surname|email=mail|given_name="
     "givenName|kind=userType|department=department|status=accountEnabled|created_on="
     "createdDateTime"},
    {"github-enterprise-people.csv", RECORD_ACCOUNT,
     "user_id=GitHub com login|name=GitHub com name|mfa=GitHub com two-factor auth|email=Visual "
     "Studio subscription email"},
    {"github-ghes-users-report.csv", RECORD_ACCOUNT,
     "created_on=created_at|user_id=login|email=email|role=role|status=suspended?|last_login_on="
     "last_active|mfa=2fa_enabled?"},
    /* No user ID: the address is what people log in with. */
    {"google-workspace-users.csv", RECORD_ACCOUNT,
     "given_name=First Name [Required]|family_name=Last Name [Required]|user_id=Email Address "
     "[Required]|email=Email Address [Required]|status=Status [READ ONLY]|last_login_on=Last Sign "
     "In [READ ONLY]|email=Work Secondary Email|person_id=Employee "
     "ID|department=Department|mfa=2sv Enrolled [READ ONLY]"},
    {"m365-admin-active-users.csv", RECORD_ACCOUNT,
     "name=Display name|user_id=User principal name|given_name=First name|family_name=Last "
     "name|created_on=When created|status=Soft deletion time stamp|department=Department|"
     "status=Block credential|password_changed_on=Last password change time stamp|email=Proxy "
     "addresses"},
    {"m365-getMailboxUsageDetail.csv", RECORD_SEAT,
     "reported_on=Report Refresh Date|user_id=User Principal Name|status=Is Deleted|assigned_on="
     "Created Date|last_used_on=Last Activity Date"},
    {"m365-getMailboxUsageDetail.csv", RECORD_ACCOUNT,
     "user_id=User Principal Name|name=Display Name|status=Is Deleted|status=Deleted "
     "Date|created_on=Created Date|last_login_on=Last Activity Date"},
    /* An activation is no use: a program activated two years ago may run every day. */
    {"m365-getOffice365ActivationsUserDetail.csv", RECORD_SEAT,
     "reported_on=Report Refresh Date|user_id=User Principal Name|assigned_on=Last Activated "
     "Date"},
    {"m365-getOffice365ActiveUserDetail.csv", RECORD_SEAT,
     "reported_on=Report Refresh Date|user_id=User Principal Name|status=Is Deleted|last_used_on="
     "Exchange Last Activity Date|last_used_on=OneDrive Last Activity Date|last_used_on="
     "SharePoint Last Activity Date|last_used_on=Skype For Business Last Activity Date|"
     "last_used_on=Yammer Last Activity Date|last_used_on=Teams Last Activity Date|assigned_on="
     "Exchange License Assign Date|assigned_on=OneDrive License Assign Date|assigned_on="
     "SharePoint License Assign Date|assigned_on=Skype For Business License Assign Date|"
     "assigned_on=Yammer License Assign Date|assigned_on=Teams License Assign Date|product="
     "Assigned Products"},
    {"slack-members.csv", RECORD_ACCOUNT,
     "email=email|status=status|mfa=has-2fa|user_id=userid|name=fullname|expires_on="
     "expiration-timestamp"},
    {"zoom-users-import.csv", RECORD_ACCOUNT,
     "user_id=Email|email=Email|given_name=First Name|family_name=Last Name|department="
     "Department|role=User Group"},
    {"zoom-users-import.csv", RECORD_SEAT, "user_id=Email"},
};

START_TEST(vendor_export_is_recognised) {
    char path[1024];
    snprintf(path, sizeof path, "%s/vendor-headers/%s", TENKO_EXTERNAL_DIR, vendors[_i].file);
    if (access(path, R_OK) != 0) {
        printf("skipped: %s is not there\n", path);
        return;
    }
    struct intake_case c;
    case_init(&c, vendors[_i].record);
    bool ok = case_recognise_file(&c, path);
    struct strbuf text = {0};
    if (!ok)
        error_format(&c.err, LANG_EN, &text);
    ck_assert_msg(ok, "%s", strbuf_span(&text).p);
    ck_assert_str_eq(case_mapping(&c), vendors[_i].mapping);
    case_release(&c);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("headers");
    TCase *tables = tcase_create("tables");
    tcase_set_timeout(tables, 60);
    tcase_add_test(tables, synonyms_stand_as_folding_leaves_them);
    tcase_add_test(tables, synonyms_belong_to_records_that_have_the_field);
    tcase_add_test(tables, no_header_means_two_things_with_one_rank);
    tcase_add_test(tables, canonical_names_are_headers);
    tcase_add_test(tables, words_stand_as_folding_leaves_them);
    tcase_add_test(tables, no_word_has_two_meanings);
    suite_add_tcase(suite, tables);
    TCase *recognition = tcase_create("recognition");
    tcase_add_loop_test(recognition, header_means_field, 0, sizeof headers / sizeof headers[0]);
    tcase_add_loop_test(recognition, word_means_value, 0, sizeof words / sizeof words[0]);
    tcase_add_loop_test(recognition, vendor_export_is_recognised, 0,
                        sizeof vendors / sizeof vendors[0]);
    suite_add_tcase(suite, recognition);
    return run_suite(suite);
}
