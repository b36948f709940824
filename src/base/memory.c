/* Allocation that cannot fail, arenas and growable arrays. */
#include "tenko/memory.h"

#include "tenko/ending.h"

#include <limits.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define ONE_BY_ONE 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_BY_ONE 1
#endif
#endif

enum { BLOCK_BYTES = 64 * 1024, KEPT_BYTES = 256 * 1024, OUT_OF_MEMORY_STATUS = 4 };

enum { LARGE_PAGE = 2 << 20 };

static void *_Atomic kept; /* for what is held when memory runs out */

/*
 * Large arrays grow by moving pages, never bytes: glibc stops doing so by itself once a large piece
 * was freed. What is small and free is kept, since the next source or report file wants it again.
 */
void memory_tune(void) {
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    mallopt(M_TOP_PAD, 4 << 20);
    kept = memory_alloc(KEPT_BYTES);
}

static const char *last_words = "out of memory";

void memory_set_last_words(const char *sentence) {
    last_words = sentence;
}

/* Of several threads that find no memory one says so. */
_Noreturn void memory_exhausted(void) {
    static atomic_flag is_said = ATOMIC_FLAG_INIT;
    struct iovec parts[] = {
        {(char *)"tenko: ", 7}, {(char *)last_words, strlen(last_words)}, {(char *)"\n", 1}};
    if (!atomic_flag_test_and_set(&is_said)) {
        ssize_t ignored = writev(STDERR_FILENO, parts, sizeof parts / sizeof *parts);
        (void)ignored;
    }
    ending_now(OUT_OF_MEMORY_STATUS);
}

bool memory_ran_out(void) {
    void *spare = ending_is_held() ? atomic_exchange(&kept, NULL) : NULL;
    if (!spare)
        memory_exhausted();
    free(spare);
    return true;
}

static void *checked(void *p) {
    if (!p)
        memory_exhausted();
    return p;
}

static size_t product(size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        memory_exhausted();
    return bytes;
}

/* Where the system allows it, a large array is met by 2 MiB at a time instead of 4 KiB. */
__attribute__((noinline)) static void use_large_pages(void *p, size_t bytes) {
    uintptr_t from = ((uintptr_t)p + LARGE_PAGE - 1) & ~(uintptr_t)(LARGE_PAGE - 1);
    uintptr_t end = ((uintptr_t)p + bytes) & ~(uintptr_t)(LARGE_PAGE - 1);
    if (end > from)
        (void)madvise((void *)from, end - from, MADV_HUGEPAGE);
}

static void *in_large_pages(void *p, size_t bytes) {
    if (bytes >= LARGE_PAGE)
        use_large_pages(p, bytes);
    return p;
}

void *memory_alloc(size_t size) {
    return in_large_pages(checked(malloc(size ? size : 1)), size);
}

void *memory_zeroed(size_t count, size_t size) {
    return in_large_pages(checked(calloc(count ? count : 1, size ? size : 1)), count * size);
}

/* The bytes are written through a pointer that the compiler cannot see through: it would make one
 * calloc of the two. */
void *memory_cleared(size_t count, size_t size) {
    size_t bytes = product(count, size);
    void *p = memory_alloc(bytes);
    __asm__("" : "+r"(p));
    return memset(p, 0, bytes); /* NOLINT(clang-analyzer-unix.Malloc): the asm hides that it is p */
}

void *memory_resize(void *old, size_t count, size_t size) {
    size_t bytes = product(count, size);
    return in_large_pages(checked(realloc(old, bytes ? bytes : 1)), bytes);
}

char *memory_copy_text(struct span text) {
    char *copy = memory_alloc(text.n + 1);
    if (text.n)
        memcpy(copy, text.p, text.n);
    copy[text.n] = '\0';
    return copy;
}

void *vec_grow(void *items, size_t *capacity, size_t wanted, size_t size) {
    size_t next = *capacity ? *capacity + *capacity / 2 : 8;
    if (next < wanted)
        next = wanted;
    items = memory_resize(items, next, size);
    *capacity = next;
    return items;
}

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    max_align_t bytes[];
};

static struct arena_block *block_new(struct arena *arena, size_t size) {
    struct arena_block *block = checked(malloc(sizeof *block + size));
    block->used = 0;
    block->size = size;
    block->next = arena->head;
    arena->head = block;
    return block;
}

void *arena_room(struct arena *arena, size_t size) {
    size_t align = sizeof(max_align_t);
    if (size > SIZE_MAX / 2)
        memory_exhausted();
    size_t rounded = (size + align - 1) / align * align;
    struct arena_block *block = arena->head;
#ifdef ONE_BY_ONE
    block = block_new(arena, size);
    rounded = size;
#else
    if (!block || block->size - block->used < rounded) {
        if (rounded > BLOCK_BYTES / 4 && block) {
            /* A large piece gets a block of its own, behind the one being filled. */
            struct arena_block *filling = block;
            block = block_new(arena, rounded);
            arena->head = filling;
            block->next = filling->next;
            filling->next = block;
        } else {
            block = block_new(arena, rounded > BLOCK_BYTES ? rounded : BLOCK_BYTES);
        }
    }
#endif
    void *piece = (char *)block->bytes + block->used;
    block->used += rounded;
    arena->used_bytes += rounded;
    return piece;
}

void *arena_alloc(struct arena *arena, size_t size) {
    return memset(arena_room(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size) {
    return arena_alloc(arena, product(count, size));
}

struct span arena_copy(struct arena *arena, struct span text) {
    char *copy = arena_room(arena, text.n + 1);
    if (text.n)
        memcpy(copy, text.p, text.n);
    copy[text.n] = '\0';
    return (struct span){copy, text.n};
}

void arena_release(struct arena *arena) {
    while (arena->head) {
        struct arena_block *block = arena->head;
        arena->head = block->next;
        free(block);
    }
    arena->used_bytes = 0;
}
