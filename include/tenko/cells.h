/*
 * The cell interface: where a list is written, whatever its format. A list is a const table of
 * columns (list.h); CSV, XLSX and HTML implement this interface, so one definition of a list gives
 * three formats. Cells come row by row, left to right; the headings are the first row.
 */
#ifndef TENKO_CELLS_H
#define TENKO_CELLS_H

#include "tenko/date.h"
#include "tenko/severity.h"

struct cells;

struct cells_format {
    /* Any text, raw: escaping for the format (quotes, formula signs, markup) happens here. IDs stay
     * text: leading zeros survive. */
    void (*text)(struct cells *c, struct span text);
    /* A word that says how grave the row is. */
    void (*mark)(struct cells *c, struct span text, enum severity severity);
    void (*number)(struct cells *c, int64_t number);
    /* `permille` 859 = 85.9 %; hundredths 120050 = 1200.50. */
    void (*percent)(struct cells *c, int64_t permille);
    void (*money)(struct cells *c, int64_t hundredths);
    void (*date)(struct cells *c, date day); /* DATE_NONE = an empty cell */
    void (*end_row)(struct cells *c);
};

/* Each implementation embeds this first. */
struct cells {
    const struct cells_format *format;
};

static inline void cells_text(struct cells *c, struct span text) {
    c->format->text(c, text);
}
static inline void cells_mark(struct cells *c, struct span text, enum severity severity) {
    c->format->mark(c, text, severity);
}
static inline void cells_number(struct cells *c, int64_t n) {
    c->format->number(c, n);
}
static inline void cells_percent(struct cells *c, int64_t n) {
    c->format->percent(c, n);
}
static inline void cells_money(struct cells *c, int64_t n) {
    c->format->money(c, n);
}
static inline void cells_date(struct cells *c, date day) {
    c->format->date(c, day);
}
static inline void cells_end_row(struct cells *c) {
    c->format->end_row(c);
}

#endif
