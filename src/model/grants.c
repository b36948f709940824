/*
 * policy/roles: which roles are granted to whom. The rows of one system and role are a list in the
 * table's order. Those without globs are a tree as well, so that forty thousand rows of one role
 * are not read for each of its holders:
 *
 *     first row → department (or any) → job type (or any) → position (or any) → employment (or any)
 */
#include "seal.h"

/* --- The tree: (node, key) → node; a list's first row is its root --- */

enum { LEVELS = 4 };
#define INNER_NODE (UINT32_C(1) << 31)

static void add_path(struct model_tables *t, uint32_t root, const struct role_grant *grant) {
    const key_id keys[LEVELS] = {grant->department, grant->job_type, grant->position,
                                 grant->employment};
    uint32_t node = root;
    for (size_t i = 0; i < LEVELS; i++)
        node = pair_map_put(&t->grant_tree, node, keys[i].n, INNER_NODE | t->grant_tree.count);
}

/* What a person has of a level: a post's key, by the post's place. */
static key_id key_of(const struct post *post, size_t level) {
    const key_id keys[LEVELS] = {KEY_NONE, post->job_type_key, post->position_key,
                                 post->employment_key};
    return keys[level];
}

static bool has_path(const struct model *m, const struct person *p, uint32_t node, size_t level);

static bool has_branch(const struct model *m, const struct person *p, uint32_t node, size_t level,
                       key_id key) {
    uint32_t next = pair_map_get(&m->tables->grant_tree, node, key.n);
    return next != NO_INDEX && has_path(m, p, next, level + 1);
}

/* The departments by which rows may call one of the person's. */
static bool has_department_branch(const struct model *m, const struct person *p, uint32_t node,
                                  const struct post *post) {
    for (uint32_t d = 0; d < post->departments.count; d++) {
        struct index_span keys =
            key_index_get(&m->tables->grant_departments, (key_id){post->departments.items[d] + 1});
        for (uint32_t i = 0; i < keys.count; i++)
            if (has_branch(m, p, node, 0, (key_id){keys.items[i]}))
                return true;
    }
    return false;
}

/* Fields are looked at one by one, over all posts. */
static bool has_path(const struct model *m, const struct person *p, uint32_t node, size_t level) {
    if (level == LEVELS || has_branch(m, p, node, level, KEY_NONE))
        return true;
    for (uint32_t i = 0; i < p->post_count; i++) {
        const struct post *post = &m->posts.items[p->posts + i];
        key_id key = key_of(post, level);
        if (level == 0 ? has_department_branch(m, p, node, post)
                       : !key_is_none(key) && has_branch(m, p, node, level, key))
            return true;
    }
    return false;
}

bool model_grants_allow(const struct model *m, const struct role_grant *first,
                        const struct person *p) {
    const struct role_grant *all = m->tables->role_grants.items;
    if (has_path(m, p, (uint32_t)(first - all), 0))
        return true;
    for (uint32_t i = first->first_globs; i != NO_INDEX; i = all[i].next)
        if (all[i].has_globs && model_grant_fits(m, &all[i], p))
            return true;
    return false;
}

/* Whom a department's key of the table means. */
static void index_departments(struct model *m) {
    struct model_tables *t = m->tables;
    struct key_pairs pairs = {0};
    struct pair_map seen = {0};
    for (uint32_t i = 0; i < t->role_grants.count; i++) {
        const struct role_grant *grant = &t->role_grants.items[i];
        if (grant->has_globs || key_is_none(grant->department) ||
            pair_map_put(&seen, 0, grant->department.n, i) != i)
            continue;
        struct index_span meant = model_departments_called(m, grant->department);
        for (uint32_t d = 0; d < meant.count; d++)
            key_pairs_add(&pairs, (key_id){meant.items[d] + 1}, grant->department.n);
    }
    key_index_build(&t->grant_departments, &pairs, (uint32_t)m->departments.count + 1, &m->arena);
    pair_map_release(&seen);
}

