/*
 * What the store says when SQLite or the system refuses: each code and errno has its sentence, and
 * a file that others hold, replace or take away is neither written nor removed. Calls that fail
 * here stand before the real ones (--wrap); a trial sets what they answer.
 */
#include "files.h"
#include "suite.h"

#include "store_internal.h"

#include "tenko/memory.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- Calls that fail --- */

static struct {
    int step, step_error;           /* every step gives this code, with this errno; 0: as it is */
    int steps_before;               /* … that go well first */
    int system_error;               /* sqlite3_system_errno */
    int open;                       /* sqlite3_open_v2 */
    int fchmod, lock, fopen;        /* errno */
    int stat_at;                    /* the nth stat from now fails */
    bool has_no_user, is_elsewhere; /* in a container of its own */
    const char *text;               /* of every column */
} answers;

int __real_sqlite3_step(sqlite3_stmt *s);
int __wrap_sqlite3_step(sqlite3_stmt *s);
int __wrap_sqlite3_step(sqlite3_stmt *s) {
    if (!answers.step || answers.steps_before-- > 0)
        return __real_sqlite3_step(s);
    errno = answers.step_error;
    return answers.step;
}

int __real_sqlite3_system_errno(sqlite3 *db);
int __wrap_sqlite3_system_errno(sqlite3 *db);
int __wrap_sqlite3_system_errno(sqlite3 *db) {
    return answers.system_error ? answers.system_error : __real_sqlite3_system_errno(db);
}

int __real_sqlite3_open_v2(const char *name, sqlite3 **db, int flags, const char *vfs);
int __wrap_sqlite3_open_v2(const char *name, sqlite3 **db, int flags, const char *vfs);
int __wrap_sqlite3_open_v2(const char *name, sqlite3 **db, int flags, const char *vfs) {
    return answers.open ? answers.open : __real_sqlite3_open_v2(name, db, flags, vfs);
}

const void *__real_sqlite3_column_blob(sqlite3_stmt *s, int column);
const void *__wrap_sqlite3_column_blob(sqlite3_stmt *s, int column);
const void *__wrap_sqlite3_column_blob(sqlite3_stmt *s, int column) {
    return answers.text ? answers.text : __real_sqlite3_column_blob(s, column);
}

int __real_sqlite3_column_bytes(sqlite3_stmt *s, int column);
int __wrap_sqlite3_column_bytes(sqlite3_stmt *s, int column);
int __wrap_sqlite3_column_bytes(sqlite3_stmt *s, int column) {
    return answers.text ? (int)strlen(answers.text) : __real_sqlite3_column_bytes(s, column);
}

/* Nobody waits for half a minute here. */
int __real_sqlite3_busy_timeout(sqlite3 *db, int ms);
int __wrap_sqlite3_busy_timeout(sqlite3 *db, int ms);
int __wrap_sqlite3_busy_timeout(sqlite3 *db, int ms) {
    return __real_sqlite3_busy_timeout(db, ms < 50 ? ms : 50);
}

static int failing(int error, int result) {
    errno = error ? error : errno;
    return error ? -1 : result;
}

int __real_fchmod(int fd, mode_t mode);
int __wrap_fchmod(int fd, mode_t mode);
int __wrap_fchmod(int fd, mode_t mode) {
    return failing(answers.fchmod, answers.fchmod ? 0 : __real_fchmod(fd, mode));
}

int __real_fcntl(int fd, int command, void *lock);
int __wrap_fcntl(int fd, int command, void *lock);
int __wrap_fcntl(int fd, int command, void *lock) {
    int result = answers.lock ? 0 : __real_fcntl(fd, command, lock);
    if (command == F_GETLK && answers.is_elsewhere)
        ((struct flock *)lock)->l_pid = 0;
    return failing(answers.lock, result);
}

int __real_stat(const char *name, struct stat *out);
int __wrap_stat(const char *name, struct stat *out);
int __wrap_stat(const char *name, struct stat *out) {
    bool fails = answers.stat_at && --answers.stat_at == 0;
    return failing(fails ? EACCES : 0, fails ? 0 : __real_stat(name, out));
}

FILE *__real_fopen(const char *name, const char *mode);
FILE *__wrap_fopen(const char *name, const char *mode);
FILE *__wrap_fopen(const char *name, const char *mode) {
    return failing(answers.fopen, 0) == 0 ? __real_fopen(name, mode) : NULL;
}

