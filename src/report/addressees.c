/* Who gets a file. */
#include "addressees.h"

#include "tenko/file_name.h"
#include "tenko/fold.h"
#include "tenko/message.h"

#include <stdlib.h>

void addressees_init(struct addressees *a, size_t exception_count) {
    *a = (struct addressees){.exception_count = exception_count};
    a->of_exception = memory_alloc((exception_count + 1) * sizeof *a->of_exception);
    for (size_t i = 0; i < exception_count; i++)
        a->of_exception[i] = NO_ADDRESSEE;
}

static uint32_t *slot(uint32_t **items, size_t *count, size_t *capacity, str_id id) {
    while (*count <= id.n) {
        if (*count == *capacity)
            *items = vec_grow(*items, capacity, *count + 1, sizeof **items);
        (*items)[(*count)++] = NO_ADDRESSEE;
    }
    return &(*items)[id.n];
}
#define SLOT(v, id) slot(&(v).items, &(v).count, &(v).capacity, (id))

static uint32_t number_of(struct addressees *a, struct span name) {
    uint32_t *known = SLOT(a->of_raw, strpool_intern(&a->raw, name));
    if (*known != NO_ADDRESSEE)
        return *known;
    struct strbuf key = {0};
    fold_text(FOLD_WORD, name, &key);
    uint32_t *number = SLOT(a->of_folded, strpool_intern(&a->folded, strbuf_span(&key)));
    strbuf_release(&key);
    if (*number == NO_ADDRESSEE) {
        *number = (uint32_t)a->items.count;
        struct addressee item = {.name = arena_copy(&a->arena, name), .number = *number};
        vec_push(&a->items, item);
    }
    return *known = *number;
}

void addressees_add(struct addressees *a, size_t i, struct span name) {
    a->of_exception[i] = number_of(a, name);
}

static int by_name(const void *left, const void *right) {
    const struct addressee *a = left, *b = right;
    return span_compare(a->name, b->name);
}

static void sort(struct addressees *a) {
    size_t count = a->items.count;
    uint32_t *place = memory_zeroed(count + 1, sizeof *place);
    if (count)
        qsort(a->items.items, count, sizeof *a->items.items, by_name);
    for (size_t i = 0; i < count; i++)
        place[a->items.items[i].number] = (uint32_t)i;
    for (size_t i = 0; i < a->exception_count; i++)
        if (a->of_exception[i] != NO_ADDRESSEE)
            a->of_exception[i] = place[a->of_exception[i]];
    free(place);
}

/* Sorted, so that the nameless one comes first and keeps its file name. */
static void name_files(struct addressees *a, enum language lang) {
    struct file_names taken = {0};
    struct strbuf stem = {0};
    for (size_t i = 0; i < a->items.count; i++) {
        struct addressee *item = &a->items.items[i];
        struct span nobody = message_span(MSG_TERM_NO_ADDRESSEE, lang);
        file_name_unique(item->name.n ? item->name : nobody, &taken, &stem);
        item->stem = arena_copy(&a->arena, strbuf_span(&stem)).p;
    }
    strbuf_release(&stem);
    file_names_release(&taken);
}

static void order(struct addressees *a) {
    size_t count = a->items.count;
    a->first = memory_zeroed(count + 2, sizeof *a->first);
    a->ordered = memory_alloc((a->exception_count + 1) * sizeof *a->ordered);
    for (size_t i = 0; i < a->exception_count; i++)
        if (a->of_exception[i] != NO_ADDRESSEE)
            a->first[a->of_exception[i] + 2]++;
    for (size_t i = 2; i < count + 2; i++)
        a->first[i] += a->first[i - 1];
    /* first[i + 1] is where the next one of i goes; when all are in, it is where i ends. */
    for (size_t i = 0; i < a->exception_count; i++)
        if (a->of_exception[i] != NO_ADDRESSEE)
            a->ordered[a->first[a->of_exception[i] + 1]++] = (uint32_t)i;
}

static void release_pools(struct addressees *a) {
    vec_release(&a->of_raw);
    vec_release(&a->of_folded);
    strpool_release(&a->raw);
    strpool_release(&a->folded);
}

void addressees_finish(struct addressees *a, enum language lang) {
    sort(a);
    order(a);
    name_files(a, lang);
    release_pools(a);
}

void addressees_release(struct addressees *a) {
    release_pools(a);
    vec_release(&a->items);
    free(a->of_exception);
    free(a->ordered);
    free(a->first);
    arena_release(&a->arena);
}
