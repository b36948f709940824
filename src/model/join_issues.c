/* Input issues of the join, written into the source whose row they are about. */
#include "seal.h"

#include <stdlib.h>

struct span source_header(const struct source *s, enum field field) {
    for (size_t i = 0; i < s->columns.count; i++) {
        if (s->columns.items[i].field == field)
            return s->columns.items[i].header;
    }
    return field == FIELD_NONE ? (struct span){NULL, 0} : span_of(fields[field].name);
}

struct span source_date(struct source *s, date day) {
    char text[11];
    date_format(day, text);
    return arena_copy(&s->arena, span_of(text));
}

/* Is it the same list, read in the same way, and of the same products? Sources without bytes are
 * not asked. */
static bool is_same_list(const struct source *a, const struct source *b) {
    const char *product_a = a->plan->license.product, *product_b = b->plan->license.product;
    const char *filter_a = source_option(&a->plan->source, "filter");
    const char *filter_b = source_option(&b->plan->source, "filter");
    return !a->is_missing && !b->is_missing && a->plan->record == b->plan->record &&
           strcmp(a->display, b->display) == 0 && a->facts.sha256[0] &&
           strcmp(a->facts.sha256, b->facts.sha256) == 0 &&
           strcmp(product_a ? product_a : "", product_b ? product_b : "") == 0 &&
           strcmp(filter_a ? filter_a : "", filter_b ? filter_b : "") == 0;
}

static int list_order(const void *left, const void *right) {
    struct source *const *a = left, *const *b = right;
    int by_bytes = strcmp((*a)->facts.sha256, (*b)->facts.sha256);
    return by_bytes ? by_bytes : (*a > *b) - (*a < *b); /* of one array */
}

/* One file given twice: one of the two lists is most likely missing. */
void seal_same_lists(struct model *m) {
    uint32_t count = m->inputs.count;
    struct source **lists = memory_zeroed(count, sizeof(struct source *));
    for (uint32_t i = 0; i < count; i++)
        lists[i] = &m->inputs.items[i];
    qsort(lists, count, sizeof *lists, list_order);
    for (uint32_t i = 1; i < count; i++) {
        if (!is_same_list(lists[i - 1], lists[i]))
            continue;
        const struct origin nowhere = {0};
        struct span other = span_of(lists[i - 1]->plan->name);
        source_add_issue(
            lists[i], &nowhere,
            &(struct join_issue){
                FIELD_NONE, other, MSG_LIST_TWICE, MSG_LIST_TWICE_READ, {other, SPAN("")}});
    }
    free(lists);
}

void source_add_issue(struct source *s, const struct origin *origin,
                      const struct join_issue *said) {
    struct issue issue = {.line = origin->line,
                          .dn = source_text(s, origin->dn),
                          .column = source_header(s, said->field),
                          .value = said->value,
                          .problem = said->problem,
                          .done = said->done,
                          .args = {said->args[0], said->args[1]}};
    vec_push(&s->issues, issue);
}
