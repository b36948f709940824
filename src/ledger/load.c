/*
 * A run that is in the ledger, as a record: every row is read into memory once, references between
 * rows are found again, and the same reporters write it as write a live run.
 */
#include "ledger_internal.h"

#include "packed.h"
#include "ranges.h"
#include "tenko/strpool.h"

#include <stdlib.h>

struct loaded_run {
    struct run_record record;
    enum ledger_parts parts;
    struct packed_accounts *packed; /* NULL: accounts are decoded */
    struct arena arena;
    struct people_index people_index;
    struct threshold_record *thresholds;
    struct input_record *inputs;
    VEC(struct exception_record) exceptions;
    VEC(struct issue_record) issues;
    VEC(struct account_record) accounts;
    VEC(struct seat_record) seats;
    VEC(struct person_record) people;
    VEC(struct device_record) devices;
    VEC(struct resolved_record) resolved;
    struct rule_list all_rules;
    size_t *first_account, *first_seat;
    struct store *store;
    struct decisions *decisions;
};

/* --- Rows of a section, one after the other --- */

struct section_reader {
    struct loaded_run *l;
    const struct codec_table *table;
    /* *row is filled and its line known */
    void (*take)(struct loaded_run *l, void *row, int32_t input, uint32_t line);
    void *row;
    /* … or, instead of both, what is stored */
    void (*keep)(struct loaded_run *l, struct span body, int32_t input, uint32_t line);
};

static uint32_t next_line(struct range **at, const struct range *end) {
    while (*at < end && (*at)->count == 0)
        ++*at;
    if (*at == end)
        return 0;
    uint32_t line = (uint32_t)(*at)->first;
    (*at)->count--;
    if (line)
        (*at)->first++;
    return line;
}

static bool read_states(struct section_reader *reader, const struct range *states, size_t count,
                        struct range *lines, size_t line_count, int32_t input) {
    struct query *q = store_query(reader->l->store,
                                  "SELECT body FROM state WHERE id >= ?1 AND id < ?2 ORDER BY id");
    struct range *line = lines;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        int64_t found = 0;
        query_bind_number(q, 1, states[i].first);
        query_bind_number(q, 2, states[i].first + states[i].count);
        for (; ok && query_next(q); found++) {
            if (reader->keep) {
                reader->keep(reader->l, query_text(q, 0), input,
                             next_line(&line, lines + line_count));
                continue;
            }
            memset(reader->row, 0, reader->table->row_size);
            ok = codec_read(reader->table, query_text(q, 0), reader->row, &reader->l->arena);
            if (ok)
                reader->take(reader->l, reader->row, input, next_line(&line, lines + line_count));
        }
        ok = ok && found == states[i].count;
        query_reset(q);
    }
    query_end(q);
    return ok;
}

static bool read_section(struct section_reader *reader, struct span ranges, struct span lines,
                         int32_t input) {
    VEC(struct range) states = {0}, places = {0};
    bool ok = ranges_parse(ranges, &states.items, &states.count) &&
              ranges_parse(lines, &places.items, &places.count) &&
              read_states(reader, states.items, states.count, places.items, places.count, input);
    free(states.items);
    free(places.items);
    return ok;
}

static bool damaged(const struct loaded_run *l, struct error *err) {
    return error_set(err, FAULT_OUTPUT, MSG_STORE_DAMAGED, store_path(l->store), 0, NULL);
}

static bool read_with(struct section_reader *reader, struct error *err) {
    struct loaded_run *l = reader->l;
    struct query *q = store_query(l->store, "SELECT input, ranges, lines, purged FROM section "
                                            "WHERE run = ?1 AND kind = ?2 ORDER BY input");
    bool ok = true, is_purged = false;
    query_bind_number(q, 1, (int64_t)l->record.head.run);
    query_bind_text(q, 2, span_of(reader->table->kind));
    while (ok && !is_purged && query_next(q)) {
        is_purged = !query_is_null(q, 3);
        ok = is_purged ||
             read_section(reader, query_text(q, 1), query_text(q, 2), (int32_t)query_number(q, 0));
    }
    query_end(q);
    if (is_purged)
        return error_set(err, FAULT_INPUT, MSG_LEDGER_PURGED, store_path(l->store), 0, NULL);
    return store_ok(l->store, err) && (ok || damaged(l, err));
}

