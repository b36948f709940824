/*
 * Leavers and where they still are (leavers.csv): everybody who left, leaves soon or went on leave
 * since the fiscal year began, against every system that may hold people of their rosters, every
 * license and the devices. A row for each pair, also where there is nothing: that nothing is left
 * is what has to be proven, and where a list cannot prove it the row says so.
 *
 * Example: 3 leavers, 2 systems and the devices are 9 rows. Rows are not stored: a person's targets
 * are those of the set of rosters he is on, and what was found (hits) is sorted by person, target.
 */
#ifndef TENKO_REPORT_LEAVERS_H
#define TENKO_REPORT_LEAVERS_H

#include "tenko/memory.h"
#include "tenko/record.h"

enum leaver_reason { LEAVER_LEFT, LEAVER_LEAVING, LEAVER_ON_LEAVE };

/* What a list has of a leaver. */
struct hit {
    uint32_t leaver, input;
    uint32_t row;        /* of the accounts, seats or devices */
    bool is_candidate;   /* not his, but it may be: an account that nobody or several people hold */
    bool is_in_use;      /* an account is enabled, a device not returned */
    date last_used_on;   /* of an account: last login */
    struct span subject; /* the user ID, the holder of the seat as its list says, the device */
};

struct leaver {
    uint32_t person;
    uint32_t targets; /* index in target_sets */
    size_t first_row;
    size_t first_hit, hit_count;
    enum leaver_reason reason;
};

struct target_set {
    uint32_t *inputs;
    size_t count;
};

struct leavers {
    const struct run_record *record;
    VEC(struct leaver) items; /* in the order of the people */
    VEC(struct hit) hits;
    VEC(struct target_set) target_sets;
    struct arena arena;
    size_t row_count;
};

enum remainder { LEFT_NONE, LEFT_DISABLED, LEFT_ENABLED, LEFT_NOT_DELIVERED, LEFT_NOT_PROVABLE };

struct leaver_row {
    struct person_record person;
    enum leaver_reason reason;
    date from, to;
    const struct input_record *target;
    enum remainder state;
    const struct hit *hits; /* of the person in the target */
    size_t hit_count;
    date last_login_on; /* the newest; of a license: last use */
};

/* Finds them and what is left of them, on `threads` threads. `l` refers to the record. */
void leavers_init(struct leavers *l, const struct run_record *r, unsigned threads);
void leavers_release(struct leavers *l);
/* The i-th of row_count rows. */
void leavers_row(const struct leavers *l, size_t i, struct leaver_row *out);
/* Does the row name this of its hits? */
bool leavers_names(const struct leaver_row *row, const struct hit *hit);

#endif
