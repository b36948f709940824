/*
 * Bytes → a window of text.
 *
 * Up to 8 MiB are read ahead. Most files end there: if they are UTF-8, the buffer becomes the
 * window as it is, without being checked or copied again. What lies behind is read as blocks,
 * hashed and decoded. Each byte is hashed once: when it is read to be used.
 *
 * What comes through a pipe can be read only once, and the encoding is a question of all bytes:
 * they are kept, and then read like a file's, unless the encoding is set or marked.
 */
#include "csv_text.h"

#include "csv_detect.h"
#include "tenko/file_kind.h"
#include "tenko/memory.h"

#include <stdlib.h>

#define BLOCK_BYTES ((size_t)256 << 10)
#define AHEAD_BYTES ((size_t)8 << 20)
#define DOS_END     '\x1A'

/* Reads and hashes up to n bytes; *got is less than n only at the end of the file. */
static bool read_fully(struct csv_text *t, char *to, size_t n, size_t *got, struct error *err) {
    if (!csv_bytes_read(&t->source, to, n, got, err))
        return false;
    digest_add(t->digest, to, *got);
    t->bytes += *got;
    return true;
}

/* Adds up to n bytes to those read ahead. */
static bool read_ahead(struct csv_text *t, size_t n, struct error *err) {
    size_t got;
    strbuf_reserve(&t->ahead, n);
    if (!read_fully(t, t->ahead.p + t->ahead.n, n, &got, err))
        return false;
    t->ahead.n += got;
    t->ahead.p[t->ahead.n] = '\0';
    t->ahead_is_all = got < n;
    return true;
}

/* What is set, or marked. */
static void see_mark(struct csv_text *t, enum encoding wanted) {
    size_t bom;
    enum encoding marked = encoding_bom(strbuf_span(&t->ahead), &bom);
    t->has_bom = bom > 0 && (wanted == ENCODING_AUTO || wanted == marked);
    if (t->has_bom)
        t->ahead_used = bom;
    t->encoding = t->has_bom ? marked : wanted;
}

/* After text was added from `from` on. */
static void look_at(struct csv_text *t, size_t from) {
    t->has_bad = t->decoder && decoder_bad_bytes(t->decoder) > 0;
    if (!t->has_private && t->text.n > from)
        t->has_private = utf8_has_private_use((struct span){t->text.p + from, t->text.n - from});
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
    const char *arg = NULL;
    enum message_id refusal = csv_sniff(strbuf_span(&t->ahead), t->encoding, &arg);
    return refusal == MSG_NONE ||
           error_set(err, FAULT_INPUT, refusal, t->source.display, 0, arg ? arg : "", NULL);
}

/* The first bytes, from which it is seen whether more are worth reading, and then more. */
static bool read_head(struct csv_text *t, const struct csv_settings *settings, struct error *err) {
    size_t ahead = settings->ahead_bytes ? settings->ahead_bytes : AHEAD_BYTES;
    if (!read_ahead(t, ahead < FILE_KIND_BYTES ? ahead : FILE_KIND_BYTES, err))
        return false;
    see_mark(t, settings->encoding);
    if (!refuse_binary(t, err))
        return false;
    if (t->source.is_stream && !t->ahead_is_all && t->encoding == ENCODING_AUTO &&
        !csv_bytes_keep(&t->source, strbuf_span(&t->ahead), err))
        return false;
    /* One byte more than the file has, so that its end is seen. */
    uint64_t size = (uint64_t)t->source.about.st_size;
    if (!t->source.is_stream && size < ahead)
        ahead = (size_t)size + 1;
    return t->ahead_is_all || ahead <= t->ahead.n || read_ahead(t, ahead - t->ahead.n, err);
}

static bool open_text(struct csv_text *t, const char *path, const struct csv_settings *settings,
                      struct error *err) {
    bool is_checked;
    if (!csv_bytes_open(&t->source, path, t->source.display, err))
        return false;
    if (settings->wait_ms)
        t->source.wait_ms = t->source.writer_wait_ms = settings->wait_ms;
    if (settings->stream_max)
        t->source.stream_max = settings->stream_max;
    if (!read_head(t, settings, err))
        return false;
    if (!t->ahead_is_all)
        t->block = memory_alloc(BLOCK_BYTES > t->block_bytes ? BLOCK_BYTES : t->block_bytes);
    if (!csv_find_encoding(t, &is_checked, err))
        return false;
    if (is_checked) {
        t->text = t->ahead;
        t->ahead = (struct strbuf){0};
        t->at = t->ahead_used;
        t->is_complete = true;
        look_at(t, t->at);
        return csv_bytes_unchanged(&t->source, err);
    }
    strbuf_reserve(&t->text, t->block_bytes);
    t->decoder = decoder_new(t->encoding);
    return t->decoder || error_set(err, FAULT_INPUT, MSG_ENCODING_NOT_INSTALLED, t->source.display,
                                   0, encoding_name(t->encoding), NULL);
}

bool csv_text_open(struct csv_text *t, const char *path, const char *display,
                   const struct csv_settings *settings, struct error *err) {
    *t = (struct csv_text){.source = {.display = display, .fd = -1},
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
        t->dropped += t->at;
        t->text.n -= t->at;
        memmove(t->text.p, t->text.p + t->at, t->text.n);
        t->at = 0;
    }
    size_t from = t->text.n;
    decoder_add(t->decoder, bytes, is_last, &t->text);
    t->is_complete = is_last;
    look_at(t, from);
    return !is_last || csv_bytes_unchanged(&t->source, err);
}

uint64_t csv_text_left(const struct csv_text *t) {
    uint64_t size = (uint64_t)t->source.about.st_size, window = t->text.n - t->at;
    if (t->is_complete)
        return window;
    if (t->source.is_stream || size < t->bytes)
        return 0;
    return window + (t->ahead.n - t->ahead_used) + (size - t->bytes);
}

uint64_t csv_text_bad_bytes(const struct csv_text *t) {
    return t->decoder ? decoder_bad_bytes(t->decoder) : 0;
}

void csv_text_close(struct csv_text *t) {
    csv_bytes_close(&t->source);
    digest_free(t->digest);
    decoder_free(t->decoder);
    strbuf_release(&t->ahead);
    strbuf_release(&t->text);
    free(t->block);
}
