/* How the program ends when it must: what is registered is done once, what is held is done first.
 */
#include "suite.h"

#include "tenko/ending.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STATUS = 7, BY_SIGTERM = 128 + SIGTERM, BY_FAULT = 128 + SIGSEGV, DONE = 9 };

/* --- What is done at the end; each ends the process with a status that tells --- */

static int calls;

static void count(void *context) {
    (void)context;
    calls++;
}

static void end_if_eight(void *context) {
    (void)context;
    if (calls == 7)
        _exit(DONE);
}

static void ask_again(void *context) {
    (void)context;
    raise(SIGTERM);
}

static void fault(void *context) {
    (void)context;
    raise(SIGSEGV);
}

static void end_here(void *context) {
    (void)context;
    _exit(DONE);
}

/* --- --- */

START_TEST(a_signal_ends_what_is_not_held) {
    ending_catch_signals();
    raise(SIGTERM);
}
END_TEST

START_TEST(a_signal_waits_for_what_is_held) {
    ending_catch_signals();
    ending_hold();
    ending_hold();
    raise(SIGTERM);
    ck_assert(ending_is_held());
    ending_allow();
    ck_assert(ending_is_held());
    ending_allow();
}
END_TEST

/* Out of memory in the middle of a commit: what is half-done is the next run's to finish. */
START_TEST(what_is_held_ends_at_once) {
    ending_add(end_here, NULL);
    ending_hold();
    ending_now(STATUS);
}
END_TEST

START_TEST(a_signal_at_the_end_changes_nothing) {
    ending_catch_signals();
    ending_add(ask_again, NULL);
    ending_now(STATUS);
}
END_TEST

START_TEST(a_fault_at_the_end_is_the_end) {
    ending_add(fault, NULL);
    ending_now(STATUS);
}
END_TEST

/* Of what is registered eight are done, in their order; what is dropped is not. */
START_TEST(eight_calls_are_done) {
    int dropped = 0, ten[10];
    ending_add(end_here, &dropped);
    ending_drop(&dropped);
    ending_drop(&dropped);
    for (int i = 0; i < 7; i++)
        ending_add(count, &ten[i]);
    ending_add(end_if_eight, &ten[7]);
    ending_add(end_here, &ten[8]); /* one too many */
    ending_now(STATUS);
}
END_TEST

/* A file is removed unless it is dropped. */
START_TEST(files_are_removed) {
    char folder[] = "/tmp/tenko-ending-XXXXXX";
    static const char *const names[] = {"a", "b", "c"};
    const char another[] = "a"; /* a name that nobody has added, though its text is one's */
    ck_assert_ptr_nonnull(mkdtemp(folder));
    int dir = open(folder, O_RDONLY | O_DIRECTORY);
    for (int i = 0; i < 3; i++) {
        close(openat(dir, names[i], O_WRONLY | O_CREAT, 0600));
        ending_add_file(dir, names[i]);
    }
    ending_drop_file(names[1]);
    ending_drop_file(another);
    pid_t child = fork();
    if (child == 0)
        ending_now(0);
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
    bool fits = faccessat(dir, "a", F_OK, 0) != 0 && faccessat(dir, "b", F_OK, 0) == 0 &&
                faccessat(dir, "c", F_OK, 0) != 0;
    unlinkat(dir, "b", 0);
    rmdir(folder);
    ck_assert(fits);
}
END_TEST

int main(void) {
    Suite *s = suite_create("ending");
    TCase *c = tcase_create("ending");
    tcase_add_exit_test(c, a_signal_ends_what_is_not_held, BY_SIGTERM);
    tcase_add_exit_test(c, a_signal_waits_for_what_is_held, BY_SIGTERM);
    tcase_add_exit_test(c, what_is_held_ends_at_once, STATUS);
    tcase_add_exit_test(c, a_signal_at_the_end_changes_nothing, STATUS);
    tcase_add_exit_test(c, a_fault_at_the_end_is_the_end, BY_FAULT);
    tcase_add_exit_test(c, eight_calls_are_done, DONE);
    tcase_add_test(c, files_are_removed);
    suite_add_tcase(s, c);
    return run_suite(s);
}
