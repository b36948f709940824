/*
 * Does the ledger still say what its hashes say? The file's structure first, then run by run: the
 * link to the run before, the run's own hash, the states of each section against the section's hash
 * (and, where that does not fit, row by row against the hash kept with each), and the lives of
 * exceptions against the events that made them. What stands between runs is verify_entries.c's.
 */
#include "ledger_internal.h"

#include "ranges.h"
#include "tenko/strpool.h"

#include <stdlib.h>

enum { CHUNK_ROWS = SECTION_CHUNK_ROWS };

struct verifying {
    struct ledger_check *check;
    struct store *store;
};

/* --- States of a section --- */

/* Recomputes what sections_encode computed. */
struct section_hash {
    struct digest *sha;
    struct strbuf texts;
    size_t ends[CHUNK_ROWS], count;
};

static void end_chunk(struct section_hash *h) {
    if (!h->count)
        return;
    char hex[DIGEST_HEX_SIZE];
    section_chunk_hash(strbuf_span(&h->texts), h->ends, h->count, hex);
    digest_add(h->sha, hex, DIGEST_HEX_SIZE - 1);
    strbuf_clear(&h->texts);
    h->count = 0;
}

static void add_state(struct section_hash *h, struct span text) {
    strbuf_add_span(&h->texts, text);
    h->ends[h->count++] = h->texts.n;
    if (h->count == CHUNK_ROWS)
        end_chunk(h);
}

static size_t hash_states(struct verifying *v, struct section_hash *h, const struct range *ranges,
                          size_t count) {
    struct query *q = store_query(v->store, "SELECT body FROM state WHERE id >= ?1 AND id < ?2 "
                                            "ORDER BY id");
    size_t rows = 0;
    for (size_t i = 0; i < count; i++) {
        query_bind_number(q, 1, ranges[i].first);
        query_bind_number(q, 2, ranges[i].first + ranges[i].count);
        for (; query_next(q); rows++)
            add_state(h, query_text(q, 0));
        query_reset(q);
    }
    query_end(q);
    return rows;
}

/* Names the states whose text is not the one whose hash was kept; returns how many. */
static size_t name_changed_states(struct verifying *v, uint64_t run, const struct range *ranges,
                                  size_t count) {
    struct query *q = store_query(v->store, "SELECT body FROM state WHERE id = ?1");
    struct known_rows kept = {0};
    size_t named = 0;
    known_rows_read(&kept, v->store, ranges, count);
    for (size_t i = 0; i < kept.count; i++) {
        char number[24];
        query_bind_number(q, 1, kept.ids[i]);
        bool is_there = query_next(q);
        if (!is_there || row_digest_of(query_text(q, 0)).hash != kept.digests[i].hash) {
            snprintf(number, sizeof number, "%lld", (long long)kept.ids[i]);
            fault_add(v->check, run, "state", span_of(number),
                      is_there ? MSG_LEDGER_STATE_CHANGED : MSG_LEDGER_STATE_MISSING);
            named++;
        }
        query_reset(q);
    }
    query_end(q);
    known_rows_release(&kept);
    return named;
}

/* A section row: kind, input, name, rows, ranges, lines, sha256. */
static void check_section(struct verifying *v, uint64_t run, const struct query *q) {
    VEC(struct range) ranges = {0};
    struct strbuf key = {0};
    char hex[DIGEST_HEX_SIZE] = "";
    strbuf_add_span(&key, query_text(q, 0));
    strbuf_addf(&key, "/%lld", (long long)query_number(q, 1));
    bool is_list = ranges_parse(query_text(q, 4), &ranges.items, &ranges.count);
    size_t rows = 0;
    if (is_list) {
        struct section_hash *h = memory_zeroed(1, sizeof *h);
        h->sha = digest_new();
        rows = hash_states(v, h, ranges.items, ranges.count);
        end_chunk(h);
        struct span lines = query_text(q, 5);
        digest_add(h->sha, lines.p, lines.n);
        digest_finish(h->sha, hex);
        strbuf_release(&h->texts);
        free(h);
    }
    bool fits =
        is_list && rows == (size_t)query_number(q, 3) && span_equal(span_of(hex), query_text(q, 6));
    if (!fits && (!is_list || !name_changed_states(v, run, ranges.items, ranges.count)))
        fault_add(v->check, run, "section", strbuf_span(&key), MSG_LEDGER_SECTION_CHANGED);
    free(ranges.items);
    strbuf_release(&key);
}

/* A section that is, states and all, one that was checked in an earlier run. */
static bool is_repeated(struct strpool *checked, const struct query *q) {
    struct strbuf all = {0};
    for (int i = 3; i <= 6; i++) {
        strbuf_add_span(&all, query_text(q, i));
        strbuf_add_char(&all, '|');
    }
    uint32_t before = strpool_count(checked);
    strpool_intern(checked, strbuf_span(&all));
    strbuf_release(&all);
    return strpool_count(checked) == before;
}

