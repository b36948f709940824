/* Workbooks put together part by part, for the tests of connectors/xlsx. */
#ifndef TENKO_TESTS_WORKBOOK_H
#define TENKO_TESTS_WORKBOOK_H

#include "tenko/connector.h"

/* p NULL: the usual part; of strings and styles, none. */
struct workbook {
    struct span types, relations, book, book_relations, sheet, sheet2, strings, styles;
    const char *extra; /* name of one more part, or NULL */
};

/* Writes the package to the file at `path`; ends the program if it cannot. */
void workbook_write(const char *path, const struct workbook *workbook);

/* The rows of the workbook, a line each: "LINE:[cell][cell] !problem ~CELL:problem"; behind them,
 * or alone, "error NAME". `facts` may be NULL. Valid until the next call. */
const char *workbook_dump(const char *path, const char *sheet, struct source_facts *facts);

#endif