int __real_getpwuid_r(uid_t id, struct passwd *entry, char *room, size_t size, struct passwd **out);
int __wrap_getpwuid_r(uid_t id, struct passwd *entry, char *room, size_t size, struct passwd **out);
int __wrap_getpwuid_r(uid_t id, struct passwd *entry, char *room, size_t size,
                      struct passwd **out) {
    return answers.has_no_user ? 0 : __real_getpwuid_r(id, entry, room, size, out);
}

/* --- Ledgers --- */

static char *folder;
static char path[128], other[128];
static struct error err;

static void setup(void) {
    folder = make_directory();
    snprintf(path, sizeof path, "%s/t.db", folder);
    snprintf(other, sizeof other, "%s/other.db", folder);
    memset(&answers, 0, sizeof answers);
    memset(&err, 0, sizeof err);
}

static void teardown(void) {
    remove_directory(folder);
    free(folder);
}

static struct store *opened(void) {
    struct store *s;
    ck_assert(store_open(&s, path, STORE_WRITE, &err));
    return s;
}

static void make_ledger(void) {
    struct store *s = opened();
    ck_assert(store_begin(s, NULL, NULL, &err));
    store_run(s, "INSERT OR REPLACE INTO block VALUES(1, 'first')");
    ck_assert(store_commit(s, &err));
    store_close(s);
}

static bool is_there(const char *name) {
    return access(name, F_OK) == 0;
}

/* Opening fails with this message, exit status 4, and names the file. */
static void refused(enum store_mode mode, enum message_id message) {
    struct store *s;
    ck_assert(!store_open(&s, path, mode, &err));
    ck_assert_int_eq(err.fault, FAULT_OUTPUT);
    ck_assert_int_eq(err.message, message);
    ck_assert_str_eq(err.file, path);
}

/* --- Codes and their sentences --- */

static const struct failure {
    int code, error, system_error;
    enum message_id message;
} failures[] = {
    {SQLITE_NOTADB, 0, 0, MSG_STORE_NOT_A_LEDGER},
    {SQLITE_CORRUPT, 0, 0, MSG_STORE_DAMAGED},
    {SQLITE_ERROR, 0, 0, MSG_STORE_ALTERED},
    {SQLITE_CORRUPT, EIO, 0, MSG_STORE_FAILED}, /* the disk failed, the file may be fine */
    {SQLITE_FULL, 0, 0, MSG_STORE_DISK_FULL},
    {SQLITE_READONLY, 0, 0, MSG_STORE_READ_ONLY},
    {SQLITE_PERM, 0, 0, MSG_STORE_READ_ONLY},
    {SQLITE_CANTOPEN, 0, 0, MSG_STORE_CANNOT_OPEN},
    {SQLITE_BUSY, 0, 0, MSG_STORE_BUSY},
    {SQLITE_LOCKED, 0, 0, MSG_STORE_BUSY},
    {SQLITE_IOERR_LOCK, 0, 0, MSG_STORE_NO_LOCKS},
    {SQLITE_IOERR_RDLOCK, 0, 0, MSG_STORE_NO_LOCKS},
    {SQLITE_IOERR_UNLOCK, 0, 0, MSG_STORE_NO_LOCKS},
    {SQLITE_IOERR_DELETE, 0, 0, MSG_STORE_JOURNAL_STAYS},
    {SQLITE_IOERR_WRITE, 0, EIO, MSG_STORE_FAILED},
    {SQLITE_IOERR_WRITE, 0, ENOSPC, MSG_STORE_DISK_FULL},
    {SQLITE_IOERR_WRITE, 0, EFBIG, MSG_STORE_DISK_FULL},
    {SQLITE_IOERR_WRITE, 0, EDQUOT, MSG_STORE_DISK_FULL},
};

START_TEST(each_code_has_its_sentence) {
    const struct failure *f = &failures[_i];
    make_ledger();
    struct store *s = opened();
    answers.step = f->code;
    answers.step_error = f->error;
    answers.system_error = f->system_error;
    struct query *q = store_query(s, "SELECT count(*) FROM run");
    ck_assert(!query_next(q));
    answers.step = 0;
    ck_assert(!query_next(q)); /* the failure sticks */
    query_end(q);
    ck_assert(!store_ok(s, &err));
    ck_assert_int_eq(err.message, f->message);
    ck_assert_int_eq(err.fault, FAULT_OUTPUT);
    ck_assert_str_eq(err.file, path);
    if (f->message == MSG_STORE_JOURNAL_STAYS)
        ck_assert_str_eq(err.args[0] + strlen(path), "-journal");
    store_close(s);
    ck_assert(is_there(path));
}
END_TEST

