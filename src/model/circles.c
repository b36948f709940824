/* The strongly connected parts of the successors (Tarjan, without recursion: a chain may have a
 * hundred thousand rows). */
#include "departments.h"

#include <stdlib.h>

struct visit {
    uint32_t node, next; /* edge to follow */
};

struct parts_walk {
    const struct successors *g;
    struct parts *out;
    uint32_t *order, *low; /* 0 = not seen yet */
    uint32_t seen;
    VEC(uint32_t) stack; /* nodes of parts that are not complete */
    VEC(struct visit) path;
};

static bool leads_on(const struct successors *g, uint32_t node) {
    return node >= g->rows || successors_follow(g, node);
}

static void enter(struct parts_walk *w, uint32_t node) {
    w->order[node] = w->low[node] = ++w->seen;
    vec_push(&w->stack, node);
    vec_push(&w->path, ((struct visit){node, w->g->first.items[node]}));
}

static uint32_t least(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

/* The part is complete: everything that was stacked since its first node. */
static void close_part(struct parts_walk *w, uint32_t node) {
    struct parts *out = w->out;
    uint32_t part = (uint32_t)out->first.count, member;
    vec_push(&out->first, (uint32_t)out->nodes.count);
    do {
        member = w->stack.items[--w->stack.count];
        out->part_of[member] = part;
        vec_push(&out->nodes, member);
    } while (member != node);
}

static void leave(struct parts_walk *w) {
    uint32_t node = w->path.items[--w->path.count].node;
    if (w->low[node] == w->order[node])
        close_part(w, node);
    if (w->path.count) {
        uint32_t before = w->path.items[w->path.count - 1].node;
        w->low[before] = least(w->low[before], w->low[node]);
    }
}

static void visit_from(struct parts_walk *w, uint32_t start) {
    const struct successors *g = w->g;
    enter(w, start);
    while (w->path.count) {
        struct visit *top = &w->path.items[w->path.count - 1];
        if (!leads_on(g, top->node) || top->next == g->first.items[top->node + 1]) {
            leave(w);
            continue;
        }
        uint32_t to = g->edges.items[top->next++];
        if (!w->order[to])
            enter(w, to);
        else if (w->out->part_of[to] == NO_INDEX)
            w->low[top->node] = least(w->low[top->node], w->order[to]);
    }
}

void parts_find(struct parts *out, const struct successors *g) {
    struct parts_walk w = {.g = g, .out = out};
    out->part_of = memory_alloc((g->nodes + (size_t)1) * sizeof *out->part_of);
    memset(out->part_of, 0xff, (g->nodes + (size_t)1) * sizeof *out->part_of); /* NO_INDEX */
    w.order = memory_zeroed(g->nodes + (size_t)1, sizeof *w.order);
    w.low = memory_zeroed(g->nodes + (size_t)1, sizeof *w.low);
    for (uint32_t node = 0; node < g->nodes; node++)
        if (!w.order[node])
            visit_from(&w, node);
    vec_push(&out->first, (uint32_t)out->nodes.count);
    free(w.order);
    free(w.low);
    vec_release(&w.stack);
    vec_release(&w.path);
}

void parts_release(struct parts *parts) {
    free(parts->part_of);
    vec_release(&parts->nodes);
    vec_release(&parts->first);
}
