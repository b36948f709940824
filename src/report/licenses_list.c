/* The columns of licenses.csv: every figure of every license. */
#include "figures.h"
#include "inputs.h"
#include "list.h"

static void owner(struct list_row *row, struct cells *c) {
    strbuf_clear(&row->text);
    input_owners(row->input, &row->text);
    cells_text(c, strbuf_span(&row->text));
}

static void figure(struct list_row *row, struct cells *c) {
    const struct figure *f = &license_figure_table[row->column->which];
    int64_t value = license_figure(&row->input->license, f);
    if (value < 0)
        cells_text(c, SPAN(""));
    else if (f->type == FIGURE_PERCENT)
        cells_percent(c, value);
    else if (f->type == FIGURE_MONEY)
        cells_money(c, value);
    else
        cells_number(c, value);
}

static void purchased(struct list_row *row, struct cells *c) {
    if (row->input->license.purchased < 0)
        cells_term(c, row, MSG_TERM_UNLIMITED);
    else
        figure(row, c);
}

static const struct column columns[] = {
    {MSG_HEAD_LICENSE, list_input_text, LIST_INPUT(name)},
    {MSG_HEAD_OWNER, owner, 0},
    {MSG_HEAD_CONTRACT_NO, list_input_text, LIST_INPUT(contract_no)},
    {MSG_HEAD_PURPOSE, list_input_text, LIST_INPUT(purpose)},
    {MSG_HEAD_CONTRACT_TO, list_input_day, LIST_INPUT(contract_to)},
    {MSG_HEAD_PURCHASED, purchased, 0},
    {MSG_HEAD_ASSIGNED, figure, 1},
    {MSG_HEAD_ACTIVE, figure, 2},
    {MSG_HEAD_NEVER_USED, figure, 3},
    {MSG_HEAD_IDLE, figure, 4},
    {MSG_HEAD_USAGE_UNKNOWN, figure, 5},
    {MSG_HEAD_HELD_BY_LEAVERS, figure, 6},
    {MSG_HEAD_HELD_BY_UNKNOWN, figure, 7},
    {MSG_HEAD_DUPLICATES, figure, 8},
    {MSG_HEAD_UNASSIGNED, figure, 9},
    {MSG_HEAD_RECLAIMABLE, figure, 10},
    {MSG_HEAD_UTILIZATION, figure, 11},
    {MSG_HEAD_YEARLY_WASTE, figure, 12},
    {MSG_HEAD_SUGGESTED_QUANTITY, figure, 13},
};
_Static_assert(LICENSE_FIGURES == 14, "a column for each figure");

static size_t count(const struct view *view) {
    return inputs_of(view->record, INPUT_LICENSE).count;
}

static void fetch(struct list_row *row) {
    row->input = inputs_of(row->view->record, INPUT_LICENSE).first + row->index;
}

const struct list licenses_list = {
    "licenses", MSG_SHEET_LICENSES, columns, sizeof columns / sizeof *columns, count,
    fetch,      &licenses_layout};
