/* The list of runs, and which of them is meant by a day. */
#include "ledger_internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

bool run_is_purged(const struct store *s, uint64_t run, struct error *err) {
    char number[24];
    snprintf(number, sizeof number, "%" PRIu64, run);
    return error_set(err, FAULT_INPUT, MSG_LEDGER_PURGED, store_path(s), 0, number, NULL);
}

/* --- Ages of what was open after each run --- */

struct open_finding {
    int64_t finding;
    date first_seen;
    bool is_open;
};

static int by_finding(const void *a, const void *b) {
    const struct open_finding *x = a, *y = b;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

/* An open exception is at most so many days old; the last count has no limit. */
static const int32_t age_limits[3] = {30, 90, 365};

static void count_ages(struct ledger_run *run, const struct open_finding *findings, size_t count) {
    run->oldest_days = -1;
    for (size_t i = 0; i < count; i++) {
        if (!findings[i].is_open)
            continue;
        int32_t days = date_days(findings[i].first_seen, run->as_of);
        size_t age = 0;
        while (age < 3 && days > age_limits[age])
            age++;
        run->ages[age]++;
        if (days > run->oldest_days)
            run->oldest_days = days;
    }
}

/* Plays the events run by run. */
static void load_ages(struct ledger_runs *runs, struct store *s) {
    VEC(struct open_finding) findings = {0};
    struct query *q = store_query(s, "SELECT id, first_seen FROM finding ORDER BY id");
    while (query_next(q))
        vec_push(&findings,
                 ((struct open_finding){query_number(q, 0), codec_day(query_text(q, 1)), false}));
    query_end(q);
    q = store_query(s, "SELECT finding, what FROM event WHERE run = ?1");
    for (size_t i = 0; i < runs->items.count; i++) {
        query_bind_number(q, 1, (int64_t)runs->items.items[i].run);
        while (query_next(q)) {
            struct open_finding key = {.finding = query_number(q, 0)};
            struct open_finding *f = findings.count ? bsearch(&key, findings.items, findings.count,
                                                              sizeof key, by_finding)
                                                    : NULL;
            if (f)
                f->is_open = !span_equal(query_text(q, 1), SPAN("resolved"));
        }
        query_reset(q);
        count_ages(&runs->items.items[i], findings.items, findings.count);
    }
    query_end(q);
    vec_release(&findings);
}

/* --- The list --- */

static date fiscal_year_start_of(struct span head, struct arena *arena) {
    struct run_head h = {.fiscal_year_start = DATE_NONE};
    return codec_read(&codec_head, head, &h, arena) ? h.fiscal_year_start : DATE_NONE;
}

static struct ledger_run read_run(const struct query *q, struct arena *arena) {
    return (struct ledger_run){
        .run = (uint64_t)query_number(q, 0),
        .as_of = codec_day(query_text(q, 1)),
        .at = arena_copy(arena, query_text(q, 2)),
        .who = arena_copy(arena, query_text(q, 3)),
        .forced = arena_copy(arena, query_text(q, 4)),
        .exceptions = (uint64_t)query_number(q, 5),
        .waived = (uint64_t)query_number(q, 6),
        .fresh = (uint64_t)query_number(q, 7),
        .open = (uint64_t)query_number(q, 8),
        .reopened = (uint64_t)query_number(q, 9),
        .resolved = (uint64_t)query_number(q, 10),
        .not_reexamined = (uint64_t)query_number(q, 11),
        .hash = arena_copy(arena, query_text(q, 12)),
        .manifest = arena_copy(arena, query_text(q, 13)),
        .is_purged = query_number(q, 14) != 0,
        .fiscal_year_start = fiscal_year_start_of(query_text(q, 15), arena),
    };
}

bool ledger_runs_load(struct ledger_runs *out, struct store *s, struct error *err) {
    *out = (struct ledger_runs){0};
    struct query *q = store_query(
        s, "SELECT run, as_of, at, who, coalesce(forced, ''), exceptions, waived, new, open, "
           "reopened, resolved, not_reexamined, hash, coalesce(manifest, ''), "
           "EXISTS (SELECT 1 FROM section WHERE section.run = run.run AND purged IS NOT NULL), "
           "head FROM run ORDER BY run");
    while (query_next(q))
        vec_push(&out->items, read_run(q, &out->arena));
    query_end(q);
    load_ages(out, s);
    if (store_ok(s, err))
        return true;
    ledger_runs_release(out);
    return false;
}

void ledger_runs_release(struct ledger_runs *runs) {
    vec_release(&runs->items);
    arena_release(&runs->arena);
}

/* --- Which one --- */

const struct ledger_run *ledger_runs_newest(const struct ledger_runs *runs) {
    const struct ledger_run *best = NULL;
    for (size_t i = 0; i < runs->items.count; i++)
        if (!best || runs->items.items[i].as_of >= best->as_of)
            best = &runs->items.items[i];
    return best;
}

static int64_t days_between(date a, date b) {
    return llabs((int64_t)a - b);
}

const struct ledger_run *ledger_runs_nearest(const struct ledger_runs *runs, date day) {
    const struct ledger_run *best = NULL;
    for (size_t i = 0; i < runs->items.count; i++) {
        const struct ledger_run *run = &runs->items.items[i];
        int64_t away = days_between(run->as_of, day);
        int64_t least = best ? days_between(best->as_of, day) : 0;
        if (!best || away < least || (away == least && run->as_of <= best->as_of))
            best = run;
    }
    return best;
}

const struct ledger_run *ledger_runs_before(const struct ledger_runs *runs, date day) {
    const struct ledger_run *best = NULL, *earliest = NULL;
    for (size_t i = 0; i < runs->items.count; i++) {
        const struct ledger_run *run = &runs->items.items[i];
        if (run->as_of < day && (!best || run->as_of >= best->as_of))
            best = run;
        if (!earliest || run->as_of <= earliest->as_of)
            earliest = run;
    }
    return best ? best : earliest;
}

const struct ledger_run *ledger_runs_find(const struct ledger_runs *runs, uint64_t run) {
    for (size_t i = 0; i < runs->items.count; i++)
        if (runs->items.items[i].run == run)
            return &runs->items.items[i];
    return NULL;
}
