#include "known_rows.h"

#include "old_blocks.h"

#include <pthread.h>
#include <stdlib.h>

/* --- Reading --- */

struct loading {
    struct store *store;
    struct known_rows *out;
    const struct codec_table *table;
    struct ids ids;           /* of the section, united */
    VEC(struct span) digests; /* of each block */
    struct arena arena;
};

static void load_block(struct loading *l, const struct query *q) {
    struct state_block b = block_of_columns(q, 0);
    struct span digests = query_text(q, 3);
    if (digests.n != b.rows * sizeof(uint64_t))
        digests.n = 0; /* of another kind: nothing is found by them */
    vec_push(&l->out->blocks.items, b);
    vec_push(&l->digests, arena_copy(&l->arena, digests));
}

/* The blocks that have the section's states, each once. */
static void load_blocks(struct loading *l) {
    struct query *q = store_query(
        l->store, "SELECT first, rows, sha256, digests FROM seal WHERE first >= "
                  "coalesce((SELECT max(first) FROM seal WHERE first <= ?1), 0) AND first < ?2 "
                  "ORDER BY first");
    int64_t loaded = 0; /* up to there */
    for (size_t i = 0; i < l->ids.items.count; i++) {
        const struct range *range = &l->ids.items.items[i];
        int64_t end = range->first + range->count;
        if (end <= loaded)
            continue;
        query_bind_number(q, 1, range->first > loaded ? range->first : loaded);
        query_bind_number(q, 2, end);
        while (query_next(q)) {
            if (query_number(q, 0) < loaded)
                continue;
            load_block(l, q);
            loaded = block_end(&l->out->blocks.items.items[l->out->blocks.items.count - 1]);
        }
        query_reset(q);
    }
    query_end(q);
}

static void seal_old_blocks(struct loading *l) {
    struct old_blocks *old = NULL;
    for (size_t i = 0; i < l->out->blocks.items.count; i++) {
        struct state_block *b = &l->out->blocks.items.items[i];
        if (b->is_sealed)
            continue;
        if (!old)
            old = old_blocks_open(l->store, l->table);
        l->digests.items[i] = arena_copy(&l->arena, old_blocks_seal(old, b));
    }
    old_blocks_close(old);
}

/* The rows from `id` on that the block has, up to `end`; returns the next id. */
static int64_t read_rows(struct loading *l, const struct state_block *b, int64_t id, int64_t end) {
    struct known_rows *out = l->out;
    int64_t stop = block_end(b) < end ? block_end(b) : end;
    struct span digests = l->digests.items[b - out->blocks.items.items];
    if (digests.n)
        memcpy(out->digests + out->count, digests.p + (size_t)(id - b->first) * sizeof(uint64_t),
               (size_t)(stop - id) * sizeof(uint64_t));
    for (; id < stop; id++)
        out->ids[out->count++] = id;
    return id;
}

/* In the section's order. */
static void read_ranges(struct loading *l, const struct range *ranges, size_t count) {
    struct known_rows *out = l->out;
    size_t rows = ranges_total(ranges, count), near = 0;
    out->digests = memory_zeroed(rows + 1, sizeof *out->digests);
    out->ids = memory_zeroed(rows + 1, sizeof *out->ids);
    out->is_claimed = memory_zeroed(rows + 1, sizeof *out->is_claimed);
    for (size_t i = 0; i < count; i++)
        for (int64_t id = ranges[i].first, end = id + ranges[i].count; id < end;) {
            const struct state_block *all = out->blocks.items.items, *b = all ? &all[near] : NULL;
            if (!b || id < b->first || id >= block_end(b))
                b = block_list_find(&out->blocks, id);
            if (b) {
                near = (size_t)(b - all);
                id = read_rows(l, b, id, end);
            } else {
                out->ids[out->count++] = id++; /* nothing has its digest */
            }
        }
}

static void load(struct loading *l, const struct range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++)
        vec_push(&l->ids.items, ranges[i]);
    ids_unite(&l->ids);
    load_blocks(l);
    seal_old_blocks(l);
    read_ranges(l, ranges, count);
    ids_release(&l->ids);
    vec_release(&l->digests);
    arena_release(&l->arena);
}

