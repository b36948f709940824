/*
 * Who has both sides of a conflict. Each system, while it is judged on its own thread, notes who
 * has a role that stands in a conflict; when all are done, the hits are sorted by person, and of
 * each person's roles those are joined that a conflict names together.
 *
 *     policy/conflicts                    roles             hits by person
 *     1  tax  input  tax  approve         0  tax approve    p1: 0 (u1), 1 (u1)   row 1
 *     2  tax  input  pay  approve         1  tax input      p2: 1 (u2), 2 (u7)   row 2
 *                                         2  pay approve
 *
 * The cost is that of sorting, and for each role of a person the smaller of two numbers: the
 * conflicts of the role, the roles of the person.
 */
#include "engine.h"

#include <stdlib.h>

/* A role of a system that stands in a conflict, and the conflicts whose side A it is. */
struct conflict_role {
    system_ref system;
    key_id key;
    uint32_t first, count; /* of conflict_roles.pairs */
};
/* A conflict under its side A: sorted by the other role, then as the table has them. */
struct conflict_pair {
    uint32_t a, b; /* roles */
    uint32_t conflict;
};

struct conflict_roles {
    VEC(struct conflict_role) items; /* sorted by system, key; each once */
    VEC(struct conflict_pair) pairs; /* sorted by a, b, conflict */
};

/* --- The table, before anything is judged --- */

static int role_order(const void *left, const void *right) {
    const struct conflict_role *a = left, *b = right;
    if (a->system.n != b->system.n)
        return a->system.n < b->system.n ? -1 : 1;
    return (a->key.n > b->key.n) - (a->key.n < b->key.n);
}

static int pair_order(const void *left, const void *right) {
    const struct conflict_pair *a = left, *b = right;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    return (a->conflict > b->conflict) - (a->conflict < b->conflict);
}

/* NO_INDEX where no conflict names the role. */
static uint32_t find_role(const struct conflict_roles *roles, system_ref system, key_id key) {
    const struct conflict_role wanted = {.system = system, .key = key};
    const struct conflict_role *found = NULL;
    if (key_is_known(key) && roles->items.count)
        found = bsearch(&wanted, roles->items.items, roles->items.count, sizeof wanted, role_order);
    return found ? (uint32_t)(found - roles->items.items) : NO_INDEX;
}

static void list_roles(struct conflict_roles *roles, const struct model *m) {
    size_t kept = 0;
    for (size_t i = 0; i < m->conflicts.count; i++) {
        const struct conflict *c = &m->conflicts.items[i];
        vec_push(&roles->items, ((struct conflict_role){.system = c->system_a, .key = c->role_a}));
        vec_push(&roles->items, ((struct conflict_role){.system = c->system_b, .key = c->role_b}));
    }
    struct conflict_role *items = roles->items.items;
    if (!items)
        return;
    qsort(items, roles->items.count, sizeof *items, role_order);
    for (size_t i = 0; i < roles->items.count; i++)
        if (i == 0 || role_order(&items[i], &items[kept - 1]) != 0)
            items[kept++] = items[i];
    roles->items.count = kept;
}

static void list_pairs(struct conflict_roles *roles, const struct model *m) {
    for (uint32_t i = 0; i < m->conflicts.count; i++) {
        const struct conflict *c = &m->conflicts.items[i];
        struct conflict_pair pair = {find_role(roles, c->system_a, c->role_a),
                                     find_role(roles, c->system_b, c->role_b), i};
        if (pair.a != NO_INDEX && pair.b != NO_INDEX)
            vec_push(&roles->pairs, pair);
    }
    if (roles->pairs.count)
        qsort(roles->pairs.items, roles->pairs.count, sizeof *roles->pairs.items, pair_order);
    for (uint32_t i = 0; i < roles->pairs.count; i++) {
        struct conflict_role *role = &roles->items.items[roles->pairs.items[i].a];
        if (!role->count++)
            role->first = i;
    }
}

struct conflict_roles *conflict_roles_new(const struct model *m) {
    struct conflict_roles *roles = memory_zeroed(1, sizeof *roles);
    list_roles(roles, m);
    list_pairs(roles, m);
    return roles;
}

void conflict_roles_free(struct conflict_roles *roles) {
    if (!roles)
        return;
    vec_release(&roles->items);
    vec_release(&roles->pairs);
    free(roles);
}

/* --- What accounts have --- */

static void note(struct judge *j, const struct account_case *c, uint32_t role, person_ref person) {
    struct role_hit hit = {.person = person, .role = role, .account = c->account};
    if (!is_somebody(person))
        return;
    enum person_state state = j->m->people.items[person.n].state;
    if (state == STATE_ACTIVE || state == STATE_LEAVE)
        vec_push(&j->findings->work->hits[c->in->system.n].items, hit);
}

/* Who may act with the account: its holder; of a shared ID its owner and members. */
static void note_users(struct judge *j, const struct account_case *c, uint32_t role) {
    uint32_t members = c->a->kind == KIND_SHARED ? c->a->member_count : 0;
    for (uint32_t i = 0; i <= members; i++)
        note(j, c, role, shared_user(j, c, i));
}

static bool has_known_user(const struct judge *j, const struct account_case *c) {
    if (c->a->kind != KIND_SHARED)
        return true;
    for (uint32_t i = 0; i <= c->a->member_count; i++)
        if (is_somebody(shared_user(j, c, i)))
            return true;
    return false;
}

/* By the role's own text, and by the other name of a group that is a DN. Of a shared ID whose owner
 * and members nobody knows nothing can be said. */
