/* Below a license, folded: what each department has of it, and the seats that could be taken back.
 */
#include "html.h"
#include "inputs.h"
#include "reclaim.h"
#include "shares.h"
#include "terms.h"

enum { SHOWN = 50 };

struct head {
    enum message_id heading;
    const char *class; /* of the heading's cell */
};

/* The table scrolls where it is too wide, also by keys, and is called by its license. */
static void begin_table(struct page *p, struct span license, enum message_id summary,
                        size_t count) {
    char room[HTML_DIGITS];
    struct span all = html_digits((int64_t)count, room);
    html_markup(p, "<details><summary>");
    html_says(p, summary, &all, 1);
    html_markup(p, "</summary>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html_text(p, license);
    html_markup(p, " ");
    html_says(p, summary, &all, 1);
    html_markup(p, "\"><table class=\"seats\"><thead><tr>");
}

static void add_heads(struct page *p, const struct head *heads, size_t count) {
    for (size_t i = 0; i < count; i++) {
        sink_f(p->out, "<th scope=\"col\"%s>", heads[i].class);
        html_label(p, heads[i].heading);
        html_markup(p, "</th>");
    }
}

static void end_table(struct page *p, size_t count) {
    char room[HTML_DIGITS];
    struct span shown = html_digits(SHOWN, room);
    html_markup(p, "</tbody></table></div>\n");
    if (count > SHOWN) {
        html_markup(p, "<p class=\"note\">");
        html_says(p, MSG_PAGE_SEATS_CUT, &shown, 1);
        html_markup(p, "</p>\n");
    }
    html_markup(p, "</details>\n");
}

/* --- By department --- */

static bool has_products(const struct share *shares, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (!span_equal(shares[i].product, shares[0].product))
            return true;
    return false;
}

static void money_cell(struct page *p, int64_t cents) {
    html_markup(p, "<td class=\"n\">");
    if (cents >= 0)
        html_money(p, cents);
    html_markup(p, "</td>");
}

static void share_row(struct page *p, const struct share *s, bool shows_product) {
    const int64_t counts[] = {
        s->assigned,      s->active,          s->never_used,      s->idle,
        s->usage_unknown, s->held_by_leavers, s->held_by_unknown, s->reclaimable};
    html_markup(p, "<tr><th scope=\"row\"><bdi>");
    if (s->department.n)
        html_text(p, s->department);
    else
        html_term(p, MSG_SHEET_NO_DEPARTMENT);
    html_markup(p, "</bdi></th>");
    if (shows_product) {
        html_markup(p, "<td><bdi>");
        html_text(p, s->product);
        html_markup(p, "</bdi></td>");
    }
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        html_markup(p, "<td class=\"n\">");
        html_number(p, counts[i]);
        html_markup(p, "</td>");
    }
    money_cell(p, s->cost_cents);
    money_cell(p, s->reclaimable_cents);
    html_markup(p, "</tr>\n");
}

static void by_department(struct page *p, struct span license, const struct share *shares,
                          size_t count) {
    static const struct head department = {MSG_HEAD_DEPARTMENT, ""},
                             product = {MSG_HEAD_PRODUCT, ""};
    static const struct head figures[] = {
        {MSG_HEAD_ASSIGNED, " class=\"n\""},        {MSG_HEAD_ACTIVE, " class=\"n\""},
        {MSG_HEAD_NEVER_USED, " class=\"n\""},      {MSG_HEAD_IDLE, " class=\"n\""},
        {MSG_HEAD_USAGE_UNKNOWN, " class=\"n\""},   {MSG_HEAD_HELD_BY_LEAVERS, " class=\"n\""},
        {MSG_HEAD_HELD_BY_UNKNOWN, " class=\"n\""}, {MSG_HEAD_RECLAIMABLE, " class=\"n\""},
        {MSG_HEAD_YEARLY_COST, " class=\"n\""},     {MSG_HEAD_RECLAIMABLE_COST, " class=\"n\""},
    };
    bool shows_product = has_products(shares, count);
    begin_table(p, license, MSG_PAGE_SHARES, count);
    add_heads(p, &department, 1);
    add_heads(p, &product, shows_product);
    add_heads(p, figures, sizeof figures / sizeof *figures);
    html_markup(p, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < count && i < SHOWN; i++)
        share_row(p, &shares[i], shows_product);
    end_table(p, count);
}

/* --- What could be taken back --- */

static void seat_row(struct page *p, size_t seat) {
    struct seat_record s;
    p->view->record->rows->seat(p->view->record->from, seat, &s);
    html_markup(p, "<tr><th scope=\"row\"><bdi>");
    html_text(p, s.holder);
    html_markup(p, "</bdi></th><td><bdi>");
    html_text(p, s.name);
    html_markup(p, "</bdi></td><td><bdi>");
    html_text(p, s.department);
    html_markup(p, "</bdi></td><td>");
    html_key(p, seat_term(s.verdict, p->view->language));
    html_markup(p, "</td><td class=\"d\">");
    html_date(p, s.assigned_on);
    html_markup(p, "</td><td class=\"d\">");
    html_date(p, s.last_used_on);
    html_markup(p, "</td></tr>\n");
}

static void to_reclaim(struct page *p, struct span license, const size_t *seats, size_t count) {
    static const struct head heads[] = {{MSG_HEAD_HOLDER, ""},      {MSG_HEAD_NAME, ""},
                                        {MSG_HEAD_DEPARTMENT, ""},  {MSG_HEAD_VERDICT, ""},
                                        {MSG_HEAD_ASSIGNED_ON, ""}, {MSG_HEAD_LAST_USED_ON, ""}};
    if (!count)
        return;
    begin_table(p, license, MSG_PAGE_RECLAIM, count);
    add_heads(p, heads, sizeof heads / sizeof *heads);
    html_markup(p, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < count && i < SHOWN; i++)
        seat_row(p, seats[i]);
    end_table(p, count);
}

void html_seats(struct page *p, size_t license) {
    const struct shares *s = p->view->shares;
    const struct reclaim *x = p->view->reclaim;
    struct span name = inputs_of(p->view->record, INPUT_LICENSE).first[license].name;
    size_t shares = s->first[license + 1] - s->first[license];
    if (shares)
        by_department(p, name, s->items.items + s->first[license], shares);
    to_reclaim(p, name, x->seats + x->first[license], x->first[license + 1] - x->first[license]);
}
