/*
 * The life of exceptions: new, open, reopened when it returns, resolved when a run of a later day
 * looked again (reexamined.c) and no longer raises it. Otherwise it stays open and is said not to
 * have been looked at.
 */
#include "ledger_internal.h"

#include <stdlib.h>

struct stored_life {
    int64_t finding, state;
    bool is_open, is_seen;
    uint64_t last_run; /* 0: the last run that changed lives */
    date first_seen;
};

struct past_day {
    uint64_t run;
    date as_of;
};

struct past {
    VEC(struct stored_life) findings; /* by finding */
    VEC(struct past_day) days;        /* by run */
    uint64_t last_live_run;
    date newest;
};

static void load_runs(struct past *p, struct store *s) {
    p->newest = DATE_NONE;
    struct query *q =
        store_query(s, "SELECT run, as_of, changes_lives FROM run WHERE run > 0 ORDER BY run");
    while (query_next(q)) {
        struct past_day day = {(uint64_t)query_number(q, 0), codec_day(query_text(q, 1))};
        vec_push(&p->days, day);
        if (day.as_of > p->newest)
            p->newest = day.as_of;
        if (query_number(q, 2))
            p->last_live_run = day.run;
    }
    query_end(q);
}

static int by_run(const void *a, const void *b) {
    const struct past_day *x = a, *y = b;
    return (x->run > y->run) - (x->run < y->run);
}

/* The day of a run; NULL: no such run, in a ledger that somebody edited. */
static const date *day_of_run(const struct past *p, uint64_t run) {
    struct past_day key = {.run = run};
    const struct past_day *day =
        p->days.count ? bsearch(&key, p->days.items, p->days.count, sizeof *p->days.items, by_run)
                      : NULL;
    return day ? &day->as_of : NULL;
}

static void load_findings(struct past *p, struct store *s) {
    struct query *q =
        store_query(s, "SELECT id, state, status = 'open', coalesce(last_run, 0), first_seen "
                       "FROM finding ORDER BY id");
    while (query_next(q))
        vec_push(&p->findings, ((struct stored_life){.finding = query_number(q, 0),
                                                     .state = query_number(q, 1),
                                                     .is_open = query_number(q, 2) != 0,
                                                     .last_run = (uint64_t)query_number(q, 3),
                                                     .first_seen = codec_day(query_text(q, 4))}));
    query_end(q);
}

static void past_release(struct past *p) {
    vec_release(&p->findings);
    vec_release(&p->days);
}

static int by_finding(const void *a, const void *b) {
    const struct stored_life *x = a, *y = b;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

static struct stored_life *find(const struct past *p, uint64_t exception) {
    struct stored_life key = {.finding = finding_of(exception)};
    return p->findings.count ? bsearch(&key, p->findings.items, p->findings.count,
                                       sizeof *p->findings.items, by_finding)
                             : NULL;
}

/* --- Exceptions of this run --- */

static struct life life_of(const struct past *p, const struct lives *l, uint64_t exception) {
    struct stored_life *known = find(p, exception);
    struct life life = {
        .finding = exception, .lifecycle = LIFE_NEW, .first_seen = l->in->head.as_of};
    if (!known)
        return life;
    known->is_seen = true;
    life.is_stored = true;
    life.state = known->state;
    life.last_run = known->last_run;
    life.first_seen = known->first_seen;
    life.lifecycle = known->is_open || l->is_frozen ? LIFE_OPEN : LIFE_REOPENED;
    return life;
}

/* --- Exceptions that this run no longer raises --- */

struct vanished {
    struct lives *l;
    struct past *past;
    struct rule_list rules;
    struct states *states;
    struct reexamining *looking;
};

static bool add_vanished(struct vanished *v, const struct stored_life *f) {
    struct stored_exception x = {0};
    struct span text;
    if (!states_get(v->states, f->state, &text) ||
        !codec_read(&codec_exception, text, &x, &v->l->arena))
        return false;
    const struct run_record *r = v->l->in;
    uint64_t last_run = f->last_run ? f->last_run : v->past->last_live_run;
    const date *last_day = day_of_run(v->past, last_run);
    bool is_later = last_day && r->head.as_of > *last_day;
    struct earlier earlier = {.life = {.finding = x.e.id,
                                       .is_stored = true,
                                       .state = f->state,
                                       .first_seen = f->first_seen,
                                       .last_run = last_run}};
    bool is_resolved = is_later && was_reexamined(v->looking, &x, record_find_rule(r, x.rule_name));
    earlier.life.lifecycle = is_resolved ? LIFE_RESOLVED : LIFE_OPEN;
    earlier.row = x.e;
    earlier.row.rule = rule_list_number(&v->rules, &x, last_run);
    earlier.row.input = record_find_input(r, &x);
    earlier.row.account = NO_ROW;
    earlier.row.lifecycle = earlier.life.lifecycle;
    earlier.row.is_reexamined = is_resolved;
    earlier.row.first_seen = f->first_seen;
    earlier.row.last_seen = last_day ? *last_day : DATE_NONE;
    vec_push(&v->l->earlier, earlier);
    return true;
}

/* By severity, rule, target and subject, as exceptions stand. */
int earlier_compare(const void *left, const void *right, void *rules) {
    const struct exception_record *a = left, *b = right;
    const struct rule_record *all = rules;
    int order = (int)a->severity - (int)b->severity;
    order = order ? order : span_compare(all[a->rule].name, all[b->rule].name);
    order = order ? order : span_compare(a->target, b->target);
    order = order ? order : span_compare(a->subject, b->subject);
    return order ? order : (a->id > b->id) - (a->id < b->id);
}

static int by_row(const void *left, const void *right, void *rules) {
    return earlier_compare(&((const struct earlier *)left)->row,
                           &((const struct earlier *)right)->row, rules);
}

/* What earlier runs had and this one has not. A run of an earlier day says nothing of them. */
static bool find_vanished(struct lives *l, struct past *past, struct store *s,
                          struct run_record *out) {
    struct vanished v = {.l = l,
                         .past = past,
                         .rules = {.store = s, .arena = &l->arena},
                         .states = states_open(s),
                         .looking = reexamining_new(l->in)};
    bool ok = true;
    for (size_t i = 0; i < out->rule_count; i++)
        vec_push(&v.rules.items, out->rules[i]);
    for (size_t i = 0; ok && !l->is_frozen && i < past->findings.count; i++)
        if (past->findings.items[i].is_open && !past->findings.items[i].is_seen)
            ok = add_vanished(&v, &past->findings.items[i]);
    if (v.rules.items.count > out->rule_count) {
        out->rule_count = v.rules.items.count;
        out->rules = rule_list_copy(&v.rules);
    }
    if (l->earlier.count)
        qsort_r(l->earlier.items, l->earlier.count, sizeof *l->earlier.items, by_row,
                v.rules.items.items);
    vec_release(&v.rules.items);
    states_close(v.states);
    reexamining_free(v.looking);
    return ok;
}

/* --- The record with lives --- */

static void exception_row(const void *from, size_t i, struct exception_record *out) {
    const struct lives *l = from;
    const struct life *life = &l->of_exception[i];
    l->in->rows->exception(l->in->from, i, out);
    out->lifecycle = life->lifecycle;
    out->first_seen = life->first_seen;
    out->last_seen = l->in->head.as_of;
    out->is_reexamined = true;
    decisions_add(l->decisions, l->in, out);
}

static void resolved_row(const void *from, size_t i, struct resolved_record *out) {
    const struct lives *l = from;
    const struct earlier *e = &l->earlier.items[i];
    *out = (struct resolved_record){.exception = e->row,
                                    .last_seen_run = e->life.last_run,
                                    .days = date_days(e->life.first_seen, l->in->head.as_of)};
}

#define FORWARD(kind)                                                                              \
    static void kind##_row(const void *from, size_t i, struct kind##_record *out) {                \
        const struct lives *l = from;                                                              \
        l->in->rows->kind(l->in->from, i, out);                                                    \
    }
