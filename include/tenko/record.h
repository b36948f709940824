/*
 * The run record: everything that one run judged, as spans and numbers. It is the one boundary
 * between judging and what happens to a judgement: reports, ledger, diff and review read records
 * and nothing else, so a run that comes out of the database, also one of a rule that no longer
 * exists, is written by the same reporters as a live one.
 *
 * Nothing in a record points into model, source, plan or rule table by type: spans are borrowed
 * from whoever made the record (a live run or the store) and live as long as it does. Rows are
 * fetched by index (`rows->exception(from, i, &out)`), from any thread, without copying the whole.
 *
 * Order is part of the record: exceptions by severity, rule, target, subject; accounts by input,
 * then as their list has them; people by person_id_compare; seats by input, then line.
 */
#ifndef TENKO_RECORD_H
#define TENKO_RECORD_H

#include "tenko/date.h"
#include "tenko/digest.h"
#include "tenko/input_kind.h"
#include "tenko/message.h"
#include "tenko/severity.h"

#define LANGUAGES     2 /* LANG_JA, LANG_EN */
#define SENTENCE_ARGS 2

/* Where something stands: a physical line (a sheet row) of a file, or a DN of a directory. */
struct place {
    struct span file; /* "systems/tax.csv", "staff.xlsx[職員]", "ldaps://…"; empty = no list */
    uint32_t line;    /* 0 = the source as a whole, or a directory */
    struct span dn;
};

/* A sentence that can be said in either language, later too: the templates and their arguments. */
struct sentence {
    struct span code;                /* "bad-date": the catalogue row's stable word; empty = none */
    struct span template[LANGUAGES]; /* with {0}, {1} */
    struct span args[SENTENCE_ARGS];
};
/* Of a row of the catalogue; MSG_NONE gives an empty one. `args` may be NULL. */
struct sentence sentence_of(enum message_id message, const struct span args[SENTENCE_ARGS]);
void sentence_write(const struct sentence *s, enum language lang, struct strbuf *out);

/* --- Rules and thresholds in force --- */

struct rule_record {
    struct span name;
    enum severity severity; /* in force */
    bool is_enabled;
    bool is_notice; /* nobody has to act: in the lists, not on the sheets of departments/ */
    struct span title[LANGUAGES];
    struct span message[LANGUAGES]; /* template: {key} of the evidence, {subject} {target} {name};
                                       a part in [] goes where a {key} in it has no value */
    struct span action;             /* the rule's usual one: "disable" … */
};

struct threshold_record {
    struct span name;
    int32_t days; /* −1 = off */
};

/* --- Inputs: everything that was read, in one numbering --- */

/* What a rule says of an input: evaluated, or why not; and for how many records it could not be
 * judged because a value could not be read. */
struct coverage_record {
    uint32_t rule; /* index in run_record.rules */
    bool is_evaluated;
    struct sentence why; /* code empty where there is nothing to say */
    uint64_t not_judged; /* records */
};

struct system_figures {
    /* accounts = matched + unmatched + ambiguous + shared (the shared and service ones) */
    uint64_t accounts, enabled, expired, matched, unmatched, ambiguous, shared, privileged;
};

/* Always all of them; −1 = not known. */
struct license_figures {
    int64_t purchased, assigned, active, never_used, idle, usage_unknown, held_by_leavers,
        held_by_unknown, duplicates, unassigned, reclaimable, suggested_quantity;
    int64_t utilization_permille; /* active ÷ purchased × 1000, rounded half up: 859 = 85.9 % */
    int64_t yearly_waste_cents;   /* hundredths of the currency unit */
    bool usage_reported;
};

