/*
 * The policy tables as keys and indices. A row that names a system or a person that nobody has is
 * an input issue, not a run that fails: it is named, and does what little it still can.
 */
#include "seal.h"

#include <stdlib.h>

static const struct span no_span = {NULL, 0};

/* --- conflicts --- */

/* Each system's are a chain, in the table's order. */
static void chain_conflicts(struct model *m) {
    for (uint32_t i = (uint32_t)m->conflicts.count; i-- > 0;) {
        struct conflict *c = &m->conflicts.items[i];
        struct system_keys *a = &m->of_system[c->system_a.n];
        c->next = a->first_conflict;
        a->first_conflict = i;
        a->is_in_conflicts = true;
        m->of_system[c->system_b.n].is_in_conflicts = true;
    }
}

static void seal_conflicts(struct policy *p) {
    for (size_t i = 0; i < p->source->conflicts.count; i++) {
        const struct conflict_row *row = &p->source->conflicts.items[i];
        system_ref a = policy_find_system(p, &row->origin, FIELD_system_a, row->system_a);
        system_ref b = policy_find_system(p, &row->origin, FIELD_system_b, row->system_b);
        if (!is_system(a) || !is_system(b))
            continue;
        struct conflict conflict = {.system_a = a,
                                    .system_b = b,
                                    .role_a = fold_cache_key(p->cache, FOLD_WORD, row->role_a),
                                    .role_b = fold_cache_key(p->cache, FOLD_WORD, row->role_b),
                                    .role_a_text = fold_cache_text(p->cache, row->role_a),
                                    .role_b_text = fold_cache_text(p->cache, row->role_b),
                                    .reason = fold_cache_text(p->cache, row->reason),
                                    .next = NO_INDEX,
                                    .origin = row->origin};
        vec_push(&p->m->conflicts, conflict);
    }
    chain_conflicts(p->m);
}

/* --- approvals --- */

/* By account; of several for one account the one that lasts comes first, then the newer, then the
 * earlier row. */
struct ranked_approval {
    struct approval approval;
    bool lasts;
    uint32_t row;
};

