/* Licenses: the class of every seat, the figures, and what is said of them. D is 2026-03-31. */
#include "rules_trial.h"

#include <stdio.h>
#include <stdlib.h>

#define D "2026-03-31"

static void start(struct trial *t) {
    trial_init(t, D);
    add_roster(&t->w, "職員");
    add_license(&t->w, "テレワーク");
    add_person(&t->w, 0, .person_id = "001", .name = "山田太郎", .department = "税務課",
               .left_on = "");
    add_person(&t->w, 0, .person_id = "002", .name = "佐藤花子", .department = "福祉課");
    add_person(&t->w, 0, .person_id = "009", .name = "退職", .left_on = "2025-10-31");
}

static struct license_plan *license(struct trial *t) {
    return &t->w.plan.licenses.items[0].license;
}

/* KA-15 exactly: 750 owned, 709 assigned, 65 of them never used, 644 active; 85.9 %. */
START_TEST(the_licenses_of_kanazawa) {
    struct trial t;
    trial_init(&t, D);
    add_roster(&t.w, "職員");
    add_license(&t.w, "テレワーク");
    license(&t)->quantity = 750;
    license(&t)->unit_cost_cents = 1200000;
    for (int i = 0; i < 709; i++) {
        char *id = memory_alloc(8);
        snprintf(id, 8, "%06d", i);
        add_person(&t.w, 0, .person_id = id, .name = "職員");
        add_seat(&t.w, 0, .person_id = id, .assigned_on = "2025-04-01",
                 .last_used_on = i < 65 ? "" : "2026-03-30");
        free(id);
    }
    trial_run(&t, 1);
    const struct license_figures *f = &t.f.licenses[0];
    ck_assert_int_eq(f->purchased, 750);
    ck_assert_int_eq(f->assigned, 709);
    ck_assert_int_eq(f->active, 644);
    ck_assert_int_eq(f->never_used, 65);
    ck_assert_int_eq(f->unassigned, 41);
    ck_assert_int_eq(f->utilization_permille, 859);
    ck_assert_int_eq(f->idle + f->usage_unknown + f->held_by_leavers + f->held_by_unknown, 0);
    ck_assert_int_eq(f->reclaimable, 65);
    ck_assert_int_eq(f->suggested_quantity, 644);
    ck_assert_int_eq(f->yearly_waste_cents, 106 * 12000 * 100);
    ck_assert(f->usage_reported);
    ck_assert_uint_eq(times_raised(&t, "license-never-used"), 65);
    ck_assert_uint_eq(times_raised(&t, "license-surplus"), 1);
    ck_assert_uint_eq(t.f.exceptions.count, 66);
    const struct exception *e = exception_of(&t, "license-surplus", "");
    expect_number(e, "unassigned", 41);
    expect_number(e, "assigned", 709);
    expect_span(e->target, "テレワーク");
    ck_assert_int_eq(e->target_kind, TARGET_LICENSE);
    trial_release(&t);
}
END_TEST

/* 2026-03-01 is 30 days before D, 2025-12-31 is 90, 2025-09-29 is 183. */
START_TEST(each_seat_has_one_class) {
    struct trial t;
    start(&t);
    static const struct {
        const char *id, *assigned, *used, *reported;
        const char *rule; /* NULL = active */
    } rows[] = {
        {"grace30", "2026-03-01", "", D, NULL},
        {"grace31", "2026-02-28", "", D, "license-never-used"},
        {"undated", "", "", D, "license-never-used"},
        {"idle90", "2020-01-01", "2025-12-31", D, NULL},
        {"idle91", "2020-01-01", "2025-12-30", D, "license-idle"},
        {"report183", "2020-01-01", D, "2025-09-29", NULL},
        {"report184", "2020-01-01", "2020-01-01", "2025-09-28", "license-usage-unknown"},
        {"silent", "2020-01-01", "", "", "license-usage-unknown"},
    };
    size_t count = sizeof rows / sizeof *rows;
    for (size_t i = 0; i < count; i++) {
        add_person(&t.w, 0, .person_id = rows[i].id, .name = "職員");
        add_seat(&t.w, 0, .person_id = rows[i].id, .assigned_on = rows[i].assigned,
                 .last_used_on = rows[i].used, .reported_on = rows[i].reported);
    }
    add_seat(&t.w, 0, .person_id = "009", .last_used_on = "", .reported_on = "");
    add_seat(&t.w, 0, .person_id = "999", .last_used_on = "", .reported_on = "");
    add_seat(&t.w, 0, .person_id = "999", .last_used_on = "", .reported_on = "",
             .status = "cancelled");
    trial_run(&t, 1);
    unsigned seat_exceptions = 0;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].rule)
            ck_assert_msg(is_raised(&t, rows[i].rule, rows[i].id), "%s", rows[i].id);
        seat_exceptions += rows[i].rule != NULL;
    }
    ck_assert_uint_eq(t.f.exceptions.count, seat_exceptions + 2);
    ck_assert(is_raised(&t, "license-leaver", "009"));
    ck_assert(is_raised(&t, "license-unknown-holder", "999"));
    expect_number(exception_of(&t, "license-leaver", "009"), "days", 151);
    const struct license_figures *f = &t.f.licenses[0];
    ck_assert_int_eq(f->assigned, 10);
    ck_assert_int_eq(f->active, 3);
    ck_assert_int_eq(f->never_used, 2);
    ck_assert_int_eq(f->idle, 1);
    ck_assert_int_eq(f->usage_unknown, 2);
    ck_assert_int_eq(f->held_by_leavers, 1);
    ck_assert_int_eq(f->held_by_unknown, 1);
    ck_assert_int_eq(f->reclaimable, 4);
    ck_assert_int_eq(f->suggested_quantity,
                     5); /* active and unknown; nobody's seat is not needed */
    /* no quantity, no cost */
    ck_assert_int_eq(f->purchased, -1);
    ck_assert_int_eq(f->unassigned, 0); /* no row without a holder */
    ck_assert_int_eq(f->utilization_permille, -1);
    ck_assert_int_eq(f->yearly_waste_cents, -1);
    trial_release(&t);
}
END_TEST

