/*
 * The name key. A name becomes words first (folded, without remarks, honorifics, titles), then one
 * text without spaces and signs. Names in Latin letters come as "Taro Yamada", "YAMADA, Taro",
 * "Yamada Taro" or "YAMADATARO": their words are sorted and joined, and the key is that ring of
 * letters (ring.c). A name with any kanji or kana has one order and keeps it.
 *
 *     【再任用】髙橋 次郎 様（税務課）  →  高橋 次郎      →  高橋次郎
 *     Dr. García-López, José (Finance) →  garcia lopez jose →  garciajoselopez →  arciajoselopezg
 */
#include "name.h"

#include "code_points.h"
#include "fold.h"

#include "tenko/memory.h"

#include <stdlib.h>

bool is_latin_letter(int32_t c) {
    if (c >= 'a' && c <= 'z')
        return true;
    return (c >= 0xDF && c <= 0x24F && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

static bool is_apostrophe(int32_t c) {
    return c == '\'' || c == '`';
}

bool is_latin(struct span words) {
    const unsigned char *p = (const unsigned char *)words.p, *end = p + words.n;
    bool has_letter = false;
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        if (is_latin_letter(c))
            has_letter = true;
        else if (c == 0xFFFD || (c >= 0x80 && !is_combining(c) && !is_symbol(c)))
            return false;
    }
    return has_letter;
}

/* --- remarks in brackets --- */

int bracket_step(int32_t c) {
    switch (c) {
    case '(':
    case '[':
    case '{':
    case '<':
    case 0x3008: /* 〈 */
    case 0x300A: /* 《 */
    case 0x3010: /* 【 */
    case 0x3014: /* 〔 */
    case 0x3016: /* 〖 */
        return 1;
    case ')':
    case ']':
    case '}':
    case '>':
    case 0x3009:
    case 0x300B:
    case 0x3011:
    case 0x3015:
    case 0x3017:
        return -1;
    default:
        return 0;
    }
}

/* What stands outside of brackets; inside too, if `all`. True if a letter is there. A bracket that
 * is never closed reaches to the end: the cell was cut. */
static bool copy_outside(struct span text, bool all, struct strbuf *out) {
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n;
    bool has_letter = false;
    int depth = 0;
    strbuf_clear(out);
    strbuf_reserve(out, text.n);
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        int step = bracket_step(c);
        depth = depth + step < 0 ? 0 : depth + step;
        if (step) {
            strbuf_add_char(out, ' ');
        } else if (depth == 0 || all) {
            utf8_add(out, c);
            has_letter |= !is_space(c) && !is_symbol(c);
        }
    }
    return has_letter;
}

/* --- honorifics and titles --- */

/* What may stand behind a name: after a space, or also at once after so many letters. */
static const struct honorific {
    const char *text;
    int letters_before;       /* 0 = only as a word of its own */
    bool not_behind_hiragana; /* しょうさん is a reading */
} honorifics[] = {
    {"様", 1, false},   {"さま", 1, true},   {"さん", 1, true},
    {"先生", 1, false}, {"殿", 2, false}, /* 鵜殿 is a family name */
    {"氏", 3, false},                     /* 尊氏 a given one */
    {"君", 0, false},   {"くん", 0, false},  {"ちゃん", 0, false},
    {"-san", 1, false}, {"-sama", 1, false},
};

static const char *const titles[] = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof"};

static bool ends_with(const struct strbuf *b, struct span tail) {
    return b->n > tail.n && memcmp(b->p + b->n - tail.n, tail.p, tail.n) == 0;
}

static bool ends_in_hiragana(struct span text) {
    const unsigned char *p = (const unsigned char *)text.p + text.n;
    if (text.n < 3)
        return false;
    p -= 3;
    int32_t c = utf8_next(&p, p + 3);
    return c >= 0x3041 && c <= 0x309F;
}

static int letters_of(struct span text) {
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n;
    int letters = 0;
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        letters += !is_space(c) && !is_symbol(c);
    }
    return letters;
}

static void trim_end(struct strbuf *b) {
    while (b->n && (b->p[b->n - 1] == ' ' || b->p[b->n - 1] == '.' || b->p[b->n - 1] == ','))
        b->n--;
}

