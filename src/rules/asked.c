/*
 * Which of the changes somebody asked for. A request is used once, by the first change that it may
 * decide; so those that earlier runs saw take theirs first, in the order of days.
 */
#include "engine.h"

#include <stdlib.h>

struct request_use {
    bool is_taken;
    date
        until; /* of an account's first request of an action: the last day that saw such a change */
};

struct asked_requests {
    const struct model *m;
    struct request_use *uses; /* by request */
    system_ref system;
    int32_t days; /* how long before a change it may have been decided */
};

struct asked_requests *asked_new(const struct model *m) {
    struct asked_requests *a = memory_zeroed(1, sizeof *a);
    a->m = m;
    a->uses = memory_zeroed(m->requests.count + 1, sizeof *a->uses);
    return a;
}

void asked_free(struct asked_requests *a) {
    free(a->uses);
    free(a);
}

/* The earliest of the window that is left, else one whose day the table does not give, which is no
 * obstacle. */
static bool take_request(const struct asked_requests *a, const struct requests_found *found,
                         date from, date to) {
    struct request_use *uses = &a->uses[found->items - a->m->requests.items], *taken = NULL;
    for (size_t i = 0; !taken && i < found->count; i++) {
        date decided = found->items[i].decided_on;
        if (date_is_known(decided) && decided >= from && decided <= to && !uses[i].is_taken)
            taken = &uses[i];
    }
    for (size_t i = 0; !taken && i < found->count; i++)
        if (!date_is_known(found->items[i].decided_on) && !uses[i].is_taken)
            taken = &uses[i];
    if (taken)
        taken->is_taken = true;
    return taken != NULL;
}

/* Of two runs that look back beyond each other (a run of an earlier day was made later) both saw
 * one change. */
static bool was_seen_before(struct request_use *first, const struct earlier_change *change) {
    bool was_seen = change->since < first->until && change->as_of != first->until;
    if (!was_seen)
        first->until = change->as_of;
    return was_seen;
}

static void take_earlier(struct asked_requests *a, const struct system_history *history) {
    for (size_t i = 0; i < history->earlier_count; i++) {
        const struct earlier_change *change = &history->earlier[i];
        struct requests_found found =
            model_requests(a->m, a->system, change->user_id, change->action);
        if (found.count && !was_seen_before(&a->uses[found.items - a->m->requests.items], change))
            (void)take_request(a, &found, change->since - a->days, change->as_of);
    }
}

static struct span user_id_of(const struct asked_requests *a, const struct account_past *past) {
    const struct source *source = &a->m->systems[a->system.n];
    return is_account(past->account)
               ? source_text(source, source->accounts.items[past->account.n].user_id)
               : past->user_id;
}

/* A change that there are requests for. */
struct wanting {
    struct span user_id;
    struct requests_found found;
    size_t change;
};

static int by_user_id(const void *x, const void *y) {
    const struct wanting *a = x, *b = y;
    return span_compare(a->user_id, b->user_id);
}

/* Of accounts whose IDs differ only in case the first by its ID comes first, as in a diff. */
static void take_now(struct asked_requests *a, const struct system_history *history,
                     bool *is_asked) {
    VEC(struct wanting) all = {0};
    for (size_t i = 0; i < history->change_count; i++) {
        const struct account_past *past = &history->changes[i];
        struct wanting w = {.change = i};
        if (past->action == REQUEST_NONE)
            continue;
        w.user_id = user_id_of(a, past);
        w.found = model_requests(a->m, a->system, w.user_id, past->action);
        if (w.found.count)
            vec_push(&all, w);
    }
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, by_user_id);
    for (size_t i = 0; i < all.count; i++)
        is_asked[all.items[i].change] =
            take_request(a, &all.items[i].found,
                         history->changes[all.items[i].change].since - a->days, a->m->plan->as_of);
    vec_release(&all);
}

bool *asked_of_system(struct asked_requests *a, system_ref system,
                      const struct system_history *history) {
    bool *is_asked = memory_zeroed(history->change_count + 1, sizeof *is_asked);
    a->system = system;
    a->days = a->m->plan->systems.items[system.n].days[THRESHOLD_request_days];
    if (a->m->requests.count) {
        take_earlier(a, history);
        take_now(a, history, is_asked);
    }
    return is_asked;
}
