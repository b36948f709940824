/*
 * Rows of all rosters → people. Rows with one person_id (equal under FOLD_ID), in whatever roster,
 * are concurrent posts of one person. First every row is given its person, then the rows are
 * brought together (by counting, so that roster order stays), then each person is united.
 */
#include "seal.h"

#include <stdlib.h>

struct roster_row {
    uint32_t roster, row;
};

/* Everything the seal of the people works with. */
struct uniting {
    struct model *m;
    struct fold_cache **caches; /* one a roster */
    struct roster_row *rows;    /* those of one person stand together */
    struct row_state *states;   /* of the person at hand */
    size_t states_room;
    struct named_departments *named;
    struct key_pairs by_id, by_bare_id, by_name, by_email, by_login;
};

static const struct person_row *row_at(const struct uniting *u, struct roster_row at) {
    return &u->m->rosters[at.roster].people.items[at.row];
}

/* --- Giving every row its person --- */

static size_t count_rows(const struct model *m) {
    size_t count = 0;
    for (size_t r = 0; r < m->plan->rosters.count; r++)
        count += m->rosters[r].people.count;
    return count;
}

/* The person of each row, in roster order; persons are numbered by first sight. */
static person_ref *assign_people(struct uniting *u, size_t row_count) {
    VEC(person_ref) person_of_key = {0};
    person_ref *person_of_row = memory_alloc((row_count + 1) * sizeof *person_of_row);
    uint32_t people = 0;
    size_t n = 0;
    for (size_t r = 0; r < u->m->plan->rosters.count; r++) {
        const struct source *s = &u->m->rosters[r];
        for (size_t i = 0; i < s->people.count; i++) {
            key_id key = fold_cache_key(u->caches[r], FOLD_ID, s->people.items[i].person_id);
            while (person_of_key.count <= key.n)
                vec_push(&person_of_key, NOBODY);
            if (!is_somebody(person_of_key.items[key.n]))
                person_of_key.items[key.n] = (person_ref){people++};
            person_of_row[n++] = person_of_key.items[key.n];
        }
    }
    vec_release(&person_of_key);
    u->m->people.items = memory_zeroed(people + (size_t)1, sizeof *u->m->people.items);
    u->m->people.count = people;
    u->m->people.capacity = people + (size_t)1;
    return person_of_row;
}

/* Fills u->rows; returns the first row of each person, and one place more. */
static uint32_t *bring_together(struct uniting *u, const person_ref *person_of_row,
                                size_t row_count) {
    size_t people = u->m->people.count;
    uint32_t *first = memory_zeroed(people + 2, sizeof *first);
    for (size_t i = 0; i < row_count; i++)
        first[person_of_row[i].n + 2]++;
    for (size_t p = 2; p < people + 2; p++)
        first[p] += first[p - 1];
    u->rows = memory_alloc((row_count + 1) * sizeof *u->rows);
    size_t n = 0;
    for (uint32_t r = 0; r < u->m->plan->rosters.count; r++) {
        for (uint32_t i = 0; i < u->m->rosters[r].people.count; i++)
            u->rows[first[person_of_row[n++].n + 1]++] = (struct roster_row){r, i};
    }
    return first;
}

/* --- Uniting one person --- */

static str_id first_text(str_id have, struct fold_cache *cache, str_id text) {
    return !str_is_none(have) ? have : fold_cache_text(cache, text);
}

static void take_name(struct uniting *u, struct person *p, struct roster_row at,
                      const struct person_row *row) {
    struct fold_cache *cache = u->caches[at.roster];
    if (str_is_none(p->name) && !str_is_none(row->name)) {
        p->name = fold_cache_text(cache, row->name);
        p->name_key = fold_cache_key(cache, FOLD_NAME, row->name);
        p->name_unordered_key = fold_cache_unordered(cache, row->name);
    }
    if (str_is_none(p->former_name) && !str_is_none(row->former_name)) {
        p->former_name = fold_cache_text(cache, row->former_name);
        p->former_key = fold_cache_key(cache, FOLD_NAME, row->former_name);
        p->former_unordered_key = fold_cache_unordered(cache, row->former_name);
    }
    if (str_is_none(p->kana) && !str_is_none(row->kana)) {
        p->kana = fold_cache_text(cache, row->kana);
        p->kana_key = fold_cache_key(cache, FOLD_KANA, row->kana);
    }
}

/* Does the row's name fit the person, whose first name and former name are known? */
static bool name_fits(struct uniting *u, const struct person *p, struct roster_row at,
                      const struct person_row *row) {
    struct fold_cache *cache = u->caches[at.roster];
    key_id name = fold_cache_key(cache, FOLD_NAME, row->name);
    key_id unordered = fold_cache_unordered(cache, row->name);
    return key_is_none(name) || key_equal(name, p->name_key) ||
           key_equal(unordered, p->name_unordered_key) || key_equal(name, p->former_key) ||
           key_equal(unordered, p->former_unordered_key) ||
           key_equal(fold_cache_key(cache, FOLD_NAME, row->former_name), p->name_key);
}

