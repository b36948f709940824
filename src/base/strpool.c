/*
 * Interned strings: an open-addressing table beside a dense array of (text, length, hash). The
 * table is two arrays: a byte of the hash for each slot, and the ids. Nearly every probe ends at
 * the bytes, which stay in the cache where the ids would not; an id is read only when its text is
 * most likely the right one, and a new text only writes one.
 *
 * A table of millions does not fit the cache, and a probe waits for memory. Who knows some texts
 * ahead says so, and the waits pass side by side.
 */
#include "tenko/strpool.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <stdlib.h>

enum { REHASH_AHEAD = 16 };
enum { FIRST_BLOCK_BYTES = 4 * 1024, MOST_BLOCK_BYTES = 256 * 1024 };
enum { FIRST_SLOTS = 256, TAG_FREE = 0, FULL_SIXTEENTHS = 13, RESERVED_MOST = 1 << 24 };

static uint32_t hash_of(struct span text) {
    return (uint32_t)XXH3_64bits(text.p, text.n);
}

static uint8_t tag_of(uint32_t hash) {
    uint8_t tag = (uint8_t)(hash >> 24); /* the slot's place is taken from the lower bits */
    return tag == TAG_FREE ? 1 : tag;
}

static uint32_t free_slot(const struct strpool *pool, uint32_t hash) {
    uint32_t i = hash & pool->slot_mask;
    while (pool->tags[i] != TAG_FREE)
        i = (i + 1) & pool->slot_mask;
    return i;
}

static void fetch_slot(const struct strpool *pool, uint32_t hash) {
    __builtin_prefetch(&pool->tags[hash & pool->slot_mask]);
    __builtin_prefetch(&pool->ids[hash & pool->slot_mask]);
}

static bool is_full(const struct strpool *pool, uint32_t count) {
    return count >= (pool->tags ? pool->slot_mask / 16 * FULL_SIXTEENTHS : 0);
}

static void grow_slots(struct strpool *pool, uint32_t slot_count) {
    free(pool->tags);
    free(pool->ids);
    pool->tags = memory_cleared(slot_count, sizeof *pool->tags);
    pool->ids = memory_alloc(slot_count * sizeof *pool->ids);
    pool->slot_mask = slot_count - 1;
    for (uint32_t id = 1; id < pool->count; id++) {
        if (pool->count - id > REHASH_AHEAD)
            fetch_slot(pool, pool->entries[id + REHASH_AHEAD].hash);
        uint32_t hash = pool->entries[id].hash, i = free_slot(pool, hash);
        pool->tags[i] = tag_of(hash);
        pool->ids[i] = (str_id){id};
    }
}

static uint32_t twice_the_slots(const struct strpool *pool) {
    if (pool->tags && pool->slot_mask > UINT32_MAX / 4)
        memory_exhausted(); /* twice as many slots would not fit 32 bits */
    return pool->tags ? (pool->slot_mask + 1) * 2 : FIRST_SLOTS;
}

void strpool_reserve(struct strpool *pool, size_t count) {
    if (count > RESERVED_MOST)
        count = RESERVED_MOST;
    if (count + 2 > pool->capacity) { /* with the empty text, and one more is room */
        pool->capacity = (uint32_t)count + 2;
        pool->entries = memory_resize(pool->entries, pool->capacity, sizeof *pool->entries);
    }
    uint32_t slot_count = pool->tags ? pool->slot_mask + 1 : FIRST_SLOTS;
    while ((size_t)slot_count / 16 * FULL_SIXTEENTHS <= count)
        slot_count *= 2;
    if (!pool->tags || slot_count > pool->slot_mask + 1)
        grow_slots(pool, slot_count);
}

/* The slot that holds the text, or the free one where it would go. */
static uint32_t probe(const struct strpool *pool, struct span text, uint32_t hash) {
    uint8_t tag = tag_of(hash);
    for (uint32_t i = hash & pool->slot_mask;; i = (i + 1) & pool->slot_mask) {
        if (pool->tags[i] == TAG_FREE)
            return i;
        if (pool->tags[i] != tag)
            continue;
        const struct strpool_entry *entry = &pool->entries[pool->ids[i].n];
        if (entry->hash == hash && entry->n == text.n && span_same_bytes(entry->p, text.p, text.n))
            return i;
    }
}

#if !defined(__SANITIZE_ADDRESS__)
/* As much as there is already: most pools stay small. */
static size_t next_block_bytes(const struct strpool *pool) {
    size_t size = pool->blocks.used_bytes;
    return size < FIRST_BLOCK_BYTES  ? FIRST_BLOCK_BYTES
           : size > MOST_BLOCK_BYTES ? MOST_BLOCK_BYTES
                                     : size;
}
#endif

static const char *keep(struct strpool *pool, struct span text) {
#if defined(__SANITIZE_ADDRESS__)
    return arena_copy(&pool->blocks, text).p;
#else
    if (pool->block_left < text.n + 1) {
        size_t size = next_block_bytes(pool);
        if (text.n + 1 > size / 8)
            return arena_copy(&pool->blocks, text).p;
        pool->block = arena_room(&pool->blocks, size);
        pool->block_left = size;
    }
    char *copy = pool->block;
    span_copy(copy, text);
    copy[text.n] = '\0';
    pool->block += text.n + 1;
    pool->block_left -= text.n + 1;
    return copy;
#endif
}

str_id strpool_intern(struct strpool *pool, struct span text) {
    return text.n ? strpool_intern_key(pool, (struct strpool_key){text, hash_of(text)}) : STR_NONE;
}

str_id strpool_intern_key(struct strpool *pool, struct strpool_key key) {
    struct span text = key.text;
    uint32_t hash = key.hash;
    if (text.n == 0)
        return STR_NONE;
    if (is_full(pool, pool->count))
        grow_slots(pool, twice_the_slots(pool));
    uint32_t slot = probe(pool, text, hash);
    if (pool->tags[slot] != TAG_FREE)
        return pool->ids[slot];
    if (pool->count + 1 >= pool->capacity) {
        pool->capacity = pool->capacity ? pool->capacity + pool->capacity / 2 : 64;
        pool->entries = memory_resize(pool->entries, pool->capacity, sizeof *pool->entries);
    }
    if (pool->count == 0)
        pool->entries[pool->count++] = (struct strpool_entry){"", 0, 0};
    str_id id = {pool->count++};
    pool->entries[id.n] = (struct strpool_entry){keep(pool, text), (uint32_t)text.n, hash};
    pool->tags[slot] = tag_of(hash);
    pool->ids[slot] = id;
    return id;
}

str_id strpool_find(const struct strpool *pool, struct span text) {
    if (text.n == 0 || !pool->tags)
        return STR_NONE;
    uint32_t slot = probe(pool, text, hash_of(text));
    return pool->tags[slot] == TAG_FREE ? STR_NONE : pool->ids[slot];
}

struct strpool_key strpool_prefetch(const struct strpool *pool, struct span text) {
    struct strpool_key key = {text, text.n ? hash_of(text) : 0};
    if (pool->tags && text.n)
        fetch_slot(pool, key.hash);
    return key;
}

void strpool_prefetch_of(const struct strpool *pool, const struct strpool *other, str_id id) {
    if (pool->tags && id.n < other->count)
        fetch_slot(pool, other->entries[id.n].hash);
}

uint32_t strpool_count(const struct strpool *pool) {
    return pool->count ? pool->count : 1;
}

void strpool_release(struct strpool *pool) {
    free(pool->entries);
    free(pool->tags);
    free(pool->ids);
    arena_release(&pool->blocks);
    *pool = (struct strpool){0};
}
