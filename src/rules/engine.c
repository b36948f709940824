/*
 * The engine: who is judged by what. It knows no rule by name. Before the first account of a system
 * it sorts the rules in force into lists, one for each class of accounts (status × kind × what is
 * known of the holder, 50 in all) after the table's classes; an account is then judged by the list
 * of its class and by nothing else.
 */
#include "judge.h"

#include <stdlib.h>

enum { STATUSES = 2, KINDS = KIND_COUNT, HOLDERS = 5, CLASSES = STATUSES * KINDS * HOLDERS };

struct rule_list {
    const struct rule *items[MAX_RULES];
    size_t count;
};

/* What is known of the holder, in the order of the bits RULE_PRESENT …. */
static unsigned holder_class(const struct holding *h, const struct person *p) {
    switch ((enum outcome)h->outcome) {
    case OUTCOME_LINKED:
        return p->state == STATE_LEFT ? 1 : 0;
    case OUTCOME_NOBODY:
        return 2;
    case OUTCOME_AMBIGUOUS:
        return 3;
    case OUTCOME_OWNED:
        break;
    }
    return 4;
}

unsigned account_flags(const struct judge *j, bool is_enabled) {
    return (is_enabled ? RULE_ENABLED : RULE_DISABLED) | RULE_PERSONAL << j->a->kind |
           RULE_PRESENT << holder_class(j->h, j->p);
}

static size_t class_index(unsigned status, unsigned kind, unsigned holder) {
    return (status * KINDS + kind) * HOLDERS + holder;
}

static bool allows(const struct rule *r, unsigned status, unsigned kind, unsigned holder) {
    return (r->judges & (status ? RULE_DISABLED : RULE_ENABLED)) &&
           (r->judges & RULE_PERSONAL << kind) && (r->judges & RULE_PRESENT << holder);
}

bool is_covered(const struct findings *f, uint32_t input, const struct rule *r) {
    return f->coverage[input * rule_count + rule_index(r)].is_evaluated;
}

/* The rules of one scope that are evaluated for this input. */
static void list_rules(struct rule_list *out, const struct judge *j, enum scope scope) {
    const struct coverage *coverage = &j->findings->coverage[j->input * rule_count];
    out->count = 0;
    for (size_t i = 0; i < rule_count; i++)
        if (rules[i].scope == scope && coverage[i].is_evaluated && rules[i].judge &&
            !rules[i].looks_back)
            out->items[out->count++] = &rules[i];
}

static void list_by_class(struct rule_list lists[CLASSES], const struct judge *j) {
    struct rule_list all;
    list_rules(&all, j, SCOPE_ACCOUNT);
    for (unsigned status = 0; status < STATUSES; status++)
        for (unsigned kind = 0; kind < KINDS; kind++)
            for (unsigned holder = 0; holder < HOLDERS; holder++) {
                struct rule_list *list = &lists[class_index(status, kind, holder)];
                list->count = 0;
                for (size_t i = 0; i < all.count; i++)
                    if (allows(all.items[i], status, kind, holder))
                        list->items[list->count++] = all.items[i];
            }
}

static void run(struct judge *j, const struct rule_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        j->rule = list->items[i];
        j->rule->judge(j);
    }
}

void leave_unjudged(struct judge *j) {
    j->findings->coverage[j->input * rule_count + rule_index(j->rule)].not_judged++;
}

bool is_unread(const struct judge *j, const struct rule *rule, field_set unread) {
    return has_field_of(unread, rule->needs) ||
           (j->p && has_field_of(j->p->unread, rule->roster_reads));
}

/* The same where a cell of the record, or of its holder, could not be read: what a rule needs and
 * nobody knows is no ground to judge by. */
