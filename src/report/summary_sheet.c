/* Three tables below each other. */
#include "summary_sheet.h"

#include "shares.h"
#include "tally.h"
#include "tenko/strpool.h"
#include "terms.h"

#include <stdlib.h>

static struct span word(const struct xlsx_cells *c, enum message_id id) {
    return message_span(id, c->book->view->language);
}

static void head(struct xlsx_cells *c, enum message_id title, enum message_id second,
                 enum message_id third) {
    c->is_heading = true;
    cells_text(&c->cells, word(c, title));
    cells_text(&c->cells, word(c, second));
    if (third != MSG_NONE)
        cells_text(&c->cells, word(c, third));
    cells_end_row(&c->cells);
}

static void by_severity(struct xlsx_cells *c, const struct tally *t) {
    head(c, MSG_SHEET_BY_SEVERITY, MSG_SHEET_COUNT, MSG_NONE);
    for (enum severity s = SEVERITY_CRITICAL; s < SEVERITY_COUNT; s++) {
        cells_mark(&c->cells, word(c, severity_term(s)), s);
        cells_number(&c->cells, (int64_t)t->by_severity[s]);
        cells_end_row(&c->cells);
    }
    cells_text(&c->cells, word(c, MSG_SHEET_WAIVED_COUNT));
    cells_number(&c->cells, (int64_t)t->waived);
    cells_end_row(&c->cells);
    cells_end_row(&c->cells);
}

static void by_rule(struct xlsx_cells *c, const struct tally *t) {
    const struct run_record *r = c->book->view->record;
    head(c, MSG_SHEET_BY_RULE, MSG_SHEET_COUNT, MSG_HEAD_SEVERITY);
    for (enum severity s = SEVERITY_CRITICAL; s < SEVERITY_COUNT; s++)
        for (size_t i = 0; i < r->rule_count; i++) {
            if (r->rules[i].severity != s || !t->by_rule[i])
                continue;
            cells_text(&c->cells, r->rules[i].title[c->book->view->language]);
            cells_number(&c->cells, (int64_t)t->by_rule[i]);
            cells_mark(&c->cells, word(c, severity_term(s)), s);
            cells_end_row(&c->cells);
        }
    cells_end_row(&c->cells);
}

/* --- What licenses cost --- */

struct cost {
    struct span department;
    int64_t seats, cents;
};

static int by_cost(const void *left, const void *right) {
    const struct cost *a = left, *b = right;
    if (a->cents != b->cents)
        return a->cents > b->cents ? -1 : 1;
    return span_compare(a->department, b->department);
}

static void add_share(struct cost *cost, const struct share *share) {
    cost->department = share->department;
    cost->seats += share->assigned;
    if (share->cost_cents > 0 &&
        __builtin_add_overflow(cost->cents, share->cost_cents, &cost->cents))
        cost->cents = INT64_MAX;
}

static void by_department(struct xlsx_cells *c) {
    const struct shares *shares = c->book->view->shares;
    struct strpool names = {0};
    VEC(struct cost) costs = {0};
    for (size_t i = 0; i < shares->items.count; i++) {
        str_id id = strpool_intern(&names, shares->items.items[i].department);
        while (costs.count <= id.n)
            vec_push(&costs, (struct cost){0});
        add_share(&costs.items[id.n], &shares->items.items[i]);
    }
    if (costs.count)
        qsort(costs.items, costs.count, sizeof *costs.items, by_cost);
    head(c, MSG_SHEET_BY_DEPARTMENT, MSG_HEAD_ASSIGNED, MSG_HEAD_YEARLY_COST);
    for (size_t i = 0; i < costs.count; i++) {
        if (!costs.items[i].seats)
            continue;
        struct span name = costs.items[i].department;
        cells_text(&c->cells, name.n ? name : word(c, MSG_SHEET_NO_DEPARTMENT));
        cells_number(&c->cells, costs.items[i].seats);
        cells_money(&c->cells, costs.items[i].cents);
        cells_end_row(&c->cells);
    }
    vec_release(&costs);
    strpool_release(&names);
}

void summary_sheet_write(struct xlsx_book *b) {
    struct xlsx_cells c;
    struct span title = message_span(MSG_SHEET_SUMMARY, b->view->language);
    xlsx_sheet_begin(&c, b, NULL, (struct xlsx_title){title, title, MSG_NONE},
                     b->view->record->exception_count);
    by_severity(&c, b->view->tally);
    by_rule(&c, b->view->tally);
    by_department(&c);
    xlsx_sheet_end(&c);
}
