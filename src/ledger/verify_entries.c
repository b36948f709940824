/*
 * Entries of the chain between runs: their links, their hashes, and, where one does not fit, the
 * rows that are not as they were written, by the marks kept with it. Then the rows that no entry
 * wrote, and what runs noted of decisions against the events that they left.
 */
#include "entries.h"
#include "ledger_internal.h"

#include "tenko/strbuf.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct marks {
    struct entry_mark *items;
    size_t count;
};

static int by_place(const void *a, const void *b) {
    const struct entry_mark *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return (x->digest > y->digest) - (x->digest < y->digest);
}

/* The bytes of a damaged ledger may hold anything. */
static bool are_marks(struct span bytes) {
    struct entry_mark mark;
    for (size_t at = 0; at + sizeof mark <= bytes.n; at += sizeof mark) {
        memcpy(&mark, bytes.p + at, sizeof mark);
        if (entry_mark_table(mark) >= ENTRY_TABLES)
            return false;
    }
    return bytes.n % sizeof mark == 0;
}

static struct marks sorted(struct span bytes) {
    struct marks m = {.count = bytes.n / sizeof *m.items};
    m.items = memory_alloc((m.count + 1) * sizeof *m.items);
    if (m.count)
        memcpy(m.items, bytes.p, m.count * sizeof *m.items);
    qsort(m.items, m.count, sizeof *m.items, by_place);
    return m;
}

/* "3/17 r0123456789abcde": review, row, and the id on its sheet; "2" of a review or a purge. */
static void name_row(struct strbuf *out, struct store *s, uint64_t place) {
    uint64_t review = place >> 32 & 0xFFFFFF, row = place & 0xFFFFFFFF;
    strbuf_clear(out);
    if (!review || !row) {
        strbuf_addf(out, "%" PRIu64, review ? review : row);
        return;
    }
    strbuf_addf(out, "%" PRIu64 "/%" PRIu64, review, row);
    struct query *q = store_query(s, "SELECT printf(' r%015x', id) FROM review_row "
                                     "WHERE review = ?1 AND row = ?2");
    query_bind_number(q, 1, (int64_t)review);
    query_bind_number(q, 2, (int64_t)row);
    if (query_next(q))
        strbuf_add_span(out, query_text(q, 0));
    query_end(q);
}

static void name(struct ledger_check *check, struct store *s, uint64_t run,
                 const struct entry_mark *mark, enum message_id what) {
    struct strbuf row = {0};
    name_row(&row, s, mark->place);
    fault_add(check, run, entry_table_name(entry_mark_table(*mark)), strbuf_span(&row), what);
    strbuf_release(&row);
}

/* Walks both in one order: a mark that only one side has is a row taken away or added; two of one
 * place are a row that was changed. Returns how many were named. */
static size_t name_differences(struct ledger_check *check, struct store *s, uint64_t run,
                               const struct marks *then, const struct marks *now) {
    size_t i = 0, k = 0, named = 0;
    while (i < then->count || k < now->count) {
        const struct entry_mark *a = i < then->count ? &then->items[i] : NULL;
        const struct entry_mark *b = k < now->count ? &now->items[k] : NULL;
        int order = !a ? 1 : !b ? -1 : by_place(a, b);
        bool is_changed = order && a && b && a->place == b->place;
        i += order <= 0 || is_changed;
        k += order >= 0 || is_changed;
        if (!order)
            continue;
        named++;
        if (is_changed)
            name(check, s, run, a, MSG_LEDGER_STATE_CHANGED);
        else
            name(check, s, run, order < 0 ? a : b,
                 order < 0 ? MSG_LEDGER_STATE_MISSING : MSG_LEDGER_ROW_ADDED);
    }
    return named;
}

static void check_hash(struct ledger_check *check, struct store *s, uint64_t run, uint64_t entry,
                       const struct query *q) {
    struct strbuf marks = {0};
    char hash[DIGEST_HEX_SIZE], key[24];
    struct digest *d = digest_new();
    entry_add_rows(d, s, entry, &marks);
    entry_finish_hash(d, s, entry, hash);
    if (!span_equal(span_of(hash), query_text(q, 1))) {
        struct span kept = are_marks(query_text(q, 3)) ? query_text(q, 3) : strbuf_span(&marks);
        struct marks then = sorted(kept), now = sorted(strbuf_span(&marks));
        snprintf(key, sizeof key, "%" PRIu64, entry);
        if (!name_differences(check, s, run, &then, &now))
            fault_add(check, run, "entry", span_of(key), MSG_LEDGER_ENTRY_CHANGED);
        free(then.items);
        free(now.items);
    }
    strbuf_release(&marks);
}

