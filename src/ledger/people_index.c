#include "people_index.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <stdlib.h>

void people_index_init(struct people_index *p, size_t count) {
    uint32_t size = 16;
    while (size < count * 2)
        size *= 2;
    *p = (struct people_index){.mask = size - 1};
    p->ids = memory_alloc((count + 1) * sizeof *p->ids);
    p->nth = memory_alloc((count + 1) * sizeof *p->nth);
    p->buckets = memory_zeroed(size, sizeof *p->buckets);
}

static uint32_t slot_of(const struct people_index *p, struct span id) {
    return (uint32_t)XXH3_64bits(id.n ? id.p : "", id.n) & p->mask;
}

/* The next of p->ids goes into the first free bucket from its slot on. */
static void put_next(struct people_index *p, uint32_t slot) {
    uint32_t nth = 0;
    for (; p->buckets[slot]; slot = (slot + 1) & p->mask)
        nth += span_equal(p->ids[p->buckets[slot] - 1], p->ids[p->count]);
    p->nth[p->count] = nth;
    p->buckets[slot] = ++p->count;
}

void people_index_add(struct people_index *p, struct span id) {
    p->ids[p->count] = id;
    put_next(p, slot_of(p, id));
}

/* People of one number stand in a probe sequence in the order in which they were added. */
uint32_t people_index_find(const struct people_index *p, struct span id, uint32_t nth) {
    for (uint32_t slot = slot_of(p, id); p->buckets[slot]; slot = (slot + 1) & p->mask) {
        uint32_t person = p->buckets[slot] - 1;
        if (span_equal(p->ids[person], id) && p->nth[person] == nth)
            return person;
    }
    return NO_ROW;
}

void people_index_of(struct people_index *p, const struct run_record *r) {
    enum { FETCHED_AHEAD = 16 };
    size_t count = r->person_count;
    people_index_init(p, count);
    uint32_t *slots = memory_alloc((count + 1) * sizeof *slots);
    for (size_t i = 0; i < count; i++) {
        struct person_record person;
        r->rows->person(r->from, i, &person);
        p->ids[i] = person.person_id;
        slots[i] = slot_of(p, person.person_id);
    }
    for (size_t i = 0; i < count; i++) {
        if (i + FETCHED_AHEAD < count)
            __builtin_prefetch(&p->buckets[slots[i + FETCHED_AHEAD]]);
        put_next(p, slots[i]);
    }
    free(slots);
}

void people_index_release(struct people_index *p) {
    free(p->ids);
    free(p->nth);
    free(p->buckets);
    *p = (struct people_index){0};
}
