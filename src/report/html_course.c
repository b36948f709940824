/* The course of the last runs: columns stacked by severity, and below them the numbers, of which
 * new, resolved and the rest are the ledger's. */
#include "html.h"
#include "tally.h"
#include "terms.h"

#include <inttypes.h>

/* Units of the drawing. */
enum { SLOT = 56, COLUMN = 34, TOP = 14, BASE = 124, HEIGHT = 152 };

static struct past_run_record this_run(const struct view *view) {
    const struct run_record *r = view->record;
    const struct tally *t = view->tally;
    struct past_run_record run = {
        .run = r->head.run,
        .as_of = r->head.as_of,
        .exceptions = r->exception_count,
        .fresh = t->by_lifecycle[LIFE_NEW],
        .open = t->by_lifecycle[LIFE_OPEN],
        .reopened = t->by_lifecycle[LIFE_REOPENED],
        .resolved = t->by_lifecycle[LIFE_RESOLVED],
        .not_reexamined = t->not_reexamined,
    };
    memcpy(run.by_severity, t->by_severity, sizeof run.by_severity);
    return run;
}

/* The i-th, of which the last is the run at hand. */
static struct past_run_record run_at(const struct page *p, size_t i) {
    const struct run_record *r = p->view->record;
    return i < r->past_run_count ? r->past_runs[i] : this_run(p->view);
}

static uint64_t of_severities(const struct past_run_record *run) {
    uint64_t sum = 0;
    for (int s = 0; s < SEVERITY_COUNT; s++)
        sum += run->by_severity[s];
    return sum;
}

/* --- The drawing --- */

static void block(struct page *p, const char *style, size_t at, uint64_t from, uint64_t to,
                  uint64_t most) {
    uint64_t room = BASE - TOP;
    uint64_t low = from * room * 10 / most, high = to * room * 10 / most;
    uint64_t top = UINT64_C(10) * BASE - high;
    sink_f(p->out, "<rect class=\"%s\" x=\"%zu\" width=\"%d\"", style,
           at * SLOT + (SLOT - COLUMN) / 2, COLUMN);
    sink_f(p->out, " y=\"%" PRIu64 ".%" PRIu64 "\" height=\"%" PRIu64 ".%" PRIu64 "\"/>", top / 10,
           top % 10, (high - low) / 10, (high - low) % 10);
}

static void label(struct page *p, size_t at, uint64_t y) {
    sink_f(p->out, "<text x=\"%zu\" y=\"%" PRIu64 "\">", at * SLOT + SLOT / 2, y);
}

/* A run whose severities were not kept is one grey block. */
static void column(struct page *p, size_t at, const struct past_run_record *run, uint64_t most) {
    char day[11];
    uint64_t sum = 0;
    for (int s = SEVERITY_COUNT - 1; s >= 0; s--) {
        char style[16];
        snprintf(style, sizeof style, "v-%s", severity_name((enum severity)s));
        if (run->by_severity[s])
            block(p, style, at, sum, sum + run->by_severity[s], most);
        sum += run->by_severity[s];
    }
    if (sum == 0 && run->exceptions)
        block(p, "s-unknown", at, 0, run->exceptions, most);
    label(p, at, BASE - run->exceptions * (BASE - TOP) / most - 3);
    html_number(p, (int64_t)run->exceptions);
    html_markup(p, "</text>");
    label(p, at, BASE + 12);
    sink_f(p->out, "#%" PRIu64 "</text>", run->run);
    label(p, at, BASE + 23);
    date_format(run->as_of, day);
    html_markup(p, day);
    html_markup(p, "</text>");
}

static void drawing(struct page *p, size_t count) {
    uint64_t most = 1;
    for (size_t i = 0; i < count; i++) {
        uint64_t exceptions = run_at(p, i).exceptions;
        most = exceptions > most ? exceptions : most;
    }
    sink_f(p->out,
           "<svg class=\"course\" viewBox=\"0 0 %zu %d\" role=\"img\" "
           "aria-labelledby=\"course-t\"><title id=\"course-t\">",
           count * SLOT, HEIGHT);
    html_term(p, MSG_PAGE_COURSE);
    html_markup(p, "</title>\n");
    for (size_t i = 0; i < count; i++) {
        struct past_run_record run = run_at(p, i);
        column(p, i, &run, most);
    }
    html_markup(p, "</svg>\n");
    const struct bar_part parts[] = {
        {severity_term(SEVERITY_CRITICAL), "v-critical", 0},
        {severity_term(SEVERITY_HIGH), "v-high", 0},
        {severity_term(SEVERITY_MEDIUM), "v-medium", 0},
        {severity_term(SEVERITY_LOW), "v-low", 0},
        {severity_term(SEVERITY_INFO), "v-info", 0},
    };
    html_keys(p, parts, sizeof parts / sizeof *parts);
}

/* --- The numbers --- */

static void head(struct page *p) {
    static const enum message_id heads[] = {MSG_PAGE_RUN,
                                            MSG_PAGE_AS_OF,
                                            MSG_HEAD_EXCEPTIONS,
                                            MSG_TERM_STATUS_NEW,
                                            MSG_TERM_STATUS_REOPENED,
                                            MSG_TERM_STATUS_OPEN,
                                            MSG_TERM_STATUS_RESOLVED,
                                            MSG_TERM_NOT_REEXAMINED};
    html_markup(p, "<thead><tr>");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        html_markup(p, i == 1 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">");
        html_label(p, heads[i]);
        html_markup(p, "</th>");
        for (int s = 0; i == 2 && s < SEVERITY_COUNT; s++) {
            html_markup(p, "<th scope=\"col\" class=\"n\">");
            html_term(p, severity_term((enum severity)s));
            html_markup(p, "</th>");
        }
    }
    html_markup(p, "</tr></thead>\n<tbody>\n");
}

static void number(struct page *p, uint64_t n, bool is_known) {
    html_markup(p, "<td class=\"n\">");
    if (is_known)
        html_number(p, (int64_t)n);
    else
        html_markup(p, "–");
    html_markup(p, "</td>");
}

static void row(struct page *p, const struct past_run_record *run) {
    bool has_severities = of_severities(run) == run->exceptions;
    sink_f(p->out, "<tr><th scope=\"row\" class=\"n\">%" PRIu64 "</th><td class=\"d\">", run->run);
    html_date(p, run->as_of);
    html_markup(p, "</td>");
    number(p, run->exceptions, true);
    for (int s = 0; s < SEVERITY_COUNT; s++)
        number(p, run->by_severity[s], has_severities);
    const uint64_t lives[] = {run->fresh, run->reopened, run->open, run->resolved,
                              run->not_reexamined};
    for (size_t i = 0; i < sizeof lives / sizeof *lives; i++)
        number(p, lives[i], true);
    html_markup(p, "</tr>\n");
}

void html_course(struct page *p) {
    size_t count = p->view->record->past_run_count + 1;
    if (count < 2)
        return;
    html_markup(p, "<h3>");
    html_term(p, MSG_PAGE_COURSE);
    html_markup(p, "</h3>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
    html_term(p, MSG_PAGE_COURSE);
    html_markup(p, "\">\n");
    drawing(p, count);
    html_markup(p, "<table class=\"runs\">\n");
    head(p);
    for (size_t i = 0; i < count; i++) {
        struct past_run_record run = run_at(p, i);
        row(p, &run);
    }
    html_markup(p, "</tbody></table></div>\n");
}
