/*
 * A run that is in the ledger, as a record: every row is read into memory once, references between
 * rows are found again, and the same reporters write it as write a live run.
 */
#include "load_internal.h"

#include "ranges.h"

#include <stdlib.h>

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

static bool read_state(struct section_reader *reader, struct span body, int32_t input,
                       uint32_t line) {
    if (reader->keep) {
        reader->keep(reader->l, body, input, line);
        return true;
    }
    memset(reader->row, 0, reader->table->row_size);
    if (!codec_read(reader->table, body, reader->row, &reader->l->arena))
        return false;
    reader->take(reader->l, reader->row, input, line);
    return true;
}

static bool read_states(struct section_reader *reader, const struct range *states, size_t count,
                        struct range *lines, size_t line_count, int32_t input) {
    struct states *all = states_open(reader->l->store);
    struct range *line = lines;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        for (int64_t id = states[i].first, end = id + states[i].count; ok && id < end; id++) {
            struct span body;
            ok = states_get(all, id, &body) &&
                 read_state(reader, body, input, next_line(&line, lines + line_count));
        }
    states_close(all);
    return ok;
}

/* Is it a system of the record, as it must be for accounts, or a license, for seats? The other
 * kinds have no input. */
static bool has_input(const struct section_reader *reader, int64_t input) {
    bool is_account = reader->table == &codec_account;
    const size_t *first = &reader->l->record.first_input[is_account ? INPUT_SYSTEM : INPUT_LICENSE];
    return (!is_account && reader->table != &codec_seat) ||
           (input >= (int64_t)first[0] && input < (int64_t)first[1]);
}

static bool read_section(struct section_reader *reader, struct span ranges, struct span lines,
                         int64_t input) {
    VEC(struct range) states = {0}, places = {0};
    bool ok =
        has_input(reader, input) && ranges_parse(ranges, &states.items, &states.count) &&
        ranges_parse(lines, &places.items, &places.count) &&
        read_states(reader, states.items, states.count, places.items, places.count, (int32_t)input);
    free(states.items);
    free(places.items);
    return ok;
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
             read_section(reader, query_text(q, 1), query_text(q, 2), query_number(q, 0));
    }
    query_end(q);
    if (is_purged)
        return run_is_purged(l->store, l->record.head.run, err);
    return store_fits(l->store, ok, err);
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

static void take_person(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input;
    struct person_record *p = row;
    p->place.file = loaded_file(l, p->input);
    p->place.line = line;
    vec_push(&l->people, *p);
}

static void take_account(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    loaded_complete_account(l, row, (size_t)input, line);
    l->first_account[input + 1]++;
    vec_push(&l->accounts, *(struct account_record *)row);
}

static void keep_account(struct loaded_run *l, struct span body, int32_t input, uint32_t line) {
    l->first_account[input + 1]++;
    packed_add(l->packed_accounts, body, line);
}

static void take_seat(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    struct seat_record *seat = row;
    seat->input = (uint32_t)input;
    seat->place.file = loaded_file(l, (size_t)input);
    seat->place.line = line;
    seat->person = loaded_find_person(l, seat->person, seat->person_id);
    if (seat->person != NO_ROW) {
        loaded_as_holder(&seat->name, l->people.items[seat->person].name);
        loaded_as_holder(&seat->department, l->people.items[seat->person].department);
    }
    l->first_seat[input + 1]++;
    vec_push(&l->seats, *seat);
}

static void take_device(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input;
    struct device_record *d = row;
    size_t devices = l->record.first_input[INPUT_DEVICES];
    d->place.file = loaded_file(l, devices);
    d->place.line = line;
    d->person = loaded_find_person(l, d->person, d->person_id);
    vec_push(&l->devices, *d);
}

static void take_issue(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input;
    struct issue_record *issue = row;
    issue->input = issue->input ? issue->input - 1 : NO_ROW;
    issue->place.line = line;
    vec_push(&l->issues, *issue);
}

static void note_place(struct loaded_run *l, const struct exception_record *e) {
    struct exception_place place = {.account = e->account == 1 ? OF_SUBJECT : NO_ROW,
                                    .input = e->input};
    if (e->account >= 2 && e->input != NO_ROW)
        place.account = (uint32_t)(l->first_account[e->input] + e->account - 2);
    vec_push(&l->places, place);
}

