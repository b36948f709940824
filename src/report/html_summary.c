/* What an officer wants first: which lists came, how many accounts have a holder, and what was
 * found against the last run. */
#include "html.h"
#include "inputs.h"
#include "tally.h"
#include "terms.h"

static void figure(struct page *p, enum message_id label, int64_t value) {
    html_markup(p, "<div><dt>");
    html_term(p, label);
    html_markup(p, "</dt><dd>");
    html_number(p, value);
    html_markup(p, "</dd></div>\n");
}

static struct system_figures all_systems(const struct run_record *r) {
    struct system_figures sum = {0};
    struct input_range systems = inputs_of(r, INPUT_SYSTEM);
    for (size_t i = 0; i < systems.count; i++) {
        const struct system_figures *s = &systems.first[i].system;
        sum.accounts += s->accounts;
        sum.enabled += s->enabled;
        sum.matched += s->matched;
        sum.unmatched += s->unmatched;
        sum.ambiguous += s->ambiguous;
        sum.shared += s->shared;
    }
    return sum;
}

static void figures(struct page *p) {
    const struct run_record *r = p->view->record;
    struct system_figures sum = all_systems(r);
    struct input_range rosters = inputs_of(r, INPUT_ROSTER);
    uint64_t people = 0;
    for (size_t i = 0; i < rosters.count; i++)
        people += rosters.first[i].people;
    html_markup(p, "<dl class=\"figures\">\n");
    figure(p, MSG_PAGE_PEOPLE, (int64_t)people);
    figure(p, MSG_PAGE_ACCOUNTS, (int64_t)sum.accounts);
    figure(p, MSG_PAGE_ENABLED, (int64_t)sum.enabled);
    figure(p, MSG_PAGE_HAVE_HOLDER, (int64_t)sum.matched);
    figure(p, MSG_PAGE_EXCEPTION_COUNT, (int64_t)r->exception_count);
    html_markup(p, "</dl>\n");
    const struct bar_part parts[] = {
        {MSG_HEAD_MATCHED, "s-active", (int64_t)sum.matched},
        {MSG_HEAD_SHARED, "s-unknown", (int64_t)sum.shared},
        {MSG_HEAD_AMBIGUOUS, "s-idle", (int64_t)sum.ambiguous},
        {MSG_HEAD_UNMATCHED, "s-leavers", (int64_t)sum.unmatched},
    };
    html_bar(p, message_span(MSG_PAGE_HOLDERS, p->view->language), parts, 4, 0);
}

/* Which lists came, and by name those that did not. */
static void lists(struct page *p) {
    const struct run_record *r = p->view->record;
    char came_room[HTML_DIGITS], all_room[HTML_DIGITS];
    int64_t all = (int64_t)r->first_input[INPUT_TABLE], came = 0;
    for (int64_t i = 0; i < all; i++)
        came += r->inputs[i].is_delivered;
    struct span args[] = {html_digits(all, all_room), html_digits(came, came_room)};
    html_markup(p, "<p>");
    html_says(p, came == all ? MSG_PAGE_ALL_LISTS : MSG_PAGE_SOME_LISTS, args, 2);
    html_markup(p, "</p>\n");
    if (came == all)
        return;
    html_markup(p, "<ul class=\"missing\">\n");
    for (int64_t i = 0; i < all; i++) {
        const struct input_record *input = &r->inputs[i];
        if (input->is_delivered)
            continue;
        html_markup(p, "<li><bdi>");
        html_text(p, input->name);
        html_markup(p, "</bdi> ");
        html_term(p, MSG_TERM_NO_LIST);
        strbuf_clear(&p->text);
        input_owners(input, &p->text);
        if (p->text.n) {
            html_markup(p, " (");
            html_text(p, strbuf_span(&p->text));
            html_markup(p, ")");
        }
        html_markup(p, "</li>\n");
    }
    html_markup(p, "</ul>\n");
}

/* --- Exceptions by severity --- */

/* Exceptions of earlier runs that this run no longer has: gone, or nobody could look again. */
struct past_counts {
    uint64_t resolved[SEVERITY_COUNT], unseen[SEVERITY_COUNT];
};

static void count_past(const struct run_record *r, struct past_counts *past) {
    struct resolved_record row;
    for (size_t i = 0; i < r->resolved_count; i++) {
        r->rows->resolved(r->from, i, &row);
        const struct exception_record *e = &row.exception;
        (e->lifecycle == LIFE_RESOLVED ? past->resolved : past->unseen)[e->severity]++;
    }
}