/* No memory is not the ledger's fault: the program ends as everywhere. */
START_TEST(no_memory_ends_the_program) {
    static const int codes[] = {SQLITE_NOMEM, SQLITE_IOERR_NOMEM};
    struct store *s = opened();
    answers.step = codes[_i];
    store_run(s, "BEGIN");
    query_run(store_query(s, "SELECT 1"));
}
END_TEST

/* Of two failures the first is told, whatever comes of what was still under way. */
START_TEST(the_first_failure_is_told) {
    make_ledger();
    struct store *s = opened();
    struct query *q = store_query(s, "SELECT count(*) FROM run");
    store_failed(s, SQLITE_FULL);
    store_failed(s, SQLITE_CORRUPT);
    query_bind_number(q, 1, 1);
    query_bind_bytes(q, 1, SPAN("a"));
    query_bind_null(q, 1);
    ck_assert(!query_next(q));
    query_end(q);
    ck_assert(!store_begin(s, NULL, NULL, &err));
    ck_assert_int_eq(err.message, MSG_STORE_DISK_FULL);
    store_close(s);
}
END_TEST

/* No bytes are bytes, and not NULL: the columns of the ledger are NOT NULL. */
START_TEST(no_bytes_are_no_null) {
    struct store *s = opened();
    struct query *q = store_query(s, "SELECT typeof(?1) || length(?1)");
    query_bind_bytes(q, 1, (struct span){0});
    ck_assert(query_next(q));
    ck_assert(span_equal(query_text(q, 0), SPAN("blob0")));
    query_end(q);
    store_close(s);
}
END_TEST

/* --- Opening --- */

START_TEST(a_folder_that_is_not_there) {
    snprintf(path, sizeof path, "%s/none/t.db", folder);
    refused(STORE_WRITE, MSG_STORE_CANNOT_CREATE);
    ck_assert_str_eq(err.args[0], strerrordesc_np(ENOENT));
    refused(STORE_READ, MSG_STORE_NONE);
}
END_TEST

START_TEST(a_folder_is_no_ledger) {
    snprintf(path, sizeof path, "%s", folder);
    refused(STORE_WRITE, MSG_STORE_NOT_A_LEDGER);
    refused(STORE_READ, MSG_STORE_NOT_A_LEDGER);
}
END_TEST

START_TEST(a_file_is_no_folder) {
    make_ledger();
    strcat(path, "/t.db");
    refused(STORE_WRITE, MSG_STORE_CANNOT_OPEN);
    refused(STORE_READ, MSG_STORE_CANNOT_OPEN);
}
END_TEST

/* Personal data never lies in a file that others may read. */
START_TEST(a_mode_that_cannot_be_set) {
    answers.fchmod = EPERM;
    refused(STORE_WRITE, MSG_STORE_CANNOT_CREATE);
    ck_assert_str_eq(err.args[0], strerrordesc_np(EPERM));
}
END_TEST

START_TEST(a_ledger_that_goes_away_while_it_is_opened) {
    make_ledger();
    answers.stat_at = 2; /* the first looks whether there is one */
    refused(STORE_WRITE, MSG_STORE_CANNOT_OPEN);
    ck_assert(is_there(path));
}
END_TEST

START_TEST(sqlite_cannot_open_it) {
    make_ledger();
    answers.open = SQLITE_CANTOPEN;
    refused(STORE_READ, MSG_STORE_CANNOT_OPEN);
    ck_assert(is_there(path));
}
END_TEST

/* Without locks two runs could write at once. What was made for this is removed, what was there is
 * not. */
START_TEST(a_file_system_without_locks) {
    answers.lock = ENOLCK;
    refused(STORE_WRITE, MSG_STORE_NO_LOCKS);
    ck_assert(!is_there(path));
    answers.lock = 0;
    make_ledger();
    answers.lock = ENOLCK;
    refused(STORE_WRITE, MSG_STORE_NO_LOCKS);
    refused(STORE_READ, MSG_STORE_NO_LOCKS);
    ck_assert(is_there(path));
    answers.lock = EACCES; /* somebody has it: that is a lock */
    ck_assert(store_has_locks(path));
    answers.lock = EAGAIN;
    ck_assert(store_has_locks(path));
}
END_TEST

/* Each question that opening asks of the file fails once. */
START_TEST(every_step_of_opening_fails) {
    for (int mode = STORE_READ; mode <= STORE_WRITE; mode++) {
        make_ledger();
        struct store *s = NULL;
        int n = 0;
        bool ok = false;
        for (; !ok; n++) {
            answers.step = SQLITE_IOERR_READ;
            answers.steps_before = n;
            ok = store_open(&s, path, (enum store_mode)mode, &err);
            answers.step = 0;
            ck_assert(ok || err.message == MSG_STORE_FAILED);
        }
        ck_assert_int_gt(n, 4); /* application, version, tables, … */
        store_close(s);
        ck_assert(is_there(path));
    }
}
END_TEST

