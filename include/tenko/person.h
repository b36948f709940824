/*
 * People and departments as the seal joins them: all posts of one person_id, what each value is as
 * a key, and who somebody is on the day that is judged. Text ids belong to model->text.
 */
#ifndef TENKO_PERSON_H
#define TENKO_PERSON_H

#include "tenko/ids.h"
#include "tenko/key.h"
#include "tenko/source_rows.h"

/* A person on the day that is judged (plan.as_of). */
enum person_state { STATE_ACTIVE, STATE_LEAVE, STATE_LEFT, STATE_FUTURE };

/* A post of a person: folded keys, and raw text ids of model->text. A person has the posts that
 * last on as_of; only where there is none, those to come; only where there is none of these either,
 * those that have ended. */
struct post {
    str_id department_code, department, job_type, position, employment;
    key_id department_code_key, department_key, job_type_key, position_key, employment_key;
    struct index_span departments; /* that code and name mean: model_departments_meant */
    date posted_on;
    enum post_kind kind;
};

/* A name of a person, of whatever column: folded (kana and romaji too), and as the roster writes
 * it.
 */
struct person_name {
    key_id key;
    str_id text;
};

struct person {
    uint32_t roster;      /* index of the roster of the first row, of a staff list if one has it */
    struct origin origin; /* line there; dn of model->text */
    str_id person_id, name, former_name, kana, email, login, manager,
        leave_kind; /* model->text; of the first row that has one */
    key_id id_key, name_key, kana_key;
    uint32_t names, name_count;     /* of model->names: name, former, other, kana, romaji */
    uint32_t handles, handle_count; /* of model->handles: addresses and logins */
    uint32_t rosters,
        roster_count;           /* of model->person_rosters: each that has a row of the person */
    uint32_t posts, post_count; /* of model->posts; the first is the main one */
    date hired_on, left_on, leave_from, leave_to, posted_on; /* posted_on: the newest ≤ D */
    enum person_state state;                                 /* on as_of */
    field_set unread; /* fields that could not be read in one of the rows */
};

/* A leavers list and a staff list disagree whether a person has left. */
struct contradiction {
    person_ref person;
    uint32_t roster, leavers;            /* the staff list, the leavers list */
    struct origin origin, leaver_origin; /* the rows; DNs of their sources */
    date left_on;                        /* as the leavers list has it; may be none */
    bool staff_says_left;
};

/* A department of the table, or one that only rosters name. */
struct department {
    str_id code, name; /* model->text */
    key_id code_key, name_key;
    date valid_from, valid_to;
    bool is_valid; /* on as_of; always true for one that only rosters name */
};

/* The order in which people are listed: a shorter person_id first, so that numbers come in theirs.
 */
static inline int person_id_compare(struct span a, struct span b) {
    return a.n != b.n ? (a.n < b.n ? -1 : 1) : span_compare(a, b);
}

#endif
