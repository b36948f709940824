/*
 * manifest.json: what the report was made of and what it holds, written last. The only file that
 * knows who ran Tenko and when. Its first key is how directory.c recognises a report.
 */
#include "addressees.h"
#include "inventory.h"
#include "stems.h"
#include "tenko/jsonout.h"
#include "writers.h"

#include <stdio.h>
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

static void day(struct jsonout *j, const char *key, date value) {
    char iso[11];
    date_format(value, iso);
    text(j, key, span_of(iso));
}

static void threshold(struct jsonout *j, const struct threshold_record *t) {
    jsonout_key_text(j, t->name);
    if (t->days < 0)
        jsonout_null(j); /* off */
    else
        jsonout_number(j, t->days);
}

/* "2026-03-31T09:00:00+09:00": local time with its offset. */
static void moment(struct jsonout *j, const char *key, const struct run_head *head) {
    char room[64] = "";
    time_t local = (time_t)(head->started_at + head->utc_offset_s);
    int minutes = abs(head->utc_offset_s) / 60;
    struct tm parts;
    if (gmtime_r(&local, &parts)) {
        size_t n = strftime(room, sizeof room, "%Y-%m-%dT%H:%M:%S", &parts);
        snprintf(room + n, sizeof room - n, "%c%02d:%02d", head->utc_offset_s < 0 ? '-' : '+',
                 minutes / 60, minutes % 60);
    }
    text(j, key, span_of(room));
}

static void run_head(struct jsonout *j, const struct view *view) {
    const struct run_head *head = &view->record->head;
    number(j, MANIFEST_MARKER, 1);
    text(j, "tool_version", head->tool_version);
    day(j, "as_of", head->as_of);
    text(j, "organization", head->organization);
    text(j, "language", view->language == LANG_JA ? SPAN("ja") : SPAN("en"));
    text(j, "who", head->who);
    moment(j, "when", head);
    jsonout_key(j, "run");
    if (head->run)
        jsonout_number(j, (int64_t)head->run);
    else
        jsonout_null(j);
    text(j, "ledger_head", head->ledger_head);
    text(j, "forced_reason", head->force_reason);
    text(j, "forced_stops", record_forced_stops(head, view->language));
    jsonout_key(j, "config");
    jsonout_begin_object(j);
    text(j, "path", head->config_path);
    text(j, "sha256", head->config_sha256);
    jsonout_end_object(j);
}

