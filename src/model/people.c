/*
 * Rows of all rosters → people. Rows with one person_id (equal under FOLD_ID), in whatever roster,
 * are concurrent posts of one person, unless their names do not agree: then they are several people
 * of one number. First the rows of each number are brought together (by counting, so that roster
 * order stays), then they are told apart (numbers.c), then those of each person are merged.
 */
#include "people.h"

#include <stdlib.h>

/* Everything the seal of the people works with. */
struct merging {
    struct model *m;
    struct fold_cache **caches; /* one a roster */
    struct roster_row *rows;    /* those of one number stand together */
    VEC(struct spell) spells;   /* of the person at hand */
    struct number_split split;
    struct named_departments *named;
    struct key_pairs by_id, by_bare_id, by_name, by_kana, by_full_name, by_email, by_login;
};

static const struct person_row *row_at(const struct merging *u, struct roster_row at) {
    return &u->m->rosters[at.roster].people.items[at.row];
}

static str_id list_at(const struct merging *u, struct roster_row at, struct texts texts,
                      uint32_t i) {
    return u->m->rosters[at.roster].lists.items[texts.first + i];
}

/* --- Bringing the rows of each number together --- */

static size_t count_rows(const struct model *m) {
    size_t count = 0;
    for (size_t r = 0; r < m->plan->rosters.count; r++)
        count += m->rosters[r].people.count;
    return count;
}

/* The number of each row, in roster order; numbers are counted by first sight. */
static uint32_t *assign_numbers(struct merging *u, size_t row_count, uint32_t *number_count) {
    VEC(uint32_t) number_of_key = {0};
    uint32_t *number_of_row = memory_alloc((row_count + 1) * sizeof *number_of_row);
    size_t n = 0;
    *number_count = 0;
    for (size_t r = 0; r < u->m->plan->rosters.count; r++) {
        const struct source *s = &u->m->rosters[r];
        for (size_t i = 0; i < s->people.count; i++) {
            key_id key = fold_cache_key(u->caches[r], FOLD_ID, s->people.items[i].person_id);
            while (number_of_key.count <= key.n)
                vec_push(&number_of_key, NO_INDEX);
            if (number_of_key.items[key.n] == NO_INDEX)
                number_of_key.items[key.n] = (*number_count)++;
            number_of_row[n++] = number_of_key.items[key.n];
        }
    }
    vec_release(&number_of_key);
    return number_of_row;
}

static bool has_leavers_list(const struct model *m) {
    for (size_t r = 0; r < m->plan->rosters.count; r++) {
        if (m->plan->rosters.items[r].is_leavers)
            return true;
    }
    return false;
}

/* A leavers list that has lost its zeros (2 of 002) speaks of the one whom no other number of the
 * staff lists resembles: the numbers by what is left of them. */
struct bare_numbers {
    bool *is_staff;        /* by number */
    VEC(uint32_t) of_bare; /* by key: its number, NO_INDEX, or SEVERAL_NUMBERS */
};
#define SEVERAL_NUMBERS (NO_INDEX - 1)

static uint32_t *number_of_bare(struct bare_numbers *b, key_id key) {
    while (b->of_bare.count <= key.n)
        vec_push(&b->of_bare, NO_INDEX);
    return &b->of_bare.items[key.n];
}

static void see_staff(struct bare_numbers *b, uint32_t number, key_id key) {
    uint32_t *known = number_of_bare(b, key);
    b->is_staff[number] = true;
    *known = *known == NO_INDEX || *known == number ? number : SEVERAL_NUMBERS;
}

static void see_leaver(struct bare_numbers *b, uint32_t *number, key_id key) {
    uint32_t known = *number_of_bare(b, key);
    if (known < SEVERAL_NUMBERS)
        *number = known;
}

