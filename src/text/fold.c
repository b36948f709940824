/* The kinds of folding: most have traits, names and their sounds have ways of their own. */
#include "tenko/fold.h"

#include "fold_traits.h"
#include "name.h"

void fold_text(enum fold kind, struct span text, struct strbuf *out) {
    if (text.n == 0)
        text.p = ""; /* a span without text may point nowhere */
    if (kind != FOLD_NAME && kind != FOLD_ROMAJI) {
        fold_by_traits((int)kind, text, out);
        return;
    }
    strbuf_clear(out);
    strbuf_reserve(out, text.n);
    (kind == FOLD_NAME ? name_key : romaji_key)(text, out);
    out->p[out->n] = '\0';
}

bool fold_equal(enum fold kind, struct span a, struct span b) {
    struct strbuf x = {0}, y = {0};
    fold_text(kind, a, &x);
    fold_text(kind, b, &y);
    bool is_equal = span_equal(strbuf_span(&x), strbuf_span(&y));
    strbuf_release(&x);
    strbuf_release(&y);
    return is_equal;
}
