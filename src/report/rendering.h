/*
 * Exceptions on their way to the files that have them all. A part of them is rendered once (the
 * sentence, the row of exceptions.csv that departments/ takes too, the line of exceptions.jsonl)
 * and handed to each writer, part by part in their order.
 */
#ifndef TENKO_REPORT_RENDERING_H
#define TENKO_REPORT_RENDERING_H

#include "output.h"
#include "tenko/csvout.h"
#include "tenko/report.h"

/* What reporters know of the report itself, through view->rendering. */
struct rendering {
    const char *directory;        /* as the caller named it; for messages */
    struct written_files written; /* complete when the manifest is written */
};

enum { RENDERED_MOST = 64 };

/* The exceptions from `first` on. */
struct rendered {
    size_t first, count;
    struct strbuf rows, lines; /* rows with CRLF */
    size_t row_ends[RENDERED_MOST];
};
/* The row of the i-th of them. */
struct span rendered_row(const struct rendered *part, size_t i);

/* A writer's three calls. What open returns (NULL: it failed) is given to the others; close, on
 * success, adds to *written, and frees it either way. */
struct exceptions_writer {
    void *(*open)(const struct view *view, int dirfd, struct error *err);
    void (*take)(void *file, const struct rendered *part);
    bool (*close)(void *file, struct written_files *written, struct error *err);
};

/* A file that is being written; `file` NULL = it could not be opened, and takes nothing. */
struct open_writer {
    const struct exceptions_writer *writer;
    void *file;
};
/* Renders all exceptions on view->threads threads, and lets the writers take them. */
void rendering_run(const struct view *view, unsigned formats, const struct open_writer *writers,
                   size_t writer_count);

/* The heading row of exceptions.csv, and the row of exception i. */
void exceptions_csv_headings(const struct view *view, struct csvout *csv);
void exceptions_csv_row(const struct view *view, size_t i, struct span message, struct csvout *csv);

/* The line of exception i. */
void exceptions_jsonl_line(const struct view *view, size_t i, struct span message,
                           struct sink *out);

/* open and close of a writer that writes one file. */
struct output *exceptions_file_open(const struct view *view, int dirfd, const char *name,
                                    struct error *err);
bool exceptions_file_close(void *file, struct written_files *written, struct error *err);

/* A CSV of the report begins: BOM, CRLF, spreadsheet-safe. */
struct csvout report_csv_begin(struct sink *out);

#endif
