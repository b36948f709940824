/*
 * Where output goes: a file or memory, buffered, with one error that sticks. Writers never check;
 * whoever closes the sink does. What goes into a file is hashed on its way (SHA-256).
 */
#ifndef TENKO_SINK_H
#define TENKO_SINK_H

#include "tenko/digest.h"
#include "tenko/strbuf.h"

#include <stdint.h>

struct sink {
    char *buffer;
    size_t used, room;
    int fd;          /* -1: into memory */
    int error;       /* errno of the first write that failed, else 0 */
    bool no_fsync;   /* sink_close does not: the caller syncs many files at once */
    bool hints_disk; /* it is to be on disk soon: the disk begins while more is written */
    size_t unhinted; /* bytes written since the disk was told to */
    uint64_t bytes;  /* written through this sink */
    struct digest *digest;
    struct strbuf *memory;
};

/* Creates `name` below directory `dirfd`, mode 0600, failing if it exists. Returns 0 or errno. */
int sink_create(struct sink *out, int dirfd, const char *name);
/* Writes to an open descriptor (stdout); sink_close does not close it. */
void sink_to_fd(struct sink *out, int fd);
/* Appends to *text, which the caller owns. */
void sink_to_memory(struct sink *out, struct strbuf *text);

/* sink_add where the buffer is full. */
void sink_add_behind(struct sink *s, const void *bytes, size_t n);
/* sink_room where it is. */
char *sink_make_room(struct sink *s);
enum { SINK_ROOM_MOST = 16 * 1024 };

/* Where the next n bytes go (at most SINK_ROOM_MOST), for who writes in place; sink_took says how
 * many of them are there. */
static inline char *sink_room(struct sink *s, size_t n) {
    if (!s->memory)
        return n <= s->room - s->used ? s->buffer + s->used : sink_make_room(s);
    if (s->memory->capacity - s->memory->n <= n)
        strbuf_reserve(s->memory, n);
    return s->memory->p + s->memory->n;
}
static inline void sink_took(struct sink *s, size_t n) {
    s->bytes += n;
    if (!s->memory) {
        s->used += n;
        return;
    }
    s->memory->n += n;
    s->memory->p[s->memory->n] = '\0';
}

static inline void sink_add(struct sink *s, const void *bytes, size_t n) {
    s->bytes += n;
    if (s->memory) {
        strbuf_add(s->memory, bytes, n);
    } else if (n > s->room - s->used) {
        sink_add_behind(s, bytes, n);
    } else if (n) {
        memcpy(s->buffer + s->used, bytes, n);
        s->used += n;
    }
}
static inline void sink_span(struct sink *s, struct span text) {
    sink_add(s, text.p, text.n);
}
static inline void sink_char(struct sink *s, char c) {
    sink_add(s, &c, 1);
}
static inline void sink_text(struct sink *s, const char *text) {
    sink_add(s, text, strlen(text));
}
void sink_number(struct sink *s, int64_t value);
void sink_f(struct sink *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Flushes, syncs a created file to disk, closes. *sha256 (65 bytes) may be NULL.
 * Returns 0 or the errno of the first thing that failed; the sink is gone either way. */
int sink_close(struct sink *s, char *sha256_hex) __attribute__((warn_unused_result));

#endif
