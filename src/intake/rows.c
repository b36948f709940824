/*
 * One row → one record. The keys are looked at first: a row without them, a header that stands
 * again among the rows and a totals row are rejected, each with its reason. Then every other cell.
 */
#include "reading.h"

#include <stdio.h>

/* --- may the row be used? --- */

static const struct cell *cell_at(const struct row *row, uint32_t column) {
    static const struct cell missing = {"", 0, 0};
    return column < row->count ? &row->cells[column] : &missing;
}

static bool reject(struct reading *r, const struct task *task, struct span value,
                   enum message_id problem) {
    issue_add(r, task, value, problem, MSG_DONE_ROW_REJECTED);
    return false;
}

/* Says which byte could not be read, if the connector noted it. */
static bool reject_undecodable(struct reading *r, const struct row *row, const struct task *key,
                               struct span text) {
    for (uint32_t i = 0; i < row->note_count; i++) {
        const struct row_note *note = &row->notes[i];
        if (note->cell == key->column)
            return reject(r, key, note->value, note->problem);
    }
    struct issue *issue = issue_add(r, key, text, MSG_KEY_UNDECODABLE, MSG_DONE_ROW_REJECTED);
    issue->args[0] = key->header;
    return false;
}

/* A seat may name its holder more than once: one identifier that Excel has left alone is enough,
 * and a spoilt one beside it is an empty cell. */
static bool has_sound_key(struct reading *r, const struct row *row) {
    for (size_t i = 0; i < r->key_tasks; i++) {
        const struct task *key = &r->tasks.items[i];
        struct span text = cell_text(row, key->column);
        if (text.n && !is_none(r->record, text) &&
            id_damage(r, cell_at(row, key->column), text) == MSG_NONE)
            return true;
    }
    return false;
}

static bool check_key(struct reading *r, const struct row *row, const struct task *key,
                      struct span text) {
    if (cell_at(row, key->column)->flags & CELL_UNDECODABLE)
        return reject_undecodable(r, row, key, text);
    bool is_id = fields[key->field].type == TYPE_ID;
    enum message_id damage = is_id ? id_damage(r, cell_at(row, key->column), text) : MSG_NONE;
    if (damage == MSG_NONE || (r->record == RECORD_SEAT && has_sound_key(r, row)))
        return true;
    return reject(r, key, text, damage);
}

/* A row without holder is a seat that nobody has, if it says so much as its product or status. */
static bool tells_of_a_seat(const struct reading *r, const struct row *row) {
    for (size_t i = r->key_tasks; i < r->tasks.count; i++) {
        struct span text = cell_text(row, r->tasks.items[i].column);
        if (text.n && !is_none(r->record, text))
            return true;
    }
    return false;
}

static bool check_keys(struct reading *r, const struct row *row) {
    if (row->problem != MSG_NONE)
        return reject(r, NULL, (struct span){"", 0}, row->problem);
    bool is_seat = r->record == RECORD_SEAT;
    size_t empty = 0;
    for (size_t i = 0; i < r->key_tasks; i++) {
        const struct task *key = &r->tasks.items[i];
        struct span text = cell_text(row, key->column);
        struct span raw = text;
        if (fields[key->field].type == TYPE_ID && is_none(r->record, text))
            text.n = 0;
        if (text.n == 0 && !is_seat) {
            struct issue *issue =
                issue_add(r, key, raw, MSG_ROW_WITHOUT_KEY, MSG_DONE_ROW_REJECTED);
            issue->args[0] = key->header;
            return false;
        }
        empty += text.n == 0;
        if (text.n && !check_key(r, row, key, text))
            return false;
    }
    if (is_seat && empty == r->key_tasks) {
        if (!tells_of_a_seat(r, row))
            return reject(r, NULL, (struct span){"", 0}, MSG_ROW_WITHOUT_HOLDER);
        r->is_unassigned = true;
    }
    return true;
}

