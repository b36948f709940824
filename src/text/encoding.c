/*
 * Bytes → UTF-8, in blocks. Three ways in:
 *
 * - UTF-8 is checked and copied.
 * - CP932 goes through a table of all its one- and two-byte characters, which glibc's iconv fills
 *   once: iconv decides what every byte means (～ is U+FF5E, ① and 髙 exist, F040…F9FC are
 * U+E000…), the table only makes it as fast as UTF-8.
 * - All others are rare, and go through iconv itself.
 *
 * Each of them consumes whole characters and leaves a character cut by the block's end (at most
 * three bytes) for the next block.
 */
#include "tenko/encoding.h"

#include "tenko/memory.h"

#include <errno.h>
#include <iconv.h>
#include <pthread.h>
#include <stdlib.h>

#define CUT_MAX   3 /* bytes of a character that a block's end can cut off */
#define JOIN_MORE 8 /* bytes of the next block that surely complete it */

struct decoder {
    enum encoding encoding;
    iconv_t converter; /* neither UTF-8 nor CP932 */
    uint64_t bad_bytes;
    size_t cut;
    char cut_bytes[CUT_MAX + JOIN_MORE];
};

/* ---- names ---- */

/* Where a name means less than what is written under it in practice, iconv's is the wider one. */
static const struct {
    const char *name, *iconv_name;
} encodings[] = {
    [ENCODING_AUTO] = {"auto", NULL},
    [ENCODING_UTF8] = {"utf-8", "UTF-8"},
    [ENCODING_CP932] = {"cp932", "CP932"},
    [ENCODING_UTF16LE] = {"utf-16le", "UTF-16LE"},
    [ENCODING_UTF16BE] = {"utf-16be", "UTF-16BE"},
    [ENCODING_EUCJP] = {"euc-jp", "EUC-JP-MS"},
    [ENCODING_ISO2022JP] = {"iso-2022-jp", "ISO-2022-JP-3"}, /* with half-width kana */
    [ENCODING_WINDOWS1252] = {"windows-1252", "CP1252"},
    [ENCODING_WINDOWS1250] = {"windows-1250", "CP1250"},
    [ENCODING_WINDOWS1251] = {"windows-1251", "CP1251"},
    [ENCODING_ISO8859_2] = {"iso-8859-2", "ISO-8859-2"},
    [ENCODING_ISO8859_15] = {"iso-8859-15", "ISO-8859-15"},
    [ENCODING_GB18030] = {"gb18030", "GB18030"},
    [ENCODING_BIG5] = {"big5", "CP950"},
    [ENCODING_EUCKR] = {"euc-kr", "UHC"},
};

static const struct {
    const char *key; /* lower case, without - and _ */
    enum encoding encoding;
} other_names[] = {
    {"utf8", ENCODING_UTF8},          {"shiftjis", ENCODING_CP932},
    {"sjis", ENCODING_CP932},         {"ms932", ENCODING_CP932},
    {"windows31j", ENCODING_CP932},   {"jis", ENCODING_ISO2022JP},
    {"cp1252", ENCODING_WINDOWS1252}, {"iso88591", ENCODING_WINDOWS1252},
    {"latin1", ENCODING_WINDOWS1252}, {"cp1250", ENCODING_WINDOWS1250},
    {"cp1251", ENCODING_WINDOWS1251}, {"latin2", ENCODING_ISO8859_2},
    {"latin9", ENCODING_ISO8859_15},  {"gbk", ENCODING_GB18030},
    {"cp936", ENCODING_GB18030},      {"gb2312", ENCODING_GB18030},
    {"cp950", ENCODING_BIG5},         {"cp949", ENCODING_EUCKR},
    {"uhc", ENCODING_EUCKR},
};

