/*
 * Decoders. Every one looks at the whole value: a number with a letter behind it, a time without
 * its zone or a bit field below zero is garbage and becomes an input issue, never a guess.
 */
#include "ldap_decode.h"

#include "tenko/date.h"
#include "tenko/dn.h"

#include <stdlib.h>
#include <strings.h>

#define FILETIME_S     10000000LL /* 100 ns */
#define FILETIME_EPOCH 134774     /* days from 1601-01-01 to 1970-01-01 */
#define FILETIME_NEVER INT64_MAX

/* A decimal number as LDAP's INTEGER syntax has it: an optional minus, digits, nothing else. */
static bool read_integer(struct span value, int64_t *out) {
    size_t at = value.n > 0 && value.p[0] == '-';
    if (at == value.n)
        return false;
    uint64_t number = 0, limit = at ? (uint64_t)INT64_MAX + 1 : (uint64_t)INT64_MAX;
    for (size_t i = at; i < value.n; i++) {
        if (value.p[i] < '0' || value.p[i] > '9')
            return false;
        unsigned digit = (unsigned)(value.p[i] - '0');
        if (number > (limit - digit) / 10)
            return false;
        number = number * 10 + digit;
    }
    *out = at ? (int64_t)(0 - number) : (int64_t)number;
    return true;
}

static bool add_day(struct strbuf *out, int64_t day) {
    if (day < date_from_civil(1, 1, 1) || day > date_from_civil(9999, 12, 31))
        return false;
    char text[11];
    date_format((date)day, text);
    strbuf_add_text(out, text);
    return true;
}

/* An instant's day, or the last day of what ends then. */
typedef date day_of_instant(const struct zone *zone, int64_t instant);

/* Seconds since 1970; DECODED_VALUE: *seconds is set. */
static enum decoded read_filetime(struct span value, int64_t *seconds) {
    int64_t ticks;
    if (!read_integer(value, &ticks) || ticks < 0)
        return DECODED_GARBAGE;
    if (ticks == 0 || ticks == FILETIME_NEVER)
        return DECODED_NONE;
    *seconds = ticks / FILETIME_S - (int64_t)FILETIME_EPOCH * SECONDS_PER_DAY;
    return DECODED_VALUE;
}

enum decoded decode_filetime(struct span value, const struct zone *zone, struct strbuf *out) {
    int64_t seconds;
    enum decoded result = read_filetime(value, &seconds);
    if (result == DECODED_VALUE && !add_day(out, zone_day(zone, seconds)))
        return DECODED_GARBAGE;
    return result;
}

enum decoded decode_filetime_end(struct span value, const struct zone *zone, struct strbuf *out) {
    int64_t seconds;
    enum decoded result = read_filetime(value, &seconds);
    if (result == DECODED_VALUE && !add_day(out, zone_last_day(zone, seconds)))
        return DECODED_NONE;
    return result;
}

/* Two digits at `at`, or −1. */
static int two_digits(struct span text, size_t at) {
    if (at + 2 > text.n)
        return -1;
    unsigned tens = (unsigned)(text.p[at] - '0'), ones = (unsigned)(text.p[at + 1] - '0');
    return tens > 9 || ones > 9 ? -1 : (int)(tens * 10 + ones);
}

/* Z, +hh, +hhmm at `at` up to the end: minutes east of Greenwich. */
static bool read_zone(struct span text, size_t at, int *minutes) {
    if (at + 1 == text.n && text.p[at] == 'Z') {
        *minutes = 0;
        return true;
    }
    if (at >= text.n || (text.p[at] != '+' && text.p[at] != '-'))
        return false;
    int hours = two_digits(text, at + 1), rest = 0;
    if (text.n == at + 5)
        rest = two_digits(text, at + 3);
    else if (text.n != at + 3)
        return false;
    if (hours < 0 || hours > 23 || rest < 0 || rest > 59)
        return false;
    *minutes = (text.p[at] == '-' ? -1 : 1) * (hours * 60 + rest);
    return true;
}

/* RFC 4517, 3.3.13: YYYYMMDDHH[MM[SS]][.fraction]zone. */
static bool read_generalized_time(struct span t, int *year, int64_t *seconds) {
    int century = two_digits(t, 0), rest = two_digits(t, 2), month = two_digits(t, 4);
    int monthday = two_digits(t, 6), hour = two_digits(t, 8), minute = 0, second = 0;
    if (century < 0 || rest < 0 || hour < 0 || hour > 23)
        return false;
    size_t at = 10;
    if (two_digits(t, at) >= 0) {
        minute = two_digits(t, at);
        at += 2;
        if (two_digits(t, at) >= 0) {
            second = two_digits(t, at);
            at += 2;
        }
    }
    if (minute > 59 || second > 60)
        return false;
    if (at < t.n && (t.p[at] == '.' || t.p[at] == ',')) {
        size_t first = ++at;
        while (at < t.n && t.p[at] >= '0' && t.p[at] <= '9')
            at++;
        if (at == first)
            return false;
    }
    int zone;
    date civil = date_from_civil(century * 100 + rest, month, monthday);
    if (civil == DATE_NONE || !read_zone(t, at, &zone))
        return false;
    *year = century * 100 + rest;
    second = second > 59 ? 59 : second; /* a leap second is of its own day */
    *seconds =
        (int64_t)civil * SECONDS_PER_DAY + ((int64_t)hour * 60 + minute - zone) * 60 + second;
    return true;
}

