#include "requests.h"

#include "tenko/fold.h"
#include "tenko/intake.h"

#include <stdlib.h>

struct entry {
    struct span key; /* folded system, NUL, folded user ID */
    enum request_action action;
    date decided_on;
    uint32_t line;
    struct span request_no;
    bool is_taken;
    date used_until; /* of the first one of an account and action */
};

struct requests {
    VEC(struct entry) entries; /* by key, action, day, line */
    struct arena arena;
    const struct plan *plan;
};

/* When one may have been decided. */
struct window {
    date from, to;
};

static struct span key_of(struct requests *r, struct span system, struct span user_id) {
    struct strbuf key = {0}, part = {0};
    fold_text(FOLD_WORD, system, &key);
    strbuf_add_char(&key, '\0');
    fold_text(FOLD_ID, user_id, &part);
    strbuf_add_span(&key, strbuf_span(&part));
    struct span copy = arena_copy(&r->arena, strbuf_span(&key));
    strbuf_release(&key);
    strbuf_release(&part);
    return copy;
}

static int by_account(const void *x, const void *y) {
    const struct entry *a = x, *b = y;
    int order = span_compare(a->key, b->key);
    if (order)
        return order;
    if (a->action != b->action)
        return (a->action > b->action) - (a->action < b->action);
    if (a->decided_on != b->decided_on)
        return (a->decided_on > b->decided_on) - (a->decided_on < b->decided_on);
    return (a->line > b->line) - (a->line < b->line);
}

/* As the rule unrequested-change counts: a system may say its own number. */
static int32_t days_of(const struct plan *plan, struct span system) {
    for (size_t i = 0; i < plan->systems.count; i++)
        if (span_equal(span_of(plan->systems.items[i].name), system))
            return plan->systems.items[i].days[THRESHOLD_request_days];
    return plan->days[THRESHOLD_request_days];
}

static void take_rows(struct requests *r, const struct source *s) {
    for (size_t i = 0; i < s->requests.count; i++) {
        const struct request_row *row = &s->requests.items[i];
        struct entry entry = {
            .key = key_of(r, source_text(s, row->system), source_text(s, row->user_id)),
            .action = row->action,
            .decided_on = row->decided_on,
            .line = row->origin.line,
            .request_no = arena_copy(&r->arena, source_text(s, row->request_no))};
        vec_push(&r->entries, entry);
    }
    if (r->entries.count)
        qsort(r->entries.items, r->entries.count, sizeof *r->entries.items, by_account);
}

