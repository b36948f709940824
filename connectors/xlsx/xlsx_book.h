/* The workbook's table of contents: which sheets there are, and where their parts are. */
#ifndef TENKO_XLSX_BOOK_H
#define TENKO_XLSX_BOOK_H

#include "xlsx_package.h"

struct book_sheet {
    char *name;
    char *part; /* "xl/worksheets/sheet1.xml" */
    bool is_hidden;
};

/* Texts are owned: book_release. */
struct book {
    VEC(struct book_sheet) sheets; /* in the order of the tabs; charts are none */
    char *strings_part;            /* NULL = none */
    char *styles_part;             /* NULL = none */
    bool is_1904;                  /* days are counted from 1904-01-01 */
};

/* Refuses by name what is no .xlsx: macros, .xlsb, .ods, other documents. book_release also after a
 * failure. */
bool book_read(struct book *book, const struct package *p, struct error *err) must_check;
void book_release(struct book *book);

/* The sheet of this name, or this number among the visible ones; NULL: the first visible one. */
const struct book_sheet *book_find_sheet(const struct book *book, const char *wanted,
                                         const struct package *p, struct error *err) must_check;
/* All names, for messages. */
void book_add_names(const struct book *book, struct strbuf *out);

#endif
