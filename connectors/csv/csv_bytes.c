/*
 * Everything is opened without blocking: a pipe that nobody writes into would else stop the open
 * itself. Silence is then waited out by poll, for a bounded time.
 */
#include "csv_bytes.h"

#include "tenko/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <linux/magic.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/vfs.h>
#include <unistd.h>

#define WAIT_MS          60000 /* for the next bytes of a stream */
#define FILE_WAIT_MS     5000  /* for those of a file: /proc has some that wait for events */
#define WRITER_WAIT_MS   5000  /* for somebody to write into a named pipe */
#define PAUSE_MS         5
#define STREAM_MAX_BYTES ((uint64_t)1 << 30)
#define COPY_BYTES       ((size_t)256 << 10)

static bool refuse(const struct csv_bytes *b, enum message_id message, struct error *err) {
    return error_set(err, FAULT_INPUT, message, b->display, 0, NULL);
}

static bool refuse_silent(const struct csv_bytes *b, struct error *err) {
    char seconds[16];
    snprintf(seconds, sizeof seconds, "%d", b->wait_ms / 1000);
    return error_set(err, FAULT_INPUT, MSG_FILE_SILENT, b->display, 0, seconds, NULL);
}

bool csv_bytes_failed(const char *display, int error, struct error *err) {
    enum message_id message = error == ENOENT || error == ENOTDIR ? MSG_FILE_MISSING
                              : error == EACCES || error == EPERM ? MSG_FILE_NO_PERMISSION
                              : error == EISDIR                   ? MSG_FILE_IS_FOLDER
                                                                  : MSG_FILE_UNREADABLE;
    return error_set(err, FAULT_INPUT, message, display, 0, strerrordesc_np(error), NULL);
}

static bool read_failed(const struct csv_bytes *b, int error, struct error *err) {
    return csv_bytes_failed(b->display, error, err);
}

/* <(command) and a pipe on standard input have a writer, or had one. */
static bool is_named_pipe(const struct csv_bytes *b) {
    struct statfs where;
    return S_ISFIFO(b->about.st_mode) &&
           (fstatfs(b->fd, &where) != 0 || where.f_type != PIPEFS_MAGIC);
}

bool csv_bytes_open(struct csv_bytes *b, const char *path, const char *display, struct error *err) {
    *b = (struct csv_bytes){.display = display,
                            .wait_ms = WAIT_MS,
                            .writer_wait_ms = WRITER_WAIT_MS,
                            .stream_max = STREAM_MAX_BYTES};
    b->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    int error = errno;
    bool ok = b->fd >= 0;
    if (ok && fstat(b->fd, &b->about) != 0) {
        ok = false;
        error = errno;
    }
    if (ok && S_ISDIR(b->about.st_mode)) {
        ok = false;
        error = EISDIR;
    }
    if (!ok) {
        csv_bytes_close(b);
        return read_failed(b, error, err);
    }
    b->is_stream = !S_ISREG(b->about.st_mode) || b->about.st_size == 0; /* as all of /proc is */
    if (S_ISREG(b->about.st_mode))
        b->wait_ms = FILE_WAIT_MS;
    b->may_have_none = is_named_pipe(b);
    return true;
}

/* Until there is something to read, or the end; false: nothing came in time, or it cannot be
 * waited for. */
static bool wait_for_more(const struct csv_bytes *b, int ms) {
    struct pollfd one = {.fd = b->fd, .events = POLLIN};
    int ready;
    do
        ready = poll(&one, 1, ms);
    while (ready < 0 && errno == EINTR);
    return ready > 0;
}

/* A named pipe without a writer looks like its end: the first bytes are waited for. */
static bool await_writer(struct csv_bytes *b, char *to, size_t n, size_t *got, struct error *err) {
    if (wait_for_more(b, b->writer_wait_ms))
        return true;
    ssize_t one = read(b->fd, to, n);
    if (one == 0)
        return refuse(b, MSG_FILE_NO_WRITER, err);
    *got = one > 0 ? (size_t)one : 0; /* else there is a writer, and it is slow */
    return true;
}

