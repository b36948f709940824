/*
 * Cells of the row in hand that wait until their column is known: dates whose order or kind is open
 * (dates.c), and crosses (ticks.c). They are kept before the row has a record, and belong to none
 * if it gets none.
 */
#include "reading.h"

void waiting_begin(struct reading *r) {
    r->crosses_before = r->crosses.count;
    r->pending_before = r->pending.count;
}

void waiting_belong_to(struct reading *r, uint32_t record, bool is_repeat) {
    for (size_t i = r->crosses_before; i < r->crosses.count; i++)
        r->crosses.items[i].record = record;
    for (size_t i = r->pending_before; i < r->pending.count; i++) {
        r->pending.items[i].record = record;
        r->pending.items[i].is_repeat = is_repeat;
    }
}

void waiting_drop(struct reading *r) {
    r->crosses.count = r->crosses_before;
    r->pending.count = r->pending_before;
}
