/* The sheet of what each department has of a license. */
#include "list.h"
#include "shares.h"

static const struct share *share_at(const struct list_row *row) {
    return &row->view->shares->items.items[row->index];
}

static void license(struct list_row *row, struct cells *c) {
    cells_text(c, row->view->record->inputs[share_at(row)->input].name);
}

static void product(struct list_row *row, struct cells *c) {
    cells_text(c, share_at(row)->product);
}

static void department(struct list_row *row, struct cells *c) {
    struct span name = share_at(row)->department;
    if (name.n)
        cells_text(c, name);
    else
        cells_term(c, row, MSG_SHEET_NO_DEPARTMENT);
}

static int64_t number_of(const struct list_row *row) {
    const char *share = (const char *)share_at(row);
    return *(const int64_t *)(const void *)(share + row->column->which);
}

static void count_of(struct list_row *row, struct cells *c) {
    cells_number(c, number_of(row));
}

static void cost(struct list_row *row, struct cells *c) {
    if (number_of(row) < 0)
        cells_text(c, SPAN(""));
    else
        cells_money(c, number_of(row));
}

#define OF_SHARE(member) offsetof(struct share, member)

static const struct column columns[] = {
    {MSG_HEAD_SEAT_LICENSE, license, 0},
    {MSG_HEAD_PRODUCT, product, 0},
    {MSG_HEAD_DEPARTMENT, department, 0},
    {MSG_HEAD_ASSIGNED, count_of, OF_SHARE(assigned)},
    {MSG_HEAD_ACTIVE, count_of, OF_SHARE(active)},
    {MSG_HEAD_NEVER_USED, count_of, OF_SHARE(never_used)},
    {MSG_HEAD_IDLE, count_of, OF_SHARE(idle)},
    {MSG_HEAD_USAGE_UNKNOWN, count_of, OF_SHARE(usage_unknown)},
    {MSG_HEAD_HELD_BY_LEAVERS, count_of, OF_SHARE(held_by_leavers)},
    {MSG_HEAD_HELD_BY_UNKNOWN, count_of, OF_SHARE(held_by_unknown)},
    {MSG_HEAD_RECLAIMABLE, count_of, OF_SHARE(reclaimable)},
    {MSG_HEAD_YEARLY_COST, cost, OF_SHARE(cost_cents)},
    {MSG_HEAD_RECLAIMABLE_COST, cost, OF_SHARE(reclaimable_cents)},
};

static size_t count(const struct view *view) {
    return view->shares->items.count;
}

/* The columns look it up themselves. */
static void fetch(struct list_row *row) {
    (void)row;
}

const struct list shares_list = {
    "shares", MSG_SHEET_SHARES, columns, sizeof columns / sizeof *columns, count,
    fetch,    &shares_layout};
