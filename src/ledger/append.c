/* A run becomes rows: its sections, the lives it changed, and its link of the chain. */
#include "ledger_internal.h"

#include "ranges.h"

#include <stdlib.h>
#include <time.h>

/* --- Sections beside the accounts --- */

struct plan_of_sections {
    struct section *items;
    struct row_view *views;
    const struct people_index *people;
    size_t count, exceptions; /* which one holds the exceptions */
};

static void add_section(struct plan_of_sections *p, const struct run_record *r,
                        struct section section, size_t first) {
    p->views[p->count] = (struct row_view){r, p->people, first};
    section.feed.context = &p->views[p->count];
    p->items[p->count++] = section;
}

static void add_whole(struct plan_of_sections *p, const struct run_record *r,
                      const struct codec_table *table,
                      void (*fetch)(const void *, size_t, void *, uint32_t *), size_t rows) {
    add_section(p, r,
                (struct section){.feed = {table, fetch, NULL}, .input = -1, .row_count = rows}, 0);
}

static void fetch_movement(const void *context, size_t i, void *row, uint32_t *line) {
    *(struct movement_row *)row = ((const struct movement_row *)context)[i];
    *line = 0;
}

/* One for each system whose accounts moved. */
static void add_movements(struct plan_of_sections *p, const struct taken *t) {
    size_t next = 0;
    for (size_t i = 0; i < t->count; i++) {
        const struct section *accounts = &t->sections[i];
        if (accounts->movement_count)
            p->items[p->count++] = (struct section){
                .feed = {&codec_movement, fetch_movement, &t->movements.items[next]},
                .input = accounts->input,
                .name = accounts->name,
                .row_count = accounts->movement_count};
        next += accounts->movement_count;
    }
}

static void lay_out_sections(struct plan_of_sections *p, const struct run_record *r,
                             const struct taken *t) {
    enum { WHOLE = 7 };
    size_t first = r->first_input[INPUT_LICENSE], end = r->first_input[INPUT_LICENSE + 1];
    p->items = memory_zeroed(WHOLE + (end - first) + t->count, sizeof *p->items);
    p->views = memory_zeroed(WHOLE + (end - first), sizeof *p->views);
    add_whole(p, r, &codec_rule, fetch_rule, r->rule_count);
    add_whole(p, r, &codec_threshold, fetch_threshold, r->threshold_count);
    add_whole(p, r, &codec_input, fetch_input, r->input_count);
    add_whole(p, r, &codec_issue, fetch_issue, r->issue_count);
    add_whole(p, r, &codec_person, fetch_person, r->person_count);
    add_whole(p, r, &codec_device, fetch_device, r->device_count);
    p->exceptions = p->count;
    add_whole(p, r, &codec_exception, fetch_exception, r->exception_count);
    for (size_t i = first; i < end; i++)
        add_section(p, r,
                    (struct section){.feed = {&codec_seat, fetch_seat, NULL},
                                     .input = (int32_t)i,
                                     .name = r->inputs[i].name,
                                     .row_count = r->first_seat[i + 1] - r->first_seat[i]},
                    r->first_seat[i]);
    add_movements(p, t);
}

static bool encode_sections(struct plan_of_sections *p, struct store *s, unsigned threads,
                            struct error *err) {
    bool ok = true;
    for (size_t i = 0; ok && i < p->count; i++)
        ok = known_rows_load(&p->items[i].known, s,
                             &(struct section_key){p->items[i].feed.table, p->items[i].name},
                             DATE_NONE, err);
    if (!ok)
        return false;
    sections_encode(p->items, p->count, s, threads);
    return store_ok(s, err);
}

/* What the lives of exceptions need once the section is gone. */
static void keep_exception_states(struct plan_of_sections *p, struct taken *t) {
    struct section *exceptions = &p->items[p->exceptions];
    t->exception_states = exceptions->ids;
    exceptions->ids = NULL;
}

