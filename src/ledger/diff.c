/*
 * What two runs differ in. A state's id is its text's: an id that both runs show is an account
 * that did not change, and is never read. So two sections are subtracted as sets of ids, the ids
 * only one of them has are read, and paired by user ID:
 *
 *     from  [1,1000]                    only from: 17, 40     u17 → paired: enabled, re_roled …
 *     to    [1,16] [18,39] [41,1000] [1001,2]   only to: 1001, 1002    the rest: removed, added
 */
#include "ledger_internal.h"

#include "blocks.h"
#include "movements.h"
#include "renumbered.h"
#include "tenko/fold.h"

#include <stdlib.h>

/* --- Sections --- */

struct side {
    bool is_there;
    uint64_t run, rows;
    struct ids ids;
};

struct diffing {
    struct ledger_diff *out;
    struct store *store;
    uint64_t from, to;
    struct renumbering renumbering;
};

/* The system's accounts in the run; where its list was not delivered then, in the last run before
 * that had it. */
static bool load_side(struct diffing *d, struct span name, uint64_t run, struct side *side,
                      struct error *err) {
    struct query *q = store_query(
        d->store,
        "SELECT s.run, s.rows, s.ranges, s.purged FROM section s JOIN run r ON r.run = s.run "
        "WHERE s.kind = 'account' AND s.name = ?1 "
        "AND (s.run = ?2 OR r.as_of <= (SELECT as_of FROM run WHERE run = ?2)) "
        "ORDER BY s.run = ?2 DESC, r.as_of DESC, s.run DESC LIMIT 1");
    bool is_list = true, is_purged = false;
    query_bind_text(q, 1, name);
    query_bind_number(q, 2, (int64_t)run);
    if (query_next(q)) {
        side->is_there = true;
        side->run = (uint64_t)query_number(q, 0);
        side->rows = (uint64_t)query_number(q, 1);
        is_purged = !query_is_null(q, 3);
        is_list = ids_add(&side->ids, query_text(q, 2));
        ids_unite(&side->ids);
    }
    query_end(q);
    if (is_purged)
        return run_is_purged(d->store, side->run, err);
    return store_fits(d->store, is_list, err);
}

/* --- Accounts that only one side has --- */

struct keyed_account {
    struct span key; /* folded user ID */
    struct account_record account;
};

struct accounts {
    VEC(struct keyed_account) items; /* by key, user ID */
};

static int by_key(const void *a, const void *b) {
    const struct keyed_account *x = a, *y = b;
    int order = span_compare(x->key, y->key);
    return order ? order : span_compare(x->account.user_id, y->account.user_id);
}

static bool read_accounts(struct diffing *d, const struct ids *ids, struct accounts *out,
                          struct error *err) {
    struct states *states = states_open(d->store);
    struct strbuf key = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < ids->items.count; i++) {
        const struct range *range = &ids->items.items[i];
        for (int64_t id = range->first; ok && id < range->first + range->count; id++) {
            struct keyed_account row = {0};
            struct span text;
            ok = states_get(states, id, &text) &&
                 codec_read(&codec_account, text, &row.account, &d->out->arena);
            fold_text(FOLD_ID, row.account.user_id, &key);
            row.key = arena_copy(&d->out->arena, strbuf_span(&key));
            vec_push(&out->items, row);
        }
    }
    states_close(states);
    strbuf_release(&key);
    if (out->items.count)
        qsort(out->items.items, out->items.count, sizeof *out->items.items, by_key);
    return store_fits(d->store, ok, err);
}

/* --- One account, before and after --- */

static struct span enabled_word(const struct account_record *a) {
    return a->is_enabled ? SPAN("enabled") : SPAN("disabled");
}

static void add_movement(struct diffing *d, enum movement change, const struct account_record *a,
                         struct span before, struct span after) {
    size_t system = d->out->systems.count - 1;
    d->out->systems.items[system].count[change]++;
    vec_push(&d->out->movements, ((struct movement_record){.system = (uint32_t)system,
                                                           .change = change,
                                                           .user_id = a->user_id,
                                                           .before = before,
                                                           .after = after,
                                                           .person_id = a->person_id,
                                                           .request_no = a->request_no}));
}

