#include "tenko/mute.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned muted;
static int saved = -1; /* stderr as it was */

void stderr_mute(void) {
    pthread_mutex_lock(&lock);
    if (muted++ == 0) {
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        fflush(stderr);
        saved = nowhere < 0 ? -1 : fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
        if (saved >= 0)
            dup2(nowhere, STDERR_FILENO);
        if (nowhere >= 0)
            close(nowhere);
    }
    pthread_mutex_unlock(&lock);
}

void stderr_unmute(void) {
    pthread_mutex_lock(&lock);
    if (--muted == 0 && saved >= 0) {
        fflush(stderr);
        dup2(saved, STDERR_FILENO);
        close(saved);
        saved = -1;
    }
    pthread_mutex_unlock(&lock);
}
