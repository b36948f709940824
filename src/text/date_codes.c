/*
 * Numbers as dates: yyyymmdd with or without a time, serials of spreadsheets, FILETIME and the
 * ticks of .NET, which no other number is as long as; and, where the whole column is such, seconds
 * since 1970, Japanese eras and the centuries of IBM i.
 */
#include "date_parts.h"

/* Excel's day 1 is 1900-01-01; its day 60, 1900-02-29, never was. */
#define SERIAL_BEFORE_60 (-25568)
#define SERIAL_AFTER_60  (-25569)
#define SERIAL_MAX       401768  /* 2999-12-31 */
#define SERIAL_NEVER     2958465 /* 9999-12-31 */

#define TICKS_PER_SECOND     INT64_C(10000000)
#define SECONDS_1601_TO_1970 INT64_C(11644473600)
#define SECONDS_0001_TO_1970 INT64_C(62135596800)
#define FIRST_INSTANT        INT64_C(-631152000) /* 1950: ticks below are no dates of accounts */
#define LAST_INSTANT         INT64_C(4102444800) /* 2100 */

enum date_result read_serial(int serial, date *out) {
    if (serial == 1 || serial == SERIAL_NEVER)
        return DATE_EMPTY;
    if (serial == 60)
        return DATE_IMPOSSIBLE;
    if (serial > SERIAL_MAX)
        return DATE_UNREADABLE;
    *out = serial + (serial < 60 ? SERIAL_BEFORE_60 : SERIAL_AFTER_60);
    return DATE_READ;
}

/* 240401 is yymmdd and 202404 a month far more likely than a serial of the years 2173…2999. */
static enum date_result read_six_digits(struct number n, const struct date_style *style,
                                        date *out) {
    int month = n.value / 100 % 100, day = n.value % 100;
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
        return read_two_digit_year((struct number){n.value / 10000, 2}, month, day, style, out);
    if (looks_like_year(n.value / 100) && day >= 1 && day <= 12)
        return DATE_UNREADABLE;
    return n.value < 100000 ? DATE_UNREADABLE : read_serial(n.value, out);
}

/* The count digits of the cell behind `from`, which are there. */
static int64_t digits_at(const struct scan *s, size_t from, int count) {
    int64_t value = 0;
    for (int i = 0; i < count; i++)
        value = value * 10 + (s->text.items[s->begin + from + (size_t)i] - '0');
    return value;
}

static int part(const struct scan *s, size_t from, int count) {
    return (int)digits_at(s, from, count);
}

static bool are_all(const struct scan *s, int count, int32_t digit) {
    for (int i = 0; i < count; i++) {
        if (s->text.items[s->begin + (size_t)i] != digit)
            return false;
    }
    return true;
}

/* +540, -480 at the end: the minutes of a zone, as Windows' WMI writes them. */
static bool scan_zone_in_minutes(struct scan *s) {
    size_t start = s->at;
    int sign = scan_char(s, '+') ? 1 : scan_char(s, '-') ? -1 : 0;
    struct number minutes = sign ? scan_number(s) : (struct number){0, 0};
    if (minutes.digits != 3 || !scan_at_end(s)) {
        s->at = start;
        return false;
    }
    s->moment.has_zone = true;
    s->moment.offset = sign * minutes.value * 60;
    return true;
}

/* 2024033110 3000, behind yyyymmdd: a time that exists, then a fraction and a zone at most. */
static bool scan_rest_of_timestamp(struct scan *s, int digits) {
    int hours = part(s, 8, 2), minutes = part(s, 10, 2), seconds = digits > 12 ? part(s, 12, 2) : 0;
    if (hours > 24 || minutes > 59 || seconds > 60)
        return false;
    s->moment.has_clock = true;
    s->moment.seconds = hours * 3600 + minutes * 60 + seconds;
    if (scan_char(s, '.') || scan_char(s, ','))
        scan_digits(s);
    scan_spaces(s);
    if (!scan_zone_in_minutes(s))
        scan_zone(s, true);
    return scan_at_end(s);
}

/* 1774833300.25: the fraction of a second is dropped. */
static bool scan_fraction_to_end(struct scan *s) {
    if (scan_char(s, '.'))
        scan_digits(s);
    return scan_at_end(s);
}

static enum date_result read_epoch(const struct scan *s, int digits, const struct date_style *style,
                                   date *out) {
    int64_t value = digits_at(s, 0, digits);
    int64_t seconds = digits <= 10 ? value : digits <= 13 ? value / 1000 : value / 1000000;
    if (seconds >= LAST_INSTANT)
        return DATE_UNREADABLE;
    return style->code == DATE_CODE_EPOCH ? read_instant(seconds, style, out) : DATE_EPOCH_CODE;
}

/* 100 ns since 1601 or, in .NET, since year 1. */
static enum date_result read_ticks(const struct scan *s, const struct date_style *style,
                                   date *out) {
    int64_t since = digits_at(s, 0, 18) / TICKS_PER_SECOND;
    const int64_t starts[] = {SECONDS_1601_TO_1970, SECONDS_0001_TO_1970};
    for (size_t i = 0; i < 2; i++) {
        int64_t instant = since - starts[i];
        if (instant >= FIRST_INSTANT && instant < LAST_INSTANT)
            return read_instant(instant, style, out);
    }
    return DATE_UNREADABLE;
}

