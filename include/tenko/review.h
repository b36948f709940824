/*
 * The review round trip (docs/REVIEW.md): sheets out, answers in, proof that what was revoked
 * is gone. Everything is in the ledger: a review freezes the accounts of a run as rows, answers are
 * decisions that nothing overwrites, and later runs note what became of what was revoked.
 *
 * A row's id is r and 15 hex digits: a hash of organisation, chain head of the run, review, system
 * and user ID. So a sheet of another organisation, ledger or review has no id that is known here.
 */
#ifndef TENKO_REVIEW_H
#define TENKO_REVIEW_H

#include "tenko/ledger.h"
#include "tenko/review_record.h"
#include "tenko/strpool.h"

#define REVIEW_REPLY_DAYS 14

enum review_by { REVIEW_BY_OWNER, REVIEW_BY_DEPARTMENT, REVIEW_BY_MANAGER };
/* "owner", "department", "manager"; false if it is none of them. */
bool review_by_parse(const char *word, enum review_by *out);

/* Whose an account is said to be; person_id "-": nobody's, and no name. */
struct review_link {
    struct span system, user_id, person_id, name, note;
};

/* Who does it, when, and where sheets lie. */
struct review_act {
    const char *directory; /* created 0700 */
    bool is_csv_only;      /* sheets without workbooks beside them */
    enum language language;
    date today;          /* a day of the organisation's zone */
    struct span at, who; /* local time with offset; OS user */
    const char *links;   /* policy.links; NULL = not configured */
    bool links_is_csv;
    const struct source_spec *links_source; /* how it is read; NULL: like any CSV */
    void *context;                          /* of say and linked */
    /* A note to the user while the work goes on: "file:line: why". */
    void (*say)(void *context, const struct error *note);
    /* A link that was added, once everything is recorded. */
    void (*linked)(void *context, const struct review_link *link);
};

/* --- export --- */

struct review_export {
    uint64_t review;    /* its number; 0 = there was nothing to add */
    uint64_t first;     /* the review that it supplements, or itself */
    uint64_t run, rows; /* rows added */
    uint64_t sheets;    /* files written, also those that were missing */
    date reply_by;
    char head[DIGEST_HEX_SIZE]; /* of the chain; empty where nothing was added */
};
/* `reply_by` DATE_NONE: REVIEW_REPLY_DAYS after today. Begins and commits its own transaction. */
bool review_export(struct review_export *out, struct store *s, const struct review_act *act,
                   enum review_by by, date reply_by, struct error *err) must_check;

/* --- import --- */

struct review_import {
    uint64_t files, recorded, unchanged, unanswered, rejected, conflicts;
    uint64_t rejected_files;
    uint64_t links;             /* added */
    char *links_path;           /* to this file; free() it */
    bool needs_merge;           /* it is no part of the configuration yet */
    char head[DIGEST_HEX_SIZE]; /* of the chain; empty where nothing was recorded */
};
/* Reads the files and records what stands in them, all or (a file that cannot be read: FAULT_INPUT,
 * every such file is said) nothing. */
bool review_import(struct review_import *out, struct store *s, const struct review_act *act,
                   const char *const *files, size_t count, struct error *err) must_check;

/* --- status --- */

struct review_status {
    struct review_record record; /* review 0: none was exported yet */
    /* What it points to. */
    VEC(struct review_counts) addressees;
    struct {
        VEC(struct review_line) lines;
    } tests[REVIEW_TEST_COUNT];
    VEC(struct review_line) conflicts, resolved;
    struct strpool texts;
    struct arena arena;
};
/* Of the review with its supplements; 0 = the last one. `until`: as a run's report has it, what was
 * done before it and what it saw itself; 0 = everything. */
bool review_status(struct review_status *out, struct store *s, uint64_t review, uint64_t until,
                   struct error *err) must_check;
void review_status_release(struct review_status *status);

/* --- later runs --- */

/* Notes which open decisions this run shows to be carried out; before it is appended, since its
 * hash covers that. */
bool review_follow_up(struct store *s, const struct run_record *r, struct error *err) must_check;

#endif