/* The staff lists first, then the leavers whom they do not have. */
static void join_bare_leavers(struct merging *u, uint32_t *number_of_row, uint32_t numbers) {
    struct bare_numbers b = {.is_staff = memory_zeroed(numbers + (size_t)1, sizeof *b.is_staff)};
    for (int pass = 0; pass < 2; pass++) {
        size_t n = 0;
        for (size_t r = 0; r < u->m->plan->rosters.count; r++) {
            bool is_leavers = u->m->plan->rosters.items[r].is_leavers;
            const struct source *s = &u->m->rosters[r];
            for (size_t i = 0; i < s->people.count; i++, n++) {
                if (is_leavers != (pass == 1) || (is_leavers && b.is_staff[number_of_row[n]]))
                    continue;
                key_id key =
                    fold_cache_key(u->caches[r], FOLD_ID_BARE, s->people.items[i].person_id);
                if (is_leavers)
                    see_leaver(&b, &number_of_row[n], key);
                else
                    see_staff(&b, number_of_row[n], key);
            }
        }
    }
    vec_release(&b.of_bare);
    free(b.is_staff);
}

/* Fills u->rows; returns the first row of each number, and one place more. */
static uint32_t *bring_together(struct merging *u, const uint32_t *number_of_row, size_t row_count,
                                uint32_t numbers) {
    uint32_t *first = memory_zeroed(numbers + (size_t)2, sizeof *first);
    for (size_t i = 0; i < row_count; i++)
        first[number_of_row[i] + 2]++;
    for (size_t p = 2; p < numbers + (size_t)2; p++)
        first[p] += first[p - 1];
    u->rows = memory_alloc((row_count + 1) * sizeof *u->rows);
    size_t n = 0;
    for (uint32_t r = 0; r < u->m->plan->rosters.count; r++) {
        for (uint32_t i = 0; i < u->m->rosters[r].people.count; i++)
            u->rows[first[number_of_row[n++] + 1]++] = (struct roster_row){r, i};
    }
    return first;
}

/* --- Merging the rows of one person --- */

static void take_text(str_id *have, struct fold_cache *cache, str_id text) {
    if (str_is_none(*have))
        *have = fold_cache_text(cache, text);
}

static void take_texts(struct merging *u, struct person *p, struct roster_row at) {
    struct fold_cache *cache = u->caches[at.roster];
    const struct person_row *row = row_at(u, at);
    if (str_is_none(p->name) && !str_is_none(row->name))
        p->name_key = fold_cache_key(cache, FOLD_NAME, row->name);
    if (str_is_none(p->kana) && !str_is_none(row->kana))
        p->kana_key = fold_cache_key(cache, FOLD_KANA, row->kana);
    take_text(&p->name, cache, row->name);
    take_text(&p->former_name, cache, row->former_name);
    take_text(&p->kana, cache, row->kana);
    take_text(&p->email, cache, row->email);
    take_text(&p->login, cache, row->login);
    take_text(&p->manager, cache, row->manager);
    take_text(&p->leave_kind, cache, row->leave_kind);
    p->unread = fields_united(p->unread, row->unread);
    if (row->left_on == DATE_UNKNOWN)
        add_field(&p->unread, FIELD_left_on);
    if (row->leave_from == DATE_UNKNOWN)
        add_field(&p->unread, FIELD_leave_from);
    if (row->leave_to == DATE_UNKNOWN)
        add_field(&p->unread, FIELD_leave_to);
}

static void add_name(struct merging *u, struct person *p, struct fold_cache *cache, enum fold fold,
                     str_id text) {
    struct model *m = u->m;
    key_id key = fold_cache_key(cache, fold, text);
    bool is_new = !key_is_none(key);
    for (uint32_t i = 0; is_new && i < p->name_count; i++)
        is_new = !key_equal(m->names.items[p->names + i].key, key);
    if (!is_new)
        return;
    vec_push(&m->names, ((struct person_name){key, fold_cache_text(cache, text)}));
    p->name_count++;
    uint32_t index = (uint32_t)(p - m->people.items);
    key_pairs_add(fold == FOLD_KANA ? &u->by_kana : &u->by_name, key, index);
}

