/*
 * What a cell's word means: looked up in the table as it stands; without punctuation; without the
 * code before it or behind it; then in its forms (許可しない, ロックされています, not active).
 */
#include "words.h"

#include "synonyms.h"
#include "tenko/fold.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool holds(const char *list, struct span word) {
    for (const char *p = list; *p;) {
        size_t n = strcspn(p, " ");
        if (n == word.n && memcmp(p, word.p, n) == 0)
            return true;
        p += n + (p[n] == ' ');
    }
    return false;
}

static bool find_word(enum record record, enum field field, struct span word, uint8_t *out) {
    for (size_t i = 0; i < word_table_count; i++) {
        if (word_table[i].field == field && word_table[i].records & 1u << record &&
            holds(word_table[i].words, word)) {
            *out = word_table[i].value;
            return true;
        }
    }
    return false;
}

bool answer_of(struct span word, bool *is_yes) {
    struct strbuf folded = {0};
    bool is_answer = false;
    fold_text(FOLD_WORD, word, &folded);
    for (size_t i = 0; i < ANSWER_WORDS && !is_answer; i++) {
        is_answer = holds(answer_words[i].words, strbuf_span(&folded));
        *is_yes = answer_words[i].value == ANSWER_YES;
    }
    strbuf_release(&folded);
    return is_answer;
}

/* What "yes" or "no" means in a status column. */
static uint8_t status_of(enum record record, bool is_yes) {
    if (record == RECORD_PERSON)
        return is_yes ? PERSON_ACTIVE : PERSON_LEFT;
    if (record == RECORD_SEAT)
        return is_yes ? SEAT_ASSIGNED : SEAT_CANCELLED;
    return is_yes ? ACCOUNT_ENABLED : ACCOUNT_DISABLED;
}

/* What "yes" means in a column that asks for a kind of account. */
static uint8_t kind_of_flag(unsigned flags) {
    return flags & HEADER_SERVICE    ? KIND_SERVICE
           : flags & HEADER_EXTERNAL ? KIND_EXTERNAL
                                     : KIND_SHARED;
}

/* What a yes or no means in a column whose header asks a question. */
static uint8_t value_of_answer(enum record record, enum field field, unsigned flags, bool is_yes) {
    if (field == FIELD_kind)
        return is_yes ? kind_of_flag(flags) : KIND_PERSONAL;
    if (record == RECORD_PERSON && field == FIELD_status && flags & HEADER_STATE)
        return is_yes ? PERSON_LEAVE : PERSON_ACTIVE;
    bool is_so = is_yes == !(flags & HEADER_INVERTED);
    if (field == FIELD_post_kind)
        return is_so ? POST_CONCURRENT : POST_MAIN;
    return status_of(record, is_so);
}

static bool find_with_flags(enum record record, enum field field, unsigned flags, struct span word,
                            uint8_t *out) {
    bool asks = flags & (HEADER_INVERTED | HEADER_FLAG);
    for (size_t i = 0; asks && i < ANSWER_WORDS; i++) {
        if (!holds(answer_words[i].words, word))
            continue;
        *out = value_of_answer(record, field, flags, answer_words[i].value == ANSWER_YES);
        return true;
    }
    return find_word(record, field, word, out);
}

/* 1.0, 0.00: what a program with one kind of number makes of 1 and 0 → the digits before the
 * point; else an empty span. */
static struct span before_zeros(struct span folded) {
    size_t n = folded.n;
    while (n > 0 && folded.p[n - 1] == '0')
        n--;
    bool has_zeros = n > 1 && n < folded.n && folded.p[n - 1] == '.';
    return has_zeros ? (struct span){folded.p, n - 1} : (struct span){0};
}

/* "1:有効", "01.在職", "0-停止" → the part behind the code; else an empty span. */
static struct span behind_code(struct span folded) {
    size_t i = 0;
    while (i < folded.n && folded.p[i] >= '0' && folded.p[i] <= '9')
        i++;
    if (i == 0 || i + 1 >= folded.n || !strchr(":.-_", folded.p[i]))
        return (struct span){0};
    return (struct span){folded.p + i + 1, folded.n - i - 1};
}

/* "有効(1)", "suspended:abuse" → the part before the bracket or colon; else an empty span. */
static struct span before_note(struct span folded) {
    for (size_t i = 0; i < folded.n; i++) {
        if (folded.p[i] == '(' || folded.p[i] == ':')
            return (struct span){folded.p, i};
    }
    return (struct span){0};
}

/* Of an account: LOCKED or DISABLED as a whole word that nothing negates (EXPIRED & LOCKED). */
static bool says_locked(struct span text) {
    static const char *const off[] = {"locked", "disabled"};
    static const char *const negations[] = {"not", "no", "non", "never", "isnt"};
    char word[16];
    bool is_negated = false, is_off = false;
    for (size_t i = 0; i < text.n;) {
        size_t n = 0;
        for (; i < text.n && ((text.p[i] | 0x20) >= 'a' && (text.p[i] | 0x20) <= 'z'); i++) {
            if (n < sizeof word - 1)
                word[n++] = (char)(text.p[i] | 0x20);
        }
        i += n == 0;
        word[n] = 0;
        for (size_t k = 0; n && k < sizeof off / sizeof off[0]; k++)
            is_off |= !is_negated && strcmp(word, off[k]) == 0;
        bool negates = false;
        for (size_t k = 0; n && k < sizeof negations / sizeof negations[0]; k++)
            negates |= strcmp(word, negations[k]) == 0;
        if (n)
            is_negated = negates;
    }
    return is_off;
}

