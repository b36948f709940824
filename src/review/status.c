/*
 * review status: who was asked, who has answered, what came of it, and the six tests of an auditor.
 * The last answer of a row counts; where another reviewer's last answer differs, the row is shown
 * as a conflict.
 *
 * Rows, decisions and what runs noted of them are read side by side, each in the order of the rows,
 * so nothing is looked up and a million rows are one pass. What was known before a run is a part of
 * its record: then later exports, answers and runs are left out.
 */
#include "review_internal.h"
#include "unsent.h"

#include <stdlib.h>

enum { OVERDUE_LISTS = 2 };

struct status_reading {
    struct review_status *st;
    struct group *group;
    struct query *rows, *decisions, *events;
    bool has_decision, has_event; /* … at hand */
    struct strpool addressees;    /* their ids − 1 are places in st->addressees */
    struct sent_keys *sent;
};

/* Columns of the three statements; each begins with review and row. */
enum { KEY_REVIEW, KEY_ROW };
enum { ROW_ID = 2, ROW_SYSTEM, ROW_USER_ID, ROW_PERSON_ID, ROW_ADDRESSEE };
enum { SAID_WHAT = 2, SAID_REVIEWER, SAID_REVIEWER_ID, SAID_IS_RIGHT, SAID_ON, SAID_AFTER };
enum { EVENT_RUN = 2, EVENT_IS_SHOWN, EVENT_AS_OF };

struct opinion {
    struct span what, reviewer, reviewer_id;
};

/* What was said of the row at hand, and what runs saw of it. */
struct said {
    bool is_answered, has_conflict, is_right;
    struct span what, reviewer, reviewer_id;
    date reviewed_on;
    uint64_t since; /* the last run when the account was first to go, or to change */
    uint64_t lists, resolved_run;
    date resolved_on;
    VEC(struct opinion) opinions; /* the last one of each reviewer */
};

/* --- What was said --- */

static bool is_of_row(const struct query *q, uint64_t review, uint64_t row) {
    return (uint64_t)query_number(q, KEY_REVIEW) == review &&
           (uint64_t)query_number(q, KEY_ROW) == row;
}

static struct span kept(struct status_reading *x, struct span text) {
    return strpool_text(&x->st->texts, strpool_intern(&x->st->texts, text));
}

static bool is_to_be_done(struct span what) {
    return span_equal(what, SPAN("delete")) || span_equal(what, SPAN("disable")) ||
           span_equal(what, SPAN("change"));
}

static bool is_same_reviewer(const struct opinion *a, const struct opinion *b) {
    return a->reviewer_id.n && b->reviewer_id.n ? span_equal(a->reviewer_id, b->reviewer_id)
                                                : span_equal(a->reviewer, b->reviewer);
}

static void note_opinion(struct said *said, const struct opinion *o) {
    for (size_t i = 0; i < said->opinions.count; i++)
        if (is_same_reviewer(&said->opinions.items[i], o)) {
            said->opinions.items[i] = *o;
            return;
        }
    vec_push(&said->opinions, *o);
}

static void take_decisions(struct status_reading *x, struct said *said, uint64_t review,
                           uint64_t row) {
    const struct query *q = x->decisions;
    for (; x->has_decision && is_of_row(q, review, row);
         x->has_decision = query_next(x->decisions)) {
        struct opinion o = {kept(x, query_text(q, SAID_WHAT)),
                            kept(x, query_text(q, SAID_REVIEWER)),
                            kept(x, query_text(q, SAID_REVIEWER_ID))};
        if (is_to_be_done(o.what) && !is_to_be_done(said->what))
            said->since = (uint64_t)query_number(q, SAID_AFTER);
        said->is_answered = true;
        said->what = o.what;
        said->reviewer = o.reviewer;
        said->reviewer_id = o.reviewer_id;
        said->is_right = query_number(q, SAID_IS_RIGHT) != 0;
        said->reviewed_on = date_of_iso(query_text(q, SAID_ON));
        note_opinion(said, &o);
    }
    for (size_t i = 0; i < said->opinions.count; i++)
        said->has_conflict |= !span_equal(said->opinions.items[i].what, said->what);
}