struct input_record {
    enum input_kind kind;
    struct span record; /* "person", "account", "seat", "device", "department", "role" … */
    struct span name;   /* 職員; for tables the key: "policy.roles" */
    struct span file;   /* as shown: path or URL */
    bool is_delivered;
    const struct span *owners; /* as configured */
    uint32_t owner_count;
    struct span manager;      /* person_id as in the roster; as configured where nobody is found */
    struct span manager_name; /* of the roster, where the manager is found */
    date exported_on;
    struct span exported_by;
    int64_t declared_rows; /* −1 = not declared */
    struct span sha256, encoding, delimiter;
    bool shrank; /* by so much that only --force let it pass: nothing is proven to be gone */
    uint64_t bytes, rows_read, accepted, rejected, not_records, not_yet;
    uint64_t people; /* rosters: distinct people; else 0 */
    struct column_record {
        struct span header, field;
    } const *columns;
    size_t column_count;
    const struct coverage_record *coverage; /* of the rules that speak of such inputs */
    size_t coverage_count;
    const struct threshold_record *thresholds; /* that differ from the run's */
    size_t threshold_count;
    struct sentence_fact {
        struct sentence label;
        struct span value;
    } const *more; /* what else the connector said (server, base …) */
    size_t more_count;
    struct system_figures system; /* INPUT_SYSTEM */
    const struct span *rosters; /* whose people hold accounts in it: names; none = of all rosters */
    uint32_t roster_count;
    date ended_on;
    struct span purpose, contract_owner;
    /* INPUT_LICENSE */
    struct license_figures license;
    struct span product, contract_no, metric, license_system;
    date contract_from, contract_to;
    int64_t unit_cost_cents; /* a seat and year; −1 = not given */
};

/* --- Rows --- */

enum evidence_type { EVIDENCE_TEXT, EVIDENCE_DATE, EVIDENCE_NUMBER, EVIDENCE_TEXTS };
struct evidence {
    const char *key; /* "left_on", "days", "matched_by" …; NUL-terminated */
    enum evidence_type type;
    union {
        struct span text;
        date day;
        int64_t number;
        struct {
            const struct span *items;
            uint32_t count, left_out; /* of more than are listed */
        } texts;
    };
};

enum target_kind { TARGET_SYSTEM, TARGET_LICENSE, TARGET_ROSTER, TARGET_DEVICES };
const char *target_kind_name(enum target_kind k);

/* Of what kind the subject is: part of an exception's id. */
enum subject_kind {
    SUBJECT_NONE,
    SUBJECT_USER_ID,
    SUBJECT_PERSON_ID,
    SUBJECT_DEVICE_ID,
    SUBJECT_PRODUCT
};
const char *subject_kind_name(enum subject_kind k);

/* Where an exception is in its life: in this run, by the ledger. RESOLVED ones are not among the
 * run's exceptions but among its resolved ones. */
enum lifecycle { LIFE_NEW, LIFE_OPEN, LIFE_REOPENED, LIFE_RESOLVED };
const char *lifecycle_name(enum lifecycle l); /* "new", "open", "reopened", "resolved" */

struct waiver_record {
    struct span reason, alternative, approved_by;
    date valid_until;
};
struct decision_record {
    struct span decision, comment, reviewer; /* "keep" …; empty = none */
    date reviewed_on;
};

#define NO_ROW UINT32_MAX

struct exception_record {
    uint64_t id;   /* shown as x and its upper 60 bits in hex (exception_id_format); the lower 4 are
                      0 */
    uint32_t rule; /* index in run_record.rules */
    enum severity severity;
    enum target_kind target_kind;
    struct span target, subject;
    enum subject_kind subject_kind;
    struct span person_id, name; /* the holder's, else the account's own */
    struct span department;      /* 所属: of the holder, as a name; may be empty */
    struct span addressee; /* 所管課: who must act; empty = nobody is known (宛先不明) */
    const struct evidence *evidence;
    uint32_t evidence_count;
    struct place place;
    struct span action;
    uint32_t input;   /* index in run_record.inputs */
    uint32_t account; /* index among the accounts, or NO_ROW */
    enum lifecycle lifecycle;
    date first_seen, last_seen;
    bool is_reexamined; /* false: stays open because nobody could look again (not_reexamined) */
    bool is_waived;
    struct waiver_record waiver;
    struct decision_record decision;
};

