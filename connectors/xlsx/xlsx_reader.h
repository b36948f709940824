/* The xlsx connector's reader, shared by its files and its tests. */
#ifndef TENKO_XLSX_READER_H
#define TENKO_XLSX_READER_H

#include "xlsx_book.h"
#include "xlsx_format.h"
#include "xlsx_strings.h"
#include "xlsx_xml.h"

/* As of csv. */
#define XLSX_CELL_MAX_BYTES ((size_t)1 << 20)
#define XLSX_ROW_MAX_CELLS  4096u
#define XLSX_ROW_MAX_BYTES  ((size_t)16 << 20)

enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_BOOL, CELL_DATE };

/* The cell whose elements are being read. */
struct open_cell {
    uint32_t column; /* from 0 */
    enum cell_type type;
    uint32_t style;
    size_t start; /* of its value in reader.text */
    bool has_value, has_formula, is_inline, is_text;
    uint32_t phonetic;
};

/* Where a cell of the row in hand has its text: in reader.text, which may yet move, or shared. */
struct sheet_place {
    size_t offset;
    bool is_shared;
};

struct reader {
    char *path;    /* as configured */
    char *display; /* "staff.xlsx[職員]" */
    struct package package;
    struct book book;
    struct strings strings;
    struct formats formats;
    const struct book_sheet *sheet;
    struct xml xml;

    bool in_data, in_row, in_cell;
    uint32_t line;   /* of the row in hand */
    uint32_t widest; /* cells of the longest row so far: shorter ones get empty cells */
    struct open_cell open;
    VEC(struct cell) cells;
    VEC(struct sheet_place) places;
    uint32_t cell_count; /* behind the last that is not empty */
    struct strbuf text;
    enum message_id problem;
    bool is_row_ready;
    VEC(struct row_note) notes;

    uint64_t hidden_rows, merged_rows, formulas_without_value;
};

/* xlsx_connector.c. `path` and `display` are copied; sheet NULL = the first visible. */
bool xlsx_reader_open(struct reader **out, const char *path, const char *display, const char *sheet,
                      struct error *err) must_check;

/* xlsx_rows.c: the connector's next; and what begins it. */
bool xlsx_rows_begin(struct reader *r, struct error *err) must_check;
enum next xlsx_reader_next(struct reader *r, struct row *row, struct error *err);

#endif
