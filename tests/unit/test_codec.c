/* Rows of a ledger that somebody has edited: each field of each table takes what it may hold, and a
 * value of any other type makes the row no row. */
#include "suite.h"

#include "codec.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const other_types[] = {"1",   "1.5", "-1",   "\"x\"",   "\"\"",   "[]",
                                          "[1]", "{}",  "true", "[\"x\"]", "[null]", "[[]]"};

/* What a field of the type may hold, other than null; up to NULL. */
static const char *const texts[] = {"\"x\"", "\"\"", NULL};
static const char *const numbers[] = {"1", "-1", NULL};
static const char *const enums[] = {"0", "1", NULL};
static const char *const days[] = {"\"2026-03-31\"", "\"?\"", NULL};
static const char *const lists[] = {"[]", "[\"x\"]", "[\"x\",\"\"]", NULL};
static const char *const sentences[] = {"[\"c\",\"j\",\"e\",\"\",\"\",\"\",\"\"]", NULL};
static const char *const facts[] = {"[[\"k\",\"t\",\"x\"]]",
                                    "[[\"k\",\"d\",\"2026-03-31\"],[\"k\",\"d\",null]]",
                                    "[[\"k\",\"n\",7]]", "[[\"k\",\"l\",[\"a\"],0]]", NULL};
static const char *const rows_of[] = {"[]", "[[]]", "[[null],[]]", NULL};

static const char *const *good_of(const struct codec_field *f) {
    if (f->below)
        return enums;
    switch (f->type) {
    case CODEC_TEXT:
    case CODEC_HELD:
    case CODEC_KEY:
        return texts;
    case CODEC_NUMBER:
    case CODEC_SMALL:
    case CODEC_FLAG:
    case CODEC_ON:
        return numbers;
    case CODEC_DATE:
        return days;
    case CODEC_TEXTS:
        return lists;
    case CODEC_SENTENCE:
        return sentences;
    case CODEC_EVIDENCE:
        return facts;
    case CODEC_ROWS:
        return rows_of;
    }
    return NULL;
}

static bool reads(const struct codec_table *table, size_t field, const char *value) {
    struct strbuf text = {0};
    struct arena arena = {0};
    void *row = memory_zeroed(1, table->row_size);
    strbuf_add_char(&text, '[');
    for (size_t i = 0; i < field; i++)
        strbuf_add_text(&text, "null,");
    strbuf_addf(&text, "%s]", value);
    bool ok = codec_read(table, strbuf_span(&text), row, &arena);
    free(row);
    strbuf_release(&text);
    arena_release(&arena);
    return ok;
}

static bool is_of(const char *const *good, const char *value) {
    for (; *good; good++)
        if (strcmp(*good, value) == 0)
            return true;
    return false;
}

static const struct codec_table *const tables[] = {
    &codec_rule,    &codec_threshold, &codec_input,  &codec_exception, &codec_issue,
    &codec_account, &codec_seat,      &codec_person, &codec_device,    &codec_head};

START_TEST(a_field_takes_its_type_alone) {
    const struct codec_table *table = tables[_i];
    for (size_t i = 0; i < table->field_count; i++) {
        const struct codec_field *f = &table->fields[i];
        const char *const *good = good_of(f);
        ck_assert_msg(reads(table, i, "null"), "%s.%s: null", table->kind, f->name);
        for (size_t k = 0; good[k]; k++)
            ck_assert_msg(reads(table, i, good[k]), "%s.%s: %s", table->kind, f->name, good[k]);
        for (size_t k = 0; k < sizeof other_types / sizeof *other_types; k++) {
            /* Lists of nothing are made of anything that has no entries. */
            bool is_empty = f->type >= CODEC_EVIDENCE && other_types[k][0] != '[';
            if (is_of(good, other_types[k]) || is_empty || strcmp(other_types[k], "[]") == 0)
                continue;
            ck_assert_msg(!reads(table, i, other_types[k]), "%s.%s: %s", table->kind, f->name,
                          other_types[k]);
        }
    }
    ck_assert_msg(!reads(table, table->field_count, "null"), "%s: a field more", table->kind);
}
END_TEST

