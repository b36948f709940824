/* Year, month and day, and instants: what all forms of a date end in. */
#include "date_parts.h"
#include "eras.h"

#include "tenko/zone.h"

/* Earlier years are typing errors, not dates of a register. */
#define FIRST_YEAR 1000

/* Values that stand for "none" in databases: what zero becomes in .NET, Active Directory, SQL
 * Server, Excel and Unix, also as seen from a zone in the west, and the ends of time. */
bool is_no_day(int year, int month, int day) {
    static const struct {
        int year, month, day;
    } zeros[] = {{1, 1, 1},    {1600, 12, 31}, {1601, 1, 1},   {1752, 12, 31},
                 {1753, 1, 1}, {1899, 12, 30}, {1899, 12, 31}, {1900, 1, 0},
                 {1900, 0, 1}, {1900, 1, 1},   {1969, 12, 31}, {1970, 1, 1}};
    if (year == 0 || year == 9999)
        return true;
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++) {
        if (year == zeros[i].year && month == zeros[i].month && day == zeros[i].day)
            return true;
    }
    return false;
}

bool can_be_month_and_day(int a, int b) {
    return (a >= 1 && a <= 12 && b >= 1 && b <= 31) || (b >= 1 && b <= 12 && a >= 1 && a <= 31);
}

bool looks_like_year(int value) {
    return value >= 1900 && value <= 2100;
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

enum date_result read_era_day(const struct era *era, int year, int month, int day, date *out) {
    if (year == 0 && month == 0 && day == 0)
        return DATE_EMPTY;
    if (year < 1 || month < 1 || day < 1)
        return DATE_IMPOSSIBLE;
    enum date_result result = read_day(era->base_year + year - 1, month, day, out);
    if (result != DATE_READ)
        return result;
    return *out >= era->first && *out <= era->last ? DATE_READ : DATE_OUT_OF_ERA;
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
    size_t used;
    if (style->era)
        return read_era_day(era_at(&style->era, 1, &used), year.value, month, day, out);
    if (year.digits != 2 || style->two_digit_from <= 0)
        return DATE_TWO_DIGITS;
    return read_day(widen_year(year.value, style), month, day, out);
}

enum date_result read_instant(int64_t instant, const struct date_style *style, date *out) {
    *out = style->is_end ? zone_last_day(style->zone, instant) : zone_day(style->zone, instant);
    return *out == DATE_NONE ? DATE_EMPTY : DATE_READ; /* the end of time */
}
