/*
 * Interned strings: an open-addressing table of (hash, id) beside a dense array of (text, length).
 * A slot holds the upper hash bits, so that a probe touches the text only when it is most likely
 * the right one.
 */
#include "tenko/strpool.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <stdlib.h>

enum { FIRST_SLOTS = 256, BLOCK_BYTES = 256 * 1024 };

struct strpool_entry {
    const char *p;
    uint32_t n, hash;
};

struct strpool_slot {
    uint32_t hash;
    str_id id; /* 0 = free */
};

static uint32_t hash_of(struct span text) {
    return (uint32_t)XXH3_64bits(text.p, text.n);
}

static void grow_slots(struct strpool *pool) {
    uint32_t slot_count = pool->slots ? (pool->slot_mask + 1) * 2 : FIRST_SLOTS;
    free(pool->slots);
    pool->slots = memory_zeroed(slot_count, sizeof *pool->slots);
    pool->slot_mask = slot_count - 1;
    for (str_id id = 1; id < pool->count; id++) {
        uint32_t i = pool->entries[id].hash & pool->slot_mask;
        while (pool->slots[i].id)
            i = (i + 1) & pool->slot_mask;
        pool->slots[i] = (struct strpool_slot){pool->entries[id].hash, id};
    }
}

/* The slot that holds the text, or the free one where it would go. */
static struct strpool_slot *probe(const struct strpool *pool, struct span text, uint32_t hash) {
    uint32_t i = hash & pool->slot_mask;
    for (;; i = (i + 1) & pool->slot_mask) {
        struct strpool_slot *slot = &pool->slots[i];
        if (!slot->id)
            return slot;
        const struct strpool_entry *entry = &pool->entries[slot->id];
        if (slot->hash == hash && entry->n == text.n && memcmp(entry->p, text.p, text.n) == 0)
            return slot;
    }
}

static const char *keep(struct strpool *pool, struct span text) {
#if defined(__SANITIZE_ADDRESS__)
    return arena_copy(&pool->blocks, text).p;
#else
    if (pool->block_left < text.n + 1) {
        size_t size = text.n + 1 > BLOCK_BYTES / 8 ? text.n + 1 : BLOCK_BYTES;
        char *block = arena_alloc(&pool->blocks, size);
        if (size != BLOCK_BYTES) {
            memcpy(block, text.p, text.n);
            return block;
        }
        pool->block = block;
        pool->block_left = size;
    }
    char *copy = pool->block;
    memcpy(copy, text.p, text.n);
    copy[text.n] = '\0';
    pool->block += text.n + 1;
    pool->block_left -= text.n + 1;
    return copy;
#endif
}

str_id strpool_intern(struct strpool *pool, struct span text) {
    if (text.n == 0)
        return STR_NONE;
    if (pool->count >= (pool->slots ? pool->slot_mask / 4 * 3 : 0))
        grow_slots(pool);
    uint32_t hash = hash_of(text);
    struct strpool_slot *slot = probe(pool, text, hash);
    if (slot->id)
        return slot->id;
    if (pool->count + 1 >= pool->capacity) {
        pool->capacity = pool->capacity ? pool->capacity + pool->capacity / 2 : 64;
        pool->entries = memory_resize(pool->entries, pool->capacity, sizeof *pool->entries);
    }
    if (pool->count == 0)
        pool->entries[pool->count++] = (struct strpool_entry){"", 0, 0};
    str_id id = pool->count++;
    pool->entries[id] = (struct strpool_entry){keep(pool, text), (uint32_t)text.n, hash};
    *slot = (struct strpool_slot){hash, id};
    return id;
}

str_id strpool_find(const struct strpool *pool, struct span text) {
    if (text.n == 0 || !pool->slots)
        return STR_NONE;
    return probe(pool, text, hash_of(text))->id;
}

struct span strpool_text(const struct strpool *pool, str_id id) {
    if (id == STR_NONE || id >= pool->count)
        return (struct span){"", 0};
    return (struct span){pool->entries[id].p, pool->entries[id].n};
}

uint32_t strpool_count(const struct strpool *pool) {
    return pool->count ? pool->count : 1;
}

void strpool_release(struct strpool *pool) {
    free(pool->entries);
    free(pool->slots);
    arena_release(&pool->blocks);
    *pool = (struct strpool){0};
}
