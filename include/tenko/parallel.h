/* Runs task(context, i) once for each i in [0, count), on up to `threads` threads (at least the
 * caller's). Tasks start in ascending order; results must not depend on which thread ran what. */
#ifndef TENKO_PARALLEL_H
#define TENKO_PARALLEL_H

#include <stddef.h>

typedef void parallel_task(void *context, size_t index);

void parallel_run(size_t count, unsigned threads, parallel_task *task, void *context);
/* Cores this process may use, at least 1. */
unsigned parallel_cores(void);

#endif
