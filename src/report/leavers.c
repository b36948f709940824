/* Who left, and what is left of them. */
#include "leavers.h"

#include "tenko/parallel.h"
#include "tenko/strpool.h"

#include <stdlib.h>

enum { CHUNK = 4096 };
#define NOT_LISTED UINT32_MAX

/* --- Who --- */

static bool is_within(date day, date from, int64_t to) {
    return date_is_known(day) && day >= from && day <= to;
}

/* Why the person is listed; false if he is not. Dates that nobody knows are no reason to leave
 * somebody out who is gone. */
static bool reason_of(const struct run_head *head, const struct person_record *p,
                      enum leaver_reason *out) {
    date start = head->fiscal_year_start, day = head->as_of;
    *out = LEAVER_LEFT;
    if (span_equal(p->state, SPAN("left")))
        return !date_is_known(p->left_on) || p->left_on >= start;
    *out = LEAVER_LEAVING;
    if (is_within(p->left_on, day, (int64_t)day + head->leaving_soon_days))
        return true;
    *out = LEAVER_ON_LEAVE;
    if (date_is_known(p->leave_from))
        return is_within(p->leave_from, start, day);
    return span_equal(p->state, SPAN("leave"));
}

/* --- Against what --- */

static bool is_on(const struct run_record *r, const struct person_record *p, struct span roster) {
    if (!p->roster_count)
        return span_equal(r->inputs[p->input].name, roster);
    for (uint32_t i = 0; i < p->roster_count; i++)
        if (span_equal(p->rosters[i], roster))
            return true;
    return false;
}

static bool may_hold(const struct run_record *r, const struct person_record *p,
                     const struct input_record *in) {
    for (uint32_t i = 0; i < in->roster_count; i++)
        if (is_on(r, p, in->rosters[i]))
            return true;
    return in->roster_count == 0;
}

/* The rosters of a person in one text: people with the same have the same targets. */
static void roster_key(const struct run_record *r, const struct person_record *p,
                       struct strbuf *key) {
    strbuf_clear(key);
    if (!p->roster_count)
        strbuf_add_span(key, r->inputs[p->input].name);
    strbuf_add_char(key, '\n');
    for (uint32_t i = 0; i < p->roster_count; i++) {
        strbuf_add_span(key, p->rosters[i]);
        strbuf_add_char(key, '\n');
    }
}

static void add_target_set(struct leavers *l, const struct person_record *p) {
    const struct run_record *r = l->record;
    struct target_set set = {.count = 0};
    set.inputs = arena_array(&l->arena, r->input_count + 1, sizeof *set.inputs);
    for (size_t i = r->first_input[INPUT_SYSTEM]; i < r->first_input[INPUT_TABLE]; i++)
        if (r->inputs[i].kind != INPUT_SYSTEM || may_hold(r, p, &r->inputs[i]))
            set.inputs[set.count++] = (uint32_t)i;
    vec_push(&l->target_sets, set);
}

/* Lists them; returns by person the leaver, or NOT_LISTED. */
static uint32_t *list_leavers(struct leavers *l) {
    const struct run_record *r = l->record;
    uint32_t *of_person = memory_alloc((r->person_count + 1) * sizeof *of_person);
    struct strpool keys = {0};
    struct strbuf key = {0};
    struct person_record p;
    for (size_t i = 0; i < r->person_count; i++) {
        struct leaver leaver = {.person = (uint32_t)i, .first_row = l->row_count};
        of_person[i] = NOT_LISTED;
        if (r->rows->is_staying && r->rows->is_staying(r->from, i))
            continue;
        r->rows->person(r->from, i, &p);
        if (!reason_of(&r->head, &p, &leaver.reason))
            continue;
        roster_key(r, &p, &key);
        leaver.targets = strpool_intern(&keys, strbuf_span(&key)).n - 1;
        if (leaver.targets == l->target_sets.count)
            add_target_set(l, &p);
        of_person[i] = (uint32_t)l->items.count;
        l->row_count += l->target_sets.items[leaver.targets].count;
        vec_push(&l->items, leaver);
    }
    strbuf_release(&key);
    strpool_release(&keys);
    return of_person;
}

/* --- What is left --- */

/* Leavers by their number, to find candidates. */
struct numbered {
    struct span person_id;
    uint32_t leaver;
};

struct search {
    const struct leavers *l;
    const uint32_t *of_person;
    struct numbered *numbered; /* by number */
    size_t numbered_count;
    struct found {
        VEC(struct hit) hits;
    } * chunks;
    size_t account_chunks, seat_chunks, device_chunks;
};

static int by_number(const void *left, const void *right) {
    const struct numbered *a = left, *b = right;
    int order = span_compare(a->person_id, b->person_id);
    return order ? order : (a->leaver > b->leaver) - (a->leaver < b->leaver);
}

