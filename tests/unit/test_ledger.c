/*
 * The ledger on small records made by hand: what two runs differ in, what a purge leaves, what
 * verify notices, which run a day means; and that views and docs/LEDGER.md name the places of the
 * rows' arrays as tables.c has them.
 */
#include "files.h"
#include "suite.h"

#include "codec.h"
#include "state_ids.h"
#include "tenko/ledger.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

/* --- A record of one system --- */

struct city {
    struct input_record inputs[1];
    struct account_record accounts[8];
    struct exception_record exceptions[2];
    size_t first_account[2];
    struct run_record record;
};

static void exception_row(const void *from, size_t i, struct exception_record *out) {
    *out = ((const struct city *)from)->exceptions[i];
}

static void account_row(const void *from, size_t i, struct account_record *out) {
    *out = ((const struct city *)from)->accounts[i];
}

static void person_row(const void *from, size_t i, struct person_record *out) {
    (void)from, (void)i;
    *out = (struct person_record){.person_id = SPAN("1"),
                                  .name = SPAN("Sato"),
                                  .department = SPAN("Tax"),
                                  .state = SPAN("active"),
                                  .hired_on = DATE_NONE,
                                  .left_on = DATE_NONE,
                                  .leave_from = DATE_NONE,
                                  .leave_to = DATE_NONE};
}

static const struct record_rows rows = {
    .exception = exception_row, .account = account_row, .person = person_row};

static const size_t no_seats[2];

static void begin_city(struct city *c, date as_of) {
    *c = (struct city){.inputs = {{.kind = INPUT_SYSTEM,
                                   .name = SPAN("tax"),
                                   .is_delivered = true,
                                   .exported_on = DATE_NONE,
                                   .ended_on = DATE_NONE,
                                   .contract_from = DATE_NONE,
                                   .contract_to = DATE_NONE}}};
    c->record = (struct run_record){.head = {.as_of = as_of,
                                             .who = SPAN("hanako"),
                                             .fiscal_year_start = date_from_civil(2025, 4, 1),
                                             .previous_as_of = DATE_NONE},
                                    .inputs = c->inputs,
                                    .input_count = 1,
                                    .first_input = {0, 0, 1, 1, 1, 1},
                                    .first_account = c->first_account,
                                    .first_seat = no_seats,
                                    .rows = &rows,
                                    .from = c};
}

static struct account_record *add(struct city *c, const char *user_id, const char *person_id) {
    struct account_record *a = &c->accounts[c->record.account_count++];
    *a = (struct account_record){.user_id = span_of(user_id),
                                 .person_id = span_of(person_id),
                                 .place = {.line = (uint32_t)c->record.account_count + 1},
                                 .person = NO_ROW,
                                 .kind = SPAN("personal"),
                                 .outcome = SPAN("linked"),
                                 .matched_by = SPAN("person_id"),
                                 .is_enabled = true,
                                 .created_on = DATE_NONE,
                                 .last_login_on = DATE_NONE,
                                 .password_changed_on = DATE_NONE,
                                 .expires_on = DATE_NONE};
    c->first_account[1] = c->record.account_count;
    return a;
}

/* --- A ledger --- */

static char *folder;
static char path[512];
static struct store *store;
static struct city city;
static struct error err;

static void setup(void) {
    folder = make_directory();
    snprintf(path, sizeof path, "%s/t.db", folder);
    ck_assert(store_open(&store, path, STORE_WRITE, &err));
}

static void teardown(void) {
    store_close(store);
    remove_directory(folder);
    free(folder);
}

/* Records the city as the next run. */
static void record_city(void) {
    struct last_run last;
    struct arena arena = {0};
    struct taken *taken;
    struct lives *lives;
    struct run_record with_lives;
    char hash[DIGEST_HEX_SIZE];
    ck_assert(store_begin(store, NULL, NULL, &err));
    ck_assert(ledger_last(store, &last, &arena, &err));
    city.record.head.run = last.run + 1;
    ck_assert(ledger_take(&taken, store, &city.record, 1, &err));
    ck_assert(ledger_apply(&lives, store, &city.record, &with_lives, &err));
    ck_assert(ledger_append(store, &with_lives, taken, lives, &err));
    ck_assert(ledger_append_lives(store, taken, lives, hash, &err));
    ck_assert(store_commit(store, &err));
    lives_free(lives);
    taken_free(taken);
    arena_release(&arena);
}

