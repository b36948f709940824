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
 * resolved once at the seal, each row after all that follow it; afterwards a look-up is two array
 * reads.
 */
#include "departments.h"

#include <stdlib.h>

struct resolving {
    struct model *m;
    struct source *table;
    struct successors g;
    struct parts parts;
    struct named_meanings *out;
    struct resolved { /* by part */
        meaning meaning;
        uint8_t weight;
    } * resolved;
    VEC(uint32_t) scratch;
};

/* How well a row says what is meant: valid on the day; the end of a chain; part of a loop. */
enum weight { IN_LOOP, AT_END, VALID };

static bool has_ended(const struct department *d, date day) {
    return date_is_known(d->valid_to) && d->valid_to < day;
}

static struct department *department_at(struct model *m, uint32_t index) {
    return &m->departments.items[index];
}

static void add_row(struct model *m, struct fold_cache *cache, const struct department_row *row) {
    date day = m->plan->as_of;
    struct department d = {.code = fold_cache_text(cache, row->code),
                           .name = fold_cache_text(cache, row->name),
                           .code_key = fold_cache_key(cache, FOLD_ID, row->code),
                           .name_key = fold_cache_key(cache, FOLD_WORD, row->name),
                           .valid_from = row->valid_from,
                           .valid_to = row->valid_to};
    d.is_valid = (!date_is_known(d.valid_from) || d.valid_from <= day) && !has_ended(&d, day);
    vec_push(&m->departments, d);
}

/* --- What each row means --- */

static struct resolved resolved_of(const struct resolving *r, uint32_t node) {
    return r->resolved[r->parts.part_of[node]];
}

/* Puts the best of what the nodes mean into the scratch; returns how good it is. What all mean
 * alike is taken as it is. */
static struct resolved unite(struct resolving *r, const uint32_t *nodes, size_t count) {
    struct resolved all = resolved_of(r, nodes[0]);
    bool is_one = true;
    for (size_t i = 1; i < count; i++) {
        struct resolved one = resolved_of(r, nodes[i]);
        if (one.weight > all.weight) {
            all = one;
            is_one = true;
        } else if (one.weight == all.weight) {
            is_one = is_one && one.meaning == all.meaning;
        }
    }
    if (is_one)
        return all;
    r->scratch.count = 0;
    for (size_t i = 0; i < count; i++) {
        struct resolved one = resolved_of(r, nodes[i]);
        struct index_span meant = meaning_span(&r->out->sets, &one.meaning);
        for (uint32_t k = 0; one.weight == all.weight && k < meant.count; k++)
            vec_push(&r->scratch, meant.items[k]);
    }
    all.meaning = meaning_of(&r->out->sets, r->scratch.items, r->scratch.count);
    return all;
}

/* Where nothing but a loop is reached, all that was passed is meant; of long ones what was passed
 * last, or one for all. */
static struct resolved loop_of(struct resolving *r, const uint32_t *rows, size_t count,
                               const struct resolved *beyond) {
    enum { MOST_LISTED = 64 };
    struct resolved loop = {.weight = IN_LOOP};
    struct index_span further = {NULL, 0};
    if (beyond)
        further = meaning_span(&r->out->sets, &beyond->meaning);
    if (count + further.count > MOST_LISTED && beyond)
        return *beyond;
    uint32_t first = rows[0];
    for (size_t i = 1; i < count; i++)
        first = rows[i] < first ? rows[i] : first;
    loop.meaning = first;
    if (count + further.count > MOST_LISTED)
        return loop;
    r->scratch.count = 0;
    for (size_t i = 0; i < count; i++)
        vec_push(&r->scratch, rows[i]);
    for (uint32_t i = 0; i < further.count; i++)
        vec_push(&r->scratch, further.items[i]);
    loop.meaning = meaning_of(&r->out->sets, r->scratch.items, r->scratch.count);
    return loop;
}

/* What the part leads to, once each: nodes of other parts. */
static void list_exits(const struct resolving *r, uint32_t part, uint32_t **exits, size_t *count) {
    VEC(uint32_t) list = {0};
    for (uint32_t i = r->parts.first.items[part]; i < r->parts.first.items[part + 1]; i++) {
        uint32_t node = r->parts.nodes.items[i];
        if (node < r->g.rows && !successors_follow(&r->g, node))
            continue;
        for (uint32_t e = r->g.first.items[node]; e < r->g.first.items[node + 1]; e++)
            if (r->parts.part_of[r->g.edges.items[e]] != part)
                vec_push(&list, r->g.edges.items[e]);
    }
    *exits = list.items;
    *count = list.count;
}

/* The rows of a part, without its references; the caller frees them. */
static uint32_t *rows_of(const struct resolving *r, uint32_t part, size_t *count) {
    uint32_t first = r->parts.first.items[part], end = r->parts.first.items[part + 1];
    uint32_t *rows = memory_alloc((end - first + (size_t)1) * sizeof *rows);
    *count = 0;
    for (uint32_t i = first; i < end; i++)
        if (r->parts.nodes.items[i] < r->g.rows)
            rows[(*count)++] = r->parts.nodes.items[i];
    return rows;
}

