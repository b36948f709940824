/*
 * The bytes of a source, before anything is known of them: a file, or what comes through a pipe, a
 * device or /proc, of which nobody knows where it ends. Nothing is waited for without end.
 */
#ifndef TENKO_CSV_BYTES_H
#define TENKO_CSV_BYTES_H

#include "tenko/error.h"

#include <sys/stat.h>

struct csv_bytes {
    const char *display; /* for messages; the caller's */
    int fd;
    struct stat about;           /* when it was opened */
    bool is_stream;              /* its size says nothing of what will come */
    bool may_have_none;          /* a named pipe that nobody may be writing into */
    int wait_ms, writer_wait_ms; /* how long silence is borne */
    uint64_t stream_max;         /* bytes of a stream that has to be kept */
};

/* On failure nothing is left to close. `display` is kept. */
bool csv_bytes_open(struct csv_bytes *b, const char *path, const char *display,
                    struct error *err) must_check;
/* Why a file cannot be opened or read, by errno. Returns false. */
bool csv_bytes_failed(const char *display, int error, struct error *err);
/* Reads up to n bytes; *got is less than n only at the end. */
bool csv_bytes_read(struct csv_bytes *b, char *to, size_t n, size_t *got,
                    struct error *err) must_check;
/* The same from an offset on, whatever was read before; not of a stream. */
bool csv_bytes_read_at(const struct csv_bytes *b, char *to, size_t n, uint64_t at, size_t *got,
                       struct error *err) must_check;
/* Makes a file of a stream, in memory: `head` is what was read of it, and reading goes on behind
 * it. */
bool csv_bytes_keep(struct csv_bytes *b, struct span head, struct error *err) must_check;
/* Fails if the file was written to since it was opened. */
bool csv_bytes_unchanged(const struct csv_bytes *b, struct error *err) must_check;
void csv_bytes_close(struct csv_bytes *b);

#endif
