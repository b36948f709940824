/* A growable text. */
#include "tenko/strbuf.h"

#include "tenko/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void strbuf_reserve(struct strbuf *b, size_t more) {
    if (more > SIZE_MAX / 4)
        memory_exhausted();
    size_t wanted = b->n + more + 1;
    if (wanted <= b->capacity)
        return;
    size_t next = b->capacity ? b->capacity * 2 : 64;
    b->capacity = next < wanted ? wanted : next;
    b->p = memory_resize(b->p, b->capacity, 1);
}

void strbuf_add_text(struct strbuf *b, const char *text) {
    strbuf_add(b, text, strlen(text));
}

void strbuf_add_item(struct strbuf *list, const char *separator, struct span item) {
    if (list->n)
        strbuf_add_text(list, separator);
    strbuf_add_span(list, item);
}

struct span number_text(int64_t value, char room[NUMBER_ROOM]) {
    char *p = room + NUMBER_ROOM;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        *--p = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (value < 0)
        *--p = '-';
    return (struct span){p, (size_t)(room + NUMBER_ROOM - p)};
}

void strbuf_add_number(struct strbuf *b, int64_t value) {
    char room[NUMBER_ROOM];
    strbuf_add_span(b, number_text(value, room));
}

void strbuf_addf(struct strbuf *b, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0) {
        strbuf_reserve(b, (size_t)n);
        vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
        b->n += (size_t)n;
    }
    va_end(again);
}

void strbuf_clear(struct strbuf *b) {
    b->n = 0;
    if (b->p)
        b->p[0] = '\0';
}

void strbuf_release(struct strbuf *b) {
    free(b->p);
    *b = (struct strbuf){0};
}

struct span strbuf_span(const struct strbuf *b) {
    return (struct span){b->p ? b->p : "", b->n};
}