static void head_cell(struct page *p, enum message_id term, const char *kind) {
    sink_f(p->out, "<th scope=\"col\"%s>", kind);
    html_label(p, term);
    html_markup(p, "</th>");
}

static void number_cell(struct page *p, uint64_t n) {
    html_markup(p, "<td class=\"n\">");
    html_number(p, (int64_t)n);
    html_markup(p, "</td>");
}

/* The number, and a bar beside it in proportion to the largest. */
static void bar_cell(struct page *p, uint64_t n, uint64_t most) {
    sink_f(p->out,
           "<td class=\"share\"><svg class=\"mini\" viewBox=\"0 0 100 10\" aria-hidden=\"true\" "
           "preserveAspectRatio=\"none\"><rect class=\"s-share\" width=\"%u\" height=\"10\"/>"
           "</svg></td>",
           most ? (unsigned)(n * 100 / most) : 0);
}

static void severity_head(struct page *p, bool is_compared) {
    html_markup(p, "<thead><tr>");
    head_cell(p, MSG_HEAD_SEVERITY, "");
    head_cell(p, MSG_HEAD_EXCEPTIONS, " class=\"n\"");
    html_markup(p, "<td class=\"share\"></td>");
    if (is_compared) {
        head_cell(p, MSG_TERM_STATUS_NEW, " class=\"n\"");
        head_cell(p, MSG_TERM_STATUS_REOPENED, " class=\"n\"");
        head_cell(p, MSG_TERM_STATUS_OPEN, " class=\"n\"");
        head_cell(p, MSG_TERM_STATUS_RESOLVED, " class=\"n\"");
        head_cell(p, MSG_TERM_NOT_REEXAMINED, " class=\"n\"");
    }
    head_cell(p, MSG_PAGE_WAIVED, " class=\"n\"");
    html_markup(p, "</tr></thead>\n<tbody>\n");
}

/* `past`: NULL where there is no run before. */
static void severity_row(struct page *p, enum severity s, const struct past_counts *past) {
    const struct tally *t = p->view->tally;
    uint64_t most = 0;
    for (int k = 0; k < SEVERITY_COUNT; k++)
        most = t->by_severity[k] > most ? t->by_severity[k] : most;
    sink_f(p->out,
           "<tr><th scope=\"row\"><a class=\"sev sev-%s\" href=\"#exceptions\" "
           "data-severity=\"%d\">",
           severity_name(s), (int)s);
    html_term(p, severity_term(s));
    html_markup(p, "</a></th>");
    number_cell(p, t->by_severity[s]);
    bar_cell(p, t->by_severity[s], most);
    if (past) {
        number_cell(p, t->by_status[s][LIFE_NEW]);
        number_cell(p, t->by_status[s][LIFE_REOPENED]);
        number_cell(p, t->by_status[s][LIFE_OPEN]);
        number_cell(p, past->resolved[s]);
        number_cell(p, past->unseen[s]);
    }
    number_cell(p, t->waived_by_severity[s]);
    html_markup(p, "</tr>\n");
}

/* Is there a run before to compare with? Says what it is compared with, or why not. */
static bool comparison(struct page *p) {
    const struct run_head *head = &p->view->record->head;
    bool has_previous = head->has_ledger && date_is_known(head->previous_as_of);
    html_markup(p, "<p>");
    if (has_previous) {
        html_term(p, MSG_PAGE_COMPARED);
        html_markup(p, " ");
        html_date(p, head->previous_as_of);
    } else {
        html_term(p, head->has_ledger ? MSG_PAGE_FIRST_RUN : MSG_PAGE_NO_LEDGER);
    }
    html_markup(p, "</p>\n");
    return has_previous;
}

static void severities(struct page *p) {
    struct past_counts past = {0};
    html_markup(p, "<h3>");
    html_term(p, MSG_PAGE_BY_SEVERITY);
    html_markup(p, "</h3>\n");
    bool is_compared = comparison(p);
    count_past(p->view->record, &past);
    html_markup(p, "<table class=\"severities\">\n");
    severity_head(p, is_compared);
    for (int s = 0; s < SEVERITY_COUNT; s++)
        severity_row(p, (enum severity)s, is_compared ? &past : NULL);
    html_markup(p, "</tbody></table>\n");
}

void html_summary(struct page *p) {
    figures(p);
    lists(p);
    severities(p);
    html_course(p);
}
