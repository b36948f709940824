/* The readers of one section each; the tables that name them are in input_sections.c and load.c. */
#ifndef TENKO_CONFIG_SECTIONS_H
#define TENKO_CONFIG_SECTIONS_H

#include "schema.h"

/* plan.c: an input with every default; days are DAYS_NOT_GIVEN until the plan is whole. */
#define DAYS_NOT_GIVEN INT32_MIN
void input_init(struct input_plan *input, enum record record);
void input_release(struct input_plan *input);
void plan_add_input(struct plan *plan, const struct input_plan *input); /* takes its arrays */

/* source_section.c: the object is a struct input_plan. */
key_reader read_source;
/* Options of the csv connector that stand beside the columns of a table. */
key_reader read_table_option;
void source_start(struct loader *l, struct source_spec *spec, const char *connector,
                  const yaml_node_t *node);
bool source_add_path(struct loader *l, struct source_spec *spec, const char *label,
                     const yaml_node_t *node) must_check;
/* For a table with options of its own, once all are read: the file's connector, and whether the
 * options are this connector's. */
bool source_settle_table(struct loader *l, struct source_spec *spec,
                         const struct pairs *pairs) must_check;
/* Every required option is there; `node` is where the source is written. */
bool source_is_whole(struct loader *l, const struct source_spec *spec,
                     const yaml_node_t *node) must_check;

/* value_words.c: the object is a struct input_plan. */
key_reader read_columns, read_values, read_glob_list, read_template;

/* input_sections.c: the object is the struct plan. */
key_reader read_entries;     /* rosters, systems, licenses: key->record says which */
key_reader read_table;       /* departments and the tables of policy */
key_reader read_device_list; /* devices */
extern const struct schema roster_schema, system_schema, license_schema, devices_schema,
    table_schema, kinds_schema, condition_schema;

/* Keys of section 5's numbers, for an object whose array `days` begins at `at`. */
#define MAX_DAYS 36500 /* a hundred years */
#define DAYS_KEY(days_name, at)                                                                    \
    {.name = #days_name,                                                                           \
     .type = KEY_INT,                                                                              \
     .offset = (at) + THRESHOLD_##days_name * sizeof(int32_t),                                     \
     .max = MAX_DAYS},

#endif
