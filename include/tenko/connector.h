/*
 * A connector turns a source into rows of UTF-8 text and knows nothing of people or rules.
 * Pull style: open, next … next, describe, close; one caller, one thread per reader.
 */
#ifndef TENKO_CONNECTOR_H
#define TENKO_CONNECTOR_H

#include "tenko/digest.h"
#include "tenko/error.h"
#include "tenko/memory.h"

#define CELL_UNDECODABLE 1u  /* holds U+FFFD for bytes that could not be decoded */
#define CELL_QUOTED      2u  /* stood in quotes */
#define CELL_EXCEL_TEXT  4u  /* was ="…", unwrapped */
#define CELL_SINCE_1904  16u /* a plain number of a workbook that counts days from 1904-01-01 */
#define CELL_UNREAD                                                                                \
    32u              /* empty, but something stood there that could not be read (a note says it) */
#define CELL_LIST 8u /* the source itself tells values apart: split at newlines, nowhere else */

struct cell {
    const char *p; /* valid UTF-8, not NUL-terminated */
    uint32_t n;
    uint32_t flags;
};

/* Something repaired in a row, to be listed as an input issue. */
struct row_note {
    uint32_t cell; /* index, or ROW_NOTE_WHOLE */
    enum message_id problem, done;
    struct span value; /* what stood there, or the argument {0} of the problem's sentence */
};
#define ROW_NOTE_WHOLE UINT32_MAX

/* All pointers die at the next call on the reader. */
struct row {
    uint32_t line;  /* physical line of the file where the row begins, from 1; 0 in a directory */
    struct span dn; /* the entry, in a directory; else empty */
    const struct cell *cells;
    uint32_t count;
    bool follows_blank; /* a blank line, which is no row, stands before it */
    enum message_id
        problem; /* MSG_NONE, or why the row cannot be used: it is counted and rejected */
    const struct row_note *notes;
    uint32_t note_count;
};

/* What a source turned out to be: for check, manifest and systems.csv. Complete once next() said
 * NEXT_END. */
struct source_facts {
    char encoding[16]; /* "utf-8", "cp932", …; "" in a directory */
    char delimiter;    /* ',', '\t', …; 0 in a directory */
    bool has_bom;
    int32_t login_lag_days; /* last_login_on may lag so much (14 in Active Directory): dormant_days
                               must be greater; 0 = exact */
    bool is_directory;      /* the reading account's rights decide what it shows */
    /* A directory: why roles may be held that the list does not show, or MSG_NONE. */
    enum message_id roles_doubt;
    bool roles_unresolved;        /* so many that privilege cannot be judged by roles */
    uint64_t bytes;               /* read */
    char sha256[DIGEST_HEX_SIZE]; /* of the bytes read; of the entries as read in a directory */
    /* Headers of columns that no entry of a directory fed (no such data, or no right to read it):
     * unknown, not empty. Owned, as are the values below: source_facts_release. */
    VEC(char *) unseen;
    /* What is to be listed as an input issue of the whole source. */
    VEC(struct source_remark {
        enum message_id problem;
        enum message_id done;
        char *value; /* {0} of the problem's sentence */
    })
    remarks;
    VEC(struct fact {
        enum message_id label;
        char *value;
    })
    more; /* values are owned: source_facts_release */
};
void source_facts_add(struct source_facts *facts, enum message_id label, const char *value);
void source_facts_remark(struct source_facts *facts, enum message_id problem, enum message_id done,
                         const char *value);
void source_facts_release(struct source_facts *facts);

enum option_type { OPTION_TEXT, OPTION_PATH, OPTION_NUMBER, OPTION_BOOL, OPTION_CHOICE };

/* One row of a connector's option table: what may stand under `source:`. */
struct option_spec {
    const char *name;
    enum option_type type;
    const char *fallback; /* as text; NULL = none */
    const char *choices;  /* OPTION_CHOICE: "auto|utf-8|…" */
    bool is_required;
    const char *help_en, *help_ja; /* one line each, for `init` */
};

struct option_value {
    const char *name, *value;
    uint32_t line; /* in the configuration */
};

struct connector;
struct zone;

/* A source as configured. Strings belong to the plan. Relative paths are below base_dir. */
struct source_spec {
    const struct connector *connector; /* NULL: `connector: none`, no list was delivered */
    VEC(struct option_value) options;
    const char *base_dir;
    const char *config_file; /* for messages; "" on the command line */
    uint32_t config_line;
    int look_error; /* errno: why source_find_connector could not look at the file, or 0 */
    /* `columns:` of the input, for connectors that can be asked for more or less than everything:
     * a directory reads these attributes instead of its schema's own for the same field. */
    VEC(struct wanted_column {
        const char *field;
        const char *header;
    })
    wanted;
    bool wants_people;         /* the input is a roster */
    const struct zone *zone;   /* days of instants are of this zone; NULL = UTC */
    bool has_privileged_roles; /* a system says which of its roles are privileged */
    bool has_state_values;     /* `values` says what words of `status` mean */
};

/* The option's value, its fallback, or NULL. */
const char *source_option(const struct source_spec *spec, const char *name);
/* `path` below base_dir (or itself when absolute); free() it. */
char *source_path(const struct source_spec *spec, const char *path);
/* What to call the source in messages and reports: the path as configured, or the URL without
 * secrets. */
const char *source_display(const struct source_spec *spec);

enum next { NEXT_ROW, NEXT_END, NEXT_FAILED };

struct reader; /* each connector's own */

struct connector {
    const char *name;
    const char *summary_en, *summary_ja;
    const struct option_spec *options;
    size_t option_count;
    const char *display_option; /* the option that names the source: "path", "url" */
    /* *out is the caller's to close; the spec outlives it. False: FAULT_INPUT or FAULT_USAGE. */
    bool (*open)(struct reader **out, const struct source_spec *spec, struct error *err);
    enum next (*next)(struct reader *reader, struct row *row, struct error *err);
    /* About how many rows follow, judged by those before; 0: it cannot be said. NULL: never. */
    uint64_t (*rows_left)(const struct reader *reader);
    /* What to call the source, where only the file tells (which sheet was read); dies with the
     * reader. NULL: source_display. */
    const char *(*display)(const struct reader *reader);
    /* The first row of every connector is its header, or (csv) may come after title lines: the
     * caller decides. */
    void (*describe)(const struct reader *reader, struct source_facts *facts);
    void (*close)(struct reader *reader); /* NULL is fine */
};

/* The table of all connectors (connectors/connectors.c), and a look-up by name (NULL if unknown).
 */
extern const struct connector *const connectors[];
extern const size_t connector_count;
const struct connector *connector_find(const char *name);
/* For a source that names no connector: by the bytes of the file at `path`, xlsx or csv. What
 * is no file (a pipe) is left to csv; so is what cannot be looked at, and csv says why. */
void source_find_connector(struct source_spec *spec);

#endif
