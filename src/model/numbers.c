/*
 * People of one number. Two companies that both count from 0001 share a list; a roster's number may
 * be mistyped. Rows whose names agree are joined (union by the first row that has a name); what
 * stays apart is several people.
 */
#include "people.h"

#include <stdlib.h>

/* One number's rows while they are told apart. */
struct person_number {
    struct number_split *split;
    struct model *m;
    struct fold_cache **caches;
    struct roster_row *rows;
    size_t count;
    uint32_t *parent; /* of each row, in the order given */
    bool *has_name;
};

static const struct person_row *row_of(const struct person_number *n, size_t i) {
    return &n->m->rosters[n->rows[i].roster].people.items[n->rows[i].row];
}

static uint32_t root(const struct person_number *n, uint32_t i) {
    while (n->parent[i] != i)
        i = n->parent[i] = n->parent[n->parent[i]];
    return i;
}

/* The earlier row leads, so that groups stand in the order of their first rows. */
static void join(struct person_number *n, uint32_t a, uint32_t b) {
    a = root(n, a);
    b = root(n, b);
    if (a < b)
        n->parent[b] = a;
    else
        n->parent[a] = b;
}

static void add_key(struct person_number *n, uint32_t row, uint32_t key) {
    /* the first's: a row of a leavers list may have lost its zeros */
    key_id number = fold_cache_key(n->caches[n->rows[0].roster], FOLD_ID, row_of(n, 0)->person_id);
    uint32_t first = pair_map_put(&n->split->row_of_name, number.n, key, row);
    if (first != row)
        join(n, first, row);
    n->has_name[row] = true;
}

/* A name counts as written and as it sounds. */
static void add_name(struct person_number *n, uint32_t row, enum fold fold, str_id text) {
    static const uint32_t sounds_from = UINT32_C(1) << 31; /* beyond the model's keys */
    if (str_is_none(text))
        return;
    const struct source *s = &n->m->rosters[n->rows[row].roster];
    key_id key = fold_cache_key(n->caches[n->rows[row].roster], fold, text);
    struct strbuf sound = {0};
    if (!key_is_none(key))
        add_key(n, row, key.n);
    fold_text(FOLD_ROMAJI, source_text(s, text), &sound);
    if (sound.n)
        add_key(n, row, sounds_from + strpool_intern(&n->split->sounds, strbuf_span(&sound)).n);
    strbuf_release(&sound);
}

static void add_names(struct person_number *n, uint32_t i) {
    const struct person_row *row = row_of(n, i);
    const struct source *s = &n->m->rosters[n->rows[i].roster];
    add_name(n, i, FOLD_NAME, row->name);
    add_name(n, i, FOLD_NAME, row->former_name);
    for (uint32_t k = 0; k < row->other_names.count; k++)
        add_name(n, i, FOLD_NAME, s->lists.items[row->other_names.first + k]);
    add_name(n, i, FOLD_NAME, row->romaji);
    add_name(n, i, FOLD_KANA, row->kana);
}

/* Rows without a name go with the first. */
static void join_the_rest(struct person_number *n) {
    for (uint32_t i = 1; i < n->count; i++)
        if (root(n, i) != 0 && (!n->has_name[i] || !n->has_name[0]))
            join(n, 0, i);
}

static void report_second(struct person_number *n, size_t row, size_t first) {
    struct source *s = &n->m->rosters[n->rows[row].roster];
    const struct person_row *other = row_of(n, first);
    const struct source *file = &n->m->rosters[n->rows[first].roster];
    struct strbuf where = {0};
    if (other->origin.line)
        strbuf_addf(&where, "%s:%u", file->display, (unsigned)other->origin.line);
    else
        strbuf_add_span(&where, source_text(file, other->origin.dn));
    source_add_issue(s, &row_of(n, row)->origin,
                     &(struct join_issue){FIELD_name,
                                          source_text(s, row_of(n, row)->name),
                                          MSG_PERSON_ID_TWO_NAMES,
                                          MSG_TWO_PEOPLE,
                                          {source_text(s, row_of(n, row)->person_id),
                                           arena_copy(&s->arena, strbuf_span(&where))}});
    strbuf_release(&where);
}

struct placed_row {
    uint32_t group;
    bool is_leavers;
    uint32_t at; /* in the order given */
    struct roster_row row;
};

static int placed_order(const void *left, const void *right) {
    const struct placed_row *a = left, *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->is_leavers != b->is_leavers)
        return a->is_leavers ? 1 : -1;
    return (a->at > b->at) - (a->at < b->at);
}

static void sort_rows(struct person_number *n) {
    struct placed_row *placed = memory_alloc(n->count * sizeof *placed);
    for (uint32_t i = 0; i < n->count; i++)
        placed[i] = (struct placed_row){
            root(n, i), n->m->plan->rosters.items[n->rows[i].roster].is_leavers, i, n->rows[i]};
    qsort(placed, n->count, sizeof *placed, placed_order);
    for (size_t i = 0; i < n->count; i++) {
        n->rows[i] = placed[i].row;
        n->split->group[i] = placed[i].group;
    }
    for (size_t i = 1; i < n->count; i++)
        if (n->split->group[i] != n->split->group[i - 1])
            report_second(n, i, 0);
    free(placed);
}

void number_split(struct number_split *split, struct model *m, struct fold_cache **caches,
                  struct roster_row *rows, size_t count) {
    struct person_number n = {
        .split = split, .m = m, .caches = caches, .rows = rows, .count = count};
    if (count > split->capacity)
        split->group = vec_grow(split->group, &split->capacity, count, sizeof *split->group);
    n.parent = memory_alloc(count * sizeof *n.parent);
    n.has_name = memory_zeroed(count, sizeof *n.has_name);
    for (uint32_t i = 0; i < count; i++)
        n.parent[i] = i;
    for (uint32_t i = 0; i < count; i++)
        add_names(&n, i);
    join_the_rest(&n);
    sort_rows(&n);
    free(n.parent);
    free(n.has_name);
}

void number_split_release(struct number_split *split) {
    free(split->group);
    pair_map_release(&split->row_of_name);
    strpool_release(&split->sounds);
}
