/*
 * Bytes → UTF-8. iconv's CP932 (never SHIFT_JIS: 5C, 7E, ① and 髙 break there), strict UTF-8,
 * UTF-16 with surrogates, EUC-JP (eucJP-ms), and those of other countries, which are never guessed.
 */
#ifndef TENKO_ENCODING_H
#define TENKO_ENCODING_H

#include "tenko/strbuf.h"
#include "tenko/utf8.h"

#include <stdint.h>

enum encoding {
    ENCODING_AUTO,
    ENCODING_UTF8,
    ENCODING_CP932,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_EUCJP,
    ENCODING_ISO2022JP,
    ENCODING_WINDOWS1252,
    ENCODING_WINDOWS1250,
    ENCODING_WINDOWS1251,
    ENCODING_ISO8859_2,
    ENCODING_ISO8859_15,
    ENCODING_GB18030,
    ENCODING_BIG5,
    ENCODING_EUCKR
};
#define ENCODING_LAST ENCODING_EUCKR

/* Names as in the configuration: auto, utf-8, cp932, utf-16le, …, and other names of the same. */
bool encoding_parse(struct span name, enum encoding *out);
const char *encoding_name(enum encoding e);
/* Not AUTO: what iconv calls it. */
const char *encoding_iconv_name(enum encoding e);

/* The byte order mark at the start of `head`, if any: its encoding and length (0 = none). */
enum encoding encoding_bom(struct span head, size_t *bom_bytes);

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
