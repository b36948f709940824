/*
 * The reading engine behind the tables: one loop over a mapping's pairs, one small reader a type.
 */
#include "schema.h"

#include "tenko/fold.h"
#include "tenko/nearest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

uint32_t node_line(const yaml_node_t *node) {
    return (uint32_t)node->start_mark.line + 1;
}

const yaml_node_t *node_at(struct loader *l, int index) {
    return yaml_document_get_node(l->document, index);
}

const char *scalar_text(const yaml_node_t *node) {
    return node->type == YAML_SCALAR_NODE ? (const char *)node->data.scalar.value : NULL;
}

bool is_nothing(const yaml_node_t *node) {
    const char *text = scalar_text(node);
    if (!text)
        return false;
    if (!*text)
        return true;
    return node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           (strcmp(text, "~") == 0 || strcasecmp(text, "null") == 0);
}

/* --- Keys --- */

bool unknown_key(struct loader *l, const yaml_node_t *node, const char *label,
                 const char *const *known, size_t count) {
    const char *word = scalar_text(node);
    const char *nearest = nearest_word(word, known, count);
    if (nearest)
        return fail(l, node, MSG_CONFIG_UNKNOWN_KEY_NEAR, word, label, nearest, NULL);
    struct strbuf all = {0};
    for (size_t i = 0; i < count; i++)
        strbuf_add_item(&all, ", ", span_of(known[i]));
    fail(l, node, MSG_CONFIG_UNKNOWN_KEY, word, label, all.p, NULL);
    strbuf_release(&all);
    return false;
}

static uint32_t seen_before(struct seen *seen, struct span text, uint32_t line) {
    str_id id = strpool_find(&seen->pool, text);
    if (!str_is_none(id) && id.n < seen->lines.count)
        return seen->lines.items[id.n];
    id = strpool_intern(&seen->pool, text);
    while (seen->lines.count <= id.n)
        vec_push(&seen->lines, line);
    return 0;
}

uint32_t seen_word_before(struct seen *seen, const char *word, uint32_t line) {
    struct strbuf folded = {0};
    fold_text(FOLD_WORD, span_of(word), &folded);
    uint32_t first = seen_before(seen, strbuf_span(&folded), line);
    strbuf_release(&folded);
    return first;
}

void seen_release(struct seen *seen) {
    strpool_release(&seen->pool);
    vec_release(&seen->lines);
}

static bool check_key(struct loader *l, const char *label, const yaml_node_t *node,
                      struct seen *seen) {
    const char *name = scalar_text(node);
    if (!name)
        return fail(l, node, MSG_CONFIG_KEY_NOT_TEXT, label, NULL);
    uint32_t first = seen_before(seen, span_of(name), node_line(node));
    if (!first)
        return true;
    char number[16];
    snprintf(number, sizeof number, "%u", first);
    return fail(l, node, MSG_CONFIG_KEY_TWICE, name, label, number, NULL);
}

bool read_pairs(struct loader *l, const char *label, const yaml_node_t *node, struct pairs *out) {
    if (node->type != YAML_MAPPING_NODE)
        return fail(l, node, MSG_CONFIG_NOT_MAPPING, label, NULL);
    const yaml_node_pair_t *start = node->data.mapping.pairs.start;
    *out = (struct pairs){start, (size_t)(node->data.mapping.pairs.top - start)};
    struct seen seen = {0};
    bool ok = true;
    for (size_t i = 0; i < out->count && ok; i++)
        ok = check_key(l, label, node_at(l, start[i].key), &seen);
    seen_release(&seen);
    return ok;
}

static bool unknown_in_schema(struct loader *l, const struct schema *schema,
                              const yaml_node_t *node) {
    const char *known[SCHEMA_MAX_KEYS];
    for (size_t i = 0; i < schema->count; i++)
        known[i] = schema->keys[i].name;
    return unknown_key(l, node, schema->label, known, schema->count);
}

static bool read_value(struct loader *l, const struct key *key, const yaml_node_t *value,
                       void *object);

static const struct key *find_key(const struct schema *schema, const char *name) {
    for (size_t k = 0; k < schema->count; k++)
        if (strcmp(schema->keys[k].name, name) == 0)
            return &schema->keys[k];
    return NULL;
}

