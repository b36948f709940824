/* Rows that were refused, as a sheet that can be corrected and sent in again: one file a review. */
#ifndef TENKO_REVIEW_REJECTED_H
#define TENKO_REVIEW_REJECTED_H

#include "answers.h"

struct rejected_file;

struct rejected {
    const struct review_act *act;
    VEC(struct rejected_file) files; /* by review */
};

/* `why` is the note that was said. */
void rejected_add(struct rejected *r, uint64_t review, const struct answers *a,
                  const struct error *why);
/* Writes all of them into the directory, each aside and then in place; one that stood there
 * is kept as rejected-N-old.csv (-old-2 …). */
bool rejected_write(struct rejected *r, struct error *err) must_check;
void rejected_release(struct rejected *r);

#endif