/* A cell that was rejected or repaired, or another thing the reader of an input should know. */
struct issue_record {
    uint32_t input; /* index, or NO_ROW */
    struct place place;
    struct span column, value;
    struct sentence problem, done;
};

/* An account as it was judged. All that inventory, leavers, diff, sample and review need. */
struct account_record {
    uint32_t input; /* the system */
    struct place place;
    struct span user_id;
    struct span user_key; /* folded: the same account in another run */
    struct span kind;     /* "personal" … */
    struct span person_id,
        name;               /* the holder's (owner's for shared ones); else the account's own */
    uint32_t person;        /* index among the people, or NO_ROW */
    struct span outcome;    /* "linked", "nobody", "ambiguous", "owned" */
    struct span matched_by; /* step's name, empty if nothing matched */
    struct span state;      /* of the holder: "active", "leave", "left", "future"; or empty */
    struct span department; /* the holder's */
    struct span account_department; /* as the list says, a code as its name */
    const struct span *roles;
    uint32_t role_count;
    const struct span *candidates; /* person_ids, at most 20 */
    uint32_t candidate_count;
    bool is_enabled, is_expired; /* as judged; is_expired: only expires_on disables it */
    bool is_privileged;
    bool has_unread; /* a value of it, or of its holder, could not be read */
    struct span mfa; /* "yes", "no" or empty */
    date created_on, last_login_on, password_changed_on, expires_on;
    struct span request_no;
    struct span addressee;
    struct span manager;        /* the holder's manager: person_id */
    const uint32_t *exceptions; /* indices among the exceptions */
    uint32_t exception_count;
};

struct seat_record {
    uint32_t input; /* the license */
    struct place place;
    struct span holder, person_id, name, department;
    uint32_t person; /* or NO_ROW */
    struct span product;
    date assigned_on, last_used_on, reported_on;
    struct span verdict;       /* active, never_used, idle, usage_unknown, leaver, unknown_holder,
                                  unassigned */
    int64_t yearly_cost_cents; /* −1 = not known */
};

struct person_record {
    uint32_t input;             /* the roster */
    const struct span *rosters; /* each that has a row of the person, if several do: names */
    uint32_t roster_count;
    struct place place;
    struct span person_id, name, department; /* department of the main post, as a name */
    const struct span *posts; /* departments of concurrent posts, beside the main one's */
    uint32_t post_count;
    struct span employment, manager, login, email;
    struct span state; /* "active", "leave", "left", "future" */
    date hired_on, left_on, leave_from, leave_to;
    struct span leave_kind;
};

struct device_record {
    struct place place;
    struct span device_id, person_id, name, department;
    uint32_t person;
    date lent_on, returned_on;
    bool is_returned;
};

/* An exception of earlier runs that this run looked for and no longer found. */
struct resolved_record {
    struct exception_record exception; /* as last seen; rule indexes run_record.rules */
    uint64_t last_seen_run;
    int32_t days; /* first_seen to this run's as_of */
};

/* --- The whole --- */

struct run_head {
    uint64_t run; /* number in the ledger; 0 = no ledger */
    date as_of;
    struct span organization;
    enum language language; /* of the configuration; reports may be written in another */
    struct span tool_version;
    struct span config_path, config_sha256;
    struct span who;                     /* OS user */
    int64_t started_at;                  /* seconds since the epoch */
    int32_t utc_offset_s;                /* of local time then */
    struct span force_reason;            /* empty = no --force */
    struct span forced_stops[LANGUAGES]; /* what --force let pass, in words; empty = nothing. A run
                                            of an earlier version has them in its own language
                                            alone, as the first */
    struct span match_accept, missing_list, route;
    int max_unmatched_percent, max_shrink_percent;
    int64_t min_roster_rows;
    date fiscal_year_start; /* first day of the fiscal year that leavers.csv covers */
    int32_t leaving_soon_days;
    struct span ledger_head; /* hash of this run in the chain; empty without ledger */
    struct span ledger_previous;
    bool has_ledger;
    date previous_as_of;                  /* of the run before; DATE_NONE = none */
    uint64_t by_severity[SEVERITY_COUNT]; /* its exceptions, for the course of runs; of a ledger's
                                             runs, else 0 */
};
/* Where a language is not kept, as the run said it. */
static inline struct span record_forced_stops(const struct run_head *h, enum language lang) {
    return h->forced_stops[lang].n ? h->forced_stops[lang] : h->forced_stops[LANG_JA];
}

