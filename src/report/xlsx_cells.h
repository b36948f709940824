/*
 * Cells as a sheet of a workbook, by libxlsxwriter: every text is a text cell, so that IDs keep
 * their zeros and nothing is ever a formula; days are dates. A sheet has a title, a line that says
 * of whom, of which day and how many rows, and the headings, which stay in sight, filter, and stand
 * on every printed page. A workbook carries the record's day as its date: the same run gives the
 * same bytes.
 *
 *     xlsx_book_open … xlsx_sheet_begin, list_headings, list_rows, xlsx_sheet_end … xlsx_book_close
 *
 * Rows go to a temporary file as they come: memory does not grow with them.
 */
#ifndef TENKO_REPORT_XLSX_CELLS_H
#define TENKO_REPORT_XLSX_CELLS_H

#include "list.h"
#include "output.h"

#include "tenko/strpool.h"

#include <xlsxwriter.h>

#define XLSX_ROWS_MOST 1048576u /* of a sheet; what is more goes to further sheets */
#define XLSX_COLUMNS   32

enum xlsx_style {
    STYLE_TITLE,
    STYLE_HEADING,
    STYLE_TEXT,
    STYLE_WRAPPED,
    STYLE_NUMBER,
    STYLE_TENTHS,
    STYLE_HUNDREDTHS,
    STYLE_DATE,
    STYLE_CRITICAL,
    STYLE_HIGH,
    STYLE_MEDIUM,
    STYLE_INFO,
    STYLE_COUNT
};

struct xlsx_book {
    const struct view *view;
    lxw_workbook *workbook;
    lxw_format *styles[STYLE_COUNT];
    int dir; /* where the file is made; the caller's */
    const char *folder;
    struct strbuf name, path;
    struct strpool sheet_names; /* taken */
    uint32_t rows_most;         /* XLSX_ROWS_MOST; fewer in tests */
    bool failed;
    int error; /* errno: why a sheet could not be added, or 0 */
};

/* What a sheet is called below (made safe there), and above its rows. */
struct xlsx_title {
    struct span name, head; /* "税務課", "例外一覧　税務課" */
    enum message_id says;   /* the column that it makes superfluous; MSG_NONE = none */
};

struct xlsx_cells {
    struct cells cells;
    struct xlsx_book *book;
    lxw_worksheet *sheet;    /* NULL: it could not be added, and nothing is written */
    struct xlsx_title title; /* borrowed */
    size_t row_count;        /* of all rows to come, for the line below the title */
    uint32_t row;
    const struct list *list; /* NULL: a sheet of several tables */
    uint16_t column, columns;
    int lines;       /* of the row at hand: of its longest text */
    bool is_heading; /* of the row at hand: set by itself in the first */
    bool is_list;    /* one table: its headings filter and stand on every page */
    struct heading {
        char *text;
        int width, most;
        bool is_folded;
    } headings[XLSX_COLUMNS];
    struct strbuf text;
    unsigned part; /* 1, 2 …: sheets of one list */
    bool failed;
};

/* --- Sheets: xlsx_cells.c --- */

/* The first row that is written holds the headings, of a list those of its columns. */
void xlsx_sheet_begin(struct xlsx_cells *c, struct xlsx_book *b, const struct list *list,
                      struct xlsx_title title, size_t row_count);
void xlsx_sheet_end(struct xlsx_cells *c);

/* A list of one sheet: headings and the rows from `first` on. */
void xlsx_add_list(struct xlsx_book *b, const struct list *list, size_t first, size_t end);

/* --- Workbooks: xlsx_workbook.c --- */

/* A workbook STEM.xlsx to be made in `dir`, which is folder ("", "departments/") of the report. */
void xlsx_book_open(struct xlsx_book *b, const struct view *view, int dir, const char *folder,
                    struct span stem);
/* Closes; on success the file is added to *written. */
bool xlsx_book_close(struct xlsx_book *b, struct written_files *written,
                     struct error *err) must_check;

/* xlsx_sheet_name.c: replaces *out with a name that Excel takes for a sheet and that is not taken
 * yet, and takes it. */
void xlsx_sheet_name(struct span text, struct strpool *taken, struct strbuf *out);

#endif
