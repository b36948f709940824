/* Requests that were decided: in the order in which a movement looks for its own. */
#include "seal.h"

#include <stdlib.h>

#define COMPARE(x, y)                                                                              \
    if ((x) != (y))                                                                                \
    return (x) < (y) ? -1 : 1

/* By account and action; of these the earliest decision first. */
static int by_account(const void *x, const void *y) {
    const struct request *a = x, *b = y;
    COMPARE(a->system.n, b->system.n);
    COMPARE(a->user_key.n, b->user_key.n);
    COMPARE(a->action, b->action);
    COMPARE(a->decided_on, b->decided_on);
    COMPARE(a->origin.line, b->origin.line);
    return 0;
}

void seal_requests(struct policy *p) {
    for (size_t i = 0; i < p->source->requests.count; i++) {
        const struct request_row *row = &p->source->requests.items[i];
        system_ref system = policy_find_system(p, &row->origin, FIELD_system, row->system);
        if (!is_system(system) || row->action == REQUEST_NONE)
            continue;
        struct request request = {.system = system,
                                  .user_key = fold_cache_key(p->cache, FOLD_ID, row->user_id),
                                  .action = row->action,
                                  .user_id = fold_cache_text(p->cache, row->user_id),
                                  .request_no = fold_cache_text(p->cache, row->request_no),
                                  .approved_by = fold_cache_text(p->cache, row->approved_by),
                                  .decided_on = row->decided_on,
                                  .origin = row->origin};
        vec_push(&p->m->requests, request);
    }
    if (p->m->requests.count)
        qsort(p->m->requests.items, p->m->requests.count, sizeof(struct request), by_account);
}

/* The first request that is not before the one wanted. */
static size_t lower_bound(const struct model *m, const struct request *wanted) {
    size_t low = 0, high = m->requests.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_account(&m->requests.items[middle], wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct requests_found model_requests(const struct model *m, system_ref system, struct span user_id,
                                     enum request_action action) {
    key_id key = model_key(m, FOLD_ID, user_id);
    if (!key_is_known(key))
        return (struct requests_found){0};
    struct request wanted = {
        .system = system, .user_key = key, .action = action, .decided_on = INT32_MIN};
    size_t first = lower_bound(m, &wanted);
    wanted.action++;
    size_t end = lower_bound(m, &wanted);
    return (struct requests_found){end > first ? &m->requests.items[first] : NULL, end - first};
}
