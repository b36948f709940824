/*
 * The sentence of an exception: the rule's template with its evidence filled in. {key} stands for a
 * fact, {key.more} for how many of a list's entries it does not show; a part in [] is left out
 * where a fact in it has no value, so that one template serves leavers with and without a date.
 * Only templates are read so, never values.
 */
#include "judge.h"

static const struct evidence *fact_of(const struct exception *e, struct span key) {
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
    char iso[11];
    switch (fact->type) {
    case EVIDENCE_TEXT:
        strbuf_add_span(out, fact->text);
        break;
    case EVIDENCE_DATE:
        date_format(fact->day, iso);
        strbuf_add_text(out, iso);
        break;
    case EVIDENCE_NUMBER:
        strbuf_addf(out, "%lld", (long long)fact->number);
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
static bool add_value(struct strbuf *out, const struct exception *e, struct span key,
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

void exception_message(const struct exception *e, enum language lang, struct strbuf *out) {
    const char *p = lang == LANG_JA ? e->rule->message_ja : e->rule->message_en;
    size_t optional_from = 0;
    bool is_whole = true;
    while (*p) {
        size_t plain = strcspn(p, "{[]");
        strbuf_add(out, p, plain);
        p += plain;
        if (*p == '{') {
            size_t n = strcspn(p, "}");
            is_whole = add_value(out, e, (struct span){p + 1, n - 1}, lang) && is_whole;
            p += n + (p[n] == '}');
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

static const char *const action_names[] = {
#define ACTION(id, name) [ACTION_##id] = (name),
    ACTION_TABLE
#undef ACTION
};

const char *action_name(enum action a) {
    return action_names[a];
}

const char *target_kind_name(enum target_kind k) {
    static const char *const names[] = {[TARGET_SYSTEM] = "system",
                                        [TARGET_LICENSE] = "license",
                                        [TARGET_ROSTER] = "roster",
                                        [TARGET_DEVICES] = "devices"};
    return names[k];
}

const char *exception_status_name(enum exception_status s) {
    static const char *const names[] = {[EXCEPTION_NEW] = "new",
                                        [EXCEPTION_OPEN] = "open",
                                        [EXCEPTION_REOPENED] = "reopened",
                                        [EXCEPTION_WAIVED] = "waived"};
    return names[s];
}
