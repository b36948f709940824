/*
 * People who share a name, by department. A few are looked at one by one; where many share a name
 * (and so do many accounts), the departments of all of them are sorted once, so that no account
 * looks at all of them again.
 */
#include "decide.h"

#include <stdlib.h>

enum { FEW = 16 };

/* One post of one of them. */
struct standing {
    uint32_t department, person;
};

struct crowd {
    struct standing *items; /* by department, then person */
    size_t count, capacity;
};

struct crowds {
    VEC(uint32_t) of_name; /* by name key: place in `all` + 1; 0 = not asked yet */
    VEC(struct crowd) all;
};

static int standing_order(const void *left, const void *right) {
    const struct standing *a = left, *b = right;
    if (a->department != b->department)
        return a->department < b->department ? -1 : 1;
    return (a->person > b->person) - (a->person < b->person);
}

static struct crowd crowd_of(const struct model *m, struct index_span people) {
    struct crowd crowd = {0};
    for (uint32_t i = 0; i < people.count; i++) {
        const struct person *p = &m->people.items[people.items[i]];
        for (uint32_t at = 0; at < p->post_count; at++) {
            const struct post *post = &m->posts.items[p->posts + at];
            for (uint32_t d = 0; d < post->departments.count; d++)
                vec_push(&crowd, ((struct standing){post->departments.items[d], people.items[i]}));
        }
    }
    if (crowd.count)
        qsort(crowd.items, crowd.count, sizeof *crowd.items, standing_order);
    return crowd;
}

static const struct crowd *crowd_get(struct matching *k, key_id name, struct index_span people) {
    if (!k->crowds)
        k->crowds = memory_zeroed(1, sizeof *k->crowds);
    struct crowds *c = k->crowds;
    while (c->of_name.count <= name.n)
        vec_push(&c->of_name, 0u);
    uint32_t *place = &c->of_name.items[name.n];
    if (*place == 0) {
        vec_push(&c->all, crowd_of(k->m, people));
        *place = (uint32_t)c->all.count;
    }
    return &c->all.items[*place - 1];
}

static size_t first_of(const struct crowd *crowd, uint32_t department) {
    size_t low = 0, high = crowd->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool is_before = crowd->items[middle].department < department;
        low = is_before ? middle + 1 : low;
        high = is_before ? high : middle;
    }
    return low;
}

void crowd_add_fitting(struct matching *k, key_id name, struct index_span people,
                       struct index_span departments) {
    if (people.count <= FEW) {
        for (uint32_t i = 0; departments.count && i < people.count; i++)
            if (model_person_in(k->m, &k->m->people.items[people.items[i]], departments))
                fitting_add(k, (struct index_span){&people.items[i], 1});
        return;
    }
    const struct crowd *crowd = crowd_get(k, name, people);
    for (uint32_t d = 0; d < departments.count; d++)
        for (size_t i = first_of(crowd, departments.items[d]);
             i < crowd->count && crowd->items[i].department == departments.items[d]; i++)
            fitting_add(k, (struct index_span){&crowd->items[i].person, 1});
}

void crowds_free(struct crowds *crowds) {
    if (!crowds)
        return;
    for (size_t i = 0; i < crowds->all.count; i++)
        vec_release(&crowds->all.items[i]);
    vec_release(&crowds->all);
    vec_release(&crowds->of_name);
    free(crowds);
}
