/*
 * What several files of a report share, made once: the sentence of each exception and its row of
 * exceptions.csv. Lives as long as report_write; read by all reporters through view->rendering.
 */
#ifndef TENKO_REPORT_RENDERING_H
#define TENKO_REPORT_RENDERING_H

#include "output.h"
#include "tenko/csvout.h"
#include "tenko/report.h"

struct rendering {
    const char *directory; /* as the caller named it; for messages */
    struct span *messages; /* [exception] */
    struct span *rows;     /* [exception], with CRLF; NULL unless a format needs them */
    struct rendered_chunk *chunks;
    size_t chunk_count;
    struct written_files written; /* complete when the manifest is written */
};

/* Renders on view->threads threads; rendering_release frees. */
void rendering_init(struct rendering *r, const struct view *view, bool with_rows);
void rendering_release(struct rendering *r);

/* The sentence of exception i in the report's language. */
struct span view_message(const struct view *view, size_t i);

/* The heading row of exceptions.csv, and the row of exception i. */
void exceptions_csv_headings(const struct view *view, struct csvout *csv);
void exceptions_csv_row(const struct view *view, size_t i, struct span message, struct csvout *csv);

/* A CSV of the report begins: BOM, CRLF, spreadsheet-safe. */
struct csvout report_csv_begin(struct sink *out);

#endif
