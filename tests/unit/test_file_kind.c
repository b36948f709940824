/* connectors/file_kind.c on the paths that users name. */
#include "suite.h"
#include "tenko/file_kind.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
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

/* What it is, where it can be looked at. */
static enum file_kind kind_at_path(void) {
    enum file_kind kind;
    ck_assert(file_kind_of(path, &kind));
    return kind;
}

/* Whoever waits to write into a pipe would take a look into it for the reader. */
START_TEST(a_pipe_is_not_opened) {
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    ck_assert_int_ge(inotify_add_watch(watch, path, IN_OPEN), 0);
    ck_assert_int_eq(kind_at_path(), FILE_TEXT);
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
    ck_assert_int_eq(kind_at_path(), FILE_PDF);
    ck_assert(was_opened(watch));
    close(watch);
}
END_TEST

/* Nobody is to take for a text what only could not be looked at. */
START_TEST(what_is_not_there_has_no_kind) {
    enum file_kind kind;
    ck_assert(!file_kind_of(path, &kind));
    ck_assert_int_eq(errno, ENOENT);
}
END_TEST

/* What a file is by its beginning; a list that only looks like something else for a moment stays a
 * list. */
static const struct {
    const char *head;
    enum file_kind kind;
} kinds[] = {
    {"", FILE_TEXT},
    {"a,b\n1,2\n", FILE_TEXT},
    {"%PD", FILE_TEXT},
    /* ZIP: by the names of its members, the first before others */
    {"PK\x03\x04..word/document.xml", FILE_DOCUMENT},
    {"PK\x03\x04..ppt/slide.xml", FILE_DOCUMENT},
    {"PK\x03\x04..visio/page.xml", FILE_DOCUMENT},
    {"PK\x03\x04..opendocument.text", FILE_DOCUMENT},
    {"PK\x03\x04..xl/workbook.xml..word/document.xml", FILE_XLSX},
    {"PK\x03\x04..word/document.xml..xl/workbook.xml", FILE_DOCUMENT},
    {"PK\x03\x04..xl/workbook.xml", FILE_XLSX},
    {"PK\x05\x06..", FILE_ZIP},
    {"7z\xBC\xAF\x27\x1C", FILE_ZIP},
    /* symbolic links of spreadsheets, and lists with a header ID */
    {"ID;PWXL;N;E\r\nP;PGeneral\r\n", FILE_DOCUMENT},
    {"ID;PWXL\nC;Y1;X1;K\"a\"\n", FILE_DOCUMENT},
    {"ID;Product;Name\n1;a;b\n", FILE_TEXT},
    {"ID;Product\nCx;Y", FILE_TEXT},
    {"ID;Product\nC;A", FILE_TEXT},
    {"ID;Product\nB;", FILE_TEXT},
    {"ID;Product", FILE_TEXT},
    /* markup */
    {"<html>", FILE_HTML},
    {" \t\r\n<table>\n</table>", FILE_HTML},
    {"<br/>", FILE_HTML},
    {"<p class=x></p>", FILE_HTML},
    {"<pre></pre>", FILE_XML},
    {"<p", FILE_TEXT},
    {"<?xml version='1.0'?><HTML>", FILE_HTML},
    {"<?xml version='1.0'?><html>", FILE_HTML},
    {"<?xml version='1.0'?><a>", FILE_XML},
    {"<!DOCTYPE a><a>", FILE_XML},
    {"<!-- a --> <!-- b --><html>", FILE_HTML},
    {"<!-- never closed <html>", FILE_TEXT},
    {"<", FILE_TEXT},
    {"<1>,a</1>", FILE_TEXT},
    {"<{>,a</{>", FILE_TEXT},
    {"<name>,<mail>\na,b\n", FILE_TEXT}, /* headers in angle brackets */
    {"MIME-Version: 1.0\n", FILE_HTML},
    /* JSON */
    {"{", FILE_TEXT},
    {"{ } ", FILE_JSON},
    {"{\"a\": 1}", FILE_JSON},
    {"{\"a\", b}", FILE_TEXT},
    {"{a},b\n", FILE_TEXT},
    {"[\n", FILE_TEXT},
    {"[[1]]", FILE_JSON},
    {"[]", FILE_JSON},
    {"[{}]", FILE_JSON},
    {"[\"a\"]", FILE_JSON},
    {"[\"a\",b\n", FILE_TEXT},
    {"[id],[name]\n1,a\n", FILE_TEXT},
    /* LDIF */
    {"dn: uid=a\nuid: a\n", FILE_LDIF},
    {"dn: uid=a\r\n", FILE_LDIF},
    {"dn: uid=a", FILE_LDIF},
    {"dn:\ncn;lang-ja:: 5bGx\n", FILE_LDIF},
    {"dn: uid=a\n b\n\n# c\njpegPhoto:< file:///a\n", FILE_LDIF},
    {"dn: uid=a\ncn:", FILE_LDIF},
    {"version: 1\n", FILE_TEXT},
    {"# dn: a\n", FILE_TEXT},
    {"dn:a\nuid:b\n", FILE_TEXT}, /* a list with : between its cells */
    {"dn: a\n1uid: b\n", FILE_TEXT},
    {"dn: a\nuid\n", FILE_TEXT},
    {"dn: a\n: b\n", FILE_TEXT},
    {"dn: a\nuid,b\n", FILE_TEXT},
    {"dn: a\nuid:b\n", FILE_TEXT},
    {"dn,uid\na,b\n", FILE_TEXT},
};

START_TEST(kinds_of_beginnings) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        enum file_kind kind = file_kind(span_of(kinds[i].head));
        ck_assert_msg(kind == kinds[i].kind, "\"%s\": %d, not %d", kinds[i].head, (int)kind,
                      (int)kinds[i].kind);
    }
}
END_TEST

/* No byte of a folder can be read. */
START_TEST(what_cannot_be_read_has_no_kind) {
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    enum file_kind kind;
    ck_assert(!file_kind_at(fd, &kind));
    ck_assert_int_eq(errno, EISDIR);
    close(fd);
}
END_TEST

START_TEST(what_may_not_be_read_has_no_kind) {
    FILE *f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fputs("%PDF-1.7\n", f);
    fclose(f);
    ck_assert_int_eq(chmod(path, 0), 0);
    bool is_root = geteuid() == 0; /* who may read everything: be nobody meanwhile */
    ck_assert(!is_root || (chmod(folder, 0755) == 0 && seteuid(65534) == 0));
    enum file_kind kind;
    bool ok = file_kind_of(path, &kind);
    int error = errno;
    ck_assert(!is_root || seteuid(0) == 0);
    ck_assert(!ok);
    ck_assert_int_eq(error, EACCES);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("file_kind");
    TCase *c = tcase_create("file_kind");
    tcase_add_checked_fixture(c, set_up, tear_down);
    tcase_add_test(c, a_pipe_is_not_opened);
    tcase_add_test(c, a_file_is_looked_into);
    tcase_add_test(c, kinds_of_beginnings);
    tcase_add_test(c, what_cannot_be_read_has_no_kind);
    tcase_add_test(c, what_may_not_be_read_has_no_kind);
    tcase_add_test(c, what_is_not_there_has_no_kind);
    suite_add_tcase(suite, c);
    return run_suite(suite);
}
