/*
 * The lives of exceptions, worked out again from what is hashed: from the exceptions that each run
 * raised and from what became of those it did not raise (resolved, not looked at). Run by run this
 * gives each exception's state, which events the run has to have noted and with which states, and
 * at the end the rows of `finding`:
 *
 *     run 1 raises x  → event new,      state 7            finding  state 7  open      last_run -
 *     run 2 raises x  → no event (a changed text: state 9) finding  state 9  open      last_run -
 *     run 3 does not  → event resolved, state 9, last_run 2  finding  state 9  resolved  last_run 2
 *
 * A run of an earlier day than one before it changes no life.
 */
#include "ledger_internal.h"

#include <inttypes.h>
#include <stdlib.h>

struct raised_state {
    int64_t state, finding;
    size_t life;
};

struct proved_life {
    int64_t finding, state;       /* the state as it was last raised */
    uint64_t first_run, last_run; /* that raised it; 0: none that changes lives */
    struct span first_seen;
    bool is_open;
};

struct lives_check {
    struct ledger_check *check;
    struct store *store;
    VEC(struct raised_state) states; /* of exceptions, by state */
    VEC(struct proved_life) lives;   /* by finding */
    uint64_t last_run;               /* that changed lives */
    struct query *events;
    struct arena arena;
};

static void name_life(struct lives_check *v, uint64_t run, const char *table, int64_t finding) {
    char id[24];
    snprintf(id, sizeof id, "x%015" PRIx64, (uint64_t)finding);
    fault_add(v->check, run, table, span_of(id), MSG_LEDGER_LIFE_CHANGED);
}

/* Of what could not be read nothing is known. */
static bool is_readable(const struct lives_check *v) {
    struct error err;
    return store_ok(v->store, &err);
}

/* --- Exceptions --- */

/* The first place of an exception's text: [1234, … */
static bool read_finding(struct span row, int64_t *finding) {
    char digits[24] = "";
    size_t n = row.n < sizeof digits ? row.n : sizeof digits - 1;
    memcpy(digits, row.p, n);
    if (digits[0] != '[' || (digits[1] != '-' && (digits[1] < '0' || digits[1] > '9')))
        return false;
    *finding = finding_of((uint64_t)strtoll(digits + 1, NULL, 10));
    return true;
}

static void read_rows(struct lives_check *v, const struct range *range, int64_t first,
                      const struct block_rows *rows) {
    for (size_t i = 0; i < rows->items.count; i++) {
        struct raised_state x = {.state = first + (int64_t)i};
        if (x.state >= range->first && x.state - range->first < range->count &&
            read_finding(rows->items.items[i], &x.finding))
            vec_push(&v->states, x);
    }
}

/* All that any run raised, as far as it can be read: of others the sections say that they do not
 * fit. */
static void read_states(struct lives_check *v) {
    struct ids ids = {0};
    struct block_rows rows = {0};
    struct query *q = store_query(v->store, "SELECT ranges FROM section WHERE kind = 'exception'");
    while (query_next(q))
        (void)ids_add(&ids, query_text(q, 0));
    query_end(q);
    ids_unite(&ids);
    q = store_query(v->store, "SELECT first, body FROM block WHERE first >= "
                              "coalesce((SELECT max(first) FROM block WHERE first <= ?1), 0) "
                              "AND first < ?2 ORDER BY first");
    for (size_t i = 0; i < ids.items.count; i++) {
        const struct range *range = &ids.items.items[i];
        query_bind_number(q, 1, range->first);
        query_bind_number(q, 2, range->first + range->count);
        while (query_next(q))
            if (block_split(&rows, query_text(q, 1)))
                read_rows(v, range, query_number(q, 0), &rows);
        query_reset(q);
    }
    query_end(q);
    vec_release(&rows.items);
    ids_release(&ids);
}

