/*
 * The words that systems write where there is no date. Compared without spaces, hyphens,
 * underlines, stops and brackets; any word that begins with "never" is one ("Never logged in",
 * "Never accessed").
 */
#include "date_words.h"

static const char *const none_words[] = {
    "なし",
    "ナシ",
    "無",
    "無し",
    "該当なし",
    "該当無し",
    "設定なし",
    "期限なし",
    "期限無し",
    "履歴なし",
    "記録なし",
    "利用なし",
    "利用実績なし",
    "使用なし",
    "ログインなし",
    "ログイン履歴なし",
    "データなし",
    "未使用",
    "未利用",
    "未ログイン",
    "ログインしていない",
    "ログインしていません",
    "一度もログインしていません",
    "一度もログインしていない",
    "ログインしたことがありません",
    "ログインしたことがない",
    "サインインしたことがありません",
    "サインインしたことがない",
    "サインインしていません",
    "サインインなし",
    "サインイン履歴なし",
    "未サインイン",
    "アクセスしたことがありません",
    "アクセスしたことがない",
    "アクセスなし",
    "アクセス履歴なし",
    "利用履歴なし",
    "使用履歴なし",
    "使用実績なし",
    "ログイン実績なし",
    "未アクセス",
    "未設定",
    "未登録",
    "未入力",
    "未定",
    "無期限",
    "無期",
    "期限の定めなし",
    "期間の定めなし",
    "定めなし",
    "無制限",
    "永久",
    "年月日", /* an empty form */
    "令和年月日",
    "平成年月日",
    "none",
    "null",
    "nil",
    "na",
    "n/a",
    "not applicable",
    "not set",
    "nan",
    "nat",
    "\\n",
    "infinity",
    "no data",
    "no login",
    "no sign in",
    "no activity",
    "not yet",
    "not logged in",
    "not logged in yet",
    "no end date",
    "no expiration date",
    "no expiration",
    "no expiry",
    "does not expire",
    "unlimited",
};

static bool is_filler(int32_t c) {
    return c == ' ' || c == '-' || c == '_' || c == '.' || c == '*' || c == '(' || c == ')' ||
           c == '<' || c == '>' || c == '[' || c == ']' || c == 0x3002; /* 。 */
}

static bool is_only_separators(const struct scan *s) {
    for (size_t i = s->begin; i < s->text.count; i++) {
        int32_t c = s->text.items[i];
        if (c != ' ' && c != '-' && c != '/' && c != '.' && c != ':')
            return false;
    }
    return true;
}

/* The word's next code point that counts; 0 at its end. (A scan has made ー a hyphen.) */
static int32_t next_of_word(const unsigned char **p, const unsigned char *end) {
    while (*p < end) {
        int32_t c = utf8_next(p, end);
        if (!is_filler(c) && c != 0x30FC)
            return c;
    }
    return 0;
}

static bool has_word(const struct scan *s, const char *word, bool may_go_on) {
    const unsigned char *p = (const unsigned char *)word, *end = p + strlen(word);
    for (size_t i = s->begin; i < s->text.count; i++) {
        if (is_filler(s->text.items[i]))
            continue;
        int32_t c = next_of_word(&p, end);
        if (c == 0)
            return may_go_on;
        if (c != s->text.items[i])
            return false;
    }
    return next_of_word(&p, end) == 0;
}

bool scan_is_no_date(const struct scan *s) {
    int32_t first = scan_peek(s);
    if (first >= '0' && first <= '9')
        return has_word(s, "9223372036854775807", false); /* Active Directory's never */
    if (s->text.count == s->begin + 2 && s->text.items[s->begin] == '-' &&
        s->text.items[s->begin + 1] == '1')
        return true; /* -1 */
    if (is_only_separators(s) || has_word(s, "never", true))
        return true;
    for (size_t i = 0; i < sizeof none_words / sizeof *none_words; i++) {
        if (has_word(s, none_words[i], false))
            return true;
    }
    return false;
}
