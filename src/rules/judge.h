/*
 * What a rule's function is given, and how it speaks. The judge knows what is true while one input
 * is judged, the case what is at hand: an account, a person, the seats of a holder …, each a type
 * of its own. A function looks at its case, says its evidence in the rule's fixed order, then
 * raises; or it returns.
 *
 *     say_date(j, "last_login_on", c->a->last_login_on);
 *     say_number(j, "days", days);
 *     raise_account(j, c);
 *
 * One struct judge belongs to one thread and one input; what it raises goes into that input's own
 * list, so that judging needs no lock and results do not depend on the order of threads.
 */
#ifndef TENKO_RULES_JUDGE_H
#define TENKO_RULES_JUDGE_H

#include "tenko/rule.h"

#define MAX_FACTS 16

struct judge {
    struct findings *findings;
    const struct model *m;
    date day;
    uint32_t input; /* of the model's inputs */
    const struct source *source;
    const struct input_plan *plan;
    const int32_t *days; /* thresholds in force for this source */
    struct arena *arena;
    const struct rule *rule;   /* at hand */
    struct coverage *coverage; /* of the rule at hand */
    struct evidence facts[MAX_FACTS];
    uint32_t fact_count;
};

/* --- Cases --- */

/* The accounts that each person holds in one system: enabled personal ones first, then other
 * enabled ones, then the disabled; of each as the list has them. */
struct held_accounts {
    account_ref *first; /* by person */
    account_ref *next;  /* by account */
    uint32_t *rest;     /* by account: enabled personal ones from here on */
};

#define ROLE_MEMO_SIZE 64
struct role_memo {
    str_id text;
    bool is_set;
    key_id key;
    const struct role_grant *grants;
    const struct role_grant *globs; /* the first row whose role is a glob that fits */
};

/* Person IDs of candidates to list, by their place in the matches: accounts of one name share them.
 */
#define CANDIDATE_MEMO_SIZE 1024
struct candidate_memo {
    uint32_t candidates, count; /* count 0 = free */
    uint32_t listed;
    const struct span *ids;
};

struct outliers; /* outlier.c */

/* A system, while its accounts are judged; what rules remember of it from one to the next. */
struct system_case {
    system_ref system;
    const struct matches *matches;
    struct fold_cache *cache;
    const struct system_keys *keys;
    struct system_figures *totals;
    struct held_accounts held;
    struct role_memo *roles;           /* [ROLE_MEMO_SIZE] */
    struct candidate_memo *candidates; /* [CANDIDATE_MEMO_SIZE] */
    struct outliers *outliers;         /* NULL until the first account that is compared */
};

struct account_case {
    struct system_case *in;
    account_ref account;
    const struct account *a;
    const struct holding *h;
    const struct person *p; /* the holder, or the owner of a shared or service account, or NULL */
};

struct person_case {
    const struct system_case *in;
    person_ref person;
    const struct person *p;
};

/* What the run before knew of an account. */
struct change_case {
    const struct account_past *past;
    system_ref system;
    struct account_case *now; /* NULL: it is gone */
    bool is_asked_for;        /* a request decided what past->action says */
};

/* One enabled account with a role that stands in a conflict, and somebody who may use it. */
struct role_hit {
    person_ref person;
    uint32_t role; /* conflict_hits.c */
    account_ref account;
};
/* A person who has both sides of a conflict: the accounts of each side, in the order of the list.
 */
struct conflict_case {
    const struct conflict *conflict;
    person_ref person;
    struct conflict_side {
        system_ref system;
        const struct role_hit *hits;
        size_t count; /* > 0 */
    } a, b;
};

