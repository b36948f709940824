/*
 * The chain: the hash of a run is SHA-256 over its row, its sections, its events and what it
 * noted of decisions, as they are stored, and over the hash of the run (or entry, entries.c) before
 * and the manifest of the run before. Every value is written with its
 * length, so that no two contents give one text. Appending and verifying use this one function.
 */
#include "ledger_internal.h"

#include "tenko/sink.h"

static void add_value(struct digest *d, struct span value) {
    char length[32];
    int n = snprintf(length, sizeof length, "%zu:", value.n);
    digest_add(d, length, (size_t)n);
    digest_add(d, value.p, value.n);
}

/* All rows of a statement with the run as its parameter; every column as text. */
static size_t add_rows(struct digest *d, struct store *s, const char *sql, uint64_t run,
                       int columns) {
    struct query *q = store_query(s, sql);
    size_t rows = 0;
    query_bind_number(q, 1, (int64_t)run);
    for (; query_next(q); rows++)
        for (int i = 0; i < columns; i++)
            add_value(d, query_text(q, i));
    query_end(q);
    return rows;
}

bool chain_hash(struct store *s, uint64_t run, char hash[DIGEST_HEX_SIZE], struct error *err) {
    struct digest *d = digest_new();
    digest_add(d, "tenko run 1\n", 12);
    add_rows(d, s,
             "SELECT run, as_of, at, who, forced, exceptions, waived, new, open, reopened, "
             "resolved, not_reexamined, changes_lives, head, previous_hash, previous_manifest "
             "FROM run WHERE run = ?1",
             run, 16);
    add_rows(d, s,
             "SELECT kind, input, name, rows, sha256 FROM section WHERE run = ?1 "
             "ORDER BY kind, input",
             run, 5);
    add_rows(d, s, "SELECT finding, what, last_run FROM event WHERE run = ?1 ORDER BY finding", run,
             3);
    add_rows(d, s,
             "SELECT review, row, what FROM revocation_event WHERE run = ?1 ORDER BY review, row",
             run, 3);
    digest_finish(d, hash);
    return store_ok(s, err);
}
