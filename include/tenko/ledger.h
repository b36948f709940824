/*
 * The ledger: what runs found, over time (docs/LEDGER.md). It writes and reads run records and
 * knows no model, source or rule table.
 *
 * A run goes in like this, in one transaction:
 *     store_begin → ledger_take (this run's accounts beside the last one's) → the rules that need
 *     history → ledger_apply (lives of exceptions) → ledger_append → ledger_append_lives, beside
 *     the first files of the report → it is staged → store_commit → it is renamed.
 */
#ifndef TENKO_LEDGER_H
#define TENKO_LEDGER_H

#include "tenko/memory.h"
#include "tenko/record.h"
#include "tenko/store.h"

/* --- The run before --- */

struct last_run {
    uint64_t run; /* 0 = none */
    date as_of;
    struct span hash; /* the head of the chain: this run's, or that of the last entry after it */
    struct span manifest; /* both in the arena given */
};
/* The newest run; run 0 where the ledger has none. */
bool ledger_last(struct store *s, struct last_run *out, struct arena *arena,
                 struct error *err) must_check;

/* An input as the last run that had its list knows it: for the stop on a list that shrank. */
struct last_input {
    uint64_t run; /* 0 = no run had it */
    date as_of;
    uint64_t rows; /* accepted rows then */
};
/* out[r->input_count] */
bool ledger_last_inputs(struct store *s, const struct run_record *r, struct last_input *out,
                        struct error *err) must_check;

/* --- A run on its way in --- */

enum movement {
    MOVEMENT_ADDED,
    MOVEMENT_REMOVED,
    MOVEMENT_ENABLED,
    MOVEMENT_DISABLED,
    MOVEMENT_RE_ROLED,
    MOVEMENT_MOVED, /* the ID is now somebody else's */
    MOVEMENT_COUNT
};
const char *movement_name(enum movement m); /* "added" … */

/* One account that is not as the last run with its list had it. */
struct account_change {
    uint32_t input;
    size_t account; /* index among the record's accounts, or SIZE_MAX: it is gone */
    bool was_there;
    bool holder_was_there;        /* has another holder now, whose number somebody had then */
    struct account_record before; /* where it was; its rows of other kinds are not linked */
    int64_t state;                /* of `before` */
    date since;                   /* of the run that knew it like that */
    enum movement movement;       /* ADDED, REMOVED, RE_ROLED; once movements are noted */
    bool is_unsure; /* it is gone, or its row is one of those that were rejected; likewise */
};

struct taken; /* this run's states, encoded and compared; owned by ledger_take's caller */

/* Encodes the accounts of the record and compares them with the last run that had each list: of an
 * earlier day, if there is one, since a run of the same day again takes the place of the first.
 * A store that is only read gets nothing; such a run cannot be appended. */
bool ledger_take(struct taken **out, struct store *s, const struct run_record *r, unsigned threads,
                 struct error *err) must_check;
/* The changes, by input, in the order of the list, those that are gone last. */
size_t ledger_change_count(const struct taken *t);
const struct account_change *ledger_change(const struct taken *t, size_t i);
/* The day of the run that the input was compared with, or DATE_NONE: no run of that day or before
 * had its list, or this one has not. */
date ledger_compared_with(const struct taken *t, uint32_t input);
/* Says of each change what moved, and keeps it: ledger_append writes what requests decide. The
 * record lives until then. An account that a list with rejected rows lacks has not moved, it is
 * unsure; when a later list has it again or lacks it with no row rejected, it is beside its last
 * known state, and may be one change more. */
bool ledger_note_movements(struct taken *t, struct store *s, const struct run_record *r,
                           struct error *err) must_check;
void taken_free(struct taken *t);

/* What earlier runs noted of a system's accounts. */
struct past_movement {
    struct span user_id;
    enum movement change; /* ADDED, REMOVED, RE_ROLED */
    date since, as_of;    /* of the run before it, and of the run that saw it */
};
struct past_movements {
    VEC(struct past_movement) items; /* by as_of */
    struct arena arena;
};
/* Of runs of days before `day`, of each day the last that had the list: an earlier one of the same
 * day was replaced. */
bool ledger_past_movements(struct past_movements *out, struct store *s, struct span system,
                           date day, struct error *err) must_check;
void past_movements_release(struct past_movements *past);

/* What became of earlier exceptions, and of this run's: sets lifecycle, first_seen and decisions of
 * the record `in` as seen through `out`, whose rows point to both. */
