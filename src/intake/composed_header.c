/*
 * Headers that products put together of few words in any order: the day of the last login (直近の
 * アクセス日時, Date of last sign-in), that of the password (最終パスワード更新日時), the second
 * factor (２段階認証プロセスの登録状況). The whole header must be made of such words, so that
 * 最終ログイン端末 and パスワード変更予定日 are none.
 */
#include "header_forms.h"

#include <string.h>

enum { WORDS_MAX = 12 }; /* of one header */

enum word_class {
    WORD_AROUND,
    WORD_DAY,
    WORD_LAST,
    WORD_USE,
    WORD_PASSWORD,
    WORD_CHANGE,
    WORD_FACTOR,
    WORD_REGISTERED,
    WORD_ENFORCED,
    WORD_CLASSES
};

/* As FOLD_HEADER leaves them (it drops the mark ー). 登録 and 設定 stand in two classes: of a
 * password they change it, of a second factor they say that there is one. */
static const char *const day_words[WORD_CLASSES] = {
    [WORD_AROUND] =
        "の に を した された し システム ユザ 利用者 アカウント vpn of the user account "
        "system successful interactive utc gmt jst",
    [WORD_DAY] = "年月日 日時 日付 時刻 時間 日 タイムスタンプ datetime date time timestamp at on",
    [WORD_LAST] = "最終 最後 最新 最近 直近 前回 ラスト mostrecent recent latest last previous",
    [WORD_USE] =
        "ログイン ログオン サインイン サインオン アクセス 認証 接続 操作 アクティビティ 活動 "
        "入退室 入室 入館 通行 稼働 利用 使用 login logon signin signon signedin signedon "
        "loggedin loggedon accessed access activity active authenticated authentication "
        "auth seen connected connection session used",
    [WORD_PASSWORD] = "パスワド password passwd pwd pw 暗証番号",
    [WORD_CHANGE] = "再設定 変更 更新 設定 登録 リセット changed change reset set updated update "
                    "modified",
};
static const char *const factor_words[WORD_CLASSES] = {
    [WORD_AROUND] = "認証 プロセス 状況 状態 有無 可否 区分 フラグ の への へ に 済み 済 化 "
                    "authentication auth verification status state flag has is user account",
    [WORD_FACTOR] =
        "多要素 二要素 2要素 二段階 2段階 mfa 2fa tfa 2sv twofactor twostep multifactor",
    [WORD_REGISTERED] = "登録 設定 有効 利用 registered registration enrolled enrollment enabled "
                        "enable configured active activated setup",
    [WORD_ENFORCED] = "適用 必須 強制 要求 enforced enforcement required",
};

/* How many words of each class make up the header; false if something else is in it. */
static bool count_words(const char *const words[WORD_CLASSES], struct span text,
                        size_t counts[WORD_CLASSES]) {
    memset(counts, 0, WORD_CLASSES * sizeof *counts);
    for (size_t found = 0; text.n; found++) {
        size_t longest = 0, kind = 0;
        for (size_t k = 0; k < WORD_CLASSES; k++) {
            size_t n = words[k] ? header_word(words[k], text) : 0;
            if (n > longest) {
                longest = n;
                kind = k;
            }
        }
        if (!longest || found == WORDS_MAX)
            return false;
        counts[kind]++;
        text = (struct span){text.p + longest, text.n - longest};
    }
    return true;
}

/* Whatever the kind of use, the newest counts. A password column without a word for a day or for
 * the last time may say whether there is one. */
static bool day_meaning(enum record record, struct span folded, struct meaning *out) {
    enum { RANK = RANK_DERIVED + 2 };
    size_t n[WORD_CLASSES];
    if (!count_words(day_words, folded, n))
        return false;
    enum field use = record == RECORD_SEAT ? FIELD_last_used_on : FIELD_last_login_on;
    if (n[WORD_LAST] && n[WORD_USE] && !n[WORD_PASSWORD] && !n[WORD_CHANGE])
        *out = (struct meaning){use, RANK, HEADER_NEWEST, 0};
    else if (record == RECORD_ACCOUNT && n[WORD_PASSWORD] == 1 && n[WORD_CHANGE] == 1 &&
             !n[WORD_USE] && (n[WORD_LAST] || n[WORD_DAY]))
        *out = (struct meaning){FIELD_password_changed_on, RANK, 0, 0};
    else
        return false;
    return true;
}

/* That it is asked for (enforced) says less than that there is one. */
static bool factor_meaning(enum record record, struct span folded, struct meaning *out) {
    size_t n[WORD_CLASSES];
    if (record != RECORD_ACCOUNT || !count_words(factor_words, folded, n) || n[WORD_FACTOR] != 1)
        return false;
    uint8_t rank = n[WORD_ENFORCED] ? RANK_DERIVED + 3 : RANK_DERIVED + 1;
    *out = (struct meaning){FIELD_mfa, rank, 0, 0};
    return true;
}

size_t composed_meaning(enum record record, struct span folded, struct meaning *out) {
    bool is_list = record == RECORD_ACCOUNT || record == RECORD_SEAT;
    return is_list && (day_meaning(record, folded, out) || factor_meaning(record, folded, out));
}
