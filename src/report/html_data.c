/*
 * The exceptions as data for page.js: one array a row, what repeats as a number (the severity, the
 * rule, the state), values as they are in the lists. page.js reads the rows by position: ROW in
 * assets/page.js and html_exception here are one table.
 */
#include "evidence.h"
#include "html.h"
#include "tenko/jsonout.h"
#include "terms.h"

static void date_text(struct jsonout *j, date day, enum language lang) {
    char said[DATE_SAID_SIZE];
    date_say(day, lang, said);
    jsonout_string(j, span_of(said));
}

static void line(struct jsonout *j, const struct place *place) {
    if (place->dn.n)
        jsonout_string(j, place->dn);
    else
        jsonout_number(j, place->line);
}

/* null, or what the lists say of it. */
static void waiver(struct jsonout *j, const struct exception_record *e, enum language lang) {
    if (!e->is_waived) {
        jsonout_null(j);
        return;
    }
    jsonout_begin_array(j);
    jsonout_string(j, e->waiver.reason);
    jsonout_string(j, e->waiver.alternative);
    jsonout_string(j, e->waiver.approved_by);
    date_text(j, e->waiver.valid_until, lang);
    jsonout_end_array(j);
}

static void decision(struct jsonout *j, const struct exception_record *e, enum language lang) {
    const struct decision_record *d = &e->decision;
    if (!d->decision.n) {
        jsonout_null(j);
        return;
    }
    jsonout_begin_array(j);
    jsonout_string(j, decision_term(d->decision, lang));
    jsonout_string(j, d->comment);
    jsonout_string(j, d->reviewer);
    date_text(j, d->reviewed_on, lang);
    jsonout_end_array(j);
}

static void numbers(struct jsonout *j, const struct exception_record *e) {
    char digits[EXCEPTION_ID_SIZE];
    exception_id_format(e->id, digits);
    jsonout_string(j, span_of(digits));
    jsonout_number(j, e->severity);
    jsonout_number(j, e->rule);
    jsonout_number(j, e->target_kind);
    jsonout_number(j, e->lifecycle);
}

static void texts(struct jsonout *j, const struct exception_record *e) {
    jsonout_string(j, e->target);
    jsonout_string(j, e->addressee);
    jsonout_string(j, e->subject);
    jsonout_string(j, e->person_id);
    jsonout_string(j, e->name);
    jsonout_string(j, e->department);
}

/* A row, behind a comma. */
void html_exception(struct list_row *row, struct sink *out) {
    const struct exception_record *e = &row->exception;
    enum language lang = row->view->language;
    struct jsonout j = {.out = out};
    sink_text(out, ",\n");
    jsonout_begin_array(&j);
    numbers(&j, e);
    texts(&j, e);
    jsonout_string(&j, strbuf_span(&row->message));
    strbuf_clear(&row->text);
    evidence_write(e, lang, &row->text);
    jsonout_string(&j, strbuf_span(&row->text));
    jsonout_string(&j, action_term(e->action, lang));
    date_text(&j, e->first_seen, lang);
    jsonout_string(&j, e->place.file);
    line(&j, &e->place);
    waiver(&j, e, lang);
    decision(&j, e, lang);
    jsonout_end_array(&j);
}

/* Is there "<", or U+2028 or U+2029, at p? Then its escape, and how many bytes it stands for. */
static const char *escape_at(const char *p, size_t left, size_t *n) {
    if (*p == '<') {
        *n = 1;
        return "\\u003c";
    }
    *n = 3;
    if (left < 3 || (unsigned char)p[1] != 0x80)
        return NULL;
    unsigned char last = (unsigned char)p[2];
    return last == 0xA8 ? "\\u2028" : last == 0xA9 ? "\\u2029" : NULL;
}

void html_add_json(struct sink *out, struct span json) {
    size_t from = 0;
    for (size_t i = 0; i < json.n; i++) {
        if (json.p[i] != '<' && (unsigned char)json.p[i] != 0xE2)
            continue;
        size_t n;
        const char *escape = escape_at(json.p + i, json.n - i, &n);
        if (!escape)
            continue;
        sink_add(out, json.p + from, i - from);
        sink_text(out, escape);
        from = i + n;
        i = from - 1;
    }
    sink_add(out, json.p + from, json.n - from);
}
