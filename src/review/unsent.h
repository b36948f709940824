/* A review with its supplements, and what stands in the lists that none of them asked about. */
#ifndef TENKO_REVIEW_UNSENT_H
#define TENKO_REVIEW_UNSENT_H

#include "review_internal.h"

struct group_review {
    uint64_t review, run;
    date as_of, exported_on, reply_by;
};

struct group {
    uint64_t until;                   /* what was done before this run, and what it saw itself */
    VEC(struct group_review) reviews; /* the first one first */
};
/* The group of a review, or of the last one (0); empty where there is none. */
bool group_load(struct group *g, struct store *s, uint64_t review, struct error *err) must_check;

/* The accounts that were sent, by system and user ID: a hash of each. */
struct sent_keys;
struct sent_keys *sent_keys_new(void);
void sent_keys_add(struct sent_keys *k, struct span system, struct span user_id);
void sent_keys_free(struct sent_keys *k);

/* Adds the accounts of the last run of the day that was reviewed that stand on no sheet: a late
 * list is in it. Where its states were purged, what was frozen is all there is. */
void find_unsent(struct review_status *st, struct store *s, const struct group *g,
                 struct sent_keys *sent);

#endif
