/*
 * The report where the system refuses a call, each in turn: either the new report lies there whole,
 * or the old one does and one message says why; nothing is left beside it by the next run. The
 * calls stand before the real ones (--wrap).
 */
#include "files.h"
#include "report_record.h"
#include "suite.h"

#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* --- Calls that fail --- */

enum call {
    NONE,
    OPEN,
    OPENAT,
    FSTAT,
    FSTATAT,
    FLOCK,
    MKDIRAT,
    FCHMOD,
    FCHMODAT,
    RENAMEAT,
    EXCHANGE,
    RANDOM,
    READ,
    WRITE,
    CLOSE,
    SYNCFS,
    FSYNC,
    UNLINKAT,
    FDOPENDIR,
    WALK,
    NEXT,
    CELL,
    NUMBER
};

static struct {
    enum call call;
    int from, to; /* the calls that fail, from 1; 0: none */
    int error;
    int met;          /* how many there were */
    bool no_exchange; /* as on some network drives */
    long file_system; /* what statfs says; 0: what is so */
    int unread;       /* of the nth entry that fts gives: a folder that cannot be read */
} plan;

static bool hit(enum call call) {
    if (plan.call != call || ++plan.met < plan.from || plan.met > plan.to)
        return false;
    errno = plan.error;
    return true;
}

#define CALL(call, type, name, parameters, arguments)                                              \
    type __real_##name parameters;                                                                 \
    type __wrap_##name parameters;                                                                 \
    type __wrap_##name parameters {                                                                \
        return hit(call) ? (type)-1 : __real_##name arguments;                                     \
    }
CALL(OPEN, int, open, (const char *path, int flags, mode_t mode), (path, flags, mode))
CALL(OPENAT, int, openat, (int at, const char *path, int flags, mode_t mode),
     (at, path, flags, mode))
CALL(FSTAT, int, fstat, (int fd, struct stat *out), (fd, out))
CALL(FSTATAT, int, fstatat, (int at, const char *path, struct stat *out, int flags),
     (at, path, out, flags))
CALL(FLOCK, int, flock, (int fd, int how), (fd, how))
CALL(MKDIRAT, int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode))
CALL(FCHMOD, int, fchmod, (int fd, mode_t mode), (fd, mode))
CALL(FCHMODAT, int, fchmodat, (int at, const char *path, mode_t mode, int flags),
     (at, path, mode, flags))
CALL(RENAMEAT, int, renameat, (int at, const char *path, int to, const char *name),
     (at, path, to, name))
CALL(RANDOM, ssize_t, getrandom, (void *to, size_t n, unsigned flags), (to, n, flags))
CALL(READ, ssize_t, read, (int fd, void *to, size_t n), (fd, to, n))
CALL(WRITE, ssize_t, write, (int fd, const void *from, size_t n), (fd, from, n))
CALL(SYNCFS, int, syncfs, (int fd), (fd))
CALL(FSYNC, int, fsync, (int fd), (fd))
CALL(UNLINKAT, int, unlinkat, (int at, const char *path, int flags), (at, path, flags))

int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd) {
    bool fails = hit(CLOSE); /* it is closed all the same, as the kernel does it */
    int error = errno, result = __real_close(fd);
    if (fails)
        errno = error;
    return fails ? -1 : result;
}

int __real_renameat2(int at, const char *path, int to, const char *name, unsigned flags);
int __wrap_renameat2(int at, const char *path, int to, const char *name, unsigned flags);
int __wrap_renameat2(int at, const char *path, int to, const char *name, unsigned flags) {
    if (plan.no_exchange)
        errno = EINVAL;
    return plan.no_exchange || hit(EXCHANGE) ? -1 : __real_renameat2(at, path, to, name, flags);
}

DIR *__real_fdopendir(int fd);
DIR *__wrap_fdopendir(int fd);
DIR *__wrap_fdopendir(int fd) {
    return hit(FDOPENDIR) ? NULL : __real_fdopendir(fd);
}

