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
};

struct own_days {
    struct span system; /* folded, NUL */
    int32_t days;
};

struct requests {
    VEC(struct entry) entries; /* by key, action, day, line */
    struct arena arena;
    date from, last; /* a request is decided before it is carried out: request_days before `from` */
    int32_t days;
    VEC(struct own_days) own; /* of systems that say another number */
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
static void note_days(struct requests *r, const struct plan *plan) {
    for (size_t i = 0; i < plan->systems.count; i++) {
        const struct input_plan *system = &plan->systems.items[i];
        struct own_days own = {key_of(r, span_of(system->name), (struct span){0}),
                               system->days[THRESHOLD_request_days]};
        if (own.days != plan->days[THRESHOLD_request_days])
            vec_push(&r->own, own);
    }
}

static int32_t days_of(const struct requests *r, struct span key) {
    for (size_t i = 0; i < r->own.count; i++)
        if (key.n >= r->own.items[i].system.n &&
            memcmp(key.p, r->own.items[i].system.p, r->own.items[i].system.n) == 0)
            return r->own.items[i].days;
    return r->days;
}

static void take_rows(struct requests *r, const struct source *s) {
    for (size_t i = 0; i < s->requests.count; i++) {
        const struct request_row *row = &s->requests.items[i];
        if (!date_is_known(row->decided_on) || row->decided_on > r->last)
            continue;
        struct entry entry = {
            .key = key_of(r, source_text(s, row->system), source_text(s, row->user_id)),
            .action = row->action,
            .decided_on = row->decided_on,
            .line = row->origin.line,
            .request_no = arena_copy(&r->arena, source_text(s, row->request_no))};
        if (row->decided_on >= r->from - days_of(r, entry.key))
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

static struct entry *find_free(struct requests *r, struct span key, enum request_action action) {
    for (size_t i = lower_bound(r, key, action); i < r->entries.count; i++) {
        struct entry *e = &r->entries.items[i];
        if (e->action != action || !span_equal(e->key, key))
            return NULL;
        if (!e->is_taken)
            return e;
    }
    return NULL;
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
static void assign(struct requests *r, struct ledger_diff *d, size_t i) {
    struct movement_record *m = &d->movements.items[i];
    const struct movement_record *previous = before(d, i);
    struct span key = key_of(r, d->systems.items[m->system].name, m->user_id);
    struct entry *found = NULL;
    for (size_t k = 0; !found && k < 2 && actions_of[m->change][k] != REQUEST_NONE; k++)
        found = find_free(r, key, actions_of[m->change][k]);
    if (found)
        found->is_taken = true;
    m->request_no = found      ? arena_copy(&d->arena, found->request_no)
                    : previous ? previous->request_no
                               : (struct span){0};
}

bool requests_find(struct ledger_diff *diff, const struct plan *plan, const struct ledger_run *from,
                   const struct ledger_run *to, struct error *err) {
    const struct input_plan *table = plan->table_of[RECORD_REQUEST];
    struct requests r = {
        .from = from->as_of, .last = to->as_of, .days = plan->days[THRESHOLD_request_days]};
    struct source source;
    if (!table)
        return true;
    if (!intake_read(&source, table, plan, NULL, err))
        return false;
    note_days(&r, plan);
    take_rows(&r, &source);
    for (size_t i = 0; i < diff->movements.count; i++)
        assign(&r, diff, i);
    source_release(&source);
    vec_release(&r.entries);
    vec_release(&r.own);
    arena_release(&r.arena);
    return true;
}
