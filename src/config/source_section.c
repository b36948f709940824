/*
 * `source:` — which connector, and its options checked against that connector's own table. A plain
 * path, and a path without `connector`, is csv, or xlsx where the file is one by its bytes.
 */
#include "sections.h"

#define MAX_OPTIONS 64
#define NUMBER_MAX  1000000000

void source_start(struct loader *l, struct source_spec *spec, const char *connector,
                  const yaml_node_t *node) {
    spec->connector = connector_find(connector);
    spec->base_dir = l->plan->base_dir;
    spec->config_file = l->plan->config_path;
    spec->config_line = node_line(node);
}

static bool unknown_connector(struct loader *l, const yaml_node_t *node) {
    struct strbuf all = {0};
    for (size_t i = 0; i < connector_count; i++)
        strbuf_addf(&all, "%s|", connectors[i]->name);
    strbuf_add_text(&all, "none");
    not_a_choice(l, "connector", node, all.p);
    strbuf_release(&all);
    return false;
}

static const struct option_spec *option_find(const struct connector *connector, const char *name) {
    for (size_t i = 0; i < connector->option_count; i++)
        if (strcmp(connector->options[i].name, name) == 0)
            return &connector->options[i];
    return NULL;
}

/* The checked value as the connector will read it: flags become true and false, choices the
 * table's spelling. */
static bool option_text(struct loader *l, const struct option_spec *option, const yaml_node_t *node,
                        const char **out) {
    int64_t number;
    int place;
    bool flag;
    switch (option->type) {
    case OPTION_TEXT: /* raw: a delimiter may be a tab */
        return read_raw(l, option->name, node, out);
    case OPTION_PATH:
        return read_text(l, option->name, node, out);
    case OPTION_NUMBER:
        return read_number(l, (struct labelled_node){option->name, node}, 0, NUMBER_MAX, &number) &&
               read_text(l, option->name, node, out);
    case OPTION_BOOL:
        if (!read_bool(l, option->name, node, &flag))
            return false;
        *out = flag ? "true" : "false";
        return true;
    case OPTION_CHOICE:
        return read_choice(l, (struct labelled_node){option->name, node}, option->choices, &place,
                           out);
    }
    return false;
}

static bool add_option(struct loader *l, struct source_spec *spec, const struct option_spec *option,
                       const yaml_node_t *node) {
    struct option_value value = {.name = option->name, .line = node_line(node)};
    if (!option_text(l, option, node, &value.value))
        return false;
    vec_push(&spec->options, value);
    return true;
}

bool source_add_path(struct loader *l, struct source_spec *spec, const char *label,
                     const yaml_node_t *node) {
    struct option_value value = {.name = "path", .line = node_line(node)};
    if (!read_text(l, label, node, &value.value))
        return false;
    vec_push(&spec->options, value);
    source_find_connector(spec);
    return true;
}

static bool unknown_option(struct loader *l, const struct connector *connector,
                           const yaml_node_t *node) {
    const char *known[MAX_OPTIONS + 1] = {"connector"};
    size_t count = 1;
    for (size_t i = 0; i < connector->option_count && count < MAX_OPTIONS; i++)
        known[count++] = connector->options[i].name;
    return unknown_key(l, node, "source", known, count);
}

bool read_table_option(struct loader *l, const struct key *key, const yaml_node_t *value,
                       void *object) {
    struct input_plan *input = object;
    const struct option_spec *option = option_find(connector_find("csv"), key->name);
    if (!option)
        option = option_find(connector_find("xlsx"), key->name);
    return add_option(l, &input->source, option, value);
}

bool source_settle_table(struct loader *l, struct source_spec *spec, const struct pairs *pairs) {
    bool has_sheet = false;
    for (size_t i = 0; i < spec->options.count; i++)
        has_sheet |= strcmp(spec->options.items[i].name, "sheet") == 0;
    source_find_connector(spec);
    if (has_sheet)
        spec->connector = connector_find("xlsx");
    for (size_t i = 0; i < pairs->count; i++) {
        const yaml_node_t *node = node_at(l, pairs->items[i].key);
        const char *name = scalar_text(node);
        bool is_option = option_find(connector_find("csv"), name) != NULL;
        if (is_option && !option_find(spec->connector, name))
            return unknown_option(l, spec->connector, node);
    }
    return true;
}