int __real_statfs(const char *path, struct statfs *out);
int __wrap_statfs(const char *path, struct statfs *out);
int __wrap_statfs(const char *path, struct statfs *out) {
    int result = __real_statfs(path, out);
    if (plan.file_system)
        out->f_type = plan.file_system;
    return result;
}

FTS *__real_fts_open(char *const *roots, int options,
                     int (*order)(const FTSENT **, const FTSENT **));
FTS *__wrap_fts_open(char *const *roots, int options,
                     int (*order)(const FTSENT **, const FTSENT **));
FTS *__wrap_fts_open(char *const *roots, int options,
                     int (*order)(const FTSENT **, const FTSENT **)) {
    return hit(WALK) ? NULL : __real_fts_open(roots, options, order);
}

FTSENT *__real_fts_read(FTS *walk);
FTSENT *__wrap_fts_read(FTS *walk);
FTSENT *__wrap_fts_read(FTS *walk) {
    FTSENT *e = __real_fts_read(walk); /* fts_close loses what was opened and never read */
    if (hit(NEXT))
        return NULL;
    if (e && plan.unread && --plan.unread == 0) {
        e->fts_info = FTS_DNR;
        e->fts_errno = EACCES;
    }
    return e;
}

lxw_error __real_worksheet_write_string(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                                        const char *text, lxw_format *format);
lxw_error __wrap_worksheet_write_string(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                                        const char *text, lxw_format *format);
lxw_error __wrap_worksheet_write_string(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                                        const char *text, lxw_format *format) {
    return hit(CELL) ? LXW_ERROR_CREATING_TMPFILE
                     : __real_worksheet_write_string(sheet, row, column, text, format);
}

lxw_error __real_worksheet_write_number(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                                        double number, lxw_format *format);
lxw_error __wrap_worksheet_write_number(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                                        double number, lxw_format *format);
lxw_error __wrap_worksheet_write_number(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                                        double number, lxw_format *format) {
    return hit(NUMBER) ? LXW_ERROR_CREATING_TMPFILE
                       : __real_worksheet_write_number(sheet, row, column, number, format);
}

/* --- A report and what became of it --- */

static struct report_world w;
static char *base, *report;

static void setup(void) {
    memset(&plan, 0, sizeof plan);
    report_world_init(&w);
    w.options.threads = 1;
    base = make_directory();
    report = path_below(base, "report");
}

static void teardown(void) {
    memset(&plan, 0, sizeof plan);
    remove_directory(base);
    free(base);
    free(report);
    report_world_release(&w);
}

static void write_report(unsigned formats) {
    struct error err = {0};
    ck_assert_msg(report_world_write(&w, report, formats, &err), "%s", err.file);
}

static int entries(const char *path) {
    DIR *dir = opendir(path);
    int count = 0;
    ck_assert_ptr_nonnull(dir);
    while (readdir(dir))
        count++;
    closedir(dir);
    return count - 2;
}

/* Every file is as the manifest lists it, and no other lies there. */
static void assert_whole(const char *path) {
    struct report_check check;
    struct error err = {0};
    ck_assert_msg(report_verify(&check, path, &err), "%s: %s", err.file, err.args[0]);
    ck_assert_uint_eq(check.faults.count, 0);
    report_check_release(&check);
}

/* The nth call fails, or all from the nth on; true while there is such a call. */
static bool try_with(enum call call, int n, int to, int error, unsigned formats) {
    struct error err = {0};
    plan.call = call;
    plan.from = n;
    plan.to = to;
    plan.error = error;
    plan.met = 0;
    bool ok = report_world_write(&w, report, formats, &err);
    bool was_hit = plan.met >= n;
    plan.call = NONE;
    ck_assert(was_hit || ok);
    if (!ok)
        ck_assert_int_eq(err.fault, FAULT_OUTPUT);
    if (!ok)
        ck_assert(err.file[0] || err.args[0][0]);
    assert_whole(report);
    return was_hit;
}

