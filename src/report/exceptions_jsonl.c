/*
 * exceptions.jsonl: for machines. Raw values, the contract's keys in the contract's order. The keys
 * are literals and only evidence needs a JSON writer: this is the largest file of a report.
 */
#include "rendering.h"
#include "reporters.h"
#include "tenko/jsonout.h"
#include "terms.h"

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
    char digits[11];
    text(out, key, date_text(value, digits));
}

static void fact(struct jsonout *j, const struct evidence *v) {
    char digits[11];
    jsonout_key(j, v->key);
    switch (v->type) {
    case EVIDENCE_TEXT:
        jsonout_string_or_null(j, v->text);
        break;
    case EVIDENCE_DATE:
        jsonout_string_or_null(j, date_text(v->day, digits));
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

static void evidence(struct sink *out, const struct exception *e) {
    struct jsonout j = {.out = out};
    sink_span(out, KEY("evidence"));
    jsonout_begin_object(&j);
    for (uint32_t i = 0; i < e->evidence_count; i++)
        fact(&j, &e->evidence[i]);
    jsonout_end_object(&j);
}

struct span exception_dn(const struct exception *e) {
    return e->source ? source_text(e->source, e->origin.dn) : (struct span){0};
}

static void source(struct sink *out, const struct exception *e) {
    sink_span(out, KEY("source"));
    if (!e->source) {
        sink_span(out, SPAN("null"));
        return;
    }
    struct span dn = exception_dn(e);
    text(out, FIRST_KEY("file"), span_of(e->source->display));
    if (dn.n) {
        text(out, KEY("dn"), dn);
    } else if (e->origin.line) {
        sink_span(out, KEY("line"));
        sink_number(out, e->origin.line);
    } else {
        text(out, KEY("line"), SPAN("")); /* the source as a whole */
    }
    sink_char(out, '}');
}

static void waiver(struct sink *out, const struct view *view, const struct waiver *w) {
    sink_span(out, KEY("waiver"));
    if (!w) {
        sink_span(out, SPAN("null"));
        return;
    }
    text(out, FIRST_KEY("reason"), model_text(view->model, w->reason));
    text(out, KEY("approved_by"), model_text(view->model, w->approved_by));
    day(out, KEY("valid_until"), w->valid_until);
    sink_char(out, '}');
}

void exceptions_jsonl_line(const struct view *view, size_t i, struct span message,
                           struct sink *out) {
    const struct exception *e = &view->findings->exceptions.items[i];
    char digits[ID_DIGITS + 1];
    word(out, FIRST_KEY("id"), exception_id_text(e, digits));
    word(out, KEY("rule"), span_of(e->rule->name));
    word(out, KEY("severity"), span_of(severity_name(e->severity)));
    word(out, KEY("target_kind"), span_of(target_kind_name(e->target_kind)));
    text(out, KEY("target"), e->target);
    text(out, KEY("subject"), e->subject);
    text(out, KEY("person_id"), e->person_id);
    text(out, KEY("name"), e->name);
    text(out, KEY("department"), e->department);
    text(out, KEY("message"), message);
    evidence(out, e);
    source(out, e);
    word(out, KEY("action"), span_of(action_name(e->action)));
    word(out, KEY("status"), span_of(exception_status_name(e->status)));
    day(out, KEY("first_seen"), e->first_seen);
    waiver(out, view, e->waiver);
    sink_span(out, SPAN("}\n"));
}

static void *open_file(const struct view *view, int dirfd, struct error *err) {
    return exceptions_file_open(view, dirfd, "exceptions.jsonl", err);
}

static void take_lines(void *file, const struct rendered *part) {
    struct output *out = file;
    sink_span(&out->sink, strbuf_span(&part->lines));
}

const struct exceptions_writer exceptions_jsonl = {open_file, take_lines, exceptions_file_close};