/* "added t3; moved t1: 1>2; " … */
static char *moved_between(uint64_t from, uint64_t to) {
    struct ledger_diff diff;
    struct strbuf text = {0};
    strbuf_add_text(&text, "");
    ck_assert(ledger_diff(&diff, store, from, to, &err));
    for (size_t i = 0; i < diff.movements.count; i++) {
        const struct movement_record *m = &diff.movements.items[i];
        strbuf_addf(&text, "%s %.*s: %.*s>%.*s; ", movement_name(m->change), (int)m->user_id.n,
                    m->user_id.p, (int)m->before.n, m->before.n ? m->before.p : "", (int)m->after.n,
                    m->after.n ? m->after.p : "");
    }
    for (size_t i = 0; i < diff.systems.count; i++) {
        ck_assert(diff_system_adds_up(&diff.systems.items[i]));
        strbuf_addf(&text, "%d-%d", (int)diff.systems.items[i].start,
                    (int)diff.systems.items[i].end);
    }
    ledger_diff_release(&diff);
    return text.p;
}

static void check_moved(uint64_t from, uint64_t to, const char *wanted) {
    char *text = moved_between(from, to);
    ck_assert_str_eq(text, wanted);
    free(text);
}

static size_t faults(const char *head) {
    struct ledger_check check;
    ck_assert(ledger_verify(&check, store, head, &err));
    size_t count = check.faults.count;
    ledger_check_release(&check);
    return count;
}

/* --- diff --- */

static const struct span two_roles[] = {{"view", 4}, {"Edit", 4}};
static const struct span same_roles[] = {{"ＥＤＩＴ", 12}, {"view", 4}, {"view", 4}};
static const struct span other_roles[] = {{"view", 4}, {"close", 5}};

static void two_runs(void) {
    begin_city(&city, date_from_civil(2026, 2, 28));
    add(&city, "same", "1");
    add(&city, "gone", "2");
    add(&city, "Case", "3");
    struct account_record *a = add(&city, "roles", "4");
    a->roles = two_roles;
    a->role_count = 2;
    a = add(&city, "more", "5");
    a->roles = two_roles;
    a->role_count = 2;
    add(&city, "off", "006");
    add(&city, "moved", "7");
    record_city();
    begin_city(&city, date_from_civil(2026, 3, 31));
    add(&city, "new", "8");
    add(&city, "moved", "8");
    a = add(&city, "off", "6"); /* a spreadsheet ate the zeros: the same person */
    a->is_enabled = false;
    a = add(&city, "more", "5");
    a->roles = other_roles;
    a->role_count = 2;
    a = add(&city, "roles", "4");
    a->roles = same_roles;
    a->role_count = 3;
    add(&city, "CASE", "3");
    add(&city, "same", "1");
    record_city();
}

START_TEST(movements_of_each_kind) {
    two_runs();
    check_moved(1, 2,
                "removed gone: enabled>; re_roled more: view, Edit>view, close; moved moved: 7>8; "
                "added new: >enabled; disabled off: enabled>disabled; 7-7");
    check_moved(2, 1,
                "added gone: >enabled; re_roled more: view, close>view, Edit; moved moved: 8>7; "
                "removed new: enabled>; enabled off: disabled>enabled; 7-7");
    check_moved(1, 1, "7-7");
}
END_TEST

/* Two IDs that differ in case are two accounts where both are there. */
START_TEST(ids_that_differ_in_case) {
    for (int run = 0; run < 2; run++) {
        begin_city(&city, date_from_civil(2026, run + 1, 28));
        add(&city, "ab", "1");
        add(&city, "AB", "2")->is_enabled = run == 0;
        add(&city, "Ab", "3")->is_enabled = run == 0;
        record_city();
    }
    check_moved(1, 2, "disabled AB: enabled>disabled; disabled Ab: enabled>disabled; 3-3");
}
END_TEST

/* A list that did not come says nothing of its accounts: the last one that came still counts. */
START_TEST(a_list_that_was_not_delivered_removes_nobody) {
    two_runs();
    begin_city(&city, date_from_civil(2026, 4, 30));
    city.inputs[0].is_delivered = false;
    record_city();
    check_moved(2, 3, "7-7");
    begin_city(&city, date_from_civil(2026, 5, 31));
    add(&city, "same", "1");
    record_city();
    struct ledger_diff diff;
    ck_assert(ledger_diff(&diff, store, 3, 4, &err));
    ck_assert_uint_eq(diff.systems.items[0].start, 7);
    ck_assert_uint_eq(diff.systems.items[0].count[MOVEMENT_REMOVED], 6);
    ck_assert_uint_eq(diff.systems.items[0].from_run, 2);
    ledger_diff_release(&diff);
}
END_TEST

/* --- Which run a day means --- */

