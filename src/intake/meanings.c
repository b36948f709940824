/*
 * What a header means: looked up in the table of synonyms as it stands; else without its number or
 * its note in brackets; else without the words around it that say nothing of the field
 * (user.profile.firstName, ユーザーの所属, 現所属名称, Legal Last Name).
 */
#include "header_forms.h"

#include "tenko/fold.h"

#include <string.h>

static const struct brackets {
    const char *open, *close;
} brackets[] = {{"(", ")"},   {"[", "]"},   {"（", "）"}, {"［", "］"}, {"【", "】"},
                {"〔", "〕"}, {"＜", "＞"}, {"<", ">"},   {"「", "」"}, {"《", "》"}};

/* "状態 0:正常 1:停止": does the legend of the codes begin behind this blank? */
static bool begins_legend(struct span text) {
    size_t i = 1;
    while (i < text.n && text.p[i] >= '0' && text.p[i] <= '9')
        i++;
    bool is_blank = (unsigned char)text.p[0] <= ' ';
    return is_blank && i > 1 && i < text.n && (text.p[i] == ':' || text.p[i] == '=');
}

/* Does the note change what the header means: 有効期限（自） is the first day, 所属（旧） a former
 * one, 氏名（申請者） somebody else's, 通称：姓（ヨミガナ） a reading? */
static bool is_of_something_else(struct span note) {
    static const char whole[] =
        "自 始 始期 開始 開始日 起 から from start begin 至 終 終期 終了 終了日 迄 まで to "
        "until end 旧 前 old former previous";
    static const char *const parts[] = {"カナ",     "かな",   "ヨミ",   "よみ",   "フリガナ",
                                        "ふりがな", "旧所属", "異動前", "変更前", "申請者",
                                        "承認者",   "更新者", "作成者", "上司",   "上長",
                                        "緊急",     "失敗"};
    struct strbuf folded = {0};
    fold_text(FOLD_HEADER, note, &folded);
    struct span text = strbuf_span(&folded);
    bool is = text.n && header_word(whole, text) == text.n;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && text.n; i++)
        is |= memmem(text.p, text.n, parts[i], strlen(parts[i])) != NULL;
    strbuf_release(&folded);
    return is;
}

/* The bytes of the note in brackets that begins here; 0 = none. */
static size_t note_at(struct span text) {
    for (size_t b = 0; b < sizeof brackets / sizeof brackets[0]; b++) {
        size_t n = strlen(brackets[b].open), m = strlen(brackets[b].close);
        if (text.n < n || memcmp(text.p, brackets[b].open, n) != 0)
            continue;
        const char *end = memmem(text.p, text.n, brackets[b].close, m);
        if (end)
            return (size_t)(end - text.p) + m;
    }
    return 0;
}

/* The header without notes in brackets, and without the legend of its codes: "Email Address
 * [Required]". False if it has none, or one that changes the meaning. */
static bool without_notes(struct span header, struct strbuf *out) {
    strbuf_clear(out);
    bool found = false;
    for (size_t i = 0; i < header.n;) {
        struct span rest = {header.p + i, header.n - i};
        size_t note = note_at(rest), skip = begins_legend(rest) ? rest.n : note;
        if (note && is_of_something_else((struct span){rest.p, note}))
            return false;
        found |= skip > 0;
        if (!skip)
            strbuf_add_char(out, header.p[i]);
        i += skip ? skip : 1;
    }
    return found && out->n > 0;
}

/* "部署1", "役職2": the meanings of 部署, with the number. */
static size_t numbered_meanings(enum record record, struct span folded, struct meaning *out) {
    size_t digits = 0;
    while (digits < folded.n && folded.p[folded.n - 1 - digits] >= '0' &&
           folded.p[folded.n - 1 - digits] <= '9')
        digits++;
    if (digits == 0 || digits > 2 || digits == folded.n)
        return 0;
    int number = 0;
    for (size_t i = folded.n - digits; i < folded.n; i++)
        number = number * 10 + (folded.p[i] - '0');
    folded.n -= digits;
    size_t count = entry_meanings(record, folded, RANK_NOTE, out);
    for (size_t i = 0; i < count; i++)
        out[i].number = (uint8_t)number;
    return count;
}

/* --- words around a header --- */

/* Words in front that say whose the field is, and words behind that say no more; longest first,
 * as FOLD_HEADER leaves them (it drops the mark ー). */
static const char of_account[] =
    "users user profiles profile accounts account members member primary 利用者 使用者 ユザ "
    "アカウント メンバ";
