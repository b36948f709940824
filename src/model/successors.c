/* The successors that the rows of the departments' table name, as a graph. */
#include "departments.h"

static bool is_valid_on(const struct department *d, date day) {
    return (!date_is_known(d->valid_from) || d->valid_from <= day) &&
           (!date_is_known(d->valid_to) || d->valid_to >= day);
}

/* A successor's rows by its code or name, and the day on which it took over. */
struct reference {
    struct index_span rows;
    date end; /* of the predecessor */
};

struct reference_finder {
    struct successors *g;
    struct fold_cache *cache;
    const struct key_index *by_code, *by_name;
    struct pair_map known; /* code or name, end → reference */
    VEC(struct reference) references;
};

/* The reference of a successor's text, or NO_INDEX where no row has it. */
static uint32_t reference_to(struct reference_finder *f, str_id text, date end) {
    key_id code = fold_cache_key(f->cache, FOLD_ID, text);
    key_id name = fold_cache_key(f->cache, FOLD_WORD, text);
    struct index_span rows = key_index_get(f->by_code, code);
    bool is_name = rows.count == 0;
    if (is_name)
        rows = key_index_get(f->by_name, name);
    if (rows.count == 0)
        return NO_INDEX;
    uint32_t index = (uint32_t)f->references.count;
    uint32_t key = is_name ? name.n << 1 | 1 : code.n << 1;
    uint32_t found = pair_map_put(&f->known, key, (uint32_t)end, index);
    if (found == index)
        vec_push(&f->references, ((struct reference){rows, end}));
    return found;
}

static void add_row(struct reference_finder *f, struct source *s, uint32_t row) {
    struct successors *g = f->g;
    const struct department_row *cells = &s->departments.items[row];
    vec_push(&g->first, (uint32_t)g->edges.count);
    for (uint32_t k = 0; k < cells->successor_count; k++) {
        str_id text = s->lists.items[cells->successors + k];
        uint32_t to = reference_to(f, text, g->m->departments.items[row].valid_to);
        if (to != NO_INDEX)
            vec_push(&g->edges, g->rows + to);
        else
            source_add_issue(s, &cells->origin,
                             &(struct join_issue){FIELD_successor,
                                                  source_text(s, text),
                                                  MSG_SUCCESSOR_UNKNOWN,
                                                  MSG_SUCCESSOR_IGNORED,
                                                  {source_text(s, text), (struct span){NULL, 0}}});
    }
}

/* To each row valid on the day after the end, or else to the first that begins later, or else to
 * the last one. */
static void add_reference(struct successors *g, const struct reference *r) {
    const struct department *departments = g->m->departments.items;
    size_t before = g->edges.count;
    uint32_t later = NO_INDEX;
    vec_push(&g->first, (uint32_t)before);
    for (uint32_t i = 0; i < r->rows.count; i++) {
        const struct department *d = &departments[r->rows.items[i]];
        if (!date_is_known(r->end) || is_valid_on(d, r->end + 1))
            vec_push(&g->edges, r->rows.items[i]);
        else if (d->valid_from > r->end &&
                 (later == NO_INDEX || d->valid_from < departments[later].valid_from))
            later = r->rows.items[i];
    }
    if (g->edges.count == before)
        vec_push(&g->edges, later != NO_INDEX ? later : r->rows.items[r->rows.count - 1]);
}

void successors_find(struct successors *g, struct model *m, struct fold_cache *cache,
                     const struct key_index *by_code, const struct key_index *by_name) {
    struct source *s = m->table_of[RECORD_DEPARTMENT];
    *g = (struct successors){.m = m, .rows = (uint32_t)m->departments.count};
    struct reference_finder f = {.g = g, .cache = cache, .by_code = by_code, .by_name = by_name};
    for (uint32_t row = 0; row < g->rows; row++)
        add_row(&f, s, row);
    for (size_t i = 0; i < f.references.count; i++)
        add_reference(g, &f.references.items[i]);
    g->nodes = g->rows + (uint32_t)f.references.count;
    vec_push(&g->first, (uint32_t)g->edges.count);
    pair_map_release(&f.known);
    vec_release(&f.references);
}

void successors_release(struct successors *g) {
    vec_release(&g->first);
    vec_release(&g->edges);
}

bool successors_follow(const struct successors *g, uint32_t row) {
    const struct department *d = &g->m->departments.items[row];
    return date_is_known(d->valid_to) && d->valid_to < g->m->plan->as_of &&
           g->first.items[row] < g->first.items[row + 1];
}
