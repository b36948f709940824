/*
 * The policy tables as keys and indices. A row that names a system or a person that nobody has is
 * an input issue, not a run that fails: it is named, and does what little it still can.
 */
#include "seal.h"

/* A table while it is being sealed. */
struct policy {
    struct model *m;
    struct source *source;
    struct keyring *ring;
};

static const struct span no_span = {NULL, 0};

static uint32_t find_system(struct policy *p, const struct origin *origin, enum field field,
                            str_id name) {
    struct span text = source_text(p->source, name);
    uint32_t system = model_system(p->m, text);
    if (system == NOBODY)
        source_add_issue(p->source, origin, field, text, MSG_POLICY_NO_SYSTEM,
                         MSG_POLICY_ROW_IGNORED, text, no_span);
    return system;
}

static uint32_t find_person(struct policy *p, const struct origin *origin, str_id person_id,
                            enum message_id done) {
    uint32_t person;
    struct person_span candidates;
    bool by_bare;
    enum found found = keyring_find_person(p->ring, person_id, &person, &candidates, &by_bare);
    if (found == FOUND_ONE)
        return person;
    struct span text = source_text(p->source, person_id);
    source_add_issue(p->source, origin, FIELD_person_id, text,
                     found == FOUND_NONE ? MSG_POLICY_NO_PERSON : MSG_POLICY_SEVERAL_PEOPLE, done,
                     text, no_span);
    return NOBODY;
}

/* --- roles --- */

/* Grants of one system and role are a list in the table's order. */
static void add_grant(struct policy *p, uint32_t system, const struct role_row *row) {
    struct model_tables *t = p->m->tables;
    struct role_grant grant = {.role = keyring_key(p->ring, FOLD_WORD, row->role),
                               .department = keyring_key(p->ring, FOLD_WORD, row->department),
                               .job_type = keyring_key(p->ring, FOLD_WORD, row->job_type),
                               .position = keyring_key(p->ring, FOLD_WORD, row->position),
                               .employment = keyring_key(p->ring, FOLD_WORD, row->employment),
                               .next = NOBODY,
                               .origin = row->origin};
    uint32_t index = (uint32_t)t->role_grants.count;
    uint32_t last = pair_map_put(&t->grants, system, grant.role, index);
    while (last != index && t->role_grants.items[last].next != NOBODY)
        last = t->role_grants.items[last].next;
    vec_push(&t->role_grants, grant);
    if (last != index)
        t->role_grants.items[last].next = index;
    p->m->of_system[system].policy_speaks = true;
}

static void seal_roles(struct policy *p) {
    for (size_t i = 0; i < p->source->roles.count; i++) {
        const struct role_row *row = &p->source->roles.items[i];
        uint32_t system = find_system(p, &row->origin, FIELD_system, row->system);
        if (system != NOBODY)
            add_grant(p, system, row);
    }
}

/* --- conflicts --- */

static void seal_conflicts(struct policy *p) {
    for (size_t i = 0; i < p->source->conflicts.count; i++) {
        const struct conflict_row *row = &p->source->conflicts.items[i];
        uint32_t a = find_system(p, &row->origin, FIELD_system_a, row->system_a);
        uint32_t b = find_system(p, &row->origin, FIELD_system_b, row->system_b);
        if (a == NOBODY || b == NOBODY)
            continue;
        struct conflict conflict = {.system_a = a,
                                    .system_b = b,
                                    .role_a = keyring_key(p->ring, FOLD_WORD, row->role_a),
                                    .role_b = keyring_key(p->ring, FOLD_WORD, row->role_b),
                                    .role_a_text = keyring_text(p->ring, row->role_a),
                                    .role_b_text = keyring_text(p->ring, row->role_b),
                                    .reason = keyring_text(p->ring, row->reason),
                                    .origin = row->origin};
        vec_push(&p->m->conflicts, conflict);
    }
}

/* --- approvals --- */

