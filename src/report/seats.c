/* Where the seats of each license stand. */
#include "seats.h"

#include "tenko/memory.h"

#include <stdlib.h>

static size_t listed(const struct run_record *r, size_t input) {
    return r->first_seat[input + 1] - r->first_seat[input];
}

/* Bought and in no list: of the unassigned ones those that no row is about. */
static int64_t unlisted(const struct run_record *r, size_t input) {
    struct seat_record seat;
    int64_t left = r->inputs[input].license.purchased < 0 ? 0 : r->inputs[input].license.unassigned;
    for (size_t i = r->first_seat[input]; left > 0 && i < r->first_seat[input + 1]; i++) {
        r->rows->seat(r->from, i, &seat);
        left -= span_equal(seat.verdict, SPAN("unassigned"));
    }
    return left > 0 ? left : 0;
}

void seats_init(struct seats *s, const struct run_record *r) {
    size_t from = r->first_input[INPUT_LICENSE], end = r->first_input[INPUT_LICENSE + 1];
    *s = (struct seats){.count = end - from};
    s->first = memory_zeroed(s->count + 1, sizeof *s->first);
    for (size_t i = 0; r->first_seat && i < s->count; i++) {
        int64_t more = unlisted(r, from + i);
        s->first[i + 1] =
            s->first[i] + listed(r, from + i) + (more > UNLISTED_MOST ? 1 : (size_t)more);
    }
}

void seats_release(struct seats *s) {
    free(s->first);
}

static size_t license_of(const struct seats *s, size_t row) {
    size_t low = 0, high = s->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (s->first[middle] <= row)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static int64_t cost_of_unlisted(const struct run_record *r, size_t input) {
    int64_t cost = r->inputs[input].unit_cost_cents, count = unlisted(r, input), product;
    if (cost < 0 || count <= UNLISTED_MOST)
        return cost;
    return __builtin_mul_overflow(cost, count, &product) ? INT64_MAX : product;
}

void seats_row(const struct seats *s, const struct run_record *r, size_t row,
               struct seat_row *out) {
    size_t license = license_of(s, row), input = r->first_input[INPUT_LICENSE] + license;
    size_t at = row - s->first[license];
    out->license = &r->inputs[input];
    if (at < listed(r, input)) {
        r->rows->seat(r->from, r->first_seat[input] + at, &out->seat);
        return;
    }
    bool is_only = s->first[license + 1] - s->first[license] == listed(r, input) + 1;
    out->seat = (struct seat_record){
        .input = (uint32_t)input,
        .person = NO_ROW,
        .product = out->license->product,
        .assigned_on = DATE_NONE,
        .last_used_on = DATE_NONE,
        .reported_on = DATE_NONE,
        .verdict = SPAN("unassigned"),
        .yearly_cost_cents = is_only ? cost_of_unlisted(r, input) : out->license->unit_cost_cents,
    };
}
