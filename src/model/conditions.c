/* Does a person have a value, meet a condition, fit a grant: over all posts, field by field. */
#include "seal.h"

static bool has_value(const struct model *m, const struct person *p, size_t key_at, key_id key) {
    for (uint32_t i = 0; i < p->post_count; i++) {
        const struct post *post = &m->posts.items[p->posts + i];
        if (key_equal(*(const key_id *)((const char *)post + key_at), key))
            return true;
    }
    return false;
}

static bool contains(struct index_span ascending, uint32_t wanted) {
    uint32_t low = 0, high = ascending.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (ascending.items[middle] == wanted)
            return true;
        bool is_before = ascending.items[middle] < wanted;
        low = is_before ? middle + 1 : low;
        high = is_before ? high : middle;
    }
    return false;
}

/* Both ascend; hundreds of departments may have one name. */
static bool any_equal(struct index_span a, struct index_span b) {
    struct index_span few = a.count < b.count ? a : b, many = a.count < b.count ? b : a;
    for (uint32_t i = 0; i < few.count; i++)
        if (contains(many, few.items[i]))
            return true;
    return false;
}

bool model_person_in(const struct model *m, const struct person *p, struct index_span departments) {
    for (uint32_t i = 0; departments.count && i < p->post_count; i++)
        if (any_equal(m->posts.items[p->posts + i].departments, departments))
            return true;
    return false;
}

static bool is_in_department(const struct model *m, const struct person *p, key_id key) {
    return model_person_in(m, p, model_departments_called(m, key));
}

bool model_person_has(const struct model *m, const struct person *p, enum field field, key_id key) {
    if (!key_is_known(key))
        return false;
    switch (field) {
    case FIELD_employment:
        return has_value(m, p, offsetof(struct post, employment_key), key);
    case FIELD_department:
        return is_in_department(m, p, key);
    case FIELD_job_type:
        return has_value(m, p, offsetof(struct post, job_type_key), key);
    case FIELD_position:
        return has_value(m, p, offsetof(struct post, position_key), key);
    default:
        return false;
    }
}

/* An empty list asks for nothing. */
static bool has_one_of(const struct model *m, const struct person *p, enum field field,
                       const key_id *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (model_person_has(m, p, field, keys[i]))
            return true;
    }
    return count == 0;
}

bool model_meets(const struct model *m, const struct person *p,
                 const struct condition_keys *condition) {
    const struct condition_keys *c = condition;
    return has_one_of(m, p, FIELD_employment, c->employment.items, c->employment.count) &&
           has_one_of(m, p, FIELD_department, c->department.items, c->department.count) &&
           has_one_of(m, p, FIELD_job_type, c->job_type.items, c->job_type.count) &&
           has_one_of(m, p, FIELD_position, c->position.items, c->position.count);
}

static bool fits(const struct model *m, const struct person *p, enum field field, key_id key) {
    return key_is_none(key) || model_person_has(m, p, field, key);
}

/* The raw text of a post, or for a department also its code. */
static bool post_has_glob(const struct model *m, const struct post *post, enum field field,
                          struct span glob) {
    switch (field) {
    case FIELD_department:
        return glob_match(glob, model_text(m, post->department)) ||
               glob_match(glob, model_text(m, post->department_code));
    case FIELD_job_type:
        return glob_match(glob, model_text(m, post->job_type));
    case FIELD_position:
        return glob_match(glob, model_text(m, post->position));
    default:
        return glob_match(glob, model_text(m, post->employment));
    }
}

static bool fits_glob(const struct model *m, const struct person *p, enum field field, key_id key) {
    struct span glob = model_key_text(m, key);
    if (key_is_none(key) || !glob_has_signs(glob))
        return fits(m, p, field, key);
    for (uint32_t i = 0; i < p->post_count; i++)
        if (post_has_glob(m, &m->posts.items[p->posts + i], field, glob))
            return true;
    return false;
}

bool model_grant_fits(const struct model *m, const struct role_grant *grant,
                      const struct person *p) {
    if (grant->has_globs)
        return fits_glob(m, p, FIELD_department, grant->department) &&
               fits_glob(m, p, FIELD_job_type, grant->job_type) &&
               fits_glob(m, p, FIELD_position, grant->position) &&
               fits_glob(m, p, FIELD_employment, grant->employment);
    return fits(m, p, FIELD_department, grant->department) &&
           fits(m, p, FIELD_job_type, grant->job_type) &&
           fits(m, p, FIELD_position, grant->position) &&
           fits(m, p, FIELD_employment, grant->employment);
}
