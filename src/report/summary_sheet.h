/* The first sheet of exceptions.xlsx: how many of what, and what licenses cost by department. */
#ifndef TENKO_REPORT_SUMMARY_SHEET_H
#define TENKO_REPORT_SUMMARY_SHEET_H

#include "xlsx_cells.h"

void summary_sheet_write(struct xlsx_book *b);

#endif
