/*
 * Work that is made in any order and taken in its own: items (parts of a file) are made by whoever
 * is free, and each taker (a file that is written) gets every item, one after the other. Nobody
 * waits for a taker while there is something to make, and what is taken soon after it was made is
 * still in the cache of the thread that made it.
 */
#ifndef TENKO_PIPELINE_H
#define TENKO_PIPELINE_H

#include <stddef.h>

enum { PIPELINE_SLOTS = 16, PIPELINE_TAKERS_MOST = 8 };

struct pipeline {
    size_t items, takers;
    /* Fills the item's slot, item % PIPELINE_SLOTS; it is free again when all have taken it. */
    void (*make)(void *context, size_t item);
    /* A taker's calls never overlap. */
    void (*take)(void *context, size_t taker, size_t item);
    void *context;
};

/* On the caller's thread and up to threads − 1 others, until every taker has every item. */
void pipeline_run(const struct pipeline *p, unsigned threads);

#endif
