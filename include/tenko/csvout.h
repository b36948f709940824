/*
 * Writes CSV (RFC 4180) into a sink, quoting by libcsv and only where it is needed: a cell with the
 * delimiter, a quote, CR, LF, or a space at an end; or the only, empty cell of a row.
 */
#ifndef TENKO_CSVOUT_H
#define TENKO_CSVOUT_H

#include "tenko/sink.h"

struct csvout {
    struct sink *out;
    bool is_crlf;             /* line end: CRLF, else LF */
    bool is_spreadsheet_safe; /* a cell starting with = + - @ TAB CR gets a leading ' */
    unsigned cells;           /* of the row so far */
    bool first_is_empty;
};

void csvout_cell(struct csvout *c, struct span text);
void csvout_text(struct csvout *c, const char *text); /* NULL = empty */
void csvout_number(struct csvout *c, int64_t value);
void csvout_end_row(struct csvout *c);

#endif
