/* Whose number a DN is: owner, manager and member name people by their entries, rosters by their
 * numbers. Each entry is asked for once, when it is met. */
#ifndef TENKO_LDAP_PEOPLE_H
#define TENKO_LDAP_PEOPLE_H

#include "ldap_facade.h"

struct dir_people;

/* `attributes`, ended by NULL, are those that hold the number: the first that an entry has counts.
 * They outlive it. */
struct dir_people *dir_people_new(struct dir_session *s, const char *const *attributes);
void dir_people_free(struct dir_people *people); /* NULL is fine */

/* The number of the entry, or an empty span where it has none or cannot be read. It lives as long
 * as `people`. */
struct span dir_people_number(struct dir_people *people, struct span dn);

#endif
