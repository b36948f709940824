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

static void note(struct taken *t, const struct run_record *r, struct account_change *c) {
    struct account_record now = {0};
    if (c->account != SIZE_MAX)
        r->rows->account(r->from, c->account, &now);
    c->movement = c->account == SIZE_MAX                        ? MOVEMENT_REMOVED
                  : !c->was_there                               ? MOVEMENT_ADDED
                  : movements_have_same_roles(&c->before, &now) ? MOVEMENT_COUNT
                                                                : MOVEMENT_RE_ROLED;
    if (c->movement == MOVEMENT_COUNT)
        return;
    struct movement_row row = {.user_id = c->account == SIZE_MAX ? c->before.user_id : now.user_id,
                               .change = span_of(movement_name(c->movement)),
                               .since = ledger_compared_with(t, c->input)};
    vec_push(&t->movements, row);
    t->sections[c->input - t->first_input].movement_count++;
}

void ledger_note_movements(struct taken *t, const struct run_record *r) {
    for (size_t i = 0; i < t->changes.count; i++)
        note(t, r, &t->changes.items[i]);
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
