/*
 * The record of a live run: what its rows are made of. Inputs are numbered as in findings.coverage
 * (rosters, systems, licenses, devices), the tables behind them.
 */
#ifndef TENKO_RUN_ROWS_H
#define TENKO_RUN_ROWS_H

#include "tenko/run.h"

/* An input issue where it stands in the order of the record: inputs, then lines. */
struct listed_issue {
    const struct issue *issue;
    uint32_t input;
    uint32_t order; /* of appearance */
};

struct run_rows {
    const struct run *run;
    struct arena arena;            /* whatever the record's spans need beyond model and findings */
    const struct source **sources; /* by input */
    size_t input_count;
    size_t *first_account;   /* [input_count + 1] */
    size_t *first_seat;      /* [input_count + 1] */
    size_t *roster_people;   /* by input */
    struct span *addressees; /* by input: who answers for it; empty = nobody is known */
    VEC(struct listed_issue) issues;
    /* Exceptions by account, for the rows of accounts: account → slice of by_account. */
    uint32_t *first_exception, *by_account;
};

/* --- record.c: head, rules, inputs --- */

/* Makes run->rows and run->record, with inputs, people and accounts. */
void run_record_begin(struct run *run);
/* The rest; run->findings are finished. */
void run_record_finish(struct run *run);
void run_rows_free(struct run_rows *rows); /* NULL is fine */

/* --- rows.c --- */

extern const struct record_rows run_record_rows;

/* --- addressee.c: departments as readers know them --- */

/* The department of a person's main post, as a name. May be empty. */
struct span run_department(const struct model *m, const struct person *p);
/* Who answers for an input: its owner. Empty where none is known. */
struct span run_owner(const struct model *m, const struct input_plan *input);
/* Who must act. Empty where nobody is known. */
struct span run_addressee(const struct run_rows *rows, const struct exception *e);

#endif
