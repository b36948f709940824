/*
 * tenko.yaml → struct plan: the tables of the top level, then what can only be said when all is
 * read (numbers in force, systems that licenses name).
 */
#include "sections.h"
#include "tree.h"

#include "tenko/nearest.h"

#include <stdlib.h>

#define KEYS(array)  (array), sizeof(array) / sizeof *(array)
#define PLAN(member) offsetof(struct plan, member)

static key_reader read_month_day, read_timezone, read_rules, read_enabled, read_severity;

/* --- The tables of keys --- */

/* A table in a file of its own. */
#define TABLE_KEY(key_name, of_record)                                                             \
    {                                                                                              \
        .name = (key_name), .type = KEY_CUSTOM, .offset = PLAN(table_of[of_record]),               \
        .record = (of_record), .read = read_table                                                  \
    }

static const struct key policy_keys[] = {
    TABLE_KEY("roles", RECORD_ROLE),          TABLE_KEY("conflicts", RECORD_CONFLICT),
    TABLE_KEY("privileged", RECORD_APPROVAL), TABLE_KEY("shared", RECORD_SHARED),
    TABLE_KEY("links", RECORD_LINK),          TABLE_KEY("waivers", RECORD_WAIVER),
    TABLE_KEY("incidents", RECORD_INCIDENT),  TABLE_KEY("requests", RECORD_REQUEST),
};
static const struct schema policy_schema = {"policy", KEYS(policy_keys)};

static const struct key register_keys[] = {
    TABLE_KEY("systems", RECORD_SYSTEM),
    TABLE_KEY("licenses", RECORD_LICENSE),
};
static const struct schema register_schema = {"register", KEYS(register_keys)};

static const struct key defaults_keys[] = {
#define THRESHOLD(name, fallback) DAYS_KEY(name, PLAN(days))
    THRESHOLD_TABLE
#undef THRESHOLD
};
static const struct schema defaults_schema = {"defaults", KEYS(defaults_keys)};

static const struct key match_keys[] = {
    {.name = "accept",
     .type = KEY_CHOICE,
     .offset = PLAN(accept),
     .choices = "exact|probable|name",
     .min = ACCEPT_EXACT},
};
static const struct schema match_schema = {"match", KEYS(match_keys)};

static const struct key safety_keys[] = {
    {.name = "max_unmatched_percent",
     .type = KEY_INT,
     .offset = PLAN(max_unmatched_percent),
     .max = 100},
    {.name = "max_shrink_percent", .type = KEY_INT, .offset = PLAN(max_shrink_percent), .max = 100},
    {.name = "min_roster_rows",
     .type = KEY_INT64,
     .offset = PLAN(min_roster_rows),
     .max = 100000000},
    {.name = "missing_list",
     .type = KEY_FLAG,
     .offset = PLAN(missing_list_stops),
     .choices = "stop|report"},
};
static const struct schema safety_schema = {"safety", KEYS(safety_keys)};

static const struct key rule_keys[] = {
    {.name = "enabled", .type = KEY_CUSTOM, .read = read_enabled},
    {.name = "severity", .type = KEY_CUSTOM, .read = read_severity},
};
static const struct schema rule_schema = {"rules", KEYS(rule_keys)};

static const struct key plan_keys[] = {
    {.name = "organization", .type = KEY_TEXT, .offset = PLAN(organization)},
    {.name = "as_of", .type = KEY_DATE, .offset = PLAN(as_of), .min = 1},
    {.name = "language",
     .type = KEY_CHOICE,
     .offset = PLAN(language),
     .choices = "ja|en",
     .min = LANG_JA},
    {.name = "ledger", .type = KEY_TEXT, .offset = PLAN(ledger)},
    {.name = "report", .type = KEY_TEXT, .offset = PLAN(report)},
    {.name = "timezone", .type = KEY_CUSTOM, .read = read_timezone},
    {.name = "fiscal_year_start", .type = KEY_CUSTOM, .read = read_month_day},
    {.name = "retention_years",
     .type = KEY_INT,
     .offset = PLAN(retention_years),
     .min = 1,
     .max = 100},
    TABLE_KEY("departments", RECORD_DEPARTMENT),
    {.name = "rosters",
     .type = KEY_CUSTOM,
     .is_required = true,
     .child = &roster_schema,
     .record = RECORD_PERSON,
     .read = read_entries},
    {.name = "systems",
     .type = KEY_CUSTOM,
     .child = &system_schema,
     .record = RECORD_ACCOUNT,
     .read = read_entries},
    {.name = "licenses",
     .type = KEY_CUSTOM,
     .child = &license_schema,
     .record = RECORD_SEAT,
     .read = read_entries},
    {.name = "devices",
     .type = KEY_CUSTOM,
     .offset = PLAN(devices),
     .record = RECORD_DEVICE,
     .read = read_device_list},
    {.name = "register", .type = KEY_MAPPING, .child = &register_schema},
    {.name = "policy", .type = KEY_MAPPING, .child = &policy_schema},
    {.name = "defaults", .type = KEY_MAPPING, .child = &defaults_schema},
    {.name = "match", .type = KEY_MAPPING, .child = &match_schema},
    {.name = "route",
     .type = KEY_FLAG,
     .offset = PLAN(routes_to_holder),
     .choices = "holder|owner"},
    {.name = "rules", .type = KEY_CUSTOM, .read = read_rules},
    {.name = "safety", .type = KEY_MAPPING, .child = &safety_schema},
};
static const struct schema plan_schema = {"tenko.yaml", KEYS(plan_keys)};

