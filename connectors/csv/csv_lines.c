/*
 * Physical lines: ended by LF, CR LF, or CR alone, mixed as they come. One pass finds the end and
 * notes what else the line holds, so that the common line (no quote, no control byte)
 * takes the short way afterwards. All bytes of interest are below 0x23, which few others of a
 * roster are, so eight bytes are passed at a time.
 */
#include "csv_reader.h"

#include <endian.h>

#define EVERY_BYTE(x) (0x0101010101010101u * (x))

static const unsigned char kinds[0x23] = {
    ['\0'] = SEEN_NUL,   ['\n'] = SEEN_END,  ['\r'] = SEEN_END,
    ['\x1A'] = SEEN_DOS, ['"'] = SEEN_QUOTE,
};

/* Where the line ends, looking from i on; n if it does not. */
static size_t scan(const char *p, size_t i, size_t n, unsigned *seen) {
    while (i < n) {
        if (n - i >= 8) {
            uint64_t eight;
            memcpy(&eight, p + i, sizeof eight);
            eight = le64toh(eight);
            /* The top bit of each byte below 0x23; exact for the lowest such byte. */
            uint64_t low = (eight - EVERY_BYTE(0x23u)) & ~eight & EVERY_BYTE(0x80u);
            if (low == 0) {
                i += 8;
                continue;
            }
            i += (size_t)__builtin_ctzll(low) / 8;
        }
        unsigned char c = (unsigned char)p[i];
        unsigned kind = c < sizeof kinds ? kinds[c] : 0;
        if (kind == SEEN_END)
            return i;
        *seen |= kind;
        i++;
    }
    return n;
}

enum found csv_find_line(struct csv_text *t, size_t from, struct line *out, struct error *err) {
    size_t i = from;
    unsigned seen = 0;
    for (;;) {
        const char *p = t->text.p + t->at;
        size_t n = t->text.n - t->at;
        i = scan(p, i, n, &seen);
        if (i > ROW_MAX_BYTES)
            return LINE_TOO_LONG;
        /* A CR at the window's end may be half of a CR LF. */
        bool is_sure = i < n && (p[i] == '\n' || i + 1 < n || t->is_complete);
        if (is_sure) {
            bool is_crlf = p[i] == '\r' && i + 1 < n && p[i + 1] == '\n';
            *out = (struct line){i - from, i - from + 1 + is_crlf, seen};
            return LINE_FOUND;
        }
        if (t->is_complete) {
            *out = (struct line){i - from, i - from, seen};
            return i > from ? LINE_FOUND : LINE_NONE;
        }
        if (!csv_text_more(t, err))
            return LINE_FAILED;
    }
}

bool csv_skip_line(struct csv_text *t, struct error *err) {
    for (;;) {
        const char *p = t->text.p + t->at;
        size_t n = t->text.n - t->at;
        unsigned seen = 0;
        size_t i = scan(p, 0, n, &seen);
        if (i < n && (p[i] == '\n' || i + 1 < n || t->is_complete)) {
            t->at += i + 1 + (p[i] == '\r' && i + 1 < n && p[i + 1] == '\n');
            return true;
        }
        t->at += i;
        if (t->is_complete)
            return true;
        if (!csv_text_more(t, err))
            return false;
    }
}