bool known_rows_load(struct known_rows *out, struct store *s, const struct section_key *key,
                     date day, struct error *err) {
    char digits[11] = "";
    bool is_list = true;
    *out = (struct known_rows){.as_of = DATE_NONE};
    struct query *q = store_query(
        s, "SELECT run, ranges, rows, as_of FROM section JOIN run USING (run) "
           "WHERE kind = ?1 AND name = ?2 AND purged IS NULL "
           "ORDER BY as_of < ?3 DESC, CASE WHEN as_of < ?3 THEN as_of END DESC, run DESC LIMIT 1");
    if (day != DATE_NONE)
        date_format(day, digits);
    query_bind_text(q, 1, span_of(key->table->kind));
    query_bind_text(q, 2, key->name);
    query_bind_text(q, 3, span_of(digits));
    if (query_next(q)) {
        struct loading l = {.store = s, .out = out, .table = key->table};
        struct range *ranges;
        size_t count;
        out->is_there = true;
        out->run = (uint64_t)query_number(q, 0);
        out->as_of = codec_day(query_text(q, 3));
        is_list = ranges_parse(query_text(q, 1), &ranges, &count) &&
                  ranges_total(ranges, count) <= states_most(s);
        if (is_list)
            load(&l, ranges, count);
        free(ranges);
    }
    query_end(q);
    return store_fits(s, is_list, err);
}

/* --- Finding --- */

struct known_index {
    uint32_t *buckets; /* hash → index + 1 of the first row that has it; does not change */
    uint32_t *next;    /* by index: index + 1 of a later row with the same hash; of who claims */
    uint32_t mask;
};

/* The bucket of the hash: the one that has it, or the free one where it would be. */
static uint32_t *bucket_of(const struct known_rows *known, const struct known_index *index,
                           uint64_t digest) {
    uint32_t slot = (uint32_t)digest & index->mask;
    while (index->buckets[slot] && known->digests[index->buckets[slot] - 1] != digest)
        slot = (slot + 1) & index->mask;
    return &index->buckets[slot];
}

static struct known_index *make_index(const struct known_rows *known) {
    struct known_index *index = memory_alloc(sizeof *index);
    uint32_t size = 16;
    while (size < known->count * 2)
        size *= 2;
    index->mask = size - 1;
    index->buckets = memory_zeroed(size, sizeof *index->buckets);
    index->next = memory_zeroed(known->count + 1, sizeof *index->next);
    for (size_t i = known->count; i-- > 0;) {
        uint32_t *bucket = bucket_of(known, index, known->digests[i]);
        index->next[i] = *bucket;
        *bucket = (uint32_t)i + 1;
    }
    return index;
}

static void free_index(struct known_index *index) {
    free(index->buckets);
    free(index->next);
    free(index);
}

static struct known_index *index_of(struct known_rows *known) {
    static pthread_mutex_t making = PTHREAD_MUTEX_INITIALIZER;
    struct known_index *index = atomic_load(&known->index);
    if (index)
        return index;
    pthread_mutex_lock(&making);
    index = atomic_load(&known->index);
    if (!index) {
        index = make_index(known);
        atomic_store(&known->index, index);
    }
    pthread_mutex_unlock(&making);
    return index;
}

bool known_rows_have(struct known_rows *known, uint64_t digest, size_t *place) {
    if (*place < known->count && known->digests[*place] == digest) {
        ++*place;
        return true;
    }
    if (known->count == 0)
        return false;
    uint32_t at = *bucket_of(known, index_of(known), digest);
    if (at)
        *place = at;
    return at != 0;
}

static int64_t claim(struct known_rows *known, size_t i) {
    known->cursor = i + 1;
    known->claimed += !known->is_claimed[i];
    known->is_claimed[i] = true;
    return known->ids[i];
}

int64_t known_rows_claim(struct known_rows *known, uint64_t digest) {
    if (known->cursor < known->count && known->digests[known->cursor] == digest)
        return claim(known, known->cursor);
    if (known->count == 0)
        return 0;
    struct known_index *index = index_of(known);
    uint32_t first = *bucket_of(known, index, digest), at = first;
    /* Of several rows of one text the first that nobody has; of two that are now three, the last.
     * The way there is short: the first leads to where the search ended. */
    while (at && known->is_claimed[at - 1] && index->next[at - 1])
        at = index->next[at - 1];
    if (at != first)
        index->next[first - 1] = at;
    return at ? claim(known, at - 1) : 0;
}

void known_rows_forget(struct known_rows *known) {
    free(known->digests);
    free(known->ids);
    free(known->is_claimed);
    if (known->index)
        free_index(known->index);
    known->digests = NULL;
    known->ids = NULL;
    known->is_claimed = NULL;
    known->index = NULL;
    known->count = 0;
}

void known_rows_release(struct known_rows *known) {
    known_rows_forget(known);
    vec_release(&known->blocks.items);
    *known = (struct known_rows){0};
}
