/*
 * A date cell as a scanner sees it: NFKC, lower case, every hyphen is -, every middle dot is a full
 * stop, runs of spaces are one space, none at the ends. Private to the text room.
 */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include "code_points.h"

struct scan {
    struct code_points text;
    size_t at;
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

/* What may stand behind a date: day of the week, time, zone. True if nothing else is left. */
bool scan_tail(struct scan *s);
/* hh:mm[:ss[.fraction]] with 午前 or pm. */
bool scan_clock(struct scan *s);
/* Z, JST, +09:00, +0900; +09 only if may_be_hours. */
bool scan_zone(struct scan *s, bool may_be_hours);

/* An English month (1…12), by at least three letters; 0 and nothing read if there is none. */
int scan_month_name(struct scan *s);
bool scan_weekday_name(struct scan *s);

#endif
