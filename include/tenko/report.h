/*
 * The report directory (CONTRACT section 6): one view, one function for each file. Written aside,
 * then swapped in whole.
 */
#ifndef TENKO_REPORT_H
#define TENKO_REPORT_H

#include "tenko/rule.h"
#include "tenko/sink.h"

/* All a reporter may know. Const. */
struct view {
    const struct plan *plan;
    const struct model *model;
    const struct matches *matches; /* one a system */
    const struct findings *findings;
    enum language language;
    /* for manifest.json only: everything else is the same for identical inputs and as_of */
    const char *run_by;       /* account that ran it */
    int64_t started_at;       /* seconds since the epoch, UTC */
    const char *force_reason; /* NULL = no --force */
    unsigned threads;
    /* Is the report forced to disk before it takes the old one's place? A run that the ledger
     * records must be; one that leaves no record can be run again. */
    bool waits_for_disk;
    const struct rendering *rendering; /* private to src/report: set there, callers leave it NULL */
};

#define FORMAT_CSV         1u
#define FORMAT_JSONL       2u
#define FORMAT_HTML        4u
#define FORMAT_XLSX        8u
#define FORMAT_DEPARTMENTS 16u

/* Writes a file that has a part for each exception; private to src/report. */
struct exceptions_writer;

/* A format of --format and what writes it; the table is ordered as written. */
struct reporter {
    const char *format; /* "csv"; NULL = always written */
    const char *file;   /* "exceptions.csv", or "departments/" for a folder */
    void (*write)(const struct view *view, struct sink *out); /* NULL, or … */
    const struct exceptions_writer *exceptions;               /* … NULL */
};
extern const struct reporter reporters[];
extern const size_t reporter_count;

/* A list of --format as FORMAT_* bits; NULL = every format there is. An unknown name is an error
 * that lists the known ones. */
bool report_formats_parse(const char *list, unsigned *out, struct error *err) must_check;

/* Writes the report into `directory` (created 0700): aside first, manifest.json last, then one
 * rename. An older report stays until then; a directory that is not empty and has no Tenko manifest
 * is refused before anything is written. */
bool report_write(const struct view *view, const char *directory, unsigned formats,
                  struct error *err) must_check;
/* The refusal alone, to fail early. */
bool report_check_directory(const char *directory, struct error *err) must_check;

#endif
