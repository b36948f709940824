/*
 * The rules: one const table, one small function each (docs/RULES.md). Pure: the day comes
 * from the plan, no clock, no I/O, total sort order.
 */
#ifndef TENKO_RULE_H
#define TENKO_RULE_H

#include "tenko/history.h"
#include "tenko/match.h"
#include "tenko/record.h"

#define ACTION_TABLE                                                                               \
    ACTION(NONE, "none")                                                                           \
    ACTION(DISABLE, "disable")                                                                     \
    ACTION(DELETE, "delete")                                                                       \
    ACTION(CHANGE, "change")                                                                       \
    ACTION(REASSIGN, "reassign")                                                                   \
    ACTION(CONFIRM, "confirm")                                                                     \
    ACTION(RECLAIM, "reclaim")                                                                     \
    ACTION(RETURN, "return")                                                                       \
    ACTION(REGISTER, "register")

enum action {
#define ACTION(id, name) ACTION_##id,
    ACTION_TABLE
#undef ACTION
};
const char *action_name(enum action a);

/* What a rule looks at: one case, of a type of its own, at a time. */
enum scope {
    SCOPE_ACCOUNT,
    SCOPE_PERSON,   /* each person beside a system */
    SCOPE_CHANGE,   /* an account beside what the run before knew of it; needs the ledger, and is
                       judged by rules_judge_history */
    SCOPE_CONFLICT, /* a person who has both sides of a row of policy/conflicts */
    SCOPE_SEAT,     /* the seats of one holder */
    SCOPE_SYSTEM,
    SCOPE_LICENSE,
    SCOPE_ROSTER,
    SCOPE_LIST, /* rosters, systems and licenses */
    SCOPE_DEVICE
};

/* All spans live as long as the model or the findings' arena. */
struct exception {
    uint64_t id; /* of rule, target, subject, kind of subject (and, for role-conflict, the
                    conflict); the lower 4 bits are 0 */
    const struct rule *rule;
    enum severity severity; /* in force */
    enum target_kind target_kind;
    struct span target, subject;
    enum subject_kind subject_kind;
    person_ref person; /* or NOBODY */
    struct span person_id,
        name; /* the holder's as in the roster, else the account's own; may be empty */
    struct span department;     /* the holder's (first post); may be empty */
    struct span own_department; /* as the list of the account or device has it; may be empty */
    const struct evidence *evidence;
    uint32_t evidence_count;
    const struct source *source; /* whose row it is; NULL = none (a list that was not delivered) */
    struct origin origin;        /* line 0 and dn 0 = the source as a whole */
    uint32_t input;              /* the target, among the inputs of findings.coverage */
    system_ref system;           /* or NO_SYSTEM */
    system_ref other_system;     /* of a conflict: where the other role is; else NO_SYSTEM */
    account_ref account;         /* or NO_ACCOUNT */
    enum action action;
    const struct waiver *waiver; /* NULL unless waived */
};

/*
 * Which accounts a rule judges: it must allow the account's status, its kind and what is known of
 * its holder. Rules marked † in docs/RULES.md allow any holder.
 */
#define RULE_ENABLED    (1u << 0)
#define RULE_DISABLED   (1u << 1)
#define RULE_PERSONAL   (1u << 2) /* the kinds stand in the order of enum account_kind */
#define RULE_SHARED     (1u << 3)
#define RULE_SERVICE    (1u << 4)
#define RULE_EXTERNAL   (1u << 5)
#define RULE_ADMIN      (1u << 6)
#define RULE_PRESENT    (1u << 7) /* held by a person who has not left */
#define RULE_LEFT       (1u << 8) /* held by a person who has left */
#define RULE_NOBODY     (1u << 9)
#define RULE_AMBIGUOUS  (1u << 10)
#define RULE_OWNED      (1u << 11) /* shared or service: an owner or none, but no holder */
#define RULE_ANY_HOLDER (RULE_PRESENT | RULE_LEFT | RULE_NOBODY | RULE_AMBIGUOUS | RULE_OWNED)