/* --- what is odd about it --- */

static void report_notes(struct reading *r, const struct row *row) {
    for (uint32_t i = 0; i < row->note_count; i++) {
        const struct row_note *note = &row->notes[i];
        struct span header =
            note->cell < r->headers.count ? r->headers.items[note->cell] : SPAN("");
        issue_add_at(r, r->current.origin, header, note->value, note->problem, note->done);
    }
}

static void report_width(struct reading *r, const struct row *row) {
    struct span extra = {"", 0};
    for (uint32_t i = r->width; i < row->count && extra.n == 0; i++) {
        /* A column without a header is nobody's, as long as the header reaches over it. */
        if (i >= r->headers.count)
            extra = cell_text(row, i);
    }
    if (row->count >= r->width && extra.n == 0)
        return;
    bool is_short = row->count < r->width;
    struct issue *issue = issue_add(r, NULL, extra, is_short ? MSG_ROW_SHORT : MSG_ROW_LONG,
                                    is_short ? MSG_DONE_MISSING_EMPTY : MSG_DONE_EXTRA_IGNORED);
    char counts[2][16];
    snprintf(counts[0], sizeof counts[0], "%u", row->count);
    snprintf(counts[1], sizeof counts[1], "%u", r->width);
    for (int i = 0; i < 2; i++)
        issue->args[i] = arena_copy(&r->source->arena, span_of(counts[i]));
}

/* --- the record --- */

static void store_record(struct reading *r) {
    if (r->record == RECORD_ACCOUNT) {
        store_account(r);
        return;
    }
    size_t index = record_push(r);
    if (r->record == RECORD_PERSON && knows_field(r->source->known, FIELD_effective_on))
        vec_push(&r->effective_on, r->effective);
    push_further_posts(r);
    waiting_belong_to(r, (uint32_t)index, false);
}

/* Identifiers are mostly new texts: their places are fetched while the keys are checked. */
static void prefetch_ids(struct reading *r, const struct row *row) {
    for (size_t i = 0; i < r->tasks.count; i++) {
        struct task *task = &r->tasks.items[i];
        if (task->store == STORE_ID || (task->store == STORE_TEXT && task->field == FIELD_name))
            task->key = strpool_prefetch(&r->source->text, cell_text(row, task->column));
    }
}

void read_row(struct reading *r, const struct row *row) {
    r->row = row;
    r->current = r->blank;
    r->current.origin = (struct origin){row->line, strpool_intern(&r->source->text, row->dn)};
    r->source->rows_read++;
    r->is_unassigned = false;
    prefetch_ids(r, row);
    if (is_no_record(r, row) || !check_keys(r, row)) {
        r->source->rows_rejected++;
        return;
    }
    if (row->note_count)
        report_notes(r, row);
    if (row->count != r->width)
        report_width(r, row);
    memset(r->parts, 0, sizeof r->parts);
    r->products = (struct seen_list){0};
    r->effective = DATE_NONE;
    for (size_t i = 0; i < LEAVES; i++)
        r->leaves[i] = (struct leave_spell){DATE_NONE, DATE_NONE};
    r->gathered.count = r->further.count = 0;
    r->is_unusable = false;
    waiting_begin(r);
    for (size_t i = 0; i < r->tasks.count; i++) {
        struct task *task = &r->tasks.items[i];
        read_cell(r, task, cell_at(row, task->column), cell_text(row, task->column));
    }
    if (r->is_unusable) {
        waiting_drop(r);
        r->source->rows_rejected++;
        return;
    }
    r->source->rows_accepted++;
    if (r->record == RECORD_SEAT)
        unite_products(r);
    if (r->record == RECORD_SEAT && !is_seat_of_license(r)) {
        waiting_drop(r);
        return;
    }
    join_parts(r);
    read_name_cell(r);
    choose_leave(r);
    store_many(r);
    store_record(r);
}
