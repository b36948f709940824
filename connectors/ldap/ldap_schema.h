/* What the usual directories call things, as tables: attribute → column and attribute → decoder. */
#ifndef TENKO_LDAP_SCHEMA_H
#define TENKO_LDAP_SCHEMA_H

#include "ldap_decode.h"

#define COLUMN_ATTRIBUTES 5

enum ldap_combine {
    COMBINE_FIRST,  /* the first attribute that the entry has; its first value */
    COMBINE_NEWEST, /* the latest day of all of them */
    COMBINE_ALL,    /* every value of all of them */
    COMBINE_NAMES,  /* the same, in every language; but for the name itself */
    COMBINE_KIND,   /* "service" for computers and their service accounts, by objectClass */
    COMBINE_STATE,  /* "disabled" if any of them says so, else what the first says */
};

#define COLUMN_OF_PEOPLE   1u /* in a roster */
#define COLUMN_OF_ACCOUNTS 2u /* in a system's list */
#define COLUMN_OF_ALL      3u
/* An empty cell says something: never logged in, no role. The column is left out where no entry
 * shows any of its attributes, for then it is unknown, and its rules are not evaluated. */
#define COLUMN_MUST_SHOW 4u
/* Absent means "in use", so the column stays; but that no entry shows it is said. */
#define COLUMN_OF_STATE 8u

struct ldap_column {
    const char *name; /* the canonical field */
    unsigned flags;
    enum ldap_combine combine;
    const char *attributes[COLUMN_ATTRIBUTES]; /* may carry options: cn;lang-ja */
};

struct ldap_schema {
    const char *name;
    const char *filter; /* its people */
    const struct ldap_column *columns;
    size_t column_count;
    bool is_ad; /* groups have relative IDs, and are read at once */
};

/* The schema of that name; never NULL: what is not in the table is "none". */
const struct ldap_schema *ldap_schema_find(const char *name);
/* What an attribute says, whatever a configuration maps it to. */
enum ldap_meaning { MEANS_OTHER, MEANS_STATE, MEANS_DAY };

/* How an attribute's values are read: decode_text and MEANS_OTHER for those not in the table. */
ldap_decoder *ldap_attribute_decoder(struct span attribute, enum ldap_meaning *meaning);
/* What an objectClass makes of an entry. */
enum ldap_thing { THING_UNKNOWN, THING_MACHINE, THING_NO_PERSON };
enum ldap_thing ldap_class_thing(struct span object_class);
/* Memberships that are no roles: rules that name users, and the state of an account. */
bool ldap_is_no_role(struct span dn);
/* Fields that hold many values; every other takes the first. */
bool ldap_field_is_many(const char *field);
/* Fields that name people: a DN there becomes the person's number. */
bool ldap_field_is_person(const char *field);

#endif
