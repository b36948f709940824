/* Which characters do not show themselves. */
#include "tenko/visible.h"

/* Bytes of a well-formed sequence of two or three bytes at p and its code point; longer ones and
 * ASCII are of no interest here. 0 = not such a sequence. */
static size_t short_sequence(const unsigned char *p, size_t left, unsigned *code) {
    if (left >= 2 && p[0] >= 0xC2 && p[0] <= 0xDF && (p[1] & 0xC0) == 0x80) {
        *code = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
        return 2;
    }
    if (left >= 3 && (p[0] & 0xF0) == 0xE0 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
        *code = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        return *code >= 0x800 && (*code < 0xD800 || *code > 0xDFFF) ? 3 : 0;
    }
    return 0;
}

static bool is_long_sequence(const unsigned char *p, size_t left) {
    return left >= 4 && p[0] >= 0xF0 && p[0] <= 0xF4 && (p[1] & 0xC0) == 0x80 &&
           (p[2] & 0xC0) == 0x80 && (p[3] & 0xC0) == 0x80;
}

static bool is_hidden(unsigned code) {
    return (code >= 0x80 && code <= 0x9F) || code == 0x061C || code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static void add_escape(struct strbuf *out, unsigned code) {
    if (code < 0x100)
        strbuf_addf(out, "\\x%02x", code);
    else
        strbuf_addf(out, "\\u%04x", code);
}

void visible_add(struct strbuf *out, struct span text) {
    const unsigned char *p = (const unsigned char *)text.p;
    for (size_t i = 0, n; i < text.n; i += n) {
        unsigned code = p[i];
        n = 1;
        if (p[i] < 0x80) {
            if (p[i] < 0x20 || p[i] == 0x7F)
                add_escape(out, code);
            else
                strbuf_add_char(out, (char)p[i]);
        } else if (is_long_sequence(p + i, text.n - i)) {
            n = 4;
            strbuf_add(out, p + i, n);
        } else if ((n = short_sequence(p + i, text.n - i, &code)) == 0) {
            n = 1;
            add_escape(out, p[i]);
        } else if (is_hidden(code)) {
            add_escape(out, code);
        } else {
            strbuf_add(out, p + i, n);
        }
    }
}
