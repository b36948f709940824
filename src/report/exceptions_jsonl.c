/* exceptions.jsonl: for machines. Raw values, the contract's keys in the contract's order. */
#include "rendering.h"
#include "reporters.h"
#include "tenko/jsonout.h"
#include "terms.h"

static void text(struct jsonout *j, const char *key, struct span value) {
    jsonout_key(j, key);
    jsonout_string_or_null(j, value);
}

static void day(struct jsonout *j, const char *key, date value) {
    char digits[11];
    text(j, key, date_text(value, digits));
}

static void evidence(struct jsonout *j, const struct evidence *v) {
    switch (v->type) {
    case EVIDENCE_TEXT:
        text(j, v->key, v->text);
        break;
    case EVIDENCE_DATE:
        day(j, v->key, v->day);
        break;
    case EVIDENCE_NUMBER:
        jsonout_key(j, v->key);
        jsonout_number(j, v->number);
        break;
    case EVIDENCE_TEXTS:
        jsonout_key(j, v->key);
        jsonout_begin_array(j);
        for (uint32_t i = 0; i < v->texts.count; i++)
            jsonout_string(j, v->texts.items[i]);
        jsonout_end_array(j);
        break;
    }
}

struct span exception_dn(const struct exception *e) {
    return e->source ? source_text(e->source, e->origin.dn) : (struct span){0};
}

static void source(struct jsonout *j, const struct exception *e) {
    jsonout_key(j, "source");
    if (!e->source) {
        jsonout_null(j);
        return;
    }
    struct span dn = exception_dn(e);
    jsonout_begin_object(j);
    text(j, "file", span_of(e->source->display));
    if (dn.n) {
        text(j, "dn", dn);
    } else {
        jsonout_key(j, "line");
        if (e->origin.line)
            jsonout_number(j, e->origin.line);
        else
            jsonout_null(j); /* the source as a whole */
    }
    jsonout_end_object(j);
}

static void waiver(struct jsonout *j, const struct view *view, const struct waiver *w) {
    jsonout_key(j, "waiver");
    if (!w) {
        jsonout_null(j);
        return;
    }
    jsonout_begin_object(j);
    text(j, "reason", model_text(view->model, w->reason));
    text(j, "approved_by", model_text(view->model, w->approved_by));
    day(j, "valid_until", w->valid_until);
    jsonout_end_object(j);
}

void exceptions_jsonl_line(const struct view *view, size_t i, struct span message,
                           struct sink *out) {
    struct jsonout line = {.out = out}, *j = &line;
    const struct exception *e = &view->findings->exceptions.items[i];
    char digits[ID_DIGITS + 1];
    jsonout_begin_object(j);
    text(j, "id", exception_id_text(e, digits));
    text(j, "rule", span_of(e->rule->name));
    text(j, "severity", span_of(severity_name(e->severity)));
    text(j, "target_kind", span_of(target_kind_name(e->target_kind)));
    text(j, "target", e->target);
    text(j, "subject", e->subject);
    text(j, "person_id", e->person_id);
    text(j, "name", e->name);
    text(j, "department", e->department);
    text(j, "message", message);
    jsonout_key(j, "evidence");
    jsonout_begin_object(j);
    for (uint32_t k = 0; k < e->evidence_count; k++)
        evidence(j, &e->evidence[k]);
    jsonout_end_object(j);
    source(j, e);
    text(j, "action", span_of(action_name(e->action)));
    text(j, "status", span_of(exception_status_name(e->status)));
    day(j, "first_seen", e->first_seen);
    waiver(j, view, e->waiver);
    jsonout_end_object(j);
    sink_char(out, '\n');
}

void write_exceptions_jsonl(const struct view *view, struct sink *out) {
    rendering_write_lines(view->rendering, out);
}
