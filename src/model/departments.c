/*
 * What a department's code or name means on the day D.
 *
 * The table has rows with a span of validity, and successors by code or name. A code or a name
 * means the rows of it that are valid on D; where none is, the row that ended last, and from there
 * its successors. A successor is the row of its code (or name) that was valid when the predecessor
 * ended: so a code that was reused later is not inherited, and a pure rename (1001 税務課 → 1001
 * 市税課) is followed although the code stays the same.
 *
 *     code  name    valid_from  valid_to    successor
 *     1001  税務課              2025-03-31  1001         code 1001 on 2026-03-31: 市税課
 *     1001  市税課  2025-04-01                           name 税務課 on 2026-03-31: 市税課
 *
 * Where a chain ends in a department that is not valid either, that one is meant. Everything is
 * resolved once at the seal; afterwards a look-up is two array reads.
 */
#include "departments.h"

#include <stdlib.h>

/* The table's rows as a graph; departments of the model have the same indices. */
struct graph {
    struct model *m;
    struct key_index by_code, by_name; /* rows, in table order */
    uint32_t *first;                   /* first edge of each row, and one place more */
    VEC(uint32_t) edges;
    uint32_t *seen_in; /* the last walk that saw the row */
    uint32_t walk;
    VEC(uint32_t) queue;
};

static bool is_valid_on(const struct department *d, date day) {
    return (!date_is_known(d->valid_from) || d->valid_from <= day) &&
           (!date_is_known(d->valid_to) || d->valid_to >= day);
}

static bool has_ended(const struct department *d, date day) {
    return date_is_known(d->valid_to) && d->valid_to < day;
}

static struct department *department_at(struct model *m, uint32_t index) {
    return &m->departments.items[index];
}

/* --- The graph --- */

static void add_row(struct model *m, struct fold_cache *cache, const struct department_row *row) {
    struct department d = {.code = fold_cache_text(cache, row->code),
                           .name = fold_cache_text(cache, row->name),
                           .code_key = fold_cache_key(cache, FOLD_ID, row->code),
                           .name_key = fold_cache_key(cache, FOLD_WORD, row->name),
                           .valid_from = row->valid_from,
                           .valid_to = row->valid_to};
    d.is_valid = is_valid_on(&d, m->plan->as_of);
    vec_push(&m->departments, d);
}

/* The rows of a successor's code or name. */
static struct index_span rows_named(const struct graph *g, struct fold_cache *cache, str_id text) {
    struct index_span rows = key_index_get(&g->by_code, fold_cache_key(cache, FOLD_ID, text));
    return rows.count ? rows : key_index_get(&g->by_name, fold_cache_key(cache, FOLD_WORD, text));
}

/* An edge to each row valid on the day after the end, or else to the first that begins later, or
 * else to the last one. */
static void add_edges(struct graph *g, uint32_t from, struct index_span rows) {
    date end = department_at(g->m, from)->valid_to;
    size_t before = g->edges.count;
    uint32_t later = NO_INDEX;
    for (uint32_t i = 0; i < rows.count; i++) {
        const struct department *d = department_at(g->m, rows.items[i]);
        if (!date_is_known(end) || is_valid_on(d, end + 1))
            vec_push(&g->edges, rows.items[i]);
        else if (d->valid_from > end &&
                 (later == NO_INDEX || d->valid_from < department_at(g->m, later)->valid_from))
            later = rows.items[i];
    }
    if (g->edges.count == before)
        vec_push(&g->edges, later != NO_INDEX ? later : rows.items[rows.count - 1]);
}

static void connect(struct graph *g, struct fold_cache *cache) {
    struct source *s = g->m->table_of[RECORD_DEPARTMENT];
    for (uint32_t i = 0; i < s->departments.count; i++) {
        const struct department_row *row = &s->departments.items[i];
        g->first[i] = (uint32_t)g->edges.count;
        for (uint32_t k = 0; k < row->successor_count; k++) {
            str_id text = s->lists.items[row->successors + k];
            struct index_span rows = rows_named(g, cache, text);
            if (rows.count)
                add_edges(g, i, rows);
            else
                source_add_issue(s, &row->origin, FIELD_successor, source_text(s, text),
                                 MSG_SUCCESSOR_UNKNOWN, MSG_SUCCESSOR_IGNORED, source_text(s, text),
                                 (struct span){NULL, 0});
        }
        g->first[i + 1] = (uint32_t)g->edges.count;
    }
}

/* --- Walks along the successors --- */

static void walk_begin(struct graph *g) {
    g->walk++;
    g->queue.count = 0;
}

static void walk_add(struct graph *g, uint32_t row) {
    if (g->seen_in[row] != g->walk) {
        g->seen_in[row] = g->walk;
        vec_push(&g->queue, row);
    }
}

static bool is_passed_through(const struct graph *g, uint32_t row) {
    return has_ended(department_at(g->m, row), g->m->plan->as_of) &&
           g->first[row] < g->first[row + 1];
}

static void walk_run(struct graph *g) {
    for (size_t i = 0; i < g->queue.count; i++) {
        uint32_t row = g->queue.items[i];
        if (!is_passed_through(g, row))
            continue;
        for (uint32_t e = g->first[row]; e < g->first[row + 1]; e++)
            walk_add(g, g->edges.items[e]);
    }
}

