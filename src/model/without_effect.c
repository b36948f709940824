/*
 * Nothing that is configured matches nothing in silence: a word of `eligible` or `required_for`
 * that no post of the rosters has, and a role of policy/roles that no account of its system has,
 * are input issues, for a typing error would make everybody ineligible, or nobody missing.
 */
#include "seal.h"

#include <stdlib.h>

/* What the posts of all people have. */
struct held {
    const struct model *m;
    uint8_t *fields;       /* by key: bits of enum held_bit */
    uint8_t *departments;  /* by department */
    struct pair_map lists; /* of departments, by their address: those that were marked */
};
enum held_bit { HELD_EMPLOYMENT = 1, HELD_JOB_TYPE = 2, HELD_POSITION = 4 };

static void mark(struct held *h, key_id key, enum held_bit bit) {
    if (key_is_known(key))
        h->fields[key.n] |= (uint8_t)bit;
}

/* A list is marked once: thousands of people may have one of thousands that share a name. */
static void mark_departments(struct held *h, struct index_span list, uint32_t post) {
    uintptr_t place = (uintptr_t)list.items;
    if (list.count > 1 &&
        pair_map_put(&h->lists, (uint32_t)(place >> 32), (uint32_t)place, post) != post)
        return;
    for (uint32_t i = 0; i < list.count; i++)
        h->departments[list.items[i]] = 1;
}

static void held_init(struct held *h, const struct model *m) {
    *h = (struct held){.m = m};
    h->fields = memory_zeroed(strpool_count(&m->keys) + 1, 1);
    h->departments = memory_zeroed(m->departments.count + 1, 1);
    for (size_t i = 0; i < m->posts.count; i++) {
        const struct post *post = &m->posts.items[i];
        mark(h, post->employment_key, HELD_EMPLOYMENT);
        mark(h, post->job_type_key, HELD_JOB_TYPE);
        mark(h, post->position_key, HELD_POSITION);
        mark_departments(h, post->departments, (uint32_t)i);
    }
}

static void held_release(struct held *h) {
    free(h->fields);
    free(h->departments);
    pair_map_release(&h->lists);
}

static bool is_department_held(const struct held *h, key_id key) {
    struct span text = model_key_text(h->m, key);
    struct index_span by_name = departments_of_keys(h->m, KEY_NONE, key);
    struct index_span meant =
        by_name.count ? by_name : model_departments_meant(h->m, SPAN(""), text);
    for (uint32_t i = 0; i < meant.count; i++) {
        if (h->departments[meant.items[i]])
            return true;
    }
    return false;
}

static bool is_held(const struct held *h, enum field field, key_id key) {
    switch (field) {
    case FIELD_department:
        return is_department_held(h, key);
    case FIELD_employment:
        return h->fields[key.n] & HELD_EMPLOYMENT;
    case FIELD_job_type:
        return h->fields[key.n] & HELD_JOB_TYPE;
    default:
        return h->fields[key.n] & HELD_POSITION;
    }
}

static bool is_in_rosters(const struct model *m, enum field field) {
    for (size_t i = 0; i < m->plan->rosters.count; i++) {
        const field_set known = m->rosters[i].known;
        if (knows_field(known, field) ||
            (field == FIELD_department && knows_field(known, FIELD_department_code)))
            return true;
    }
    return false;
}

/* A field that no roster has is said where the rule is not evaluated. */
static void judge_words(const struct held *h, struct source *s, const char *where, enum field field,
                        const struct word_list *words) {
    if (!is_in_rosters(h->m, field))
        return;
    for (size_t i = 0; i < words->count; i++) {
        struct span word = span_of(words->items[i]);
        if (is_held(h, field, model_key(h->m, FOLD_WORD, word)))
            continue;
        struct strbuf path = {0};
        strbuf_addf(&path, "%s.%s", where, fields[field].name);
        struct span column = arena_copy(&s->arena, strbuf_span(&path));
        const struct origin nowhere = {0};
        source_add_issue(
            s, &nowhere,
            &(struct join_issue){
                FIELD_NONE, word, MSG_FITS_NOBODY, MSG_DONE_WITHOUT_EFFECT, {word, column}});
        s->issues.items[s->issues.count - 1].column = column;
        strbuf_release(&path);
    }
}

static void judge_condition(const struct held *h, struct source *s, const char *where,
                            const struct condition *condition) {
    judge_words(h, s, where, FIELD_employment, &condition->employment);
    judge_words(h, s, where, FIELD_department, &condition->department);
    judge_words(h, s, where, FIELD_job_type, &condition->job_type);
    judge_words(h, s, where, FIELD_position, &condition->position);
}

void seal_words_without_effect(struct model *m) {
    struct held held;
    if (!m->people.count)
        return;
    held_init(&held, m);
    for (size_t i = 0; i < m->plan->systems.count; i++) {
        const struct system_plan *system = &m->plan->systems.items[i].system;
        judge_condition(&held, &m->systems[i], "eligible", &system->eligible);
        judge_condition(&held, &m->systems[i], "required_for", &system->required_for);
    }
    held_release(&held);
}

/* --- policy/roles --- */

struct policy_roles {
    struct model *m;
    struct source *table;
    struct used_roles *used;  /* by system */
    struct pair_map reported; /* system, role: once, however many rows grant it */
};

/* Lists that were not delivered, or have no roles, are spoken of elsewhere; so is a row of an
 * unknown system, and one of several systems says what is so in any. */
static void judge_role(struct policy_roles *p, const struct role_row *row) {
    struct span role = source_text(p->table, row->role);
    system_ref system = model_system(p->m, source_text(p->table, row->system));
    if (!is_system(system) || role.n == 0)
        return;
    const struct source *accounts = &p->m->systems[system.n];
    if (accounts->is_missing || !knows_field(accounts->known, FIELD_role) ||
        used_roles_has(&p->used[system.n], accounts, role))
        return;
    uint32_t line = row->origin.line;
    key_id key = model_key(p->m, FOLD_WORD, role);
    if (pair_map_put(&p->reported, system.n, key.n, line) == line)
        source_add_issue(p->table, &row->origin,
                         &(struct join_issue){FIELD_role,
                                              role,
                                              MSG_POLICY_NO_ROLE,
                                              MSG_DONE_WITHOUT_EFFECT,
                                              {role, span_of(accounts->plan->name)}});
}

void seal_roles_without_effect(struct model *m) {
    struct policy_roles p = {.m = m, .table = m->table_of[RECORD_ROLE]};
    if (!p.table)
        return;
    p.used = memory_zeroed(m->plan->systems.count + 1, sizeof *p.used);
    for (size_t i = 0; i < p.table->roles.count; i++)
        judge_role(&p, &p.table->roles.items[i]);
    for (size_t i = 0; i < m->plan->systems.count; i++)
        used_roles_release(&p.used[i]);
    free(p.used);
    pair_map_release(&p.reported);
}
