/*
 * Libraries with habits: they print their own errors, file names and all; they keep state between
 * calls. What failed is said by us, once and without names.
 */
#ifndef TENKO_LIBRARY_H
#define TENKO_LIBRARY_H

#include <time.h>

/* Once, in main. What is printed on stdio's stderr is not shown; our own messages are written to
 * the descriptor. */
void library_tame(void);

/* gmtime in place of the C library's, also for libraries: each thread has an answer of its own.
 * libxlsxwriter asks it when a workbook is closed, and many threads close some at once. */
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define LIBRARY_HAS_GMTIME 1
struct tm *library_gmtime(const time_t *when) __asm__("gmtime");
#endif

/* Around closing a workbook: builds for sanitizers, which put a gmtime of their own in place, close
 * one at a time; elsewhere nothing waits. */
void library_enter(void);
void library_leave(void);

#endif
