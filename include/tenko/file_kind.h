/*
 * What a file is by its bytes, whatever its name says: exports named .xls are HTML, lists are sent
 * as PDF, and a workbook is given where a text is expected. Both csv and xlsx ask here.
 */
#ifndef TENKO_FILE_KIND_H
#define TENKO_FILE_KIND_H

#include "tenko/error.h"

enum file_kind {
    FILE_TEXT,      /* nothing that is known to be something else */
    FILE_XLSX,      /* also .xlsm: a ZIP whose members say so */
    FILE_OLE,       /* .xls before 2007, or an .xlsx with a password */
    FILE_ENCRYPTED, /* surely an Office file with a password */
    FILE_ODS,
    FILE_ZIP, /* or another archive */
    FILE_PDF,
    FILE_HTML,
    FILE_XML,
    FILE_JSON,
    FILE_LDIF,
    FILE_DOCUMENT /* Word, mail, address card: text that people write */
};

#define FILE_KIND_BYTES ((size_t)64 << 10) /* what is worth looking at */

/* `head`: the first bytes of the file, FILE_KIND_BYTES or all of them. */
enum file_kind file_kind(struct span head);
/* The same of an open file. False: it cannot be read, and errno says why. */
bool file_kind_at(int fd, enum file_kind *out) must_check;
/* The same of a path; FILE_TEXT of what is no regular file. */
bool file_kind_of(const char *path, enum file_kind *out) must_check;

#endif