/* Of several approvals for one account the one that lasts comes first, then the newer. */
static bool is_better(const struct approval *a, const struct approval *b, date as_of) {
    bool a_lasts = !date_is_known(a->expires_on) || a->expires_on >= as_of;
    bool b_lasts = !date_is_known(b->expires_on) || b->expires_on >= as_of;
    return a_lasts != b_lasts ? a_lasts : a->approved_on > b->approved_on;
}

/* Into the account's chain, which the map leads to: the best first. */
static void add_approval(struct policy *p, struct approval approval) {
    struct model_tables *t = p->m->tables;
    date as_of = p->m->plan->as_of;
    uint32_t index = (uint32_t)t->approvals.count;
    uint32_t at = pair_map_put(&t->approval, approval.system, approval.user_key, index);
    approval.next = NOBODY;
    vec_push(&t->approvals, approval);
    if (at == index)
        return;
    struct approval *all = t->approvals.items;
    /* The head's place is fixed: a better one changes places with it. */
    if (is_better(&approval, &all[at], as_of)) {
        all[index] = all[at];
        all[at] = approval;
        all[at].next = all[index].next;
    }
    while (all[at].next != NOBODY && !is_better(&all[index], &all[all[at].next], as_of))
        at = all[at].next;
    all[index].next = all[at].next;
    all[at].next = index;
}

static void seal_approvals(struct policy *p) {
    for (size_t i = 0; i < p->source->approvals.count; i++) {
        const struct approval_row *row = &p->source->approvals.items[i];
        uint32_t system = find_system(p, &row->origin, FIELD_system, row->system);
        if (system == NOBODY)
            continue;
        struct approval approval = {.system = system,
                                    .user_key = keyring_key(p->ring, FOLD_ID, row->user_id),
                                    .person = NOBODY,
                                    .has_person =
                                        keyring_key(p->ring, FOLD_ID, row->person_id) != 0,
                                    .person_id = keyring_text(p->ring, row->person_id),
                                    .approved_by = keyring_text(p->ring, row->approved_by),
                                    .approved_on = row->approved_on,
                                    .expires_on = row->expires_on,
                                    .origin = row->origin};
        if (approval.has_person)
            approval.person = find_person(p, &row->origin, row->person_id, MSG_APPROVAL_NOBODY);
        add_approval(p, approval);
    }
}

/* --- links --- */

static bool find_linked(struct policy *p, const struct link_row *row, struct account_link *link) {
    struct source *accounts = &p->m->systems[link->system];
    struct span user_id = source_text(p->source, row->user_id);
    link->account = source_find_account(accounts, user_id);
    if (link->account == NOBODY) {
        if (!accounts->is_missing) /* that a list is missing is said elsewhere */
            source_add_issue(p->source, &row->origin, FIELD_user_id, user_id, MSG_LINK_NO_ACCOUNT,
                             MSG_POLICY_ROW_IGNORED, source_text(p->source, row->system), user_id);
        return false;
    }
    key_id person_id = keyring_key(p->ring, FOLD_ID, row->person_id);
    link->person = NOBODY;
    link->is_never = person_id != 0 && person_id == strpool_find(&p->m->keys, SPAN("-"));
    if (link->is_never)
        return true;
    if (person_id == 0) {
        source_add_issue(p->source, &row->origin, FIELD_person_id, no_span, MSG_LINK_EMPTY,
                         MSG_POLICY_ROW_IGNORED, no_span, no_span);
        return false;
    }
    link->person = find_person(p, &row->origin, row->person_id, MSG_POLICY_ROW_IGNORED);
    return link->person != NOBODY;
}

/* The first row for an account stands. */
static void add_link(struct policy *p, const struct link_row *row,
                     const struct account_link *link) {
    struct model_tables *t = p->m->tables;
    uint32_t index = (uint32_t)t->links.count;
    uint32_t have = pair_map_put(&t->link, link->system, link->account, index);
    if (have == index) {
        vec_push(&t->links, *link);
        return;
    }
    struct strbuf text = {0};
    strbuf_addf(&text, "%u", (unsigned)t->links.items[have].origin.line);
    struct span user_id = source_text(p->source, row->user_id);
    source_add_issue(p->source, &row->origin, FIELD_user_id, user_id, MSG_LINK_TWICE,
                     MSG_POLICY_ROW_IGNORED, user_id,
                     arena_copy(&p->source->arena, strbuf_span(&text)));
    strbuf_release(&text);
}

