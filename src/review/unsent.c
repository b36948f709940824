#include "unsent.h"

#include <stdlib.h>
#include <xxhash.h>

/* --- The group --- */

bool group_load(struct group *g, struct store *s, uint64_t review, struct error *err) {
    struct query *q =
        store_query(s, "SELECT v.review, v.run, u.as_of, v.exported_on, v.reply_by "
                       "FROM review v JOIN run u ON u.run = v.run WHERE v.run < ?2 AND v.first = "
                       "(SELECT first FROM review WHERE run < ?2 AND (?1 = 0 OR review = ?1) "
                       "ORDER BY review DESC LIMIT 1) ORDER BY v.review");
    query_bind_number(q, 1, (int64_t)review);
    query_bind_number(q, 2, (int64_t)g->until);
    while (query_next(q))
        vec_push(&g->reviews, ((struct group_review){.review = (uint64_t)query_number(q, 0),
                                                     .run = (uint64_t)query_number(q, 1),
                                                     .as_of = date_of_iso(query_text(q, 2)),
                                                     .exported_on = date_of_iso(query_text(q, 3)),
                                                     .reply_by = date_of_iso(query_text(q, 4))}));
    query_end(q);
    return store_ok(s, err);
}

/* --- What was sent --- */

struct sent_key {
    uint64_t low, high;
};

struct sent_keys {
    VEC(struct sent_key) items;
    bool is_sorted;
};

static struct sent_key key_of(struct span system, struct span user_id) {
    XXH128_hash_t hash =
        XXH3_128bits_withSeed(user_id.p, user_id.n, XXH3_64bits(system.p, system.n));
    return (struct sent_key){hash.low64, hash.high64};
}

static int by_key(const void *a, const void *b) {
    const struct sent_key *x = a, *y = b;
    if (x->high != y->high)
        return x->high < y->high ? -1 : 1;
    return (x->low > y->low) - (x->low < y->low);
}

struct sent_keys *sent_keys_new(void) {
    return memory_zeroed(1, sizeof(struct sent_keys));
}

void sent_keys_add(struct sent_keys *k, struct span system, struct span user_id) {
    vec_push(&k->items, key_of(system, user_id));
    k->is_sorted = false;
}

static bool has_key(struct sent_keys *k, struct span system, struct span user_id) {
    if (!k->is_sorted && k->items.count)
        qsort(k->items.items, k->items.count, sizeof *k->items.items, by_key);
    k->is_sorted = true;
    struct sent_key key = key_of(system, user_id);
    return k->items.count &&
           bsearch(&key, k->items.items, k->items.count, sizeof key, by_key) != NULL;
}

void sent_keys_free(struct sent_keys *k) {
    vec_release(&k->items);
    free(k);
}

/* --- What was not --- */

/* `b`: 0 where the statement has no second parameter. */
static uint64_t number_of(struct store *s, const char *sql, uint64_t a, uint64_t b) {
    struct query *q = store_query(s, sql);
    query_bind_number(q, 1, (int64_t)a);
    if (b)
        query_bind_number(q, 2, (int64_t)b);
    uint64_t n = query_next(q) ? (uint64_t)query_number(q, 0) : 0;
    query_end(q);
    return n;
}

/* The first review froze that very run, and every account of it has a row. */
static bool is_whole(struct store *s, const struct group_review *first, uint64_t run) {
    uint64_t rows = number_of(
        s, "SELECT coalesce(sum(rows), 0) FROM section WHERE run = ?1 AND kind = 'account'", run,
        0);
    return first->run == run &&
           number_of(s, "SELECT count(DISTINCT account) FROM review_row WHERE review = ?1",
                     first->review, 0) == rows;
}

void find_unsent(struct review_status *st, struct store *s, const struct group *g,
                 struct sent_keys *sent) {
    const struct group_review *first = &g->reviews.items[0],
                              *last = &g->reviews.items[g->reviews.count - 1];
    uint64_t run = number_of(s,
                             "SELECT max(run) FROM run WHERE run <= ?2 AND as_of = "
                             "(SELECT as_of FROM run WHERE run = ?1)",
                             last->run, g->until);
    if (is_whole(s, first, run))
        return;
    struct query *q = store_query(
        s,
        "SELECT s.name, json_extract(t.value, '$[0]'), coalesce(json_extract(t.value, '$[2]'), '') "
        "FROM " LEDGER_ROWS "WHERE s.run = ?1 AND s.kind = 'account'");
    query_bind_number(q, 1, (int64_t)run);
    while (query_next(q)) {
        struct span system = query_text(q, 0), user_id = query_text(q, 1);
        if (has_key(sent, system, user_id))
            continue;
        struct review_line line = {
            .row = st->tests[REVIEW_TEST_SENT].lines.count,
            .system = strpool_text(&st->texts, strpool_intern(&st->texts, system)),
            .user_id = arena_copy(&st->arena, user_id),
            .addressee = strpool_text(&st->texts, strpool_intern(&st->texts, query_text(q, 2))),
            .reviewed_on = DATE_NONE};
        vec_push(&st->tests[REVIEW_TEST_SENT].lines, line);
    }
    query_end(q);
}
