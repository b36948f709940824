/*
 * The trace of a decision: what was compared with what, in sentences of messages/match.def. A step
 * says which sentence holds; which of its facts are the sentence's arguments stands in a table
 * here.
 */
#include "decide.h"

enum { PEOPLE_SHOWN = 20 };

enum argument {
    ARG_NONE,
    ARG_TEXT, /* the compared text, as the source wrote it */
    ARG_KEY,  /* as it was compared */
    ARG_BARE, /* without leading zeros */
    ARG_NAME_KEY,
    ARG_ID, /* an ID within another */
    ARG_TEMPLATE,
    ARG_DEPARTMENT,
    ARG_PEOPLE,    /* who fits */
    ARG_PERSON,    /* who is meant */
    ARG_SAME_NAME, /* who has the same name */
    ARG_LINE,
};

static const struct {
    enum message_id sentence;
    uint8_t args[4];
} arguments[] = {
    {MSG_TRACE_LINK, {ARG_LINE, ARG_PERSON}},
    {MSG_TRACE_LINK_NEVER, {ARG_LINE}},
    {MSG_TRACE_PERSON_ID, {ARG_TEXT, ARG_KEY, ARG_PEOPLE}},
    {MSG_TRACE_PERSON_ID_ZEROS, {ARG_TEXT, ARG_BARE, ARG_PEOPLE}},
    {MSG_TRACE_PERSON_ID_SEVERAL, {ARG_TEXT, ARG_BARE, ARG_PEOPLE}},
    {MSG_TRACE_PERSON_ID_NONE, {ARG_TEXT, ARG_KEY, ARG_BARE}},
    {MSG_TRACE_EMAIL, {ARG_TEXT, ARG_KEY, ARG_PEOPLE}},
    {MSG_TRACE_EMAIL_SEVERAL, {ARG_TEXT, ARG_KEY, ARG_PEOPLE}},
    {MSG_TRACE_EMAIL_NONE, {ARG_TEXT, ARG_KEY}},
    {MSG_TRACE_USER_ADDRESS, {ARG_TEXT, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_USER_ADDRESS_SEVERAL, {ARG_TEXT, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_USER_ADDRESS_NONE, {ARG_TEXT, ARG_ID}},
    {MSG_TRACE_LOGIN, {ARG_TEXT, ARG_KEY, ARG_PEOPLE}},
    {MSG_TRACE_LOGIN_SEVERAL, {ARG_TEXT, ARG_KEY, ARG_PEOPLE}},
    {MSG_TRACE_LOGIN_NONE, {ARG_TEXT, ARG_KEY}},
    {MSG_TRACE_WITHIN, {ARG_TEXT, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_WITHIN_LOGIN, {ARG_TEXT, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_WITHIN_SEVERAL, {ARG_TEXT, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_WITHIN_NONE, {ARG_TEXT, ARG_ID}},
    {MSG_TRACE_USER_ID, {ARG_TEXT, ARG_KEY, ARG_PEOPLE}},
    {MSG_TRACE_USER_ID_ZEROS, {ARG_TEXT, ARG_BARE, ARG_PEOPLE}},
    {MSG_TRACE_USER_ID_SEVERAL, {ARG_TEXT, ARG_BARE, ARG_PEOPLE}},
    {MSG_TRACE_USER_ID_NONE, {ARG_TEXT, ARG_KEY, ARG_BARE}},
    {MSG_TRACE_ZEROS_OTHER_NAME, {ARG_TEXT, ARG_PEOPLE}},
    {MSG_TRACE_TEMPLATE_NO_FIT, {ARG_TEXT, ARG_TEMPLATE}},
    {MSG_TRACE_TEMPLATE, {ARG_TEXT, ARG_TEMPLATE, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_TEMPLATE_SEVERAL, {ARG_TEXT, ARG_TEMPLATE, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_TEMPLATE_NONE, {ARG_TEXT, ARG_TEMPLATE, ARG_ID}},
    {MSG_TRACE_MADE_ADDRESS, {ARG_TEXT, ARG_TEMPLATE, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_MADE_ADDRESS_SEVERAL, {ARG_TEXT, ARG_TEMPLATE, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_MADE_ADDRESS_NONE, {ARG_TEXT, ARG_TEMPLATE, ARG_ID}},
    {MSG_TRACE_DOMAIN, {ARG_TEXT, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_DOMAIN_LOGIN, {ARG_TEXT, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_DOMAIN_SEVERAL, {ARG_TEXT, ARG_ID, ARG_PEOPLE}},
    {MSG_TRACE_DOMAIN_NONE, {ARG_TEXT, ARG_ID}},
    {MSG_TRACE_DOMAINS, {ARG_TEXT, ARG_ID}},
    {MSG_TRACE_NAME, {ARG_TEXT, ARG_NAME_KEY, ARG_DEPARTMENT, ARG_PEOPLE}},
    {MSG_TRACE_NAME_SEVERAL, {ARG_TEXT, ARG_NAME_KEY, ARG_DEPARTMENT, ARG_PEOPLE}},
    {MSG_TRACE_NAME_NONE, {ARG_TEXT, ARG_NAME_KEY, ARG_DEPARTMENT}},
    {MSG_TRACE_FULL_NAME, {ARG_TEXT, ARG_NAME_KEY, ARG_PEOPLE}},
    {MSG_TRACE_FULL_NAME_SEVERAL, {ARG_TEXT, ARG_NAME_KEY, ARG_PEOPLE}},
    {MSG_TRACE_FULL_NAME_NONE, {ARG_TEXT, ARG_NAME_KEY}},
    {MSG_TRACE_NOBODY_SAME_NAME, {ARG_TEXT, ARG_SAME_NAME}},
    {MSG_TRACE_OWNER, {ARG_TEXT, ARG_KEY, ARG_PEOPLE}},
    {MSG_TRACE_OWNER_ZEROS, {ARG_TEXT, ARG_BARE, ARG_PEOPLE}},
    {MSG_TRACE_OWNER_SEVERAL, {ARG_TEXT, ARG_BARE, ARG_PEOPLE}},
    {MSG_TRACE_OWNER_NONE, {ARG_TEXT, ARG_KEY, ARG_BARE}},
    {MSG_TRACE_LEFT_LAST, {ARG_PERSON}},
    {MSG_TRACE_OTHERS_HAD_LEFT, {ARG_PERSON}},
    {MSG_TRACE_EARLIER_SPELLS, {ARG_PERSON}},
};

/* What is written down, and of what. */
struct trace_writing {
    struct match_trace *trace;
    struct matching *k;
    const struct account *a;
    const struct step_result *result;
};

static struct span copy_of(const struct trace_writing *w, struct strbuf *text) {
    struct span copy = arena_copy(&w->trace->arena, strbuf_span(text));
    strbuf_release(text);
    return copy;
}

static struct span folded(const struct trace_writing *w, enum fold fold) {
    struct strbuf text = {0};
    fold_text(fold, source_text(w->k->source, w->result->text), &text);
    return copy_of(w, &text);
}

static struct span people_text(const struct trace_writing *w, struct index_span people) {
    struct strbuf text = {0};
    for (uint32_t i = 0; i < people.count && i < PEOPLE_SHOWN; i++) {
        const struct person *p = &w->k->m->people.items[people.items[i]];
        strbuf_add_item(&text, ", ", model_text(w->k->m, p->person_id));
        if (!str_is_none(p->name)) {
            strbuf_add_char(&text, ' ');
            strbuf_add_span(&text, model_text(w->k->m, p->name));
        }
    }
    if (people.count > PEOPLE_SHOWN)
        strbuf_addf(&text, ", … (%u)", (unsigned)people.count);
    return copy_of(w, &text);
}

static struct span line_text(const struct trace_writing *w) {
    struct strbuf text = {0};
    strbuf_addf(&text, "%u", (unsigned)w->result->line);
    return copy_of(w, &text);
}

static struct span argument(const struct trace_writing *w, enum argument what) {
    const struct step_result *r = w->result;
    switch (what) {
    case ARG_NONE:
        break;
    case ARG_TEXT:
        return source_text(w->k->source, r->text);
    case ARG_KEY:
        return folded(w, FOLD_ID);
    case ARG_BARE:
        return folded(w, FOLD_ID_BARE);
    case ARG_NAME_KEY:
        return folded(w, FOLD_NAME);
    case ARG_ID:
        return arena_copy(&w->trace->arena, r->id);
    case ARG_TEMPLATE:
        return span_of(r->template);
    case ARG_DEPARTMENT:
        return source_text(w->k->source, r->department);
    case ARG_PEOPLE:
        return people_text(w, r->people);
    case ARG_PERSON:
        return people_text(w, (struct index_span){&r->person.n, 1});
    case ARG_SAME_NAME:
        return people_text(w, people_of_same_name(w->k, w->a));
    case ARG_LINE:
        return line_text(w);
    }
    return no_span;
}

static void write_line(const struct trace_writing *w, enum message_id sentence, bool decided) {
    if (sentence == MSG_NONE)
        return;
    struct trace_step line = {.step = w->result->step, .what = sentence, .decided = decided};
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++)
        for (size_t arg = 0; arguments[i].sentence == sentence && arg < 4; arg++)
            line.args[arg] = argument(w, (enum argument)arguments[i].args[arg]);
    vec_push(&w->trace->steps, line);
}

static void write_step(const struct trace_writing *w) {
    const struct step_result *r = w->result;
    bool decides = r->verdict != GOES_ON;
    bool is_last = r->step == STEP_NONE;
    if (!is_last)
        write_line(w, r->sentence, decides && r->because == MSG_NONE);
    write_line(w, r->because, true);
    if (r->verdict == NOT_HELD && r->step != STEP_LINK) {
        bool has_same_name = people_of_same_name(w->k, w->a).count > 0;
        struct step_result named = {.step = STEP_NONE, .person = NOBODY};
        named.text = str_is_none(w->a->name) ? w->a->kana : w->a->name;
        write_line(&(struct trace_writing){w->trace, w->k, w->a, &named},
                   has_same_name ? MSG_TRACE_NOBODY_SAME_NAME : MSG_TRACE_NOBODY, is_last);
    }
}

void match_explain(struct match_trace *out, const struct model *m, system_ref system,
                   account_ref account) {
    struct fold_cache *cache = fold_cache_new(m, &m->systems[system.n]);
    struct matching k;
    memset(out, 0, sizeof *out);
    matching_init(&k, m, system, cache);
    const struct subject of = {account, &k.source->accounts.items[account.n]};
    step_function *const *step = matching_steps(of.a);
    struct step_result result;
    do {
        result = (*step++)(&k, &of);
        write_step(&(struct trace_writing){out, &k, of.a, &result});
    } while (result.verdict == GOES_ON);
    matching_release(&k);
    fold_cache_free(cache);
}

void match_trace_release(struct match_trace *trace) {
    vec_release(&trace->steps);
    arena_release(&trace->arena);
}
