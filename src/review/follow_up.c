/*
 * What became of decisions: a run of a later day whose lists no longer show the account, show it
 * disabled, or, of a decision to change, show it changed, resolves the decision. A list that was
 * missing, shrank by force or had rejected rows proves nothing of an account that is not in it.
 * One pass over the accounts, and none where nothing is open.
 */
#include "review_internal.h"

#include "tenko/fold.h"

#include <stdlib.h>

struct waiting {
    uint64_t review, row, print;
    date last_as_of;
    bool is_change, is_disable, was_enabled;
    bool is_seen, is_done; /* in this run: listed; as decided */
    bool is_seen_folded;   /* listed in another spelling */
    uint32_t input;        /* of this run; NO_ROW = no such system */
    size_t next;           /* of the same key, + 1 */
};

struct follow_up {
    const struct run_record *record;
    VEC(struct waiting) items;
    struct strpool exact, folded; /* system 0x1f user ID */
    VEC(size_t) of_exact;         /* first item + 1, by id */
    VEC(size_t) of_folded;        /* one item + 1 */
    struct strbuf key, text;
};

static struct span key_of(struct follow_up *f, uint32_t input, struct span user_id) {
    strbuf_clear(&f->key);
    strbuf_add(&f->key, &input, sizeof input);
    strbuf_add_span(&f->key, user_id);
    return strbuf_span(&f->key);
}

static struct span folded_key_of(struct follow_up *f, uint32_t input, struct span user_id) {
    fold_text(FOLD_ID, user_id, &f->text);
    return key_of(f, input, strbuf_span(&f->text));
}

static uint32_t find_system(const struct run_record *r, struct span name) {
    for (size_t i = r->first_input[INPUT_SYSTEM]; i < r->first_input[INPUT_SYSTEM + 1]; i++)
        if (span_equal(r->inputs[i].name, name))
            return (uint32_t)i;
    return NO_ROW;
}

static void add_waiting(struct follow_up *f, const struct query *q) {
    struct span what = query_text(q, 6);
    struct waiting w = {.review = (uint64_t)query_number(q, 0),
                        .row = (uint64_t)query_number(q, 1),
                        .print = (uint64_t)query_number(q, 4),
                        .was_enabled = query_number(q, 5) != 0,
                        .is_change = span_equal(what, SPAN("change")),
                        .is_disable = span_equal(what, SPAN("disable")),
                        .last_as_of = date_of_iso(query_text(q, 7)),
                        .input = find_system(f->record, query_text(q, 2))};
    if (w.input == NO_ROW || !f->record->inputs[w.input].is_delivered)
        return;
    struct span user_id = query_text(q, 3);
    uint32_t id = strpool_intern(&f->exact, key_of(f, w.input, user_id)).n;
    while (f->of_exact.count <= id)
        vec_push(&f->of_exact, 0);
    w.next = f->of_exact.items[id];
    vec_push(&f->items, w);
    f->of_exact.items[id] = f->items.count;
    id = strpool_intern(&f->folded, folded_key_of(f, w.input, user_id)).n;
    while (f->of_folded.count <= id)
        vec_push(&f->of_folded, 0);
    f->of_folded.items[id] = f->items.count;
}

static void load_waiting(struct follow_up *f, struct store *s) {
    char day[11];
    struct query *q = store_query(
        s, "SELECT w.review, w.row, r.system, r.user_id, r.print, r.enabled, d.what, w.last_as_of "
           "FROM revocation w JOIN review_row r ON r.review = w.review AND r.row = w.row "
           "JOIN review v ON v.review = w.review JOIN run u ON u.run = v.run "
           "JOIN decision d ON d.decision = (SELECT max(decision) FROM decision "
           "WHERE review = w.review AND row = w.row) "
           "WHERE w.resolved_run IS NULL AND u.as_of < ?1 AND w.last_as_of < ?1 "
           "ORDER BY w.review, w.row");
    date_format(f->record->head.as_of, day);
    query_bind_text(q, 1, span_of(day));
    while (query_next(q))
        add_waiting(f, q);
    query_end(q);
}

/* An account that was disabled already when it was to be deleted must go; to disable it again is
 * done. */
static bool is_as_decided(const struct waiting *w, const struct account_record *a, uint64_t print) {
    if (w->is_change)
        return print != w->print;
    return !a->is_enabled && (w->is_disable || w->was_enabled);
}

static void look_at(struct follow_up *f, const struct account_record *a, struct strbuf *roles) {
    uint32_t id = strpool_find(&f->exact, key_of(f, a->input, a->user_id)).n;
    if (!id) {
        id = strpool_find(&f->folded, folded_key_of(f, a->input, a->user_id)).n;
        if (id)
            f->items.items[f->of_folded.items[id] - 1].is_seen_folded = true;
        return;
    }
    account_roles(a, roles);
    uint64_t print = account_print(a, strbuf_span(roles), &f->text);
    for (size_t i = f->of_exact.items[id]; i; i = f->items.items[i - 1].next) {
        f->items.items[i - 1].is_seen = true;
        f->items.items[i - 1].is_done |= is_as_decided(&f->items.items[i - 1], a, print);
    }
}

static bool proves_absence(const struct input_record *in) {
    return !in->shrank && in->rejected <= in->not_records;
}

static void write_found(const struct follow_up *f, struct store *s) {
    char day[11];
    struct query *done = store_query(s, "UPDATE revocation SET resolved_run = ?3 "
                                        "WHERE review = ?1 AND row = ?2");
    struct query *still = store_query(s, "UPDATE revocation SET lists = lists + 1, last_as_of = ?3 "
                                         "WHERE review = ?1 AND row = ?2");
    struct query *event = store_query(s, "INSERT INTO revocation_event(run, review, row, what) "
                                         "VALUES(?1, ?2, ?3, ?4)");
    date_format(f->record->head.as_of, day);
    for (size_t i = 0; i < f->items.count; i++) {
        const struct waiting *w = &f->items.items[i];
        bool is_listed = w->is_seen || w->is_seen_folded;
        bool is_gone = !is_listed && proves_absence(&f->record->inputs[w->input]);
        struct query *q = w->is_done || is_gone ? done : still;
        if (!is_listed && !is_gone)
            continue; /* nobody can tell */
        query_bind_number(event, 1, (int64_t)f->record->head.run);
        query_bind_number(event, 2, (int64_t)w->review);
        query_bind_number(event, 3, (int64_t)w->row);
        query_bind_text(event, 4, q == done ? SPAN("shown") : SPAN("not_shown"));
        query_run(event);
        query_bind_number(q, 1, (int64_t)w->review);
        query_bind_number(q, 2, (int64_t)w->row);
        if (q == done)
            query_bind_number(q, 3, (int64_t)f->record->head.run);
        else
            query_bind_text(q, 3, span_of(day));
        query_run(q);
    }
    query_end(done);
    query_end(still);
    query_end(event);
}

bool review_follow_up(struct store *s, const struct run_record *r, struct error *err) {
    struct follow_up f = {.record = r};
    struct strbuf roles = {0};
    load_waiting(&f, s);
    for (size_t i = 0; f.items.count && i < r->account_count; i++) {
        struct account_record a;
        r->rows->account(r->from, i, &a);
        look_at(&f, &a, &roles);
    }
    write_found(&f, s);
    vec_release(&f.items);
    vec_release(&f.of_exact);
    vec_release(&f.of_folded);
    strpool_release(&f.exact);
    strpool_release(&f.folded);
    strbuf_release(&roles);
    strbuf_release(&f.key);
    strbuf_release(&f.text);
    return store_ok(s, err);
}
