/*
 * Folding: the key under which two writings of the same thing are equal. Show raw, match folded.
 * Every function replaces *out with the key of `text` (valid UTF-8) and is idempotent: folding a
 * key gives the key. Printable ASCII takes a short path.
 */
#ifndef TENKO_FOLD_H
#define TENKO_FOLD_H

#include "tenko/glob.h"
#include "tenko/strbuf.h"

#include <stdint.h>

enum fold {
    FOLD_ID, /* person_id, user_id, email, codes: NFKC, invisible characters dropped, outer spaces
                trimmed, one hyphen, case folded */
    FOLD_ID_BARE, /* FOLD_ID without leading zeros ("000" → "0") */
    FOLD_NAME,    /* NFKC, variant kanji folded, case folded; accents, apostrophes, remarks in
                     brackets, 様, さん, Mr. dropped; no spaces, hyphens, middle dots. In Latin
                     letters either order is one name: Taro Yamada, YAMADATARO */
    FOLD_KANA, /* NFKC, hiragana → katakana, small → large, long-vowel and hyphen signs united,
                  spaces removed */
    FOLD_WORD, /* department, role, job type, status words: NFKC, every space removed, one hyphen,
                  case folded */
    FOLD_HEADER, /* FOLD_WORD without punctuation and symbols */
    FOLD_ROMAJI, /* of a name in kana (as written, not its key) or in Latin letters: how it sounds,
                    whatever the spelling (Ohno, Oono, Ōno, オオノ) and the order; empty for kanji.
                    A key, and no longer a name: folding it again gives something else */
    FOLD_COUNT
};

void fold_text(enum fold kind, struct span text, struct strbuf *out);
/* Have both texts one key? Whoever asks often keeps the keys instead. */
bool fold_equal(enum fold kind, struct span a, struct span b);

/* The base kanji of a variant (髙 → 高), or the code point itself. Source: src/text/variants.txt */
int32_t fold_variant(int32_t code_point);

#endif