/* What a rule needs beside fields; where it is missing the rule is not evaluated. */
#define RULE_NEEDS_LIST       (1u << 0) /* the list was delivered */
#define RULE_NEEDS_CONFIG     (1u << 1) /* not in quick mode */
#define RULE_NEEDS_ROSTER     (1u << 2)
#define RULE_NEEDS_EXPORTED   (1u << 3) /* exported_on */
#define RULE_NEEDS_PRIVILEGED (1u << 4) /* the column, or privileged_roles and roles */
#define RULE_NEEDS_APPROVALS  (1u << 5) /* policy.privileged */
#define RULE_NEEDS_ROLES      (1u << 6) /* policy.roles speaks of the system */
#define RULE_NEEDS_CONFLICTS  (1u << 7) /* policy.conflicts speaks of the system */
#define RULE_NEEDS_KINDS      (1u << 8) /* shared IDs can be told from personal ones */
#define RULE_NEEDS_ON_LEAVE   (1u << 9) /* on_leave: disable */
#define RULE_NEEDS_ELIGIBLE   (1u << 10)
#define RULE_NEEDS_REQUIRED   (1u << 11) /* required_for */
#define RULE_NEEDS_OWNERS     (1u << 12) /* departments that an owner could be */
#define RULE_NEEDS_QUANTITY   (1u << 13)
#define RULE_NEEDS_CONTRACT   (1u << 14) /* contract_to */
#define RULE_NEEDS_SYSTEM     (1u << 15) /* the license names a system with a list */
#define RULE_NEEDS_HOLDERS    (1u << 16) /* a list in which the holders of seats can be found */
#define RULE_NEEDS_LOGINS     (1u << 17) /* logins that the reader of a directory may see */
#define RULE_NEEDS_LEAVERS    (1u << 18) /* a leavers list */
#define RULE_NEEDS_REGISTER   (1u << 19) /* register.systems, register.licenses */
#define RULE_NEEDS_DECLARED   (1u << 20) /* declared_rows */
#define RULE_NEEDS_INCIDENTS  (1u << 21) /* policy.incidents */
#define RULE_NEEDS_PASSWORDS  (1u << 22) /* password_changed_on in the list or in policy.shared */
#define RULE_NEEDS_OWNER      (1u << 23) /* owner in the list, or policy.shared */
#define RULE_NEEDS_MEMBERS    (1u << 24) /* owner or members in the list, or policy.shared */
#define RULE_NEEDS_MFA        (1u << 25) /* mfa_required, and what is privileged */
#define RULE_NEEDS_REQUESTS   (1u << 26) /* policy.requests */

/* How its threshold is read. */
#define RULE_ZERO_IS_OFF (1u << 0) /* a threshold of 0 switches the rule off */
#define RULE_NEEDS_FRESH (1u << 1) /* not evaluated where logins lag more than the threshold */
/* How its fields are read: an unreadable last_used_on does for a missing reported_on. */
#define RULE_UNREAD_USE (1u << 2)

#define MAX_RULES 128

/* Private to src/rules: what is true while an input is judged, and the case at hand. */
struct judge;
struct account_case;
struct person_case;
struct change_case;
struct conflict_case;
struct seats_case;
struct device_case;

/* Judges the case, raises or does nothing. By scope: */
union rule_function {
    void (*account)(struct judge *j, struct account_case *c);
    void (*person)(struct judge *j, struct person_case *c);
    void (*change)(struct judge *j, struct change_case *c);
    void (*conflict)(struct judge *j, const struct conflict_case *c);
    void (*seats)(struct judge *j, const struct seats_case *c);
    void (*device)(struct judge *j, const struct device_case *c);
    void (*list)(struct judge *j); /* the judge's source: systems, licenses, rosters, lists */
};

struct rule {
    const char *name; /* "orphan-account" */
    enum severity severity;
    enum scope scope;
    enum action action;
    unsigned judges;   /* RULE_ENABLED … RULE_OWNED: which accounts */
    unsigned requires; /* RULE_NEEDS_*: what else must be there */
    unsigned modes;    /* how the threshold is read */
    field_set needs;   /* not evaluated unless the source knows them all … */
    field_set
        roster_reads; /* of the holder: one who lacks it is not judged, where it cannot be read */
    field_set needs_any;                 /* … and, if not empty, one of these */
    const char *title_en, *title_ja;     /* a heading */
    const char *meaning_en, *meaning_ja; /* raised when …: for docs/RULES.md and `tenko rules` */
    const char *message_en, *message_ja; /* sentence of an exception; {key} stands for evidence,
                                            {subject} {target} {name} too, {key.more} for how
                                            many a list leaves out; a part in [] goes where a
                                            {key} in it has no value */
    enum threshold threshold;            /* THRESHOLD_COUNT = none */
    field_set roster_any;                /* … and, if not empty, a roster knows one of these */
    union rule_function judge;
};