static bool read_kind(struct loaded_run *l, const struct codec_table *table,
                      void (*take)(struct loaded_run *, void *, int32_t, uint32_t),
                      struct error *err) {
    struct section_reader reader = {
        .l = l, .table = table, .take = take, .row = memory_alloc(table->row_size)};
    bool ok = read_with(&reader, err);
    free(reader.row);
    return ok;
}

/* --- Each kind --- */

static void take_rule(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input, (void)line;
    vec_push(&l->all_rules.items, *(const struct rule_record *)row);
}

static void take_threshold(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input, (void)line;
    l->thresholds =
        memory_resize(l->thresholds, l->record.threshold_count + 1, sizeof *l->thresholds);
    l->thresholds[l->record.threshold_count++] = *(const struct threshold_record *)row;
}

static void take_input(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input, (void)line;
    l->inputs = memory_resize(l->inputs, l->record.input_count + 1, sizeof *l->inputs);
    l->inputs[l->record.input_count++] = *(const struct input_record *)row;
}

static struct span file_of(const struct loaded_run *l, size_t input) {
    return input < l->record.input_count ? l->inputs[input].file : (struct span){0};
}

static void take_person(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input;
    struct person_record *p = row;
    p->place.file = file_of(l, p->input);
    p->place.line = line;
    vec_push(&l->people, *p);
}

/* The person that rows.c's reference means, or NO_ROW. */
static uint32_t find_person(const struct loaded_run *l, uint32_t reference, struct span person_id) {
    return reference == NO_PERSON ? NO_ROW
                                  : people_index_find(&l->people_index, person_id, reference);
}

static void as_holder(struct span *value, struct span holders) {
    if (!value->p)
        *value = holders;
}

static void complete_account(const struct loaded_run *l, struct account_record *a, size_t input,
                             uint32_t line) {
    a->input = (uint32_t)input;
    a->place.file = file_of(l, input);
    a->place.line = line;
    a->person = find_person(l, a->person, a->person_id);
    if (a->person != NO_ROW) {
        const struct person_record *p = &l->people.items[a->person];
        as_holder(&a->name, p->name);
        as_holder(&a->department, p->department);
        as_holder(&a->state, p->state);
        as_holder(&a->manager, p->manager);
    }
}

static void take_account(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    complete_account(l, row, (size_t)input, line);
    l->first_account[input + 1]++;
    vec_push(&l->accounts, *(struct account_record *)row);
}

static void keep_account(struct loaded_run *l, struct span body, int32_t input, uint32_t line) {
    l->first_account[input + 1]++;
    packed_add(l->packed, body, line);
}

static size_t account_count(const struct loaded_run *l) {
    return l->packed ? l->packed->items.count : l->accounts.count;
}

