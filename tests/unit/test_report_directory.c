/* The report directory: what is refused, what is swapped, what a failure leaves. */
#include "report_folder.h"
#include "suite.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const unsigned formats = FORMAT_CSV | FORMAT_JSONL | FORMAT_DEPARTMENTS;
static unsigned formats_written;

static void setup_formats(void) {
    formats_written = formats;
    setup();
}

static void write_report(const char *path) {
    struct error err = {0};
    struct strbuf text = {0};
    bool ok = report_world_write(&w, path, formats_written, &err);
    if (!ok)
        error_format(&err, LANG_EN, &text);
    ck_assert_msg(ok, "%s", text.p);
}

/* Entries of a directory, without . and .. */
static int entries(const char *path) {
    DIR *dir = opendir(path);
    ck_assert_ptr_nonnull(dir);
    int count = 0;
    while (readdir(dir))
        count++;
    closedir(dir);
    return count - 2;
}

static bool exists(const char *directory, const char *name) {
    char *path = path_below(directory, name);
    struct stat st;
    bool found = lstat(path, &st) == 0;
    free(path);
    return found;
}

static void make_below(const char *directory, const char *name) {
    char *path = path_below(directory, name);
    ck_assert_int_eq(mkdir(path, 0700), 0);
    free(path);
}

static void write_below(const char *directory, const char *name, const char *text) {
    char *path = path_below(directory, name);
    write_whole(path, text);
    free(path);
}

static void assert_mode(const char *directory, const char *name, mode_t mode) {
    char *path = path_below(directory, name);
    struct stat st;
    ck_assert_int_eq(stat(path, &st), 0);
    ck_assert_msg((st.st_mode & 07777) == mode, "%s has mode %o", name,
                  (unsigned)(st.st_mode & 07777));
    free(path);
}

START_TEST(modes_are_private_under_any_umask) {
    static const mode_t umasks[] = {0, 022, 0777};
    for (size_t i = 0; i < sizeof umasks / sizeof *umasks; i++) {
        mode_t before = umask(umasks[i]);
        write_report(report);
        umask(before);
        assert_mode(base, "report", 0700);
        assert_mode(report, "departments", 0700);
        assert_mode(report, "exceptions.csv", 0600);
        assert_mode(report, "manifest.json", 0600);
        assert_mode(report, "departments/税務課.csv", 0600);
    }
}
END_TEST

/* What may stand at the target, and what Tenko says to it. */
static void nothing(void) {
}
static void empty_directory(void) {
    make_below(base, "report");
}
static void own_report(void) {
    write_report(report);
}
static void foreign_directory(void) {
    make_below(base, "report");
    write_below(report, "予算.xlsx", "precious");
}
static void foreign_manifest(void) {
    make_below(base, "report");
    write_below(report, "manifest.json", "{\"name\": \"a browser extension\"}");
}
static void a_file(void) {
    write_below(base, "report", "precious");
}
static void link_to_file(void) {
    write_below(base, "file", "precious");
    ck_assert_int_eq(symlink("file", report), 0);
}
static void link_to_nothing(void) {
    ck_assert_int_eq(symlink("nowhere", report), 0);
}
static void link_to_empty_directory(void) {
    make_below(base, "real");
    ck_assert_int_eq(symlink("real", report), 0);
}
static void link_to_foreign_directory(void) {
    make_below(base, "real");
    char *real = path_below(base, "real");
    write_below(real, "予算.xlsx", "precious");
    free(real);
    ck_assert_int_eq(symlink("real", report), 0);
}

static const struct target {
    void (*prepare)(void);
    enum message_id refusal; /* MSG_NONE: written */
} targets[] = {
    {nothing, MSG_NONE},
    {empty_directory, MSG_NONE},
    {own_report, MSG_NONE},
    {link_to_empty_directory, MSG_NONE},
    {foreign_directory, MSG_REPORT_FOREIGN_DIRECTORY},
    {foreign_manifest, MSG_REPORT_FOREIGN_DIRECTORY},
    {link_to_foreign_directory, MSG_REPORT_FOREIGN_DIRECTORY},
    {a_file, MSG_REPORT_NOT_A_DIRECTORY},
    {link_to_file, MSG_REPORT_NOT_A_DIRECTORY},
    {link_to_nothing, MSG_REPORT_NOT_A_DIRECTORY},
};

