/*
 * Text as code points, for the functions that look at more than ASCII. Private to the text room.
 */
#ifndef TEXT_CODE_POINTS_H
#define TEXT_CODE_POINTS_H

#include "tenko/strbuf.h"

#include <stdint.h>

#define CODE_POINTS_INLINE 192

/* Start it as {0} with code_points_init; short texts need no memory of their own. */
struct code_points {
    int32_t *items;
    size_t count, capacity;
    int32_t few[CODE_POINTS_INLINE];
};

void code_points_init(struct code_points *c);
void code_points_push(struct code_points *c, int32_t code_point);
void code_points_release(struct code_points *c);

/* The code point at *p, which moves behind it; U+FFFD for each byte that is not UTF-8. */
int32_t utf8_next(const unsigned char **p, const unsigned char *end);
/* Appends one code point; not a surrogate, not above U+10FFFF. */
void utf8_add(struct strbuf *out, int32_t code_point);

/* What a code point is, whatever the purpose. */
bool is_invisible(int32_t c); /* format and control characters, variation selectors, U+FEFF … */
bool is_space(int32_t c);
bool is_combining(int32_t c);
bool is_hyphen(int32_t c); /* every stroke that people type for - or ー */
bool is_symbol(int32_t c); /* punctuation or symbol */
bool is_kana(int32_t c);
bool is_latin_letter(int32_t c);              /* case folded */
static inline bool is_apostrophe(int32_t c) { /* folded */
    return c == '\'' || c == '`';
}

/*
 * Calls each(context, c) with the code points of NFKD(casefold(text)), which it may push into
 * another buffer, then code_points_compose makes that buffer NFC.
 */
typedef void code_point_visitor(void *context, int32_t c);
void code_points_decompose(struct span text, code_point_visitor *each, void *context);
void code_points_compose(struct code_points *c);

#endif
