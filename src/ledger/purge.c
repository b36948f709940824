/*
 * Letting go of what is older than it must be kept: the states of accounts, people, seats, devices
 * and issues of runs before a day, as far as no later run shows the same state. The run's row, the
 * hash of each section, rules, thresholds, inputs and exceptions stay, so the chain can still be
 * recomputed. What is deleted is overwritten in the file (secure_delete); the file itself does not
 * shrink, later runs use the room again.
 */
#include "ledger_internal.h"

#include "state_ids.h"

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

/* Deletes the states of `gone` that are not in `kept`; returns how many. */
static uint64_t delete_states(struct store *s, const struct ids *gone, const struct ids *kept) {
    struct query *q = store_query(s, "DELETE FROM state WHERE id >= ?1 AND id < ?2");
    struct ids only = {0};
    uint64_t count = 0;
    ids_subtract(gone, kept, &only);
    for (size_t i = 0; i < only.items.count; i++) {
        query_bind_number(q, 1, only.items.items[i].first);
        query_bind_number(q, 2, only.items.items[i].first + only.items.items[i].count);
        query_run(q);
        count += (uint64_t)only.items.items[i].count;
    }
    query_end(q);
    ids_release(&only);
    return count;
}

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
    store_run(s, "DELETE FROM block WHERE NOT EXISTS (SELECT 1 FROM state "
                 "WHERE id >= block.first AND id < block.first + block.rows)");
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
        out->states = delete_states(s, &gone, &kept);
        note_purge(s, out, limit, &entry);
        empty_sections(s, limit);
        ok = ledger_entry_begin(&entry, s, err) && ledger_entry_end(&entry, s, err);
        memcpy(out->head, entry.hash, sizeof out->head);
    }
    ids_release(&gone);
    ids_release(&kept);
    return store_ok(s, err) &&
           (ok || error_set(err, FAULT_OUTPUT, MSG_STORE_DAMAGED, store_path(s), 0, NULL));
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
