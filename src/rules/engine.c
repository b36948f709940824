/*
 * The engine: who is judged by what. It knows no rule by name. Before the first account of a system
 * it sorts the rules in force into lists, one for each class of accounts (status × kind × what is
 * known of the holder, 50 in all) after the table's classes; an account is then judged by the list
 * of its class and by nothing else.
 */
#include "engine.h"

#include <stdlib.h>

enum { STATUSES = 2, KINDS = KIND_COUNT, HOLDERS = 5, CLASSES = STATUSES * KINDS * HOLDERS };
_Static_assert(RULE_PERSONAL << KINDS == RULE_PRESENT, "a bit for each kind of accounts");
_Static_assert(RULE_PRESENT << (HOLDERS - 1) == RULE_OWNED, "a bit for each class of holders");

/* Each rule of the list judges the case. */
#define RUN(j, list, kind, ...)                                                                    \
    do {                                                                                           \
        for (size_t rule_ = 0; rule_ < (list)->count; rule_++) {                                   \
            judge_take((j), &(list)->items[rule_]);                                                \
            (j)->rule->judge.kind(__VA_ARGS__);                                                    \
        }                                                                                          \
    } while (0)

/* The same where a cell of the record, or of its holder, could not be read: what a rule needs and
 * nobody knows is no ground to judge by. */
#define RUN_AS_FAR_AS_READ(j, list, unread, holder, kind, ...)                                     \
    do {                                                                                           \
        for (size_t rule_ = 0; rule_ < (list)->count; rule_++) {                                   \
            judge_take((j), &(list)->items[rule_]);                                                \
            if (is_unread((j)->rule, (unread), (holder)))                                          \
                leave_unjudged(j);                                                                 \
            else                                                                                   \
                (j)->rule->judge.kind(__VA_ARGS__);                                                \
        }                                                                                          \
    } while (0)

/* --- Accounts --- */

static size_t class_index(unsigned status, unsigned kind, unsigned holder) {
    return (status * KINDS + kind) * HOLDERS + holder;
}

static bool allows(const struct rule *r, unsigned status, unsigned kind, unsigned holder) {
    return (r->judges & (status ? RULE_DISABLED : RULE_ENABLED)) &&
           (r->judges & RULE_PERSONAL << kind) && (r->judges & RULE_PRESENT << holder);
}

static void list_by_class(struct rules_in_force lists[CLASSES], const struct judge *j) {
    struct rules_in_force all;
    list_rules(&all, j, SCOPE_ACCOUNT);
    for (unsigned status = 0; status < STATUSES; status++)
        for (unsigned kind = 0; kind < KINDS; kind++)
            for (unsigned holder = 0; holder < HOLDERS; holder++) {
                struct rules_in_force *list = &lists[class_index(status, kind, holder)];
                list->count = 0;
                for (size_t i = 0; i < all.count; i++)
                    if (allows(all.items[i].rule, status, kind, holder))
                        list->items[list->count++] = all.items[i];
            }
}

/* Puts an account before those of its holder. */
static void hold(struct held_accounts *held, person_ref person, uint32_t account, bool is_counted) {
    account_ref *first = &held->first[person.n];
    uint32_t rest = is_account(*first) ? held->rest[first->n] : 0;
    held->next[account] = *first;
    held->rest[account] = rest + is_counted;
    *first = (account_ref){account};
}

/* From the last account to the first, those that come last first. */
static void link_held_accounts(struct system_case *c, const struct judge *j) {
    size_t people = j->m->people.count, accounts = j->source->accounts.count;
    VEC(uint32_t) enabled = {0}, personal = {0};
    const struct holding *holdings = c->matches->holdings.items;
    c->held.first = memory_alloc((people + 1) * sizeof *c->held.first);
    c->held.next = memory_alloc((accounts + 1) * sizeof *c->held.next);
    c->held.rest = memory_alloc((accounts + 1) * sizeof *c->held.rest);
    memset(c->held.first, 0xff, (people + 1) * sizeof *c->held.first); /* NO_ACCOUNT */
    vec_reserve(&personal, accounts);
    for (uint32_t i = (uint32_t)accounts; i-- > 0;) {
        const struct account *a = &j->source->accounts.items[i];
        if (holdings[i].outcome != OUTCOME_LINKED)
            continue;
        if (!account_is_enabled(a, j->day))
            hold(&c->held, holdings[i].person, i, false);
        else if (a->kind == KIND_PERSONAL)
            vec_push(&personal, i);
        else
            vec_push(&enabled, i);
    }
    for (size_t i = 0; i < enabled.count; i++)
        hold(&c->held, holdings[enabled.items[i]].person, enabled.items[i], false);
    for (size_t i = 0; i < personal.count; i++)
        hold(&c->held, holdings[personal.items[i]].person, personal.items[i], true);
    vec_release(&enabled);
    vec_release(&personal);
}

static bool may_conflict(const struct account_case *c) {
    return c->h->outcome == OUTCOME_LINKED || c->a->kind == KIND_SHARED;
}

