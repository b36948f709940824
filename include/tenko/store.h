/*
 * The store: one SQLite file, its schema and migrations, its lock, its failures. The only room that
 * sees sqlite3.h; what the tables mean is the ledger's business.
 *
 * Failures stick, as in a sink: a query that fails returns no row, every later call does nothing,
 * and store_ok says what happened first. So a caller checks once, at the end.
 */
#ifndef TENKO_STORE_H
#define TENKO_STORE_H

#include "tenko/error.h"

struct store;
struct query; /* a prepared statement of a store */

enum store_mode {
    STORE_READ,  /* the file must exist; nothing is written */
    STORE_WRITE, /* created (mode 0600) where it does not exist, migrated where it is older */
};

/*
 * Opens a ledger. FAULT_OUTPUT: no such file (STORE_READ), not SQLite, an SQLite file of another
 * program, of a newer Tenko, damaged, no permission, locked by a file system without locks.
 * store_close frees; a transaction that was not committed is rolled back.
 */
bool store_open(struct store **out, const char *path, enum store_mode mode,
                struct error *err) must_check;
void store_close(struct store *s); /* NULL is fine */
const char *store_path(const struct store *s);
/* Was it opened with STORE_READ? */
bool store_is_read(const struct store *s);

/* Of a new file what is written so far may go to the disk while more is computed. Says no failure:
 * the commit does. */
void store_hint_disk(const struct store *s);
/* … and all that is still in memory goes there, so that the commit need not wait for it. */
void store_write_ahead(struct store *s);

/* Called once when another run holds the file, before the wait. May be NULL. */
typedef void store_waiting(void *context, const char *holder);

/* Begins a transaction that may write; waits up to STORE_WAIT_S seconds for another run, then names
 * who holds the file. */
#define STORE_WAIT_S 30
bool store_begin(struct store *s, store_waiting *waiting, void *context,
                 struct error *err) must_check;
bool store_commit(struct store *s, struct error *err) must_check;
void store_rollback(struct store *s);

/* Statements without result. */
void store_run(struct store *s, const char *sql);
/* A statement; `sql` is a literal. query_end frees it. Parameters count from 1, columns from 0. */
struct query *store_query(struct store *s, const char *sql);
void query_bind_number(struct query *q, int parameter, int64_t value);
void query_bind_text(struct query *q, int parameter, struct span text);   /* copied */
void query_lend_text(struct query *q, int parameter, struct span text);   /* borrowed until reset */
void query_bind_bytes(struct query *q, int parameter, struct span bytes); /* borrowed until reset */
void query_bind_null(struct query *q, int parameter);
/* The next row; false: no more, or a failure (store_ok tells). Without rows: runs the statement. */
bool query_next(struct query *q);
/* Ready for other parameters. */
void query_reset(struct query *q);
void query_end(struct query *q);
int64_t query_number(const struct query *q, int column);
struct span query_text(const struct query *q, int column); /* until the next call on q */
bool query_is_null(const struct query *q, int column);
/* Runs it once without rows, then resets it. */
void query_run(struct query *q);

/* Has everything since store_open gone well? Else what failed first. */
bool store_ok(const struct store *s, struct error *err) must_check;
/* … and did what was read fit together? Else the ledger is damaged. */
bool store_fits(const struct store *s, bool fits, struct error *err) must_check;

/* The file's own structure (PRAGMA quick_check): true, or the first complaint in *what (free it).
 * Where a page could not be read the store has failed (store_ok). */
bool store_is_sound(struct store *s, char **what);

/* What of the schema is not as this program makes it: a view that is gone or says something else,
 * and any trigger. */
typedef void store_difference(void *context, struct span name, bool is_trigger);
void store_compare(struct store *s, store_difference *found, void *context);

#endif
