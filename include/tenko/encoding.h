/*
 * Bytes → UTF-8. iconv's CP932 (never SHIFT_JIS: 5C, 7E, ① and 髙 break there), strict UTF-8,
 * UTF-16 with surrogates, EUC-JP (eucJP-ms).
 */
#ifndef TENKO_ENCODING_H
#define TENKO_ENCODING_H

#include "tenko/strbuf.h"

#include <stdint.h>

enum encoding {
    ENCODING_AUTO,
    ENCODING_UTF8,
    ENCODING_CP932,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_EUCJP
};

/* Names as in the configuration: auto, utf-8, cp932 (also shift_jis, sjis, ms932, windows-31j),
 * utf-16le, utf-16be, euc-jp. */
bool encoding_parse(struct span name, enum encoding *out);
const char *encoding_name(enum encoding e);

/* The byte order mark at the start of `head`, if any: its encoding and length (0 = none). */
enum encoding encoding_bom(struct span head, size_t *bom_bytes);

/* Bytes at the start of `text` that are whole, valid UTF-8 (RFC 3629: no surrogates, no overlongs).
 */
size_t utf8_valid_prefix(struct span text);
/* Has valid UTF-8 a character of the private use area (外字), which others cannot show, or does it
 * end before that can be told? */
bool utf8_has_private_use(struct span text);

/* Writes a character of the first plane, no surrogate, in one to three bytes; returns how many. */
static inline size_t utf8_put(char *to, uint16_t c) {
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xC0 | c >> 6);
        to[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    to[0] = (char)(0xE0 | c >> 12);
    to[1] = (char)(0x80 | (c >> 6 & 0x3F));
    to[2] = (char)(0x80 | (c & 0x3F));
    return 3;
}

/*
 * A decoder takes blocks and appends UTF-8. A byte that cannot be decoded becomes three bytes that
 * no UTF-8 has: FF, then its high and low four bits as '0'…'9' 'A'…'F'; decoder_bad_bytes counts
 * them. Characters cut by a block's end are kept for the next one.
 */
struct decoder;
/* Not AUTO. NULL if the C library's converter for it is not installed. */
struct decoder *decoder_new(enum encoding e);
void decoder_add(struct decoder *d, struct span bytes, bool is_last, struct strbuf *out);
uint64_t decoder_bad_bytes(const struct decoder *d);
void decoder_free(struct decoder *d);

#endif
