/* Failures of the file, which stick to the store: the first of them is the one that is told. */
#include "store_internal.h"

#include "tenko/memory.h"

#include <errno.h>
#include <stdlib.h>

static enum message_id sentence_of(int code) {
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return MSG_STORE_NOT_A_LEDGER;
    case SQLITE_CORRUPT:
        return MSG_STORE_DAMAGED;
    case SQLITE_ERROR: /* a table that is gone, JSON that is none */
        return MSG_STORE_ALTERED;
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
    if ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM)
        memory_exhausted();
    if ((code & 0xff) == SQLITE_CORRUPT &&
        errno == EIO) /* SQLite does not always tell them apart */
        code = SQLITE_IOERR_READ;
    s->failed = true;
    int extended = s->db ? sqlite3_extended_errcode(s->db) : code;
    if ((extended & 0xff) != (code & 0xff))
        extended = code;
    int error = s->db ? sqlite3_system_errno(s->db) : 0;
    enum message_id message = sentence_of(extended);
    if (extended == SQLITE_IOERR_DELETE) {
        error_set(&s->error, FAULT_OUTPUT, MSG_STORE_JOURNAL_STAYS, s->path, 0, s->journal, NULL);
        return;
    }
    if (message == MSG_STORE_FAILED && (error == ENOSPC || error == EFBIG || error == EDQUOT))
        message = MSG_STORE_DISK_FULL;
    if (message == MSG_STORE_BUSY) {
        char *holder = store_holder(s->path);
        error_set(&s->error, FAULT_OUTPUT, *holder ? MSG_STORE_HELD : MSG_STORE_BUSY, s->path, 0,
                  holder, NULL);
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

bool store_fits(const struct store *s, bool fits, struct error *err) {
    if (!store_ok(s, err))
        return false;
    if (!fits)
        error_set(err, FAULT_OUTPUT, MSG_STORE_DAMAGED, s->path, 0, NULL);
    return fits;
}
