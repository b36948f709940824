/*
 * The departments of a run: first those of the table, then those that only rosters name, each added
 * only where nothing before it knows the writing.
 */
#include "departments.h"

#include "tenko/identifier.h"

/* The pairs of which the indices are made; more come with each step. */
struct naming {
    struct model *m;
    struct key_pairs by_code, by_name;
};

static struct key_pairs copy_of(const struct key_pairs *pairs) {
    struct key_pairs copy = {0};
    vec_reserve(&copy, pairs->count + 1);
    if (pairs->count)
        memcpy(copy.items, pairs->items, pairs->count * sizeof *pairs->items);
    copy.count = pairs->count;
    return copy;
}

static void build_indices(struct naming *n) {
    struct model *m = n->m;
    struct key_pairs by_code = copy_of(&n->by_code), by_name = copy_of(&n->by_name);
    struct key_pairs by_bare = {0};
    for (size_t i = 0; i < by_code.count; i++) {
        key_id code = by_code.items[i].key;
        key_pairs_add(&by_bare, seal_key(m, FOLD_ID_BARE, model_key_text(m, code)), code.n);
    }
    uint32_t keys = strpool_count(&m->keys);
    key_index_build(&m->tables->department_by_code, &by_code, keys, &m->arena);
    key_index_build(&m->tables->department_by_name, &by_name, keys, &m->arena);
    key_index_build(&m->tables->code_by_bare, &by_bare, keys, &m->arena);
}

static void add_name(struct naming *n, struct span name, uint32_t department) {
    key_pairs_add(&n->by_name, seal_key(n->m, FOLD_WORD, name), department);
}

/* Other lists write only the last part, the code or the name of what is one text here. */
static void add_parts(struct naming *n, struct span cell, uint32_t department) {
    struct span part, code;
    if (path_last_part(cell, &part)) {
        add_name(n, part, department);
    } else if (code_and_name(cell, &code, &part)) {
        key_pairs_add(&n->by_code, seal_key(n->m, FOLD_ID, code), department);
        add_name(n, part, department);
    }
}

static void add_named(struct naming *n, const struct named_department *named) {
    struct department d = {.code = named->code,
                           .name = named->name,
                           .code_key = named->code_key,
                           .name_key = named->name_key,
                           .valid_from = DATE_NONE,
                           .valid_to = DATE_NONE,
                           .is_valid = true};
    uint32_t index = (uint32_t)n->m->departments.count;
    key_pairs_add(&n->by_code, d.code_key, index);
    key_pairs_add(&n->by_name, d.name_key, index);
    add_parts(n, model_text(n->m, named->name), index);
    vec_push(&n->m->departments, d);
}

static bool has_both(const struct named_department *d) {
    return !key_is_none(d->code_key) && !key_is_none(d->name_key);
}

static bool is_known(const struct naming *n, const struct named_department *d) {
    return departments_of_keys(n->m, d->code_key, d->name_key).count ||
           model_departments_meant(n->m, model_text(n->m, d->code), model_text(n->m, d->name))
               .count;
}

/* Those with a code and a name first: a row with only one of them means a department that has both,
 * where there is one. */
static void add_those(struct naming *n, const struct named_departments *named, bool with_both) {
    for (size_t i = 0; i < named->list.count; i++) {
        const struct named_department *d = &named->list.items[i];
        if (has_both(d) == with_both && !is_known(n, d))
            add_named(n, d);
    }
    build_indices(n);
}

void seal_departments(struct model *m, const struct named_departments *named) {
    struct naming n = {.m = m};
    if (m->table_of[RECORD_DEPARTMENT]) {
        struct fold_cache *cache = fold_cache_new_sealing(m, m->table_of[RECORD_DEPARTMENT]);
        departments_resolve(m, cache, &n.by_code, &n.by_name);
        m->tables->table_departments = (uint32_t)m->departments.count;
        fold_cache_free(cache);
    }
    build_indices(&n);
    add_those(&n, named, true);
    add_those(&n, named, false);
    vec_release(&n.by_code);
    vec_release(&n.by_name);
    for (size_t i = 0; i < m->posts.count; i++) {
        struct post *post = &m->posts.items[i];
        post->departments = departments_of_keys(m, post->department_code_key, post->department_key);
        if (post->departments.count == 0)
            post->departments = model_departments_meant(m, model_text(m, post->department_code),
                                                        model_text(m, post->department));
    }
}
