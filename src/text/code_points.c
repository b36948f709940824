/*
 * Unicode by libutf8proc: decompose, let the caller map or drop single code points, compose.
 * Mapping between the two steps is what keeps folding idempotent: what is dropped cannot keep a
 * mark from its letter, and what is composed decomposes into code points that were already mapped.
 */
#include "code_points.h"

#include "tenko/memory.h"

#include <stdlib.h>
#include <utf8proc.h>

/* Longer runs of combining marks are no writing: the rest is dropped, and sorting stays cheap. */
#define MARKS_MAX 32

void code_points_init(struct code_points *c) {
    c->items = c->few;
    c->count = 0;
    c->capacity = CODE_POINTS_INLINE;
}

void code_points_push(struct code_points *c, int32_t code_point) {
    if (c->count == c->capacity) {
        size_t capacity = c->capacity * 2;
        bool was_few = c->items == c->few;
        c->items = memory_resize(was_few ? NULL : c->items, capacity, sizeof *c->items);
        if (was_few)
            memcpy(c->items, c->few, sizeof c->few);
        c->capacity = capacity;
    }
    c->items[c->count++] = code_point;
}

void code_points_release(struct code_points *c) {
    if (c->items != c->few)
        free(c->items);
    code_points_init(c);
}

int32_t utf8_next(const unsigned char **p, const unsigned char *end) {
    utf8proc_int32_t c;
    utf8proc_ssize_t used = utf8proc_iterate(*p, end - *p, &c);
    if (used > 0) {
        *p += used;
        return c;
    }
    (*p)++;
    return 0xFFFD;
}

void utf8_add(struct strbuf *out, int32_t code_point) {
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t n = utf8proc_encode_char(code_point, bytes);
    strbuf_add(out, bytes, (size_t)n);
}

bool is_space(int32_t c) {
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return (c >= '\t' && c <= '\r') || c == 0x85;
    }
}

bool is_invisible(int32_t c) {
    const utf8proc_property_t *property = utf8proc_get_property(c);
    if (property->ignorable || property->category == UTF8PROC_CATEGORY_CF)
        return true;
    return property->category == UTF8PROC_CATEGORY_CC && !is_space(c);
}

bool is_combining(int32_t c) {
    return utf8proc_get_property(c)->combining_class != 0;
}

bool is_symbol(int32_t c) {
    utf8proc_category_t category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_SO;
}

bool is_hyphen(int32_t c) {
    switch (c) {
    case '-':
    case 0x2043: /* hyphen bullet */
    case 0x2212: /* − minus */
    case 0x2500: /* ─ and ━: rulers, typed for ー */
    case 0x2501:
    case 0x2E3A: /* ⸺ */
    case 0x2E3B:
    case 0x30FC: /* ー */
    case 0xFE58: /* ﹘ */
    case 0xFE63: /* ﹣ */
    case 0xFF0D: /* － */
    case 0xFF70: /* ｰ */
        return true;
    default:
        return c >= 0x2010 && c <= 0x2015; /* ‐ ‑ ‒ – — ― */
    }
}

bool is_kana(int32_t c) {
    return (c >= 0x3041 && c <= 0x309F) || (c >= 0x30A1 && c <= 0x30FF && c != 0x30FB) ||
           (c >= 0x31F0 && c <= 0x31FF);
}

void code_points_decompose(struct span text, code_point_visitor *each, void *context) {
    const unsigned char *p = (const unsigned char *)text.p;
    const unsigned char *end = p + text.n;
    while (p < end) {
        /* The longest decomposition is U+FDFA's, 18 code points. */
        utf8proc_int32_t parts[64];
        int boundary = UTF8PROC_BOUNDCLASS_START;
        utf8proc_ssize_t n = utf8proc_decompose_char(
            utf8_next(&p, end), parts, sizeof parts / sizeof *parts,
            UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
        for (utf8proc_ssize_t i = 0; i < n; i++)
            each(context, parts[i]);
    }
}

/* Canonical order of the marks items[0…n), by insertion: stable, and n is small. */
static void sort_marks(int32_t *items, size_t n) {
    for (size_t i = 1; i < n; i++) {
        int32_t mark = items[i];
        utf8proc_propval_t class = utf8proc_get_property(mark)->combining_class;
        size_t k = i;
        for (; k > 0 && utf8proc_get_property(items[k - 1])->combining_class > class; k--)
            items[k] = items[k - 1];
        items[k] = mark;
    }
}

void code_points_compose(struct code_points *c) {
    size_t kept = 0;
    for (size_t i = 0; i < c->count;) {
        size_t run = 0;
        while (i + run < c->count && is_combining(c->items[i + run]))
            run++;
        if (run == 0) {
            c->items[kept++] = c->items[i++];
            continue;
        }
        size_t keep = run < MARKS_MAX ? run : MARKS_MAX;
        memmove(c->items + kept, c->items + i, keep * sizeof *c->items);
        sort_marks(c->items + kept, keep);
        kept += keep;
        i += run;
    }
    utf8proc_ssize_t n = utf8proc_normalize_utf32(c->items, (utf8proc_ssize_t)kept,
                                                  UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    c->count = n > 0 ? (size_t)n : 0;
}

bool is_latin_letter(int32_t c) {
    if (c >= 'a' && c <= 'z')
        return true;
    return (c >= 0xDF && c <= 0x24F && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}
