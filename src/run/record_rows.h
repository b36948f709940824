/*
 * The record of a live run: what its rows are made of. Inputs are numbered as in the model.
 */
#ifndef TENKO_RUN_RECORD_ROWS_H
#define TENKO_RUN_RECORD_ROWS_H

#include "tenko/run.h"

/* An input issue where it stands in the order of the record: inputs, then lines. */
struct listed_issue {
    const struct issue *issue;
    uint32_t input;
    uint32_t order; /* of appearance */
};

struct run_rows {
    const struct run *run;
    struct arena arena;      /* whatever the record's spans need beyond model and findings */
    size_t *first_account;   /* [inputs + 1] */
    size_t *first_seat;      /* [inputs + 1] */
    size_t *roster_people;   /* by input */
    struct span *addressees; /* by input: who answers for it; empty = nobody is known */
    /* What rows show as lists of texts, by input: of a system's source->lists the texts, of its
     * matches' candidates the numbers; and the account_department by the id of its text. */
    struct span **list_texts, **candidate_ids;
    struct span **department_names;
    struct span *person_rosters; /* names, as model->person_rosters; NULL = nobody is on several */
    struct span *post_departments; /* by post; NULL = everybody has one */
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

/* --- texts.c --- */

/* Fills list_texts, candidate_ids, department_names, person_rosters and post_departments. */
void run_texts_build(struct run_rows *rows, unsigned threads);
void run_texts_release(struct run_rows *rows);
static inline str_id run_account_department(const struct account *a) {
    return !str_is_none(a->department) ? a->department : a->department_code;
}

/* --- record_rows.c --- */

extern const struct record_rows run_record_rows;

/* --- fetch_ahead.c --- */

/* Begins to fetch what the rows behind the index-th account of a system will need. */
void run_fetch_accounts(const struct run_rows *rows, const struct source *s,
                        const struct holding *holdings, size_t index);
/* … behind the index-th exception. */
void run_fetch_exceptions(const struct run_rows *rows, size_t index);

/* --- addressee.c: departments as readers know them --- */

/* The department of a person's main post, as a name. May be empty. */
struct span run_department(const struct model *m, const struct person *p);
/* What a list wrote as a department, a code as its name. */
struct span run_department_written(const struct model *m, struct span written);
/* The department that a person belongs to today: an abolished one is its successor. */
/* Of a post, its successor where it was abolished. */
struct span run_post_department(const struct model *m, const struct post *post);
struct span run_present_department(const struct model *m, const struct person *p);
/* Who answers for an input: its owner. Empty where none is known. */
/* The department that a code or a name means on the day, as a name; else as written. */
struct span run_department_named(const struct model *m, struct span written);
struct span run_owner(const struct model *m, const struct input_plan *input);
/* Who must act. Empty where nobody is known. */
struct span run_account_addressee(const struct run_rows *rows, uint32_t input, person_ref holder);
struct span run_addressee(const struct run_rows *rows, const struct exception *e);

/* far_day.c: an issue where the day judged lies years from every date of the inputs. */
void run_check_day(struct run *run);

#endif
