/*
 * Passwords and second factors of single accounts: passwords that nobody ever changed or that may
 * have leaked, sign-in with a password alone.
 */
#include "families.h"

void judge_initial_password(struct judge *j, struct account_case *c) {
    date changed = c->a->password_changed_on, created = c->a->created_on;
    if (!is_password_known(j, c))
        return;
    if (changed != DATE_NONE && changed != created)
        return;
    if (created == DATE_UNKNOWN) {
        leave_unjudged(j);
        return;
    }
    if (date_is_known(created) &&
        (int64_t)j->day - created <= j->days[THRESHOLD_initial_password_days])
        return;
    say_matched_by(j, c);
    say_date(j, "created_on", created);
    say_date(j, "password_changed_on", changed);
    say_days(j, "days", created);
    say_threshold(j);
    raise_account(j, c);
}

/* A password of the day of the incident may be the one that leaked; an account that did not exist
 * then had none. */
void judge_password_after_incident(struct judge *j, struct account_case *c) {
    const struct incident *incident = model_incident(j->m, c->in->system, c->account);
    date changed = c->a->password_changed_on, created = c->a->created_on;
    if (!incident || !is_password_known(j, c))
        return;
    if ((date_is_known(changed) && incident->day < changed) ||
        (date_is_known(created) && incident->day < created))
        return;
    if (!date_is_known(changed) && created == DATE_UNKNOWN) {
        leave_unjudged(j);
        return;
    }
    say_date(j, "incident_on", incident->day);
    say_text(j, "reason", model_text(j->m, incident->reason));
    say_date(j, "password_changed_on", changed);
    say_days(j, "days", incident->day);
    say_text(j, "owner", source_text(j->source, c->a->owner));
    say_text(j, "policy_line",
             place_of(j, j->m->table_of[RECORD_INCIDENT], SPAN(""), incident->origin.line));
    raise_account(j, c);
}

void judge_mfa_missing(struct judge *j, struct account_case *c) {
    bool is_covered = j->plan->system.mfa_required == MFA_ALL ? c->a->kind != KIND_SERVICE
                                                              : c->a->privileged == ANSWER_YES;
    if (!is_covered || c->a->mfa != ANSWER_NO)
        return;
    say_matched_by(j, c);
    say_text(j, "privileged", c->a->privileged == ANSWER_YES ? SPAN("yes") : SPAN("no"));
    say_roles(j, "roles", c);
    say_date(j, "last_login_on", c->a->last_login_on);
    raise_account(j, c);
}