bool read_mapping(struct loader *l, const struct schema *schema, const yaml_node_t *node,
                  void *object) {
    const yaml_node_t *stands[SCHEMA_MAX_KEYS] = {NULL};
    bool given[SCHEMA_MAX_KEYS] = {false};
    struct pairs pairs = {0};
    if (!read_pairs(l, schema->label, node, &pairs))
        return false;
    for (size_t i = 0; i < pairs.count; i++) {
        const yaml_node_t *name = node_at(l, pairs.items[i].key);
        const yaml_node_t *value = node_at(l, pairs.items[i].value);
        const struct key *key = find_key(schema, scalar_text(name));
        if (!key)
            return unknown_in_schema(l, schema, name);
        stands[key - schema->keys] = name;
        if (is_nothing(value))
            continue;
        given[key - schema->keys] = true;
        if (!read_value(l, key, value, object))
            return false;
    }
    for (size_t k = 0; k < schema->count; k++)
        if (schema->keys[k].is_required && !given[k])
            return fail(l, stands[k] ? stands[k] : node, MSG_CONFIG_KEY_MISSING,
                        schema->keys[k].name, schema->label, NULL);
    return true;
}

/* --- Values --- */

static bool read_single(struct loader *l, const char *label, const yaml_node_t *node,
                        const char **out) {
    *out = scalar_text(node);
    return *out ? true : fail(l, node, MSG_CONFIG_NOT_SINGLE, label, NULL);
}

bool read_raw(struct loader *l, const char *label, const yaml_node_t *node, const char **out) {
    const char *text;
    if (!read_single(l, label, node, &text))
        return false;
    *out = arena_copy(&l->plan->arena, span_of(text)).p;
    return true;
}

/* Nothing but spaces, half-width or full-width. */
static bool is_blank(const char *text) {
    static const char wide[] = "\u3000";
    while (*text) {
        if (*text == ' ')
            text++;
        else if (strncmp(text, wide, sizeof wide - 1) == 0)
            text += sizeof wide - 1;
        else
            return false;
    }
    return true;
}

bool read_text(struct loader *l, const char *label, const yaml_node_t *node, const char **out) {
    const char *text;
    if (!read_single(l, label, node, &text))
        return false;
    for (const char *p = text; *p; p++)
        if ((unsigned char)*p < 0x20 || *p == 0x7F)
            return fail(l, node, MSG_CONFIG_CONTROL_CHARACTER, label, NULL);
    if (is_blank(text))
        return fail(l, node, MSG_CONFIG_EMPTY_ITEM, label, NULL);
    return read_raw(l, label, node, out);
}

bool read_number(struct loader *l, struct labelled_node at, int64_t min, int64_t max,
                 int64_t *out) {
    const char *text;
    if (!read_single(l, at.label, at.node, &text))
        return false;
    const char *digits = text + (*text == '-');
    size_t n = strspn(digits, "0123456789");
    if (n == 0 || digits[n])
        return fail(l, at.node, MSG_CONFIG_BAD_NUMBER, at.label, text, NULL);
    errno = 0;
    long long number = strtoll(text, NULL, 10);
    if (errno || number < min || number > max) {
        char low[24], high[24];
        snprintf(low, sizeof low, "%lld", (long long)min);
        snprintf(high, sizeof high, "%lld", (long long)max);
        return fail(l, at.node, MSG_CONFIG_OUT_OF_RANGE, at.label, text, low, high, NULL);
    }
    *out = number;
    return true;
}

bool not_a_choice(struct loader *l, const char *label, const yaml_node_t *node,
                  const char *choices) {
    struct strbuf list = {0};
    for (const char *p = choices; *p; p++)
        strbuf_add(&list, *p == '|' ? ", " : p, *p == '|' ? 2 : 1);
    fail(l, node, MSG_CONFIG_BAD_CHOICE, label, scalar_text(node), list.p, NULL);
    strbuf_release(&list);
    return false;
}

bool read_choice(struct loader *l, struct labelled_node at, const char *choices, int *place,
                 const char **word) {
    const char *text;
    if (!read_single(l, at.label, at.node, &text))
        return false;
    size_t n = strlen(text);
    *place = 0;
    for (const char *one = choices;; (*place)++) {
        size_t length = strcspn(one, "|");
        if (length == n && strncasecmp(one, text, n) == 0) {
            if (word)
                *word = arena_copy(&l->plan->arena, (struct span){one, length}).p;
            return true;
        }
        if (!one[length])
            return not_a_choice(l, at.label, at.node, choices);
        one += length + 1;
    }
}