/* In lower case, without - and _; false if it is longer than any name. */
static bool fold_name(struct span name, char key[16]) {
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (c == '-' || c == '_')
            continue;
        if (n == 15)
            return false;
        key[n++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    key[n] = '\0';
    return true;
}

bool encoding_parse(struct span name, enum encoding *out) {
    char key[16], other[16];
    if (!fold_name(name, key))
        return false;
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
        if (fold_name(span_of(encodings[i].name), other) && strcmp(key, other) == 0) {
            *out = (enum encoding)i;
            return true;
        }
    for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
        if (strcmp(other_names[i].key, key) == 0) {
            *out = other_names[i].encoding;
            return true;
        }
    return false;
}

const char *encoding_name(enum encoding e) {
    return encodings[e].name;
}

const char *encoding_iconv_name(enum encoding e) {
    return encodings[e].iconv_name;
}

enum encoding encoding_bom(struct span head, size_t *bom_bytes) {
    static const struct {
        struct span mark;
        enum encoding encoding;
    } marks[] = {{{"\xEF\xBB\xBF", 3}, ENCODING_UTF8},
                 {{"\xFF\xFE", 2}, ENCODING_UTF16LE},
                 {{"\xFE\xFF", 2}, ENCODING_UTF16BE}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct span mark = marks[i].mark;
        if (head.n >= mark.n && memcmp(head.p, mark.p, mark.n) == 0) {
            *bom_bytes = mark.n;
            return marks[i].encoding;
        }
    }
    *bom_bytes = 0;
    return ENCODING_AUTO;
}

/* ---- one block, each way ---- */

static void add_bad(struct decoder *d, struct span bytes, struct strbuf *out) {
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char c = (unsigned char)bytes.p[i];
        char mark[3] = {(char)0xFF, digits[c >> 4], digits[c & 15]};
        strbuf_add(out, mark, sizeof mark);
    }
    d->bad_bytes += bytes.n;
}

/* Whether the bytes at the end of a block may be the beginning of a UTF-8 character. */
static bool may_be_cut_utf8(struct span rest) {
    const unsigned char *p = (const unsigned char *)rest.p;
    size_t want = p[0] >= 0xC2 && p[0] <= 0xDF   ? 2
                  : p[0] >= 0xE0 && p[0] <= 0xEF ? 3
                  : p[0] >= 0xF0 && p[0] <= 0xF4 ? 4
                                                 : 0;
    if (rest.n >= want)
        return false;
    for (size_t i = 1; i < rest.n; i++)
        if ((p[i] & 0xC0) != 0x80)
            return false;
    if (rest.n < 2)
        return true;
    return !(p[0] == 0xE0 && p[1] < 0xA0) && !(p[0] == 0xED && p[1] >= 0xA0) &&
           !(p[0] == 0xF0 && p[1] < 0x90) && !(p[0] == 0xF4 && p[1] >= 0x90);
}

static size_t decode_utf8(struct decoder *d, struct span bytes, bool is_last, struct strbuf *out) {
    size_t at = 0;
    while (at < bytes.n) {
        struct span rest = {bytes.p + at, bytes.n - at};
        size_t valid = utf8_valid_prefix(rest);
        strbuf_add(out, rest.p, valid);
        at += valid;
        if (at == bytes.n)
            break;
        rest = (struct span){bytes.p + at, bytes.n - at};
        if (!is_last && may_be_cut_utf8(rest))
            break;
        add_bad(d, (struct span){rest.p, 1}, out);
        at++;
    }
    return at;
}

/* [lead << 8 | trail], [byte]: the character, 0 = none. Filled once, then const. */
static uint16_t cp932[0x10000];
static bool has_cp932;

static uint16_t cp932_ask(iconv_t converter, unsigned lead, unsigned trail) {
    char bytes[2] = {(char)lead, (char)trail};
    char *in = lead ? bytes : bytes + 1;
    size_t in_left = lead ? 2 : 1;
    unsigned char unit[4] = {0};
    char *to = (char *)unit;
    size_t to_left = sizeof unit;
    (void)iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &in, &in_left, &to, &to_left) == (size_t)-1 || to_left != 2)
        return 0;
    return (uint16_t)(unit[0] | unit[1] << 8);
}

static void cp932_fill(void) {
    iconv_t converter = iconv_open("UTF-16LE", "CP932");
    if (converter == (iconv_t)-1)
        return;
    for (unsigned byte = 0; byte < 0x100; byte++)
        cp932[byte] = cp932_ask(converter, 0, byte);
    for (unsigned lead = 0x81; lead < 0x100; lead++) {
        if (cp932[lead] != 0) /* a one-byte character: half-width katakana */
            continue;
        for (unsigned trail = 0x40; trail < 0x100; trail++)
            cp932[lead << 8 | trail] = cp932_ask(converter, lead, trail);
    }
    iconv_close(converter);
    has_cp932 = true;
}

