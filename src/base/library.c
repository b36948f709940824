#include "tenko/library.h"

#include "tenko/memory.h"

#include <errno.h>
#include <jansson.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* The thread's errno, and an end that writes, unlinks and exits: system calls alone. */
static void on_fault(int number) {
    if (errno == ENOMEM)     /* NOLINT(bugprone-signal-handler,cert-sig30-c) */
        memory_exhausted();  /* NOLINT(bugprone-signal-handler,cert-sig30-c) */
    signal(number, SIG_DFL); /* it comes again, at the same place */
}

/* What a library prints. libxlsxwriter says here alone that it had no memory, and goes on. */
static ssize_t hear(void *context, const char *text, size_t n) {
    static const char complaint[] = "Memory allocation failed";
    (void)context;
    if (memmem(text, n, complaint, sizeof complaint - 1))
        memory_exhausted();
    return (ssize_t)n;
}

void library_tame(void) {
    struct sigaction before;
    json_set_alloc_funcs(memory_for_library, free); /* it drops the value it had no room for */
    FILE *heard = fopencookie(NULL, "w", (cookie_io_functions_t){.write = hear});
    if (heard) {
        setvbuf(heard, NULL, _IONBF, 0);
        stderr = heard;
    }
    /* A sanitizer has its own handler, and its malloc does not fail. */
    if (sigaction(SIGSEGV, NULL, &before) == 0 && before.sa_handler == SIG_DFL)
        signal(SIGSEGV, on_fault);
}

void library_enter(void) {
    pthread_mutex_lock(&lock);
}

void library_leave(void) {
    pthread_mutex_unlock(&lock);
}
