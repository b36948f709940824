/*
 * One number says how things stand: 0, or how often it is held, or that the program is ending. Who
 * moves it from 0 to ENDING has the process to itself: others that come this way wait for its end.
 */
#include "tenko/ending.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 8, ENDING = -1, SIGNAL_STATUS = 128 };

static struct {
    _Atomic(ending_call *) call;
    _Atomic(void *) context;
} calls[MOST];
static atomic_int state, pending;

static _Noreturn void wait_for_the_end(void) {
    for (;;)
        pause();
}

void ending_add(ending_call *call, void *context) {
    for (int i = 0; i < MOST; i++)
        if (!atomic_load(&calls[i].call)) {
            atomic_store(&calls[i].context, context);
            atomic_store(&calls[i].call, call);
            return;
        }
}

void ending_drop(const void *context) {
    for (int i = 0; i < MOST; i++)
        if (atomic_load(&calls[i].call) && atomic_load(&calls[i].context) == context)
            atomic_store(&calls[i].call, NULL);
    /* The caller is about to free what a thread that ends the program may be looking at. (One that
     * begins to look now finds nothing of it.) */
    if (atomic_load(&state) == ENDING)
        wait_for_the_end();
}

struct file {
    struct file *next;
    int dir;
    const char *_Atomic name; /* NULL: dropped */
};
static struct file *_Atomic files; /* the latest first */

void ending_add_file(int dirfd, const char *name) {
    struct file *f = malloc(sizeof *f);
    if (!f)
        return; /* what comes next needs more than that */
    f->next = atomic_load(&files);
    f->dir = dirfd;
    atomic_init(&f->name, name);
    atomic_store(&files, f);
}

void ending_drop_file(const char *name) {
    for (struct file *f = atomic_load(&files); f; f = f->next)
        if (atomic_load(&f->name) == name) {
            atomic_store(&f->name, NULL);
            break;
        }
    for (struct file *f; (f = atomic_load(&files)) && !atomic_load(&f->name);) {
        atomic_store(&files, f->next);
        if (atomic_load(&state) == ENDING)
            wait_for_the_end();
        free(f);
    }
}

static atomic_int finisher; /* the thread that ends the program */

/* Another thread, in a library that does not look whether it could open a file. */
static void on_fault(int number) {
    if (gettid() == atomic_load(&finisher)) /* NOLINT(bugprone-signal-handler,cert-sig30-c) */
        _exit(SIGNAL_STATUS + number);
    wait_for_the_end();
}

static _Noreturn void finish(int status) {
    atomic_store(&finisher, gettid());
    signal(SIGSEGV, on_fault); /* NOLINT(bugprone-signal-handler,cert-sig30-c) */
    for (struct file *f = atomic_load(&files); f; f = f->next) {
        const char *name = atomic_load(&f->name);
        if (name)
            unlinkat(f->dir, name, 0);
    }
    for (int i = 0; i < MOST; i++) {
        ending_call *call = atomic_load(&calls[i].call);
        if (call)
            call(atomic_load(&calls[i].context));
    }
    _exit(status);
}

void ending_hold(void) {
    int now = atomic_load(&state);
    while (now != ENDING)
        if (atomic_compare_exchange_weak(&state, &now, now + 1))
            return;
    wait_for_the_end();
}

void ending_allow(void) {
    int left = atomic_fetch_sub(&state, 1) - 1;
    int number = left == 0 ? atomic_load(&pending) : 0;
    if (number)
        ending_now(SIGNAL_STATUS + number);
}

bool ending_is_held(void) {
    return atomic_load(&state) > 0;
}

void ending_now(int status) {
    int before = atomic_exchange(&state, ENDING);
    if (before == ENDING)
        wait_for_the_end();
    if (before == 0)
        finish(status);
    _exit(status);
}

static void on_signal(int number) {
    int error = errno;
    for (;;) {
        int now = 0;
        if (atomic_compare_exchange_strong(&state, &now, ENDING))
            finish(SIGNAL_STATUS + number);
        if (now == ENDING)
            break;
        atomic_store(&pending, number);
        if (atomic_load(&state) != 0) /* else the hold ended before it could see the signal */
            break;
    }
    errno = error;
}

void ending_catch_signals(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART}, before;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaddset(&action.sa_mask, signals[i]);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
}
