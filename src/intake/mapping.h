/* Headers on their way to fields: what each may mean, and which meaning was taken. */
#ifndef TENKO_INTAKE_MAPPING_H
#define TENKO_INTAKE_MAPPING_H

#include "reading.h"

/* Which columns feed which fields. */
struct mapping {
    struct reading *r;
    uint32_t line;  /* of the header */
    size_t *counts; /* meanings of each column */
    struct meaning (*meanings)[MEANINGS_MAX];
    bool *is_used; /* columns that feed a field */
    field_set claimed;
    VEC(struct claim {
        uint32_t column;
        struct meaning meaning;
    })
    claims;
};

/* claims.c: the column feeds the field of this meaning. */
void claim(struct mapping *m, uint32_t column, struct meaning meaning);
bool is_claimed(const struct mapping *m, enum field field);
/* Every column that a synonym lets feed a field, after those that the configuration names. */
bool claim_recognised(struct mapping *m, struct error *err) must_check;
/* Sets the error of two headers, a and b, that are equally clear for one field; false. */
bool claimed_twice(struct mapping *m, enum field field, uint32_t a, uint32_t b, struct error *err);
/* All headers for a message: "職員番号, 氏名"; but nobody's data. */
void list_headers(const struct reading *r, struct strbuf *out);

/* tasks.c: what is claimed becomes the reading's tasks and the source's columns; headers that feed
 * nothing are its unused ones. */
void lay_down_tasks(struct mapping *m);

/*
 * columns.c: meanings that the columns themselves, or the headers beside them, contradict are
 * dropped: a counter beside a login is no user ID, and the end of a password is not the account's.
 * Reads a few rows ahead. False: they could not be read.
 */
bool judge_columns(struct mapping *m, struct error *err) must_check;

/* labels.c: `key` is the only header that is known, and most cells below it are headers, too. */
bool is_written_downwards(const struct mapping *m, uint32_t key);

/* Fields that every column which means them feeds. */
static inline bool is_many(enum field field) {
    return fields[field].type == TYPE_NAMES || fields[field].type == TYPE_ADDRESSES ||
           field == FIELD_login;
}
static inline bool is_leave(enum field field) {
    return field == FIELD_leave_from || field == FIELD_leave_to;
}

#endif
