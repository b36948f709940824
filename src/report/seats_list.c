/* The columns of seats.csv: every seat with its holder and what became of it; and those of the
 * sheet of seats to take back, which a license's owner asks their holders about. */
#include "list.h"
#include "reclaim.h"
#include "terms.h"

static void license(struct list_row *row, struct cells *c) {
    cells_text(c, row->seat.license->name);
}

static void verdict(struct list_row *row, struct cells *c) {
    cells_text(c, seat_term(row->seat.seat.verdict, row->view->language));
}

static void yearly_cost(struct list_row *row, struct cells *c) {
    if (row->seat.seat.yearly_cost_cents < 0)
        cells_text(c, SPAN(""));
    else
        cells_money(c, row->seat.seat.yearly_cost_cents);
}

static void line(struct list_row *row, struct cells *c) {
    cells_line(c, &row->seat.seat.place);
}

static const struct column columns[] = {
    {MSG_HEAD_SEAT_LICENSE, license, 0},
    {MSG_HEAD_PRODUCT, list_text, LIST_ROW(seat.seat.product)},
    {MSG_HEAD_HOLDER, list_text, LIST_ROW(seat.seat.holder)},
    {MSG_HEAD_PERSON_ID, list_text, LIST_ROW(seat.seat.person_id)},
    {MSG_HEAD_NAME, list_text, LIST_ROW(seat.seat.name)},
    {MSG_HEAD_DEPARTMENT, list_text, LIST_ROW(seat.seat.department)},
    {MSG_HEAD_ASSIGNED_ON, list_day, LIST_ROW(seat.seat.assigned_on)},
    {MSG_HEAD_LAST_USED_ON, list_day, LIST_ROW(seat.seat.last_used_on)},
    {MSG_HEAD_VERDICT, verdict, 0},
    {MSG_HEAD_YEARLY_COST, yearly_cost, 0},
    {MSG_HEAD_FILE, list_text, LIST_ROW(seat.seat.place.file)},
    {MSG_HEAD_LINE, line, 0},
};

static size_t count(const struct view *view) {
    return view->seats->first[view->seats->count];
}

static void fetch(struct list_row *row) {
    seats_row(row->view->seats, row->view->record, row->index, &row->seat);
}

const struct list seats_list = {
    "seats", MSG_SHEET_SEATS, columns,      sizeof columns / sizeof *columns,
    count,   fetch,           &seats_layout};

/* --- To take back --- */

static const struct column reclaim_columns[] = {
    {MSG_HEAD_SEAT_LICENSE, license, 0},
    {MSG_HEAD_PRODUCT, list_text, LIST_ROW(seat.seat.product)},
    {MSG_HEAD_VERDICT, verdict, 0},
    {MSG_HEAD_HOLDER, list_text, LIST_ROW(seat.seat.holder)},
    {MSG_HEAD_PERSON_ID, list_text, LIST_ROW(seat.seat.person_id)},
    {MSG_HEAD_NAME, list_text, LIST_ROW(seat.seat.name)},
    {MSG_HEAD_DEPARTMENT, list_text, LIST_ROW(seat.seat.department)},
    {MSG_HEAD_ASSIGNED_ON, list_day, LIST_ROW(seat.seat.assigned_on)},
    {MSG_HEAD_LAST_USED_ON, list_day, LIST_ROW(seat.seat.last_used_on)},
    {MSG_HEAD_YEARLY_COST, yearly_cost, 0},
};

static size_t reclaim_count(const struct view *view) {
    return view->reclaim->count;
}

static void reclaim_fetch(struct list_row *row) {
    const struct run_record *r = row->view->record;
    r->rows->seat(r->from, row->view->reclaim->seats[row->index], &row->seat.seat);
    row->seat.license = &r->inputs[row->seat.seat.input];
}

const struct list reclaim_list = {"reclaim",       MSG_SHEET_RECLAIM,
                                  reclaim_columns, sizeof reclaim_columns / sizeof *reclaim_columns,
                                  reclaim_count,   reclaim_fetch,
                                  &seats_layout};
