/*
 * Transactions. Two runs at once: the second waits, then says who holds the file. The file's place
 * is looked at again once it is held, because a run that fails may have removed it.
 */
#include "store_internal.h"

#include "tenko/ending.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool store_try_begin(struct store *s) {
    int code = sqlite3_exec(s->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    s->in_transaction = code == SQLITE_OK;
    if (!s->in_transaction && (code & 0xff) != SQLITE_BUSY)
        store_failed(s, code);
    return s->in_transaction;
}

bool store_is_in_place(const struct store *s) {
    struct stat st;
    return stat(s->path, &st) == 0 && st.st_dev == s->device && st.st_ino == s->inode;
}

bool store_begin(struct store *s, store_waiting *waiting, void *context, struct error *err) {
    if (!store_ok(s, err))
        return false;
    sqlite3_busy_timeout(s->db, 200);
    bool begun = store_try_begin(s);
    if (!begun && !s->failed) {
        char *holder = store_holder(s->path);
        if (waiting)
            waiting(context, holder);
        free(holder);
        sqlite3_busy_timeout(s->db, STORE_WAIT_S * 1000);
        begun = store_try_begin(s);
    }
    if (!begun)
        store_failed(s, SQLITE_BUSY);
    if (begun && !store_is_in_place(s))
        return error_set(err, FAULT_OUTPUT, MSG_STORE_REPLACED, s->path, 0, NULL);
    sqlite3_busy_timeout(s->db, STORE_WAIT_S * 1000);
    return store_ok(s, err);
}

bool store_commit(struct store *s, struct error *err) {
    ending_hold(); /* what a signal would leave undone is in the file from here on */
    store_run(s, "COMMIT");
    if (!s->failed) {
        s->in_transaction = false;
        s->is_kept = true;
    }
    ending_allow();
    return store_ok(s, err);
}

/* Where the disk failed, SQLite leaves its journal to whoever comes next. Whoever holds the file
 * has undone what it says, and what is still there then says nothing. What fails again is left. */
static void clear_journal(struct store *s) {
    sqlite3_busy_timeout(s->db, 0); /* whoever has it now clears it */
    for (int tries = 0; tries < 2; tries++) {
        if (sqlite3_exec(s->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
            continue;
        unlink(s->journal);
        sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
        return;
    }
}

void store_rollback(struct store *s) {
    if (!s->in_transaction)
        return;
    s->in_transaction = false;
    sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    if (s->failed && !s->is_read && store_is_in_place(s))
        clear_journal(s);
}