static int approval_order(const void *left, const void *right) {
    const struct ranked_approval *a = left, *b = right;
    const struct approval *x = &a->approval, *y = &b->approval;
    if (x->system.n != y->system.n)
        return x->system.n < y->system.n ? -1 : 1;
    if (x->user_key.n != y->user_key.n)
        return x->user_key.n < y->user_key.n ? -1 : 1;
    if (a->lasts != b->lasts)
        return a->lasts ? -1 : 1;
    if (x->approved_on != y->approved_on)
        return x->approved_on > y->approved_on ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* Each account's approvals are a chain, which the map leads to. */
static void chain_approvals(struct model *m, struct ranked_approval *ranked, size_t count) {
    struct model_tables *t = m->tables;
    if (count)
        qsort(ranked, count, sizeof *ranked, approval_order);
    for (uint32_t i = 0; i < count; i++) {
        struct approval approval = ranked[i].approval;
        bool has_next = i + 1 < count && ranked[i + 1].approval.system.n == approval.system.n &&
                        ranked[i + 1].approval.user_key.n == approval.user_key.n;
        approval.next = has_next ? i + 1 : NO_INDEX;
        pair_map_put(&t->approval, approval.system.n, approval.user_key.n, i);
        vec_push(&t->approvals, approval);
    }
}

static void seal_approvals(struct policy *p) {
    date as_of = p->m->plan->as_of;
    VEC(struct ranked_approval) ranked = {0};
    for (size_t i = 0; i < p->source->approvals.count; i++) {
        const struct approval_row *row = &p->source->approvals.items[i];
        system_ref system = policy_find_system(p, &row->origin, FIELD_system, row->system);
        if (!is_system(system))
            continue;
        struct approval approval = {
            .system = system,
            .user_key = fold_cache_key(p->cache, FOLD_ID, row->user_id),
            .person = NOBODY,
            .has_person = !key_is_none(fold_cache_key(p->cache, FOLD_ID, row->person_id)),
            .person_id = fold_cache_text(p->cache, row->person_id),
            .approved_by = fold_cache_text(p->cache, row->approved_by),
            .function = fold_cache_text(p->cache, row->function),
            .approved_on = row->approved_on,
            .starts_on = row->starts_on,
            .expires_on = row->expires_on,
            .origin = row->origin};
        if (approval.has_person)
            approval.person = policy_person(
                p, &(struct cell_place){&row->origin, FIELD_person_id, MSG_APPROVAL_NOBODY},
                source_text(p->source, row->person_id));
        bool lasts = !date_is_known(row->expires_on) || row->expires_on >= as_of;
        if (lasts) /* one that has ended may outlive its account */
            policy_find_account(p, &row->origin, system, row->user_id);
        vec_push(&ranked, ((struct ranked_approval){approval, lasts, (uint32_t)i}));
    }
    chain_approvals(p->m, ranked.items, ranked.count);
    vec_release(&ranked);
}

/* --- links --- */

static bool find_linked(struct policy *p, const struct link_row *row, struct account_link *link) {
    link->account = policy_find_account(p, &row->origin, link->system, row->user_id);
    if (!is_account(link->account))
        return false;
    key_id person_id = fold_cache_key(p->cache, FOLD_ID, row->person_id);
    link->person = NOBODY;
    link->is_never =
        key_is_known(person_id) && span_equal(model_key_text(p->m, person_id), SPAN("-"));
    if (link->is_never)
        return true;
    if (key_is_none(person_id)) {
        source_add_issue(p->source, &row->origin,
                         &(struct join_issue){FIELD_person_id,
                                              no_span,
                                              MSG_LINK_EMPTY,
                                              MSG_POLICY_ROW_IGNORED,
                                              {no_span, no_span}});
        return false;
    }
    link->person = policy_person(
        p, &(struct cell_place){&row->origin, FIELD_person_id, MSG_POLICY_ROW_IGNORED},
        source_text(p->source, row->person_id));
    return is_somebody(link->person);
}

/* The first row for an account stands. */
static void add_link(struct policy *p, const struct link_row *row,
                     const struct account_link *link) {
    struct model_tables *t = p->m->tables;
    uint32_t index = (uint32_t)t->links.count;
    uint32_t have = pair_map_put(&t->link, link->system.n, link->account.n, index);
    if (have == index) {
        vec_push(&t->links, *link);
        return;
    }
    struct strbuf text = {0};
    strbuf_addf(&text, "%u", (unsigned)t->links.items[have].origin.line);
    struct span user_id = source_text(p->source, row->user_id);
    source_add_issue(
        p->source, &row->origin,
        &(struct join_issue){FIELD_user_id,
                             user_id,
                             MSG_LINK_TWICE,
                             MSG_POLICY_ROW_IGNORED,
                             {user_id, arena_copy(&p->source->arena, strbuf_span(&text))}});
    strbuf_release(&text);
}

static void seal_links(struct policy *p) {
    for (size_t i = 0; i < p->source->links.count; i++) {
        const struct link_row *row = &p->source->links.items[i];
        struct account_link link = {
            .system = policy_find_system(p, &row->origin, FIELD_system, row->system),
            .note = fold_cache_text(p->cache, row->note),
            .origin = row->origin};
        if (is_system(link.system) && find_linked(p, row, &link))
            add_link(p, row, &link);
    }
}

/* --- waivers --- */

static void seal_waivers(struct policy *p) {
    date as_of = p->m->plan->as_of;
    for (size_t i = 0; i < p->source->waivers.count; i++) {
        const struct waiver_row *row = &p->source->waivers.items[i];
        struct waiver waiver = {.rule = fold_cache_text(p->cache, row->rule),
                                .target = fold_cache_text(p->cache, row->target),
                                .subject = fold_cache_text(p->cache, row->subject),
                                .reason = fold_cache_text(p->cache, row->reason),
                                .alternative = fold_cache_text(p->cache, row->alternative),
                                .approved_by = fold_cache_text(p->cache, row->approved_by),
                                .target_key = fold_cache_key(p->cache, FOLD_ID, row->target),
                                .subject_key = fold_cache_key(p->cache, FOLD_ID, row->subject),
                                .valid_until = row->valid_until,
                                .is_expired =
                                    date_is_known(row->valid_until) && row->valid_until < as_of,
                                .origin = row->origin};
        vec_push(&p->m->waivers, waiver);
        if (waiver.is_expired) {
            struct span day = source_date(p->source, row->valid_until);
            source_add_issue(p->source, &row->origin,
                             &(struct join_issue){FIELD_valid_until,
                                                  day,
                                                  MSG_WAIVER_EXPIRED,
                                                  MSG_WAIVER_IGNORED,
                                                  {day, no_span}});
        }
    }
}

/* --- All tables --- */

static void seal_table(struct model *m, struct source *source, void (*seal)(struct policy *p)) {
    if (!source)
        return;
    struct policy p = {.m = m, .source = source, .cache = fold_cache_new_sealing(m, source)};
    seal(&p);
    fold_cache_free(p.cache);
}

/* --- Conflicts of roles that nobody has --- */

/* Which roles that conflicts name stand in the system's list: (system, role key) → 1. */
static void note_roles(const struct model *m, uint32_t system, struct pair_map *seen) {
    const struct source *s = &m->systems[system];
    struct fold_cache *cache = fold_cache_new(m, s);
    for (size_t i = 0; i < s->accounts.count; i++)
        for (uint32_t r = 0; r < s->accounts.items[i].role_count; r++) {
            str_id role = s->lists.items[s->accounts.items[i].roles + r];
            key_id keys[] = {fold_cache_key(cache, FOLD_WORD, role),
                             fold_cache_key(cache, FOLD_WORD, source_role_alias(s, role))};
            for (size_t k = 0; k < 2; k++)
                if (key_is_known(keys[k]))
                    pair_map_put(seen, system, keys[k].n, 1);
        }
    fold_cache_free(cache);
}

static void check_side(struct model *m, const struct conflict *c, bool is_b,
                       const struct pair_map *seen) {
    system_ref system = is_b ? c->system_b : c->system_a;
    key_id role = is_b ? c->role_b : c->role_a;
    const struct source *s = &m->systems[system.n];
    if (s->is_missing || !knows_field(s->known, FIELD_role) ||
        pair_map_get(seen, system.n, role.n) != NO_INDEX)
        return;
    struct span text = model_text(m, is_b ? c->role_b_text : c->role_a_text);
    source_add_issue(m->table_of[RECORD_CONFLICT], &c->origin,
                     &(struct join_issue){is_b ? FIELD_role_b : FIELD_role_a,
                                          text,
                                          MSG_CONFLICT_NO_ROLE,
                                          MSG_CONFLICT_NEVER,
                                          {text, span_of(m->plan->systems.items[system.n].name)}});
}

/* A typing error in a role would switch the conflict off in silence. */
static void check_conflicts(struct model *m) {
    struct pair_map seen = {0};
    bool *is_noted = memory_zeroed(m->plan->systems.count + 1, sizeof *is_noted);
    for (size_t i = 0; i < m->conflicts.count; i++) {
        const struct conflict *c = &m->conflicts.items[i];
        const system_ref systems[] = {c->system_a, c->system_b};
        for (size_t k = 0; k < 2; k++) {
            if (!is_noted[systems[k].n])
                note_roles(m, systems[k].n, &seen);
            is_noted[systems[k].n] = true;
        }
        check_side(m, c, false, &seen);
        check_side(m, c, true, &seen);
    }
    free(is_noted);
    pair_map_release(&seen);
}

void seal_policy(struct model *m) {
    seal_table(m, m->table_of[RECORD_ROLE], seal_roles);
    seal_table(m, m->table_of[RECORD_CONFLICT], seal_conflicts);
    seal_table(m, m->table_of[RECORD_APPROVAL], seal_approvals);
    seal_table(m, m->table_of[RECORD_LINK], seal_links);
    seal_table(m, m->table_of[RECORD_WAIVER], seal_waivers);
    seal_table(m, m->table_of[RECORD_SHARED], seal_shared);
    seal_table(m, m->table_of[RECORD_INCIDENT], seal_incidents);
    seal_table(m, m->table_of[RECORD_REQUEST], seal_requests);
    check_conflicts(m);
}

/* --- After the seal --- */

const struct approval *model_approval(const struct model *m, system_ref system,
                                      struct span user_id) {
    key_id key = model_key(m, FOLD_ID, user_id);
    if (!key_is_known(key))
        return NULL;
    uint32_t index = pair_map_get(&m->tables->approval, system.n, key.n);
    return index == NO_INDEX ? NULL : &m->tables->approvals.items[index];
}

const struct approval *model_next_approval(const struct model *m, const struct approval *approval) {
    return approval->next == NO_INDEX ? NULL : &m->tables->approvals.items[approval->next];
}

const struct account_link *model_link(const struct model *m, system_ref system,
                                      account_ref account) {
    uint32_t index = pair_map_get(&m->tables->link, system.n, account.n);
    return index == NO_INDEX ? NULL : &m->tables->links.items[index];
}
