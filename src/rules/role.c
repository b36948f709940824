/* What an account may do: its roles against policy/roles. */
#include "judge.h"

/* The next row from `g` on whose glob speaks of the role, by its own name or its group's. */
static const struct role_grant *next_glob(const struct judge *j, const struct role_grant *g,
                                          str_id text) {
    str_id alias = source_role_alias(j->source, text);
    while (g && !model_grant_speaks_of(j->m, g, source_text(j->source, text)) &&
           (str_is_none(alias) || !model_grant_speaks_of(j->m, g, source_text(j->source, alias))))
        g = model_next_grant(j->m, g);
    return g;
}

/* A system has few distinct roles and many accounts: look each up once. */
static const struct role_memo *role_of(struct judge *j, str_id text) {
    struct role_memo *memo = &j->roles[text.n % ROLE_MEMO_SIZE];
    if (!memo->is_set || !str_equal(memo->text, text)) {
        key_id key = fold_cache_key(j->cache, FOLD_WORD, text);
        const struct role_grant *grants =
            !key_is_none(key) ? model_grants(j->m, j->system, key) : NULL;
        str_id alias = source_role_alias(j->source, text);
        if (!grants && !str_is_none(alias)) /* the table may name a group by CN or by DN */
            grants = model_grants(j->m, j->system, fold_cache_key(j->cache, FOLD_WORD, alias));
        *memo = (struct role_memo){.text = text, .is_set = true, .key = key, .grants = grants};
        memo->globs = next_glob(j, model_glob_grants(j->m, j->system), text);
    }
    return memo;
}

static bool is_unknown(const struct judge *j, const struct role_memo *role) {
    (void)j;
    return !key_is_none(role->key) && !role->grants && !role->globs;
}

static bool is_not_allowed(const struct judge *j, const struct role_memo *role) {
    if (!role->grants && !role->globs)
        return false;
    for (const struct role_grant *g = role->grants; g; g = model_next_grant(j->m, g))
        if (model_grant_fits(j->m, g, j->p))
            return false;
    for (const struct role_grant *g = role->globs; g;
         g = next_glob(j, model_next_grant(j->m, g), role->text))
        if (model_grant_fits(j->m, g, j->p))
            return false;
    return true;
}

typedef bool role_test(const struct judge *j, const struct role_memo *role);

static uint32_t count_roles(struct judge *j, role_test *test) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < j->a->role_count; i++)
        count += test(j, role_of(j, j->source->lists.items[j->a->roles + i]));
    return count;
}

static void say_roles_that(struct judge *j, role_test *test, uint32_t count) {
    struct span *roles = arena_array(j->arena, count, sizeof *roles);
    uint32_t at = 0;
    for (uint32_t i = 0; i < j->a->role_count; i++) {
        str_id text = j->source->lists.items[j->a->roles + i];
        if (test(j, role_of(j, text)))
            roles[at++] = source_text(j->source, text);
    }
    say_texts(j, "roles", roles, at);
}

void judge_role_unknown(struct judge *j) {
    uint32_t count = count_roles(j, is_unknown);
    if (!count)
        return;
    say_matched_by(j);
    say_roles_that(j, is_unknown, count);
    raise_account(j);
}

void judge_role_not_allowed(struct judge *j) {
    uint32_t count = count_roles(j, is_not_allowed);
    if (!count)
        return;
    say_matched_by(j);
    say_roles_that(j, is_not_allowed, count);
    say_posts(j, "departments", j->p, FIELD_department);
    say_posts(j, "job_types", j->p, FIELD_job_type);
    say_posts(j, "positions", j->p, FIELD_position);
    say_posts(j, "employments", j->p, FIELD_employment);
    say_roster_line(j, j->p);
    raise_account(j);
}
