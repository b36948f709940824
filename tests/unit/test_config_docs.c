/*
 * docs/CONFIG.md tells of everything that may stand in tenko.yaml: every key of every schema, every
 * field, every number with its default, every connector with its options, every canonical word.
 */
#include "schema.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

static char *docs;

static void read_docs(void) {
    FILE *file = fopen(TENKO_SOURCE_DIR "/docs/CONFIG.md", "rb");
    ck_assert_ptr_nonnull(file);
    struct strbuf text = {0};
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        strbuf_add(&text, block, n);
    fclose(file);
    docs = text.p;
}

static void free_docs(void) {
    free(docs);
}

/* A word counts as told where it stands as code: `word`. */
static bool is_told(const char *word) {
    char code[128];
    snprintf(code, sizeof code, "`%s`", word);
    return strstr(docs, code) != NULL;
}

START_TEST(every_key) {
    ck_assert_uint_ge(schema_count, 12);
    for (size_t s = 0; s < schema_count; s++)
        for (size_t k = 0; k < schemas[s]->count; k++)
            ck_assert_msg(is_told(schemas[s]->keys[k].name), "docs/CONFIG.md: %s of %s is missing",
                          schemas[s]->keys[k].name, schemas[s]->label);
}
END_TEST

START_TEST(every_choice) {
    for (size_t s = 0; s < schema_count; s++)
        for (size_t k = 0; k < schemas[s]->count; k++) {
            char *rest = memory_copy_text(span_of(schemas[s]->keys[k].choices)), *start = rest;
            for (char *one; (one = strsep(&rest, "|")) != NULL;)
                ck_assert_msg(!*one || is_told(one), "docs/CONFIG.md: choice %s of %s is missing",
                              one, schemas[s]->keys[k].name);
            free(start);
        }
}
END_TEST

START_TEST(every_field) {
    for (int f = 0; f < FIELD_COUNT; f++)
        ck_assert_msg(is_told(fields[f].name), "docs/CONFIG.md: field %s is missing",
                      fields[f].name);
}
END_TEST

/* A row of the table of numbers begins "| `dormant_days` | 90 |". */
START_TEST(every_number_with_its_default) {
    for (int i = 0; i < THRESHOLD_COUNT; i++) {
        char row[128];
        if (thresholds[i].fallback < 0)
            snprintf(row, sizeof row, "| `%s` | off |", thresholds[i].name);
        else
            snprintf(row, sizeof row, "| `%s` | %d |", thresholds[i].name, thresholds[i].fallback);
        ck_assert_msg(strstr(docs, row) != NULL, "docs/CONFIG.md: no row %s", row);
    }
}
END_TEST

START_TEST(every_connector_and_option) {
    for (size_t c = 0; c < connector_count; c++) {
        ck_assert_msg(is_told(connectors[c]->name), "docs/CONFIG.md: connector %s is missing",
                      connectors[c]->name);
        for (size_t o = 0; o < connectors[c]->option_count; o++)
            ck_assert_msg(is_told(connectors[c]->options[o].name),
                          "docs/CONFIG.md: option %s of %s is missing",
                          connectors[c]->options[o].name, connectors[c]->name);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("config_docs");
    TCase *told = tcase_create("told");
    tcase_add_unchecked_fixture(told, read_docs, free_docs);
    tcase_add_test(told, every_key);
    tcase_add_test(told, every_choice);
    tcase_add_test(told, every_field);
    tcase_add_test(told, every_number_with_its_default);
    tcase_add_test(told, every_connector_and_option);
    suite_add_tcase(suite, told);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
