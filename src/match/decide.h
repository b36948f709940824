/* One account's decision, with or without a trace: match_system and match_explain share it. */
#ifndef TENKO_MATCH_DECIDE_H
#define TENKO_MATCH_DECIDE_H

#include "tenko/match.h"

/* Everything a decision needs; one for all accounts of a system. */
struct matching {
    const struct model *m;
    const struct source *source;
    struct fold_cache *cache;
    system_ref system;
    struct match_trace *trace; /* NULL = nobody asks why */
    /* person_id_from_user_id, folded: what stands before and after {person_id}. */
    bool has_template;
    struct strbuf before, after, folded;
    struct people {
        uint32_t *items;
        size_t count, capacity;
    } same_name, fitting; /* of the account at hand */
};

void matching_init(struct matching *k, const struct model *m, system_ref system,
                   struct fold_cache *cache);
void matching_release(struct matching *k);

/* The decision on one account; *candidates points into `k` or the model until the next call. */
void matching_decide(struct matching *k, account_ref account, struct holding *out,
                     struct index_span *candidates);

/* --- trace.c: all do nothing where k->trace is NULL --- */

#define no_span ((struct span){NULL, 0})

void trace_add(struct matching *k, enum match_step step, enum message_id what, bool decided,
               struct span arg0, struct span arg1, struct span arg2, struct span arg3);
/* Texts for the trace; empty where there is none. */
struct span trace_raw(struct matching *k, str_id text);                 /* as the source wrote it */
struct span trace_key(struct matching *k, enum fold fold, str_id text); /* as it was compared */
struct span trace_people(struct matching *k, struct index_span people); /* "101 山田太郎, …" */
struct span trace_person(struct matching *k, person_ref person);
struct span trace_number(struct matching *k, uint32_t number);
struct span trace_copy(struct matching *k, struct span text);

#endif
