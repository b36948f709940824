/*
 * A name as words: folded, without remarks, honorifics and titles.
 *
 *     【再任用】髙橋 次郎 様（税務課）  →  高橋 次郎
 *     Dr. García-López, José (Finance) →  garcia lopez jose
 */
#include "name.h"

#include "code_points.h"
#include "fold_traits.h"

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

void drop_honorifics(struct strbuf *words) {
    trim_end(words);
    while (drop_one_honorific(words)) {
    }
    words->p[words->n] = '\0';
}

bool is_title(struct span word) {
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
    fold_by_traits(FOLD_NAME_WORDS, text, &folded);
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
