/* Sources that could not be read: each with its reason, then what to do about it. */
#ifndef CLI_FAILURES_H
#define CLI_FAILURES_H

#include "cli.h"

#include "tenko/run.h"

/* At least one source has failed; returns the exit status. */
int failures_say(const struct cli *cli, const struct run *run);

#endif