static struct span role_text(struct diffing *d, const struct account_record *a) {
    struct strbuf text = {0};
    for (uint32_t i = 0; i < a->role_count; i++)
        strbuf_add_item(&text, ", ", a->roles[i]);
    struct span copy = arena_copy(&d->out->arena, strbuf_span(&text));
    strbuf_release(&text);
    return copy;
}

/* Is the ID somebody else's now? An owner of a shared ID is not its holder; leading zeros come and
 * go with spreadsheets, and a new number does not make another person. */
static bool has_moved(struct diffing *d, const struct account_record *a,
                      const struct account_record *b) {
    if (!span_equal(a->outcome, SPAN("linked")) || !span_equal(b->outcome, SPAN("linked")) ||
        a->person_id.n == 0 || b->person_id.n == 0 || span_equal(a->person_id, b->person_id))
        return false;
    const struct diff_system *system = &d->out->systems.items[d->out->systems.count - 1];
    return !fold_equal(FOLD_ID_BARE, a->person_id, b->person_id) &&
           !is_renumbered(&d->renumbering, system->from_run, a, system->to_run, b);
}

static void compare(struct diffing *d, const struct account_record *a,
                    const struct account_record *b) {
    if (a->is_enabled != b->is_enabled)
        add_movement(d, b->is_enabled ? MOVEMENT_ENABLED : MOVEMENT_DISABLED, b, enabled_word(a),
                     enabled_word(b));
    if (!movements_have_same_roles(a, b))
        add_movement(d, MOVEMENT_RE_ROLED, b, role_text(d, a), role_text(d, b));
    if (has_moved(d, a, b))
        add_movement(d, MOVEMENT_MOVED, b, a->person_id, b->person_id);
}

static void pair(struct diffing *d, const struct account_record *a,
                 const struct account_record *b) {
    if (a && b)
        compare(d, a, b);
    else if (a)
        add_movement(d, MOVEMENT_REMOVED, a, enabled_word(a), (struct span){0});
    else if (b)
        add_movement(d, MOVEMENT_ADDED, b, (struct span){0}, enabled_word(b));
}

/* Accounts of one folded user ID: the same spelling is the same account; one that is left on each
 * side is the same in another spelling. */
static void pair_group(struct diffing *d, const struct keyed_account *a, size_t a_count,
                       const struct keyed_account *b, size_t b_count) {
    VEC(const struct account_record *) left_a = {0}, left_b = {0};
    size_t i = 0, j = 0;
    while (i < a_count || j < b_count) {
        int order = i == a_count   ? 1
                    : j == b_count ? -1
                                   : span_compare(a[i].account.user_id, b[j].account.user_id);
        if (order == 0)
            pair(d, &a[i++].account, &b[j++].account);
        else if (order < 0)
            vec_push(&left_a, &a[i++].account);
        else
            vec_push(&left_b, &b[j++].account);
    }
    bool is_respelt = left_a.count == 1 && left_b.count == 1;
    if (is_respelt)
        pair(d, left_a.items[0], left_b.items[0]);
    for (i = 0; !is_respelt && i < left_a.count; i++)
        pair(d, left_a.items[i], NULL);
    for (j = 0; !is_respelt && j < left_b.count; j++)
        pair(d, NULL, left_b.items[j]);
    vec_release(&left_a);
    vec_release(&left_b);
}

static size_t group_end(const struct accounts *all, size_t from, struct span key) {
    while (from < all->items.count && span_equal(all->items.items[from].key, key))
        from++;
    return from;
}

static void pair_accounts(struct diffing *d, const struct accounts *a, const struct accounts *b) {
    size_t i = 0, j = 0;
    while (i < a->items.count || j < b->items.count) {
        bool is_first =
            j == b->items.count ||
            (i < a->items.count && span_compare(a->items.items[i].key, b->items.items[j].key) <= 0);
        struct span key = is_first ? a->items.items[i].key : b->items.items[j].key;
        size_t i_end = group_end(a, i, key), j_end = group_end(b, j, key);
        pair_group(d, a->items.items + i, i_end - i, b->items.items + j, j_end - j);
        i = i_end;
        j = j_end;
    }
}

/* --- Systems --- */