START_TEST(only_what_is_ours_or_empty_is_replaced) {
    const struct target *t = &targets[_i];
    struct error err = {0}, early = {0};
    t->prepare();
    int before = entries(base);
    bool checked = report_check_directory(report, &early);
    bool written = report_world_write(&w, report, formats, &err);
    ck_assert_int_eq(checked, t->refusal == MSG_NONE);
    ck_assert_int_eq(written, t->refusal == MSG_NONE);
    if (t->refusal == MSG_NONE) {
        ck_assert(exists(report, "manifest.json"));
        return;
    }
    ck_assert_int_eq(err.fault, FAULT_OUTPUT);
    ck_assert_int_eq(err.message, t->refusal);
    ck_assert_int_eq(early.message, t->refusal);
    ck_assert_str_eq(err.file, report);
    ck_assert_int_eq(entries(base), before);
}
END_TEST

START_TEST(a_link_to_a_directory_stays_a_link) {
    link_to_empty_directory();
    write_report(report);
    write_report(report);
    struct stat st;
    ck_assert_int_eq(lstat(report, &st), 0);
    ck_assert(S_ISLNK(st.st_mode));
    ck_assert(exists(base, "real/manifest.json"));
    ck_assert_int_eq(entries(base), 2);
}
END_TEST

START_TEST(the_old_report_goes_whole) {
    write_report(report);
    formats_written = FORMAT_JSONL;
    write_report(report);
    formats_written = formats;
    ck_assert(!exists(report, "exceptions.csv"));
    ck_assert(exists(report, "exceptions.jsonl"));
    ck_assert_int_eq(entries(base), 1);
}
END_TEST

