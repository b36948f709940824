/* Statements whose failure sticks to the store. */
#include "store_internal.h"

#include "tenko/memory.h"

struct query {
    struct store *store;
    sqlite3_stmt *statement; /* NULL where it could not be prepared */
};

static bool is_usable(const struct query *q) {
    return q->statement && !q->store->failed;
}

static void check(const struct query *q, int code) {
    if (code != SQLITE_OK)
        store_failed(q->store, code);
}

void store_run(struct store *s, const char *sql) {
    if (s->failed)
        return;
    int code = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK)
        store_failed(s, code);
}

struct query *store_query(struct store *s, const char *sql) {
    struct query *q = memory_zeroed(1, sizeof *q);
    q->store = s;
    if (!s->failed)
        check(q,
              sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &q->statement, NULL));
    return q;
}

void query_bind_number(struct query *q, int parameter, int64_t value) {
    if (is_usable(q))
        check(q, sqlite3_bind_int64(q->statement, parameter, value));
}

void query_bind_text(struct query *q, int parameter, struct span text) {
    if (is_usable(q))
        check(q, sqlite3_bind_text64(q->statement, parameter, text.n ? text.p : "", text.n,
                                     SQLITE_TRANSIENT, SQLITE_UTF8));
}

void query_lend_text(struct query *q, int parameter, struct span text) {
    if (is_usable(q))
        check(q, sqlite3_bind_text64(q->statement, parameter, text.n ? text.p : "", text.n,
                                     SQLITE_STATIC, SQLITE_UTF8));
}

void query_bind_bytes(struct query *q, int parameter, struct span bytes) {
    if (is_usable(q))
        check(q, sqlite3_bind_blob64(q->statement, parameter, bytes.n ? bytes.p : "", bytes.n,
                                     SQLITE_STATIC));
}

void query_bind_null(struct query *q, int parameter) {
    if (is_usable(q))
        check(q, sqlite3_bind_null(q->statement, parameter));
}

bool query_next(struct query *q) {
    if (!is_usable(q))
        return false;
    int code = sqlite3_step(q->statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        store_failed(q->store, code);
    return code == SQLITE_ROW;
}

void query_reset(struct query *q) {
    if (q->statement)
        sqlite3_reset(q->statement); /* repeats the step's code, which was seen */
}

void query_run(struct query *q) {
    query_next(q);
    query_reset(q);
}

void query_end(struct query *q) {
    if (!q)
        return;
    sqlite3_finalize(q->statement);
    free(q);
}

int64_t query_number(const struct query *q, int column) {
    return sqlite3_column_int64(q->statement, column);
}

struct span query_text(const struct query *q, int column) {
    const void *text = sqlite3_column_blob(q->statement, column);
    if (!text && sqlite3_errcode(q->store->db) == SQLITE_NOMEM)
        memory_exhausted();
    return (struct span){text, text ? (size_t)sqlite3_column_bytes(q->statement, column) : 0};
}

bool query_is_null(const struct query *q, int column) {
    return sqlite3_column_type(q->statement, column) == SQLITE_NULL;
}
