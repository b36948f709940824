#include "ldap_tags.h"

#include <string.h>

/* Cuts the first option off. */
static bool next_option(struct span *options, struct span *out) {
    if (options->n == 0)
        return false;
    const char *end = memchr(options->p, ';', options->n);
    *out = (struct span){options->p, end ? (size_t)(end - options->p) : options->n};
    size_t n = out->n + (end != NULL);
    *options = (struct span){options->p + n, options->n - n};
    return true;
}

static bool begins(struct span text, const char *with) {
    size_t n = strlen(with);
    return text.n >= n && strncasecmp(text.p, with, n) == 0;
}

enum ldap_rank ldap_tags_rank(struct span options) {
    bool is_japanese = false, has_language = false, has_other = false;
    struct span option;
    while (next_option(&options, &option)) {
        bool is_language = begins(option, "lang-");
        is_japanese |= begins(option, "lang-ja");
        has_language |= is_language;
        has_other |= !is_language;
    }
    if (has_other)
        return has_language ? RANK_READING : RANK_OTHER;
    return is_japanese ? RANK_JAPANESE : has_language ? RANK_LANGUAGE : RANK_PLAIN;
}

static bool has_option(struct span options, struct span wanted) {
    struct span option;
    while (next_option(&options, &option))
        if (ldap_text_equal(option, wanted))
            return true;
    return false;
}

bool ldap_tags_equal(struct span a, struct span b) {
    struct span rest = a, option;
    bool is_same = a.n == b.n;
    while (is_same && next_option(&rest, &option))
        is_same = has_option(b, option);
    return is_same;
}

bool ldap_tags_are_range(struct span options) {
    return begins(options, "range=");
}
