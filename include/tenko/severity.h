/* How grave an exception is; ordered, gravest first. */
#ifndef TENKO_SEVERITY_H
#define TENKO_SEVERITY_H

#include <stdbool.h>

enum severity {
    SEVERITY_CRITICAL,
    SEVERITY_HIGH,
    SEVERITY_MEDIUM,
    SEVERITY_LOW,
    SEVERITY_INFO,
    SEVERITY_COUNT
};
const char *severity_name(enum severity s);
bool severity_parse(const char *name, enum severity *out); /* false: no such name */

#endif
