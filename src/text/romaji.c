/*
 * The romaji key: how a name sounds, from kana or from Latin letters, so that the spellings of
 * Hepburn, Kunrei, Nihon-shiki and passports are one.
 *
 *     Ohno Yuki, Yūki Ōno, Oono-Yuuki, オオノ ユウキ, おおのゆうき   →   kionoyu
 *
 * Three steps. Each word becomes the letters of Nihon-shiki (shi → si, sho → syo, オオ → oo, ッ and
 * tt → tu + consonant, since old registers print ッ as ツ). The words are joined, and the text is
 * seen as a ring: family and given name in either order are the same ring, also where nobody knows
 * the border between them, as in a kana cell without a space. On the ring long vowels become short
 * (ou, oo, oh, ei, uu …) and Ciy + vowel becomes Cy (シヨ = ショ). The key is the ring cut where it
 * reads smallest.
 */
#include "name.h"

#include "code_points.h"
#include "kana.h"

/* Longer texts are no names; the key is made of the first part. */
enum { RING_MAX = 512 };

static bool is_vowel(char c) {
    return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o';
}

/* --- kana --- */

/* Nihon-shiki of large katakana from ア (U+30A2); the small ones are made large before. */
static const char *const katakana[] = {
    "a",  "a",  "i",  "i",  "u",  "u",  "e",  "e",  "o",  "o",  "ka", "ga", "ki", "gi", "ku",
    "gu", "ke", "ge", "ko", "go", "sa", "za", "si", "zi", "su", "zu", "se", "ze", "so", "zo",
    "ta", "da", "ti", "zi", "tu", "tu", "zu", "te", "de", "to", "do", "na", "ni", "nu", "ne",
    "no", "ha", "ba", "pa", "hi", "bi", "pi", "hu", "bu", "pu", "he", "be", "pe", "ho", "bo",
    "po", "ma", "mi", "mu", "me", "mo", "ya", "ya", "yu", "yu", "yo", "yo", "ra", "ri", "ru",
    "re", "ro", "wa", "wa", "i",  "e",  "o",  "n",  "bu", "ka", "ke", "ba", "bi", "be", "bo",
};

/* Kana whose small vowel changes the consonant: ティ is no テイ. */
static const struct {
    int32_t kana, small;
    const char *romaji;
} joined_kana[] = {
    {0x30C6, 0x30A3, "ti"},   /* ティ */
    {0x30C7, 0x30A3, "zi"},   /* ディ */
    {0x30C8, 0x30A5, "tu"},   /* トゥ */
    {0x30C9, 0x30A5, "zu"},   /* ドゥ */
    {0x30C7, 0x30E5, "zyu"},  /* デュ */
    {0x30B9, 0x30A3, "si"},   /* スィ */
    {0x30BA, 0x30A3, "zi"},   /* ズィ */
    {0x30A4, 0x30A7, "e"},    /* イェ */
    {0x30AF, 0x30A1, "kuwa"}, /* クァ */
    {0x30B0, 0x30A1, "guwa"}, /* グァ */
    {0x30F4, 0x30A1, "ba"},   /* ヴァ */
    {0x30F4, 0x30A3, "bi"},   {0x30F4, 0x30A7, "be"}, {0x30F4, 0x30A9, "bo"},
};

