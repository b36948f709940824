/*
 * The directory as the rest of this folder sees it: session → search → entry → values. Only
 * ldap_session.c, ldap_answer.c and ldap_search.c see libldap.
 *
 * When memory dies: an entry, its attributes and its values die at the next call of
 * dir_search_next or dir_search_close on its search; a search must be closed before its session.
 * Sessions share nothing: one thread each.
 */
#ifndef TENKO_LDAP_FACADE_H
#define TENKO_LDAP_FACADE_H

#include "ldap_settings.h"

struct dir_session;

/* Tries the URLs in their order until one lets us in. A refused password ends the attempt at once:
 * asking the next server the same would lock the account. */
bool dir_session_open(struct dir_session **out, const struct ldap_settings *settings,
                      struct error *err) must_check;
void dir_session_close(struct dir_session *s); /* NULL is fine */
const char *dir_session_url(const struct dir_session *s);
/* "TLS 1.3" and the like, or "" in clear text. */
const char *dir_session_tls(const struct dir_session *s);
/* Whom the server takes us for (RFC 4532), else how we bound; never NULL. */
const char *dir_session_identity(struct dir_session *s);

struct dir_attribute {
    struct span name;          /* without options, as the server writes it: employeeNumber */
    struct span options;       /* "lang-ja", "lang-ja;phonetic", "binary", or empty */
    const struct span *values; /* counted bytes */
    size_t count;
};

struct dir_entry {
    struct span dn;
    const struct dir_attribute *attributes;
    size_t count;
};

struct dir_query {
    const char *base, *filter;
    int scope;
    const char *const *attributes; /* ended by NULL; NULL = all */
    bool wants_names_only;
    int page_size; /* 0: not paged */
};

struct dir_search;

bool dir_search_open(struct dir_search **out, struct dir_session *s, const struct dir_query *query,
                     struct error *err) must_check;
/* An answer that the server cut, ended or did not finish in time is NEXT_FAILED, with its words. */
enum next dir_search_next(struct dir_search *search, struct dir_entry *out, struct error *err);
/* Referrals met so far: they are not followed. The first few, separated by spaces. */
uint64_t dir_search_referrals(const struct dir_search *search, const char **urls);
void dir_search_close(struct dir_search *search); /* NULL is fine */

/* Values of `name` (no options), ignoring case; NULL if the entry has none. */
const struct dir_attribute *dir_entry_find(const struct dir_entry *e, const char *name);

#endif
