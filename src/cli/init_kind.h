/* What a file is, by its header and by its name: a roster, an account list, a ledger of the office…
 */
#ifndef CLI_INIT_KIND_H
#define CLI_INIT_KIND_H

#include "tenko/error.h"
#include "tenko/model.h"

/* Reads the file's header as that of `record`; false, with the reason, if it makes no sense so.
 * Nothing of *out points into the plan it was read by. */
bool init_recognise_as(struct source *out, enum record record, const char *path,
                       struct error *err) must_check;

/*
 * The kind that fits `path` best, its header read in *out. A file whose name or columns speak of a
 * ledger (privileged IDs, shared IDs, conflicts …) is that or nothing: never a roster or a system.
 * False: none fits.
 */
bool init_recognise(struct source *out, enum record *record, const char *path) must_check;
/* Does the file's name speak of those who have left? */
bool init_names_leavers(const char *path);

#endif
