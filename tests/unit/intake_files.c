/* Temporary files for intake's tests, and what intake made of them as text to compare. */
#include "intake_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void case_init(struct intake_case *c, enum record record) {
    memset(c, 0, sizeof *c);
    c->plan.as_of = date_from_civil(2026, 3, 31);
    c->plan.config_path = c->plan.base_dir = "";
    c->input.record = record;
    c->input.name = "test";
    c->input.source.connector = connector_find("csv");
    c->input.source.base_dir = c->input.source.config_file = "";
}

void case_column(struct intake_case *c, enum field field, const char *header) {
    vec_push(&c->input.columns, ((struct column_choice){field, header, 7}));
}

void case_value(struct intake_case *c, enum field field, const char *canonical, const char *word) {
    vec_push(&c->input.values, ((struct value_choice){field, canonical, word, 8}));
}

static void set_path(struct intake_case *c, const char *path) {
    vec_push(&c->input.source.options, ((struct option_value){"path", path, 1}));
}

bool case_read_file(struct intake_case *c, const char *path) {
    set_path(c, path);
    return intake_read(&c->source, &c->input, &c->plan, NULL, &c->err);
}

bool case_recognise_file(struct intake_case *c, const char *path) {
    set_path(c, path);
    return intake_recognise(&c->source, &c->input, &c->plan, &c->err);
}

static bool case_read(struct intake_case *c, const char *csv) {
    if (c->path[0]) { /* read another list before */
        unlink(c->path);
        source_release(&c->source);
        c->source = (struct source){0};
        c->input.source.options.count--;
    }
    strcpy(c->path, "/tmp/tenko-intake-XXXXXX");
    int fd = mkstemp(c->path);
    size_t n = strlen(csv);
    if (fd < 0 || write(fd, csv, n) != (ssize_t)n || close(fd) != 0)
        abort();
    return case_read_file(c, c->path);
}

void case_release(struct intake_case *c) {
    if (c->path[0])
        unlink(c->path);
    vec_release(&c->input.columns);
    vec_release(&c->input.values);
    vec_release(&c->input.source.options);
    source_release(&c->source);
}

const char *case_text(const struct intake_case *c, str_id id) {
    return source_text(&c->source, id).p;
}

const char *iso(date d) {
    static char text[11];
    date_format(d, text);
    return text;
}

const char *case_mapping(const struct intake_case *c) {
    static char text[4096];
    text[0] = '\0';
    for (uint32_t column = 0; column < 64; column++) {
        for (size_t i = 0; i < c->source.columns.count; i++) {
            const struct column_map *map = &c->source.columns.items[i];
            if (map->column != column)
                continue;
            size_t n = strlen(text);
            snprintf(text + n, sizeof text - n, "%s%s=%s", n ? "|" : "", fields[map->field].name,
                     map->header.p);
        }
    }
    return text;
}

const char *case_issues(const struct intake_case *c) {
    static char text[8192];
    text[0] = '\0';
    for (size_t i = 0; i < c->source.issues.count; i++) {
        const struct issue *issue = &c->source.issues.items[i];
        size_t n = strlen(text);
        snprintf(text + n, sizeof text - n, "%s%u %.*s %s %s", n ? "|" : "", issue->line,
                 (int)issue->column.n, issue->column.p, message_name(issue->problem),
                 message_name(issue->done));
    }
    return text;
}

/* --- the case at hand --- */

struct intake_case it;

static void setup(void) {
    case_init(&it, RECORD_ACCOUNT);
}

static void teardown(void) {
    case_release(&it);
}

/* Restarts the case with another record. */
void as_record(enum record record) {
    case_release(&it);
    case_init(&it, record);
}

void read_ok(const char *csv) {
    struct strbuf text = {0};
    bool ok = case_read(&it, csv);
    if (!ok)
        error_format(&it.err, LANG_EN, &text);
    ck_assert_msg(ok, "%s", strbuf_span(&text).p);
    ck_assert_uint_eq(it.source.rows_read, it.source.rows_accepted + it.source.rows_rejected);
}

void read_fails(const char *csv, enum fault fault, enum message_id message) {
    ck_assert(!case_read(&it, csv));
    ck_assert_int_eq((int)it.err.fault, (int)fault);
    ck_assert_str_eq(message_name(it.err.message), message_name(message));
}

void rows_are(uint64_t accepted, uint64_t rejected) {
    ck_assert_uint_eq(it.source.rows_accepted, accepted);
    ck_assert_uint_eq(it.source.rows_rejected, rejected);
}

void add_tests(Suite *suite, const char *name, const TTest *const *tests) {
    TCase *tcase = tcase_create(name);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, setup, teardown);
    for (; *tests; tests++)
        tcase_add_test(tcase, *tests);
    suite_add_tcase(suite, tcase);
}
