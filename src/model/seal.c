/*
 * The seal, in its order: people first (their keys are what everything else is compared with; they
 * need the rosters alone, and the other sources may still be read), then departments, then
 * configuration and policy, which speak of both. And the end of it all.
 */
#include "seal.h"

#include "tenko/parallel.h"

#include <stdlib.h>

static void named_release(struct named_departments *named) {
    pair_map_release(&named->seen);
    vec_release(&named->list);
}

void model_seal_people(struct model *m) {
    m->tables = memory_zeroed(1, sizeof *m->tables);
    m->tables->sounds = sound_index_new();
    seal_people(m, &m->tables->named);
}

/* Apart from each other: the roles that policy names, and each list of accounts as a whole. */
static void judge_apart(void *context, size_t task) {
    struct model *m = context;
    if (task == 0)
        seal_roles_without_effect(m);
    else
        seal_odd_list(m, (system_ref){(uint32_t)(task - 1)});
}

void model_seal(struct model *m, unsigned threads) {
    seal_same_lists(m);
    seal_departments(m, &m->tables->named);
    named_release(&m->tables->named);
    seal_conditions(m);
    seal_devices(m);
    seal_answerable(m);
    seal_policy(m);
    seal_words_without_effect(m);
    parallel_run(1 + m->plan->systems.count, threads, judge_apart, m);
}

static void condition_release(struct condition_keys *keys) {
    vec_release(&keys->employment);
    vec_release(&keys->department);
    vec_release(&keys->job_type);
    vec_release(&keys->position);
}

static void tables_release(struct model_tables *t) {
    pair_map_release(&t->systems);
    pair_map_release(&t->devices);
    pair_map_release(&t->grants);
    pair_map_release(&t->grant_tree);
    pair_map_release(&t->approval);
    pair_map_release(&t->link);
    pair_map_release(&t->shared);
    pair_map_release(&t->incidents);
    vec_release(&t->shared_ids);
    vec_release(&t->incident_list);
    vec_release(&t->role_grants);
    vec_release(&t->approvals);
    vec_release(&t->links);
    named_release(&t->named);
    sound_index_free(t->sounds);
    free(t);
}

static void sealed_release(struct model *m) {
    for (size_t i = 0; m->of_system && i < m->plan->systems.count; i++) {
        vec_release(&m->of_system[i].privileged_roles);
        free(m->of_system[i].holds_roster);
        condition_release(&m->of_system[i].eligible);
        condition_release(&m->of_system[i].required_for);
    }
    free(m->of_system);
    vec_release(&m->names);
    vec_release(&m->handles);
    vec_release(&m->person_rosters);
    vec_release(&m->contradictions);
    vec_release(&m->people);
    vec_release(&m->posts);
    vec_release(&m->departments);
    vec_release(&m->conflicts);
    vec_release(&m->waivers);
    vec_release(&m->requests);
    if (m->tables)
        tables_release(m->tables);
    strpool_release(&m->text);
    strpool_release(&m->keys);
    arena_release(&m->arena);
}

void model_drop_rows(struct model *m) {
    for (uint32_t i = 0; i < m->inputs.count; i++)
        source_drop_rows(&m->inputs.items[i]);
}

void model_release(struct model *m) {
    if (!m->plan) /* never begun */
        return;
    for (uint32_t i = 0; i < m->inputs.count; i++)
        source_release(&m->inputs.items[i]);
    free(m->inputs.items);
    sealed_release(m);
    memset(m, 0, sizeof *m);
}
