/*
 * Letting go of what is older than it must be kept: the states of accounts, people, seats, devices
 * and issues of runs before a day, as far as no later run shows the same state. The run's row, the
 * hash of each section, rules, thresholds, inputs, movements and exceptions stay, so the chain can
 * still be recomputed. What is deleted is overwritten in the file (secure_delete); the file itself
 * does not shrink, later runs use the room again.
 */
#include "ledger_internal.h"

#include "blocks.h"
#include "tenko/strbuf.h"

/* Sections of runs that are let go: of earlier days, but neither the newest state nor
 * the last run, beside which the next run is laid. */
#define LET_GO                                                                                     \
    "kind IN ('account', 'person', 'seat', 'device', 'issue') AND purged IS NULL AND run IN "      \
    "(SELECT run FROM run WHERE as_of < ?1 AND run < (SELECT max(run) FROM run) AND run <> "       \
    "(SELECT run FROM run ORDER BY as_of DESC, run DESC LIMIT 1))"

static bool load_ids(struct ids *ids, struct store *s, const char *sql, struct span before) {
    struct query *q = store_query(s, sql);
    bool ok = true;
    query_bind_text(q, 1, before);
    while (ok && query_next(q))
        ok = ids_add(ids, query_text(q, 0));
    query_end(q);
    ids_unite(ids);
    return ok;
}

static uint64_t count_of(struct store *s, const char *sql, struct span before) {
    struct query *q = store_query(s, sql);
    query_bind_text(q, 1, before);
    uint64_t count = query_next(q) ? (uint64_t)query_number(q, 0) : 0;
    query_end(q);
    return count;
}

/* --- Blocks that lose rows --- */

struct dropping {
    struct query *blocks, *body, *seal, *remove[2];
    struct digest *sha;
    struct block_rows rows;
    struct strbuf digests, rest;
    bool is_damaged; /* a block could not be read: nothing of it is dropped */
};

static void begin_dropping(struct dropping *d, struct store *s) {
    *d = (struct dropping){
        .blocks = store_query(s, "SELECT first, rows, sha256, digests, body FROM seal "
                                 "LEFT JOIN block USING (first) WHERE first >= "
                                 "coalesce((SELECT max(first) FROM seal WHERE first <= ?1), 0) "
                                 "AND first < ?2 AND first + rows > ?1 ORDER BY first LIMIT 1"),
        .body = store_query(s, "UPDATE block SET body = ?2 WHERE first = ?1"),
        .seal = store_query(s, "UPDATE seal SET sha256 = ?2, digests = ?3 WHERE first = ?1"),
        .remove = {store_query(s, "DELETE FROM block WHERE first = ?1"),
                   store_query(s, "DELETE FROM seal WHERE first = ?1")},
        .sha = digest_new()};
}

static void end_dropping(struct dropping *d) {
    query_end(d->blocks);
    query_end(d->body);
    query_end(d->seal);
    query_end(d->remove[0]);
    query_end(d->remove[1]);
    digest_free(d->sha);
    vec_release(&d->rows.items);
    strbuf_release(&d->digests);
    strbuf_release(&d->rest);
}

/* Body and digests without the rows from `from` to `to`; returns how many rows are left. */
static size_t write_rest(struct dropping *d, int64_t from, int64_t to) {
    size_t left = 0;
    strbuf_clear(&d->rest);
    for (size_t i = 0; i < d->rows.items.count; i++) {
        struct span row = d->rows.items.items[i];
        if ((int64_t)i >= from && (int64_t)i < to)
            row = SPAN("null");
        if (block_row_is_dropped(row) && (i + 1) * sizeof(uint64_t) <= d->digests.n)
            memset(d->digests.p + i * sizeof(uint64_t), 0, sizeof(uint64_t));
        left += !block_row_is_dropped(row);
        strbuf_add_text(&d->rest, i ? ",\n" : "[");
        strbuf_add_span(&d->rest, row);
    }
    strbuf_add_char(&d->rest, ']');
    return left;
}

/* What is left of a block; of version 1 it stays without a seal. */
static void write_block(struct dropping *d, const struct state_block *b) {
    unsigned char seal[DIGEST_SIZE];
    block_seal(d->sha, strbuf_span(&d->digests), strbuf_span(&d->rest), seal);
    query_bind_number(d->seal, 1, b->first);
    query_bind_bytes(d->seal, 2, (struct span){(const char *)seal, b->is_sealed ? sizeof seal : 0});
    query_bind_bytes(d->seal, 3, strbuf_span(&d->digests));
    query_run(d->seal);
    query_bind_number(d->body, 1, b->first);
    query_bind_text(d->body, 2, strbuf_span(&d->rest));
    query_run(d->body);
}

static void remove_block(struct dropping *d, const struct state_block *b) {
    for (int i = 0; i < 2; i++) {
        query_bind_number(d->remove[i], 1, b->first);
        query_run(d->remove[i]);
    }
}

