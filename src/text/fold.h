/* Foldings that only the text room uses. */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "tenko/fold.h"

enum fold_private {
    FOLD_NAME_WORDS = FOLD_COUNT, /* names: NFKC, variants and accents folded, middle dots are
                                     spaces; FOLD_NAME and FOLD_ROMAJI are made of it */
    FOLD_ALL_COUNT
};

/* fold_text for those too: `kind` is an enum fold or an enum fold_private. */
void fold_key(int kind, struct span text, struct strbuf *out);

#endif
