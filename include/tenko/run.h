/*
 * A run: the way data flows, once and in one direction: sources → intake → seal → match → rules →
 * record. Every command that judges anything goes through here, so that no two of them can
 * disagree.
 *
 *     struct run run = {.threads = …};
 *     plan_load(&run.plan, …); run.plan.as_of = …;
 *     if (!run_read(&run, &progress)) …run.failures…
 *     if (!run_match(&run, &err)) …
 *     …the ledger compares run.record with the run before: a history…
 *     run_conclude(&run, history or NULL);
 *     run_find_stops(&run, &stops); …
 *     …run.record…
 *     run_release(&run);
 */
#ifndef TENKO_RUN_H
#define TENKO_RUN_H

#include "tenko/intake.h"
#include "tenko/record.h"
#include "tenko/rule.h"

struct run_rows; /* private to src/run: what the record's rows are made of */

struct run {
    struct plan plan; /* the caller's to load, with as_of set; released here */
    unsigned threads;
    struct model model;
    struct matches *matches; /* one a system */
    struct findings findings;
    VEC(struct source_failure {
        struct source *source;
        struct error error;
    })
    failures;
    struct run_record record; /* complete after run_conclude, but for what only the caller knows:
                                 who, started_at, utc_offset_s, force_reason, forced_stops */
    struct run_rows *rows;
};

/* Reads every source, on all threads. False: run->failures say why, in the order of the sources. */
bool run_read(struct run *run, const struct intake_progress *progress) must_check;
/* Seal, match, and the rules that need nothing but the sources. The record has its inputs, people
 * and accounts, no exceptions yet. */
bool run_match(struct run *run, struct error *err) must_check;
/* The rules that look back, and the record as a whole. NULL: no history is known. */
void run_conclude(struct run *run, const struct history *history);
/* Both, without history. */
bool run_judge(struct run *run, struct error *err) must_check;

/* Reasons not to make a report of this run (`safety` of docs/CONFIG.md), each as the error that it
 * is. */
struct safety_stops {
    VEC(struct error) items;
};
/* Appends those that need no ledger: too small a roster, too many accounts that nobody holds. */
void run_find_stops(const struct run *run, struct safety_stops *out);
/* Is this system, by its place in the plan, one in which too many accounts have nobody? */
bool run_is_stopped_by(const struct run *run, size_t system);
/* Frees the largest of what the record's rows are made from: no row may be asked for any more. Its
 * head, its inputs and its counts stay. */
void run_drop_rows(struct run *run);
void run_release(struct run *run);

#endif