static void release_sections(struct plan_of_sections *p) {
    for (size_t i = 0; i < p->count; i++)
        section_release(&p->items[i]);
    free(p->items);
    free(p->views);
}

/* --- Lives --- */

static void add_event(struct query *q, const struct life *life, struct span what, int64_t state) {
    query_bind_number(q, 2, finding_of(life->finding));
    query_lend_text(q, 3, what);
    query_bind_number(q, 4, state);
    if (life->lifecycle == LIFE_NEW || life->lifecycle == LIFE_REOPENED)
        query_bind_null(q, 5);
    else
        query_bind_number(q, 5, (int64_t)life->last_run);
    query_run(q);
}

static struct query *event_query(struct store *s, uint64_t run) {
    struct query *q = store_query(s, "INSERT INTO event(run, finding, what, state, last_run) "
                                     "VALUES(?1, ?2, ?3, ?4, ?5)");
    query_bind_number(q, 1, (int64_t)run);
    return q;
}

/* An exception of this run, where its life is looked for. */
struct numbered_life {
    const struct life *life;
    int64_t state;
};

static int by_finding(const void *a, const void *b) {
    uint64_t x = ((const struct numbered_life *)a)->life->finding,
             y = ((const struct numbered_life *)b)->life->finding;
    return (x > y) - (x < y);
}

