/* Reads CSV text as intake would read a file: the text goes into a temporary file and through the
 * csv connector. */
#ifndef TENKO_TESTS_INTAKE_FILES_H
#define TENKO_TESTS_INTAKE_FILES_H

#include "suite.h"
#include "tenko/intake.h"

#include <check.h>

/* One input of a plan with as_of 2026-03-31. */
struct intake_case {
    struct plan plan;
    struct input_plan input;
    struct source source;
    struct error err;
    char path[64]; /* "" or the temporary file */
};

void case_init(struct intake_case *c, enum record record);
void case_column(struct intake_case *c, enum field field, const char *header);
void case_value(struct intake_case *c, enum field field, const char *canonical, const char *word);
/* intake_read of a file in place. */
bool case_read_file(struct intake_case *c, const char *path);
bool case_recognise_file(struct intake_case *c, const char *path);
void case_release(struct intake_case *c);

/* Text of the source; "" for none. */
const char *case_text(const struct intake_case *c, str_id id);
/* The date as ISO text, in a static buffer. */
const char *iso(date d);
/* The mapping as "field=header field=header", in the order of columns. In a static buffer. */
const char *case_mapping(const struct intake_case *c);
/* Input issues as "line column problem" lines, in a static buffer. */
const char *case_issues(const struct intake_case *c);

/* --- for tests of one source at a time --- */

/* The case at hand; made before each test of add_tests, released after it. */
extern struct intake_case it;

#define account(i)     (it.source.accounts.items[i])
#define person(i)      (it.source.people.items[i])
#define issue(i)       (it.source.issues.items[i])
#define text_is(id, x) ck_assert_str_eq(case_text(&it, id), x)
#define date_is(d, x)  ck_assert_str_eq(iso(d), x)
#define issues_are(x)  ck_assert_str_eq(case_issues(&it), x)
#define span_is(s, x)  ck_assert_str_eq((s).p, x)

/* Begins again with another record. */
void as_record(enum record record);
/* Reads, and checks that rows read = accepted + rejected. */
void read_ok(const char *csv);
void read_fails(const char *csv, enum fault fault, enum message_id message);
void rows_are(uint64_t accepted, uint64_t rejected);

typedef const TTest *test_list[];
void add_tests(Suite *suite, const char *name, const TTest *const *tests);

#endif
