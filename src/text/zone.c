/*
 * A zone is what its TZif file says: the instants at which its offset changes, and a rule for the
 * time behind the last of them. Zones that never change need no file: UTC, a fixed offset, and
 * Asia/Tokyo, the default, whose summer times of 1948 to 1951 no account has seen.
 */
#include "tenko/zone.h"

#include "zone_rule.h"

#include "tenko/strbuf.h"

#include <stdio.h>
#include <string.h>

#define DATABASE        "/usr/share/zoneinfo/"
#define HEADER_BYTES    44
#define NAME_MAX_LENGTH 64
#define FILE_MAX        65536

struct zone {
    size_t count; /* changes, in order of time */
    const int64_t *instants;
    const int32_t *offsets; /* behind each of them */
    int32_t first;          /* before all of them */
    bool has_rule;
    struct zone_rule rule; /* behind the last of them */
};

/* --- the file --- */

struct block {
    const unsigned char *data; /* behind the header */
    uint32_t isutc, isstd, leaps, times, types, chars;
};

static uint32_t read_32(const unsigned char *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static int64_t read_64(const unsigned char *p) {
    return (int64_t)((uint64_t)read_32(p) << 32 | read_32(p + 4));
}

static size_t block_bytes(const struct block *b, size_t time_bytes) {
    return (size_t)b->times * (time_bytes + 1) + (size_t)b->types * 6 + b->chars +
           (size_t)b->leaps * (time_bytes + 4) + b->isstd + b->isutc;
}

/* The block at `at`, which is whole; moves `at` behind it. */
static bool read_block(struct span file, size_t *at, size_t time_bytes, struct block *out) {
    if (file.n - *at < HEADER_BYTES || memcmp(file.p + *at, "TZif", 4) != 0)
        return false;
    const unsigned char *p = (const unsigned char *)file.p + *at;
    *out = (struct block){p + HEADER_BYTES, read_32(p + 20), read_32(p + 24), read_32(p + 28),
                          read_32(p + 32),  read_32(p + 36), read_32(p + 40)};
    *at += HEADER_BYTES;
    if (out->types == 0 || out->times > FILE_MAX || out->types > FILE_MAX ||
        out->chars > FILE_MAX || out->leaps > FILE_MAX || out->isstd > FILE_MAX ||
        out->isutc > FILE_MAX || block_bytes(out, time_bytes) > file.n - *at)
        return false;
    *at += block_bytes(out, time_bytes);
    return true;
}

static bool take_changes(struct arena *arena, const struct block *b, struct zone *out) {
    const unsigned char *types = b->data + (size_t)b->times * 8;
    const unsigned char *infos = types + b->times;
    int64_t *instants = arena_array(arena, b->times + 1, sizeof *instants);
    int32_t *offsets = arena_array(arena, b->times + 1, sizeof *offsets);
    for (uint32_t i = 0; i < b->times; i++) {
        if (types[i] >= b->types)
            return false;
        instants[i] = read_64(b->data + (size_t)i * 8);
        offsets[i] = (int32_t)read_32(infos + (size_t)types[i] * 6);
        if (offsets[i] < -SECONDS_PER_DAY || offsets[i] > SECONDS_PER_DAY)
            return false;
    }
    out->count = b->times;
    out->instants = instants;
    out->offsets = offsets;
    out->first = (int32_t)read_32(infos);
    return out->first >= -SECONDS_PER_DAY && out->first <= SECONDS_PER_DAY;
}

static bool parse(struct arena *arena, struct span file, struct zone *out) {
    struct block old, b;
    size_t at = 0;
    if (!read_block(file, &at, 4, &old) || file.p[4] < '2' || !read_block(file, &at, 8, &b) ||
        !take_changes(arena, &b, out))
        return false;
    struct span rest = {file.p + at, file.n - at};
    if (rest.n < 2 || rest.p[0] != '\n' || rest.p[rest.n - 1] != '\n')
        return false;
    out->has_rule = rest.n > 2;
    return !out->has_rule || zone_rule_parse((struct span){rest.p + 1, rest.n - 2}, &out->rule);
}

/* A name of the database, not a path out of it. */
static bool is_name(const char *name) {
    size_t n = strlen(name);
    if (n == 0 || n > NAME_MAX_LENGTH || name[0] == '/' || strstr(name, ".."))
        return false;
    static const char others[] = "0123456789_+-/";
    for (const char *p = name; *p; p++)
        if (!((*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z') || strchr(others, *p)))
            return false;
    return true;
}

static bool read_file(const char *name, struct strbuf *out) {
    char path[sizeof DATABASE + NAME_MAX_LENGTH];
    snprintf(path, sizeof path, "%s%s", DATABASE, name);
    FILE *file = fopen(path, "rbe");
    if (!file)
        return false;
    char bytes[4096];
    size_t n;
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0 && strbuf_span(out).n < FILE_MAX)
        strbuf_add_span(out, (struct span){bytes, n});
    bool ok = !ferror(file) && strbuf_span(out).n < FILE_MAX;
    fclose(file);
    return ok;
}

/* --- without a file --- */

/* +09:00 */
static bool is_offset(const char *name, int32_t *out) {
    if (strlen(name) != 6 || (name[0] != '+' && name[0] != '-') || name[3] != ':')
        return false;
    static const int at[4] = {1, 2, 4, 5};
    int digits[4];
    for (int i = 0; i < 4; i++) {
        digits[i] = name[at[i]] - '0';
        if (digits[i] < 0 || digits[i] > 9)
            return false;
    }
    int hours = digits[0] * 10 + digits[1], minutes = digits[2] * 10 + digits[3];
    if (hours > 14 || minutes > 59)
        return false;
    *out = (hours * 60 + minutes) * 60 * (name[0] == '-' ? -1 : 1);
    return true;
}

static bool is_fixed(const char *name, int32_t *out) {
    static const struct {
        const char *name;
        int32_t offset;
    } known[] = {{"UTC", 0}, {"Asia/Tokyo", 9 * 3600}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(known[i].name, name) == 0) {
            *out = known[i].offset;
            return true;
        }
    }
    return is_offset(name, out);
}

static const struct zone *keep(struct arena *arena, const struct zone *zone) {
    struct zone *out = arena_array(arena, 1, sizeof *out);
    *out = *zone;
    return out;
}

const struct zone *zone_of_file(struct arena *arena, struct span file) {
    struct zone zone = {0};
    return parse(arena, file, &zone) ? keep(arena, &zone) : NULL;
}

const struct zone *zone_load(struct arena *arena, const char *name) {
    struct zone fixed = {0};
    if (is_fixed(name, &fixed.first))
        return keep(arena, &fixed);
    struct strbuf file = {0};
    const struct zone *zone =
        is_name(name) && read_file(name, &file) ? zone_of_file(arena, strbuf_span(&file)) : NULL;
    strbuf_release(&file);
    return zone;
}

/* --- asking --- */

int32_t zone_offset(const struct zone *zone, int64_t instant) {
    if (!zone)
        return 0;
    size_t low = 0, high = zone->count; /* the first change that lies ahead */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (zone->instants[middle] <= instant)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == zone->count && zone->has_rule)
        return zone_rule_offset(&zone->rule, instant);
    return low ? zone->offsets[low - 1] : zone->first;
}

static date day_of(int64_t seconds) {
    int64_t day = seconds / SECONDS_PER_DAY - (seconds % SECONDS_PER_DAY < 0);
    bool is_sane = day >= date_from_civil(0, 1, 1) && day <= date_from_civil(9999, 12, 31);
    return is_sane ? (date)day : DATE_NONE;
}

/* Far enough from the ends of int64_t to reckon with. */
static bool is_near(int64_t instant) {
    return instant > -(INT64_C(1) << 40) && instant < INT64_C(1) << 40;
}

date zone_day(const struct zone *zone, int64_t instant) {
    return is_near(instant) ? day_of(instant + zone_offset(zone, instant)) : DATE_NONE;
}

date zone_last_day(const struct zone *zone, int64_t instant) {
    if (!is_near(instant))
        return DATE_NONE;
    if (instant % SECONDS_PER_DAY == 0)
        return day_of(instant - 1);
    return zone_day(zone, instant - 1);
}
