/*
 * Is an exception that a run no longer raises resolved? Only where the run read that list and
 * judged that record by that rule (CONTRACT 7): each way in which it did not, on one small record.
 */
#include "suite.h"

#include "ledger_internal.h"

#include <stdlib.h>

enum { STAFF, TAX, LAN, OFFICE, DEVICES, INPUTS };

/* What is otherwise than in a run that went well. */
enum change {
    AS_IT_IS,
    RULE_OFF,
    NO_COVERAGE,
    NOT_EVALUATED,
    ALL_JUDGED, /* the rule judged every record, the unread ones too */
    TAX_SHRANK,
    TAX_REJECTED,
    STAFF_SHRANK,
    STAFF_REJECTED,
    LAN_SHRANK,
    LAN_MISSING,
    OFFICE_REJECTED
};

enum { DAY = 20500 };

/* --- The record --- */

static const struct person_record people[] = {
    {.person_id = SPAN_IN("1"), .left_on = DATE_NONE},
    {.person_id = SPAN_IN("2"), .left_on = DATE_UNKNOWN},
    {.person_id = SPAN_IN("3"), .leave_from = DATE_UNKNOWN},
    {.person_id = SPAN_IN("4"), .leave_to = DATE_UNKNOWN},
    {.person_id = SPAN_IN("5"), .hired_on = DATE_UNKNOWN},
};
static const struct account_record accounts[] = {
    {.user_id = SPAN_IN("held"), .outcome = SPAN_IN("linked"), .is_enabled = true},
    {.user_id = SPAN_IN("unread"),
     .outcome = SPAN_IN("linked"),
     .is_enabled = true,
     .has_unread = true},
    {.user_id = SPAN_IN("nobodys"), .outcome = SPAN_IN("orphan"), .is_enabled = true},
    {.user_id = SPAN_IN("disabled"), .outcome = SPAN_IN("orphan")},
};
static const struct seat_record seats[] = {
    {.holder = SPAN_IN("s1"), .person_id = SPAN_IN("1"), .assigned_on = DAY},
    {.holder = SPAN_IN("s2"), .assigned_on = DATE_UNKNOWN},
    {.holder = SPAN_IN("s3"), .last_used_on = DATE_UNKNOWN},
    {.holder = SPAN_IN("s4"), .reported_on = DATE_UNKNOWN},
};
static const struct device_record devices[] = {
    {.device_id = SPAN_IN("d1"), .returned_on = DAY},
    {.device_id = SPAN_IN("d2"), .returned_on = DATE_UNKNOWN},
};

#define ROW_OF(kind, array)                                                                        \
    static void kind##_row(const void *from, size_t i, struct kind##_record *out) {                \
        (void)from;                                                                                \
        *out = (array)[i];                                                                         \
    }
ROW_OF(person, people)
ROW_OF(account, accounts)
ROW_OF(seat, seats)
ROW_OF(device, devices)
static const struct record_rows rows = {
    .person = person_row, .account = account_row, .seat = seat_row, .device = device_row};

static struct rule_record rule;
static struct coverage_record coverage;
static struct input_record inputs[INPUTS];
static struct run_record record;

static void make_record(enum change change) {
    static const size_t first_account[] = {0, 0, 4, 4, 4, 4}, first_seat[] = {0, 0, 0, 0, 4, 4};
    static const enum input_kind kinds[] = {INPUT_ROSTER, INPUT_SYSTEM, INPUT_SYSTEM, INPUT_LICENSE,
                                            INPUT_DEVICES};
    static const char *const names[] = {"staff", "tax", "lan", "office", "devices"};
    rule = (struct rule_record){.name = SPAN("the-rule"), .is_enabled = change != RULE_OFF};
    coverage = (struct coverage_record){.is_evaluated = change != NOT_EVALUATED,
                                        .not_judged = change != ALL_JUDGED};
    for (int i = 0; i < INPUTS; i++)
        inputs[i] = (struct input_record){.kind = kinds[i],
                                          .name = span_of(names[i]),
                                          .file = span_of(names[i]),
                                          .is_delivered = true,
                                          .coverage = &coverage,
                                          .coverage_count = change != NO_COVERAGE};
    inputs[TAX].shrank = change == TAX_SHRANK;
    inputs[TAX].rejected = change == TAX_REJECTED;
    inputs[STAFF].shrank = change == STAFF_SHRANK;
    inputs[STAFF].rejected = change == STAFF_REJECTED;
    inputs[LAN].shrank = change == LAN_SHRANK;
    inputs[LAN].is_delivered = change != LAN_MISSING;
    inputs[OFFICE].rejected = change == OFFICE_REJECTED;
    record = (struct run_record){.rules = &rule,
                                 .rule_count = 1,
                                 .inputs = inputs,
                                 .input_count = INPUTS,
                                 .first_input = {0, 1, 3, 4, 5, 5},
                                 .account_count = 4,
                                 .seat_count = 4,
                                 .person_count = 5,
                                 .device_count = 2,
                                 .first_account = first_account,
                                 .first_seat = first_seat,
                                 .rows = &rows};
}

