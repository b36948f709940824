/* The reader of distinguished names: parts, their values, the cells they stand in. */
#include "dn.h"

#include <strings.h>

static bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static int hex_digit(char c) {
    if (is_digit(c))
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that two digits at `at` stand for, or −1. */
static int hex_pair(struct span text, size_t at) {
    if (at + 1 >= text.n)
        return -1;
    int high = hex_digit(text.p[at]), low = hex_digit(text.p[at + 1]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static size_t skip_spaces(struct span text, size_t at) {
    while (at < text.n && text.p[at] == ' ')
        at++;
    return at;
}

/* --- one part --- */

/* The attribute that the text begins with, a word or an OID; its value begins at *behind. Empty if
 * there is none. */
static struct span type_at(struct span text, size_t *behind) {
    size_t start = skip_spaces(text, 0), at = start;
    bool has_dot = false;
    while (at < text.n && (is_letter(text.p[at]) || is_digit(text.p[at]) || text.p[at] == '-' ||
                           text.p[at] == '.'))
        has_dot |= text.p[at++] == '.';
    size_t equals = skip_spaces(text, at);
    bool is_type = at > start && equals < text.n && text.p[equals] == '=' &&
                   (is_letter(text.p[start]) || (is_digit(text.p[start]) && has_dot));
    *behind = equals + 1;
    return (struct span){text.p + start, is_type ? at - start : 0};
}

/* A separator in a value that nobody escaped is none: "CN=Sales, East,OU=x". */
static bool is_separator(struct span text, size_t at) {
    char c = text.p[at];
    size_t behind;
    if (c != ',' && c != ';' && c != '+')
        return false;
    struct span rest = {text.p + at + 1, text.n - at - 1};
    return type_at(rest, &behind).n > 0 || (c != '+' && skip_spaces(rest, 0) == rest.n);
}

/* Bytes of the character at `at`: one, or an escape. */
static size_t width_at(struct span text, size_t at) {
    if (text.p[at] != '\\' || at + 1 >= text.n)
        return 1;
    return hex_pair(text, at + 1) >= 0 ? 3 : 2;
}

/* Behind the quote that closes the one at `at`, or `at` if none does. */
static size_t quoted_end(struct span text, size_t at) {
    for (size_t i = at + 1; i < text.n; i += width_at(text, i)) {
        if (text.p[i] == '"')
            return i + 1;
    }
    return at;
}

bool dn_next_part(struct span *dn, struct dn_part *out) {
    size_t at;
    out->type = type_at(*dn, &at);
    if (out->type.n == 0)
        return false;
    size_t start = at = skip_spaces(*dn, at), solid = at;
    if (at < dn->n && dn->p[at] == '"')
        solid = at = quoted_end(*dn, at);
    while (at < dn->n && !is_separator(*dn, at)) {
        size_t next = at + width_at(*dn, at);
        if (dn->p[at] != ' ')
            solid = next;
        at = next;
    }
    out->value = (struct span){dn->p + start, solid - start};
    out->is_joined = at < dn->n && dn->p[at] == '+';
    at += at < dn->n;
    *dn = (struct span){dn->p + at, dn->n - at};
    if (skip_spaces(*dn, 0) == dn->n)
        dn->n = 0;
    return true;
}

/* #0403616263: the bytes of a value in BER, of one of the string types. */
static bool add_hex_string(struct span value, struct strbuf *out) {
    static const char string_types[] = {0x04, 0x0C, 0x13, 0x14, 0x16, 0x1A};
    enum { HEAD = 2, LONGEST = 127 };
    size_t count = value.n / 2;
    if (value.n < 1 + 2 * HEAD || value.p[0] != '#' || value.n % 2 == 0)
        return false;
    size_t before = out->n;
    for (size_t i = 1; i < value.n; i += 2) {
        int byte = hex_pair(value, i);
        if (byte < 0) {
            out->n = before;
            return false;
        }
        strbuf_add_char(out, (char)byte);
    }
    char *bytes = out->p + before;
    bool is_string = memchr(string_types, bytes[0], sizeof string_types) &&
                     count <= LONGEST + HEAD && (unsigned char)bytes[1] == count - HEAD;
    if (is_string)
        memmove(bytes, bytes + HEAD, count - HEAD);
    out->n = is_string ? before + count - HEAD : before;
    return is_string;
}

void dn_unescape(struct span value, struct strbuf *out) {
    if (value.n >= 2 && value.p[0] == '"' && quoted_end(value, 0) == value.n)
        value = (struct span){value.p + 1, value.n - 2};
    else if (add_hex_string(value, out))
        return;
    for (size_t i = 0, n; i < value.n; i += n) {
        n = width_at(value, i);
        char c = value.p[i + (n == 2)];
        strbuf_add_char(out, n == 3 ? (char)hex_pair(value, i + 1) : c);
    }
}

/* --- one DN --- */

bool dn_is_dn(struct span text) {
    struct dn_part part;
    size_t parts = 0;
    while (text.n && dn_next_part(&text, &part))
        parts += !part.is_joined;
    return text.n == 0 && parts >= 2;
}

bool dn_begins(struct span text) {
    static const char *const types[] = {"cn",
                                        "ou",
                                        "uid",
                                        "dc",
                                        "o",
                                        "c",
                                        "l",
                                        "st",
                                        "street",
                                        "sn",
                                        "mail",
                                        "ipauniqueid",
                                        "gidnumber",
                                        "samaccountname",
                                        "employeenumber"};
    size_t behind;
    struct span type = dn_usual_type(type_at(text, &behind));
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (type.n == strlen(types[i]) && strncasecmp(type.p, types[i], type.n) == 0)
            return true;
    }
    return false;
}

bool dn_name(struct span dn, struct strbuf *out) {
    struct dn_part part;
    size_t before = out->n;
    if (dn_next_part(&dn, &part))
        dn_unescape(part.value, out);
    return out->n > before;
}

static bool is_of_type(const struct dn_part *part, struct span attribute) {
    struct span type = dn_usual_type(part->type);
    return type.n == attribute.n && strncasecmp(type.p, attribute.p, type.n) == 0;
}

bool dn_value_of(struct span dn, const char *attribute, struct span *out) {
    struct dn_part part;
    struct span wanted = {attribute, strlen(attribute)};
    while (dn.n && dn_next_part(&dn, &part)) {
        if (!is_of_type(&part, wanted))
            continue;
        *out = part.value;
        if (out->n >= 2 && out->p[0] == '"' && quoted_end(*out, 0) == out->n)
            *out = (struct span){out->p + 1, out->n - 2};
        return true;
    }
    return false;
}

bool dn_is_named_by(struct span dn, struct span attribute, struct span value) {
    struct strbuf named = {0};
    struct dn_part part = {.is_joined = true};
    bool is_same = false;
    while (!is_same && part.is_joined && dn_next_part(&dn, &part)) {
        strbuf_clear(&named);
        if (is_of_type(&part, dn_usual_type(attribute)))
            dn_unescape(part.value, &named);
        is_same = named.n && named.n == value.n && strncasecmp(named.p, value.p, value.n) == 0;
    }
    strbuf_release(&named);
    return is_same;
}

/* --- cells with several --- */

static bool is_cut(char c) {
    return c == ';' || c == '|' || c == '\n' || c == '\r';
}

static size_t skip_cuts(struct span cell, size_t at) {
    while (at < cell.n && (is_cut(cell.p[at]) || cell.p[at] == ' '))
        at++;
    return at;
}

/* A cut inside of a DN is none: behind it there must be a DN, or nothing. */
bool dn_next(struct span *cell, struct span *out) {
    size_t at = skip_cuts(*cell, 0);
    *out = *cell = (struct span){cell->p + at, cell->n - at};
    for (at = 0; at < cell->n;) {
        char c = cell->p[at];
        size_t behind = at + width_at(*cell, at);
        if (is_cut(c)) {
            behind = skip_cuts(*cell, at);
            if (behind == cell->n || dn_begins((struct span){cell->p + behind, cell->n - behind}))
                break;
        } else if (c == '"' && at && (cell->p[at - 1] == '=' || cell->p[at - 1] == ' ')) {
            size_t closed = quoted_end(*cell, at);
            behind = closed > at ? closed : behind;
        }
        at = behind;
    }
    out->n = at;
    while (out->n && out->p[out->n - 1] == ' ')
        out->n--;
    *cell = (struct span){cell->p + at, cell->n - at};
    return out->n > 0;
}
