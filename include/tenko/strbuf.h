/* A growable text, always NUL-terminated once anything was added. Start it as {0}. */
#ifndef TENKO_STRBUF_H
#define TENKO_STRBUF_H

#include "tenko/span.h"

#include <stdint.h>

struct strbuf {
    char *p;
    size_t n, capacity;
};

/* Memory for so many bytes more, and NUL. */
void strbuf_reserve(struct strbuf *b, size_t more);

/* In the header, since reports are made of millions of short pieces. */
static inline void strbuf_add(struct strbuf *b, const void *bytes, size_t n) {
    if (b->capacity - b->n <= n)
        strbuf_reserve(b, n);
    if (n)
        memcpy(b->p + b->n, bytes, n); /* NOLINT(clang-analyzer-core.*): room comes with memory */
    b->n += n;
    b->p[b->n] = '\0';
}
static inline void strbuf_add_span(struct strbuf *b, struct span text) {
    strbuf_add(b, text.p, text.n);
}
static inline void strbuf_add_char(struct strbuf *b, char c) {
    if (b->capacity - b->n <= 1)
        strbuf_reserve(b, 1);
    b->p[b->n++] = c;
    b->p[b->n] = '\0';
}
void strbuf_add_text(struct strbuf *b, const char *text);
/* One more item of a list: behind the separator, unless it is the first. */
void strbuf_add_item(struct strbuf *list, const char *separator, struct span item);
void strbuf_add_number(struct strbuf *b, int64_t value);
void strbuf_addf(struct strbuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_clear(struct strbuf *b); /* keeps the memory */
void strbuf_release(struct strbuf *b);
/* The number's digits, which stand in `room`. */
enum { NUMBER_ROOM = 24 };
struct span number_text(int64_t value, char room[NUMBER_ROOM]);
/* The text as a span; valid until the next change. Never NULL. */
struct span strbuf_span(const struct strbuf *b);

#endif
