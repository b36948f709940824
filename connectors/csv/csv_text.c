/*
 * Bytes → a window of text, and which encoding the bytes are in.
 *
 * Without a setting and without a byte order mark a file is UTF-8 if the whole of it is, else
 * CP932: a file that is ASCII for 100 MB may still hold the one name that tells. Rows cannot be
 * taken back once handed out, so the question is answered before the first:
 *
 * - Up to 8 MiB are read ahead. Most files end there, and are checked where they lie: that costs
 *   one pass of the UTF-8 check (about 1 ms for a megabyte), and the buffer becomes the window as
 *   it is, without being checked or copied again.
 * - What lies behind is checked by a pass of its own (pread), kept nowhere, and then read again as
 *   blocks, this time hashed and decoded. Each byte is hashed once: when it is read to be used.
 * - A pipe cannot be read twice: its first 8 MiB decide.
 */
#include "csv_text.h"

#include "csv_detect.h"
#include "tenko/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_BYTES        ((size_t)256 << 10)
#define AHEAD_BYTES        ((size_t)8 << 20)
#define SNIFF_BYTES        ((size_t)64 << 10)
#define UTF8_CUT_MAX       3
#define DOS_END            '\x1A'
#define PRIVATE_FIRST      0xEE /* U+E000…U+EFFF begin with it */
#define PRIVATE_SECOND     0xEF /* U+F000…U+F8FF: EF 80 … EF A3 */
#define PRIVATE_SECOND_END 0xA4

static bool read_failed(const struct csv_text *t, int error, struct error *err) {
    enum message_id message = error == ENOENT || error == ENOTDIR ? MSG_FILE_MISSING
                              : error == EACCES || error == EPERM ? MSG_FILE_NO_PERMISSION
                              : error == EISDIR                   ? MSG_FILE_IS_FOLDER
                                                                  : MSG_FILE_UNREADABLE;
    return error_set(err, FAULT_INPUT, message, t->display, 0, strerrordesc_np(error), NULL);
}

/* Reads and hashes up to n bytes; *got is less than n only at the end of the file. */
static bool read_fully(struct csv_text *t, char *to, size_t n, size_t *got, struct error *err) {
    *got = 0;
    while (*got < n) {
        ssize_t one = read(t->fd, to + *got, n - *got);
        if (one < 0 && errno == EINTR)
            continue;
        if (one < 0)
            return read_failed(t, errno, err);
        if (one == 0)
            break;
        *got += (size_t)one;
    }
    digest_add(t->digest, to, *got);
    t->bytes += *got;
    return true;
}

/* Opens the file and reads ahead. */
static bool read_ahead(struct csv_text *t, const char *path, size_t ahead_bytes,
                       struct error *err) {
    struct stat about;
    t->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (t->fd < 0 || fstat(t->fd, &about) != 0)
        return read_failed(t, errno, err);
    if (S_ISDIR(about.st_mode))
        return read_failed(t, EISDIR, err);
    /* One byte more than the file has, so that its end is seen. */
    size_t wanted = ahead_bytes;
    if (S_ISREG(about.st_mode) && (uint64_t)about.st_size < ahead_bytes)
        wanted = (size_t)about.st_size + 1;
    strbuf_reserve(&t->ahead, wanted);
    if (!read_fully(t, t->ahead.p, wanted, &t->ahead.n, err))
        return false;
    t->ahead.p[t->ahead.n] = '\0';
    t->ahead_is_all = t->ahead.n < wanted;
    return true;
}

/* Checks what lies behind the bytes read ahead, the last `cut` of which began a character. */
static bool rest_is_utf8(struct csv_text *t, size_t cut) {
    char *block = t->block;
    uint64_t at = t->ahead.n;
    memcpy(block, t->ahead.p + t->ahead.n - cut, cut);
    for (;;) {
        ssize_t got = pread(t->fd, block + cut, BLOCK_BYTES - cut, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) /* a pipe; or a failure that reading will meet again and report */
            return true;
        size_t n = cut + (size_t)got;
        size_t valid = utf8_valid_prefix((struct span){block, n});
        if (n - valid > UTF8_CUT_MAX || (got == 0 && valid < n)) {
            t->not_utf8_at = at - cut + valid;
            return false;
        }
        if (got == 0)
            return true;
        at += (uint64_t)got;
        cut = n - valid;
        memmove(block, block + valid, cut);
    }
}

/* Decides the encoding; *is_checked: all that was read ahead is valid UTF-8 and all there is. */
static void find_encoding(struct csv_text *t, enum encoding wanted, bool *is_checked) {
    size_t bom;
    enum encoding marked = encoding_bom(strbuf_span(&t->ahead), &bom);
    t->has_bom = bom > 0 && (wanted == ENCODING_AUTO || wanted == marked);
    if (t->has_bom)
        t->ahead_used = bom;
    t->encoding = t->has_bom ? marked : wanted;
    *is_checked = false;
    if (t->encoding != ENCODING_AUTO && t->encoding != ENCODING_UTF8)
        return;
    size_t valid = utf8_valid_prefix(strbuf_span(&t->ahead)), rest = t->ahead.n - valid;
    *is_checked = t->ahead_is_all && rest == 0;
    if (t->encoding == ENCODING_UTF8)
        return;
    bool is_utf8 = *is_checked;
    if (!t->ahead_is_all && rest <= UTF8_CUT_MAX)
        is_utf8 = rest_is_utf8(t, rest);
    else if (!is_utf8)
        t->not_utf8_at = valid;
    t->encoding = is_utf8 ? ENCODING_UTF8 : ENCODING_CP932;
}

