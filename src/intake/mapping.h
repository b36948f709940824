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

/*
 * columns.c: meanings that the columns themselves, or the headers beside them, contradict are
 * dropped: a counter beside a login is no user ID, and the end of a password is not the account's.
 * Reads a few rows ahead. False: they could not be read.
 */
bool judge_columns(struct mapping *m, struct error *err) must_check;

/* labels.c: `key` is the only header that is known, and most cells below it are headers, too. */
bool is_written_downwards(const struct mapping *m, uint32_t key);

#endif
