#include "tenko/library.h"

#include <stdio.h>

void library_tame(void) {
    FILE *nowhere = fopencookie(NULL, "w", (cookie_io_functions_t){.write = NULL});
    if (nowhere)
        stderr = nowhere;
}

/* The C library's keeps one answer for all threads. The program's symbol is found before it. */
struct tm *library_gmtime(const time_t *when) {
    static _Thread_local struct tm answer;
    return gmtime_r(when, &answer);
}
