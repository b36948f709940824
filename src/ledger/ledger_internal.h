/* What the files of the ledger share. */
#ifndef TENKO_LEDGER_INTERNAL_H
#define TENKO_LEDGER_INTERNAL_H

#include "decisions.h"
#include "rows.h"
#include "tenko/ledger.h"

struct taken {
    struct section *sections; /* one a system */
    struct row_view *views;
    size_t count, first_input;
    VEC(struct account_record) before; /* of the section at hand */
    VEC(struct account_change) changes;
    struct arena arena;
};

/* What this run found of one exception, or of one that an earlier run had. */
struct life {
    uint64_t finding; /* the exception's 60 bits */
    enum lifecycle lifecycle;
    bool is_reexamined;
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
    VEC(struct life) earlier;  /* resolved now, or open and not looked at */
    VEC(struct exception_record) earlier_rows;
    struct arena arena;
    struct record_rows rows;
};

/* SHA-256 over a run's row, its sections and events, as stored, and the hash before it. */
bool chain_hash(struct store *s, uint64_t run, char hash[DIGEST_HEX_SIZE],
                struct error *err) must_check;

static inline int64_t finding_of(uint64_t exception_id) {
    return (int64_t)(exception_id >> 4);
}

#endif
