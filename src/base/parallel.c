/* A counter and a few threads. */
#include "tenko/parallel.h"

#include "tenko/memory.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

struct shared_work {
    atomic_size_t next;
    size_t count;
    parallel_task *task;
    void *context;
};

static void *take_tasks(void *argument) {
    struct shared_work *work = argument;
    for (;;) {
        size_t i = atomic_fetch_add(&work->next, 1);
        if (i >= work->count)
            return NULL;
        work->task(work->context, i);
    }
}

void parallel_run(size_t count, unsigned threads, parallel_task *task, void *context) {
    struct shared_work work = {.count = count, .task = task, .context = context};
    size_t helpers = threads > 1 ? threads - 1 : 0;
    if (helpers >= count)
        helpers = count ? count - 1 : 0;
    pthread_t *ids = memory_zeroed(helpers, sizeof *ids);
    size_t started = 0;
    /* A thread that cannot be started is no failure: the others take its tasks. */
    while (started < helpers && pthread_create(&ids[started], NULL, take_tasks, &work) == 0)
        started++;
    take_tasks(&work);
    for (size_t i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
    free(ids);
}

unsigned parallel_cores(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    int count = CPU_COUNT(&set);
    return count > 0 ? (unsigned)count : 1;
}
