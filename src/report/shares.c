/* One walk over the seats; those of a license follow each other. */
#include "shares.h"

#include "tenko/strpool.h"

#include <stdlib.h>

static void add_cents(int64_t *sum, int64_t cents) {
    if (__builtin_add_overflow(*sum, cents, sum))
        *sum = INT64_MAX;
}

static void add_seat(struct share *s, const struct seat_record *seat) {
    const struct {
        struct span verdict;
        int64_t *count;
        bool is_reclaimable;
    } counts[] = {
        {SPAN("active"), &s->active, false},
        {SPAN("never_used"), &s->never_used, true},
        {SPAN("idle"), &s->idle, true},
        {SPAN("usage_unknown"), &s->usage_unknown, false},
        {SPAN("leaver"), &s->held_by_leavers, true},
        {SPAN("unknown_holder"), &s->held_by_unknown, false},
    };
    s->assigned++;
    if (seat->yearly_cost_cents < 0)
        s->cost_cents = s->reclaimable_cents = -1;
    else
        add_cents(&s->cost_cents, seat->yearly_cost_cents);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (!span_equal(seat->verdict, counts[i].verdict))
            continue;
        ++*counts[i].count;
        s->reclaimable += counts[i].is_reclaimable;
        if (counts[i].is_reclaimable && seat->yearly_cost_cents > 0)
            add_cents(&s->reclaimable_cents, seat->yearly_cost_cents);
    }
}

/* The shares of one license while its seats are walked. */
struct gathering {
    struct shares *shares;
    size_t from;         /* among them */
    struct strpool keys; /* product and department */
    struct strbuf key;
};

static struct share *share_of(struct gathering *g, const struct seat_record *seat) {
    struct shares *s = g->shares;
    strbuf_clear(&g->key);
    strbuf_add_span(&g->key, seat->product);
    strbuf_add_char(&g->key, '\0');
    strbuf_add_span(&g->key, seat->department);
    size_t at = g->from + strpool_intern(&g->keys, strbuf_span(&g->key)).n - 1;
    if (at == s->items.count)
        vec_push(&s->items, ((struct share){.input = seat->input,
                                            .product = seat->product,
                                            .department = seat->department}));
    return &s->items.items[at];
}

static int descending(int64_t a, int64_t b) {
    return (a < b) - (a > b);
}

static int by_cost(const void *left, const void *right) {
    const struct share *a = left, *b = right;
    int order = span_compare(a->product, b->product);
    if (!order)
        order = descending(a->cost_cents, b->cost_cents);
    if (!order)
        order = descending(a->assigned, b->assigned);
    return order ? order : span_compare(a->department, b->department);
}

static void add_license(struct shares *s, const struct run_record *r, size_t input) {
    struct gathering g = {.shares = s, .from = s->items.count};
    struct seat_record seat;
    for (size_t i = r->first_seat[input]; i < r->first_seat[input + 1]; i++) {
        r->rows->seat(r->from, i, &seat);
        if (!span_equal(seat.verdict, SPAN("unassigned")))
            add_seat(share_of(&g, &seat), &seat);
    }
    if (s->items.count > g.from)
        qsort(s->items.items + g.from, s->items.count - g.from, sizeof *s->items.items, by_cost);
    strpool_release(&g.keys);
    strbuf_release(&g.key);
}

void shares_init(struct shares *s, const struct run_record *r) {
    size_t from = r->first_input[INPUT_LICENSE], end = r->first_input[INPUT_LICENSE + 1];
    *s = (struct shares){.first = memory_zeroed(end - from + 1, sizeof *s->first)};
    for (size_t i = from; r->first_seat && i < end; i++) {
        add_license(s, r, i);
        s->first[i - from + 1] = s->items.count;
    }
}

void shares_release(struct shares *s) {
    vec_release(&s->items);
    free(s->first);
}
