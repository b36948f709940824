/* What tests of a report begin with: a small record, and a folder that is gone afterwards. One
 * program each: these are its own. */
#ifndef TENKO_TESTS_REPORT_FOLDER_H
#define TENKO_TESTS_REPORT_FOLDER_H

#include "files.h"
#include "report_record.h"

#include <stdlib.h>

static struct report_world w;
static char *base, *report; /* the folder, and where the report goes below it */

static void setup(void) {
    report_world_init(&w);
    base = make_directory();
    report = path_below(base, "report");
}

static void teardown(void) {
    remove_directory(base);
    free(base);
    free(report);
    report_world_release(&w);
}

#endif
