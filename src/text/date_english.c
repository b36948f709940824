/*
 * English dates: a month by name, a day and a year in any order that vendors use (28 Apr 2024,
 * Apr 28, 2024, 28-Apr-2024, Mon Apr  1 10:00:00 JST 2024). The name tells month and day apart.
 */
#include "date_parts.h"

struct english {
    int month;
    struct number numbers[2];
    int count;
};

static enum date_result read_english_day(const struct english *e, const struct date_style *style,
                                         date *out) {
    const struct number *first = &e->numbers[0], *second = &e->numbers[1];
    if (e->count == 1)
        return first->digits <= 2 ? DATE_NO_YEAR : DATE_UNREADABLE;
    const struct number *year = first->digits == 4 ? first : second;
    const struct number *day = year == first ? second : first;
    if (day->digits > 2)
        return DATE_UNREADABLE;
    if (year->digits == 4)
        return read_day(year->value, e->month, day->value, out);
    if (year->digits == 2)
        return read_two_digit_year(*year, e->month, day->value, style, out);
    return DATE_UNREADABLE;
}

static void skip_between_words(struct scan *s) {
    while (scan_char(s, ' ') || scan_char(s, ',') || scan_char(s, '-') || scan_char(s, '/') ||
           scan_char(s, '.'))
        continue;
}

/* One word of the date into *e; false at anything else, which is left unread. */
static bool scan_english_word(struct scan *s, struct english *e) {
    size_t start = s->at;
    skip_between_words(s);
    if (e->month == 0 && (e->month = scan_month_name(s)) != 0)
        return true;
    struct number n = scan_digits(s);
    if (n.digits && e->count < 2 && (n.digits == 4 || scan_peek(s) != ':')) {
        if (!scan_text(s, "st") && !scan_text(s, "nd") && !scan_text(s, "rd"))
            scan_text(s, "th");
        e->numbers[e->count++] = n;
        return true;
    }
    s->at = start;
    return n.digits == 0 && e->count == 0 && e->month == 0 && scan_weekday_name(s);
}

/* Mon Apr  1 10:00:00 JST 2024: the year stands behind the time. */
static bool scan_year_behind_clock(struct scan *s, struct english *e) {
    size_t start = s->at;
    scan_spaces(s);
    if (e->count == 1 && scan_clock(s)) {
        scan_spaces(s);
        if (scan_zone(s, true))
            scan_spaces(s);
        struct number year = scan_digits(s);
        if (year.digits == 4 && scan_at_end(s)) {
            e->numbers[e->count++] = year;
            return true;
        }
    }
    s->at = start;
    return false;
}

enum date_result read_english(struct scan *s, const struct date_style *style, date *out) {
    struct english e = {0};
    s->at = s->begin;
    while ((e.month == 0 || e.count < 2) && scan_english_word(s, &e))
        continue;
    if (e.month == 0 || e.count == 0)
        return DATE_UNREADABLE;
    if (!scan_year_behind_clock(s, &e) && !scan_tail(s))
        return DATE_UNREADABLE;
    return read_english_day(&e, style, out);
}
