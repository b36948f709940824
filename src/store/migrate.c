/*
 * The schema's versions. schema.sql is version 1; every change of it is a numbered step here, which
 * brings a ledger of the version before to its own, so that any earlier ledger can be brought up to
 * date in one transaction. Who only reads an older ledger sees it as the newest version would have
 * it, in temporary tables and views that stand before those of the file.
 */
#include "store_internal.h"

#include "old_states_sql.h"
#include "schema_2_sql.h"
#include "schema_sql.h"

#include <stdio.h>

/* steps[i] leads from version i to i + 1: what readers of version i see as of the next one, then
 * the change of the file. */
static const struct step {
    const char *temporary, *change;
} steps[] = {
    {"", schema_sql},
    {old_states_sql, schema_2_sql},
};

int store_version(void) {
    return (int)(sizeof steps / sizeof *steps);
}

int store_version_of(struct store *s) {
    struct query *q = store_query(s, "PRAGMA user_version");
    int version = query_next(q) ? (int)query_number(q, 0) : -1;
    query_end(q);
    return version;
}

static void take_steps(struct store *s, int from) {
    char pragma[64];
    /* What is moved is not left in free pages; in a new file nothing is, and SQLite need not clear
     * each page before it fills it. */
    store_run(s, from ? "PRAGMA secure_delete = ON" : "PRAGMA secure_delete = OFF");
    for (int i = from; i < store_version(); i++) {
        store_run(s, steps[i].temporary);
        store_run(s, steps[i].change);
    }
    snprintf(pragma, sizeof pragma, "PRAGMA user_version = %d", store_version());
    store_run(s, pragma);
    snprintf(pragma, sizeof pragma, "PRAGMA application_id = %d", STORE_APPLICATION);
    store_run(s, pragma);
}

void store_make_schema(struct store *s) {
    take_steps(s, 0);
}

bool store_migrate(struct store *s, struct error *err) {
    int version = store_version_of(s);
    if (version == store_version() || !store_ok(s, err))
        return store_ok(s, err);
    if (!store_begin(s, NULL, NULL, err))
        return false;
    version = store_version_of(s); /* another run may have been first */
    if (version >= 0 && version < store_version())
        take_steps(s, version);
    return store_commit(s, err);
}

bool store_read_older(struct store *s, struct error *err) {
    int version = store_version_of(s);
    if (version < 1 || version == store_version())
        return store_ok(s, err);
    store_run(s, "BEGIN"); /* a run that comes first would change the version */
    version = store_version_of(s);
    for (int i = version; i > 0 && i < store_version(); i++)
        store_run(s, steps[i].temporary);
    return store_ok(s, err);
}
