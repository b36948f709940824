/*
 * Distinguished names: CN=Yamada\, Taro,OU=Staff,DC=example. Read as RFC 4514 writes them, and as
 * older servers and exports do: ; for a comma, spaces around separators, values in quotes, a comma
 * that nobody escaped. A separator is one only where an attribute follows. Values stay bytes:
 * whether they are text is the caller's question.
 */
#ifndef TENKO_DN_H
#define TENKO_DN_H

#include "tenko/strbuf.h"

/* Is it a DN: two parts or more, each a name of an attribute and its value? */
bool dn_is_dn(struct span text);
/* Does a DN begin here: an attribute that DNs begin with (cn, uid, ou …) and its value? */
bool dn_begins(struct span text);
/* Appends the value of the first part, unescaped: a\, b for CN=a\, b,OU=x is "a, b". False: there
 * is none. */
bool dn_name(struct span dn, struct strbuf *out);
/* The value of the first part with this attribute (no case), as written, without quotes: the first
 * OU. False: there is none. */
bool dn_value_of(struct span dn, const char *attribute, struct span *out);
/* The usual name of an attribute: cn for commonName and 2.5.4.3; other names as they are. */
struct span dn_usual_type(struct span type);
/* Appends a key that is equal for every writing of one DN: case folded, no spaces around
 * separators and single ones inside, one way to escape, one name for an attribute (2.5.4.3 is cn),
 * one order of the parts of one level (cn=a+uid=b). */
void dn_key(struct span dn, struct strbuf *out);
/* Is `value` that of the entry's own name, e.g. uid=x,ou=y and attribute uid? */
bool dn_is_named_by(struct span dn, struct span attribute, struct span value);
/* The next DN of a cell that holds several, cut at ; | and line ends, never at commas; *cell moves
 * behind it. False at the end. */
bool dn_next(struct span *cell, struct span *out);

#endif
