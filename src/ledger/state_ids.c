#include "state_ids.h"

#include <stdlib.h>

bool ids_add(struct ids *ids, struct span text) {
    struct range *items;
    size_t count;
    if (!ranges_parse(text, &items, &count))
        return false;
    for (size_t i = 0; i < count; i++)
        vec_push(&ids->items, items[i]);
    free(items);
    return true;
}

void ids_add_numbers(struct ids *ids, const int64_t *numbers, size_t count) {
    for (size_t i = 0, n; i < count; i += n) {
        for (n = 1; i + n < count && numbers[i + n] == numbers[i] + (int64_t)n;)
            n++;
        vec_push(&ids->items, ((struct range){numbers[i], (int64_t)n}));
    }
}

static int by_first(const void *a, const void *b) {
    int64_t x = ((const struct range *)a)->first, y = ((const struct range *)b)->first;
    return (x > y) - (x < y);
}

static int64_t end_of(const struct range *r) {
    return r->first + r->count;
}

void ids_unite(struct ids *ids) {
    size_t n = 0;
    if (ids->items.count)
        qsort(ids->items.items, ids->items.count, sizeof(struct range), by_first);
    for (size_t i = 0; i < ids->items.count; i++) {
        struct range *last = n ? &ids->items.items[n - 1] : NULL, next = ids->items.items[i];
        if (!last || next.first > end_of(last))
            ids->items.items[n++] = next;
        else if (end_of(&next) > end_of(last))
            last->count = end_of(&next) - last->first;
    }
    ids->items.count = n;
}

size_t ids_from(const struct ids *ids, size_t i, int64_t id) {
    while (i < ids->items.count && end_of(&ids->items.items[i]) <= id)
        i++;
    return i;
}

void ids_subtract(const struct ids *a, const struct ids *b, struct ids *out) {
    size_t j = 0;
    for (size_t i = 0; i < a->items.count; i++) {
        int64_t at = a->items.items[i].first, end = end_of(&a->items.items[i]);
        while (at < end) {
            while (j < b->items.count && end_of(&b->items.items[j]) <= at)
                j++;
            /* b's next range: [stop, …) is in both */
            bool has_next = j < b->items.count && b->items.items[j].first < end;
            int64_t stop = has_next ? b->items.items[j].first : end;
            if (stop > at)
                vec_push(&out->items, ((struct range){at, stop - at}));
            at = has_next ? end_of(&b->items.items[j]) : end;
        }
    }
}

void ids_release(struct ids *ids) {
    vec_release(&ids->items);
}
