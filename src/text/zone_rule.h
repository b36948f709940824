/* The rule by which a zone goes on behind its last known change (POSIX TZ). Private to the room. */
#ifndef TEXT_ZONE_RULE_H
#define TEXT_ZONE_RULE_H

#include "tenko/span.h"

#include <stdbool.h>
#include <stdint.h>

/* The day of a year on which the clock is changed. */
struct zone_change {
    enum { CHANGE_BY_WEEKDAY, CHANGE_BY_DAY, CHANGE_BY_DAY_WITHOUT_LEAP } kind;
    int month, week, weekday; /* the week-th weekday of the month; week 5 is the last */
    int day;                  /* from 0; WITHOUT_LEAP counts 29 February never */
    int32_t seconds;          /* local time of that day */
};

struct zone_rule {
    int32_t standard, summer; /* seconds east of Greenwich */
    bool has_summer;
    struct zone_change begins, ends;
};

/* "CET-1CEST,M3.5.0,M10.5.0/3" */
bool zone_rule_parse(struct span text, struct zone_rule *out);
int32_t zone_rule_offset(const struct zone_rule *rule, int64_t instant);

#endif
