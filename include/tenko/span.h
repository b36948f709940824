/* A run of bytes that somebody else owns. `p` may be NULL only when `n` is 0. */
#ifndef TENKO_SPAN_H
#define TENKO_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
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

/* In which bits do the 8 (or 4) bytes at both places differ? */
static inline uint64_t span_differ8(const char *a, const char *b) {
    uint64_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return x ^ y;
}
static inline uint32_t span_differ4(const char *a, const char *b) {
    uint32_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return x ^ y;
}

/* memcmp of n bytes, for equality; in pieces that may overlap, as above. */
static inline bool span_same_bytes(const char *a, const char *b, size_t n) {
    if (n > 16)
        return memcmp(a, b, n) == 0;
    if (n >= 8)
        return (span_differ8(a, b) | span_differ8(a + n - 8, b + n - 8)) == 0;
    if (n >= 4)
        return (span_differ4(a, b) | span_differ4(a + n - 4, b + n - 4)) == 0;
    for (size_t i = 0; i < n; i++)
        if (a[i] != b[i]) /* NOLINT(clang-analyzer-core.*): there are n bytes at both places */
            return false;
    return true;
}

static inline bool span_equal(struct span a, struct span b) {
    return a.n == b.n && span_same_bytes(a.p, b.p, a.n);
}

/* Bytewise order, shorter first on a tie: the order of every sorted output. */
static inline int span_compare(struct span a, struct span b) {
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

#endif
