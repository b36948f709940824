/*
 * Calendar days. A date is a day number: 0 = 1970-01-01, proleptic Gregorian.
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

/* Days from one to the other; 0 where one is not known, as in a ledger that somebody edited. */
static inline int32_t date_days(date from, date to) {
    return date_is_known(from) && date_is_known(to) ? to - from : 0;
}

date date_from_civil(int year, int month, int day); /* DATE_NONE if there is no such day */
void date_to_civil(date d, int *year, int *month, int *day);
/* "2026-03-31" and NUL into out[11]; "" for DATE_NONE, DATE_UNKNOWN and years outside 0…9999. */
void date_format(date d, char out[11]);
/* The day that date_format wrote; DATE_NONE for "" and anything else. */
date date_of_iso(struct span iso);

/* How the parts of d/d/yyyy stand in a column. */
enum date_order { DATE_ORDER_UNKNOWN, DATE_ORDER_DMY, DATE_ORDER_MDY };

/* What the numbers of a column are. One cell alone does not tell: 5080315 may be an ID. */
enum date_code {
    DATE_CODE_NONE,
    DATE_CODE_EPOCH, /* 1774833300, 1774833300000, …000000: seconds or parts of them since 1970 */
    DATE_CODE_ERA,   /* 5080315: 令和8年3月15日; 3 is 昭和, 4 平成 */
    DATE_CODE_CENTURY, /* 1260331: IBM i's 2026-03-31; 0991231 is 1999-12-31 */
    DATE_CODE_DAYS     /* 20543: days since 1970; of an end, the first day that is off */
};

struct zone;

struct date_style {
    enum date_order order;     /* of 3/4/2025 and 3-4-2025 */
    enum date_order dot_order; /* of 3.4.2025 */
    int two_digit_from; /* 0 = two-digit years are refused; 1950: 50…99 → 1950…1999, 00…49 →
                           2000…2049 */
    bool is_open;       /* the order may still be proven: 3/4/25 is AMBIGUOUS, not year first */
    enum date_code code;
    bool is_end;          /* an instant is the end of something: zone_last_day */
    bool is_midnight_end; /* and so is a local 0:00: the day before is the last */
    bool has_offset;      /* times without a zone are of one `offset` seconds east of Greenwich */
    int32_t offset;
    int32_t era;             /* r, h or s: of years of two digits; 0: they have none */
    const struct zone *zone; /* the day of an instant is one of this zone; NULL: as written, and of
                                numbers that of UTC */
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
    DATE_EPOCH_CODE, /* would be read under DATE_CODE_EPOCH */
    DATE_ERA_CODE,   /* would be read under DATE_CODE_ERA */
    DATE_CENTURY_CODE, /* would be read under DATE_CODE_CENTURY */
    DATE_UNREADABLE,   /* anything else */
};

/*
 * Reads the forms that lists have: ISO (also weeks and days of the year), slashes, dots, yyyymmdd,
 * with or without a time, English months (28 Apr 2024), eras in every width, 元年, ㋿, Excel
 * serials (1900 system; 60 does not exist), FILETIME, /Date(1774833300000)/, numbers of the style's
 * code, and vendors' words for none ("Never logged in", "N/A", "-"). A time without a zone is its
 * day; one with a zone is an instant. The zero points of systems (1601-01-01, 1899-12-30 …) are
 * none, whatever time they carry. *out is DATE_NONE unless the result is DATE_READ or
 * DATE_OUT_OF_ERA.
 */
enum date_result date_parse(struct span text, const struct date_style *style, date *out);
/* The short cut for most cells: 2026-03-31 or 2026/3/31 of our times, alone or with a plain time.
 * False: let date_parse look at it. */
bool date_parse_plain(struct span text, const struct date_style *style, date *out);

/* Which order a d/d/yyyy cell proves (one part > 12), or DATE_ORDER_UNKNOWN. */
struct date_proof {
    enum date_order order;
    bool is_by_dots; /* speaks of dates with dots only */
};
struct date_proof date_order_proven_by(struct span text);

#endif
