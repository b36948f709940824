/*
 * What a source's words mean: `columns` (field ← header), `values` (canonical word ← the source's
 * words), `kinds` (globs on the user ID) and the template of a person_id in a user ID.
 */
#include "sections.h"

#include "tenko/fold.h"

#include <stdio.h>
#include <stdlib.h>

/* --- columns --- */

static bool has_field(enum record record, enum field field) {
    return (fields[field].records >> record & 1) != 0;
}

static bool unknown_field(struct loader *l, enum record record, const yaml_node_t *node) {
    const char *known[FIELD_COUNT];
    size_t count = 0;
    for (enum field f = 0; f < FIELD_COUNT; f++)
        if (has_field(record, f))
            known[count++] = fields[f].name;
    return unknown_key(l, node, "columns", known, count);
}

bool read_columns(struct loader *l, const struct key *key, const yaml_node_t *value, void *object) {
    struct input_plan *input = object;
    struct pairs pairs;
    if (!read_pairs(l, key->name, value, &pairs))
        return false;
    for (size_t i = 0; i < pairs.count; i++) {
        const yaml_node_t *name = node_at(l, pairs.items[i].key);
        const yaml_node_t *header = node_at(l, pairs.items[i].value);
        struct column_choice choice = {.field = field_find(scalar_text(name)),
                                       .line = node_line(name)};
        if (choice.field == FIELD_NONE || !has_field(input->record, choice.field))
            return unknown_field(l, input->record, name);
        if (is_nothing(header))
            continue;
        /* raw: a header may be broken over lines in Excel */
        if (!read_raw(l, scalar_text(name), header, &choice.header))
            return false;
        vec_push(&input->columns, choice);
        struct wanted_column wanted = {fields[choice.field].name, choice.header};
        vec_push(&input->source.wanted, wanted);
    }
    return true;
}

/* --- values --- */

/* The canonical words of each field (docs/CONFIG.md: values). */
#define MAX_CANONICAL 5
static const struct word_field {
    enum record record;
    enum field field;
    const char *words[MAX_CANONICAL];
} word_fields[] = {
    {RECORD_PERSON, FIELD_status, {"active", "left", "leave", NULL}},
    {RECORD_ACCOUNT, FIELD_status, {"enabled", "disabled", NULL}},
    {RECORD_ACCOUNT, FIELD_kind, {"personal", "shared", "service", "external", "admin"}},
    {RECORD_ACCOUNT, FIELD_privileged, {"yes", "no", NULL}},
    {RECORD_ACCOUNT, FIELD_mfa, {"yes", "no", NULL}},
    {RECORD_SEAT, FIELD_status, {"assigned", "cancelled", NULL}},
    {RECORD_DEVICE, FIELD_status, {"in_use", "returned", NULL}},
    {RECORD_REQUEST, FIELD_action, {"add", "remove", "change", NULL}},
};
#define WORD_FIELD_COUNT (sizeof word_fields / sizeof *word_fields)

/* What words of a field mean: `of` without the words. */
static bool read_meaning(struct loader *l, struct input_plan *input, const struct value_choice *of,
                         const yaml_node_t *node, struct seen *seen) {
    struct word_list words;
    if (!read_words(l, of->canonical, node, &words))
        return false;
    bool is_list = node->type == YAML_SEQUENCE_NODE;
    for (size_t i = 0; i < words.count; i++) {
        const yaml_node_t *item = is_list ? node_at(l, node->data.sequence.items.start[i]) : node;
        struct value_choice choice = {of->field, of->canonical, words.items[i], node_line(item)};
        uint32_t first = seen_word_before(seen, choice.word, choice.line);
        if (first) {
            char number[16];
            snprintf(number, sizeof number, "%u", first);
            return fail(l, item, MSG_CONFIG_WORD_TWICE, fields[of->field].name, choice.word, number,
                        NULL);
        }
        vec_push(&input->values, choice);
        input->source.has_state_values |= of->field == FIELD_status;
    }
    return true;
}

static bool read_meanings(struct loader *l, struct input_plan *input, const struct word_field *of,
                          const yaml_node_t *node, struct seen *seen) {
    const char *label = fields[of->field].name;
    struct pairs pairs;
    if (!read_pairs(l, label, node, &pairs))
        return false;
    for (size_t i = 0; i < pairs.count; i++) {
        const yaml_node_t *name = node_at(l, pairs.items[i].key);
        const yaml_node_t *words = node_at(l, pairs.items[i].value);
        const char *canonical = NULL;
        size_t count = 0;
        for (; count < MAX_CANONICAL && of->words[count]; count++)
            if (strcmp(of->words[count], scalar_text(name)) == 0)
                canonical = of->words[count];
        if (!canonical)
            return unknown_key(l, name, label, of->words, count);
        const struct value_choice meaning = {.field = of->field, .canonical = canonical};
        if (!is_nothing(words) && !read_meaning(l, input, &meaning, words, seen))
            return false;
    }
    return true;
}

