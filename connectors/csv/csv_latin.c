/*
 * Accents in words, by the bytes around them.
 *
 * A letter with an accent stands alone among ASCII letters. Japanese text has runs of bytes beyond
 * ASCII that are longer or no letters of windows-1252: 課 is 89 DB, 担当 is 92 53 93 96, kana begin
 * with 82 and 83, ｱ to ｿ are B1 to BF. What could be either (a lone ﾅ is Å) counts only inside or
 * before a word of Latin letters, and only where hardly anything else is beyond ASCII.
 */
#include "csv_latin.h"

#include <string.h>

#define SURE_TIMES    4    /* accents for each run that is none */
#define SETTLED_TIMES 1000 /* so many runs that are none, and fewer accents: it is Japanese */

/* Letters of windows-1252; signs that its texts have too and that prove nothing. */
enum kind { KIND_SMALL, KIND_CAPITAL, KIND_SIGN, KIND_OTHER };

static enum kind kind_of(unsigned char c) {
    static const char small[] = "\x9A\x9C\x9E";         /* š œ ž */
    static const char signs[] = "\x80\x85\x8A\x8C\x8E"  /* € … Š Œ Ž */
                                "\x91\x92\x93\x94\x96"  /* ‘ ’ “ ” – */
                                "\x97\xA0\xAA\xAB\xB0"  /* —, a hard space, ª « ° */
                                "\xB7\xBA\xBB\xD7\xF7"; /* · º » × ÷ */
    if (strchr(signs, c))
        return KIND_SIGN;
    if (c >= 0xDF || strchr(small, c))
        return KIND_SMALL;
    return c >= 0xC0 ? KIND_CAPITAL : KIND_OTHER;
}

static bool is_small(unsigned char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_capital(unsigned char c) {
    return c >= 'A' && c <= 'Z';
}

/* Lefèvre, José, Weiß; été. */
static bool is_small_accent(const struct latin_look *l, unsigned char second) {
    if (l->run_bytes > 1 || l->run[0] == 0xDF)
        return is_small(l->before) && (is_small(l->after) || l->run_bytes == 1);
    /* No byte below 40 follows the first one of a character of CP932. */
    if (l->letters > 0)
        return is_small(l->after) || l->after < 0x40;
    return is_small(l->after) && is_small(second);
}

/* Ångström, MÜLLER: not AﾅB01, ABﾅ. */
static bool is_capital_accent(const struct latin_look *l, unsigned char second) {
    if (l->letters == 0)
        return is_small(l->after) && is_small(second);
    return is_capital(l->before) && is_capital(l->after) && (l->letters > 1 || is_capital(second));
}

/* O’Brien: not Web担当, A段. */
static bool is_apostrophe(const struct latin_look *l, unsigned char second) {
    return l->run[0] == 0x92 && l->letters > 0 && is_capital(l->after) && is_small(second);
}

/* The run is over: it, and the two bytes after it, were seen. */
static void judge(struct latin_look *l, unsigned char second) {
    enum kind kind = kind_of(l->run[0]);
    bool is_accent = kind == KIND_SMALL     ? is_small_accent(l, second)
                     : kind == KIND_CAPITAL ? is_capital_accent(l, second)
                                            : is_apostrophe(l, second);
    bool is_one_kind = l->run_bytes == 1 || (l->run_bytes == LATIN_RUN_MAX && kind == KIND_SMALL &&
                                             kind_of(l->run[1]) == KIND_SMALL);
    l->accents += is_one_kind && is_accent;
    l->others += !is_one_kind || kind == KIND_OTHER;
    l->letters = is_small(l->after) || is_capital(l->after);
    l->before = l->after;
    l->run_bytes = 0;
    l->after = 0;
    l->is_settled = l->others >= SETTLED_TIMES && l->accents < l->others;
}

static void add_byte(struct latin_look *l, unsigned char c) {
    if (l->after)
        judge(l, c);
    if (c >= 0x80) {
        if (l->run_bytes < LATIN_RUN_MAX)
            l->run[l->run_bytes] = c;
        l->run_bytes++;
        return;
    }
    if (l->run_bytes > 0) {
        l->after = c ? c : ' ';
        return;
    }
    l->letters = is_small(c) || is_capital(c) ? l->letters + 1 : 0;
    l->before = c;
}

void latin_look_add(struct latin_look *l, struct span bytes) {
    for (size_t i = 0; i < bytes.n && !l->is_settled; i++)
        add_byte(l, (unsigned char)bytes.p[i]);
    if (bytes.n > 0 || l->run_bytes == 0)
        return;
    if (!l->after)
        l->after = ' ';
    judge(l, ' ');
}

bool latin_look_is_latin(const struct latin_look *l) {
    return l->accents > 0 && l->accents / SURE_TIMES >= l->others;
}
