/*
 * The way data flows, once and in one direction: sources → intake → seal → match → rules →
 * findings. Every command that judges anything goes through here, so that no two of them can
 * disagree.
 */
#ifndef CLI_PIPELINE_H
#define CLI_PIPELINE_H

#include "options.h"

#include "tenko/intake.h"

struct pipeline {
    struct plan plan;
    struct model model;
    struct matches *matches; /* one a system */
    struct findings findings;
    unsigned threads;
    enum language language;
    VEC(struct source_failure {
        struct source *source;
        struct error error;
    })
    failures;
};

/* The plan: the configuration, or the files on the command line; as_of and language settled. */
bool pipeline_plan(struct pipeline *p, const struct options *options, struct error *err) must_check;
/* Reads every source, on all threads. False: p->failures say why, in the order of the sources. */
bool pipeline_read(struct pipeline *p) must_check;
/* Seal, match, rules. */
bool pipeline_judge(struct pipeline *p, struct error *err) must_check;
void pipeline_release(struct pipeline *p);

/* The safety stops that need no ledger: too small a roster, too many accounts that nobody holds. */
bool safety_check(const struct pipeline *p, struct error *err) must_check;

#endif
