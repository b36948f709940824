/*
 * One person under two numbers, in two runs. Numbers change when an office's roster does; an ID
 * that goes from the old number to the new one has the same holder. As with id-reused the name
 * decides, but only where neither roster shows both numbers: two people of one name are two, unless
 * they have an address or a login in common.
 */
#ifndef TENKO_LEDGER_RENUMBERED_H
#define TENKO_LEDGER_RENUMBERED_H

#include "tenko/ledger.h"

/* The people of a run, by number. */
struct numbered_people;

/* Runs are read when they are first asked for, and kept. */
struct renumbering {
    struct store *store;
    VEC(struct numbered_people *) runs;
    bool failed;
    struct error err; /* of the first run that could not be read */
};

/* Is the holder of `b` in the run `to` who held `a` in the run `from`? The accounts are as stored.
 * After a failure the answer is no. */
bool is_renumbered(struct renumbering *r, uint64_t from, const struct account_record *a,
                   uint64_t to, const struct account_record *b);
void renumbering_release(struct renumbering *r);

#endif
