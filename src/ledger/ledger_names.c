/* What a command line may name: systems of the last run, exceptions that are open. */
#include "tenko/ledger.h"

/* Not by the view: SQLite lets no view of a file call json_each unless the file is trusted. */
static void load_systems(struct ledger_names *out, struct store *s) {
    struct query *q =
        store_query(s, "SELECT json_extract(t.value, '$[2]') FROM " LEDGER_ROWS
                       "WHERE s.kind = 'input' AND s.run = (SELECT max(run) FROM run) "
                       "AND json_extract(t.value, '$[0]') = 1 ORDER BY g.key, b.first, t.key");
    while (query_next(q))
        vec_push(&out->systems, arena_copy(&out->arena, query_text(q, 0)));
    query_end(q);
}

static void load_open(struct ledger_names *out, struct store *s) {
    struct query *q =
        store_query(s, "SELECT f.id, json_extract(t.value, '$[1]'), json_extract(t.value, '$[4]') "
                       "FROM finding f JOIN block b ON b.first = "
                       "(SELECT max(first) FROM block WHERE first <= f.state) "
                       "JOIN json_each(b.body) t ON t.key = f.state - b.first "
                       "WHERE f.status = 'open'");
    while (query_next(q)) {
        struct open_exception e = {.id = (uint64_t)query_number(q, 0) << 4,
                                   .rule = arena_copy(&out->arena, query_text(q, 1)),
                                   .target = arena_copy(&out->arena, query_text(q, 2))};
        vec_push(&out->open, e);
    }
    query_end(q);
}

bool ledger_names_load(struct ledger_names *out, struct store *s, struct error *err) {
    *out = (struct ledger_names){0};
    load_systems(out, s);
    load_open(out, s);
    if (store_ok(s, err))
        return true;
    ledger_names_release(out);
    return false;
}

void ledger_names_release(struct ledger_names *names) {
    vec_release(&names->systems);
    vec_release(&names->open);
    arena_release(&names->arena);
    *names = (struct ledger_names){0};
}
