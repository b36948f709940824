/* What the files of the ledger share. */
#ifndef TENKO_LEDGER_INTERNAL_H
#define TENKO_LEDGER_INTERNAL_H

#include "decisions.h"
#include "movements.h"
#include "state_rows.h"
#include "tenko/ledger.h"

struct taken {
    struct section *sections; /* one a system */
    struct row_view *views;
    struct people_index people;
    size_t count, first_input;
    int64_t *exception_states; /* once they are written, by exception */
    unsigned threads;
    date as_of;
    VEC(struct known_account {
        struct account_record account;
        int64_t state;
    })
    before; /* of the section at hand */
    VEC(struct account_change) changes;
    VEC(struct movement_row) movements; /* by section */
    struct arena arena;
};

/* What this run found of one exception, or of one that an earlier run had. */
struct life {
    uint64_t finding; /* the exception's 60 bits */
    enum lifecycle lifecycle;
    bool is_stored; /* the ledger has it */
    date first_seen;
    int64_t state;     /* of an earlier one: as last seen */
    uint64_t last_run; /* of an earlier one */
};

struct lives {
    const struct run_record *in;
    struct decisions *decisions;
    bool is_frozen;            /* a run of an earlier day: nothing changes */
    struct life *of_exception; /* [in->exception_count] */
    size_t waived;             /* of them */
    VEC(struct earlier {       /* resolved now, or open and not looked at */
                         struct life life;
                         struct exception_record row; /* as last seen */
    })
    earlier;
    struct arena arena;
    struct record_rows rows;
};

/* runs.c. The error of a run whose states were dropped; false. */
bool run_is_purged(const struct store *s, uint64_t run, struct error *err);

/* SHA-256 over a run's row, its sections, its events and what it noted of decisions, as stored, and
 * the hash before it. */
bool chain_hash(struct store *s, uint64_t run, char hash[DIGEST_HEX_SIZE],
                struct error *err) must_check;

/* --- faults.c --- */

void fault_add(struct ledger_check *check, uint64_t run, const char *table, struct span row,
               enum message_id what);
/* A fault for each row of a statement: run, key. */
void faults_of_query(struct ledger_check *check, struct store *s, const char *table,
                     enum message_id what, const char *sql);

/* --- verify_sections.c --- */

/* The states of each section against its hash. */
void verify_sections(struct ledger_check *check, struct store *s);

/* --- verify_cells.c --- */

/* Numbers that are none, texts that are bytes. */
void verify_cells(struct ledger_check *check, struct store *s);

/* --- verify_lives.c --- */

/* Findings and events against the exceptions that the runs raised. */
void verify_lives(struct ledger_check *check, struct store *s);

/* --- verify_entries.c --- */

/* How far verify has followed the chain. */
struct chain_walk {
    struct ledger_check *check;
    struct span head, manifest; /* of the last run or entry, of the last run */
    struct span wanted;         /* a hash that one of them must have */
    bool has_wanted;
    uint64_t entries; /* number of the last one */
};
/* The entries between a run and the next. */
void verify_entries(struct chain_walk *w, struct store *s, uint64_t run);
/* Rows that no entry wrote; revocations against what runs noted. */
void verify_reviews(struct ledger_check *check, struct store *s);

/* --- reexamined.c --- */

struct reexamining;
struct reexamining *reexamining_new(const struct run_record *r);
void reexamining_free(struct reexamining *x);
/* Was the list read, and the record judged by the rule (its number in the record, or NO_ROW)? */
bool was_reexamined(struct reexamining *x, const struct stored_exception *stored, uint32_t rule);
/* What an exception's names mean in a record, or NO_ROW. */
uint32_t record_find_rule(const struct run_record *r, struct span name);
uint32_t record_find_input(const struct run_record *r, const struct stored_exception *x);

/* --- past_runs.c --- */

/* Fills past_runs of a record whose number is known; they live in the arena. */
bool past_runs_load(struct run_record *r, struct store *s, struct arena *arena,
                    struct error *err) must_check;

/* --- rulelist.c: rules of a record, and those that only earlier runs had --- */

struct rule_list {
    VEC(struct rule_record) items;
    struct store *store;
    struct arena *arena;
};
/* The number of the exception's rule; added, as `run` had it, where the list lacks it. */
uint32_t rule_list_number(struct rule_list *list, const struct stored_exception *x, uint64_t run);
const struct rule_record *rule_list_copy(const struct rule_list *list); /* in the arena */

/* The order of resolved rows, for qsort_r: of exception records, with the array of rules. */
int earlier_compare(const void *left, const void *right, void *rules);

static inline int64_t finding_of(uint64_t exception_id) {
    return (int64_t)(exception_id >> 4);
}

#endif
