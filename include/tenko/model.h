/*
 * The model: what the sources said, in integers. Intake fills sources, each on its own thread;
 * model_seal joins them; from then on everything is const and many threads may read.
 *
 * Two kinds of string ids, and two types. A *text* id (str_id) is raw, as the source wrote it, and
 * belongs to the pool of its source (`source->text`) or, for people, departments and policy, to
 * `model->text`: it is shown. A *key* (key_id) is folded, belongs to `model->keys` and is compared.
 * Keys exist only for what rosters, departments and policy said: an account's value that nobody
 * there has gets KEY_UNKNOWN, which equals nothing, so joins are integer compares and need no lock.
 */
#ifndef TENKO_MODEL_H
#define TENKO_MODEL_H

#include "tenko/fold.h"
#include "tenko/ids.h"
#include "tenko/input_kind.h"
#include "tenko/plan.h"
#include "tenko/strpool.h"

typedef struct {
    uint32_t n;
} key_id;
#define KEY_NONE    ((key_id){0})              /* the value is empty */
#define KEY_UNKNOWN ((key_id){UINT32_MAX - 1}) /* not empty, and nobody in the model has it */
static inline bool key_is_none(key_id key) {
    return key.n == KEY_NONE.n;
}
static inline bool key_is_known(key_id key) { /* somebody in the model has it */
    return key.n != KEY_NONE.n && key.n != KEY_UNKNOWN.n;
}
static inline bool key_equal(key_id a, key_id b) {
    return a.n == b.n;
}

enum answer { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_YES };
enum person_status { PERSON_STATUS_NONE, PERSON_ACTIVE, PERSON_LEFT, PERSON_LEAVE };
enum account_status { ACCOUNT_ENABLED, ACCOUNT_DISABLED };
enum seat_status { SEAT_ASSIGNED, SEAT_CANCELLED, SEAT_UNASSIGNED }; /* the last: no holder */
enum post_kind { POST_UNKNOWN, POST_MAIN, POST_CONCURRENT };
/* A person on the day that is judged (plan.as_of). */
enum person_state { STATE_ACTIVE, STATE_LEAVE, STATE_LEFT, STATE_FUTURE };

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

void source_release(struct source *s);
/* The role's DN where it is shown by its name, its name where it is shown by its DN (two groups
 * have that name); STR_NONE where it has one name only. */
str_id source_role_alias(const struct source *s, str_id role);
/* The account with this user ID, as written, else folded; or NO_ACCOUNT. */
account_ref source_find_account(const struct source *s, struct span user_id);

/* People (or departments) by a key: a dense two-level index (key → slice of indices). */
struct key_index {
    uint32_t *first, *end; /* of items, by key */
    uint32_t *items;
    uint32_t key_count;
};
struct index_span {
    const uint32_t *items; /* indices into model->people or model->departments */
    uint32_t count;
};
struct index_span key_index_get(const struct key_index *index,
                                key_id key); /* empty for 0 and KEY_UNKNOWN */

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

struct model_tables;

/*
 * Every source of a run, once, in the order of its report: by kind; of one kind as the plan has
 * them, tables in the order of enum record. This is the numbering of inputs: whatever is kept for
 * each of them (coverage, what was raised, the inputs of the record) is indexed by it.
 */
struct model_inputs {
    struct source *items;
    uint32_t count;
    uint32_t first[INPUT_KIND_COUNT + 1]; /* of each kind; [kind + 1] is its end */
};

struct model {
    const struct plan *plan;
    struct model_inputs inputs; /* owned */
    /* The same, kind by kind. */
    struct source *rosters, *systems, *licenses;
    struct source *devices;                /* NULL where the plan has none */
    struct source *table_of[RECORD_COUNT]; /* likewise */
    /* sealed */
    struct arena arena;
    struct strpool text, keys;
    VEC(struct person) people;
    bool people_in_id_order; /* of person_id_compare: as rosters mostly are, and so then every list
                                of people */
    VEC(struct post) posts;
    VEC(struct department) departments;
    VEC(struct person_name) names;
    VEC(key_id) handles;
    VEC(uint32_t) person_rosters;
    VEC(struct contradiction) contradictions; /* by roster, then person */
    struct key_index by_id, by_bare_id, by_email, by_login;
    struct key_index by_name, by_kana; /* by_name: names, former and other names */
    struct key_index by_full_name;     /* present names: the name and other names, no former one */
    VEC(struct conflict) conflicts;
    VEC(struct waiver) waivers;
    VEC(struct request) requests; /* by system, user ID, action, then the day of the decision */
    struct system_keys *of_system;
    struct model_tables
        *tables; /* private to src/model: hashes of grants, approvals, links, departments */
};