static int32_t to_katakana(int32_t c) {
    bool is_hiragana = (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E; /* ゝ ゞ */
    return is_hiragana ? c + 0x60 : c;
}

static const char *romaji_of_pair(int32_t kana, int32_t small) {
    for (size_t i = 0; i < sizeof joined_kana / sizeof *joined_kana; i++) {
        if (joined_kana[i].kana == kana && joined_kana[i].small == small)
            return joined_kana[i].romaji;
    }
    return NULL;
}

/* カ…ト and ハ…ホ stand before their voiced ones; any other kana stays as it is. */
static int32_t to_voiced(int32_t c) {
    bool is_k_to_t =
        (c >= 0x30AB && c <= 0x30C1 && c % 2 == 1) || (c >= 0x30C4 && c <= 0x30C8 && c % 2 == 0);
    bool is_h = c >= 0x30CF && c <= 0x30DB && (c - 0x30CF) % 3 == 0;
    return c + (is_k_to_t || is_h);
}

/* One word in kana. A long-vowel sign says what the ring forgets anyway. */
static bool add_kana_word(struct span word, struct strbuf *ring) {
    const unsigned char *p = (const unsigned char *)word.p, *end = p + word.n;
    int32_t last = 0;
    while (p < end) {
        int32_t c = to_katakana(utf8_next(&p, end));
        if (c == 0x30FC) /* ー */
            continue;
        if (c == 0x30FD && last) /* ヽ */
            c = last;
        else if (c == 0x30FE && last) /* ヾ: みすゞ is みすず */
            c = to_voiced(last);
        last = c;
        const unsigned char *behind = p;
        int32_t next = p < end ? to_katakana(utf8_next(&behind, end)) : 0;
        const char *romaji = romaji_of_pair(c, next);
        if (romaji)
            p = behind;
        else if ((c = kana_large_katakana(c)) >= 0x30A1 && c <= 0x30FA)
            romaji = katakana[c - 0x30A1];
        else
            return false;
        strbuf_add_text(ring, romaji);
    }
    return true;
}

/* --- Latin letters --- */

/* A word of a–z under the reader's eye. */
struct latin {
    const char *p;
    size_t n, at;
    struct strbuf *ring;
};

static char letter(const struct latin *w, size_t ahead) {
    return w->at + ahead < w->n ? w->p[w->at + ahead] : '\0';
}

static char letter_before(const struct latin *w) {
    return w->at ? w->p[w->at - 1] : '\0';
}

/* A consonant that no vowel follows, as kana hear it: Kim is キム, Daiske ダイスケ. */
static void add_missing_vowel(struct latin *w, char consonant, char next) {
    if (is_vowel(next) || next == 'y' || next == 'w' || next == 'h' || next == consonant)
        return;
    strbuf_add_char(w->ring, consonant == 't' || consonant == 'd' ? 'o' : 'u');
}

/* sh, ch, j: the consonant, then y unless i or e or nothing follows; `used` letters are read. */
static void add_palatal(struct latin *w, char consonant, size_t used) {
    char next = letter(w, used);
    strbuf_add_char(w->ring, consonant);
    if (next == 'a' || next == 'u' || next == 'o')
        strbuf_add_char(w->ring, 'y');
    else if (next == 'e')
        strbuf_add_char(w->ring, 'i');
    w->at += used;
}

/* A consonant written double, also tch, ck, tts and ssh, is ッ; n and m are not. */
static bool is_doubled(const struct latin *w) {
    char c = letter(w, 0), next = letter(w, 1);
    if (is_vowel(c) || c == 'n' || c == 'm' || c == 'y' || c == 'h' || c == 'w')
        return false;
    return c == next || (c == 'c' && next == 'k') ||
           (c == 't' && next == 'c' && letter(w, 2) == 'h');
}

/* An h that only makes a vowel long: Ohno, Itoh, Yuhki, Ohya (大矢); not Kohei. */
static bool is_long_sign(const struct latin *w) {
    char next = letter(w, 1), before = letter_before(w);
    return next == 'y' ? before == 'o' && letter(w, 2) == 'a' : is_vowel(before) && !is_vowel(next);
}

static void add_nasal(struct latin *w) {
    char c = letter(w, 0), next = letter(w, 1);
    bool is_n = c == 'n' || next == 'b' || next == 'm' || next == 'p';
    /* Kennta: nn is how ん is typed, where no vowel follows. */
    if (c == 'n' && next == 'n' && !is_vowel(letter(w, 2)) && letter(w, 2) != 'y')
        w->at++;
    strbuf_add_char(w->ring, is_n ? 'n' : 'm');
    w->at++;
    if (!is_n)
        add_missing_vowel(w, 'm', next);
    else if (c == 'n' && next == 'g' && !is_vowel(letter(w, 1)) && letter(w, 1) != 'y')
        w->at++; /* Yong is ヨン */
}

/* A glide: wi → ui, wo → o, ye → e (Inouye), behind a consonant ye → ie; Emily → emiri. */
static void add_glide(struct latin *w) {
    char c = letter(w, 0), next = letter(w, 1), before = letter_before(w);
    bool is_behind_consonant = before && !is_vowel(before);
    if (c == 'w' && (next == 'i' || next == 'e' || (is_behind_consonant && next == 'a')))
        strbuf_add_text(w->ring, next == 'a' ? "uw" : "u");
    else if (c == 'y' && next == 'e' && is_behind_consonant)
        strbuf_add_char(w->ring, 'i');
    else if (c == 'y' && next == '\0' && before) /* Wendy, Roy */
        strbuf_add_char(w->ring, 'i');
    else if (c == 'w' && next == 'o' && letter(w, 2) == 'o')
        strbuf_add_char(w->ring, 'u'), w->at += 2; /* Woo */
    else if (!(c == 'w' && next == 'o') && !(c == 'y' && (next == 'e' || next == 'i')))
        strbuf_add_char(w->ring, c);
    w->at++;
}

static void add_d(struct latin *w) {
    char next = letter(w, 1);
    if (next == 'i' || next == 'u' || next == 'y')
        strbuf_add_char(w->ring, 'z');
    else if (next != 'z' && next != 'j') { /* dzu, dji */
        strbuf_add_char(w->ring, 'd');
        add_missing_vowel(w, 'd', next);
    }
    w->at++;
}

static void add_f(struct latin *w) {
    char next = letter(w, 1);
    strbuf_add_char(w->ring, 'h');
    if (next != 'u' && next != 'y')
        strbuf_add_char(w->ring, 'u');
    w->at++;
}

/* Letters of foreign names as kana would have them. */
static void add_plain(struct latin *w) {
    char c = letter(w, 0), next = letter(w, 1);
    w->at++;
    switch (c) {
    case 'l':
        c = 'r';
        break;
    case 'v':
        c = 'b';
        break;
    case 'q':
        c = 'k';
        break;
    case 'c':
        c = next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
        break;
    case 'x':
        strbuf_add_char(w->ring, 'k');
        c = 's';
        break;
    default:
        break;
    }
    strbuf_add_char(w->ring, c);
    if (!is_vowel(c) && c != 'h')
        add_missing_vowel(w, c, next);
}

/* An r that only makes a vowel long: Mark is マーク. */
static bool is_silent_r(const struct latin *w) {
    char next = letter(w, 1);
    return is_vowel(letter_before(w)) && !is_vowel(next) && next != 'y';
}

static void add_ts(struct latin *w) {
    strbuf_add_char(w->ring, 't');
    if (letter(w, 2) != 'u')
        strbuf_add_char(w->ring, 'u');
    w->at += 2;
}

static void add_latin_step(struct latin *w) {
    char c = letter(w, 0), next = letter(w, 1);
    if (is_doubled(w)) {
        strbuf_add_text(w->ring, "tu");
        w->at++;
    } else if (c == 's' && next == 'h') {
        add_palatal(w, 's', 2);
    } else if (c == 'c' && next == 'h') {
        add_palatal(w, 't', letter(w, 2) == 'y' ? 3 : 2);
    } else if (c == 'j') {
        add_palatal(w, 'z', next == 'y' ? 2 : 1);
    } else if (c == 't' && next == 's') {
        add_ts(w);
    } else if (c == 'n' || c == 'm') {
        add_nasal(w);
    } else if (c == 'w' || c == 'y') {
        add_glide(w);
    } else if (c == 'd') {
        add_d(w);
    } else if (c == 'f') {
        add_f(w);
    } else if ((c == 'h' && is_long_sign(w)) || (c == 'r' && is_silent_r(w))) {
        w->at++;
    } else {
        add_plain(w);
    }
}

/* One word in Latin letters without apostrophes; false at anything but a–z. */
static bool add_latin_word(struct span word, struct strbuf *ring) {
    struct strbuf bare = {0};
    bool is_plain = true;
    for (size_t i = 0; i < word.n; i++) {
        char c = word.p[i];
        is_plain &= (c >= 'a' && c <= 'z') || c == '\'' || c == '`';
        if (c >= 'a' && c <= 'z')
            strbuf_add_char(&bare, c);
    }
    struct latin w = {bare.p, bare.n, 0, ring};
    while (is_plain && w.at < w.n)
        add_latin_step(&w);
    strbuf_release(&bare);
    return is_plain;
}

/* --- the ring --- */

/* Drops the end of ring[0…n) as far as the last letter, c, makes it needless; the new length. */
static size_t push_letter(char *ring, size_t n, char c) {
    char last = n ? ring[n - 1] : '\0', before = n > 1 ? ring[n - 2] : '\0';
    if (is_vowel(c) && (c == last || (c == 'u' && last == 'o') || (c == 'i' && last == 'e')))
        return n; /* long */
    if (last == 'h' && before == 'o' && c == 'o')
        return n - 1; /* oho */
    if (last == 'y' && before == 'i' && (c == 'a' || c == 'u' || c == 'o') && n > 2 &&
        !is_vowel(ring[n - 3]))
        ring[--n - 1] = 'y'; /* siyo */
    ring[n] = c;
    return n + 1;
}

static size_t reduce(char *ring, size_t n) {
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        kept = push_letter(ring, kept, ring[i]);
    return kept;
}

static void add_ring(struct strbuf *letters, struct strbuf *out) {
    char *ring = letters->p;
    size_t n = reduce(ring, letters->n < RING_MAX ? letters->n : RING_MAX);
    /* Once more with the seam in the middle: what stands on both sides of it meets too. */
    ring_turn(ring, n, n / 2);
    n = reduce(ring, n);
    ring_turn(ring, n, ring_least_start(ring, n));
    strbuf_add(out, ring, n);
}

void romaji_key(struct span text, struct strbuf *out) {
    struct strbuf words = {0}, letters = {0};
    name_words(text, &words);
    struct span rest = strbuf_span(&words), word;
    bool sounds = true;
    while (sounds && next_word(&rest, &word))
        sounds = is_latin(word) ? add_latin_word(word, &letters) : add_kana_word(word, &letters);
    if (sounds && letters.n)
        add_ring(&letters, out);
    strbuf_release(&letters);
    strbuf_release(&words);
}
