/* What a monitoring system scrapes: figures of one run as an OpenMetrics text file. */
#ifndef CLI_METRICS_H
#define CLI_METRICS_H

#include "tenko/error.h"
#include "tenko/run.h"

/* Written aside and renamed, mode 0600. */
bool metrics_write(const char *path, const struct run *run, double seconds,
                   struct error *err) must_check;

#endif
