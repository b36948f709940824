/*
 * Writes CSV (RFC 4180) into a sink, quoting by libcsv and only where it is needed: a cell with the
 * delimiter, a quote, CR, LF, or a space at an end; or the only, empty cell of a row.
 */
#ifndef TENKO_CSVOUT_H
#define TENKO_CSVOUT_H

#include "tenko/sink.h"

struct csvout {
    struct sink *out;
    bool is_crlf; /* line end: CRLF, else LF */
    /* A cell that a spreadsheet could take for a formula gets a leading ': = + - @ or their
     * full-width forms, TAB, CR or LF at its start, also behind blanks and zero-width marks. */
    bool is_spreadsheet_safe;
    unsigned cells; /* of the row so far */
    bool first_is_empty;
};

void csvout_cell(struct csvout *c, struct span text);
void csvout_text(struct csvout *c, const char *text);  /* NULL = empty */
void csvout_value(struct csvout *c, struct span text); /* of our own making, short: as it is */
/* The same in place: room for n bytes, then how many of them are there. n < SINK_ROOM_MOST. */
char *csvout_room(struct csvout *c, size_t n);
void csvout_took(struct csvout *c, size_t n);
void csvout_number(struct csvout *c, int64_t value);
void csvout_end_row(struct csvout *c);

#endif
