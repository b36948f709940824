/*
 * What is made once and on all threads, before the files are written: the sentence of each
 * exception, its row of exceptions.csv (departments/ takes it too) and its line of
 * exceptions.jsonl. Lives as long as report_write; read by all reporters through view->rendering.
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

/* Renders what the formats need on view->threads threads; rendering_release frees. */
void rendering_init(struct rendering *r, const struct view *view, unsigned formats);
void rendering_release(struct rendering *r);

/* The heading row of exceptions.csv, and the row of exception i. */
void exceptions_csv_headings(const struct view *view, struct csvout *csv);
void exceptions_csv_row(const struct view *view, size_t i, struct span message, struct csvout *csv);

/* The line of exception i, and all lines. */
void exceptions_jsonl_line(const struct view *view, size_t i, struct span message,
                           struct sink *out);
void rendering_write_lines(const struct rendering *r, struct sink *out);

/* A CSV of the report begins: BOM, CRLF, spreadsheet-safe. */
struct csvout report_csv_begin(struct sink *out);

#endif
