/* Buffered output with one error that sticks. */
#include "tenko/sink.h"

#include "tenko/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BUFFER_BYTES = 64 * 1024, HINT_BYTES = 4 * 1024 * 1024 };

int sink_create(struct sink *out, int dirfd, const char *name) {
    int fd = openat(dirfd, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return errno;
    *out = (struct sink){.fd = fd,
                         .buffer = memory_alloc(BUFFER_BYTES),
                         .room = BUFFER_BYTES,
                         .digest = digest_new()};
    return 0;
}

void sink_to_fd(struct sink *out, int fd) {
    *out = (struct sink){.fd = fd, .buffer = memory_alloc(BUFFER_BYTES), .room = BUFFER_BYTES};
}

void sink_to_memory(struct sink *out, struct strbuf *text) {
    *out = (struct sink){.fd = -1, .memory = text};
}

/* Only what is as long as that: a whole file may be shorter. */
static void hint_disk(struct sink *s, size_t least) {
    if (!s->hints_disk || s->unhinted < least)
        return;
    sync_file_range(s->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
    s->unhinted = 0;
}

static void write_all(struct sink *s, const char *bytes, size_t n) {
    if (s->digest)
        digest_add(s->digest, bytes, n);
    while (n > 0 && !s->error) {
        ssize_t done = write(s->fd, bytes, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0) {
            s->error = done < 0 ? errno : EIO;
            return;
        }
        bytes += done;
        n -= (size_t)done;
        s->unhinted += (size_t)done;
    }
    hint_disk(s, HINT_BYTES);
}

/* Writes what is buffered, and `more` behind it. */
static void flush(struct sink *s, const char *more, size_t n) {
    write_all(s, s->buffer, s->used);
    write_all(s, more, n);
    s->used = 0;
}

void sink_add_behind(struct sink *s, const void *bytes, size_t n) {
    bool is_long = n > s->room;
    flush(s, bytes, is_long ? n : 0);
    if (is_long)
        return;
    memcpy(s->buffer, bytes, n);
    s->used = n;
}

char *sink_make_room(struct sink *s) {
    flush(s, NULL, 0);
    return s->buffer;
}

void sink_number(struct sink *s, int64_t value) {
    char room[NUMBER_ROOM];
    sink_span(s, number_text(value, room));
}

void sink_f(struct sink *s, const char *format, ...) {
    char *text = NULL;
    va_list args;
    va_start(args, format);
    int n = vasprintf(&text, format, args);
    va_end(args);
    if (n < 0)
        memory_exhausted();
    sink_add(s, text, (size_t)n);
    free(text);
}

int sink_close(struct sink *s, char *sha256_hex) {
    bool is_own_file = s->digest != NULL;
    if (!s->memory)
        flush(s, NULL, 0);
    hint_disk(s, 1);
    if (is_own_file) {
        if (!s->no_fsync && !s->error && fsync(s->fd) != 0 && errno != EINVAL)
            s->error = errno;
        if (close(s->fd) != 0 && !s->error)
            s->error = errno;
        char unused[DIGEST_HEX_SIZE];
        digest_finish(s->digest, sha256_hex ? sha256_hex : unused);
    } else if (sha256_hex) {
        sha256_hex[0] = '\0';
    }
    free(s->buffer);
    int error = s->error;
    *s = (struct sink){.fd = -1};
    return error;
}
