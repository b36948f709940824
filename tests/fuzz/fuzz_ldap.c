/*
 * A directory that answers anything: the bytes are the answers of a server, one behind the other.
 * Each is a byte for its kind (below), two for its length, and that many of the body; the envelope
 * with the request's number is put around it, as a client drops what has another number. A kind of
 * its own ends the answers to one request. Rows are UTF-8, notes fit their row, and a session that
 * fails says so.
 */
#include "../../connectors/ldap/ldap_connector.h"
#include "fuzz.h"

#include "tenko/encoding.h"
#include "tenko/parallel.h"

#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* Tags of LDAPMessage's protocolOp: bind, entry, done, reference, extended, intermediate. */
static const unsigned char kinds[] = {0x61, 0x64, 0x65, 0x73, 0x78, 0x79, 0};
enum { KINDS = sizeof kinds, HEAD_BYTES = 3, MOST_REQUESTS = 64, PATIENCE_MS = 20 };

static char folder[] = "/tmp/tenko-fuzz-ldap-XXXXXX", place[64], url[128];
static int listener = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* the server has one input at a time */
static struct span answers;                              /* what is left of the input */

/* --- The server --- */

static void add_length(unsigned char *out, size_t *n, size_t length) {
    out[(*n)++] = 0x82; /* two bytes follow */
    out[(*n)++] = (unsigned char)(length >> 8);
    out[(*n)++] = (unsigned char)length;
}

/* False: nobody listens any more. */
static bool send_answer(int fd, unsigned number, unsigned char tag, struct span body) {
    static unsigned char message[1 << 16];
    size_t n = 0;
    message[n++] = 0x30;
    add_length(message, &n, 3 + 4 + body.n);
    message[n++] = 0x02;
    message[n++] = 1;
    message[n++] = (unsigned char)number;
    message[n++] = tag;
    add_length(message, &n, body.n);
    memcpy(message + n, body.p, body.n);
    n += body.n;
    return send(fd, message, n, MSG_NOSIGNAL) == (ssize_t)n;
}

/* Answers until the input says that it is enough. False: the input is over. */
static bool answer(int fd, unsigned number) {
    while (answers.n >= HEAD_BYTES) {
        const unsigned char *head = (const unsigned char *)answers.p;
        unsigned char tag = kinds[head[0] % KINDS];
        size_t n = (size_t)(head[1] & 0x0F) << 8 | head[2];
        answers.p += HEAD_BYTES;
        answers.n -= HEAD_BYTES;
        if (!tag)
            return true;
        n = n < answers.n ? n : answers.n;
        struct span body = {answers.p, n};
        answers.p += n;
        answers.n -= n;
        if (!send_answer(fd, number, tag, body))
            return false;
    }
    return false;
}

/* The number of a request: 30 LENGTH 02 01 NUMBER. */
static unsigned number_of(const unsigned char *request, ssize_t n) {
    for (ssize_t i = 2; i + 2 < n && i < 8; i++)
        if (request[i] == 0x02 && request[i + 1] == 1)
            return request[i + 2];
    return 1;
}

static void serve(int fd) {
    unsigned char request[4096];
    for (int i = 0; i < MOST_REQUESTS; i++) {
        struct pollfd wait = {.fd = fd, .events = POLLIN};
        if (poll(&wait, 1, PATIENCE_MS) <= 0)
            return;
        ssize_t n = recv(fd, request, sizeof request, 0);
        if (n <= 0 || !answer(fd, number_of(request, n)))
            return;
    }
}

static void *server(void *unused) {
    (void)unused;
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            return NULL;
        pthread_mutex_lock(&lock);
        serve(fd);
        pthread_mutex_unlock(&lock);
        close(fd);
    }
}

static void set_answers(struct span input) {
    pthread_mutex_lock(&lock);
    answers = input;
    pthread_mutex_unlock(&lock);
}

static void remove_place(void) {
    unlink(place);
    rmdir(folder);
}

static void start_server(void) {
    pthread_t id;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    FUZZ_ASSERT(mkdtemp(folder));
    snprintf(place, sizeof place, "%s/s", folder);
    snprintf(url, sizeof url, "ldapi://%%2Ftmp%%2F%s%%2Fs", strrchr(folder, '/') + 1);
    strcpy(address.sun_path, place);
    listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    FUZZ_ASSERT(listener >= 0);
    FUZZ_ASSERT(bind(listener, (struct sockaddr *)&address, sizeof address) == 0);
    FUZZ_ASSERT(listen(listener, 8) == 0);
    FUZZ_ASSERT(pthread_create(&id, NULL, server, NULL) == 0);
    pthread_detach(id);
    atexit(remove_place);
}

/* --- The client --- */

static void check_row(const struct row *row) {
    for (uint32_t i = 0; i < row->count; i++) {
        struct span text = {row->cells[i].p, row->cells[i].n};
        FUZZ_ASSERT(utf8_valid_prefix(text) == text.n);
    }
    for (uint32_t i = 0; i < row->note_count; i++)
        FUZZ_ASSERT(row->notes[i].cell == ROW_NOTE_WHOLE || row->notes[i].cell < row->count);
}

static void read_all(const struct source_spec *spec) {
    struct reader *r;
    struct row row;
    struct error err = {0};
    struct source_facts facts = {0};
    enum next next;
    if (!ldap_connector.open(&r, spec, &err)) {
        FUZZ_ASSERT(err.message != MSG_NONE);
        return;
    }
    while ((next = ldap_connector.next(r, &row, &err)) == NEXT_ROW)
        check_row(&row);
    FUZZ_ASSERT(next == NEXT_END || err.message != MSG_NONE);
    ldap_connector.describe(r, &facts);
    source_facts_release(&facts);
    ldap_connector.close(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const schemas[] = {"ad", "openldap", "389ds", "posix", "none"};
    enum { SCHEMAS = sizeof schemas / sizeof *schemas };
    if (size == 0)
        return 0;
    if (listener < 0)
        start_server();
    struct source_spec spec = {.connector = &ldap_connector, .base_dir = "", .config_file = ""};
    const struct option_value options[] = {
        {"url", url, 1},          {"base", "dc=example", 1},
        {"bind", "anonymous", 1}, {"schema", schemas[data[0] % SCHEMAS], 1},
        {"timeout_s", "1", 1},    {"page_size", data[0] & 0x80 ? "0" : "5", 1}};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        vec_push(&spec.options, options[i]);
    set_answers((struct span){(const char *)data + 1, size - 1});
    read_all(&spec);
    set_answers((struct span){0});
    vec_release(&spec.options);
    return 0;
}
