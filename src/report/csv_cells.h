/* Cells as CSV: UTF-8 with BOM, CRLF, spreadsheet-safe. */
#ifndef TENKO_REPORT_CSV_CELLS_H
#define TENKO_REPORT_CSV_CELLS_H

#include "tenko/cells.h"
#include "tenko/csvout.h"

struct csv_cells {
    struct cells cells;
    struct csvout csv;
};

void csv_cells_init(struct csv_cells *c, struct sink *out);
/* A file begins with this. */
void csv_cells_bom(struct sink *out);

#endif
