/* The ledger of the configuration, for commands that read what runs left: no input is read. */
#ifndef CLI_LEDGER_PLACE_H
#define CLI_LEDGER_PLACE_H

#include "cli.h"

#include "tenko/ledger.h"
#include "tenko/run.h"

struct ledger_place {
    struct run run; /* only its plan */
    struct store *store;
    struct ledger_runs runs;
};

/* Loads the plan, settles the language, opens the ledger and lists its runs; a ledger without a run
 * is none. Release it either way. */
bool ledger_place_open(struct ledger_place *p, struct cli *cli, const struct options *o,
                       enum store_mode mode, struct error *err) must_check;
void ledger_place_release(struct ledger_place *p);

/* The run of a word: its number, or a day, which means the run nearest to it. NULL: *err says what
 * is wrong. */
const struct ledger_run *ledger_place_run(const struct ledger_place *p, const char *word,
                                          struct error *err);
/* … of a number; 0 = the last one. */
const struct ledger_run *ledger_place_number(const struct ledger_place *p, uint64_t number,
                                             struct error *err);

#endif
