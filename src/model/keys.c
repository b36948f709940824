/*
 * A key_index: people (or departments) by a key. Keys are dense, so the index is arrays: the
 * slice of key k is items[first[k] … end[k] − 1]. Built once, by counting, so that one ends where
 * the next begins.
 */
#include "seal.h"

#include <stdlib.h>

void key_pairs_add(struct key_pairs *pairs, key_id key, uint32_t value) {
    if (!key_is_none(key))
        vec_push(pairs, ((struct key_pair){key, value}));
}

/* Drops a value that follows itself under its key (a person whose name and former name fold to
 * one key). */
static void drop_repeats(struct key_pairs *pairs, uint32_t key_count) {
    uint32_t *last = memory_alloc(key_count * sizeof *last);
    memset(last, 0xff, key_count * sizeof *last);
    size_t kept = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        struct key_pair pair = pairs->items[i];
        if (last[pair.key.n] == pair.value)
            continue;
        last[pair.key.n] = pair.value;
        pairs->items[kept++] = pair;
    }
    pairs->count = kept;
    free(last);
}

void key_index_build(struct key_index *index, struct key_pairs *pairs, uint32_t key_count,
                     struct arena *arena) {
    drop_repeats(pairs, key_count);
    index->key_count = key_count;
    index->first = arena_array(arena, (size_t)key_count + 2, sizeof *index->first);
    index->items = arena_array(arena, pairs->count + 1, sizeof *index->items);
    /* Counted two places up, so that filling leaves every first[k] where it belongs. */
    for (size_t i = 0; i < pairs->count; i++)
        index->first[pairs->items[i].key.n + 2]++;
    for (uint32_t k = 2; k < key_count + 2; k++)
        index->first[k] += index->first[k - 1];
    for (size_t i = 0; i < pairs->count; i++)
        index->items[index->first[pairs->items[i].key.n + 1]++] = pairs->items[i].value;
    index->end = index->first + 1;
    vec_release(pairs);
}

struct index_span key_index_get(const struct key_index *index, key_id key) {
    if (key_is_none(key) ||
        key.n >= index->key_count) /* KEY_UNKNOWN, or a key that policy brought later */
        return (struct index_span){NULL, 0};
    uint32_t first = index->first[key.n];
    return (struct index_span){index->items + first, index->end[key.n] - first};
}
