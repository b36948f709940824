/* Japanese dates: eras in every width, 元年, era numbers, and 2026年3月31日. */
#include "date_parts.h"
#include "eras.h"

#define KANJI_YEAR  0x5E74
#define KANJI_MONTH 0x6708
#define KANJI_DAY   0x65E5

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
bool try_era(struct scan *s, date *out, enum date_result *result) {
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
        s->at = s->begin;
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

/* Behind a number: 年 makes it a year, 月 a month without one. */
enum date_result read_japanese(struct scan *s, struct number year, const struct date_style *style,
                               date *out) {
    int month, day;
    if (scan_char(s, KANJI_MONTH)) {
        scan_spaces(s);
        struct number d = scan_number(s);
        scan_char(s, KANJI_DAY);
        return d.digits && can_be_month_and_day(year.value, d.value) && scan_tail(s)
                   ? DATE_NO_YEAR
                   : DATE_UNREADABLE;
    }
    scan_char(s, KANJI_YEAR);
    scan_spaces(s);
    if (!scan_month_and_day(s, &month, &day))
        return DATE_UNREADABLE;
    if (year.digits == 4)
        return read_day(year.value, month, day, out);
    return year.digits <= 2 ? read_two_digit_year(year, month, day, style, out) : DATE_UNREADABLE;
}

bool is_era_code(int value) {
    int era = value / 1000000, month = value / 100 % 100, day = value % 100;
    return era >= 3 && era <= 5 && value / 10000 % 100 >= 1 && month >= 1 && month <= 12 &&
           day >= 1 && day <= 31;
}

enum date_result read_era_code(int value, date *out) {
    static const int32_t letters[] = {'s', 'h', 'r'};
    size_t used;
    const struct era *era = era_at(&letters[value / 1000000 - 3], 1, &used);
    return read_era_day(era, value / 10000 % 100, value / 100 % 100, value % 100, out);
}
