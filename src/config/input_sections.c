/*
 * The sections that describe one source each: an entry of rosters, systems or licenses, the
 * devices, and the tables under `departments` and `policy`. One table of keys for each.
 */
#include "sections.h"

#include "tenko/amount.h"

#include <stdio.h>
#include <stdlib.h>

#define KEYS(array)      (array), sizeof(array) / sizeof *(array)
#define INPUT(member)    offsetof(struct input_plan, member)
#define MAX_QUANTITY     100000000
#define ORDER_CHOICES    "dmy|mdy"
#define FIRST_ORDER      DATE_ORDER_DMY
#define LAST_TWO_DIGITS  2099
#define FIRST_TWO_DIGITS 1900

/* --- The tables of keys --- */

/* What every section with a source has. */
#define READING_KEYS                                                                               \
    {.name = "columns", .type = KEY_CUSTOM, .read = read_columns},                                 \
        {.name = "date_order",                                                                     \
         .type = KEY_CHOICE,                                                                       \
         .offset = INPUT(date_style.order),                                                        \
         .choices = ORDER_CHOICES,                                                                 \
         .min = FIRST_ORDER},                                                                      \
    {                                                                                              \
        .name = "two_digit_years_from", .type = KEY_INT,                                           \
        .offset = INPUT(date_style.two_digit_from), .min = FIRST_TWO_DIGITS,                       \
        .max = LAST_TWO_DIGITS                                                                     \
    }
#define SOURCE_KEY                                                                                 \
    { .name = "source", .type = KEY_CUSTOM, .is_required = true, .read = read_source }
/* A register may tell of it. */
#define SOURCE_OR_REGISTER_KEY                                                                     \
    { .name = "source", .type = KEY_CUSTOM, .read = read_source }
#define OWNER_KEY                                                                                  \
    { .name = "owner", .type = KEY_WORDS, .offset = INPUT(owners) }
#define TEXT_KEY(key_name, member)                                                                 \
    { .name = (key_name), .type = KEY_TEXT, .offset = INPUT(member) }
#define DECLARED_KEYS                                                                              \
    TEXT_KEY("exported_by", exported_by), {                                                        \
        .name = "declared_rows", .type = KEY_INT64, .offset = INPUT(declared_rows),                \
        .max = MAX_QUANTITY                                                                        \
    }
#define NAME_KEY                                                                                   \
    { .name = "name", .type = KEY_TEXT, .is_required = true, .offset = INPUT(name) }
#define VALUES_KEY                                                                                 \
    { .name = "values", .type = KEY_CUSTOM, .read = read_values }
#define EXPORTED_KEY                                                                               \
    { .name = "exported_on", .type = KEY_DATE, .offset = INPUT(exported_on) }
#define SEPARATOR_KEY                                                                              \
    { .name = "role_separator", .type = KEY_RAW, .offset = INPUT(role_separator) }
#define THRESHOLD(name, fallback) DAYS_KEY(name, INPUT(days))

static const struct key roster_keys[] = {
    NAME_KEY,
    {.name = "kind", .type = KEY_FLAG, .offset = INPUT(is_leavers), .choices = "leavers|staff"},
    OWNER_KEY,
    SOURCE_KEY,
    EXPORTED_KEY,
    DECLARED_KEYS,
    READING_KEYS,
    VALUES_KEY,
    THRESHOLD_TABLE};
const struct schema roster_schema = {"rosters", KEYS(roster_keys)};

static const struct key condition_keys[] = {
    {.name = "employment",
     .type = KEY_SOME_WORDS,
     .offset = offsetof(struct condition, employment)},
    {.name = "department",
     .type = KEY_SOME_WORDS,
     .offset = offsetof(struct condition, department)},
    {.name = "job_type", .type = KEY_SOME_WORDS, .offset = offsetof(struct condition, job_type)},
    {.name = "position", .type = KEY_SOME_WORDS, .offset = offsetof(struct condition, position)},
};
const struct schema condition_schema = {"eligible, required_for", KEYS(condition_keys)};

static const struct key kinds_keys[] = {
    {.name = "shared", .type = KEY_CUSTOM, .min = KIND_SHARED, .read = read_glob_list},
    {.name = "service", .type = KEY_CUSTOM, .min = KIND_SERVICE, .read = read_glob_list},
    {.name = "external", .type = KEY_CUSTOM, .min = KIND_EXTERNAL, .read = read_glob_list},
    {.name = "admin", .type = KEY_CUSTOM, .min = KIND_ADMIN, .read = read_glob_list},
};
const struct schema kinds_schema = {"kinds", KEYS(kinds_keys)};

static key_reader read_condition;

