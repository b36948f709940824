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

/* Notes the account at hand: enabled, held by a person who is active or on leave. */
void conflict_collect(struct judge *j) {
    if (!j->a->role_count || (j->p->state != STATE_ACTIVE && j->p->state != STATE_LEAVE))
        return;
    for (uint32_t i = 0; i < j->m->conflicts.count; i++) {
        const struct conflict *c = &j->m->conflicts.items[i];
        struct conflict_hit hit = {.conflict = i, .person = j->h->person, .account = j->account};
        if (c->system_a.n == j->system.n && has_role(j, c->role_a))
            vec_push(&j->findings->work->hits[0][j->system.n].items, hit);
        if (c->system_b.n == j->system.n && has_role(j, c->role_b))
            vec_push(&j->findings->work->hits[1][j->system.n].items, hit);
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

static void sort_hits(struct conflict_hits *hits) {
    if (hits->items.count)
        qsort(hits->items.items, hits->items.count, sizeof *hits->items.items, hit_order);
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
    judge_init(&j, f, m, input_of_system(m, system));
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
        if (is_covered(f, input_of_system(m, (system_ref){i}), rule))
            judge_side_a(f, m, (system_ref){i}, rule);
}
