/*
 * Is the schema as this program makes it? An empty database in memory is brought to the present
 * version, and the file's views are compared with its own. Tenko has no triggers: one in the file
 * would change what is written.
 */
#include "store_internal.h"

#include "tenko/memory.h"

static void compare_views(struct store *s, struct store *made, store_difference *found,
                          void *context) {
    struct query *views =
        store_query(made, "SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name");
    struct query *same = store_query(
        s, "SELECT 1 FROM main.sqlite_schema WHERE type = 'view' AND name = ?1 AND sql = ?2");
    while (query_next(views)) {
        query_bind_text(same, 1, query_text(views, 0));
        query_bind_text(same, 2, query_text(views, 1));
        bool is_same = query_next(same);
        struct error err;
        if (!is_same && store_ok(s, &err))
            found(context, query_text(views, 0), false);
        query_reset(same);
    }
    query_end(same);
    query_end(views);
}

static void find_triggers(struct store *s, store_difference *found, void *context) {
    struct query *q =
        store_query(s, "SELECT name FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name");
    while (query_next(q))
        found(context, query_text(q, 0), true);
    query_end(q);
}

void store_compare(struct store *s, store_difference *found, void *context) {
    find_triggers(s, found, context);
    if (store_version_of(s) != store_version())
        return; /* an older schema has its own views, and gets these with its next run */
    struct store made = {.made = -1};
    if (sqlite3_open(":memory:", &made.db) != SQLITE_OK)
        memory_exhausted();
    store_make_schema(&made);
    compare_views(s, &made, found, context);
    sqlite3_close(made.db);
}