/* Defined in src/rules/table.c, in the order of docs/RULES.md. */
extern const struct rule rules[];
extern const size_t rule_count;
size_t rule_index(const struct rule *r);
const struct rule *rule_find(const char *name); /* NULL if unknown */

/* Does the rule speak of inputs of this record (person, account, seat, device)? */
bool rule_speaks_of(const struct rule *r, enum record record);

/* Why a rule says nothing of a source. Computed from the fields the source really has. */
struct coverage {
    bool is_evaluated;
    enum message_id why; /* not evaluated: why, with args (field names, …); evaluated: MSG_NONE, or
                            what is left out. MSG_NONE and not evaluated: the rule does not speak of
                            such inputs (rule_speaks_of) */
    struct span args[2];
    uint64_t not_judged; /* records of which a value that the rule needs could not be read */
};

/* What became of a seat; of several that fit the first. */
enum seat_class {
    SEAT_UNKNOWN_HOLDER,
    SEAT_LEAVER,
    SEAT_USAGE_UNKNOWN,
    SEAT_NEVER_USED,
    SEAT_IDLE,
    SEAT_ACTIVE,
    SEAT_FREE, /* a row without a holder: assigned to nobody, and not counted as assigned */
    SEAT_CLASS_COUNT
};
struct seat_verdict {
    uint32_t seat;     /* index in the source's seats */
    person_ref person; /* the holder, or NOBODY */
    enum seat_class class;
};
struct seat_verdicts { /* of one license, in the order of its list; cancelled seats are none */
    VEC(struct seat_verdict) items;
    size_t concealed; /* seats whose holders the list hides */
};

/* What the judging threads leave for findings_finish; private to src/rules. */
struct findings_work;

struct findings {
    struct arena *arenas; /* one an input, and one for the rest */
    size_t arena_count;
    VEC(struct exception) exceptions; /* sorted by severity, rule, target, subject */
    struct coverage *coverage; /* [input * rule_count + rule]; inputs: rosters, systems, licenses,
                                  devices in this order */
    size_t input_count;
    const struct history *history;    /* NULL = none, or not yet */
    struct license_figures *licenses; /* in the plan's order */
    struct seat_verdicts *seats;      /* by license */
    size_t license_count;
    struct system_figures *systems;
    size_t by_severity[SEVERITY_COUNT]; /* not waived */
    size_t *by_rule;                    /* [rule_count], not waived */
    size_t waived;
    VEC(struct finding_issue {
        const struct source *source;
        struct issue issue;
    })
    issues; /* found while judging (waivers of no rule, concealed holders): to be listed with the
               source's own input issues */
    struct findings_work *work;
};

/* Severity in force, and whether the rule is switched on. */
enum severity rule_severity(const struct plan *plan, const struct rule *r);
bool rule_is_enabled(const struct plan *plan, const struct rule *r);

/*
 * findings_init; rules_judge_system for each system and rules_judge_license for each license, on
 * any thread and in any order (a license with a system after that system's match; `matches` has one
 * a system); then rules_judge_rest for rosters, devices and conflicts between systems, and
 * rules_judge_history where a ledger knows the runs before (`history` lives as long as f);
 * findings_finish sorts, counts and waives.
 */
void findings_init(struct findings *f, const struct model *m);
void rules_judge_system(struct findings *f, const struct model *m, system_ref system,
                        const struct matches *matches, struct fold_cache *cache);
void rules_judge_license(struct findings *f, const struct model *m, uint32_t license,
                         const struct matches *matches);
void rules_judge_rest(struct findings *f, const struct model *m);
void rules_judge_history(struct findings *f, const struct model *m, const struct matches *matches,
                         const struct history *history);
void findings_finish(struct findings *f, const struct model *m, unsigned threads);
void findings_release(struct findings *f);

/* Every rule's verdict on one account, for `explain`. */
enum verdict {
    VERDICT_RAISED,
    VERDICT_PASSED,
    VERDICT_NOT_JUDGED,
    VERDICT_NOT_EVALUATED,
    VERDICT_SWITCHED_OFF
};
struct rule_verdict {
    const struct rule *rule;
    const struct exception *exception; /* RAISED: one of the findings' */
    enum verdict verdict;
    enum message_id why; /* for NOT_JUDGED and NOT_EVALUATED */
    struct span args[2];
};
struct account_place {
    system_ref system;
    account_ref account;
};
/* out[rule_count]. `f` is finished: RAISED is looked up there, so that explain never disagrees with
 * the report. */
void rules_explain(struct rule_verdict *out, const struct findings *f, const struct model *m,
                   struct account_place at, const struct matches *matches);

#endif
