/* Why rules cannot be evaluated: each reason once, with the rules and sources it holds for. */
#ifndef CLI_CHECK_REASONS_H
#define CLI_CHECK_REASONS_H

#include "cli.h"

#include "tenko/run.h"

void check_say_reasons(struct cli *cli, const struct run *run);

#endif
