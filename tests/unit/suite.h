/* How every unit test ends. */
#ifndef TENKO_TESTS_SUITE_H
#define TENKO_TESTS_SUITE_H

#include <check.h>

/* Runs and frees the suite; the program's exit status. */
int run_suite(Suite *suite);

#endif
