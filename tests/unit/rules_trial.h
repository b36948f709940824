/*
 * A world (builders.h) brought before the rules: seal, match, judge, finish.
 *
 *     struct trial t;
 *     trial_init(&t, "2026-03-31");
 *     add_roster(&t.w, "職員"); …
 *     trial_run(&t, 1);
 *     ck_assert(is_raised(&t, "orphan-account", "u1"));
 *     trial_release(&t);
 */
#ifndef TENKO_TESTS_RULES_TRIAL_H
#define TENKO_TESTS_RULES_TRIAL_H

#include "builders.h"

#include "tenko/rule.h"

#include <check.h>

struct trial {
    struct world w;
    struct matches matches[WORLD_SOURCES];
    struct findings f;
};

void trial_init(struct trial *t, const char *as_of);
void trial_run(struct trial *t, unsigned threads);
void trial_release(struct trial *t);

/* How many exceptions of the rule; the first one with this subject, or NULL. */
unsigned times_raised(const struct trial *t, const char *rule);
const struct exception *exception_of(const struct trial *t, const char *rule, const char *subject);
bool is_raised(const struct trial *t, const char *rule, const char *subject);

/* The sentence of an exception. */
void trial_message(const struct exception *e, enum language lang, struct strbuf *out);

/* Evidence; a missing key fails the test. */
const struct evidence *fact(const struct exception *e, const char *key);
void expect_text(const struct exception *e, const char *key, const char *expected);
void expect_date(const struct exception *e, const char *key, const char *expected);
void expect_number(const struct exception *e, const char *key, long long expected);
/* The items joined by commas. */
void expect_texts(const struct exception *e, const char *key, const char *expected);
void expect_span(struct span actual, const char *expected);

/* Coverage of a rule in an input (rosters, systems, licenses, devices in this order). */
const struct coverage *coverage_of(const struct trial *t, size_t input, const char *rule);

/* One Check program from one list of tests. */
int run_tests(const char *name, const TTest *const *tests, size_t count);
#define RUN_TESTS(name, tests) run_tests((name), (tests), sizeof(tests) / sizeof *(tests))

#endif
