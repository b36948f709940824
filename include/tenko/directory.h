/* What a directory shows of itself, for `init`: enough to write a source section, and no values. */
#ifndef TENKO_DIRECTORY_H
#define TENKO_DIRECTORY_H

#include "tenko/connector.h"

struct directory_attribute {
    char *name;
    uint32_t entries; /* of the sample, that have it */
};

/* Strings are owned: directory_facts_release. */
struct directory_facts {
    char *server;       /* vendor and version; "" if the server does not say */
    const char *schema; /* what fits `schema:`: ad, openldap, 389ds, none */
    char *tls;          /* "TLSv1.3"; "" in clear text */
    char *identity;     /* whom the server takes us for */
    char *base;         /* the spec's, else the first naming context, else "" */
    VEC(char *) contexts;
    uint32_t
        sampled; /* entries looked at, 50 at most: people, by the schema's filter or the spec's */
    VEC(struct directory_attribute)
    attributes; /* of the sample: the commonest first, then by name */
};

/* Connects as `spec` (connector ldap; base and schema may be missing) says and looks around. */
bool directory_probe(struct directory_facts *out, const struct source_spec *spec,
                     struct error *err) must_check;
void directory_facts_release(struct directory_facts *facts);

#endif
