/*
 * Strict UTF-8 (RFC 3629), fast on what rosters hold: runs of ASCII are skipped eight bytes at a
 * time, and runs of three-byte characters (kana, kanji) are checked with one 32-bit load each.
 */
#include "tenko/encoding.h"

#include <endian.h>

#define EIGHT_TOP_BITS 0x8080808080808080u

/* Four bytes with the first one lowest, whatever the machine. */
static uint32_t load_four(const unsigned char *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* The first byte at or after p that is not ASCII. */
static const unsigned char *skip_ascii(const unsigned char *p, const unsigned char *end) {
    while (end - p >= 8) {
        uint64_t eight;
        memcpy(&eight, p, sizeof eight);
        eight = le64toh(eight) & EIGHT_TOP_BITS;
        if (eight)
            return p + __builtin_ctzll(eight) / 8;
        p += 8;
    }
    while (p < end && *p < 0x80)
        p++;
    return p;
}

/*
 * Skips three-byte characters. In a load of E? .. .. with the first byte lowest, 200F picks the
 * lead's low four bits and bit 5 of the second byte: E0 needs that bit set (else overlong), ED
 * needs it clear (else a surrogate).
 */
static const unsigned char *skip_three_byte(const unsigned char *p, const unsigned char *end) {
    while (end - p >= 4) {
        uint32_t four = load_four(p);
        uint32_t pick = four & 0x200F;
        if ((four & 0xC0C0F0) != 0x8080E0 || pick == 0 || pick == 0x200D)
            break;
        p += 3;
    }
    return p;
}

static bool is_tail(unsigned char c) {
    return (c & 0xC0) == 0x80;
}

/* Bytes of the character at p, which is not ASCII; 0 if it is none, or cut. */
static size_t long_character(const unsigned char *p, const unsigned char *end) {
    size_t left = (size_t)(end - p);
    if (p[0] >= 0xC2 && p[0] <= 0xDF)
        return left >= 2 && is_tail(p[1]) ? 2 : 0;
    if (p[0] >= 0xE0 && p[0] <= 0xEF) {
        if (left < 3 || !is_tail(p[1]) || !is_tail(p[2]))
            return 0;
        if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] >= 0xA0))
            return 0;
        return 3;
    }
    if (p[0] >= 0xF0 && p[0] <= 0xF4) {
        if (left < 4 || !is_tail(p[1]) || !is_tail(p[2]) || !is_tail(p[3]))
            return 0;
        if ((p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] >= 0x90))
            return 0;
        return 4;
    }
    return 0;
}

size_t utf8_valid_prefix(struct span text) {
    if (text.n == 0)
        return 0;
    const unsigned char *start = (const unsigned char *)text.p, *p = start, *end = p + text.n;
    while (p < end) {
        if (*p < 0x80) {
            p = skip_ascii(p, end);
            continue;
        }
        const unsigned char *next = skip_three_byte(p, end);
        if (next == p) {
            size_t n = long_character(p, end);
            if (n == 0)
                break;
            next = p + n;
        }
        p = next;
    }
    return (size_t)(p - start);
}

#define PRIVATE_FIRST      0xEE /* U+E000…U+EFFF begin with it */
#define PRIVATE_SECOND     0xEF /* U+F000…U+F8FF: EF 80 … EF A3 */
#define PRIVATE_SECOND_END 0xA4

bool utf8_has_private_use(struct span text) {
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
