/*
 * Every allocation of the program, also those inside its libraries, libc among them: what a program
 * defines itself comes first where names are looked up. Where there is no memory memory_ran_out
 * ends the program, at once, so that no library goes on without, or takes it for something else.
 *
 * The functions behind these are libc's, or those of a library that is loaded before it (an
 * allocator, a test). Builds for sanitizers have their own and leave this file out; so does another
 * libc, which may be in need of memory to find a function.
 */
#include "tenko/memory.h"

#ifdef __GLIBC__

#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <string.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t align, size_t size);

static struct {
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void *(*memalign)(size_t, size_t);
} behind = {__libc_malloc, __libc_calloc, __libc_realloc, __libc_memalign};

static void find(void *function, const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (found) /* ISO C knows no way from one kind of pointer to the other */
        memcpy(function, &found, sizeof found);
}

/* The first allocation comes from the loader, before any thread; what dlsym needs is libc's. */
static void look_behind(void) {
    static atomic_bool has_looked;
    if (atomic_load_explicit(&has_looked, memory_order_relaxed) ||
        atomic_exchange(&has_looked, true))
        return;
    find(&behind.malloc, "malloc");
    find(&behind.calloc, "calloc");
    find(&behind.realloc, "realloc");
    find(&behind.memalign, "memalign");
}

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): libc's are __size and __ptr */

void *malloc(size_t size) {
    void *p;
    look_behind();
    do
        p = behind.malloc(size);
    while (!p && memory_ran_out());
    return p;
}

void *calloc(size_t count, size_t size) {
    void *p;
    look_behind();
    do
        p = behind.calloc(count, size);
    while (!p && memory_ran_out());
    return p;
}

/* Of no bytes it is free, which returns NULL. */
void *realloc(void *old, size_t size) {
    void *p;
    look_behind();
    do
        p = behind.realloc(old, size);
    while (!p && size && memory_ran_out());
    return p;
}

void *memalign(size_t align, size_t size) {
    void *p;
    look_behind();
    do
        p = behind.memalign(align, size);
    while (!p && memory_ran_out());
    return p;
}

void *aligned_alloc(size_t align, size_t size) {
    return memalign(align, size);
}

int posix_memalign(void **out, size_t align, size_t size) {
    if (align % sizeof(void *) != 0 || (align & (align - 1)) != 0 || align == 0)
        return EINVAL;
    *out = memalign(align, size);
    return 0;
}

/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */

#endif