static void add_names(struct merging *u, struct person *p, struct roster_row at) {
    struct fold_cache *cache = u->caches[at.roster];
    const struct person_row *row = row_at(u, at);
    add_name(u, p, cache, FOLD_NAME, row->name);
    add_name(u, p, cache, FOLD_NAME, row->former_name);
    uint32_t index = (uint32_t)(p - u->m->people.items);
    for (uint32_t i = 0; i < row->other_names.count; i++) {
        str_id other = list_at(u, at, row->other_names, i);
        add_name(u, p, cache, FOLD_NAME, other);
        key_pairs_add(&u->by_full_name, fold_cache_key(cache, FOLD_NAME, other), index);
    }
    add_name(u, p, cache, FOLD_NAME, row->romaji);
    add_name(u, p, cache, FOLD_KANA, row->kana);
    key_pairs_add(&u->by_full_name, fold_cache_key(cache, FOLD_NAME, row->name), index);
}

static void add_handles(struct merging *u, struct person *p, struct roster_row at) {
    struct fold_cache *cache = u->caches[at.roster];
    const struct person_row *row = row_at(u, at);
    uint32_t index = (uint32_t)(p - u->m->people.items);
    for (uint32_t i = 0; i < row->emails.count; i++) {
        key_id key = fold_cache_key(cache, FOLD_ID, list_at(u, at, row->emails, i));
        key_pairs_add(&u->by_email, key, index);
        vec_push(&u->m->handles, key);
    }
    for (uint32_t i = 0; i < row->logins.count; i++) {
        key_id key = fold_cache_key(cache, FOLD_ID, list_at(u, at, row->logins, i));
        key_pairs_add(&u->by_login, key, index);
        vec_push(&u->m->handles, key);
    }
    p->handle_count = (uint32_t)u->m->handles.count - p->handles;
}

static void add_roster(struct merging *u, struct person *p, uint32_t roster) {
    struct model *m = u->m;
    if (p->roster_count && m->person_rosters.items[m->person_rosters.count - 1] == roster)
        return;
    vec_push(&m->person_rosters, roster);
    p->roster_count++;
}

static void check_status(struct merging *u, const struct spell *s) {
    struct source *source = &u->m->rosters[s->roster];
    if (s->is_return) {
        struct span day = source_date(source, s->row->left_on);
        source_add_issue(source, &s->row->origin,
                         &(struct join_issue){FIELD_left_on,
                                              day,
                                              MSG_HIRED_AFTER_LEFT,
                                              MSG_LEFT_ON_IGNORED,
                                              {day, source_date(source, s->row->hired_on)}});
    }
    if (s->own.conflict == MSG_NONE)
        return;
    struct span day = source_date(source, s->own.on);
    source_add_issue(source, &s->row->origin,
                     &(struct join_issue){FIELD_status,
                                          day,
                                          s->own.conflict,
                                          MSG_DATES_DECIDED,
                                          {source_header(source, s->own.field), day}});
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
        .kind = row->post_kind,
    };
}

static date later(date a, date b) {
    return a > b ? a : b;
}

static void take_dates(struct person *p, const struct spell *s, date as_of) {
    const struct person_row *row = &s->in_effect;
    if (date_is_known(row->hired_on) &&
        (!date_is_known(p->hired_on) || row->hired_on < p->hired_on))
        p->hired_on = row->hired_on;
    if (date_is_known(row->posted_on) && row->posted_on <= as_of)
        p->posted_on = later(p->posted_on, row->posted_on);
    bool has_leave = date_is_known(p->leave_from) || date_is_known(p->leave_to);
    if (!has_leave && (s->state.state == STATE_LEAVE || p->state != STATE_LEAVE)) {
        p->leave_from = date_is_known(row->leave_from) ? row->leave_from : DATE_NONE;
        p->leave_to = row->leave_to; /* one that could not be read is not an open end */
    }
}

