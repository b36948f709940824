/*
 * From entries to rows. The columns are those that the configuration names, and the schema's for
 * every field that it does not. One request list of attributes serves all columns.
 */
#ifndef TENKO_LDAP_COLUMNS_H
#define TENKO_LDAP_COLUMNS_H

#include "ldap_facade.h"
#include "ldap_groups.h"
#include "ldap_people.h"
#include "ldap_schema.h"

/* An attribute asked for. */
struct asked {
    struct span name, options; /* of `wire` */
    const char *wire;          /* as asked: cn;lang-ja */
    ldap_decoder *decode;
    enum ldap_meaning meaning;
    uint64_t seen; /* entries that showed it */
    bool is_aside; /* no column's: that nobody shows it is no news */
};

struct out_column {
    const char *name; /* header */
    unsigned flags;   /* COLUMN_… */
    enum ldap_combine combine;
    uint32_t attributes[COLUMN_ATTRIBUTES], attribute_count; /* into asked */
    bool is_role, is_login, is_state, is_person, is_number, is_kind, is_wanted;
    bool is_name, has_others; /* a name; its other values are a column of their own */
    bool is_key;              /* without it there is no record */
    bool is_hint;             /* left empty: something better decides */
};

struct ldap_columns {
    const struct ldap_schema *schema;
    struct arena arena;
    VEC(struct asked) asked;
    VEC(struct out_column) columns;
    VEC(const char *) wire; /* for a query: ended by NULL */
    /* Into asked, for what is no column; UINT32_MAX where it is not asked for. */
    uint32_t uid, gid, rid;  /* for groups: uid, gidNumber, primaryGroupID */
    uint32_t deleted;        /* isDeleted */
    uint32_t classes;        /* objectClass */
    uint32_t control, type;  /* userAccountControl, sAMAccountType */
    uint64_t machines;       /* entries of computers and their services */
    bool wants_people;       /* the rows are people, not accounts */
    bool trusts_state;       /* `values` says what words of a state mean */
    const struct zone *zone; /* days of instants are its days */
};

/* Refuses a state that is mapped to a day. */
bool ldap_columns_init(struct ldap_columns *c, const struct source_spec *spec,
                       const struct ldap_settings *settings, struct error *err) must_check;
/* The attribute list of a query; call it when the columns stand. */
const char *const *ldap_columns_wire(struct ldap_columns *c);
/* The same of the attributes that hold a person's number, NULL if there is none. `out` has room
 * for COLUMN_ATTRIBUTES + 1. */
bool ldap_columns_numbers(const struct ldap_columns *c, const char *out[]);
/* Does a column name people, or hold roles that are groups? */
bool ldap_columns_name_people(const struct ldap_columns *c);
bool ldap_columns_name_groups(const struct ldap_columns *c);
void ldap_columns_release(struct ldap_columns *c);

/* The row being made. What it points to dies at the next ldap_row_read and with the entry. */
struct ldap_row {
    VEC(struct cell) cells;
    VEC(size_t)
    offsets; /* where a cell made here begins in `text`, SIZE_MAX = it points elsewhere */
    VEC(struct row_note) notes;
    VEC(const struct dir_attribute *) found; /* by asked: the best one of the entry */
    struct span name;                        /* the value taken for it */
    struct strbuf text;
    struct arena scratch;        /* what notes say; used only where something is wrong */
    const struct asked *unclear; /* a state's attribute whose TRUE may mean either; NULL if none */
};

void ldap_row_header(struct ldap_row *row, const struct ldap_columns *c);
/* What else is known of the directory; each may be NULL. */
struct ldap_context {
    struct dir_groups *groups;
    struct dir_people *people;
};
enum ldap_entry_kind { ENTRY_ROW, ENTRY_DELETED, ENTRY_NO_PERSON };
/* Makes the row of an entry that is one. */
enum ldap_entry_kind ldap_row_read(struct ldap_row *row, struct ldap_columns *c,
                                   const struct dir_entry *entry,
                                   const struct ldap_context *context);
void ldap_row_release(struct ldap_row *row);

#endif