bool read_bool(struct loader *l, const char *label, const yaml_node_t *node, bool *out) {
    static const char *const words[] = {"true", "false", "yes", "no", "on", "off"};
    const char *text;
    if (!read_single(l, label, node, &text))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(words[i], text) == 0) {
            *out = i % 2 == 0;
            return true;
        }
    return fail(l, node, MSG_CONFIG_BAD_BOOL, label, text, NULL);
}

bool read_words(struct loader *l, const char *label, const yaml_node_t *node,
                struct word_list *out) {
    bool is_list = node->type == YAML_SEQUENCE_NODE;
    const int *items = is_list ? node->data.sequence.items.start : NULL;
    size_t count = is_list ? (size_t)(node->data.sequence.items.top - items) : 1;
    const char **words = arena_array(&l->plan->arena, count, sizeof *words);
    for (size_t i = 0; i < count; i++) {
        const yaml_node_t *item = is_list ? node_at(l, items[i]) : node;
        if (is_nothing(item))
            return fail(l, item, MSG_CONFIG_EMPTY_ITEM, label, NULL);
        if (!read_text(l, label, item, &words[i]))
            return false;
    }
    *out = (struct word_list){words, count};
    return true;
}

/* A configuration's day is of these times: a year alone (2026) or a slip of the finger is not a
 * day of 1905, as a spreadsheet's serial number would be. */
static bool read_date(struct loader *l, const struct key *key, const yaml_node_t *node, date *out) {
    const char *text;
    if (!read_single(l, key->name, node, &text))
        return false;
    size_t digits = strspn(text, "0123456789");
    bool is_serial = !text[digits] && digits != 8;
    static const struct date_style style = {0};
    date d = DATE_NONE;
    enum date_result result = date_parse(span_of(text), &style, &d);
    bool is_none = result == DATE_EMPTY && key->min == 0;
    bool is_sane = result == DATE_READ && d >= date_from_civil(1900, 1, 1) &&
                   d <= date_from_civil(2199, 12, 31);
    if (is_serial || !(is_none || is_sane))
        return fail(l, node, MSG_CONFIG_BAD_DATE, key->name, text, NULL);
    *out = d;
    return true;
}

static bool read_int(struct loader *l, const struct key *key, const yaml_node_t *value, void *to) {
    int64_t number;
    if (!read_number(l, (struct labelled_node){key->name, value}, key->min, key->max, &number))
        return false;
    if (key->type == KEY_INT64)
        memcpy(to, &number, sizeof number);
    else
        memcpy(to, &(int){(int)number}, sizeof(int));
    return true;
}

static bool read_place(struct loader *l, const struct key *key, const yaml_node_t *value,
                       void *to) {
    int place;
    if (!read_choice(l, (struct labelled_node){key->name, value}, key->choices, &place, NULL))
        return false;
    if (key->type == KEY_FLAG)
        *(bool *)to = place == 0;
    else
        memcpy(to, &(int){place + (int)key->min}, sizeof(int));
    return true;
}

static bool read_value(struct loader *l, const struct key *key, const yaml_node_t *value,
                       void *object) {
    void *to = (char *)object + key->offset;
    switch (key->type) {
    case KEY_TEXT:
        return read_text(l, key->name, value, to);
    case KEY_RAW:
        return read_raw(l, key->name, value, to);
    case KEY_DATE:
        return read_date(l, key, value, to);
    case KEY_INT:
    case KEY_INT64:
        return read_int(l, key, value, to);
    case KEY_CHOICE:
    case KEY_FLAG:
        return read_place(l, key, value, to);
    case KEY_BOOL:
        return read_bool(l, key->name, value, to);
    case KEY_WORDS:
        return read_words(l, key->name, value, to);
    case KEY_SOME_WORDS:
        return read_words(l, key->name, value, to) &&
               (((struct word_list *)to)->count ||
                fail(l, value, MSG_CONFIG_EMPTY_LIST, key->name, NULL));
    case KEY_MAPPING:
        return read_mapping(l, key->child, value, to);
    case KEY_CUSTOM:
        return key->read(l, key, value, object);
    }
    return false;
}
