/*
 * A cell's text before anybody knows what it means: without the spaces around it, and whether it
 * stands for nothing. Nearly every cell passes by its first and last byte.
 */
#include "reading.h"

#include "tenko/identifier.h"
#include "tenko/utf8.h"

/* Bytes of the space or invisible character that begins at p, or 0. */
static size_t space_at(const unsigned char *p, size_t left) {
    if (*p <= 0x20)
        return 1;
    if (left >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
        return 2;
    if (left < 3)
        return 0;
    bool is_space = (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80) || /* U+3000 */
                    (p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x8B) || /* U+200B */
                    (p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF);   /* U+FEFF */
    return is_space ? 3 : 0;
}

/* The first and last bytes of what space_at knows. */
static bool may_begin_space(unsigned char c) {
    return c <= 0x20 || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF;
}
static bool may_end_space(unsigned char c) {
    return c <= 0x20 || c == 0xA0 || c == 0x80 || c == 0x8B || c == 0xBF;
}

static struct span trim_slowly(struct span text) {
    const unsigned char *p = (const unsigned char *)text.p;
    size_t n = text.n, skip;
    while (n > 0 && (skip = space_at(p, n)) > 0) {
        p += skip;
        n -= skip;
    }
    while (n > 0) {
        size_t back = 1;
        while (back < n && back < 3 && (p[n - back] & 0xC0) == 0x80)
            back++;
        if (space_at(p + n - back, back) != back)
            break;
        n -= back;
    }
    return (struct span){(const char *)p, n};
}

struct span trimmed(struct span text) {
    if (text.n == 0)
        return text;
    unsigned char first = (unsigned char)text.p[0], last = (unsigned char)text.p[text.n - 1];
    return may_begin_space(first) || may_end_space(last) ? trim_slowly(text) : text;
}

struct span cell_text(const struct row *row, uint32_t column) {
    if (column >= row->count)
        return (struct span){"", 0};
    return trimmed((struct span){row->cells[column].p, row->cells[column].n});
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

struct span from_csvde_hex(struct span text, struct strbuf *out) {
    enum { BEFORE = 2 }; /* X' */
    if (text.n < BEFORE + 1 || text.p[0] != 'X' || text.p[1] != '\'' ||
        text.p[text.n - 1] != '\'' || text.n % 2 == 0)
        return text;
    bool is_wide = false;
    strbuf_clear(out);
    for (size_t i = BEFORE; i + 1 < text.n; i += 2) {
        int high = hex_digit(text.p[i]), low = hex_digit(text.p[i + 1]);
        if (high < 0 || low < 0)
            return text;
        is_wide |= high >= 8;
        strbuf_add_char(out, (char)(high * 16 + low));
    }
    bool is_text = is_wide && utf8_valid_prefix(strbuf_span(out)) == out->n;
    return is_text ? strbuf_span(out) : text;
}

bool is_none(enum record record, struct span text) {
    enum { LONGEST = 80 };
    bool may_be = record == RECORD_PERSON || record == RECORD_ACCOUNT || record == RECORD_SEAT ||
                  record == RECORD_DEVICE || record == RECORD_DEPARTMENT;
    if (!may_be || text.n > LONGEST || text.n == 0 ||
        (text.p[text.n - 1] >= '0' && text.p[text.n - 1] <= '9'))
        return false;
    return is_placeholder(text);
}

bool is_lost_list(struct span text) {
    static const char *const begins[] = {"System.", "Microsoft.", "[object "};
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++) {
        size_t n = strlen(begins[i]);
        if (text.n > n && memcmp(text.p, begins[i], n) == 0)
            return is_placeholder(text);
    }
    return false;
}