static bool drop_one_honorific(struct strbuf *words) {
    for (size_t i = 0; i < sizeof honorifics / sizeof *honorifics; i++) {
        struct span tail = span_of(honorifics[i].text);
        if (!ends_with(words, tail))
            continue;
        struct span before = {words->p, words->n - tail.n};
        int least = before.p[before.n - 1] == ' ' ? 1 : honorifics[i].letters_before;
        if (least == 0 || letters_of(before) < least ||
            (honorifics[i].not_behind_hiragana && ends_in_hiragana(before)))
            continue;
        words->n = before.n;
        trim_end(words);
        return true;
    }
    return false;
}

static void drop_honorifics(struct strbuf *words) {
    trim_end(words);
    while (drop_one_honorific(words)) {
    }
    words->p[words->n] = '\0';
}

static bool is_title(struct span word) {
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        if (span_equal(word, span_of(titles[i])))
            return true;
    }
    return false;
}

bool next_word(struct span *words, struct span *word) {
    const unsigned char *p = (const unsigned char *)words->p, *end = p + words->n;
    const unsigned char *start = NULL;
    while (p < end) {
        const unsigned char *at = p;
        int32_t c = utf8_next(&p, end);
        bool is_between = (is_space(c) || is_symbol(c)) && c != 0xFFFD && !is_apostrophe(c);
        if (!is_between && !start)
            start = at;
        if (is_between && start) {
            *word = (struct span){(const char *)start, (size_t)(at - start)};
            *words = (struct span){(const char *)p, (size_t)(end - p)};
            return true;
        }
    }
    *words = (struct span){(const char *)end, 0};
    if (!start)
        return false;
    *word = (struct span){(const char *)start, (size_t)(end - start)};
    return true;
}

/* "mr. taro yamada" → "taro yamada"; a title alone is a name. */
static struct span without_titles(struct span words) {
    struct span rest = words, word, ahead;
    while (next_word(&rest, &word) && is_title(word)) {
        ahead = rest;
        if (!next_word(&ahead, &word))
            break;
        words = rest;
    }
    return words;
}

void name_words(struct span text, struct strbuf *out) {
    struct strbuf folded = {0};
    fold_key(FOLD_NAME_WORDS, text, &folded);
    if (!copy_outside(strbuf_span(&folded), false, out))
        copy_outside(strbuf_span(&folded), true, out);
    drop_honorifics(out);
    struct span kept = without_titles(strbuf_span(out));
    if (kept.n < out->n) {
        memmove(out->p, kept.p, kept.n);
        out->n = kept.n;
        out->p[out->n] = '\0';
    }
    strbuf_release(&folded);
}

/* --- the key --- */

static int by_bytes(const void *a, const void *b) {
    return span_compare(*(const struct span *)a, *(const struct span *)b);
}

/* A word without apostrophes, and without the marks that NFKC could not drop. */
static void add_latin_word(struct span word, struct strbuf *out) {
    const unsigned char *p = (const unsigned char *)word.p, *end = p + word.n;
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        if (!is_apostrophe(c) && !is_combining(c))
            utf8_add(out, c);
    }
}

/* What was added behind `start`, of Latin letters, becomes the key that knows no order. */
static void cut_ring(struct strbuf *out, size_t start) {
    char *ring = out->p + start;
    size_t n = out->n - start;
    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)ring[i] >= 0x80)
            return; /* letters of several bytes stay whole */
    }
    ring_turn(ring, n, ring_least_start(ring, n));
}

static void add_sorted_words(struct span words, struct strbuf *out) {
    struct strbuf bare = {0};
    VEC(size_t) ends = {0};
    VEC(struct span) sorted = {0};
    struct span word;
    while (next_word(&words, &word)) {
        add_latin_word(word, &bare);
        vec_push(&ends, bare.n);
    }
    for (size_t i = 0; i < ends.count; i++) {
        size_t start = i ? ends.items[i - 1] : 0;
        vec_push(&sorted, ((struct span){bare.p + start, ends.items[i] - start}));
    }
    if (sorted.count)
        qsort(sorted.items, sorted.count, sizeof *sorted.items, by_bytes);
    size_t start = out->n;
    for (size_t i = 0; i < sorted.count; i++)
        strbuf_add_span(out, sorted.items[i]);
    if (out->n > start)
        cut_ring(out, start);
    vec_release(&sorted);
    vec_release(&ends);
    strbuf_release(&bare);
}

