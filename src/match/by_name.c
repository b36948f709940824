/* The steps by name: with a department, alone where the configuration allows it, and nobody. */
#include "decide.h"

/* The account's name in the forms under which people are found: the name, else the kana; kana; how
 * it sounds. The first form that anybody has counts. */
static struct index_span people_named(struct matching *k, const struct account *a, key_id *key) {
    str_id name = str_is_none(a->name) ? a->kana : a->name;
    *key = fold_cache_key(k->cache, FOLD_NAME, name);
    struct index_span people = key_index_get(&k->m->by_name, *key);
    if (people.count)
        return people;
    *key = fold_cache_key(k->cache, FOLD_KANA, name);
    people = key_index_get(&k->m->by_kana, *key);
    if (people.count)
        return people;
    return model_find_by_sound(k->m, source_text(k->source, name), key);
}

struct index_span people_of_same_name(struct matching *k, const struct account *a) {
    key_id key;
    if (str_is_none(a->name) && str_is_none(a->kana))
        return (struct index_span){NULL, 0};
    struct index_span people = people_named(k, a, &key);
    return crowd_of_system(k, key, people);
}

/* Who has the name and stands in a department that the account names. */
static struct index_span find_by_department(struct matching *k, key_id name,
                                            struct index_span people, const struct account *a) {
    struct index_span departments =
        fold_cache_departments(k->cache, a->department_code, a->department);
    struct index_span found;
    if (departments.count == 1 && !a->more_departments.count &&
        crowd_find(k, name, people, departments.items[0], &found))
        return found;
    fitting_start(k);
    crowd_add_fitting(k, name, people, departments);
    for (uint32_t i = 0; i < a->more_departments.count; i++) {
        str_id text = k->source->lists.items[a->more_departments.first + i];
        crowd_add_fitting(k, name, people, fold_cache_departments(k->cache, STR_NONE, text));
    }
    return fitting_span(k);
}

static bool has_department(const struct account *a) {
    return !str_is_none(a->department) || !str_is_none(a->department_code) ||
           a->more_departments.count;
}

struct step_result step_name_department(struct matching *k, const struct subject *of) {
    static const struct wording say = {MSG_TRACE_NAME_NONE, MSG_TRACE_NAME, MSG_TRACE_NAME,
                                       MSG_TRACE_NAME_SEVERAL};
    const struct account *a = of->a;
    struct step_result result = {.step = STEP_NAME_DEPARTMENT, .person = NOBODY};
    if (k->m->plan->accept == ACCEPT_EXACT) {
        result.sentence = MSG_TRACE_NAME_OFF;
        return result;
    }
    result.text = str_is_none(a->name) ? a->kana : a->name;
    if (str_is_none(result.text) || !has_department(a)) {
        result.sentence = MSG_TRACE_NAME_EMPTY;
        return result;
    }
    result.department = str_is_none(a->department) ? a->department_code : a->department;
    if (str_is_none(result.department))
        result.department = k->source->lists.items[a->more_departments.first];
    key_id name;
    struct index_span people = people_named(k, a, &name);
    struct index_span fitting = {NULL, 0};
    if (people.count)
        fitting = find_by_department(k, name, people, a);
    settle(k, a, &say, fitting, &result);
    return result;
}

/* A full name as the roster writes it, which one person of the system's rosters has. */
struct step_result step_name(struct matching *k, const struct subject *of) {
    static const struct wording say = {MSG_TRACE_FULL_NAME_NONE, MSG_TRACE_FULL_NAME,
                                       MSG_TRACE_FULL_NAME, MSG_TRACE_FULL_NAME_SEVERAL};
    struct step_result result = {.step = STEP_NAME, .person = NOBODY, .text = of->a->name};
    if (k->m->plan->accept != ACCEPT_NAME || str_is_none(of->a->name))
        return result;
    key_id key = fold_cache_key(k->cache, FOLD_NAME, of->a->name);
    struct index_span people = people_of_system(k, key_index_get(&k->m->by_full_name, key));
    settle(k, of->a, &say, people, &result);
    if (result.verdict == LEFT_OPEN)
        result.verdict = GOES_ON; /* a name alone is no key: they are candidates of nobody */
    return result;
}

struct step_result step_nobody(struct matching *k, const struct subject *of) {
    struct step_result result = {.step = STEP_NONE, .person = NOBODY, .verdict = NOT_HELD};
    (void)k;
    result.text = str_is_none(of->a->name) ? of->a->kana : of->a->name;
    result.sentence = MSG_TRACE_NOBODY;
    return result;
}
