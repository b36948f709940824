/* Names of sheets that Excel takes: at most 31 UTF-16 units, without its signs, none twice. */
#include "xlsx_cells.h"

#include "tenko/fold.h"
#include "tenko/utf8.h"

#include <stdio.h>
#include <strings.h>

enum { SHEET_NAME_MOST = 31 };

/* Bytes of a character at p that no sheet's name may have, also of its full-width form; else 0. */
static size_t refused_at(struct span rest) {
    static const char *const wide[] = {"［", "］", "：", "＊", "？", "／", "＼", "￥"};
    unsigned char c = (unsigned char)*rest.p;
    if (c < 0x20 || c == 0x7F || strchr("[]:*?/\\", c))
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (rest.n >= 3 && memcmp(rest.p, wide[i], 3) == 0)
            return 3;
    return 0;
}

/* Excel keeps it for itself. */
static bool is_reserved(struct span name) {
    return name.n == 7 && strncasecmp(name.p, "history", 7) == 0;
}

/* The beginning of at most `most` UTF-16 units. */
static size_t cut_at(struct span text, int most) {
    size_t i = 0;
    for (int units = 0; i < text.n;) {
        size_t n = utf8_size(text.p[i]);
        units += n == 4 ? 2 : 1;
        if (units > most)
            break;
        i += n;
    }
    return i < text.n ? i : text.n;
}

void xlsx_sheet_name(struct span text, struct strpool *taken, struct strbuf *out) {
    struct strbuf safe = {0}, key = {0};
    for (size_t i = 0, n; i < text.n; i += n ? n : 1) {
        n = refused_at((struct span){text.p + i, text.n - i});
        strbuf_add_char(&safe, n ? '_' : text.p[i]);
    }
    if (!safe.n || is_reserved(strbuf_span(&safe)))
        strbuf_add_char(&safe, '_');
    if (safe.p[0] == '\'')
        safe.p[0] = '_';
    for (unsigned n = 1;; n++) {
        char number[16] = "";
        if (n > 1)
            snprintf(number, sizeof number, "-%u", n);
        strbuf_clear(out);
        strbuf_add(out, safe.p, cut_at(strbuf_span(&safe), SHEET_NAME_MOST - (int)strlen(number)));
        if (out->p[out->n - 1] == '\'')
            out->p[out->n - 1] = '_';
        strbuf_add_text(out, number);
        fold_text(FOLD_WORD, strbuf_span(out), &key);
        if (str_is_none(strpool_find(taken, strbuf_span(&key))))
            break;
    }
    strpool_intern(taken, strbuf_span(&key));
    strbuf_release(&safe);
    strbuf_release(&key);
}