static const struct key system_keys[] = {
    NAME_KEY,
    OWNER_KEY,
    TEXT_KEY("manager", manager),
    TEXT_KEY("contract_owner", system.contract_owner),
    TEXT_KEY("contract_no", contract_no),
    TEXT_KEY("purpose", purpose),
    {.name = "ended_on", .type = KEY_DATE, .offset = INPUT(system.ended_on)},
    SOURCE_OR_REGISTER_KEY,
    EXPORTED_KEY,
    DECLARED_KEYS,
    READING_KEYS,
    VALUES_KEY,
    {.name = "kinds", .type = KEY_MAPPING, .child = &kinds_schema},
    {.name = "privileged_roles", .type = KEY_WORDS, .offset = INPUT(system.privileged_roles)},
    {.name = "role_columns", .type = KEY_WORDS, .offset = INPUT(system.role_columns)},
    SEPARATOR_KEY,
    {.name = "rosters", .type = KEY_SOME_WORDS, .offset = INPUT(system.rosters)},
    {.name = "person_id_from_user_id",
     .type = KEY_CUSTOM,
     .offset = INPUT(system.person_id_template),
     .choices = "{person_id}",
     .read = read_template},
    {.name = "email_from_user_id",
     .type = KEY_CUSTOM,
     .offset = INPUT(system.email_template),
     .choices = "{user_id}",
     .read = read_template},
    {.name = "eligible",
     .type = KEY_CUSTOM,
     .offset = INPUT(system.eligible),
     .read = read_condition},
    {.name = "required_for",
     .type = KEY_CUSTOM,
     .offset = INPUT(system.required_for),
     .read = read_condition},
    {.name = "on_leave",
     .type = KEY_FLAG,
     .offset = INPUT(system.on_leave_disable),
     .choices = "disable|keep"},
    {.name = "mfa_required",
     .type = KEY_CHOICE,
     .offset = INPUT(system.mfa_required),
     .choices = "none|privileged|all",
     .min = MFA_NONE},
    THRESHOLD_TABLE};
const struct schema system_schema = {"systems", KEYS(system_keys)};

static key_reader read_license_system, read_unit_cost;

static const struct key license_keys[] = {
    NAME_KEY,
    {.name = "product", .type = KEY_TEXT, .offset = INPUT(license.product)},
    {.name = "quantity", .type = KEY_INT64, .offset = INPUT(license.quantity), .max = MAX_QUANTITY},
    {.name = "metric",
     .type = KEY_CHOICE,
     .offset = INPUT(license.metric),
     .choices = "user|device",
     .min = METRIC_USER},
    {.name = "unit_cost", .type = KEY_CUSTOM, .read = read_unit_cost},
    {.name = "contract_from", .type = KEY_DATE, .offset = INPUT(license.contract_from)},
    {.name = "contract_to", .type = KEY_DATE, .offset = INPUT(license.contract_to)},
    TEXT_KEY("contract_no", contract_no),
    TEXT_KEY("purpose", purpose),
    OWNER_KEY,
    {.name = "system", .type = KEY_CUSTOM, .read = read_license_system},
    SOURCE_OR_REGISTER_KEY,
    EXPORTED_KEY,
    DECLARED_KEYS,
    READING_KEYS,
    VALUES_KEY,
    THRESHOLD_TABLE};
const struct schema license_schema = {"licenses", KEYS(license_keys)};

static const struct key devices_keys[] = {SOURCE_KEY, EXPORTED_KEY, READING_KEYS, VALUES_KEY};
const struct schema devices_schema = {"devices", KEYS(devices_keys)};

static const struct key table_keys[] = {
    {.name = "path", .type = KEY_CUSTOM, .read = read_table_option},
    {.name = "encoding", .type = KEY_CUSTOM, .read = read_table_option},
    {.name = "delimiter", .type = KEY_CUSTOM, .read = read_table_option},
    {.name = "sheet", .type = KEY_CUSTOM, .read = read_table_option},
    {.name = "source", .type = KEY_CUSTOM, .read = read_source},
    READING_KEYS,
    VALUES_KEY,
    SEPARATOR_KEY};
const struct schema table_schema = {"departments, register, policy", KEYS(table_keys)};

#undef THRESHOLD

/* --- Readers --- */

static bool read_condition(struct loader *l, const struct key *key, const yaml_node_t *value,
                           void *object) {
    struct condition *condition = (void *)((char *)object + key->offset);
    condition->is_set = true;
    return read_mapping(l, &condition_schema, value, condition);
}

/* The name is looked up when all systems are known: licenses may stand before them. */
static bool read_license_system(struct loader *l, const struct key *key, const yaml_node_t *value,
                                void *object) {
    struct input_plan *input = object;
    input->license.system_line = node_line(value);
    return read_text(l, key->name, value, &input->license.system);
}

static bool read_unit_cost(struct loader *l, const struct key *key, const yaml_node_t *value,
                           void *object) {
    struct input_plan *input = object;
    const char *text;
    if (!read_text(l, key->name, value, &text))
        return false;
    int64_t *cents = &input->license.unit_cost_cents;
    if (!amount_parse(span_of(text), cents))
        return fail(l, value, MSG_CONFIG_BAD_AMOUNT, key->name, text, NULL);
    return true;
}

/* A system or license without `source` is one whose register tells where its list is. */
static bool check_source(struct loader *l, const struct key *key, const struct input_plan *input,
                         const yaml_node_t *node) {
    enum record table = key->record == RECORD_ACCOUNT ? RECORD_SYSTEM : RECORD_LICENSE;
    if (input->has_source || key->record == RECORD_PERSON || l->has_register[table])
        return true;
    return fail(l, node, MSG_CONFIG_KEY_MISSING, "source", key->name, NULL);
}

