/*
 * Time zones: which day it is at an instant. Zones are read once, from the system's tz database
 * (TZif, RFC 8536: Debian's package tzdata); the process's TZ is never consulted, and a zone that
 * is read does not change: any thread may ask it. NULL is UTC.
 */
#ifndef TENKO_ZONE_H
#define TENKO_ZONE_H

#include "tenko/date.h"
#include "tenko/memory.h"

#define SECONDS_PER_DAY 86400

struct zone;

/* "Asia/Tokyo", "UTC" and "+09:00" need no database. In the arena; NULL if there is no such zone.
 */
const struct zone *zone_load(struct arena *arena, const char *name);
/* The zone of a TZif file's bytes; NULL if they are no such file. */
const struct zone *zone_of_file(struct arena *arena, struct span file);

/* Instants are seconds since 1970-01-01T00:00Z. */
int32_t zone_offset(const struct zone *zone, int64_t instant); /* seconds east of Greenwich */
/* DATE_NONE beyond the years 0…9999. */
date zone_day(const struct zone *zone, int64_t instant);
/*
 * The last day on which something counts that ends at the instant. At midnight, here or of UTC (in
 * which directories and clouds write whole days), it ended with the day before; an end in the
 * course of a day leaves that day.
 */
date zone_last_day(const struct zone *zone, int64_t instant);

#endif