const struct schema *const schemas[] = {
    &plan_schema,     &roster_schema,    &system_schema, &license_schema,  &devices_schema,
    &table_schema,    &condition_schema, &kinds_schema,  &register_schema, &policy_schema,
    &defaults_schema, &match_schema,     &rule_schema,   &safety_schema,
};
const size_t schema_count = sizeof schemas / sizeof *schemas;

/* --- Readers --- */

/* A number of one or two digits; NULL where there is none, else what follows it. */
static const char *two_digits(const char *p, int *out) {
    size_t n = strspn(p, "0123456789");
    if (n < 1 || n > 2)
        return NULL;
    *out = n == 1 ? p[0] - '0' : (p[0] - '0') * 10 + (p[1] - '0');
    return p + n;
}

static bool read_month_day(struct loader *l, const struct key *key, const yaml_node_t *value,
                           void *object) {
    struct plan *plan = object;
    const char *text;
    if (!read_text(l, key->name, value, &text))
        return false;
    int month, day;
    const char *p = two_digits(text, &month);
    if (p)
        p = *p == '-' || *p == '/' ? two_digits(p + 1, &day) : NULL;
    /* 2001 is no leap year: a fiscal year cannot begin on 29 February. */
    if (!p || *p || date_from_civil(2001, month, day) == DATE_NONE)
        return fail(l, value, MSG_CONFIG_BAD_MONTH_DAY, key->name, text, NULL);
    plan->fiscal_month = month;
    plan->fiscal_day = day;
    return true;
}

static bool read_timezone(struct loader *l, const struct key *key, const yaml_node_t *value,
                          void *object) {
    struct plan *plan = object;
    const char *name;
    if (!read_text(l, key->name, value, &name))
        return false;
    plan->zone = zone_load(&plan->arena, name);
    if (!plan->zone)
        return fail(l, value, MSG_CONFIG_BAD_TIMEZONE, key->name, name, NULL);
    plan->timezone = name;
    return true;
}

static bool read_enabled(struct loader *l, const struct key *key, const yaml_node_t *value,
                         void *object) {
    struct rule_choice *choice = object;
    bool is_enabled = true;
    if (!read_bool(l, key->name, value, &is_enabled))
        return false;
    choice->is_disabled = !is_enabled;
    return true;
}

static bool read_severity(struct loader *l, const struct key *key, const yaml_node_t *value,
                          void *object) {
    struct rule_choice *choice = object;
    int place;
    if (!read_choice(l, (struct labelled_node){key->name, value}, "critical|high|medium|low|info",
                     &place, NULL))
        return false;
    choice->severity = (enum severity)place;
    choice->has_severity = true;
    return true;
}

static const char *rule_name(struct loader *l, const char *name) {
    for (size_t i = 0; i < l->names->rule_count; i++)
        if (strcmp(l->names->rules[i], name) == 0)
            return l->names->rules[i];
    return NULL;
}

static bool unknown_rule(struct loader *l, const yaml_node_t *node) {
    const char *nearest = nearest_word(scalar_text(node), l->names->rules, l->names->rule_count);
    return fail(l, node, nearest ? MSG_CONFIG_UNKNOWN_RULE_NEAR : MSG_CONFIG_UNKNOWN_RULE,
                scalar_text(node), nearest, NULL);
}

