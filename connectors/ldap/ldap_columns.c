/* Which columns there are, and which attributes they need. */
#include "ldap_columns.h"

#include "tenko/dn.h"

#include <stdlib.h>
#include <strings.h>

/* Asked for commonName, some servers answer with cn: the usual name is asked for. */
static const char *usual_wire(struct ldap_columns *c, const char *written) {
    struct strbuf wire = {0};
    size_t n = strcspn(written, ";");
    strbuf_add_span(&wire, dn_usual_type((struct span){written, n}));
    strbuf_add_text(&wire, written + n);
    const char *copy = arena_copy(&c->arena, strbuf_span(&wire)).p;
    strbuf_release(&wire);
    return copy;
}

/* The attribute's place in the request list; it is added if it is new. */
static uint32_t ask(struct ldap_columns *c, const char *written) {
    const char *wire = usual_wire(c, written);
    for (size_t i = 0; i < c->asked.count; i++)
        if (strcasecmp(c->asked.items[i].wire, wire) == 0)
            return (uint32_t)i;
    struct asked asked = {.wire = wire};
    size_t n = strcspn(asked.wire, ";");
    asked.name = (struct span){asked.wire, n};
    asked.options = span_of(asked.wire[n] ? asked.wire + n + 1 : "");
    asked.decode = ldap_attribute_decoder(asked.name, &asked.meaning);
    vec_push(&c->asked, asked);
    return (uint32_t)c->asked.count - 1;
}

/* The same for what is no column: UINT32_MAX where it is not wanted. */
static uint32_t ask_aside(struct ldap_columns *c, bool is_wanted, const char *name) {
    size_t before = c->asked.count;
    if (!is_wanted)
        return UINT32_MAX;
    uint32_t at = ask(c, name);
    c->asked.items[at].is_aside = at == before;
    return at;
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
    column.is_state = strcmp(field, "status") == 0;
    column.is_person = ldap_field_is_person(field);
    column.is_number = strcmp(field, "person_id") == 0;
    column.is_kind = column.combine == COMBINE_KIND;
    column.is_name = strcmp(field, "name") == 0;
    column.has_others = column.is_name && !column.is_wanted && c->wants_people;
    column.is_key = strcmp(field, c->wants_people ? "person_id" : "user_id") == 0;
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

/* adminCount stays when somebody leaves the administrators: it is a hint where nothing better is
 * given. */
static bool is_mere_hint(const struct source_spec *spec, const char *field, const char *attribute) {
    return spec->has_privileged_roles && strcmp(field, "privileged") == 0 &&
           strcasecmp(attribute, "adminCount") == 0;
}

static void add_wanted(struct ldap_columns *c, const struct source_spec *spec,
                       const struct wanted_column *wanted) {
    struct out_column column = {.name = wanted->header, .is_wanted = true};
    column.is_hint = is_mere_hint(spec, wanted->field, wanted->header);
    column.combine = ldap_field_is_many(wanted->field)      ? COMBINE_ALL
                     : strcmp(wanted->field, "status") == 0 ? COMBINE_STATE
                                                            : COMBINE_FIRST;
    column.flags = column.combine == COMBINE_STATE ? COLUMN_OF_STATE : 0;
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

/* The day on which a password or an account ends says nothing of today's state. */
static bool check_states(const struct ldap_columns *c, const struct source_spec *spec,
                         struct error *err) {
    for (size_t i = 0; i < c->columns.count; i++) {
        const struct out_column *column = &c->columns.items[i];
        if (!column->is_state || !column->is_wanted)
            continue;
        const struct asked *asked = &c->asked.items[column->attributes[0]];
        if (asked->meaning == MEANS_DAY)
            return error_set(err, FAULT_USAGE, MSG_LDAP_STATE_IS_DAY, spec->config_file,
                             spec->config_line, asked->wire, NULL);
    }
    return true;
}

bool ldap_columns_init(struct ldap_columns *c, const struct source_spec *spec,
                       const struct ldap_settings *settings, struct error *err) {
    unsigned whose = spec->wants_people ? COLUMN_OF_PEOPLE : COLUMN_OF_ACCOUNTS;
    *c = (struct ldap_columns){.schema = ldap_schema_find(settings->schema),
                               .zone = spec->zone,
                               .wants_people = spec->wants_people,
                               .trusts_state = spec->has_state_values};
    for (size_t i = 0; i < spec->wanted.count; i++) {
        const struct wanted_column *wanted = &spec->wanted.items[i];
        if (!names_default(c->schema, wanted->header, whose) && !has_column(c, wanted->header))
            add_wanted(c, spec, wanted);
    }
    for (size_t i = 0; i < c->schema->column_count; i++) {
        const struct ldap_column *column = &c->schema->columns[i];
        if (column->flags & whose && !is_wanted(spec, column->name, column->name) &&
            !is_mere_hint(spec, column->name, column->attributes[0]))
            add_default(c, column);
    }
    if (settings->group_base && !spec->wants_people && !has_column(c, "role") &&
        !is_wanted(spec, "role", "role"))
        add_column(c, (struct out_column){.name = "role", .combine = COMBINE_ALL}, "role");
    bool has_groups = ldap_columns_name_groups(c);
    c->uid = has_groups && settings->group_base ? ask(c, "uid") : UINT32_MAX;
    c->gid = ask_aside(c, has_groups && !c->schema->is_ad, "gidNumber");
    c->rid = has_groups && c->schema->is_ad ? ask(c, "primaryGroupID") : UINT32_MAX;
    c->deleted = ask_aside(c, true, "isDeleted");
    c->control = ask_aside(c, c->schema->is_ad, "userAccountControl");
    c->type = ask_aside(c, c->schema->is_ad, "sAMAccountType");
    c->classes = ask(c, "objectClass");
    return check_states(c, spec, err);
}

const char *const *ldap_columns_wire(struct ldap_columns *c) {
    c->wire.count = 0;
    for (size_t i = 0; i < c->asked.count; i++)
        vec_push(&c->wire, c->asked.items[i].wire);
    vec_push(&c->wire, (const char *)NULL);
    return c->wire.items;
}

bool ldap_columns_numbers(const struct ldap_columns *c, const char *out[]) {
    size_t count = 0;
    for (size_t i = 0; i < c->columns.count; i++)
        for (uint32_t k = 0; c->columns.items[i].is_number &&
                             k < c->columns.items[i].attribute_count && count < COLUMN_ATTRIBUTES;
             k++)
            out[count++] = c->asked.items[c->columns.items[i].attributes[k]].wire;
    out[count] = NULL;
    return count > 0;
}

bool ldap_columns_name_people(const struct ldap_columns *c) {
    for (size_t i = 0; i < c->columns.count; i++)
        if (c->columns.items[i].is_person)
            return true;
    return false;
}

/* A role is a group where it comes from memberOf, or from the groups alone. */
bool ldap_columns_name_groups(const struct ldap_columns *c) {
    for (size_t i = 0; i < c->columns.count; i++) {
        const struct out_column *column = &c->columns.items[i];
        if (column->is_role &&
            (column->attribute_count == 0 ||
             strcasecmp(c->asked.items[column->attributes[0]].wire, "memberOf") == 0))
            return true;
    }
    return false;
}

void ldap_columns_release(struct ldap_columns *c) {
    vec_release(&c->asked);
    vec_release(&c->columns);
    vec_release(&c->wire);
    arena_release(&c->arena);
}