static int by_number(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* The first life whose finding is not smaller. */
static size_t life_from(const struct lives_check *v, int64_t finding) {
    size_t low = 0, high = v->lives.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (v->lives.items[middle].finding < finding)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void lay_out_lives(struct lives_check *v) {
    size_t count = v->states.count;
    int64_t *findings = memory_alloc((count + 1) * sizeof *findings);
    for (size_t i = 0; i < count; i++)
        findings[i] = v->states.items[i].finding;
    qsort(findings, count, sizeof *findings, by_number);
    for (size_t i = 0; i < count; i++)
        if (!i || findings[i] != findings[i - 1])
            vec_push(&v->lives, ((struct proved_life){.finding = findings[i]}));
    free(findings);
    for (size_t i = 0; i < count; i++)
        v->states.items[i].life = life_from(v, v->states.items[i].finding);
}

/* --- A run --- */

static size_t state_from(const struct lives_check *v, int64_t state) {
    size_t low = 0, high = v->states.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (v->states.items[middle].state < state)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void raise_states(struct lives_check *v, const struct range *range, uint64_t run,
                         struct span day) {
    size_t end = state_from(v, range->first + range->count);
    for (size_t i = state_from(v, range->first); i < end; i++) {
        struct proved_life *life = &v->lives.items[v->states.items[i].life];
        life->state = v->states.items[i].state;
        life->last_run = run;
        if (!life->first_run) {
            life->first_run = run;
            life->first_seen = day;
        }
    }
}

static void raise_all(struct lives_check *v, uint64_t run, struct span as_of, struct span text) {
    struct range *ranges;
    size_t count;
    struct span day = arena_copy(&v->arena, as_of);
    if (!ranges_parse(text, &ranges, &count))
        return;
    for (size_t i = 0; i < count; i++)
        raise_states(v, &ranges[i], run, day);
    free(ranges);
}

/* An event that stands there: finding, what, state, last_run. */
static bool fits_life(const struct proved_life *life, uint64_t run, const struct query *q) {
    struct span what = query_text(q, 1);
    bool is_raised = life->last_run == run;
    if (query_number(q, 2) != life->state)
        return false;
    if (!is_raised)
        return life->is_open && (uint64_t)query_number(q, 3) == life->last_run &&
               (span_equal(what, SPAN("resolved")) || span_equal(what, SPAN("not_reexamined")));
    return !life->is_open && query_is_null(q, 3) &&
           span_equal(what, life->first_run == run ? SPAN("new") : SPAN("reopened"));
}

/* The run noted nothing of it. */
static void pass_by(struct lives_check *v, uint64_t run, struct proved_life *life) {
    bool is_raised = life->last_run == run;
    if (is_raised != life->is_open)
        name_life(v, run, "event", life->finding);
    life->is_open |= is_raised;
}

/* Events against exceptions, both by finding. */
static void compare_events(struct lives_check *v, uint64_t run) {
    size_t at = 0;
    query_bind_number(v->events, 1, (int64_t)run);
    while (query_next(v->events)) {
        int64_t finding = query_number(v->events, 0);
        while (at < v->lives.count && v->lives.items[at].finding < finding)
            pass_by(v, run, &v->lives.items[at++]);
        struct proved_life *life = at < v->lives.count ? &v->lives.items[at] : NULL;
        if (!life || life->finding != finding || !fits_life(life, run, v->events))
            name_life(v, run, "event", finding);
        if (!life || life->finding != finding)
            continue;
        life->is_open = !span_equal(query_text(v->events, 1), SPAN("resolved"));
        at++;
    }
    while (at < v->lives.count && is_readable(v))
        pass_by(v, run, &v->lives.items[at++]);
    query_reset(v->events);
}

/* A run that changes no life. */
static void expect_no_event(struct lives_check *v, uint64_t run) {
    query_bind_number(v->events, 1, (int64_t)run);
    while (query_next(v->events))
        name_life(v, run, "event", query_number(v->events, 0));
    query_reset(v->events);
}

static void replay_runs(struct lives_check *v) {
    struct query *q = store_query(
        v->store, "SELECT r.run, as_of, changes_lives, coalesce(ranges, '[]') FROM run r "
                  "LEFT JOIN section s ON s.run = r.run AND s.kind = 'exception' AND s.input = -1 "
                  "WHERE r.run > 0 ORDER BY r.run");
    v->events = store_query(v->store, "SELECT finding, what, state, last_run FROM event "
                                      "WHERE run = ?1 ORDER BY finding");
    while (query_next(q)) {
        uint64_t run = (uint64_t)query_number(q, 0);
        if (!query_number(q, 2)) {
            expect_no_event(v, run);
            continue;
        }
        raise_all(v, run, query_text(q, 1), query_text(q, 3));
        compare_events(v, run);
        v->last_run = run;
    }
    query_end(v->events);
    query_end(q);
}

/* --- Findings --- */

/* A row: id, state, status, first_run, first_seen, last_run. */
static bool fits_row(const struct lives_check *v, const struct proved_life *life,
                     const struct query *q) {
    struct span status = life->is_open ? SPAN("open") : SPAN("resolved");
    uint64_t last = life->last_run == v->last_run ? 0 : life->last_run;
    return query_number(q, 1) == life->state && span_equal(query_text(q, 2), status) &&
           (uint64_t)query_number(q, 3) == life->first_run &&
           span_equal(query_text(q, 4), life->first_seen) && query_is_null(q, 5) == !last &&
           (uint64_t)query_number(q, 5) == last;
}

static void compare_findings(struct lives_check *v) {
    size_t at = 0;
    struct query *q =
        store_query(v->store, "SELECT id, state, status, first_run, first_seen, last_run "
                              "FROM finding ORDER BY id");
    while (query_next(q)) {
        int64_t finding = query_number(q, 0);
        for (; at < v->lives.count && v->lives.items[at].finding < finding; at++)
            if (v->lives.items[at].first_run)
                name_life(v, v->lives.items[at].first_run, "finding", v->lives.items[at].finding);
        const struct proved_life *life = at < v->lives.count ? &v->lives.items[at] : NULL;
        bool is_there = life && life->finding == finding && life->first_run;
        if (!is_there || !fits_row(v, life, q))
            name_life(v, is_there ? life->first_run : 0, "finding", finding);
        at += life && life->finding == finding;
    }
    query_end(q);
    for (; at < v->lives.count && is_readable(v); at++)
        if (v->lives.items[at].first_run)
            name_life(v, v->lives.items[at].first_run, "finding", v->lives.items[at].finding);
}

void verify_lives(struct ledger_check *check, struct store *s) {
    struct lives_check v = {.check = check, .store = s};
    read_states(&v);
    lay_out_lives(&v);
    replay_runs(&v);
    compare_findings(&v);
    vec_release(&v.states);
    vec_release(&v.lives);
    arena_release(&v.arena);
}
