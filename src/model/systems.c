/* Systems by name, what each configures as keys, and devices by ID. */
#include "seal.h"

#define seal_words(m, keys, list)                                                                  \
    do {                                                                                           \
        for (size_t word_ = 0; word_ < (list)->count; word_++) {                                   \
            key_id key_ = seal_key((m), FOLD_WORD, span_of((list)->items[word_]));                 \
            if (!key_is_none(key_))                                                                \
                vec_push((keys), key_);                                                            \
        }                                                                                          \
    } while (0)

static void seal_condition(struct model *m, struct condition_keys *keys,
                           const struct condition *condition) {
    keys->is_set = condition->is_set;
    seal_words(m, &keys->employment, &condition->employment);
    seal_words(m, &keys->department, &condition->department);
    seal_words(m, &keys->job_type, &condition->job_type);
    seal_words(m, &keys->position, &condition->position);
}

/* Leavers lists speak of the people of every list. */
static bool *rosters_of(struct model *m, const struct word_list *names) {
    if (names->count == 0)
        return NULL;
    bool *holds = memory_zeroed(m->plan->rosters.count + 1, sizeof *holds);
    for (size_t r = 0; r < m->plan->rosters.count; r++) {
        const struct input_plan *roster = &m->plan->rosters.items[r];
        key_id name = seal_key(m, FOLD_WORD, span_of(roster->name));
        holds[r] = roster->is_leavers;
        for (size_t i = 0; i < names->count; i++)
            holds[r] |= key_equal(seal_key(m, FOLD_WORD, span_of(names->items[i])), name);
    }
    return holds;
}

void seal_conditions(struct model *m) {
    size_t count = m->plan->systems.count;
    m->of_system = memory_zeroed(count + 1, sizeof *m->of_system);
    for (uint32_t i = 0; i < count; i++) {
        const struct input_plan *plan = &m->plan->systems.items[i];
        struct system_keys *keys = &m->of_system[i];
        pair_map_put(&m->tables->systems, 0, seal_key(m, FOLD_WORD, span_of(plan->name)).n, i);
        seal_words(m, &keys->privileged_roles, &plan->system.privileged_roles);
        seal_condition(m, &keys->eligible, &plan->system.eligible);
        seal_condition(m, &keys->required_for, &plan->system.required_for);
        keys->first_conflict = NO_INDEX;
        keys->approvals_known = m->plan->table_of[RECORD_APPROVAL] != NULL;
        keys->holds_roster = rosters_of(m, &plan->system.rosters);
    }
}

system_ref model_system(const struct model *m, struct span name) {
    key_id key = model_key(m, FOLD_WORD, name);
    return key_is_known(key) ? (system_ref){pair_map_get(&m->tables->systems, 0, key.n)}
                             : NO_SYSTEM;
}

bool model_holds_person(const struct model *m, system_ref system, const struct person *p) {
    const bool *holds = m->of_system[system.n].holds_roster;
    for (uint32_t i = 0; holds && i < p->roster_count; i++)
        if (holds[m->person_rosters.items[p->rosters + i]])
            return true;
    return !holds;
}

/* The one person with this address or login, or NOBODY. */
static person_ref person_by_address_or_login(const struct model *m, struct span text) {
    const struct key_index *const indices[] = {&m->by_email, &m->by_login};
    key_id key = model_key(m, FOLD_ID, text);
    for (size_t i = 0; i < sizeof indices / sizeof indices[0]; i++) {
        struct index_span people = key_index_get(indices[i], key);
        if (people.count)
            return people.count == 1 ? (person_ref){people.items[0]} : NOBODY;
    }
    return NOBODY;
}

/* Device managers name the user by address or login: the number stands in its place. */
static void number_the_holder(struct model *m, struct device *d) {
    struct span text = source_text(m->devices, d->person_id);
    if (!text.n || model_find_people(m, text).people.count)
        return;
    person_ref person = person_by_address_or_login(m, text);
    if (is_somebody(person)) {
        str_id number = m->people.items[person.n].person_id;
        d->person_id = strpool_intern(&m->devices->text, model_text(m, number));
    }
}

void seal_devices(struct model *m) {
    struct source *s = m->devices;
    if (!s)
        return;
    struct fold_cache *cache = fold_cache_new_sealing(m, s);
    for (uint32_t i = 0; i < s->devices.count; i++) {
        key_id key = fold_cache_key(cache, FOLD_ID, s->devices.items[i].device_id);
        pair_map_put(&m->tables->devices, 0, key.n, i);
        number_the_holder(m, &s->devices.items[i]);
    }
    fold_cache_free(cache);
}

device_ref model_find_device(const struct model *m, struct span device_id) {
    key_id key = model_key(m, FOLD_ID, device_id);
    return key_is_known(key) ? (device_ref){pair_map_get(&m->tables->devices, 0, key.n)}
                             : NO_DEVICE;
}
