/*
 * Globs of * and ?. A ? is one character, so both sides are compared as UTF-8 characters under
 * FOLD_ID; user IDs and patterns are nearly always ASCII, which needs no key in memory.
 */
#include "tenko/fold.h"
#include "tenko/utf8.h"

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Walks both once; at a mismatch the last * takes one character more. */
bool glob_match_keys(struct span pattern, struct span text) {
    size_t p = 0, t = 0, star = SIZE_MAX, star_text = 0;
    while (t < text.n) {
        if (p < pattern.n && pattern.p[p] == '*') {
            star = p++;
            star_text = t;
        } else if (p < pattern.n && pattern.p[p] == '?') {
            p++;
            t += utf8_size(text.p[t]);
        } else if (p < pattern.n && lower(pattern.p[p]) == lower(text.p[t])) {
            p++;
            t++;
        } else if (star != SIZE_MAX) {
            p = star + 1;
            star_text += utf8_size(text.p[star_text]);
            t = star_text;
        } else {
            return false;
        }
    }
    while (p < pattern.n && pattern.p[p] == '*')
        p++;
    return p == pattern.n;
}

static bool is_plain(struct span text) {
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c <= ' ' || c > '~')
            return false;
    }
    return true;
}

bool glob_match(struct span pattern, struct span text) {
    if (is_plain(pattern) && is_plain(text))
        return glob_match_keys(pattern, text);
    struct strbuf pattern_key = {0}, text_key = {0};
    fold_text(FOLD_ID, pattern, &pattern_key);
    fold_text(FOLD_ID, text, &text_key);
    bool matches = glob_match_keys(strbuf_span(&pattern_key), strbuf_span(&text_key));
    strbuf_release(&pattern_key);
    strbuf_release(&text_key);
    return matches;
}

bool glob_has_signs(struct span text) {
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '*' || text.p[i] == '?')
            return true;
    return false;
}
