/* Days and civil dates: proleptic Gregorian, years 0…9999 (the era-of-400-years arithmetic). */
#include "tenko/date.h"

#define DAYS_PER_400_YEARS 146097
#define DAYS_TO_1970       719468 /* from 0000-03-01 */

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month) {
    static const signed char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

date date_from_civil(int year, int month, int day) {
    if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month))
        return DATE_NONE;
    /* The year begins in March, so that the leap day is its last. */
    int y = month <= 2 ? year + 399 : year + 400; /* 400 years on: never negative */
    int m = month <= 2 ? month + 9 : month - 3;
    int day_of_year = (153 * m + 2) / 5 + day - 1;
    return y * 365 + y / 4 - y / 100 + y / 400 + day_of_year - DAYS_PER_400_YEARS - DAYS_TO_1970;
}

void date_to_civil(date d, int *year, int *month, int *day) {
    int64_t z = (int64_t)d + DAYS_TO_1970;
    int64_t cycle = (z >= 0 ? z : z - (DAYS_PER_400_YEARS - 1)) / DAYS_PER_400_YEARS;
    int in_cycle = (int)(z - cycle * DAYS_PER_400_YEARS);
    int y = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / 146096) / 365;
    int in_year = in_cycle - (365 * y + y / 4 - y / 100);
    int m = (5 * in_year + 2) / 153;
    *day = in_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = (int)(y + cycle * 400) + (*month <= 2);
}

void date_format(date d, char out[11]) {
    int year, month, day;
    date_to_civil(d, &year, &month, &day);
    if (d == DATE_NONE || year < 0 || year > 9999) {
        out[0] = '\0';
        return;
    }
    for (int i = 3; i >= 0; i--, year /= 10)
        out[i] = (char)('0' + year % 10);
    out[4] = out[7] = '-';
    out[5] = (char)('0' + month / 10);
    out[6] = (char)('0' + month % 10);
    out[8] = (char)('0' + day / 10);
    out[9] = (char)('0' + day % 10);
    out[10] = '\0';
}