START_TEST(days_mean_runs) {
    static const int months[] = {1, 3, 3, 2}; /* March again, then February again */
    struct ledger_runs runs;
    for (size_t i = 0; i < 4; i++) {
        begin_city(&city, date_from_civil(2026, months[i], 28));
        record_city();
    }
    ck_assert(ledger_runs_load(&runs, store, &err));
    ck_assert_uint_eq(runs.items.count, 4);
    ck_assert_uint_eq(ledger_runs_newest(&runs)->run, 3); /* the later one supersedes */
    ck_assert_uint_eq(ledger_runs_nearest(&runs, date_from_civil(2026, 3, 1))->run, 4);
    ck_assert_uint_eq(ledger_runs_nearest(&runs, date_from_civil(2026, 3, 28))->run, 3);
    ck_assert_uint_eq(ledger_runs_nearest(&runs, date_from_civil(1999, 1, 1))->run, 1);
    ck_assert_uint_eq(ledger_runs_before(&runs, date_from_civil(2026, 3, 1))->run, 4);
    ck_assert_uint_eq(ledger_runs_before(&runs, date_from_civil(2025, 4, 1))->run, 1);
    ck_assert_int_eq(runs.items.items[0].fiscal_year_start, date_from_civil(2025, 4, 1));
    ck_assert_int_eq(runs.items.items[0].oldest_days, -1);
    ck_assert_ptr_null(ledger_runs_find(&runs, 9));
    ledger_runs_release(&runs);
}
END_TEST

/* Runs come in any order of days: the state before a day is that of the latest day before it, and
 * of two days as near the earlier counts. */
START_TEST(days_out_of_order) {
    struct ledger_runs runs;
    for (int day = 31; day > 0; day -= 30) { /* the 31st, then the 1st */
        begin_city(&city, date_from_civil(2026, 1, day));
        record_city();
    }
    begin_city(&city, date_from_civil(2026, 1, 31));
    record_city();
    ck_assert(ledger_runs_load(&runs, store, &err));
    ck_assert_uint_eq(ledger_runs_before(&runs, date_from_civil(2026, 1, 31))->run, 2);
    ck_assert_uint_eq(ledger_runs_before(&runs, date_from_civil(2026, 2, 1))->run, 3);
    ck_assert_uint_eq(ledger_runs_nearest(&runs, date_from_civil(2026, 1, 16))->run, 2);
    ledger_runs_release(&runs);
}
END_TEST

/* --- Accounts and their holders --- */

/* What an account says as its holder does is stored once, with the holder; what it says otherwise,
 * or leaves empty, comes back so. */
START_TEST(what_an_account_says_of_its_holder) {
    static const char *const names[] = {"Sato", "Sato Hanako", ""};
    struct loaded_run *run;
    begin_city(&city, date_from_civil(2026, 1, 31));
    city.record.person_count = 1;
    for (int i = 0; i < 3; i++) {
        struct account_record *a = add(&city, i == 0 ? "same" : i == 1 ? "other" : "none", "1");
        a->person = 0;
        a->name = *names[i] ? span_of(names[i]) : (struct span){0};
        a->department = SPAN("Tax");
        a->state = SPAN("active");
    }
    record_city();
    ck_assert(ledger_load(&run, store, 1, &err));
    const struct run_record *r = loaded_record(run);
    for (size_t i = 0; i < 3; i++) {
        struct account_record a;
        r->rows->account(r->from, i, &a);
        ck_assert_uint_eq(a.person, 0);
        ck_assert(span_equal(a.name, span_of(names[i])));
        ck_assert(span_equal(a.department, SPAN("Tax")));
    }
    loaded_free(run);
    ck_assert_uint_eq(faults(NULL), 0);
}
END_TEST

/* --- purge --- */

static struct purge_result purged(date before) {
    struct purge_result done;
    ck_assert(store_begin(store, NULL, NULL, &err));
    ck_assert(
        ledger_purge(&done, store, before, SPAN("taro"), SPAN("2026-04-01T09:00:00+09:00"), &err));
    ck_assert(store_commit(store, &err));
    return done;
}

START_TEST(a_purge_keeps_what_later_runs_show) {
    two_runs();
    struct purge_result done = purged(date_from_civil(2026, 3, 1));
    ck_assert_uint_eq(done.runs, 1);
    ck_assert_uint_eq(done.states, 6); /* of seven, "same" is also of March */
    ck_assert_uint_eq(faults(NULL), 0);
    struct ledger_diff diff;
    ck_assert(!ledger_diff(&diff, store, 1, 2, &err));
    ck_assert_int_eq(err.fault, FAULT_INPUT);
    check_moved(2, 2, "7-7");
    struct ledger_purges purges;
    ck_assert(ledger_purges_load(&purges, store, &err));
    ck_assert_uint_eq(purges.items.count, 1);
    ck_assert(span_equal(purges.items.items[0].who, SPAN("taro")));
    ck_assert(span_equal(purges.items.items[0].before, SPAN("2026-03-01")));
    ledger_purges_release(&purges);
    ck_assert_uint_eq(purged(date_from_civil(2030, 1, 1)).sections, 0); /* the newest state */
    record_city(); /* the next run still knows its states */
    check_moved(2, 3, "7-7");
    ck_assert_uint_eq(faults(NULL), 0);
}
END_TEST