/* Without spaces and signs; what these kept apart may combine now. */
static void add_joined(struct span words, struct strbuf *out) {
    const unsigned char *p = (const unsigned char *)words.p, *end = p + words.n;
    struct strbuf joined = {0};
    struct code_points key;
    int32_t before = 0;
    code_points_init(&key);
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        if (is_space(c) || (is_symbol(c) && c != 0xFFFD))
            continue;
        if (is_combining(c) && is_latin_letter(before))
            continue;
        code_points_push(&key, c);
        if (!is_combining(c))
            before = c;
    }
    code_points_compose(&key);
    strbuf_reserve(&joined, words.n);
    for (size_t i = 0; i < key.count; i++)
        utf8_add(&joined, key.items[i]);
    drop_honorifics(&joined);
    strbuf_add_span(out, strbuf_span(&joined));
    strbuf_release(&joined);
    code_points_release(&key);
}

/* --- short cuts, for nearly all names --- */

/* The last characters of the honorifics above. */
static bool may_end_honorific(int32_t c) {
    switch (c) {
    case 0x69D8: /* 様 */
    case 0x307E: /* ま */
    case 0x3093: /* ん */
    case 0x751F: /* 生 */
    case 0x6BBF: /* 殿 */
    case 0x6C0F: /* 氏 */
    case 0x541B: /* 君 */
        return true;
    default:
        return false;
    }
}

/* Kanji, kana and spaces only, and no honorific: appends the key, or nothing and gives false. */
static bool plain_japanese_key(struct span text, struct strbuf *out) {
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n;
    size_t start = out->n;
    int32_t before = 0, last = 0; /* last: that is no space */
    bool is_plain = true;
    while (is_plain && p < end) {
        int32_t c = utf8_next(&p, end);
        bool is_between = c == ' ' || c == 0x3000;
        is_plain = is_between || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
                   (c >= 0x30A1 && c <= 0x30F4) || c == 0x3005 || (c == 0x30FC && is_kana(before));
        if (is_plain && !is_between)
            utf8_add(out, fold_variant(last = c));
        before = is_between ? ' ' : c;
    }
    if (is_plain && !may_end_honorific(last))
        return true;
    out->n = start;
    return false;
}

enum { PLAIN_WORDS = 8, PLAIN_LETTERS = 64 };

/* ASCII letters and spaces only, and no title: likewise. */
static bool plain_ascii_key(struct span text, struct strbuf *out) {
    char letters[PLAIN_LETTERS];
    struct span words[PLAIN_WORDS];
    size_t count = 0;
    if (text.n > PLAIN_LETTERS)
        return false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        letters[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        if (letters[i] == ' ')
            continue;
        if (letters[i] < 'a' || letters[i] > 'z')
            return false;
        if (i > 0 && letters[i - 1] != ' ')
            words[count - 1].n++;
        else if (count == PLAIN_WORDS)
            return false;
        else
            words[count++] = (struct span){letters + i, 1};
    }
    if (count == 0 || is_title(words[0]))
        return false;
    qsort(words, count, sizeof *words, by_bytes);
    size_t start = out->n;
    for (size_t i = 0; i < count; i++)
        strbuf_add_span(out, words[i]);
    cut_ring(out, start);
    return true;
}

void name_key(struct span text, struct strbuf *out) {
    if (plain_japanese_key(text, out) || plain_ascii_key(text, out))
        return;
    struct strbuf words = {0};
    name_words(text, &words);
    if (is_latin(strbuf_span(&words)))
        add_sorted_words(strbuf_span(&words), out);
    else
        add_joined(strbuf_span(&words), out);
    strbuf_release(&words);
}

void fold_name_unordered(struct span text, struct strbuf *out) {
    fold_text(FOLD_NAME, text, out);
}
