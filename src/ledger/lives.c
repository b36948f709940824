/*
 * The life of exceptions: new, open, reopened when it returns, resolved when a later run looked
 * again and no longer raises it. Looked again means: the list was read and has not shrunk by force,
 * the rule was in force and evaluated for it, the day is later, and the record itself could be
 * judged. Otherwise it stays open and is said not to have been looked at.
 */
#include "ledger_internal.h"

#include "tenko/fold.h"
#include "tenko/strpool.h"

#include <stdlib.h>

struct stored_life {
    int64_t finding, state;
    bool is_open, is_seen;
    uint64_t last_run; /* 0: the last run that changed lives */
    date first_seen;
};

struct past {
    VEC(struct stored_life) findings; /* by finding */
    date *as_of;                      /* by run */
    uint64_t runs, last_live_run;
    date newest;
};

static void load_runs(struct past *p, struct store *s) {
    struct query *q = store_query(s, "SELECT coalesce(max(run), 0) FROM run");
    p->runs = query_next(q) ? (uint64_t)query_number(q, 0) : 0;
    query_end(q);
    p->as_of = memory_zeroed(p->runs + 1, sizeof *p->as_of);
    p->newest = DATE_NONE;
    q = store_query(s, "SELECT run, as_of, changes_lives FROM run ORDER BY run");
    while (query_next(q)) {
        uint64_t run = (uint64_t)query_number(q, 0);
        p->as_of[run] = codec_day(query_text(q, 1));
        if (p->as_of[run] > p->newest)
            p->newest = p->as_of[run];
        if (query_number(q, 2))
            p->last_live_run = run;
    }
    query_end(q);
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
    free(p->as_of);
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
    struct life life = {.finding = exception,
                        .lifecycle = LIFE_NEW,
                        .is_reexamined = true,
                        .first_seen = l->in->head.as_of};
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

static uint32_t find_rule(const struct run_record *r, struct span name) {
    for (uint32_t i = 0; i < r->rule_count; i++)
        if (span_equal(r->rules[i].name, name))
            return i;
    return NO_ROW;
}

static uint32_t find_input(const struct run_record *r, const struct stored_exception *x) {
    static const enum input_kind kinds[] = {[TARGET_SYSTEM] = INPUT_SYSTEM,
                                            [TARGET_LICENSE] = INPUT_LICENSE,
                                            [TARGET_ROSTER] = INPUT_ROSTER,
                                            [TARGET_DEVICES] = INPUT_DEVICES};
    enum input_kind kind = kinds[x->e.target_kind];
    struct span name = x->input_name.n ? x->input_name : x->e.target;
    for (size_t i = r->first_input[kind]; i < r->first_input[kind + 1]; i++)
        if (kind == INPUT_DEVICES || span_equal(r->inputs[i].name, name))
            return (uint32_t)i;
    return NO_ROW;
}

static const struct coverage_record *find_coverage(const struct input_record *input,
                                                   uint32_t rule) {
    for (size_t i = 0; i < input->coverage_count; i++)
        if (input->coverage[i].rule == rule)
            return &input->coverage[i];
    return NULL;
}

static bool has_unknown_date(const struct account_record *a) {
    return a->created_on == DATE_UNKNOWN || a->last_login_on == DATE_UNKNOWN ||
           a->password_changed_on == DATE_UNKNOWN || a->expires_on == DATE_UNKNOWN;
}

static bool folds_to(struct span user_id, struct span folded) {
    struct strbuf text = {0};
    fold_text(FOLD_ID, user_id, &text);
    bool is_it = span_equal(strbuf_span(&text), folded);
    strbuf_release(&text);
    return is_it;
}

/* Could the record itself be judged? A row that was rejected may have been it. */
static bool record_was_judged(const struct run_record *r, uint32_t input,
                              const struct coverage_record *coverage,
                              const struct stored_exception *x) {
    const struct input_record *in = &r->inputs[input];
    bool has_rejected = in->rejected > in->not_records;
    if (x->e.subject_kind != SUBJECT_USER_ID)
        return !has_rejected || x->e.subject.n == 0;
    if (!has_rejected && coverage->not_judged == 0)
        return true;
    struct strbuf folded = {0};
    fold_text(FOLD_ID, x->e.subject, &folded);
    bool is_there = false, is_judged = !has_rejected;
    for (size_t i = r->first_account[input]; !is_there && i < r->first_account[input + 1]; i++) {
        struct account_record a;
        r->rows->account(r->from, i, &a);
        is_there = folds_to(a.user_id, strbuf_span(&folded));
        if (is_there)
            is_judged = coverage->not_judged == 0 || !has_unknown_date(&a);
    }
    strbuf_release(&folded);
    return is_judged;
}

static bool was_looked_at(const struct run_record *r, const struct stored_exception *x,
                          uint32_t rule) {
    uint32_t input = find_input(r, x);
    if (rule == NO_ROW || input == NO_ROW || !r->rules[rule].is_enabled || r->inputs[input].shrank)
        return false;
    const struct coverage_record *coverage = find_coverage(&r->inputs[input], rule);
    return coverage && coverage->is_evaluated && record_was_judged(r, input, coverage, x);
}

/* The rule's number in the record, added where this run no longer has the rule. */
static uint32_t rule_number(struct lives *l, struct run_record *out, struct store *s,
                            const struct stored_exception *x, uint64_t last_run) {
    uint32_t rule = find_rule(out, x->rule_name);
    if (rule != NO_ROW)
        return rule;
    struct rule_record added = {.name = x->rule_name, .severity = x->e.severity};
    struct query *q = store_query(
        s, "SELECT st.body FROM section se JOIN json_each(se.ranges) r "
           "JOIN state st ON st.id >= json_extract(r.value, '$[0]') "
           "AND st.id < json_extract(r.value, '$[0]') + json_extract(r.value, '$[1]') "
           "WHERE se.run = ?1 AND se.kind = 'rule' AND json_extract(st.body, '$[0]') = ?2");
    query_bind_number(q, 1, (int64_t)last_run);
    query_bind_text(q, 2, x->rule_name);
    if (query_next(q) && !codec_read(&codec_rule, query_text(q, 0), &added, &l->arena))
        added = (struct rule_record){.name = x->rule_name, .severity = x->e.severity};
    query_end(q);
    struct rule_record *rules = arena_array(&l->arena, out->rule_count + 1, sizeof *rules);
    memcpy(rules, out->rules, out->rule_count * sizeof *rules);
    rules[out->rule_count] = added;
    out->rules = rules;
    return (uint32_t)out->rule_count++;
}

struct vanished {
    struct lives *l;
    struct past *past;
    struct store *store;
    struct run_record *out;
    struct query *state;
};

static bool add_vanished(struct vanished *v, const struct stored_life *f) {
    struct stored_exception x = {0};
    query_bind_number(v->state, 1, f->state);
    bool ok = query_next(v->state) &&
              codec_read(&codec_exception, query_text(v->state, 0), &x, &v->l->arena);
    query_reset(v->state);
    if (!ok)
        return false;
    uint64_t last_run = f->last_run ? f->last_run : v->past->last_live_run;
    bool is_later = last_run <= v->past->runs && v->l->in->head.as_of > v->past->as_of[last_run];
    struct life life = {.finding = x.e.id,
                        .is_stored = true,
                        .state = f->state,
                        .first_seen = f->first_seen,
                        .last_run = last_run};
    life.is_reexamined = !v->l->is_frozen && is_later &&
                         was_looked_at(v->l->in, &x, find_rule(v->l->in, x.rule_name));
    life.lifecycle = life.is_reexamined ? LIFE_RESOLVED : LIFE_OPEN;
    x.e.rule = rule_number(v->l, v->out, v->store, &x, last_run);
    x.e.input = find_input(v->l->in, &x);
    x.e.account = NO_ROW;
    x.e.lifecycle = life.lifecycle;
    x.e.is_reexamined = life.is_reexamined;
    x.e.first_seen = f->first_seen;
    x.e.last_seen = last_run <= v->past->runs ? v->past->as_of[last_run] : DATE_NONE;
    vec_push(&v->l->earlier, life);
    vec_push(&v->l->earlier_rows, x.e);
    return true;
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
    *out = (struct resolved_record){.exception = l->earlier_rows.items[i],
                                    .last_seen_run = l->earlier.items[i].last_run,
                                    .days = l->in->head.as_of - l->earlier.items[i].first_seen};
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

static const struct record_rows rows_with_lives = {exception_row, issue_row,  account_row, seat_row,
                                                   person_row,    device_row, resolved_row};

bool ledger_apply(struct lives **out, struct store *s, const struct run_record *in,
                  struct run_record *with_lives, struct error *err) {
    struct lives *l = memory_zeroed(1, sizeof *l);
    struct past past = {0};
    *with_lives = *in;
    l->in = in;
    load_runs(&past, s);
    load_findings(&past, s);
    l->is_frozen = past.runs && in->head.as_of < past.newest;
    l->of_exception = memory_zeroed(in->exception_count + 1, sizeof *l->of_exception);
    for (size_t i = 0; i < in->exception_count; i++) {
        struct exception_record e;
        in->rows->exception(in->from, i, &e);
        l->of_exception[i] = life_of(&past, l, e.id);
    }
    struct vanished v = {l, &past, s, with_lives,
                         store_query(s, "SELECT body FROM state WHERE id = ?1")};
    bool is_read = decisions_load(&l->decisions, s, in->head.run, err), ok = is_read;
    for (size_t i = 0; ok && i < past.findings.count; i++)
        if (past.findings.items[i].is_open && !past.findings.items[i].is_seen)
            ok = add_vanished(&v, &past.findings.items[i]);
    query_end(v.state);
    past_release(&past);
    if (!is_read || !store_ok(s, err) ||
        (!ok && !error_set(err, FAULT_OUTPUT, MSG_STORE_DAMAGED, store_path(s), 0, NULL))) {
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
        c.resolved += l->earlier.items[i].is_reexamined;
        c.not_reexamined += !l->earlier.items[i].is_reexamined;
    }
    return c;
}

void lives_free(struct lives *l) {
    if (!l)
        return;
    free(l->of_exception);
    decisions_free(l->decisions);
    vec_release(&l->earlier);
    vec_release(&l->earlier_rows);
    arena_release(&l->arena);
    free(l);
}
