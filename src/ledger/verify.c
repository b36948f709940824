/*
 * Does the ledger still say what its hashes say? The file's structure first, then run by run: the
 * link to the run before and the run's own hash; then the states (verify_sections.c), and the lives
 * of exceptions (verify_lives.c). What stands between runs is verify_entries.c's.
 */
#include "ledger_internal.h"

#include <stdlib.h>

struct verifying {
    struct ledger_check *check;
    struct store *store;
};

/* --- The chain --- */

static void check_run(struct verifying *v, struct chain_walk *w, uint64_t run,
                      const struct query *q) {
    char key[24], hash[DIGEST_HEX_SIZE];
    struct error err;
    snprintf(key, sizeof key, "%llu", (unsigned long long)run);
    if (!span_equal(w->head, query_text(q, 2)))
        fault_add(v->check, run, "run", span_of(key), MSG_LEDGER_LINK_BROKEN);
    if (!span_equal(w->manifest, query_text(q, 3)))
        fault_add(v->check, run, "run", span_of(key), MSG_LEDGER_MANIFEST_LINK_BROKEN);
    w->head = arena_copy(&v->check->arena, query_text(q, 1));
    w->manifest = arena_copy(&v->check->arena, query_text(q, 4));
    if (chain_hash(v->store, run, hash, &err) && !span_equal(span_of(hash), w->head))
        fault_add(v->check, run, "run", span_of(key), MSG_LEDGER_RUN_CHANGED);
    w->has_wanted = w->has_wanted || span_equal(w->wanted, w->head);
}

/* From run to run, and from entry to entry between them. */
static void check_chain(struct verifying *v, const char *head) {
    struct chain_walk w = {.check = v->check, .wanted = span_of(head), .has_wanted = !head};
    struct query *q = store_query(v->store, "SELECT run, hash, previous_hash, previous_manifest, "
                                            "coalesce(manifest, '') FROM run ORDER BY run");
    for (uint64_t expected = 1; query_next(q); expected++) {
        uint64_t run = (uint64_t)query_number(q, 0);
        char key[24];
        snprintf(key, sizeof key, "%llu", (unsigned long long)run);
        if (run != expected)
            fault_add(v->check, expected, "run", span_of(key), MSG_LEDGER_RUN_MISSING);
        expected = run;
        check_run(v, &w, run, q);
        verify_entries(&w, v->store, run);
        v->check->runs++;
        v->check->head = w.head;
    }
    query_end(q);
    if (!w.has_wanted)
        fault_add(v->check, 0, "run", w.wanted, MSG_LEDGER_HEAD_UNKNOWN);
}

/* Rows of runs that are not there. */
static void check_orphans(struct verifying *v) {
    faults_of_query(
        v->check, v->store, "event", MSG_LEDGER_ORPHAN,
        "SELECT run, printf('x%015x', finding) FROM event WHERE run NOT IN (SELECT run FROM run)");
    faults_of_query(
        v->check, v->store, "section", MSG_LEDGER_ORPHAN,
        "SELECT run, kind || '/' || input FROM section WHERE run NOT IN (SELECT run FROM run)");
}

static void name_difference(void *context, struct span name, bool is_trigger) {
    fault_add(context, 0, "sqlite_schema", name,
              is_trigger ? MSG_LEDGER_TRIGGER : MSG_LEDGER_VIEW_CHANGED);
}

bool ledger_verify(struct ledger_check *out, struct store *s, const char *head, struct error *err) {
    *out = (struct ledger_check){0};
    struct verifying v = {out, s};
    char *what;
    if (!store_is_sound(s, &what))
        fault_add(v.check, 0, "file", span_of(what), MSG_LEDGER_FILE_DAMAGED);
    free(what);
    check_chain(&v, head);
    verify_sections(out, s);
    verify_lives(out, s);
    check_orphans(&v);
    verify_cells(out, s);
    store_compare(s, name_difference, out);
    verify_reviews(out, s);
    /* What is damaged does not fit; of what could not be read nothing is known. */
    return store_ok(s, err) || (err->message == MSG_STORE_DAMAGED && out->faults.count > 0);
}
