/*
 * This run's accounts beside the last run's: what is unchanged is known by its hash, so only
 * changed rows are ever read back. Two passes: the sections are encoded and compared; then the old
 * states that no row claimed are read, and paired with the new rows by user ID.
 */
#include "ledger_internal.h"

#include "tenko/fold.h"
#include "tenko/parallel.h"
#include "tenko/strpool.h"

#include <stdlib.h>

static void begin_sections(struct taken *t, const struct run_record *r) {
    size_t first = r->first_input[INPUT_SYSTEM], end = r->first_input[INPUT_SYSTEM + 1];
    t->count = end - first;
    t->first_input = first;
    t->sections = memory_zeroed(t->count + 1, sizeof *t->sections);
    t->views = memory_zeroed(t->count + 1, sizeof *t->views);
    for (size_t i = 0; i < t->count; i++) {
        size_t input = first + i;
        t->views[i] = (struct row_view){r, &t->people, r->first_account[input]};
        t->sections[i] =
            (struct section){.feed = {&codec_account, fetch_account, &t->views[i]},
                             .input = (int32_t)input,
                             .name = r->inputs[input].name,
                             .row_count = r->first_account[input + 1] - r->first_account[input]};
    }
}

/* Accounts of one system that are left of before, and new rows of now, by user ID. */
struct left_account {
    size_t before, change; /* places + 1 of the last of each */
    size_t before_count, change_count;
};
struct left_accounts {
    bool is_folded;
    struct strpool texts;
    VEC(struct left_account) items; /* by id of the text */
};

static struct left_account *left_account(struct left_accounts *left, struct span user_id) {
    struct strbuf text = {0};
    if (left->is_folded)
        fold_text(FOLD_ID, user_id, &text);
    else
        strbuf_add_span(&text, user_id);
    uint32_t id = strpool_intern(&left->texts, strbuf_span(&text)).n;
    while (left->items.count <= id)
        vec_push(&left->items, (struct left_account){0});
    strbuf_release(&text);
    return &left->items.items[id];
}

static void add_before(struct left_accounts *left, struct span user_id, size_t place) {
    struct left_account *a = left_account(left, user_id);
    a->before = place + 1;
    a->before_count++;
}

static void add_change(struct left_accounts *left, struct span user_id, size_t place) {
    struct left_account *a = left_account(left, user_id);
    a->change = place + 1;
    a->change_count++;
}

static void release_left(struct left_accounts *left) {
    strpool_release(&left->texts);
    vec_release(&left->items);
}

/* The old states of a section that no row of now claimed. */
static bool read_unclaimed(struct taken *t, const struct section *section, struct store *s,
                           struct error *err) {
    const struct known_rows *known = &section->known;
    struct states *states = states_open(s);
    bool ok = true;
    t->before.count = 0;
    for (size_t i = 0; ok && i < known->count; i++) {
        struct account_record a = {0};
        struct span text;
        if (known->is_claimed[i])
            continue;
        ok = states_get(states, known->ids[i], &text) &&
             codec_read(&codec_account, text, &a, &t->arena);
        vec_push(&t->before, ((struct known_account){a, known->ids[i]}));
    }
    states_close(states);
    return store_fits(s, ok, err);
}

static void add_new_rows(struct taken *t, const struct section *section,
                         const struct run_record *r) {
    size_t first = r->first_account[section->input];
    for (size_t i = 0; i < section->row_count; i++)
        if (section_row_is_new(section, i))
            vec_push(&t->changes, ((struct account_change){.input = (uint32_t)section->input,
                                                           .account = first + i,
                                                           .since = section->known.as_of}));
}

/* One of each is one account. */
static void pair_left(struct taken *t, const struct left_accounts *left) {
    for (size_t i = 0; i < left->items.count; i++) {
        const struct left_account *a = &left->items.items[i];
        if (a->before_count != 1 || a->change_count != 1)
            continue;
        struct account_change *change = &t->changes.items[a->change - 1];
        struct known_account *before = &t->before.items[a->before - 1];
        change->was_there = true;
        change->before = before->account;
        change->state = before->state;
        before->account.user_id = (struct span){0}; /* paired */
    }
}

/* Changes from the `first` on that have no account of before yet: the same spelling is the same
 * account; then one that is left on each side is the same in another spelling. */
static void pair_new_rows(struct taken *t, const struct run_record *r, size_t first,
                          bool is_folded) {
    struct left_accounts left = {.is_folded = is_folded};
    for (size_t i = 0; i < t->before.count; i++)
        if (t->before.items[i].account.user_id.n)
            add_before(&left, t->before.items[i].account.user_id, i);
    for (size_t i = first; left.items.count && i < t->changes.count; i++) {
        struct account_record now;
        if (t->changes.items[i].was_there)
            continue;
        r->rows->account(r->from, t->changes.items[i].account, &now);
        add_change(&left, now.user_id, i);
    }
    pair_left(t, &left);
    release_left(&left);
}

static void add_gone(struct taken *t, const struct section *section) {
    for (size_t i = 0; i < t->before.count; i++)
        if (t->before.items[i].account.user_id.n)
            vec_push(&t->changes, ((struct account_change){.input = (uint32_t)section->input,
                                                           .account = SIZE_MAX,
                                                           .was_there = true,
                                                           .before = t->before.items[i].account,
                                                           .state = t->before.items[i].state,
                                                           .since = section->known.as_of}));
}

/* --- The people then --- */

/* A state leaves out what the people of its run say. Only accounts that are gone or have another
 * holder now need it. */
struct holders {
    bool is_wanted;
    struct span then, now; /* numbers; none holds an account that is gone */
};

