/*
 * Names in Latin letters come as "Taro Yamada", "YAMADA, Taro" or "Yamada Taro": their words are
 * sorted. A name with any kanji or kana has one order and keeps it.
 */
#include "code_points.h"
#include "fold.h"

#include "tenko/memory.h"

#include <stdlib.h>

static bool is_latin_letter(int32_t c) {
    if (c >= 'a' && c <= 'z')
        return true;
    return (c >= 0xDF && c <= 0x24F && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

static bool is_latin(struct span key) {
    const unsigned char *p = (const unsigned char *)key.p, *end = p + key.n;
    bool has_letter = false;
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        if (is_latin_letter(c))
            has_letter = true;
        else if (c >= 0x80 && !is_combining(c))
            return false;
    }
    return has_letter;
}

static int by_bytes(const void *a, const void *b) {
    return span_compare(*(const struct span *)a, *(const struct span *)b);
}

static bool is_between_words(char c) {
    return c == ' ' || c == ',' || c == '.';
}

static void add_sorted_words(struct span key, struct strbuf *out) {
    VEC(struct span) words = {0};
    for (size_t i = 0; i < key.n;) {
        size_t start = i;
        while (i < key.n && !is_between_words(key.p[i]))
            i++;
        if (i > start)
            vec_push(&words, ((struct span){key.p + start, i - start}));
        else
            i++;
    }
    if (words.count)
        qsort(words.items, words.count, sizeof *words.items, by_bytes);
    for (size_t i = 0; i < words.count; i++) {
        if (i)
            strbuf_add_char(out, ' ');
        strbuf_add_span(out, words.items[i]);
    }
    vec_release(&words);
}

void fold_name_unordered(struct span text, struct strbuf *out) {
    struct strbuf words = {0};
    fold_key(FOLD_NAME_WORDS, text, &words);
    if (is_latin(strbuf_span(&words))) {
        strbuf_clear(out);
        add_sorted_words(strbuf_span(&words), out);
    } else {
        fold_key(FOLD_NAME, text, out);
    }
    strbuf_release(&words);
}
