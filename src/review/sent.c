#include "sent.h"

#include <stdlib.h>

struct sent {
    struct strpool keys;
    VEC(struct sent_row) rows; /* by id in `keys` */
    struct arena arena;
    struct strpool texts; /* roles, departments: few, and often the same */
};

static struct span key_of(struct span system, struct span user_id, struct strbuf *out) {
    strbuf_clear(out);
    strbuf_add_span(out, system);
    strbuf_add_char(out, '\x1f');
    strbuf_add_span(out, user_id);
    return strbuf_span(out);
}

static struct span shared(struct sent *sent, struct span text) {
    return strpool_text(&sent->texts, strpool_intern(&sent->texts, text));
}

static void add_row(struct sent *sent, const struct query *q, struct strbuf *key) {
    uint32_t id = strpool_intern(&sent->keys, key_of(query_text(q, 0), query_text(q, 1), key)).n;
    while (sent->rows.count <= id)
        vec_push(&sent->rows, (struct sent_row){0});
    struct span what = query_text(q, 7);
    sent->rows.items[id] =
        (struct sent_row){.print = (uint64_t)query_number(q, 2),
                          .person_id = arena_copy(&sent->arena, query_text(q, 3)),
                          .roles = shared(sent, query_text(q, 4)),
                          .addressee = shared(sent, query_text(q, 5)),
                          .is_enabled = query_number(q, 6) != 0,
                          .is_passed_on = span_equal(what, SPAN("not-ours"))};
    if (sent->rows.items[id].is_passed_on)
        sent->rows.items[id].comment = arena_copy(&sent->arena, query_text(q, 8));
}

bool sent_load(struct sent **out, struct store *s, uint64_t first, struct error *err) {
    struct sent *sent = memory_zeroed(1, sizeof *sent);
    struct strbuf key = {0};
    struct query *q = store_query(
        s, "SELECT r.system, r.user_id, r.print, r.person_id, r.roles, r.addressee, r.enabled, "
           "d.what, d.comment FROM review v JOIN review_row r ON r.review = v.review "
           "LEFT JOIN decision d ON d.decision = (SELECT max(decision) FROM decision "
           "WHERE review = r.review AND row = r.row) "
           "WHERE v.first = ?1 ORDER BY r.review, r.row");
    query_bind_number(q, 1, (int64_t)first);
    while (query_next(q))
        add_row(sent, q, &key);
    query_end(q);
    strbuf_release(&key);
    if (!store_ok(s, err)) {
        sent_free(sent);
        return false;
    }
    *out = sent;
    return true;
}

const struct sent_row *sent_find(const struct sent *sent, struct span system, struct span user_id) {
    struct strbuf key = {0};
    uint32_t id = sent ? strpool_find(&sent->keys, key_of(system, user_id, &key)).n : 0;
    strbuf_release(&key);
    return id ? &sent->rows.items[id] : NULL;
}

void sent_free(struct sent *sent) {
    if (!sent)
        return;
    strpool_release(&sent->keys);
    strpool_release(&sent->texts);
    vec_release(&sent->rows);
    arena_release(&sent->arena);
    free(sent);
}