/* A folder swapped in whole must not destroy what it did not write. */
START_TEST(what_others_put_into_a_report_stays) {
    static const struct {
        const char *name;
        enum message_id refusal; /* MSG_NONE: it does not count */
    } cases[] = {
        {"回答メモ.xlsx", MSG_REPORT_FOREIGN_FILE},
        {"departments/memo.txt", MSG_REPORT_FOREIGN_FILE},
        {"exceptions.csv", MSG_REPORT_CHANGED_FILE},
        {"departments/税務課.csv", MSG_REPORT_CHANGED_FILE},
        {"Thumbs.db", MSG_NONE},
        {"desktop.ini", MSG_NONE},
        {".DS_Store", MSG_NONE},
        {"~$exceptions.xlsx", MSG_NONE},
        {"departments/.~lock.税務課.csv#", MSG_NONE},
        {"thumbs.txt", MSG_REPORT_FOREIGN_FILE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = {0};
        write_report(report);
        write_below(report, cases[i].name, "mine");
        bool ok = report_world_write(&w, report, formats, &err);
        ck_assert_msg(ok == (cases[i].refusal == MSG_NONE), "%s", cases[i].name);
        if (!ok) {
            ck_assert_msg(err.message == cases[i].refusal, "%s", cases[i].name);
            ck_assert_int_eq(err.fault, FAULT_OUTPUT);
            ck_assert_msg(strstr(err.file, cases[i].name) != NULL, "%s", err.file);
            ck_assert(exists(report, cases[i].name));
        }
        ck_assert_int_eq(entries(base), 1);
        remove_directory(report);
    }
}
END_TEST

START_TEST(a_report_lies_around_no_input) {
    struct error err = {0};
    char *roster = path_below(base, "hr/roster.csv"), *ledger = path_below(base, "tenko.db");
    const char *const files[] = {roster, ledger};
    make_below(base, "hr");
    write_below(base, "hr/roster.csv", "x");
    char *hr = path_below(base, "hr"), *other = path_below(base, "hr2");
    ck_assert(!report_check_inputs(hr, files, 2, &err));
    ck_assert_int_eq(err.fault, FAULT_USAGE);
    ck_assert_str_eq(err.file, roster);
    ck_assert(!report_check_inputs(base, files + 1, 1, &err)); /* that is still to be created */
    ck_assert(report_check_inputs(other, files, 2, &err));
    ck_assert(report_check_inputs(report, files, 2, &err));
    free(roster);
    free(ledger);
    free(hr);
    free(other);
}
END_TEST

START_TEST(a_path_may_be_written_in_any_manner) {
    ck_assert_int_eq(chdir(base), 0);
    write_report("plain");
    write_report("./plain/");
    write_report("plain//");
    ck_assert_int_eq(entries(base), 1);
    make_below(base, "here");
    ck_assert_int_eq(chdir("here"), 0);
    write_report(".");
    ck_assert(exists(base, "here/manifest.json"));
    ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

static void assert_fails(const char *path, enum message_id message) {
    struct error err = {0};
    ck_assert(!report_world_write(&w, path, formats, &err));
    ck_assert_int_eq(err.fault, FAULT_OUTPUT);
    ck_assert_msg(err.message == message, "said %s", message_name(err.message));
    for (int lang = LANG_JA; lang <= LANG_EN; lang++) {
        struct strbuf text = {0};
        error_format(&err, (enum language)lang, &text);
        ck_assert_msg(strncmp(text.p, path, strlen(path)) == 0, "no path in: %s", text.p);
        strbuf_release(&text);
    }
}

START_TEST(a_missing_parent_is_said) {
    char *path = path_below(base, "none/report");
    assert_fails(path, MSG_REPORT_NO_PARENT);
    free(path);
    ck_assert_int_eq(entries(base), 0);
}
END_TEST

START_TEST(a_parent_that_may_not_be_written_is_said) {
    if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0) {
        fputs("skipped: cannot give up root\n", stdout);
        return;
    }
    assert_fails("/usr/tenko-report", MSG_REPORT_NOT_ALLOWED);
}
END_TEST

START_TEST(a_failure_leaves_the_old_report) {
    size_t n, again;
    write_report(report);
    char *path = path_below(report, "exceptions.csv");
    char *old = read_whole(path, &n);
    for (int i = 0; i < 5000; i++)
        report_world_add(&w, RULE_BADGE, "x");
    struct rlimit limit, small;
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    small = limit;
    small.rlim_cur = 64 * 1024;
    void (*before)(int) = signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct error err = {0};
    bool ok = report_world_write(&w, report, formats, &err);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    signal(SIGXFSZ, before);
    ck_assert(!ok);
    ck_assert_int_eq(err.fault, FAULT_OUTPUT);
    ck_assert_int_eq(err.message, MSG_REPORT_TOO_LARGE);
    ck_assert_str_eq(err.file, path);
    char *now = read_whole(path, &again);
    ck_assert_uint_eq(again, n);
    ck_assert_int_eq(memcmp(old, now, n), 0);
    ck_assert_msg(entries(base) == 1, "something is left beside the report");
    free(old);
    free(now);
    free(path);
}
END_TEST

START_TEST(a_full_or_read_only_disk_is_said_and_leaves_the_old_report) {
    if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("tmpfs", base, "tmpfs", 0, "size=512k") != 0) {
        fputs("skipped: may not mount a small file system\n", stdout);
        return;
    }
    write_report(report);
    char *path = path_below(report, "manifest.json");
    size_t n, again;
    char *old = read_whole(path, &n);
    ck_assert_int_eq(mount(NULL, base, NULL, MS_REMOUNT | MS_RDONLY, NULL), 0);
    assert_fails(report, MSG_REPORT_READ_ONLY);
    ck_assert_int_eq(mount(NULL, base, NULL, MS_REMOUNT, "size=512k"), 0);
    for (int i = 0; i < 5000; i++)
        report_world_add(&w, RULE_BADGE, "x");
    struct error err = {0};
    ck_assert(!report_world_write(&w, report, formats, &err));
    ck_assert_int_eq(err.message, MSG_REPORT_DISK_FULL);
    char *now = read_whole(path, &again);
    ck_assert_uint_eq(again, n);
    ck_assert_int_eq(memcmp(old, now, n), 0);
    ck_assert_int_eq(entries(base), 1);
    free(old);
    free(now);
    free(path);
    ck_assert_int_eq(umount2(base, MNT_DETACH), 0);
}
END_TEST

