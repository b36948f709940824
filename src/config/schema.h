/*
 * Mappings read by table. A schema lists the keys that may stand in one mapping; a key says what
 * its value must be and where it goes: `offset` bytes into the object, or to a small function.
 * A key that is not in the table is an error that names the nearest one.
 */
#ifndef TENKO_CONFIG_SCHEMA_H
#define TENKO_CONFIG_SCHEMA_H

#include "tenko/plan.h"
#include "tenko/strpool.h"

#include <yaml.h>

enum key_type {
    KEY_TEXT,       /* const char *; no control characters */
    KEY_RAW,        /* const char *; a tab or a newline may stand in it */
    KEY_DATE,       /* date; where min is 1 a word for none is refused */
    KEY_INT,        /* int or int32_t, from min to max */
    KEY_INT64,      /* int64_t, from min to max */
    KEY_CHOICE,     /* an enum: min + the choice's place in choices */
    KEY_FLAG,       /* bool: is it the first of the two choices? */
    KEY_BOOL,       /* bool: true, false and YAML 1.1's other words for them */
    KEY_WORDS,      /* struct word_list: one word or a list; an empty list is not given */
    KEY_SOME_WORDS, /* at least one: "nobody" and "everybody" must not be mixed up */
    KEY_MAPPING,    /* another mapping whose object begins at offset */
    KEY_CUSTOM      /* read() does it all */
};

struct loader;
struct key;
typedef bool key_reader(struct loader *l, const struct key *key, const yaml_node_t *value,
                        void *object);

struct schema;
struct key {
    const char *name;
    enum key_type type;
    bool is_required;
    size_t offset;
    const char *choices; /* "ja|en" */
    int64_t min, max;
    const struct schema *child;
    enum record record; /* for KEY_CUSTOM: what the section holds */
    key_reader *read;
};

#define SCHEMA_MAX_KEYS 64

struct schema {
    const char *label; /* how messages call the mapping */
    const struct key *keys;
    size_t count;
};

/* All of them, for the test that docs/CONFIG.md tells of every key. */
extern const struct schema *const schemas[];
extern const size_t schema_count;

struct loader {
    struct plan *plan;
    const struct plan_names *names;
    yaml_document_t *document;
    struct error *err;
    bool has_register[RECORD_COUNT]; /* RECORD_SYSTEM, RECORD_LICENSE: is there one? */
};

bool read_mapping(struct loader *l, const struct schema *schema, const yaml_node_t *node,
                  void *object) must_check;

/* Says what is wrong on the node's line: fail(l, node, MSG_…, args…, NULL). */
#define fail(l, node, ...) fail_at((l), node_line(node), __VA_ARGS__)
#define fail_at(l, line, message, ...)                                                             \
    error_set((l)->err, FAULT_USAGE, (message), (l)->plan->config_path, (line), __VA_ARGS__)

uint32_t node_line(const yaml_node_t *node);
const yaml_node_t *node_at(struct loader *l, int index);
/* Nothing after the colon, `~`, `null` or "": the key counts as not given. */
bool is_nothing(const yaml_node_t *node);
/* The scalar's text, or NULL for a list or mapping. It dies with the document. */
const char *scalar_text(const yaml_node_t *node);

/* Values for custom readers; `label` is what messages call the value. Texts go to the plan. */
bool read_text(struct loader *l, const char *label, const yaml_node_t *node,
               const char **out) must_check;
bool read_raw(struct loader *l, const char *label, const yaml_node_t *node,
              const char **out) must_check;
struct labelled_node {
    const char *label;
    const yaml_node_t *node;
};
bool read_number(struct loader *l, struct labelled_node at, int64_t min, int64_t max,
                 int64_t *out) must_check;
/* The place of the value in "a|b|c", compared without regard to case; its spelling there goes to
 * *word unless that is NULL. */
bool read_choice(struct loader *l, struct labelled_node at, const char *choices, int *place,
                 const char **word) must_check;
/* Says which choices there are; always false. */
bool not_a_choice(struct loader *l, const char *label, const yaml_node_t *node,
                  const char *choices);
bool read_bool(struct loader *l, const char *label, const yaml_node_t *node, bool *out) must_check;
bool read_words(struct loader *l, const char *label, const yaml_node_t *node,
                struct word_list *out) must_check;

/* A mapping's pairs: every key is text and stands once. */
struct pairs {
    const yaml_node_pair_t *items;
    size_t count;
};
bool read_pairs(struct loader *l, const char *label, const yaml_node_t *node,
                struct pairs *out) must_check;

/* Where texts stood first. Start it as {0}. */
struct seen {
    struct strpool pool;
    VEC(uint32_t) lines; /* by id */
};
/* 0 and noted if the word is new (FOLD_WORD), else the line where it stood first. */
uint32_t seen_word_before(struct seen *seen, const char *word, uint32_t line);
void seen_release(struct seen *seen);

/* Says that the node's key is none of the known ones: names the nearest, or all of them. */
bool unknown_key(struct loader *l, const yaml_node_t *node, const char *label,
                 const char *const *known, size_t count);

#endif
