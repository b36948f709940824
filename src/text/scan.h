/*
 * A date cell as a scanner sees it: NFKC, lower case, every hyphen is -, every middle dot is a full
 * stop, runs of spaces are one space, none at the ends. Private to the text room.
 */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include "code_points.h"

/* The time behind a date, as far as it was scanned. */
struct moment {
    int32_t seconds; /* of the day; 24:00 is its end */
    int32_t offset;  /* of the zone, in seconds east of Greenwich */
    bool has_clock, has_zone;
};

struct scan {
    struct code_points text;
    size_t begin; /* of the date, behind a spreadsheet's ' and a day of the week */
    size_t at;
    struct moment moment;
};

struct number {
    int value;
    int digits; /* 0 = there is no number; 元 and kanji numerals count as the digits they stand for
                 */
};

/* False if the cell is too long to be a date. Release it in any case. */
bool scan_init(struct scan *s, struct span cell);
void scan_release(struct scan *s);

int32_t scan_peek(const struct scan *s); /* 0 at the end */
bool scan_at_end(const struct scan *s);
bool scan_char(struct scan *s, int32_t c); /* skips it if it is there */
bool scan_text(struct scan *s, const char *ascii);
void scan_spaces(struct scan *s);

/* Digits; more than 9 of them overflow to value −1. */
struct number scan_digits(struct scan *s);
/* Digits, 元 (1) or kanji numerals (三十一, 二〇二六). */
struct number scan_number(struct scan *s);

/* An English month (1…12), by at least three letters; 0 and nothing read if there is none. */
int scan_month_name(struct scan *s);
bool scan_weekday_name(struct scan *s);

/* scan_clock.c. hh:mm[:ss[.fraction]] with 午前 or pm → moment. */
bool scan_clock(struct scan *s);
/* hhmm or hhmmss → moment. */
bool scan_compact_clock(struct scan *s);
/* hh.mm.ss → moment. */
bool scan_dotted_clock(struct scan *s);
/* Z, JST, EST, +09:00, +0900, GMT+9 → moment; +09 only if may_be_hours. */
bool scan_zone(struct scan *s, bool may_be_hours);

/* scan_tail.c. Moves the beginning behind a day of the week, if the cell begins with one. */
void scan_leading_weekday(struct scan *s);
/* What may stand behind a date: day of the week, time, zone. True if nothing else is left; what was
 * read is in `moment`. */
bool scan_tail(struct scan *s);

#endif
