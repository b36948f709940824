/* People of a record by number: several may have one, and are told apart by which of them it is. */
#ifndef TENKO_LEDGER_PEOPLE_INDEX_H
#define TENKO_LEDGER_PEOPLE_INDEX_H

#include "tenko/memory.h"
#include "tenko/record.h"

struct people_index {
    struct span *ids;  /* borrowed, by person */
    uint32_t *nth;     /* how many of the same number stand before */
    uint32_t *buckets; /* hash of the number → person + 1 */
    uint32_t mask, count;
};

/* Room for so many people, then each in the record's order; or all of a record at once. */
void people_index_init(struct people_index *p, size_t count);
void people_index_add(struct people_index *p, struct span id);
void people_index_of(struct people_index *p, const struct run_record *r);
uint32_t people_index_find(const struct people_index *p, struct span id, uint32_t nth);
void people_index_release(struct people_index *p);

#endif