static bool check_contract(struct loader *l, const struct input_plan *input,
                           const yaml_node_t *node) {
    const struct license_plan *license = &input->license;
    bool is_backwards = license->contract_from != DATE_NONE && license->contract_to != DATE_NONE &&
                        license->contract_to < license->contract_from;
    return is_backwards ? fail(l, node, MSG_CONFIG_CONTRACT_BACKWARDS, NULL) : true;
}

static bool check_name(struct loader *l, struct seen *seen, const char *label,
                       const struct input_plan *input) {
    uint32_t first = seen_word_before(seen, input->name, input->line);
    if (!first)
        return true;
    char number[16];
    snprintf(number, sizeof number, "%u", first);
    return fail_at(l, input->line, MSG_CONFIG_NAME_TWICE, label, input->name, number, NULL);
}

static bool read_entry(struct loader *l, const struct key *key, const yaml_node_t *node,
                       struct seen *seen) {
    struct input_plan input;
    input_init(&input, key->record);
    input.line = node_line(node);
    bool ok = read_mapping(l, key->child, node, &input) && check_source(l, key, &input, node) &&
              check_contract(l, &input, node) && check_name(l, seen, key->name, &input);
    if (ok)
        plan_add_input(l->plan, &input);
    else
        input_release(&input);
    return ok;
}

bool read_entries(struct loader *l, const struct key *key, const yaml_node_t *value, void *object) {
    (void)object;
    if (value->type != YAML_SEQUENCE_NODE)
        return fail(l, value, MSG_CONFIG_NOT_LIST, key->name, NULL);
    const int *items = value->data.sequence.items.start;
    size_t count = (size_t)(value->data.sequence.items.top - items);
    if (count == 0 && key->record == RECORD_PERSON)
        return fail(l, value, MSG_CONFIG_EMPTY_LIST, key->name, NULL);
    struct seen seen = {0};
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++)
        ok = read_entry(l, key, node_at(l, items[i]), &seen);
    seen_release(&seen);
    return ok;
}

/* The plan's place for a section that stands once. */
static struct input_plan *new_single(struct loader *l, const struct key *key, void *plan,
                                     const char *name, const yaml_node_t *value) {
    struct input_plan *input = arena_alloc(&l->plan->arena, sizeof *input);
    input_init(input, key->record);
    input->name = name;
    input->line = node_line(value);
    memcpy((char *)plan + key->offset, &input, sizeof(struct input_plan *));
    return input;
}

bool read_device_list(struct loader *l, const struct key *key, const yaml_node_t *value,
                      void *object) {
    return read_mapping(l, &devices_schema, value, new_single(l, key, object, key->name, value));
}

/* `source` says all; `path` and what goes with it are the short form of a csv source. */
static bool check_one_source(struct loader *l, const struct key *key, const struct pairs *pairs,
                             bool *has_source) {
    const yaml_node_t *option = NULL;
    *has_source = false;
    for (size_t i = 0; i < pairs->count; i++) {
        const yaml_node_t *node = node_at(l, pairs->items[i].key);
        const char *name = scalar_text(node);
        *has_source |= strcmp(name, "source") == 0;
        if (strcmp(name, "path") == 0 || strcmp(name, "encoding") == 0 ||
            strcmp(name, "delimiter") == 0 || strcmp(name, "sheet") == 0)
            option = node;
    }
    if (option && *has_source)
        return fail(l, option, MSG_CONFIG_TWO_SOURCES, key->name, scalar_text(option), NULL);
    return true;
}

bool read_table(struct loader *l, const struct key *key, const yaml_node_t *value, void *object) {
    static const char *const names[RECORD_COUNT] = {
        [RECORD_DEPARTMENT] = "departments",    [RECORD_SYSTEM] = "register.systems",
        [RECORD_LICENSE] = "register.licenses", [RECORD_ROLE] = "policy.roles",
        [RECORD_CONFLICT] = "policy.conflicts", [RECORD_APPROVAL] = "policy.privileged",
        [RECORD_SHARED] = "policy.shared",      [RECORD_LINK] = "policy.links",
        [RECORD_WAIVER] = "policy.waivers",     [RECORD_INCIDENT] = "policy.incidents",
        [RECORD_REQUEST] = "policy.requests",
    };
    struct input_plan *input = new_single(l, key, object, names[key->record], value);
    source_start(l, &input->source, "csv", value);
    if (value->type == YAML_SCALAR_NODE)
        return source_add_path(l, &input->source, key->name, value);
    struct pairs pairs;
    bool has_source;
    if (!read_pairs(l, key->name, value, &pairs) ||
        !check_one_source(l, key, &pairs, &has_source) ||
        !read_mapping(l, &table_schema, value, input) ||
        (!has_source && !source_settle_table(l, &input->source, &pairs)))
        return false;
    return source_is_whole(l, &input->source, value);
}