/* --- verify --- */

START_TEST(verify_notices_changes) {
    two_runs();
    ck_assert_uint_eq(faults(NULL), 0);
    ck_assert_uint_eq(faults("0123"), 1);
    store_run(store, "UPDATE block SET body = replace(body, 'gone', 'kept')");
    ck_assert_uint_eq(faults(NULL), 1);
    store_run(store, "DELETE FROM run WHERE run = 1");
    ck_assert_uint_gt(faults(NULL), 2);
}
END_TEST

START_TEST(a_run_in_parts_has_the_same_rows) {
    struct loaded_run *all, *packed, *people;
    begin_city(&city, date_from_civil(2026, 1, 1));
    add(&city, "t1", "001")->last_login_on = 20500;
    add(&city, "t2", "002")->is_enabled = false;
    record_city();
    ck_assert(ledger_load(&all, store, 1, &err));
    ck_assert(ledger_load_parts(&packed, store, 1, LEDGER_PACKED, &err));
    ck_assert(ledger_load_parts(&people, store, 1, LEDGER_PEOPLE, &err));
    const struct run_record *a = loaded_record(all), *b = loaded_record(packed);
    ck_assert_uint_eq(b->account_count, 2);
    ck_assert_uint_eq(loaded_record(people)->account_count, 0);
    for (size_t i = 0; i < a->account_count; i++) {
        struct account_record x, y;
        a->rows->account(a->from, i, &x);
        b->rows->account(b->from, i, &y);
        ck_assert(span_equal(x.user_id, y.user_id) && span_equal(x.person_id, y.person_id));
        ck_assert(x.is_enabled == y.is_enabled && x.last_login_on == y.last_login_on);
        ck_assert_uint_eq(x.place.line, y.place.line);
        ck_assert_uint_eq(x.input, y.input);
    }
    loaded_free(all);
    loaded_free(packed);
    loaded_free(people);
}
END_TEST

START_TEST(a_section_is_purged_only_by_a_purge) {
    two_runs();
    store_run(store, "UPDATE section SET ranges = '[]', lines = '[]', purged = 1 "
                     "WHERE run = 1 AND kind = 'account'");
    ck_assert_uint_eq(faults(NULL), 1);
}
END_TEST

/* The first fault as "run table row", and how many there are. */
static size_t first_fault(char out[64]) {
    struct ledger_check check;
    ck_assert(ledger_verify(&check, store, NULL, &err));
    size_t count = check.faults.count;
    const struct ledger_fault *f = check.faults.items;
    snprintf(out, 64, "%s", "");
    if (count)
        snprintf(out, 64, "%d %.*s %.*s", (int)f->run, (int)f->table.n, f->table.p, (int)f->row.n,
                 f->row.p);
    ledger_check_release(&check);
    return count;
}

static int64_t number_of(const char *sql) {
    struct query *q = store_query(store, sql);
    ck_assert(query_next(q));
    int64_t number = query_number(q, 0);
    query_end(q);
    return number;
}

/* The block of run 1 has seven rows; of one of them another digit is found, and nothing else. */
START_TEST(a_row_in_the_middle_of_a_block_is_named) {
    char found[64];
    two_runs();
    store_run(store,
              "UPDATE block SET body = replace(body, '[\"off\",\"006\"', '[\"off\",\"007\"')");
    ck_assert_uint_eq(first_fault(found), 1);
    ck_assert_str_eq(found, "1 state 6");
}
END_TEST

/* Whatever is changed of blocks and sections is found, whoever has computed the seal again. */
START_TEST(every_part_of_a_section_is_proven) {
    static const char *const changes[] = {
        "UPDATE seal SET sha256 = x'' WHERE first = 1",
        "UPDATE seal SET sha256 = zeroblob(32) WHERE first = 1",
        "UPDATE seal SET digests = zeroblob(56) WHERE first = 1",
        "UPDATE seal SET digests = x'' WHERE first = 1",
        "UPDATE seal SET first = -1 WHERE first = 1",
        "UPDATE seal SET rows = 6 WHERE first = 1",
        "DELETE FROM seal WHERE first = 1",
        "UPDATE block SET body = replace(body, '],', '] ,') WHERE first = 1",
        "UPDATE block SET body = replace(body, ',' || char(10), ',') WHERE first = 1",
        "UPDATE block SET body = replace(body, '\"7\"', 'null') WHERE first = 1",
        "UPDATE block SET body = '[]' WHERE first = 1",
        "UPDATE block SET first = -1 WHERE first = 1",
        "DELETE FROM block WHERE first = 1",
        "INSERT INTO block VALUES(1000, '[[1]]')",
        "UPDATE section SET ranges = '[[1,6],[6,1]]' WHERE run = 1 AND kind = 'account'",
        "UPDATE section SET ranges = '[[2,1],[1,1],[3,5]]' WHERE run = 1 AND kind = 'account'",
        "UPDATE section SET lines = '[[3,7]]' WHERE run = 1 AND kind = 'account'",
        "UPDATE section SET form = 1 WHERE run = 1 AND kind = 'account'",
        "UPDATE section SET rows = 8 WHERE run = 1 AND kind = 'account'",
    };
    two_runs();
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        ck_assert_uint_eq(faults(NULL), 0);
        ck_assert(store_begin(store, NULL, NULL, &err));
        store_run(store, changes[i]);
        ck_assert_int_eq(number_of("SELECT total_changes() > 0"), 1);
        ck_assert_msg(faults(NULL) > 0, "%s", changes[i]);
        store_rollback(store);
    }
}
END_TEST

