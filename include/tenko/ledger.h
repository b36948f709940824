/*
 * The ledger: what runs found, over time (CONTRACT section 7). It writes and reads run records and
 * knows no model, source or rule table.
 *
 * A run goes in like this, in one transaction:
 *     store_begin → ledger_take (this run's accounts beside the last one's) → the rules that need
 *     history → ledger_apply (lives of exceptions) → the report is staged → ledger_append →
 *     store_commit → the report is renamed.
 */
#ifndef TENKO_LEDGER_H
#define TENKO_LEDGER_H

#include "tenko/record.h"
#include "tenko/store.h"

/* --- The run before --- */

struct last_run {
    uint64_t run; /* 0 = none */
    date as_of;
    struct span hash, manifest; /* in the arena given */
};
/* The newest run; run 0 where the ledger has none. */
bool ledger_last(struct store *s, struct last_run *out, struct arena *arena,
                 struct error *err) must_check;

/* An input as the last run that had its list knows it: for the stop on a list that shrank. */
struct last_input {
    uint64_t run; /* 0 = no run had it */
    date as_of;
    uint64_t rows; /* accepted rows then */
};
/* out[r->input_count] */
bool ledger_last_inputs(struct store *s, const struct run_record *r, struct last_input *out,
                        struct error *err) must_check;

/* --- A run on its way in --- */

/* One account that is not as the last run with its list had it. */
struct account_change {
    uint32_t input;
    size_t account; /* index among the record's accounts, or SIZE_MAX: it is gone */
    bool was_there;
    struct account_record before; /* where it was; its rows of other kinds are not linked */
};

struct taken; /* this run's states, encoded and compared; owned by ledger_take's caller */

/* Encodes the accounts of the record and compares them with the last run that had each list: of an
 * earlier day, if there is one, since a run of the same day again takes the place of the first. */
bool ledger_take(struct taken **out, struct store *s, const struct run_record *r, unsigned threads,
                 struct error *err) must_check;
/* The changes, by input, in the order of the list, those that are gone last. */
size_t ledger_change_count(const struct taken *t);
const struct account_change *ledger_change(const struct taken *t, size_t i);
/* The day of the run that the input was compared with, or DATE_NONE: no run had its list, or this
 * one has not. */
date ledger_compared_with(const struct taken *t, uint32_t input);
void taken_free(struct taken *t);

/* What became of earlier exceptions, and of this run's: sets lifecycle, first_seen and decisions of
 * the record `in` as seen through `out`, whose rows point to both. */
struct lives;
bool ledger_apply(struct lives **out, struct store *s, const struct run_record *in,
                  struct run_record *with_lives, struct error *err) must_check;
struct life_counts {
    size_t fresh, open, reopened, resolved, not_reexamined;
};
struct life_counts lives_counts(const struct lives *l);
void lives_free(struct lives *l);

/* Writes the run: its number is head.run. *hash is the new head of the chain. */
bool ledger_append(struct store *s, const struct run_record *r, struct taken *t,
                   const struct lives *l, char hash[DIGEST_HEX_SIZE], struct error *err) must_check;
/* The report's manifest, once it is staged; part of the next run's hash. */
bool ledger_set_manifest(struct store *s, uint64_t run, const char *sha256,
                         struct error *err) must_check;

/* --- Runs that are in --- */

struct loaded_run; /* owns what its record points to */
bool ledger_load(struct loaded_run **out, struct store *s, uint64_t run,
                 struct error *err) must_check;
const struct run_record *loaded_record(const struct loaded_run *l);
void loaded_free(struct loaded_run *l);

/* --- Checking --- */

struct ledger_fault {
    uint64_t run;      /* 0: the file as a whole */
    struct span table; /* "run", "section", "state", "finding" … */
    struct span row;   /* its key, as text */
    struct sentence what;
};

struct ledger_check {
    uint64_t runs;
    struct span head; /* the newest hash; empty where there is no run */
    VEC(struct ledger_fault) faults;
    struct arena arena;
};

/* Recomputes every hash of the chain. `head`: a hash that was printed or written down, which must
 * be one of the chain's (NULL: none). False only where the ledger cannot be read at all. */
bool ledger_verify(struct ledger_check *out, struct store *s, const char *head,
                   struct error *err) must_check;
void ledger_check_release(struct ledger_check *check);

#endif
