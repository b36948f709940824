/* The reporter table: a row for each file or folder of a report but the manifest. */
#ifndef TENKO_REPORT_REPORTERS_H
#define TENKO_REPORT_REPORTERS_H

#include "writers.h"

/* Exactly one of the three says how it is written. */
struct reporter {
    const char *format; /* of --format; NULL = always written */
    const char *file;   /* "exceptions.csv", or "departments/" for a folder */
    const struct exceptions_writer *exceptions;
    const struct list *list; /* as CSV */
    void (*write)(const struct view *view, struct sink *out);
    bool needs_ledger; /* nothing to say of a run without */
};
#define REPORTERS 9
extern const struct reporter reporters[REPORTERS]; /* those with `exceptions` first */

/* The bit of a format's name. */
unsigned reporter_format(const char *name);

#endif