/* Of run 1's block only "same" is still shown; the others are gone from the file, and what is left
 * is proven as before. */
START_TEST(a_block_is_purged_in_part) {
    char found[64];
    two_runs();
    (void)purged(date_from_civil(2026, 3, 1));
    ck_assert_int_eq(number_of("SELECT count(*) FROM block WHERE body LIKE '%gone%'"), 0);
    ck_assert_int_eq(number_of("SELECT instr(body, '[\"same\"') > 0 FROM block WHERE first = 1"),
                     1);
    ck_assert_uint_eq(first_fault(found), 0);
    store_run(store, "UPDATE block SET body = replace(body, '\"same\",\"1\"', '\"same\",\"2\"')");
    ck_assert_uint_eq(first_fault(found), 1);
    ck_assert_str_eq(found, "2 state 1");
    store_run(store, "UPDATE block SET body = '[null]' WHERE first = 1");
    ck_assert_uint_gt(first_fault(found), 0);
}
END_TEST

/* What was there, was not, and is there again is compared with the run before; a list in another
 * order shows the same states. */
START_TEST(rows_that_come_back) {
    static const char *const lists[] = {"abcdef", "acef", "fedcba", "bbf"};
    static const char *const moved[] = {"removed b: enabled>; removed d: enabled>; 6-4",
                                        "added b: >enabled; added d: >enabled; 4-6"};
    for (int run = 0; run < 4; run++) {
        begin_city(&city, date_from_civil(2026, run + 1, 28));
        for (const char *id = lists[run]; *id; id++) {
            add(&city, "", "1")->user_id = (struct span){id, 1};
        }
        record_city();
    }
    check_moved(1, 2, moved[0]);
    check_moved(2, 3, moved[1]);
    check_moved(1, 3, "6-6");
    ck_assert_int_eq(
        number_of("SELECT sum(rows) FROM block JOIN seal USING (first) WHERE body LIKE '[[\"d\"%'"),
        2);
    ck_assert_uint_eq(faults(NULL), 0);
    (void)purged(date_from_civil(2026, 3, 1));
    ck_assert_uint_eq(faults(NULL), 0);
}
END_TEST

/* --- Exceptions, and rules that come and go --- */

static const struct rule_record rules[] = {{.name = SPAN_IN("lost-badge"), .is_enabled = true},
                                           {.name = SPAN_IN("late-badge"), .is_enabled = true}};

static void raise_exception(struct city *c, uint64_t id, uint32_t rule, const char *subject) {
    c->record.rules = rules;
    c->record.rule_count = 2;
    c->exceptions[c->record.exception_count++] =
        (struct exception_record){.id = id << 4,
                                  .rule = rule,
                                  .target = SPAN("tax"),
                                  .subject = span_of(subject),
                                  .subject_kind = SUBJECT_USER_ID,
                                  .account = NO_ROW,
                                  .first_seen = DATE_NONE,
                                  .last_seen = DATE_NONE,
                                  .waiver.valid_until = DATE_NONE,
                                  .decision.reviewed_on = DATE_NONE};
}

/* Two exceptions of run 1, which a Tenko without their rules no longer raises in run 2. */
static void runs_with_lost_rules(void) {
    begin_city(&city, date_from_civil(2026, 2, 28));
    add(&city, "t1", "1");
    raise_exception(&city, 7, 0, "t1");
    raise_exception(&city, 8, 1, "t1");
    record_city();
    begin_city(&city, date_from_civil(2026, 3, 31));
    add(&city, "t2", "1");
    record_city();
}

/* What was raised by a rule that there is no more is neither forgotten nor resolved; it has the
 * rule's name, and the rule's own row where that is still there. */