/* Is `a` rather than `b` the main post: the word, the newest posting, the first by code? */
static bool is_rather_main(const struct model *m, const struct post *a, const struct post *b) {
    int a_word = (a->kind == POST_MAIN) - (a->kind == POST_CONCURRENT);
    int b_word = (b->kind == POST_MAIN) - (b->kind == POST_CONCURRENT);
    if (a_word != b_word)
        return a_word > b_word;
    if (a->posted_on != b->posted_on &&
        (date_is_known(a->posted_on) || date_is_known(b->posted_on)))
        return a->posted_on > b->posted_on;
    struct span a_code = model_key_text(m, a->department_code_key);
    struct span b_code = model_key_text(m, b->department_code_key);
    return a_code.n && b_code.n && person_id_compare(a_code, b_code) < 0;
}

/* Puts the main post first; the others stay in their order. */
static void main_post_first(struct model *m, const struct person *p) {
    struct post *posts = &m->posts.items[p->posts];
    uint32_t main = 0;
    for (uint32_t i = 1; i < p->post_count; i++)
        if (is_rather_main(m, &posts[i], &posts[main]))
            main = i;
    struct post post = posts[main];
    memmove(posts + 1, posts, main * sizeof *posts);
    posts[0] = post;
}

/* A row of a leavers list is a post only of somebody whom no other list has. */
static void merge_posts(struct merging *u, struct person *p) {
    struct model *m = u->m;
    bool has_staff_row = false;
    for (size_t i = 0; i < u->spells.count; i++)
        has_staff_row |= !u->spells.items[i].is_leavers;
    p->posts = (uint32_t)m->posts.count;
    for (size_t i = 0; i < u->spells.count; i++) {
        const struct spell *s = &u->spells.items[i];
        struct post post = post_of(u->caches[s->roster], s->row);
        note_department(u->named, &post);
        if (spell_presence(s->state.state) == spell_presence(p->state) &&
            !(s->is_leavers && has_staff_row))
            vec_push(&m->posts, post);
    }
    p->post_count = (uint32_t)m->posts.count - p->posts;
    if (p->post_count > 1)
        main_post_first(m, p);
}

static void note_contradictions(struct merging *u, uint32_t person) {
    for (size_t i = 0; i < u->spells.count; i++) {
        const struct spell *s = &u->spells.items[i];
        if (!spell_is_contradicted(s))
            continue;
        struct contradiction c = {.person = {person},
                                  .roster = s->roster,
                                  .leavers = s->ended_by->roster,
                                  .origin = s->row->origin,
                                  .leaver_origin = s->ended_by->row->origin,
                                  .left_on = s->ended_by->in_effect.left_on,
                                  .staff_says_left = s->own.state == STATE_LEFT};
        vec_push(&u->m->contradictions, c);
    }
}

/* The bare key of a person's ID: where no zero leads, the ID's own, without another look-up. */
static key_id bare_key(struct merging *u, const struct person *p, str_id person_id) {
    struct span id = model_key_text(u->m, p->id_key);
    if (id.n && id.p[0] != '0')
        return p->id_key;
    return fold_cache_key(u->caches[p->roster], FOLD_ID_BARE, person_id);
}

static struct person new_person(struct merging *u, struct roster_row at) {
    const struct person_row *row = row_at(u, at);
    struct fold_cache *cache = u->caches[at.roster];
    return (struct person){.roster = at.roster,
                           .origin = {row->origin.line, fold_cache_text(cache, row->origin.dn)},
                           .person_id = fold_cache_text(cache, row->person_id),
                           .id_key = fold_cache_key(cache, FOLD_ID, row->person_id),
                           .names = (uint32_t)u->m->names.count,
                           .handles = (uint32_t)u->m->handles.count,
                           .rosters = (uint32_t)u->m->person_rosters.count,
                           .hired_on = DATE_NONE,
                           .left_on = DATE_NONE,
                           .leave_from = DATE_NONE,
                           .leave_to = DATE_NONE,
                           .posted_on = DATE_NONE};
}

static void fill_spells(struct merging *u, const struct roster_row *rows, size_t count) {
    u->spells.count = 0;
    for (size_t i = 0; i < count; i++) {
        struct spell s = {.row = row_at(u, rows[i]),
                          .roster = rows[i].roster,
                          .is_leavers = u->m->plan->rosters.items[rows[i].roster].is_leavers};
        vec_push(&u->spells, s);
    }
    spells_settle(u->spells.items, count, u->m->plan->as_of);
}

