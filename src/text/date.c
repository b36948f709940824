/*
 * A cell → a day. Nearly all cells are YYYY-MM-DD or YYYY/MM/DD and never reach the scanner. The
 * others are told apart by what they begin with:
 *
 *     令和 令 r      an era            june mon    an English date
 *     digits then    年 → Japanese, a sign → three parts, a letter → English, nothing → a code
 *
 * What cannot be told is refused with a reason, never guessed.
 */
#include "tenko/date.h"

#include "date_parts.h"
#include "date_words.h"
#include "eras.h"

#define KANJI_YEAR  0x5E74
#define KANJI_MONTH 0x6708
#define KANJI_DAY   0x65E5

/* Earlier years are typing errors, not dates of a register. */
#define FIRST_YEAR 1000

/* Excel's day 1 is 1900-01-01; its day 60, 1900-02-29, never was. */
#define SERIAL_BEFORE_60 (-25568)
#define SERIAL_AFTER_60  (-25569)
#define SERIAL_MAX       401768  /* 2999-12-31 */
#define SERIAL_NEVER     2958465 /* 9999-12-31 */

/* Values that stand for "none" in databases: zero dates, and what zero becomes in .NET, Active
 * Directory, Access and Excel. */
static bool is_no_day(int year, int month, int day) {
    if (year == 0 || year == 9999)
        return true;
    if (year == 1 || year == 1601)
        return month == 1 && day == 1;
    if (year == 1899)
        return month == 12 && day >= 30;
    return year == 1900 && month + day == 1; /* 1900-01-00, in either order */
}

enum date_result read_day(int year, int month, int day, date *out) {
    if (is_no_day(year, month, day))
        return DATE_EMPTY;
    if (year < FIRST_YEAR)
        return DATE_UNREADABLE;
    date d = date_from_civil(year, month, day);
    if (d == DATE_NONE)
        return DATE_IMPOSSIBLE;
    *out = d;
    return DATE_READ;
}

/* The year of `yy` in the hundred years that the style's setting begins. */
static int widen_year(int yy, const struct date_style *style) {
    int from = style->two_digit_from;
    int year = from - from % 100 + yy;
    return year < from ? year + 100 : year;
}

enum date_result read_two_digit_year(struct number year, int month, int day,
                                     const struct date_style *style, date *out) {
    if (year.value == 0 && month == 0 && day == 0)
        return DATE_EMPTY;
    if (year.digits != 2 || style->two_digit_from <= 0)
        return DATE_TWO_DIGITS;
    return read_day(widen_year(year.value, style), month, day, out);
}

/* --- eras ------------------------------------------------------------------------------------ */

static enum date_result read_era_day(const struct era *era, int year, int month, int day,
                                     date *out) {
    if (year < 1)
        return DATE_IMPOSSIBLE;
    date d = date_from_civil(era->base_year + year - 1, month, day);
    if (d == DATE_NONE)
        return DATE_IMPOSSIBLE;
    *out = d;
    return d >= era->first && d <= era->last ? DATE_READ : DATE_OUT_OF_ERA;
}

/* 年, 月 or a sign between the parts, with spaces around. */
static bool skip_separator(struct scan *s, int32_t kanji) {
    scan_spaces(s);
    bool found = scan_char(s, kanji) || scan_char(s, '.') || scan_char(s, '/') || scan_char(s, '-');
    scan_spaces(s);
    return found;
}

/* Month and day behind a year, 日 or not, and whatever may follow a date. */
static bool scan_month_and_day(struct scan *s, int *month, int *day) {
    struct number m = scan_number(s);
    if (m.digits < 1 || m.digits > 2 || !skip_separator(s, KANJI_MONTH))
        return false;
    struct number d = scan_number(s);
    if (d.digits < 1 || d.digits > 2)
        return false;
    *month = m.value;
    *day = d.value;
    size_t end = s->at;
    scan_spaces(s);
    if (!scan_char(s, KANJI_DAY))
        s->at = end;
    return scan_tail(s);
}