static void take_events(struct status_reading *x, struct said *said, uint64_t review,
                        uint64_t row) {
    const struct query *q = x->events;
    for (; x->has_event && is_of_row(q, review, row); x->has_event = query_next(x->events)) {
        uint64_t run = (uint64_t)query_number(q, EVENT_RUN);
        if (!is_to_be_done(said->what) || run <= said->since || said->resolved_run)
            continue;
        if (!query_number(q, EVENT_IS_SHOWN)) {
            said->lists++;
            continue;
        }
        said->resolved_run = run;
        said->resolved_on = date_of_iso(query_text(q, EVENT_AS_OF));
    }
}

/* --- Judging a row --- */

static struct review_counts *counts_of(struct status_reading *x, struct span addressee) {
    struct review_status *st = x->st;
    /* The empty text has id 0: a sign in front gives every addressee a place. */
    struct strbuf key = {0};
    strbuf_add_char(&key, '/');
    strbuf_add_span(&key, addressee);
    uint32_t id = strpool_intern(&x->addressees, strbuf_span(&key)).n;
    strbuf_release(&key);
    if (st->addressees.count < id)
        vec_push(&st->addressees, ((struct review_counts){.addressee = kept(x, addressee)}));
    return &st->addressees.items[id - 1];
}

static struct review_line line_of(struct status_reading *x, const struct said *said,
                                  const struct review_counts *counts, uint64_t run) {
    const struct query *q = x->rows;
    return (struct review_line){.review = (uint64_t)query_number(q, KEY_REVIEW),
                                .row = (uint64_t)query_number(q, KEY_ROW),
                                .id = (uint64_t)query_number(q, ROW_ID),
                                .system = kept(x, query_text(q, ROW_SYSTEM)),
                                .user_id = arena_copy(&x->st->arena, query_text(q, ROW_USER_ID)),
                                .addressee = counts->addressee,
                                .decision = said->what,
                                .reviewer = said->reviewer,
                                .reviewed_on = said->reviewed_on,
                                .from_run = run};
}

static void judge_revoked(struct status_reading *x, const struct said *said,
                          struct review_counts *counts, const struct group_review *review) {
    struct review_line line = line_of(x, said, counts, review->run);
    if (said->resolved_run) {
        counts->resolved++;
        line.to_run = said->resolved_run;
        line.days = date_days(review->as_of, said->resolved_on);
        vec_push(&x->st->resolved, line);
        return;
    }
    counts->overdue += said->lists >= OVERDUE_LISTS;
    if (!span_equal(said->what, SPAN("change")))
        vec_push(&x->st->tests[REVIEW_TEST_REVOKED_GONE].lines, line);
}

static void judge_row(struct status_reading *x, const struct said *said,
                      const struct group_review *review) {
    const struct query *q = x->rows;
    struct review_counts *counts = counts_of(x, query_text(q, ROW_ADDRESSEE));
    bool failed[REVIEW_TEST_COUNT] = {false};
    struct span person_id = query_text(q, ROW_PERSON_ID);
    counts->sent++;
    counts->answered += said->is_answered;
    counts->unanswered += !said->is_answered;
    failed[REVIEW_TEST_ANSWERED] = !said->is_answered;
    if (said->is_answered) {
        failed[REVIEW_TEST_NOT_SELF] = person_id.n && span_equal(person_id, said->reviewer_id);
        failed[REVIEW_TEST_IN_TIME] = said->reviewed_on > review->reply_by;
        failed[REVIEW_TEST_RIGHT_REVIEWER] = !said->is_right;
    }
    for (int t = 0; t < REVIEW_TEST_COUNT; t++)
        if (failed[t])
            vec_push(&x->st->tests[t].lines, line_of(x, said, counts, review->run));
    if (is_to_be_done(said->what))
        judge_revoked(x, said, counts, review);
    if (said->has_conflict)
        vec_push(&x->st->conflicts, line_of(x, said, counts, review->run));
}

/* --- All rows --- */

static void prepare(struct status_reading *x, struct store *s) {
    x->rows = store_query(s, "SELECT review, row, id, system, user_id, person_id, addressee "
                             "FROM review_row WHERE review = ?1 ORDER BY row");
    x->decisions = store_query(
        s, "SELECT d.review, d.row, d.what, d.reviewer, d.reviewer_id, d.is_right, d.reviewed_on, "
           "e.run FROM decision d JOIN entry e ON e.entry = d.entry "
           "WHERE d.review = ?1 AND e.run < ?2 ORDER BY d.row, d.decision");
    x->events = store_query(s, "SELECT v.review, v.row, v.run, v.what = 'shown', u.as_of "
                               "FROM revocation_event v JOIN run u ON u.run = v.run "
                               "WHERE v.review = ?1 AND v.run <= ?2 ORDER BY v.row, v.run");
}

