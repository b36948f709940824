/*
 * role-outlier: a role that hardly anybody of the holder's department has. Who has what is counted
 * once a system: pairs of a department and a person, and of a department, a role and a person, are
 * sorted, so that counting costs n log n.
 */
#include "families.h"

#include <stdlib.h>

enum { LEAST_PEOPLE = 10 };

/* A person of a department, who has a role in the system; role 0 = has an account. */
struct holder_of_role {
    uint32_t department, role, person;
};

struct outliers {
    VEC(struct holder_of_role) items;
    struct strpool roles; /* folded */
    struct strbuf scratch;
};

static int holder_order(const void *left, const void *right) {
    const struct holder_of_role *a = left, *b = right;
    if (a->department != b->department)
        return a->department < b->department ? -1 : 1;
    if (a->role != b->role)
        return a->role < b->role ? -1 : 1;
    return (a->person > b->person) - (a->person < b->person);
}

/* Of the main post; NO_INDEX = not known. */
static uint32_t department_of(const struct judge *j, const struct person *p) {
    if (!p->post_count)
        return NO_INDEX;
    struct index_span departments = j->m->posts.items[p->posts].departments;
    return departments.count ? departments.items[0] : NO_INDEX;
}

/* Texts of one role may differ in spelling: each is numbered by its folded form. */
static uint32_t role_number(struct outliers *o, struct span role) {
    fold_text(FOLD_WORD, role, &o->scratch);
    return strpool_intern(&o->roles, strbuf_span(&o->scratch)).n;
}

static void collect(struct outliers *o, const struct judge *j, struct system_case *in) {
    struct account_case c = {.in = in};
    for (uint32_t i = 0; i < j->source->accounts.count; i++) {
        account_case_set(&c, j, (account_ref){i});
        if (c.h->outcome != OUTCOME_LINKED || c.p->state == STATE_LEFT ||
            !account_is_enabled(c.a, j->day))
            continue;
        uint32_t department = department_of(j, c.p);
        if (department == NO_INDEX)
            continue;
        vec_push(&o->items, ((struct holder_of_role){department, 0, c.h->person.n}));
        for (uint32_t r = 0; r < c.a->role_count; r++) {
            struct span role = source_text(j->source, j->source->lists.items[c.a->roles + r]);
            uint32_t number = role_number(o, role);
            vec_push(&o->items, ((struct holder_of_role){department, number, c.h->person.n}));
        }
    }
}

static struct outliers *outliers_new(const struct judge *j, struct system_case *in) {
    struct outliers *o = memory_zeroed(1, sizeof *o);
    collect(o, j, in);
    if (o->items.count)
        qsort(o->items.items, o->items.count, sizeof *o->items.items, holder_order);
    size_t kept = 0;
    for (size_t i = 0; i < o->items.count; i++)
        if (i == 0 || holder_order(&o->items.items[i], &o->items.items[kept - 1]) != 0)
            o->items.items[kept++] = o->items.items[i];
    o->items.count = kept;
    return o;
}

void outliers_free(struct outliers *o) {
    if (!o)
        return;
    vec_release(&o->items);
    strpool_release(&o->roles);
    strbuf_release(&o->scratch);
    free(o);
}

static size_t lower_bound(const struct outliers *o, struct holder_of_role wanted) {
    size_t low = 0, high = o->items.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (holder_order(&o->items.items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* People of the department that have the role (0: an account). */
static size_t people_with(const struct outliers *o, uint32_t department, uint32_t role) {
    return lower_bound(o, (struct holder_of_role){department, role + 1, 0}) -
           lower_bound(o, (struct holder_of_role){department, role, 0});
}

void judge_role_outlier(struct judge *j, struct account_case *c) {
    if (!c->in->outliers)
        c->in->outliers = outliers_new(j, c->in);
    struct outliers *o = c->in->outliers;
    uint32_t department = department_of(j, c->p);
    size_t colleagues = department == NO_INDEX ? 0 : people_with(o, department, 0);
    if (colleagues < LEAST_PEOPLE || !c->a->role_count)
        return;
    struct span *roles = arena_array(j->arena, c->a->role_count, sizeof *roles);
    size_t count = 0, most = 0;
    for (uint32_t r = 0; r < c->a->role_count; r++) {
        struct span role = source_text(j->source, j->source->lists.items[c->a->roles + r]);
        size_t holders = people_with(o, department, role_number(o, role));
        if (holders * 100 > colleagues * (size_t)j->days[THRESHOLD_outlier_percent])
            continue;
        roles[count++] = role;
        most = holders > most ? holders : most;
    }
    if (!count)
        return;
    say_matched_by(j, c);
    say_all_texts(j, "roles", roles, count);
    say_number(j, "holders", (int64_t)most);
    say_number(j, "colleagues", (int64_t)colleagues);
    say_posts(j, "departments", c->p, FIELD_department);
    say_threshold(j);
    raise_account(j, c);
}
