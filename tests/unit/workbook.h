/* Workbooks put together part by part, for the tests of connectors/xlsx. */
#ifndef TENKO_TESTS_WORKBOOK_H
#define TENKO_TESTS_WORKBOOK_H

#include "tenko/span.h"

/* p NULL: the usual part; of strings and styles, none. */
struct workbook {
    struct span types, relations, book, book_relations, sheet, sheet2, strings, styles;
    const char *extra; /* name of one more part, or NULL */
};

/* Writes the package to the file at `path`; ends the program if it cannot. */
void workbook_write(const char *path, const struct workbook *workbook);

#endif
