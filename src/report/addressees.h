/*
 * The addressees of a report, each with a file of its own: every exception stands in exactly one,
 * notices (leaving-soon) in none. Addressees that are one under FOLD_WORD are one; exceptions whose
 * addressee nobody knows go to a file of their own.
 */
#ifndef TENKO_REPORT_ADDRESSEES_H
#define TENKO_REPORT_ADDRESSEES_H

#include "tenko/memory.h"
#include "tenko/record.h"
#include "tenko/strpool.h"

#define NO_ADDRESSEE UINT32_MAX

struct addressee {
    struct span name; /* as first written; empty = nobody is known */
    uint32_t number;  /* in the order of first sight */
    const char *stem; /* of its files: "税務課", "税務課-2" */
};

struct addressees {
    VEC(struct addressee) items; /* by name, so the nameless one comes first */
    uint32_t *of_exception;      /* index in items, or NO_ADDRESSEE */
    size_t exception_count;
    uint32_t *ordered; /* exceptions by addressee, each in the record's order … */
    size_t *first;     /* … of the i-th addressee from here; [count] is the end */
    struct arena arena;
    struct strpool raw, folded; /* while exceptions are added */
    VEC(uint32_t) of_raw;       /* by id in raw: the number */
    VEC(uint32_t) of_folded;
};

void addressees_init(struct addressees *a, size_t exception_count);
/* Exception i, whose addressee has this name. */
void addressees_add(struct addressees *a, size_t i, struct span name);
/* When all are in: sorts and names the files. */
void addressees_finish(struct addressees *a, enum language lang);
void addressees_release(struct addressees *a);

#endif
