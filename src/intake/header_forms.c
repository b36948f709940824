/*
 * Headers that are put together: 使用/停止 asks for one of two states, 従業員名（姓） is half of a
 * name, 従業員名フリガナ its reading, signInActivity.lastSignInDateTime a place in a tree.
 */
#include "header_forms.h"

#include "reading.h"
#include "words.h"

#include "tenko/fold.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* --- two states --- */

/* The header's halves on both sides of its only sign of the list; false if there is none. */
static bool halves_of(struct span header, struct span *first, struct span *second) {
    static const char *const signs[] = {"/", "／", "・", "･", "|", "｜"};
    bool is_cut = false;
    for (size_t i = 0; i < header.n; i++) {
        for (size_t s = 0; s < COUNT(signs); s++) {
            size_t n = strlen(signs[s]);
            if (header.n - i < n || memcmp(header.p + i, signs[s], n) != 0)
                continue;
            if (is_cut)
                return false;
            is_cut = true;
            *first = trimmed((struct span){header.p, i});
            *second = trimmed((struct span){header.p + i + n, header.n - i - n});
            i += n - 1;
            break;
        }
    }
    return is_cut && first->n && second->n;
}

/* A word for a state, and no mere yes or no. */
static bool is_state(enum record record, struct span word, uint8_t *value) {
    bool is_yes;
    return !answer_of(word, &is_yes) && word_value(record, FIELD_status, 0, word, value);
}

size_t pair_meanings(enum record record, struct span header, struct meaning *out) {
    struct span first, second;
    uint8_t a = 0, b = 0;
    if ((record != RECORD_ACCOUNT && record != RECORD_SEAT) ||
        !halves_of(header, &first, &second) || !is_state(record, first, &a) ||
        !is_state(record, second, &b) || a == b)
        return 0;
    uint8_t off = record == RECORD_SEAT ? SEAT_CANCELLED : ACCOUNT_DISABLED;
    *out = (struct meaning){FIELD_status, 1, a == off ? HEADER_INVERTED : 0, 0};
    return 1;
}

size_t legend_meanings(enum record record, struct span header, struct strbuf *scratch,
                       struct meaning *out) {
    struct legend_entry entry;
    uint8_t first = 0, value = 0;
    size_t count = 0;
    bool has_other = false;
    if (record != RECORD_ACCOUNT && record != RECORD_PERSON && record != RECORD_SEAT)
        return 0;
    fold_text(FOLD_WORD, header, scratch);
    for (size_t at = 0; legend_next(strbuf_span(scratch), &at, &entry); count++) {
        if (!is_state(record, entry.word, &value))
            return 0;
        first = count ? first : value;
        has_other |= value != first;
    }
    *out = (struct meaning){FIELD_status, 2, 0, 0};
    return has_other;
}

/* --- parts and readings of a name --- */

/* Does one of the words end the text (begin it)? Its bytes; the longest. */
static size_t mark_of(const char *list, struct span text, bool is_at_end) {
    size_t longest = 0;
    for (const char *p = list; *p;) {
        size_t n = strcspn(p, " ");
        if (text.n > n && n > longest && memcmp(text.p + (is_at_end ? text.n - n : 0), p, n) == 0)
            longest = n;
        p += n + (p[n] == ' ');
    }
    return longest;
}

static bool means(enum record record, struct span folded, enum field field, uint8_t *rank) {
    struct meaning meanings[MEANINGS_MAX];
    size_t count = entry_meanings(record, folded, 0, meanings);
    for (size_t i = 0; i < count; i++) {
        if (meanings[i].field == field) {
            *rank = meanings[i].rank;
            return true;
        }
    }
    return false;
}

/* The name of which the header is a reading: 従業員名フリガナ, カナ職員氏名. */
static bool is_reading(enum record record, struct span folded, uint8_t *rank) {
    static const char marks[] = "フリガナ ふりがな ヨミガナ よみがな 読み仮名 振り仮名 カタカナ "
                                "ひらがな カナ かな ヨミ よみ 読み kana furigana yomi";
    for (int is_at_end = 0; is_at_end < 2; is_at_end++) {
        size_t n = mark_of(marks, folded, is_at_end);
        struct span name = {folded.p + (is_at_end ? 0 : n), folded.n - n};
        if (n && means(record, name, FIELD_name, rank))
            return true;
    }
    return means(record, folded, FIELD_kana, rank);
}