/* --- The table --- */

static bool is_glob(const struct policy *p, str_id text) {
    return glob_has_signs(source_text(p->source, text));
}

/* Grants of one system and role are a list in the table's order; those whose role is empty or a
 * glob are the system's list of no role. */
static void add_grant(struct policy *p, system_ref system, const struct role_row *row) {
    struct model_tables *t = p->m->tables;
    struct role_grant grant = {.has_globs =
                                   is_glob(p, row->department) || is_glob(p, row->job_type) ||
                                   is_glob(p, row->position) || is_glob(p, row->employment),
                               .role = fold_cache_key(p->cache, FOLD_WORD, row->role),
                               .department = fold_cache_key(p->cache, FOLD_WORD, row->department),
                               .job_type = fold_cache_key(p->cache, FOLD_WORD, row->job_type),
                               .position = fold_cache_key(p->cache, FOLD_WORD, row->position),
                               .employment = fold_cache_key(p->cache, FOLD_WORD, row->employment),
                               .next = NO_INDEX,
                               .first_globs = NO_INDEX,
                               .origin = row->origin};
    uint32_t index = (uint32_t)t->role_grants.count;
    key_id list = is_glob(p, row->role) ? KEY_NONE : grant.role;
    uint32_t first = pair_map_put(&t->grants, system.n, list.n, index);
    grant.last = index;
    vec_push(&t->role_grants, grant);
    struct role_grant *head = &t->role_grants.items[first];
    if (first != index)
        t->role_grants.items[head->last].next = index;
    head->last = index;
    if (!grant.has_globs)
        add_path(t, first, &grant);
    else if (head->first_globs == NO_INDEX)
        head->first_globs = index;
    p->m->of_system[system.n].policy_speaks = true;
}

/* A row of every system, or of those whose name the glob fits. */
static void grant_all(struct policy *p, struct span name, const struct role_row *row) {
    bool is_used = false;
    for (uint32_t i = 0; i < p->m->plan->systems.count; i++) {
        if (name.n && !glob_match(name, span_of(p->m->plan->systems.items[i].name)))
            continue;
        add_grant(p, (system_ref){i}, row);
        is_used = true;
    }
    if (!is_used)
        source_add_issue(p->source, &row->origin,
                         &(struct join_issue){FIELD_system,
                                              name,
                                              MSG_POLICY_NO_SYSTEM,
                                              MSG_POLICY_ROW_IGNORED,
                                              {name, SPAN("")}});
}

void seal_roles(struct policy *p) {
    for (size_t i = 0; i < p->source->roles.count; i++) {
        const struct role_row *row = &p->source->roles.items[i];
        struct span name = source_text(p->source, row->system);
        if (name.n == 0 || glob_has_signs(name)) {
            grant_all(p, name, row);
            continue;
        }
        system_ref system = policy_find_system(p, &row->origin, FIELD_system, row->system);
        if (is_system(system))
            add_grant(p, system, row);
    }
    index_departments(p->m);
}

/* --- After the seal --- */

const struct role_grant *model_grants(const struct model *m, system_ref system, key_id role) {
    if (!key_is_known(role))
        return NULL;
    uint32_t first = pair_map_get(&m->tables->grants, system.n, role.n);
    return first == NO_INDEX ? NULL : &m->tables->role_grants.items[first];
}

const struct role_grant *model_glob_grants(const struct model *m, system_ref system) {
    uint32_t first = pair_map_get(&m->tables->grants, system.n, KEY_NONE.n);
    return first == NO_INDEX ? NULL : &m->tables->role_grants.items[first];
}

bool model_grant_speaks_of(const struct model *m, const struct role_grant *grant,
                           struct span role) {
    return key_is_none(grant->role) || glob_match(model_key_text(m, grant->role), role);
}

const struct role_grant *model_next_grant(const struct model *m, const struct role_grant *grant) {
    return grant->next == NO_INDEX ? NULL : &m->tables->role_grants.items[grant->next];
}
