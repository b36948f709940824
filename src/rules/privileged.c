/*
 * Privileged IDs against policy/privileged: an approval counts from the day it was given or begins,
 * for the ID and its holder, until it ends.
 */
#include "families.h"

static bool is_candidate(const struct account_case *c, person_ref person) {
    for (uint32_t i = 0; i < c->h->candidate_count; i++)
        if (c->in->matches->candidates.items[c->h->candidates + i] == person.n)
            return true;
    return false;
}

static bool is_member(const struct judge *j, const struct account_case *c, person_ref person) {
    for (uint32_t i = 1; i <= c->a->member_count; i++)
        if (shared_user(j, c, i).n == person.n)
            return true;
    return false;
}

/* Does the approval speak of the one who has the account? A shared or service ID without a known
 * owner has nobody whom the approval could contradict. */
static bool names_holder(const struct judge *j, const struct account_case *c,
                         const struct approval *approval) {
    if (!approval->has_person)
        return true;
    switch ((enum outcome)c->h->outcome) {
    case OUTCOME_LINKED:
        return approval->person.n == c->h->person.n;
    case OUTCOME_OWNED:
        return !is_somebody(c->h->person) || approval->person.n == c->h->person.n ||
               (is_somebody(approval->person) && is_member(j, c, approval->person));
    case OUTCOME_AMBIGUOUS:
        return is_candidate(c, approval->person);
    case OUTCOME_NOBODY:
        return false;
    }
    return false;
}

/* A blank date is no obstacle. */
static bool has_begun(const struct judge *j, const struct approval *a) {
    return !(date_is_known(a->approved_on) && a->approved_on > j->day) &&
           !(date_is_known(a->starts_on) && a->starts_on > j->day);
}

static bool has_ended(const struct judge *j, const struct approval *a) {
    return date_is_known(a->expires_on) && a->expires_on < j->day;
}

static const struct approval *first_approval(const struct judge *j, const struct account_case *c) {
    return model_approval(j->m, c->in->system, source_text(j->source, c->a->user_id));
}

/* Of the holder, and begun: the first, which lasts if any does. NULL = none. */
static const struct approval *approval_of_holder(const struct judge *j,
                                                 const struct account_case *c) {
    for (const struct approval *a = first_approval(j, c); a; a = model_next_approval(j->m, a))
        if (has_begun(j, a) && names_holder(j, c, a))
            return a;
    return NULL;
}

const struct approval *approval_of_other(struct judge *j, const struct account_case *c) {
    for (const struct approval *a = first_approval(j, c); a; a = model_next_approval(j->m, a))
        if (has_begun(j, a) && !has_ended(j, a) && is_somebody(a->person) &&
            !names_holder(j, c, a) && j->m->people.items[a->person.n].state != STATE_LEFT)
            return a;
    return NULL;
}

static void say_approval(struct judge *j, const struct approval *approval) {
    static const struct approval none = {
        .approved_on = DATE_NONE, .starts_on = DATE_NONE, .expires_on = DATE_NONE};
    const struct approval *a = approval ? approval : &none;
    say_text(j, "approved_person_id", model_text(j->m, a->person_id));
    say_text(j, "approved_by", model_text(j->m, a->approved_by));
    say_text(j, "function", model_text(j->m, a->function));
    say_date(j, "approved_on", a->approved_on);
    say_date(j, "starts_on", a->starts_on);
    say_date(j, "expires_on", a->expires_on);
    say_text(j, "policy_line",
             approval ? place_of(j, j->m->table_of[RECORD_APPROVAL], SPAN(""), a->origin.line)
                      : SPAN(""));
}

/* An ID that is approved for somebody else stands in the wrong name: it is to be renamed. */
void judge_privileged_unapproved(struct judge *j, struct account_case *c) {
    if (c->a->privileged != ANSWER_YES || approval_of_holder(j, c))
        return;
    const struct approval *other = approval_of_other(j, c);
    say_matched_by(j, c);
    say_roles(j, "roles", c);
    say_approval(j, other ? other : first_approval(j, c));
    bool is_held = c->h->outcome == OUTCOME_LINKED;
    raise_account_to(j, c, other && is_held ? ACTION_REASSIGN : j->rule->action);
}

/* The first of the holder's lasts longest in the chain's order: if it has ended, all have. */
void judge_privileged_approval_expired(struct judge *j, struct account_case *c) {
    if (c->a->privileged != ANSWER_YES)
        return;
    const struct approval *approval = approval_of_holder(j, c);
    if (!approval || !has_ended(j, approval))
        return;
    say_matched_by(j, c);
    say_roles(j, "roles", c);
    say_approval(j, approval);
    say_days(j, "days", approval->expires_on);
    raise_account(j, c);
}

void judge_privileged_shared(struct judge *j, struct account_case *c) {
    if (c->a->privileged != ANSWER_YES)
        return;
    say_roles(j, "roles", c);
    say_text(j, "owner", source_text(j->source, c->a->owner));
    say_number(j, "members", c->a->member_count);
    say_date(j, "last_login_on", c->a->last_login_on);
    raise_account(j, c);
}