static const struct trial {
    enum call call;
    int error;
    unsigned formats;
} trials[] = {
    {OPENAT, EMFILE, FORMAT_CSV | FORMAT_DEPARTMENTS | FORMAT_INVENTORY | FORMAT_XLSX},
    {OPENAT, ENOENT, FORMAT_CSV | FORMAT_DEPARTMENTS},
    {FSTAT, EIO, FORMAT_CSV},
    {FSTATAT, EACCES, FORMAT_CSV | FORMAT_DEPARTMENTS},
    {FSTATAT, ENOENT, FORMAT_CSV | FORMAT_DEPARTMENTS},
    {FLOCK, ENOLCK, FORMAT_CSV},
    {FLOCK, EINTR, FORMAT_CSV},
    {MKDIRAT, ENOSPC, FORMAT_CSV | FORMAT_DEPARTMENTS | FORMAT_INVENTORY},
    {MKDIRAT, EEXIST, FORMAT_CSV},
    {FCHMOD, EROFS, FORMAT_CSV | FORMAT_DEPARTMENTS | FORMAT_XLSX},
    {FCHMODAT, EROFS, FORMAT_CSV | FORMAT_DEPARTMENTS | FORMAT_INVENTORY},
    {EXCHANGE, EACCES, FORMAT_CSV},
    {RANDOM, ENOSYS, FORMAT_CSV},
    {READ, EIO, FORMAT_CSV | FORMAT_XLSX},
    {WRITE, ENOSPC, FORMAT_CSV | FORMAT_DEPARTMENTS | FORMAT_INVENTORY},
    {WRITE, EINTR, FORMAT_CSV | FORMAT_DEPARTMENTS},
    {CLOSE, EIO, FORMAT_CSV | FORMAT_DEPARTMENTS | FORMAT_INVENTORY},
    {SYNCFS, EIO, FORMAT_CSV},
    {FSYNC, EIO, FORMAT_CSV},
    {FSYNC, EINVAL, FORMAT_CSV},
    {UNLINKAT, EACCES, FORMAT_CSV},
    {FDOPENDIR, ENOMEM, FORMAT_CSV | FORMAT_DEPARTMENTS},
};

START_TEST(each_call_fails_once) {
    const struct trial *t = &trials[_i];
    int n = 1;
    w.options.waits_for_disk = true;
    write_report(t->formats);
    while (try_with(t->call, n, n, t->error, t->formats))
        n++;
    ck_assert_int_gt(n, 1);
    write_report(t->formats);
    write_report(t->formats);
    ck_assert_int_eq(entries(base), 1);
}
END_TEST

/* Some network drives cannot exchange: two renames do it, and the old report comes back where the
 * second fails. */
START_TEST(without_exchange_each_rename_fails_once) {
    static const enum call calls[] = {RENAMEAT, FSTATAT, FSTAT};
    write_report(FORMAT_CSV);
    plan.no_exchange = true;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        for (int n = 1; try_with(calls[i], n, n, EACCES, FORMAT_CSV); n++)
            continue;
    write_report(FORMAT_CSV);
    ck_assert_int_eq(entries(base), 1);
}
END_TEST

START_TEST(the_first_report_finds_no_place) {
    for (int i = 0; i < 2; i++) {
        struct error err = {0};
        plan.no_exchange = i == 1;
        plan.call = RENAMEAT;
        plan.from = 1;
        plan.to = 2; /* neither name may be taken */
        plan.met = 0;
        plan.error = ENOENT;
        ck_assert(!report_world_write(&w, report, FORMAT_CSV, &err));
        plan.call = NONE;
        ck_assert_int_eq(entries(base), 0);
    }
    plan.no_exchange = true;
    write_report(FORMAT_CSV);
    assert_whole(report);
}
END_TEST

/* The old report stands aside, and a run lives that may be between its two renames: it is left to
 * that run. */
