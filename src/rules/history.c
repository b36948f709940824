/*
 * Rules that look back: an account beside what the last run with its list knew of it. They are rows
 * of the table as all others are, judged after the systems, when the ledger has said what changed.
 */
#include "judge.h"

#include "tenko/fold.h"

#include <stdlib.h>

/* Equal under FOLD_NAME; empty names say nothing. */
static bool is_one_name(struct span a, struct span b) {
    struct strbuf x = {0}, y = {0};
    fold_text(FOLD_NAME, a, &x);
    fold_text(FOLD_NAME, b, &y);
    bool is_one = x.n && span_equal(strbuf_span(&x), strbuf_span(&y));
    strbuf_release(&x);
    strbuf_release(&y);
    return is_one;
}

/* A number that is in no roster any more may have been changed: then the name tells. */
static bool is_who_held_it(const struct judge *j) {
    struct people_found found = model_find_people(j->m, j->past->person_id);
    for (size_t i = 0; i < found.people.count; i++) {
        const struct person *p = &j->m->people.items[found.people.items[i]];
        if (p == j->p || model_is_same_person(j->m, p, j->p))
            return true;
    }
    return !found.people.count && is_one_name(j->past->name, model_text(j->m, j->p->name));
}

void judge_id_reused(struct judge *j) {
    if (!j->a || !j->past->was_held || j->h->outcome != OUTCOME_LINKED || is_who_held_it(j))
        return;
    say_matched_by(j);
    say_text(j, "previous_person_id", j->past->person_id);
    say_text(j, "previous_name", j->past->name);
    say_date(j, "previous_as_of", j->findings->history->systems[j->system.n].as_of);
    say_date(j, "created_on", j->a->created_on);
    raise_account(j);
}

/* --- What nobody asked for --- */

static enum request_action action_of(const struct judge *j) {
    if (!j->a)
        return REQUEST_REMOVE;
    if (!j->past->was_there)
        return REQUEST_ADD;
    return j->past->has_other_roles ? REQUEST_CHANGE : REQUEST_NONE;
}

/* A day that the table does not give is no obstacle. */
static bool was_asked_for(const struct judge *j, enum request_action action, date from) {
    struct span user_id = j->a ? source_text(j->source, j->a->user_id) : j->past->user_id;
    struct requests_found found = model_requests(j->m, j->system, user_id, action);
    for (size_t i = 0; i < found.count; i++) {
        date decided = found.items[i].decided_on;
        if (!date_is_known(decided) || (decided >= from && decided <= j->day))
            return true;
    }
    return false;
}

void judge_unrequested_change(struct judge *j) {
    enum request_action action = action_of(j);
    date before = j->findings->history->systems[j->system.n].as_of;
    date from = before - j->days[j->rule->threshold];
    if (action == REQUEST_NONE || was_asked_for(j, action, from))
        return;
    say_date(j, "added_since", action == REQUEST_ADD ? before : DATE_NONE);
    say_date(j, "removed_since", action == REQUEST_REMOVE ? before : DATE_NONE);
    say_date(j, "changed_since", action == REQUEST_CHANGE ? before : DATE_NONE);
    say_date(j, "asked_from", from);
    say_texts(j, "previous_roles", j->past->roles, j->past->role_count);
    if (j->a)
        say_roles(j, "roles");
    else
        say_texts(j, "roles", NULL, 0);
    raise_change(j);
}

/* --- All systems --- */

static bool judges(const struct judge *j, const struct rule *r) {
    if (!r->looks_back || !is_covered(j->findings, j->input, r))
        return false;
    unsigned flags = j->a ? account_flags(j, account_is_enabled(j->a, j->day)) : 0;
    return (flags & ~r->judges) == 0;
}

static void judge_change(struct judge *j, const struct account_past *past) {
    j->past = past;
    j->a = NULL;
    j->h = NULL;
    j->p = NULL;
    j->account = NO_ACCOUNT;
    if (is_account(past->account))
        judge_at(j, past->account);
    for (size_t i = 0; i < rule_count; i++)
        if (judges(j, &rules[i])) {
            j->rule = &rules[i];
            j->rule->judge(j);
        }
}

void rules_judge_history(struct findings *f, const struct model *m, const struct matches *matches,
                         const struct history *history) {
    f->history = history;
    coverage_look_back(f, m);
    for (uint32_t i = 0; i < m->plan->systems.count; i++) {
        const struct system_history *system = &history->systems[i];
        struct judge j;
        judge_init(&j, f, m, model_input_at(m, INPUT_SYSTEM, i));
        j.system = (system_ref){i};
        j.matches = &matches[i];
        for (size_t k = 0; k < system->change_count; k++)
            judge_change(&j, &system->changes[k]);
    }
}
