/* The steps of date_parse that its manners share. Private to the text room. */
#ifndef TEXT_DATE_PARTS_H
#define TEXT_DATE_PARTS_H

#include "scan.h"

#include "tenko/date.h"

/* A full year, month and day: read, one of the days that mean none, or no such day. */
enum date_result read_day(int year, int month, int day, date *out);
/* The same with a year of one or two digits, as far as the style allows it. */
enum date_result read_two_digit_year(struct number year, int month, int day,
                                     const struct date_style *style, date *out);
/* The whole cell, from its start, as an English date. */
enum date_result read_english(struct scan *s, const struct date_style *style, date *out);

#endif
