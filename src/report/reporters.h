/* The reporter table: a row for each file or folder of a report but the manifest. */
#ifndef TENKO_REPORT_REPORTERS_H
#define TENKO_REPORT_REPORTERS_H

#include "writers.h"

/* Workbooks, each written by one task. */
struct workbooks {
    size_t (*count)(const struct view *view);
    bool (*write)(const struct view *view, int dirfd, size_t i, struct written_files *written,
                  struct error *err); /* the i-th */
};
extern const struct workbooks exceptions_workbook, department_workbooks, inventory_workbooks;

/* Exactly one of the five says how it is written. */
struct reporter {
    const char *format; /* of --format; NULL = always written */
    const char *file;   /* "exceptions.csv", or "departments/" for a folder */
    const struct exceptions_writer *exceptions;
    const struct list *list; /* as CSV */
    void (*write)(const struct view *view, struct sink *out);
    /* On all threads by itself, when nothing else is written. */
    bool (*write_alone)(const struct view *view, int dirfd, struct written_files *written,
                        struct error *err);
    const struct workbooks *workbooks;
    bool needs_ledger; /* nothing to say of a run without */
};
#define REPORTERS 15
extern const struct reporter reporters[REPORTERS]; /* those with `exceptions` first */

/* The bit of a format's name. */
unsigned reporter_format(const char *name);

#endif
