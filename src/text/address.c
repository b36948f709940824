/*
 * Addresses of a cell. What lists write around them:
 *     SMTP:a@x;smtp:b@y;X500:/o=City/cn=a     "江口 凛" <r.eguchi@x>     mailto:c@x, d@x
 * The cell is cut into words at everything that no address holds; a word is an address if it has
 * one @ with something on both sides, once its prefix is gone.
 */
#include "code_points.h"

#include "tenko/address.h"
#include "tenko/fold.h"

/* Between addresses; + only before a prefix, since it stands in addresses too. */
static bool is_between(int32_t c) {
    return c <= ' ' || is_space(c) || is_invisible(c) ||
           (c < 0x80 && strchr(";,<>\"()[]{}|\\", (char)c)) || c == 0x3001 || /* 、 */
           c == 0xFF0C || c == 0xFF1B || c == 0xFF1C || c == 0xFF1E || c == 0xFF08 || c == 0xFF09;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool has_prefix(struct span text, const char *prefix) {
    size_t n = strlen(prefix);
    for (size_t i = 0; i < n; i++) {
        if (i >= text.n || lower(text.p[i]) != prefix[i])
            return false;
    }
    return true;
}

/* Without smtp: or mailto:, whatever case; empty if it is of another kind (X500:, sip:). */
static struct span without_prefix(struct span word) {
    static const char *const prefixes[] = {
        "smtp:", "mailto:", "mail:", "email:", "e-mail:", "user:"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t n = strlen(prefixes[i]);
        if (has_prefix(word, prefixes[i]))
            return (struct span){word.p + n, word.n - n};
    }
    return memchr(word.p, ':', word.n) ? (struct span){word.p, 0} : word;
}

/* Marks that stand around an address and are none of it. */
static struct span without_edges(struct span word) {
    static const char edges[] = "'`.:";
    while (word.n && strchr(edges, word.p[word.n - 1]))
        word.n--;
    while (word.n && strchr(edges, word.p[0]))
        word.p++, word.n--;
    return word;
}

/* One @ (or its full-width form) inside. */
static bool looks_like_one(struct span word) {
    const unsigned char *p = (const unsigned char *)word.p, *end = p + word.n;
    size_t signs = 0, before = 0, behind = 0;
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        if (c == '@' || c == 0xFF20)
            signs++;
        else if (signs)
            behind++;
        else
            before++;
    }
    return signs == 1 && before > 0 && behind > 0;
}

/* Of "smtp:a@x+SMTP:b@y" (joined by +) the first part; a + of user+tag@x stays. */
static size_t joined_at(struct span word) {
    for (size_t i = 1; i + 1 < word.n; i++) {
        struct span behind = {word.p + i + 1, word.n - i - 1};
        if (word.p[i] == '+' && memchr(word.p, '@', i) &&
            (has_prefix(behind, "smtp:") || memchr(behind.p, '@', behind.n)))
            return i;
    }
    return word.n;
}

/* The next word of the cell, which moves behind it. */
static bool next_piece(struct span *cell, struct span *word) {
    const unsigned char *p = (const unsigned char *)cell->p, *end = p + cell->n;
    const unsigned char *start = NULL, *stop = end;
    while (p < end) {
        const unsigned char *at = p;
        bool between = is_between(utf8_next(&p, end));
        if (!between && !start)
            start = at;
        if (between && start) {
            stop = at;
            break;
        }
    }
    if (!start) {
        *cell = (struct span){(const char *)end, 0};
        return false;
    }
    *word = (struct span){(const char *)start, (size_t)(stop - start)};
    word->n = joined_at(*word);
    const unsigned char *rest = start + word->n;
    if (rest < stop)
        rest++; /* the + */
    *cell = (struct span){(const char *)rest, (size_t)(end - rest)};
    return true;
}

bool address_next(struct span *cell, struct span *out) {
    struct span word;
    while (next_piece(cell, &word)) {
        word = without_edges(without_prefix(word));
        if (looks_like_one(word)) {
            *out = word;
            return true;
        }
    }
    return false;
}

bool address_of_guest(struct span user_id, struct strbuf *out) {
    static const char mark[] = "#ext#";
    size_t n = strlen(mark), at = 0;
    while (at + n <= user_id.n && !has_prefix((struct span){user_id.p + at, user_id.n - at}, mark))
        at++;
    strbuf_clear(out);
    if (at + n > user_id.n)
        return false;
    size_t sign = at;
    while (sign > 0 && user_id.p[sign - 1] != '_')
        sign--;
    if (sign < 2 || sign == at)
        return false;
    strbuf_add(out, user_id.p, sign - 1);
    strbuf_add_char(out, '@');
    strbuf_add(out, user_id.p + sign, at - sign);
    return true;
}
