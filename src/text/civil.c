/* Days and civil dates: proleptic Gregorian, years 0…9999 (the era-of-400-years arithmetic). */
#include "tenko/date.h"

#include <stdio.h>

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

/* The algorithm of C. Neri and L. Schneider, "Euclidean affine functions and their application to
 * calendar algorithms" (2022): years of 365.25 days and months of 30.6, as fractions of 2^32 and
 * 2^16, so that nothing is divided by what is not known when this is compiled. */
void date_to_civil(date d, int *year, int *month, int *day) {
    enum { CYCLES = 20000 }; /* of 400 years: more than any day is before 0 */
    uint64_t days = (uint64_t)((int64_t)d + DAYS_TO_1970 + (int64_t)CYCLES * DAYS_PER_400_YEARS);
    uint64_t quarters = 4 * days + 3;
    uint64_t in_century = quarters % DAYS_PER_400_YEARS / 4;
    uint64_t years = 2939745 * (4 * in_century + 3); /* of 365.25 days, times 2^32 */
    uint32_t in_year = (uint32_t)years / 2939745 / 4;
    uint32_t months = 2141 * in_year + 197913; /* of 30.6 days, from March = 3, times 2^16 */
    bool is_next = in_year >= 306;             /* January and February are of the next year */
    *day = (int)((months & 0xFFFF) / 2141 + 1);
    *month = (int)(months >> 16) - (is_next ? 12 : 0);
    *year = (int)(quarters / DAYS_PER_400_YEARS * 100 + (years >> 32)) - CYCLES * 400 + is_next;
}

static void write_pair(char *out, int number) {
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    memcpy(out, pairs + (size_t)number * 2, 2);
}

void date_format(date d, char out[11]) {
    int year, month, day;
    date_to_civil(d, &year, &month, &day);
    if (d == DATE_NONE || year < 0 || year > 9999) {
        out[0] = '\0';
        return;
    }
    memcpy(out, "0000-00-00", sizeof "0000-00-00");
    write_pair(out, year / 100);
    write_pair(out + 2, year % 100);
    write_pair(out + 5, month);
    write_pair(out + 8, day);
}

date date_of_iso(struct span iso) {
    int year, month, day;
    char digits[16] = "";
    memcpy(digits, iso.p ? iso.p : "", iso.n < sizeof digits ? iso.n : sizeof digits - 1);
    return sscanf(digits, "%4d-%2d-%2d", &year, &month, &day) == 3
               ? date_from_civil(year, month, day)
               : DATE_NONE;
}
