/* Which day it is, where: against the C library, which reads the tz database on its own. */
#include "suite.h"
#include "tenko/strbuf.h"
#include "tenko/zone.h"
#include "zone_rule.h"

#include <check.h>
#include <stdio.h>
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
        "",
        "+9",
        "+15:00",
        "+09:60",
        "+/9:00",
        "+:9:00",
        "+09x00",
        "x09:00",
        "Asia/Nowhere",
        "../etc/passwd",
        "/etc/passwd",
        "Asia",
        "leapseconds",
        "zone.tab",
        "Asia/Tokyo ",
        "Asia~Tokyo",
        "a_name_of_sixty_five_letters_is_no_name_of_the_database_for_sure_"};
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
    ck_assert_int_eq(zone_day(NULL, at(0, 1, 1, -1)), DATE_NONE);
    ck_assert_int_eq(zone_day(NULL, at(0, 1, 1, 0)), date_from_civil(0, 1, 1));
    ck_assert_int_eq(zone_last_day(NULL, INT64_MAX), DATE_NONE);
    ck_assert_int_eq(zone_last_day(NULL, INT64_MIN), DATE_NONE);
    /* a rule knows no year behind its own arithmetic: there is no summer any more */
    const struct zone *berlin = zone_load(&arena, "Europe/Berlin");
    ck_assert_int_eq(zone_offset(berlin, at(9998, 7, 1, 0)), HOURS(2));
    ck_assert_int_eq(zone_offset(berlin, at(9999, 7, 1, 0)), HOURS(1));
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

/* Every kind of rule that POSIX knows, as the C library reads it from TZ itself. */
START_TEST(rules_agree_with_the_c_library) {
    static const char *const rules[] = {"JST-9",
                                        "<+0330>-3:30",
                                        "<-03>+3:00:00",
                                        "EST5EDT,M3.2.0,M11.1.0",
                                        "CET-1CEST,M3.5.0,M10.5.0/3",
                                        "AAA-1BBB-3:15:30,M4.1.6/-2,M9.4.5/26:30:15",
                                        "NZST-12NZDT,M9.5.0,M4.1.0/3",
                                        "AAA3BBB,J60/0,J300/2:30",
                                        "AAA3BBB,J59,J365",
                                        "<-03>3<-02>,59/0,299/2:30",
                                        "<+09>-9<+10>,10/0,360/24"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct zone_rule rule;
        ck_assert_msg(zone_rule_parse(span_of(rules[i]), &rule), "%s", rules[i]);
        setenv("TZ", rules[i], 1);
        tzset();
        for (int64_t t = at(1999, 1, 1, 1234); t < at(2009, 1, 1, 0); t += 10007) {
            struct tm tm;
            time_t c = (time_t)t;
            localtime_r(&c, &tm);
            ck_assert_msg(tm.tm_gmtoff == zone_rule_offset(&rule, t), "%s at %lld: %ld, not %d",
                          rules[i], (long long)t, tm.tm_gmtoff, zone_rule_offset(&rule, t));
        }
    }
}
END_TEST

START_TEST(rules_that_are_none) {
    static const char *const bad[] = {"",
                                      "JS",
                                      "JS-9",
                                      "<+09",
                                      "JST",
                                      "JST-",
                                      "JST-168",
                                      "JST-9:60",
                                      "JST-9:",
                                      "JST-9:30:60",
                                      "JST-9:30:x",
                                      "JST-9X",
                                      "JST-9XXX",
                                      "JST-9XXX-168",
                                      "JST-9XXX,",
                                      "A3B,J1,J2",
                                      "AAA3BBB,J0,J9",
                                      "AAA3BBB,J366,J9",
                                      "AAA3BBB,366,9",
                                      "AAA3BBB,x,9",
                                      "AAA3BBB,J1",
                                      "AAA3BBB,J1,",
                                      "AAA3BBB,J1,J2x",
                                      "AAA3BBB,J1/x,J2",
                                      "AAA3BBB,M,J2",
                                      "AAA3BBB,M0.1.0,J2",
                                      "AAA3BBB,M13.1.0,J2",
                                      "AAA3BBB,M1,J2",
                                      "AAA3BBB,M1.,J2",
                                      "AAA3BBB,M1.0.0,J2",
                                      "AAA3BBB,M1.6.0,J2",
                                      "AAA3BBB,M1.1,J2",
                                      "AAA3BBB,M1.1.7,J2",
                                      "AAA3BBB,M1.1.x,J2",
                                      "JST-9 ",
                                      "J{T-9",
                                      "J[T-9"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct zone_rule rule;
        ck_assert_msg(!zone_rule_parse(span_of(bad[i]), &rule), "%s", bad[i]);
    }
}
END_TEST