static const struct word_field *find_word_field(enum record record, const char *name) {
    for (size_t i = 0; i < WORD_FIELD_COUNT; i++)
        if (word_fields[i].record == record && strcmp(fields[word_fields[i].field].name, name) == 0)
            return &word_fields[i];
    return NULL;
}

static bool unknown_word_field(struct loader *l, enum record record, const yaml_node_t *node) {
    const char *known[WORD_FIELD_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < WORD_FIELD_COUNT; i++)
        if (word_fields[i].record == record)
            known[count++] = fields[word_fields[i].field].name;
    return unknown_key(l, node, "values", known, count);
}

bool read_values(struct loader *l, const struct key *key, const yaml_node_t *value, void *object) {
    struct input_plan *input = object;
    struct pairs pairs;
    if (!read_pairs(l, key->name, value, &pairs))
        return false;
    bool ok = true;
    for (size_t i = 0; i < pairs.count && ok; i++) {
        const yaml_node_t *name = node_at(l, pairs.items[i].key);
        const yaml_node_t *meanings = node_at(l, pairs.items[i].value);
        const struct word_field *of = find_word_field(input->record, scalar_text(name));
        if (!of)
            return unknown_word_field(l, input->record, name);
        struct seen seen = {0}; /* a word has one meaning in a field */
        ok = is_nothing(meanings) || read_meanings(l, input, of, meanings, &seen);
        seen_release(&seen);
    }
    return ok;
}

/* --- kinds --- */

/* {login} or {person_id} in a glob names the person; as a glob it fits anything. */
static struct kind_glob glob_of(struct loader *l, enum account_kind kind, const char *text) {
    static const char *const places[] = {"{login}", "{person_id}"};
    struct kind_glob glob = {.kind = kind, .glob = text};
    struct strbuf made = {0};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *found = strstr(text, places[i]);
        if (!found)
            continue;
        strbuf_add(&made, text, (size_t)(found - text));
        strbuf_add_char(&made, '*');
        strbuf_add_text(&made, found + strlen(places[i]));
        glob.glob = arena_copy(&l->plan->arena, strbuf_span(&made)).p;
        glob.template = text;
        break;
    }
    fold_text(FOLD_ID, span_of(glob.glob), &made);
    glob.key = arena_copy(&l->plan->arena, strbuf_span(&made)).p;
    strbuf_release(&made);
    return glob;
}

/* key->min is the kind. Other tools' wildcards would silently match nothing here. */
bool read_glob_list(struct loader *l, const struct key *key, const yaml_node_t *value,
                    void *object) {
    struct system_plan *system = &((struct input_plan *)object)->system;
    struct word_list words;
    if (!read_words(l, key->name, value, &words))
        return false;
    struct kind_glob *all =
        arena_array(&l->plan->arena, system->glob_count + words.count, sizeof *all);
    for (size_t i = 0; i < system->glob_count; i++)
        all[i] = system->globs[i];
    for (size_t i = 0; i < words.count; i++) {
        struct kind_glob glob = glob_of(l, (enum account_kind)key->min, words.items[i]);
        const char *bad = strpbrk(glob.glob, "[]{}|^");
        if (bad)
            return fail(l, value, MSG_CONFIG_BAD_GLOB, key->name, words.items[i],
                        ((char[]){*bad, '\0'}), NULL);
        all[system->glob_count + i] = glob;
    }
    system->globs = all;
    system->glob_count += words.count;
    return true;
}

/* --- person_id_from_user_id, email_from_user_id: text with one place, key->choices --- */

bool read_template(struct loader *l, const struct key *key, const yaml_node_t *value,
                   void *object) {
    const char *place = key->choices, *text;
    if (!read_text(l, key->name, value, &text))
        return false;
    const char *found = strstr(text, place);
    size_t before = found ? (size_t)(found - text) : 0;
    if (!found || memchr(text, '{', before) || memchr(text, '}', before) ||
        strpbrk(found + strlen(place), "{}"))
        return fail(l, value, MSG_CONFIG_BAD_TEMPLATE, key->name, text, place, NULL);
    memcpy((char *)object + key->offset, &text, sizeof text);
    return true;
}
