/* Folding by traits, also as only the text room uses it. */
#ifndef TEXT_FOLD_TRAITS_H
#define TEXT_FOLD_TRAITS_H

#include "tenko/fold.h"

enum fold_private {
    FOLD_NAME_WORDS = FOLD_COUNT, /* names: NFKC, variants and accents folded, middle dots are
                                     spaces; FOLD_NAME and FOLD_ROMAJI are made of it */
    FOLD_ALL_COUNT
};

/* fold_text of all kinds but FOLD_NAME and FOLD_ROMAJI, and of FOLD_NAME_WORDS. */
void fold_by_traits(int kind, struct span text, struct strbuf *out);

#endif
