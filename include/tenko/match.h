/*
 * Whose account is it. Pure: model in, one holding for each account out.
 */
#ifndef TENKO_MATCH_H
#define TENKO_MATCH_H

#include "tenko/model.h"

/* The step that decided; names (match_step_name) stand in evidence as matched_by. */
enum match_step {
    STEP_NONE,
    STEP_LINK,            /* "link": policy/links */
    STEP_PERSON_ID,       /* "person_id" */
    STEP_EMAIL,           /* "email" */
    STEP_LOGIN,           /* "login": user_id, or the ID within it, = the roster's login */
    STEP_USER_ID,         /* "user_id": user_id, or the ID within it, = person_id */
    STEP_TEMPLATE,        /* "template": of a person_id or an address */
    STEP_NAME_DEPARTMENT, /* "name+department" */
    STEP_NAME,            /* "name": a full name that one person has (match.accept: name) */
    STEP_OWNER,           /* "owner": shared and service accounts */
};
const char *match_step_name(enum match_step step);

enum outcome {
    OUTCOME_NOBODY,
    OUTCOME_LINKED,
    OUTCOME_AMBIGUOUS,
    OUTCOME_OWNED, /* shared or service: `person` is the owner, or NOBODY */
};

struct holding {
    person_ref person;   /* NOBODY unless linked (or the owner is known) */
    uint32_t candidates; /* first in matches.candidates: who else fits (ambiguous), or same name
                            (nobody) */
    uint16_t candidate_count; /* UINT16_MAX: so many or more */
    uint8_t outcome, step;
    uint8_t zeros_dropped; /* the person_id fitted only without leading zeros */
};

/* The holdings of one system; index = account. */
struct matches {
    VEC(struct holding) holdings;
    VEC(uint32_t) candidates;
    uint32_t matched, unmatched, ambiguous; /* personal and external accounts */
    uint32_t personal, personal_unmatched;  /* for the safety stop: kind personal */
};

/* *out is initialized here; the fold cache is the system's own. */
void match_system(struct matches *out, const struct model *m, system_ref system,
                  struct fold_cache *cache);
void matches_release(struct matches *matches);

/* One step of the decision for `explain`: what was compared with what, and what came of it. */
struct match_trace {
    VEC(struct trace_step {
        enum match_step step;
        enum message_id what;
        struct span args[4];
        bool decided;
    })
    steps;
    struct arena arena;
};
/* *out is initialized here. */
void match_explain(struct match_trace *out, const struct model *m, system_ref system,
                   account_ref account);
void match_trace_release(struct match_trace *trace);

#endif