/* Makes room for every source of the plan, each with its plan and nothing else. The plan outlives
 * the model, and its lists do not grow any more. */
void model_lay_out(struct model *m, const struct plan *plan);
enum input_kind model_kind_of(enum record record);
static inline uint32_t model_input_of(const struct model *m, const struct source *s) {
    return (uint32_t)(s - m->inputs.items);
}
/* Inputs of a kind; where one stands among its kind, and the other way round. */
static inline uint32_t model_kind_count(const struct model *m, enum input_kind kind) {
    return m->inputs.first[kind + 1] - m->inputs.first[kind];
}
static inline uint32_t model_input_at(const struct model *m, enum input_kind kind, uint32_t n) {
    return m->inputs.first[kind] + n;
}
static inline uint32_t model_place_in_kind(const struct model *m, uint32_t input) {
    return input - m->inputs.first[model_kind_of(m->inputs.items[input].plan->record)];
}
/* The inputs that rules speak of: all but the tables. */
static inline uint32_t model_judged_count(const struct model *m) {
    return m->inputs.first[INPUT_TABLE];
}

/* Joins the people of the rosters, as soon as all of these are loaded: other sources may still be,
 * by other threads. Once, before model_seal. */
void model_seal_people(struct model *m);
/* Joins the loaded sources; as_of is plan->as_of.
 * Input issues of the join (duplicate person_id with another name, policy naming an unknown system
 * or person, expired waiver, departments' loops, dates against status) are appended to the sources'
 * issues; nothing in a join can fail. */
void model_seal(struct model *m);
/* With its sources. */
void model_release(struct model *m);

/* --- After the seal: const, from any thread --- */

/*
 * A fold cache memoizes the keys of one source's texts, so that folding happens once for each
 * distinct text. One thread at a time; free it when the source is done.
 */
struct fold_cache;
struct fold_cache *fold_cache_new(const struct model *m, const struct source *s);
key_id fold_cache_key(struct fold_cache *cache, enum fold fold, str_id text);
/* The text is asked for soon: its key's place is fetched, if folding does not change it. */
void fold_cache_prefetch(struct fold_cache *cache, str_id text);
void fold_cache_free(struct fold_cache *cache);

/* The key of a text of no source (a glob's part, a template's result); KEY_UNKNOWN if nobody has
 * it. */
key_id model_key(const struct model *m, enum fold fold, struct span text);

/* The text of the fold cache's source. */
struct span fold_cache_source_text(const struct fold_cache *cache, str_id text);

/* The key of a text that is folded already. */
key_id model_find_key(const struct model *m, struct span folded);

/*
 * Who has this person_id: equal under FOLD_ID (several: people of one number whose names do not
 * agree), or, where nobody has, equal without leading zeros.
 */
struct people_found {
    struct index_span people;
    bool by_bare; /* zeros were dropped */
};
struct people_found model_find_people(const struct model *m, struct span person_id);
/* The same for a text of the fold cache's source. */
struct people_found fold_cache_find_people(struct fold_cache *cache, str_id person_id);
/* The one that was found, or NOBODY. */
static inline person_ref people_found_one(struct people_found found) {
    return found.people.count == 1 ? (person_ref){found.people.items[0]} : NOBODY;
}

/* Does a name of the account (its name or kana) equal one of the person's? */
enum names_agreement { NAMES_UNKNOWN, NAMES_AGREE, NAMES_DIFFER };
enum names_agreement model_names_agree(const struct model *m, struct fold_cache *cache,
                                       const struct account *a, const struct person *p);
/* Are these spells of one person, under two numbers? */
bool model_is_same_person(const struct model *m, const struct person *a, const struct person *b);
/* Who has a name that sounds as this one in Latin letters (FOLD_ROMAJI). *key tells the
 * sound from every key of the model. The index is built by the first who asks. */
