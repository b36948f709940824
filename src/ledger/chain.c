/*
 * The chain: the hash of a run is SHA-256 over its row, its sections, its events and what it
 * noted of decisions, as they are stored, and over the hash of the run (or entry, entries.c) before
 * and the manifest of the run before. Every value is written with its
 * length, so that no two contents give one text. Appending and verifying use this one function.
 */
#include "ledger_internal.h"

/* Values are short: they are hashed many at a time. */
struct hashing {
    struct digest *digest;
    struct strbuf room;
};

static void hash_room(struct hashing *h) {
    digest_add(h->digest, h->room.p, h->room.n);
    strbuf_clear(&h->room);
}

static void add_value(struct hashing *h, struct span value) {
    enum { ROOM_BYTES = 16 * 1024 };
    strbuf_add_number(&h->room, (int64_t)value.n);
    strbuf_add_char(&h->room, ':');
    strbuf_add_span(&h->room, value);
    if (h->room.n > ROOM_BYTES)
        hash_room(h);
}

/* All rows of a statement with the run as its parameter; every column as text. */
static void add_rows(struct hashing *h, struct store *s, const char *sql, uint64_t run,
                     int columns) {
    struct query *q = store_query(s, sql);
    query_bind_number(q, 1, (int64_t)run);
    while (query_next(q))
        for (int i = 0; i < columns; i++)
            add_value(h, query_text(q, i));
    query_end(q);
}

bool chain_hash(struct store *s, uint64_t run, char hash[DIGEST_HEX_SIZE], struct error *err) {
    struct hashing h = {.digest = digest_new()};
    strbuf_add_text(&h.room, "tenko run 1\n");
    add_rows(&h, s,
             "SELECT run, as_of, at, who, forced, exceptions, waived, new, open, reopened, "
             "resolved, not_reexamined, changes_lives, head, previous_hash, previous_manifest "
             "FROM run WHERE run = ?1",
             run, 16);
    add_rows(&h, s,
             "SELECT kind, input, name, rows, sha256 FROM section WHERE run = ?1 "
             "ORDER BY kind, input",
             run, 5);
    add_rows(&h, s, "SELECT finding, what, last_run FROM event WHERE run = ?1 ORDER BY finding",
             run, 3);
    add_rows(&h, s,
             "SELECT review, row, what FROM revocation_event WHERE run = ?1 ORDER BY review, row",
             run, 3);
    hash_room(&h);
    strbuf_release(&h.room);
    digest_finish(h.digest, hash);
    return store_ok(s, err);
}