size_t name_part_meanings(enum record record, struct span folded, struct meaning *out) {
    static const struct {
        const char *marks;
        enum field of_name, of_kana;
    } parts[] = {
        {"姓 苗字 名字 last lastname surname family familyname", FIELD_family_name,
         FIELD_family_kana},
        {"名 名前 first firstname given givenname", FIELD_given_name, FIELD_given_kana},
    };
    uint8_t rank = 0;
    if (record != RECORD_PERSON && record != RECORD_ACCOUNT)
        return 0;
    for (size_t i = 0; i < COUNT(parts); i++) {
        size_t n = mark_of(parts[i].marks, folded, true);
        struct span whole = {folded.p, folded.n - n};
        bool is_name = n && means(record, whole, FIELD_name, &rank);
        if (!is_name && !(n && is_reading(record, whole, &rank)))
            continue;
        enum field field = is_name ? parts[i].of_name : parts[i].of_kana;
        *out = (struct meaning){field, (uint8_t)(rank + RANK_NOTE), 0, 0};
        return 1;
    }
    if (!is_reading(record, folded, &rank))
        return 0;
    *out = (struct meaning){FIELD_kana, (uint8_t)(rank + RANK_NOTE), 0, 0};
    return 1;
}

/* --- a concurrent post --- */

/* Its department behind 兼務, where the rest of the header says no more. */
static bool is_place(struct span text) {
    static const char *const words[] = {"先", "先名", "名", "情報", "課", "課名"};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (span_equal(text, span_of(words[i])))
            return true;
    }
    return false;
}

size_t concurrent_meanings(enum record record, struct span folded, struct meaning *out) {
    static const char marks[] = "兼務先 兼務 併任先 併任 兼任先 兼任 兼職";
    static const field_set of_post = FIELDS(department, department_code, position, job_type);
    struct meaning meanings[MEANINGS_MAX];
    size_t n = record == RECORD_PERSON ? mark_of(marks, folded, false) : 0;
    struct span rest = {folded.p + n, folded.n - n};
    if (n == 0)
        return 0;
    uint8_t number = 2;
    bool is_numbered = rest.p[rest.n - 1] >= '1' && rest.p[rest.n - 1] <= '9';
    if (is_numbered) {
        number = (uint8_t)(rest.p[--rest.n] - '0' + 1);
    }
    *out = (struct meaning){FIELD_department, 1 + RANK_NOTE, 0, number};
    if (rest.n == 0 || is_place(rest))
        return 1;
    size_t count = entry_meanings(record, rest, RANK_NOTE, meanings);
    for (size_t i = 0; i < count; i++) {
        if (knows_field(of_post, meanings[i].field)) {
            *out = meanings[i];
            out->number = number;
            return 1;
        }
    }
    return 0;
}

/* The header's text before its only note in brackets, which ends it; false if there is none. */
static bool before_note(struct span header, struct span *text, struct span *note) {
    static const char *const opens[] = {"(", "（", "[", "［", "【"};
    for (size_t i = 0; i < COUNT(opens); i++) {
        size_t n = strlen(opens[i]);
        const char *at = memmem(header.p, header.n, opens[i], n);
        if (!at || at == header.p)
            continue;
        *text = (struct span){header.p, (size_t)(at - header.p)};
        *note = (struct span){at, header.n - text->n};
        return true;
    }
    return false;
}

size_t post_meanings(enum record record, struct span header, struct meaning out[MEANINGS_MAX]) {
    static const char main_post[] = "主 正 本務 主務 メイン main primary";
    static const char further[] =
        "兼 副 兼務 兼任 併任 サブ その他 sub secondary concurrent additional";
    static const field_set of_post = FIELDS(department, department_code, position, job_type);
    struct span text, note;
    size_t kept = 0;
    if ((record != RECORD_PERSON && record != RECORD_ACCOUNT) || !before_note(header, &text, &note))
        return 0;
    struct strbuf folded = {0};
    fold_text(FOLD_HEADER, note, &folded);
    bool is_main = folded.n && header_word(main_post, strbuf_span(&folded)) == folded.n;
    bool is_further = folded.n && header_word(further, strbuf_span(&folded)) == folded.n;
    fold_text(FOLD_HEADER, text, &folded);
    size_t count =
        is_main || is_further ? entry_meanings(record, strbuf_span(&folded), RANK_NOTE, out) : 0;
    for (size_t i = 0; i < count; i++) {
        if (!knows_field(of_post, out[i].field))
            continue;
        out[kept] = out[i];
        out[kept++].number = is_further ? 2 : 0;
    }
    strbuf_release(&folded);
    return kept;
}

/* --- the days of a period --- */

