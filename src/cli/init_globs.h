/* User IDs that are no person's daily own, by what they look like. */
#ifndef CLI_INIT_GLOBS_H
#define CLI_INIT_GLOBS_H

#include "tenko/model.h"
#include "tenko/plan.h"

/* A glob for `kinds:`, and how many user IDs it matched. */
struct found_glob {
    enum account_kind kind;
    const char *written; /* "svc-*", "adm-{login}": n bytes, static */
    size_t n;
    size_t count;
    struct span first; /* one of them, in the source */
};

struct found_globs {
    VEC(struct found_glob) items; /* by kind, then as in the table */
};

/* *out starts as {0} and is the caller's to release (vec_release). */
void init_find_globs(struct found_globs *out, const struct source *accounts);

#endif
