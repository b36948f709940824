/* What an account may do: its roles against policy/roles. */
#include "families.h"

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
static const struct role_memo *role_of(const struct judge *j, const struct account_case *c,
                                       str_id text) {
    const struct system_case *in = c->in;
    struct role_memo *memo = &in->roles[text.n % ROLE_MEMO_SIZE];
    if (!memo->is_set || !str_equal(memo->text, text)) {
        key_id key = fold_cache_key(in->cache, FOLD_WORD, text);
        const struct role_grant *grants =
            !key_is_none(key) ? model_grants(j->m, in->system, key) : NULL;
        str_id alias = source_role_alias(j->source, text);
        if (!grants && !str_is_none(alias)) /* the table may name a group by CN or by DN */
            grants = model_grants(j->m, in->system, fold_cache_key(in->cache, FOLD_WORD, alias));
        *memo = (struct role_memo){.text = text, .is_set = true, .key = key, .grants = grants};
        memo->globs = next_glob(j, model_glob_grants(j->m, in->system), text);
    }
    return memo;
}

typedef bool role_test(const struct judge *j, const struct account_case *c,
                       const struct role_memo *role);

static bool is_unknown(const struct judge *j, const struct account_case *c,
                       const struct role_memo *role) {
    (void)j;
    (void)c;
    return !key_is_none(role->key) && !role->grants && !role->globs;
}

static bool is_not_allowed(const struct judge *j, const struct account_case *c,
                           const struct role_memo *role) {
    if (!role->grants && !role->globs)
        return false;
    if (role->grants && model_grants_allow(j->m, role->grants, c->p))
        return false;
    for (const struct role_grant *g = role->globs; g;
         g = next_glob(j, model_next_grant(j->m, g), role->text))
        if (model_grant_fits(j->m, g, c->p))
            return false;
    return true;
}

static uint32_t count_roles(const struct judge *j, const struct account_case *c, role_test *test) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < c->a->role_count; i++)
        count += test(j, c, role_of(j, c, j->source->lists.items[c->a->roles + i]));
    return count;
}

static void say_roles_that(struct judge *j, const struct account_case *c, role_test *test,
                           uint32_t count) {
    struct span *roles = arena_array(j->arena, count, sizeof *roles);
    uint32_t at = 0;
    for (uint32_t i = 0; at < count; i++) {
        str_id text = j->source->lists.items[c->a->roles + i];
        if (test(j, c, role_of(j, c, text)))
            roles[at++] = source_text(j->source, text);
    }
    say_all_texts(j, "roles", roles, count);
}

void judge_role_unknown(struct judge *j, struct account_case *c) {
    uint32_t count = count_roles(j, c, is_unknown);
    if (!count)
        return;
    say_matched_by(j, c);
    say_roles_that(j, c, is_unknown, count);
    raise_account(j, c);
}

void judge_role_not_allowed(struct judge *j, struct account_case *c) {
    uint32_t count = count_roles(j, c, is_not_allowed);
    if (!count)
        return;
    say_matched_by(j, c);
    say_roles_that(j, c, is_not_allowed, count);
    say_posts(j, "departments", c->p, FIELD_department);
    say_posts(j, "job_types", c->p, FIELD_job_type);
    say_posts(j, "positions", c->p, FIELD_position);
    say_posts(j, "employments", c->p, FIELD_employment);
    say_roster_line(j, c->p);
    raise_account(j, c);
}
