/* The options of an attribute, told apart by semicolons in any order (RFC 4512, 2.5):
 * lang-ja;phonetic. */
#ifndef TENKO_LDAP_TAGS_H
#define TENKO_LDAP_TAGS_H

#include "tenko/span.h"

#include <stdbool.h>
#include <strings.h>

/* How well an attribute with these options answers what was asked without any. A Japanese value
 * beats one that does not say; readings and certificates are something else. */
enum ldap_rank { RANK_READING, RANK_OTHER, RANK_LANGUAGE, RANK_PLAIN, RANK_JAPANESE };
enum ldap_rank ldap_tags_rank(struct span options);
bool ldap_tags_equal(struct span a, struct span b);
/* range=0-1499 */
bool ldap_tags_are_range(struct span options);

/* Equal but for case. */
static inline bool ldap_text_equal(struct span a, struct span b) {
    return a.n == b.n && (a.n == 0 || ((a.p[0] ^ b.p[0]) & ~0x20) == 0) &&
           strncasecmp(a.p, b.p, a.n) == 0;
}

#endif