/* The input whose accounts have that place. */
static size_t input_of_account(const struct loaded_run *l, size_t i) {
    size_t low = 0, high = l->record.input_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (l->first_account[middle] <= i)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void account_at(const struct loaded_run *l, size_t i, struct account_record *out) {
    if (!l->packed) {
        *out = l->accounts.items[i];
        return;
    }
    packed_fetch(l->packed, i, out);
    complete_account(l, out, input_of_account(l, i), out->place.line);
}

static void take_seat(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    struct seat_record *seat = row;
    seat->input = (uint32_t)input;
    seat->place.file = file_of(l, (size_t)input);
    seat->place.line = line;
    seat->person = find_person(l, seat->person, seat->person_id);
    if (seat->person != NO_ROW) {
        as_holder(&seat->name, l->people.items[seat->person].name);
        as_holder(&seat->department, l->people.items[seat->person].department);
    }
    l->first_seat[input + 1]++;
    vec_push(&l->seats, *seat);
}

static void take_device(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input;
    struct device_record *d = row;
    size_t devices = l->record.first_input[INPUT_DEVICES];
    d->place.file = file_of(l, devices);
    d->place.line = line;
    d->person = find_person(l, d->person, d->person_id);
    vec_push(&l->devices, *d);
}

static void take_issue(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input;
    struct issue_record *issue = row;
    issue->input = issue->input ? issue->input - 1 : NO_ROW;
    issue->place.line = line;
    vec_push(&l->issues, *issue);
}

static void take_exception(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input;
    struct stored_exception *x = row;
    x->e.rule = rule_list_number(&l->all_rules, x, l->record.head.run);
    x->e.input = record_find_input(&l->record, x);
    x->e.place.line = line;
    x->e.lifecycle = LIFE_OPEN;
    x->e.is_reexamined = true;
    x->e.last_seen = l->record.head.as_of;
    if (x->e.account >= 2 && x->e.input != NO_ROW)
        x->e.account = (uint32_t)(l->first_account[x->e.input] + x->e.account - 2);
    else
        x->e.account = x->e.account == 1 ? NO_ROW - 1 : NO_ROW; /* of the subject: found below */
    vec_push(&l->exceptions, x->e);
}

/* --- Lives --- */

struct found_life {
    int64_t finding;
    bool is_new, is_reopened;
    date first_seen;
};

static int by_finding(const void *a, const void *b) {
    const struct found_life *x = a, *y = b;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

static void set_lives(struct loaded_run *l, const struct found_life *lives, size_t count) {
    for (size_t i = 0; i < l->exceptions.count; i++) {
        struct exception_record *e = &l->exceptions.items[i];
        struct found_life key = {.finding = finding_of(e->id)};
        const struct found_life *life =
            count ? bsearch(&key, lives, count, sizeof *lives, by_finding) : NULL;
        e->first_seen = life ? life->first_seen : l->record.head.as_of;
        e->lifecycle = !life || life->is_new ? LIFE_NEW
                       : life->is_reopened   ? LIFE_REOPENED
                                             : LIFE_OPEN;
    }
}

static void read_lives(struct loaded_run *l) {
    VEC(struct found_life) lives = {0};
    struct query *q = store_query(
        l->store,
        "SELECT f.id, coalesce(e.what = 'new', 0), coalesce(e.what = 'reopened', 0), "
        "f.first_seen FROM finding f LEFT JOIN event e ON e.finding = f.id AND e.run = ?1 "
        "WHERE f.first_run <= ?1 ORDER BY f.id");
    query_bind_number(q, 1, (int64_t)l->record.head.run);
    while (query_next(q))
        vec_push(&lives,
                 ((struct found_life){query_number(q, 0), query_number(q, 1) != 0,
                                      query_number(q, 2) != 0, codec_day(query_text(q, 3))}));
    query_end(q);
    set_lives(l, lives.items, lives.count);
    vec_release(&lives);
}

static int by_row(const void *left, const void *right, void *rules) {
    return earlier_compare(&((const struct resolved_record *)left)->exception,
                           &((const struct resolved_record *)right)->exception, rules);
}

/* What the run resolved, or could not look at. */
static bool read_earlier(struct loaded_run *l) {
    struct query *q = store_query(
        l->store,
        "SELECT e.what = 'resolved', st.body, e.last_run, f.first_seen, r.as_of "
        "FROM event e JOIN finding f ON f.id = e.finding JOIN state st ON st.id = e.state "
        "JOIN run r ON r.run = e.last_run "
        "WHERE e.run = ?1 AND e.what IN ('resolved', 'not_reexamined') ORDER BY f.id");
    bool ok = true;
    query_bind_number(q, 1, (int64_t)l->record.head.run);
    while (ok && query_next(q)) {
        struct stored_exception x = {0};
        ok = codec_read(&codec_exception, query_text(q, 1), &x, &l->arena);
        if (!ok)
            break;
        bool is_resolved = query_number(q, 0) != 0;
        x.e.rule = rule_list_number(&l->all_rules, &x, (uint64_t)query_number(q, 2));
        x.e.input = record_find_input(&l->record, &x);
        x.e.account = NO_ROW;
        x.e.lifecycle = is_resolved ? LIFE_RESOLVED : LIFE_OPEN;
        x.e.is_reexamined = is_resolved;
        x.e.first_seen = codec_day(query_text(q, 3));
        x.e.last_seen = codec_day(query_text(q, 4));
        vec_push(&l->resolved,
                 ((struct resolved_record){.exception = x.e,
                                           .last_seen_run = (uint64_t)query_number(q, 2),
                                           .days = l->record.head.as_of - x.e.first_seen}));
    }
    query_end(q);
    if (l->resolved.count)
        qsort_r(l->resolved.items, l->resolved.count, sizeof *l->resolved.items, by_row,
                l->all_rules.items.items);
    return ok;
}

/* --- References from exceptions to accounts and back --- */

static void find_subjects(struct loaded_run *l, size_t input) {
    struct strpool subjects = {0};
    VEC(uint32_t) account_of = {0};
    size_t from = l->first_account[input], end = l->first_account[input + 1];
    for (size_t i = 0; i < l->exceptions.count; i++)
        if (l->exceptions.items[i].account == NO_ROW - 1 && l->exceptions.items[i].input == input)
            strpool_intern(&subjects, l->exceptions.items[i].subject);
    while (account_of.count < strpool_count(&subjects))
        vec_push(&account_of, NO_ROW);
    for (size_t i = from; i < end && strpool_count(&subjects) > 1; i++) {
        struct account_record a;
        account_at(l, i, &a);
        uint32_t id = strpool_find(&subjects, a.user_id).n;
        if (id && account_of.items[id] == NO_ROW)
            account_of.items[id] = (uint32_t)i;
    }
    for (size_t i = 0; i < l->exceptions.count; i++) {
        struct exception_record *e = &l->exceptions.items[i];
        if (e->account == NO_ROW - 1 && e->input == input)
            e->account = account_of.items[strpool_find(&subjects, e->subject).n];
    }
    vec_release(&account_of);
    strpool_release(&subjects);
}

/* Exceptions of each account: a slice of one array, by counting. */
static void link_accounts(struct loaded_run *l) {
    size_t count = account_count(l);
    uint32_t *first = arena_array(&l->arena, count + 2, sizeof *first);
    for (size_t i = l->record.first_input[INPUT_SYSTEM];
         i < l->record.first_input[INPUT_SYSTEM + 1]; i++)
        find_subjects(l, i);
    for (size_t i = 0; i < l->exceptions.count; i++)
        if (l->exceptions.items[i].account < count)
            first[l->exceptions.items[i].account + 2]++;
    for (size_t i = 2; i < count + 2; i++)
        first[i] += first[i - 1];
    uint32_t *all = arena_array(&l->arena, l->exceptions.count + 1, sizeof *all);
    for (size_t i = 0; i < l->exceptions.count; i++)
        if (l->exceptions.items[i].account < count)
            all[first[l->exceptions.items[i].account + 1]++] = (uint32_t)i;
    for (size_t i = 0; !l->packed && i < count; i++) {
        l->accounts.items[i].exceptions = all + first[i];
        l->accounts.items[i].exception_count = first[i + 1] - first[i];
    }
    if (l->packed) {
        l->packed->first = first;
        l->packed->exceptions = all;
    }
}

/* --- The whole --- */

#define ROWS_OF(name, vector)                                                                      \
    static void name##_row(const void *from, size_t i, struct name##_record *out) {                \
        *out = ((const struct loaded_run *)from)->vector.items[i];                                 \
    }
ROWS_OF(exception, exceptions)
ROWS_OF(issue, issues)
ROWS_OF(seat, seats)
ROWS_OF(person, people)
ROWS_OF(device, devices)
ROWS_OF(resolved, resolved)

static void account_row(const void *from, size_t i, struct account_record *out) {
    account_at(from, i, out);
}

static const struct record_rows loaded_rows = {exception_row, issue_row,  account_row, seat_row,
                                               person_row,    device_row, resolved_row};

static bool read_head(struct loaded_run *l, uint64_t run, struct error *err) {
    struct run_head *h = &l->record.head;
    char number[24];
    struct query *q =
        store_query(l->store, "SELECT head, hash, previous_hash FROM run WHERE run = ?1");
    query_bind_number(q, 1, (int64_t)run);
    bool is_there = query_next(q);
    bool ok = is_there && codec_read(&codec_head, query_text(q, 0), h, &l->arena);
    if (ok) {
        h->ledger_head = arena_copy(&l->arena, query_text(q, 1));
        h->ledger_previous = arena_copy(&l->arena, query_text(q, 2));
        h->has_ledger = true;
    }
    query_end(q);
    if (!store_ok(l->store, err))
        return false;
    snprintf(number, sizeof number, "%llu", (unsigned long long)run);
    if (!is_there)
        return error_set(err, FAULT_OUTPUT, MSG_LEDGER_NO_RUN, store_path(l->store), 0, number,
                         NULL);
    return ok || damaged(l, err);
}

static void number_inputs(struct loaded_run *l) {
    size_t i = 0;
    for (int kind = 0; kind < INPUT_KIND_COUNT; kind++) {
        l->record.first_input[kind] = i;
        while (i < l->record.input_count && l->inputs[i].kind == (enum input_kind)kind)
            i++;
    }
    l->record.first_input[INPUT_KIND_COUNT] = i;
    l->record.inputs = l->inputs;
    l->first_account = memory_zeroed(l->record.input_count + 2, sizeof *l->first_account);
    l->first_seat = memory_zeroed(l->record.input_count + 2, sizeof *l->first_seat);
}

static void sum_up(size_t *first, size_t count) {
    for (size_t i = 1; i <= count; i++)
        first[i] += first[i - 1];
}

static void index_people(struct loaded_run *l) {
    people_index_init(&l->people_index, l->people.count);
    for (size_t i = 0; i < l->people.count; i++)
        people_index_add(&l->people_index, l->people.items[i].person_id);
}

static bool read_accounts(struct loaded_run *l, struct error *err) {
    struct section_reader packed = {.l = l, .table = &codec_account, .keep = keep_account};
    if (l->parts == LEDGER_PEOPLE)
        return true;
    if (l->parts == LEDGER_ALL)
        return read_kind(l, &codec_account, take_account, err);
    l->packed = memory_zeroed(1, sizeof *l->packed);
    return read_with(&packed, err);
}

static bool read_rows(struct loaded_run *l, struct error *err) {
    if (!read_kind(l, &codec_rule, take_rule, err) ||
        !read_kind(l, &codec_threshold, take_threshold, err) ||
        !read_kind(l, &codec_input, take_input, err))
        return false;
    number_inputs(l);
    if (!read_kind(l, &codec_person, take_person, err))
        return false;
    index_people(l);
    if (!read_accounts(l, err) ||
        (l->parts == LEDGER_ALL && (!read_kind(l, &codec_seat, take_seat, err) ||
                                    !read_kind(l, &codec_device, take_device, err) ||
                                    !read_kind(l, &codec_issue, take_issue, err))))
        return false;
    sum_up(l->first_account, l->record.input_count);
    sum_up(l->first_seat, l->record.input_count);
    if (!read_kind(l, &codec_exception, take_exception, err))
        return false;
    if (l->parts != LEDGER_ALL)
        return true;
    read_lives(l);
    if (!read_earlier(l))
        return damaged(l, err);
    return past_runs_load(&l->record, l->store, &l->arena, err);
}

static void finish_record(struct loaded_run *l) {
    struct run_record *r = &l->record;
    link_accounts(l);
    r->rules = l->all_rules.items.items;
    r->rule_count = l->all_rules.items.count;
    r->thresholds = l->thresholds;
    r->inputs = l->inputs;
    r->exception_count = l->exceptions.count;
    r->issue_count = l->issues.count;
    r->account_count = account_count(l);
    r->seat_count = l->seats.count;
    r->person_count = l->people.count;
    r->device_count = l->devices.count;
    r->resolved_count = l->resolved.count;
    r->first_account = l->first_account;
    r->first_seat = l->first_seat;
    r->rows = &loaded_rows;
    r->from = l;
}

static bool add_decisions(struct loaded_run *l, struct error *err) {
    if (!decisions_load(&l->decisions, l->store, l->record.head.run, err))
        return false;
    for (size_t i = 0; i < l->exceptions.count; i++)
        decisions_add(l->decisions, &l->record, &l->exceptions.items[i]);
    return true;
}

bool ledger_load(struct loaded_run **out, struct store *s, uint64_t run, struct error *err) {
    return ledger_load_parts(out, s, run, LEDGER_ALL, err);
}

bool ledger_load_parts(struct loaded_run **out, struct store *s, uint64_t run,
                       enum ledger_parts parts, struct error *err) {
    struct loaded_run *l = memory_zeroed(1, sizeof *l);
    l->store = s;
    l->parts = parts;
    l->all_rules = (struct rule_list){.store = s, .arena = &l->arena};
    if (!read_head(l, run, err) || !read_rows(l, err) || !store_ok(s, err)) {
        loaded_free(l);
        return false;
    }
    finish_record(l);
    if (parts == LEDGER_ALL && !add_decisions(l, err)) {
        loaded_free(l);
        return false;
    }
    *out = l;
    return true;
}

const struct run_record *loaded_record(const struct loaded_run *l) {
    return &l->record;
}

void loaded_free(struct loaded_run *l) {
    if (!l)
        return;
    decisions_free(l->decisions);
    people_index_release(&l->people_index);
    vec_release(&l->exceptions);
    vec_release(&l->issues);
    vec_release(&l->accounts);
    vec_release(&l->seats);
    vec_release(&l->people);
    vec_release(&l->devices);
    vec_release(&l->resolved);
    vec_release(&l->all_rules.items);
    free(l->thresholds);
    free(l->inputs);
    free(l->first_account);
    free(l->first_seat);
    packed_free(l->packed);
    arena_release(&l->arena);
    free(l);
}
