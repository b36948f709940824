/* A line on the terminal. */
#include "progress.h"

#include "tenko/visible.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double seconds_between(const struct timespec *a, const struct timespec *b) {
    return (double)(b->tv_sec - a->tv_sec) + (double)(b->tv_nsec - a->tv_nsec) / 1e9;
}

void progress_start(struct progress *p, enum language lang) {
    *p = (struct progress){.is_shown = isatty(STDERR_FILENO) == 1, .language = lang};
    pthread_mutex_init(&p->lock, NULL);
    clock_gettime(CLOCK_MONOTONIC, &p->started);
    p->last = p->started;
}

static void show(struct progress *p, const struct input_plan *input, uint64_t rows) {
    struct strbuf line = {0};
    char count[24];
    snprintf(count, sizeof count, "%llu", (unsigned long long)rows);
    struct strbuf name = {0};
    visible_add(&name, span_of(input->name));
    struct span args[] = {strbuf_span(&name), span_of(count)};
    strbuf_add_text(&line, "\r\033[K");
    message_format(&line, MSG_PROGRESS, p->language, args, 2);
    ssize_t ignored = write(STDERR_FILENO, line.p, line.n);
    (void)ignored;
    strbuf_release(&line);
    strbuf_release(&name);
    p->has_line = true;
}

void progress_rows(void *context, const struct input_plan *input, uint64_t rows) {
    struct progress *p = context;
    if (!p->is_shown)
        return;
    uint64_t all = atomic_fetch_add(&p->rows, rows) + rows;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    pthread_mutex_lock(&p->lock);
    if (seconds_between(&p->started, &now) > 1.0 && seconds_between(&p->last, &now) > 0.2) {
        p->last = now;
        show(p, input, all);
    }
    pthread_mutex_unlock(&p->lock);
}

void progress_stop(struct progress *p) {
    if (p->has_line) {
        ssize_t ignored = write(STDERR_FILENO, "\r\033[K", 4);
        (void)ignored;
    }
    pthread_mutex_destroy(&p->lock);
}