static void number_leavers(struct search *s) {
    const struct run_record *r = s->l->record;
    struct person_record p;
    s->numbered_count = s->l->items.count;
    s->numbered = memory_alloc((s->numbered_count + 1) * sizeof *s->numbered);
    for (size_t i = 0; i < s->numbered_count; i++) {
        r->rows->person(r->from, s->l->items.items[i].person, &p);
        s->numbered[i] = (struct numbered){p.person_id, (uint32_t)i};
    }
    if (s->numbered_count)
        qsort(s->numbered, s->numbered_count, sizeof *s->numbered, by_number);
}

static size_t first_of_number(const struct search *s, struct span person_id) {
    size_t low = 0, high = s->numbered_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (span_compare(s->numbered[middle].person_id, person_id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void add_candidates(const struct search *s, const struct account_record *a, struct hit hit,
                           struct found *out) {
    hit.is_candidate = true;
    for (uint32_t i = 0; i < a->candidate_count; i++) {
        size_t at = first_of_number(s, a->candidates[i]);
        for (; at < s->numbered_count && span_equal(s->numbered[at].person_id, a->candidates[i]);
             at++) {
            hit.leaver = s->numbered[at].leaver;
            vec_push(&out->hits, hit);
        }
    }
}

static uint32_t leaver_of(const struct search *s, uint32_t person) {
    return person == NO_ROW ? NOT_LISTED : s->of_person[person];
}

static void look_at_account(const struct search *s, size_t row, struct found *out) {
    const struct run_record *r = s->l->record;
    struct account_record a;
    r->rows->account(r->from, row, &a);
    struct hit hit = {.input = a.input,
                      .row = (uint32_t)row,
                      .is_in_use = a.is_enabled,
                      .last_used_on = a.last_login_on,
                      .subject = a.user_id};
    if (span_equal(a.outcome, SPAN("linked"))) {
        hit.leaver = leaver_of(s, a.person);
        if (hit.leaver != NOT_LISTED)
            vec_push(&out->hits, hit);
    } else if (a.candidate_count && !span_equal(a.outcome, SPAN("owned"))) {
        add_candidates(s, &a, hit, out);
    }
}

static void look_at_seat(const struct search *s, size_t row, struct found *out) {
    const struct run_record *r = s->l->record;
    struct seat_record seat;
    r->rows->seat(r->from, row, &seat);
    struct hit hit = {.leaver = leaver_of(s, seat.person),
                      .input = seat.input,
                      .row = (uint32_t)row,
                      .is_in_use = true,
                      .last_used_on = seat.last_used_on,
                      .subject = seat.holder};
    if (hit.leaver != NOT_LISTED)
        vec_push(&out->hits, hit);
}

static void look_at_device(const struct search *s, size_t row, struct found *out) {
    const struct run_record *r = s->l->record;
    struct device_record device;
    r->rows->device(r->from, row, &device);
    struct hit hit = {.leaver = leaver_of(s, device.person),
                      .input = (uint32_t)r->first_input[INPUT_DEVICES],
                      .row = (uint32_t)row,
                      .is_in_use = !device.is_returned,
                      .last_used_on = DATE_NONE,
                      .subject = device.device_id};
    if (hit.leaver != NOT_LISTED)
        vec_push(&out->hits, hit);
}

/* Nearly all accounts are linked to somebody who stays. */
static void look_at_accounts(const struct search *s, size_t first, size_t count,
                             struct found *out) {
    const struct run_record *r = s->l->record;
    uint32_t people[CHUNK];
    bool is_known = r->rows->linked_people != NULL;
    if (is_known)
        r->rows->linked_people(r->from, first, count, people);
    for (size_t i = 0; i < count; i++)
        if (!is_known || people[i] == NOT_LINKED || leaver_of(s, people[i]) != NOT_LISTED)
            look_at_account(s, first + i, out);
}

static void look_at_seats(const struct search *s, size_t first, size_t count, struct found *out) {
    for (size_t i = first; i < first + count; i++)
        look_at_seat(s, i, out);
}

static void look_at_devices(const struct search *s, size_t first, size_t count, struct found *out) {
    for (size_t i = first; i < first + count; i++)
        look_at_device(s, i, out);
}

static void look_at_chunk(void *context, size_t chunk) {
    const struct search *s = context;
    const struct run_record *r = s->l->record;
    void (*look)(const struct search *, size_t, size_t, struct found *) = look_at_accounts;
    size_t count = r->account_count, first = chunk;
    if (chunk >= s->account_chunks + s->seat_chunks) {
        look = look_at_devices;
        count = r->device_count;
        first -= s->account_chunks + s->seat_chunks;
    } else if (chunk >= s->account_chunks) {
        look = look_at_seats;
        count = r->seat_count;
        first -= s->account_chunks;
    }
    first *= CHUNK;
    look(s, first, count - first < CHUNK ? count - first : CHUNK, &s->chunks[chunk]);
}

static int by_leaver(const void *left, const void *right) {
    const struct hit *a = left, *b = right;
    if (a->leaver != b->leaver)
        return a->leaver < b->leaver ? -1 : 1;
    if (a->input != b->input)
        return a->input < b->input ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static void take_hits(struct leavers *l, struct search *s, size_t chunks) {
    for (size_t i = 0; i < chunks; i++) {
        for (size_t k = 0; k < s->chunks[i].hits.count; k++)
            vec_push(&l->hits, s->chunks[i].hits.items[k]);
        vec_release(&s->chunks[i].hits);
    }
    if (l->hits.count)
        qsort(l->hits.items, l->hits.count, sizeof *l->hits.items, by_leaver);
    for (size_t i = 0; i < l->hits.count; i++) {
        struct leaver *leaver = &l->items.items[l->hits.items[i].leaver];
        if (!leaver->hit_count++)
            leaver->first_hit = i;
    }
}

static void search(struct leavers *l, const uint32_t *of_person, unsigned threads) {
    const struct run_record *r = l->record;
    struct search s = {.l = l,
                       .of_person = of_person,
                       .account_chunks = (r->account_count + CHUNK - 1) / CHUNK,
                       .seat_chunks = (r->seat_count + CHUNK - 1) / CHUNK,
                       .device_chunks = (r->device_count + CHUNK - 1) / CHUNK};
    size_t chunks = s.account_chunks + s.seat_chunks + s.device_chunks;
    number_leavers(&s);
    s.chunks = memory_zeroed(chunks + 1, sizeof *s.chunks);
    parallel_run(chunks, threads, look_at_chunk, &s);
    take_hits(l, &s, chunks);
    free(s.chunks);
    free(s.numbered);
}

void leavers_init(struct leavers *l, const struct run_record *r, unsigned threads) {
    *l = (struct leavers){.record = r};
    uint32_t *of_person = list_leavers(l);
    if (l->items.count)
        search(l, of_person, threads);
    free(of_person);
}

void leavers_release(struct leavers *l) {
    vec_release(&l->items);
    vec_release(&l->hits);
    vec_release(&l->target_sets);
    arena_release(&l->arena);
}

/* --- Rows --- */

static const struct leaver *leaver_at(const struct leavers *l, size_t row) {
    size_t low = 0, high = l->items.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (l->items.items[middle].first_row <= row)
            low = middle;
        else
            high = middle;
    }
    return &l->items.items[low];
}

static void find_hits(const struct leavers *l, const struct leaver *leaver, uint32_t input,
                      struct leaver_row *out) {
    const struct hit *hits = l->hits.items + leaver->first_hit;
    size_t low = 0, high = leaver->hit_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hits[middle].input < input)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < leaver->hit_count && hits[end].input == input)
        end++;
    out->hits = leaver->hit_count ? hits + low : NULL;
    out->hit_count = end - low;
}

/* Can the list prove that there is nothing? */
static bool is_provable(const struct input_record *in, date from) {
    int64_t records = (int64_t)(in->rows_read - in->not_records);
    bool is_older = date_is_known(in->exported_on) && date_is_known(from) && in->exported_on < from;
    bool is_whole = in->declared_rows < 0 || in->declared_rows == records;
    return !is_older && is_whole && !in->shrank;
}

static void newest(date *out, date day) {
    if (date_is_known(day) && (!date_is_known(*out) || day > *out))
        *out = day;
}

static enum remainder remainder_of(struct leaver_row *row) {
    bool is_candidate = false, has_any = false, has_enabled = false;
    if (!row->target->is_delivered)
        return LEFT_NOT_DELIVERED;
    for (size_t i = 0; i < row->hit_count; i++) {
        is_candidate = is_candidate || row->hits[i].is_candidate;
        if (row->hits[i].is_candidate)
            continue;
        has_any = true;
        newest(&row->last_login_on, row->hits[i].last_used_on);
        has_enabled |= row->hits[i].is_in_use;
    }
    if (has_any)
        return has_enabled ? LEFT_ENABLED : LEFT_DISABLED;
    return is_candidate || !is_provable(row->target, row->from) ? LEFT_NOT_PROVABLE : LEFT_NONE;
}

void leavers_row(const struct leavers *l, size_t i, struct leaver_row *out) {
    const struct run_record *r = l->record;
    const struct leaver *leaver = leaver_at(l, i);
    uint32_t input = l->target_sets.items[leaver->targets].inputs[i - leaver->first_row];
    *out = (struct leaver_row){.reason = leaver->reason,
                               .target = &r->inputs[input],
                               .to = DATE_NONE,
                               .last_login_on = DATE_NONE};
    r->rows->person(r->from, leaver->person, &out->person);
    out->from = leaver->reason == LEAVER_ON_LEAVE ? out->person.leave_from : out->person.left_on;
    if (leaver->reason == LEAVER_ON_LEAVE)
        out->to = out->person.leave_to;
    find_hits(l, leaver, input, out);
    out->state = remainder_of(out);
}

/* A device that came back is not left; it is named where it is the proof that nothing is. */
bool leavers_names(const struct leaver_row *row, const struct hit *hit) {
    return row->target->kind != INPUT_DEVICES || row->state != LEFT_ENABLED || hit->is_in_use;
}
