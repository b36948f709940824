/* Reads back what a manifest says of its report's files. */
#ifndef TENKO_REPORT_MANIFEST_READ_H
#define TENKO_REPORT_MANIFEST_READ_H

#include "output.h"

/* The files that DIR/manifest.json lists, sorted by name; `dir` is a descriptor. False: there is no
 * manifest of Tenko there, or one that cannot be read: errno says why, 0 if it was read. Release
 * with written_files_release. */
bool manifest_read(struct written_files *out, int dir);

/* The bytes of a manifest, up to 256 MiB. Returns 0 or errno; EFBIG: it is larger. */
int manifest_bytes(int dir, const char *path, struct strbuf *out);

/* Does the manifest there say that the run is one of a ledger? One that cannot be read may. */
bool manifest_has_run(int dir);

#endif
