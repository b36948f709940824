/*
 * Opening a ledger, its transactions and its failures. The journal is a rollback journal, and dirty
 * pages stay in memory until the commit: the file changes only then, so a copy taken while a run
 * judges is whole, and a run that is killed leaves the ledger as it was.
 */
#include "store_internal.h"

#include "tenko/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static enum message_id sentence_of(int code) {
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return MSG_STORE_NOT_A_LEDGER;
    case SQLITE_CORRUPT:
        return MSG_STORE_DAMAGED;
    case SQLITE_FULL:
        return MSG_STORE_DISK_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return MSG_STORE_READ_ONLY;
    case SQLITE_CANTOPEN:
        return MSG_STORE_CANNOT_OPEN;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return MSG_STORE_BUSY;
    default:
        break;
    }
    return code == SQLITE_IOERR_LOCK || code == SQLITE_IOERR_RDLOCK || code == SQLITE_IOERR_UNLOCK
               ? MSG_STORE_NO_LOCKS
               : MSG_STORE_FAILED;
}

void store_failed(struct store *s, int code) {
    if (s->failed)
        return;
    s->failed = true;
    int extended = s->db ? sqlite3_extended_errcode(s->db) : code;
    if ((extended & 0xff) != (code & 0xff))
        extended = code;
    int error = s->db ? sqlite3_system_errno(s->db) : 0;
    enum message_id message = sentence_of(extended);
    if (message == MSG_STORE_FAILED && (error == ENOSPC || error == EFBIG || error == EDQUOT))
        message = MSG_STORE_DISK_FULL;
    if (message == MSG_STORE_BUSY) {
        char *holder = store_holder(s->path);
        error_set(&s->error, FAULT_OUTPUT, holder && *holder ? MSG_STORE_HELD : MSG_STORE_BUSY,
                  s->path, 0, holder, NULL);
        free(holder);
        return;
    }
    error_set(&s->error, FAULT_OUTPUT, message, s->path, 0, sqlite3_errstr(extended), NULL);
}

bool store_ok(const struct store *s, struct error *err) {
    if (s->failed)
        *err = s->error;
    return !s->failed;
}

const char *store_path(const struct store *s) {
    return s->path;
}

bool store_is_new(const struct store *s) {
    return s->is_new;
}

/* --- Opening --- */

/* The file, made with its mode before SQLite would make it with another. */
static bool create_file(struct store *s, struct error *err) {
    int fd = open(s->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return errno == EEXIST || error_set(err, FAULT_OUTPUT, MSG_STORE_CANNOT_CREATE, s->path, 0,
                                            strerrordesc_np(errno), NULL);
    s->is_new = true;
    int problem = fchmod(fd, 0600) == 0 ? 0 : errno;
    close(fd);
    if (problem)
        return error_set(err, FAULT_OUTPUT, MSG_STORE_CANNOT_CREATE, s->path, 0,
                         strerrordesc_np(problem), NULL);
    return true;
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

static bool connect(struct store *s, enum store_mode mode, struct error *err) {
    int flags =
        SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
        SQLITE_OPEN_READWRITE; /* also to read: what a killed run left must be rolled back */
    int code = sqlite3_open_v2(s->path, &s->db, flags, NULL);
    if (code != SQLITE_OK)
        store_failed(s, code);
    if (!s->failed)
        sqlite3_busy_timeout(s->db, STORE_WAIT_S * 1000);
    if (s->is_new)
        store_run(s, "PRAGMA page_size = 8192");
    store_run(s,
              "PRAGMA cache_spill = OFF; PRAGMA synchronous = FULL; PRAGMA mmap_size = 1073741824;"
              "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF");
    if (mode == STORE_READ)
        store_run(s, "PRAGMA query_only = ON");
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

bool store_open(struct store **out, const char *path, enum store_mode mode, struct error *err) {
    if (!is_there(path, mode, err))
        return false;
    struct store *s = memory_zeroed(1, sizeof *s);
    s->path = memory_copy_text(span_of(path));
    bool ok = (mode == STORE_READ || create_file(s, err)) && note_file(s, err) &&
              connect(s, mode, err) && is_ours(s, err) &&
              (mode == STORE_READ || store_migrate(s, err));
    s->is_kept = false; /* the schema alone keeps nothing */
    if (ok && mode == STORE_READ && pragma_number(s, "PRAGMA user_version") == 0)
        ok = error_set(err, FAULT_OUTPUT, MSG_STORE_EMPTY, path, 0, NULL);
    if (!ok) {
        store_close(s);
        return false;
    }
    *out = s;
    return true;
}

static bool try_begin(struct store *s) {
    int code = sqlite3_exec(s->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    s->in_transaction = code == SQLITE_OK;
    if (!s->in_transaction && (code & 0xff) != SQLITE_BUSY)
        store_failed(s, code);
    return s->in_transaction;
}

/* Is the path still the file that was opened? */
static bool is_in_place(const struct store *s) {
    struct stat st;
    return stat(s->path, &st) == 0 && st.st_dev == s->device && st.st_ino == s->inode;
}

/* A run that fails leaves no ledger behind where there was none; whoever opened the file meanwhile
 * notices at store_begin. */
static void remove_unused(struct store *s) {
    if (s->is_new && !s->is_kept && is_in_place(s) && try_begin(s) && is_in_place(s))
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
    free(s->path);
    free(s);
}

/* --- Transactions --- */

bool store_begin(struct store *s, store_waiting *waiting, void *context, struct error *err) {
    if (!store_ok(s, err))
        return false;
    sqlite3_busy_timeout(s->db, 200);
    bool begun = try_begin(s);
    if (!begun && !s->failed) {
        char *holder = store_holder(s->path);
        if (waiting)
            waiting(context, holder ? holder : "");
        free(holder);
        sqlite3_busy_timeout(s->db, STORE_WAIT_S * 1000);
        begun = try_begin(s);
    }
    if (!begun)
        store_failed(s, SQLITE_BUSY);
    if (begun && !is_in_place(s))
        return error_set(err, FAULT_OUTPUT, MSG_STORE_REPLACED, s->path, 0, NULL);
    sqlite3_busy_timeout(s->db, STORE_WAIT_S * 1000);
    return store_ok(s, err);
}

bool store_commit(struct store *s, struct error *err) {
    store_run(s, "COMMIT");
    if (!s->failed) {
        s->in_transaction = false;
        s->is_kept = true;
    }
    return store_ok(s, err);
}

void store_rollback(struct store *s) {
    if (s->in_transaction && s->db)
        sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    s->in_transaction = false;
}

bool store_is_sound(struct store *s, char **what) {
    *what = NULL;
    struct query *q = store_query(s, "PRAGMA quick_check(1)");
    bool is_sound = query_next(q) && span_equal(query_text(q, 0), SPAN("ok"));
    if (!is_sound)
        *what = memory_copy_text(s->failed ? span_of(s->error.args[0]) : query_text(q, 0));
    query_end(q);
    return is_sound;
}
