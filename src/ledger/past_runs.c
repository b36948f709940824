/* The course of runs: what a report shows of those before its own. Nothing here changes when later
 * runs come, so that a stored run's report comes out the same. */
#include "ledger_internal.h"

static bool read_past(const struct query *q, struct past_run_record *out, struct arena *arena) {
    struct run_head head = {0};
    if (!codec_read(&codec_head, query_text(q, 8), &head, arena))
        return false;
    *out = (struct past_run_record){
        .run = (uint64_t)query_number(q, 0),
        .as_of = codec_day(query_text(q, 1)),
        .exceptions = (uint64_t)query_number(q, 2),
        .fresh = (uint64_t)query_number(q, 3),
        .open = (uint64_t)query_number(q, 4),
        .reopened = (uint64_t)query_number(q, 5),
        .resolved = (uint64_t)query_number(q, 6),
        .not_reexamined = (uint64_t)query_number(q, 7),
    };
    memcpy(out->by_severity, head.by_severity, sizeof out->by_severity);
    return true;
}

bool past_runs_load(struct run_record *r, struct store *s, struct arena *arena, struct error *err) {
    struct past_run_record *all = arena_array(arena, PAST_RUNS_MOST, sizeof *all);
    struct query *q = store_query(
        s, "SELECT run, as_of, exceptions, new, open, reopened, resolved, not_reexamined, head "
           "FROM (SELECT * FROM run WHERE run < ?1 ORDER BY run DESC LIMIT ?2) ORDER BY run");
    bool ok = true;
    query_bind_number(q, 1, (int64_t)r->head.run);
    query_bind_number(q, 2, PAST_RUNS_MOST);
    r->past_runs = all;
    r->past_run_count = 0;
    while (ok && query_next(q))
        ok = read_past(q, &all[r->past_run_count++], arena);
    query_end(q);
    return store_fits(s, ok, err);
}
