/*
 * Rows read ahead: to find the header, and to judge a column by what it holds. They are kept and
 * served again, so that whoever reads on does not notice.
 */
#include "reading.h"

static void keep_row(struct reading *r, const struct row *row) {
    struct row kept = *row;
    struct cell *cells = arena_array(&r->peeked, row->count + 1, sizeof *cells);
    for (uint32_t i = 0; i < row->count; i++) {
        struct span text = arena_copy(&r->peeked, (struct span){row->cells[i].p, row->cells[i].n});
        cells[i] = (struct cell){text.p, row->cells[i].n, row->cells[i].flags};
    }
    struct row_note *notes = arena_array(&r->peeked, row->note_count + 1, sizeof *notes);
    for (uint32_t i = 0; i < row->note_count; i++) {
        notes[i] = row->notes[i];
        notes[i].value = arena_copy(&r->peeked, row->notes[i].value);
    }
    kept.cells = cells;
    kept.notes = notes;
    kept.dn = arena_copy(&r->peeked, row->dn);
    vec_push(&r->ahead, kept);
}

bool read_ahead(struct reading *r, size_t count, struct error *err) {
    struct row row;
    while (!r->is_at_end && r->ahead.count - r->next_ahead < count) {
        enum next next = r->input->source.connector->next(r->reader, &row, err);
        if (next == NEXT_FAILED)
            return false;
        r->is_at_end = next == NEXT_END;
        if (r->is_at_end)
            break;
        keep_row(r, &row);
    }
    return true;
}

enum next reading_next(struct reading *r, struct row *row, struct error *err) {
    if (r->next_ahead < r->ahead.count) {
        *row = r->ahead.items[r->next_ahead++];
        return NEXT_ROW;
    }
    if (r->is_at_end) /* no connector is asked again behind its end */
        return NEXT_END;
    return r->input->source.connector->next(r->reader, row, err);
}