/* Drops the states of the next block between the two; returns where it ends, or `end`. */
static int64_t drop_from_block(struct dropping *d, int64_t id, int64_t end) {
    query_bind_number(d->blocks, 1, id);
    query_bind_number(d->blocks, 2, end);
    bool is_there = query_next(d->blocks), is_read = false;
    struct state_block b = {0};
    size_t left = 0;
    if (is_there) {
        b = block_of_columns(d->blocks, 0);
        strbuf_clear(&d->digests);
        strbuf_add_span(&d->digests, query_text(d->blocks, 3));
        is_read = block_split(&d->rows, query_text(d->blocks, 4)) && d->rows.items.count == b.rows;
        left = is_read ? write_rest(d, id - b.first, end - b.first) : 0;
    }
    query_reset(d->blocks);
    d->is_damaged |= is_there && !is_read;
    if (!is_read)
        return end;
    if (left)
        write_block(d, &b);
    else
        remove_block(d, &b);
    return block_end(&b);
}

/* Deletes the states of `gone` that are not in `kept`, and counts them. */
static bool delete_states(struct store *s, const struct ids *gone, const struct ids *kept,
                          uint64_t *count) {
    struct dropping d;
    struct ids only = {0};
    begin_dropping(&d, s);
    ids_subtract(gone, kept, &only);
    for (size_t i = 0; i < only.items.count; i++) {
        int64_t end = only.items.items[i].first + only.items.items[i].count;
        for (int64_t id = only.items.items[i].first; id < end;)
            id = drop_from_block(&d, id, end);
        *count += (uint64_t)only.items.items[i].count;
    }
    end_dropping(&d);
    ids_release(&only);
    return !d.is_damaged;
}

/* --- The purge --- */

/* Fills the entry's number. */
static void note_purge(struct store *s, const struct purge_result *done, struct span before,
                       struct ledger_entry *entry) {
    struct query *q = store_query(s, "INSERT INTO purge(before, at, who, sections, states) "
                                     "VALUES(?1, ?2, ?3, ?4, ?5) RETURNING purge");
    query_bind_text(q, 1, before);
    query_bind_text(q, 2, entry->at);
    query_bind_text(q, 3, entry->who);
    query_bind_number(q, 4, (int64_t)done->sections);
    query_bind_number(q, 5, (int64_t)done->states);
    entry->number = query_next(q) ? (uint64_t)query_number(q, 0) : 0;
    query_end(q);
}

static void empty_sections(struct store *s, struct span before) {
    struct query *q = store_query(
        s, "UPDATE section SET ranges = '[]', lines = '[]', purged = (SELECT max(purge) "
           "FROM purge) WHERE " LET_GO);
    query_bind_text(q, 1, before);
    query_run(q);
    query_end(q);
}

bool ledger_purge(struct purge_result *out, struct store *s, date before, struct span who,
                  struct span at, struct error *err) {
    struct ids gone = {0}, kept = {0};
    char day[11];
    date_format(before, day);
    struct span limit = span_of(day);
    *out = (struct purge_result){0};
    store_run(s, "PRAGMA secure_delete = ON");
    bool ok = load_ids(&gone, s, "SELECT ranges FROM section WHERE " LET_GO, limit) &&
              load_ids(&kept, s, "SELECT ranges FROM section WHERE NOT (" LET_GO ")", limit);
    out->runs = count_of(s, "SELECT count(DISTINCT run) FROM section WHERE " LET_GO, limit);
    out->sections = count_of(s, "SELECT count(*) FROM section WHERE " LET_GO, limit);
    if (ok && out->sections) {
        struct ledger_entry entry = {.kind = ENTRY_PURGE, .at = at, .who = who};
        ok = delete_states(s, &gone, &kept, &out->states);
        note_purge(s, out, limit, &entry);
        empty_sections(s, limit);
        ok = ok && ledger_entry_begin(&entry, s, err) && ledger_entry_end(&entry, s, err);
        memcpy(out->head, entry.hash, sizeof out->head);
    }
    ids_release(&gone);
    ids_release(&kept);
    return store_fits(s, ok, err);
}

bool ledger_purges_load(struct ledger_purges *out, struct store *s, struct error *err) {
    *out = (struct ledger_purges){0};
    struct query *q =
        store_query(s, "SELECT purge, sections, states, before, at, who FROM purge ORDER BY purge");
    while (query_next(q))
        vec_push(&out->items,
                 ((struct purge_record){.purge = (uint64_t)query_number(q, 0),
                                        .sections = (uint64_t)query_number(q, 1),
                                        .states = (uint64_t)query_number(q, 2),
                                        .before = arena_copy(&out->arena, query_text(q, 3)),
                                        .at = arena_copy(&out->arena, query_text(q, 4)),
                                        .who = arena_copy(&out->arena, query_text(q, 5))}));
    query_end(q);
    if (store_ok(s, err))
        return true;
    ledger_purges_release(out);
    return false;
}

void ledger_purges_release(struct ledger_purges *purges) {
    vec_release(&purges->items);
    arena_release(&purges->arena);
}
