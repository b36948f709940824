/*
 * Rules that look back: an account beside what the last run with its list knew of it.
 */
#include "families.h"

#include "tenko/fold.h"

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

/* A number that is in no roster any more may have been changed, into one that nobody had before:
 * then the name tells. */
static bool is_who_held_it(const struct model *m, const struct account_past *past,
                           const struct person *holder) {
    struct people_found found = model_find_people(m, past->person_id);
    for (size_t i = 0; i < found.people.count; i++) {
        const struct person *p = &m->people.items[found.people.items[i]];
        if (p == holder || model_is_same_person(m, p, holder))
            return true;
    }
    return !found.people.count && !past->holder_was_there &&
           is_one_name(past->name, model_text(m, holder->name));
}

void judge_id_reused(struct judge *j, struct change_case *c) {
    const struct account_case *now = c->now;
    if (!now || !c->past->was_held || now->h->outcome != OUTCOME_LINKED ||
        is_who_held_it(j->m, c->past, now->p))
        return;
    say_matched_by(j, now);
    say_text(j, "previous_person_id", c->past->person_id);
    say_text(j, "previous_name", c->past->name);
    say_date(j, "previous_as_of", c->past->since);
    say_date(j, "created_on", now->a->created_on);
    raise_account(j, now);
}

/* --- What nobody asked for --- */

void judge_unrequested_change(struct judge *j, struct change_case *c) {
    enum request_action action = c->past->action;
    if (c->past->is_unsure)
        leave_unjudged(j);
    if (action == REQUEST_NONE || c->is_asked_for)
        return;
    say_date(j, "added_since", action == REQUEST_ADD ? c->past->since : DATE_NONE);
    say_date(j, "removed_since", action == REQUEST_REMOVE ? c->past->since : DATE_NONE);
    say_date(j, "changed_since", action == REQUEST_CHANGE ? c->past->since : DATE_NONE);
    say_date(j, "asked_from", c->past->since - j->days[j->rule->threshold]);
    say_all_texts(j, "previous_roles", c->past->roles, c->past->role_count);
    if (c->now)
        say_roles(j, "roles", c->now);
    else
        say_all_texts(j, "roles", NULL, 0);
    raise_change(j, c);
}