FORWARD(issue)
FORWARD(account)
FORWARD(seat)
FORWARD(person)
FORWARD(device)

static void linked_people(const void *from, size_t first, size_t count, uint32_t *out) {
    const struct run_record *in = ((const struct lives *)from)->in;
    for (size_t i = 0; !in->rows->linked_people && i < count; i++)
        out[i] = NOT_LINKED;
    if (in->rows->linked_people)
        in->rows->linked_people(in->from, first, count, out);
}

static bool is_staying(const void *from, size_t i) {
    const struct run_record *in = ((const struct lives *)from)->in;
    return in->rows->is_staying && in->rows->is_staying(in->from, i);
}

static const struct record_rows rows_with_lives = {.exception = exception_row,
                                                   .issue = issue_row,
                                                   .account = account_row,
                                                   .seat = seat_row,
                                                   .person = person_row,
                                                   .device = device_row,
                                                   .resolved = resolved_row,
                                                   .linked_people = linked_people,
                                                   .is_staying = is_staying};

bool ledger_apply(struct lives **out, struct store *s, const struct run_record *in,
                  struct run_record *with_lives, struct error *err) {
    struct lives *l = memory_zeroed(1, sizeof *l);
    struct past past = {0};
    *with_lives = *in;
    l->in = in;
    load_runs(&past, s);
    load_findings(&past, s);
    l->is_frozen = in->head.as_of < past.newest;
    l->of_exception = memory_zeroed(in->exception_count + 1, sizeof *l->of_exception);
    void (*key_of)(const void *, size_t, struct exception_record *) =
        in->rows->exception_key ? in->rows->exception_key : in->rows->exception;
    for (size_t i = 0; i < in->exception_count; i++) {
        struct exception_record e;
        key_of(in->from, i, &e);
        l->of_exception[i] = life_of(&past, l, e.id);
        with_lives->head.by_severity[e.severity]++;
        l->waived += e.is_waived;
    }
    bool ok = decisions_load(&l->decisions, s, in->head.run, err) &&
              past_runs_load(with_lives, s, &l->arena, err) &&
              store_fits(s, find_vanished(l, &past, s, with_lives), err);
    past_release(&past);
    if (!ok) {
        lives_free(l);
        return false;
    }
    with_lives->rows = &rows_with_lives;
    with_lives->from = l;
    with_lives->resolved_count = l->earlier.count;
    *out = l;
    return true;
}

struct life_counts lives_counts(const struct lives *l) {
    struct life_counts c = {0};
    for (size_t i = 0; i < l->in->exception_count; i++) {
        c.fresh += l->of_exception[i].lifecycle == LIFE_NEW;
        c.open += l->of_exception[i].lifecycle == LIFE_OPEN;
        c.reopened += l->of_exception[i].lifecycle == LIFE_REOPENED;
    }
    for (size_t i = 0; i < l->earlier.count; i++) {
        bool is_resolved = l->earlier.items[i].life.lifecycle == LIFE_RESOLVED;
        c.resolved += is_resolved;
        c.not_reexamined += !is_resolved;
    }
    return c;
}

void lives_free(struct lives *l) {
    if (!l)
        return;
    free(l->of_exception);
    decisions_free(l->decisions);
    vec_release(&l->earlier);
    arena_release(&l->arena);
    free(l);
}