START_TEST(a_rule_that_is_gone) {
    struct loaded_run *run;
    runs_with_lost_rules();
    for (int i = 0; i < 2; i++) {
        ck_assert(ledger_load(&run, store, 2, &err));
        const struct run_record *r = loaded_record(run);
        ck_assert_uint_eq(r->resolved_count, 2);
        struct resolved_record late;
        r->rows->resolved(r->from, 0, &late); /* by the rule's name */
        ck_assert_int_eq(late.exception.lifecycle, LIFE_OPEN);
        ck_assert(!late.exception.is_reexamined);
        ck_assert(span_equal(r->rules[late.exception.rule].name, SPAN("late-badge")));
        ck_assert_int_eq(r->rules[late.exception.rule].is_enabled, i == 0);
        ck_assert_int_eq(late.days, 31);
        loaded_free(run);
        store_run(store, "DELETE FROM section WHERE kind = 'rule'");
    }
}
END_TEST

/* --- A ledger that somebody edited --- */

START_TEST(a_run_that_is_not_there) {
    struct loaded_run *run;
    two_runs();
    ck_assert(!ledger_load(&run, store, 3, &err));
    ck_assert_int_eq(err.message, MSG_LEDGER_NO_RUN);
    ck_assert_str_eq(err.args[0], "3");
}
END_TEST

static bool can_take(void) {
    struct taken *taken;
    struct lives *lives;
    struct run_record with_lives;
    struct last_input last[1];
    begin_city(&city, date_from_civil(2026, 4, 30));
    add(&city, "t3", "1");
    city.record.head.run = 3;
    if (!ledger_last_inputs(store, &city.record, last, &err) ||
        !ledger_take(&taken, store, &city.record, 1, &err))
        return false;
    bool ok = ledger_apply(&lives, store, &city.record, &with_lives, &err);
    if (ok)
        lives_free(lives);
    taken_free(taken);
    return ok;
}

static bool can_load(enum ledger_parts parts) {
    struct loaded_run *run;
    bool ok = ledger_load_parts(&run, store, 2, parts, &err);
    if (ok)
        loaded_free(run);
    return ok;
}

static bool can_diff(uint64_t from, uint64_t to) {
    struct ledger_diff diff;
    bool ok = ledger_diff(&diff, store, from, to, &err);
    if (ok)
        ledger_diff_release(&diff);
    return ok;
}

static bool can_purge(void) {
    struct purge_result done;
    return ledger_purge(&done, store, date_from_civil(2026, 3, 1), SPAN("taro"), SPAN("now"), &err);
}

enum { TAKE = 1, LOAD = 2, DIFF = 4, PURGE = 8 };

static const struct edit {
    const char *sql;
    int damages; /* which of these say that the ledger is damaged; the others do without */
} edits[] = {
    {"UPDATE block SET body = '[]'", TAKE | LOAD | DIFF | PURGE},
    {"UPDATE block SET body = 'x'", TAKE | LOAD | DIFF | PURGE},
    {"UPDATE block SET body = replace(body, '\"t', '{},\"t')", TAKE | LOAD | DIFF},
    {"DELETE FROM block", TAKE | LOAD | DIFF | PURGE},
    {"UPDATE section SET ranges = 'x'", TAKE | LOAD | DIFF | PURGE},
    {"UPDATE section SET ranges = '[[900,1]]' WHERE kind = 'account'", TAKE | LOAD}, /* shared */
    {"UPDATE section SET ranges = '[[900,1]]' WHERE kind = 'input'", TAKE | LOAD | DIFF},
    {"UPDATE section SET lines = 'x'", LOAD},
    {"UPDATE section SET input = 7 WHERE kind = 'account'", LOAD},
    {"UPDATE section SET input = -1 WHERE kind = 'account'", LOAD},
    {"UPDATE seal SET digests = x'00'", 0}, /* no row is known by them: all are stored anew */
    {"UPDATE seal SET rows = rows + 1", PURGE},
    {"UPDATE run SET head = '{}'", TAKE | LOAD},
    {"UPDATE finding SET state = 900", TAKE},
    {"UPDATE event SET state = 900", LOAD},
    {"UPDATE block SET body = replace(body, '[\"t', '[{},\"t')", TAKE | LOAD | DIFF},
    {"DELETE FROM block WHERE body LIKE '[[\"t1\"%'", DIFF | PURGE},
    {"UPDATE block SET body = replace(body, '112,\"', '112,{},\"')", TAKE | LOAD},
    {"UPDATE section SET ranges = 'x' WHERE run = 2 AND kind = 'account'",
     TAKE | LOAD | DIFF | PURGE},
    {"UPDATE section SET lines = '[]'", 0}, /* of no line */
    {"UPDATE section SET lines = '[[2,0],[3,1]]'", 0},
    {"UPDATE finding SET last_run = 900", 0}, /* of no day */
    {"UPDATE finding SET first_seen = ''", 0},
    {"UPDATE section SET name = 'other' WHERE kind = 'account'", 0},
};

