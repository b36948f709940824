/* What a monitoring system scrapes: figures of one run as an OpenMetrics text file. */
#ifndef CLI_METRICS_H
#define CLI_METRICS_H

#include "tenko/error.h"
#include "tenko/ledger.h"
#include "tenko/run.h"

/* Written aside and renamed, mode 0600. `lives` NULL: there is no ledger. */
bool metrics_write(const char *path, const struct run *run, const struct lives *lives,
                   double seconds, struct error *err) must_check;

#endif
