/* Rules of exceptions by name: an earlier run may have had one that this program no longer knows.
 */
#include "ledger_internal.h"

static struct rule_record read_rule(struct rule_list *list, const struct stored_exception *x,
                                    uint64_t run) {
    struct rule_record rule = {0};
    struct query *q = store_query(list->store, "SELECT t.value FROM " LEDGER_ROWS
                                               "WHERE s.run = ?1 AND s.kind = 'rule' "
                                               "AND json_extract(t.value, '$[0]') = ?2");
    query_bind_number(q, 1, (int64_t)run);
    query_bind_text(q, 2, x->rule_name);
    if (!query_next(q) || !codec_read(&codec_rule, query_text(q, 0), &rule, list->arena))
        rule = (struct rule_record){.name = x->rule_name, .severity = x->e.severity};
    query_end(q);
    return rule;
}

uint32_t rule_list_number(struct rule_list *list, const struct stored_exception *x, uint64_t run) {
    for (uint32_t i = 0; i < list->items.count; i++)
        if (span_equal(list->items.items[i].name, x->rule_name))
            return i;
    vec_push(&list->items, read_rule(list, x, run));
    return (uint32_t)list->items.count - 1;
}

const struct rule_record *rule_list_copy(const struct rule_list *list) {
    struct rule_record *all = arena_array(list->arena, list->items.count, sizeof *all);
    memcpy(all, list->items.items, list->items.count * sizeof *all);
    return all;
}