/* --- Exceptions of an earlier run --- */

static const struct evidence between[] = {
    {.key = "days", .type = EVIDENCE_NUMBER, .number = 3},
    {.key = "system_a", .type = EVIDENCE_TEXT, .text = SPAN_IN("tax")},
    {.key = "system_b", .type = EVIDENCE_TEXT, .text = SPAN_IN("lan")},
};
static const struct evidence with_gone[] = {
    {.key = "system_b", .type = EVIDENCE_TEXT, .text = SPAN_IN("gone")}};

#define ACCOUNT(user_id)                                                                           \
    .target = SPAN_IN("tax"), .subject = SPAN_IN(user_id), .subject_kind = SUBJECT_USER_ID
#define SEAT(holder)                                                                               \
    .target_kind = TARGET_LICENSE, .target = SPAN_IN("office"), .subject = SPAN_IN(holder),        \
    .subject_kind = SUBJECT_USER_ID
#define DEVICE(device_id)                                                                          \
    .target_kind = TARGET_DEVICES, .target = SPAN_IN("devices"), .subject = SPAN_IN(device_id),    \
    .subject_kind = SUBJECT_DEVICE_ID
#define MISSING(person)                                                                            \
    .target = SPAN_IN("tax"), .subject = SPAN_IN(person), .subject_kind = SUBJECT_PERSON_ID,       \
    .person_id = SPAN_IN(person), .place.file = SPAN_IN("staff")

