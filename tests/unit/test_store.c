/* The store: how a ledger file is made, recognised, locked and refused. */
#include "files.h"
#include "suite.h"

#include "tenko/store.h"

#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *folder;
static char path[512];

static void setup(void) {
    folder = make_directory();
    snprintf(path, sizeof path, "%s/t.db", folder);
}

static void teardown(void) {
    remove_directory(folder);
    free(folder);
}

static struct store *opened(void) {
    struct store *s;
    struct error err;
    ck_assert(store_open(&s, path, STORE_WRITE, &err));
    return s;
}

/* A ledger in which something stands: one that nothing was written into is removed again. */
static struct store *written(void) {
    struct store *s = opened();
    struct error err;
    ck_assert(store_begin(s, NULL, NULL, &err));
    store_run(s, "INSERT INTO block VALUES(1, 'first')");
    ck_assert(store_commit(s, &err));
    return s;
}

static void refused(enum store_mode mode, enum message_id message) {
    struct store *s;
    struct error err = {0};
    ck_assert(!store_open(&s, path, mode, &err));
    ck_assert_int_eq(err.fault, FAULT_OUTPUT);
    ck_assert_int_eq(err.message, message);
    ck_assert_str_eq(err.file, path);
}

static void write_file(const char *bytes) {
    FILE *f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fputs(bytes, f);
    fclose(f);
}

START_TEST(a_new_ledger_is_private_and_has_the_schema) {
    umask(0);
    struct store *s = written();
    struct query *q = store_query(s, "SELECT count(*) FROM run");
    ck_assert(query_next(q));
    ck_assert_int_eq(query_number(q, 0), 0);
    query_end(q);
    struct stat st;
    ck_assert_int_eq(stat(path, &st), 0);
    ck_assert_int_eq(st.st_mode & 0777, 0600);
    store_close(s);
}
END_TEST

START_TEST(a_ledger_that_nobody_wrote_is_not_left_behind) {
    store_close(opened());
    ck_assert_int_ne(access(path, F_OK), 0);
    store_close(written());
    store_close(opened());
    ck_assert_int_eq(access(path, F_OK), 0);
}
END_TEST

START_TEST(what_is_no_ledger_is_refused) {
    refused(STORE_READ, MSG_STORE_NONE);
    write_file("職員番号,氏名\n001,山田\n this is a list and no database, long enough for a header "
               "of SQLite\n");
    refused(STORE_WRITE, MSG_STORE_NOT_A_LEDGER);
    refused(STORE_READ, MSG_STORE_NOT_A_LEDGER);
}
END_TEST

START_TEST(an_empty_file_is_a_ledger_nobody_has_written) {
    write_file("");
    refused(STORE_READ, MSG_STORE_EMPTY);
    store_close(opened());
}
END_TEST

static void pragma(const char *sql) {
    struct store *s = written();
    struct error err;
    store_run(s, sql);
    ck_assert(store_ok(s, &err));
    store_close(s);
}

START_TEST(other_programs_and_newer_versions_are_refused) {
    pragma("PRAGMA user_version = 99");
    refused(STORE_WRITE, MSG_STORE_NEWER);
    refused(STORE_READ, MSG_STORE_NEWER);
}
END_TEST

START_TEST(a_database_of_another_program_is_refused) {
    pragma("PRAGMA application_id = 252006675");
    refused(STORE_WRITE, MSG_STORE_OTHER_PROGRAM);
}
END_TEST

START_TEST(what_was_not_committed_is_gone) {
    struct store *s = written();
    struct error err;
    ck_assert(store_begin(s, NULL, NULL, &err));
    store_run(s, "INSERT INTO block VALUES(2, 'a')");
    ck_assert(store_ok(s, &err));
    store_close(s);
    s = opened();
    struct query *q = store_query(s, "SELECT count(*) FROM block");
    ck_assert(query_next(q));
    ck_assert_int_eq(query_number(q, 0), 1);
    query_end(q);
    store_close(s);
}
END_TEST

