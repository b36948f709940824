/* What a whole list tells beyond its header: what init writes beside the columns. */
#ifndef CLI_INIT_DETAILS_H
#define CLI_INIT_DETAILS_H

#include "init_globs.h"

struct init_details {
    struct source whole;           /* the list, read to its end; empty where it could not be */
    bool is_leavers;               /* a roster of those who left */
    struct found_globs globs;      /* of accounts */
    VEC(struct span) role_columns; /* headers of ticks, in the header's source */
};

/* `header` is what init_recognise read of the file. */
void init_read_details(struct init_details *out, enum record record, const struct source *header,
                       const char *path);
void init_details_release(struct init_details *details);

#endif
