/*
 * Keys: folded values as dense 32-bit ids, so that joins are integer compares. Only what rosters,
 * departments and policy said has one; an index by key tells who has it.
 */
#ifndef TENKO_KEY_H
#define TENKO_KEY_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint32_t n;
} key_id;
#define KEY_NONE    ((key_id){0})              /* the value is empty */
#define KEY_UNKNOWN ((key_id){UINT32_MAX - 1}) /* not empty, and nobody in the model has it */
static inline bool key_is_none(key_id key) {
    return key.n == KEY_NONE.n;
}
static inline bool key_is_known(key_id key) { /* somebody in the model has it */
    return key.n != KEY_NONE.n && key.n != KEY_UNKNOWN.n;
}
static inline bool key_equal(key_id a, key_id b) {
    return a.n == b.n;
}

/* People (or departments) by a key: a dense two-level index (key → slice of indices). */
struct key_index {
    uint32_t *first, *end; /* of items, by key */
    uint32_t *items;
    uint32_t key_count;
};
struct index_span {
    const uint32_t *items; /* indices into model->people or model->departments */
    uint32_t count;
};
struct index_span key_index_get(const struct key_index *index,
                                key_id key); /* empty for 0 and KEY_UNKNOWN */

#endif
