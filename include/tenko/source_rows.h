/*
 * What intake makes of the rows of a source: a struct for each kind of list. Text ids belong to the
 * pool of the source, and several values of a cell are a slice of its `lists` (tenko/source.h).
 */
#ifndef TENKO_SOURCE_ROWS_H
#define TENKO_SOURCE_ROWS_H

#include "tenko/field.h"
#include "tenko/strpool.h"

enum answer { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_YES };
enum person_status { PERSON_STATUS_NONE, PERSON_ACTIVE, PERSON_LEFT, PERSON_LEAVE };
enum account_status { ACCOUNT_ENABLED, ACCOUNT_DISABLED };
enum seat_status { SEAT_ASSIGNED, SEAT_CANCELLED, SEAT_UNASSIGNED }; /* the last: no holder */
enum post_kind { POST_UNKNOWN, POST_MAIN, POST_CONCURRENT };

/* Where a record came from: a physical line, or (directories) a DN in the source's pool. */
struct origin {
    uint32_t line;
    str_id dn;
};

/* Several texts of one cell or of several: a slice of source->lists. */
struct texts {
    uint32_t first, count;
};

/* One row of a roster. Text ids of source->text. A row that tells of several posts (部署1, 部署2)
 * gives a record for each. `unread`: fields whose cell is not empty and could not be read (a date
 * is DATE_UNKNOWN then). */
struct person_row {
    struct origin origin;
    field_set unread;
    str_id person_id, name, former_name, romaji, kana, department_code, department, job_type,
        position, employment, manager, leave_kind, email, login; /* the last two: the first */
    struct texts other_names, emails, logins;                    /* all */
    date hired_on, left_on, leave_from, leave_to, posted_on;
    enum person_status status;
    enum post_kind post_kind;
};

/* One account of a system. Text ids of source->text. */
struct account {
    struct origin origin; /* of the first row */
    field_set unread;     /* as in struct person_row */
    str_id user_id, person_id, name, kana, email, department_code, department, job_type, owner,
        request_no;
    struct texts emails;           /* all; `email` is the first */
    struct texts more_departments; /* further names and codes beside the first */
    date created_on, last_login_on, password_changed_on, expires_on;
    uint32_t roles, members; /* first of them in source->lists */
    uint16_t role_count, member_count;
    uint8_t status;     /* enum account_status */
    uint8_t kind;       /* enum account_kind: the column's word, else the globs, else personal */
    uint8_t privileged; /* enum answer: the column's word; YES too where a role is one of
                           privileged_roles */
    uint8_t mfa;        /* enum answer */
};

struct seat {
    struct origin origin;
    field_set unread;
    str_id person_id, user_id, device_id;
    str_id
        product; /* as the list says: of several in a cell those that the license means; or none */
    date assigned_on, last_used_on, reported_on;
    enum seat_status status;
};

struct device {
    struct origin origin;
    field_set unread;
    str_id device_id, person_id, department;
    date lent_on, returned_on;
    bool is_returned; /* the status column says so (返却済); returned_on may be none */
};

struct department_row {
    struct origin origin;
    str_id code, name;
    uint32_t successors; /* first in source->lists: codes or names */
    uint32_t successor_count;
    date valid_from, valid_to;
};

struct role_row {
    struct origin origin;
    str_id system, role, department, job_type, position, employment;
};
struct conflict_row {
    struct origin origin;
    str_id system_a, role_a, system_b, role_b, reason;
};
struct approval_row {
    struct origin origin;
    str_id system, user_id, person_id, approved_by, function;
    date approved_on, starts_on, expires_on;
};
struct shared_row {
    struct origin origin;
    str_id system, user_id, owner, purpose, shared_password_days;
    uint32_t members, member_count; /* first in source->lists */
    date password_changed_on;
};
struct link_row {
    struct origin origin;
    str_id system, user_id, person_id, note; /* person_id "-" = never link */
};
struct waiver_row {
    struct origin origin;
    str_id rule, target, subject, reason, alternative, approved_by;
    date valid_until;
};
struct incident_row {
    struct origin origin;
    str_id system, user_id, reason;
    date date;
};
enum request_action { REQUEST_NONE, REQUEST_ADD, REQUEST_REMOVE, REQUEST_CHANGE };
struct request_row {
    struct origin origin;
    str_id system, user_id, request_no, approved_by;
    date decided_on;
    enum request_action action;
};
/* The registers: sections of the configuration in table form. */
struct system_entry {
    struct origin origin;
    str_id system, owner, manager, contract_owner, contract_no, purpose, source, exported_by,
        declared_rows;
    date exported_on, ended_on;
};
struct license_entry {
    struct origin origin;
    str_id license, product, quantity, unit_cost, contract_no, purpose, owner, source;
    date contract_from, contract_to;
};

/* Enabled on as_of: status enabled and expires_on none or ≥ D. */
bool account_is_enabled(const struct account *a, date as_of);

#endif
