/* summary.json: the run in numbers, for scripts. Its keys are the same in either language. */
#include "figures.h"
#include "inputs.h"
#include "tally.h"
#include "tenko/jsonout.h"
#include "writers.h"

#include <inttypes.h>
#include <stdlib.h>

static void text(struct jsonout *j, const char *key, struct span value) {
    jsonout_key(j, key);
    jsonout_string_or_null(j, value);
}

static void day(struct jsonout *j, const char *key, date value) {
    char iso[11];
    date_format(value, iso);
    text(j, key, span_of(iso));
}

static void count(struct jsonout *j, const char *key, uint64_t value) {
    jsonout_key(j, key);
    jsonout_number(j, (int64_t)value);
}

/* A number that is known only of a list that was delivered. */
static void count_of(struct jsonout *j, const struct input_record *in, const char *key,
                     uint64_t value) {
    jsonout_key(j, key);
    if (in->is_delivered)
        jsonout_number(j, (int64_t)value);
    else
        jsonout_null(j);
}

/* --- Counts: every line of the list counts, waived or not --- */

struct named_count {
    struct span name;
    uint64_t count;
};

static int by_name(const void *left, const void *right) {
    const struct named_count *a = left, *b = right;
    return span_compare(a->name, b->name);
}

/* By department as shown; "" has those of nobody's. */
static void by_department(struct jsonout *j, const struct tally *t) {
    size_t departments = t->by_department.count, used = 0;
    struct named_count *list = memory_zeroed(departments + 1, sizeof *list);
    for (size_t i = 0; i < departments; i++)
        if (t->by_department.items[i])
            list[used++] = (struct named_count){
                strpool_text(&t->departments, (str_id){(uint32_t)i}), t->by_department.items[i]};
    qsort(list, used, sizeof *list, by_name);
    jsonout_key(j, "by_department");
    jsonout_begin_object(j);
    for (size_t i = 0; i < used; i++) {
        jsonout_key_text(j, list[i].name);
        jsonout_number(j, (int64_t)list[i].count);
    }
    jsonout_end_object(j);
    free(list);
}

static void by_system(struct jsonout *j, const struct view *view) {
    const struct run_record *r = view->record;
    jsonout_key(j, "by_system");
    jsonout_begin_object(j);
    for (size_t i = r->first_input[INPUT_SYSTEM]; i < r->first_input[INPUT_SYSTEM + 1]; i++) {
        jsonout_key_text(j, r->inputs[i].name);
        jsonout_number(j, (int64_t)view->tally->by_input[i]);
    }
    jsonout_end_object(j);
}

static void counts(struct jsonout *j, const struct view *view) {
    const struct run_record *r = view->record;
    jsonout_key(j, "counts");
    jsonout_begin_object(j);
    count(j, "exceptions", r->exception_count);
    count(j, "waived", view->tally->waived);
    jsonout_key(j, "by_severity");
    jsonout_begin_object(j);
    for (int s = 0; s < SEVERITY_COUNT; s++)
        count(j, severity_name((enum severity)s), view->tally->by_severity[s]);
    jsonout_end_object(j);
    jsonout_key(j, "by_rule");
    jsonout_begin_object(j);
    for (size_t i = 0; i < r->rule_count; i++) {
        jsonout_key_text(j, r->rules[i].name);
        jsonout_number(j, (int64_t)view->tally->by_rule[i]);
    }
    jsonout_end_object(j);
    by_department(j, view->tally);
    by_system(j, view);
    jsonout_end_object(j);
}

/* How far the exceptions are in their lives; null without ledger. */
static void lifecycle(struct jsonout *j, const struct view *view) {
    const struct tally *t = view->tally;
    jsonout_key(j, "lifecycle");
    if (!view->record->head.has_ledger) {
        jsonout_null(j);
        return;
    }
    jsonout_begin_object(j);
    for (int life = LIFE_NEW; life <= LIFE_RESOLVED; life++)
        count(j, lifecycle_name((enum lifecycle)life), t->by_lifecycle[life]);
    count(j, "not_reexamined", t->not_reexamined);
    jsonout_key(j, "open_days");
    jsonout_begin_object(j);
    count(j, "oldest", t->ages.oldest);
    count(j, "over_30", t->ages.over_30);
    count(j, "over_90", t->ages.over_90);
    count(j, "over_365", t->ages.over_365);
    jsonout_end_object(j);
    jsonout_end_object(j);
}

/* --- Coverage --- */

static void evaluated(struct jsonout *j, const struct run_record *r,
                      const struct input_record *in) {
    jsonout_key(j, "rules_evaluated");
    jsonout_begin_array(j);
    for (size_t i = 0; i < in->coverage_count; i++)
        if (in->coverage[i].is_evaluated)
            jsonout_string(j, r->rules[in->coverage[i].rule].name);
    jsonout_end_array(j);
}

