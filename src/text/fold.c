/* The kinds of folding: most have traits, names and their sounds have ways of their own. */
#include "tenko/fold.h"

#include "fold_traits.h"
#include "name.h"

void fold_text(enum fold kind, struct span text, struct strbuf *out) {
    if (kind != FOLD_NAME && kind != FOLD_ROMAJI) {
        fold_by_traits((int)kind, text, out);
        return;
    }
    strbuf_clear(out);
    strbuf_reserve(out, text.n);
    (kind == FOLD_NAME ? name_key : romaji_key)(text, out);
    out->p[out->n] = '\0';
}