/* Does the text, or the text with 期間 behind it, mean a period? The meaning of the wanted day. */
static bool day_of_period(enum record record, struct span text, uint8_t wanted,
                          struct meaning *out) {
    struct strbuf period = {0};
    struct meaning meanings[MEANINGS_MAX];
    bool is_found = false;
    strbuf_add_span(&period, text);
    for (int pass = 0; pass < 2 && !is_found; pass++) {
        size_t count = entry_meanings(record, strbuf_span(&period), 0, meanings);
        for (size_t i = 0; i < count && !is_found; i++) {
            is_found = fields[meanings[i].field].type == TYPE_DATE && meanings[i].flags & wanted;
            *out = (struct meaning){meanings[i].field, meanings[i].rank, 0, 0};
        }
        strbuf_add_text(&period, "期間");
    }
    strbuf_release(&period);
    return is_found;
}

size_t period_meanings(enum record record, struct span folded, struct meaning *out) {
    static const char first[] =
        "自 始 始期 始期日 開始 開始日 開始年月日 起 起算日 から from start "
        "begin startdate";
    static const char last[] = "至 終 終期 終期日 終了 終了日 終了年月日 終了予定日 満了 満了日 "
                               "満了年月日 迄 まで to until end enddate";
    size_t n = mark_of(first, folded, true);
    if (n && day_of_period(record, (struct span){folded.p, folded.n - n}, HEADER_FIRST_DAY, out))
        return 1;
    n = mark_of(last, folded, true);
    return n && day_of_period(record, (struct span){folded.p, folded.n - n}, HEADER_LAST_DAY, out);
}

/* --- a place in a tree --- */

/* Where the header's last part begins; 0 if it has only one. */
static size_t last_part(struct span header) {
    static const char *const signs[] = {".", "/", ":", ">", "．", "／", "：", "＞"};
    size_t at = 0;
    for (size_t i = 0; i < header.n; i++) {
        for (size_t s = 0; s < COUNT(signs); s++) {
            size_t n = strlen(signs[s]);
            if (header.n - i > n && memcmp(header.p + i, signs[s], n) == 0)
                at = i + n;
        }
    }
    return at;
}

bool header_is_of_others(struct span folded) {
    static const char *const words[] = {
        "manager", "supervisor", "creat",    "modif",   "updat",    "owner",     "sponsor",
        "parent",  "previous",   "former",   "recover", "alternat", "emergency", "family",
        "spouse",  "dependent",  "billing",  "approve", "request",  "assign",    "author",
        "contact", "company",    "customer", "vendor",  "tenant",   "license",   "device",
        "client",  "app",        "mailbox",  "policy",  "上司",     "上長",      "評価",
        "緊急",    "連絡",       "家族",     "扶養",    "配偶",     "保証",      "承認",
        "申請",    "作成",       "更新",     "変更",    "異動前",   "旧",        "前任",
        "後任",    "引継",       "取引"};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (memmem(folded.p, folded.n, words[i], strlen(words[i])))
            return true;
    }
    return false;
}

/* Words that mean little without what stands before them. */
static bool is_general(struct span folded) {
    static const char *const words[] = {"name", "id",   "code", "number", "no",
                                        "user", "type", "名前", "名称",   "番号"};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (span_equal(folded, span_of(words[i])))
            return true;
    }
    return false;
}

/* What a tree says of an account's state or rights may be about any part of it (mfa.enabled); of a
 * person's work it is not. */
static bool may_stand_below(enum record record, enum field field) {
    static const field_set who =
        FIELDS(person_id, user_id, name, family_name, given_name, kana, family_kana, given_kana);
    static const field_set what = FIELDS(email, department, department_code, position, employment,
                                         job_type, last_login_on, last_used_on);
    return record == RECORD_PERSON || knows_field(who, field) || knows_field(what, field);
}

size_t path_meanings(enum record record, struct span header, struct strbuf *scratch,
                     struct meaning out[MEANINGS_MAX]) {
    size_t at = last_part(header), kept = 0;
    fold_text(FOLD_HEADER, (struct span){header.p, at}, scratch);
    if (at == 0 || scratch->n == 0 || header_is_of_others(strbuf_span(scratch)))
        return 0;
    fold_text(FOLD_HEADER, (struct span){header.p + at, header.n - at}, scratch);
    if (scratch->n == 0 || is_general(strbuf_span(scratch)))
        return 0;
    size_t count = entry_meanings(record, strbuf_span(scratch), 0, out);
    for (size_t i = 0; i < count; i++) {
        if (may_stand_below(record, out[i].field)) {
            out[kept] = out[i];
            out[kept++].rank += RANK_DERIVED;
        }
    }
    return kept;
}