/* By number: the tables are in that order, and are written from end to end. */
static struct numbered_life *sort_found(const struct lives *l, const int64_t *states) {
    size_t count = l->in->exception_count;
    struct numbered_life *all = memory_alloc((count + 1) * sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = (struct numbered_life){&l->of_exception[i], states[i]};
    qsort(all, count, sizeof *all, by_finding);
    return all;
}

/* What the run has called new. */
static void write_new(struct store *s, uint64_t run, date as_of) {
    char day[11];
    struct query *q = store_query(
        s, "INSERT INTO finding(id, state, status, first_run, first_seen) SELECT finding, state, "
           "'open', run, ?2 FROM event WHERE run = ?1 AND what = 'new' ORDER BY finding");
    date_format(as_of, day);
    query_bind_number(q, 1, (int64_t)run);
    query_bind_text(q, 2, span_of(day));
    query_run(q);
    query_end(q);
}

static void write_found(const struct lives *l, struct store *s, uint64_t run,
                        const int64_t *states) {
    struct query *again = store_query(s, "UPDATE finding SET state = ?2, status = 'open', "
                                         "last_run = NULL WHERE id = ?1");
    struct query *event = event_query(s, run);
    struct numbered_life *all = sort_found(l, states);
    for (size_t i = 0; i < l->in->exception_count; i++) {
        const struct life *life = all[i].life;
        bool is_back = life->lifecycle == LIFE_REOPENED;
        if (life->lifecycle == LIFE_NEW || is_back)
            add_event(event, life, is_back ? SPAN("reopened") : SPAN("new"), all[i].state);
        if (life->lifecycle != LIFE_NEW &&
            (is_back || life->state != all[i].state || life->last_run)) {
            query_bind_number(again, 1, finding_of(life->finding));
            query_bind_number(again, 2, all[i].state);
            query_run(again);
        }
    }
    write_new(s, run, l->in->head.as_of);
    free(all);
    query_end(again);
    query_end(event);
}

static void write_vanished(const struct lives *l, struct store *s, uint64_t run) {
    struct query *update =
        store_query(s, "UPDATE finding SET status = ?2, last_run = ?3 WHERE id = ?1");
    struct query *event = event_query(s, run);
    for (size_t i = 0; i < l->earlier.count; i++) {
        const struct life *life = &l->earlier.items[i].life;
        bool is_resolved = life->lifecycle == LIFE_RESOLVED;
        query_bind_number(update, 1, finding_of(life->finding));
        query_bind_text(update, 2, is_resolved ? SPAN("resolved") : SPAN("open"));
        query_bind_number(update, 3, (int64_t)life->last_run);
        query_run(update);
        add_event(event, life, is_resolved ? SPAN("resolved") : SPAN("not_reexamined"),
                  life->state);
    }
    query_end(update);
    query_end(event);
}

/* --- The run itself --- */

static void format_when(const struct run_head *h, char out[40]) {
    time_t local = (time_t)(h->started_at + h->utc_offset_s);
    struct tm parts;
    char when[32] = "";
    int minutes = h->utc_offset_s / 60;
    if (gmtime_r(&local, &parts))
        strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%S", &parts);
    snprintf(out, 40, "%s%c%02d:%02d", when, minutes < 0 ? '-' : '+', abs(minutes) / 60 % 100,
             abs(minutes) % 60);
}

static void write_run(struct store *s, const struct run_record *r, const struct lives *l,
                      const struct last_run *last) {
    char when[40], day[11];
    struct strbuf head = {0};
    struct life_counts lives = lives_counts(l);
    const size_t counts[] = {r->exception_count, l->waived,      lives.fresh,         lives.open,
                             lives.reopened,     lives.resolved, lives.not_reexamined};
    struct query *q = store_query(
        s, "INSERT INTO run(run, as_of, at, who, forced, exceptions, waived, new, open, reopened, "
           "resolved, not_reexamined, changes_lives, head, previous_hash, previous_manifest, hash) "
           "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, '')");
    format_when(&r->head, when);
    date_format(r->head.as_of, day);
    codec_write(&codec_head, &r->head, codec_said(&codec_head, &r->head), &head);
    query_bind_number(q, 1, (int64_t)r->head.run);
    query_bind_text(q, 2, span_of(day));
    query_bind_text(q, 3, span_of(when));
    query_bind_text(q, 4, r->head.who);
    if (r->head.force_reason.n)
        query_bind_text(q, 5, r->head.force_reason);
    for (int i = 0; i < (int)(sizeof counts / sizeof *counts); i++)
        query_bind_number(q, 6 + i, (int64_t)counts[i]);
    query_bind_number(q, 13, !l->is_frozen);
    query_bind_text(q, 14, strbuf_span(&head));
    query_bind_text(q, 15, last->hash);
    query_bind_text(q, 16, last->manifest);
    query_run(q);
    query_end(q);
    strbuf_release(&head);
}

static void set_hash(struct store *s, uint64_t run, const char *hash) {
    struct query *q = store_query(s, "UPDATE run SET hash = ?2 WHERE run = ?1");
    query_bind_number(q, 1, (int64_t)run);
    query_bind_text(q, 2, span_of(hash));
    query_run(q);
    query_end(q);
}

bool ledger_append(struct store *s, const struct run_record *r, struct taken *t,
                   const struct lives *l, struct error *err) {
    struct arena arena = {0};
    struct last_run last;
    struct plan_of_sections plan = {.people = &t->people};
    bool ok = ledger_last(s, &last, &arena, err);
    if (ok) {
        lay_out_sections(&plan, r, t);
        write_run(s, r, l, &last);
        for (size_t i = 0; i < t->count; i++)
            if (r->inputs[t->first_input + i].is_delivered)
                section_write(&t->sections[i], s, r->head.run);
        ok = encode_sections(&plan, s, t->threads, err);
    }
    for (size_t i = 0; ok && i < plan.count; i++)
        section_write(&plan.items[i], s, r->head.run);
    if (ok)
        keep_exception_states(&plan, t);
    release_sections(&plan);
    arena_release(&arena);
    return ok && store_ok(s, err);
}

bool ledger_append_lives(struct store *s, const struct taken *t, const struct lives *l,
                         char hash[DIGEST_HEX_SIZE], struct error *err) {
    uint64_t run = l->in->head.run;
    if (!l->is_frozen) {
        write_found(l, s, run, t->exception_states);
        write_vanished(l, s, run);
    }
    bool ok = chain_hash(s, run, hash, err);
    if (ok)
        set_hash(s, run, hash);
    return ok && store_ok(s, err);
}

bool ledger_set_manifest(struct store *s, uint64_t run, const char *sha256, struct error *err) {
    struct query *q = store_query(s, "UPDATE run SET manifest = ?2 WHERE run = ?1");
    query_bind_number(q, 1, (int64_t)run);
    query_bind_text(q, 2, span_of(sha256));
    query_run(q);
    query_end(q);
    return store_ok(s, err);
}

/* --- The run before --- */

bool ledger_last(struct store *s, struct last_run *out, struct arena *arena, struct error *err) {
    *out = (struct last_run){.as_of = DATE_NONE};
    struct query *q = store_query(s, "SELECT run, as_of, coalesce((SELECT hash FROM entry e "
                                     "WHERE e.run = r.run ORDER BY entry DESC LIMIT 1), hash), "
                                     "coalesce(manifest, '') FROM run r ORDER BY run DESC LIMIT 1");
    if (query_next(q)) {
        out->run = (uint64_t)query_number(q, 0);
        out->as_of = codec_day(query_text(q, 1));
        out->hash = arena_copy(arena, query_text(q, 2));
        out->manifest = arena_copy(arena, query_text(q, 3));
    }
    query_end(q);
    return store_ok(s, err);
}

static const struct input_record *find_same(const struct run_record *r,
                                            const struct input_record *then) {
    if (then->kind >= INPUT_KIND_COUNT)
        return NULL;
    for (size_t i = r->first_input[then->kind]; i < r->first_input[then->kind + 1]; i++)
        if (span_equal(r->inputs[i].name, then->name))
            return &r->inputs[i];
    return NULL;
}

struct last_inputs {
    const struct run_record *r;
    struct last_input *out;
    struct arena arena;
    struct query *ranges;
    struct states *states;
    size_t known;
};

/* The inputs that a run had and no later one. */
static bool take_inputs_of(struct last_inputs *l, uint64_t run, date as_of) {
    VEC(struct range) ranges = {0};
    query_bind_number(l->ranges, 1, (int64_t)run);
    bool ok = !query_next(l->ranges) ||
              ranges_parse(query_text(l->ranges, 0), &ranges.items, &ranges.count);
    query_reset(l->ranges);
    for (size_t i = 0; ok && i < ranges.count; i++) {
        int64_t end = ranges.items[i].first + ranges.items[i].count;
        for (int64_t id = ranges.items[i].first; ok && id < end; id++) {
            struct input_record then = {0};
            struct span text;
            ok = states_get(l->states, id, &text) &&
                 codec_read(&codec_input, text, &then, &l->arena);
            const struct input_record *now = ok ? find_same(l->r, &then) : NULL;
            if (!now || !then.is_delivered || l->out[now - l->r->inputs].run)
                continue;
            l->out[now - l->r->inputs] = (struct last_input){run, as_of, then.accepted};
            l->known++;
        }
    }
    free(ranges.items);
    return ok;
}

/* From the newest run back, until every input was found or there are no more runs. */
bool ledger_last_inputs(struct store *s, const struct run_record *r, struct last_input *out,
                        struct error *err) {
    struct last_inputs l = {
        .r = r,
        .out = out,
        .ranges = store_query(s, "SELECT ranges FROM section WHERE run = ?1 AND kind = 'input'"),
        .states = states_open(s)};
    struct query *runs = store_query(s, "SELECT run, as_of FROM run ORDER BY run DESC");
    bool ok = true;
    for (size_t i = 0; i < r->input_count; i++)
        out[i] = (struct last_input){.as_of = DATE_NONE};
    while (ok && l.known < r->input_count && query_next(runs))
        ok = take_inputs_of(&l, (uint64_t)query_number(runs, 0), codec_day(query_text(runs, 1)));
    query_end(runs);
    query_end(l.ranges);
    states_close(l.states);
    arena_release(&l.arena);
    return store_fits(s, ok, err);
}
