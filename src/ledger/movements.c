/*
 * What moved: accounts that came, went or have other roles. A run notes it where policy/requests is
 * given; the table may be completed later, so that not the request is kept but what it may decide.
 * Which request that is follows from the table and from what all earlier runs noted.
 */
#include "movements.h"

#include "ledger_internal.h"
#include "tenko/fold.h"

#include <stdlib.h>

const char *movement_name(enum movement m) {
    static const char *const names[MOVEMENT_COUNT] = {"added",    "removed",  "enabled",
                                                      "disabled", "re_roled", "moved"};
    return names[m];
}

/* --- Roles --- */

static int by_text(const void *a, const void *b) {
    return span_compare(*(const struct span *)a, *(const struct span *)b);
}

/* Roles as a set: folded, sorted, each once. */
static void role_set(const struct account_record *a, struct strbuf *out) {
    struct arena arena = {0};
    struct strbuf word = {0};
    struct span *items = arena_array(&arena, a->role_count + 1, sizeof *items);
    for (uint32_t i = 0; i < a->role_count; i++) {
        fold_text(FOLD_WORD, a->roles[i], &word);
        items[i] = arena_copy(&arena, strbuf_span(&word));
    }
    qsort(items, a->role_count, sizeof *items, by_text);
    for (uint32_t i = 0; i < a->role_count; i++)
        if (i == 0 || !span_equal(items[i], items[i - 1])) {
            strbuf_add_span(out, items[i]);
            strbuf_add_char(out, '\0');
        }
    strbuf_release(&word);
    arena_release(&arena);
}

/* As nearly always. */
static bool has_same_texts(const struct account_record *a, const struct account_record *b) {
    bool same = a->role_count == b->role_count;
    for (uint32_t i = 0; same && i < a->role_count; i++)
        same = span_equal(a->roles[i], b->roles[i]);
    return same;
}

bool movements_have_same_roles(const struct account_record *a, const struct account_record *b) {
    struct strbuf x = {0}, y = {0};
    if (has_same_texts(a, b))
        return true;
    role_set(a, &x);
    role_set(b, &y);
    bool same = span_equal(strbuf_span(&x), strbuf_span(&y));
    strbuf_release(&x);
    strbuf_release(&y);
    return same;
}

/* --- Of a run --- */

/* An account that an earlier list had, and the last one perhaps, in a row that was rejected. */
struct unsure_account {
    struct movement_row row;
    struct span key; /* folded user ID */
    bool is_found;
};

struct noting {
    struct taken *taken;
    const struct run_record *record;
    struct states *states;
    struct query *ranges;              /* of a run's movements of a system */
    VEC(struct unsure_account) unsure; /* of the system at hand */
    VEC(struct account_change) changes;
    bool has_rejected;
    date as_of; /* of the run that the system's list was compared with */
};

static struct span folded(struct noting *n, struct span user_id) {
    struct strbuf text = {0};
    fold_text(FOLD_ID, user_id, &text);
    struct span copy = arena_copy(&n->taken->arena, strbuf_span(&text));
    strbuf_release(&text);
    return copy;
}

static bool read_unsure(struct noting *n, struct span ranges) {
    VEC(struct range) all = {0};
    bool ok = ranges_parse(ranges, &all.items, &all.count);
    for (size_t i = 0; ok && i < all.count; i++) {
        int64_t end = all.items[i].first + all.items[i].count;
        for (int64_t id = all.items[i].first; ok && id < end; id++) {
            struct unsure_account u = {0};
            struct span text;
            ok = states_get(n->states, id, &text) &&
                 codec_read(&codec_movement, text, &u.row, &n->taken->arena);
            if (!ok || !span_equal(u.row.change, SPAN("unsure")))
                continue;
            u.key = folded(n, u.row.user_id);
            vec_push(&n->unsure, u);
        }
    }
    free(all.items);
    return ok;
}

static int by_unsure_key(const void *a, const void *b) {
    const struct unsure_account *x = a, *y = b;
    int order = span_compare(x->key, y->key);
    return order ? order : span_compare(x->row.user_id, y->row.user_id);
}

/* What the run that the list is compared with was unsure of. */
static bool load_unsure(struct noting *n, const struct section *section) {
    n->unsure.count = 0;
    query_bind_number(n->ranges, 1, (int64_t)section->known.run);
    query_bind_text(n->ranges, 2, section->name);
    bool ok = !query_next(n->ranges) || read_unsure(n, query_text(n->ranges, 0));
    query_reset(n->ranges);
    if (n->unsure.count)
        qsort(n->unsure.items, n->unsure.count, sizeof *n->unsure.items, by_unsure_key);
    return ok;
}

static void keep(struct noting *n, struct section *section, struct movement_row row) {
    vec_push(&n->taken->movements, row);
    section->movement_count++;
}

/* As the run that is sure of it had it; where a purge dropped that, only who it is. */
static void recall(struct noting *n, const struct unsure_account *u, struct account_change *c) {
    struct span text;
    c->was_there = true;
    c->since = u->row.since;
    c->state = u->row.state;
    c->before = (struct account_record){0};
    if (!states_get(n->states, u->row.state, &text) ||
        !codec_read(&codec_account, text, &c->before, &n->taken->arena))
        c->before = (struct account_record){.user_id = u->row.user_id};
    if (!c->before.name.p)
        c->before.name = u->row.name;
}

