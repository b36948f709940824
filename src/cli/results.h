/*
 * Rows of one kind on standard output, as CSV or as an array of JSON objects: one table of columns
 * gives both. Lines to read (FORM_TEXT) are sentences, and each command's own.
 */
#ifndef CLI_RESULTS_H
#define CLI_RESULTS_H

#include "cli.h"

#include "tenko/csvout.h"
#include "tenko/jsonout.h"

struct result_column {
    const char *key; /* in JSON, and with --lang en the head of the CSV's column */
    enum message_id heading;
};

struct results {
    const struct result_column *columns;
    size_t count, at; /* which cell comes next */
    bool is_json;
    struct jsonout *json;
    struct csvout csv;
};

/* JSON goes where *json stands: the array begins. CSV: BOM and heads. */
void results_begin(struct results *r, struct cli *cli, const struct options *o,
                   const struct result_column *columns, size_t count);
/* The cells of a row, in the order of the columns; an empty text is null in JSON. */
void results_text(struct results *r, struct span text);
void results_number(struct results *r, uint64_t number);
void results_none(struct results *r);
void results_day(struct results *r, date day);
void results_end_row(struct results *r);
void results_end(struct results *r);

#endif
