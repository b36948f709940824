/*
 * review status: who was asked, who has answered, what came of it, and the six tests of an auditor.
 * The last answer of a row counts; where another reviewer's last answer differs, the row is shown
 * as a conflict. One pass over the rows in the order of addressees, one over the run's accounts.
 */
#include "review_internal.h"
#include "sent.h"

#include <stdlib.h>

static const struct {
    const char *name;
    enum message_id title;
} tests[REVIEW_TEST_COUNT] = {
    [REVIEW_TEST_SENT] = {"everything-sent", MSG_REVIEW_TEST_SENT},
    [REVIEW_TEST_ANSWERED] = {"everything-answered", MSG_REVIEW_TEST_ANSWERED},
    [REVIEW_TEST_NOT_SELF] = {"nobody-reviewed-himself", MSG_REVIEW_TEST_NOT_SELF},
    [REVIEW_TEST_IN_TIME] = {"answered-in-time", MSG_REVIEW_TEST_IN_TIME},
    [REVIEW_TEST_RIGHT_REVIEWER] = {"right-reviewer", MSG_REVIEW_TEST_RIGHT_REVIEWER},
    [REVIEW_TEST_REVOKED_GONE] = {"revoked-is-gone", MSG_REVIEW_TEST_REVOKED_GONE},
};

const char *review_test_name(enum review_test t) {
    return tests[t].name;
}

enum message_id review_test_title(enum review_test t) {
    return tests[t].title;
}

enum { OVERDUE_LISTS = 2 };

/* Columns of the statement in read_rows. */
enum {
    ROW_ID,
    ROW_SYSTEM,
    ROW_USER_ID,
    ROW_ADDRESSEE,
    ROW_WHAT,
    ROW_REVIEWER,
    ROW_REVIEWED_ON,
    ROW_IS_RIGHT,
    ROW_IS_SELF,
    ROW_REPLY_BY,
    ROW_RUN,
    ROW_AS_OF,
    ROW_LISTS,
    ROW_RESOLVED,
    ROW_RESOLVED_AS_OF,
    ROW_HAS_CONFLICT
};

static struct review_counts *counts_of(struct review_status *st, struct span addressee) {
    struct review_counts *last =
        st->addressees.count ? &st->addressees.items[st->addressees.count - 1] : NULL;
    if (last && span_equal(last->addressee, addressee))
        return last;
    vec_push(&st->addressees,
             ((struct review_counts){.addressee = arena_copy(&st->arena, addressee)}));
    return &st->addressees.items[st->addressees.count - 1];
}

static struct review_row row_of(struct review_status *st, const struct query *q,
                                struct span addressee) {
    struct arena *arena = &st->arena;
    return (struct review_row){.id = (uint64_t)query_number(q, ROW_ID),
                               .system = arena_copy(arena, query_text(q, ROW_SYSTEM)),
                               .user_id = arena_copy(arena, query_text(q, ROW_USER_ID)),
                               .addressee = addressee,
                               .decision = arena_copy(arena, query_text(q, ROW_WHAT)),
                               .reviewer = arena_copy(arena, query_text(q, ROW_REVIEWER)),
                               .reviewed_on = review_day(query_text(q, ROW_REVIEWED_ON)),
                               .from_run = (uint64_t)query_number(q, ROW_RUN)};
}

static void judge_revoked(struct review_status *st, const struct query *q,
                          struct review_counts *counts) {
    struct span what = query_text(q, ROW_WHAT);
    bool is_revoked = span_equal(what, SPAN("delete")) || span_equal(what, SPAN("disable"));
    if (!is_revoked && !span_equal(what, SPAN("change")))
        return;
    if (query_is_null(q, ROW_RESOLVED)) {
        counts->overdue += query_number(q, ROW_LISTS) >= OVERDUE_LISTS;
        if (is_revoked)
            vec_push(&st->tests[REVIEW_TEST_REVOKED_GONE].rows, row_of(st, q, counts->addressee));
        return;
    }
    counts->resolved++;
    struct review_row row = row_of(st, q, counts->addressee);
    row.to_run = (uint64_t)query_number(q, ROW_RESOLVED);
    row.days = review_day(query_text(q, ROW_RESOLVED_AS_OF)) - review_day(query_text(q, ROW_AS_OF));
    vec_push(&st->resolved, row);
}