START_TEST(without_usage_seats_are_active_and_it_is_said) {
    struct trial t;
    start(&t);
    add_seat(&t.w, 0, .person_id = "001", .assigned_on = "2020-01-01");
    license(&t)->unit_cost_cents = 1000 * INT64_C(100);
    trial_run(&t, 1);
    ck_assert_int_eq(t.f.licenses[0].active, 1);
    ck_assert(!t.f.licenses[0].usage_reported);
    ck_assert_int_eq(t.f.licenses[0].yearly_waste_cents, 0);
    ck_assert_int_eq(coverage_of(&t, 1, "license-idle")->why, MSG_RULES_NO_FIELD);
    ck_assert_int_eq(coverage_of(&t, 1, "license-never-used")->why, MSG_RULES_NO_FIELD);
    trial_release(&t);
}
END_TEST

/* 1 of 8 is 12.5 % exactly; 1 of 16 is 6.25 %, which rounds up to 6.3. */
START_TEST(utilization_is_rounded_half_up) {
    const struct {
        int64_t quantity, permille;
    } rows[] = {{8, 125}, {16, 63}, {3, 333}, {1, 1000}, {0, -1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct trial t;
        start(&t);
        license(&t)->quantity = rows[i].quantity;
        add_seat(&t.w, 0, .person_id = "001", .last_used_on = "2026-03-30");
        trial_run(&t, 1);
        ck_assert_int_eq(t.f.licenses[0].utilization_permille, rows[i].permille);
        trial_release(&t);
    }
}
END_TEST

/* The last day is his own; without both days nothing is said. */
START_TEST(use_after_leaving) {
    static const struct {
        const char *id, *left_on, *used, *expected;
    } rows[] = {{"021", "2025-10-31", "2025-10-31", "no"},
                {"022", "2025-10-31", "2025-11-01", "yes"},
                {"023", "2025-10-31", "", ""},
                {"024", "", "2025-11-01", ""}};
    struct trial t;
    start(&t);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        add_person(&t.w, 0, .person_id = rows[i].id, .name = rows[i].id, .status = "left",
                   .left_on = rows[i].left_on);
        add_seat(&t.w, 0, .person_id = rows[i].id, .last_used_on = rows[i].used);
    }
    trial_run(&t, 1);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_text(exception_of(&t, "license-leaver", rows[i].id), "after_leaving",
                    rows[i].expected);
    trial_release(&t);
}
END_TEST