static const char of_person[] =
    "employees employee workers worker persons person staff legal official current name 教職員 "
    "従業員 職員 社員 本人 現在 現 対象者 "
    "退職者 離職者 本務 主務 主たる";
static const char behind[] = "primarywork primary work official required optional current";
static const char of_days[] =
    "タイムスタンプ 年月日 日時 日付 時刻 日 datetime timestamp date time utc on at";
static const char of_names[] = "名称 name 名";

/* What a header may mean once such words are gone. */
enum {
    NO_EXPIRY = 1,    /* when a person's time ends is no expiry of the account */
    ONLY_PERSONS = 2, /* "Employee Status" beside a user ID is no status of the account */
    ONLY_DAYS = 4,
    ONLY_NAMED = 8, /* what has a name beside its code */
    DEPTH_MAX = 3,  /* words taken away */
    REST_MIN = 4    /* bytes: one kanji alone (名, 日) means too much */
};

static bool may_mean(enum record record, enum field field, unsigned limits) {
    static const field_set named =
        FIELDS(department, job_type, position, employment, role, kind, status, post_kind);
    static const field_set names =
        FIELDS(name, family_name, given_name, kana, family_kana, given_kana, email, person_id);
    static const field_set work = FIELDS(department_code, department, job_type);
    bool is_persons =
        record == RECORD_PERSON || knows_field(names, field) || knows_field(work, field);
    return !(limits & NO_EXPIRY && field == FIELD_expires_on) &&
           !(limits & ONLY_PERSONS && !is_persons) &&
           !(limits & ONLY_DAYS && fields[field].type != TYPE_DATE) &&
           !(limits & ONLY_NAMED && !knows_field(named, field));
}

/* The bytes of the next word of *list, from there on, that the text begins with (ends with); 0 =
 * none. Several may fit: "memberstatus" begins with members and with member. */
static size_t next_affix(const char **list, struct span text, bool is_at_end) {
    while (**list) {
        const char *word = *list;
        size_t n = strcspn(word, " ");
        *list += n + (word[n] == ' ');
        if (text.n >= n + REST_MIN && memcmp(text.p + (is_at_end ? text.n - n : 0), word, n) == 0)
            return n;
    }
    return 0;
}

/* アカウント管理者 is who manages it, not whether it may manage. */
static bool is_a_person(struct span text) {
    static const char *const words[] = {"管理者", "システム管理者", "administrator"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (span_equal(text, span_of(words[i])))
            return true;
    }
    return false;
}

static size_t meanings_within(enum record record, struct span text, unsigned limits,
                              struct meaning *out) {
    size_t count = entry_meanings(record, text, RANK_DERIVED, out), kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (may_mean(record, out[i].field, limits) &&
            !(out[i].field == FIELD_privileged && is_a_person(text)))
            out[kept++] = out[i];
    }
    return kept;
}

/* A column of ticks may be called so: 登録 says whether, 登録日 when. */
static bool may_be_ticked(struct span text) {
    static const char *const words[] = {"登録", "発行", "作成", "付与", "交付", "開設", "採用",
                                        "退職", "離職", "休職", "返却", "貸与", "失効", "承認"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (span_equal(text, span_of(words[i])))
            return true;
    }
    return false;
}

/* 利用開始: the header 利用開始日. */
static size_t meanings_of_day(enum record record, struct span text, unsigned limits,
                              struct meaning *out) {
    static const char *const endings[] = {"日", "date", "on", "at"};
    size_t count = 0;
    struct strbuf day = {0};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0] && !count; i++) {
        strbuf_clear(&day);
        strbuf_add_span(&day, text);
        strbuf_add_text(&day, endings[i]);
        count = meanings_within(record, strbuf_span(&day), limits | ONLY_DAYS, out);
    }
    strbuf_release(&day);
    return count;
}

/* The meanings of the header without up to DEPTH_MAX words around it; the fewest possible. */
static size_t derived_meanings(enum record record, struct span text, unsigned limits, int depth,
                               struct meaning *out) {
    static const struct {
        const char *words;
        bool is_at_end;
        unsigned limits;
    } affixes[] = {
        {of_account, false, 0},
        {of_person, false, NO_EXPIRY | ONLY_PERSONS},
        {behind, true, 0},
        {of_days, true, ONLY_DAYS},
        {of_names, true, ONLY_NAMED},
    };
    size_t count = meanings_within(record, text, limits, out);
    if (count == 0 && !may_be_ticked(text))
        count = meanings_of_day(record, text, limits, out);
    for (size_t i = 0; i < sizeof affixes / sizeof affixes[0] && !count && depth < DEPTH_MAX; i++) {
        const char *words = affixes[i].words;
        for (size_t n; !count && (n = next_affix(&words, text, affixes[i].is_at_end)) > 0;) {
            struct span rest = {text.p + (affixes[i].is_at_end ? 0 : n), text.n - n};
            count = derived_meanings(record, rest, limits | affixes[i].limits, depth + 1, out);
        }
    }
    return count;
}