/* Some files are always ready, as poll has it, and still give nothing: for them the time is
 * counted. */
static bool wait_again(const struct csv_bytes *b, int vain) {
    if (vain > 0)
        poll(NULL, 0, PAUSE_MS);
    return vain <= b->wait_ms / PAUSE_MS && wait_for_more(b, b->wait_ms);
}

bool csv_bytes_read(struct csv_bytes *b, char *to, size_t n, size_t *got, struct error *err) {
    *got = 0;
    if (b->may_have_none && !await_writer(b, to, n, got, err))
        return false;
    b->may_have_none = false;
    for (int vain = 0; *got < n;) {
        ssize_t one = read(b->fd, to + *got, n - *got);
        if (one == 0)
            break;
        if (one > 0) {
            *got += (size_t)one;
            vain = 0;
        } else if (errno == EAGAIN && !wait_again(b, vain++))
            return refuse_silent(b, err);
        else if (errno != EAGAIN && errno != EINTR)
            return read_failed(b, errno, err);
    }
    return true;
}

bool csv_bytes_read_at(const struct csv_bytes *b, char *to, size_t n, uint64_t at, size_t *got,
                       struct error *err) {
    *got = 0;
    while (*got < n) {
        ssize_t one = pread(b->fd, to + *got, n - *got, (off_t)(at + *got));
        if (one < 0 && errno == EINTR)
            continue;
        if (one < 0)
            return read_failed(b, errno, err);
        if (one == 0)
            break;
        *got += (size_t)one;
    }
    return true;
}

static bool write_all(int fd, const char *p, size_t n) {
    while (n > 0) {
        ssize_t one = write(fd, p, n);
        if (one < 0 && errno == EINTR)
            continue;
        if (one < 0)
            return false;
        p += one;
        n -= (size_t)one;
    }
    return true;
}

bool csv_bytes_keep(struct csv_bytes *b, struct span head, struct error *err) {
    char *block = memory_alloc(COPY_BYTES);
    int kept = memfd_create("tenko", MFD_CLOEXEC);
    bool ok = (kept >= 0 && write_all(kept, head.p, head.n)) || read_failed(b, errno, err);
    uint64_t total = head.n;
    for (size_t got = COPY_BYTES; ok && got == COPY_BYTES; total += got) {
        ok = csv_bytes_read(b, block, COPY_BYTES, &got, err);
        if (ok && !write_all(kept, block, got))
            ok = read_failed(b, errno, err);
        else if (ok && total + got > b->stream_max)
            ok = refuse(b, MSG_FILE_ENDLESS, err);
    }
    free(block);
    if (ok && lseek(kept, (off_t)head.n, SEEK_SET) < 0)
        ok = read_failed(b, errno, err);
    if (!ok) {
        if (kept >= 0)
            close(kept);
        return false;
    }
    close(b->fd);
    b->fd = kept;
    b->is_stream = false;
    return fstat(kept, &b->about) == 0 || read_failed(b, errno, err);
}

bool csv_bytes_unchanged(const struct csv_bytes *b, struct error *err) {
    struct stat now;
    if (b->is_stream || !S_ISREG(b->about.st_mode))
        return true;
    if (fstat(b->fd, &now) != 0)
        return read_failed(b, errno, err);
    bool is_same = now.st_size == b->about.st_size &&
                   now.st_mtim.tv_sec == b->about.st_mtim.tv_sec &&
                   now.st_mtim.tv_nsec == b->about.st_mtim.tv_nsec;
    return is_same || refuse(b, MSG_FILE_CHANGED, err);
}

void csv_bytes_close(struct csv_bytes *b) {
    if (b->fd >= 0)
        close(b->fd);
    b->fd = -1;
}