static void seal_links(struct policy *p) {
    for (size_t i = 0; i < p->source->links.count; i++) {
        const struct link_row *row = &p->source->links.items[i];
        struct account_link link = {.system =
                                        find_system(p, &row->origin, FIELD_system, row->system),
                                    .note = keyring_text(p->ring, row->note),
                                    .origin = row->origin};
        if (link.system != NOBODY && find_linked(p, row, &link))
            add_link(p, row, &link);
    }
}

/* --- waivers --- */

static void seal_waivers(struct policy *p) {
    date as_of = p->m->plan->as_of;
    for (size_t i = 0; i < p->source->waivers.count; i++) {
        const struct waiver_row *row = &p->source->waivers.items[i];
        struct waiver waiver = {.rule = keyring_text(p->ring, row->rule),
                                .target = keyring_text(p->ring, row->target),
                                .subject = keyring_text(p->ring, row->subject),
                                .reason = keyring_text(p->ring, row->reason),
                                .approved_by = keyring_text(p->ring, row->approved_by),
                                .target_key = keyring_key(p->ring, FOLD_ID, row->target),
                                .subject_key = keyring_key(p->ring, FOLD_ID, row->subject),
                                .valid_until = row->valid_until,
                                .is_expired =
                                    date_is_known(row->valid_until) && row->valid_until < as_of,
                                .origin = row->origin};
        vec_push(&p->m->waivers, waiver);
        if (waiver.is_expired) {
            struct span day = source_date(p->source, row->valid_until);
            source_add_issue(p->source, &row->origin, FIELD_valid_until, day, MSG_WAIVER_EXPIRED,
                             MSG_WAIVER_IGNORED, day, no_span);
        }
    }
}

/* --- All tables --- */

static void seal_table(struct model *m, struct source *source, void (*seal)(struct policy *p)) {
    if (!source)
        return;
    struct policy p = {.m = m, .source = source, .ring = keyring_new_sealing(m, source)};
    seal(&p);
    keyring_free(p.ring);
}

void seal_policy(struct model *m) {
    seal_table(m, m->roles_source, seal_roles);
    seal_table(m, m->conflicts_source, seal_conflicts);
    seal_table(m, m->approvals_source, seal_approvals);
    seal_table(m, m->links_source, seal_links);
    seal_table(m, m->waivers_source, seal_waivers);
}

/* --- After the seal --- */

const struct role_grant *model_grants(const struct model *m, uint32_t system, key_id role) {
    if (role == 0 || role == KEY_UNKNOWN)
        return NULL;
    uint32_t first = pair_map_get(&m->tables->grants, system, role);
    return first == NOBODY ? NULL : &m->tables->role_grants.items[first];
}

const struct role_grant *model_next_grant(const struct model *m, const struct role_grant *grant) {
    return grant->next == NOBODY ? NULL : &m->tables->role_grants.items[grant->next];
}

const struct approval *model_approval(const struct model *m, uint32_t system, struct span user_id) {
    key_id key = model_key(m, FOLD_ID, user_id);
    if (key == 0 || key == KEY_UNKNOWN)
        return NULL;
    uint32_t index = pair_map_get(&m->tables->approval, system, key);
    return index == NOBODY ? NULL : &m->tables->approvals.items[index];
}

const struct approval *model_next_approval(const struct model *m, const struct approval *approval) {
    return approval->next == NOBODY ? NULL : &m->tables->approvals.items[approval->next];
}

const struct account_link *model_link(const struct model *m, uint32_t system, uint32_t account) {
    uint32_t index = pair_map_get(&m->tables->link, system, account);
    return index == NOBODY ? NULL : &m->tables->links.items[index];
}
