/*
 * Opening and closing a ledger. The journal is a rollback journal, and dirty pages stay in memory
 * until the commit: the file changes only then, so a copy taken while a run judges is whole, and a
 * run that is killed leaves the ledger as it was.
 */
#include "store_internal.h"

#include "tenko/ending.h"
#include "tenko/memory.h"
#include "tenko/strbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *store_path(const struct store *s) {
    return s->path;
}

bool store_is_read(const struct store *s) {
    return s->is_read;
}

#define MAPPED "PRAGMA mmap_size = 1073741824;"

void store_hint_disk(const struct store *s) {
    if (s->made >= 0)
        sync_file_range(s->made, 0, 0, SYNC_FILE_RANGE_WRITE);
}

void store_write_ahead(struct store *s) {
    if (s->made < 0 || s->failed)
        return;
    int code = sqlite3_db_cacheflush(s->db);
    if (code != SQLITE_OK && code != SQLITE_BUSY) /* a page in use stays for the commit */
        store_failed(s, code);
    fdatasync(s->made); /* what fails now fails again when it is committed */
}

/* --- Opening --- */

/* The file, made with its mode before SQLite would make it with another. */
static bool create_file(struct store *s, struct error *err) {
    int fd = open(s->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return errno == EEXIST || error_set(err, FAULT_OUTPUT, MSG_STORE_CANNOT_CREATE, s->path, 0,
                                            strerrordesc_np(errno), NULL);
    s->is_new = true;
    s->made = fd;
    return fchmod(fd, 0600) == 0 || error_set(err, FAULT_OUTPUT, MSG_STORE_CANNOT_CREATE, s->path,
                                              0, strerrordesc_np(errno), NULL);
}

static bool is_there(const char *path, enum store_mode mode, struct error *err) {
    struct stat st;
    if (stat(path, &st) != 0)
        return (mode == STORE_WRITE && errno == ENOENT) ||
               error_set(err, FAULT_OUTPUT,
                         errno == ENOENT ? MSG_STORE_NONE : MSG_STORE_CANNOT_OPEN, path, 0,
                         strerrordesc_np(errno), NULL);
    if (!S_ISREG(st.st_mode))
        return error_set(err, FAULT_OUTPUT, MSG_STORE_NOT_A_LEDGER, path, 0, NULL);
    return true;
}

static int64_t pragma_number(struct store *s, const char *sql) {
    struct query *q = store_query(s, sql);
    int64_t value = query_next(q) ? query_number(q, 0) : 0;
    query_end(q);
    return value;
}

/* Ours, and not of a newer Tenko? An empty file is a ledger that nobody has written yet. */
static bool is_ours(struct store *s, struct error *err) {
    int64_t application = pragma_number(s, "PRAGMA application_id");
    int64_t version = pragma_number(s, "PRAGMA user_version");
    int64_t tables = pragma_number(s, "SELECT count(*) FROM sqlite_schema");
    if (!store_ok(s, err))
        return false;
    if (application != STORE_APPLICATION && (tables > 0 || application != 0))
        return error_set(err, FAULT_OUTPUT, MSG_STORE_OTHER_PROGRAM, s->path, 0, NULL);
    if (version > store_version())
        return error_set(err, FAULT_OUTPUT, MSG_STORE_NEWER, s->path, 0, NULL);
    return true;
}

/* The file that was just made is nobody else's: without locks nobody else goes on either. */
static bool without_locks(const struct store *s, struct error *err) {
    if (s->is_new)
        unlink(s->path);
    return error_set(err, FAULT_OUTPUT, MSG_STORE_NO_LOCKS, s->path, 0, NULL);
}

static bool connect(struct store *s, struct error *err) {
    int flags =
        SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
        SQLITE_OPEN_READWRITE; /* also to read: what a killed run left must be rolled back */
    int code = sqlite3_open_v2(s->path, &s->db, flags, NULL);
    if (code != SQLITE_OK)
        store_failed(s, code);
    else if (!store_has_locks(s->path))
        return without_locks(s, err);
    if (!s->failed) {
        sqlite3_busy_timeout(s->db, STORE_WAIT_S * 1000);
        sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL); /* Tenko has none */
    }
    if (s->is_new)
        store_run(s, "PRAGMA page_size = 16384"); /* of two blocks of states (ledger, blocks.h) */
    /* A first run need not have all pages in memory: what it wrote goes with the file. */
    store_run(s, s->is_new ? "PRAGMA cache_size = -16384" : "PRAGMA cache_spill = OFF");
    store_run(s,
              "PRAGMA synchronous = FULL;" MAPPED
              "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF");
    return store_ok(s, err);
}

