/* Every license as a stacked bar with its figures. Unknown use is shown as such: it is no reason to
 * cut anything. */
#include "html.h"
#include "inputs.h"

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
        html_seats(p, (size_t)(input - inputs_of(p->view->record, INPUT_LICENSE).first));
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