/* How well a row says what a key means: valid on the day; the end of a chain; passed through. */
static int weight(const struct graph *g, uint32_t row) {
    return department_at(g->m, row)->is_valid ? 2 : is_passed_through(g, row) ? 0 : 1;
}

static int index_order(const void *left, const void *right) {
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Files the best of what the walk reached under the key, ascending. */
static void file_reached(const struct graph *g, key_id key, struct key_pairs *pairs) {
    int best = 0;
    for (size_t i = 0; i < g->queue.count; i++) {
        int here = weight(g, g->queue.items[i]);
        best = here > best ? here : best;
    }
    if (g->queue.count > 1)
        qsort(g->queue.items, g->queue.count, sizeof *g->queue.items, index_order);
    for (size_t i = 0; i < g->queue.count; i++) {
        if (weight(g, g->queue.items[i]) == best)
            key_pairs_add(pairs, key, g->queue.items[i]);
    }
}

static void report_loops(struct graph *g) {
    struct source *s = g->m->table_of[RECORD_DEPARTMENT];
    for (uint32_t row = 0; row < s->departments.count; row++) {
        walk_begin(g);
        for (uint32_t e = g->first[row]; e < g->first[row + 1]; e++)
            walk_add(g, g->edges.items[e]);
        walk_run(g);
        if (g->seen_in[row] != g->walk)
            continue;
        const struct department *d = department_at(g->m, row);
        source_add_issue(s, &s->departments.items[row].origin, FIELD_successor,
                         model_text(g->m, d->name), MSG_SUCCESSOR_LOOP, MSG_LOOP_CUT,
                         model_text(g->m, d->name), (struct span){NULL, 0});
    }
}

/* --- What each key means --- */

/* Does row `a` say better than `b` what a key means on the day, where neither is valid? The one
 * that ended last; where all are to come, the first to come. */
static int compare_invalid(const struct department *a, const struct department *b, date day) {
    bool a_ended = has_ended(a, day), b_ended = has_ended(b, day);
    if (a_ended != b_ended)
        return a_ended ? 1 : -1;
    if (a_ended)
        return (a->valid_to > b->valid_to) - (a->valid_to < b->valid_to);
    return (a->valid_from < b->valid_from) - (a->valid_from > b->valid_from);
}

/* The walk begins at the valid rows, or at the best of the others. */
static void begin_at(struct graph *g, struct index_span rows) {
    const struct department *best = NULL;
    date day = g->m->plan->as_of;
    walk_begin(g);
    for (uint32_t i = 0; i < rows.count; i++) {
        const struct department *d = department_at(g->m, rows.items[i]);
        if (d->is_valid)
            walk_add(g, rows.items[i]);
        else if (!best || compare_invalid(d, best, day) > 0)
            best = d;
    }
    for (uint32_t i = 0; g->queue.count == 0 && best && i < rows.count; i++) {
        if (compare_invalid(department_at(g->m, rows.items[i]), best, day) == 0)
            walk_add(g, rows.items[i]);
    }
}

static void resolve_keys(struct graph *g, const struct key_index *rows_by_key,
                         struct key_pairs *pairs) {
    for (uint32_t k = 1; k < rows_by_key->key_count; k++) {
        key_id key = {k};
        struct index_span rows = key_index_get(rows_by_key, key);
        if (rows.count == 0)
            continue;
        begin_at(g, rows);
        walk_run(g);
        file_reached(g, key, pairs);
    }
}

static void resolve_table(struct model *m, struct fold_cache *cache, struct key_pairs *by_code,
                          struct key_pairs *by_name) {
    struct graph g = {.m = m};
    struct arena scratch = {0};
    struct key_pairs codes = {0}, names = {0};
    uint32_t rows = (uint32_t)m->departments.count, keys = strpool_count(&m->keys);
    for (uint32_t i = 0; i < rows; i++) {
        key_pairs_add(&codes, m->departments.items[i].code_key, i);
        key_pairs_add(&names, m->departments.items[i].name_key, i);
    }
    key_index_build(&g.by_code, &codes, keys, &scratch);
    key_index_build(&g.by_name, &names, keys, &scratch);
    g.first = memory_zeroed(rows + (size_t)1, sizeof *g.first);
    g.seen_in = memory_zeroed(rows + (size_t)1, sizeof *g.seen_in);
    connect(&g, cache);
    report_loops(&g);
    resolve_keys(&g, &g.by_code, by_code);
    resolve_keys(&g, &g.by_name, by_name);
    vec_release(&g.edges);
    vec_release(&g.queue);
    free(g.first);
    free(g.seen_in);
    arena_release(&scratch);
}

void departments_resolve(struct model *m, struct fold_cache *cache, struct key_pairs *by_code,
                         struct key_pairs *by_name) {
    const struct source *s = m->table_of[RECORD_DEPARTMENT];
    for (size_t i = 0; i < s->departments.count; i++)
        add_row(m, cache, &s->departments.items[i]);
    resolve_table(m, cache, by_code, by_name);
}
