/* What the files about departments share. */
#ifndef TENKO_MODEL_DEPARTMENTS_H
#define TENKO_MODEL_DEPARTMENTS_H

#include "seal.h"

/*
 * What a code or a name means: one department (its index), or several (MEANS_SEVERAL and the number
 * of a set). Sets are shared: a thousand codes may mean the same thousand departments.
 */
typedef uint32_t meaning;
#define MEANS_SEVERAL (UINT32_C(1) << 31)

struct meaning_set { /* of meanings.items, ascending */
    uint32_t first, count;
};
struct meanings {
    VEC(uint32_t) items; /* of all sets */
    VEC(struct meaning_set) sets;
};

/* The departments that are meant, ascending. */
struct index_span meaning_span(const struct meanings *meanings, const meaning *of);
/* Where it stands in an array of all departments, one by one, and the items of the sets behind. */
struct meaning_set meaning_place(const struct meanings *meanings, meaning of, uint32_t departments);
/* Adds a set; sorts the items. Of one item it is that department. */
meaning meaning_of(struct meanings *meanings, uint32_t *items, size_t count);
void meanings_release(struct meanings *meanings);

/* Adds the rows of the table to model->departments, and what each of its codes and names means. */
struct named_meanings {
    struct meanings sets;
    struct key_pairs by_code, by_name; /* the values are meanings */
};
void departments_resolve(struct model *m, struct fold_cache *cache, struct named_meanings *out);

/* --- successors.c: the table's rows as a graph --- */

/*
 * Rows are the nodes 0 … rows − 1. Behind them stand the references: what a successor's code or
 * name meant when its predecessor ended, one for all rows that say the same. A row leads to
 * references, a reference to rows.
 */
struct successors {
    struct model *m;
    uint32_t rows, nodes;
    VEC(uint32_t) first; /* first edge of each node, and one place more */
    VEC(uint32_t) edges;
};

void successors_find(struct successors *g, struct model *m, struct fold_cache *cache,
                     const struct key_index *by_code, const struct key_index *by_name);
void successors_release(struct successors *g);
/* Has the row ended before the day judged, and others follow it? */
bool successors_follow(const struct successors *g, uint32_t row);

/* --- circles.c: strongly connected parts of that graph --- */

/* The parts in an order in which each comes after all that it leads to. Only rows that others
 * follow lead on. */
struct parts {
    uint32_t *part_of; /* by node */
    VEC(uint32_t) nodes;
    VEC(uint32_t) first; /* of nodes; and one place more */
};
void parts_find(struct parts *out, const struct successors *g);
void parts_release(struct parts *parts);

#endif
