/*
 * role-conflict: one present person holds both roles of a conflict, in one system or in two, as
 * holder of accounts or as user of shared IDs.
 */
#include "families.h"

static void say_user_ids(struct judge *j, const char *key, const struct conflict_side *side) {
    const struct source *source = &j->m->systems[side->system.n];
    struct span *ids = list_room(j, side->count);
    for (size_t i = 0; i < side->count && i < TEXTS_LISTED; i++)
        ids[i] = source_text(source, source->accounts.items[side->hits[i].account.n].user_id);
    say_texts(j, key, ids, side->count);
}

/* Adds the shared IDs of a side to `out` as far as there is room; returns their number. */
static size_t add_shared(const struct judge *j, const struct conflict_side *side, size_t before,
                         struct span *out) {
    const struct source *source = &j->m->systems[side->system.n];
    size_t count = before;
    for (size_t i = 0; i < side->count; i++) {
        const struct account *a = &source->accounts.items[side->hits[i].account.n];
        if (a->kind != KIND_SHARED)
            continue;
        if (count < TEXTS_LISTED)
            out[count] = source_text(source, a->user_id);
        count++;
    }
    return count;
}

/* Shared IDs among them: that is how one person came to both. */
static void say_shared(struct judge *j, const struct conflict_case *c) {
    struct span *ids = list_room(j, c->a.count + c->b.count);
    size_t count = add_shared(j, &c->a, 0, ids);
    say_texts(j, "shared_ids", ids, add_shared(j, &c->b, count, ids));
}

void judge_role_conflict(struct judge *j, const struct conflict_case *c) {
    const struct conflict *conflict = c->conflict;
    struct span system_b = span_of(j->m->systems[c->b.system.n].plan->name);
    /* Folded: a conflict that stands twice in the policy, spelled otherwise, is one. */
    struct span parts[] = {model_key_text(j->m, conflict->role_a), system_b,
                           model_key_text(j->m, conflict->role_b)};
    say_text(j, "role_a", model_text(j->m, conflict->role_a_text));
    say_user_ids(j, "user_ids_a", &c->a);
    say_text(j, "system_b", system_b);
    say_text(j, "role_b", model_text(j->m, conflict->role_b_text));
    say_user_ids(j, "user_ids_b", &c->b);
    say_shared(j, c);
    say_text(j, "reason", model_text(j->m, conflict->reason));
    say_text(j, "policy_line",
             place_of(j, j->m->table_of[RECORD_CONFLICT], SPAN(""), conflict->origin.line));
    say_roster_line(j, &j->m->people.items[c->person.n]);
    raise_conflict(j, c, parts, sizeof parts / sizeof *parts);
}
