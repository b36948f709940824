/*
 * Kinds of cells. SQLite keeps anything in any column, and a hash is over texts: a number written
 * as bytes, or an empty text for NULL, has the hash of what it was, but compares otherwise. So each
 * cell must be of the kind that its column is declared with.
 */
#include "ledger_internal.h"

#include "tenko/strbuf.h"

static const struct celled_table {
    const char *table, *run, *row; /* how a row is named */
} tables[] = {
    {"run", "run", "run"},
    {"section", "run", "kind || '/' || input"},
    {"block", "0", "first"},
    {"seal", "0", "first"},
    {"state", "0", "id"}, /* of version 1 */
    {"finding", "0", "printf('x%015x', id)"},
    {"event", "run", "printf('x%015x', finding)"},
    {"purge", "0", "purge"},
    {"entry", "run", "entry"},
    {"review", "run", "review"},
    {"review_row", "0", "review || '/' || row"},
    {"decision", "0", "review || '/' || row"},
    {"review_link", "0", "review || '/' || row"},
    {"revocation", "0", "review || '/' || row"},
    {"revocation_event", "run", "review || '/' || row"},
};

/* A condition for each column; a text that may be NULL is not empty. Returns how many. */
static size_t add_conditions(struct strbuf *sql, struct store *s, const char *table) {
    struct query *q = store_query(s, "SELECT name, lower(type), \"notnull\" OR pk "
                                     "FROM pragma_table_info(?1, 'main')");
    size_t count = 0;
    query_bind_text(q, 1, span_of(table));
    for (; query_next(q); count++) {
        struct span name = query_text(q, 0), type = query_text(q, 1);
        bool may_be_null = !query_number(q, 2), is_text = span_equal(type, SPAN("text"));
        strbuf_addf(sql, "%stypeof(\"%.*s\") NOT IN ('%.*s'%s)", count ? " OR " : "", (int)name.n,
                    name.p, (int)type.n, type.p, may_be_null ? ", 'null'" : "");
        if (may_be_null && is_text)
            strbuf_addf(sql, " OR \"%.*s\" = ''", (int)name.n, name.p);
    }
    query_end(q);
    return count;
}

void verify_cells(struct ledger_check *check, struct store *s) {
    struct strbuf sql = {0};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        strbuf_clear(&sql);
        strbuf_addf(&sql, "SELECT %s, %s FROM main.%s WHERE ", tables[i].run, tables[i].row,
                    tables[i].table);
        if (add_conditions(&sql, s, tables[i].table))
            faults_of_query(check, s, tables[i].table, MSG_LEDGER_CELL_KIND, sql.p);
    }
    strbuf_release(&sql);
}
