/* Who is in which group, where the directory says so in the groups and not in the people: member,
 * uniqueMember (DNs) and memberUid (user IDs). */
#ifndef TENKO_LDAP_GROUPS_H
#define TENKO_LDAP_GROUPS_H

#include "ldap_facade.h"

struct dir_groups;

/* Reads all groups below settings->group_base. */
bool dir_groups_read(struct dir_groups **out, struct dir_session *s,
                     const struct ldap_settings *settings, struct error *err) must_check;
void dir_groups_free(struct dir_groups *g); /* NULL is fine */

/* The groups of one entry, by its DN and by its user ID (either may be empty): dir_groups_of, then
 * dir_groups_next until it says false. Names live as long as the groups. */
struct dir_membership {
    uint32_t by_dn, by_uid; /* links still to be visited, 0 = none */
};
void dir_groups_of(struct dir_groups *g, struct span dn, struct span uid,
                   struct dir_membership *out);
bool dir_groups_next(const struct dir_groups *g, struct dir_membership *at, struct span *name);
size_t dir_groups_count(const struct dir_groups *g);

#endif
