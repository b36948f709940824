/*
 * exceptions.jsonl: for machines. Raw values; scripts rely on the keys and on their order. The keys
 * are literals and only evidence needs a JSON writer: this is the largest file of a report.
 */
#include "tenko/jsonout.h"
#include "writers.h"

#define FIRST_KEY(name) SPAN("{\"" name "\":")
#define KEY(name)       SPAN(",\"" name "\":")

/* Any text, null when empty. */
static void text(struct sink *out, struct span key, struct span value) {
    sink_span(out, key);
    if (value.n)
        jsonout_write_string(out, value);
    else
        sink_span(out, SPAN("null"));
}

/* A word of ours: nothing in it to escape. */
static void word(struct sink *out, struct span key, struct span value) {
    sink_span(out, key);
    sink_char(out, '"');
    sink_span(out, value);
    sink_char(out, '"');
}

static void day(struct sink *out, struct span key, date value) {
    char iso[11];
    date_format(value, iso);
    text(out, key, span_of(iso));
}

static void fact(struct jsonout *j, const struct evidence *v) {
    char iso[11];
    jsonout_key(j, v->key);
    switch (v->type) {
    case EVIDENCE_TEXT:
        jsonout_string_or_null(j, v->text);
        break;
    case EVIDENCE_DATE:
        date_format(v->day, iso);
        jsonout_string_or_null(j, span_of(iso));
        break;
    case EVIDENCE_NUMBER:
        jsonout_number(j, v->number);
        break;
    case EVIDENCE_TEXTS:
        jsonout_begin_array(j);
        for (uint32_t i = 0; i < v->texts.count; i++)
            jsonout_string(j, v->texts.items[i]);
        jsonout_end_array(j);
        break;
    }
}

static void evidence(struct sink *out, const struct exception_record *e) {
    struct jsonout j = {.out = out};
    sink_span(out, KEY("evidence"));
    jsonout_begin_object(&j);
    for (uint32_t i = 0; i < e->evidence_count; i++)
        fact(&j, &e->evidence[i]);
    jsonout_end_object(&j);
}

static void source(struct sink *out, const struct place *place) {
    sink_span(out, KEY("source"));
    if (!place->file.n) {
        sink_span(out, SPAN("null"));
        return;
    }
    text(out, FIRST_KEY("file"), place->file);
    if (place->dn.n) {
        text(out, KEY("dn"), place->dn);
    } else if (place->line) {
        sink_span(out, KEY("line"));
        sink_number(out, place->line);
    } else {
        text(out, KEY("line"), SPAN("")); /* the source as a whole */
    }
    sink_char(out, '}');
}

static void waiver(struct sink *out, const struct exception_record *e) {
    sink_span(out, KEY("waived"));
    sink_span(out, e->is_waived ? SPAN("true") : SPAN("false"));
    sink_span(out, KEY("waiver"));
    if (!e->is_waived) {
        sink_span(out, SPAN("null"));
        return;
    }
    text(out, FIRST_KEY("reason"), e->waiver.reason);
    text(out, KEY("alternative"), e->waiver.alternative);
    text(out, KEY("approved_by"), e->waiver.approved_by);
    day(out, KEY("valid_until"), e->waiver.valid_until);
    sink_char(out, '}');
}

static void decision(struct sink *out, const struct decision_record *d) {
    sink_span(out, KEY("decision"));
    if (!d->decision.n) {
        sink_span(out, SPAN("null"));
        return;
    }
    text(out, FIRST_KEY("decision"), d->decision);
    text(out, KEY("comment"), d->comment);
    text(out, KEY("reviewer"), d->reviewer);
    day(out, KEY("reviewed_on"), d->reviewed_on);
    sink_char(out, '}');
}

static void json_line(struct list_row *row, struct sink *out) {
    const struct exception_record *e = &row->exception;
    char digits[EXCEPTION_ID_SIZE];
    exception_id_format(e->id, digits);
    word(out, FIRST_KEY("id"), span_of(digits));
    word(out, KEY("rule"), row->view->record->rules[e->rule].name);
    word(out, KEY("severity"), span_of(severity_name(e->severity)));
    word(out, KEY("target_kind"), span_of(target_kind_name(e->target_kind)));
    text(out, KEY("target"), e->target);
    text(out, KEY("subject"), e->subject);
    text(out, KEY("person_id"), e->person_id);
    text(out, KEY("name"), e->name);
    text(out, KEY("department"), e->department);
    text(out, KEY("addressee"), e->addressee);
    text(out, KEY("message"), strbuf_span(&row->message));
    evidence(out, e);
    source(out, &e->place);
    word(out, KEY("action"), e->action);
    word(out, KEY("status"), span_of(lifecycle_name(e->lifecycle)));
    day(out, KEY("first_seen"), e->first_seen);
    waiver(out, e);
    decision(out, &e->decision);
    sink_span(out, SPAN("}\n"));
}

static void *open_file(const struct view *view, int dirfd, struct error *err) {
    return exceptions_file_open(view, dirfd, "exceptions.jsonl", err);
}

static void take_lines(void *file, const struct rendered *part) {
    struct output *out = file;
    sink_span(&out->sink, strbuf_span(&part->text));
}

const struct exceptions_writer exceptions_jsonl = {json_line, open_file, take_lines,
                                                   exceptions_file_close};
