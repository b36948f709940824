/*
 * What a rule's function is given, and how it speaks: it looks at the thing at hand, says its
 * evidence in the rule's fixed order, then raises; or it returns.
 *
 *     say_date(j, "last_login_on", j->a->last_login_on);
 *     say_number(j, "days", days);
 *     raise_account(j);
 *
 * One struct judge belongs to one thread and one input; what it raises goes into that input's own
 * list, so that judging needs no lock and results do not depend on the order of threads.
 */
#ifndef TENKO_RULES_JUDGE_H
#define TENKO_RULES_JUDGE_H

#include "tenko/rule.h"

#define MAX_FACTS 16

/* A seat whose holder was looked up. Seats with one `holder` have one holder. */
struct held_seat {
    const struct seat *seat;
    uint64_t holder;   /* kind of the holder in the upper half, its number in the lower one */
    person_ref person; /* or NOBODY */
    struct span device_department;
    enum seat_class class;
    bool has_disabled_account;
    uint32_t product; /* number of it, where a list of several is one license; else 0 */
    /* Of the holder's seats of one product: is there another (for a present holder), is it not the
     * first, is it the first that is or may be in use? */
    bool has_double, is_second, is_needed;
    struct span subject;
    enum subject_kind subject_kind;
};

struct held_seats {
    VEC(struct held_seat) items; /* sorted by holder, then row */
    struct strpool unresolved;   /* folded ids that nobody has */
    struct strpool products;     /* folded */
};

/* One enabled account in which a side of a conflict was seen. */
struct conflict_hit {
    uint32_t conflict;
    person_ref person;
    account_ref account;
};

