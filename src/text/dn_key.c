/* Beside dn.c, which cuts cells of several DNs: one DN of a server, byte by byte. DNs are read as
 * RFC 4514 writes them, and as older servers do: ; for a comma, spaces around separators. Values
 * stay bytes; whether they are text is the caller's question. */
#include "tenko/dn.h"

#include <strings.h>

static int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character of a DN at *at, unescaped (RFC 4514); *at moves behind it. */
static char dn_char(struct span dn, size_t *at, bool *was_escaped) {
    char c = dn.p[(*at)++];
    *was_escaped = c == '\\' && *at < dn.n;
    if (!*was_escaped)
        return c;
    int high = hex_digit(dn.p[*at]), low = *at + 1 < dn.n ? hex_digit(dn.p[*at + 1]) : -1;
    if (high >= 0 && low >= 0) {
        *at += 2;
        return (char)(high << 4 | low);
    }
    return dn.p[(*at)++];
}

bool dn_name(struct span dn, struct strbuf *out) {
    const char *equals = dn.n ? memchr(dn.p, '=', dn.n) : NULL;
    if (!equals || equals == dn.p)
        return false;
    size_t at = (size_t)(equals - dn.p) + 1, before = out->n, solid = before;
    while (at < dn.n && dn.p[at] == ' ')
        at++;
    while (at < dn.n) {
        bool was_escaped;
        char c = dn_char(dn, &at, &was_escaped);
        if (!was_escaped && (c == ',' || c == '+' || c == ';'))
            break;
        strbuf_add_char(out, c);
        if (was_escaped || c != ' ')
            solid = out->n;
    }
    if (out->p)
        out->p[out->n = solid] = '\0';
    return solid > before;
}

/* The end of an attribute's name that begins at `at` (letters, digits, - and . as in an OID), or
 * `at` itself. */
static size_t name_end(struct span text, size_t at) {
    size_t i = at;
    while (i < text.n && text.p[i] == ' ')
        at = ++i;
    while (i < text.n && (((text.p[i] | 0x20) >= 'a' && (text.p[i] | 0x20) <= 'z') ||
                          (i > at && ((text.p[i] >= '0' && text.p[i] <= '9') || text.p[i] == '-' ||
                                      text.p[i] == '.'))))
        i++;
    return i;
}

bool dn_is_dn(struct span text) {
    size_t parts = 0, at = 0;
    while (at < text.n) {
        size_t end = name_end(text, at);
        while (end > at && end < text.n && text.p[end] == ' ')
            end++;
        if (end == at || end >= text.n || text.p[end] != '=')
            return false;
        parts++;
        for (at = end + 1; at < text.n;) {
            bool was_escaped;
            char c = dn_char(text, &at, &was_escaped);
            if (!was_escaped && (c == ',' || c == ';'))
                break;
        }
    }
    return parts >= 2;
}

void dn_key(struct span dn, struct strbuf *out) {
    size_t at = 0, solid = out->n;
    bool at_start = true;
    while (at < dn.n) {
        bool was_escaped;
        char c = dn_char(dn, &at, &was_escaped);
        if (c >= 'A' && c <= 'Z')
            c = (char)(c | 0x20);
        bool is_separator = !was_escaped && (c == ',' || c == '=' || c == '+' || c == ';');
        if (is_separator) {
            if (out->p)
                out->p[out->n = solid] = '\0';
            strbuf_add_char(out, c == ';' ? ',' : c);
            solid = out->n;
            at_start = true;
        } else if (was_escaped || c != ' ') {
            if (was_escaped && strchr(",=+;\\\"<># ", c))
                strbuf_add_char(out, '\\');
            strbuf_add_char(out, c);
            solid = out->n;
            at_start = false;
        } else if (!at_start) {
            strbuf_add_char(out, c);
        }
    }
    if (out->p)
        out->p[out->n = solid] = '\0';
}

bool dn_is_named_by(struct span dn, struct span attribute, struct span value) {
    if (dn.n <= attribute.n || dn.p[attribute.n] != '=' ||
        strncasecmp(dn.p, attribute.p, attribute.n) != 0)
        return false;
    struct strbuf named = {0};
    bool is_same =
        dn_name(dn, &named) && named.n == value.n && strncasecmp(named.p, value.p, value.n) == 0;
    strbuf_release(&named);
    return is_same;
}
