/*
 * role-conflict: one present person holds both roles of a conflict, in one system or in two. Each
 * system, while it is judged on its own thread, notes who holds a role that stands in a conflict;
 * when all systems are done the two sides of every conflict are joined by person.
 */
#include "judge.h"

#include <stdlib.h>

bool conflicts_speak_of(const struct model *m, system_ref system) {
    for (size_t i = 0; i < m->conflicts.count; i++)
        if (m->conflicts.items[i].system_a.n == system.n ||
            m->conflicts.items[i].system_b.n == system.n)
            return true;
    return false;
}

/* By the role's own text, or by the other name of a group that is a DN. */
static bool is_role(struct judge *j, str_id text, key_id role) {
    str_id alias = source_role_alias(j->source, text);
    return key_equal(fold_cache_key(j->cache, FOLD_WORD, text), role) ||
           (!str_is_none(alias) && key_equal(fold_cache_key(j->cache, FOLD_WORD, alias), role));
}

static bool has_role(struct judge *j, key_id role) {
    for (uint32_t i = 0; i < j->a->role_count; i++)
        if (is_role(j, j->source->lists.items[j->a->roles + i], role))
            return true;
    return false;
}

static bool is_present(const struct judge *j, person_ref person) {
    if (!is_somebody(person))
        return false;
    enum person_state state = j->m->people.items[person.n].state;
    return state == STATE_ACTIVE || state == STATE_LEAVE;
}

static void note(struct judge *j, int side, uint32_t conflict, person_ref person) {
    struct conflict_hit hit = {.conflict = conflict, .person = person, .account = j->account};
    if (is_present(j, person))
        vec_push(&j->findings->work->hits[side][j->system.n].items, hit);
}

/* Who may act with the account: its holder; of a shared ID its owner and members. */
static void note_users(struct judge *j, int side, uint32_t conflict) {
    if (j->a->kind != KIND_SHARED) {
        note(j, side, conflict, j->h->person);
        return;
    }
    for (uint32_t i = 0; i <= j->a->member_count; i++)
        note(j, side, conflict, shared_user(j, i));
}

static bool has_known_user(struct judge *j) {
    if (j->a->kind != KIND_SHARED)
        return true;
    for (uint32_t i = 0; i <= j->a->member_count; i++)
        if (is_somebody(shared_user(j, i)))
            return true;
    return false;
}

/* Notes the account at hand: enabled, and held by somebody, or shared. Of a shared ID whose owner
 * and members nobody knows nothing can be said. */
void conflict_collect(struct judge *j) {
    bool is_in_conflict = false;
    if (!j->a->role_count)
        return;
    for (uint32_t i = 0; i < j->m->conflicts.count; i++) {
        const struct conflict *c = &j->m->conflicts.items[i];
        bool is_a = c->system_a.n == j->system.n && has_role(j, c->role_a);
        bool is_b = c->system_b.n == j->system.n && has_role(j, c->role_b);
        if (is_a)
            note_users(j, 0, i);
        if (is_b)
            note_users(j, 1, i);
        is_in_conflict |= is_a || is_b;
    }
    if (is_in_conflict && !has_known_user(j)) {
        j->rule = rule_find("role-conflict");
        leave_unjudged(j);
    }
}

static int hit_order(const void *left, const void *right) {
    const struct conflict_hit *a = left, *b = right;
    if (a->conflict != b->conflict)
        return a->conflict < b->conflict ? -1 : 1;
    if (a->person.n != b->person.n)
        return a->person.n < b->person.n ? -1 : 1;
    return (a->account.n > b->account.n) - (a->account.n < b->account.n);
}

/* An owner may stand among the members too: each hit once. */
static void sort_hits(struct conflict_hits *hits) {
    size_t kept = 0;
    if (hits->items.count)
        qsort(hits->items.items, hits->items.count, sizeof *hits->items.items, hit_order);
    for (size_t i = 0; i < hits->items.count; i++)
        if (i == 0 || hit_order(&hits->items.items[i], &hits->items.items[kept - 1]) != 0)
            hits->items.items[kept++] = hits->items.items[i];
    hits->items.count = kept;
}

/* The hits of one conflict and one person. */
static size_t run_end(const struct conflict_hits *hits, size_t from, uint32_t conflict,
                      person_ref person) {
    size_t at = from;
    while (at < hits->items.count && hits->items.items[at].conflict == conflict &&
           hits->items.items[at].person.n == person.n)
        at++;
    return at;
}

