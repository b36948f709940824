/*
 * Which encoding the bytes are in. Without a setting: the byte order mark; else UTF-8 if the whole
 * of it is; else whichever of UTF-8 and CP932 leaves fewer places that are no character or a
 * private one: one bad byte does not make CP932 of a file of UTF-8.
 *
 * A file that is ASCII for 100 MB may still hold the one name that tells, and rows cannot be taken
 * back once handed out, so the question is answered before the first, from all bytes:
 *
 * - What was read ahead is checked where it lies: one pass of the UTF-8 check, about 1 ms for a
 *   megabyte.
 * - What lies behind is checked by a pass of its own, kept nowhere, and read again later.
 * - Only what is no UTF-8 is decoded for the count, as CP932 first: where that leaves no such
 *   place, as nearly always, the beginning is enough to see that it is no UTF-8.
 * - The same pass sees whether it is rather a list of Europe's, which is none of the two; where
 *   CP932 does not read it either, the beginning is tried as the others of East Asia.
 */
#include "csv_latin.h"
#include "csv_text.h"

#include "tenko/memory.h"

#include <stdlib.h>

#define BLOCK_BYTES  ((size_t)256 << 10)
#define UTF8_CUT_MAX 3
#define HOPELESS     100 /* bad bytes, and more than characters: no UTF-8 */
#define SURE_TIMES   4   /* whole characters for each bad place: no CP932 has them by chance */

struct places {
    uint64_t odd;  /* bytes that are no character, and characters of private use */
    uint64_t wide; /* characters beyond ASCII */
    struct latin_look latin;
};

/* A block of the bytes; empty at their end. */
static bool block_at(const struct csv_text *t, char *room, uint64_t at, struct span *out,
                     struct error *err) {
    *out = (struct span){room, 0};
    if (at < t->ahead.n) {
        size_t left = t->ahead.n - (size_t)at;
        *out = (struct span){t->ahead.p + at, left < BLOCK_BYTES ? left : BLOCK_BYTES};
        return true;
    }
    return t->ahead_is_all || csv_bytes_read_at(&t->source, room, BLOCK_BYTES, at, &out->n, err);
}

static void count_text(struct span text, struct places *out) {
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        out->wide += c >= 0xC2 && c <= 0xF4;
        if (c < 0xEE || i + 1 >= text.n)
            continue;
        unsigned char next = (unsigned char)text.p[i + 1];
        out->odd +=
            c == 0xEE || (c == 0xEF && next < 0xA4) || (c == 0xF3 && next >= 0xB0) || c == 0xF4;
    }
}

/* Reads all bytes as `e`; or, where only that counts, until they are surely none of it. */
static bool count_places(const struct csv_text *t, enum encoding e, bool may_stop,
                         struct places *out, struct error *err) {
    struct strbuf text = {0};
    struct span block;
    char *room = memory_alloc(BLOCK_BYTES);
    struct decoder *d = decoder_new(e);
    uint64_t at = 0;
    bool ok = d || error_set(err, FAULT_INPUT, MSG_ENCODING_NOT_INSTALLED, t->source.display, 0,
                             encoding_name(e), NULL);
    *out = (struct places){0};
    do {
        ok = ok && block_at(t, room, at, &block, err);
        if (!ok)
            break;
        strbuf_clear(&text);
        decoder_add(d, block, block.n == 0, &text);
        count_text(strbuf_span(&text), out);
        if (e == ENCODING_CP932)
            latin_look_add(&out->latin, block);
        at += block.n;
        if (may_stop && decoder_bad_bytes(d) > HOPELESS && decoder_bad_bytes(d) > out->wide)
            break;
    } while (block.n > 0);
    if (ok)
        out->odd += decoder_bad_bytes(d);
    decoder_free(d);
    strbuf_release(&text);
    free(room);
    return ok;
}

/* Whole characters of UTF-8 do not come about by chance. */
static bool is_rather_utf8(const struct places *utf8, const struct places *cp932) {
    if (utf8->wide / SURE_TIMES >= utf8->odd)
        return true;
    return utf8->odd < cp932->odd || (utf8->odd == cp932->odd && utf8->wide > 0);
}

/* Checks what lies behind the bytes read ahead, the last `cut` of which began a character. */
static bool check_rest(struct csv_text *t, size_t cut, struct error *err) {
    char *room = memory_alloc(UTF8_CUT_MAX + BLOCK_BYTES);
    uint64_t at = t->ahead.n;
    size_t got = 1;
    bool ok = true;
    memcpy(room, t->ahead.p + t->ahead.n - cut, cut);
    while (got > 0) {
        ok = csv_bytes_read_at(&t->source, room + cut, BLOCK_BYTES, at, &got, err);
        if (!ok)
            break;
        size_t n = cut + got, valid = utf8_valid_prefix((struct span){room, n});
        if (n - valid > UTF8_CUT_MAX || (got == 0 && valid < n)) {
            t->not_utf8_at = at - cut + valid;
            break;
        }
        at += got;
        cut = n - valid;
        memmove(room, room + valid, cut);
    }
    free(room);
    return ok;
}

static bool guess(struct csv_text *t, size_t valid, struct error *err) {
    struct places utf8, cp932;
    size_t rest = t->ahead.n - valid;
    if (!t->ahead_is_all && rest <= UTF8_CUT_MAX) {
        if (!check_rest(t, rest, err))
            return false;
    } else if (rest > 0)
        t->not_utf8_at = valid;
    t->encoding = ENCODING_UTF8;
    if (t->not_utf8_at == NO_BYTE)
        return true;
    if (!count_places(t, ENCODING_CP932, false, &cp932, err) ||
        !count_places(t, ENCODING_UTF8, cp932.odd == 0, &utf8, err))
        return false;
    if (is_rather_utf8(&utf8, &cp932)) {
        t->not_utf8_at = NO_BYTE;
        return true;
    }
    t->encoding = ENCODING_CP932;
    t->latin_accents = latin_look_is_latin(&cp932.latin) ? cp932.latin.accents : 0;
    if (cp932.odd > 0 && t->latin_accents == 0)
        csv_asian_names(strbuf_span(&t->ahead), t->ahead_is_all, t->readable_as);
    return true;
}

bool csv_find_encoding(struct csv_text *t, bool *is_checked, struct error *err) {
    *is_checked = false;
    if (t->encoding != ENCODING_AUTO && t->encoding != ENCODING_UTF8)
        return true;
    size_t valid = utf8_valid_prefix(strbuf_span(&t->ahead));
    *is_checked = t->ahead_is_all && valid == t->ahead.n;
    return t->encoding == ENCODING_UTF8 || guess(t, valid, err);
}
