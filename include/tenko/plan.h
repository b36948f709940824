/*
 * The checked plan of a run: what tenko.yaml (or the command line in quick mode) asks for.
 * Strings live in the plan's arena and are UTF-8; nothing in it changes after plan_load.
 */
#ifndef TENKO_PLAN_H
#define TENKO_PLAN_H

#include "tenko/connector.h"
#include "tenko/date.h"
#include "tenko/field.h"
#include "tenko/ids.h"
#include "tenko/severity.h"
#include "tenko/zone.h"

/* Every number of a rule (docs/CONFIG.md): THRESHOLD(name in configuration, default). -1 = off. All
 * are days but the percentage. */
#define THRESHOLD_TABLE                                                                            \
    THRESHOLD(dormant_days, 90)                                                                    \
    THRESHOLD(never_used_days, 30)                                                                 \
    THRESHOLD(retain_days, -1)                                                                     \
    THRESHOLD(leaving_soon_days, 30)                                                               \
    THRESHOLD(shared_password_days, 90)                                                            \
    THRESHOLD(initial_password_days, 30)                                                           \
    THRESHOLD(license_grace_days, 30)                                                              \
    THRESHOLD(idle_days, 90)                                                                       \
    THRESHOLD(report_days, 183)                                                                    \
    THRESHOLD(renewal_days, 90)                                                                    \
    THRESHOLD(request_days, 31)                                                                    \
    THRESHOLD(max_age_days, 31)                                                                    \
    THRESHOLD(outlier_percent, -1)

enum threshold {
#define THRESHOLD(name, fallback) THRESHOLD_##name,
    THRESHOLD_TABLE
#undef THRESHOLD
        THRESHOLD_COUNT
};

struct threshold_info {
    const char *name;
    int32_t fallback;
};
extern const struct threshold_info thresholds[THRESHOLD_COUNT]; /* src/config */

/* `columns:` — a canonical field taken from a header. */
struct column_choice {
    enum field field;
    const char *header;
    uint32_t line;
};

/* `values:` — what a source's word means: status/active ← 在職. */
struct value_choice {
    enum field field; /* status, kind, privileged, mfa, … */
    const char
        *canonical; /* active, left, leave, enabled, disabled, cancelled, shared, yes, no, … */
    const char *word;
    uint32_t line;
};

struct word_list {
    const char **items;
    size_t count;
};

/* `eligible`, `required_for`: every list that is not empty must hold one of the person's values. */
struct condition {
    bool is_set;
    struct word_list employment, department, job_type, position;
};

enum account_kind {
    KIND_PERSONAL,
    KIND_SHARED,
    KIND_SERVICE,
    KIND_EXTERNAL,
    KIND_ADMIN, /* the second ID of a person, for work that needs privilege */
    KIND_COUNT
};
enum mfa_required { MFA_NONE, MFA_PRIVILEGED, MFA_ALL };
enum metric { METRIC_USER, METRIC_DEVICE };
/* What links an account: IDs alone; name and department too; a full name that one person has. */
enum match_accept { ACCEPT_EXACT, ACCEPT_PROBABLE, ACCEPT_NAME };
extern const char *const match_accept_names[]; /* src/config */

/* Only in systems. */
struct system_plan {
    date ended_on;
    const char *contract_owner; /* NULL = not given */
    struct kind_glob {
        enum account_kind kind;
        const char *glob;     /* with * where the template has its place */
        const char *key;      /* the glob under FOLD_ID */
        const char *template; /* "adm-{login}", "{person_id}-a": names the person; or NULL */
    } * globs;
    size_t glob_count;
    struct word_list privileged_roles;
    struct word_list role_columns;  /* headers of ticks */
    const char *person_id_template; /* "k{person_id}", or NULL */
    const char *email_template;     /* "{user_id}@city.example", or NULL */
    struct word_list rosters;       /* only these hold people of the system; empty = all */
    struct condition eligible, required_for;
    bool on_leave_disable; /* default true */
    enum mfa_required mfa_required;
};

/* Only in licenses. */
struct license_plan {
    const char *product; /* glob: only rows of this product; NULL = all */
    int64_t quantity;    /* -1 = unlimited */
    enum metric metric;
    int64_t unit_cost_cents; /* per seat and year, in hundredths; -1 = not given */
    date contract_from, contract_to;
    uint32_t system_line;    /* of the key `system` */
    const char *system;      /* name of a system, or NULL */
    system_ref system_index; /* of plan.systems, or NO_SYSTEM */
};

