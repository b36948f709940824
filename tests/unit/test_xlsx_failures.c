/*
 * A workbook that the system or libzip stops giving while it is read: one error that names the
 * cause, never rows that are not all. Calls that fail stand before the real ones (--wrap).
 */
#include "suite.h"
#include "workbook.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

/* --- Calls that fail --- */

enum call { NONE, OPEN, FSTAT, READ, DUPLICATE, ZIP_OPEN, ZIP_STAT, ZIP_PART, ZIP_READ };

static struct {
    enum call call;
    int at, met; /* the nth fails */
    int error;   /* errno, or libzip's code */
} plan;

static bool hit(enum call call) {
    if (plan.call != call || ++plan.met != plan.at)
        return false;
    errno = plan.error;
    return true;
}

int __real_open(const char *path, int flags, mode_t mode);
int __wrap_open(const char *path, int flags, mode_t mode);
int __wrap_open(const char *path, int flags, mode_t mode) {
    return hit(OPEN) ? -1 : __real_open(path, flags, mode);
}

int __real_fstat(int fd, struct stat *out);
int __wrap_fstat(int fd, struct stat *out);
int __wrap_fstat(int fd, struct stat *out) {
    return hit(FSTAT) ? -1 : __real_fstat(fd, out);
}

ssize_t __real_read(int fd, void *to, size_t n);
ssize_t __wrap_read(int fd, void *to, size_t n);
ssize_t __wrap_read(int fd, void *to, size_t n) {
    return hit(READ) ? -1 : __real_read(fd, to, n);
}

int __real_fcntl(int fd, int command, long value);
int __wrap_fcntl(int fd, int command, long value);
int __wrap_fcntl(int fd, int command, long value) {
    return hit(DUPLICATE) ? -1 : __real_fcntl(fd, command, value);
}

zip_t *__real_zip_fdopen(int fd, int flags, int *code);
zip_t *__wrap_zip_fdopen(int fd, int flags, int *code);
zip_t *__wrap_zip_fdopen(int fd, int flags, int *code) {
    if (!hit(ZIP_OPEN))
        return __real_zip_fdopen(fd, flags, code);
    *code = plan.error;
    return NULL;
}

int __real_zip_stat_index(zip_t *zip, zip_uint64_t index, zip_flags_t flags, zip_stat_t *out);
int __wrap_zip_stat_index(zip_t *zip, zip_uint64_t index, zip_flags_t flags, zip_stat_t *out);
int __wrap_zip_stat_index(zip_t *zip, zip_uint64_t index, zip_flags_t flags, zip_stat_t *out) {
    if (!hit(ZIP_STAT))
        return __real_zip_stat_index(zip, index, flags, out);
    zip_error_set(zip_get_error(zip), plan.error, 0);
    return -1;
}

zip_file_t *__real_zip_fopen_index(zip_t *zip, zip_uint64_t index, zip_flags_t flags);
zip_file_t *__wrap_zip_fopen_index(zip_t *zip, zip_uint64_t index, zip_flags_t flags);
zip_file_t *__wrap_zip_fopen_index(zip_t *zip, zip_uint64_t index, zip_flags_t flags) {
    if (!hit(ZIP_PART))
        return __real_zip_fopen_index(zip, index, flags);
    zip_error_set(zip_get_error(zip), plan.error, 0);
    return NULL;
}

zip_int64_t __real_zip_fread(zip_file_t *file, void *to, zip_uint64_t n);
zip_int64_t __wrap_zip_fread(zip_file_t *file, void *to, zip_uint64_t n);
zip_int64_t __wrap_zip_fread(zip_file_t *file, void *to, zip_uint64_t n) {
    if (!hit(ZIP_READ))
        return __real_zip_fread(file, to, n);
    zip_error_set(zip_file_get_error(file), plan.error, 0);
    return -1;
}

/* --- A workbook --- */

static char path[] = "/tmp/tenko-test-xlsx-XXXXXX";
#define ROWS "1:[a][b]\n2:[1][2]\n"

