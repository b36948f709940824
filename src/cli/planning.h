/* What to run: the configuration, or the files on the command line. */
#ifndef CLI_PLANNING_H
#define CLI_PLANNING_H

#include "options.h"

#include "tenko/run.h"

/* Fills the plan of *run, as_of and language settled, and its threads. */
bool plan_from_options(struct run *run, const struct options *options,
                       struct error *err) must_check;
/* The day that the clock shows in the zone. FAULT_USAGE where it shows none that can be: it stands
 * still, or lost its battery. */
bool clock_day(const struct zone *zone, date *out, struct error *err) must_check;
/* A path as the configuration means it: absolute, or relative to where that lies; free() it. */
char *path_beside(const struct plan *plan, const char *path);
/* The ledger of the plan, in the same way; free() it. */
char *ledger_path(const struct plan *plan);
/* run_read with a line of progress on the terminal. */
bool read_with_progress(struct run *run) must_check;

#endif
