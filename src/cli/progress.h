/* A line on the terminal while a run takes longer than a second. Nothing is shown elsewhere. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "tenko/intake.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

struct progress {
    bool is_shown; /* stderr is a terminal */
    enum language language;
    struct timespec started, last;
    pthread_mutex_t lock;
    _Atomic uint64_t rows;
    bool has_line;
};

void progress_start(struct progress *p, enum language lang);
/* An intake_progress: `rows` more rows of the input were read. */
void progress_rows(void *context, const struct input_plan *input, uint64_t rows);
void progress_stop(struct progress *p);

#endif