/* Nothing owned and nothing paid are known figures, not unknown ones. */
START_TEST(zero_is_a_figure) {
    struct trial t;
    start(&t);
    license(&t)->quantity = 0;
    license(&t)->unit_cost_cents = 0 * INT64_C(100);
    add_seat(&t.w, 0, .person_id = "009");
    add_seat(&t.w, 0, .person_id = "", .status = "unassigned"); /* counts without a quantity only */
    trial_run(&t, 1);
    ck_assert_int_eq(t.f.licenses[0].purchased, 0);
    ck_assert_int_eq(t.f.licenses[0].unassigned, 0);
    ck_assert_int_eq(t.f.licenses[0].yearly_waste_cents, 0);
    trial_release(&t);
    /* without a limit, what could be reclaimed is what is wasted */
    start(&t);
    license(&t)->unit_cost_cents = 500 * INT64_C(100);
    add_seat(&t.w, 0, .person_id = "009");
    add_seat(&t.w, 0, .person_id = "001");
    trial_run(&t, 1);
    ck_assert_int_eq(t.f.licenses[0].yearly_waste_cents, 50000);
    trial_release(&t);
    start(&t);
    license(&t)->unit_cost_cents = 500 * INT64_C(100);
    license(&t)->quantity = 0;
    add_seat(&t.w, 0, .person_id = "009");
    trial_run(&t, 1);
    ck_assert_int_eq(t.f.licenses[0].yearly_waste_cents, 0);
    trial_release(&t);
}
END_TEST

/* 0 days is a threshold like any other here: from the next day on. -1 is off. */
START_TEST(zero_days_and_off) {
    const struct {
        int32_t days;
        unsigned idle, never_used, unknown;
    } rows[] = {{0, 1, 1, 1}, {-1, 0, 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct trial t;
        start(&t);
        int32_t *days = t.w.plan.licenses.items[0].days;
        days[THRESHOLD_idle_days] = days[THRESHOLD_license_grace_days] = rows[i].days;
        days[THRESHOLD_report_days] = rows[i].days;
        add_person(&t.w, 0, .person_id = "003", .name = "三人目");
        add_seat(&t.w, 0, .person_id = "001", .last_used_on = "2026-03-30", .reported_on = D);
        add_seat(&t.w, 0, .person_id = "002", .last_used_on = "", .assigned_on = "2026-03-30",
                 .reported_on = D);
        add_seat(&t.w, 0, .person_id = "003", .last_used_on = D, .reported_on = "2026-03-30");
        trial_run(&t, 1);
        ck_assert_uint_eq(times_raised(&t, "license-idle"), rows[i].idle);
        ck_assert_uint_eq(times_raised(&t, "license-never-used"), rows[i].never_used);
        ck_assert_uint_eq(times_raised(&t, "license-usage-unknown"), rows[i].unknown);
        trial_release(&t);
    }
}
END_TEST

/* User IDs of no configured system: a login or a person_id of the rosters, or not judged. */
START_TEST(user_ids_without_a_system) {
    struct trial t;
    start(&t);
    add_person(&t.w, 0, .person_id = "010", .name = "退職二郎", .login = "taro",
               .left_on = "2025-10-31");
    add_seat(&t.w, 0, .user_id = "TARO");
    add_seat(&t.w, 0, .user_id = "009");
    add_seat(&t.w, 0, .user_id = "ghost");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "license-leaver"), 2);
    expect_span(exception_of(&t, "license-leaver", "TARO")->person_id, "010");
    ck_assert_uint_eq(times_raised(&t, "license-unknown-holder"), 0);
    ck_assert_int_eq(coverage_of(&t, 1, "license-unknown-holder")->why, MSG_RULES_NO_HOLDERS);
    ck_assert_int_eq(t.f.licenses[0].active, 1);
    trial_release(&t);
}
END_TEST

/* The person decides in a license for users, whatever else stands on the row. */
START_TEST(person_before_user_id_before_device) {
    struct trial t;
    start(&t);
    add_seat(&t.w, 0, .person_id = "009", .user_id = "u", .device_id = "PC-1");
    add_seat(&t.w, 0, .person_id = "", .user_id = "009", .device_id = "PC-2");
    trial_run(&t, 1);
    const struct exception *e = exception_of(&t, "license-leaver", "009");
    expect_number(e, "seats", 2);
    expect_text(e, "device_id", "PC-1");
    ck_assert_uint_eq(t.f.exceptions.count, 1);
    trial_release(&t);
}
END_TEST

