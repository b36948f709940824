/*
 * The report directory, written from a run record and nothing else: aside
 * first, then swapped in whole.
 *
 *     report_stage    every file, the manifest last, all of it beside the directory
 *     (the ledger commits, knowing the manifest's SHA-256)
 *     report_commit   one rename
 *
 * What was staged for a run that the ledger has, but never put in place because the program died
 * between the two, is put in place by report_finish.
 */
#ifndef TENKO_REPORT_H
#define TENKO_REPORT_H

#include "tenko/error.h"
#include "tenko/memory.h"
#include "tenko/record.h"
#include "tenko/sink.h"

#define FORMAT_CSV         1u
#define FORMAT_JSONL       2u
#define FORMAT_HTML        4u
#define FORMAT_XLSX        8u
#define FORMAT_DEPARTMENTS 16u
#define FORMAT_INVENTORY   32u

/* Who is told what a run could not remove: the old report, or what a run that died left. */
struct report_listener {
    void (*cannot_remove)(void *context, const char *path, const char *why);
    void *context;
};

/* What the caller does while a report is made, on one of its threads, each behind the one before.
 * A failure is the report's. NULL = nothing. */
struct report_beside {
    void *context;
    /* While the record is looked at, and an earlier report. */
    bool (*begun)(void *context, struct error *err);
    /* Before a file says what it makes known in the record, while those are written that do not. */
    bool (*known)(void *context, struct error *err);
    /* While the other files are written. */
    void (*files)(void *context);
    /* When no row of the record is asked for any more; its head and inputs are, for the manifest.
     * It may be while `files` still works. */
    void (*rows_done)(void *context);
};

struct report_options {
    const char *directory; /* created 0700 */
    unsigned formats;      /* FORMAT_* */
    enum language language;
    unsigned threads;
    /* Is the report forced to disk before it takes the old one's place? A run that the ledger
     * records must be; one that leaves no record can be run again. */
    bool waits_for_disk;
    const struct report_listener *listener; /* NULL = nobody */
    struct report_beside beside;
};

/* A list of --format as FORMAT_* bits; NULL = every format there is. An unknown name is an error
 * that lists the known ones. */
bool report_formats_parse(const char *list, unsigned *out, struct error *err) must_check;
void report_add_formats(struct strbuf *out); /* their names, "csv, jsonl, …" */

/* `review status --format csv`: the same columns as the review sheet of exceptions.xlsx. */
void report_review_csv(const struct review_record *review, enum language lang, struct sink *out);

/* May a report take this place? Refused, before anything is written: what is no directory, and a
 * directory that holds anything but a whole Tenko report (FAULT_OUTPUT). */
bool report_check_directory(const char *directory, struct error *err) must_check;
/* Refused (FAULT_OUTPUT): a folder above that everybody may write to, without the sticky bit. */
bool report_check_place(const char *directory, struct error *err) must_check;
/* Do both name one file, links followed, whether it is there yet or not? */
bool report_is_same_place(const char *a, const char *b);
/* Refused too (FAULT_USAGE): a directory that is, or lies above, one of these files. */
bool report_check_inputs(const char *directory, const char *const *files, size_t count,
                         struct error *err) must_check;

struct report_directory; /* private to src/report */

struct staged_report {
    struct report_directory *directory;
    char manifest_sha256[DIGEST_HEX_SIZE];
};
/* On success the caller ends with report_commit or report_abandon. */
bool report_stage(struct staged_report *out, const struct run_record *record,
                  const struct report_options *options, struct error *err) must_check;
/* A failure leaves the old report as it was; *staged is gone either way. */
bool report_commit(struct staged_report *staged, struct error *err) must_check;
void report_abandon(struct staged_report *staged);
/* Puts in place what a run staged there that died before its report_commit: the folder with the
 * manifest that the ledger knows of its last run. Where there is none, the old report comes back if
 * a run died while neither had its place (file systems that cannot exchange). */
bool report_finish(const char *directory, struct span manifest_sha256,
                   const struct report_listener *listener, struct error *err) must_check;
/* Both in one. */
bool report_write(const struct run_record *record, const struct report_options *options,
                  struct error *err) must_check;

/* A report folder against its manifest.json. */
struct report_fault {
    struct span file; /* below the folder */
    struct sentence what;
};
struct report_check {
    uint64_t run;     /* of the manifest; 0 = none */
    struct span head; /* of the ledger, as the manifest names it; empty = none */
    char manifest_sha256[DIGEST_HEX_SIZE];
    VEC(struct report_fault) faults;
    struct arena arena;
};
/* Every file that is listed must be there with its hash, and no other. False: there is no manifest
 * that could be read (FAULT_OUTPUT). */
bool report_verify(struct report_check *out, const char *directory, struct error *err) must_check;
void report_check_release(struct report_check *check);

#endif