static bool diff_sides(struct diffing *d, const struct side *from, const struct side *to,
                       struct error *err) {
    struct ids only_from = {0}, only_to = {0};
    struct accounts before = {0}, after = {0};
    ids_subtract(&from->ids, &to->ids, &only_from);
    ids_subtract(&to->ids, &from->ids, &only_to);
    bool ok = read_accounts(d, &only_from, &before, err) && read_accounts(d, &only_to, &after, err);
    if (ok)
        pair_accounts(d, &before, &after);
    if (ok && d->renumbering.failed) {
        *err = d->renumbering.err;
        ok = false;
    }
    ids_release(&only_from);
    ids_release(&only_to);
    vec_release(&before.items);
    vec_release(&after.items);
    return ok;
}

/* A system of either run, and which of them have it, with its list or without. */
struct named_system {
    struct span name;
    bool is_in_from, is_in_to;
    uint64_t from_rejected, to_rejected; /* rows that may have been accounts */
};

struct named_systems {
    VEC(struct named_system) items;
};

static bool diff_system(struct diffing *d, const struct named_system *system, struct error *err) {
    struct side from = {0}, to = {0};
    bool ok = (!system->is_in_from || load_side(d, system->name, d->from, &from, err)) &&
              (!system->is_in_to || load_side(d, system->name, d->to, &to, err));
    if (ok) {
        vec_push(&d->out->systems, ((struct diff_system){.name = system->name,
                                                         .start = from.rows,
                                                         .end = to.rows,
                                                         .from_run = from.run,
                                                         .to_run = to.run,
                                                         .from_rejected = system->from_rejected,
                                                         .to_rejected = system->to_rejected}));
        ok = diff_sides(d, &from, &to, err);
    }
    ids_release(&from.ids);
    ids_release(&to.ids);
    return ok;
}

static struct named_system *find_system(struct named_systems *systems, struct span name) {
    for (size_t i = 0; i < systems->items.count; i++)
        if (span_equal(systems->items.items[i].name, name))
            return &systems->items.items[i];
    vec_push(&systems->items, ((struct named_system){.name = name}));
    return &systems->items.items[systems->items.count - 1];
}

static int64_t input_rows(struct diffing *d, uint64_t run) {
    struct query *q = store_query(
        d->store, "SELECT coalesce(sum(rows), 0) FROM section WHERE run = ?1 AND kind = 'input'");
    query_bind_number(q, 1, (int64_t)run);
    int64_t rows = query_next(q) ? query_number(q, 0) : 0;
    query_end(q);
    return rows;
}

/* The systems among the inputs of a run. */
static bool add_systems(struct diffing *d, uint64_t run, struct named_systems *out,
                        struct error *err) {
    struct query *q = store_query(d->store, "SELECT t.value FROM " LEDGER_ROWS
                                            "WHERE s.run = ?1 AND s.kind = 'input' "
                                            "ORDER BY g.key, b.first, t.key");
    bool ok = true;
    int64_t rows = 0;
    query_bind_number(q, 1, (int64_t)run);
    for (; ok && query_next(q); rows++) {
        struct input_record input = {0};
        ok = codec_read(&codec_input, query_text(q, 0), &input, &d->out->arena);
        if (!ok || input.kind != INPUT_SYSTEM)
            continue;
        struct named_system *system = find_system(out, input.name);
        system->is_in_from |= run == d->from;
        system->is_in_to |= run == d->to;
        if (run == d->from)
            system->from_rejected = input.rejected - input.not_records;
        if (run == d->to)
            system->to_rejected = input.rejected - input.not_records;
    }
    query_end(q);
    return store_fits(d->store, ok && rows == input_rows(d, run), err);
}

bool ledger_diff(struct ledger_diff *out, struct store *s, uint64_t from, uint64_t to,
                 struct error *err) {
    struct diffing d = {
        .out = out, .store = s, .from = from, .to = to, .renumbering = {.store = s}};
    struct named_systems systems = {0};
    *out = (struct ledger_diff){0};
    bool ok = add_systems(&d, to, &systems, err) && add_systems(&d, from, &systems, err);
    for (size_t i = 0; ok && i < systems.items.count; i++)
        ok = diff_system(&d, &systems.items.items[i], err);
    vec_release(&systems.items);
    renumbering_release(&d.renumbering);
    if (!ok)
        ledger_diff_release(out);
    return ok;
}

bool diff_system_adds_up(const struct diff_system *d) {
    return d->start + d->count[MOVEMENT_ADDED] == d->end + d->count[MOVEMENT_REMOVED];
}

void ledger_diff_release(struct ledger_diff *diff) {
    vec_release(&diff->systems);
    vec_release(&diff->movements);
    arena_release(&diff->arena);
}