static void check_job(const struct edit *edit, int job, bool is_done) {
    ck_assert_msg(is_done == !(edit->damages & job), "%s: job %d", edit->sql, job);
    if (!is_done)
        ck_assert_msg(err.message == MSG_STORE_DAMAGED || err.message == MSG_STORE_ALTERED,
                      "%s: %d", edit->sql, (int)err.message);
}

/* Whatever needs what was edited says that the ledger is damaged; nothing else does. */
START_TEST(what_needs_an_edited_row_says_so) {
    const struct edit *edit = &edits[_i];
    runs_with_lost_rules();
    ck_assert(store_begin(store, NULL, NULL, &err));
    store_run(store, edit->sql);
    ck_assert(store_ok(store, &err));
    check_job(edit, LOAD, can_load(LEDGER_ALL));
    check_job(edit, TAKE, can_take());
    check_job(edit, DIFF, can_diff(1, 2) && can_diff(2, 1));
    (void)can_load(LEDGER_PACKED);
    (void)can_load(LEDGER_PEOPLE);
    check_job(edit, PURGE, can_purge());
    store_close(store); /* nothing of it is kept */
    ck_assert(store_open(&store, path, STORE_WRITE, &err));
    ck_assert_uint_eq(faults(NULL), 0);
}
END_TEST

/* A row that is read back has the hash of the one that was written, whatever it says. */
START_TEST(digests_survive_the_ledger) {
    struct strbuf text = {0}, room = {0};
    struct arena arena = {0};
    struct account_record a = {.user_id = SPAN("t\"1"),
                               .name = SPAN(""),
                               .department = {0},
                               .roles = two_roles,
                               .role_count = 2,
                               .person = 3,
                               .has_unread = true,
                               .created_on = DATE_UNKNOWN,
                               .last_login_on = 20500,
                               .password_changed_on = DATE_NONE,
                               .expires_on = DATE_NONE},
                          b = {0};
    uint64_t said = codec_said(&codec_account, &a);
    codec_write(&codec_account, &a, said, &text);
    ck_assert(codec_read(&codec_account, strbuf_span(&text), &b, &arena));
    ck_assert_uint_eq(codec_said(&codec_account, &b), said);
    uint64_t digest = codec_digest(&codec_account, &a, said, &room);
    ck_assert_uint_eq(codec_digest(&codec_account, &b, said, &room), digest);
    b.name = (struct span){0}; /* as the holder's, which is not the empty one */
    ck_assert_uint_ne(codec_digest(&codec_account, &b, codec_said(&codec_account, &b), &room),
                      digest);
    strbuf_release(&text);
    strbuf_release(&room);
    arena_release(&arena);
}
END_TEST

/* --- Sets of ids --- */

START_TEST(ids_are_subtracted) {
    struct ids a = {0}, b = {0}, only = {0};
    ck_assert(ids_add(&a, SPAN("[[10,5],[1,3],[4,2]]")) &&
              ids_add(&b, SPAN("[[2,2],[12,1],[20,9]]")));
    ids_unite(&a);
    ids_unite(&b);
    ck_assert_uint_eq(a.items.count, 2); /* 1…5 and 10…14 */
    ids_subtract(&a, &b, &only);
    static const struct range wanted[] = {{1, 1}, {4, 2}, {10, 2}, {13, 2}};
    ck_assert_uint_eq(only.items.count, 4);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_int_eq(only.items.items[i].first, wanted[i].first);
        ck_assert_int_eq(only.items.items[i].count, wanted[i].count);
    }
    ck_assert(!ids_add(&a, SPAN("[[1]]")) && !ids_add(&a, SPAN("{}")));
    ids_release(&a);
    ids_release(&b);
    ids_release(&only);
}
END_TEST

/* --- Places of the arrays --- */

static const struct codec_table *const tables[] = {
    &codec_rule, &codec_threshold, &codec_input,  &codec_issue,    &codec_account,
    &codec_seat, &codec_person,    &codec_device, &codec_exception};
enum { TABLES = sizeof tables / sizeof *tables };

static char *read_file(const char *name) {
    char where[512];
    struct strbuf text = {0};
    snprintf(where, sizeof where, TENKO_SOURCE_DIR "/%s", name);
    FILE *f = fopen(where, "rb");
    ck_assert_msg(f != NULL, "%s", where);
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, f)) > 0;)
        strbuf_add(&text, block, n);
    fclose(f);
    return text.p;
}

/* The field as people call it: behind the dot, without is_. */
static const char *plain(const char *name) {
    const char *dot = strrchr(name, '.');
    name = dot ? dot + 1 : name;
    return strncmp(name, "is_", 3) == 0 ? name + 3 : name;
}

