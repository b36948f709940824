/* What all families of rules ask. */
#include "judge.h"

struct span input_target(const struct input_plan *input) {
    return input->record == RECORD_DEVICE ? SPAN("devices") : span_of(input->name);
}

void leave_unjudged(struct judge *j) {
    j->coverage->not_judged++;
}

field_set unread_fields(const struct account *a) {
    field_set unread = a->unread;
    if (a->mfa != ANSWER_UNKNOWN) /* another row of the account could be read */
        remove_field(&unread, FIELD_mfa);
    if (a->created_on == DATE_UNKNOWN)
        add_field(&unread, FIELD_created_on);
    if (a->last_login_on == DATE_UNKNOWN)
        add_field(&unread, FIELD_last_login_on);
    if (a->password_changed_on == DATE_UNKNOWN)
        add_field(&unread, FIELD_password_changed_on);
    if (a->expires_on == DATE_UNKNOWN)
        add_field(&unread, FIELD_expires_on);
    return unread;
}

void account_case_set(struct account_case *c, const struct judge *j, account_ref account) {
    c->account = account;
    c->a = &j->source->accounts.items[account.n];
    c->h = &c->in->matches->holdings.items[account.n];
    c->p = is_somebody(c->h->person) ? &j->m->people.items[c->h->person.n] : NULL;
}
