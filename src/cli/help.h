/* What the program says of itself on standard output. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli.h"

/* All commands, a line each. */
void help_all(struct cli *cli);
/* A command's usage, options and examples. */
void help_command(struct cli *cli, const struct command *c);
/* The installed manual page of the command, in its language. False: there is none, or nothing to
 * show it with. */
bool help_open_page(struct cli *cli, const struct command *c);

#endif
