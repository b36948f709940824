/*
 * People whom configuration and lists name as answerable: managers (責任者) of systems and the
 * members of shared IDs. Whom no roster has is an input issue, for nobody else would notice.
 */
#include "seal.h"

static const struct span no_span = {NULL, 0};

/* --- Managers: a number, a number with a name behind it, or a name --- */

static person_ref named_manager(struct model *m, struct source *s, struct span text) {
    key_id key = model_key(m, FOLD_NAME, text);
    struct index_span people = key_index_get(&m->by_full_name, key);
    const struct origin nowhere = {0};
    if (people.count == 1)
        return (person_ref){people.items[0]};
    source_add_issue(s, &nowhere,
                     &(struct join_issue){FIELD_manager,
                                          text,
                                          people.count ? MSG_MANAGER_SEVERAL : MSG_MANAGER_NOBODY,
                                          MSG_MANAGER_AS_WRITTEN,
                                          {text, no_span}});
    return NOBODY;
}

static person_ref find_manager(struct model *m, struct source *s) {
    struct span text = span_of(s->plan->manager);
    struct policy p = {.m = m, .source = s};
    const struct origin nowhere = {0};
    struct cell_place at = {&nowhere, FIELD_manager, MSG_MANAGER_AS_WRITTEN};
    if (!text.n)
        return NOBODY;
    struct person_cell cell = person_cell_read(m, text);
    if (model_find_people(m, cell.number).people.count == 0)
        return named_manager(m, s, text);
    return policy_person(&p, &at, text);
}

static void seal_managers(struct model *m) {
    for (size_t i = 0; i < m->plan->systems.count; i++) {
        struct source *s = &m->systems[i];
        person_ref manager = find_manager(m, s);
        m->of_system[i].manager = manager;
        if (!is_somebody(manager) || m->people.items[manager.n].state != STATE_LEFT)
            continue;
        const struct origin nowhere = {0};
        struct span text = span_of(s->plan->manager);
        source_add_issue(
            s, &nowhere,
            &(struct join_issue){
                FIELD_manager, text, MSG_MANAGER_LEFT, MSG_MANAGER_NAME_NEXT, {text, no_span}});
    }
}

/* --- Members that the lists of systems name --- */

static void check_members(struct source *s, struct fold_cache *cache, const struct account *a) {
    for (uint32_t i = 0; i < a->member_count; i++) {
        str_id member = s->lists.items[a->members + i];
        struct people_found found = fold_cache_find_people(cache, member);
        if (found.people.count)
            continue;
        struct span text = source_text(s, member);
        source_add_issue(s, &a->origin,
                         &(struct join_issue){FIELD_members,
                                              text,
                                              MSG_MEMBER_NOBODY,
                                              MSG_SHARED_NOBODY,
                                              {text, source_text(s, a->user_id)}});
    }
}

static void seal_members(struct model *m) {
    for (size_t i = 0; i < m->plan->systems.count; i++) {
        struct source *s = &m->systems[i];
        if (!knows_field(s->known, FIELD_members))
            continue;
        struct fold_cache *cache = fold_cache_new(m, s);
        for (size_t a = 0; a < s->accounts.count; a++)
            check_members(s, cache, &s->accounts.items[a]);
        fold_cache_free(cache);
    }
}

void seal_answerable(struct model *m) {
    seal_managers(m);
    seal_members(m);
}