static void facts(struct jsonout *j, const struct input_record *in) {
    text(j, "sha256", in->sha256);
    number(j, "bytes", (int64_t)in->bytes);
    text(j, "encoding", in->encoding);
    text(j, "delimiter", in->delimiter);
    number(j, "rows_read", (int64_t)in->rows_read);
    number(j, "accepted", (int64_t)in->accepted);
    number(j, "rejected", (int64_t)in->rejected);
    number(j, "not_records", (int64_t)in->not_records);
    number(j, "not_yet", (int64_t)in->not_yet);
    jsonout_key(j, "columns");
    jsonout_begin_array(j);
    for (size_t i = 0; i < in->column_count; i++) {
        jsonout_begin_object(j);
        text(j, "header", in->columns[i].header);
        text(j, "field", in->columns[i].field);
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
    for (size_t i = 0; i < in->more_count; i++) {
        jsonout_key_text(j, in->more[i].label.code);
        jsonout_string_or_null(j, in->more[i].value);
    }
}

static void inputs(struct jsonout *j, const struct run_record *r) {
    jsonout_key(j, "inputs");
    jsonout_begin_array(j);
    for (size_t i = 0; i < r->input_count; i++) {
        const struct input_record *in = &r->inputs[i];
        jsonout_begin_object(j);
        text(j, "kind", span_of(input_kind_name(in->kind)));
        text(j, "name", in->name);
        text(j, "path", in->file);
        day(j, "exported_on", in->exported_on);
        text(j, "exported_by", in->exported_by);
        jsonout_key(j, "declared_rows");
        if (in->declared_rows < 0)
            jsonout_null(j);
        else
            jsonout_number(j, in->declared_rows);
        jsonout_key(j, "delivered");
        jsonout_bool(j, in->is_delivered);
        if (in->is_delivered)
            facts(j, in);
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

/* Thresholds of one section where they differ from the defaults in force. */
static void section_thresholds(struct jsonout *j, const struct input_record *in) {
    if (!in->threshold_count)
        return;
    jsonout_begin_object(j);
    text(j, "kind", span_of(input_kind_name(in->kind)));
    text(j, "name", in->name);
    for (size_t i = 0; i < in->threshold_count; i++)
        threshold(j, &in->thresholds[i]);
    jsonout_end_object(j);
}

static void thresholds_in_force(struct jsonout *j, const struct run_record *r) {
    jsonout_key(j, "thresholds");
    jsonout_begin_object(j);
    jsonout_key(j, "defaults");
    jsonout_begin_object(j);
    for (size_t i = 0; i < r->threshold_count; i++)
        threshold(j, &r->thresholds[i]);
    jsonout_end_object(j);
    jsonout_key(j, "sections");
    jsonout_begin_array(j);
    for (size_t i = 0; i < r->first_input[INPUT_TABLE]; i++)
        section_thresholds(j, &r->inputs[i]);
    jsonout_end_array(j);
    jsonout_end_object(j);
}

static void limits(struct jsonout *j, const struct run_head *head) {
    text(j, "match_accept", head->match_accept);
    text(j, "route", head->route);
    jsonout_key(j, "safety");
    jsonout_begin_object(j);
    number(j, "max_unmatched_percent", head->max_unmatched_percent);
    number(j, "max_shrink_percent", head->max_shrink_percent);
    number(j, "min_roster_rows", head->min_roster_rows);
    text(j, "missing_list", head->missing_list);
    jsonout_end_object(j);
}

static void rules_in_force(struct jsonout *j, const struct run_record *r) {
    jsonout_key(j, "rules");
    jsonout_begin_array(j);
    for (size_t i = 0; i < r->rule_count; i++) {
        jsonout_begin_object(j);
        text(j, "name", r->rules[i].name);
        text(j, "severity", span_of(severity_name(r->rules[i].severity)));
        jsonout_key(j, "enabled");
        jsonout_bool(j, r->rules[i].is_enabled);
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

/* Whose file is which, since names lose what file systems refuse. */
static void departments(struct jsonout *j, const struct view *view) {
    struct strbuf file = {0};
    const struct addressees *a = view->addressees;
    jsonout_key(j, "departments");
    jsonout_begin_object(j);
    for (size_t i = 0; a && i < a->items.count; i++) {
        struct span nobody = message_span(MSG_TERM_NO_ADDRESSEE, view->language);
        strbuf_clear(&file);
        strbuf_addf(&file, "departments/%s.csv", a->items.items[i].stem);
        jsonout_key_text(j, a->items.items[i].name.n ? a->items.items[i].name : nobody);
        jsonout_string(j, strbuf_span(&file));
    }
    jsonout_end_object(j);
    strbuf_release(&file);
}

static void inventory(struct jsonout *j, const struct view *view) {
    struct strbuf file = {0};
    const struct run_record *r = view->record;
    jsonout_key(j, "inventory");
    jsonout_begin_object(j);
    for (size_t i = 0; view->systems && i < view->systems->count; i++) {
        const struct input_record *in = &r->inputs[r->first_input[INPUT_SYSTEM] + i];
        if (!in->is_delivered)
            continue;
        strbuf_clear(&file);
        strbuf_addf(&file, INVENTORY_FOLDER "%s.csv", view->systems->items[i]);
        jsonout_key_text(j, in->name);
        jsonout_string(j, strbuf_span(&file));
    }
    jsonout_end_object(j);
    strbuf_release(&file);
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

void write_manifest_json(const struct view *view, const struct written_files *written,
                         struct sink *out) {
    struct jsonout j = {.out = out, .indent = 2};
    jsonout_begin_object(&j);
    run_head(&j, view);
    inputs(&j, view->record);
    thresholds_in_force(&j, view->record);
    limits(&j, &view->record->head);
    rules_in_force(&j, view->record);
    departments(&j, view);
    inventory(&j, view);
    files(&j, written);
    jsonout_end_object(&j);
    sink_char(out, '\n');
}
