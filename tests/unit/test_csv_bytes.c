/* connectors/csv, over what is no file: pipes, devices, and files that do not hold still. */
#include "../../connectors/csv/csv_connector.h"
#include "../../connectors/csv/csv_reader.h"
#include "suite.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

static char folder[] = "/tmp/tenko-test-bytes-XXXXXX";
static char path[64];

static void name_file(const char *name) {
    snprintf(path, sizeof path, "%s/%s", folder, name);
    unlink(path);
}

/* ---- calls that fail, or are interrupted, once: ours stand before libc's ---- */

enum call { NO_CALL, READ, PREAD, WRITE, POLL, FSTAT, FSTATFS, LSEEK, MEMFD, CALLS };
static _Thread_local struct {
    enum call call;
    int left; /* the call that fails, counted down; above 0 at the end: it never came */
    int error;
    bool goes_on; /* all behind it fail, too */
} fault;

static bool fails(enum call call) {
    if (fault.call != call || --fault.left > 0 || (fault.left < 0 && !fault.goes_on))
        return false;
    errno = fault.error;
    return true;
}

ssize_t read(int fd, void *to, size_t n) {
    return fails(READ) ? -1 : syscall(SYS_read, fd, to, n);
}

ssize_t pread(int fd, void *to, size_t n, off_t at) {
    return fails(PREAD) ? -1 : syscall(SYS_pread64, fd, to, n, at);
}

ssize_t write(int fd, const void *from, size_t n) {
    return fails(WRITE) ? -1 : syscall(SYS_write, fd, from, n);
}

int poll(struct pollfd *fds, nfds_t n, int ms) {
    struct timespec most = {ms / 1000, ms % 1000 * 1000000L};
    return fails(POLL) ? -1 : (int)syscall(SYS_ppoll, fds, n, &most, NULL, 0);
}

int fstat(int fd, struct stat *out) {
    return fails(FSTAT) ? -1 : (int)syscall(SYS_newfstatat, fd, "", out, AT_EMPTY_PATH);
}

int fstatfs(int fd, struct statfs *out) {
    return fails(FSTATFS) ? -1 : (int)syscall(SYS_fstatfs, fd, out);
}

off_t lseek(int fd, off_t at, int from) {
    return fails(LSEEK) ? -1 : syscall(SYS_lseek, fd, at, from);
}

int memfd_create(const char *name, unsigned flags) {
    return fails(MEMFD) ? -1 : (int)syscall(SYS_memfd_create, name, flags);
}

/* ---- reading ---- */

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

/* Silence of a file that says no size is borne for a shorter time than that of a pipe, behind which
 * somebody may be at work. */
