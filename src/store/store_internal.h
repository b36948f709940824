/* What the files of the store share. */
#ifndef TENKO_STORE_INTERNAL_H
#define TENKO_STORE_INTERNAL_H

#include "tenko/store.h"

#include <sqlite3.h>
#include <sys/types.h>

/* "Tnko" in the file's header: SQLite's application_id. */
#define STORE_APPLICATION 0x546e6b6f

struct store {
    sqlite3 *db;
    char *path, *journal;
    bool is_read, is_new, in_transaction; /* is_read: STORE_READ */
    bool is_kept;                         /* something was committed beside the schema */
    int made; /* the file that store_open made, held until the store is closed; else -1 */
    dev_t device;
    ino_t inode; /* of the file that was opened */
    bool failed; /* `error` says what failed first */
    struct error error;
};

/* store_failure.c. Keeps the first failure: SQLite's code (and errno) as a sentence for the user.
 */
void store_failed(struct store *s, int code);

/* transaction.c. Begins one without waiting longer than is set; false: another run holds the file,
 * or a failure. */
bool store_try_begin(struct store *s);
/* Is the path still the file that was opened? */
bool store_is_in_place(const struct store *s);

/* migrate.c. Brings an open ledger to the present schema, in one transaction. */
bool store_migrate(struct store *s, struct error *err) must_check;
/* migrate.c. Shows a ledger of an older schema, which is only read, as the present one would have
 * it. */
bool store_read_older(struct store *s, struct error *err) must_check;
/* The version that this program writes; that of a file. */
int store_version(void);
int store_version_of(struct store *s);
/* migrate.c. All steps, in an empty database. */
void store_make_schema(struct store *s);

/* holder.c. Who holds the file's lock: "PID 123 (tenko, hanako)", or "" where that cannot be known.
 * free() it. Only while this process holds no lock of its own on the file: POSIX drops them at
 * close. */
char *store_holder(const char *path);
/* Does the file system give locks? Under the same condition. */
bool store_has_locks(const char *path);

#endif
