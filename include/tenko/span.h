/* A run of bytes that somebody else owns. `p` may be NULL only when `n` is 0. */
#ifndef TENKO_SPAN_H
#define TENKO_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct span {
    const char *p;
    size_t n;
};

/* A string literal as a span: SPAN("abc"); SPAN_IN in a table that is initialized. */
#define SPAN_IN(literal)                                                                           \
    { (literal), sizeof(literal) - 1 }
#define SPAN(literal) ((struct span)SPAN_IN(literal))

static inline struct span span_of(const char *text) {
    return (struct span){text, text ? strlen(text) : 0};
}

/* memcpy of the text; up to 16 bytes, as most are, cost no call. */
static inline void span_copy(char *to, struct span text) {
    const char *from = text.p;
    size_t n = text.n;
    if (n > 16) {
        memcpy(to, from, n);
    } else if (n >= 8) { /* two pieces that may overlap, as below */
        memcpy(to, from, 8);
        memcpy(to + n - 8, from + n - 8, 8);
    } else if (n >= 4) {
        memcpy(to, from, 4);
        memcpy(to + n - 4, from + n - 4, 4);
    } else {
        for (size_t i = 0; i < n; i++)
            to[i] = from[i];
    }
}

static inline bool span_equal(struct span a, struct span b) {
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Bytewise order, shorter first on a tie: the order of every sorted output. */
static inline int span_compare(struct span a, struct span b) {
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

#endif