/* The accounts that each person holds in one system (personal and external), newest first. */
struct held_accounts {
    account_ref *first; /* by person */
    account_ref *next;  /* by account */
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

struct judge {
    struct findings *findings;
    const struct model *m;
    date day;
    uint32_t input; /* index of the source among all inputs */
    const struct source *source;
    const struct input_plan *plan;
    const int32_t *days; /* thresholds in force for this source */
    struct arena *arena;
    const struct rule *rule;
    /* a system */
    system_ref system; /* or NO_SYSTEM */
    const struct matches *matches;
    struct fold_cache *cache;
    const struct system_keys *keys;
    struct held_accounts held;
    struct role_memo *roles;
    struct candidate_memo *candidates;
    struct system_figures *totals;
    /* the account at hand */
    account_ref account;
    const struct account *a;
    const struct holding *h;
    const struct person *p; /* the holder, or the owner of a shared or service account, or NULL */
    const struct account_past *past; /* what the run before knew of it; rules that look back */
    /* the person at hand, for rules of persons: p */
    /* the seats of one holder */
    const struct license_figures *figures;
    const struct held_seat *seats;
    size_t seat_count;
    const struct device *device;
    struct outliers *outliers; /* outlier.c */
    struct strpool role_numbers;
    struct evidence facts[MAX_FACTS];
    uint32_t fact_count;
};

struct raised {
    VEC(struct exception) items;
};

struct findings_work {
    struct raised *raised; /* one an input */
    struct conflict_hits { /* one a system and side */
        VEC(struct conflict_hit) items;
    } * hits[2];
    size_t input_count, system_count;
};

/* The name under which exceptions speak of an input. */
struct span input_target(const struct input_plan *input);

/* A judge of one input; `system` is NO_SYSTEM unless the input is one. */
void judge_init(struct judge *j, struct findings *f, const struct model *m, uint32_t input);
bool is_covered(const struct findings *f, uint32_t input, const struct rule *r);

/* --- engine.c --- */
/* The rule at hand says nothing of the record, because a value could not be read. */
void leave_unjudged(struct judge *j);
/* Fields of the account that could not be read; a date says so itself. */
field_set unread_fields(const struct account *a);
/* Could what the rule needs not be read in the record, or of its holder? */
bool is_unread(const struct judge *j, const struct rule *rule, field_set unread);
/* Puts an account at hand. */
void judge_at(struct judge *j, account_ref account);
/* The bits RULE_ENABLED … RULE_OWNED of the account at hand: one status, one kind, one holder. */
unsigned account_flags(const struct judge *j, bool is_enabled);

/* --- raise.c: evidence and exceptions --- */
void say_text(struct judge *j, const char *key, struct span text);
void say_date(struct judge *j, const char *key, date day);
void say_number(struct judge *j, const char *key, int64_t number);
/* Days from `since` to D; no value when `since` is not known. */
void say_days(struct judge *j, const char *key, date since);
/* `items` must live as long as the findings: use arena_array(j->arena, …). */
void say_texts(struct judge *j, const char *key, const struct span *items, size_t count);
void say_threshold(struct judge *j);
void say_matched_by(struct judge *j);
/* Where the roster says so, under roster_line. */
void say_roster_line(struct judge *j, const struct person *p);
void say_candidates(struct judge *j);
/* The roles of the account at hand. */
void say_roles(struct judge *j, const char *key);
/* A value of each post of the person, each once: FIELD_department, FIELD_job_type … */
void say_posts(struct judge *j, const char *key, const struct person *p, enum field field);
/* "file:line" (or the DN) of a record. */
struct span place_of(struct judge *j, const struct source *source, struct span dn, uint32_t line);

void raise_account(struct judge *j);
/* With another action than the rule's usual one. */
void raise_account_to(struct judge *j, enum action action);
/* The account at hand, or, where it is gone, what the run before knew of it. */
void raise_change(struct judge *j);
void raise_person(struct judge *j, const struct person *p);
/* `conflict` tells apart several exceptions of one person. */
/* About a person, in a list of people; where its row stands. */
void raise_in_roster(struct judge *j, const struct person *p, struct origin origin);
void raise_conflict(struct judge *j, const struct conflict_hit *hit, system_ref other,
                    const struct span *conflict, size_t count);
void raise_seats(struct judge *j, const struct held_seat *first);
void raise_input(struct judge *j);
/* Of a product that stands in the list at hand, under its own name. */
void raise_product(struct judge *j, struct span product, struct origin origin);
void raise_device(struct judge *j, const struct person *p);

/* --- shared.c --- */
/* The owner (0) or a member of the shared ID at hand, or NOBODY. */
person_ref shared_user(struct judge *j, uint32_t i);
/* Is the day of the account's password known, or known to be none? If not, the record is counted as
 * not judged. */
bool is_password_known(struct judge *j);

/* --- privileged.c --- */
/* An approval in force of the ID at hand that names another present person; or NULL. */
const struct approval *approval_of_other(struct judge *j);

/* --- outlier.c: counts who has which role, before a system's accounts are judged --- */
void outliers_count(struct judge *j);
void outliers_release(struct judge *j);

/* --- coverage.c --- */
void coverage_compute(struct findings *f, const struct model *m);
/* Again, of the rules that look back: f->history is known now. */
void coverage_look_back(struct findings *f, const struct model *m);

/* --- figures.c --- */
void license_figures_compute(struct license_figures *out, const struct source *s,
                             const struct held_seats *seats);
/* What matching knows; then each account once. */
void system_figures_start(struct system_figures *out, const struct source *s,
                          const struct matches *matches);
void system_figures_count(struct system_figures *out, const struct account *a, bool is_enabled);

/* --- seats.c --- */
void held_seats_find(struct held_seats *out, const struct model *m, uint32_t license,
                     const struct matches *matches);
/* What the record says of each, in the order of the list. */
void held_seats_verdicts(struct seat_verdicts *out, const struct source *s,
                         const struct held_seats *seats);
void held_seats_release(struct held_seats *seats);

/* --- waive.c --- */
void waive(struct findings *f, const struct model *m);

/* --- role.c: what a system's accounts contribute to conflicts across systems --- */
/* Does policy/conflicts have a row with the system? */
bool conflicts_speak_of(const struct model *m, system_ref system);
void conflict_collect(struct judge *j);
void conflict_judge(struct findings *f, const struct model *m);

/* --- the functions of the table, by family --- */
#define JUDGE(name) void judge_##name(struct judge *j)
JUDGE(orphan_account);
JUDGE(ambiguous_owner);
JUDGE(leaver_account);
JUDGE(leaver_login);
JUDGE(leave_account);
JUDGE(leave_login);
JUDGE(name_mismatch);
JUDGE(department_mismatch);
JUDGE(job_type_mismatch);
JUDGE(not_eligible);
JUDGE(duplicate_account);
JUDGE(dormant_account);
JUDGE(never_used_account);
JUDGE(missing_account);
JUDGE(disabled_retained);
JUDGE(leaving_soon);
JUDGE(role_unknown);
JUDGE(role_not_allowed);
JUDGE(role_outlier);
JUDGE(privileged_unapproved);
JUDGE(privileged_approval_expired);
JUDGE(privileged_shared);
JUDGE(shared_no_owner);
JUDGE(shared_password_stale);
JUDGE(shared_password_after_move);
JUDGE(password_after_incident);
JUDGE(initial_password);
JUDGE(mfa_missing);
JUDGE(license_leaver);
JUDGE(license_unknown_holder);
JUDGE(license_disabled_account);
JUDGE(license_never_used);
JUDGE(license_idle);
JUDGE(license_usage_unknown);
JUDGE(license_duplicate);
JUDGE(license_over_assigned);
JUDGE(license_surplus);
JUDGE(license_expired);
JUDGE(license_renewal);
JUDGE(license_unregistered);
JUDGE(system_no_list);
JUDGE(system_stale_list);
JUDGE(system_owner_unknown);
JUDGE(system_retired);
JUDGE(system_unregistered);
JUDGE(list_incomplete);
JUDGE(roster_stale);
JUDGE(roster_contradiction);
JUDGE(device_not_returned);
JUDGE(device_holder_unknown);
JUDGE(device_department_mismatch);
JUDGE(id_reused);
JUDGE(unrequested_change);
#undef JUDGE

#endif
