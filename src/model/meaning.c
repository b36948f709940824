/* Sets of departments that a code or a name means. */
#include "departments.h"

#include <stdlib.h>

struct index_span meaning_span(const struct meanings *meanings, const meaning *of) {
    if (!(*of & MEANS_SEVERAL))
        return (struct index_span){of, 1};
    const struct meaning_set *set = &meanings->sets.items[*of & ~MEANS_SEVERAL];
    return (struct index_span){meanings->items.items + set->first, set->count};
}

struct meaning_set meaning_place(const struct meanings *meanings, meaning of,
                                 uint32_t departments) {
    if (!(of & MEANS_SEVERAL))
        return (struct meaning_set){of, 1};
    struct meaning_set set = meanings->sets.items[of & ~MEANS_SEVERAL];
    return (struct meaning_set){departments + set.first, set.count};
}

static int index_order(const void *left, const void *right) {
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

meaning meaning_of(struct meanings *meanings, uint32_t *items, size_t count) {
    struct meaning_set set = {.first = (uint32_t)meanings->items.count};
    qsort(items, count, sizeof *items, index_order);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || items[i] != items[i - 1])
            vec_push(&meanings->items, items[i]);
    set.count = (uint32_t)meanings->items.count - set.first;
    if (set.count == 1) {
        meanings->items.count--;
        return items[0];
    }
    vec_push(&meanings->sets, set);
    return MEANS_SEVERAL | (uint32_t)(meanings->sets.count - 1);
}

void meanings_release(struct meanings *meanings) {
    vec_release(&meanings->items);
    vec_release(&meanings->sets);
}
