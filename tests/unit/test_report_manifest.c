/* Reading a manifest back, whoever wrote it: what is one, what a folder is against it, and how deep
 * and how large it may be. */
#include "files.h"
#include "report_record.h"
#include "suite.h"
#include "tenko/removal.h"

#include "guard.h"
#include "manifest_read.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define HASH  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" /* no bytes */
#define BEGIN "{\"tenko_manifest\":1,"
#define NONE  BEGIN "\"files\":[]}"

static char *base, *folder;
static int dir;

static void setup(void) {
    base = make_directory();
    folder = path_below(base, "report");
    ck_assert_int_eq(mkdir(folder, 0700), 0);
    dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static void teardown(void) {
    close(dir);
    remove_directory(base);
    free(base);
    free(folder);
}

static void write_below(const char *name, const char *text) {
    char *path = path_below(folder, name);
    write_whole(path, text);
    free(path);
}

/* --- What is a manifest --- */

static const struct {
    const char *text;
    bool is_manifest;
    const char *names; /* of its files, in order */
} manifests[] = {
    {NONE, true, ""},
    {" \t\r\n{ \"tenko_manifest\" : 1 , \"files\" : [ ] } \n", true, ""},
    {BEGIN "\"files\":[{\"name\":\"b\",\"bytes\":1,\"sha256\":\"" HASH "\"},"
           "{\"sha256\":\"" HASH "\",\"more\":[{}],\"name\":\"a\"}]}",
     true, "a b "},
    /* strings: every escape of JSON */
    {BEGIN "\"files\":[{\"name\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"sha256\":\"" HASH "\"}]}", true,
     "\"\\/\b\f\n\r\t "},
    {BEGIN "\"files\":[{\"name\":\"\\u0041\\u00e9\\u7A0E\",\"sha256\":\"" HASH "\"}]}", true,
     "Aé税 "},
    {BEGIN "\"x\":\"\\u00g0\",\"files\":[]}", false, ""},
    {BEGIN "\"x\":\"\\x\",\"files\":[]}", false, ""},
    {BEGIN "\"files\":[],\"x\":\"\\", false, ""},
    {BEGIN "\"files\":[],\"x\":\"\\u12", false, ""},
    {BEGIN "\"files\":[],\"x\":\"open", false, ""},
    /* values that are passed over */
    {BEGIN "\"a\":-1.5e+3,\"b\":true,\"c\":null,\"d\":[1,\"x\",{\"e\":[]}],\"files\":[]}", true,
     ""},
    {BEGIN "\"a\":,\"files\":[]}", false, ""},
    {BEGIN "\"a\":[1 2],\"files\":[]}", false, ""},
    {BEGIN "\"a\":{\"b\" 1},\"files\":[]}", false, ""},
    {BEGIN "\"a\":{b:1},\"files\":[]}", false, ""},
    {BEGIN "\"a\":[?],\"files\":[]}", false, ""},
    {BEGIN "\"files\":[]", false, ""},
    {BEGIN "\"files\":[]} trailing", false, ""},
    {BEGIN "\"a\":1 \"files\":[]}", false, ""},
    {BEGIN "\"a\" 1,\"files\":[]}", false, ""},
    /* the marker comes first, and a list of files there must be */
    {"", false, ""},
    {"[]", false, ""},
    {"{}", false, ""},
    {"{\"tenko_manifest\":1}", false, ""},
    {"{\"files\":[],\"tenko_manifest\":1}", false, ""},
    {BEGIN "\"files\":{}}", false, ""},
    {BEGIN "\"files\":[[]]}", false, ""},
    {BEGIN "\"files\":[],\"files\":[{\"name\":\"a\",\"sha256\":\"" HASH "\"}]}", true, ""},
    /* a file has a name and a hash, the last of two counts */
    {BEGIN "\"files\":[{\"name\":\"a\"}]}", false, ""},
    {BEGIN "\"files\":[{\"sha256\":\"" HASH "\"}]}", false, ""},
    {BEGIN "\"files\":[{\"name\":\"a\",\"sha256\":\"0\"}]}", false, ""},
    {BEGIN "\"files\":[{\"name\":1,\"sha256\":\"" HASH "\"}]}", false, ""},
    {BEGIN "\"files\":[{\"name\":\"a\",\"bytes\":?,\"sha256\":\"" HASH "\"}]}", false, ""},
    {BEGIN "\"files\":[{\"name\":\"a\" \"sha256\":\"" HASH "\"}]}", false, ""},
    {BEGIN "\"files\":[{\"name\" \"a\",\"sha256\":\"" HASH "\"}]}", false, ""},
    {BEGIN "\"files\":[{\"name\":\"a\",\"name\":\"b\",\"sha256\":\"" HASH "\"}]}", true, "b "},
    {BEGIN "\"files\":[{\"name\":\"a\",\"sha256\":\"" HASH "\"} "
           "{\"name\":\"b\",\"sha256\":\"" HASH "\"}]}",
     false, ""},
};

START_TEST(what_is_a_manifest) {
    struct written_files files;
    struct strbuf names = {0};
    write_below("manifest.json", manifests[_i].text);
    bool ok = manifest_read(&files, dir);
    ck_assert_msg(ok == manifests[_i].is_manifest, "case %d", _i);
    strbuf_add_text(&names, "");
    for (size_t i = 0; i < files.count; i++)
        strbuf_addf(&names, "%s ", files.items[i].name);
    ck_assert_str_eq(names.p, manifests[_i].names);
    written_files_release(&files);
    strbuf_release(&names);
}
END_TEST

/* NUL is no blank, and no sign of a number. */
START_TEST(nul_bytes_are_no_json) {
    static const char texts[][64] = {BEGIN "\0\"files\":[]}", BEGIN "\"a\":1\0,\"files\":[]}"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct written_files files;
        int fd = openat(dir, "manifest.json", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ck_assert_int_eq(write(fd, texts[i], 40), 40);
        close(fd);
        ck_assert_msg(!manifest_read(&files, dir), "case %zu", i);
    }
}
END_TEST

START_TEST(a_manifest_says_whether_its_run_is_recorded) {
    static const struct {
        const char *text;
        bool has_run;
    } cases[] = {
        {BEGIN "\"run\":12,\"files\":[]}", true},
        {BEGIN "\"run\":null,\"files\":[]}", false},
        {NONE, false},
        {BEGIN "\"run\":12,\"files\":", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_below("manifest.json", cases[i].text);
        ck_assert_msg(manifest_has_run(dir) == cases[i].has_run, "case %zu", i);
    }
}
END_TEST

/* --- How deep and how large --- */

/* Lists in each other: 32 are read. */
START_TEST(nesting_has_a_limit) {
    for (int depth = 32; depth <= 33; depth++) {
        struct strbuf text = {0};
        struct written_files files;
        strbuf_add_text(&text, BEGIN "\"x\":");
        for (int i = 0; i < depth; i++)
            strbuf_add_text(&text, i % 2 ? "[" : "{\"a\":");
        strbuf_add_text(&text, "1");
        for (int i = depth; i-- > 0;)
            strbuf_add_text(&text, i % 2 ? "]" : "}");
        strbuf_add_text(&text, ",\"files\":[]}");
        write_below("manifest.json", text.p);
        ck_assert_msg(manifest_read(&files, dir) == (depth == 32), "depth %d", depth);
        written_files_release(&files);
        strbuf_release(&text);
    }
}
END_TEST

/* 256 MiB are read; one byte more is said to be too large, and is nobody's report. */
START_TEST(size_has_a_limit) {
    static const char text[] = NONE;
    const size_t most = (size_t)256 << 20;
    static char blanks[1 << 20];
    memset(blanks, ' ', sizeof blanks);
    int fd = openat(dir, "manifest.json", O_WRONLY | O_CREAT, 0600);
    ck_assert_int_eq(write(fd, text, sizeof text - 1), sizeof text - 1);
    for (size_t n = sizeof text - 1; n < most;) {
        size_t more = most - n < sizeof blanks ? most - n : sizeof blanks;
        ck_assert_int_eq(write(fd, blanks, more), (ssize_t)more);
        n += more;
    }
    struct written_files files;
    struct report_check check;
    struct error err = {0};
    ck_assert(manifest_read(&files, dir));
    written_files_release(&files);
    ck_assert(report_verify(&check, folder, &err));
    ck_assert_uint_eq(check.faults.count, 0);
    report_check_release(&check);
    ck_assert_int_eq(write(fd, " ", 1), 1);
    close(fd);
    ck_assert(!manifest_read(&files, dir));
    ck_assert(!report_verify(&check, folder, &err));
    ck_assert_int_eq(err.message, MSG_REPORT_CHECK_NO_MANIFEST);
    ck_assert_str_eq(err.args[0], strerrordesc_np(EFBIG));
}
END_TEST

/* Folders in each other: eight are looked into. */
START_TEST(a_report_has_a_limit_of_folders) {
    struct guard g = {open(base, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "report", folder};
    struct strbuf path = {0}, text = {0};
    struct error err = {0};
    for (int depth = 1; depth <= 9; depth++) {
        strbuf_addf(&path, "%sd", depth > 1 ? "/" : "");
        ck_assert_int_eq(mkdirat(dir, path.p, 0700), 0);
        if (depth == 8) {
            strbuf_addf(&text, BEGIN "\"files\":[{\"name\":\"%s/f\",\"sha256\":\"" EMPTY "\"}]}",
                        path.p);
            write_below("manifest.json", text.p);
            strbuf_clear(&text);
            strbuf_addf(&text, "%s/f", path.p);
            write_below(text.p, "");
        }
        if (depth >= 8)
            ck_assert_int_eq(guard_allows(&g, GUARD_BYTES, &err), depth == 8);
    }
    ck_assert_int_eq(err.message, MSG_REPORT_FOREIGN_FILE);
    ck_assert_ptr_nonnull(strstr(err.file, "/d/d/d/d/d/d/d/d/d"));
    close(g.parent);
    strbuf_release(&path);
    strbuf_release(&text);
}
END_TEST

/* What is removed is 17 folders deep at the most; what is deeper stays, and that is said. */
START_TEST(removing_has_a_limit_of_folders) {
    int parent = open(base, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int depth = 17; depth <= 18; depth++) {
        struct strbuf path = {0};
        struct stat st;
        for (int i = 0; i < depth; i++) {
            strbuf_addf(&path, "%sd", i ? "/" : "");
            ck_assert_int_eq(mkdirat(parent, path.p, 0700), 0);
        }
        ck_assert_msg(removal_of(parent, "d") == (depth == 17), "depth %d", depth);
        ck_assert_int_eq(fstatat(parent, "d", &st, 0) == 0, depth == 18);
        strbuf_release(&path);
    }
    ck_assert(removal_of(parent, "nothing")); /* is gone already */
    close(parent);
}
END_TEST

/* Two runs may clear one leftover at once: what the other has removed is gone, and nothing stays.
 */
static void *remove_it(void *parent) {
    return removal_of(*(int *)parent, "left") ? parent : NULL;
}

START_TEST(two_may_remove_one_folder) {
    int parent = open(base, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int round = 0; round < 200; round++) {
        pthread_t threads[4];
        char name[32];
        struct stat st;
        ck_assert_int_eq(mkdirat(parent, "left", 0700), 0);
        for (int i = 0; i < 20; i++) {
            snprintf(name, sizeof name, "left/d%d", i);
            ck_assert_int_eq(mkdirat(parent, name, 0700), 0);
            snprintf(name, sizeof name, "left/d%d/f", i);
            close(openat(parent, name, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
        }
        for (int i = 0; i < 4; i++)
            ck_assert_int_eq(pthread_create(&threads[i], NULL, remove_it, &parent), 0);
        for (int i = 0; i < 4; i++) {
            void *is_gone;
            pthread_join(threads[i], &is_gone);
            ck_assert_msg(is_gone != NULL, "round %d: not removed", round);
        }
        ck_assert_msg(fstatat(parent, "left", &st, 0) != 0, "round %d: something stays", round);
    }
    close(parent);
}
END_TEST

/* --- A folder against its manifest --- */

static void nothing(void) {
}
static void more(void) {
    write_below("memo.txt", "x");
}
static void changed(void) {
    write_below("a.csv", "x");
}
static void gone(void) {
    ck_assert_int_eq(unlinkat(dir, "a.csv", 0), 0);
}
static void link_instead(void) {
    gone();
    ck_assert_int_eq(symlinkat("b.csv", dir, "a.csv"), 0);
}
static void folder_instead(void) {
    gone();
    ck_assert_int_eq(mkdirat(dir, "a.csv", 0700), 0);
}
static void what_does_not_count(void) {
    write_below("Thumbs.db", "x");
    write_below("~$a.csv", "x");
}

static const struct {
    void (*change)(void);
    const char *file; /* NULL: all fits */
    enum message_id what;
} changes[] = {
    {nothing, NULL, MSG_NONE},
    {what_does_not_count, NULL, MSG_NONE},
    {more, "memo.txt", MSG_REPORT_CHECK_NOT_LISTED},
    {changed, "a.csv", MSG_REPORT_CHECK_CHANGED},
    {link_instead, "a.csv", MSG_REPORT_CHECK_CHANGED},
    {gone, "a.csv", MSG_REPORT_CHECK_MISSING},
    {folder_instead, "a.csv", MSG_REPORT_CHECK_MISSING},
};

START_TEST(each_change_is_named) {
    struct report_check check;
    struct error err = {0};
    write_below("a.csv", "");
    write_below("b.csv", "");
    write_below(
        "manifest.json",
        BEGIN "\"run\":3,\"ledger_head\":\"abc\",\"files\":[{\"name\":\"b.csv\",\"sha256\":\"" EMPTY
              "\"},{\"name\":\"a.csv\",\"sha256\":\"" EMPTY "\"}]}");
    changes[_i].change();
    struct strbuf path = {0};
    strbuf_addf(&path, "%s%s", folder, _i % 2 ? "///" : "");
    ck_assert(report_verify(&check, path.p, &err));
    ck_assert_uint_eq(check.run, 3);
    ck_assert(span_equal(check.head, SPAN("abc")));
    ck_assert_uint_eq(check.faults.count, changes[_i].file ? 1 : 0);
    if (changes[_i].file) {
        ck_assert(span_equal(check.faults.items[0].file, span_of(changes[_i].file)));
        ck_assert(
            span_equal(check.faults.items[0].what.code, span_of(message_name(changes[_i].what))));
    }
    report_check_release(&check);
    strbuf_release(&path);
}
END_TEST

START_TEST(a_folder_without_a_manifest_cannot_be_checked) {
    static const struct {
        const char *text; /* NULL: no file */
        enum message_id said;
    } cases[] = {
        {NULL, MSG_REPORT_CHECK_NO_MANIFEST},
        {"", MSG_REPORT_CHECK_BAD_MANIFEST},
        {"{", MSG_REPORT_CHECK_BAD_MANIFEST},
        {"[]", MSG_REPORT_CHECK_BAD_MANIFEST},
        {"{\"files\":[]}", MSG_REPORT_CHECK_BAD_MANIFEST},
        {"{\"tenko_manifest\":1}", MSG_REPORT_CHECK_BAD_MANIFEST},
        {"{\"tenko_manifest\":1,\"files\":{}}", MSG_REPORT_CHECK_BAD_MANIFEST},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report_check check;
        struct error err = {0};
        if (cases[i].text)
            write_below("manifest.json", cases[i].text);
        ck_assert_msg(!report_verify(&check, folder, &err), "case %zu", i);
        ck_assert_int_eq(err.fault, FAULT_OUTPUT);
        ck_assert_msg(err.message == cases[i].said, "case %zu: %s", i, message_name(err.message));
    }
}
END_TEST

/* Names and hashes that are no texts fit no file: each file there is not listed. */
START_TEST(a_manifest_of_other_types_lists_nothing) {
    struct report_check check;
    struct error err = {0};
    write_below("a.csv", "");
    write_below("manifest.json",
                BEGIN "\"run\":\"3\",\"ledger_head\":null,\"files\":[1,{\"name\":2}]}");
    ck_assert(report_verify(&check, folder, &err));
    ck_assert_uint_eq(check.run, 0);
    ck_assert_uint_eq(check.head.n, 0);
    ck_assert_uint_ge(check.faults.count, 1);
    ck_assert(span_equal(check.faults.items[0].file, SPAN("a.csv")));
    report_check_release(&check);
}
END_TEST

/* What cannot be read is no fault of the report: nothing is known of it. */
START_TEST(what_cannot_be_read_is_said) {
    if (geteuid() == 0 && (fchown(dir, 65534, 65534) != 0 || chmod(base, 0755) != 0 ||
                           setresuid(65534, 65534, 65534) != 0)) {
        fputs("skipped: cannot give up root\n", stdout);
        return;
    }
    static const char *const unreadable[] = {"a.csv", "departments"};
    for (size_t i = 0; i < 2; i++) {
        struct report_check check;
        struct error err = {0};
        write_below("manifest.json",
                    BEGIN "\"files\":[{\"name\":\"a.csv\",\"sha256\":\"" EMPTY "\"}]}");
        if (i == 0)
            write_below("a.csv", "");
        else
            ck_assert_int_eq(mkdirat(dir, "departments", 0), 0);
        ck_assert_int_eq(fchmodat(dir, unreadable[i], 0, 0), 0);
        ck_assert_msg(!report_verify(&check, folder, &err), "%s", unreadable[i]);
        ck_assert_int_eq(err.fault, FAULT_OUTPUT);
        ck_assert_int_eq(fchmodat(dir, unreadable[i], 0700, 0), 0);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("report manifest");
    TCase *tests = tcase_create("manifest");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, what_is_a_manifest, 0, sizeof manifests / sizeof *manifests);
    tcase_add_test(tests, nul_bytes_are_no_json);
    tcase_add_test(tests, a_manifest_says_whether_its_run_is_recorded);
    tcase_add_test(tests, nesting_has_a_limit);
    tcase_add_test(tests, size_has_a_limit);
    tcase_add_test(tests, a_report_has_a_limit_of_folders);
    tcase_add_test(tests, removing_has_a_limit_of_folders);
    tcase_add_test(tests, two_may_remove_one_folder);
    tcase_add_loop_test(tests, each_change_is_named, 0, sizeof changes / sizeof *changes);
    tcase_add_test(tests, a_folder_without_a_manifest_cannot_be_checked);
    tcase_add_test(tests, a_manifest_of_other_types_lists_nothing);
    tcase_add_test(tests, what_cannot_be_read_is_said);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
