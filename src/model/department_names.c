/*
 * The departments of a run: first those of the table, then those that only rosters name, each added
 * only where nothing before it knows the writing.
 */
#include "departments.h"

#include "tenko/identifier.h"

/* The pairs of which the indices are made; more come with each step. */
struct department_naming {
    struct model *m;
    struct named_meanings meant;
};

static struct key_pairs copy_of(const struct key_pairs *pairs) {
    struct key_pairs copy = {0};
    vec_reserve(&copy, pairs->count + 1);
    for (size_t i = 0; i < pairs->count; i++)
        vec_push(&copy, pairs->items[i]);
    return copy;
}

/* What one key means: one meaning as it is, several united. */
static meaning unite(struct meanings *sets, struct index_span meant) {
    VEC(uint32_t) all = {0};
    if (meant.count == 1)
        return meant.items[0];
    for (uint32_t i = 0; i < meant.count; i++) {
        struct index_span one = meaning_span(sets, &meant.items[i]);
        for (uint32_t k = 0; k < one.count; k++)
            vec_push(&all, one.items[k]);
    }
    meaning united = meaning_of(sets, all.items, all.count);
    vec_release(&all);
    return united;
}

/* Keys that mean the same share it: `items` are all departments, one by one, then the sets. */
static void build_index(struct department_naming *n, struct key_index *index,
                        const struct key_pairs *pairs, struct arena *scratch) {
    struct arena *arena = &n->m->arena;
    struct meanings *sets = &n->meant.sets;
    struct key_pairs copy = copy_of(pairs);
    struct key_index meant;
    uint32_t keys = strpool_count(&n->m->keys), departments = (uint32_t)n->m->departments.count;
    key_index_build(&meant, &copy, keys, scratch);
    *index = (struct key_index){.key_count = keys};
    index->first = arena_array(arena, keys, sizeof *index->first);
    index->end = arena_array(arena, keys, sizeof *index->end);
    for (uint32_t k = 1; k < keys; k++) {
        struct index_span of = key_index_get(&meant, (key_id){k});
        if (!of.count)
            continue;
        struct meaning_set set = meaning_place(sets, unite(sets, of), departments);
        index->first[k] = set.first;
        index->end[k] = set.first + set.count;
    }
    index->items = arena_array(arena, departments + sets->items.count + 1, sizeof *index->items);
    for (uint32_t i = 0; i < departments; i++)
        index->items[i] = i;
    if (sets->items.count)
        memcpy(index->items + departments, sets->items.items,
               sets->items.count * sizeof *index->items);
}

static void build_indices(struct department_naming *n) {
    struct model *m = n->m;
    struct arena scratch = {0};
    struct key_pairs by_bare = {0};
    for (size_t i = 0; i < n->meant.by_code.count; i++) {
        key_id code = n->meant.by_code.items[i].key;
        key_pairs_add(&by_bare, seal_key(m, FOLD_ID_BARE, model_key_text(m, code)), code.n);
    }
    build_index(n, &m->tables->department_by_code, &n->meant.by_code, &scratch);
    build_index(n, &m->tables->department_by_name, &n->meant.by_name, &scratch);
    key_index_build(&m->tables->code_by_bare, &by_bare, strpool_count(&m->keys), &m->arena);
    arena_release(&scratch);
}

static void add_name(struct department_naming *n, struct span name, uint32_t department) {
    key_pairs_add(&n->meant.by_name, seal_key(n->m, FOLD_WORD, name), department);
}

/* Other lists write only the last part, the code or the name of what is one text here. */
static void add_parts(struct department_naming *n, struct span cell, uint32_t department) {
    struct span part, code;
    if (path_last_part(cell, &part)) {
        add_name(n, part, department);
    } else if (code_and_name(cell, &code, &part)) {
        key_pairs_add(&n->meant.by_code, seal_key(n->m, FOLD_ID, code), department);
        add_name(n, part, department);
    } else if (path_last_word(cell, &part) && (unsigned char)part.p[0] >= 0xE3) {
        add_name(n, part, department); /* 本社 管理部 総務課; no "Human Resources" */
    }
}

static void add_named(struct department_naming *n, const struct named_department *named) {
    struct department d = {.code = named->code,
                           .name = named->name,
                           .code_key = named->code_key,
                           .name_key = named->name_key,
                           .valid_from = DATE_NONE,
                           .valid_to = DATE_NONE,
                           .is_valid = true};
    uint32_t index = (uint32_t)n->m->departments.count;
    key_pairs_add(&n->meant.by_code, d.code_key, index);
    key_pairs_add(&n->meant.by_name, d.name_key, index);
    add_parts(n, model_text(n->m, named->name), index);
    vec_push(&n->m->departments, d);
}

static bool has_both(const struct named_department *d) {
    return !key_is_none(d->code_key) && !key_is_none(d->name_key);
}

static bool is_known(const struct department_naming *n, const struct named_department *d) {
    return departments_of_keys(n->m, d->code_key, d->name_key).count ||
           model_departments_meant(n->m, model_text(n->m, d->code), model_text(n->m, d->name))
               .count;
}

/* Those with a code and a name first: a row with only one of them means a department that has both,
 * where there is one. */
static void add_those(struct department_naming *n, const struct named_departments *named,
                      bool with_both) {
    size_t before = n->m->departments.count;
    for (size_t i = 0; i < named->list.count; i++) {
        const struct named_department *d = &named->list.items[i];
        if (has_both(d) == with_both && !is_known(n, d))
            add_named(n, d);
    }
    if (n->m->departments.count > before)
        build_indices(n);
}

void seal_departments(struct model *m, const struct named_departments *named) {
    struct department_naming n = {.m = m};
    if (m->table_of[RECORD_DEPARTMENT]) {
        struct fold_cache *cache = fold_cache_new_sealing(m, m->table_of[RECORD_DEPARTMENT]);
        departments_resolve(m, cache, &n.meant);
        m->tables->table_departments = (uint32_t)m->departments.count;
        fold_cache_free(cache);
    }
    build_indices(&n);
    add_those(&n, named, true);
    add_those(&n, named, false);
    vec_release(&n.meant.by_code);
    vec_release(&n.meant.by_name);
    meanings_release(&n.meant.sets);
    for (size_t i = 0; i < m->posts.count; i++) {
        struct post *post = &m->posts.items[i];
        post->departments = departments_of_keys(m, post->department_code_key, post->department_key);
        if (post->departments.count == 0)
            post->departments = model_departments_meant(m, model_text(m, post->department_code),
                                                        model_text(m, post->department));
    }
}