static struct holders holders_of(const struct account_change *c, const struct run_record *r) {
    struct holders h = {.then = c->before.person_id};
    struct account_record now;
    if (!c->was_there || c->before.person == NO_PERSON)
        return h;
    if (c->account != SIZE_MAX) {
        r->rows->account(r->from, c->account, &now);
        h.now = now.person_id;
    }
    h.is_wanted = !span_equal(h.now, h.then);
    return h;
}

struct names_wanted {
    struct strpool ids;
    VEC(struct span) names; /* by id; not NULL: somebody had the number */
};

static struct span name_of(const struct names_wanted *w, struct span person_id) {
    return w->names.items[strpool_find(&w->ids, person_id).n];
}

static void read_names(struct names_wanted *w, struct taken *t, struct store *s, uint64_t run) {
    struct query *q = store_query(
        s, "SELECT json_extract(t.value, '$[1]'), json_extract(t.value, '$[2]') FROM " LEDGER_ROWS
           "WHERE s.run = ?1 AND s.kind = 'person'");
    query_bind_number(q, 1, (int64_t)run);
    while (query_next(q)) {
        uint32_t id = strpool_find(&w->ids, query_text(q, 0)).n;
        if (id && !w->names.items[id].p)
            w->names.items[id] = arena_copy(&t->arena, query_text(q, 1));
    }
    query_end(q);
}

/* Of the changes from the `first` on, which are those of one section. */
static void add_people(struct taken *t, struct store *s, const struct section *section,
                       const struct run_record *r, size_t first) {
    struct names_wanted w = {0};
    size_t wanted = 0;
    for (size_t i = first; i < t->changes.count; i++) {
        struct holders h = holders_of(&t->changes.items[i], r);
        if (!h.is_wanted)
            continue;
        strpool_intern(&w.ids, h.then);
        strpool_intern(&w.ids, h.now);
        wanted++;
    }
    while (w.names.count <= strpool_count(&w.ids))
        vec_push(&w.names, (struct span){0});
    if (wanted)
        read_names(&w, t, s, section->known.run);
    for (size_t i = first; wanted && i < t->changes.count; i++) {
        struct account_change *c = &t->changes.items[i];
        struct holders h = holders_of(c, r);
        if (!h.is_wanted)
            continue;
        c->holder_was_there = name_of(&w, h.now).p != NULL;
        if (!c->before.name.p)
            c->before.name = name_of(&w, h.then);
    }
    strpool_release(&w.ids);
    vec_release(&w.names);
}

static bool find_changes(struct taken *t, const struct section *section, struct store *s,
                         const struct run_record *r, struct error *err) {
    const struct known_rows *known = &section->known;
    if (ledger_compared_with(t, (uint32_t)section->input) == DATE_NONE ||
        !r->inputs[section->input].is_delivered)
        return true;
    if (known->claimed == known->count && !section->new_blocks.items.count)
        return true; /* nearly every list of most runs */
    size_t first = t->changes.count;
    if (!read_unclaimed(t, section, s, err))
        return false;
    add_new_rows(t, section, r);
    pair_new_rows(t, r, first, false);
    pair_new_rows(t, r, first, true);
    add_gone(t, section);
    add_people(t, s, section, r, first);
    return store_ok(s, err);
}

/* What is needed before rows are encoded. */
struct preparing {
    struct taken *taken;
    struct store *store;
    const struct run_record *record;
    struct error *err;
    bool ok;
};

static void load_known(struct preparing *p) {
    struct taken *t = p->taken;
    for (size_t i = 0; p->ok && i < t->count; i++)
        p->ok = known_rows_load(&t->sections[i].known, p->store,
                                &(struct section_key){&codec_account, t->sections[i].name},
                                p->record->head.as_of, p->err);
}

/* Only the first speaks to the store. */
static void prepare(void *context, size_t index) {
    struct preparing *p = context;
    if (index == 0)
        load_known(p);
    else
        people_index_of(&p->taken->people, p->record);
}

bool ledger_take(struct taken **out, struct store *s, const struct run_record *r, unsigned threads,
                 struct error *err) {
    struct taken *t = memory_zeroed(1, sizeof *t);
    struct preparing preparing = {t, s, r, err, true};
    t->threads = threads;
    t->as_of = r->head.as_of;
    begin_sections(t, r);
    parallel_run(2, threads, prepare, &preparing);
    bool ok = preparing.ok;
    if (ok)
        sections_encode(t->sections, t->count, s, threads);
    for (size_t i = 0; ok && i < t->count; i++)
        ok = find_changes(t, &t->sections[i], s, r, err);
    for (size_t i = 0; i < t->count; i++)
        known_rows_forget(&t->sections[i].known);
    if (!ok) {
        taken_free(t);
        return false;
    }
    *out = t;
    return true;
}

size_t ledger_change_count(const struct taken *t) {
    return t->changes.count;
}

const struct account_change *ledger_change(const struct taken *t, size_t i) {
    return &t->changes.items[i];
}

date ledger_compared_with(const struct taken *t, uint32_t input) {
    bool is_system = input >= t->first_input && input - t->first_input < t->count;
    date before = is_system ? t->sections[input - t->first_input].known.as_of : DATE_NONE;
    return before <= t->as_of ? before : DATE_NONE;
}

void taken_free(struct taken *t) {
    if (!t)
        return;
    for (size_t i = 0; i < t->count; i++)
        section_release(&t->sections[i]);
    people_index_release(&t->people);
    free(t->sections);
    free(t->views);
    free(t->exception_states);
    vec_release(&t->before);
    vec_release(&t->changes);
    vec_release(&t->movements);
    arena_release(&t->arena);
    free(t);
}
