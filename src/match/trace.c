/* The trace of a decision: what was compared with what, in sentences of messages/match.def. */
#include "decide.h"

enum { PEOPLE_SHOWN = 20 };

void trace_add(struct matching *k, enum match_step step, enum message_id what, bool decided,
               struct span arg0, struct span arg1, struct span arg2, struct span arg3) {
    if (!k->trace)
        return;
    struct trace_step line = {step, what, {arg0, arg1, arg2, arg3}, decided};
    vec_push(&k->trace->steps, line);
}

struct span trace_copy(struct matching *k, struct span text) {
    return k->trace ? arena_copy(&k->trace->arena, text) : no_span;
}

struct span trace_raw(struct matching *k, str_id text) {
    return k->trace ? source_text(k->source, text) : no_span;
}

struct span trace_key(struct matching *k, enum fold fold, str_id text) {
    if (!k->trace)
        return no_span;
    struct strbuf folded = {0};
    fold_text(fold, source_text(k->source, text), &folded);
    struct span copy = trace_copy(k, strbuf_span(&folded));
    strbuf_release(&folded);
    return copy;
}

struct span trace_number(struct matching *k, uint32_t number) {
    if (!k->trace)
        return no_span;
    struct strbuf text = {0};
    strbuf_addf(&text, "%u", (unsigned)number);
    struct span copy = trace_copy(k, strbuf_span(&text));
    strbuf_release(&text);
    return copy;
}

struct span trace_people(struct matching *k, struct index_span people) {
    if (!k->trace)
        return no_span;
    struct strbuf text = {0};
    for (uint32_t i = 0; i < people.count && i < PEOPLE_SHOWN; i++) {
        const struct person *p = &k->m->people.items[people.items[i]];
        strbuf_add_item(&text, ", ", model_text(k->m, p->person_id));
        if (!str_is_none(p->name)) {
            strbuf_add_char(&text, ' ');
            strbuf_add_span(&text, model_text(k->m, p->name));
        }
    }
    if (people.count > PEOPLE_SHOWN)
        strbuf_addf(&text, ", … (%u)", (unsigned)people.count);
    struct span copy = trace_copy(k, strbuf_span(&text));
    strbuf_release(&text);
    return copy;
}

struct span trace_person(struct matching *k, person_ref person) {
    return trace_people(k, (struct index_span){&person.n, 1});
}

void match_explain(struct match_trace *out, const struct model *m, system_ref system,
                   account_ref account) {
    struct fold_cache *cache = fold_cache_new(m, &m->systems[system.n]);
    struct matching k;
    struct holding holding;
    struct index_span candidates;
    memset(out, 0, sizeof *out);
    matching_init(&k, m, system, cache);
    k.trace = out;
    matching_decide(&k, account, &holding, &candidates);
    matching_release(&k);
    fold_cache_free(cache);
}

void match_trace_release(struct match_trace *trace) {
    vec_release(&trace->steps);
    arena_release(&trace->arena);
}
