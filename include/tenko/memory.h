/*
 * Memory. Out of memory ends the program with one message (exit status 4): no caller
 * of these functions checks for NULL. Sizes that input controls are capped by the caller first.
 */
#ifndef TENKO_MEMORY_H
#define TENKO_MEMORY_H

#include "tenko/span.h"

#include <stdint.h>
#include <stdlib.h> /* free, for vec_release */

/* Once, in main, before all that reads a lot. */
void memory_tune(void);

/* Ends the program so, with what is half-done removed (ending.h); also where input drives a count
 * beyond its 32 bits. */
_Noreturn void memory_exhausted(void);
/* What it says from now on; a text that stays. */
void memory_set_last_words(const char *sentence);

/* Behind an allocation that failed, also one in a library: the program ends, unless something must
 * be done to its end (ending_hold). For that a little was kept: true once, try again. */
bool memory_ran_out(void);

void *memory_alloc(size_t size);
void *memory_zeroed(size_t count, size_t size);
/* The same for what is used all over, and read before it is written: each page is met once, not
 * once as a page of zeros that all share and once to get its own, with every thread held up. */
void *memory_cleared(size_t count, size_t size);
void *memory_resize(void *old, size_t count, size_t size);
char *memory_copy_text(struct span text); /* NUL-terminated; free() it */

/*
 * An arena hands out memory that dies at once, with arena_release. Start it as {0}.
 * Under AddressSanitizer every piece is an allocation of its own, so that overflows show.
 */
struct arena {
    struct arena_block *head;
    size_t used_bytes; /* handed out so far */
};

void *arena_alloc(struct arena *arena, size_t size); /* zeroed, aligned for any type */
void *arena_room(struct arena *arena, size_t size);  /* the same, not zeroed */
void *arena_array(struct arena *arena, size_t count, size_t size);
struct span arena_copy(struct arena *arena, struct span text); /* NUL-terminated */
void arena_release(struct arena *arena);

/*
 * Growable arrays: `struct { T *items; size_t count, capacity; }`, started as {0}.
 *     VEC(struct row) rows = {0};  vec_push(&rows, row);  vec_release(&rows);
 * Pointers into items die at the next push.
 */
#define VEC(T)                                                                                     \
    struct {                                                                                       \
        T *items;                                                                                  \
        size_t count, capacity;                                                                    \
    }
#define vec_reserve(v, wanted)                                                                     \
    ((v)->capacity >= (wanted) ? (void)0                                                           \
                               : (void)((v)->items = vec_grow((v)->items, &(v)->capacity,          \
                                                              (wanted), sizeof *(v)->items)))
#define vec_push(v, value) (vec_reserve((v), (v)->count + 1), (v)->items[(v)->count++] = (value))
#define vec_release(v)     (free((v)->items), memset((v), 0, sizeof *(v)))

void *vec_grow(void *items, size_t *capacity, size_t wanted, size_t size);

#endif