static void judge_row(struct review_status *st, const struct query *q) {
    struct review_counts *counts = counts_of(st, query_text(q, ROW_ADDRESSEE));
    bool failed[REVIEW_TEST_COUNT] = {false};
    counts->sent++;
    if (query_is_null(q, ROW_WHAT)) {
        counts->unanswered++;
        failed[REVIEW_TEST_ANSWERED] = true;
    } else {
        counts->answered++;
        failed[REVIEW_TEST_NOT_SELF] = query_number(q, ROW_IS_SELF) != 0;
        failed[REVIEW_TEST_IN_TIME] =
            review_day(query_text(q, ROW_REVIEWED_ON)) > review_day(query_text(q, ROW_REPLY_BY));
        failed[REVIEW_TEST_RIGHT_REVIEWER] = query_number(q, ROW_IS_RIGHT) == 0;
        judge_revoked(st, q, counts);
        if (query_number(q, ROW_HAS_CONFLICT))
            vec_push(&st->conflicts, row_of(st, q, counts->addressee));
    }
    for (int t = 0; t < REVIEW_TEST_COUNT; t++)
        if (failed[t])
            vec_push(&st->tests[t].rows, row_of(st, q, counts->addressee));
}

static void read_rows(struct review_status *st, struct store *s, uint64_t first) {
    struct query *q = store_query(
        s, "SELECT r.id, r.system, r.user_id, r.addressee, d.what, d.reviewer, d.reviewed_on, "
           "d.is_right, d.reviewer_id <> '' AND d.reviewer_id = r.person_id, v.reply_by, v.run, "
           "u.as_of, w.lists, w.resolved_run, p.as_of, "
           "EXISTS (SELECT 1 FROM decision o WHERE o.review = r.review AND o.row = r.row AND "
           "o.reviewer <> d.reviewer AND o.what <> d.what AND o.decision = "
           "(SELECT max(decision) FROM decision WHERE review = r.review AND row = r.row AND "
           "reviewer = o.reviewer)) "
           "FROM review v JOIN run u ON u.run = v.run JOIN review_row r ON r.review = v.review "
           "LEFT JOIN decision d ON d.decision = (SELECT max(decision) FROM decision "
           "WHERE review = r.review AND row = r.row) "
           "LEFT JOIN revocation w ON w.review = r.review AND w.row = r.row "
           "LEFT JOIN run p ON p.run = w.resolved_run "
           "WHERE v.first = ?1 ORDER BY r.addressee, r.review, r.row");
    query_bind_number(q, 1, (int64_t)first);
    while (query_next(q))
        judge_row(st, q);
    query_end(q);
}

/* --- Was everything sent that the lists have? --- */

/* The last run of the day that was reviewed: a late list is in it. */
static uint64_t run_to_compare(struct store *s, uint64_t run) {
    struct query *q = store_query(s, "SELECT max(run) FROM run WHERE as_of = "
                                     "(SELECT as_of FROM run WHERE run = ?1)");
    query_bind_number(q, 1, (int64_t)run);
    uint64_t newest = query_next(q) ? (uint64_t)query_number(q, 0) : run;
    query_end(q);
    return newest;
}

static void find_unsent(struct review_status *st, const struct run_record *r,
                        const struct sent *sent) {
    for (size_t i = 0; i < r->account_count; i++) {
        struct account_record a;
        r->rows->account(r->from, i, &a);
        struct span system = r->inputs[a.input].name;
        if (sent_find(sent, system, a.user_id))
            continue;
        struct review_row row = {.system = arena_copy(&st->arena, system),
                                 .user_id = arena_copy(&st->arena, a.user_id),
                                 .addressee = arena_copy(&st->arena, a.addressee),
                                 .reviewed_on = DATE_NONE};
        vec_push(&st->tests[REVIEW_TEST_SENT].rows, row);
    }
}

static bool check_sent(struct review_status *st, struct store *s, const struct review_head *head,
                       struct error *err) {
    struct sent *sent = NULL;
    struct loaded_run *run = NULL;
    struct error purged;
    if (!sent_load(&sent, s, head->first, err))
        return false;
    /* Where the states were purged, what was frozen is all there is. */
    if (ledger_load(&run, s, run_to_compare(s, head->run), &purged))
        find_unsent(st, loaded_record(run), sent);
    loaded_free(run);
    sent_free(sent);
    return store_ok(s, err);
}

bool review_status(struct review_status *out, struct store *s, uint64_t review, struct error *err) {
    struct review_head last, first;
    *out = (struct review_status){0};
    if (!review_head_load(&last, s, review, &out->arena, err))
        return false;
    if (!last.review)
        return error_set(err, FAULT_USAGE, MSG_REVIEW_NONE, NULL, 0, NULL);
    if (!review_head_load(&first, s, last.first, &out->arena, err))
        return false;
    out->review = first.review;
    out->run = first.run;
    out->exported_on = first.exported_on;
    out->reply_by = first.reply_by;
    read_rows(out, s, last.first);
    return store_ok(s, err) && check_sent(out, s, &last, err);
}

void review_status_release(struct review_status *st) {
    for (int t = 0; t < REVIEW_TEST_COUNT; t++)
        vec_release(&st->tests[t].rows);
    vec_release(&st->addressees);
    vec_release(&st->conflicts);
    vec_release(&st->resolved);
    arena_release(&st->arena);
}
