/*
 * A file as a moving window of UTF-8 text: read in blocks, hashed, decoded. Memory does not depend
 * on the file's size.
 */
#ifndef TENKO_CSV_TEXT_H
#define TENKO_CSV_TEXT_H

#include "csv_asian.h"
#include "csv_bytes.h"

#include "tenko/digest.h"
#include "tenko/encoding.h"
#include "tenko/error.h"

struct csv_settings {
    enum encoding encoding;
    const char *delimiter; /* NULL = auto */
    char quote, escape;    /* as in csv_layout.h */
    /* For tests: the same rows must come out whatever these are. 0 = the default. */
    size_t block_bytes, ahead_bytes;
    int wait_ms;         /* for the first bytes of a pipe, and for more of them; 0 = the default */
    uint64_t stream_max; /* bytes of a pipe that has to be kept; 0 = the default */
};

struct csv_text {
    struct strbuf text; /* the window is text.p + at … text.p + text.n */
    size_t at;
    uint64_t dropped; /* bytes of text that stood before the window */
    bool is_complete; /* the window ends where the file ends */
    bool has_bad;     /* decoder marks (encoding.h) may stand in the text */
    bool has_private; /* so may characters U+E000…U+F8FF */

    enum encoding encoding;
    bool has_bom, has_dos_end;
    uint64_t bytes;         /* read */
    uint64_t not_utf8_at;   /* auto fell back to CP932 for this byte, else NO_BYTE */
    uint64_t latin_accents; /* … though so many look like accents in words: it is none, or 0 */
    char readable_as[ASIAN_NAMES_MAX]; /* … though these read the whole of it, or "" */
    char sha256[DIGEST_HEX_SIZE];

    struct csv_bytes source;
    size_t block_bytes;
    struct digest *digest;
    struct strbuf ahead; /* read before the encoding was known */
    size_t ahead_used;
    bool ahead_is_all;
    char *block;
    struct decoder *decoder;
};
#define NO_BYTE UINT64_MAX

/* The window is empty or the whole file afterwards. `display` is kept. On failure nothing is left
 * to close. */
bool csv_text_open(struct csv_text *t, const char *path, const char *display,
                   const struct csv_settings *settings, struct error *err) must_check;
/* Drops what lies before `at` and adds a block, or completes the text. */
bool csv_text_more(struct csv_text *t, struct error *err) must_check;
/* Bytes behind `at`: of the window, and of what is not decoded yet. 0: a pipe does not say. */
uint64_t csv_text_left(const struct csv_text *t);
uint64_t csv_text_bad_bytes(const struct csv_text *t);
void csv_text_close(struct csv_text *t);
/* csv_encoding.c: decides the encoding of what was read ahead and lies behind it, where none is
 * set; *is_checked: all bytes were read ahead, and are valid UTF-8. */
bool csv_find_encoding(struct csv_text *t, bool *is_checked, struct error *err) must_check;

#endif