/* A ledger of version 1: it is read as it is, or brought up to date; and where it cannot be read,
 * it stays what it was, and that is said. */
START_TEST(every_step_of_opening_an_older_one_fails) {
    char command[512];
    for (int mode = STORE_READ; mode <= STORE_WRITE; mode++) {
        snprintf(command, sizeof command, "rm -f %s; sqlite3 %s < %s/tests/ledger/schema-1.sql",
                 path, path, TENKO_SOURCE_DIR);
        if (system(command) != 0)
            return; /* the sqlite3 program is not there */
        struct store *s = NULL;
        bool ok = false;
        for (int n = 0; !ok; n++) {
            answers.step = SQLITE_IOERR_READ;
            answers.steps_before = n;
            ok = store_open(&s, path, (enum store_mode)mode, &err);
            answers.step = 0;
            ck_assert(ok || err.message == MSG_STORE_FAILED);
        }
        struct query *q = store_query(s, "SELECT count(*) FROM seal");
        ck_assert(query_next(q));
        query_end(q);
        store_close(s);
    }
}
END_TEST

/* A table of somebody else's that calls itself nothing. */
START_TEST(tables_of_somebody_else) {
    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "CREATE TABLE t(a)", NULL, NULL, NULL), SQLITE_OK);
    refused(STORE_WRITE, MSG_STORE_OTHER_PROGRAM);
    ck_assert_int_eq(sqlite3_exec(db, "DROP TABLE t; PRAGMA application_id = 7", NULL, NULL, NULL),
                     SQLITE_OK);
    refused(STORE_WRITE, MSG_STORE_OTHER_PROGRAM);
    sqlite3_close(db);
}
END_TEST

/* --- Others --- */

/* Another process that holds the ledger until it is let go. */
static pid_t start_holder(int *release) {
    int ready[2], done[2];
    char byte;
    ck_assert_int_eq(pipe(ready) | pipe(done), 0);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        struct store *s = opened();
        bool ok = store_begin(s, NULL, NULL, &err);
        ok = write(ready[1], "x", 1) == 1 && read(done[0], &byte, 1) == 1 && ok;
        store_close(s);
        _exit(ok ? 0 : 1);
    }
    ck_assert_int_eq(read(ready[0], &byte, 1), 1);
    *release = done[1];
    return child;
}

static void end_holder(pid_t child, int release) {
    int status;
    ck_assert_int_eq(write(release, "x", 1), 1);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
}

static void noted(void *context, const char *holder) {
    snprintf(context, 256, "%s", holder);
}

/* The second run gives up after its wait, and says who holds the ledger. */
START_TEST(who_holds_it_is_named) {
    int release;
    char holder[256] = "", expected[64];
    make_ledger();
    pid_t child = start_holder(&release);
    struct store *s = opened();
    snprintf(expected, sizeof expected, "PID %d (test_store_fail, ", (int)child);
    ck_assert(!store_begin(s, noted, holder, &err));
    ck_assert_int_eq(err.message, MSG_STORE_HELD);
    ck_assert_ptr_nonnull(strstr(holder, expected));
    ck_assert_str_eq(err.args[0], holder);
    store_close(s);
    s = opened(); /* nobody to be told */
    ck_assert(!store_begin(s, NULL, NULL, &err));
    ck_assert_int_eq(err.message, MSG_STORE_HELD);
    store_close(s);
    end_holder(child, release);
}
END_TEST

/* As much as the system says: a number that is no user's, a process that cannot be looked at, a
 * file that cannot be asked. */
START_TEST(who_holds_it_is_not_quite_known) {
    int release;
    char expected[64];
    make_ledger();
    pid_t child = start_holder(&release);
    answers.has_no_user = true;
    char *holder = store_holder(path);
    snprintf(expected, sizeof expected, "PID %d (test_store_fail)", (int)child);
    ck_assert_str_eq(holder, expected);
    free(holder);
    answers.fopen = EACCES;
    answers.stat_at = 1;
    holder = store_holder(path);
    snprintf(expected, sizeof expected, "PID %d", (int)child);
    ck_assert_str_eq(holder, expected);
    free(holder);
    answers.is_elsewhere = true;
    holder = store_holder(path);
    ck_assert_str_eq(holder, "");
    free(holder);
    answers.is_elsewhere = false;
    answers.lock = EINVAL;
    holder = store_holder(path);
    ck_assert_str_eq(holder, "");
    free(holder);
    holder = store_holder(other);
    ck_assert_str_eq(holder, "");
    free(holder);
    answers.lock = 0;
    end_holder(child, release);
    holder = store_holder(path);
    ck_assert_str_eq(holder, "");
    free(holder);
}
END_TEST

