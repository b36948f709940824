/* connectors/file_kind.c on the paths that users name. */
#include "suite.h"
#include "tenko/file_kind.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64], path[96];

static void set_up(void) {
    snprintf(folder, sizeof folder, "/tmp/tenko-kind-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/list.csv", folder);
}

static void tear_down(void) {
    unlink(path);
    rmdir(folder);
}

/* Was the path opened since it is watched? */
static bool was_opened(int watch) {
    char events[1024];
    return read(watch, events, sizeof events) > 0;
}

/* Whoever waits to write into a pipe would take a look into it for the reader. */
START_TEST(a_pipe_is_not_opened) {
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    ck_assert_int_ge(inotify_add_watch(watch, path, IN_OPEN), 0);
    ck_assert_int_eq(file_kind_of(path), FILE_TEXT);
    ck_assert(!was_opened(watch));
    close(watch);
}
END_TEST

/* The watch sees what is opened: a list that says %PDF is looked into. */
START_TEST(a_file_is_looked_into) {
    FILE *f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fputs("%PDF-1.7\n", f);
    fclose(f);
    int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    ck_assert_int_ge(inotify_add_watch(watch, path, IN_OPEN), 0);
    ck_assert_int_ne(file_kind_of(path), FILE_TEXT);
    ck_assert(was_opened(watch));
    close(watch);
}
END_TEST

START_TEST(what_is_not_there_is_no_kind) {
    ck_assert_int_eq(file_kind_of(path), FILE_TEXT);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("file_kind");
    TCase *c = tcase_create("file_kind");
    tcase_add_checked_fixture(c, set_up, tear_down);
    tcase_add_test(c, a_pipe_is_not_opened);
    tcase_add_test(c, a_file_is_looked_into);
    tcase_add_test(c, what_is_not_there_is_no_kind);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
