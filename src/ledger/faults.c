/* What verify finds, one after the other. */
#include "ledger_internal.h"

void fault_add(struct ledger_check *check, uint64_t run, const char *table, struct span row,
               enum message_id what) {
    struct ledger_fault fault = {.run = run,
                                 .table = span_of(table),
                                 .row = arena_copy(&check->arena, row),
                                 .what = sentence_of(what, NULL)};
    vec_push(&check->faults, fault);
}

void faults_of_query(struct ledger_check *check, struct store *s, const char *table,
                     enum message_id what, const char *sql) {
    struct query *q = store_query(s, sql);
    while (query_next(q))
        fault_add(check, (uint64_t)query_number(q, 0), table, query_text(q, 1), what);
    query_end(q);
}

void ledger_check_release(struct ledger_check *check) {
    vec_release(&check->faults);
    arena_release(&check->arena);
}
