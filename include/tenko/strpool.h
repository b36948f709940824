/*
 * Interned strings. Each distinct text has one 32-bit id, counted from 1 in the order of first
 * sight; id 0 (STR_NONE) is the empty text and "no text". Ids are dense, so arrays can be
 * indexed by them. A text lives, NUL-terminated and unmoved, as long as its pool.
 * A pool that nobody interns into any more may be read from many threads.
 */
#ifndef TENKO_STRPOOL_H
#define TENKO_STRPOOL_H

#include "tenko/memory.h"

#include <stdbool.h>

/* A type of its own, so that neither a number nor a key (key_id) is taken for it. */
typedef struct {
    uint32_t n;
} str_id;
#define STR_NONE ((str_id){0})
static inline bool str_is_none(str_id id) {
    return id.n == 0;
}
static inline bool str_equal(str_id a, str_id b) { /* of one pool */
    return a.n == b.n;
}

struct strpool_entry {
    const char *p;
    uint32_t n, hash;
};

struct strpool {
    struct strpool_entry *entries; /* [0] is the empty text */
    uint8_t *tags;                 /* of each slot; 0 = free */
    str_id *ids;
    char *block; /* where the next text goes */
    size_t block_left;
    struct arena blocks;
    uint32_t count, capacity, slot_mask;
};

/* An empty pool is {0}. */
str_id strpool_intern(struct strpool *pool, struct span text);
/* Room for so many texts in all, where they will come: growing step by step copies them. */
void strpool_reserve(struct strpool *pool, size_t count);
str_id strpool_find(const struct strpool *pool, struct span text); /* STR_NONE if not there */
/* A text that is looked up soon: begins to fetch its place, while others are still looked up. */
struct strpool_key {
    struct span text;
    uint32_t hash;
};
struct strpool_key strpool_prefetch(const struct strpool *pool, struct span text);
str_id strpool_intern_key(struct strpool *pool, struct strpool_key key);
/* The same for a text of another pool. */
void strpool_prefetch_of(const struct strpool *pool, const struct strpool *other, str_id id);
/* In the header, since every row of every list asks for a dozen. */
static inline struct span strpool_text(const struct strpool *pool, str_id id) {
    if (id.n >= pool->count)
        return (struct span){"", 0}; /* also STR_NONE of an empty pool */
    return (struct span){pool->entries[id.n].p, pool->entries[id.n].n};
}
/* Where strpool_text will look next: begins to fetch it. */
static inline void strpool_prefetch_entry(const struct strpool *pool, str_id id) {
    if (id.n < pool->count)
        __builtin_prefetch(&pool->entries[id.n]);
}
/* Ids run from 1 to count − 1; count is at least 1. */
uint32_t strpool_count(const struct strpool *pool);
void strpool_release(struct strpool *pool);

#endif