bool csv_has_private_use(struct span text) {
    if (text.n == 0)
        return false;
    if (memchr(text.p, PRIVATE_FIRST, text.n))
        return true;
    const char *p = text.p, *end = p + text.n;
    while ((p = memchr(p, PRIVATE_SECOND, (size_t)(end - p))) != NULL) {
        if (end - p < 2 || (unsigned char)p[1] < PRIVATE_SECOND_END)
            return true;
        p++;
    }
    return false;
}

/* After text was added from `from` on. */
static void look_at(struct csv_text *t, size_t from) {
    t->has_bad = t->decoder && decoder_bad_bytes(t->decoder) > 0;
    if (!t->has_private && t->text.n > from)
        t->has_private = csv_has_private_use((struct span){t->text.p + from, t->text.n - from});
    if (!t->is_complete)
        return;
    while (t->text.n > t->at && t->text.p[t->text.n - 1] == DOS_END) {
        t->text.n--;
        t->has_dos_end = true;
    }
    digest_finish(t->digest, t->sha256);
    t->digest = NULL;
}

static bool refuse_binary(const struct csv_text *t, struct error *err) {
    struct span head = strbuf_span(&t->ahead);
    if (head.n > SNIFF_BYTES)
        head.n = SNIFF_BYTES;
    const char *arg = NULL;
    enum message_id refusal = csv_sniff(head, t->encoding, &arg);
    return refusal == MSG_NONE ||
           error_set(err, FAULT_INPUT, refusal, t->display, 0, arg ? arg : "", NULL);
}

static bool open_text(struct csv_text *t, const char *path, const struct csv_settings *settings,
                      struct error *err) {
    bool is_checked;
    size_t ahead_bytes = settings->ahead_bytes ? settings->ahead_bytes : AHEAD_BYTES;
    if (!read_ahead(t, path, ahead_bytes, err))
        return false;
    if (!t->ahead_is_all)
        t->block = memory_alloc(BLOCK_BYTES > t->block_bytes ? BLOCK_BYTES : t->block_bytes);
    find_encoding(t, settings->encoding, &is_checked);
    if (!refuse_binary(t, err))
        return false;
    if (is_checked) {
        t->text = t->ahead;
        t->ahead = (struct strbuf){0};
        t->at = t->ahead_used;
        t->is_complete = true;
        look_at(t, t->at);
        return true;
    }
    strbuf_reserve(&t->text, t->block_bytes);
    t->decoder = decoder_new(t->encoding);
    return t->decoder || error_set(err, FAULT_INPUT, MSG_ENCODING_NOT_INSTALLED, t->display, 0,
                                   encoding_name(t->encoding), NULL);
}

bool csv_text_open(struct csv_text *t, const char *path, const char *display,
                   const struct csv_settings *settings, struct error *err) {
    *t = (struct csv_text){.display = display,
                           .fd = -1,
                           .not_utf8_at = NO_BYTE,
                           .block_bytes =
                               settings->block_bytes ? settings->block_bytes : BLOCK_BYTES,
                           .digest = digest_new()};
    if (open_text(t, path, settings, err))
        return true;
    csv_text_close(t);
    return false;
}

/* The next bytes to decode: what was read ahead first, then the file. */
static bool next_bytes(struct csv_text *t, struct span *bytes, bool *is_last, struct error *err) {
    size_t left = t->ahead.n - t->ahead_used;
    if (left > 0 || t->ahead_is_all) {
        size_t n = left < t->block_bytes ? left : t->block_bytes;
        *bytes = (struct span){t->ahead.p + t->ahead_used, n};
        t->ahead_used += n;
        *is_last = t->ahead_is_all && n == left;
        return true;
    }
    strbuf_release(&t->ahead);
    t->ahead_used = 0;
    *bytes = (struct span){t->block, 0};
    if (!read_fully(t, t->block, t->block_bytes, &bytes->n, err))
        return false;
    *is_last = bytes->n < t->block_bytes;
    return true;
}

bool csv_text_more(struct csv_text *t, struct error *err) {
    struct span bytes;
    bool is_last;
    if (!next_bytes(t, &bytes, &is_last, err))
        return false;
    if (t->at > 0) {
        t->text.n -= t->at;
        memmove(t->text.p, t->text.p + t->at, t->text.n);
        t->at = 0;
    }
    size_t from = t->text.n;
    decoder_add(t->decoder, bytes, is_last, &t->text);
    t->is_complete = is_last;
    look_at(t, from);
    return true;
}

uint64_t csv_text_bad_bytes(const struct csv_text *t) {
    return t->decoder ? decoder_bad_bytes(t->decoder) : 0;
}

void csv_text_close(struct csv_text *t) {
    if (t->fd >= 0)
        close(t->fd);
    digest_free(t->digest);
    decoder_free(t->decoder);
    strbuf_release(&t->ahead);
    strbuf_release(&t->text);
    free(t->block);
}