void verify_entries(struct chain_walk *w, struct store *s, uint64_t run) {
    struct query *q = store_query(s, "SELECT entry, hash, previous_hash, marks FROM entry "
                                     "WHERE run = ?1 ORDER BY entry");
    query_bind_number(q, 1, (int64_t)run);
    for (; query_next(q); w->entries++) {
        uint64_t entry = (uint64_t)query_number(q, 0);
        char key[24];
        snprintf(key, sizeof key, "%" PRIu64, entry);
        if (entry != w->entries + 1)
            fault_add(w->check, run, "entry", span_of(key), MSG_LEDGER_ENTRY_MISSING);
        w->entries = entry - 1;
        if (!span_equal(w->head, query_text(q, 2)))
            fault_add(w->check, run, "entry", span_of(key), MSG_LEDGER_ENTRY_LINK_BROKEN);
        check_hash(w->check, s, run, entry, q);
        w->head = arena_copy(&w->check->arena, query_text(q, 1));
        w->has_wanted = w->has_wanted || span_equal(w->wanted, w->head);
    }
    query_end(q);
}

void verify_reviews(struct ledger_check *check, struct store *s) {
    static const struct {
        const char *table, *sql;
    } strays[] = {
        {"entry", "SELECT run, entry FROM entry WHERE run NOT IN (SELECT run FROM run)"},
        {"review", "SELECT run, review FROM review WHERE review NOT IN "
                   "(SELECT number FROM entry WHERE kind = 'export')"},
        {"review_row", "SELECT 0, review || '/' || row FROM review_row WHERE review NOT IN "
                       "(SELECT number FROM entry WHERE kind = 'export')"},
        {"decision", "SELECT 0, review || '/' || row FROM decision WHERE entry NOT IN "
                     "(SELECT entry FROM entry WHERE kind = 'import')"},
        {"review_link", "SELECT 0, review || '/' || row FROM review_link WHERE entry NOT IN "
                        "(SELECT entry FROM entry WHERE kind = 'import')"},
        {"revocation_event", "SELECT run, review || '/' || row FROM revocation_event "
                             "WHERE run NOT IN (SELECT run FROM run)"},
        {"purge", "SELECT 0, purge FROM purge WHERE purge NOT IN "
                  "(SELECT number FROM entry WHERE kind = 'purge')"},
    };
    for (size_t i = 0; i < sizeof strays / sizeof *strays; i++)
        faults_of_query(check, s, strays[i].table, MSG_LEDGER_NO_ENTRY, strays[i].sql);
    /* Since the first of the decisions in a row that something is to be done. */
    faults_of_query(
        check, s, "revocation", MSG_LEDGER_REVOCATION_CHANGED,
        "SELECT w.since, w.review || '/' || w.row FROM revocation w WHERE "
        "w.since IS NOT (SELECT e.run FROM decision d JOIN entry e ON e.entry = d.entry "
        "WHERE d.review = w.review AND d.row = w.row AND d.decision > coalesce((SELECT "
        "max(decision) FROM decision WHERE review = w.review AND row = w.row "
        "AND what NOT IN ('delete', 'disable', 'change')), 0) ORDER BY d.decision LIMIT 1) OR "
        "w.lists IS NOT (SELECT count(*) FROM revocation_event e WHERE e.review = w.review "
        "AND e.row = w.row AND e.run > w.since AND e.what = 'not_shown') OR "
        "w.resolved_run IS NOT (SELECT min(run) FROM revocation_event e WHERE e.review = w.review "
        "AND e.row = w.row AND e.run > w.since AND e.what = 'shown') OR "
        "w.last_as_of IS NOT coalesce((SELECT max(u.as_of) FROM revocation_event e "
        "JOIN run u ON u.run = e.run WHERE e.review = w.review AND e.row = w.row "
        "AND e.run > w.since AND e.what = 'not_shown'), '')");
    faults_of_query(check, s, "revocation", MSG_LEDGER_REVOCATION_CHANGED,
                    "SELECT 0, d.review || '/' || d.row FROM decision d LEFT JOIN revocation w "
                    "ON w.review = d.review AND w.row = d.row WHERE "
                    "d.what IN ('delete', 'disable', 'change') IS NOT (w.row IS NOT NULL) "
                    "AND d.decision = (SELECT max(decision) FROM decision "
                    "WHERE review = d.review AND row = d.row)");
}