START_TEST(the_documents_name_every_place) {
    static const char *const documents[] = {"docs/LEDGER.md", "docs/LEDGER.ja.md"};
    char *text = read_file(documents[_i]);
    for (size_t t = 0; t < TABLES; t++) {
        struct strbuf line = {0};
        strbuf_addf(&line, "- `%s`:", tables[t]->kind);
        for (size_t i = 0; i < tables[t]->field_count; i++)
            strbuf_addf(&line, "%s %zu %s", i ? "," : "", i, plain(tables[t]->fields[i].name));
        ck_assert_msg(strstr(text, line.p) != NULL, "%s lacks this line:\n%s", documents[_i],
                      line.p);
        strbuf_release(&line);
    }
    free(text);
}
END_TEST

/* Columns whose name says more than the field's. */
static bool is_another_word(const char *alias, const char *field) {
    static const char *const pairs[][2] = {
        {"system", "name"}, {"license", "name"}, {"rule", "rule_name"}, {"id", "id"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (strcmp(alias, pairs[i][0]) == 0 && strcmp(field, pairs[i][1]) == 0)
            return true;
    return strcmp(alias, field) == 0;
}

/* One line of a view: …'$[12]')… AS kind */
static size_t check_column(const char *line, const struct codec_table *table) {
    const char *place = strstr(line, "'$["), *as = NULL;
    size_t n = strcspn(line, "\n");
    char alias[64] = "";
    for (const char *p = line; (p = strstr(p, " AS ")) != NULL && p < line + n; p++)
        as = p + 4;
    if (!place || place > line + n || !as || !strstr(line, "t.value") ||
        strstr(line, "t.value") > line + n)
        return 0;
    unsigned at = (unsigned)strtoul(place + 3, NULL, 10);
    sscanf(as, "%63[a-z_0-9]", alias);
    ck_assert_uint_lt(at, table->field_count);
    ck_assert_msg(is_another_word(alias, plain(table->fields[at].name)),
                  "place %u of %s is %s, not %s", at, table->kind, plain(table->fields[at].name),
                  alias);
    return 1;
}

static const struct codec_table *table_of(const char *view) {
    const char *kind = strstr(view, "s.kind = '");
    const char *end = strstr(view, ";\n");
    for (size_t t = 0; kind && kind < end && t < TABLES; t++)
        if (strncmp(kind + 10, tables[t]->kind, strlen(tables[t]->kind)) == 0 &&
            kind[10 + strlen(tables[t]->kind)] == '\'')
            return tables[t];
    return NULL;
}

START_TEST(the_views_name_every_place) {
    char *text = read_file("src/store/schema-2.sql");
    size_t columns = 0;
    for (const char *view = text; (view = strstr(view, "CREATE VIEW ")) != NULL; view++) {
        const struct codec_table *table = table_of(view);
        const char *end = strstr(view, ";\n");
        for (const char *line = view; table && line && line < end; line = strchr(line, '\n'))
            columns += check_column(++line, table);
    }
    ck_assert_uint_gt(columns, 60);
    free(text);
}
END_TEST

int main(void) {
    Suite *s = suite_create("ledger");
    TCase *c = tcase_create("ledger");
    tcase_add_checked_fixture(c, setup, teardown);
    tcase_add_test(c, movements_of_each_kind);
    tcase_add_test(c, a_list_that_was_not_delivered_removes_nobody);
    tcase_add_test(c, days_mean_runs);
    tcase_add_test(c, a_purge_keeps_what_later_runs_show);
    tcase_add_test(c, verify_notices_changes);
    tcase_add_test(c, a_run_in_parts_has_the_same_rows);
    tcase_add_test(c, a_section_is_purged_only_by_a_purge);
    tcase_add_test(c, a_row_in_the_middle_of_a_block_is_named);
    tcase_add_test(c, every_part_of_a_section_is_proven);
    tcase_add_test(c, a_block_is_purged_in_part);
    tcase_add_test(c, rows_that_come_back);
    tcase_add_test(c, ids_that_differ_in_case);
    tcase_add_test(c, a_run_that_is_not_there);
    tcase_add_test(c, days_out_of_order);
    tcase_add_test(c, what_an_account_says_of_its_holder);
    tcase_add_test(c, a_rule_that_is_gone);
    tcase_add_loop_test(c, what_needs_an_edited_row_says_so, 0,
                        (int)(sizeof edits / sizeof *edits));
    tcase_add_test(c, digests_survive_the_ledger);
    tcase_add_test(c, ids_are_subtracted);
    tcase_add_loop_test(c, the_documents_name_every_place, 0, 2);
    tcase_add_test(c, the_views_name_every_place);
    suite_add_tcase(s, c);
    return run_suite(s);
}
