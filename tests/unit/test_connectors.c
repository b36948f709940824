/* connectors/: the table, and what connectors share. */
#include "suite.h"
#include "tenko/connector.h"

#include <check.h>
#include <stdlib.h>

START_TEST(the_table_is_whole) {
    for (size_t i = 0; i < connector_count; i++) {
        const struct connector *c = connectors[i];
        ck_assert_ptr_eq(connector_find(c->name), c); /* so names are unique */
        ck_assert(c->summary_en[0] != '\0' && c->summary_ja[0] != '\0');
        ck_assert(c->open && c->next && c->describe && c->close);
        bool has_display = false;
        for (size_t k = 0; k < c->option_count; k++) {
            const struct option_spec *o = &c->options[k];
            ck_assert_msg(o->help_en && o->help_en[0] && o->help_ja && o->help_ja[0], "%s.%s",
                          c->name, o->name);
            ck_assert_ptr_null(strchr(o->help_en, '\n')); /* a line in `init` */
            ck_assert_ptr_null(strchr(o->help_ja, '\n'));
            ck_assert_msg((o->type == OPTION_CHOICE) == (o->choices != NULL), "%s.%s", c->name,
                          o->name);
            has_display |= strcmp(o->name, c->display_option) == 0;
            for (size_t j = 0; j < k; j++)
                ck_assert_str_ne(c->options[j].name, o->name);
        }
        ck_assert_msg(has_display, "%s", c->name);
    }
    ck_assert_ptr_nonnull(connector_find("csv"));
    ck_assert_ptr_null(connector_find("xml"));
}
END_TEST

START_TEST(an_option_is_given_or_falls_back) {
    struct source_spec spec = {.connector = connector_find("csv"), .base_dir = "/data"};
    struct option_value path = {"path", "hr/roster.csv", 3};
    vec_push(&spec.options, path);
    ck_assert_str_eq(source_option(&spec, "path"), "hr/roster.csv");
    ck_assert_str_eq(source_option(&spec, "encoding"), "auto");
    ck_assert_ptr_null(source_option(&spec, "url"));
    ck_assert_str_eq(source_display(&spec), "hr/roster.csv");
    vec_release(&spec.options);
    ck_assert_str_eq(source_display(&spec), "");
    spec.connector = NULL; /* connector: none */
    ck_assert_ptr_null(source_option(&spec, "path"));
    ck_assert_str_eq(source_display(&spec), "");
}
END_TEST

START_TEST(paths_are_below_the_base) {
    static const struct {
        const char *base, *path, *wanted;
    } cases[] = {{"/data", "a.csv", "/data/a.csv"}, {"/data/", "a.csv", "/data/a.csv"},
                 {"/data", "/b/a.csv", "/b/a.csv"}, {"", "a.csv", "a.csv"},
                 {NULL, "a.csv", "a.csv"},          {".", "a.csv", "./a.csv"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct source_spec spec = {.base_dir = cases[i].base};
        char *full = source_path(&spec, cases[i].path);
        ck_assert_str_eq(full, cases[i].wanted);
        free(full);
    }
}
END_TEST

START_TEST(facts_own_their_values) {
    struct source_facts facts = {0};
    char value[] = "x";
    source_facts_add(&facts, MSG_CSV_FACT_DOS_END, value);
    value[0] = 'y';
    ck_assert_uint_eq(facts.more.count, 1);
    ck_assert_int_eq(facts.more.items[0].label, MSG_CSV_FACT_DOS_END);
    ck_assert_str_eq(facts.more.items[0].value, "x");
    source_facts_release(&facts);
    ck_assert_uint_eq(facts.more.count, 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("connectors");
    TCase *c = tcase_create("connectors");
    tcase_add_test(c, the_table_is_whole);
    tcase_add_test(c, an_option_is_given_or_falls_back);
    tcase_add_test(c, paths_are_below_the_base);
    tcase_add_test(c, facts_own_their_values);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