struct lives;
bool ledger_apply(struct lives **out, struct store *s, const struct run_record *in,
                  struct run_record *with_lives, struct error *err) must_check;
struct life_counts {
    size_t fresh, open, reopened, resolved, not_reexamined;
};
struct life_counts lives_counts(const struct lives *l);
void lives_free(struct lives *l);

/* Writes the run, whose number is head.run, and its sections, on several threads. */
bool ledger_append(struct store *s, const struct run_record *r, struct taken *t,
                   const struct lives *l, struct error *err) must_check;
/* Writes what became of its exceptions, and its link of the chain: *hash is the new head. One
 * thread, which alone speaks to the store; the record is only read. */
bool ledger_append_lives(struct store *s, const struct taken *t, const struct lives *l,
                         char hash[DIGEST_HEX_SIZE], struct error *err) must_check;
/* The report's manifest, once it is staged; part of the next run's hash. */
bool ledger_set_manifest(struct store *s, uint64_t run, const char *sha256,
                         struct error *err) must_check;

/* --- What is done between runs --- */

/* A link of the chain, as a run is: sheets that were sent, answers that came, states let go. */
enum ledger_entry_kind { ENTRY_EXPORT, ENTRY_IMPORT, ENTRY_PURGE };
struct ledger_entry {
    enum ledger_entry_kind kind;
    uint64_t number; /* the review of an export, the purge of a purge, else 0 */
    struct span at, who;
    const char
        *staged;    /* SHA-256 of a file that takes its place once the entry is in; NULL = none */
    uint64_t entry; /* its own number, once it has begun */
    char hash[DIGEST_HEX_SIZE]; /* the new head of the chain, once it has ended */
};
/* In one transaction: begin, write the rows (decisions and links with its number), end. */
bool ledger_entry_begin(struct ledger_entry *e, struct store *s, struct error *err) must_check;
bool ledger_entry_end(struct ledger_entry *e, struct store *s, struct error *err) must_check;

/* --- Runs that are in --- */

/* For SQL behind FROM: the rows of sections, in the order of g.key, b.first, t.key. t.value is a
 * row's array. */
#define LEDGER_ROWS                                                                                \
    "section s JOIN json_each(s.ranges) g "                                                        \
    "JOIN block b ON b.first >= (SELECT max(first) FROM block "                                    \
    "WHERE first <= json_extract(g.value, '$[0]')) "                                               \
    "AND b.first < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]') "                 \
    "JOIN json_each(b.body) t ON t.key >= json_extract(g.value, '$[0]') - b.first "                \
    "AND t.key < json_extract(g.value, '$[0]') + json_extract(g.value, '$[1]') - b.first "

struct loaded_run; /* owns what its record points to */
bool ledger_load(struct loaded_run **out, struct store *s, uint64_t run,
                 struct error *err) must_check;
/* A part of a run, for reviews of a million accounts. PACKED: accounts with their exceptions and
 * people; an account or exception is decoded when it is fetched, from one thread, and what it
 * points to dies at the next fetch of its kind. PEOPLE: the same without accounts. */
enum ledger_parts { LEDGER_ALL, LEDGER_PACKED, LEDGER_PEOPLE };
bool ledger_load_parts(struct loaded_run **out, struct store *s, uint64_t run,
                       enum ledger_parts parts, struct error *err) must_check;
const struct run_record *loaded_record(const struct loaded_run *l);
void loaded_free(struct loaded_run *l);

/* A run's row: what `tenko runs` lists. Texts live in the list's arena. */
struct ledger_run {
    uint64_t run;
    date as_of;
    struct span at, who; /* local time with offset; OS user */
    struct span forced;  /* reason of --force; empty = none */
    struct span hash;
    struct span manifest; /* SHA-256 of the run's manifest.json; empty = no report */
    uint64_t exceptions, waived, fresh, open, reopened, resolved, not_reexamined;
    bool is_purged;      /* its states were dropped */
    uint64_t ages[4];    /* of the exceptions open after it: up to 30, 90, 365 days, and older */
    int32_t oldest_days; /* of these; −1 where there is none */
    date fiscal_year_start;
};

