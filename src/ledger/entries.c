/*
 * What is done between runs (sheets sent, answers imported, states purged) is a link of the chain,
 * too. An entry's hash is SHA-256 over the rows that it wrote, its own row, and the hash of the run
 * or entry before; every value is written with its length. Writing and verifying use one function.
 */
#include "entries.h"

#include "ledger_internal.h"

#include "tenko/sink.h"
#include "tenko/strbuf.h"

#include <inttypes.h>
#include <stdio.h>
#include <xxhash.h>

/* The rows of a kind of entry: of each, review and row (what its mark names), then what is hashed.
 * The parameter is the entry. */
static const struct entry_source {
    const char *kind;
    enum entry_table table;
    int columns; /* hashed */
    const char *sql;
} sources[] = {
    {"export", ENTRY_REVIEW, 9,
     "SELECT review, 0, review, first, run, at, who, exported_on, reply_by, addressed_by, language "
     "FROM review WHERE review = (SELECT number FROM entry WHERE entry = ?1)"},
    {"export", ENTRY_REVIEW_ROW, 14,
     "SELECT review, row, review, row, id, account, system, user_id, person_id, name, addressee, "
     "manager, roles, enabled, print, change FROM review_row "
     "WHERE review = (SELECT number FROM entry WHERE entry = ?1) ORDER BY row"},
    {"import", ENTRY_DECISION, 11,
     "SELECT review, row, decision, review, row, what, comment, reviewer, reviewer_id, is_right, "
     "reviewed_on, file, line FROM decision WHERE entry = ?1 ORDER BY decision"},
    {"import", ENTRY_LINK, 4,
     "SELECT review, row, review, row, person_id, reviewer FROM review_link WHERE entry = ?1 "
     "ORDER BY review, row"},
    {"purge", ENTRY_PURGED, 6,
     "SELECT 0, purge, purge, before, at, who, sections, states FROM purge "
     "WHERE purge = (SELECT number FROM entry WHERE entry = ?1)"},
};

const char *entry_table_name(enum entry_table t) {
    static const char *const names[ENTRY_TABLES] = {"review", "review_row", "decision",
                                                    "review_link", "purge"};
    return names[t];
}

static const char *kind_name(enum ledger_entry_kind kind) {
    static const char *const names[] = {"export", "import", "purge"};
    return names[kind];
}

static void add_value(struct strbuf *text, struct span value) {
    char length[24];
    int n = snprintf(length, sizeof length, "%zu:", value.n);
    strbuf_add(text, length, (size_t)n);
    strbuf_add_span(text, value);
}

static void add_source(struct digest *d, struct store *s, const struct entry_source *source,
                       uint64_t entry, struct strbuf *marks) {
    struct strbuf text = {0};
    struct query *q = store_query(s, source->sql);
    query_bind_number(q, 1, (int64_t)entry);
    while (query_next(q)) {
        struct entry_mark mark = {.place = entry_place(source->table, (uint64_t)query_number(q, 0),
                                                       (uint64_t)query_number(q, 1))};
        strbuf_clear(&text);
        for (int i = 0; i < source->columns; i++)
            add_value(&text, query_text(q, 2 + i));
        mark.digest = XXH3_64bits(text.p, text.n);
        digest_add(d, text.p, text.n);
        strbuf_add(marks, &mark, sizeof mark);
    }
    query_end(q);
    strbuf_release(&text);
}

void entry_add_rows(struct digest *d, struct store *s, uint64_t entry, struct strbuf *marks) {
    struct query *q = store_query(s, "SELECT kind FROM entry WHERE entry = ?1");
    query_bind_number(q, 1, (int64_t)entry);
    digest_add(d, "tenko entry 1\n", 14);
    if (query_next(q))
        for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
            if (span_equal(query_text(q, 0), span_of(sources[i].kind)))
                add_source(d, s, &sources[i], entry, marks);
    query_end(q);
}

void entry_finish_hash(struct digest *d, struct store *s, uint64_t entry,
                       char hash[DIGEST_HEX_SIZE]) {
    enum { COLUMNS = 9 };
    struct strbuf text = {0};
    struct query *q = store_query(s, "SELECT entry, kind, run, number, at, who, previous_hash, "
                                     "staged, marks FROM entry WHERE entry = ?1");
    query_bind_number(q, 1, (int64_t)entry);
    if (query_next(q))
        for (int i = 0; i < COLUMNS; i++)
            add_value(&text, query_text(q, i));
    query_end(q);
    digest_add(d, text.p, text.n);
    digest_finish(d, hash);
    strbuf_release(&text);
}

/* --- A new one --- */

static bool next_entry(struct store *s, uint64_t *out, struct error *err) {
    struct query *q = store_query(s, "SELECT coalesce(max(entry), 0) + 1 FROM entry");
    *out = query_next(q) ? (uint64_t)query_number(q, 0) : 0;
    query_end(q);
    return store_ok(s, err);
}

bool ledger_entry_begin(struct ledger_entry *e, struct store *s, struct error *err) {
    struct arena arena = {0};
    struct last_run last;
    bool ok = ledger_last(s, &last, &arena, err) && next_entry(s, &e->entry, err);
    if (ok) {
        struct query *q = store_query(s, "INSERT INTO entry(entry, kind, run, number, at, who, "
                                         "staged, marks, previous_hash, hash) "
                                         "VALUES(?1, ?2, ?3, ?4, ?5, ?6, '', x'', ?7, '')");
        query_bind_number(q, 1, (int64_t)e->entry);
        query_bind_text(q, 2, span_of(kind_name(e->kind)));
        query_bind_number(q, 3, (int64_t)last.run);
        query_bind_number(q, 4, (int64_t)e->number);
        query_bind_text(q, 5, e->at);
        query_bind_text(q, 6, e->who);
        query_bind_text(q, 7, last.hash);
        query_run(q);
        query_end(q);
    }
    arena_release(&arena);
    return ok && store_ok(s, err);
}

bool ledger_entry_end(struct ledger_entry *e, struct store *s, struct error *err) {
    struct strbuf marks = {0};
    struct digest *d = digest_new();
    entry_add_rows(d, s, e->entry, &marks);
    struct query *q = store_query(s, "UPDATE entry SET marks = ?2, staged = ?3 WHERE entry = ?1");
    query_bind_number(q, 1, (int64_t)e->entry);
    query_bind_bytes(q, 2, strbuf_span(&marks));
    query_bind_text(q, 3, span_of(e->staged));
    query_run(q);
    query_end(q);
    entry_finish_hash(d, s, e->entry, e->hash);
    q = store_query(s, "UPDATE entry SET hash = ?2 WHERE entry = ?1");
    query_bind_number(q, 1, (int64_t)e->entry);
    query_bind_text(q, 2, span_of(e->hash));
    query_run(q);
    query_end(q);
    strbuf_release(&marks);
    return store_ok(s, err);
}
