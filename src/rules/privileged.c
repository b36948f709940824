/*
 * Privileged IDs against policy/privileged: an approval counts from the day it was given or begins,
 * for the ID and its holder, until it ends.
 */
#include "judge.h"

static bool is_candidate(const struct judge *j, person_ref person) {
    for (uint32_t i = 0; i < j->h->candidate_count; i++)
        if (j->matches->candidates.items[j->h->candidates + i] == person.n)
            return true;
    return false;
}

static bool is_member(struct judge *j, person_ref person) {
    for (uint32_t i = 1; i <= j->a->member_count; i++)
        if (shared_user(j, i).n == person.n)
            return true;
    return false;
}

/* Does the approval speak of the one who has the account? A shared or service ID without a known
 * owner has nobody whom the approval could contradict. */
static bool names_holder(struct judge *j, const struct approval *approval) {
    if (!approval->has_person)
        return true;
    switch ((enum outcome)j->h->outcome) {
    case OUTCOME_LINKED:
        return approval->person.n == j->h->person.n;
    case OUTCOME_OWNED:
        return !is_somebody(j->h->person) || approval->person.n == j->h->person.n ||
               (is_somebody(approval->person) && is_member(j, approval->person));
    case OUTCOME_AMBIGUOUS:
        return is_candidate(j, approval->person);
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

static const struct approval *first_approval(const struct judge *j) {
    return model_approval(j->m, j->system, source_text(j->source, j->a->user_id));
}

/* Of the holder, and begun: the first, which lasts if any does. NULL = none. */
static const struct approval *approval_of_holder(struct judge *j) {
    for (const struct approval *a = first_approval(j); a; a = model_next_approval(j->m, a))
        if (has_begun(j, a) && names_holder(j, a))
            return a;
    return NULL;
}

const struct approval *approval_of_other(struct judge *j) {
    for (const struct approval *a = first_approval(j); a; a = model_next_approval(j->m, a))
        if (has_begun(j, a) && !has_ended(j, a) && is_somebody(a->person) && !names_holder(j, a) &&
            j->m->people.items[a->person.n].state != STATE_LEFT)
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
void judge_privileged_unapproved(struct judge *j) {
    if (j->a->privileged != ANSWER_YES || approval_of_holder(j))
        return;
    const struct approval *other = approval_of_other(j);
    say_matched_by(j);
    say_roles(j, "roles");
    say_approval(j, other ? other : first_approval(j));
    bool is_held = j->h->outcome == OUTCOME_LINKED;
    raise_account_to(j, other && is_held ? ACTION_REASSIGN : j->rule->action);
}

/* The first of the holder's lasts longest in the chain's order: if it has ended, all have. */
void judge_privileged_approval_expired(struct judge *j) {
    if (j->a->privileged != ANSWER_YES)
        return;
    const struct approval *approval = approval_of_holder(j);
    if (!approval || !has_ended(j, approval))
        return;
    say_matched_by(j);
    say_roles(j, "roles");
    say_approval(j, approval);
    say_days(j, "days", approval->expires_on);
    raise_account(j);
}

void judge_privileged_shared(struct judge *j) {
    if (j->a->privileged != ANSWER_YES)
        return;
    say_roles(j, "roles");
    say_text(j, "owner", source_text(j->source, j->a->owner));
    say_number(j, "members", j->a->member_count);
    say_date(j, "last_login_on", j->a->last_login_on);
    raise_account(j);
}
