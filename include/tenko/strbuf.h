/* A growable text, always NUL-terminated once anything was added. Start it as {0}. */
#ifndef TENKO_STRBUF_H
#define TENKO_STRBUF_H

#include "tenko/span.h"

#include <stdarg.h>

struct strbuf {
    char *p;
    size_t n, capacity;
};

void strbuf_add(struct strbuf *b, const void *bytes, size_t n);
void strbuf_add_span(struct strbuf *b, struct span text);
void strbuf_add_text(struct strbuf *b, const char *text);
void strbuf_add_char(struct strbuf *b, char c);
void strbuf_addf(struct strbuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_reserve(struct strbuf *b, size_t more);
void strbuf_clear(struct strbuf *b); /* keeps the memory */
void strbuf_release(struct strbuf *b);
/* The text as a span; valid until the next change. Never NULL. */
struct span strbuf_span(const struct strbuf *b);

#endif
