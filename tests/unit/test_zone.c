/* Which day it is, where: against the C library, which reads the tz database on its own. */
#include "suite.h"
#include "tenko/zone.h"

#include <check.h>
#include <stdlib.h>
#include <time.h>

static struct arena arena;

static int64_t at(int year, int month, int day, int seconds) {
    return (int64_t)date_from_civil(year, month, day) * SECONDS_PER_DAY + seconds;
}

static const char *iso(date d) {
    static char text[11];
    date_format(d, text);
    return text;
}

#define HOURS(h) ((h)*3600)

START_TEST(japan_is_nine_hours_ahead) {
    const struct zone *tokyo = zone_load(&arena, "Asia/Tokyo");
    ck_assert_int_eq(zone_offset(tokyo, at(2026, 3, 15, 0)), HOURS(9));
    ck_assert_str_eq(iso(zone_day(tokyo, at(2026, 3, 15, HOURS(15) - 1))), "2026-03-15");
    ck_assert_str_eq(iso(zone_day(tokyo, at(2026, 3, 15, HOURS(15)))), "2026-03-16");
    ck_assert_str_eq(iso(zone_day(NULL, at(2026, 3, 15, HOURS(24) - 1))), "2026-03-15");
}
END_TEST

START_TEST(offsets_are_zones) {
    const struct zone *zone = zone_load(&arena, "-03:30");
    ck_assert_int_eq(zone_offset(zone, 0), -12600);
    ck_assert_ptr_nonnull(zone_load(&arena, "UTC"));
    static const char *const bad[] = {
        "",     "+9",       "+15:00",     "+09:60", "Asia/Nowhere", "../etc/passwd", "/etc/passwd",
        "Asia", "zone.tab", "Asia/Tokyo "};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!zone_load(&arena, bad[i]), "%s", bad[i]);
}
END_TEST

/* An end at midnight, here or of UTC, leaves the day before as the last one. */
START_TEST(an_end_at_midnight_is_of_the_day_before) {
    const struct zone *tokyo = zone_load(&arena, "Asia/Tokyo");
    ck_assert_str_eq(iso(zone_last_day(tokyo, at(2026, 3, 31, HOURS(15)))), "2026-03-31");
    ck_assert_str_eq(iso(zone_last_day(tokyo, at(2026, 3, 31, HOURS(15) - 1))), "2026-03-31");
    ck_assert_str_eq(iso(zone_last_day(tokyo, at(2026, 3, 31, HOURS(16)))), "2026-04-01");
    ck_assert_str_eq(iso(zone_last_day(tokyo, at(2026, 4, 1, 0))), "2026-03-31");
    const struct zone *west = zone_load(&arena, "-08:00");
    ck_assert_str_eq(iso(zone_last_day(west, at(2026, 4, 1, 0))), "2026-03-31");
    ck_assert_str_eq(iso(zone_last_day(west, at(2026, 4, 1, HOURS(8)))), "2026-03-31");
}
END_TEST

START_TEST(beyond_the_calendar_is_no_day) {
    ck_assert_int_eq(zone_day(NULL, INT64_MAX), DATE_NONE);
    ck_assert_int_eq(zone_day(NULL, INT64_MIN), DATE_NONE);
    ck_assert_int_eq(zone_day(zone_load(&arena, "Asia/Tokyo"), at(9999, 12, 31, HOURS(23))),
                     DATE_NONE);
}
END_TEST

static void compare(const char *name) {
    const struct zone *zone = zone_load(&arena, name);
    ck_assert_msg(zone != NULL, "%s", name);
    setenv("TZ", name, 1);
    tzset();
    for (int64_t t = at(1930, 1, 1, 1234); t < at(2100, 1, 1, 0); t += 100003 * 7) {
        struct tm tm;
        time_t c = (time_t)t;
        localtime_r(&c, &tm);
        ck_assert_msg(tm.tm_gmtoff == zone_offset(zone, t), "%s at %lld: %ld, not %d", name,
                      (long long)t, tm.tm_gmtoff, zone_offset(zone, t));
    }
}

/* North and south of the equator, half hours, a rule behind 2037, and a zone that stopped. */
START_TEST(zones_agree_with_the_c_library) {
    static const char *const names[] = {
        "Europe/Berlin",     "America/New_York",    "America/Los_Angeles", "Australia/Sydney",
        "Asia/Kolkata",      "Australia/Lord_Howe", "America/Sao_Paulo",   "Asia/Seoul",
        "Africa/Casablanca", "Europe/Dublin",       "Pacific/Auckland",    "Etc/GMT+5"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        compare(names[i]);
}
END_TEST

/* What the process's TZ says is nobody's business. */
START_TEST(the_process_is_not_asked) {
    setenv("TZ", "America/New_York", 1);
    tzset();
    ck_assert_int_eq(zone_offset(zone_load(&arena, "Asia/Tokyo"), 0), HOURS(9));
    ck_assert_int_eq(zone_offset(NULL, 0), 0);
}
END_TEST

static void release(void) {
    arena_release(&arena);
}

int main(void) {
    Suite *suite = suite_create("zone");
    TCase *tc = tcase_create("zone");
    tcase_add_checked_fixture(tc, NULL, release);
    tcase_add_test(tc, japan_is_nine_hours_ahead);
    tcase_add_test(tc, offsets_are_zones);
    tcase_add_test(tc, an_end_at_midnight_is_of_the_day_before);
    tcase_add_test(tc, beyond_the_calendar_is_no_day);
    tcase_add_test(tc, zones_agree_with_the_c_library);
    tcase_add_test(tc, the_process_is_not_asked);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