static struct resolved resolve_part(struct resolving *r, uint32_t part) {
    uint32_t node = r->parts.nodes.items[r->parts.first.items[part]], *exits;
    if (node < r->g.rows && !successors_follow(&r->g, node))
        return (struct resolved){node, department_at(r->m, node)->is_valid ? VALID : AT_END};
    size_t exit_count, row_count;
    list_exits(r, part, &exits, &exit_count);
    uint32_t *rows = rows_of(r, part, &row_count);
    struct resolved beyond = {0};
    if (exit_count)
        beyond = unite(r, exits, exit_count);
    if ((!exit_count || beyond.weight == IN_LOOP) && row_count)
        beyond = loop_of(r, rows, row_count, exit_count ? &beyond : NULL);
    free(exits);
    free(rows);
    return beyond;
}

/* --- Loops --- */

/* A row that is still valid leads on from itself alone; such walks are short, and bounded. */
static bool leads_back(const struct resolving *r, uint32_t row, size_t *steps) {
    for (uint32_t e = r->g.first.items[row]; e < r->g.first.items[row + 1]; e++) {
        uint32_t reference = r->g.edges.items[e];
        uint32_t end = r->g.first.items[reference + 1];
        for (uint32_t i = r->g.first.items[reference]; i < end && *steps; i++, --*steps)
            if (r->g.edges.items[i] == row)
                return true;
    }
    return false;
}

static void report_loops(struct resolving *r) {
    size_t steps = 1000000;
    for (uint32_t row = 0; row < r->g.rows; row++) {
        uint32_t part = r->parts.part_of[row];
        bool is_loop = r->parts.first.items[part + 1] - r->parts.first.items[part] > 1;
        if (!is_loop && !successors_follow(&r->g, row))
            is_loop = leads_back(r, row, &steps);
        if (!is_loop)
            continue;
        struct span name = model_text(r->m, department_at(r->m, row)->name);
        source_add_issue(r->table, &r->table->departments.items[row].origin,
                         &(struct join_issue){FIELD_successor,
                                              name,
                                              MSG_SUCCESSOR_LOOP,
                                              MSG_LOOP_CUT,
                                              {name, (struct span){NULL, 0}}});
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

/* Of the rows of a key the valid ones, or the best of the others. */
static size_t choose(const struct resolving *r, struct index_span rows, uint32_t *chosen) {
    const struct department *best = NULL;
    date day = r->m->plan->as_of;
    size_t count = 0;
    for (uint32_t i = 0; i < rows.count; i++) {
        const struct department *d = department_at(r->m, rows.items[i]);
        if (d->is_valid)
            chosen[count++] = rows.items[i];
        else if (!best || compare_invalid(d, best, day) > 0)
            best = d;
    }
    if (count)
        return count;
    for (uint32_t i = 0; i < rows.count; i++)
        if (compare_invalid(department_at(r->m, rows.items[i]), best, day) == 0)
            chosen[count++] = rows.items[i];
    return count;
}

static void resolve_keys(struct resolving *r, const struct key_index *rows_by_key,
                         struct key_pairs *pairs) {
    uint32_t *chosen = memory_alloc((r->g.rows + (size_t)1) * sizeof *chosen);
    for (uint32_t k = 1; k < rows_by_key->key_count; k++) {
        struct index_span rows = key_index_get(rows_by_key, (key_id){k});
        size_t count = rows.count ? choose(r, rows, chosen) : 0;
        if (count)
            key_pairs_add(pairs, (key_id){k}, unite(r, chosen, count).meaning);
    }
    free(chosen);
}

static void resolve_rows(struct resolving *r) {
    uint32_t parts = (uint32_t)r->parts.first.count - 1;
    r->resolved = memory_zeroed(parts + (size_t)1, sizeof *r->resolved);
    for (uint32_t part = 0; part < parts; part++)
        r->resolved[part] = resolve_part(r, part);
}

void departments_resolve(struct model *m, struct fold_cache *cache, struct named_meanings *out) {
    struct resolving r = {.m = m, .table = m->table_of[RECORD_DEPARTMENT], .out = out};
    struct arena scratch = {0};
    struct key_pairs codes = {0}, names = {0};
    struct key_index by_code, by_name;
    for (size_t i = 0; i < r.table->departments.count; i++)
        add_row(m, cache, &r.table->departments.items[i]);
    for (uint32_t i = 0; i < m->departments.count; i++) {
        key_pairs_add(&codes, m->departments.items[i].code_key, i);
        key_pairs_add(&names, m->departments.items[i].name_key, i);
    }
    uint32_t keys = strpool_count(&m->keys);
    key_index_build(&by_code, &codes, keys, &scratch);
    key_index_build(&by_name, &names, keys, &scratch);
    successors_find(&r.g, m, cache, &by_code, &by_name);
    parts_find(&r.parts, &r.g);
    resolve_rows(&r);
    report_loops(&r);
    resolve_keys(&r, &by_code, &out->by_code);
    resolve_keys(&r, &by_name, &out->by_name);
    free(r.resolved);
    vec_release(&r.scratch);
    parts_release(&r.parts);
    successors_release(&r.g);
    arena_release(&scratch);
}
