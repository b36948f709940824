/*
 * Conditions and policy as the seal joins them: rows of policy/…, with systems, accounts and people
 * found and everything that is compared as keys.
 */
#ifndef TENKO_POLICY_H
#define TENKO_POLICY_H

#include "tenko/ids.h"
#include "tenko/key.h"
#include "tenko/source_rows.h"

/* Conditions and policy with everything as keys. */
struct condition_keys {
    VEC(key_id) employment, department, job_type, position;
    bool is_set;
};
/* A row of policy/roles; key 0 = any. A cell with * or ? is a glob: its key's text is the pattern.
 */
struct role_grant {
    key_id role, department, job_type, position, employment;
    bool has_globs;       /* one of the conditions is a glob */
    uint32_t next;        /* next grant of the same system and role, NO_INDEX = last */
    uint32_t last;        /* of the chain; only in its first one */
    uint32_t first_globs; /* the first of the chain that has_globs; likewise */
    struct origin origin;
};
struct conflict {
    system_ref system_a, system_b;
    key_id role_a, role_b;
    str_id role_a_text, role_b_text, reason; /* model->text */
    uint32_t next;                           /* of the same system_a, NO_INDEX = last */
    struct origin origin;
};
struct approval {
    system_ref system;
    key_id user_key;   /* FOLD_ID of the user_id, in model->keys */
    person_ref person; /* NOBODY if empty or unknown; see has_person */
    bool has_person;
    str_id person_id, approved_by, function; /* model->text */
    date approved_on, starts_on, expires_on;
    uint32_t next; /* next approval of the same account, NO_INDEX = last */
    struct origin origin;
};
struct shared_id { /* a row of policy/shared; what it says of the account stands there too */
    system_ref system;
    account_ref account;
    int32_t password_days; /* this ID's own; 0 = off, -1 = not said */
    str_id purpose;        /* model->text */
    struct origin origin;
};
struct incident { /* of policy/incidents: passwords that may have leaked */
    system_ref system;
    date day;
    str_id reason; /* model->text */
    struct origin origin;
};
struct request { /* a row of policy/requests */
    system_ref system;
    key_id user_key; /* FOLD_ID of the user_id, in model->keys */
    enum request_action action;
    str_id user_id, request_no, approved_by; /* model->text */
    date decided_on;                         /* DATE_NONE: the table does not say when */
    struct origin origin;
};
struct account_link {
    system_ref system;
    account_ref account;
    person_ref person; /* NOBODY: never link */
    bool is_never;
    str_id note;
    struct origin origin;
};
struct waiver {
    str_id rule, target, subject, reason, alternative, approved_by; /* model->text */
    key_id target_key, subject_key;                                 /* FOLD_ID */
    date valid_until;
    bool is_expired; /* valid_until < as_of: counts no more */
    struct origin origin;
};

/* What the seal derives of a system's configuration. */
struct system_keys {
    VEC(key_id) privileged_roles;
    struct condition_keys eligible, required_for;
    bool *holds_roster;      /* by roster: may its people hold accounts? NULL = all may */
    bool policy_speaks;      /* policy/roles has a row for this system */
    bool is_in_conflicts;    /* policy/conflicts has a row with it */
    uint32_t first_conflict; /* whose system_a it is, NO_INDEX = none; follow .next */
    bool approvals_known;    /* policy/privileged is configured */
    bool has_shared_ids;     /* policy/shared names an account of it */
    person_ref manager;      /* NOBODY: none is configured, or nobody fits */
    bool has_incidents;      /* policy/incidents speaks of the system, or of an ID of it */
};

#endif
