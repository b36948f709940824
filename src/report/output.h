/*
 * Files of a report on their way to the disk: the directory written aside and swapped in, the list
 * of what was written, and how a failure is said.
 */
#ifndef TENKO_REPORT_OUTPUT_H
#define TENKO_REPORT_OUTPUT_H

#include "tenko/error.h"
#include "tenko/memory.h"
#include "tenko/report.h"
#include "tenko/sink.h"

struct written_file {
    char *name; /* "exceptions.csv", "departments/税務課.csv"; owned */
    uint64_t bytes;
    char sha256[DIGEST_HEX_SIZE];
};
struct written_files {
    struct written_file *items;
    size_t count, capacity;
};
void written_files_release(struct written_files *files);

/* A file of the report: `folder` is "" or "departments/", `name` the name in dirfd. Nothing is
 * synced to disk one by one: directory_sync does it once. */
struct output {
    struct sink sink;
    const char *directory, *folder, *name;
};
bool output_open(struct output *out, int dirfd, const char *directory, const char *folder,
                 const char *name, struct error *err) must_check;
/* Closes; on success the file is added to *written. */
bool output_close(struct output *out, struct written_files *written, struct error *err) must_check;

/* The errno of an operation on directory/folder/name as FAULT_OUTPUT. Returns false. */
bool output_failed(struct error *err, int error, const char *directory, const char *folder,
                   const char *name);

/* --- directory.c: the new report, aside --- */

/* Refuses what report_check_directory refuses, clears what crashed runs left, makes the temporary
 * directory. On success the caller ends with directory_commit or directory_abandon. */
bool directory_begin(struct report_directory **out, const struct report_options *options,
                     uint64_t run, struct error *err) must_check;
int directory_fd(const struct report_directory *d);
/* Refuses what the manifest does not list: a file for a moment that could not be removed. */
bool directory_check(const struct report_directory *d, struct error *err) must_check;
/* Everything in it to disk. */
bool directory_sync(struct report_directory *d, struct error *err) must_check;
/* The swap. The directory is gone either way; a failure leaves the old report as it was. */
bool directory_commit(struct report_directory *d, struct error *err) must_check;
void directory_abandon(struct report_directory *d);
/* Puts in place what was staged beside the directory and has this manifest, if there is such; else
 * the old report, where a run died while neither had its place. */
bool directory_finish(const char *path, struct span manifest_sha256,
                      const struct report_listener *listener, struct error *err) must_check;

#define MANIFEST_FILE   "manifest.json"
#define MANIFEST_MARKER "tenko_manifest" /* the first key of the manifest */

#endif
