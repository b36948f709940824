/*
 * Folding by traits: each kind is a row of them, and one function maps a code point by them.
 *
 *     text → NFKD and case folding → map or drop each code point → NFC → key
 *
 * Two short cuts give the same keys: printable ASCII needs no Unicode at all, and neither do texts
 * of kanji, kana and full-width ASCII only (nearly all Japanese names), because none of these
 * characters combine with each other.
 */
#include "fold_traits.h"

#include "code_points.h"
#include "kana.h"

enum hyphens {
    HYPHEN_IS_HYPHEN, /* ー is - */
    HYPHEN_IS_LONG,   /* - is ー */
    HYPHEN_BY_KANA,   /* ー behind kana, - elsewhere */
    HYPHEN_IS_SYMBOL, /* dropped with the punctuation */
};

struct traits {
    enum hyphens hyphens;
    bool spaces_kept;     /* but never at the ends */
    bool dots_are_spaces; /* middle dots; dropped where spaces are not kept */
    bool is_name;         /* variant kanji, ヶ = ケ, accents dropped */
    bool is_kana;
    bool symbols_dropped;
};

static const struct traits traits_of[FOLD_ALL_COUNT] = {
    [FOLD_ID] = {.hyphens = HYPHEN_IS_HYPHEN, .spaces_kept = true},
    [FOLD_ID_BARE] = {.hyphens = HYPHEN_IS_HYPHEN, .spaces_kept = true},
    [FOLD_KANA] = {.hyphens = HYPHEN_IS_LONG, .dots_are_spaces = true, .is_kana = true},
    [FOLD_WORD] = {.hyphens = HYPHEN_BY_KANA},
    [FOLD_HEADER] = {.hyphens = HYPHEN_IS_SYMBOL, .symbols_dropped = true},
    [FOLD_NAME_WORDS] = {.hyphens = HYPHEN_BY_KANA,
                         .spaces_kept = true,
                         .dots_are_spaces = true,
                         .is_name = true},
};

#define DROPPED (-1)

static bool is_middle_dot(int32_t c) {
    switch (c) {
    case 0x00B7: /* · */
    case 0x2022: /* • */
    case 0x2027: /* ‧ */
    case 0x2219: /* ∙ */
    case 0x22C5: /* ⋅ */
    case 0x30FB: /* ・ */
    case 0xFF65: /* ･ */
        return true;
    default:
        return false;
    }
}

/* One sign for what different encoders made of one CP932 byte pair (～〜 ∥‖; NFKC joins the other
 * four pairs), and for apostrophes. */
static int32_t same_sign(int32_t c) {
    switch (c) {
    case 0x301C:
    case 0xFF5E:
        return '~';
    case 0x2225:
        return 0x2016;
    case 0x2018: /* ‘ ’ */
    case 0x2019:
    case 0x02B9: /* ʹ ʻ ʼ ʽ */
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x2032: /* ′ */
        return '\'';
    default:
        return c;
    }
}

static int32_t map_hyphen(enum hyphens hyphens, int32_t before) {
    switch (hyphens) {
    case HYPHEN_IS_LONG:
        return 0x30FC;
    case HYPHEN_BY_KANA:
        return is_kana(before) ? 0x30FC : '-';
    case HYPHEN_IS_SYMBOL:
        return DROPPED;
    case HYPHEN_IS_HYPHEN:
        break;
    }
    return '-';
}

/* A Latin letter that is no letter with a mark to Unicode, as people without it write it: one or
 * two letters, or 0. */
static const char *plain_letters(int32_t c) {
    switch (c) {
    case 0x00E6: /* æ */
        return "ae";
    case 0x00F0: /* ð đ */
    case 0x0111:
        return "d";
    case 0x00F8: /* ø */
        return "o";
    case 0x00FE: /* þ */
        return "th";
    case 0x0127: /* ħ */
        return "h";
    case 0x0131: /* ı */
        return "i";
    case 0x0142: /* ł */
        return "l";
    case 0x0153: /* œ */
        return "oe";
    case 0x0167: /* ŧ */
        return "t";
    default:
        return NULL;
    }
}

/* The key's code point for `c`, which is visible and case folded, behind `before`. */
static int32_t map_visible(const struct traits *traits, int32_t c, int32_t before) {
    if (is_hyphen(c))
        return map_hyphen(traits->hyphens, before);
    if (traits->dots_are_spaces && is_middle_dot(c))
        return traits->spaces_kept ? ' ' : DROPPED;
    c = same_sign(c);
    if (traits->is_name) {
        if (c == 0x30F5 || c == 0x30F6) /* ヵ ヶ of 関ヶ原: written small or large at will */
            return kana_large_katakana(c);
        return fold_variant(c);
    }
    if (traits->is_kana)
        return kana_large_katakana(c);
    if (traits->symbols_dropped && is_symbol(c))
        return DROPPED;
    return c;
}

struct folding {
    const struct traits *traits;
    struct code_points key;
    int32_t before;       /* last code point of the key that is no combining mark */
    int32_t before_space; /* the same, before the key's last spaces */
};

/* Of names: letters without their marks; ´ and its like, to NFKC a space and a mark, are nothing.
 */
static bool fold_latin(struct folding *f, int32_t c) {
    const char *plain = plain_letters(c);
    for (const char *p = plain; p && *p; p++)
        code_points_push(&f->key, f->before = (unsigned char)*p);
    if (plain)
        return true;
    if (!is_combining(c))
        return false;
    if (f->key.count && f->key.items[f->key.count - 1] == ' ') {
        f->key.count--;
        f->before = f->before_space;
        return true;
    }
    return is_latin_letter(f->before);
}

