/*
 * The name key. A name becomes words first (name_words.c), then one text without spaces and signs.
 * Names in Latin letters come as "Taro Yamada", "YAMADA, Taro", "Yamada Taro" or "YAMADATARO":
 * their words are sorted and joined, and the key is that ring of letters (ring.c). A name with any
 * kanji or kana has one order and keeps it.
 *
 *     高橋 次郎          →  高橋次郎
 *     garcia lopez jose →  garciajoselopez →  arciajoselopezg
 */
#include "name.h"

#include "code_points.h"

#include "tenko/fold.h"
#include "tenko/memory.h"

#include <stdlib.h>

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
    if (is_latin(strbuf_span(&joined))) /* Smith さ ん */
        add_sorted_words(strbuf_span(&joined), out);
    else
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