START_TEST(an_old_report_between_two_renames) {
    char *old = path_below(base, ".report.tenko-old");
    char *living = path_below(base, ".report.tenko-0123456789abcdef");
    ck_assert_int_eq(mkdir(old, 0700), 0);
    ck_assert_int_eq(mkdir(living, 0700), 0);
    int fd = open(living, O_RDONLY | O_DIRECTORY);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(flock(fd, LOCK_EX), 0);
    write_report(FORMAT_CSV);
    assert_whole(report);
    ck_assert_int_eq(entries(base), 3);
    close(fd);
    write_report(FORMAT_CSV);
    ck_assert_int_eq(entries(base), 1);
    free(old);
    free(living);
}
END_TEST

/* A name that is always taken, and a folder that is always somebody else's by the time it is
 * opened: that is said, and does not go on for ever. */
START_TEST(names_that_are_always_taken) {
    write_report(FORMAT_CSV);
    ck_assert(try_with(MKDIRAT, 1, 1 << 20, EEXIST, FORMAT_CSV));
    ck_assert(try_with(FLOCK, 1, 1 << 20, EINTR, FORMAT_CSV));
    ck_assert(try_with(FSTAT, 1, 1 << 20, EIO, FORMAT_CSV));
    ck_assert_int_eq(entries(base), 1);
}
END_TEST

/* What a workbook could not keep of a cell, no one would notice on opening it. */
START_TEST(cells_that_are_not_kept) {
    static const enum call calls[] = {CELL, NUMBER};
    write_report(FORMAT_XLSX);
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        struct error err = {0};
        plan.call = calls[i];
        plan.from = plan.to = 40; /* behind the titles */
        plan.met = 0;
        plan.error = ENOSPC;
        ck_assert(!report_world_write(&w, report, FORMAT_XLSX, &err));
        plan.call = NONE;
        ck_assert_int_eq(err.message, MSG_REPORT_DISK_FULL);
        assert_whole(report);
    }
    ck_assert_int_eq(entries(base), 1);
}
END_TEST

/* --- A folder against its manifest --- */

static void check_fails(enum call call, int n, int error) {
    struct report_check check;
    struct error err = {0};
    plan.call = call;
    plan.from = plan.to = n;
    plan.error = error;
    plan.met = 0;
    ck_assert(!report_verify(&check, report, &err));
    plan.call = NONE;
    ck_assert_int_eq(err.fault, FAULT_OUTPUT);
    bool is_said = false;
    for (int i = 0; i < ERROR_ARGS; i++)
        is_said |= strstr(err.args[i], strerrordesc_np(error)) != NULL;
    ck_assert_msg(is_said, "call %d", (int)call);
}

/* Of what cannot be read nothing is said: neither that it fits nor that it was changed. */
START_TEST(what_cannot_be_checked_is_no_verdict) {
    write_report(FORMAT_CSV | FORMAT_DEPARTMENTS);
    check_fails(OPEN, 1, EMFILE);
    check_fails(READ, 3, EIO);
    check_fails(WALK, 1, ENOMEM);
    check_fails(NEXT, 1, EIO);
    check_fails(NEXT, 5, EIO);
    plan.unread = 3;
    check_fails(NONE, 1, EACCES);
    assert_whole(report);
}
END_TEST

START_TEST(a_file_that_an_empty_list_does_not_name) {
    struct report_check check;
    struct error err = {0};
    ck_assert_int_eq(mkdir(report, 0700), 0);
    char *manifest = path_below(report, "manifest.json"), *more = path_below(report, "more.csv");
    char *slashes = path_below(report, "//");
    write_whole(manifest, "{\"tenko_manifest\": 1, \"files\": []}");
    write_whole(more, "not ours");
    ck_assert(report_verify(&check, slashes, &err));
    ck_assert_uint_eq(check.faults.count, 1);
    ck_assert(span_equal(check.faults.items[0].file, SPAN("more.csv")));
    report_check_release(&check);
    free(manifest);
    free(more);
    free(slashes);
}
END_TEST

/* --- Places --- */