START_TEST(a_mount_point_is_not_replaced) {
    make_below(base, "report");
    if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("tmpfs", report, "tmpfs", 0, NULL) != 0) {
        fputs("skipped: may not mount a small file system\n", stdout);
        return;
    }
    assert_fails(report, MSG_REPORT_MOUNT_POINT);
    ck_assert_int_eq(entries(base), 1);
    ck_assert_int_eq(umount2(report, MNT_DETACH), 0);
}
END_TEST

START_TEST(what_a_crashed_run_left_is_cleared_and_nothing_else) {
    static const char *const others[] = {".report.tenko-notes", ".other.tenko-0123456789abcdef",
                                         ".report.tenko-0123456789abcdeX",
                                         ".report.tenko-0123456789abcdef0"};
    make_below(base, ".report.tenko-0123456789abcdef");
    make_below(base, ".report.tenko-0123456789abcdef/departments");
    write_below(base, ".report.tenko-0123456789abcdef/departments/x.csv", "half");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        make_below(base, others[i]);
    write_report(report);
    ck_assert(!exists(base, ".report.tenko-0123456789abcdef"));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(exists(base, others[i]), "%s is gone", others[i]);
}
END_TEST

START_TEST(a_living_runs_directory_is_left_alone) {
    make_below(base, ".report.tenko-0123456789abcdef");
    char *path = path_below(base, ".report.tenko-0123456789abcdef");
    int fd = open(path, O_RDONLY | O_DIRECTORY);
    ck_assert_int_eq(flock(fd, LOCK_EX), 0);
    write_report(report);
    ck_assert(exists(base, ".report.tenko-0123456789abcdef"));
    close(fd);
    free(path);
}
END_TEST

START_TEST(a_crash_between_two_renames_loses_no_report) {
    write_report(report);
    char *aside = path_below(base, ".report.tenko-old");
    ck_assert_int_eq(rename(report, aside), 0);
    struct rlimit limit, none;
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    none = limit;
    none.rlim_cur = 0;
    void (*before)(int) = signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &none), 0);
    struct error err = {0};
    bool ok = report_world_write(&w, report, formats, &err);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    signal(SIGXFSZ, before);
    ck_assert(!ok);
    ck_assert(exists(report, "manifest.json"));
    ck_assert_int_eq(entries(base), 1);
    free(aside);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("report directory");
    TCase *tests = tcase_create("directory");
    tcase_add_checked_fixture(tests, setup_formats, teardown);
    tcase_add_test(tests, modes_are_private_under_any_umask);
    tcase_add_loop_test(tests, only_what_is_ours_or_empty_is_replaced, 0,
                        sizeof targets / sizeof *targets);
    tcase_add_test(tests, a_link_to_a_directory_stays_a_link);
    tcase_add_test(tests, the_old_report_goes_whole);
    tcase_add_test(tests, what_others_put_into_a_report_stays);
    tcase_add_test(tests, a_report_lies_around_no_input);
    tcase_add_test(tests, a_path_may_be_written_in_any_manner);
    tcase_add_test(tests, a_missing_parent_is_said);
    tcase_add_test(tests, a_parent_that_may_not_be_written_is_said);
    tcase_add_test(tests, a_failure_leaves_the_old_report);
    tcase_add_test(tests, a_full_or_read_only_disk_is_said_and_leaves_the_old_report);
    tcase_add_test(tests, a_mount_point_is_not_replaced);
    tcase_add_test(tests, what_a_crashed_run_left_is_cleared_and_nothing_else);
    tcase_add_test(tests, a_living_runs_directory_is_left_alone);
    tcase_add_test(tests, a_crash_between_two_renames_loses_no_report);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
