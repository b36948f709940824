/* The rarer days of ISO 8601: 2026-W14-2, a day of a week, and 2026-090, a day of the year. */
#include "date_parts.h"

/* The Monday of week 1, the one with 4 January. */
static date first_monday(int year) {
    date fourth = date_from_civil(year, 1, 4);
    int weekday = (int)(((int64_t)fourth + 3) % 7 + 7) % 7; /* 1970-01-01 was a Thursday */
    return fourth - weekday;
}

static int weeks_of(int year) {
    return (int)(first_monday(year + 1) - first_monday(year)) / 7;
}

enum date_result read_iso_week(struct scan *s, int year, date *out) {
    if (!looks_like_year(year) || !scan_char(s, 'w'))
        return DATE_UNREADABLE;
    struct number week = scan_digits(s), day;
    if (week.digits == 3) { /* W142 */
        day = (struct number){week.value % 10, 1};
        week = (struct number){week.value / 10, 2};
    } else if (!scan_char(s, '-') || (day = scan_digits(s)).digits != 1) {
        return DATE_UNREADABLE;
    }
    if (week.digits != 2 || !scan_tail(s))
        return DATE_UNREADABLE;
    if (week.value < 1 || week.value > weeks_of(year) || day.value < 1 || day.value > 7)
        return DATE_IMPOSSIBLE;
    *out = first_monday(year) + (week.value - 1) * 7 + day.value - 1;
    return DATE_READ;
}

enum date_result read_day_of_year(int year, int day, date *out) {
    date first = date_from_civil(year, 1, 1), next = date_from_civil(year + 1, 1, 1);
    if (day < 1 || day > next - first)
        return DATE_IMPOSSIBLE;
    *out = first + day - 1;
    return DATE_READ;
}
