/* Every license as a stacked bar with its figures. Unknown use is shown as such: it is no reason to
 * cut anything. */
#include "html.h"
#include "inputs.h"
#include "reclaim.h"
#include "terms.h"

/* "label: value" among the figures of a license, left out where the value is not known. */
static void begin_fact(struct page *p, enum message_id label) {
    html_markup(p, "<div><dt>");
    html_label(p, label);
    html_markup(p, "</dt><dd>");
}

static void end_fact(struct page *p) {
    html_markup(p, "</dd></div>\n");
}

static void number_fact(struct page *p, enum message_id label, int64_t value) {
    if (value < 0)
        return;
    begin_fact(p, label);
    html_number(p, value);
    end_fact(p);
}

static void text_fact(struct page *p, enum message_id label, struct span value) {
    if (!value.n)
        return;
    begin_fact(p, label);
    html_markup(p, "<bdi>");
    html_text(p, value);
    html_markup(p, "</bdi>");
    end_fact(p);
}

static void facts(struct page *p, const struct input_record *input) {
    const struct license_figures *f = &input->license;
    html_markup(p, "<dl class=\"facts\">\n");
    strbuf_clear(&p->text);
    input_owners(input, &p->text);
    text_fact(p, MSG_HEAD_OWNER, strbuf_span(&p->text));
    text_fact(p, MSG_HEAD_PURPOSE, input->purpose);
    text_fact(p, MSG_HEAD_CONTRACT_NO, input->contract_no);
    if (date_is_known(input->contract_to)) {
        begin_fact(p, MSG_HEAD_CONTRACT_TO);
        html_date(p, input->contract_to);
        end_fact(p);
    }
    if (f->purchased < 0) {
        begin_fact(p, MSG_HEAD_PURCHASED);
        html_term(p, MSG_TERM_UNLIMITED);
        end_fact(p);
    }
    number_fact(p, MSG_HEAD_PURCHASED, f->purchased);
    number_fact(p, MSG_HEAD_ASSIGNED, f->assigned);
    if (f->utilization_permille >= 0) {
        begin_fact(p, MSG_PAGE_UTILIZATION);
        html_percent(p, f->utilization_permille);
        end_fact(p);
    }
    number_fact(p, MSG_HEAD_DUPLICATES, f->duplicates);
    if (f->yearly_waste_cents >= 0) {
        begin_fact(p, MSG_HEAD_YEARLY_WASTE);
        html_money(p, f->yearly_waste_cents);
        end_fact(p);
    }
    number_fact(p, MSG_HEAD_SUGGESTED_QUANTITY, f->suggested_quantity);
    html_markup(p, "</dl>\n");
}

static void bar(struct page *p, const struct input_record *input) {
    const struct license_figures *f = &input->license;
    const struct bar_part parts[] = {
        {MSG_HEAD_ACTIVE, "s-active", f->active},
        {MSG_HEAD_NEVER_USED, "s-never", f->never_used},
        {MSG_HEAD_IDLE, "s-idle", f->idle},
        {MSG_HEAD_USAGE_UNKNOWN, "s-unknown", f->usage_unknown},
        {MSG_HEAD_HELD_BY_LEAVERS, "s-leavers", f->held_by_leavers},
        {MSG_HEAD_HELD_BY_UNKNOWN, "s-nobody", f->held_by_unknown},
        {MSG_HEAD_UNASSIGNED, "s-free", f->unassigned},
    };
    html_bar(p, input->name, parts, sizeof parts / sizeof *parts,
             f->purchased > 0 ? f->purchased : 0);
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
    html_text(p, seat_term(s.verdict, p->view->language));
    html_markup(p, "</td><td class=\"d\">");
    html_date(p, s.last_used_on);
    html_markup(p, "</td></tr>\n");
}

static void seats_to_reclaim(struct page *p, size_t license) {
    enum { SHOWN = 50 };
    static const enum message_id heads[] = {MSG_HEAD_HOLDER, MSG_HEAD_NAME, MSG_HEAD_DEPARTMENT,
                                            MSG_HEAD_VERDICT, MSG_HEAD_LAST_USED_ON};
    const struct reclaim *x = p->view->reclaim;
    size_t first = x->first[license], count = x->first[license + 1] - first;
    char room[HTML_DIGITS];
    struct span all = html_digits((int64_t)count, room);
    if (!count)
        return;
    html_markup(p, "<details><summary>");
    html_says(p, MSG_PAGE_RECLAIM, &all, 1);
    html_markup(p, "</summary>\n<table class=\"seats\"><thead><tr>");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        html_markup(p, "<th scope=\"col\">");
        html_label(p, heads[i]);
        html_markup(p, "</th>");
    }
    html_markup(p, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < count && i < SHOWN; i++)
        seat_row(p, x->seats[first + i]);
    html_markup(p, "</tbody></table>\n");
    if (count > SHOWN) {
        struct span shown = html_digits(SHOWN, room);
        html_markup(p, "<p class=\"note\">");
        html_says(p, MSG_PAGE_RECLAIM_CUT, &shown, 1);
        html_markup(p, "</p>\n");
    }
    html_markup(p, "</details>\n");
}

static void license(struct page *p, const struct input_record *input) {
    html_markup(p, "<section class=\"license\"><h3><bdi>");
    html_text(p, input->name);
    html_markup(p, "</bdi></h3>\n");
    if (input->is_delivered) {
        bar(p, input);
        if (!input->license.usage_reported) {
            html_markup(p, "<p class=\"note\">");
            html_term(p, MSG_PAGE_USAGE_NOT_REPORTED);
            html_markup(p, "</p>\n");
        }
        facts(p, input);
        seats_to_reclaim(p, (size_t)(input - inputs_of(p->view->record, INPUT_LICENSE).first));
    } else {
        html_markup(p, "<p class=\"note\">");
        html_term(p, MSG_TERM_NO_LIST);
        html_markup(p, "</p>\n");
    }
    html_markup(p, "</section>\n");
}

void html_licenses(struct page *p) {
    struct input_range range = inputs_of(p->view->record, INPUT_LICENSE);
    if (!range.count) {
        html_markup(p, "<p>");
        html_term(p, MSG_PAGE_NO_LICENSES);
        html_markup(p, "</p>\n");
    }
    for (size_t i = 0; i < range.count; i++)
        license(p, &range.first[i]);
}