/* The same for a header with の between its words (ユーザーの所属). */
static size_t meanings_without_particles(enum record record, struct span folded,
                                         struct meaning *out) {
    static const char particle[] = "の";
    enum { N = sizeof particle - 1 };
    struct strbuf plain = {0};
    for (size_t i = 0; i < folded.n;) {
        bool is_particle = folded.n - i >= N && memcmp(folded.p + i, particle, N) == 0;
        if (!is_particle)
            strbuf_add_char(&plain, folded.p[i]);
        i += is_particle ? N : 1;
    }
    size_t count = plain.n == 0 || plain.n == folded.n
                       ? 0
                       : derived_meanings(record, strbuf_span(&plain), 0, 0, out);
    strbuf_release(&plain);
    return count;
}

/* "①利用者ID", "1.利用者ID" */
static size_t meanings_behind_number(enum record record, struct span folded, struct meaning *out) {
    size_t digits = 0;
    while (digits < folded.n && folded.p[digits] >= '0' && folded.p[digits] <= '9')
        digits++;
    if (digits == 0 || digits == folded.n)
        return 0;
    return entry_meanings(record, (struct span){folded.p + digits, folded.n - digits}, RANK_NOTE,
                          out);
}

/* Lists have headers of all kinds; the heads of our own tables are fixed. */
static bool is_list(enum record record) {
    return record == RECORD_PERSON || record == RECORD_ACCOUNT || record == RECORD_SEAT ||
           record == RECORD_DEVICE;
}

size_t header_meanings(enum record record, struct span header, struct strbuf *scratch,
                       struct meaning out[MEANINGS_MAX]) {
    size_t count = pair_meanings(record, header, out);
    fold_text(FOLD_HEADER, header, scratch);
    if (count == 0)
        count = entry_meanings(record, strbuf_span(scratch), 0, out);
    if (count == 0)
        count = meanings_behind_number(record, strbuf_span(scratch), out);
    if (count == 0)
        count = numbered_meanings(record, strbuf_span(scratch), out);
    if (count == 0)
        count = post_meanings(record, header, out);
    if (count == 0)
        count = concurrent_meanings(record, strbuf_span(scratch), out);
    if (count == 0)
        count = period_meanings(record, strbuf_span(scratch), out);
    if (count == 0)
        count = name_part_meanings(record, strbuf_span(scratch), out);
    struct strbuf plain = {0};
    if (count == 0 && without_notes(header, &plain)) {
        fold_text(FOLD_HEADER, strbuf_span(&plain), scratch);
        count = entry_meanings(record, strbuf_span(scratch), RANK_NOTE, out);
        if (count == 0)
            count = composed_meaning(record, strbuf_span(scratch), &out[0]);
    }
    strbuf_release(&plain);
    fold_text(FOLD_HEADER, header, scratch);
    if (count == 0 && is_list(record))
        count = derived_meanings(record, strbuf_span(scratch), 0, 0, out);
    if (count == 0 && is_list(record))
        count = meanings_without_particles(record, strbuf_span(scratch), out);
    if (count == 0 && record == RECORD_ACCOUNT)
        count = state_meaning(strbuf_span(scratch), &out[0]);
    if (count == 0)
        count = composed_meaning(record, strbuf_span(scratch), &out[0]);
    struct meaning state;
    if ((count == 0 || out[0].field == FIELD_kind) &&
        legend_meanings(record, header, scratch, &state)) {
        out[0] = state;
        count = 1;
    }
    if (count == 0 && is_list(record))
        count = path_meanings(record, header, scratch, out);
    return count;
}

enum field header_field(enum record record, struct span header) {
    struct strbuf scratch = {0};
    struct meaning meanings[MEANINGS_MAX];
    size_t count = header_meanings(record, header, &scratch, meanings);
    strbuf_release(&scratch);
    return count ? meanings[0].field : FIELD_NONE;
}
