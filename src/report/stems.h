/* The file names in inventory/, one for each system: safe, and each its own. */
#ifndef TENKO_REPORT_STEMS_H
#define TENKO_REPORT_STEMS_H

#include "tenko/memory.h"
#include "tenko/record.h"

struct stems {
    const char **items; /* by system */
    size_t count;
    struct arena arena;
};

void stems_init(struct stems *s, const struct run_record *r);
void stems_release(struct stems *s);

#endif