void conflict_collect(struct judge *j, const struct account_case *c,
                      const struct rules_in_force *list) {
    const struct conflict_roles *roles = j->findings->work->conflict_roles;
    bool is_in_conflict = false;
    for (uint32_t i = 0; i < c->a->role_count; i++) {
        str_id text = j->source->lists.items[c->a->roles + i];
        const str_id names[] = {text, source_role_alias(j->source, text)};
        for (size_t k = 0; k < 2; k++) {
            key_id key = fold_cache_key(c->in->cache, FOLD_WORD, names[k]);
            uint32_t role = find_role(roles, c->in->system, key);
            if (role == NO_INDEX)
                continue;
            is_in_conflict = true;
            note_users(j, c, role);
        }
    }
    if (!is_in_conflict || has_known_user(j, c))
        return;
    for (size_t i = 0; i < list->count; i++) {
        judge_take(j, &list->items[i]);
        leave_unjudged(j);
    }
}

/* --- Joining --- */

/* The accounts in which a person has one role. */
struct held_role {
    uint32_t role;
    const struct role_hit *hits;
    size_t count;
};

struct joining {
    struct findings *findings;
    const struct model *m;
    const struct conflict_roles *roles;
    VEC(struct held_role) held; /* of one person, by role */
};

static int hit_order(const void *left, const void *right) {
    const struct role_hit *a = left, *b = right;
    if (a->person.n != b->person.n)
        return a->person.n < b->person.n ? -1 : 1;
    if (a->role != b->role)
        return a->role < b->role ? -1 : 1;
    return (a->account.n > b->account.n) - (a->account.n < b->account.n);
}

/* An owner may stand among the members too, and a role be written twice: each hit once. */
static void gather(const struct findings *f, struct role_hits *all) {
    size_t kept = 0;
    for (size_t i = 0; i < f->work->system_count; i++)
        for (size_t k = 0; k < f->work->hits[i].items.count; k++)
            vec_push(&all->items, f->work->hits[i].items.items[k]);
    struct role_hit *items = all->items.items;
    if (items)
        qsort(items, all->items.count, sizeof *items, hit_order);
    for (size_t i = 0; i < all->items.count; i++)
        if (i == 0 || hit_order(&items[i], &items[kept - 1]) != 0)
            items[kept++] = items[i];
    all->items.count = kept;
}

static const struct held_role *find_held(const struct joining *join, uint32_t role) {
    size_t low = 0, high = join->held.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (join->held.items[middle].role < role)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < join->held.count && join->held.items[low].role == role;
    return is_there ? &join->held.items[low] : NULL;
}

static struct conflict_side side_of(const struct joining *join, const struct held_role *held) {
    return (struct conflict_side){join->roles->items.items[held->role].system, held->hits,
                                  held->count};
}

static void judge_pair(struct joining *join, const struct held_role *a, const struct held_role *b,
                       const struct conflict_pair *pair) {
    struct judge j;
    struct rules_in_force list;
    const struct conflict_case c = {.conflict = &join->m->conflicts.items[pair->conflict],
                                    .person = a->hits[0].person,
                                    .a = side_of(join, a),
                                    .b = side_of(join, b)};
    judge_init(&j, join->findings, join->m, model_input_at(join->m, INPUT_SYSTEM, c.a.system.n));
    list_rules(&list, &j, SCOPE_CONFLICT);
    for (size_t i = 0; i < list.count; i++) {
        judge_take(&j, &list.items[i]);
        j.rule->judge.conflict(&j, &c);
    }
}

/* The first pair of `role` whose other role is not before `other`. */
static uint32_t first_pair(const struct conflict_roles *roles, const struct conflict_role *role,
                           uint32_t other) {
    uint32_t low = role->first, high = role->first + role->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (roles->pairs.items[middle].b < other)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void join_role(struct joining *join, const struct held_role *a) {
    const struct conflict_role *role = &join->roles->items.items[a->role];
    const struct conflict_pair *pairs = join->roles->pairs.items;
    uint32_t end = role->first + role->count;
    if (role->count <= join->held.count) {
        for (uint32_t i = role->first; i < end; i++) {
            const struct held_role *b = find_held(join, pairs[i].b);
            if (b)
                judge_pair(join, a, b, &pairs[i]);
        }
        return;
    }
    for (size_t k = 0; k < join->held.count; k++) {
        const struct held_role *b = &join->held.items[k];
        for (uint32_t i = first_pair(join->roles, role, b->role); i < end && pairs[i].b == b->role;
             i++)
            judge_pair(join, a, b, &pairs[i]);
    }
}

/* The hits of one person. */
static void join_person(struct joining *join, const struct role_hit *hits, size_t count) {
    join->held.count = 0;
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from; to < count && hits[to].role == hits[from].role;)
            to++;
        vec_push(&join->held, ((struct held_role){hits[from].role, &hits[from], to - from}));
    }
    for (size_t i = 0; i < join->held.count; i++)
        if (join->roles->items.items[join->held.items[i].role].count)
            join_role(join, &join->held.items[i]);
}

void conflict_judge(struct findings *f, const struct model *m) {
    struct joining join = {.findings = f, .m = m, .roles = f->work->conflict_roles};
    struct role_hits all = {0};
    gather(f, &all);
    const struct role_hit *hits = all.items.items;
    for (size_t from = 0, to; from < all.items.count; from = to) {
        for (to = from; to < all.items.count && hits[to].person.n == hits[from].person.n;)
            to++;
        join_person(&join, &hits[from], to - from);
    }
    vec_release(&all.items);
    vec_release(&join.held);
}