static void read_review(struct status_reading *x, const struct group_review *review) {
    struct query *queries[] = {x->rows, x->decisions, x->events};
    struct said said = {0};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        query_bind_number(queries[i], 1, (int64_t)review->review);
        if (i)
            query_bind_number(queries[i], 2, (int64_t)x->group->until);
    }
    x->has_decision = query_next(x->decisions);
    x->has_event = query_next(x->events);
    while (query_next(x->rows)) {
        uint64_t number = (uint64_t)query_number(x->rows, KEY_ROW);
        struct said next = {.reviewed_on = DATE_NONE};
        next.opinions.items = said.opinions.items;
        next.opinions.capacity = said.opinions.capacity;
        said = next;
        take_decisions(x, &said, review->review, number);
        take_events(x, &said, review->review, number);
        judge_row(x, &said, review);
        sent_keys_add(x->sent, query_text(x->rows, ROW_SYSTEM), query_text(x->rows, ROW_USER_ID));
    }
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        query_reset(queries[i]);
    vec_release(&said.opinions);
}

static int by_name(const void *a, const void *b) {
    return span_compare(((const struct review_counts *)a)->addressee,
                        ((const struct review_counts *)b)->addressee);
}

static int by_addressee(const void *a, const void *b) {
    const struct review_line *x = a, *y = b;
    int order = span_compare(x->addressee, y->addressee);
    if (!order)
        order = (x->review > y->review) - (x->review < y->review);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

static struct review_lines sorted(struct review_line *items, size_t count) {
    if (count)
        qsort(items, count, sizeof *items, by_addressee);
    return (struct review_lines){items, count};
}

static void make_record(struct review_status *st, const struct group *g) {
    struct review_record *r = &st->record;
    *r = (struct review_record){.review = g->reviews.items[0].review,
                                .run = g->reviews.items[0].run,
                                .exported_on = g->reviews.items[0].exported_on,
                                .reply_by = g->reviews.items[0].reply_by,
                                .conflicts = sorted(st->conflicts.items, st->conflicts.count),
                                .resolved = sorted(st->resolved.items, st->resolved.count)};
    if (st->addressees.count)
        qsort(st->addressees.items, st->addressees.count, sizeof *st->addressees.items, by_name);
    r->addressees = st->addressees.items;
    r->addressee_count = st->addressees.count;
    for (int t = 0; t < REVIEW_TEST_COUNT; t++)
        r->tests[t] = sorted(st->tests[t].lines.items, st->tests[t].lines.count);
    struct review_supplement *more =
        arena_array(&st->arena, g->reviews.count, sizeof *r->supplements);
    for (size_t i = 1; i < g->reviews.count; i++)
        more[r->supplement_count++] =
            (struct review_supplement){g->reviews.items[i].review, g->reviews.items[i].exported_on,
                                       g->reviews.items[i].reply_by};
    r->supplements = more;
}

static void read_group(struct review_status *st, struct store *s, struct group *g,
                       struct sent_keys *sent) {
    struct status_reading x = {.st = st, .group = g, .sent = sent};
    prepare(&x, s);
    for (size_t i = 0; i < g->reviews.count; i++)
        read_review(&x, &g->reviews.items[i]);
    query_end(x.rows);
    query_end(x.decisions);
    query_end(x.events);
    strpool_release(&x.addressees);
}

bool review_status(struct review_status *out, struct store *s, uint64_t review, uint64_t until,
                   struct error *err) {
    struct group g = {.until = until ? until : INT64_MAX};
    struct sent_keys *sent = sent_keys_new();
    *out = (struct review_status){0};
    bool ok = group_load(&g, s, review, err);
    if (ok && g.reviews.count) {
        read_group(out, s, &g, sent);
        find_unsent(out, s, &g, sent);
        make_record(out, &g);
        ok = store_ok(s, err);
    }
    sent_keys_free(sent);
    vec_release(&g.reviews);
    return ok;
}

void review_status_release(struct review_status *st) {
    for (int t = 0; t < REVIEW_TEST_COUNT; t++)
        vec_release(&st->tests[t].lines);
    vec_release(&st->addressees);
    vec_release(&st->conflicts);
    vec_release(&st->resolved);
    strpool_release(&st->texts);
    arena_release(&st->arena);
}