static void check_name(struct uniting *u, const struct person *p, struct roster_row at,
                       const struct person_row *row) {
    struct source *s = &u->m->rosters[at.roster];
    if (name_fits(u, p, at, row))
        return;
    const struct source *first = &u->m->rosters[p->roster];
    struct strbuf where = {0};
    strbuf_addf(&where, "%s:%u", first->display, (unsigned)p->origin.line);
    source_add_issue(s, &row->origin, FIELD_name, source_text(s, row->name),
                     MSG_PERSON_ID_TWO_NAMES, MSG_FIRST_NAME_KEPT, source_text(s, row->person_id),
                     arena_copy(&s->arena, strbuf_span(&where)));
    strbuf_release(&where);
}

static void check_status(struct uniting *u, struct roster_row at, const struct person_row *row,
                         struct row_state state) {
    if (state.conflict == MSG_NONE)
        return;
    struct source *s = &u->m->rosters[at.roster];
    struct span day = source_date(s, state.on);
    source_add_issue(s, &row->origin, FIELD_status, day, state.conflict, MSG_DATES_DECIDED,
                     source_header(s, state.field), day);
}

/* Departments are collected from every row, also from posts that have ended. */
static void note_department(struct named_departments *named, const struct post *post) {
    if (key_is_none(post->department_code_key) && key_is_none(post->department_key))
        return;
    uint32_t next = (uint32_t)named->list.count;
    if (pair_map_put(&named->seen, post->department_code_key.n, post->department_key.n, next) ==
        next)
        vec_push(&named->list,
                 ((struct named_department){post->department_code, post->department,
                                            post->department_code_key, post->department_key}));
}

static struct post post_of(struct fold_cache *cache, const struct person_row *row) {
    return (struct post){
        .department_code = fold_cache_text(cache, row->department_code),
        .department = fold_cache_text(cache, row->department),
        .job_type = fold_cache_text(cache, row->job_type),
        .position = fold_cache_text(cache, row->position),
        .employment = fold_cache_text(cache, row->employment),
        .department_code_key = fold_cache_key(cache, FOLD_ID, row->department_code),
        .department_key = fold_cache_key(cache, FOLD_WORD, row->department),
        .job_type_key = fold_cache_key(cache, FOLD_WORD, row->job_type),
        .position_key = fold_cache_key(cache, FOLD_WORD, row->position),
        .employment_key = fold_cache_key(cache, FOLD_WORD, row->employment),
        .posted_on = row->posted_on,
    };
}

/* How present a row is: a post that lasts, one to come, one that has ended. */
static int presence(enum person_state state) {
    return state == STATE_LEFT ? 0 : state == STATE_FUTURE ? 1 : 2;
}

/*
 * The person's state: left only if every row has; on leave if any lasting row is, for often only
 * the main post's row carries the dates. Somebody whose old post has ended and whose new one is
 * still to come is not here today: future.
 */
static enum person_state united_state(const struct row_state *states, size_t count) {
    int most = 0;
    bool is_on_leave = false;
    for (size_t i = 0; i < count; i++) {
        int here = presence(states[i].state);
        most = here > most ? here : most;
        is_on_leave |= states[i].state == STATE_LEAVE;
    }
    if (most == 2)
        return is_on_leave ? STATE_LEAVE : STATE_ACTIVE;
    return most == 1 ? STATE_FUTURE : STATE_LEFT;
}

/* The latest left_on, unless a row that has not ended is open. */
static date united_left_on(const struct uniting *u, const struct roster_row *rows, size_t count) {
    date latest = DATE_NONE;
    for (size_t i = 0; i < count; i++) {
        date left_on = row_at(u, rows[i])->left_on;
        if (!date_is_known(left_on) && u->states[i].state != STATE_LEFT)
            return DATE_NONE;
        if (date_is_known(left_on) && (!date_is_known(latest) || left_on > latest))
            latest = left_on;
    }
    return latest;
}

static void take_dates(struct person *p, const struct person_row *row, enum person_state state,
                       date as_of) {
    if (date_is_known(row->hired_on) &&
        (!date_is_known(p->hired_on) || row->hired_on < p->hired_on))
        p->hired_on = row->hired_on;
    if (date_is_known(row->posted_on) && row->posted_on <= as_of &&
        (!date_is_known(p->posted_on) || row->posted_on > p->posted_on))
        p->posted_on = row->posted_on;
    bool has_leave = date_is_known(p->leave_from) || date_is_known(p->leave_to);
    if (!has_leave && (state == STATE_LEAVE || p->state != STATE_LEAVE)) {
        p->leave_from = row->leave_from;
        p->leave_to = row->leave_to;
    }
}

static void unite_posts(struct uniting *u, struct person *p, const struct roster_row *rows,
                        size_t count) {
    struct model *m = u->m;
    p->posts = (uint32_t)m->posts.count;
    for (size_t i = 0; i < count; i++) {
        struct post post = post_of(u->caches[rows[i].roster], row_at(u, rows[i]));
        note_department(u->named, &post);
        if (presence(u->states[i].state) == presence(p->state))
            vec_push(&m->posts, post);
    }
    p->post_count = (uint32_t)m->posts.count - p->posts;
}

