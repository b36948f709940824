/*
 * The package: a ZIP file whose entries are the workbook's parts. Nothing is unpacked to the disk,
 * nothing outside the file is ever opened, and what an entry unpacks to is capped.
 */
#ifndef TENKO_XLSX_PACKAGE_H
#define TENKO_XLSX_PACKAGE_H

#include "tenko/connector.h"

#include <sys/stat.h>
#include <zip.h>

/* An entry may unpack to so much (the sheet; the others to less), and, once it is larger than
 * RATIO_FROM_BYTES, to so many times its packed size: sheets reach 5 to 50 times, a bomb 1,000. */
#define PART_MAX_BYTES       ((uint64_t)4 << 30)
#define SMALL_PART_MAX_BYTES ((uint64_t)64 << 20)
#define RATIO_MAX            200u
#define RATIO_FROM_BYTES     ((uint64_t)16 << 20)

struct package {
    const char *display; /* the caller's */
    zip_t *zip;
    int fd;            /* the same file, to see whether it changes */
    struct stat about; /* when it was opened */
    uint64_t bytes;    /* of the file */
    char sha256[DIGEST_HEX_SIZE];
};

/* Hashes the file and opens it; refuses by name what is no ZIP (.xls, encrypted, damaged, text).
 * False: nothing is to be closed. */
bool package_open(struct package *p, const char *path, const char *display,
                  struct error *err) must_check;
void package_close(struct package *p);
/* Fails if the file was written to since it was opened. */
bool package_unchanged(const struct package *p, struct error *err) must_check;

bool package_has(const struct package *p, const char *name);
/* "the workbook is damaged": what is wrong, and in which part. Returns false. */
bool package_damaged(const struct package *p, const char *part, const char *what,
                     struct error *err);

/* One part while it is read. */
struct package_part {
    const struct package *package;
    char *name;
    zip_file_t *file;
    uint64_t packed, unpacked, max_bytes;
};

bool part_open(struct package_part *part, const struct package *p, const char *name,
               uint64_t max_bytes, struct error *err) must_check;
/* Up to n bytes; *got is 0 at the end, where the checksum has been found right. */
bool part_read(struct package_part *part, char *to, size_t n, size_t *got,
               struct error *err) must_check;
void part_close(struct package_part *part);

#endif
