#include "known_rows.h"

#include "codec.h"

#include <stdlib.h>
#include <xxhash.h>

struct row_digest row_digest_of(struct span text) {
    return (struct row_digest){XXH3_64bits(text.n ? text.p : "", text.n)};
}

/* --- Reading --- */

/* Blocks are long and sections that changed here and there take a few rows of one, then of another:
 * each is read once. */
struct known_block {
    int64_t first, end;
    struct span digests;
};

struct blocks {
    VEC(struct known_block) items;
    struct arena arena;
    struct query *place, *digests;
};

static struct known_block *read_block(struct blocks *b, int64_t first, int64_t end) {
    query_bind_number(b->digests, 1, first);
    struct span digests = query_next(b->digests) ? arena_copy(&b->arena, query_text(b->digests, 0))
                                                 : (struct span){0};
    query_reset(b->digests);
    if (digests.n != (size_t)(end - first) * sizeof(struct row_digest))
        digests.n = 0; /* of another kind: nothing is found by them */
    vec_push(&b->items, ((struct known_block){first, end, digests}));
    return &b->items.items[b->items.count - 1];
}

/* The block that has the state, or NULL. */
static const struct known_block *block_of(struct blocks *b, int64_t id) {
    for (size_t i = b->items.count; i-- > 0;)
        if (b->items.items[i].first <= id && id < b->items.items[i].end)
            return &b->items.items[i];
    query_bind_number(b->place, 1, id);
    bool is_there = query_next(b->place);
    int64_t first = is_there ? query_number(b->place, 0) : 0;
    int64_t end = is_there ? first + query_number(b->place, 1) : 0;
    query_reset(b->place);
    return id < end ? read_block(b, first, end) : NULL;
}

/* The states from `id` on that one block has, at most up to `end`; returns the next id. */
static int64_t read_rows(struct known_rows *out, struct blocks *b, int64_t id, int64_t end) {
    const struct known_block *block = block_of(b, id);
    int64_t stop = !block ? id + 1 : block->end < end ? block->end : end;
    for (; id < stop; id++, out->count++) {
        size_t at = block ? (size_t)(id - block->first) * sizeof(struct row_digest) : 0;
        if (block && at + sizeof(struct row_digest) <= block->digests.n)
            memcpy(&out->digests[out->count], block->digests.p + at, sizeof(struct row_digest));
        out->ids[out->count] = id;
    }
    return id;
}

void known_rows_read(struct known_rows *out, struct store *s, const struct range *ranges,
                     size_t count) {
    size_t rows = ranges_total(ranges, count);
    struct blocks b = {.place = store_query(s, "SELECT first, rows FROM block WHERE first <= ?1 "
                                               "ORDER BY first DESC LIMIT 1"),
                       .digests = store_query(s, "SELECT digests FROM block WHERE first = ?1")};
    out->digests = memory_zeroed(rows + 1, sizeof *out->digests);
    out->ids = memory_zeroed(rows + 1, sizeof *out->ids);
    out->is_claimed = memory_zeroed(rows + 1, sizeof *out->is_claimed);
    for (size_t i = 0; i < count; i++)
        for (int64_t id = ranges[i].first, end = id + ranges[i].count; id < end;)
            id = read_rows(out, &b, id, end);
    query_end(b.place);
    query_end(b.digests);
    vec_release(&b.items);
    arena_release(&b.arena);
}

bool known_rows_load(struct known_rows *out, struct store *s, const char *kind, struct span name,
                     date day, struct error *err) {
    char digits[11] = "";
    *out = (struct known_rows){.as_of = DATE_NONE};
    struct query *q = store_query(
        s, "SELECT run, ranges, rows, as_of FROM section JOIN run USING (run) "
           "WHERE kind = ?1 AND name = ?2 AND purged IS NULL "
           "ORDER BY as_of < ?3 DESC, CASE WHEN as_of < ?3 THEN as_of END DESC, run DESC LIMIT 1");
    if (day != DATE_NONE)
        date_format(day, digits);
    query_bind_text(q, 1, span_of(kind));
    query_bind_text(q, 2, name);
    query_bind_text(q, 3, span_of(digits));
    if (query_next(q)) {
        VEC(struct range) ranges = {0};
        out->is_there = true;
        out->run = (uint64_t)query_number(q, 0);
        out->as_of = codec_day(query_text(q, 3));
        if (!ranges_parse(query_text(q, 1), &ranges.items, &ranges.count)) {
            query_end(q);
            return error_set(err, FAULT_OUTPUT, MSG_STORE_DAMAGED, store_path(s), 0, NULL);
        }
        known_rows_read(out, s, ranges.items, ranges.count);
        free(ranges.items);
    }
    query_end(q);
    return store_ok(s, err);
}

void known_rows_release(struct known_rows *known) {
    free(known->digests);
    free(known->ids);
    free(known->is_claimed);
    free(known->buckets);
    *known = (struct known_rows){0};
}

/* --- Finding --- */

static void index_known(struct known_rows *known) {
    uint32_t size = 16;
    while (size < known->count * 2)
        size *= 2;
    known->mask = size - 1;
    known->buckets = memory_zeroed(size, sizeof *known->buckets);
    for (size_t i = known->count; i-- > 0;) {
        uint32_t slot = (uint32_t)known->digests[i].hash & known->mask;
        while (known->buckets[slot])
            slot = (slot + 1) & known->mask;
        known->buckets[slot] = (uint32_t)i + 1;
    }
}

static int64_t claim(struct known_rows *known, size_t i) {
    known->cursor = i + 1;
    known->is_claimed[i] = true;
    return known->ids[i];
}

int64_t known_rows_claim(struct known_rows *known, struct row_digest digest) {
    if (known->cursor < known->count && known->digests[known->cursor].hash == digest.hash)
        return claim(known, known->cursor);
    if (known->count == 0)
        return 0;
    if (!known->buckets)
        index_known(known);
    int64_t id = 0;
    for (uint32_t slot = (uint32_t)digest.hash & known->mask; known->buckets[slot];
         slot = (slot + 1) & known->mask) {
        size_t i = known->buckets[slot] - 1;
        if (known->digests[i].hash != digest.hash)
            continue;
        if (!known->is_claimed[i])
            return claim(known, i);
        id = known->ids[i]; /* of two rows of one text, now three */
    }
    return id;
}
