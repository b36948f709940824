/*
 * The forms of a date cell, one file each. All take the scan behind what they are told was read,
 * and give what date_parse gives. Private to the text room.
 */
#ifndef TEXT_DATE_PARTS_H
#define TEXT_DATE_PARTS_H

#include "scan.h"

#include "tenko/date.h"

struct era;

/* date_parts.c. Is it a day by which a system means none? */
bool is_no_day(int year, int month, int day);
/* May they be month and day, in either order? */
bool can_be_month_and_day(int a, int b);
bool looks_like_year(int value);
/* A full year, month and day: read, one of the days that mean none, or no such day. */
enum date_result read_day(int year, int month, int day, date *out);
/* The same with a year of an era. */
enum date_result read_era_day(const struct era *era, int year, int month, int day, date *out);
/* The same with a year of one or two digits, as far as the style allows it. */
enum date_result read_two_digit_year(struct number year, int month, int day,
                                     const struct date_style *style, date *out);
/* The day of an instant, in the style's zone. */
enum date_result read_instant(int64_t instant, const struct date_style *style, date *out);

/* date_era.c. False if this is no era date at all ("March 3" begins with 明治's letter). */
bool try_era(struct scan *s, date *out, enum date_result *result);
/* 2026年3月31日 behind its year; the year may have two digits. */
enum date_result read_japanese(struct scan *s, struct number year, const struct date_style *style,
                               date *out);
/* 5080315 */
bool is_era_code(int value);
enum date_result read_era_code(int value, date *out);

/* date_english.c. The whole cell, from its beginning. */
enum date_result read_english(struct scan *s, const struct date_style *style, date *out);

/* date_codes.c. The cell begins with n.digits digits and no part separator. */
enum date_result read_code(struct scan *s, struct number n, const struct date_style *style,
                           date *out);
/* /Date(1774833300000+0900)/, new Date(…): what JSON of .NET and scripts write. False if it is
 * none. */
bool try_json_date(struct scan *s, const struct date_style *style, date *out,
                   enum date_result *result);
/* A day of the 1900 system of spreadsheets. */
enum date_result read_serial(int serial, date *out);

/* date_iso.c, behind a full year. W14-2, W142: the week's day, Monday first; only a week is none.
 */
enum date_result read_iso_week(struct scan *s, int year, date *out);
enum date_result read_day_of_year(int year, int day, date *out);

/* date_numeric.c. Three parts: the first, a, was read, and a sign behind it. */
enum date_result read_parts(struct scan *s, struct number a, int32_t sign,
                            const struct date_style *style, date *out);
int32_t scan_sign(struct scan *s); /* '-', '/' or '.', with spaces around; 0 if there is none */

#endif