/* A run of the ledger before this one. */
struct past_run_record {
    uint64_t run;
    date as_of;
    uint64_t exceptions, fresh, open, reopened, resolved, not_reexamined;
    uint64_t
        by_severity[SEVERITY_COUNT]; /* all 0 beside exceptions: written before this was kept */
};
enum { PAST_RUNS_MOST = 11 }; /* with the run at hand a dozen */

enum { NOT_LINKED = UINT32_MAX - 1 }; /* of an account: NO_ROW is a person who is no row */

/* Rows by index; `from` is the record's. Thread-safe, never fails. */
struct record_rows {
    void (*exception)(const void *from, size_t i, struct exception_record *out);
    void (*issue)(const void *from, size_t i, struct issue_record *out);
    void (*account)(const void *from, size_t i, struct account_record *out);
    void (*seat)(const void *from, size_t i, struct seat_record *out);
    void (*person)(const void *from, size_t i, struct person_record *out);
    void (*device)(const void *from, size_t i, struct device_record *out);
    void (*resolved)(const void *from, size_t i, struct resolved_record *out);
    /* For who asks of a great many, as those below; each may be NULL. The people to whom `count`
     * accounts from the `first` on are linked; NO_ROW: nobody of the rosters, and nobody may hold
     * it; NOT_LINKED: `account` tells. */
    void (*linked_people)(const void *from, size_t first, size_t count, uint32_t *out);
    /* As `account`, but without what the holder says of himself (name, state, department, manager):
     * for who leaves it out again. */
    void (*account_alone)(const void *from, size_t i, struct account_record *out);
    /* Neither has the person left nor is away, and no date speaks of it. */
    bool (*is_staying)(const void *from, size_t i);
    /* Of an exception only id, severity and is_waived. */
    void (*exception_key)(const void *from, size_t i, struct exception_record *out);
};

struct review_record;

struct run_record {
    struct run_head head;
    const struct rule_record *rules;
    size_t rule_count;
    const struct threshold_record *thresholds;
    size_t threshold_count;
    const struct input_record *inputs; /* by kind in the order of enum input_kind */
    size_t input_count;
    size_t first_input[INPUT_KIND_COUNT + 1]; /* of each kind; [k + 1] is its end */
    size_t exception_count, issue_count, account_count, seat_count, person_count, device_count,
        resolved_count;
    const size_t *first_account;             /* [input_count + 1]: accounts of each input */
    const size_t *first_seat;                /* [input_count + 1] */
    const struct past_run_record *past_runs; /* the last ones before it, by number */
    size_t past_run_count;
    const struct record_rows *rows;
    const void *from;
    /* How far the review had come (review_record.h); NULL: nothing was sent before this run. */
    const struct review_record *review;
};

/* "x0123456789abcde" and NUL. */
#define EXCEPTION_ID_SIZE 17
void exception_id_format(uint64_t id, char out[EXCEPTION_ID_SIZE]);
bool exception_id_parse(struct span text, uint64_t *out); /* false: no such id */
/* Appends the exception's sentence in the language, its evidence filled in. */
void exception_record_message(const struct run_record *r, const struct exception_record *e,
                              enum language lang, struct strbuf *out);

#endif