static const struct trial {
    enum change change;
    bool is_resolved;
    struct exception_record e;
} trials[] = {
    /* the rule and the list */
    {AS_IT_IS, true, {ACCOUNT("held")}},
    {RULE_OFF, false, {ACCOUNT("held")}},
    {NO_COVERAGE, false, {ACCOUNT("held")}},
    {NOT_EVALUATED, false, {ACCOUNT("held")}},
    {TAX_SHRANK, false, {ACCOUNT("held")}},
    {AS_IT_IS, false, {.target = SPAN_IN("another system"), .subject = SPAN_IN("held")}},
    {AS_IT_IS, true, {.target = SPAN_IN("tax")}}, /* of the list as a whole */
    {AS_IT_IS, true, {.target_kind = TARGET_ROSTER, .target = SPAN_IN("staff")}},
    {AS_IT_IS, false, {.target_kind = TARGET_ROSTER, .target = SPAN_IN("school")}},
    /* the account */
    {AS_IT_IS, true, {ACCOUNT("not there")}},
    {TAX_REJECTED, false, {ACCOUNT("not there")}}, /* or in a row that was rejected */
    {TAX_REJECTED, true, {ACCOUNT("HELD")}},
    {AS_IT_IS, false, {ACCOUNT("unread")}},
    {ALL_JUDGED, true, {ACCOUNT("unread")}},
    {AS_IT_IS, true, {.target = SPAN_IN("tax"), .subject = SPAN_IN("a role")}}, /* no row's own */
    {TAX_REJECTED, false, {.target = SPAN_IN("tax"), .subject = SPAN_IN("a role")}},
    /* its holder, who may stand in a row that was rejected */
    {STAFF_REJECTED, true, {ACCOUNT("held"), .person_id = SPAN_IN("9")}},
    {STAFF_REJECTED, true, {ACCOUNT("disabled"), .person_id = SPAN_IN("9")}},
    {STAFF_REJECTED, true, {ACCOUNT("nobodys")}},
    {STAFF_REJECTED, true, {ACCOUNT("nobodys"), .person_id = SPAN_IN("1")}},
    {STAFF_REJECTED, false, {ACCOUNT("nobodys"), .person_id = SPAN_IN("9")}},
    {STAFF_SHRANK, true, {ACCOUNT("nobodys")}},
    {STAFF_SHRANK, false, {ACCOUNT("held"), .person_id = SPAN_IN("1")}},
    /* a conflict stands between two systems */
    {AS_IT_IS, true, {ACCOUNT("held"), .evidence = between, .evidence_count = 3}},
    {LAN_SHRANK, false, {ACCOUNT("held"), .evidence = between, .evidence_count = 3}},
    {LAN_MISSING, false, {ACCOUNT("held"), .evidence = between, .evidence_count = 3}},
    {AS_IT_IS, false, {ACCOUNT("held"), .evidence = with_gone, .evidence_count = 1}},
    /* a person's row */
    {AS_IT_IS, true, {MISSING("1")}},
    {AS_IT_IS, false, {MISSING("2")}},
    {AS_IT_IS, false, {MISSING("3")}},
    {AS_IT_IS, false, {MISSING("4")}},
    {AS_IT_IS, false, {MISSING("5")}},
    {ALL_JUDGED, true, {MISSING("2")}},
    {AS_IT_IS, true, {MISSING("9")}},
    {STAFF_REJECTED, false, {MISSING("9")}},
    {STAFF_REJECTED, true, {MISSING("1")}},
    {AS_IT_IS,
     true,
     {.target_kind = TARGET_ROSTER, .target = SPAN_IN("staff"), .subject = SPAN_IN("1")}},
    /* seats and devices, whose unread values nothing tells from others */
    {AS_IT_IS, true, {SEAT("s1")}},
    {AS_IT_IS, false, {SEAT("s2")}},
    {AS_IT_IS, false, {SEAT("s3")}},
    {AS_IT_IS, false, {SEAT("s4")}},
    {ALL_JUDGED, false, {SEAT("s4")}},
    {AS_IT_IS, true, {SEAT("s9")}},
    {OFFICE_REJECTED, false, {SEAT("s9")}},
    {AS_IT_IS, true, {DEVICE("d1")}},
    {AS_IT_IS, false, {DEVICE("d2")}},
    {AS_IT_IS, true, {DEVICE("d9")}},
};

START_TEST(what_a_run_proves) {
    const struct trial *t = &trials[_i];
    struct stored_exception x = {.e = t->e, .rule_name = SPAN("the-rule")};
    make_record(t->change);
    struct reexamining *looking = reexamining_new(&record);
    uint32_t number = record_find_rule(&record, x.rule_name);
    /* asked twice: what was looked up is kept */
    ck_assert_int_eq(was_reexamined(looking, &x, number), t->is_resolved);
    ck_assert_int_eq(was_reexamined(looking, &x, number), t->is_resolved);
    ck_assert(!was_reexamined(looking, &x, NO_ROW)); /* a rule that this Tenko has not */
    reexamining_free(looking);
}
END_TEST

/* The devices' list is one, whatever it is called; a seat's product is not its license's name. */
START_TEST(lists_are_found_by_name) {
    struct stored_exception x = {.e = {.target_kind = TARGET_LICENSE, .target = SPAN("Office E3")},
                                 .input_name = SPAN("office")};
    make_record(AS_IT_IS);
    ck_assert_uint_eq(record_find_input(&record, &x), OFFICE);
    x.input_name = (struct span){0};
    ck_assert_uint_eq(record_find_input(&record, &x), NO_ROW);
    x.e.target_kind = TARGET_DEVICES;
    ck_assert_uint_eq(record_find_input(&record, &x), DEVICES);
    x.e.target_kind = (enum target_kind)9; /* nothing that a Tenko wrote */
    ck_assert_uint_eq(record_find_input(&record, &x), NO_ROW);
    ck_assert_uint_eq(record_find_rule(&record, SPAN("another-rule")), NO_ROW);
}
END_TEST

int main(void) {
    Suite *s = suite_create("reexamined");
    TCase *c = tcase_create("reexamined");
    tcase_add_loop_test(c, what_a_run_proves, 0, (int)(sizeof trials / sizeof *trials));
    tcase_add_test(c, lists_are_found_by_name);
    suite_add_tcase(s, c);
    return run_suite(s);
}
