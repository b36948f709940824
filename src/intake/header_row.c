/*
 * Which row is the header? Exports begin with titles, dates and notes. The first row that has
 * every configured header and a key field, and at least two headers that we know, is it at once;
 * otherwise the best of the first rows. Rows read ahead are kept and served again. A list may also
 * be said to have none (`header: none`).
 */
#include "reading.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROWS_AHEAD = 30 };

struct score {
    uint32_t configured, recognised, filled;
    bool has_key;
};

/* Fields that a cell may mean as a header: what the configuration says, else the synonyms. */
static field_set claims(struct reading *r, struct span text, uint32_t *configured) {
    field_set set = {{0}};
    for (size_t i = 0; i < r->input->columns.count; i++) {
        const struct column_choice *choice = &r->input->columns.items[i];
        if (header_is(text, choice->header, &r->scratch, &r->more_scratch)) {
            add_field(&set, choice->field);
            ++*configured;
        }
    }
    struct meaning meanings[MEANINGS_MAX];
    size_t count = !has_no_field(set) ? 0 : header_meanings(r->record, text, &r->scratch, meanings);
    for (size_t i = 0; i < count; i++)
        add_field(&set, meanings[i].field);
    return set;
}

static struct score score_row(struct reading *r, const struct row *row) {
    struct score score = {0};
    field_set claimed = {{0}};
    for (uint32_t i = 0; i < row->count && row->problem == MSG_NONE; i++) {
        struct span text = trimmed((struct span){row->cells[i].p, row->cells[i].n});
        field_set of_cell = text.n ? claims(r, text, &score.configured) : (field_set){{0}};
        claimed = fields_united(claimed, of_cell);
        score.filled += text.n > 0;
        score.recognised += !has_no_field(of_cell);
    }
    /* An address serves as user ID where there is none. */
    if (r->record == RECORD_ACCOUNT && knows_field(claimed, FIELD_email))
        add_field(&claimed, FIELD_user_id);
    score.has_key = has_key_fields(r->record, claimed);
    return score;
}

static bool is_better(struct score a, struct score b) {
    if (a.configured != b.configured)
        return a.configured > b.configured;
    if (a.has_key != b.has_key)
        return a.has_key;
    if (a.recognised != b.recognised)
        return a.recognised > b.recognised;
    return a.recognised == 0 && a.filled > b.filled;
}

/* --- lists without a header --- */

/* As many columns as most of the first rows have, or as the configuration speaks of. */
static uint32_t width_of_rows(const struct reading *r) {
    uint32_t width = 1, most = 0;
    for (size_t i = 0; i < r->ahead.count; i++) {
        uint32_t count = r->ahead.items[i].count, rows = 0;
        for (size_t k = 0; k < r->ahead.count; k++)
            rows += r->ahead.items[k].count == count;
        if (rows > most) {
            most = rows;
            width = count;
        }
    }
    for (size_t i = 0; i < r->input->columns.count; i++) {
        long position = strtol(r->input->columns.items[i].header, NULL, 10);
        for (size_t k = 0; k < r->ahead.count; k++)
            if (position > (long)width && position <= (long)r->ahead.items[k].count)
                width = (uint32_t)position;
    }
    return width;
}

/* The positions 1, 2 … stand for headers. */
static void number_columns(struct reading *r, struct row *header) {
    uint32_t width = width_of_rows(r);
    struct cell *cells = arena_array(&r->peeked, width, sizeof *cells);
    for (uint32_t i = 0; i < width; i++) {
        char number[16];
        int n = snprintf(number, sizeof number, "%u", i + 1);
        cells[i] = (struct cell){arena_copy(&r->peeked, span_of(number)).p, (uint32_t)n, 0};
    }
    *header = (struct row){.cells = cells, .count = width};
    r->next_ahead = 0;
}

/* --- the header --- */

bool find_header(struct reading *r, struct row *header, struct error *err) {
    struct score best = {0};
    size_t best_row = 0;
    for (size_t i = 0; i < ROWS_AHEAD; i++) {
        if (!read_ahead(r, i + 1, err))
            return false;
        if (r->is_at_end)
            break;
        if (has_no_header(r))
            continue;
        struct score score = score_row(r, &r->ahead.items[i]);
        if (i == 0 || is_better(score, best)) {
            best = score;
            best_row = i;
        }
        if (score.has_key && score.recognised >= 2 && score.configured >= r->input->columns.count)
            break;
    }
    if (r->ahead.count == 0)
        return error_set(err, FAULT_INPUT, MSG_HEADER_NO_ROWS, r->source->display, 0,
                         r->source->display, NULL);
    if (has_no_header(r)) {
        number_columns(r, header);
        return true;
    }
    *header = r->ahead.items[best_row];
    if (header->problem != MSG_NONE) /* no row could be used, not even as a header */
        return error_set(err, FAULT_INPUT, header->problem, r->source->display, header->line, NULL);
    r->next_ahead = best_row + 1;
    return true;
}