static void fold_one(void *context, int32_t c) {
    struct folding *f = context;
    if (f->traits->is_name && fold_latin(f, c))
        return;
    if (is_space(c))
        c = f->traits->spaces_kept ? ' ' : DROPPED;
    else if (is_invisible(c))
        c = DROPPED;
    else
        c = map_visible(f->traits, c, f->before);
    if (c == DROPPED || (c == ' ' && f->key.count == 0))
        return;
    code_points_push(&f->key, c);
    if (c == ' ' && f->before != ' ')
        f->before_space = f->before;
    if (!is_combining(c))
        f->before = c;
}

static void fold_any(const struct traits *traits, struct span text, struct strbuf *out) {
    struct folding f = {.traits = traits};
    code_points_init(&f.key);
    code_points_decompose(text, fold_one, &f);
    code_points_compose(&f.key);
    while (f.key.count && f.key.items[f.key.count - 1] == ' ')
        f.key.count--;
    for (size_t i = 0; i < f.key.count; i++)
        utf8_add(out, f.key.items[i]);
    code_points_release(&f.key);
}

#define EACH_BYTE(value) (0x0101010101010101u * (value))

/* Eight printable ASCII characters in lower case; *strange gets a bit where one is not printable.
 */
static uint64_t lower_eight(uint64_t eight, uint64_t *strange) {
    uint64_t low = eight & EACH_BYTE(0x7F);
    uint64_t is_printable = (low + EACH_BYTE(0x80 - ' ')) & ~(low + EACH_BYTE(0x80 - 0x7F));
    uint64_t is_upper = (low + EACH_BYTE(0x80 - 'A')) & ~(low + EACH_BYTE(0x7F - 'Z'));
    *strange |= (eight | ~is_printable) & EACH_BYTE(0x80);
    return eight | (is_upper & EACH_BYTE(0x80)) >> 2;
}

/* Short cut 0, for ids: printable ASCII is trimmed and put in lower case, eight at a time. */
static bool fold_ascii_id(struct span text, struct strbuf *out) {
    while (text.n && text.p[0] == ' ')
        text.p++, text.n--;
    while (text.n && text.p[text.n - 1] == ' ')
        text.n--;
    strbuf_reserve(out, text.n);
    char *to = out->p + out->n;
    uint64_t strange = 0;
    for (size_t i = 0; i < text.n; i += 8) {
        size_t n = text.n - i < 8 ? text.n - i : 8;
        uint64_t eight = EACH_BYTE(' ');
        memcpy(&eight, text.p + i, n);
        eight = lower_eight(eight, &strange);
        memcpy(to + i, &eight, n);
    }
    if (strange)
        return false;
    out->n += text.n;
    return true;
}

/* Short cut 1. Appends the key of printable ASCII, or returns false at anything else. */
static bool fold_ascii(const struct traits *traits, struct span text, struct strbuf *out) {
    strbuf_reserve(out, text.n);
    char *to = out->p + out->n, *start = to;
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c - 0x20u > 0x7Eu - 0x20u)
            return false;
        if (c - (unsigned)'A' < 26u) {
            *to++ = (char)(c + 32);
        } else if (c - (unsigned)'a' < 26u || c - (unsigned)'0' < 10u) {
            *to++ = (char)c;
        } else if (c == ' ') {
            if (traits->spaces_kept && to > start)
                *to++ = ' ';
        } else if (traits->symbols_dropped) {
            continue;
        } else if (c == '-' && traits->hyphens == HYPHEN_IS_LONG) {
            return false;
        } else {
            *to++ = (char)c;
        }
    }
    while (to > start && to[-1] == ' ')
        to--;
    *to = '\0';
    out->n += (size_t)(to - start);
    return true;
}

/* Kanji, kana, printable and full-width ASCII: 0 if `c` is none of them, else `c` under NFKC and
 * case folding. They neither decompose beyond this nor combine with each other. */
static int32_t plain_japanese(int32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF)
        return c;
    if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC) || c == 0x3005)
        return c;
    if (c == 0x3000)
        return ' ';
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFF01 - '!';
    if (c >= 'A' && c <= 'Z')
        return c + 32;
    return c >= 0x20 && c <= 0x7E ? c : 0;
}

/* Short cut 2. Appends the key of a plain Japanese text, or returns false and appends nothing. */
static bool fold_plain(const struct traits *traits, struct span text, struct strbuf *out) {
    const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n;
    size_t start = out->n;
    int32_t before = 0;
    while (p < end) {
        int32_t c = plain_japanese(utf8_next(&p, end));
        if (c == 0) {
            out->n = start;
            return false;
        }
        if (c == ' ')
            c = traits->spaces_kept ? ' ' : DROPPED;
        else
            c = map_visible(traits, c, before);
        if (c == DROPPED || (c == ' ' && out->n == start))
            continue;
        utf8_add(out, c);
        before = c;
    }
    while (out->n > start && out->p[out->n - 1] == ' ')
        out->n--;
    return true;
}

/* Leading zeros are dropped, and the spaces that come to the front with them. */
static void drop_leading_zeros(struct strbuf *key) {
    size_t from = 0;
    while (from + 1 < key->n && (key->p[from] == '0' || key->p[from] == ' '))
        from++;
    key->n -= from;
    memmove(key->p, key->p + from, key->n);
}

void fold_by_traits(int kind, struct span text, struct strbuf *out) {
    const struct traits *traits = &traits_of[kind];
    strbuf_clear(out);
    strbuf_reserve(out, text.n);
    bool is_id = traits->hyphens == HYPHEN_IS_HYPHEN;
    if (!(is_id ? fold_ascii_id(text, out) : fold_ascii(traits, text, out)) &&
        !fold_plain(traits, text, out))
        fold_any(traits, text, out);
    if (kind == FOLD_ID_BARE && out->n)
        drop_leading_zeros(out);
    out->p[out->n] = '\0';
}