static void not_evaluated(struct jsonout *j, const struct view *view,
                          const struct input_record *in) {
    struct strbuf why = {0};
    jsonout_key(j, "rules_not_evaluated");
    jsonout_begin_array(j);
    for (size_t i = 0; i < in->coverage_count; i++) {
        const struct coverage_record *c = &in->coverage[i];
        if (c->is_evaluated)
            continue;
        strbuf_clear(&why);
        sentence_write(&c->why, view->language, &why);
        jsonout_begin_object(j);
        text(j, "rule", view->record->rules[c->rule].name);
        text(j, "reason", strbuf_span(&why));
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
    strbuf_release(&why);
}

static void not_judged(struct jsonout *j, const struct run_record *r,
                       const struct input_record *in) {
    jsonout_key(j, "not_judged");
    jsonout_begin_object(j);
    for (size_t i = 0; i < in->coverage_count; i++) {
        const struct coverage_record *c = &in->coverage[i];
        if (!c->not_judged)
            continue;
        jsonout_key_text(j, r->rules[c->rule].name);
        jsonout_number(j, (int64_t)c->not_judged);
    }
    jsonout_end_object(j);
}

/* --- Inputs --- */

static void owners(struct jsonout *j, const struct input_record *in) {
    struct strbuf list = {0};
    input_owners(in, &list);
    text(j, "owner", strbuf_span(&list));
    strbuf_release(&list);
}

static void input_head(struct jsonout *j, const struct input_record *in) {
    text(j, "name", in->name);
    jsonout_key(j, "delivered");
    jsonout_bool(j, in->is_delivered);
    day(j, "exported_on", in->exported_on);
    text(j, "encoding", in->encoding);
    count_of(j, in, "rows_read", in->rows_read);
    count_of(j, in, "accepted", in->accepted);
    count_of(j, in, "rejected", in->rejected);
    count_of(j, in, "not_records", in->not_records);
    count_of(j, in, "not_yet", in->not_yet);
    jsonout_key(j, "declared_rows");
    if (in->declared_rows < 0)
        jsonout_null(j);
    else
        jsonout_number(j, in->declared_rows);
}

static void roster(struct jsonout *j, const struct input_record *in) {
    owners(j, in);
    count_of(j, in, "people", in->people);
}

/* "001 佐藤花子", as in systems.csv. */
static void manager(struct jsonout *j, const struct input_record *in) {
    struct strbuf name = {0};
    input_manager(in, &name);
    text(j, "manager", strbuf_span(&name));
    strbuf_release(&name);
}

static void system_figures(struct jsonout *j, const struct input_record *in) {
    const struct system_figures *f = &in->system;
    owners(j, in);
    manager(j, in);
    text(j, "contract_owner", in->contract_owner);
    text(j, "contract_no", in->contract_no);
    text(j, "purpose", in->purpose);
    day(j, "ended_on", in->ended_on);
    count_of(j, in, "accounts", f->accounts);
    count_of(j, in, "enabled", f->enabled);
    count_of(j, in, "expired", f->expired);
    count_of(j, in, "matched", f->matched);
    count_of(j, in, "unmatched", f->unmatched);
    count_of(j, in, "ambiguous", f->ambiguous);
    count_of(j, in, "shared", f->shared);
    count_of(j, in, "privileged", f->privileged);
}

static void figure(struct jsonout *j, const struct figure *f, int64_t value) {
    jsonout_key(j, f->key);
    if (value < 0)
        jsonout_null(j);
    else if (f->type == FIGURE_PERCENT)
        jsonout_decimal(j, (double)value / 10, 1);
    else if (f->type == FIGURE_MONEY && value % 100)
        jsonout_decimal(j, (double)value / 100, 2);
    else
        jsonout_number(j, f->type == FIGURE_MONEY ? value / 100 : value);
}

static void license(struct jsonout *j, const struct input_record *in) {
    owners(j, in);
    text(j, "contract_no", in->contract_no);
    text(j, "purpose", in->purpose);
    day(j, "contract_to", in->contract_to);
    text(j, "metric", in->metric);
    for (size_t i = 0; i < LICENSE_FIGURES; i++)
        figure(j, &license_figure_table[i], license_figure(&in->license, &license_figure_table[i]));
    struct span usage = {0};
    if (in->is_delivered)
        usage = in->license.usage_reported ? SPAN("reported") : SPAN("usage not reported");
    text(j, "usage", usage);
}

static void nothing_more(struct jsonout *j, const struct input_record *in) {
    (void)j, (void)in;
}

/* The inputs of one kind under one key. */
static const struct summary_section {
    const char *key;
    enum input_kind kind;
    void (*figures)(struct jsonout *j, const struct input_record *in);
} sections[] = {
    {"rosters", INPUT_ROSTER, roster},
    {"systems", INPUT_SYSTEM, system_figures},
    {"licenses", INPUT_LICENSE, license},
    {"devices", INPUT_DEVICES, nothing_more},
};

static void input(struct jsonout *j, const struct view *view, const struct summary_section *s,
                  size_t i) {
    const struct input_record *in = &view->record->inputs[i];
    jsonout_begin_object(j);
    input_head(j, in);
    s->figures(j, in);
    count(j, "exceptions", view->tally->by_input[i]);
    evaluated(j, view->record, in);
    not_evaluated(j, view, in);
    not_judged(j, view->record, in);
    jsonout_end_object(j);
}

/* An array, or of devices, which are one list, an object or null. */
static void section(struct jsonout *j, const struct view *view, const struct summary_section *s) {
    const struct run_record *r = view->record;
    size_t first = r->first_input[s->kind], end = r->first_input[s->kind + 1];
    bool is_single = s->kind == INPUT_DEVICES;
    jsonout_key(j, s->key);
    if (!is_single)
        jsonout_begin_array(j);
    else if (first == end)
        jsonout_null(j);
    for (size_t i = first; i < end; i++)
        input(j, view, s, i);
    if (!is_single)
        jsonout_end_array(j);
}

void write_summary_json(const struct view *view, struct sink *out) {
    struct jsonout j = {.out = out, .indent = 2};
    jsonout_begin_object(&j);
    day(&j, "as_of", view->record->head.as_of);
    jsonout_key(&j, "organization");
    jsonout_string(&j, view->record->head.organization);
    counts(&j, view);
    lifecycle(&j, view);
    /* Why and by whom: the manifest. */
    text(&j, "forced_stops", record_forced_stops(&view->record->head, view->language));
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        section(&j, view, &sections[i]);
    count(&j, "issues", view->record->issue_count);
    jsonout_end_object(&j);
    sink_char(out, '\n');
}
