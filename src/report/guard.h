/*
 * Whose directory is it? A report replaces an empty directory and a Tenko report that is as it was
 * written, and nothing else: what others put there, or changed, is theirs.
 */
#ifndef TENKO_REPORT_GUARD_H
#define TENKO_REPORT_GUARD_H

#include "tenko/error.h"

/* How closely the files are looked at. */
enum guard_look {
    GUARD_NAMES, /* every file is listed in the manifest */
    GUARD_BYTES  /* … and has the SHA-256 that stands there */
};

struct guard {
    int parent;
    const char *name;    /* in parent */
    const char *display; /* as the caller named it, for messages */
};

/* Is it what programs leave where people look at files (Thumbs.db, ~$…)? It is nobody's. */
bool guard_ignores(const char *name);

/* May the entry be replaced? An entry that is not there may. False: FAULT_OUTPUT names the file. */
bool guard_allows(const struct guard *g, enum guard_look look, struct error *err) must_check;

#endif
