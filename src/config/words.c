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
    uint32_t lines[FIELD_COUNT] = {0};
    struct pairs pairs;
    if (!read_pairs(l, key->name, value, &pairs))
        return false;
    for (size_t i = 0; i < pairs.count; i++) {
        const yaml_node_t *name_node = node_at(l, pairs.items[i].key);
        const yaml_node_t *header = node_at(l, pairs.items[i].value);
        const char *name;
        if (!read_key(l, key->name, &pairs.items[i], &name))
            return false;
        enum field field = field_find(name);
        if (field == FIELD_NONE || !has_field(input->record, field))
            return unknown_field(l, input->record, name_node);
        if (lines[field])
            return key_twice(l, key->name, name, node_line(name_node), lines[field]);
        lines[field] = node_line(name_node);
        struct column_choice choice = {.field = field, .line = lines[field]};
        if (is_nothing(header))
            continue;
        /* raw: a header may be broken over lines in Excel */
        if (!read_raw(l, name, header, &choice.header))
            return false;
        vec_push(&input->columns, choice);
    }
    return true;
}

/* --- values --- */

/* The canonical words of CONTRACT section 3, and those of devices. */
static const struct word_field {
    enum record record;
    enum field field;
    const char *words[4];
} word_fields[] = {
    {RECORD_PERSON, FIELD_status, {"active", "left", "leave", NULL}},
    {RECORD_ACCOUNT, FIELD_status, {"enabled", "disabled", NULL}},
    {RECORD_ACCOUNT, FIELD_kind, {"personal", "shared", "service", "external"}},
    {RECORD_ACCOUNT, FIELD_privileged, {"yes", "no", NULL}},
    {RECORD_ACCOUNT, FIELD_mfa, {"yes", "no", NULL}},
    {RECORD_SEAT, FIELD_status, {"assigned", "cancelled", NULL}},
    {RECORD_DEVICE, FIELD_status, {"in_use", "returned", NULL}},
};
#define WORD_FIELD_COUNT (sizeof word_fields / sizeof *word_fields)

/* Words seen so far for one field, so that none has two meanings. Folded as intake will. */
struct words_seen {
    struct strpool pool;
    VEC(uint32_t) lines; /* by id */
    struct strbuf key;
};

static bool note_word(struct loader *l, struct words_seen *seen, const char *label,
                      const char *word, uint32_t line) {
    strbuf_clear(&seen->key);
    fold_text(FOLD_WORD, span_of(word), &seen->key);
    str_id id = strpool_find(&seen->pool, strbuf_span(&seen->key));
    if (id != STR_NONE) {
        char first[16];
        snprintf(first, sizeof first, "%u", seen->lines.items[id]);
        return fail_at(l, line, MSG_CONFIG_WORD_TWICE, label, word, first, NULL);
    }
    id = strpool_intern(&seen->pool, strbuf_span(&seen->key));
    while (seen->lines.count <= id)
        vec_push(&seen->lines, line);
    return true;
}

static bool read_meaning(struct loader *l, struct input_plan *input, const struct word_field *of,
                         const char *canonical, const yaml_node_t *node, struct words_seen *seen) {
    struct word_list words;
    if (!read_words(l, canonical, node, &words))
        return false;
    bool is_list = node->type == YAML_SEQUENCE_NODE;
    for (size_t i = 0; i < words.count; i++) {
        const yaml_node_t *item = is_list ? node_at(l, node->data.sequence.items.start[i]) : node;
        struct value_choice choice = {of->field, canonical, words.items[i], node_line(item)};
        if (!note_word(l, seen, fields[of->field].name, choice.word, choice.line))
            return false;
        vec_push(&input->values, choice);
    }
    return true;
}

