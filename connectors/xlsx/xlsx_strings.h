/* The texts that the cells of a workbook share, and how a text is written in XML. */
#ifndef TENKO_XLSX_STRINGS_H
#define TENKO_XLSX_STRINGS_H

#include "xlsx_package.h"

/* All of them are in memory: a sheet may ask for any at any row. Tests have smaller limits. */
struct strings_limits {
    size_t texts, bytes;
};
extern const struct strings_limits strings_usual_limits;

struct strings {
    struct strbuf text;
    bool has_private_use; /* anywhere */
    VEC(uint32_t) ends;   /* where each ends in the text */
};

bool strings_read(struct strings *out, const struct package *p, const char *part,
                  const struct strings_limits *limits, struct error *err) must_check;
void strings_release(struct strings *s);

static inline struct span strings_at(const struct strings *s, size_t i) {
    size_t from = i ? s->ends.items[i - 1] : 0;
    return (struct span){s->text.p + from, s->ends.items[i] - from};
}

/* _x000D_ stands for what XML cannot hold. Decodes what was added to the text from `from` on. */
void strings_unescape(struct strbuf *text, size_t from);

#endif
