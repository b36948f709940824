/*
 * review export. A review goes on until its reply-by day is past or everything is answered: until
 * then a further export adds what it has not asked about (a late list, a changed account, what was
 * not ours) as a supplement, and nothing where there is nothing new. After that a new review
 * begins.
 */
#include "review_internal.h"

#include "tenko/ending.h"

#include <stdlib.h>

struct exporting {
    struct review_head last, next;
    struct sent *same, *before;
    struct loaded_run *run;
    struct population population;
    struct sheets sheets;
    struct query *insert; /* of a row */
    struct arena arena;
};

static uint64_t count_where(struct store *s, const char *sql, uint64_t number) {
    struct query *q = store_query(s, sql);
    query_bind_number(q, 1, (int64_t)number);
    uint64_t count = query_next(q) ? (uint64_t)query_number(q, 0) : 0;
    query_end(q);
    return count;
}

static bool goes_on(struct store *s, const struct review_head *last, uint64_t run, date today) {
    if (!last->review)
        return false;
    if (last->run == run)
        return true;
    uint64_t waiting =
        count_where(s,
                    "SELECT count(*) FROM review v JOIN review_row r ON r.review = v.review "
                    "WHERE v.first = ?1 AND NOT EXISTS (SELECT 1 FROM decision d WHERE "
                    "d.review = r.review AND d.row = r.row)",
                    last->first);
    return waiting > 0 && today <= last->reply_by;
}

/* --- Freezing --- */

static void bind_day(struct query *q, int parameter, date day) {
    char iso[11];
    date_format(day, iso);
    query_bind_text(q, parameter, span_of(iso));
}

