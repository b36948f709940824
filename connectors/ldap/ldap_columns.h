/*
 * From entries to rows. The columns are those that the configuration names, and the schema's for
 * every field that it does not. One request list of attributes serves all columns.
 */
#ifndef TENKO_LDAP_COLUMNS_H
#define TENKO_LDAP_COLUMNS_H

#include "ldap_facade.h"
#include "ldap_groups.h"
#include "ldap_schema.h"

/* An attribute asked for. */
struct asked {
    struct span name, options; /* of `wire` */
    const char *wire;          /* as asked: cn;lang-ja */
    ldap_decoder *decode;
    enum ldap_meaning meaning;
    uint64_t seen; /* entries that showed it */
};

struct out_column {
    const char *name; /* header */
    unsigned flags;   /* COLUMN_… */
    enum ldap_combine combine;
    uint32_t attributes[COLUMN_ATTRIBUTES], attribute_count; /* into asked */
    bool is_role, is_login, is_state, is_person, is_wanted;
};

struct ldap_columns {
    const struct ldap_schema *schema;
    struct arena arena;
    VEC(struct asked) asked;
    VEC(struct out_column) columns;
    VEC(const char *) wire; /* for a query: ended by NULL */
    uint32_t uid;           /* into asked: for groups by memberUid */
    uint32_t deleted;       /* isDeleted */
    bool trusts_state;      /* `values` says what words of a state mean */
    struct ldap_zone zone;
};

/* Refuses a state that is mapped to a day. */
bool ldap_columns_init(struct ldap_columns *c, const struct source_spec *spec,
                       const struct ldap_settings *settings, struct error *err) must_check;
/* The attribute list of a query; call it when the columns stand. */
const char *const *ldap_columns_wire(struct ldap_columns *c);
void ldap_columns_release(struct ldap_columns *c);

/* The row being made. What it points to dies at the next ldap_row_read and with the entry. */
struct ldap_row {
    VEC(struct cell) cells;
    VEC(size_t)
    offsets; /* where a cell made here begins in `text`, SIZE_MAX = it points elsewhere */
    VEC(struct row_note) notes;
    VEC(const struct dir_attribute *) found; /* by asked: the best one of the entry */
    struct strbuf text;
    struct arena scratch;        /* what notes say; used only where something is wrong */
    const struct asked *unclear; /* a state's attribute whose TRUE may mean either; NULL if none */
};

void ldap_row_header(struct ldap_row *row, const struct ldap_columns *c);
/* False: the entry is deleted and no row. */
bool ldap_row_read(struct ldap_row *row, struct ldap_columns *c, const struct dir_entry *entry,
                   struct dir_groups *groups);
void ldap_row_release(struct ldap_row *row);

#endif