/* A number of 32 bits, and an enum that has such a value. */
START_TEST(small_numbers_at_their_ends) {
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (size_t i = 0; i < tables[t]->field_count; i++) {
            const struct codec_field *f = &tables[t]->fields[i];
            char most[24], more[24];
            if (f->type != CODEC_SMALL)
                continue;
            snprintf(most, sizeof most, "%lld", f->below ? (long long)f->below - 1 : 4294967295);
            snprintf(more, sizeof more, "%lld", f->below ? (long long)f->below : 4294967296);
            ck_assert_msg(reads(tables[t], i, most), "%s.%s", tables[t]->kind, f->name);
            ck_assert_msg(!reads(tables[t], i, more), "%s.%s", tables[t]->kind, f->name);
            ck_assert_int_eq(reads(tables[t], i, "-2147483648"), f->below == 0);
            ck_assert(!reads(tables[t], i, "-2147483649"));
        }
}
END_TEST

START_TEST(facts_that_are_none) {
    static const char *const none[] = {"[1]",
                                       "[[]]",
                                       "[[1,\"t\",\"x\"]]",
                                       "[[\"k\"]]",
                                       "[[\"k\",7,\"x\"]]",
                                       "[[\"k\",\"\",\"x\"]]",
                                       "[[\"k\",\"z\",\"x\"]]",
                                       "[[\"k\",\"t\"]]",
                                       "[[\"k\",\"t\",1]]",
                                       "[[\"k\",\"d\",\"31 March\"]]",
                                       "[[\"k\",\"d\",5]]",
                                       "[[\"k\",\"n\",\"7\"]]",
                                       "[[\"k\",\"n\",7.5]]",
                                       "[[\"k\",\"l\",\"a\",0]]",
                                       "[[\"k\",\"l\",[1],0]]",
                                       "[[\"k\",\"l\",[\"a\"]]]",
                                       "[[\"k\",\"l\",[\"a\"],\"0\"]]"};
    for (size_t i = 0; i < codec_exception.field_count; i++)
        for (size_t k = 0;
             codec_exception.fields[i].type == CODEC_EVIDENCE && k < sizeof none / sizeof *none;
             k++)
            ck_assert_msg(!reads(&codec_exception, i, none[k]), "%s", none[k]);
}
END_TEST

START_TEST(texts_that_are_no_row) {
    static const char *const none[] = {"", "null", "1", "\"x\"", "{}", "[", "[]]", "[] x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct account_record a = {0};
        struct arena arena = {0};
        ck_assert_msg(!codec_read(&codec_account, span_of(none[i]), &a, &arena), "%s", none[i]);
        arena_release(&arena);
    }
}
END_TEST

START_TEST(days_as_the_ledger_writes_them) {
    static const struct {
        const char *text;
        bool is_day;
    } cases[] = {{"2026-03-31", true},
                 {"2026-3-1", false}, /* it writes two digits */
                 {"", false},
                 {"2026-03", false},
                 {"x", false},
                 {"2026/03/31", false},
                 {"2026-03-31T00:00:00Z", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg((codec_day(span_of(cases[i].text)) != DATE_NONE) == cases[i].is_day, "%s",
                      cases[i].text);
    ck_assert_int_eq(codec_day((struct span){0}), DATE_NONE);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("codec");
    TCase *c = tcase_create("codec");
    tcase_add_loop_test(c, a_field_takes_its_type_alone, 0, sizeof tables / sizeof *tables);
    tcase_add_test(c, small_numbers_at_their_ends);
    tcase_add_test(c, facts_that_are_none);
    tcase_add_test(c, texts_that_are_no_row);
    tcase_add_test(c, days_as_the_ledger_writes_them);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
