/* People and departments by the texts that lists write, folded at once or by a fold cache. */
#include "fold_cache.h"

struct people_found model_find_people(const struct model *m, struct span person_id) {
    struct index_span people = key_index_get(&m->by_id, model_key(m, FOLD_ID, person_id));
    if (people.count)
        return (struct people_found){people, false};
    people = key_index_get(&m->by_bare_id, model_key(m, FOLD_ID_BARE, person_id));
    return (struct people_found){people, people.count > 0};
}

struct people_found fold_cache_find_people(struct fold_cache *cache, str_id person_id) {
    const struct model *m = cache->model;
    struct index_span people = key_index_get(&m->by_id, fold_cache_key(cache, FOLD_ID, person_id));
    if (people.count)
        return (struct people_found){people, false};
    people = key_index_get(&m->by_bare_id, fold_cache_key(cache, FOLD_ID_BARE, person_id));
    return (struct people_found){people, people.count > 0};
}

struct index_span fold_cache_departments(struct fold_cache *cache, str_id code, str_id name) {
    const struct model *m = cache->model;
    key_id code_key = fold_cache_key(cache, FOLD_ID, code);
    key_id name_key = fold_cache_key(cache, FOLD_WORD, name);
    struct index_span meant = key_is_known(code_key) || key_is_none(code_key)
                                  ? departments_of_keys(m, code_key, name_key)
                                  : (struct index_span){NULL, 0};
    if (meant.count || (key_is_none(code_key) && key_is_none(name_key)))
        return meant;
    return model_departments_meant(m, strpool_text(cache->texts, code),
                                   strpool_text(cache->texts, name));
}