/* One source with the meaning of its columns: a roster, a system, a license, the devices, a table.
 */
struct input_plan {
    enum record record;
    const char *name; /* 職員; for tables the key: departments, policy.roles … */
    uint32_t line;    /* of the section in the configuration */
    struct source_spec source;
    bool has_source;         /* false: only where a register may tell of it */
    struct word_list owners; /* departments, by name or code, that answer for it */
    const char *manager;     /* person_id or name; likewise NULL = not given */
    const char *purpose, *contract_no;
    date exported_on;
    const char *exported_by;
    int64_t declared_rows;  /* -1 = not declared */
    uint32_t register_line; /* of the row in its register; 0 = none */
    VEC(struct column_choice) columns;
    VEC(struct value_choice) values;
    struct date_style date_style;  /* keys date_order: dmy|mdy, two_digit_years_from: 1950 */
    const char *role_separator;    /* NULL = any of , ; / | 、 ； ／ newline */
    int32_t days[THRESHOLD_COUNT]; /* in force here: the section's own, else defaults:, else the
                                      table's */
    bool is_leavers;               /* a roster that says who leaves when (kind: leavers) */
    struct system_plan system;
    struct license_plan license;
};

/* `rules:` — what the configuration changes in one rule. */
struct rule_choice {
    const char *name;
    bool is_disabled;
    bool has_severity;
    enum severity severity;
};

#define DEFAULT_TIMEZONE "Asia/Tokyo"

struct plan {
    struct arena arena;
    const char *config_path;             /* "" in quick mode */
    const char *base_dir;                /* paths are relative to it */
    char config_sha256[DIGEST_HEX_SIZE]; /* "" in quick mode */
    bool is_quick;
    const char *organization; /* "" if not given */
    date as_of;               /* DATE_NONE until the caller sets it */
    enum language language;
    const char *ledger, *report; /* paths as configured; defaults tenko.db, report */
    const char *timezone;        /* Asia/Tokyo, UTC, … */
    const struct zone *zone;     /* the same: the day of an instant, and today, is one of it */
    int fiscal_month, fiscal_day;
    int retention_years; /* `runs` marks older states; nothing is dropped by itself */
    VEC(struct input_plan) rosters;
    VEC(struct input_plan) systems;
    VEC(struct input_plan) licenses;
    struct input_plan *devices;                /* NULL = none */
    struct input_plan *table_of[RECORD_COUNT]; /* from FIRST_TABLE: departments, registers and
                                                  policy; NULL = none */
    int32_t days[THRESHOLD_COUNT];             /* defaults: in force */
    enum match_accept accept;                  /* match.accept, default probable */
    VEC(struct rule_choice) rules;
    int max_unmatched_percent, max_shrink_percent; /* 50, 30 */
    int64_t min_roster_rows;                       /* 1 */
    bool missing_list_stops;                       /* default true */
    bool routes_to_holder;                         /* route: holder; default owner */
};

/* Names that the configuration may use but that live in rooms above. */
struct plan_names {
    const char *const *rules;
    size_t rule_count;
};

/* Reads and checks a configuration; errors carry file and line, unknown keys the nearest known one.
 * False: *out is as it was. */
bool plan_load(struct plan *out, const char *path, const struct plan_names *names,
               struct error *err) must_check;
/* The same from bytes in memory; `path` names them in messages and gives base_dir. */
bool plan_parse(struct plan *out, const char *path, struct span bytes,
                const struct plan_names *names, struct error *err) must_check;

/* The `language` that the file at `path` names, as soon as it is YAML, whatever else is wrong with
 * it. False: *out is as it was. */
bool plan_peek_language(const char *path, enum language *out);

/* Quick mode: an empty plan with the defaults, then sources one by one. `name` NULL: the file's,
 * without folder and ending. */
void plan_init(struct plan *out);
bool plan_add_file(struct plan *plan, enum record record, const char *name, const char *path,
                   struct error *err) must_check;
/* A system or license that only a register has, with the defaults in force and no list. It lives
 * until the next is added. */
struct input_plan *plan_add_section(struct plan *plan, enum record record, const char *name);
/* The list of a section that has none: a file. */
void plan_set_source(const struct plan *plan, struct input_plan *input, const char *path);
/* Names of systems that licenses use: when the registers are read, or there are none. */
bool plan_settle_systems(struct plan *plan, struct error *err) must_check;
void plan_release(struct plan *plan);

#endif
