/* The functions of the reporter table. */
#ifndef TENKO_REPORT_WRITERS_H
#define TENKO_REPORT_WRITERS_H

#include "rendering.h"

extern const struct exceptions_writer exceptions_csv, exceptions_jsonl, exceptions_html,
    exceptions_by_addressee;

/* The row of exceptions.csv, and what stands above the first one. */
exception_form exception_csv_row;
void exceptions_csv_begin(const struct view *view, struct sink *out);

void write_summary_json(const struct view *view, struct sink *out);
void write_manifest_json(const struct view *view, const struct written_files *written,
                         struct sink *out);

#endif
