/* The sheet of seats to take back: what a license's owner asks their holders about. */
#include "list.h"
#include "reclaim.h"
#include "terms.h"

static void text_column(struct list_row *row, struct cells *c) {
    const struct seat_record *s = &row->seat.seat;
    const struct span texts[] = {
        row->seat.license->name, s->product, s->holder, s->person_id, s->name, s->department};
    cells_text(c, texts[row->column->which]);
}

static void verdict(struct list_row *row, struct cells *c) {
    cells_text(c, seat_term(row->seat.seat.verdict, row->view->language));
}

static void assigned_on(struct list_row *row, struct cells *c) {
    cells_date(c, row->seat.seat.assigned_on);
}

static void last_used_on(struct list_row *row, struct cells *c) {
    cells_date(c, row->seat.seat.last_used_on);
}

static void yearly_cost(struct list_row *row, struct cells *c) {
    if (row->seat.seat.yearly_cost_cents < 0)
        cells_text(c, SPAN(""));
    else
        cells_money(c, row->seat.seat.yearly_cost_cents);
}

static const struct column columns[] = {
    {MSG_HEAD_SEAT_LICENSE, text_column, 0},  {MSG_HEAD_PRODUCT, text_column, 1},
    {MSG_HEAD_VERDICT, verdict, 0},           {MSG_HEAD_HOLDER, text_column, 2},
    {MSG_HEAD_PERSON_ID, text_column, 3},     {MSG_HEAD_NAME, text_column, 4},
    {MSG_HEAD_DEPARTMENT, text_column, 5},    {MSG_HEAD_ASSIGNED_ON, assigned_on, 0},
    {MSG_HEAD_LAST_USED_ON, last_used_on, 0}, {MSG_HEAD_YEARLY_COST, yearly_cost, 0},
};

static size_t count(const struct view *view) {
    return view->reclaim->count;
}

static void fetch(struct list_row *row) {
    const struct run_record *r = row->view->record;
    r->rows->seat(r->from, row->view->reclaim->seats[row->index], &row->seat.seat);
    row->seat.license = &r->inputs[row->seat.seat.input];
}

const struct list reclaim_list = {
    "reclaim", MSG_SHEET_RECLAIM, columns, sizeof columns / sizeof *columns, count,
    fetch,     &seats_layout};
