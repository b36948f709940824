/* A run on its way into the ledger: the order of steps that keeps ledger and report of one mind
 * (include/tenko/ledger.h). */
#ifndef CLI_RECORDING_H
#define CLI_RECORDING_H

#include "cli.h"

#include "tenko/ledger.h"
#include "tenko/report.h"
#include "tenko/review.h"
#include "tenko/run.h"

/* Notes of what could not be removed. */
struct report_listener report_listener_of(const struct cli *cli);

struct recording {
    struct store *store; /* NULL: this run leaves no record */
    struct taken *taken;
    struct lives *lives;
    struct run *run;           /* that is recorded */
    struct run_record record;  /* with lives */
    struct last_input *inputs; /* by input: the last run that had it */
    struct history history;    /* for the rules that look back */
    struct arena arena;
    unsigned formats;            /* of its report */
    struct review_status review; /* what the record points to */
    char head[DIGEST_HEX_SIZE];
};

/* Opens the ledger of the plan and begins the transaction; waits for another run, saying so. What
 * the last run staged beside the report's directory and did not live to put in place is put there
 * first. */
bool recording_begin(struct recording *r, const struct cli *cli, const struct plan *plan,
                     const char *directory, struct error *err) must_check;
/* Are the ledger's pages whole? Asked before anything but the last run's row is read of it. */
bool recording_check(struct recording *r, struct error *err) must_check;
/* The judged and signed run: what its exceptions were before. */
bool recording_apply(struct recording *r, struct run *run, struct error *err) must_check;
/* Appends the run, stages its report, commits the ledger, puts the report in place. */
bool recording_finish(struct recording *r, const struct report_options *options,
                      struct error *err) must_check;
void recording_release(struct recording *r);

/* --- looking_back.c --- */

/* The matched run beside the run before: r->history. Without ledger nothing happens. */
bool recording_look_back(struct recording *r, struct run *run, struct error *err) must_check;
/* A run that has been read, matched and judged as `tenko run` would judge it, the ledger only read:
 * for commands that write nothing. A ledger that is not there yet knows of no earlier run. False:
 * the ledger cannot be read (the run is judged without), or the run cannot be matched. */
bool recording_judge(struct recording *r, struct run *run, struct error *err) must_check;
/* The judged run: appends the stops on lists that shrank, and marks those lists in the record. */
void recording_find_stops(struct recording *r, struct run *run, struct safety_stops *out);

/* --- */

/* How far the review has come, as the run's report has it, into the record; where none of the
 * formats says it, nothing is read. The record borrows from *status. */
bool recording_add_review(struct review_status *status, struct store *s, struct run_record *record,
                          unsigned formats, struct error *err) must_check;

/* For store_begin; the context is the const struct cli. */
void say_waiting(void *context, const char *holder);

#endif