static void judge_accounts(struct judge *j, struct system_case *in) {
    struct rules_in_force lists[CLASSES], conflicts;
    struct account_case c = {.in = in};
    list_by_class(lists, j);
    list_rules(&conflicts, j, SCOPE_CONFLICT);
    bool is_in_conflicts = in->keys->is_in_conflicts;
    for (uint32_t i = 0; i < j->source->accounts.count; i++) {
        account_case_set(&c, j, (account_ref){i});
        bool is_enabled = account_is_enabled(c.a, j->day);
        system_figures_count(in->totals, c.a, is_enabled);
        if (is_in_conflicts && is_enabled && may_conflict(&c))
            conflict_collect(j, &c, &conflicts);
        const struct rules_in_force *list =
            &lists[class_index(!is_enabled, c.a->kind, holder_class(&c))];
        field_set unread = unread_fields(c.a);
        if (has_no_field(unread) && (!c.p || has_no_field(c.p->unread)))
            RUN(j, list, account, j, &c);
        else
            RUN_AS_FAR_AS_READ(j, list, unread, c.p, account, j, &c);
    }
}

static void judge_people(struct judge *j, const struct system_case *in) {
    struct rules_in_force list;
    struct person_case c = {.in = in};
    list_rules(&list, j, SCOPE_PERSON);
    if (!list.count)
        return;
    for (uint32_t i = 0; i < j->m->people.count; i++) {
        c.person = (person_ref){i};
        c.p = &j->m->people.items[i];
        RUN(j, &list, person, j, &c);
    }
}

/* --- Lists as a whole --- */

static void judge_list(struct judge *j, enum scope scope) {
    struct rules_in_force own, any;
    list_rules(&own, j, scope);
    list_rules(&any, j, SCOPE_LIST);
    RUN(j, &own, list, j);
    RUN(j, &any, list, j);
}

void rules_judge_system(struct findings *f, const struct model *m, system_ref system,
                        const struct matches *matches, struct fold_cache *cache) {
    struct judge j;
    struct role_memo roles[ROLE_MEMO_SIZE] = {0};
    struct candidate_memo candidates[CANDIDATE_MEMO_SIZE] = {0};
    struct system_case c = {.system = system,
                            .matches = matches,
                            .cache = cache,
                            .keys = &m->of_system[system.n],
                            .totals = &f->systems[system.n],
                            .roles = roles,
                            .candidates = candidates};
    judge_init(&j, f, m, model_input_at(m, INPUT_SYSTEM, system.n));
    system_figures_start(c.totals, j.source, matches);
    link_held_accounts(&c, &j);
    judge_accounts(&j, &c);
    judge_people(&j, &c);
    judge_list(&j, SCOPE_SYSTEM);
    outliers_free(c.outliers);
    free(c.held.first);
    free(c.held.next);
    free(c.held.rest);
}

/* --- What is no account: licenses, rosters, devices, and what spans systems --- */

static void judge_holders(struct judge *j, const struct held_seats *seats) {
    struct rules_in_force list;
    list_rules(&list, j, SCOPE_SEAT);
    for (size_t from = 0, to; from < seats->items.count; from = to) {
        for (to = from; to < seats->items.count &&
                        seats->items.items[to].holder == seats->items.items[from].holder;)
            to++;
        const struct seats_case c = {&seats->items.items[from], to - from};
        RUN(j, &list, seats, j, &c);
    }
}

void rules_judge_license(struct findings *f, const struct model *m, uint32_t license,
                         const struct matches *matches) {
    struct judge j;
    struct held_seats seats;
    judge_init(&j, f, m, model_input_at(m, INPUT_LICENSE, license));
    held_seats_find(&seats, m, license, matches);
    license_figures_compute(&f->licenses[license], j.source, &seats);
    judge_holders(&j, &seats);
    judge_list(&j, SCOPE_LICENSE);
    held_seats_verdicts(&f->seats[license], j.source, &seats);
    held_seats_release(&seats);
}

static void judge_roster(struct findings *f, const struct model *m, uint32_t roster) {
    struct judge j;
    judge_init(&j, f, m, model_input_at(m, INPUT_ROSTER, roster));
    judge_list(&j, SCOPE_ROSTER);
}

static void judge_devices(struct findings *f, const struct model *m) {
    struct judge j;
    struct rules_in_force list;
    judge_init(&j, f, m, model_input_of(m, m->devices));
    list_rules(&list, &j, SCOPE_DEVICE);
    for (size_t i = 0; i < m->devices->devices.count; i++) {
        const struct device_case c = {&m->devices->devices.items[i]};
        RUN_AS_FAR_AS_READ(&j, &list, c.device->unread, NULL, device, &j, &c);
    }
}

void rules_judge_rest(struct findings *f, const struct model *m) {
    for (uint32_t i = 0; i < m->plan->rosters.count; i++)
        judge_roster(f, m, i);
    if (m->devices)
        judge_devices(f, m);
    conflict_judge(f, m);
}
