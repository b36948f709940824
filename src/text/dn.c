/*
 * Distinguished names: CN=Yamada\, Taro,OU="Sales; East",DC=city;… A part ends at a comma or +
 * that is neither escaped nor quoted; where several DNs stand in a cell, they are cut where what
 * follows a ; | or line end begins a DN again.
 */
#include "tenko/identifier.h"

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_word(struct span text, const char *word) {
    if (text.n != strlen(word))
        return false;
    for (size_t i = 0; i < text.n; i++) {
        if (lower(text.p[i]) != lower(word[i]))
            return false;
    }
    return true;
}

/* The attribute type that text begins with, up to "="; empty if there is none. */
static struct span type_at(struct span text) {
    size_t n = 0, start = 0;
    while (start < text.n && text.p[start] == ' ')
        start++;
    while (start + n < text.n) {
        char c = lower(text.p[start + n]);
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '.')
            break;
        n++;
    }
    size_t behind = start + n;
    while (behind < text.n && text.p[behind] == ' ')
        behind++;
    bool is_type = n > 0 && behind < text.n && text.p[behind] == '=';
    return (struct span){text.p + start, is_type ? n : 0};
}

bool is_dn(struct span text) {
    static const char *const types[] = {"cn",
                                        "ou",
                                        "uid",
                                        "dc",
                                        "o",
                                        "c",
                                        "l",
                                        "st",
                                        "street",
                                        "userid",
                                        "sn",
                                        "mail",
                                        "ipauniqueid",
                                        "gidnumber",
                                        "samaccountname",
                                        "employeenumber"};
    struct span type = type_at(text);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (is_word(type, types[i]))
            return true;
    }
    return false;
}

static size_t skip_quoted(struct span dn, size_t at) {
    for (at++; at < dn.n && dn.p[at] != '"'; at++)
        at += dn.p[at] == '\\';
    return at < dn.n ? at + 1 : dn.n;
}

/* Where the value that begins at `at` ends. */
static size_t value_end(struct span dn, size_t at) {
    while (at < dn.n && dn.p[at] == ' ')
        at++;
    if (at < dn.n && dn.p[at] == '"')
        at = skip_quoted(dn, at);
    while (at < dn.n && dn.p[at] != ',' && dn.p[at] != '+' && dn.p[at] != ';') {
        at += dn.p[at] == '\\' ? 2 : 1;
    }
    return at < dn.n ? at : dn.n;
}

static int hex_digit(char c) {
    c = lower(c);
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_hex_pair(struct span text, size_t at) {
    return at + 1 < text.n && hex_digit(text.p[at]) >= 0 && hex_digit(text.p[at + 1]) >= 0;
}

static void unescape(struct span value, struct strbuf *out) {
    while (value.n && value.p[0] == ' ')
        value.p++, value.n--;
    while (value.n && value.p[value.n - 1] == ' ' && !(value.n > 1 && value.p[value.n - 2] == '\\'))
        value.n--;
    if (value.n >= 2 && value.p[0] == '"' && value.p[value.n - 1] == '"')
        value = (struct span){value.p + 1, value.n - 2};
    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] != '\\' || i + 1 == value.n) {
            strbuf_add_char(out, value.p[i]);
        } else if (is_hex_pair(value, i + 1)) {
            strbuf_add_char(out,
                            (char)(hex_digit(value.p[i + 1]) * 16 + hex_digit(value.p[i + 2])));
            i += 2;
        } else {
            strbuf_add_char(out, value.p[++i]);
        }
    }
}

/* attribute NULL = whatever the first is. */
static bool find_value(struct span dn, const char *attribute, struct strbuf *out) {
    strbuf_clear(out);
    strbuf_reserve(out, dn.n);
    for (size_t at = 0; at < dn.n;) {
        struct span rest = {dn.p + at, dn.n - at}, type = type_at(rest);
        if (type.n == 0)
            return false;
        const char *sign =
            memchr(type.p + type.n, '=', rest.n - (size_t)(type.p + type.n - rest.p));
        size_t start = (size_t)(sign + 1 - dn.p), end = value_end(dn, start);
        if (!attribute || is_word(type, attribute)) {
            unescape((struct span){dn.p + start, end - start}, out);
            return true;
        }
        at = end + 1;
    }
    return false;
}

bool dn_first_value(struct span dn, struct strbuf *out) {
    return is_dn(dn) && find_value(dn, NULL, out);
}

bool dn_value_of(struct span dn, const char *attribute, struct strbuf *out) {
    return is_dn(dn) && find_value(dn, attribute, out);
}

static bool is_cut(char c) {
    return c == ';' || c == '|' || c == '\n' || c == '\r';
}

/* A cut inside of a DN is none: behind it there must be a DN, or nothing. */
static bool begins_dn_or_ends(struct span text) {
    while (text.n && (is_cut(text.p[0]) || text.p[0] == ' '))
        text.p++, text.n--;
    return text.n == 0 || is_dn(text);
}

bool dn_next(struct span *cell, struct span *out) {
    while (cell->n && (is_cut(cell->p[0]) || cell->p[0] == ' '))
        cell->p++, cell->n--;
    if (cell->n == 0)
        return false;
    size_t at = 0;
    while (at < cell->n) {
        char c = cell->p[at];
        if (c == '\\') {
            at += 2;
            continue;
        }
        if (c == '"' && at && (cell->p[at - 1] == '=' || cell->p[at - 1] == ' ')) {
            at = skip_quoted(*cell, at);
            continue;
        }
        if (is_cut(c) && begins_dn_or_ends((struct span){cell->p + at, cell->n - at}))
            break;
        at++;
    }
    if (at > cell->n)
        at = cell->n;
    *out = (struct span){cell->p, at};
    while (out->n && out->p[out->n - 1] == ' ')
        out->n--;
    *cell = (struct span){cell->p + at, cell->n - at};
    return true;
}
