#include "decisions.h"

#include "tenko/strpool.h"

#include <stdlib.h>

struct decided {
    struct span person_id;
    struct decision_record decision;
};

struct decisions {
    struct strpool accounts;   /* system 0x1f user ID */
    VEC(struct decided) items; /* by id in `accounts` */
    struct arena arena;
};

static void write_key(struct span system, struct span user_id, struct strbuf *out) {
    strbuf_clear(out);
    strbuf_add_span(out, system);
    strbuf_add_char(out, '\x1f');
    strbuf_add_span(out, user_id);
}

static void add_decided(struct decisions *d, const struct query *q, struct strbuf *key) {
    write_key(query_text(q, 0), query_text(q, 1), key);
    uint32_t id = strpool_intern(&d->accounts, strbuf_span(key)).n;
    while (d->items.count <= id)
        vec_push(&d->items, (struct decided){0});
    d->items.items[id] = (struct decided){
        .person_id = arena_copy(&d->arena, query_text(q, 2)),
        .decision = {.decision = arena_copy(&d->arena, query_text(q, 3)),
                     .comment = arena_copy(&d->arena, query_text(q, 4)),
                     .reviewer = arena_copy(&d->arena, query_text(q, 5)),
                     .reviewed_on = date_of_iso(query_text(q, 6))},
    };
}

bool decisions_load(struct decisions **out, struct store *s, uint64_t run, struct error *err) {
    struct decisions *d = memory_zeroed(1, sizeof *d);
    struct strbuf key = {0};
    struct query *q = store_query(
        s, "SELECT r.system, r.user_id, r.person_id, d.what, d.comment, d.reviewer, d.reviewed_on "
           "FROM decision d JOIN entry e ON e.entry = d.entry "
           "JOIN review_row r ON r.review = d.review AND r.row = d.row "
           "WHERE e.run < ?1 ORDER BY d.decision");
    query_bind_number(q, 1, (int64_t)run);
    while (query_next(q))
        add_decided(d, q, &key);
    query_end(q);
    strbuf_release(&key);
    if (!store_ok(s, err)) {
        decisions_free(d);
        return false;
    }
    *out = d;
    return true;
}

void decisions_add(const struct decisions *d, const struct run_record *r,
                   struct exception_record *e) {
    struct account_record a;
    struct strbuf key = {0};
    if (!d || !d->items.count || e->account >= r->account_count)
        return;
    r->rows->account(r->from, e->account, &a);
    write_key(r->inputs[a.input].name, a.user_id, &key);
    uint32_t id = strpool_find(&d->accounts, strbuf_span(&key)).n;
    strbuf_release(&key);
    struct span holder = a.person == NO_ROW ? SPAN("") : a.person_id;
    if (id && span_equal(d->items.items[id].person_id, holder))
        e->decision = d->items.items[id].decision;
}

void decisions_free(struct decisions *d) {
    if (!d)
        return;
    strpool_release(&d->accounts);
    vec_release(&d->items);
    arena_release(&d->arena);
    free(d);
}