/* Rows of staff lists stand before those of leavers lists. */
static void merge(struct merging *u, const struct roster_row *rows, size_t count) {
    uint32_t index = (uint32_t)u->m->people.count;
    vec_push(&u->m->people, new_person(u, rows[0]));
    struct person *p = &u->m->people.items[index];
    fill_spells(u, rows, count);
    for (size_t i = 0; i < count; i++) {
        take_texts(u, p, rows[i]);
        add_names(u, p, rows[i]);
        add_handles(u, p, rows[i]);
        add_roster(u, p, rows[i].roster);
        check_status(u, &u->spells.items[i]);
    }
    p->state = spells_state(u->spells.items, count);
    p->left_on = spells_left_on(u->spells.items, count, p->state);
    for (size_t i = 0; i < count; i++)
        take_dates(p, &u->spells.items[i], u->m->plan->as_of);
    merge_posts(u, p);
    note_contradictions(u, index);
    key_pairs_add(&u->by_id, p->id_key, index);
    key_pairs_add(&u->by_bare_id, bare_key(u, p, row_at(u, rows[0])->person_id), index);
}

/* The rows of one number: of one person, nearly always. */
static void merge_number(struct merging *u, struct roster_row *rows, size_t count) {
    if (count == 1) {
        merge(u, rows, 1);
        return;
    }
    number_split(&u->split, u->m, u->caches, rows, count);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && u->split.group[to] == u->split.group[from];)
            to++;
        merge(u, rows + from, to - from);
    }
}

/* --- All of them --- */

static void build_indices(struct merging *u) {
    struct model *m = u->m;
    uint32_t keys = strpool_count(&m->keys);
    key_index_build(&m->by_id, &u->by_id, keys, &m->arena);
    key_index_build(&m->by_bare_id, &u->by_bare_id, keys, &m->arena);
    key_index_build(&m->by_name, &u->by_name, keys, &m->arena);
    key_index_build(&m->by_kana, &u->by_kana, keys, &m->arena);
    key_index_build(&m->by_full_name, &u->by_full_name, keys, &m->arena);
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

static int contradiction_order(const void *left, const void *right) {
    const struct contradiction *a = left, *b = right;
    if (a->roster != b->roster)
        return a->roster < b->roster ? -1 : 1;
    if (a->person.n != b->person.n)
        return a->person.n < b->person.n ? -1 : 1;
    return (a->origin.line > b->origin.line) - (a->origin.line < b->origin.line);
}

static void merge_all(struct merging *u, size_t row_count) {
    struct model *m = u->m;
    uint32_t numbers;
    uint32_t *number_of_row = assign_numbers(u, row_count, &numbers);
    if (has_leavers_list(m))
        join_bare_leavers(u, number_of_row, numbers);
    uint32_t *first = bring_together(u, number_of_row, row_count, numbers);
    vec_reserve(&m->posts, row_count);
    vec_reserve(&m->people, numbers + (size_t)1);
    for (uint32_t n = 0; n < numbers; n++)
        if (first[n + 1] > first[n])
            merge_number(u, u->rows + first[n], first[n + 1] - first[n]);
    if (m->contradictions.count)
        qsort(m->contradictions.items, m->contradictions.count, sizeof *m->contradictions.items,
              contradiction_order);
    m->people_in_id_order = are_in_id_order(m);
    free(number_of_row);
    free(first);
}

void seal_people(struct model *m, struct named_departments *named) {
    size_t rosters = m->plan->rosters.count;
    struct merging u = {.m = m, .named = named};
    u.caches = memory_zeroed(rosters + 1, sizeof *u.caches);
    for (size_t r = 0; r < rosters; r++)
        u.caches[r] = fold_cache_new_sealing(m, &m->rosters[r]);
    merge_all(&u, count_rows(m));
    build_indices(&u);
    for (size_t r = 0; r < rosters; r++)
        fold_cache_free(u.caches[r]);
    number_split_release(&u.split);
    vec_release(&u.spells);
    free(u.caches);
    free(u.rows);
}
