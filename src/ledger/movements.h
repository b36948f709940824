/* Accounts that moved between two states, and what of it a run keeps. */
#ifndef TENKO_LEDGER_MOVEMENTS_H
#define TENKO_LEDGER_MOVEMENTS_H

#include "tenko/ledger.h"

/* A row of a section `movement`: what requests decide, so that each is used once. */
struct movement_row {
    struct span user_id, change; /* "added", "removed", "re_roled"; "unsure": perhaps rejected */
    date since;                  /* of the run that the list was compared with */
    int64_t state;               /* of what is unsure, as that run had it … */
    struct span name;            /* … and its holder's name then */
};

/* Other spelling or order of roles is no difference. */
bool movements_have_same_roles(const struct account_record *a, const struct account_record *b);

#endif
