/* Distinguished names of a directory: CN=Yamada\, Taro,OU=Staff,DC=example. */
#ifndef TENKO_DN_H
#define TENKO_DN_H

#include "tenko/strbuf.h"

#include <stdbool.h>

/* Is it a DN: two parts or more, each a name of an attribute and its value? */
bool dn_is_dn(struct span text);
/* Appends the value of the first part, unescaped: a\, b for CN=a\, b,OU=x is "a, b". False: there
 * is none. */
bool dn_name(struct span dn, struct strbuf *out);
/* Appends a key that is equal for every usual writing of one DN: ASCII letters in lower case, no
 * spaces around separators, one way to escape. */
void dn_key(struct span dn, struct strbuf *out);
/* Is `value` that of the entry's own name, e.g. uid=x,ou=y and attribute uid? */
bool dn_is_named_by(struct span dn, struct span attribute, struct span value);

#endif