/* The first one of an account and action. */
static size_t lower_bound(const struct requests *r, struct span key, enum request_action action) {
    struct entry wanted = {.key = key, .action = action, .decided_on = INT32_MIN};
    size_t low = 0, high = r->entries.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_account(&r->entries.items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_free(const struct entry *e, const struct window *w, bool is_dated) {
    return !e->is_taken && date_is_known(e->decided_on) == is_dated &&
           (!is_dated || (e->decided_on >= w->from && e->decided_on <= w->to));
}

/* The earliest of the window, else one whose day the table does not give. */
static struct entry *find_free(struct requests *r, struct span key, enum request_action action,
                               const struct window *w) {
    struct entry *undated = NULL;
    for (size_t i = lower_bound(r, key, action); i < r->entries.count; i++) {
        struct entry *e = &r->entries.items[i];
        if (e->action != action || !span_equal(e->key, key))
            break;
        if (is_free(e, w, true))
            return e;
        if (!undated && is_free(e, w, false))
            undated = e;
    }
    return undated;
}

/* What a movement is asked for by, in the order of preference. */
static const enum request_action actions_of[MOVEMENT_COUNT][2] = {
    [MOVEMENT_ADDED] = {REQUEST_ADD, REQUEST_NONE},
    [MOVEMENT_REMOVED] = {REQUEST_REMOVE, REQUEST_NONE},
    [MOVEMENT_ENABLED] = {REQUEST_CHANGE, REQUEST_ADD},
    [MOVEMENT_DISABLED] = {REQUEST_CHANGE, REQUEST_REMOVE},
    [MOVEMENT_RE_ROLED] = {REQUEST_CHANGE, REQUEST_NONE},
    [MOVEMENT_MOVED] = {REQUEST_CHANGE, REQUEST_NONE},
};

static const struct movement_record *before(const struct ledger_diff *d, size_t i) {
    const struct movement_record *m = &d->movements.items[i], *previous = i ? m - 1 : NULL;
    return previous && previous->system == m->system && span_equal(previous->user_id, m->user_id)
               ? previous
               : NULL;
}

/* One request may have changed several things of one account. */
static void assign(struct requests *r, struct ledger_diff *d, size_t i, const struct window *w) {
    struct movement_record *m = &d->movements.items[i];
    const struct movement_record *previous = before(d, i);
    struct span key = key_of(r, d->systems.items[m->system].name, m->user_id);
    struct entry *found = NULL;
    for (size_t k = 0; !found && k < 2 && actions_of[m->change][k] != REQUEST_NONE; k++)
        found = find_free(r, key, actions_of[m->change][k], w);
    if (found)
        found->is_taken = true;
    m->request_no = found      ? arena_copy(&d->arena, found->request_no)
                    : previous ? previous->request_no
                               : (struct span){0};
}

/* --- What is used --- */

/* The days in which a request of a movement was decided. */
static struct window window_of(date since, int32_t days, date to) {
    return (struct window){date_is_known(since) ? since - days : since, to};
}

/* Of an account's action, the last day that saw such a movement; kept at its first request. */
static bool was_seen_before(struct entry *first, const struct past_movement *m) {
    bool was_seen = m->since < first->used_until && m->as_of != first->used_until;
    if (!was_seen)
        first->used_until = m->as_of;
    return was_seen;
}

/* A request decides one movement, and those that earlier runs saw come first: as the rule
 * unrequested-change counts (src/rules/asked.c). */
static void take_earlier(struct requests *r, struct span system,
                         const struct past_movements *past) {
    int32_t days = days_of(r->plan, system);
    for (size_t i = 0; i < past->items.count; i++) {
        const struct past_movement *m = &past->items.items[i];
        struct window window = window_of(m->since, days, m->as_of);
        enum request_action action = actions_of[m->change][0];
        struct span key = key_of(r, system, m->user_id);
        size_t first = lower_bound(r, key, action);
        if (first == r->entries.count || r->entries.items[first].action != action ||
            !span_equal(r->entries.items[first].key, key) ||
            was_seen_before(&r->entries.items[first], m))
            continue;
        struct entry *used = find_free(r, key, action, &window);
        if (used)
            used->is_taken = true;
    }
}

static bool assign_system(struct requests *r, struct requests_wanted *wanted, uint32_t system,
                          struct error *err) {
    struct ledger_diff *d = wanted->diff;
    const struct diff_system *sums = &d->systems.items[system];
    const struct ledger_run *list = ledger_runs_find(wanted->runs, sums->from_run);
    date since = list ? list->as_of : wanted->from->as_of;
    struct window w = window_of(since, days_of(r->plan, sums->name), wanted->to->as_of);
    struct past_movements past;
    if (!ledger_past_movements(&past, wanted->store, sums->name,
                               since < wanted->to->as_of ? since + 1 : since, err))
        return false;
    take_earlier(r, sums->name, &past);
    past_movements_release(&past);
    for (; wanted->next < d->movements.count; wanted->next++) {
        if (d->movements.items[wanted->next].system != system)
            break;
        assign(r, d, wanted->next, &w);
    }
    return true;
}

bool requests_find(struct requests_wanted *wanted, const struct plan *plan, struct error *err) {
    const struct input_plan *table = plan->table_of[RECORD_REQUEST];
    struct requests r = {.plan = plan};
    struct source source;
    bool ok = true;
    if (!table)
        return true;
    if (!intake_read(&source, table, plan, NULL, err))
        return false;
    take_rows(&r, &source);
    for (uint32_t i = 0; ok && i < wanted->diff->systems.count; i++)
        ok = assign_system(&r, wanted, i, err);
    source_release(&source);
    vec_release(&r.entries);
    arena_release(&r.arena);
    return ok;
}