bool source_is_whole(struct loader *l, const struct source_spec *spec, const yaml_node_t *node) {
    const struct connector *connector = spec->connector;
    for (size_t i = 0; i < connector->option_count; i++) {
        bool is_there = !connector->options[i].is_required;
        for (size_t k = 0; k < spec->options.count && !is_there; k++)
            is_there = strcmp(spec->options.items[k].name, connector->options[i].name) == 0;
        if (!is_there)
            return fail(l, node, MSG_CONFIG_OPTION_MISSING, connector->options[i].name,
                        connector->name, NULL);
    }
    return true;
}

/* One option of the mapping; `connector` itself is dealt with already. */
static bool read_option(struct loader *l, struct source_spec *spec, const char *name,
                        const yaml_node_t *name_node, const yaml_node_t *value) {
    if (!spec->connector)
        return fail(l, name_node, MSG_CONFIG_NONE_TAKES_NOTHING, name, NULL);
    const struct option_spec *option = option_find(spec->connector, name);
    if (!option)
        return unknown_option(l, spec->connector, name_node);
    return is_nothing(value) || add_option(l, spec, option, value);
}

/* The connector of a mapping that names none: the file's own, but xlsx where a sheet is named. */
static bool guess_connector(struct loader *l, struct source_spec *spec, const struct pairs *pairs) {
    bool has_sheet = false;
    for (size_t i = 0; i < pairs->count; i++) {
        const char *key = scalar_text(node_at(l, pairs->items[i].key));
        const yaml_node_t *value = node_at(l, pairs->items[i].value);
        struct option_value path = {.name = "path"};
        has_sheet |= strcmp(key, "sheet") == 0;
        if (strcmp(key, "path") != 0 || is_nothing(value))
            continue;
        if (!read_text(l, key, value, &path.value))
            return false;
        vec_push(&spec->options, path);
        source_find_connector(spec);
        spec->options.count = 0;
    }
    if (has_sheet)
        spec->connector = connector_find("xlsx");
    return true;
}

/* Finds and checks `connector`. */
static bool read_connector(struct loader *l, struct source_spec *spec, enum record record,
                           const struct pairs *pairs, const yaml_node_t *node) {
    const char *name = NULL;
    for (size_t i = 0; i < pairs->count; i++) {
        const char *key = scalar_text(node_at(l, pairs->items[i].key));
        const yaml_node_t *value = node_at(l, pairs->items[i].value);
        if (strcmp(key, "connector") != 0 || is_nothing(value))
            continue;
        if (!read_text(l, key, value, &name))
            return false;
        if (strcmp(name, "none") == 0 && record != RECORD_ACCOUNT)
            return fail(l, value, MSG_CONFIG_NONE_NOT_HERE, NULL);
        if (strcmp(name, "none") != 0 && !connector_find(name))
            return unknown_connector(l, value);
    }
    source_start(l, spec, name ? name : "csv", node);
    return name || guess_connector(l, spec, pairs);
}

bool read_source(struct loader *l, const struct key *key, const yaml_node_t *value, void *object) {
    struct input_plan *input = object;
    struct source_spec *spec = &input->source;
    input->has_source = true;
    if (value->type == YAML_SCALAR_NODE) {
        source_start(l, spec, "csv", value);
        return source_add_path(l, spec, key->name, value);
    }
    struct pairs pairs;
    if (!read_pairs(l, key->name, value, &pairs) ||
        !read_connector(l, spec, input->record, &pairs, value))
        return false;
    for (size_t i = 0; i < pairs.count; i++) {
        const yaml_node_t *name_node = node_at(l, pairs.items[i].key);
        const char *name = scalar_text(name_node);
        if (strcmp(name, "connector") != 0 &&
            !read_option(l, spec, name, name_node, node_at(l, pairs.items[i].value)))
            return false;
    }
    return !spec->connector || source_is_whole(l, spec, value);
}
