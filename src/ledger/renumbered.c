#include "renumbered.h"

#include "load_internal.h"
#include "tenko/fold.h"

#include <stdlib.h>

struct numbered_person {
    struct span key; /* the number, folded, without leading zeros */
    const struct person_record *person;
};

struct numbered_people {
    uint64_t run;
    struct loaded_run *loaded;
    VEC(struct numbered_person) items; /* by key */
    struct arena arena;
};

/* --- The people of a run --- */

static int by_key(const void *a, const void *b) {
    const struct numbered_person *x = a, *y = b;
    return span_compare(x->key, y->key);
}

static struct numbered_people *number_people(uint64_t run, struct loaded_run *loaded) {
    struct numbered_people *all = memory_zeroed(1, sizeof *all);
    struct strbuf key = {0};
    all->run = run;
    all->loaded = loaded;
    for (size_t i = 0; i < loaded->people.count; i++) {
        const struct person_record *p = &loaded->people.items[i];
        fold_text(FOLD_ID_BARE, p->person_id, &key);
        struct span kept = arena_copy(&all->arena, strbuf_span(&key));
        vec_push(&all->items, ((struct numbered_person){kept, p}));
    }
    strbuf_release(&key);
    if (all->items.count)
        qsort(all->items.items, all->items.count, sizeof *all->items.items, by_key);
    return all;
}

/* NULL: the run could not be read. */
static const struct numbered_people *people_of(struct renumbering *r, uint64_t run) {
    for (size_t i = 0; i < r->runs.count; i++)
        if (r->runs.items[i]->run == run)
            return r->runs.items[i];
    struct loaded_run *loaded;
    if (r->failed || !ledger_load_parts(&loaded, r->store, run, LEDGER_PEOPLE, &r->err)) {
        r->failed = true;
        return NULL;
    }
    vec_push(&r->runs, number_people(run, loaded));
    return r->runs.items[r->runs.count - 1];
}

/* --- One person, or two --- */

/* What is not given is nobody's. */
static bool is_same(enum fold kind, struct span a, struct span b) {
    return a.n && fold_equal(kind, a, b);
}

static bool share_handle(const struct person_record *a, const struct person_record *b) {
    return is_same(FOLD_ID, a->email, b->email) || is_same(FOLD_ID, a->login, b->login) ||
           is_same(FOLD_ID, a->email, b->login) || is_same(FOLD_ID, a->login, b->email);
}

static size_t first_of(const struct numbered_people *all, struct span key) {
    size_t low = 0, high = all->items.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (span_compare(all->items.items[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Does nobody there have the number, or only who is this person too? */
static bool is_free_for(const struct numbered_people *all, struct span person_id,
                        const struct person_record *who) {
    struct strbuf key = {0};
    fold_text(FOLD_ID_BARE, person_id, &key);
    size_t i = first_of(all, strbuf_span(&key));
    bool is_there = false, is_who = false;
    for (; i < all->items.count && span_equal(all->items.items[i].key, strbuf_span(&key)); i++) {
        const struct person_record *p = all->items.items[i].person;
        is_there = true;
        is_who |= is_same(FOLD_NAME, p->name, who->name) && share_handle(p, who);
    }
    strbuf_release(&key);
    return !is_there || is_who;
}

static const struct person_record *holder_of(const struct numbered_people *all,
                                             const struct account_record *a) {
    uint32_t person = loaded_find_person(all->loaded, a->person, a->person_id);
    return person == NO_ROW ? NULL : &all->loaded->people.items[person];
}

bool is_renumbered(struct renumbering *r, uint64_t from, const struct account_record *a,
                   uint64_t to, const struct account_record *b) {
    const struct numbered_people *before = people_of(r, from);
    const struct numbered_people *after = before ? people_of(r, to) : NULL;
    if (!after)
        return false;
    const struct person_record *was = holder_of(before, a), *is = holder_of(after, b);
    return was && is && is_same(FOLD_NAME, was->name, is->name) &&
           is_free_for(after, a->person_id, is) && is_free_for(before, b->person_id, was);
}

void renumbering_release(struct renumbering *r) {
    for (size_t i = 0; i < r->runs.count; i++) {
        struct numbered_people *all = r->runs.items[i];
        loaded_free(all->loaded);
        vec_release(&all->items);
        arena_release(&all->arena);
        free(all);
    }
    vec_release(&r->runs);
}