static void take_exception(struct loaded_run *l, void *row, int32_t input, uint32_t line) {
    (void)input;
    struct stored_exception *x = row;
    x->e.rule = rule_list_number(&l->all_rules, x, l->record.head.run);
    loaded_complete_exception(l, x, line);
    note_place(l, &x->e);
    vec_push(&l->exceptions, x->e);
}

static void keep_exception(struct loaded_run *l, struct span body, int32_t input, uint32_t line) {
    struct stored_exception x;
    (void)input;
    packed_add(l->packed_exceptions, body, line);
    packed_fetch(l->packed_exceptions, &codec_exception, l->places.count, &x);
    rule_list_number(&l->all_rules, &x, l->record.head.run); /* so that the list has it */
    loaded_complete_exception(l, &x, line);
    note_place(l, &x.e);
}

/* --- The whole --- */

#define ROWS_OF(name, vector)                                                                      \
    static void name##_row(const void *from, size_t i, struct name##_record *out) {                \
        *out = ((const struct loaded_run *)from)->vector.items[i];                                 \
    }
ROWS_OF(issue, issues)
ROWS_OF(seat, seats)
ROWS_OF(person, people)
ROWS_OF(device, devices)
ROWS_OF(resolved, resolved)

static void exception_row(const void *from, size_t i, struct exception_record *out) {
    loaded_exception(from, i, out);
}

static void account_row(const void *from, size_t i, struct account_record *out) {
    loaded_account(from, i, out);
}

static const struct record_rows loaded_rows = {.exception = exception_row,
                                               .issue = issue_row,
                                               .account = account_row,
                                               .seat = seat_row,
                                               .person = person_row,
                                               .device = device_row,
                                               .resolved = resolved_row};

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
    return store_fits(l->store, ok, err);
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
    l->packed_accounts = memory_zeroed(1, sizeof *l->packed_accounts);
    return read_with(&packed, err);
}

static bool read_exceptions(struct loaded_run *l, struct error *err) {
    struct section_reader packed = {.l = l, .table = &codec_exception, .keep = keep_exception};
    if (l->parts == LEDGER_ALL)
        return read_kind(l, &codec_exception, take_exception, err);
    l->packed_exceptions = memory_zeroed(1, sizeof *l->packed_exceptions);
    return read_with(&packed, err);
}

/* Numbers of other rows, in a ledger that somebody may have edited. Where no accounts are read,
 * none is looked up by its number. */
static bool refers_to_rows(const struct loaded_run *l) {
    size_t inputs = l->record.input_count, rules = l->all_rules.items.count;
    for (size_t i = 0; i < inputs; i++)
        for (size_t k = 0; k < l->inputs[i].coverage_count; k++)
            if (l->inputs[i].coverage[k].rule >= rules)
                return false;
    for (size_t i = 0; i < l->people.count; i++)
        if (l->people.items[i].input >= inputs)
            return false;
    for (size_t i = 0; i < l->issues.count; i++)
        if (l->issues.items[i].input != NO_ROW && l->issues.items[i].input >= inputs)
            return false;
    for (size_t i = 0; l->parts != LEDGER_PEOPLE && i < l->places.count; i++) {
        uint32_t account = l->places.items[i].account;
        if (account != NO_ROW && account != OF_SUBJECT && account >= loaded_account_count(l))
            return false;
    }
    return true;
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
    if (!read_exceptions(l, err))
        return false;
    if (!store_fits(l->store, refers_to_rows(l), err))
        return false;
    if (l->parts != LEDGER_ALL)
        return true;
    loaded_read_lives(l);
    if (!store_fits(l->store, loaded_read_earlier(l), err))
        return false;
    return past_runs_load(&l->record, l->store, &l->arena, err);
}

static void finish_record(struct loaded_run *l) {
    struct run_record *r = &l->record;
    loaded_link_accounts(l);
    r->rules = l->all_rules.items.items;
    r->rule_count = l->all_rules.items.count;
    r->thresholds = l->thresholds;
    r->inputs = l->inputs;
    r->exception_count = l->places.count;
    r->issue_count = l->issues.count;
    r->account_count = loaded_account_count(l);
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
    packed_free(l->packed_accounts);
    packed_free(l->packed_exceptions);
    vec_release(&l->places);
    arena_release(&l->arena);
    free(l);
}