/* False if this is no era date at all ("March 3" begins with 明治's letter). */
static bool try_era(struct scan *s, date *out, enum date_result *result) {
    size_t used;
    const struct era *era = era_at(s->text.items + s->at, s->text.count - s->at, &used);
    if (!era)
        return false;
    s->at += used;
    scan_spaces(s);
    scan_char(s, '.');
    scan_spaces(s);
    struct number year = scan_number(s);
    if (year.digits == 0) {
        s->at = 0;
        return false;
    }
    int month, day;
    *result = DATE_UNREADABLE;
    if (year.digits == 6 && scan_tail(s)) /* R060331 */
        *result =
            read_era_day(era, year.value / 10000, year.value / 100 % 100, year.value % 100, out);
    else if (year.digits <= 3 && skip_separator(s, KANJI_YEAR) &&
             scan_month_and_day(s, &month, &day))
        *result = read_era_day(era, year.value, month, day, out);
    return true;
}

/* --- digits only ----------------------------------------------------------------------------- */

static enum date_result read_serial(int serial, date *out) {
    if (serial == 0 || serial == SERIAL_NEVER)
        return DATE_EMPTY;
    if (serial == 60)
        return DATE_IMPOSSIBLE;
    if (serial < 0 || serial > SERIAL_MAX)
        return DATE_UNREADABLE;
    *out = serial + (serial < 60 ? SERIAL_BEFORE_60 : SERIAL_AFTER_60);
    return DATE_READ;
}