START_TEST(silence_that_is_borne) {
    static const struct {
        const char *path;
        int wait_ms;
    } cases[] = {{"/proc/self/status", 5000}, {"pipe", 60000}, {"/dev/null", 60000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv_bytes b;
        struct error err;
        snprintf(path, sizeof path, "%s", cases[i].path);
        if (cases[i].path[0] != '/') {
            name_file(cases[i].path);
            ck_assert_int_eq(mkfifo(path, 0600), 0);
        }
        ck_assert(csv_bytes_open(&b, path, "list.csv", &err));
        ck_assert_int_eq(b.wait_ms, cases[i].wait_ms);
        csv_bytes_close(&b);
    }
}
END_TEST

/* As much as is kept of a pipe, and one byte more. */
START_TEST(bytes_that_are_kept_of_a_stream) {
    struct csv_settings settings = {.stream_max = 1 << 20};
    for (size_t more = 0; more < 2; more++) {
        struct writer w = {0};
        struct strbuf last = {0};
        char encoding[16];
        pthread_t thread;
        strbuf_add_text(&w.bytes, "a,b\n");
        while (w.bytes.n < (1 << 20) + more)
            strbuf_add_text(&w.bytes, "1,2\n");
        w.bytes.n = (1 << 20) + more;
        name_file("pipe");
        ck_assert_int_eq(mkfifo(path, 0600), 0);
        ck_assert_int_eq(pthread_create(&thread, NULL, write_slowly, &w), 0);
        ck_assert_int_eq(read_all(&settings, &last, encoding), more ? MSG_FILE_ENDLESS : MSG_NONE);
        pthread_join(thread, NULL);
        unlink(path);
        strbuf_release(&w.bytes);
        strbuf_release(&last);
    }
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

struct trial {
    const char *name, *text;
    struct csv_settings settings;
    bool is_pipe;
};

static void write_list(const struct trial *t) {
    name_file("list.csv");
    FILE *f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fputs(t->text, f);
    fclose(f);
}

/* Ready, as poll has it, and yet it never gives a byte. */
START_TEST(a_file_that_is_always_ready) {
    const struct trial list = {"list", "a,b\n1,2\n", {.wait_ms = 50}, false};
    struct strbuf last = {0};
    char encoding[16];
    write_list(&list);
    fault.call = READ, fault.left = 1, fault.error = EAGAIN, fault.goes_on = true;
    enum message_id message = read_all(&list.settings, &last, encoding);
    fault.call = NO_CALL, fault.goes_on = false;
    ck_assert_int_eq(message, MSG_FILE_SILENT);
    ck_assert_int_le(fault.left, -10); /* each five milliseconds */
    ck_assert_int_ge(fault.left, -20);
}
END_TEST

/* The list is read while the nth of those calls fails. False: there is no nth. */
static bool read_while(const struct trial *t, enum call call, int error, int nth) {
    struct writer w = {0};
    struct strbuf last = {0};
    char encoding[16];
    pthread_t thread;
    if (t->is_pipe) {
        name_file("pipe");
        ck_assert_int_eq(mkfifo(path, 0600), 0);
        strbuf_add_text(&w.bytes, t->text);
        ck_assert_int_eq(pthread_create(&thread, NULL, write_slowly, &w), 0);
    } else {
        write_list(t);
    }
    fault.call = call, fault.left = nth, fault.error = error;
    enum message_id message = read_all(&t->settings, &last, encoding);
    bool is_hit = fault.left <= 0;
    fault.call = NO_CALL;
    /* A wait that fails: nobody came, as far as is known. Of what file system a pipe is that the
     * system does not tell of, it is waited for. */
    bool is_right = !is_hit || error == EINTR || call == FSTATFS ? message == MSG_NONE
                    : call == POLL ? message == MSG_FILE_NO_WRITER || message == MSG_FILE_SILENT
                                   : message == MSG_FILE_UNREADABLE;
    ck_assert_msg(is_right, "%s: call %d of kind %d, errno %d: %s", t->name, nth, (int)call, error,
                  message_name(message));
    if (message == MSG_NONE)
        ck_assert_str_eq(last.p, "氏");
    if (t->is_pipe) {
        int fd = open(path, O_RDONLY | O_NONBLOCK); /* whoever still writes may end */
        while (pthread_tryjoin_np(thread, NULL) != 0) {
            char room[4096];
            (void)!syscall(SYS_read, fd, room, sizeof room);
        }
        close(fd);
    }
    strbuf_release(&w.bytes);
    strbuf_release(&last);
    return is_hit;
}

/* A list of every kind of row: a separator line, quotes, cells over several lines, and the one name
 * that tells the encoding at the end. */
#define ROWS                                                                                       \
    "sep=,\r\nid,name\r\n1,\"a\nb\"\r\n2,\"c, d\"\r\n3,\"e \"f\" g\"\r\n4,plain\r\n5,h\r\n\r\n"
#define OTHER_ROWS "id,name\n1,'a\nb'\n2,'c, d'\n3,plain\n"
#define NAME_8     "6,\xE6\xB0\x8F"
#define NAME_932   "6,\x8E\x81"

START_TEST(a_call_that_fails) {
    static const struct trial trials[] = {
        {"UTF-8", ROWS NAME_8, {0}, false},
        {"UTF-8 in small pieces", ROWS NAME_8, {.block_bytes = 1, .ahead_bytes = 8}, false},
        {"CP932 in small pieces", ROWS NAME_932, {.block_bytes = 5, .ahead_bytes = 8}, false},
        {"other quotes",
         OTHER_ROWS NAME_932,
         {.quote = '\'', .block_bytes = 3, .ahead_bytes = 8},
         false},
        {"a pipe", ROWS NAME_932, {.block_bytes = 64, .ahead_bytes = 8}, true},
        {"a pipe of a known encoding",
         ROWS NAME_8,
         {.encoding = ENCODING_UTF8, .ahead_bytes = 8},
         true},
    };
    static const int errors[] = {EIO, EINTR};
    const struct trial *t = &trials[_i];
    for (int call = READ; call < CALLS; call++)
        for (size_t e = 0; e < 2; e++) {
            if (errors[e] == EINTR && call > POLL)
                continue; /* these are not interrupted */
            for (int nth = 1; read_while(t, (enum call)call, errors[e], nth); nth++)
                ck_assert_int_lt(nth, 10000);
        }
}
END_TEST

/* Times of change tell, where the size does not. */
START_TEST(a_file_that_is_written_anew) {
    struct strbuf rows = {0}; /* more than is looked at when it is opened */
    for (int i = 0; i < 10000; i++)
        strbuf_add_text(&rows, "0123456789,abcdefghijklmnop\n");
    const struct trial list = {"list", rows.p, {.block_bytes = 64, .ahead_bytes = 64}, false};
    for (int i = 0; i < 3; i++) {
        struct reader *r;
        struct row row;
        struct error err = {0};
        write_list(&list);
        struct timespec times[2] = {{1000, 5}, {1000, 5}};
        ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
        ck_assert(csv_reader_open(&r, path, "list.csv", &list.settings, &err));
        times[1] = i == 0 ? (struct timespec){1001, 5} : (struct timespec){1000, i == 1 ? 6 : 5};
        ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
        enum next next;
        while ((next = csv_connector.next(r, &row, &err)) == NEXT_ROW)
            continue;
        ck_assert_int_eq(next, i == 2 ? NEXT_END : NEXT_FAILED);
        csv_connector.close(r);
    }
    strbuf_release(&rows);
}
END_TEST

int main(void) {
    if (!mkdtemp(folder))
        return 1;
    signal(SIGPIPE, SIG_IGN); /* a reader that gives up leaves its writer alone */
    Suite *suite = suite_create("csv_bytes");
    TCase *c = tcase_create("bytes");
    tcase_add_test(c, a_pipe_is_decided_as_a_file_is);
    tcase_add_test(c, a_pipe_without_a_writer_is_not_waited_for);
    tcase_add_test(c, a_writer_that_falls_silent);
    tcase_add_test(c, silence_that_is_borne);
    tcase_add_test(c, a_file_that_is_always_ready);
    tcase_add_test(c, bytes_that_are_kept_of_a_stream);
    tcase_add_test(c, a_stream_without_end);
    tcase_add_test(c, a_file_that_changes);
    tcase_add_loop_test(c, a_call_that_fails, 0, 6);
    tcase_add_test(c, a_file_that_is_written_anew);
    suite_add_tcase(suite, c);
    int failed = run_suite(suite);
    name_file("pipe");
    name_file("list.csv");
    rmdir(folder);
    return failed;
}