struct index_span model_find_by_sound(const struct model *m, struct span name, key_id *key);

/*
 * Departments that a code and a name (either may be empty) mean on as_of, through successors valid
 * then. The code decides, also with zeros eaten if that leaves one; the name is used where the code
 * is empty or unknown; of a path that is not known itself the last part counts, of "code name" the
 * code. A reused code means its present department only. A department that ended without a
 * successor stands for itself (its is_valid is false). Indices into model->departments, ascending;
 * none = unknown.
 */
struct index_span model_departments_meant(const struct model *m, struct span code,
                                          struct span name);
struct index_span fold_cache_departments(struct fold_cache *cache, str_id code, str_id name);
/* Is this text the name or the code of a department, or a path to one, or "code name", that itself
 * is valid on as_of (no successors)? With a departments table, one of the table; without, one that
 * a roster names. */
bool model_is_department(const struct model *m, struct span written);
/* The order in which people are listed: a shorter person_id first, so that numbers come in theirs.
 */
static inline int person_id_compare(struct span a, struct span b) {
    return a.n != b.n ? (a.n < b.n ? -1 : 1) : span_compare(a, b);
}
/* Does the person hold a post in one of these departments? */
bool model_person_in(const struct model *m, const struct person *p, struct index_span departments);
/* Has any post of the person this value? `field` is employment, department (name or code, through
 * successors), job_type, position. */
bool model_person_has(const struct model *m, const struct person *p, enum field field, key_id key);
bool model_meets(const struct model *m, const struct person *p,
                 const struct condition_keys *condition);

/* The first grant of a role in a system (follow .next), or NULL where the policy does not speak of
 * the role. */
const struct role_grant *model_grants(const struct model *m, system_ref system, key_id role);
/* The first row of the system whose role is a glob or empty (follow .next); each speaks of the
 * roles that model_grant_speaks_of says. */
const struct role_grant *model_glob_grants(const struct model *m, system_ref system);
bool model_grant_speaks_of(const struct model *m, const struct role_grant *grant, struct span role);
const struct role_grant *model_next_grant(const struct model *m, const struct role_grant *grant);
/* Does a row of the chain fit the person? */
bool model_grants_allow(const struct model *m, const struct role_grant *first,
                        const struct person *p);
/* Do the conditions of the row fit the person? */
bool model_grant_fits(const struct model *m, const struct role_grant *grant,
                      const struct person *p);
/* What policy/privileged says of the user ID, what policy/links says of the account; or NULL. */
/* The approvals of an account: those that last first, then the newer; NULL = none (no more). */
const struct approval *model_approval(const struct model *m, system_ref system,
                                      struct span user_id);
const struct approval *model_next_approval(const struct model *m, const struct approval *approval);
const struct account_link *model_link(const struct model *m, system_ref system,
                                      account_ref account);
/* What policy/shared says of the account, or NULL. */
const struct shared_id *model_shared(const struct model *m, system_ref system, account_ref account);
/* The newest incident (≤ D) of the account, also as one of the system's shared and privileged IDs;
 * or NULL. */
const struct incident *model_incident(const struct model *m, system_ref system,
                                      account_ref account);
/* What policy/requests asks for of the user ID (FOLD_ID): a slice of m->requests; count 0 =
 * nothing. */
struct requests_found {
    const struct request *items;
    size_t count;
};
struct requests_found model_requests(const struct model *m, system_ref system, struct span user_id,
                                     enum request_action action);
/* A system by name (FOLD_WORD), or NO_SYSTEM. */
system_ref model_system(const struct model *m, struct span name);
/* Is the person in a roster that holds people of the system? */
bool model_holds_person(const struct model *m, system_ref system, const struct person *p);
device_ref model_find_device(const struct model *m, struct span device_id); /* or NO_DEVICE */

/* Enabled on as_of: status enabled and expires_on none or ≥ D. */
bool account_is_enabled(const struct account *a, date as_of);

static inline struct span source_text(const struct source *s, str_id id) {
    return strpool_text(&s->text, id);
}
static inline struct span model_text(const struct model *m, str_id id) {
    return strpool_text(&m->text, id);
}
static inline struct span model_key_text(const struct model *m, key_id key) { /* folded */
    return strpool_text(&m->keys, (str_id){key.n});
}

#endif