struct ledger_runs {
    VEC(struct ledger_run) items; /* by run */
    struct arena arena;
};
bool ledger_runs_load(struct ledger_runs *out, struct store *s, struct error *err) must_check;
void ledger_runs_release(struct ledger_runs *runs);
/* The newest state: of the latest day, and of that day the last run. NULL: no run. */
const struct ledger_run *ledger_runs_newest(const struct ledger_runs *runs);
/* The run nearest to a day, the earlier one of two as near, the last one of the same day. */
const struct ledger_run *ledger_runs_nearest(const struct ledger_runs *runs, date day);
/* The last state before a day, or the earliest there is. */
const struct ledger_run *ledger_runs_before(const struct ledger_runs *runs, date day);
const struct ledger_run *ledger_runs_find(const struct ledger_runs *runs, uint64_t run);

/* What a command line may name. */
struct open_exception {
    uint64_t id;
    struct span rule, target;
};
struct ledger_names {
    VEC(struct span) systems; /* of the last run */
    VEC(struct open_exception) open;
    struct arena arena;
};
bool ledger_names_load(struct ledger_names *out, struct store *s, struct error *err) must_check;
void ledger_names_release(struct ledger_names *names);

/* --- What two runs differ in --- */

struct movement_record {
    uint32_t system; /* index in ledger_diff.systems */
    enum movement change;
    struct span user_id;
    struct span before, after; /* "enabled", roles, person_id …; empty = nothing there */
    struct span person_id;     /* the holder's, of the later state that has the account */
    struct span request_no;    /* of the account's list, or given by the caller; empty = none */
};

struct diff_system {
    struct span name;
    uint64_t start, end, count[MOVEMENT_COUNT];
    uint64_t from_run, to_run; /* the runs that had the list last; 0 = none before had it */
    uint64_t from_rejected, to_rejected; /* rows of their lists that may have been accounts */
};

struct ledger_diff {
    VEC(struct diff_system) systems; /* as the later run has them, then what only the earlier has */
    VEC(struct movement_record) movements; /* by system, user ID, change */
    struct arena arena;
};
/* From the state of one run to that of another. States that both share are not read. A run whose
 * states were purged is FAULT_INPUT. */
bool ledger_diff(struct ledger_diff *out, struct store *s, uint64_t from, uint64_t to,
                 struct error *err) must_check;
/* start + added − removed = end? */
bool diff_system_adds_up(const struct diff_system *d);
void ledger_diff_release(struct ledger_diff *diff);

/* --- A sample for auditors: of a record, live or loaded --- */

struct sample_request {
    struct span seed;
    uint64_t size;
    const struct span *systems, *rules; /* only these; none = all */
    size_t system_count, rule_count;
};
struct sample {
    uint64_t population;
    VEC(size_t) accounts; /* of the record, in the order drawn */
};
/* The same for the same seed and accounts, whatever their order in the lists. */
void sample_draw(struct sample *out, const struct run_record *r,
                 const struct sample_request *request);
void sample_release(struct sample *sample);

/* --- Letting go --- */

struct purge_result {
    uint64_t runs, sections, states; /* dropped */
    char head[DIGEST_HEX_SIZE];      /* of the chain, where anything was */
};
/* Drops the states of runs of days before `before` that no later run needs, in a transaction that
 * the caller began; run rows, hashes and exceptions stay. The newest state is never dropped. */
bool ledger_purge(struct purge_result *out, struct store *s, date before, struct span who,
                  struct span at, struct error *err) must_check;

/* What was dropped, when, and by whom. */
struct purge_record {
    uint64_t purge, sections, states;
    struct span before, at, who;
};
struct ledger_purges {
    VEC(struct purge_record) items;
    struct arena arena;
};
bool ledger_purges_load(struct ledger_purges *out, struct store *s, struct error *err) must_check;
void ledger_purges_release(struct ledger_purges *purges);

/* --- Checking --- */

struct ledger_fault {
    uint64_t run;      /* 0: the file as a whole */
    struct span table; /* "run", "section", "state", "finding", "decision" … */
    struct span row;   /* its key, as text; of a review: "3/17 r0123456789abcde" */
    struct sentence what;
};

struct ledger_check {
    uint64_t runs;
    struct span head; /* the newest hash, of a run or entry; empty where there is no run */
    VEC(struct ledger_fault) faults;
    struct arena arena;
};

/* Recomputes every hash of the chain. `head`: a hash that was printed or written down, which must
 * be one of the chain's (NULL: none). False only where the ledger cannot be read at all. */
bool ledger_verify(struct ledger_check *out, struct store *s, const char *head,
                   struct error *err) must_check;
void ledger_check_release(struct ledger_check *check);

#endif
