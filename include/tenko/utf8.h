/* UTF-8 as bytes. */
#ifndef TENKO_UTF8_H
#define TENKO_UTF8_H

#include "tenko/span.h"

#include <stdint.h>

/* Bytes at the start of `text` that are whole, valid UTF-8 (RFC 3629: no surrogates, no overlongs).
 */
size_t utf8_valid_prefix(struct span text);
/* Has valid UTF-8 a character of the private use area (外字), which others cannot show, or does it
 * end before that can be told? */
bool utf8_has_private_use(struct span text);

/* Bytes of the character that begins with this one, in valid UTF-8. */
static inline size_t utf8_size(char first) {
    unsigned char c = (unsigned char)first;
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

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

#endif
