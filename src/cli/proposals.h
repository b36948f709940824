/* Why nobody holds the accounts of a system: what a person would see at a glance. */
#ifndef CLI_PROPOSALS_H
#define CLI_PROPOSALS_H

#include "cli.h"

#include "tenko/run.h"

/* Says, where most user IDs that nobody holds are made of an employee number or an address, which
 * template links them, or that they are hashes; and, if a
 * safety stop trips on the system, which columns may have been overlooked. */
void proposals_say(struct cli *cli, const struct run *run, size_t system, bool to_stderr);

#endif
