/*
 * Calendar days. A date is a day number: 0 = 1970-01-01, proleptic Gregorian.
 * No time zone is consulted: a time of day behind a date is dropped.
 */
#ifndef TENKO_DATE_H
#define TENKO_DATE_H

#include "tenko/span.h"
#include "tenko/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

typedef int32_t date;
#define DATE_NONE INT32_MIN
/* Something stands in the cell, but not a day that could be read: nothing may be concluded from it,
 * least of all that something never happened. Only intake gives it; it is formatted as "". */
#define DATE_UNKNOWN (INT32_MIN + 1)

/* A day: neither none nor unknown. Only such dates are compared with others. */
static inline bool date_is_known(date d) {
    return d > DATE_UNKNOWN;
}

date date_from_civil(int year, int month, int day); /* DATE_NONE if there is no such day */
void date_to_civil(date d, int *year, int *month, int *day);
/* "2026-03-31" and NUL into out[11]; "" for DATE_NONE, DATE_UNKNOWN and years outside 0…9999. */
void date_format(date d, char out[11]);

/* How the parts of d/d/yyyy stand in a column. */
enum date_order { DATE_ORDER_UNKNOWN, DATE_ORDER_DMY, DATE_ORDER_MDY };

struct date_style {
    enum date_order order;
    int two_digit_from; /* 0 = two-digit years are refused; 1950: 50…99 → 1950…1999, 00…49 →
                           2000…2049 */
};

enum date_result {
    DATE_READ,       /* *out is a date */
    DATE_EMPTY,      /* empty or a word for none: *out is DATE_NONE, nothing to report */
    DATE_OUT_OF_ERA, /* read, but the era had not begun or had ended that day (平成31年5月1日):
                        report */
    DATE_IMPOSSIBLE, /* no such day (R7.2.29) */
    DATE_AMBIGUOUS,  /* 3/4/2025 and the style does not say which is the month */
    DATE_TWO_DIGITS, /* a two-digit year without an era, and the style does not allow it */
    DATE_NO_YEAR,    /* 1月2日, 3/31: Excel's doing */
    DATE_UNREADABLE, /* anything else */
};

/*
 * Reads every manner of CONTRACT section 3 and DATA "Codes and dates": ISO, slashes, dots,
 * yyyymmdd, with or without a time (ISO T…, Z and offsets too: the day as written), English months
 * (28 Apr 2024), eras in every width, 元年, ㋿, Excel serials (1900 system; 60 does not exist),
 * vendors' words for none ("Never logged in", "N/A", "-"). *out is DATE_NONE unless the result is
 * DATE_READ or DATE_OUT_OF_ERA.
 */
enum date_result date_parse(struct span text, const struct date_style *style, date *out);

/* Which order a d/d/yyyy cell proves (one part > 12), or DATE_ORDER_UNKNOWN. */
enum date_order date_order_proven_by(struct span text);

#endif
