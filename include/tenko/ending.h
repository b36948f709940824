/*
 * Ending in the middle: INT, TERM, HUP, or no memory left. What lies half-done is removed first,
 * whatever the other threads are at, and the process ends there.
 *
 * What ledger and report must do together is held: a signal that comes meanwhile counts when it is
 * done.
 */
#ifndef TENKO_ENDING_H
#define TENKO_ENDING_H

#include <stdbool.h>

/* Removes something half-done. It may run in a signal handler: system calls, and no memory taken.
 * What it needs stays valid until ending_drop. */
typedef void ending_call(void *context);

/* At most 8 at once. */
void ending_add(ending_call *call, void *context);
void ending_drop(const void *context);

/* The same for a file of this name in the directory; of one thread, and quick where the latest is
 * dropped first. */
void ending_add_file(int dirfd, const char *name);
void ending_drop_file(const char *name);

/* These count: the outermost ending_allow ends the program if a signal has come. */
void ending_hold(void);
void ending_allow(void);
bool ending_is_held(void);

/* Once, in main. A signal that was ignored stays so. */
void ending_catch_signals(void);

/* Removes what is half-done, unless held: then the next run puts it right. */
_Noreturn void ending_now(int status);

#endif