static void check_sections(struct verifying *v) {
    struct strpool checked = {0};
    struct query *q =
        store_query(v->store, "SELECT kind, input, name, rows, ranges, lines, sha256, "
                              "run FROM section WHERE purged IS NULL "
                              "ORDER BY run, kind, input");
    while (query_next(q))
        if (!is_repeated(&checked, q))
            check_section(v, (uint64_t)query_number(q, 7), q);
    query_end(q);
    strpool_release(&checked);
}

/* --- The chain --- */

static void check_run(struct verifying *v, struct chain_walk *w, uint64_t run,
                      const struct query *q) {
    char key[24], hash[DIGEST_HEX_SIZE];
    struct error err;
    snprintf(key, sizeof key, "%llu", (unsigned long long)run);
    if (!span_equal(w->head, query_text(q, 2)))
        fault_add(v->check, run, "run", span_of(key), MSG_LEDGER_LINK_BROKEN);
    if (!span_equal(w->manifest, query_text(q, 3)))
        fault_add(v->check, run, "run", span_of(key), MSG_LEDGER_MANIFEST_LINK_BROKEN);
    w->head = arena_copy(&v->check->arena, query_text(q, 1));
    w->manifest = arena_copy(&v->check->arena, query_text(q, 4));
    if (chain_hash(v->store, run, hash, &err) && !span_equal(span_of(hash), w->head))
        fault_add(v->check, run, "run", span_of(key), MSG_LEDGER_RUN_CHANGED);
    w->has_wanted = w->has_wanted || span_equal(w->wanted, w->head);
}

/* From run to run, and from entry to entry between them. */
static void check_chain(struct verifying *v, const char *head) {
    struct chain_walk w = {.check = v->check, .wanted = span_of(head), .has_wanted = !head};
    struct query *q = store_query(v->store, "SELECT run, hash, previous_hash, previous_manifest, "
                                            "coalesce(manifest, '') FROM run ORDER BY run");
    for (uint64_t expected = 1; query_next(q); expected++) {
        uint64_t run = (uint64_t)query_number(q, 0);
        char key[24];
        snprintf(key, sizeof key, "%llu", (unsigned long long)run);
        if (run != expected)
            fault_add(v->check, expected, "run", span_of(key), MSG_LEDGER_RUN_MISSING);
        expected = run;
        check_run(v, &w, run, q);
        verify_entries(&w, v->store, run);
        v->check->runs++;
        v->check->head = w.head;
    }
    query_end(q);
    if (!w.has_wanted)
        fault_add(v->check, 0, "run", w.wanted, MSG_LEDGER_HEAD_UNKNOWN);
}

/* --- Lives against events --- */

static void check_lives(struct verifying *v) {
    faults_of_query(
        v->check, v->store, "finding", MSG_LEDGER_LIFE_CHANGED,
        "SELECT f.first_run, printf('x%015x', f.id) FROM finding f "
        "LEFT JOIN event n ON n.finding = f.id AND n.run = f.first_run AND n.what = 'new' "
        "LEFT JOIN run r ON r.run = f.first_run "
        "LEFT JOIN (SELECT finding, max(run) AS run, what FROM event GROUP BY finding) e "
        "ON e.finding = f.id "
        "WHERE n.run IS NULL OR r.as_of IS NOT f.first_seen "
        "OR (f.status = 'resolved') IS NOT (e.what = 'resolved')");
    faults_of_query(v->check, v->store, "event", MSG_LEDGER_ORPHAN,
                    "SELECT run, finding FROM event WHERE run NOT IN (SELECT run FROM run)");
    faults_of_query(v->check, v->store, "section", MSG_LEDGER_NOT_PURGED,
                    "SELECT run, kind || '/' || input FROM section WHERE purged IS NOT NULL "
                    "AND purged NOT IN (SELECT purge FROM purge)");
    faults_of_query(
        v->check, v->store, "section", MSG_LEDGER_ORPHAN,
        "SELECT run, kind || '/' || input FROM section WHERE run NOT IN (SELECT run FROM run)");
}

bool ledger_verify(struct ledger_check *out, struct store *s, const char *head, struct error *err) {
    *out = (struct ledger_check){0};
    struct verifying v = {out, s};
    char *what;
    if (!store_is_sound(s, &what))
        fault_add(v.check, 0, "file", span_of(what), MSG_LEDGER_FILE_DAMAGED);
    free(what);
    check_chain(&v, head);
    check_sections(&v);
    check_lives(&v);
    verify_reviews(out, s);
    /* What is damaged does not fit; of what could not be read nothing is known. */
    return store_ok(s, err) || (err->message == MSG_STORE_DAMAGED && out->faults.count > 0);
}
