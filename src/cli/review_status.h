/* What `tenko review status` says. */
#ifndef CLI_REVIEW_STATUS_H
#define CLI_REVIEW_STATUS_H

#include "cli.h"

#include "tenko/review.h"

void review_status_show(struct cli *cli, const struct review_record *status, enum output_form form);

#endif
