/* The program's own allocation functions, as its libraries call them. */
#include "suite.h"

#include "tenko/ending.h"
#include "tenko/memory.h"

#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>

enum { OUT_OF_MEMORY = 4 };
static const volatile size_t too_much = SIZE_MAX / 4; /* the compiler need not know */

START_TEST(memory_is_aligned_as_asked) {
    static const size_t aligns[] = {8, 64, 4096};
    for (size_t i = 0; i < sizeof aligns / sizeof *aligns; i++) {
        void *p = NULL, *q = aligned_alloc(aligns[i], aligns[i]), *r = memalign(aligns[i], 1);
        ck_assert_int_eq(posix_memalign(&p, aligns[i], 100), 0);
        ck_assert_uint_eq(((uintptr_t)p | (uintptr_t)q | (uintptr_t)r) % aligns[i], 0);
        free(p);
        free(q);
        free(r);
    }
}
END_TEST

START_TEST(an_alignment_that_is_none_is_refused) {
    static const size_t aligns[] = {0, 4, 12, 24};
    void *p = &p;
    for (size_t i = 0; i < sizeof aligns / sizeof *aligns; i++) {
        const volatile size_t align = aligns[i];
        ck_assert_int_eq(posix_memalign(&p, align, 100), EINVAL);
        ck_assert_ptr_eq(p, &p);
    }
}
END_TEST

START_TEST(nothing_is_no_failure) {
    void *p = malloc(0), *q = calloc(0, 8), *r = realloc(malloc(8), 16);
    ck_assert(p && q && r);
    const volatile size_t nothing = 0;
    ck_assert_ptr_null(realloc(r, nothing)); /* as free */
    free(p);
    free(q);
}
END_TEST

/* Each of them ends the process with exit status 4. */
START_TEST(more_than_there_is_ends_the_program) {
    void *p = NULL;
    if (_i == 0)
        p = malloc(too_much);
    else if (_i == 1)
        p = calloc(too_much, 1);
    else if (_i == 2)
        p = realloc(NULL, too_much);
    else
        p = memalign(64, too_much);
    free(p);
}
END_TEST

/* What is held has what was kept for it, once; then it ends too. */
START_TEST(what_is_held_has_a_reserve) {
    memory_tune();
    ending_hold();
    ck_assert(memory_ran_out());
    free(malloc(too_much));
}
END_TEST

int main(void) {
    Suite *s = suite_create("allocation");
    TCase *c = tcase_create("allocation");
    tcase_add_test(c, memory_is_aligned_as_asked);
    tcase_add_test(c, an_alignment_that_is_none_is_refused);
    tcase_add_test(c, nothing_is_no_failure);
    tcase_add_loop_exit_test(c, more_than_there_is_ends_the_program, OUT_OF_MEMORY, 0, 4);
    tcase_add_exit_test(c, what_is_held_has_a_reserve, OUT_OF_MEMORY);
    suite_add_tcase(s, c);
    return run_suite(s);
}