/* Numbers too long for a day. */
static enum date_result read_long_code(struct scan *s, int digits, const struct date_style *style,
                                       date *out) {
    if (digits == 12 || digits == 14 || digits == 17) {
        size_t behind = s->at;
        enum date_result result = read_day(part(s, 0, 4), part(s, 4, 2), part(s, 6, 2), out);
        if (scan_rest_of_timestamp(s, digits) && (digits != 12 || result == DATE_READ))
            return result;
        *out = DATE_NONE;
        s->moment = (struct moment){0};
        s->at = behind;
    }
    bool is_epoch = digits == 9 || digits == 10 || digits == 12 || digits == 13 || digits == 16;
    if (s->text.items[s->begin] == '0')
        return DATE_UNREADABLE;
    if (is_epoch && scan_fraction_to_end(s))
        return read_epoch(s, digits, style, out);
    return digits == 18 && scan_at_end(s) ? read_ticks(s, style, out) : DATE_UNREADABLE;
}

/* 20260331 235959, 20260331-2359, 20260331_235959+0900: a time without signs behind yyyymmdd. */
static bool scan_compact_tail(struct scan *s) {
    if (!scan_char(s, ' ') && !scan_char(s, '-') && !scan_char(s, '_'))
        return false;
    if (!scan_compact_clock(s))
        return false;
    scan_spaces(s);
    scan_zone(s, true);
    return scan_at_end(s);
}

static enum date_result read_eight_digits(struct scan *s, date *out) {
    size_t behind = s->at;
    if (!scan_tail(s)) {
        s->at = behind;
        s->moment = (struct moment){0};
        if (!scan_compact_tail(s))
            return DATE_UNREADABLE;
    }
    return read_day(part(s, 0, 4), part(s, 4, 2), part(s, 6, 2), out);
}

/* 1260331: the first digit says how many hundred years behind 1900. */
static bool is_century_code(const struct scan *s, struct number n) {
    int32_t first = s->text.items[s->begin];
    int month = n.value / 100 % 100, day = n.value % 100;
    return n.digits == 7 && (first == '0' || first == '1') && month >= 1 && month <= 12 &&
           day >= 1 && day <= 31;
}

/* Milliseconds since 1970; the zero points and ends of time of products are none. */
static enum date_result read_milliseconds(int64_t value, const struct date_style *style,
                                          date *out) {
    enum date_result result = read_instant(value / 1000, style, out);
    int year, month, day;
    if (result != DATE_READ)
        return result;
    date_to_civil(*out, &year, &month, &day);
    *out = DATE_NONE;
    return read_day(year, month, day, out);
}

bool try_json_date(struct scan *s, const struct date_style *style, date *out,
                   enum date_result *result) {
    size_t start = s->at;
    scan_char(s, '\\');
    scan_char(s, '/');
    scan_text(s, "new ");
    if (!scan_text(s, "date(")) {
        s->at = start;
        return false;
    }
    int sign = scan_char(s, '-') ? -1 : 1;
    size_t from = s->at;
    scan_digits(s);
    int digits = (int)(s->at - from);
    scan_zone(s, true); /* how it was shown, not when it was */
    s->moment = (struct moment){0};
    bool is_closed = scan_char(s, ')');
    scan_char(s, '\\');
    scan_char(s, '/');
    if (!is_closed || !scan_at_end(s) || digits < 1 || digits > 15)
        *result = DATE_UNREADABLE;
    else
        *result = read_milliseconds(sign * digits_at(s, from - s->begin, digits), style, out);
    return true;
}

enum date_result read_code(struct scan *s, struct number n, const struct date_style *style,
                           date *out) {
    if (scan_at_end(s) &&
        (are_all(s, n.digits, '0') || (n.digits >= 6 && are_all(s, n.digits, '9'))))
        return DATE_EMPTY;
    if (n.digits == 8)
        return read_eight_digits(s, out);
    if (n.digits > 8)
        return read_long_code(s, n.digits, style, out);
    if (!scan_at_end(s))
        return DATE_UNREADABLE;
    if (style->code == DATE_CODE_DAYS && n.digits <= 5) {
        *out = style->is_end && n.value > 1 ? n.value - 1 : n.value; /* 1 is off, not never */
        return DATE_READ;
    }
    bool is_of_era = style->era && n.digits == 5 && n.value / 100 % 100 >= 1 &&
                     n.value / 100 % 100 <= 12 && n.value % 100 >= 1 && n.value % 100 <= 31;
    if (n.digits == 6 || is_of_era) /* 80331 under 令和 */
        return read_six_digits(n, style, out);
    if (n.digits == 7 && is_era_code(n.value))
        return style->code == DATE_CODE_ERA ? read_era_code(n.value, out) : DATE_ERA_CODE;
    if (is_century_code(s, n))
        return style->code == DATE_CODE_CENTURY
                   ? read_day(1900 + n.value / 10000, n.value / 100 % 100, n.value % 100, out)
                   : DATE_CENTURY_CODE;
    if (s->text.items[s->begin] == '0' || (n.digits == 4 && looks_like_year(n.value)) ||
        (n.digits == 7 && n.value != SERIAL_NEVER))
        return DATE_UNREADABLE;
    return read_serial(n.value, out);
}