static enum decoded day_of_time(struct span value, const struct zone *zone, day_of_instant *day,
                                struct strbuf *out) {
    int year;
    int64_t seconds;
    if (!read_generalized_time(value, &year, &seconds))
        return DECODED_GARBAGE;
    /* 1601-01-01 is FILETIME's zero, and the year 0 the password policy's: neither is a day. */
    if (year == 0 || zone_day(NULL, seconds) == -FILETIME_EPOCH)
        return DECODED_NONE;
    return add_day(out, day(zone, seconds)) ? DECODED_VALUE : DECODED_GARBAGE;
}

enum decoded decode_generalized_time(struct span value, const struct zone *zone,
                                     struct strbuf *out) {
    return day_of_time(value, zone, zone_day, out);
}

enum decoded decode_generalized_end(struct span value, const struct zone *zone,
                                    struct strbuf *out) {
    return day_of_time(value, zone, zone_last_day, out);
}

enum decoded decode_shadow_days(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    int64_t day;
    if (!read_integer(value, &day) || day < -1)
        return DECODED_GARBAGE;
    if (day <= 0)
        return DECODED_NONE;
    return add_day(out, day) ? DECODED_VALUE : DECODED_GARBAGE;
}

enum decoded decode_shadow_end(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    int64_t day;
    if (!read_integer(value, &day) || day < -1 || day == 0)
        return DECODED_GARBAGE;
    if (day == -1)
        return DECODED_NONE;
    /* 1 locks an account by habit (usermod -e 1); the day before is a zero point, which means none
     */
    if (day == 1)
        day++;
    return add_day(out, day - 1) ? DECODED_VALUE : DECODED_NONE; /* after 9999: never */
}

enum decoded decode_account_control(struct span value, const struct zone *zone,
                                    struct strbuf *out) {
    (void)zone;
    int64_t bits;
    if (!read_integer(value, &bits) || bits < 0 || bits > INT32_MAX)
        return DECODED_GARBAGE;
    strbuf_add_text(out, bits & 0x2 ? "disabled" : "enabled");
    return DECODED_VALUE;
}

bool control_is_of_machine(struct span value) {
    enum { TRUST = 0x800, WORKSTATION = 0x1000, CONTROLLER = 0x2000 };
    int64_t bits;
    return read_integer(value, &bits) && bits & (TRUST | WORKSTATION | CONTROLLER);
}

bool type_is_of_machine(struct span value) {
    enum { MACHINE = 0x30000001, TRUST = 0x30000002 };
    int64_t type;
    return read_integer(value, &type) && (type == MACHINE || type == TRUST);
}

static bool is_word(struct span value, const char *word) {
    return value.n == strlen(word) && strncasecmp(value.p, word, value.n) == 0;
}

enum decoded decode_lock_flag(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    if (!is_word(value, "true") && !is_word(value, "false"))
        return DECODED_GARBAGE;
    strbuf_add_text(out, is_word(value, "true") ? "disabled" : "enabled");
    return DECODED_VALUE;
}

enum decoded decode_locked_time(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    int year;
    int64_t seconds;
    if (!read_generalized_time(value, &year, &seconds))
        return DECODED_GARBAGE;
    strbuf_add_text(out, year == 0 ? "disabled" : "enabled");
    return DECODED_VALUE;
}

enum decoded decode_unlock_time(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    int year;
    int64_t seconds;
    if (!read_generalized_time(value, &year, &seconds))
        return DECODED_GARBAGE;
    strbuf_add_text(out, seconds == 0 ? "disabled" : "enabled");
    return DECODED_VALUE;
}

enum decoded decode_lockout(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    int64_t ticks;
    if (!read_integer(value, &ticks) || ticks < 0)
        return DECODED_GARBAGE;
    strbuf_add_text(out, "enabled");
    return DECODED_VALUE;
}

enum decoded decode_flag(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    int64_t number;
    if (!read_integer(value, &number) || number < 0)
        return DECODED_GARBAGE;
    strbuf_add_text(out, number ? "yes" : "no");
    return DECODED_VALUE;
}

enum decoded decode_gecos(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    const char *comma = value.n ? memchr(value.p, ',', value.n) : NULL;
    size_t n = comma ? (size_t)(comma - value.p) : value.n;
    strbuf_add(out, value.p, n);
    return n ? DECODED_VALUE : DECODED_NONE;
}

enum decoded decode_text(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    strbuf_add_span(out, value);
    return value.n ? DECODED_VALUE : DECODED_NONE;
}

enum decoded decode_dn(struct span value, const struct zone *zone, struct strbuf *out) {
    (void)zone;
    if (value.n == 0)
        return DECODED_NONE;
    return dn_name(value, out) ? DECODED_VALUE : DECODED_GARBAGE;
}
