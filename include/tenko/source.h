/* A source after intake: its rows, what was odd in them, and how it was read. */
#ifndef TENKO_SOURCE_H
#define TENKO_SOURCE_H

#include "tenko/ids.h"
#include "tenko/plan.h"
#include "tenko/source_rows.h"

/* A rejected or repaired cell, or another thing the reader of the input should know. Never fatal.
 */
struct issue {
    uint32_t line; /* 0 = the source as a whole */
    struct span dn;
    struct span column; /* header as in the file; may be empty */
    struct span value;  /* raw */
    enum message_id problem, done;
    struct span args[2]; /* {0}, {1} of both sentences */
};

/* Which header fed which field. */
struct column_map {
    uint32_t column; /* index in the row */
    enum field field;
    struct span header; /* as in the file */
};

struct role_alias {
    str_id role, other;
};

/* One source after intake. rows_read = rows_accepted + rows_rejected. */
struct source {
    const struct input_plan *plan;
    const char *display; /* path or URL for messages and reports */
    bool is_missing; /* no list was delivered: connector none, or an absent file with missing_list:
                        report */
    struct strpool text;
    struct arena arena; /* issues' spans, headers */
    VEC(struct issue) issues;
    VEC(struct column_map) columns;
    VEC(struct span) unused_headers;
    field_set known;  /* fields a header claimed (a name in parts counts as name) */
    field_set unread; /* fields that some record has among its unread ones */
    struct source_facts facts;
    bool logins_mostly_absent; /* more than half of a directory's enabled accounts have no last
                                  login: no right to read it? It proves no disuse (model_seal) */
    uint32_t header_line;
    uint64_t rows_read, rows_accepted, rows_rejected;
    uint64_t rows_not_yet;     /* accepted, effective_on after as_of */
    uint64_t rows_not_records; /* rejected, since they are no entries: rulers, totals, remarks */
    VEC(struct list_product {  /* licenses: products that cost something, each once */
                              str_id name;
                              struct origin origin; /* of the first row */
    })
    products;
    VEC(str_id) lists; /* roles, members, successors, addresses, names */
    /* by plan->record, one of: */
    VEC(struct person_row) people;
    VEC(struct account) accounts;
    VEC(struct seat) seats;
    VEC(struct device) devices;
    VEC(struct department_row) departments;
    VEC(struct role_row) roles;
    VEC(struct conflict_row) conflicts;
    VEC(struct approval_row) approvals;
    VEC(struct link_row) links;
    VEC(struct waiver_row) waivers;
    VEC(struct shared_row) shared;
    VEC(struct incident_row) incidents;
    VEC(struct request_row) requests;
    VEC(struct system_entry) system_entries;
    VEC(struct license_entry) license_entries;
    /* Accounts by user_id: indexed by the id that the folded user_id (FOLD_ID) has in `text`;
     * NO_ACCOUNT where the text is no user_id. Use source_find_account. */
    VEC(account_ref) account_of_user_key;
    /* Of IDs that differ only in case those behind the first: by the id of the user_id as written;
     * NO_ACCOUNT where the text is none. Mostly empty. */
    VEC(account_ref) account_of_exact_id;
    /* Roles that are DNs, or were: by the text that accounts have, the other name of the same
     * group. Sorted; use source_role_alias. */
    VEC(struct role_alias) role_aliases;
};

void source_drop_rows(struct source *s); /* of people, accounts and seats, with all texts */
void source_release(struct source *s);
/* The role's DN where it is shown by its name, its name where it is shown by its DN (two groups
 * have that name); STR_NONE where it has one name only. */
str_id source_role_alias(const struct source *s, str_id role);
/* The account with this user ID, as written, else folded; or NO_ACCOUNT. */
account_ref source_find_account(const struct source *s, struct span user_id);
static inline struct span source_text(const struct source *s, str_id id) {
    return strpool_text(&s->text, id);
}

#endif