/* A seat whose holder was looked up. Seats with one `holder` have one holder. */
struct held_seat {
    const struct seat *seat;
    uint64_t holder;   /* kind of the holder in the upper half, its number in the lower one */
    person_ref person; /* or NOBODY */
    struct span device_department;
    enum seat_class class;
    bool has_disabled_account;
    bool is_unjudged;  /* there is nowhere to look the holder up */
    bool is_concealed; /* a hash stands in the holder's place: nobody can be named */
    uint32_t product;  /* number of it, where a list of several is one license; else 0 */
    /* Of the holder's seats of one product: is there another (for a present holder), is it not the
     * first, is it the first that is or may be in use? */
    bool has_double, is_second, is_needed;
    struct span subject;
    enum subject_kind subject_kind;
};
struct seats_case {
    const struct held_seat *seats; /* of one holder */
    size_t count;
};

struct device_case {
    const struct device *device;
};

/* --- judge.c --- */

/* The name under which exceptions speak of an input. */
struct span input_target(const struct input_plan *input);
/* The rule at hand says nothing of the record, because a value could not be read. */
void leave_unjudged(struct judge *j);
/* Fields of the account that could not be read; a date says so itself. */
field_set unread_fields(const struct account *a);
/* Puts an account at hand. */
void account_case_set(struct account_case *c, const struct judge *j, account_ref account);

/* --- raise.c: evidence and exceptions --- */

void say_text(struct judge *j, const char *key, struct span text);
void say_date(struct judge *j, const char *key, date day);
void say_number(struct judge *j, const char *key, int64_t number);
/* Days from `since` to D; no value when `since` is not known. */
void say_days(struct judge *j, const char *key, date since);
/* A list is for a reader: the first TEXTS_LISTED of `count`, who is told how many they are. `items`
 * has as many as are listed, and lives as long as the findings: use list_room. */
enum { TEXTS_LISTED = 20 };
void say_texts(struct judge *j, const char *key, const struct span *items, size_t count);
/* What belongs to the record itself, so that all of it is listed: an account's roles. */
void say_all_texts(struct judge *j, const char *key, const struct span *items, size_t count);
/* Room for what is listed of `count`. */
struct span *list_room(struct judge *j, size_t count);
void say_threshold(struct judge *j);
/* Where the roster says so, under roster_line. */
void say_roster_line(struct judge *j, const struct person *p);
/* A value of each post of the person, each once: FIELD_department, FIELD_job_type … */
void say_posts(struct judge *j, const char *key, const struct person *p, enum field field);
/* "file:line" (or the DN) of a record. */
struct span place_of(struct judge *j, const struct source *source, struct span dn, uint32_t line);
void say_matched_by(struct judge *j, const struct account_case *c);
void say_candidates(struct judge *j, const struct account_case *c);
/* The roles of the account. */
void say_roles(struct judge *j, const char *key, const struct account_case *c);

void raise_account(struct judge *j, const struct account_case *c);
/* With another action than the rule's usual one. */
void raise_account_to(struct judge *j, const struct account_case *c, enum action action);
/* The account, or, where it is gone, what the run before knew of it. */
void raise_change(struct judge *j, const struct change_case *c);
void raise_person(struct judge *j, const struct person *p);
/* About a person, in a list of people; where its row stands. */
void raise_in_roster(struct judge *j, const struct person *p, struct origin origin);
/* `parts` tell apart several exceptions of one person. */
void raise_conflict(struct judge *j, const struct conflict_case *c, const struct span *parts,
                    size_t count);
void raise_seats(struct judge *j, const struct held_seat *first);
void raise_input(struct judge *j);
/* Of a product that stands in the list at hand, under its own name. */
void raise_product(struct judge *j, struct span product, struct origin origin);
void raise_device(struct judge *j, const struct device_case *c, const struct person *p);

/* --- shared.c --- */

/* The owner (0) or a member of the shared ID, or NOBODY. */
person_ref shared_user(const struct judge *j, const struct account_case *c, uint32_t i);
/* Is the day of the account's password known, or known to be none? If not, the record is counted as
 * not judged. */
bool is_password_known(struct judge *j, const struct account_case *c);

/* --- privileged.c --- */

/* An approval in force of the ID that names another present person; or NULL. */
const struct approval *approval_of_other(struct judge *j, const struct account_case *c);

/* --- outlier.c --- */

void outliers_free(struct outliers *o); /* NULL is fine */

#endif