START_TEST(a_link_in_a_report_is_somebody_elses) {
    struct error err = {0};
    write_report(FORMAT_CSV);
    char *link = path_below(report, "exceptions.csv");
    ck_assert_int_eq(unlink(link), 0);
    ck_assert_int_eq(symlink("issues.csv", link), 0);
    ck_assert(!report_world_write(&w, report, FORMAT_CSV, &err));
    ck_assert_int_eq(err.message, MSG_REPORT_FOREIGN_FILE);
    ck_assert_str_eq(err.file, link);
    free(link);
}
END_TEST

/* Modes of drives of other systems say nothing of who may write. */
START_TEST(a_parent_that_everybody_may_write) {
    struct error err = {0};
    ck_assert_int_eq(chmod(base, 0777), 0);
    ck_assert(!report_world_write(&w, report, FORMAT_CSV, &err));
    ck_assert_int_eq(err.message, MSG_REPORT_OPEN_PARENT);
    plan.file_system = V9FS_MAGIC;
    write_report(FORMAT_CSV);
    plan.file_system = 0;
    ck_assert_int_eq(chmod(base, 01777), 0);
    write_report(FORMAT_CSV);
}
END_TEST

START_TEST(places_that_are_none) {
    struct error err = {0};
    ck_assert(!report_check_directory("", &err));
    ck_assert_int_eq(err.fault, FAULT_OUTPUT);
    ck_assert(!report_check_directory("/", &err));
    if (access("/", W_OK) != 0)
        return; /* others than root may not write there anyway */
    ck_assert_int_eq(err.message, MSG_REPORT_FOREIGN_DIRECTORY);
    ck_assert(report_check_directory("/no-such-report", &err));
}
END_TEST

/* All files lie in /, a file is not below itself, and a place that is none holds nothing. */
START_TEST(places_that_hold_an_input) {
    struct error err = {0};
    const char *const here[] = {"staff.csv"}, *const top[] = {"/staff-of-nobody.csv"};
    const char *const self[] = {report}, *const nowhere[] = {"/no/such/folder/staff.csv"};
    char *link = path_below(base, "link");
    const char *const dangling[] = {link};
    ck_assert_int_eq(symlink("nowhere", link), 0);
    ck_assert(!report_check_inputs("/", here, 1, &err));
    ck_assert_int_eq(err.message, MSG_REPORT_HOLDS_INPUTS);
    ck_assert(!report_check_inputs("/", top, 1, &err));
    ck_assert(!report_check_inputs(report, self, 1, &err));
    ck_assert(report_check_inputs(report, nowhere, 1, &err));
    ck_assert(report_check_inputs(report, dangling, 1, &err));
    ck_assert(report_check_inputs(link, here, 1, &err));
    ck_assert_int_eq(mkdir(report, 0700), 0);
    ck_assert(!report_check_inputs(report, self, 1, &err));
    free(link);
}
END_TEST

int main(void) {
    Suite *s = suite_create("report_failures");
    TCase *c = tcase_create("report_failures");
    tcase_set_timeout(c, 60);
    tcase_add_checked_fixture(c, setup, teardown);
    tcase_add_loop_test(c, each_call_fails_once, 0, (int)(sizeof trials / sizeof *trials));
    tcase_add_test(c, without_exchange_each_rename_fails_once);
    tcase_add_test(c, the_first_report_finds_no_place);
    tcase_add_test(c, an_old_report_between_two_renames);
    tcase_add_test(c, names_that_are_always_taken);
    tcase_add_test(c, cells_that_are_not_kept);
    tcase_add_test(c, what_cannot_be_checked_is_no_verdict);
    tcase_add_test(c, a_file_that_an_empty_list_does_not_name);
    tcase_add_test(c, a_link_in_a_report_is_somebody_elses);
    tcase_add_test(c, a_parent_that_everybody_may_write);
    tcase_add_test(c, places_that_are_none);
    tcase_add_test(c, places_that_hold_an_input);
    suite_add_tcase(s, c);
    return run_suite(s);
}
