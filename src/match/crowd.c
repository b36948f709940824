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

/* Those of them whom the system's rosters have. */
struct crowd {
    struct index_list all;      /* as the model has them */
    VEC(struct standing) posts; /* by department, then person; each once */
    struct index_list by_posts; /* the people of `posts` */
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

static void add_posts(struct crowd *crowd, const struct model *m, uint32_t person) {
    const struct person *p = &m->people.items[person];
    for (uint32_t at = 0; at < p->post_count; at++) {
        const struct post *post = &m->posts.items[p->posts + at];
        for (uint32_t d = 0; d < post->departments.count; d++)
            vec_push(&crowd->posts, ((struct standing){post->departments.items[d], person}));
    }
}

static struct crowd crowd_of(const struct matching *k, struct index_span people) {
    struct crowd crowd = {0};
    size_t kept = 0;
    for (uint32_t i = 0; i < people.count; i++)
        if (is_of_system(k, &k->m->people.items[people.items[i]])) {
            vec_push(&crowd.all, people.items[i]);
            add_posts(&crowd, k->m, people.items[i]);
        }
    struct standing *posts = crowd.posts.items;
    if (posts)
        qsort(posts, crowd.posts.count, sizeof *posts, standing_order);
    for (size_t i = 0; posts && i < crowd.posts.count; i++)
        if (i == 0 || standing_order(&posts[i], &posts[kept - 1]) != 0)
            posts[kept++] = posts[i];
    crowd.posts.count = kept;
    for (size_t i = 0; i < kept; i++)
        vec_push(&crowd.by_posts, posts[i].person);
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
        vec_push(&c->all, crowd_of(k, people));
        *place = (uint32_t)c->all.count;
    }
    return &c->all.items[*place - 1];
}

static size_t first_of(const struct crowd *crowd, uint32_t department) {
    size_t low = 0, high = crowd->posts.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool is_before = crowd->posts.items[middle].department < department;
        low = is_before ? middle + 1 : low;
        high = is_before ? high : middle;
    }
    return low;
}

/* The people of one department. */
static struct index_span people_in(const struct crowd *crowd, uint32_t department) {
    size_t first = first_of(crowd, department);
    return (struct index_span){crowd->by_posts.items + first,
                               (uint32_t)(first_of(crowd, department + 1) - first)};
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
        fitting_add(k, people_in(crowd, departments.items[d]));
}

bool crowd_find(struct matching *k, key_id name, struct index_span people, uint32_t department,
                struct index_span *found) {
    if (people.count <= FEW)
        return false;
    *found = people_in(crowd_get(k, name, people), department);
    return true;
}

struct index_span crowd_of_system(struct matching *k, key_id name, struct index_span people) {
    if (!k->holds_roster || people.count <= FEW)
        return people_of_system(k, people);
    const struct crowd *crowd = crowd_get(k, name, people);
    return (struct index_span){crowd->all.items, (uint32_t)crowd->all.count};
}

void crowds_free(struct crowds *crowds) {
    if (!crowds)
        return;
    for (size_t i = 0; i < crowds->all.count; i++) {
        vec_release(&crowds->all.items[i].all);
        vec_release(&crowds->all.items[i].posts);
        vec_release(&crowds->all.items[i].by_posts);
    }
    vec_release(&crowds->all);
    vec_release(&crowds->of_name);
    free(crowds);
}