/* The file that a run has opened is not the one that lies there now: nothing is written, and what
 * lies there is not removed. */
START_TEST(another_file_in_its_place) {
    struct store *s = opened();
    ck_assert_int_eq(rename(path, other), 0);
    ck_assert(!store_begin(s, NULL, NULL, &err));
    ck_assert_int_eq(err.message, MSG_STORE_REPLACED);
    store_close(s);
    s = opened();
    ck_assert_int_eq(rename(other, path), 0);
    ck_assert(!store_begin(s, NULL, NULL, &err));
    ck_assert_int_eq(err.message, MSG_STORE_REPLACED);
    store_close(s);
    ck_assert(is_there(path));
}
END_TEST

/* A new ledger that nothing was written into stays where another run has begun to write it. */
START_TEST(a_new_ledger_that_another_run_uses) {
    int release;
    struct store *s = opened();
    pid_t child = start_holder(&release);
    store_close(s);
    ck_assert(is_there(path));
    end_holder(child, release);
}
END_TEST

/* It was replaced between the look and the lock. */
START_TEST(a_new_ledger_that_is_replaced_at_the_end) {
    struct store *s = opened();
    answers.stat_at = 2;
    store_close(s);
    ck_assert(is_there(path));
}
END_TEST

/* --- quick_check --- */

START_TEST(complaints_about_the_file) {
    char *what;
    make_ledger();
    struct store *s = opened();
    answers.text = "*** in database main ***\nTree 2 page 3: btreeInitPage() returns error code 11";
    ck_assert(!store_is_sound(s, &what));
    ck_assert_str_eq(what, "Tree 2 page 3: btreeInitPage() returns error code 11");
    free(what);
    answers.text = "row 1 missing from index review_row_by_id";
    ck_assert(!store_is_sound(s, &what));
    ck_assert_str_eq(what, answers.text);
    free(what);
    ck_assert(store_ok(s, &err)); /* complaints about the file are no failures of the store */
    answers.text = "*** in database main ***\nunable to get the page. error code=266";
    ck_assert(!store_is_sound(s, &what));
    ck_assert(!store_ok(s, &err)); /* the disk's */
    ck_assert_int_eq(err.message, MSG_STORE_FAILED);
    free(what);
    answers.text = NULL;
    ck_assert(!store_is_sound(s, &what)); /* asked of a store that has failed */
    ck_assert_ptr_nonnull(what);
    free(what);
    store_close(s);
}
END_TEST

int main(void) {
    Suite *s = suite_create("store_failures");
    TCase *c = tcase_create("store_failures");
    tcase_set_timeout(c, 60);
    tcase_add_checked_fixture(c, setup, teardown);
    tcase_add_loop_test(c, each_code_has_its_sentence, 0,
                        (int)(sizeof failures / sizeof *failures));
    tcase_add_loop_exit_test(c, no_memory_ends_the_program, 4, 0, 2);
    tcase_add_test(c, the_first_failure_is_told);
    tcase_add_test(c, no_bytes_are_no_null);
    tcase_add_test(c, a_folder_that_is_not_there);
    tcase_add_test(c, a_folder_is_no_ledger);
    tcase_add_test(c, a_file_is_no_folder);
    tcase_add_test(c, a_mode_that_cannot_be_set);
    tcase_add_test(c, a_ledger_that_goes_away_while_it_is_opened);
    tcase_add_test(c, sqlite_cannot_open_it);
    tcase_add_test(c, a_file_system_without_locks);
    tcase_add_test(c, every_step_of_opening_fails);
    tcase_add_test(c, every_step_of_opening_an_older_one_fails);
    tcase_add_test(c, tables_of_somebody_else);
    tcase_add_test(c, who_holds_it_is_named);
    tcase_add_test(c, who_holds_it_is_not_quite_known);
    tcase_add_test(c, another_file_in_its_place);
    tcase_add_test(c, a_new_ledger_that_another_run_uses);
    tcase_add_test(c, a_new_ledger_that_is_replaced_at_the_end);
    tcase_add_test(c, complaints_about_the_file);
    suite_add_tcase(s, c);
    return run_suite(s);
}
