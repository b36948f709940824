/*
 * A folder of many files that grow side by side: what is added waits in memory, all files together
 * at most FOLDER_BYTES, and then goes to disk, one file open at a time. So neither memory nor
 * descriptors depend on how many files there are.
 */
#ifndef TENKO_REPORT_FOLDER_H
#define TENKO_REPORT_FOLDER_H

#include "output.h"
#include "tenko/memory.h"

#define FOLDER_BYTES ((size_t)4 << 20)

struct folder_file {
    char *name; /* owned */
    struct strbuf waiting;
    uint64_t bytes;        /* on disk */
    struct digest *digest; /* of them; NULL while nothing is on disk */
};

struct folder {
    int dir;
    const char *directory, *name; /* "departments/"; for messages */
    struct folder_file *files;
    size_t count;
    size_t waiting; /* bytes in all files */
    int error;      /* errno of the first failure */
    size_t failed;  /* the file */
};

/* Creates the folder below dirfd, without files; the names live as long as it. */
bool folder_create(struct folder *f, int dirfd, const char *directory, const char *name,
                   struct error *err) must_check;
/* Room for `count` files, each named "STEM.csv" by the caller through folder_name. */
void folder_files(struct folder *f, size_t count);
void folder_name(struct folder *f, size_t file, const char *stem, const char *ending);
/* A failure shows at folder_close. */
void folder_add(struct folder *f, size_t file, struct span text);
/* Everything to disk; on success the files are added to *written. The folder is gone either way. */
bool folder_close(struct folder *f, struct written_files *written, struct error *err) must_check;

#endif
