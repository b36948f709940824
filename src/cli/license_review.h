/* The review of licenses that `tenko run` prints: what is bought, used and could be given back. */
#ifndef CLI_LICENSE_REVIEW_H
#define CLI_LICENSE_REVIEW_H

#include "cli.h"

#include "tenko/record.h"

void say_licenses(struct cli *cli, const struct run_record *record);

#endif