static bool looks_like_year(int value) {
    return value >= 1900 && value <= 2100;
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

/* The count digits behind `at`, which are there. */
static int part(const struct scan *s, size_t at, int count) {
    int value = 0;
    for (int i = 0; i < count; i++)
        value = value * 10 + (s->text.items[at + (size_t)i] - '0');
    return value;
}

/* 2024033110 3000, behind yyyymmdd: a time that exists, then a fraction and a zone at most. */
static bool scan_rest_of_timestamp(struct scan *s, int digits) {
    if (part(s, 8, 2) > 24 || part(s, 10, 2) > 59 || (digits == 14 && part(s, 12, 2) > 60))
        return false;
    if (scan_char(s, '.') || scan_char(s, ','))
        scan_digits(s);
    scan_spaces(s);
    scan_zone(s, true);
    return scan_at_end(s);
}

static bool are_all(const struct scan *s, int count, int32_t digit) {
    for (int i = 0; i < count; i++) {
        if (s->text.items[i] != digit)
            return false;
    }
    return true;
}

/* The cell begins with n.digits digits and no part separator. */
static enum date_result read_code(struct scan *s, struct number n, const struct date_style *style,
                                  date *out) {
    if (scan_at_end(s) &&
        (are_all(s, n.digits, '0') || (n.digits >= 6 && are_all(s, n.digits, '9'))))
        return DATE_EMPTY;
    if (n.digits == 8)
        return scan_tail(s) ? read_day(part(s, 0, 4), part(s, 4, 2), part(s, 6, 2), out)
                            : DATE_UNREADABLE;
    if (n.digits == 12 || n.digits == 14)
        return scan_rest_of_timestamp(s, n.digits)
                   ? read_day(part(s, 0, 4), part(s, 4, 2), part(s, 6, 2), out)
                   : DATE_UNREADABLE;
    if (!scan_at_end(s))
        return DATE_UNREADABLE;
    if (n.digits == 6)
        return read_six_digits(n, style, out);
    if (n.digits > 7 || s->text.items[0] == '0' || (n.digits == 4 && looks_like_year(n.value)))
        return DATE_UNREADABLE;
    if (n.digits == 7 && n.value != SERIAL_NEVER)
        return DATE_UNREADABLE;
    return read_serial(n.value, out);
}

/* --- three parts ----------------------------------------------------------------------------- */

static bool can_be_month_and_day(int a, int b) {
    return (a >= 1 && a <= 12 && b >= 1 && b <= 31) || (b >= 1 && b <= 12 && a >= 1 && a <= 31);
}

/* a, a sign, b, and no third part: a day without its year, or a serial with a fraction. */
static enum date_result read_two_parts(struct scan *s, struct number a, int32_t sign,
                                       struct number b, date *out) {
    if (sign == '.' && scan_at_end(s)) {
        if (a.value == 0 && b.value == 0)
            return DATE_EMPTY;
        bool is_day = a.digits <= 2 && b.digits <= 2 && can_be_month_and_day(a.value, b.value);
        bool is_year = a.digits == 4 && looks_like_year(a.value);
        if (!is_day && !is_year && s->text.items[0] != '0' && a.digits <= 6)
            return read_serial(a.value, out);
    }
    if (a.digits > 2 || b.digits > 2 || !can_be_month_and_day(a.value, b.value) || !scan_tail(s))
        return DATE_UNREADABLE;
    return DATE_NO_YEAR;
}

static enum date_order order_proven(int a, int b) {
    if (a > 12 && a <= 31 && b >= 1 && b <= 12)
        return DATE_ORDER_DMY;
    if (b > 12 && b <= 31 && a >= 1 && a <= 12)
        return DATE_ORDER_MDY;
    return DATE_ORDER_UNKNOWN;
}

static enum date_result read_year_last(int a, int b, int year, const struct date_style *style,
                                       date *out) {
    enum date_order order = style->order != DATE_ORDER_UNKNOWN ? style->order : order_proven(a, b);
    if (order == DATE_ORDER_UNKNOWN && a != b && a >= 1 && a <= 12 && b >= 1 && b <= 12)
        return is_no_day(year, a, b) ? DATE_EMPTY : DATE_AMBIGUOUS;
    return order == DATE_ORDER_MDY ? read_day(year, a, b, out) : read_day(year, b, a, out);
}

/* yy/mm/dd, unless the column is known to put the year last. */
static enum date_result read_short_parts(const struct number p[3], const struct date_style *style,
                                         date *out) {
    switch (style->order) {
    case DATE_ORDER_DMY:
        return read_two_digit_year(p[2], p[1].value, p[0].value, style, out);
    case DATE_ORDER_MDY:
        return read_two_digit_year(p[2], p[0].value, p[1].value, style, out);
    case DATE_ORDER_UNKNOWN:
        break;
    }
    return read_two_digit_year(p[0], p[1].value, p[2].value, style, out);
}

static int32_t scan_sign(struct scan *s) {
    size_t start = s->at;
    scan_spaces(s);
    int32_t c = scan_peek(s);
    if (c == '-' || c == '/' || c == '.') {
        s->at++;
        scan_spaces(s);
        return c;
    }
    s->at = start;
    return 0;
}

static bool scan_third_part(struct scan *s, int32_t sign, struct number *third) {
    size_t start = s->at;
    if (scan_sign(s) == sign && (*third = scan_digits(s)).digits)
        return true;
    s->at = start;
    return false;
}

static enum date_result read_parts(struct scan *s, struct number a, int32_t sign,
                                   const struct date_style *style, date *out) {
    struct number p[3] = {a, scan_digits(s), {0, 0}};
    if (p[1].digits == 0)
        return read_english(s, style, out);
    if (!scan_third_part(s, sign, &p[2]))
        return read_two_parts(s, p[0], sign, p[1], out);
    if (p[1].digits > 2 || !scan_tail(s))
        return DATE_UNREADABLE;
    if (p[0].digits == 4 && p[2].digits <= 2)
        return read_day(p[0].value, p[1].value, p[2].value, out);
    if (p[0].digits <= 2 && p[2].digits == 4)
        return read_year_last(p[0].value, p[1].value, p[2].value, style, out);
    if (p[0].digits <= 2 && p[2].digits <= 2)
        return read_short_parts(p, style, out);
    return DATE_UNREADABLE;
}

/* --- all of them ----------------------------------------------------------------------------- */

/* Behind a number: 年 makes it a year, 月 a month without one. */
static enum date_result read_japanese(struct scan *s, struct number year,
                                      const struct date_style *style, date *out) {
    int month, day;
    if (scan_char(s, KANJI_MONTH)) {
        scan_spaces(s);
        struct number d = scan_number(s);
        scan_char(s, KANJI_DAY);
        return d.digits && can_be_month_and_day(year.value, d.value) && scan_tail(s)
                   ? DATE_NO_YEAR
                   : DATE_UNREADABLE;
    }
    if (!skip_separator(s, KANJI_YEAR) || !scan_month_and_day(s, &month, &day))
        return DATE_UNREADABLE;
    if (year.digits == 4)
        return read_day(year.value, month, day, out);
    return year.digits <= 2 ? read_two_digit_year(year, month, day, style, out) : DATE_UNREADABLE;
}

static enum date_result read_numeric(struct scan *s, const struct date_style *style, date *out) {
    if (scan_char(s, 0x897F) && !scan_char(s, 0x66A6)) /* 西暦 */
        return DATE_UNREADABLE;
    scan_spaces(s);
    struct number n = scan_number(s);
    if (n.digits == 0)
        return read_english(s, style, out);
    size_t end = s->at;
    scan_spaces(s);
    int32_t next = scan_peek(s);
    if (next == KANJI_YEAR || next == KANJI_MONTH)
        return read_japanese(s, n, style, out);
    s->at = end;
    if (next >= 'a' && next <= 'z' && n.digits <= 4)
        return read_english(s, style, out);
    int32_t sign = n.digits < 8 ? scan_sign(s) : 0;
    if (sign)
        return read_parts(s, n, sign, style, out);
    int32_t first = s->text.items[0];
    return first >= '0' && first <= '9' ? read_code(s, n, style, out) : DATE_UNREADABLE;
}

#define EACH_BYTE(value) (0x0101010101010101u * (value))

/* Are all eight bytes digits? */
static bool are_eight_digits(uint64_t eight) {
    uint64_t high = eight & EACH_BYTE(0xF0);
    return high == EACH_BYTE(0x30) &&
           ((eight + EACH_BYTE(0x06)) & EACH_BYTE(0xF0)) == EACH_BYTE(0x30);
}

/* hh:mm[:ss], with a Z at most behind it. */
static bool is_plain_clock(const char *p, size_t n) {
    if (n == 9 && p[8] == 'Z')
        n = 8;
    if ((n != 5 && n != 8) || p[2] != ':' || (n == 8 && p[5] != ':'))
        return false;
    char digits[8] = {p[0], p[1], p[3], p[4], '0', '0', '0', '0'};
    if (n == 8)
        digits[4] = p[6], digits[5] = p[7];
    uint64_t eight;
    memcpy(&eight, digits, sizeof eight);
    return are_eight_digits(eight) && memcmp(digits, "24", 2) < 0 && digits[2] < '6' &&
           digits[4] < '6';
}

/* The short cut: YYYY-MM-DD or YYYY/MM/DD of a plausible year, alone or with a plain time. */
static bool read_iso(struct span text, date *out) {
    const char *p = text.p;
    if (text.n < 10 || p[4] != p[7] || (p[4] != '-' && p[4] != '/'))
        return false;
    char digits[8] = {p[0], p[1], p[2], p[3], p[5], p[6], p[8], p[9]};
    uint64_t eight;
    memcpy(&eight, digits, sizeof eight);
    if (!are_eight_digits(eight))
        return false;
    if (text.n > 10 && ((p[10] != ' ' && p[10] != 'T') || !is_plain_clock(p + 11, text.n - 11)))
        return false;
    int year = (p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0');
    if (year <= 1900 || year >= 9999)
        return false;
    date day =
        date_from_civil(year, (p[5] - '0') * 10 + p[6] - '0', (p[8] - '0') * 10 + p[9] - '0');
    if (day == DATE_NONE)
        return false;
    *out = day;
    return true;
}

enum date_result date_parse(struct span text, const struct date_style *style, date *out) {
    if (read_iso(text, out))
        return DATE_READ;
    *out = DATE_NONE;
    if (text.n == 0)
        return DATE_EMPTY;
    struct scan s;
    enum date_result result = DATE_UNREADABLE;
    if (scan_init(&s, text)) {
        if (scan_is_no_date(&s))
            result = DATE_EMPTY;
        else if (!try_era(&s, out, &result))
            result = read_numeric(&s, style, out);
    }
    scan_release(&s);
    return result;
}

enum date_order date_order_proven_by(struct span text) {
    struct scan s;
    enum date_order order = DATE_ORDER_UNKNOWN;
    struct number third;
    if (scan_init(&s, text)) {
        struct number a = scan_digits(&s);
        int32_t sign = scan_sign(&s);
        struct number b = scan_digits(&s);
        if (sign && a.digits >= 1 && a.digits <= 2 && b.digits >= 1 && b.digits <= 2 &&
            scan_third_part(&s, sign, &third) && third.digits == 4 && scan_tail(&s))
            order = order_proven(a.value, b.value);
    }
    scan_release(&s);
    return order;
}
