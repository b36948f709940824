#include "tenko/library.h"

#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void library_tame(void) {
    FILE *nowhere = fopencookie(NULL, "w", (cookie_io_functions_t){.write = NULL});
    if (nowhere)
        stderr = nowhere;
}

void library_enter(void) {
    pthread_mutex_lock(&lock);
}

void library_leave(void) {
    pthread_mutex_unlock(&lock);
}