static bool read_rules(struct loader *l, const struct key *key, const yaml_node_t *value,
                       void *object) {
    struct plan *plan = object;
    struct pairs pairs;
    if (!read_pairs(l, key->name, value, &pairs))
        return false;
    for (size_t i = 0; i < pairs.count; i++) {
        const yaml_node_t *name = node_at(l, pairs.items[i].key);
        const yaml_node_t *changes = node_at(l, pairs.items[i].value);
        struct rule_choice choice = {.name = rule_name(l, scalar_text(name))};
        if (!choice.name)
            return unknown_rule(l, name);
        if (!is_nothing(changes) && !read_mapping(l, &rule_schema, changes, &choice))
            return false;
        vec_push(&plan->rules, choice);
    }
    return true;
}

/* --- When all is read --- */

/* Where nothing is set, a configuration in English is of no country. */
static void settle_timezone(struct plan *plan) {
    if (plan->timezone)
        return;
    plan->timezone = plan->language == LANG_JA ? DEFAULT_TIMEZONE : "UTC";
    plan->zone = zone_load(&plan->arena, plan->timezone);
}

static void settle_days(const struct plan *plan, struct input_plan *input) {
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        if (input->days[i] == DAYS_NOT_GIVEN)
            input->days[i] = plan->days[i];
    input->source.zone = plan->zone;
    input->source.has_privileged_roles = input->system.privileged_roles.count > 0;
}

static void settle_all_days(struct plan *plan) {
    for (size_t i = 0; i < plan->rosters.count; i++)
        settle_days(plan, &plan->rosters.items[i]);
    for (size_t i = 0; i < plan->systems.count; i++)
        settle_days(plan, &plan->systems.items[i]);
    for (size_t i = 0; i < plan->licenses.count; i++)
        settle_days(plan, &plan->licenses.items[i]);
    if (plan->devices)
        settle_days(plan, plan->devices);
    for (int i = FIRST_TABLE; i < RECORD_COUNT; i++)
        if (plan->table_of[i])
            settle_days(plan, plan->table_of[i]);
}

static bool unknown_system(const struct plan *plan, const char *name, uint32_t line,
                           struct error *err) {
    const char **known = memory_zeroed(plan->systems.count + 1, sizeof *known);
    for (size_t i = 0; i < plan->systems.count; i++)
        known[i] = plan->systems.items[i].name;
    const char *nearest = nearest_word(name, known, plan->systems.count);
    free(known);
    return error_set(err, FAULT_USAGE,
                     nearest ? MSG_CONFIG_UNKNOWN_SYSTEM_NEAR : MSG_CONFIG_UNKNOWN_SYSTEM,
                     plan->config_path, line, name, nearest, NULL);
}

/* Each system's place, counted from 1, stands where a line would. */
bool plan_settle_systems(struct plan *plan, struct error *err) {
    struct seen systems = {0};
    bool ok = true;
    for (size_t i = 0; i < plan->systems.count; i++)
        seen_word_before(&systems, plan->systems.items[i].name, (uint32_t)i + 1);
    for (size_t i = 0; i < plan->licenses.count && ok; i++) {
        struct license_plan *license = &plan->licenses.items[i].license;
        uint32_t place = license->system ? seen_word_before(&systems, license->system, 0) : 0;
        if (place)
            license->system_index = (system_ref){place - 1};
        else if (license->system)
            ok = unknown_system(plan, license->system, license->system_line, err);
    }
    seen_release(&systems);
    return ok;
}

static bool unknown_roster(const struct plan *plan, const char *name, uint32_t line,
                           struct error *err) {
    const char **known = memory_zeroed(plan->rosters.count + 1, sizeof *known);
    for (size_t i = 0; i < plan->rosters.count; i++)
        known[i] = plan->rosters.items[i].name;
    const char *nearest = nearest_word(name, known, plan->rosters.count);
    free(known);
    return error_set(err, FAULT_USAGE,
                     nearest ? MSG_CONFIG_UNKNOWN_ROSTER_NEAR : MSG_CONFIG_UNKNOWN_ROSTER,
                     plan->config_path, line, name, nearest, NULL);
}

