/*
 * Names that a list has put together otherwise: ジョン・スミス, John A. Smith, 総務課
 * 佐藤 花子, 佐藤花子 係長. Each form is a name again, to be folded like others.
 */
#include "code_points.h"

#include "tenko/name.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { WORDS_MAX = 8 };

struct name_word_list {
    struct span items[WORDS_MAX];
    size_t count; /* more than WORDS_MAX: too many to be a name */
};

static bool parts_words(int32_t c) {
    return is_space(c) || c == '_' || c == 0xFF3F || c == 0x30FB || c == 0xFF65 || c == 0x00B7;
}

static struct name_word_list words_of(struct span name) {
    const unsigned char *p = (const unsigned char *)name.p, *end = p + name.n, *start = p;
    struct name_word_list words = {.count = 0};
    while (start < end) {
        const unsigned char *at = p;
        bool is_end = p == end || parts_words(utf8_next(&p, end));
        if (!is_end)
            continue;
        if (at > start) {
            if (words.count < WORDS_MAX)
                words.items[words.count] = (struct span){(const char *)start, (size_t)(at - start)};
            words.count++;
        }
        if (at == end)
            break;
        start = p;
    }
    return words;
}

static void join(const struct name_word_list *words, size_t from, size_t to, struct strbuf *out) {
    strbuf_clear(out);
    for (size_t i = from; i < to; i++) {
        if (i > from)
            strbuf_add_char(out, ' ');
        strbuf_add_span(out, words->items[i]);
    }
}

/* Of names in kanji the order matters: 太郎 and 一 are family names, too. */
static bool is_in_katakana(struct span word) {
    const unsigned char *p = (const unsigned char *)word.p, *end = p + word.n;
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        if (!(c >= 0x30A1 && c <= 0x30FE) && !(c >= 0xFF66 && c <= 0xFF9F))
            return false;
    }
    return word.n > 0;
}

/* A, A.: a letter for a name. */
static bool is_initial(struct span word) {
    bool is_letter = word.n > 0 && ((word.p[0] | 0x20) >= 'a' && (word.p[0] | 0x20) <= 'z');
    return is_letter && (word.n == 1 || (word.n == 2 && word.p[1] == '.'));
}

static bool without_initials(const struct name_word_list *words, struct strbuf *out) {
    struct name_word_list kept = {.count = 0};
    for (size_t i = 0; i < words->count; i++) {
        if (!is_initial(words->items[i]))
            kept.items[kept.count++] = words->items[i];
    }
    join(&kept, 0, kept.count, out);
    return kept.count >= 2 && kept.count < words->count;
}

static bool ends_with(struct span word, const char *end) {
    size_t n = strlen(end);
    return word.n >= n && memcmp(word.p + word.n - n, end, n) == 0;
}

/* A section, a post or a number: 総務課, 係長, 001001. */
static bool stands_beside_names(struct span word) {
    static const char *const ends[] = {"課",       "係",       "部",     "室",     "局",    "班",
                                       "校",       "園",       "所",     "館",     "署",    "院",
                                       "センター", "グループ", "チーム", "長",     "補佐",  "主査",
                                       "主任",     "主事",     "主幹",   "参事",   "技師",  "教諭",
                                       "講師",     "係員",     "保健師", "保育士", "看護師"};
    bool has_digit = false, is_code = true;
    for (size_t i = 0; i < COUNT(ends); i++) {
        if (ends_with(word, ends[i]))
            return true;
    }
    for (size_t i = 0; i < word.n; i++) {
        has_digit |= word.p[i] >= '0' && word.p[i] <= '9';
        is_code &= (unsigned char)word.p[i] < 0x80;
    }
    return has_digit && is_code;
}

bool name_in_form(struct span name, enum name_form form, struct strbuf *out) {
    struct name_word_list words = words_of(name);
    size_t n = words.count;
    if (n < 2 || n > WORDS_MAX)
        return false;
    switch (form) {
    case NAME_TURNED:
        if (n != 2 || !is_in_katakana(words.items[0]) || !is_in_katakana(words.items[1]))
            return false;
        join(&words, 1, 2, out);
        strbuf_add_char(out, ' ');
        strbuf_add_span(out, words.items[0]);
        return true;
    case NAME_WITHOUT_INITIALS:
        return without_initials(&words, out);
    case NAME_WITHOUT_FIRST:
        join(&words, 1, n, out);
        return stands_beside_names(words.items[0]);
    case NAME_WITHOUT_LAST:
        join(&words, 0, n - 1, out);
        return stands_beside_names(words.items[n - 1]);
    case NAME_FORMS:
        break;
    }
    return false;
}
