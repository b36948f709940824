/*
 * A sample that anybody can draw again: every account of the population has a rank, the first 16
 * hex digits of the SHA-256 over three texts, each followed by a NUL byte: the seed, the system's
 * name, the user ID as its list has it. The sample is the accounts of the lowest ranks, in that
 * order; a larger size continues a smaller one.
 *
 *     printf '%s\0' 2026-1 個人住民税 k001234 | sha256sum
 */
#include "tenko/ledger.h"

#include <stdlib.h>

struct ranked {
    uint64_t rank;
    size_t account;
};

static int by_rank(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return (x->account > y->account) - (x->account < y->account);
}

static bool is_among(struct span name, const struct span *names, size_t count) {
    bool found = count == 0;
    for (size_t i = 0; !found && i < count; i++)
        found = span_equal(names[i], name);
    return found;
}

static bool is_raised(const struct run_record *r, const struct account_record *a,
                      const struct sample_request *request) {
    bool found = request->rule_count == 0;
    for (uint32_t i = 0; !found && i < a->exception_count; i++) {
        struct exception_record e;
        r->rows->exception(r->from, a->exceptions[i], &e);
        found = is_among(r->rules[e.rule].name, request->rules, request->rule_count);
    }
    return found;
}

void sample_draw(struct sample *out, const struct run_record *r,
                 const struct sample_request *request) {
    VEC(struct ranked) all = {0};
    *out = (struct sample){0};
    for (size_t i = r->first_input[INPUT_SYSTEM]; i < r->first_input[INPUT_SYSTEM + 1]; i++) {
        struct span system = r->inputs[i].name;
        if (!is_among(system, request->systems, request->system_count))
            continue;
        for (size_t k = r->first_account[i]; k < r->first_account[i + 1]; k++) {
            struct account_record a;
            r->rows->account(r->from, k, &a);
            const struct span texts[] = {request->seed, system, a.user_id};
            if (is_raised(r, &a, request))
                vec_push(&all, ((struct ranked){digest_id(texts, 3), k}));
        }
    }
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, by_rank);
    out->population = all.count;
    for (size_t i = 0; i < all.count && i < request->size; i++)
        vec_push(&out->accounts, all.items[i].account);
    vec_release(&all);
}

void sample_release(struct sample *sample) {
    vec_release(&sample->accounts);
}