static void write_head(struct store *s, const struct review_head *h, const struct review_act *act) {
    struct query *q = store_query(s, "INSERT INTO review(review, first, run, at, who, exported_on, "
                                     "reply_by, addressed_by, language) "
                                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    query_bind_number(q, 1, (int64_t)h->review);
    query_bind_number(q, 2, (int64_t)h->first);
    query_bind_number(q, 3, (int64_t)h->run);
    query_bind_text(q, 4, h->at);
    query_bind_text(q, 5, h->who);
    bind_day(q, 6, h->exported_on);
    bind_day(q, 7, h->reply_by);
    query_bind_text(q, 8, review_by_word(h->by));
    query_bind_text(q, 9, act->language == LANG_JA ? SPAN("ja") : SPAN("en"));
    query_run(q);
    query_end(q);
}

static void write_row(void *context, const struct population *p, const struct frozen_row *row,
                      const struct account_record *a) {
    struct exporting *x = context;
    struct query *q = x->insert;
    bool has_holder = a->person != NO_ROW;
    query_bind_number(q, 1, (int64_t)x->next.review);
    query_bind_number(q, 2, (int64_t)p->rows.count);
    query_bind_number(q, 3, (int64_t)row->id);
    query_bind_number(q, 4, (int64_t)row->account);
    query_lend_text(q, 5, p->record->inputs[a->input].name);
    query_lend_text(q, 6, a->user_id);
    query_lend_text(q, 7, has_holder ? a->person_id : SPAN(""));
    query_lend_text(q, 8, has_holder ? a->name : SPAN(""));
    query_lend_text(q, 9, population_text(p, row->addressee));
    query_lend_text(q, 10, p->record->inputs[a->input].manager);
    query_lend_text(q, 11, population_text(p, row->roles));
    query_bind_number(q, 12, a->is_enabled);
    query_bind_number(q, 13, (int64_t)row->print);
    query_lend_text(q, 14, population_text(p, row->change));
    query_run(q);
}

/* --- A review that is in the ledger, for sheets that are missing --- */

static bool load_rows(struct population *out, struct store *s, uint64_t review,
                      const struct run_record *r, struct error *err) {
    *out = (struct population){.record = r, .colleagues = colleagues_new()};
    struct query *q = store_query(s, "SELECT id, account, addressee, roles, change, print "
                                     "FROM review_row WHERE review = ?1 ORDER BY row");
    query_bind_number(q, 1, (int64_t)review);
    while (query_next(q)) {
        struct frozen_row row = {.id = (uint64_t)query_number(q, 0),
                                 .account = (uint32_t)query_number(q, 1),
                                 .addressee = strpool_intern(&out->texts, query_text(q, 2)),
                                 .roles = strpool_intern(&out->texts, query_text(q, 3)),
                                 .change = strpool_intern(&out->texts, query_text(q, 4)),
                                 .print = (uint64_t)query_number(q, 5)};
        if (row.account < r->account_count)
            vec_push(&out->rows, row);
    }
    query_end(q);
    for (size_t i = 0, k = 0; i < r->account_count; i++) {
        struct account_record a;
        r->rows->account(r->from, i, &a);
        colleagues_add(out->colleagues, &a);
        while (k < out->rows.count && out->rows.items[k].account < i)
            k++;
        if (k < out->rows.count && out->rows.items[k].account == i)
            out->rows.items[k].wants_link = account_wants_link(&a);
    }
    return store_ok(s, err);
}

static bool write_missing(struct review_export *out, struct store *s,
                          const struct review_head *head, const struct review_act *act,
                          struct error *err) {
    struct loaded_run *run = NULL;
    struct population p = {0};
    struct sheets sheets = {.dir = -1, .fills_up = true};
    bool ok = ledger_load_parts(&run, s, head->run, LEDGER_PACKED, err) &&
              load_rows(&p, s, head->review, loaded_record(run), err) &&
              sheets_write(&sheets, &p, head, act, err);
    if (ok) {
        out->sheets += sheets.files.count;
        ok = sheets_commit(&sheets, err);
    }
    sheets_release(&sheets);
    population_release(&p);
    loaded_free(run);
    return ok;
}

/* The sheets of the review and its supplements that are not in the directory. */
static bool write_missing_sheets(struct review_export *out, struct store *s,
                                 const struct review_head *last, const struct review_act *act,
                                 struct error *err) {
    struct arena arena = {0};
    bool ok = true;
    for (uint64_t review = last->first; ok && review <= last->review; review++) {
        struct review_head head;
        ok = review_head_load(&head, s, review, &arena, err) &&
             write_missing(out, s, &head, act, err);
    }
    arena_release(&arena);
    return ok;
}

/* --- The whole --- */

static bool prepare(struct exporting *x, struct store *s, const struct review_act *act,
                    enum review_by by, date reply_by, struct error *err) {
    struct last_run newest;
    if (!ledger_last(s, &newest, &x->arena, err) ||
        !review_head_load(&x->last, s, 0, &x->arena, err))
        return false;
    if (!newest.run)
        return error_set(err, FAULT_OUTPUT, MSG_STORE_EMPTY, store_path(s), 0, NULL);
    bool is_supplement = goes_on(s, &x->last, newest.run, act->today);
    x->next = (struct review_head){.review = x->last.review + 1,
                                   .run = newest.run,
                                   .exported_on = act->today,
                                   .by = by,
                                   .at = act->at,
                                   .who = act->who};
    x->next.first = is_supplement ? x->last.first : x->next.review;
    x->next.reply_by = reply_by != DATE_NONE ? reply_by : act->today + REVIEW_REPLY_DAYS;
    struct sent **known = is_supplement ? &x->same : &x->before;
    return (!x->last.review || sent_load(known, s, x->last.first, err)) &&
           ledger_load_parts(&x->run, s, newest.run, LEDGER_PACKED, err);
}

static bool freeze(struct review_export *out, struct exporting *x, struct store *s,
                   const struct review_act *act, struct error *err) {
    struct ledger_entry entry = {
        .kind = ENTRY_EXPORT, .number = x->next.review, .at = act->at, .who = act->who};
    write_head(s, &x->next, act);
    if (!ledger_entry_begin(&entry, s, err) || !ledger_entry_end(&entry, s, err) ||
        !sheets_write(&x->sheets, &x->population, &x->next, act, err))
        return false;
    out->sheets = x->sheets.files.count;
    memcpy(out->head, entry.hash, sizeof out->head);
    ending_hold(); /* a signal finds the review with its sheets, or none of it */
    bool ok = store_commit(s, err) && sheets_commit(&x->sheets, err);
    ending_allow();
    return ok;
}

static bool export(struct review_export *out, struct exporting *x, struct store *s,
                   const struct review_act *act, struct error *err) {
    struct population_options options = {.review = x->next.review,
                                         .by = x->next.by,
                                         .language = act->language,
                                         .same = x->same,
                                         .before = x->before,
                                         .added = write_row,
                                         .context = x};
    x->insert =
        store_query(s, "INSERT INTO review_row(review, row, id, account, system, user_id, "
                       "person_id, name, addressee, manager, roles, enabled, print, change) "
                       "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
    population_collect(&x->population, loaded_record(x->run), &options);
    out->run = x->next.run;
    out->rows = x->population.rows.count;
    if (!out->rows) {
        out->first = x->last.first;
        out->reply_by = x->last.reply_by;
        return !x->last.review || write_missing_sheets(out, s, &x->last, act, err);
    }
    out->review = x->next.review;
    out->first = x->next.first;
    out->reply_by = x->next.reply_by;
    return freeze(out, x, s, act, err);
}

bool review_export(struct review_export *out, struct store *s, const struct review_act *act,
                   enum review_by by, date reply_by, struct error *err) {
    struct exporting x = {.sheets.dir = -1};
    *out = (struct review_export){0};
    bool ok = prepare(&x, s, act, by, reply_by, err) && export(out, &x, s, act, err);
    query_end(x.insert);
    sheets_release(&x.sheets);
    population_release(&x.population);
    loaded_free(x.run);
    sent_free(x.same);
    sent_free(x.before);
    arena_release(&x.arena);
    return ok;
}