static void setup(void) {
    strcpy(path + sizeof path - 7, "XXXXXX");
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    close(fd);
    workbook_write(
        path, &(struct workbook){
                  .strings = SPAN("<sst><si><t>a</t></si><si><t>b</t></si></sst>"),
                  .sheet = SPAN("<worksheet><sheetData><row><c t=\"s\"><v>0</v></c>"
                                "<c t=\"s\"><v>1</v></c></row><row><c><v>1</v></c><c><v>2</v></c>"
                                "</row></sheetData></worksheet>")});
}

static void teardown(void) {
    plan.call = NONE;
    unlink(path);
}

static const char *dump_with(enum call call, int at, int error) {
    plan.call = call;
    plan.at = at;
    plan.met = 0;
    plan.error = error;
    const char *said = workbook_dump(path, NULL, NULL);
    plan.call = NONE;
    return said;
}

static const struct failure {
    enum call call;
    int error;
    const char *said;
} failures[] = {
    {OPEN, ENOENT, "error file-missing"},
    {OPEN, ENOTDIR, "error file-missing"},
    {OPEN, EACCES, "error file-no-permission"},
    {OPEN, EPERM, "error file-no-permission"},
    {OPEN, EMFILE, "error file-unreadable"},
    {FSTAT, EIO, "error file-unreadable"},
    {READ, EIO, "error file-unreadable"},
    {DUPLICATE, EMFILE, "error xlsx-damaged"},
    {ZIP_OPEN, ZIP_ER_READ, "error xlsx-damaged"},
    {ZIP_STAT, ZIP_ER_INVAL, "error xlsx-damaged"},
    {ZIP_PART, ZIP_ER_COMPNOTSUPP, "error xlsx-damaged"},
    {ZIP_PART, ZIP_ER_NOPASSWD, "error file-is-encrypted"},
    {ZIP_PART, ZIP_ER_WRONGPASSWD, "error file-is-encrypted"},
    {ZIP_PART, ZIP_ER_ENCRNOTSUPP, "error file-is-encrypted"},
    {ZIP_READ, ZIP_ER_CRC, "error xlsx-damaged"},
};

/* Whichever of such calls it is: the rows are all there, or the error says why not. */
START_TEST(each_call_fails_once) {
    const struct failure *f = &failures[_i];
    int n = 1;
    ck_assert_str_eq(workbook_dump(path, NULL, NULL), ROWS);
    for (;; n++) {
        const char *said = dump_with(f->call, n, f->error), *error = strstr(said, "error ");
        if (plan.met < n)
            break;
        ck_assert_msg(error && strcmp(error, f->said) == 0, "call %d of %d: %s", n, (int)f->call,
                      said);
    }
    ck_assert_int_gt(n, 1);
}
END_TEST

/* A read that a signal ends is taken up again. */
START_TEST(a_signal_between) {
    ck_assert_str_eq(dump_with(READ, 1, EINTR), ROWS);
}
END_TEST

/* No memory is not the file's fault: the program ends as everywhere. */
START_TEST(no_memory_ends_the_program) {
    static const enum call calls[] = {ZIP_OPEN, ZIP_STAT, ZIP_PART, ZIP_READ};
    dump_with(calls[_i], 1, ZIP_ER_MEMORY);
}
END_TEST

/* What lies under a ZIP's name, and is no workbook. */
START_TEST(a_folder_or_pipe_is_no_workbook) {
    char folder[sizeof path + 2];
    snprintf(folder, sizeof folder, "%s.d", path);
    ck_assert_int_eq(mkdir(folder, 0700), 0);
    ck_assert_str_eq(workbook_dump(folder, NULL, NULL), "error xlsx-is-folder");
    ck_assert_int_eq(rmdir(folder), 0);
    ck_assert_str_eq(workbook_dump("/dev/null", NULL, NULL), "error file-unreadable");
}
END_TEST

int main(void) {
    Suite *s = suite_create("xlsx_failures");
    TCase *c = tcase_create("xlsx_failures");
    tcase_set_timeout(c, 60);
    tcase_add_checked_fixture(c, setup, teardown);
    tcase_add_loop_test(c, each_call_fails_once, 0, (int)(sizeof failures / sizeof *failures));
    tcase_add_test(c, a_signal_between);
    tcase_add_loop_exit_test(c, no_memory_ends_the_program, 4, 0, 4);
    tcase_add_test(c, a_folder_or_pipe_is_no_workbook);
    suite_add_tcase(s, c);
    return run_suite(s);
}
