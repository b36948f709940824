/*
 * manifest.json: what the report was made of and what it holds, written last. The only file that
 * knows who ran Tenko and when. Its first key is how directory.c recognises a report.
 */
#include "coverage.h"
#include "rendering.h"
#include "reporters.h"
#include "tenko/jsonout.h"
#include "terms.h"

#include <stdlib.h>
#include <time.h>

static void text(struct jsonout *j, const char *key, struct span value) {
    jsonout_key(j, key);
    jsonout_string_or_null(j, value);
}

static void number(struct jsonout *j, const char *key, int64_t value) {
    jsonout_key(j, key);
    jsonout_number(j, value);
}

static void threshold(struct jsonout *j, int i, int32_t days) {
    jsonout_key(j, thresholds[i].name);
    if (days < 0)
        jsonout_null(j); /* off */
    else
        jsonout_number(j, days);
}

static void run(struct jsonout *j, const struct view *view) {
    char day[11], when[32] = "";
    time_t started = (time_t)view->started_at;
    struct tm utc;
    if (gmtime_r(&started, &utc))
        strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &utc);
    number(j, MANIFEST_MARKER, 1);
    text(j, "tenko_version", SPAN(TENKO_VERSION));
    text(j, "as_of", date_text(view->plan->as_of, day));
    text(j, "organization", span_of(view->plan->organization));
    text(j, "language", view->language == LANG_JA ? SPAN("ja") : SPAN("en"));
    text(j, "who", span_of(view->run_by));
    text(j, "when", span_of(when));
    text(j, "forced_reason", span_of(view->force_reason));
    jsonout_key(j, "config");
    jsonout_begin_object(j);
    text(j, "path", span_of(view->plan->config_path));
    text(j, "sha256", span_of(view->plan->config_sha256));
    jsonout_end_object(j);
}

static void facts(struct jsonout *j, const struct source *s) {
    char delimiter = s->facts.delimiter;
    text(j, "sha256", span_of(s->facts.sha256));
    number(j, "bytes", (int64_t)s->facts.bytes);
    text(j, "encoding", span_of(s->facts.encoding));
    text(j, "delimiter", (struct span){&delimiter, delimiter ? 1 : 0});
    number(j, "rows_read", (int64_t)s->rows_read);
    number(j, "accepted", (int64_t)s->rows_accepted);
    number(j, "rejected", (int64_t)s->rows_rejected);
    number(j, "not_yet", (int64_t)s->rows_not_yet);
    jsonout_key(j, "columns");
    jsonout_begin_array(j);
    for (size_t i = 0; i < s->columns.count; i++) {
        jsonout_begin_object(j);
        text(j, "header", s->columns.items[i].header);
        text(j, "field", span_of(fields[s->columns.items[i].field].name));
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
    for (size_t i = 0; i < s->facts.more.count; i++)
        text(j, message_name(s->facts.more.items[i].label), span_of(s->facts.more.items[i].value));
}

static void inputs(struct jsonout *j, const struct view *view) {
    size_t count;
    struct source **sources = report_sources(view, &count);
    jsonout_key(j, "inputs");
    jsonout_begin_array(j);
    for (size_t i = 0; i < count; i++) {
        const struct source *s = sources[i];
        char day[11];
        jsonout_begin_object(j);
        text(j, "kind", span_of(record_kind_name(s->plan->record)));
        text(j, "name", span_of(s->plan->name));
        text(j, "path", span_of(s->display));
        text(j, "exported_on", date_text(s->plan->exported_on, day));
        jsonout_key(j, "delivered");
        jsonout_bool(j, !s->is_missing);
        if (!s->is_missing)
            facts(j, s);
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
    free(sources);
}

/* Thresholds of one section where they differ from the defaults in force. */
static void section_thresholds(struct jsonout *j, const struct plan *plan,
                               const struct input_plan *input) {
    if (memcmp(plan->days, input->days, sizeof plan->days) == 0)
        return;
    jsonout_begin_object(j);
    text(j, "kind", span_of(record_kind_name(input->record)));
    text(j, "name", span_of(input->name));
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        if (input->days[i] != plan->days[i])
            threshold(j, i, input->days[i]);
    jsonout_end_object(j);
}

static void thresholds_in_force(struct jsonout *j, const struct view *view) {
    jsonout_key(j, "thresholds");
    jsonout_begin_object(j);
    jsonout_key(j, "defaults");
    jsonout_begin_object(j);
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        threshold(j, i, view->plan->days[i]);
    jsonout_end_object(j);
    jsonout_key(j, "sections");
    jsonout_begin_array(j);
    for (size_t i = 0; i < covered_count(view); i++)
        section_thresholds(j, view->plan, covered_input(view, i).plan);
    jsonout_end_array(j);
    jsonout_end_object(j);
}

static void rules_in_force(struct jsonout *j, const struct plan *plan) {
    jsonout_key(j, "rules");
    jsonout_begin_array(j);
    for (size_t i = 0; i < rule_count; i++) {
        jsonout_begin_object(j);
        text(j, "name", span_of(rules[i]->name));
        text(j, "severity", span_of(severity_name(rule_severity(plan, rules[i]))));
        jsonout_key(j, "enabled");
        jsonout_bool(j, rule_is_enabled(plan, rules[i]));
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

static void limits(struct jsonout *j, const struct plan *plan) {
    text(j, "match_accept", plan->accepts_probable ? SPAN("probable") : SPAN("exact"));
    jsonout_key(j, "safety");
    jsonout_begin_object(j);
    number(j, "max_unmatched_percent", plan->max_unmatched_percent);
    number(j, "max_shrink_percent", plan->max_shrink_percent);
    number(j, "min_roster_rows", plan->min_roster_rows);
    text(j, "missing_list", plan->missing_list_stops ? SPAN("stop") : SPAN("report"));
    jsonout_end_object(j);
}

static void files(struct jsonout *j, const struct written_files *written) {
    jsonout_key(j, "files");
    jsonout_begin_array(j);
    for (size_t i = 0; i < written->count; i++) {
        const struct written_file *file = &written->items[i];
        jsonout_begin_object(j);
        text(j, "name", span_of(file->name));
        number(j, "bytes", (int64_t)file->bytes);
        text(j, "sha256", span_of(file->sha256));
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

void write_manifest_json(const struct view *view, struct sink *out) {
    struct jsonout j = {.out = out, .indent = 2};
    jsonout_begin_object(&j);
    run(&j, view);
    inputs(&j, view);
    thresholds_in_force(&j, view);
    limits(&j, view->plan);
    rules_in_force(&j, view->plan);
    files(&j, &view->rendering->written);
    jsonout_end_object(&j);
    sink_char(out, '\n');
}
