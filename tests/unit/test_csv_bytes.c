/* connectors/csv, over what is no file: pipes, devices, and files that do not hold still. */
#include "../../connectors/csv/csv_connector.h"
#include "../../connectors/csv/csv_reader.h"
#include "suite.h"

#include <check.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/tenko-test-bytes-XXXXXX";
static char path[64];

static void name_file(const char *name) {
    snprintf(path, sizeof path, "%s/%s", folder, name);
    unlink(path);
}

struct writer {
    struct strbuf bytes;
    bool stays; /* does not close its end until it is told to */
    int told[2];
};

/* Writes into the pipe at `path`, a little at a time. */
static void *write_slowly(void *context) {
    struct writer *w = context;
    int fd = open(path, O_WRONLY);
    for (size_t at = 0; at < w->bytes.n;) {
        size_t n = w->bytes.n - at < 50000 ? w->bytes.n - at : 50000;
        ssize_t one = write(fd, w->bytes.p + at, n);
        if (one < 0)
            break;
        at += (size_t)one;
    }
    char c;
    if (w->stays)
        (void)!read(w->told[0], &c, 1);
    close(fd);
    return NULL;
}

/* The message of the failure, or MSG_NONE; *last: the second cell of the last row. */
static enum message_id read_all(const struct csv_settings *settings, struct strbuf *last,
                                char *encoding) {
    struct reader *r;
    struct row row;
    struct error err = {0};
    struct source_facts facts = {0};
    enum next next;
    if (!csv_reader_open(&r, path, "list.csv", settings, &err))
        return err.message;
    while ((next = csv_connector.next(r, &row, &err)) == NEXT_ROW) {
        strbuf_clear(last);
        if (row.count > 1)
            strbuf_add(last, row.cells[1].p, row.cells[1].n);
    }
    csv_connector.describe(r, &facts);
    strcpy(encoding, facts.encoding);
    source_facts_release(&facts);
    csv_connector.close(r);
    return next == NEXT_END ? MSG_NONE : err.message;
}

/* Nine MiB of ASCII before the only name, more than is read ahead. */
START_TEST(a_pipe_is_decided_as_a_file_is) {
    static const struct {
        const char *end, *encoding;
    } cases[] = {{"x,\x8E\x81", "cp932"}, {"x,\xE6\xB0\x8F", "utf-8"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct writer w = {0};
        struct strbuf last = {0};
        struct csv_settings settings = {0};
        char encoding[16];
        pthread_t thread;
        while (w.bytes.n < (size_t)9 << 20)
            strbuf_add_text(&w.bytes, "0123456789,abcdefghijklmnop\n");
        strbuf_add_text(&w.bytes, cases[i].end);
        name_file("pipe");
        ck_assert_int_eq(mkfifo(path, 0600), 0);
        ck_assert_int_eq(pthread_create(&thread, NULL, write_slowly, &w), 0);
        ck_assert_int_eq(read_all(&settings, &last, encoding), MSG_NONE);
        ck_assert_str_eq(encoding, cases[i].encoding);
        ck_assert_str_eq(last.p, "氏");
        pthread_join(thread, NULL);
        strbuf_release(&w.bytes);
        strbuf_release(&last);
    }
}
END_TEST

START_TEST(a_pipe_without_a_writer_is_not_waited_for) {
    struct csv_settings settings = {.wait_ms = 20};
    struct strbuf last = {0};
    char encoding[16];
    name_file("pipe");
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_int_eq(read_all(&settings, &last, encoding), MSG_FILE_NO_WRITER);
}
END_TEST

START_TEST(a_writer_that_falls_silent) {
    struct csv_settings settings = {.wait_ms = 50};
    struct writer w = {.stays = true};
    struct strbuf last = {0};
    char encoding[16];
    pthread_t thread;
    ck_assert_int_eq(pipe(w.told), 0);
    strbuf_add_text(&w.bytes, "a,b\n1,2\n");
    name_file("pipe");
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_int_eq(pthread_create(&thread, NULL, write_slowly, &w), 0);
    /* The writer may be slower to come than the wait is long. */
    enum message_id message = MSG_FILE_NO_WRITER;
    for (int i = 0; i < 100 && message == MSG_FILE_NO_WRITER; i++)
        message = read_all(&settings, &last, encoding);
    ck_assert_int_eq(message, MSG_FILE_SILENT);
    ck_assert_int_eq(write(w.told[1], "x", 1), 1);
    pthread_join(thread, NULL);
    close(w.told[0]);
    close(w.told[1]);
    strbuf_release(&w.bytes);
}
END_TEST

START_TEST(a_stream_without_end) {
    struct csv_settings settings = {.stream_max = 1 << 20};
    struct writer w = {0};
    struct strbuf last = {0};
    char encoding[16];
    pthread_t thread;
    while (w.bytes.n <= 1 << 20)
        strbuf_add_text(&w.bytes, "0123456789,abcdefghijklmnop\n");
    name_file("pipe");
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_int_eq(pthread_create(&thread, NULL, write_slowly, &w), 0);
    ck_assert_int_eq(read_all(&settings, &last, encoding), MSG_FILE_ENDLESS);
    pthread_join(thread, NULL);
    strbuf_release(&w.bytes);
    strcpy(path, "/dev/zero");
    ck_assert_int_eq(read_all(&settings, &last, encoding), MSG_FILE_IS_BINARY);
    strcpy(path, "/dev/null");
    ck_assert_int_eq(read_all(&settings, &last, encoding), MSG_NONE);
    strcpy(path, "/proc/self/status"); /* of 0 bytes, says its size */
    ck_assert_int_eq(read_all(&settings, &last, encoding), MSG_NONE);
    ck_assert_uint_gt(last.n, 0);
    strbuf_release(&last);
}
END_TEST

/* Somebody appends to the file after its first row was read. */
START_TEST(a_file_that_changes) {
    static const size_t sizes[] = {64, 0};
    struct csv_settings settings = {.block_bytes = 64, .ahead_bytes = 64};
    struct reader *r;
    struct row row;
    struct error err = {0};
    enum next next;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        name_file("list.csv");
        FILE *f = fopen(path, "w");
        for (int k = 0; k < 10000; k++)
            fputs("0123456789,abcdefghijklmnop\n", f);
        fflush(f);
        ck_assert(csv_reader_open(&r, path, "list.csv", &settings, &err));
        ck_assert_int_eq(csv_connector.next(r, &row, &err), NEXT_ROW);
        if (sizes[i])
            fputs("more,and more\n", f);
        fclose(f);
        while ((next = csv_connector.next(r, &row, &err)) == NEXT_ROW)
            continue;
        ck_assert_int_eq(next, sizes[i] ? NEXT_FAILED : NEXT_END);
        if (sizes[i])
            ck_assert_int_eq(err.message, MSG_FILE_CHANGED);
        csv_connector.close(r);
    }
}
END_TEST

int main(void) {
    if (!mkdtemp(folder))
        return 1;
    Suite *suite = suite_create("csv_bytes");
    TCase *c = tcase_create("bytes");
    tcase_add_test(c, a_pipe_is_decided_as_a_file_is);
    tcase_add_test(c, a_pipe_without_a_writer_is_not_waited_for);
    tcase_add_test(c, a_writer_that_falls_silent);
    tcase_add_test(c, a_stream_without_end);
    tcase_add_test(c, a_file_that_changes);
    suite_add_tcase(suite, c);
    int failed = run_suite(suite);
    name_file("pipe");
    name_file("list.csv");
    rmdir(folder);
    return failed;
}
