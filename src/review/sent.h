/* Rows that earlier sheets asked about, by system and user ID; the last one of each account. */
#ifndef TENKO_REVIEW_SENT_H
#define TENKO_REVIEW_SENT_H

#include "review_internal.h"

struct sent_row {
    uint64_t print;
    struct span person_id, roles, addressee;
    bool is_enabled;
    bool is_passed_on;   /* answered: not ours */
    struct span comment; /* … and who it is for */
};

/* NULL: nobody was asked about it. */
const struct sent_row *sent_find(const struct sent *sent, struct span system, struct span user_id);

#endif
