/* summary.json: the run in numbers, for scripts. Words are the contract's, in either language. */
#include "coverage.h"
#include "figures.h"
#include "reporters.h"
#include "tenko/jsonout.h"
#include "terms.h"

#include <stdlib.h>

static void text(struct jsonout *j, const char *key, struct span value) {
    jsonout_key(j, key);
    jsonout_string_or_null(j, value);
}

static void count(struct jsonout *j, const char *key, uint64_t value) {
    jsonout_key(j, key);
    jsonout_number(j, (int64_t)value);
}

/* A number that is known only of a list that was delivered. */
static void count_of(struct jsonout *j, const struct source *s, const char *key, uint64_t value) {
    jsonout_key(j, key);
    if (s->is_missing)
        jsonout_null(j);
    else
        jsonout_number(j, (int64_t)value);
}

/* Every line of the list counts, waived or not, so that whoever adds up the list gets these
 * numbers. */
static void counts(struct jsonout *j, const struct findings *f) {
    uint64_t by_severity[SEVERITY_COUNT] = {0};
    uint64_t *by_rule = memory_zeroed(rule_count, sizeof *by_rule);
    for (size_t i = 0; i < f->exceptions.count; i++) {
        by_severity[f->exceptions.items[i].severity]++;
        by_rule[rule_index(f->exceptions.items[i].rule)]++;
    }
    jsonout_key(j, "counts");
    jsonout_begin_object(j);
    count(j, "exceptions", f->exceptions.count);
    count(j, "waived", f->waived);
    jsonout_key(j, "by_severity");
    jsonout_begin_object(j);
    for (int s = 0; s < SEVERITY_COUNT; s++)
        count(j, severity_name((enum severity)s), by_severity[s]);
    jsonout_end_object(j);
    jsonout_key(j, "by_rule");
    jsonout_begin_object(j);
    for (size_t r = 0; r < rule_count; r++)
        count(j, rules[r]->name, by_rule[r]);
    jsonout_end_object(j);
    jsonout_end_object(j);
    free(by_rule);
}

static void rule_lists(struct jsonout *j, const struct view *view, const struct covered_input *in) {
    struct strbuf why = {0};
    jsonout_key(j, "rules_evaluated");
    jsonout_begin_array(j);
    for (size_t r = 0; r < rule_count; r++)
        if (rule_cover(view, in, r, &why) == RULE_EVALUATED)
            jsonout_string(j, span_of(rules[r]->name));
    jsonout_end_array(j);
    jsonout_key(j, "rules_not_evaluated");
    jsonout_begin_array(j);
    for (size_t r = 0; r < rule_count; r++) {
        if (rule_cover(view, in, r, &why) != RULE_NOT_EVALUATED)
            continue;
        jsonout_begin_object(j);
        text(j, "rule", span_of(rules[r]->name));
        text(j, "reason", strbuf_span(&why));
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
    strbuf_release(&why);
}

static void input_head(struct jsonout *j, const struct covered_input *in) {
    const struct source *s = in->source;
    char day[11];
    text(j, "name", span_of(in->plan->name));
    jsonout_key(j, "delivered");
    jsonout_bool(j, !s->is_missing);
    text(j, "exported_on", date_text(in->plan->exported_on, day));
    text(j, "encoding", span_of(s->facts.encoding));
    count_of(j, s, "rows_read", s->rows_read);
    count_of(j, s, "accepted", s->rows_accepted);
    count_of(j, s, "rejected", s->rows_rejected);
    count_of(j, s, "not_yet", s->rows_not_yet);
}

static void roster(struct jsonout *j, const struct view *view, const struct covered_input *in) {
    count_of(j, in->source, "people", roster_people(view, in->of_kind));
}

static void system_figures(struct jsonout *j, const struct view *view,
                           const struct covered_input *in) {
    const struct system_figures *f = &view->findings->systems[in->of_kind];
    const struct source *s = in->source;
    text(j, "owner", span_of(in->plan->system.owner));
    count_of(j, s, "accounts", f->accounts);
    count_of(j, s, "enabled", f->enabled);
    count_of(j, s, "matched", f->matched);
    count_of(j, s, "unmatched", f->unmatched);
    count_of(j, s, "ambiguous", f->ambiguous);
    count_of(j, s, "shared", f->shared);
    count_of(j, s, "privileged", f->privileged);
}

static void license(struct jsonout *j, const struct view *view, const struct covered_input *in) {
    text(j, "metric", in->plan->license.metric == METRIC_DEVICE ? SPAN("device") : SPAN("user"));
    for (size_t i = 0; i < license_figure_count; i++) {
        const struct figure *f = &license_figure_table[i];
        int64_t value = license_figure(view, in->of_kind, f);
        jsonout_key(j, f->key);
        if (value < 0)
            jsonout_null(j);
        else if (f->is_percent)
            jsonout_decimal(j, (double)value / 10, 1);
        else
            jsonout_number(j, value);
    }
    struct span usage = {0};
    if (!in->source->is_missing)
        usage = view->findings->licenses[in->of_kind].usage_reported ? SPAN("reported")
                                                                     : SPAN("usage not reported");
    text(j, "usage", usage);
}

static void nothing_more(struct jsonout *j, const struct view *view,
                         const struct covered_input *in) {
    (void)j, (void)view, (void)in;
}

/* The inputs of one kind under one key. */
static const struct section {
    const char *key;
    enum target_kind kind;
    void (*figures)(struct jsonout *j, const struct view *view, const struct covered_input *in);
} sections[] = {
    {"rosters", TARGET_ROSTER, roster},
    {"systems", TARGET_SYSTEM, system_figures},
    {"licenses", TARGET_LICENSE, license},
    {"devices", TARGET_DEVICES, nothing_more},
};

static void section(struct jsonout *j, const struct view *view, const struct section *s) {
    jsonout_key(j, s->key);
    jsonout_begin_array(j);
    for (size_t i = 0; i < covered_count(view); i++) {
        struct covered_input in = covered_input(view, i);
        if (in.kind != s->kind)
            continue;
        jsonout_begin_object(j);
        input_head(j, &in);
        s->figures(j, view, &in);
        rule_lists(j, view, &in);
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

void write_summary_json(const struct view *view, struct sink *out) {
    struct jsonout j = {.out = out, .indent = 2};
    char day[11];
    jsonout_begin_object(&j);
    text(&j, "as_of", date_text(view->plan->as_of, day));
    jsonout_key(&j, "organization");
    jsonout_string(&j, span_of(view->plan->organization));
    counts(&j, view->findings);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        section(&j, view, &sections[i]);
    count(&j, "issues", issue_count(view));
    jsonout_end_object(&j);
    sink_char(out, '\n');
}
