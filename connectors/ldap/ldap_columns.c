/* Which columns there are, and which attributes they need. */
#include "ldap_columns.h"

#include <stdlib.h>
#include <strings.h>

/* The attribute's place in the request list; it is added if it is new. */
static uint32_t ask(struct ldap_columns *c, const char *wire) {
    for (size_t i = 0; i < c->asked.count; i++)
        if (strcasecmp(c->asked.items[i].wire, wire) == 0)
            return (uint32_t)i;
    struct asked asked = {.wire = arena_copy(&c->arena, span_of(wire)).p};
    size_t n = strcspn(asked.wire, ";");
    asked.name = (struct span){asked.wire, n};
    asked.options = span_of(asked.wire[n] ? asked.wire + n + 1 : "");
    asked.decode = ldap_schema_decoder(c->schema, asked.name);
    vec_push(&c->asked, asked);
    return (uint32_t)c->asked.count - 1;
}

static bool has_column(const struct ldap_columns *c, const char *name) {
    for (size_t i = 0; i < c->columns.count; i++)
        if (strcmp(c->columns.items[i].name, name) == 0)
            return true;
    return false;
}

static void add_column(struct ldap_columns *c, struct out_column column, const char *field) {
    column.is_role = strcmp(field, "role") == 0;
    column.is_login = strcmp(field, "last_login_on") == 0;
    vec_push(&c->columns, column);
}

static void add_default(struct ldap_columns *c, const struct ldap_column *from) {
    struct out_column column = {.name = from->name, .flags = from->flags, .combine = from->combine};
    for (size_t i = 0; i < COLUMN_ATTRIBUTES && from->attributes[i]; i++)
        column.attributes[column.attribute_count++] = ask(c, from->attributes[i]);
    add_column(c, column, from->name);
}

/* Is the header a name of the schema's own columns, and not an attribute's? */
static bool names_default(const struct ldap_schema *schema, const char *header, unsigned whose) {
    for (size_t i = 0; i < schema->column_count; i++)
        if (schema->columns[i].flags & whose && strcmp(schema->columns[i].name, header) == 0)
            return true;
    return false;
}

static void add_wanted(struct ldap_columns *c, const struct wanted_column *wanted) {
    struct out_column column = {.name = wanted->header, .is_wanted = true};
    column.combine = ldap_field_is_many(wanted->field) ? COMBINE_ALL : COMBINE_FIRST;
    column.attributes[column.attribute_count++] = ask(c, wanted->header);
    add_column(c, column, wanted->field);
}

static bool is_wanted(const struct source_spec *spec, const char *field, const char *but_header) {
    for (size_t i = 0; i < spec->wanted.count; i++)
        if (strcmp(spec->wanted.items[i].field, field) == 0 &&
            strcmp(spec->wanted.items[i].header, but_header) != 0)
            return true;
    return false;
}

void ldap_columns_init(struct ldap_columns *c, const struct source_spec *spec,
                       const struct ldap_settings *settings) {
    unsigned whose = spec->wants_people ? COLUMN_OF_PEOPLE : COLUMN_OF_ACCOUNTS;
    *c = (struct ldap_columns){.schema = ldap_schema_find(settings->schema)};
    for (size_t i = 0; i < spec->wanted.count; i++) {
        const struct wanted_column *wanted = &spec->wanted.items[i];
        if (!names_default(c->schema, wanted->header, whose) && !has_column(c, wanted->header))
            add_wanted(c, wanted);
    }
    for (size_t i = 0; i < c->schema->column_count; i++) {
        const struct ldap_column *column = &c->schema->columns[i];
        if (column->flags & whose && !is_wanted(spec, column->name, column->name))
            add_default(c, column);
    }
    if (settings->group_base && !spec->wants_people && !has_column(c, "role") &&
        !is_wanted(spec, "role", "role"))
        add_column(c, (struct out_column){.name = "role", .combine = COMBINE_ALL}, "role");
    c->uid = settings->group_base ? ask(c, "uid") : UINT32_MAX;
    c->deleted = ask(c, "isDeleted");
}

const char *const *ldap_columns_wire(struct ldap_columns *c) {
    c->wire.count = 0;
    for (size_t i = 0; i < c->asked.count; i++)
        vec_push(&c->wire, c->asked.items[i].wire);
    vec_push(&c->wire, (const char *)NULL);
    return c->wire.items;
}

void ldap_columns_release(struct ldap_columns *c) {
    vec_release(&c->asked);
    vec_release(&c->columns);
    vec_release(&c->wire);
    arena_release(&c->arena);
}
