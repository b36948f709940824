/* A run that comes out of the ledger, and what the files that read it share. */
#ifndef TENKO_LEDGER_LOAD_INTERNAL_H
#define TENKO_LEDGER_LOAD_INTERNAL_H

#include "ledger_internal.h"
#include "packed.h"

/* Which account an exception speaks of. */
struct exception_place {
    uint32_t account; /* NO_ROW: none; OF_SUBJECT until it is found */
    uint32_t input;
};
#define OF_SUBJECT (NO_ROW - 1)

struct loaded_run {
    struct run_record record;
    enum ledger_parts parts;
    struct packed_rows *packed_accounts, *packed_exceptions; /* NULL: they are decoded */
    const uint32_t *first_exception, *by_account;            /* of packed accounts: slices */
    VEC(struct exception_place) places;                      /* by exception */
    struct arena arena;
    struct people_index people_index;
    struct threshold_record *thresholds;
    struct input_record *inputs;
    VEC(struct exception_record) exceptions;
    VEC(struct issue_record) issues;
    VEC(struct account_record) accounts;
    VEC(struct seat_record) seats;
    VEC(struct person_record) people;
    VEC(struct device_record) devices;
    VEC(struct resolved_record) resolved;
    struct rule_list all_rules;
    size_t *first_account, *first_seat;
    struct store *store;
    struct decisions *decisions;
};

/* --- load_rows.c: rows as they are read, and as they are fetched --- */

struct span loaded_file(const struct loaded_run *l, size_t input);
/* The person that rows.c's reference means, or NO_ROW. */
uint32_t loaded_find_person(const struct loaded_run *l, uint32_t reference, struct span person_id);
/* What is not said is as the holder has it. */
static inline void loaded_as_holder(struct span *value, struct span holders) {
    if (!value->p)
        *value = holders;
}
void loaded_complete_account(const struct loaded_run *l, struct account_record *a, size_t input,
                             uint32_t line);
void loaded_complete_exception(const struct loaded_run *l, struct stored_exception *x,
                               uint32_t line);
size_t loaded_account_count(const struct loaded_run *l);
void loaded_account(const struct loaded_run *l, size_t i, struct account_record *out);
void loaded_exception(const struct loaded_run *l, size_t i, struct exception_record *out);

/* --- load_lives.c --- */

void loaded_read_lives(struct loaded_run *l);
/* What the run resolved, or could not look at. */
bool loaded_read_earlier(struct loaded_run *l);

/* --- load_links.c: references from exceptions to accounts and back --- */

void loaded_link_accounts(struct loaded_run *l);

#endif
