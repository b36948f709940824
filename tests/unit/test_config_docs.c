/*
 * docs/CONFIG.md and docs/CONFIG.ja.md tell of everything that may stand in tenko.yaml: every key
 * of every schema, every field, every number with its default, every connector with its options;
 * and its examples load.
 */
#include "schema.h"
#include "suite.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

static char *docs;

static void read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    struct strbuf text = {0};
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        strbuf_add(&text, block, n);
    fclose(file);
    docs = text.p;
}

static void read_docs(void) {
    read_file(TENKO_SOURCE_DIR "/docs/CONFIG.md");
}

static void read_japanese_docs(void) {
    read_file(TENKO_SOURCE_DIR "/docs/CONFIG.ja.md");
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

/* What an example leaves out, so that it is a whole configuration. */
static void complete(struct strbuf *out, struct span example) {
    char *text = memory_copy_text(example);
    if (text[0] == ' ')
        strbuf_add_text(out, "rosters:\n  - name: 職員\n");
    else if (!strstr(text, "rosters:"))
        strbuf_add_text(out, "rosters: [{name: 職員, source: hr/roster.csv}]\n");
    if (strstr(text, "system: 庁内LAN"))
        strbuf_add_text(out, "systems: [{name: 庁内LAN, source: lan.csv}]\n");
    strbuf_add_text(out, text);
    free(text);
}

START_TEST(every_example_is_a_configuration) {
    static const char *const rules[] = {"leave-account", "dormant-account"};
    static const struct plan_names names = {rules, 2};
    static const char open[] = "```yaml\n", close[] = "\n```";
    int count = 0;
    for (const char *p = docs; (p = strstr(p, open)) != NULL; count++) {
        p += sizeof open - 1;
        const char *end = strstr(p, close);
        ck_assert_ptr_nonnull(end);
        struct strbuf config = {0}, said = {0};
        struct plan plan;
        struct error err = {0};
        complete(&config, (struct span){p, (size_t)(end + 1 - p)});
        if (!plan_parse(&plan, "example", strbuf_span(&config), &names, &err)) {
            error_format(&err, LANG_EN, &said);
            ck_abort_msg("%s\n%s", config.p, said.p);
        }
        plan_release(&plan);
        strbuf_release(&config);
        p = end + sizeof close - 1;
    }
    ck_assert_int_ge(count, 8);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("config_docs");
    for (int language = 0; language < 2; language++) {
        TCase *told = tcase_create(language ? "told in Japanese" : "told");
        tcase_add_unchecked_fixture(told, language ? read_japanese_docs : read_docs, free_docs);
        tcase_add_test(told, every_key);
        tcase_add_test(told, every_choice);
        tcase_add_test(told, every_field);
        tcase_add_test(told, every_number_with_its_default);
        tcase_add_test(told, every_connector_and_option);
        tcase_add_test(told, every_example_is_a_configuration);
        suite_add_tcase(suite, told);
    }
    return run_suite(suite);
}
