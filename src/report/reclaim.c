/* Sorted once for the sheet and the page. */
#include "reclaim.h"

#include "tenko/memory.h"

#include <stdlib.h>

struct candidate {
    uint32_t input;
    int rank;
    date since;
    size_t seat;
};

/* 0: no candidate. */
static int rank_of(struct span verdict) {
    static const char *const verdicts[] = {"leaver", "never_used", "idle"};
    for (int i = 0; i < 3; i++)
        if (span_equal(verdict, span_of(verdicts[i])))
            return i + 1;
    return 0;
}

static int by_certainty(const void *left, const void *right) {
    const struct candidate *a = left, *b = right;
    if (a->input != b->input)
        return a->input < b->input ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->since != b->since)
        return a->since < b->since ? -1 : 1;
    return (a->seat > b->seat) - (a->seat < b->seat);
}

/* What is older comes first; a day that is not known before all. */
static date since(const struct seat_record *seat, int rank) {
    date day = rank == 3 ? seat->last_used_on : rank == 2 ? seat->assigned_on : DATE_NONE;
    return date_is_known(day) ? day : INT32_MIN;
}

void reclaim_init(struct reclaim *x, const struct run_record *r) {
    size_t licenses = r->first_input[INPUT_LICENSE + 1] - r->first_input[INPUT_LICENSE];
    VEC(struct candidate) found = {0};
    struct seat_record seat;
    *x = (struct reclaim){.first = memory_zeroed(licenses + 1, sizeof *x->first)};
    for (size_t i = 0; i < r->seat_count; i++) {
        r->rows->seat(r->from, i, &seat);
        int rank = rank_of(seat.verdict);
        if (rank)
            vec_push(&found, ((struct candidate){seat.input, rank, since(&seat, rank), i}));
    }
    if (found.count)
        qsort(found.items, found.count, sizeof *found.items, by_certainty);
    x->seats = memory_alloc((found.count + 1) * sizeof *x->seats);
    x->count = found.count;
    for (size_t i = 0; i < found.count; i++) {
        x->seats[i] = found.items[i].seat;
        x->first[found.items[i].input - r->first_input[INPUT_LICENSE] + 1] = i + 1;
    }
    for (size_t i = 1; i <= licenses; i++)
        if (x->first[i] < x->first[i - 1])
            x->first[i] = x->first[i - 1];
    vec_release(&found);
}

void reclaim_release(struct reclaim *x) {
    free(x->seats);
    free(x->first);
}