static bool read_field_meanings(struct loader *l, struct input_plan *input,
                                const struct word_field *of, const yaml_node_t *node,
                                struct words_seen *seen) {
    const char *label = fields[of->field].name;
    uint32_t lines[4] = {0};
    struct pairs pairs;
    if (!read_pairs(l, label, node, &pairs))
        return false;
    for (size_t i = 0; i < pairs.count; i++) {
        const yaml_node_t *name_node = node_at(l, pairs.items[i].key);
        const yaml_node_t *words = node_at(l, pairs.items[i].value);
        const char *name;
        if (!read_key(l, label, &pairs.items[i], &name))
            return false;
        size_t count = 0, found = SIZE_MAX;
        for (; count < 4 && of->words[count]; count++)
            if (strcmp(of->words[count], name) == 0)
                found = count;
        if (found == SIZE_MAX)
            return unknown_key(l, name_node, label, of->words, count);
        if (lines[found])
            return key_twice(l, label, name, node_line(name_node), lines[found]);
        lines[found] = node_line(name_node);
        if (!is_nothing(words) && !read_meaning(l, input, of, of->words[found], words, seen))
            return false;
    }
    return true;
}

bool read_values(struct loader *l, const struct key *key, const yaml_node_t *value, void *object) {
    struct input_plan *input = object;
    uint32_t lines[WORD_FIELD_COUNT] = {0};
    struct pairs pairs;
    if (!read_pairs(l, key->name, value, &pairs))
        return false;
    for (size_t i = 0; i < pairs.count; i++) {
        const yaml_node_t *name_node = node_at(l, pairs.items[i].key);
        const yaml_node_t *meanings = node_at(l, pairs.items[i].value);
        const char *name, *known[WORD_FIELD_COUNT];
        if (!read_key(l, key->name, &pairs.items[i], &name))
            return false;
        size_t count = 0, found = SIZE_MAX;
        for (size_t f = 0; f < WORD_FIELD_COUNT; f++) {
            if (word_fields[f].record != input->record)
                continue;
            known[count++] = fields[word_fields[f].field].name;
            if (strcmp(known[count - 1], name) == 0)
                found = f;
        }
        if (found == SIZE_MAX)
            return unknown_key(l, name_node, key->name, known, count);
        if (lines[found])
            return key_twice(l, key->name, name, node_line(name_node), lines[found]);
        lines[found] = node_line(name_node);
        if (is_nothing(meanings))
            continue;
        struct words_seen seen = {0};
        bool ok = read_field_meanings(l, input, &word_fields[found], meanings, &seen);
        strpool_release(&seen.pool);
        vec_release(&seen.lines);
        strbuf_release(&seen.key);
        if (!ok)
            return false;
    }
    return true;
}

/* --- kinds --- */

/* key->min is the kind. Other tools' wildcards would silently match nothing here. */
bool read_glob_list(struct loader *l, const struct key *key, const yaml_node_t *value,
                    void *object) {
    struct system_plan *system = &((struct input_plan *)object)->system;
    struct word_list words;
    if (!read_words(l, key->name, value, &words))
        return false;
    for (size_t i = 0; i < words.count; i++) {
        const char *bad = strpbrk(words.items[i], "[]{}\\|^");
        if (bad)
            return fail(l, value, MSG_CONFIG_BAD_GLOB, key->name, words.items[i],
                        ((char[]){*bad, '\0'}), NULL);
    }
    struct kind_glob *all =
        arena_array(&l->plan->arena, system->glob_count + words.count, sizeof *all);
    for (size_t i = 0; i < system->glob_count; i++)
        all[i] = system->globs[i];
    for (size_t i = 0; i < words.count; i++)
        all[system->glob_count + i] =
            (struct kind_glob){(enum account_kind)key->min, words.items[i]};
    system->globs = all;
    system->glob_count += words.count;
    return true;
}

/* --- person_id_from_user_id --- */

bool read_template(struct loader *l, const struct key *key, const yaml_node_t *value,
                   void *object) {
    static const char place[] = "{person_id}";
    struct input_plan *input = object;
    const char *text;
    if (!read_text(l, key->name, value, &text))
        return false;
    const char *found = strstr(text, place);
    size_t before = found ? (size_t)(found - text) : 0;
    if (!found || memchr(text, '{', before) || memchr(text, '}', before) ||
        strpbrk(found + sizeof place - 1, "{}"))
        return fail(l, value, MSG_CONFIG_BAD_TEMPLATE, key->name, text, NULL);
    input->system.person_id_template = text;
    return true;
}