/* The bare key of a person's ID: where no zero leads, the ID's own, without another look-up. */
static key_id bare_key(struct uniting *u, const struct person *p, str_id person_id) {
    struct span id = model_key_text(u->m, p->id_key);
    if (id.n && id.p[0] != '0')
        return p->id_key;
    return fold_cache_key(u->caches[p->roster], FOLD_ID_BARE, person_id);
}

static void index_person(struct uniting *u, uint32_t index, const struct roster_row *rows,
                         size_t count) {
    const struct person *p = &u->m->people.items[index];
    struct fold_cache *cache;
    key_pairs_add(&u->by_id, p->id_key, index);
    key_pairs_add(&u->by_bare_id, bare_key(u, p, row_at(u, rows[0])->person_id), index);
    key_pairs_add(&u->by_name, p->name_key, index);
    key_pairs_add(&u->by_name, p->name_unordered_key, index);
    key_pairs_add(&u->by_name, p->former_key, index);
    key_pairs_add(&u->by_name, p->former_unordered_key, index);
    for (size_t i = 0; i < count; i++) {
        const struct person_row *row = row_at(u, rows[i]);
        cache = u->caches[rows[i].roster];
        key_pairs_add(&u->by_email, fold_cache_key(cache, FOLD_ID, row->email), index);
        key_pairs_add(&u->by_login, fold_cache_key(cache, FOLD_ID, row->login), index);
    }
}

static struct person new_person(struct uniting *u, struct roster_row at) {
    const struct person_row *row = row_at(u, at);
    struct fold_cache *cache = u->caches[at.roster];
    return (struct person){.roster = at.roster,
                           .origin = {row->origin.line, fold_cache_text(cache, row->origin.dn)},
                           .person_id = fold_cache_text(cache, row->person_id),
                           .id_key = fold_cache_key(cache, FOLD_ID, row->person_id),
                           .hired_on = DATE_NONE,
                           .left_on = DATE_NONE,
                           .leave_from = DATE_NONE,
                           .leave_to = DATE_NONE,
                           .posted_on = DATE_NONE};
}

static void unite(struct uniting *u, uint32_t index, const struct roster_row *rows, size_t count) {
    struct person *p = &u->m->people.items[index];
    date as_of = u->m->plan->as_of;
    if (count > u->states_room)
        u->states = vec_grow(u->states, &u->states_room, count, sizeof *u->states);
    *p = new_person(u, rows[0]);
    for (size_t i = 0; i < count; i++) {
        const struct person_row *row = row_at(u, rows[i]);
        u->states[i] = row_state(row, as_of);
        check_status(u, rows[i], row, u->states[i]);
        take_name(u, p, rows[i], row);
        p->email = first_text(p->email, u->caches[rows[i].roster], row->email);
        p->login = first_text(p->login, u->caches[rows[i].roster], row->login);
    }
    p->state = united_state(u->states, count);
    p->left_on = united_left_on(u, rows, count);
    for (size_t i = 0; i < count; i++) {
        take_dates(p, row_at(u, rows[i]), u->states[i].state, as_of);
        if (i > 0)
            check_name(u, p, rows[i], row_at(u, rows[i]));
    }
    unite_posts(u, p, rows, count);
    index_person(u, index, rows, count);
}

/* --- All of them --- */

static void build_indices(struct uniting *u) {
    struct model *m = u->m;
    uint32_t keys = strpool_count(&m->keys);
    key_index_build(&m->by_id, &u->by_id, keys, &m->arena);
    key_index_build(&m->by_bare_id, &u->by_bare_id, keys, &m->arena);
    key_index_build(&m->by_name, &u->by_name, keys, &m->arena);
    key_index_build(&m->by_email, &u->by_email, keys, &m->arena);
    key_index_build(&m->by_login, &u->by_login, keys, &m->arena);
}

static bool are_in_id_order(const struct model *m) {
    for (size_t i = 1; i < m->people.count; i++) {
        const struct person *p = &m->people.items[i];
        if (person_id_compare(model_text(m, p[-1].person_id), model_text(m, p->person_id)) > 0)
            return false;
    }
    return true;
}

void seal_people(struct model *m, struct named_departments *named) {
    size_t rosters = m->plan->rosters.count, row_count = count_rows(m);
    struct uniting u = {.m = m, .named = named};
    u.caches = memory_zeroed(rosters + 1, sizeof *u.caches);
    for (size_t r = 0; r < rosters; r++)
        u.caches[r] = fold_cache_new_sealing(m, &m->rosters[r]);
    person_ref *person_of_row = assign_people(&u, row_count);
    uint32_t *first = bring_together(&u, person_of_row, row_count);
    vec_reserve(&m->posts, row_count);
    for (uint32_t p = 0; p < m->people.count; p++)
        unite(&u, p, u.rows + first[p], first[p + 1] - first[p]);
    m->people_in_id_order = are_in_id_order(m);
    build_indices(&u);
    for (size_t r = 0; r < rosters; r++)
        fold_cache_free(u.caches[r]);
    free(u.caches);
    free(u.rows);
    free(u.states);
    free(person_of_row);
    free(first);
}
