/*
 * What the run before knew of the accounts, as plain data: the rules ask no ledger. Only accounts
 * that are not as they were are listed; whoever made the history owns what it points to.
 */
#ifndef TENKO_HISTORY_H
#define TENKO_HISTORY_H

#include "tenko/date.h"
#include "tenko/ids.h"
#include "tenko/source_rows.h"

/* An account that differs from what the last run with its list had. */
struct account_past {
    account_ref account;        /* NO_ACCOUNT: it is gone */
    bool was_there;             /* else it is new, and nothing below is set */
    bool is_unsure;             /* it is gone, or its row was rejected */
    date since;                 /* of the run that had it so, or that had no such account */
    bool was_held;              /* linked to person_id */
    bool holder_was_there;      /* who holds it now was one of the people then, by the number */
    enum request_action action; /* what decides it; NONE: nothing that is asked for, or no requests
                                   are given */
    struct span user_id;        /* as the list wrote it then */
    struct span person_id, name;
    const struct span *roles;
    size_t role_count;
};

/* What earlier runs saw: requests that decided it are used. */
struct earlier_change {
    struct span user_id;
    enum request_action action;
    date since, as_of; /* of the run before it, and of the run that saw it */
};

struct system_history {
    bool is_known;                      /* an earlier run had the list, and this run has it */
    date as_of;                         /* of that run */
    const struct account_past *changes; /* in the order of the list, those that are gone last */
    size_t change_count;
    const struct earlier_change
        *earlier; /* by as_of; empty where nothing changed that is asked for */
    size_t earlier_count;
};

struct history {
    date before;                          /* day of the run before; DATE_NONE = there is none */
    const struct system_history *systems; /* in the plan's order */
};

#endif
