/*
 * policy/shared makes an ID shared and gives owner, members and the day of the password where the
 * list of the system has none; policy/incidents tells when a password may have leaked. Both are
 * sealed before anything is matched, since the kind decides who may hold an account.
 */
#include "seal.h"

#include "tenko/amount.h"

static const struct span no_span = {NULL, 0};

/* --- policy/shared --- */

/* The number of a cell that names a person, in the system's own pool. */
static str_id number_of(struct policy *p, const struct shared_row *row, enum field field,
                        struct span text, struct source *accounts) {
    struct cell_place at = {&row->origin, field, MSG_SHARED_NOBODY};
    policy_person(p, &at, text);
    return strpool_intern(&accounts->text, person_cell_read(p->m, text).number);
}

static void give_members(struct policy *p, const struct shared_row *row, struct source *accounts,
                         struct account *a) {
    if (a->member_count || !row->member_count)
        return;
    a->members = (uint32_t)accounts->lists.count;
    a->member_count = (uint16_t)row->member_count;
    for (uint32_t i = 0; i < row->member_count; i++) {
        struct span text = source_text(p->source, p->source->lists.items[row->members + i]);
        vec_push(&accounts->lists, number_of(p, row, FIELD_members, text, accounts));
    }
}

/* "90", "90日"; empty = not said. */
static int32_t days_of(struct policy *p, const struct shared_row *row) {
    enum { MOST_DAYS = 36500 };
    struct span text = source_text(p->source, row->shared_password_days);
    struct strbuf folded = {0};
    int64_t cents;
    if (!text.n)
        return -1;
    fold_text(FOLD_WORD, text, &folded);
    struct span digits = strbuf_span(&folded);
    if (digits.n > 3 && memcmp(digits.p + digits.n - 3, "日", 3) == 0)
        digits.n -= 3;
    bool is_read = amount_parse(digits, &cents) && cents % 100 == 0 && cents / 100 <= MOST_DAYS;
    strbuf_release(&folded);
    if (is_read)
        return (int32_t)(cents / 100);
    source_add_issue(p->source, &row->origin,
                     &(struct join_issue){FIELD_shared_password_days,
                                          text,
                                          MSG_REGISTER_BAD_NUMBER,
                                          MSG_DONE_CELL_EMPTY,
                                          {text, no_span}});
    return -1;
}

static void seal_shared_row(struct policy *p, const struct shared_row *row) {
    struct model_tables *t = p->m->tables;
    system_ref system = policy_find_system(p, &row->origin, FIELD_system, row->system);
    if (!is_system(system))
        return;
    account_ref account = policy_find_account(p, &row->origin, system, row->user_id);
    if (!is_account(account))
        return;
    struct source *accounts = &p->m->systems[system.n];
    struct account *a = &accounts->accounts.items[account.n];
    struct shared_id shared = {.system = system,
                               .account = account,
                               .password_days = days_of(p, row),
                               .purpose = fold_cache_text(p->cache, row->purpose),
                               .origin = row->origin};
    uint32_t index = (uint32_t)t->shared_ids.count;
    if (pair_map_put(&t->shared, system.n, account.n, index) != index) {
        struct span text = source_text(p->source, row->user_id);
        source_add_issue(
            p->source, &row->origin,
            &(struct join_issue){
                FIELD_user_id, text, MSG_SHARED_TWICE, MSG_POLICY_ROW_IGNORED, {text, no_span}});
        return;
    }
    vec_push(&t->shared_ids, shared);
    a->kind = KIND_SHARED;
    p->m->of_system[system.n].has_shared_ids = true;
    struct span owner = source_text(p->source, row->owner);
    if (str_is_none(a->owner) && owner.n)
        a->owner = number_of(p, row, FIELD_owner, owner, accounts);
    give_members(p, row, accounts, a);
    if (a->password_changed_on == DATE_NONE)
        a->password_changed_on = row->password_changed_on;
}

void seal_shared(struct policy *p) {
    for (size_t i = 0; i < p->source->shared.count; i++)
        seal_shared_row(p, &p->source->shared.items[i]);
}

const struct shared_id *model_shared(const struct model *m, system_ref system,
                                     account_ref account) {
    uint32_t index = pair_map_get(&m->tables->shared, system.n, account.n);
    return index == NO_INDEX ? NULL : &m->tables->shared_ids.items[index];
}

/* --- policy/incidents --- */

/* Stands for all shared and privileged accounts of a system. */
#define EVERY_ACCOUNT (UINT32_MAX - 1)

/* The newest counts: every bound that a rule sets is a lower one. */
static void add_incident(struct policy *p, uint32_t account, struct incident incident) {
    struct model_tables *t = p->m->tables;
    uint32_t index = (uint32_t)t->incident_list.count;
    uint32_t have = pair_map_put(&t->incidents, incident.system.n, account, index);
    if (have == index)
        vec_push(&t->incident_list, incident);
    else if (incident.day > t->incident_list.items[have].day)
        t->incident_list.items[have] = incident;
    p->m->of_system[incident.system.n].has_incidents = true;
}

static bool has_common_accounts(const struct source *s) {
    for (size_t i = 0; i < s->accounts.count; i++)
        if (s->accounts.items[i].kind == KIND_SHARED ||
            s->accounts.items[i].privileged == ANSWER_YES)
            return true;
    return s->is_missing;
}

static void seal_incident(struct policy *p, const struct incident_row *row) {
    system_ref system = policy_find_system(p, &row->origin, FIELD_system, row->system);
    if (!is_system(system) || !date_is_known(row->date))
        return;
    struct incident incident = {.system = system,
                                .day = row->date,
                                .reason = fold_cache_text(p->cache, row->reason),
                                .origin = row->origin};
    struct span system_name = source_text(p->source, row->system);
    if (row->date > p->m->plan->as_of) {
        struct span day = source_date(p->source, row->date);
        source_add_issue(
            p->source, &row->origin,
            &(struct join_issue){
                FIELD_date, day, MSG_INCIDENT_AHEAD, MSG_POLICY_ROW_IGNORED, {day, no_span}});
        return;
    }
    if (!str_is_none(row->user_id)) {
        account_ref account = policy_find_account(p, &row->origin, system, row->user_id);
        if (is_account(account))
            add_incident(p, account.n, incident);
        return;
    }
    if (!has_common_accounts(&p->m->systems[system.n]))
        source_add_issue(p->source, &row->origin,
                         &(struct join_issue){FIELD_system,
                                              system_name,
                                              MSG_INCIDENT_NO_ACCOUNT,
                                              MSG_POLICY_ROW_IGNORED,
                                              {system_name, no_span}});
    add_incident(p, EVERY_ACCOUNT, incident);
}

void seal_incidents(struct policy *p) {
    for (size_t i = 0; i < p->source->incidents.count; i++)
        seal_incident(p, &p->source->incidents.items[i]);
}

static const struct incident *incident_at(const struct model *m, system_ref system,
                                          uint32_t account) {
    uint32_t index = pair_map_get(&m->tables->incidents, system.n, account);
    return index == NO_INDEX ? NULL : &m->tables->incident_list.items[index];
}

const struct incident *model_incident(const struct model *m, system_ref system,
                                      account_ref account) {
    const struct account *a = &m->systems[system.n].accounts.items[account.n];
    const struct incident *own = incident_at(m, system, account.n), *all = NULL;
    if (a->kind == KIND_SHARED || a->privileged == ANSWER_YES)
        all = incident_at(m, system, EVERY_ACCOUNT);
    return !own || (all && all->day > own->day) ? all : own;
}