/* A roster that is not there would leave its people out in silence. */
static bool settle_rosters(const struct plan *plan, struct error *err) {
    struct seen rosters = {0};
    bool ok = true;
    for (size_t i = 0; i < plan->rosters.count; i++)
        seen_word_before(&rosters, plan->rosters.items[i].name, (uint32_t)i + 1);
    for (size_t i = 0; i < plan->systems.count && ok; i++) {
        const struct input_plan *system = &plan->systems.items[i];
        const struct word_list *names = &system->system.rosters;
        for (size_t k = 0; k < names->count && ok; k++) {
            if (!seen_word_before(&rosters, names->items[k], 0))
                ok = unknown_roster(plan, names->items[k], system->line, err);
        }
    }
    seen_release(&rosters);
    return ok;
}

/* Is `register:` there, with this table? It may stand below the sections. */
static void find_registers(struct loader *l) {
    const yaml_node_t *root = yaml_document_get_root_node(l->document);
    if (root->type != YAML_MAPPING_NODE)
        return;
    for (const yaml_node_pair_t *p = root->data.mapping.pairs.start;
         p < root->data.mapping.pairs.top; p++) {
        const char *name = scalar_text(node_at(l, p->key));
        const yaml_node_t *tables = node_at(l, p->value);
        if (!name || strcmp(name, "register") != 0 || tables->type != YAML_MAPPING_NODE)
            continue;
        for (const yaml_node_pair_t *t = tables->data.mapping.pairs.start;
             t < tables->data.mapping.pairs.top; t++) {
            const char *table = scalar_text(node_at(l, t->key));
            bool is_given = table && !is_nothing(node_at(l, t->value));
            l->has_register[RECORD_SYSTEM] |= is_given && strcmp(table, "systems") == 0;
            l->has_register[RECORD_LICENSE] |= is_given && strcmp(table, "licenses") == 0;
        }
    }
}

/* --- The whole --- */

static const char *folder_of(struct arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    size_t n = slash == path ? 1 : (size_t)(slash - path);
    return arena_copy(arena, (struct span){path, n}).p;
}

bool plan_parse(struct plan *out, const char *path, struct span bytes,
                const struct plan_names *names, struct error *err) {
    yaml_document_t document;
    if (!tree_parse(&document, path, bytes, err))
        return false;
    struct plan plan;
    plan_init(&plan);
    plan.is_quick = false;
    plan.timezone = NULL; /* its default depends on the language */
    plan.config_path = arena_copy(&plan.arena, span_of(path)).p;
    plan.base_dir = folder_of(&plan.arena, path);
    struct digest *digest = digest_new();
    digest_add(digest, bytes.p, bytes.n);
    digest_finish(digest, plan.config_sha256);
    struct loader l = {.plan = &plan, .names = names, .document = &document, .err = err};
    find_registers(&l);
    bool ok = read_mapping(&l, &plan_schema, yaml_document_get_root_node(&document), &plan) &&
              settle_rosters(&plan, err) &&
              (plan.table_of[RECORD_SYSTEM] || plan_settle_systems(&plan, err));
    yaml_document_delete(&document);
    if (ok) {
        settle_timezone(&plan);
        settle_all_days(&plan);
        *out = plan;
    } else {
        plan_release(&plan);
    }
    return ok;
}

bool plan_load(struct plan *out, const char *path, const struct plan_names *names,
               struct error *err) {
    struct strbuf bytes = {0};
    bool ok =
        tree_read_file(&bytes, path, err) && plan_parse(out, path, strbuf_span(&bytes), names, err);
    strbuf_release(&bytes);
    return ok;
}

static bool names_language(yaml_document_t *document, enum language *out) {
    const yaml_node_t *root = yaml_document_get_root_node(document);
    if (root->type != YAML_MAPPING_NODE)
        return false;
    for (const yaml_node_pair_t *p = root->data.mapping.pairs.start;
         p < root->data.mapping.pairs.top; p++) {
        const yaml_node_t *key = yaml_document_get_node(document, p->key);
        const yaml_node_t *value = yaml_document_get_node(document, p->value);
        if (key->type == YAML_SCALAR_NODE && strcmp(scalar_text(key), "language") == 0)
            return value->type == YAML_SCALAR_NODE &&
                   language_parse(span_of(scalar_text(value)), out);
    }
    return false;
}

bool plan_peek_language(const char *path, enum language *out) {
    struct strbuf bytes = {0};
    struct error ignored;
    yaml_document_t document;
    bool found = false;
    if (tree_read_file(&bytes, path, &ignored) &&
        tree_parse(&document, path, strbuf_span(&bytes), &ignored)) {
        found = names_language(&document, out);
        yaml_document_delete(&document);
    }
    strbuf_release(&bytes);
    return found;
}