static size_t first_of(const struct conflict_hits *hits, uint32_t conflict, person_ref person) {
    size_t low = 0, high = hits->items.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct conflict_hit *h = &hits->items.items[middle];
        bool is_before =
            h->conflict < conflict || (h->conflict == conflict && h->person.n < person.n);
        low = is_before ? middle + 1 : low;
        high = is_before ? high : middle;
    }
    return low;
}

static void say_user_ids(struct judge *j, const char *key, system_ref system,
                         const struct conflict_hits *hits, size_t from, size_t to) {
    const struct source *source = &j->m->systems[system.n];
    struct span *ids = arena_array(j->arena, to - from, sizeof *ids);
    for (size_t i = from; i < to; i++)
        ids[i - from] =
            source_text(source, source->accounts.items[hits->items.items[i].account.n].user_id);
    say_texts(j, key, ids, to - from);
}

/* Shared IDs among them: that is how one person came to both. */
static size_t add_shared(struct judge *j, system_ref system, const struct conflict_hits *hits,
                         size_t from, size_t to, struct span *out) {
    const struct source *source = &j->m->systems[system.n];
    size_t count = 0;
    for (size_t i = from; i < to; i++) {
        const struct account *a = &source->accounts.items[hits->items.items[i].account.n];
        if (a->kind == KIND_SHARED)
            out[count++] = source_text(source, a->user_id);
    }
    return count;
}

static void say_shared(struct judge *j, const struct conflict *c,
                       const struct conflict_hits *hits[2], const size_t range[4]) {
    size_t room = range[1] - range[0] + range[3] - range[2];
    struct span *ids = arena_array(j->arena, room, sizeof *ids);
    size_t count = add_shared(j, c->system_a, hits[0], range[0], range[1], ids);
    count += add_shared(j, c->system_b, hits[1], range[2], range[3], ids + count);
    say_texts(j, "shared_ids", ids, count);
}

static void raise_pair(struct judge *j, const struct conflict_hits *a, size_t from, size_t to,
                       const struct conflict_hits *b) {
    const struct conflict_hit *hit = &a->items.items[from];
    size_t b_from = first_of(b, hit->conflict, hit->person);
    size_t b_to = run_end(b, b_from, hit->conflict, hit->person);
    if (b_from == b_to)
        return;
    const struct conflict *c = &j->m->conflicts.items[hit->conflict];
    const struct person *p = &j->m->people.items[hit->person.n];
    struct span system_b = span_of(j->m->plan->systems.items[c->system_b.n].name);
    /* Folded: a conflict that stands twice in the policy, spelled otherwise, is one. */
    struct span parts[] = {model_key_text(j->m, c->role_a), system_b,
                           model_key_text(j->m, c->role_b)};
    say_text(j, "role_a", model_text(j->m, c->role_a_text));
    say_user_ids(j, "user_ids_a", c->system_a, a, from, to);
    say_text(j, "system_b", system_b);
    say_text(j, "role_b", model_text(j->m, c->role_b_text));
    say_user_ids(j, "user_ids_b", c->system_b, b, b_from, b_to);
    say_shared(j, c, (const struct conflict_hits *[]){a, b}, (size_t[]){from, to, b_from, b_to});
    say_text(j, "reason", model_text(j->m, c->reason));
    say_text(j, "policy_line",
             place_of(j, j->m->table_of[RECORD_CONFLICT], SPAN(""), c->origin.line));
    say_roster_line(j, p);
    raise_conflict(j, hit, c->system_b, parts, sizeof parts / sizeof *parts);
}

/* The conflicts whose system_a is this one. */
static void judge_side_a(struct findings *f, const struct model *m, system_ref system,
                         const struct rule *rule) {
    const struct conflict_hits *a = &f->work->hits[0][system.n];
    struct judge j;
    judge_init(&j, f, m, model_input_at(m, INPUT_SYSTEM, system.n));
    j.system = system;
    j.rule = rule;
    for (size_t from = 0; from < a->items.count;) {
        const struct conflict_hit *hit = &a->items.items[from];
        size_t to = run_end(a, from, hit->conflict, hit->person);
        raise_pair(&j, a, from, to,
                   &f->work->hits[1][m->conflicts.items[hit->conflict].system_b.n]);
        from = to;
    }
}

void conflict_judge(struct findings *f, const struct model *m) {
    const struct rule *rule = rule_find("role-conflict");
    size_t systems = m->plan->systems.count;
    for (size_t i = 0; i < systems; i++) {
        sort_hits(&f->work->hits[0][i]);
        sort_hits(&f->work->hits[1][i]);
    }
    for (uint32_t i = 0; i < systems; i++)
        if (is_covered(f, model_input_at(m, INPUT_SYSTEM, i), rule))
            judge_side_a(f, m, (system_ref){i}, rule);
}