static bool note_file(struct store *s, struct error *err) {
    struct stat st;
    if (stat(s->path, &st) != 0)
        return error_set(err, FAULT_OUTPUT, MSG_STORE_CANNOT_OPEN, s->path, 0, NULL);
    s->device = st.st_dev;
    s->inode = st.st_ino;
    return true;
}

/* What a signal leaves undone. Nothing of an open transaction is in a file that was there before
 * (cache_spill is off), so its journal holds nothing that is needed; a new file goes with it. */
static void drop_transaction(void *context) {
    const struct store *s = context;
    if (!s->in_transaction)
        return;
    unlink(s->journal);
    if (s->is_new && !s->is_kept)
        unlink(s->path);
}

static bool prepare_reading(struct store *s, struct error *err) {
    bool is_empty = pragma_number(s, "PRAGMA user_version") == 0;
    if (!store_ok(s, err))
        return false;
    if (is_empty)
        return error_set(err, FAULT_OUTPUT, MSG_STORE_EMPTY, s->path, 0, NULL);
    if (!store_read_older(s, err))
        return false;
    store_run(s, "PRAGMA query_only = ON");
    return store_ok(s, err);
}

bool store_open(struct store **out, const char *path, enum store_mode mode, struct error *err) {
    if (!is_there(path, mode, err))
        return false;
    struct store *s = memory_zeroed(1, sizeof *s);
    s->path = memory_copy_text(span_of(path));
    s->made = -1;
    s->is_read = mode == STORE_READ;
    struct strbuf journal = {0};
    strbuf_addf(&journal, "%s-journal", path);
    s->journal = journal.p;
    ending_add(drop_transaction, s);
    bool ok = (mode == STORE_READ || create_file(s, err)) && note_file(s, err) && connect(s, err) &&
              is_ours(s, err) && (mode == STORE_READ || store_migrate(s, err));
    s->is_kept = false; /* the schema alone keeps nothing */
    if (ok && mode == STORE_READ)
        ok = prepare_reading(s, err);
    if (!ok) {
        store_close(s);
        return false;
    }
    *out = s;
    return true;
}

/* A run that fails leaves no ledger behind where there was none; whoever opened the file meanwhile
 * notices at store_begin. */
static void remove_unused(struct store *s) {
    if (s->is_new && !s->is_kept && store_is_in_place(s) && store_try_begin(s) &&
        store_is_in_place(s))
        unlink(s->path);
}

void store_close(struct store *s) {
    if (!s)
        return;
    store_rollback(s);
    if (s->db && !s->failed)
        remove_unused(s);
    store_rollback(s);
    sqlite3_close_v2(s->db);
    if (s->made >= 0)
        close(s->made); /* not before: POSIX drops every lock on a file with a descriptor of it */
    ending_drop(s);
    free(s->path);
    free(s->journal);
    free(s);
}

/* A page that the disk did not give is a failure of the store, not a complaint about the file. */
static void take_read_error(struct store *s, const char *complaint) {
    static const char words[] = "error code=";
    const char *code = strstr(complaint, words);
    int number = code ? (int)strtol(code + sizeof words - 1, NULL, 10) : 0;
    if ((number & 0xff) == SQLITE_IOERR)
        store_failed(s, number);
}

/* Behind the line that names the database, the only one there is. */
static struct span complaint_of(const struct query *q) {
    struct span text = query_text(q, 0);
    const char *line = text.n && text.p[0] == '*' ? memchr(text.p, '\n', text.n) : NULL;
    return line ? (struct span){line + 1, text.n - (size_t)(line + 1 - text.p)} : text;
}

bool store_is_sound(struct store *s, char **what) {
    *what = NULL;
    store_run(s, "PRAGMA mmap_size = 0"); /* all pages are met once, and none need stay */
    struct query *q = store_query(s, "PRAGMA quick_check(1)");
    bool is_sound = query_next(q) && span_equal(query_text(q, 0), SPAN("ok"));
    if (!is_sound) {
        *what = memory_copy_text(s->failed ? span_of(s->error.args[0]) : complaint_of(q));
        take_read_error(s, *what);
    }
    query_end(q);
    store_run(s, MAPPED);
    return is_sound;
}
