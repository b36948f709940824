/*
 * The sentence of an exception: the rule's template with its evidence filled in. {key} stands for a
 * fact, {key.more} for how many of a list's entries it does not show; a part in [] is left out
 * where a fact in it has no value, so that one template serves leavers with and without a date.
 * Only templates are read so, never values.
 */
#include "tenko/record.h"

static const struct evidence *fact_of(const struct exception_record *e, struct span key) {
    for (uint32_t i = 0; i < e->evidence_count; i++)
        if (span_equal(span_of(e->evidence[i].key), key))
            return &e->evidence[i];
    return NULL;
}

static void add_texts(struct strbuf *out, const struct evidence *fact, enum language lang) {
    for (uint32_t i = 0; i < fact->texts.count; i++) {
        if (i)
            strbuf_add_text(out, lang == LANG_JA ? "、" : ", ");
        strbuf_add_span(out, fact->texts.items[i]);
    }
}

static void add_fact(struct strbuf *out, const struct evidence *fact, enum language lang) {
    char day[DATE_SAID_SIZE];
    switch (fact->type) {
    case EVIDENCE_TEXT:
        strbuf_add_span(out, fact->text);
        break;
    case EVIDENCE_DATE:
        date_say(fact->day, lang, day);
        strbuf_add_text(out, day);
        break;
    case EVIDENCE_NUMBER:
        strbuf_add_number(out, fact->number);
        break;
    case EVIDENCE_TEXTS:
        add_texts(out, fact, lang);
        break;
    }
}

static void add_left_out(struct strbuf *out, const struct evidence *fact) {
    if (fact && fact->type == EVIDENCE_TEXTS && fact->texts.left_out)
        strbuf_addf(out, "%u", (unsigned)fact->texts.left_out);
}

/* Adds the value behind a key; false if there is none. */
static bool add_value(struct strbuf *out, const struct exception_record *e, struct span key,
                      enum language lang) {
    size_t before = out->n;
    const char *part = memchr(key.p, '.', key.n);
    if (part) {
        add_left_out(out, fact_of(e, (struct span){key.p, (size_t)(part - key.p)}));
        return out->n > before;
    }
    const struct evidence *fact = fact_of(e, key);
    if (fact)
        add_fact(out, fact, lang);
    else if (span_equal(key, SPAN("subject")))
        strbuf_add_span(out, e->subject);
    else if (span_equal(key, SPAN("target")))
        strbuf_add_span(out, e->target);
    else if (span_equal(key, SPAN("name")))
        strbuf_add_span(out, e->name);
    return out->n > before;
}

static void cut_to(struct strbuf *out, size_t n) {
    out->n = n;
    if (out->p)
        out->p[n] = '\0';
}

/* Where plain text ends. */
static const char *next_sign(const char *p, const char *end) {
    while (p < end && *p != '{' && *p != '[' && *p != ']')
        p++;
    return p;
}

void exception_record_message(const struct run_record *r, const struct exception_record *e,
                              enum language lang, struct strbuf *out) {
    struct span template = r->rules[e->rule].message[lang];
    const char *p = template.p, *end = p + template.n;
    size_t optional_from = 0;
    bool is_whole = true;
    while (p < end) {
        const char *sign = next_sign(p, end);
        strbuf_add(out, p, (size_t)(sign - p));
        p = sign;
        if (p == end)
            break;
        if (*p == '{') {
            const char *close = memchr(p, '}', (size_t)(end - p));
            struct span key = {p + 1, (size_t)((close ? close : end) - p - 1)};
            is_whole = add_value(out, e, key, lang) && is_whole;
            p = close ? close + 1 : end;
        } else if (*p == '[') {
            optional_from = out->n;
            is_whole = true;
            p++;
        } else if (*p == ']') {
            if (!is_whole)
                cut_to(out, optional_from);
            is_whole = true;
            p++;
        }
    }
}