/* The bytes of a zone of the database. */
static void read_zone(const char *name, struct strbuf *out) {
    char path[128], bytes[4096];
    snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
        strbuf_add(out, bytes, n);
    fclose(file);
}

/* Where the second block of the file begins, which holds the instants of 64 bits. */
static size_t second_block(struct span file) {
    const unsigned char *p = (const unsigned char *)file.p;
    size_t counts[6];
    for (size_t i = 0; i < 6; i++)
        counts[i] = (size_t)p[22 + i * 4] << 8 | p[23 + i * 4];
    return 44 + counts[3] * 5 + counts[4] * 6 + counts[5] + counts[2] * 8 + counts[1] + counts[0];
}

/* A file that ends anywhere, or says of its parts what is not so, is no zone, or another one that
 * can be asked. */
START_TEST(files_that_are_spoilt) {
    struct strbuf file = {0};
    read_zone("America/New_York", &file);
    struct span whole = strbuf_span(&file);
    ck_assert_ptr_nonnull(zone_of_file(&arena, whole));
    for (size_t n = 0; n < whole.n; n++)
        ck_assert_msg(!zone_of_file(&arena, (struct span){whole.p, n}), "%zu bytes", n);
    for (size_t i = 0; i < whole.n; i++) {
        char right = file.p[i];
        for (int bits = 1; bits < 256; bits = bits * 3 + 1) {
            file.p[i] = (char)(right ^ bits);
            const struct zone *zone = zone_of_file(&arena, whole);
            int32_t offset = zone ? zone_offset(zone, at(2026, 7, 1, 0)) : 0;
            ck_assert_msg(offset >= -HOURS(168) && offset <= HOURS(168), "byte %zu", i);
        }
        file.p[i] = right;
    }
    strbuf_release(&file);
}
END_TEST

/* One byte each: what it is, and that it alone makes the file none. */
START_TEST(files_that_say_what_is_not_so) {
    struct strbuf file = {0};
    read_zone("Europe/Berlin", &file);
    size_t second = second_block(strbuf_span(&file)), at_counts = second + 20;
    const unsigned char *p = (const unsigned char *)file.p;
    size_t times = (size_t)p[second + 34] << 8 | p[second + 35];
    size_t at_types = second + 44 + times * 8, at_infos = at_types + times;
    const struct {
        size_t at;
        unsigned char value;
        const char *what;
    } cases[] = {
        {0, 'X', "the first block's name"},
        {4, '1', "a version without instants of 64 bits"},
        {second, 'X', "the second block's name"},
        {at_counts, 1, "16 million marks of UTC"},
        {at_counts + 4, 1, "16 million marks of standard time"},
        {at_counts + 8, 1, "16 million leap seconds"},
        {at_counts + 12, 1, "16 million changes"},
        {at_counts + 16, 1, "16 million types"},
        {at_counts + 19, 0, "no type"},
        {at_counts + 20, 1, "16 million letters"},
        {at_types, 0xFF, "a change to a type that is not there"},
        {at_infos, 0x7F, "an offset of years east"},
        {at_infos, 0x80, "an offset of years west"},
        {at_infos + 6, 0x7F, "an offset of years east, behind a change"},
        {at_infos + 6, 0x80, "an offset of years west, behind a change"},
        {file.n - 1, 'X', "no end of line behind the rule"},
        {file.n - 2, 'X', "a rule that is none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char right = file.p[cases[i].at];
        file.p[cases[i].at] = (char)cases[i].value;
        ck_assert_msg(!zone_of_file(&arena, strbuf_span(&file)), "%s", cases[i].what);
        file.p[cases[i].at] = right;
    }
    ck_assert_ptr_nonnull(zone_of_file(&arena, strbuf_span(&file)));
    strbuf_release(&file);
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
    tcase_add_test(tc, rules_agree_with_the_c_library);
    tcase_add_test(tc, rules_that_are_none);
    tcase_add_test(tc, files_that_are_spoilt);
    tcase_add_test(tc, files_that_say_what_is_not_so);
    tcase_add_test(tc, the_process_is_not_asked);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
