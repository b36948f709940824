/*
 * Exceptions on their way to the files that have them all. A part of them is rendered once in each
 * form that some file needs (a row of CSV, a line of JSON …) and handed to each writer, part by
 * part in their order.
 */
#ifndef TENKO_REPORT_RENDERING_H
#define TENKO_REPORT_RENDERING_H

#include "list.h"
#include "output.h"

/* One form of an exception: appended to *out. row->exception and row->message are set. */
typedef void exception_form(struct list_row *row, struct sink *out);

enum { RENDERED_MOST = 64 };

/* The exceptions from `first` on in one form. */
struct rendered {
    size_t first, count;
    struct strbuf text;
    size_t ends[RENDERED_MOST]; /* of each in `text` */
};
/* The i-th of them. */
struct span rendered_one(const struct rendered *part, size_t i);

/* A file with every exception: its form, and three calls. What open returns (NULL: it failed) is
 * given to the others; close, on success, adds to *written, and frees it either way. */
struct exceptions_writer {
    exception_form *form;
    void *(*open)(const struct view *view, int dirfd, struct error *err);
    void (*take)(void *file, const struct rendered *part);
    bool (*close)(void *file, struct written_files *written, struct error *err);
};

/* A file that is being written; `file` NULL = it could not be opened, and takes nothing. */
struct open_writer {
    const struct exceptions_writer *writer;
    void *file;
};
#define WRITERS_MOST 8
/* Renders all exceptions on view->threads threads, and lets the writers take them. */
void rendering_run(const struct view *view, const struct open_writer *writers, size_t writer_count);

/* open and close of a writer that writes one file. */
struct output *exceptions_file_open(const struct view *view, int dirfd, const char *name,
                                    struct error *err);
bool exceptions_file_close(void *file, struct written_files *written, struct error *err);

#endif
