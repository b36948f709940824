/* What a server says of itself, before anything is searched: its root DSE, and a few entries. */
#ifndef TENKO_LDAP_ROOT_H
#define TENKO_LDAP_ROOT_H

#include "ldap_facade.h"

struct ldap_root {
    struct strbuf server; /* vendor and version, as far as the server tells; may be empty */
    const char *schema;   /* the schema that fits: ad, openldap, 389ds, or none */
    VEC(char *) contexts; /* naming contexts; the default one first */
};

/* False: the server refuses, and *out is empty. One that hides its root DSE leaves everything
 * empty, too, without a failure. */
bool ldap_root_read(struct ldap_root *out, struct dir_session *s, struct error *err);
void ldap_root_release(struct ldap_root *root);

/* The attributes of the first entries, by name; no values are read. */
struct ldap_sample {
    struct arena arena;
    VEC(struct sampled {
        const char *name;
        uint32_t entries; /* that have it */
    })
    names;
    uint32_t entries;
};
/* False: the server refuses; *out holds what came until then. */
bool ldap_root_sample(struct ldap_sample *out, struct dir_session *s,
                      const struct ldap_settings *settings, const char *filter, struct error *err);
void ldap_sample_release(struct ldap_sample *sample);

#endif