START_TEST(the_first_failure_sticks) {
    struct store *s = opened();
    struct error err;
    store_run(s, "INSERT INTO nowhere VALUES(1)");
    store_run(s, "SELECT 1");
    ck_assert(!store_ok(s, &err));
    ck_assert_int_eq(err.message, MSG_STORE_ALTERED);
    struct query *q = store_query(s, "SELECT 1");
    ck_assert(!query_next(q));
    query_end(q);
    store_close(s);
}
END_TEST

/* Who holds the ledger, and a pipe to the holder. */
struct waiting {
    char holder[256];
    int told;
};

static void noted(void *context, const char *holder) {
    struct waiting *w = context;
    snprintf(w->holder, sizeof w->holder, "%s", holder);
    ck_assert_int_eq(write(w->told, "x", 1), 1);
}

/* Another process holds the ledger: this one waits, and is told who, before the other lets go. */
START_TEST(a_second_run_waits_and_is_told_who) {
    store_close(written());
    int ready[2], told[2];
    ck_assert_int_eq(pipe(ready), 0);
    ck_assert_int_eq(pipe(told), 0);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        struct store *s;
        struct error err;
        bool ok = store_open(&s, path, STORE_WRITE, &err) && store_begin(s, NULL, NULL, &err);
        char said;
        if (write(ready[1], "x", 1) != 1 || read(told[0], &said, 1) != 1)
            _exit(1);
        ok = ok && store_commit(s, &err);
        store_close(s);
        _exit(ok ? 0 : 1);
    }
    struct waiting w = {.told = told[1]};
    char byte, expected[64];
    ck_assert_int_eq(read(ready[0], &byte, 1), 1);
    struct store *s = opened();
    struct error err;
    ck_assert(store_begin(s, noted, &w, &err));
    snprintf(expected, sizeof expected, "PID %d", (int)child);
    ck_assert_ptr_nonnull(strstr(w.holder, expected));
    store_close(s);
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
}
END_TEST

START_TEST(a_damaged_page_is_found) {
    struct store *s = written();
    struct error err;
    char *what;
    store_run(s, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 9999)"
                 "INSERT INTO block SELECT i + 9, 'abcdefghijklmnopqrstuvwxyz' FROM n");
    ck_assert(store_ok(s, &err));
    ck_assert(store_is_sound(s, &what));
    store_close(s);
    int fd = open(path, O_RDWR);
    ck_assert_int_ge(fd, 0);
    char page[8192];
    memset(page, 0x5a, sizeof page);
    for (int i = 32; i < 36; i++) /* behind the roots of all tables */
        ck_assert_int_eq(pwrite(fd, page, sizeof page, i * 8192), sizeof page);
    close(fd);
    ck_assert(store_open(&s, path, STORE_READ, &err));
    ck_assert(!store_is_sound(s, &what));
    ck_assert_ptr_nonnull(what);
    free(what);
    store_close(s);
}
END_TEST

int main(void) {
    Suite *s = suite_create("store");
    TCase *c = tcase_create("store");
    tcase_add_checked_fixture(c, setup, teardown);
    tcase_add_test(c, a_new_ledger_is_private_and_has_the_schema);
    tcase_add_test(c, a_ledger_that_nobody_wrote_is_not_left_behind);
    tcase_add_test(c, what_is_no_ledger_is_refused);
    tcase_add_test(c, an_empty_file_is_a_ledger_nobody_has_written);
    tcase_add_test(c, other_programs_and_newer_versions_are_refused);
    tcase_add_test(c, a_database_of_another_program_is_refused);
    tcase_add_test(c, what_was_not_committed_is_gone);
    tcase_add_test(c, the_first_failure_sticks);
    tcase_add_test(c, a_second_run_waits_and_is_told_who);
    tcase_add_test(c, a_damaged_page_is_found);
    suite_add_tcase(s, c);
    return run_suite(s);
}