START_TEST(quantity_against_seats) {
    const struct {
        int64_t quantity;
        unsigned over, surplus;
    } rows[] = {{1, 1, 0}, {2, 0, 0}, {3, 0, 1}, {-1, 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct trial t;
        start(&t);
        license(&t)->quantity = rows[i].quantity;
        add_seat(&t.w, 0, .person_id = "001");
        add_seat(&t.w, 0, .person_id = "002");
        trial_run(&t, 1);
        ck_assert_uint_eq(times_raised(&t, "license-over-assigned"), rows[i].over);
        ck_assert_uint_eq(times_raised(&t, "license-surplus"), rows[i].surplus);
        ck_assert(coverage_of(&t, 1, "license-surplus")->is_evaluated == (rows[i].quantity >= 0));
        trial_release(&t);
    }
}
END_TEST

/* D + 90 is 2026-06-29. The contract's last day still counts. */
START_TEST(contract_ends) {
    const struct {
        const char *to;
        unsigned expired, renewal;
    } rows[] = {{"2026-03-30", 1, 0}, {D, 0, 1}, {"2026-06-29", 0, 1}, {"2026-06-30", 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct trial t;
        start(&t);
        license(&t)->contract_to = day_of(rows[i].to);
        add_seat(&t.w, 0, .person_id = "001");
        trial_run(&t, 1);
        ck_assert_uint_eq(times_raised(&t, "license-expired"), rows[i].expired);
        ck_assert_uint_eq(times_raised(&t, "license-renewal"), rows[i].renewal);
        trial_release(&t);
    }
}
END_TEST

START_TEST(an_expired_contract_without_seats_is_over) {
    struct trial t;
    start(&t);
    license(&t)->contract_to = day_of("2025-03-31");
    add_seat(&t.w, 0, .person_id = "001", .status = "cancelled");
    trial_run(&t, 1);
    ck_assert_uint_eq(t.f.exceptions.count, 0);
    trial_release(&t);
}
END_TEST

/* One exception for each rule and holder, however his seats are written. */
START_TEST(seats_of_one_holder_are_one_exception) {
    struct trial t;
    start(&t);
    add_system(&t.w, "庁内LAN");
    license(&t)->system = "庁内LAN";
    license(&t)->system_index = (system_ref){0};
    add_account(&t.w, 0, .user_id = "yamada", .person_id = "001");
    add_seat(&t.w, 0, .person_id = "001", .user_id = "", .last_used_on = "2025-01-01");
    add_seat(&t.w, 0, .person_id = "002", .last_used_on = D);
    add_seat(&t.w, 0, .person_id = "", .user_id = "YAMADA", .last_used_on = "2025-01-02");
    add_seat(&t.w, 0, .person_id = "009", .last_used_on = "2025-01-01");
    add_seat(&t.w, 0, .person_id = "009", .last_used_on = "2025-01-01");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "license-idle"), 1);
    const struct exception *e = exception_of(&t, "license-idle", "001");
    expect_number(e, "seats", 2);
    expect_texts(e, "lines", "2,4");
    expect_span(e->department, "税務課");
    ck_assert_uint_eq(e->origin.line, 2);
    ck_assert_uint_eq(times_raised(&t, "license-duplicate"), 1);
    expect_texts(exception_of(&t, "license-duplicate", "001"), "lines", "2,4");
    ck_assert_uint_eq(times_raised(&t, "license-leaver"), 1);
    expect_number(exception_of(&t, "license-leaver", "009"), "seats", 2);
    ck_assert_int_eq(t.f.licenses[0].idle, 2);
    trial_release(&t);
}
END_TEST

START_TEST(holders_by_user_id_of_a_system) {
    struct trial t;
    start(&t);
    add_system(&t.w, "庁内LAN");
    license(&t)->system = "庁内LAN";
    license(&t)->system_index = (system_ref){0};
    add_account(&t.w, 0, .user_id = "on", .person_id = "001", .status = "enabled",
                .kind = "personal");
    add_account(&t.w, 0, .user_id = "off", .person_id = "002", .status = "disabled");
    add_account(&t.w, 0, .user_id = "left", .person_id = "009", .status = "disabled");
    add_account(&t.w, 0, .user_id = "kiosk", .kind = "shared");
    add_seat(&t.w, 0, .user_id = "on");
    add_seat(&t.w, 0, .user_id = "off");
    add_seat(&t.w, 0, .user_id = "left");
    add_seat(&t.w, 0, .user_id = "kiosk");
    add_seat(&t.w, 0, .user_id = "ghost");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "license-disabled-account"), 1);
    expect_text(exception_of(&t, "license-disabled-account", "off"), "system", "庁内LAN");
    ck_assert_uint_eq(times_raised(&t, "license-leaver"), 1);
    ck_assert(is_raised(&t, "license-leaver", "left"));
    ck_assert_uint_eq(times_raised(&t, "license-unknown-holder"), 1);
    trial_release(&t);
}
END_TEST

