/*
 * Number formats. A cell holds 46112 whether it shows 46112, 2026-03-31 or 令和8年3月31日: only its
 * format tells. Of formats that are no dates one kind matters here, that which shows leading zeros
 * (000000), for with it numbers are IDs.
 */
#ifndef TENKO_XLSX_FORMAT_H
#define TENKO_XLSX_FORMAT_H

#include "xlsx_package.h"

#define SHOWS_DATE    1u
#define SHOWS_TIME    2u
#define SHOWS_ELAPSED 4u /* [h]:mm, a duration */

struct number_format {
    unsigned shows; /* SHOWS_*; 0 = a number */
    char *digits;   /* for leading zeros, else NULL: DIGIT_ZERO, DIGIT_OPTIONAL, or itself */
};
#define DIGIT_ZERO     '\x01'
#define DIGIT_OPTIONAL '\x02'

/* By the number that a cell's `s` names. */
struct formats {
    VEC(struct number_format) styles;
};

bool formats_read(struct formats *out, const struct package *p, const char *part,
                  struct error *err) must_check;
void formats_release(struct formats *f);

/* What a format's code means: "yyyy/m/d", "[$-411]ggge\"年\"m\"月\"d\"日\"", "000000". */
struct number_format format_of_code(const char *code);

/* Appends a cell's number as Tenko reads it: as it was typed, without exponent; as ISO date and
 * time; or with its leading zeros. `raw` is the text in the file; format NULL = General. */
void format_write(struct strbuf *out, struct span raw, const struct number_format *format,
                  bool is_1904);

#endif
