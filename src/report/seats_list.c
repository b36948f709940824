/* The columns of seats.csv: every seat with its holder and what became of it. */
#include "list.h"
#include "terms.h"

static void text_column(struct list_row *row, struct cells *c) {
    const struct seat_record *s = &row->seat.seat;
    const struct span texts[] = {s->product, s->holder,     s->person_id,
                                 s->name,    s->department, s->place.file};
    cells_text(c, texts[row->column->which]);
}

static void license(struct list_row *row, struct cells *c) {
    cells_text(c, row->seat.license->name);
}

static void assigned_on(struct list_row *row, struct cells *c) {
    cells_date(c, row->seat.seat.assigned_on);
}

static void last_used_on(struct list_row *row, struct cells *c) {
    cells_date(c, row->seat.seat.last_used_on);
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
    {MSG_HEAD_SEAT_LICENSE, license, 0},    {MSG_HEAD_PRODUCT, text_column, 0},
    {MSG_HEAD_HOLDER, text_column, 1},      {MSG_HEAD_PERSON_ID, text_column, 2},
    {MSG_HEAD_NAME, text_column, 3},        {MSG_HEAD_DEPARTMENT, text_column, 4},
    {MSG_HEAD_ASSIGNED_ON, assigned_on, 0}, {MSG_HEAD_LAST_USED_ON, last_used_on, 0},
    {MSG_HEAD_VERDICT, verdict, 0},         {MSG_HEAD_YEARLY_COST, yearly_cost, 0},
    {MSG_HEAD_FILE, text_column, 5},        {MSG_HEAD_LINE, line, 0},
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
