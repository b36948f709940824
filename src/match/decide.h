/*
 * One account's decision: the steps, each a function that says what it compared and what came of
 * it. match_system takes the results for every account; match_explain writes each of them down.
 */
#ifndef TENKO_MATCH_DECIDE_H
#define TENKO_MATCH_DECIDE_H

#include "tenko/match.h"

#define no_span ((struct span){NULL, 0})

struct index_list {
    uint32_t *items;
    size_t count, capacity;
};

/* A text with one place in it, folded: what stands before and after. */
struct template {
    const char *text; /* as configured; NULL = none */
    struct strbuf before, after;
};

/* How many domains stand before the IDs of the list (by_domain.c). */
enum domains { DOMAINS_NOT_COUNTED, DOMAINS_ONE, DOMAINS_OTHER };

/* Everything a decision needs; one for all accounts of a system. */
struct matching {
    const struct model *m;
    const struct source *source;
    const struct system_plan *plan;
    struct fold_cache *cache;
    system_ref system;
    bool has_links;
    const bool *holds_roster; /* by roster; NULL = every roster holds people of the system */
    struct template person_id, email; /* person_id_from_user_id, email_from_user_id */
    VEC(struct template) kinds;       /* kinds.admin with a place for the person */
    struct strbuf folded, address;
    struct index_list fitting; /* who fits, at the step at hand */
    uint32_t *seen;            /* by person: the last list of fitting that has them */
    uint32_t lists;
    enum domains backslash, slash; /* before CITY\yamada, city/yamada */
    struct crowds *crowds;         /* crowd.c: departments of people who share a name */
};

void matching_init(struct matching *k, const struct model *m, system_ref system,
                   struct fold_cache *cache);
void matching_release(struct matching *k);

enum verdict {
    GOES_ON,   /* nothing that decides */
    LINKS,     /* to the one person, or of several the one who is meant */
    LEFT_OPEN, /* several fit */
    NOT_HELD,  /* nobody, and nothing below is tried */
    OWNS,      /* shared or service: an owner or none */
};

/* What a step came to. */
struct step_result {
    enum match_step step;
    enum verdict verdict;
    bool zeros_dropped;
    enum message_id sentence; /* MSG_NONE: the step has nothing to say of this account */
    enum message_id because;  /* why one of several is meant; MSG_NONE: none is, or only one fits */
    struct index_span people; /* who fits; NOT_HELD: who has the same name */
    person_ref person;        /* LINKS, OWNS: the one; else NOBODY */
    /* arguments of the sentences */
    str_id text, department;
    struct span id; /* an ID within another */
    const char *template;
    uint32_t line;
};

/* The account at hand. */
struct subject {
    account_ref index;
    const struct account *a;
};

typedef struct step_result step_function(struct matching *k, const struct subject *of);

/* The steps for an account, in order; the last of them always decides. */
step_function *const *matching_steps(const struct account *a);

/* --- by_id.c, by_domain.c, by_name.c --- */
step_function step_link, step_person_id, step_email, step_login, step_user_id, step_template,
    step_email_template, step_domain, step_name_department, step_name, step_nobody, step_owner;

/* Who has the account's name (the kana where it has none): candidates, never a link. */
struct index_span people_of_same_name(struct matching *k, const struct account *a);
/* Who has the login behind the ID's domain: candidates too, of a list of several domains. */
struct index_span people_behind_domain(struct matching *k, const struct account *a);

/* --- several.c --- */

/* The sentences of a step that looks for a key. */
struct wording {
    enum message_id none, one, zeros, several;
};

/* People as the model found them, without those of rosters that hold nobody of the system. */
struct index_span people_of_system(struct matching *k, struct index_span people);
bool is_of_system(const struct matching *k, const struct person *p);
/* k->fitting: started empty, then people are added, each once and only those of the system. */
void fitting_start(struct matching *k);
void fitting_add(struct matching *k, struct index_span people);
struct index_span fitting_span(const struct matching *k);
/* Fills in verdict, people, person and sentence: one who fits is linked, of several the one who is
 * meant (several.c), else it stays open. `none` goes on. */
void settle(struct matching *k, const struct account *a, const struct wording *say,
            struct index_span people, struct step_result *result);

/* by_id.c. By a number that was written as an ID: exactly, else without zeros and only if no name
 * differs. */
void settle_number(struct matching *k, const struct account *a, const struct wording *say,
                   struct people_found found, struct step_result *result);

/* --- crowd.c --- */

/* Of the people with this name key (all of them in `people`), those who hold a post in one of the
 * departments are added to k->fitting. */
void crowd_add_fitting(struct matching *k, key_id name, struct index_span people,
                       struct index_span departments);
/* The same of one department, where many share the name (else false): a list that stays as it is
 * while the system is matched. */
bool crowd_find(struct matching *k, key_id name, struct index_span people, uint32_t department,
                struct index_span *found);
/* people_of_system, of those with this name key; where many share it, likewise a list that stays.
 */
struct index_span crowd_of_system(struct matching *k, key_id name, struct index_span people);
void crowds_free(struct crowds *crowds);

#endif