/* A person's seat: his accounts there must all be disabled. */
START_TEST(disabled_account_of_a_person) {
    struct trial t;
    start(&t);
    add_system(&t.w, "庁内LAN");
    license(&t)->system_index = (system_ref){0};
    license(&t)->system = "庁内LAN";
    add_account(&t.w, 0, .user_id = "a1", .person_id = "001", .status = "disabled");
    add_account(&t.w, 0, .user_id = "a2", .person_id = "001", .status = "enabled");
    add_account(&t.w, 0, .user_id = "b", .person_id = "002", .status = "disabled");
    add_person(&t.w, 0, .person_id = "003", .name = "鈴木一郎");
    add_account(&t.w, 0, .user_id = "c", .person_id = "003", .status = "disabled");
    add_seat(&t.w, 0, .person_id = "001");
    add_seat(&t.w, 0, .person_id = "002");
    add_seat(&t.w, 0, .person_id = "003", .user_id = "of another system");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "license-disabled-account"), 2);
    ck_assert(is_raised(&t, "license-disabled-account", "002"));
    ck_assert(is_raised(&t, "license-disabled-account", "003"));
    trial_release(&t);
}
END_TEST

/* KO-18L: licenses per device. */
START_TEST(devices_hold_seats) {
    struct trial t;
    start(&t);
    license(&t)->metric = METRIC_DEVICE;
    add_device(&t.w, .device_id = "PC-1", .person_id = "001", .department = "税務課");
    add_device(&t.w, .device_id = "PC-2", .person_id = "009");
    add_device(&t.w, .device_id = "PC-3", .person_id = "001");
    add_seat(&t.w, 0, .device_id = "PC-1");
    add_seat(&t.w, 0, .device_id = "pc-2");
    add_seat(&t.w, 0, .device_id = "PC-3");
    add_seat(&t.w, 0, .device_id = "PC-9");
    trial_run(&t, 1);
    ck_assert_uint_eq(times_raised(&t, "license-leaver"), 1);
    expect_span(exception_of(&t, "license-leaver", "pc-2")->person_id, "009");
    ck_assert_uint_eq(times_raised(&t, "license-unknown-holder"), 1);
    ck_assert(is_raised(&t, "license-unknown-holder", "PC-9"));
    /* one person with two devices is no duplicate */
    ck_assert_uint_eq(times_raised(&t, "license-duplicate"), 0);
    trial_release(&t);
}
END_TEST

START_TEST(without_devices_their_holders_are_not_judged) {
    struct trial t;
    start(&t);
    license(&t)->metric = METRIC_DEVICE;
    add_seat(&t.w, 0, .device_id = "PC-1", .person_id = "009");
    add_seat(&t.w, 0, .device_id = "PC-2", .person_id = "");
    add_seat(&t.w, 0, .device_id = "PC-2", .person_id = "");
    add_seat(&t.w, 0, .device_id = "", .person_id = "404");
    trial_run(&t, 1);
    /* A seat that names a person only is judged: people can be found. */
    ck_assert_uint_eq(times_raised(&t, "license-unknown-holder"), 1);
    ck_assert(is_raised(&t, "license-unknown-holder", "404"));
    ck_assert(coverage_of(&t, 1, "license-unknown-holder")->is_evaluated);
    ck_assert_int_eq(coverage_of(&t, 1, "license-unknown-holder")->why, MSG_RULES_NO_HOLDERS);
    ck_assert(is_raised(&t, "license-leaver", "PC-1"));
    ck_assert(is_raised(&t, "license-duplicate", "PC-2"));
    trial_release(&t);
}
END_TEST

START_TEST(a_missing_list_has_no_figures) {
    struct trial t;
    start(&t);
    license(&t)->quantity = 10;
    license(&t)->contract_to = day_of(D);
    t.w.licenses[0].is_missing = true;
    trial_run(&t, 1);
    ck_assert_int_eq(t.f.licenses[0].purchased, 10);
    ck_assert_int_eq(t.f.licenses[0].assigned, -1);
    ck_assert_uint_eq(times_raised(&t, "license-surplus"), 0);
    ck_assert_uint_eq(times_raised(&t, "license-renewal"), 1);
    ck_assert_int_eq(coverage_of(&t, 1, "license-surplus")->why, MSG_RULES_NO_LIST);
    trial_release(&t);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        the_licenses_of_kanazawa,
        each_seat_has_one_class,
        without_usage_seats_are_active_and_it_is_said,
        utilization_is_rounded_half_up,
        use_after_leaving,
        zero_is_a_figure,
        zero_days_and_off,
        user_ids_without_a_system,
        person_before_user_id_before_device,
        quantity_against_seats,
        contract_ends,
        an_expired_contract_without_seats_is_over,
        seats_of_one_holder_are_one_exception,
        holders_by_user_id_of_a_system,
        disabled_account_of_a_person,
        devices_hold_seats,
        without_devices_their_holders_are_not_judged,
        a_missing_list_has_no_figures,
    };
    return RUN_TESTS("rules_license", tests);
}
