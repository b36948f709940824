/* What the files share that run the table: who is judged by what, and what comes of it. */
#ifndef TENKO_RULES_ENGINE_H
#define TENKO_RULES_ENGINE_H

#include "judge.h"

struct raised {
    VEC(struct exception) items;
};

struct held_seats {
    VEC(struct held_seat) items; /* sorted by holder, then row */
    struct strpool unresolved;   /* folded ids that nobody has */
    struct strpool products;     /* folded */
};

/* Rules that are evaluated for an input. */
struct rules_in_force {
    struct rule_in_force {
        const struct rule *rule;
        struct coverage *coverage;
    } items[MAX_RULES];
    size_t count;
};

struct conflict_roles; /* conflict_hits.c */

struct findings_work {
    struct raised *raised; /* one an input */
    struct role_hits {     /* one a system */
        VEC(struct role_hit) items;
    } * hits;
    struct conflict_roles *conflict_roles;
    size_t input_count, system_count;
};

/* --- in_force.c --- */

void judge_init(struct judge *j, struct findings *f, const struct model *m, uint32_t input);
static inline void judge_take(struct judge *j, const struct rule_in_force *item) {
    j->rule = item->rule;
    j->coverage = item->coverage;
}
void list_rules(struct rules_in_force *out, const struct judge *j, enum scope scope);
/* The bits RULE_ENABLED … RULE_OWNED of an account: one status, one kind, one holder. */
unsigned account_flags(const struct account_case *c, bool is_enabled);
/* What is known of the holder, in the order of the bits RULE_PRESENT …. */
unsigned holder_class(const struct account_case *c);
/* Could what the rule needs not be read in the record, or of its holder (or NULL)? */
bool is_unread(const struct rule *rule, field_set unread, const struct person *holder);

/* --- conflict_hits.c: what a system's accounts contribute to conflicts across systems --- */

struct conflict_roles *conflict_roles_new(const struct model *m);
void conflict_roles_free(struct conflict_roles *roles);
/* Notes the account: enabled, and held by somebody, or shared. */
void conflict_collect(struct judge *j, const struct account_case *c,
                      const struct rules_in_force *list);
/* Joins the sides of every conflict, when all systems are done. */
void conflict_judge(struct findings *f, const struct model *m);

/* --- coverage.c --- */

void coverage_compute(struct findings *f, const struct model *m);
/* Again, of the rules that look back: f->history is known now. */
void coverage_look_back(struct findings *f, const struct model *m);

/* --- asked.c: which changes a request decided --- */

struct asked_requests;
struct asked_requests *asked_new(const struct model *m);
/* By change of the system's history; the caller frees it. Each system once. */
bool *asked_of_system(struct asked_requests *a, system_ref system,
                      const struct system_history *history);
void asked_free(struct asked_requests *a);

/* --- count_figures.c --- */

void license_figures_compute(struct license_figures *out, const struct source *s,
                             const struct held_seats *seats);
/* What matching knows; then each account once. */
void system_figures_start(struct system_figures *out, const struct source *s,
                          const struct matches *matches);
void system_figures_count(struct system_figures *out, const struct account *a, bool is_enabled);

/* --- held_seats.c --- */

void held_seats_find(struct held_seats *out, const struct model *m, uint32_t license,
                     const struct matches *matches);
/* What the record says of each, in the order of the list. */
void held_seats_verdicts(struct seat_verdicts *out, const struct source *s,
                         const struct held_seats *seats);
void held_seats_release(struct held_seats *seats);

/* --- waive.c --- */

void waive(struct findings *f, const struct model *m);

#endif
