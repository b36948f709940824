/* Cells as CSV: UTF-8 with BOM, CRLF, spreadsheet-safe, dates as the language writes them. */
#ifndef TENKO_REPORT_CSV_CELLS_H
#define TENKO_REPORT_CSV_CELLS_H

#include "tenko/cells.h"
#include "tenko/csvout.h"

#include "tenko/message.h"

struct csv_cells {
    struct cells cells;
    struct csvout csv;
    enum language language; /* of dates */
};

void csv_cells_init(struct csv_cells *c, struct sink *out, enum language lang);
/* A file begins with this. */
void csv_cells_bom(struct sink *out);

#endif