/* Bits of an account's state: Windows' 2, or, where they say the opposite, SAP's 32 and 64. Its 128
 * is the passing lock after wrong passwords. */
static bool account_bits(struct span word, unsigned flags, uint8_t *out) {
    const uint64_t off = flags & HEADER_INVERTED ? 32 | 64 : 2;
    uint64_t bits = 0;
    for (size_t i = 0; i < word.n; i++) {
        if (word.p[i] < '0' || word.p[i] > '9' || i > 10)
            return false;
        bits = bits * 10 + (uint64_t)(word.p[i] - '0');
    }
    *out = bits & off ? ACCOUNT_DISABLED : ACCOUNT_ENABLED;
    return word.n > 0;
}

/* SAP's types of users: A dialog, S service (of many people), B system, C communication, L a
 * reference that nobody logs in with. */
static bool user_type(struct span word, uint8_t *out) {
    static const char letters[] = "asbcl";
    static const uint8_t kinds[] = {KIND_PERSONAL, KIND_SHARED, KIND_SERVICE, KIND_SERVICE,
                                    KIND_SERVICE};
    const char *at = word.n == 1 ? memchr(letters, word.p[0], sizeof letters - 1) : NULL;
    if (at)
        *out = kinds[at - letters];
    return at != NULL;
}

/* Forms of a word: what stands around its base, and whether it says the opposite. */
static const struct form {
    const char *before, *behind;
    bool negates;
} forms[] = {
    {"", "ではありません", true},
    {"", "ではない", true},
    {"", "でない", true},
    {"", "されていません", true},
    {"", "されていない", true},
    {"", "していません", true},
    {"", "していない", true},
    {"", "しません", true},
    {"", "しない", true},
    {"", "されています", false},
    {"", "されている", false},
    {"", "しています", false},
    {"", "している", false},
    {"", "されました", false},
    {"", "します", false},
    {"", "する", false},
    {"", "した", false},
    {"", "です", false},
    {"not", "", true},
    {"isnot", "", true},
    {"サインイン", "", false},
    {"ログイン", "", false},
    {"ログオン", "", false},
    {"signin", "", false},
    {"login", "", false},
    {"logon", "", false},
};

/* The base of a word in such a form; else an empty span. */
static struct span base_of(struct span word, const struct form *form) {
    size_t before = strlen(form->before), behind = strlen(form->behind);
    bool fits = word.n > before + behind && memcmp(word.p, form->before, before) == 0 &&
                memcmp(word.p + word.n - behind, form->behind, behind) == 0;
    return fits ? (struct span){word.p + before, word.n - before - behind} : (struct span){0};
}

/* Whether an account is used says nothing of whether it can be: 利用していない is no "disabled". */
static bool tells_of_use(struct span base) {
    return holds("利用 使用 利用中 使用中 稼働 稼働中 inuse using working ログイン", base);
}

/* 許可しない, ロックされていません, サインイン禁止, not active: of an account's state and of
 * answers. */
static bool find_form(enum record record, enum field field, unsigned flags, struct span word,
                      uint8_t *out) {
    bool is_state = record == RECORD_ACCOUNT && field == FIELD_status;
    if (!is_state && field != FIELD_privileged && field != FIELD_mfa)
        return false;
    for (size_t i = 0; i < COUNT(forms); i++) {
        struct span base = base_of(word, &forms[i]);
        if (base.n == 0 || (forms[i].negates && tells_of_use(base)) ||
            !find_with_flags(record, field, flags, base, out))
            continue;
        uint8_t yes = is_state ? ACCOUNT_ENABLED : ANSWER_YES;
        uint8_t no = is_state ? ACCOUNT_DISABLED : ANSWER_NO;
        if (forms[i].negates)
            *out = *out == yes ? no : yes;
        return true;
    }
    return false;
}

bool word_value(enum record record, enum field field, unsigned flags, struct span word,
                uint8_t *out) {
    struct strbuf folded = {0}, plain = {0};
    fold_text(FOLD_WORD, word, &folded);
    fold_text(FOLD_HEADER, word, &plain);
    struct span text = strbuf_span(&folded);
    if (before_zeros(text).n)
        text = before_zeros(text);
    bool is_known = false;
    if (flags & HEADER_ACCOUNT_BITS &&
        (field == FIELD_kind ? user_type(text, out) : account_bits(text, flags, out)))
        is_known = true;
    else if (find_with_flags(record, field, flags, text, out))
        is_known = true;
    else if (plain.n && find_with_flags(record, field, flags, strbuf_span(&plain), out))
        is_known = true;
    else if (behind_code(text).n)
        is_known = find_with_flags(record, field, flags, behind_code(text), out);
    else if (before_note(text).n)
        is_known = find_with_flags(record, field, flags, before_note(text), out);
    if (!is_known && plain.n)
        is_known = find_form(record, field, flags, strbuf_span(&plain), out);
    if (!is_known && record == RECORD_ACCOUNT && field == FIELD_status &&
        !(flags & HEADER_INVERTED) && says_locked(word)) {
        *out = ACCOUNT_DISABLED;
        is_known = true;
    }
    strbuf_release(&folded);
    strbuf_release(&plain);
    return is_known;
}
