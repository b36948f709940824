/* What can be told of a header by itself. */
#include "reading.h"

#include <string.h>
#include <strings.h>

bool header_is(struct span header, const char *wanted, struct strbuf *a, struct strbuf *b) {
    struct span exact = trimmed(span_of(wanted));
    if (span_equal(trimmed(header), exact))
        return true;
    fold_text(FOLD_HEADER, header, a);
    fold_text(FOLD_HEADER, exact, b);
    return a->n > 0 && span_equal(strbuf_span(a), strbuf_span(b));
}

bool has_no_header(const struct reading *r) {
    const char *header = source_option(&r->input->source, "header");
    return header && strcmp(header, "none") == 0;
}

/* --- zone and era --- */

static bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Behind UTC: +9, -05:00, +0900. In seconds; 0 where there is none. */
static int32_t offset_behind(struct span text) {
    int32_t digits = 0, value = 0;
    size_t i = 1;
    if (text.n < 2 || (text.p[0] != '+' && text.p[0] != '-'))
        return 0;
    for (; i < text.n && digits < 4; i++) {
        if (text.p[i] >= '0' && text.p[i] <= '9') {
            value = value * 10 + (text.p[i] - '0');
            digits++;
        } else if (text.p[i] != ':') {
            break;
        }
    }
    int32_t hours = digits > 2 ? value / 100 : value, minutes = digits > 2 ? value % 100 : 0;
    return (text.p[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/* A zone stands as a word of its own: not in "outcome". */
static void find_zone(struct span header, struct header_hint *out) {
    static const struct {
        const char *name;
        int32_t offset;
    } zones[] = {{"UTC", 0},
                 {"GMT", 0},
                 {"JST", 9 * 3600},
                 {"協定世界時", 0},
                 {"世界標準時", 0},
                 {"日本標準時", 9 * 3600},
                 {"日本時間", 9 * 3600}};
    for (size_t z = 0; z < sizeof zones / sizeof zones[0]; z++) {
        size_t n = strlen(zones[z].name);
        for (size_t i = 0; i + n <= header.n; i++) {
            const char *at = header.p + i;
            bool begins = i == 0 || !is_letter(at[-1]) || (at[0] == 'U' && at[-1] >= 'a');
            bool ends = i + n == header.n || !is_letter(at[n]);
            if (!begins || !ends || strncasecmp(at, zones[z].name, n) != 0)
                continue;
            out->has_offset = true;
            out->offset = zones[z].offset + offset_behind((struct span){at + n, header.n - i - n});
            return;
        }
    }
}

/* Headers of directories, whose days are written in a way of their own. */
static void find_directory(struct span header, struct header_hint *out) {
    static const struct {
        const char *name;
        bool is_unix_days;
    } headers[] = {{"shadowExpire", true},
                   {"shadowLastChange", true},
                   {"accountExpires", false},
                   {"AccountExpirationDate", false}};
    struct strbuf a = {0}, b = {0};
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++) {
        if (!header_is(header, headers[i].name, &a, &b))
            continue;
        out->is_unix_days = headers[i].is_unix_days;
        out->is_midnight_end = !headers[i].is_unix_days;
    }
    strbuf_release(&a);
    strbuf_release(&b);
}

struct header_hint header_hint_of(struct span header) {
    static const struct {
        const char *name;
        int32_t letter;
    } eras[] = {{"令和", 'r'}, {"平成", 'h'}, {"昭和", 's'}};
    struct header_hint hint = {0};
    size_t found = 0;
    find_zone(header, &hint);
    find_directory(header, &hint);
    for (size_t i = 0; i < sizeof eras / sizeof eras[0]; i++) {
        if (memmem(header.p, header.n, eras[i].name, strlen(eras[i].name))) {
            hint.era = eras[i].letter;
            found++;
        }
    }
    if (found > 1) /* （平成・令和） */
        hint.era = 0;
    return hint;
}

/* --- values --- */

/* A date, a number, an address or a DN: what stands in lists, not above them. */
static bool looks_like_value(struct span text) {
    size_t digits = 0, others = 0;
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        bool is_wide = i + 2 < text.n && c == 0xEF && (unsigned char)text.p[i + 1] == 0xBC &&
                       (unsigned char)text.p[i + 2] >= 0x90 && (unsigned char)text.p[i + 2] <= 0x99;
        bool is_digit = (c >= '0' && c <= '9') || is_wide;
        digits += is_digit;
        others += !is_digit && !strchr("-+/.,:() ", (char)c);
        i += is_wide ? 2 : 0;
        if (c == '@' || (c == '=' && i > 0 && i + 1 < text.n)) /* an address, a DN */
            return true;
    }
    return digits >= 3 || (digits > 0 && others == 0) ||
           memmem(text.p, text.n, "＠", strlen("＠")) != NULL;
}

bool headers_look_like_values(const struct reading *r) {
    for (size_t i = 0; i < r->headers.count && !has_no_header(r); i++) {
        if (looks_like_value(r->headers.items[i]))
            return true;
    }
    return false;
}
