/* One lock over a few counters; making and taking happen outside of it. */
#include "tenko/pipeline.h"

#include "tenko/parallel.h"

#include <pthread.h>
#include <stdbool.h>

struct taker {
    size_t next; /* item */
    bool is_busy;
};

struct pipeline_state {
    const struct pipeline *p;
    pthread_mutex_t lock;
    pthread_cond_t moved;
    size_t next_made;            /* the first item that nobody makes yet */
    size_t made[PIPELINE_SLOTS]; /* by slot: 1 + the item that is in it, whole */
    struct taker takers[PIPELINE_TAKERS_MOST];
};

enum pipeline_act { STEP_MAKE, STEP_TAKE, STEP_WAIT, STEP_END };
struct pipeline_step {
    enum pipeline_act kind;
    size_t taker, item;
};

/* How many items all takers have. */
static size_t taken_by_all(const struct pipeline_state *l) {
    size_t least = l->p->items;
    for (size_t i = 0; i < l->p->takers; i++)
        if (l->takers[i].next < least)
            least = l->takers[i].next;
    return least;
}

/* Taking first: it frees slots. Called, as all below, with the lock held. */
static struct pipeline_step begin_step(struct pipeline_state *l) {
    for (size_t i = 0; i < l->p->takers; i++) {
        struct taker *t = &l->takers[i];
        if (t->is_busy || t->next == l->p->items ||
            l->made[t->next % PIPELINE_SLOTS] != t->next + 1)
            continue;
        t->is_busy = true;
        return (struct pipeline_step){STEP_TAKE, i, t->next};
    }
    size_t taken = taken_by_all(l);
    if (l->next_made < l->p->items && l->next_made - taken < PIPELINE_SLOTS)
        return (struct pipeline_step){STEP_MAKE, 0, l->next_made++};
    return (struct pipeline_step){taken == l->p->items ? STEP_END : STEP_WAIT, 0, 0};
}

static void finish_step(struct pipeline_state *l, struct pipeline_step step) {
    if (step.kind == STEP_MAKE) {
        l->made[step.item % PIPELINE_SLOTS] = step.item + 1;
    } else {
        l->takers[step.taker].next++;
        l->takers[step.taker].is_busy = false;
    }
    pthread_cond_broadcast(&l->moved);
}

static void work(void *context, size_t thread) {
    struct pipeline_state *l = context;
    (void)thread;
    pthread_mutex_lock(&l->lock);
    for (struct pipeline_step step; (step = begin_step(l)).kind != STEP_END;) {
        if (step.kind == STEP_WAIT) {
            pthread_cond_wait(&l->moved, &l->lock);
            continue;
        }
        pthread_mutex_unlock(&l->lock);
        if (step.kind == STEP_MAKE)
            l->p->make(l->p->context, step.item);
        else
            l->p->take(l->p->context, step.taker, step.item);
        pthread_mutex_lock(&l->lock);
        finish_step(l, step);
    }
    pthread_mutex_unlock(&l->lock);
}

void pipeline_run(const struct pipeline *p, unsigned threads) {
    struct pipeline_state l = {
        .p = p, .lock = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER};
    if (!p->takers)
        return;
    parallel_run(threads, threads, work, &l);
    pthread_cond_destroy(&l.moved);
    pthread_mutex_destroy(&l.lock);
}