static size_t decode_cp932(struct decoder *d, struct span bytes, bool is_last, struct strbuf *out) {
    const unsigned char *p = (const unsigned char *)bytes.p, *end = p + bytes.n;
    /* At most three bytes a byte: a half-width katakana, or a bad byte's mark. */
    strbuf_reserve(out, bytes.n * 3);
    while (p < end) {
        if (*p < 0x80) {
            out->p[out->n++] = (char)*p++;
            continue;
        }
        if (cp932[*p] != 0) {
            out->n += utf8_put(out->p + out->n, cp932[*p++]);
            continue;
        }
        bool is_lead = *p > 0x80 && *p < 0xFD && *p != 0xA0;
        if (is_lead && p + 1 == end && !is_last)
            break;
        uint16_t c = is_lead && p + 1 < end ? cp932[*p << 8 | p[1]] : 0;
        if (c == 0) {
            /* Only the lead: the second byte may be a delimiter or a line end. */
            add_bad(d, (struct span){(const char *)p++, 1}, out);
            continue;
        }
        out->n += utf8_put(out->p + out->n, c);
        p += 2;
    }
    out->p[out->n] = '\0';
    return (size_t)((const char *)p - bytes.p);
}

static size_t decode_by_iconv(struct decoder *d, struct span bytes, bool is_last,
                              struct strbuf *out) {
    char *in = (char *)(uintptr_t)bytes.p; /* iconv's prototype; it does not write there */
    size_t left = bytes.n;
    bool is_utf16 = d->encoding == ENCODING_UTF16LE || d->encoding == ENCODING_UTF16BE;
    size_t unit = is_utf16 ? 2 : 1;
    while (left > 0) {
        strbuf_reserve(out, left * 3);
        char *to = out->p + out->n;
        size_t room = left * 3;
        size_t result = iconv(d->converter, &in, &left, &to, &room);
        out->n = (size_t)(to - out->p);
        if (result != (size_t)-1 || errno == E2BIG)
            continue;
        if (errno == EINVAL && !is_last && left <= CUT_MAX)
            break;
        size_t bad = left < unit ? left : unit;
        add_bad(d, (struct span){in, bad}, out);
        in += bad;
        left -= bad;
        if (d->encoding != ENCODING_ISO2022JP) /* which would forget what its escapes said */
            (void)iconv(d->converter, NULL, NULL, NULL, NULL);
    }
    out->p[out->n] = '\0';
    return bytes.n - left;
}

static size_t decode(struct decoder *d, struct span bytes, bool is_last, struct strbuf *out) {
    switch (d->encoding) {
    case ENCODING_UTF8:
        return decode_utf8(d, bytes, is_last, out);
    case ENCODING_CP932:
        return decode_cp932(d, bytes, is_last, out);
    default:
        return decode_by_iconv(d, bytes, is_last, out);
    }
}

/* ---- the decoder ---- */

struct decoder *decoder_new(enum encoding e) {
    static pthread_once_t cp932_once = PTHREAD_ONCE_INIT;
    iconv_t converter = NULL;
    if (e == ENCODING_CP932) {
        pthread_once(&cp932_once, cp932_fill);
        if (!has_cp932)
            return NULL;
    } else if (e != ENCODING_UTF8) {
        converter = iconv_open("UTF-8", encoding_iconv_name(e));
    }
    if (converter == (iconv_t)-1)
        return NULL;
    struct decoder *d = memory_zeroed(1, sizeof *d);
    d->encoding = e;
    d->converter = converter;
    return d;
}

void decoder_add(struct decoder *d, struct span bytes, bool is_last, struct strbuf *out) {
    if (bytes.n == 0 && d->cut == 0)
        return;
    if (d->cut > 0) {
        /* The cut character and the first bytes of this block together, then the rest. */
        size_t more = bytes.n < JOIN_MORE ? bytes.n : JOIN_MORE, before = d->cut;
        if (more > 0)
            memcpy(d->cut_bytes + before, bytes.p, more);
        struct span joined = {d->cut_bytes, before + more};
        size_t used = decode(d, joined, is_last && more == bytes.n, out);
        if (more == bytes.n) {
            d->cut = joined.n - used;
            memmove(d->cut_bytes, d->cut_bytes + used, d->cut);
            return;
        }
        bytes = (struct span){bytes.p + (used - before), bytes.n - (used - before)};
    }
    size_t used = decode(d, bytes, is_last, out);
    d->cut = bytes.n - used;
    if (d->cut > 0)
        memcpy(d->cut_bytes, bytes.p + used, d->cut);
}

uint64_t decoder_bad_bytes(const struct decoder *d) {
    return d->bad_bytes;
}

void decoder_free(struct decoder *d) {
    if (!d)
        return;
    if (d->converter)
        iconv_close(d->converter);
    free(d);
}
