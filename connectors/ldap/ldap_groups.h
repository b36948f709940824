/*
 * Who is in which group, also through groups in groups. Groups tell it in different ways: by their
 * members (member, uniqueMember: DNs; memberUid: user IDs), by what they are themselves in
 * (memberOf), and by a number that their people have (gidNumber; primaryGroupID is the end of the
 * group's objectSid). All of it is one graph, read before the people.
 */
#ifndef TENKO_LDAP_GROUPS_H
#define TENKO_LDAP_GROUPS_H

#include "ldap_facade.h"

struct dir_groups;

/* What of a group is read. */
#define GROUPS_BY_MEMBERS 1u /* who is in them; else only what they are in */

/* Reads all groups below `base`. */
bool dir_groups_read(struct dir_groups **out, struct dir_session *s,
                     const struct ldap_settings *settings, const char *base, unsigned what,
                     struct error *err) must_check;
/* A graph without groups: each one that people name (memberOf) is asked for when it is met. */
struct dir_groups *dir_groups_lazy(struct dir_session *s);
void dir_groups_free(struct dir_groups *g); /* NULL is fine */

/* What an entry shows of its groups; each may be empty. */
struct dir_belonging {
    struct span dn;
    const struct span *uids; /* any of them may stand in memberUid */
    size_t uid_count;
    const struct span *member_of; /* DNs */
    size_t member_of_count;
    struct span gid, rid; /* gidNumber, primaryGroupID */
};

/* Finds the entry's groups, then hands them out: dir_groups_next until it says false. A group is
 * its DN as the server writes it, or its name alone where only a well-known number names it. Texts
 * live as long as the groups. */
void dir_groups_of(struct dir_groups *g, const struct dir_belonging *entry);
bool dir_groups_next(struct dir_groups *g, struct span *group);

size_t dir_groups_count(const struct dir_groups *g);
/* Groups that people are in, and that could not be read: what they are in is not known. */
size_t dir_groups_unread(const struct dir_groups *g);
/* Entries whose primary group is not among the groups. */
uint64_t dir_groups_unknown_primary(const struct dir_groups *g);

#endif