/* In any spelling; each once. */
static struct unsure_account *find_unsure(struct noting *n, struct span user_id) {
    size_t low = 0, high = n->unsure.count;
    struct span key = high ? folded(n, user_id) : (struct span){0};
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (span_compare(n->unsure.items[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n->unsure.count && span_equal(n->unsure.items[low].key, key); low++)
        if (!n->unsure.items[low].is_found)
            return &n->unsure.items[low];
    return NULL;
}

/* Fills c->movement; of who was there in another run the roles of then may be unknown. */
static void decide(struct noting *n, struct account_change *c, const struct account_record *now) {
    struct unsure_account *u = c->was_there ? NULL : find_unsure(n, now->user_id);
    c->movement = c->was_there ? MOVEMENT_RE_ROLED : MOVEMENT_ADDED;
    if (u) {
        u->is_found = true;
        recall(n, u, c);
        c->movement = c->before.outcome.n ? MOVEMENT_RE_ROLED : MOVEMENT_COUNT;
    }
    if (c->movement == MOVEMENT_RE_ROLED && movements_have_same_roles(&c->before, now))
        c->movement = MOVEMENT_COUNT;
}

static void note(struct noting *n, struct section *section, struct account_change *c) {
    struct account_record now = {0};
    c->movement = MOVEMENT_REMOVED;
    if (c->account != SIZE_MAX) {
        n->record->rows->account(n->record->from, c->account, &now);
        decide(n, c, &now);
    }
    c->is_unsure = c->movement == MOVEMENT_REMOVED && n->has_rejected;
    struct movement_row row = {.user_id = c->account == SIZE_MAX ? c->before.user_id : now.user_id,
                               .since = c->since};
    if (c->is_unsure) {
        c->movement = MOVEMENT_COUNT;
        row.change = SPAN("unsure");
        row.state = c->state;
        row.name = c->before.name;
        keep(n, section, row);
    } else if (c->movement != MOVEMENT_COUNT) {
        row.change = span_of(movement_name(c->movement));
        keep(n, section, row);
    }
    vec_push(&n->changes, *c);
}

/* Still not there: gone, once no row is rejected that it might be. */
static void note_missing(struct noting *n, struct section *section) {
    for (size_t i = 0; i < n->unsure.count; i++) {
        struct account_change c = {.input = (uint32_t)section->input, .account = SIZE_MAX};
        if (n->unsure.items[i].is_found)
            continue;
        recall(n, &n->unsure.items[i], &c);
        note(n, section, &c);
    }
}

static bool note_system(struct noting *n, size_t system, size_t *next) {
    struct taken *t = n->taken;
    struct section *section = &t->sections[system];
    uint32_t input = (uint32_t)section->input;
    const struct input_record *in = &n->record->inputs[input];
    if (ledger_compared_with(t, input) == DATE_NONE || !in->is_delivered)
        return true;
    n->has_rejected = in->rejected > in->not_records;
    bool ok = load_unsure(n, section);
    for (; ok && *next < t->changes.count && t->changes.items[*next].input == input; ++*next)
        note(n, section, &t->changes.items[*next]);
    if (ok)
        note_missing(n, section);
    return ok;
}

bool ledger_note_movements(struct taken *t, struct store *s, const struct run_record *r,
                           struct error *err) {
    struct noting n = {.taken = t,
                       .record = r,
                       .states = states_open(s),
                       .ranges = store_query(s, "SELECT ranges FROM section WHERE run = ?1 "
                                                "AND kind = 'movement' AND name = ?2")};
    bool ok = true;
    size_t next = 0;
    for (size_t i = 0; ok && i < t->count; i++)
        ok = note_system(&n, i, &next);
    vec_release(&t->changes);
    t->changes.items = n.changes.items;
    t->changes.count = n.changes.count;
    t->changes.capacity = n.changes.capacity;
    vec_release(&n.unsure);
    query_end(n.ranges);
    states_close(n.states);
    return store_fits(s, ok, err);
}

/* --- Of earlier runs --- */

static bool take_row(struct past_movements *out, struct span text, date as_of) {
    struct movement_row row = {0};
    if (!codec_read(&codec_movement, text, &row, &out->arena))
        return false;
    for (enum movement m = 0; m < MOVEMENT_COUNT; m++)
        if (span_equal(row.change, span_of(movement_name(m))))
            vec_push(&out->items, ((struct past_movement){row.user_id, m, row.since, as_of}));
    return true;
}

static bool take_rows(struct past_movements *out, struct states *states, struct span ranges,
                      date as_of) {
    VEC(struct range) all = {0};
    bool ok = ranges_parse(ranges, &all.items, &all.count);
    for (size_t i = 0; ok && i < all.count; i++) {
        int64_t end = all.items[i].first + all.items[i].count;
        for (int64_t id = all.items[i].first; ok && id < end; id++) {
            struct span text;
            ok = states_get(states, id, &text) && take_row(out, text, as_of);
        }
    }
    free(all.items);
    return ok;
}

bool ledger_past_movements(struct past_movements *out, struct store *s, struct span system,
                           date day, struct error *err) {
    char digits[11];
    bool ok = true;
    *out = (struct past_movements){0};
    date_format(day, digits);
    struct states *states = states_open(s);
    struct query *q = store_query(
        s, "WITH last AS (SELECT max(run) AS run, as_of FROM section JOIN run USING (run) "
           "WHERE kind = 'account' AND name = ?1 AND as_of < ?2 GROUP BY as_of) "
           "SELECT m.ranges, last.as_of FROM last JOIN section m ON m.run = last.run "
           "AND m.kind = 'movement' AND m.name = ?1 ORDER BY last.as_of");
    query_bind_text(q, 1, system);
    query_bind_text(q, 2, span_of(digits));
    while (ok && query_next(q))
        ok = take_rows(out, states, query_text(q, 0), codec_day(query_text(q, 1)));
    query_end(q);
    states_close(states);
    if (store_fits(s, ok, err))
        return true;
    past_movements_release(out);
    return false;
}

void past_movements_release(struct past_movements *past) {
    vec_release(&past->items);
    arena_release(&past->arena);
}