static void run_as_far_as_read(struct judge *j, const struct rule_list *list, field_set unread) {
    for (size_t i = 0; i < list->count; i++) {
        j->rule = list->items[i];
        if (is_unread(j, j->rule, unread))
            leave_unjudged(j);
        else
            j->rule->judge(j);
    }
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

void judge_at(struct judge *j, account_ref account) {
    j->account = account;
    j->a = &j->source->accounts.items[account.n];
    j->h = &j->matches->holdings.items[account.n];
    j->p = is_somebody(j->h->person) ? &j->m->people.items[j->h->person.n] : NULL;
}

static void link_held_accounts(struct judge *j) {
    size_t people = j->m->people.count, accounts = j->source->accounts.count;
    j->held.first = memory_alloc((people + 1) * sizeof *j->held.first);
    j->held.next = memory_alloc((accounts + 1) * sizeof *j->held.next);
    memset(j->held.first, 0xff, (people + 1) * sizeof *j->held.first); /* NO_ACCOUNT */
    for (uint32_t i = 0; i < accounts; i++) {
        const struct holding *h = &j->matches->holdings.items[i];
        if (h->outcome != OUTCOME_LINKED)
            continue;
        j->held.next[i] = j->held.first[h->person.n];
        j->held.first[h->person.n] = (account_ref){i};
    }
}

static void judge_accounts(struct judge *j) {
    struct rule_list lists[CLASSES];
    list_by_class(lists, j);
    bool is_in_conflicts = conflicts_speak_of(j->m, j->system);
    for (uint32_t i = 0; i < j->source->accounts.count; i++) {
        judge_at(j, (account_ref){i});
        bool is_enabled = account_is_enabled(j->a, j->day);
        unsigned holder = holder_class(j->h, j->p);
        system_figures_count(j->totals, j->a, is_enabled);
        if (is_in_conflicts && is_enabled &&
            (j->h->outcome == OUTCOME_LINKED || j->a->kind == KIND_SHARED))
            conflict_collect(j);
        const struct rule_list *list = &lists[class_index(!is_enabled, j->a->kind, holder)];
        field_set unread = unread_fields(j->a);
        if (has_no_field(unread) && (!j->p || has_no_field(j->p->unread)))
            run(j, list);
        else
            run_as_far_as_read(j, list, unread);
    }
    j->account = NO_ACCOUNT;
}

static void judge_people(struct judge *j) {
    struct rule_list list;
    list_rules(&list, j, SCOPE_PERSON);
    if (!list.count)
        return;
    for (size_t i = 0; i < j->m->people.count; i++) {
        j->p = &j->m->people.items[i];
        run(j, &list);
    }
}

/* The list as a whole. */
static void judge_input(struct judge *j, enum scope scope) {
    struct rule_list list;
    list_rules(&list, j, scope);
    run(j, &list);
    list_rules(&list, j, SCOPE_LIST);
    run(j, &list);
}

void rules_judge_system(struct findings *f, const struct model *m, system_ref system,
                        const struct matches *matches, struct fold_cache *cache) {
    struct judge j;
    struct role_memo roles[ROLE_MEMO_SIZE] = {0};
    struct candidate_memo candidates[CANDIDATE_MEMO_SIZE] = {0};
    judge_init(&j, f, m, model_input_at(m, INPUT_SYSTEM, system.n));
    j.system = system;
    j.matches = matches;
    j.cache = cache;
    j.keys = &m->of_system[system.n];
    j.roles = roles;
    j.candidates = candidates;
    j.totals = &f->systems[system.n];
    system_figures_start(j.totals, j.source, matches);
    link_held_accounts(&j);
    if (is_covered(f, j.input, rule_find("role-outlier")))
        outliers_count(&j);
    judge_accounts(&j);
    judge_people(&j);
    judge_input(&j, SCOPE_SYSTEM);
    outliers_release(&j);
    free(j.held.first);
    free(j.held.next);
}

/* --- What is no account: licenses, rosters, devices, and what spans systems --- */

static void judge_holders(struct judge *j, const struct held_seats *seats) {
    struct rule_list list;
    list_rules(&list, j, SCOPE_SEAT);
    for (size_t from = 0, to; from < seats->items.count; from = to) {
        for (to = from; to < seats->items.count &&
                        seats->items.items[to].holder == seats->items.items[from].holder;)
            to++;
        j->seats = &seats->items.items[from];
        j->seat_count = to - from;
        run(j, &list);
    }
}

void rules_judge_license(struct findings *f, const struct model *m, uint32_t license,
                         const struct matches *matches) {
    struct judge j;
    struct held_seats seats;
    judge_init(&j, f, m, model_input_at(m, INPUT_LICENSE, license));
    held_seats_find(&seats, m, license, matches);
    license_figures_compute(&f->licenses[license], j.source, &seats);
    j.figures = &f->licenses[license];
    judge_holders(&j, &seats);
    judge_input(&j, SCOPE_LICENSE);
    held_seats_verdicts(&f->seats[license], j.source, &seats);
    held_seats_release(&seats);
}

static void judge_roster(struct findings *f, const struct model *m, uint32_t roster) {
    struct judge j;
    judge_init(&j, f, m, model_input_at(m, INPUT_ROSTER, roster));
    judge_input(&j, SCOPE_ROSTER);
}

static void judge_devices(struct findings *f, const struct model *m) {
    struct judge j;
    struct rule_list list;
    judge_init(&j, f, m, model_input_of(m, m->devices));
    list_rules(&list, &j, SCOPE_DEVICE);
    for (size_t i = 0; i < m->devices->devices.count; i++) {
        j.device = &m->devices->devices.items[i];
        run_as_far_as_read(&j, &list, j.device->unread);
    }
}

void rules_judge_rest(struct findings *f, const struct model *m) {
    for (uint32_t i = 0; i < m->plan->rosters.count; i++)
        judge_roster(f, m, i);
    if (m->devices)
        judge_devices(f, m);
    conflict_judge(f, m);
}
