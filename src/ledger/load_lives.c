/* Where the exceptions of a loaded run were in their lives. */
#include "load_internal.h"

#include <stdlib.h>

struct found_life {
    int64_t finding;
    bool is_new, is_reopened;
    date first_seen;
};

static int by_finding(const void *a, const void *b) {
    const struct found_life *x = a, *y = b;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

static void set_lives(struct loaded_run *l, const struct found_life *lives, size_t count) {
    for (size_t i = 0; i < l->exceptions.count; i++) {
        struct exception_record *e = &l->exceptions.items[i];
        struct found_life key = {.finding = finding_of(e->id)};
        const struct found_life *life =
            count ? bsearch(&key, lives, count, sizeof *lives, by_finding) : NULL;
        e->first_seen = life ? life->first_seen : l->record.head.as_of;
        e->lifecycle = !life || life->is_new ? LIFE_NEW
                       : life->is_reopened   ? LIFE_REOPENED
                                             : LIFE_OPEN;
    }
}

void loaded_read_lives(struct loaded_run *l) {
    VEC(struct found_life) lives = {0};
    struct query *q = store_query(
        l->store,
        "SELECT f.id, coalesce(e.what = 'new', 0), coalesce(e.what = 'reopened', 0), "
        "f.first_seen FROM finding f LEFT JOIN event e ON e.finding = f.id AND e.run = ?1 "
        "WHERE f.first_run <= ?1 ORDER BY f.id");
    query_bind_number(q, 1, (int64_t)l->record.head.run);
    while (query_next(q))
        vec_push(&lives,
                 ((struct found_life){query_number(q, 0), query_number(q, 1) != 0,
                                      query_number(q, 2) != 0, codec_day(query_text(q, 3))}));
    query_end(q);
    set_lives(l, lives.items, lives.count);
    vec_release(&lives);
}

static int by_row(const void *left, const void *right, void *rules) {
    return earlier_compare(&((const struct resolved_record *)left)->exception,
                           &((const struct resolved_record *)right)->exception, rules);
}

/* What the run resolved, or could not look at. */
bool loaded_read_earlier(struct loaded_run *l) {
    struct query *q = store_query(
        l->store,
        "SELECT e.what = 'resolved', e.state, e.last_run, f.first_seen, r.as_of "
        "FROM event e JOIN finding f ON f.id = e.finding JOIN run r ON r.run = e.last_run "
        "WHERE e.run = ?1 AND e.what IN ('resolved', 'not_reexamined') ORDER BY f.id");
    struct states *states = states_open(l->store);
    bool ok = true;
    query_bind_number(q, 1, (int64_t)l->record.head.run);
    while (ok && query_next(q)) {
        struct stored_exception x = {0};
        struct span text;
        ok = states_get(states, query_number(q, 1), &text) &&
             codec_read(&codec_exception, text, &x, &l->arena);
        if (!ok)
            break;
        bool is_resolved = query_number(q, 0) != 0;
        x.e.rule = rule_list_number(&l->all_rules, &x, (uint64_t)query_number(q, 2));
        x.e.input = record_find_input(&l->record, &x);
        x.e.account = NO_ROW;
        x.e.lifecycle = is_resolved ? LIFE_RESOLVED : LIFE_OPEN;
        x.e.is_reexamined = is_resolved;
        x.e.first_seen = codec_day(query_text(q, 3));
        x.e.last_seen = codec_day(query_text(q, 4));
        vec_push(&l->resolved, ((struct resolved_record){
                                   .exception = x.e,
                                   .last_seen_run = (uint64_t)query_number(q, 2),
                                   .days = date_days(x.e.first_seen, l->record.head.as_of)}));
    }
    query_end(q);
    states_close(states);
    if (l->resolved.count)
        qsort_r(l->resolved.items, l->resolved.count, sizeof *l->resolved.items, by_row,
                l->all_rules.items.items);
    return ok;
}
