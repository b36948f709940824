/*
 * One source being read. The work of a row is laid down once, when the header is known: a task for
 * each column that feeds a field, with all it needs. Then every row is a walk over the tasks.
 * Distinct cells of word, list and date columns are understood once and remembered.
 */
#ifndef TENKO_INTAKE_READING_H
#define TENKO_INTAKE_READING_H

#include "synonyms.h"

union any_record {
    struct origin origin; /* every record begins with it */
    struct person_row person;
    struct account account;
    struct seat seat;
    struct device device;
    struct department_row department;
    struct role_row role;
    struct conflict_row conflict;
    struct approval_row approval;
    struct link_row link;
    struct waiver_row waiver;
    struct shared_row shared;
    struct incident_row incident;
    struct request_row request;
    struct system_entry system;
    struct license_entry license;
};

enum store {
    STORE_ID,
    STORE_TEXT,
    STORE_PART, /* of a name */
    STORE_WORD,
    STORE_LIST,
    STORE_TICK,    /* of a role column */
    STORE_FURTHER, /* 部署2: of a further post */
    STORE_MANY,    /* addresses, logins, other names: from every column of the field */
    STORE_DATE,
    STORE_LEAVE,    /* a further leave of the row */
    STORE_EFFECTIVE /* effective_on, which no record keeps */
};

enum {
    PART_FAMILY,
    PART_GIVEN,
    PART_FAMILY_KANA,
    PART_GIVEN_KANA,
    PART_OTHER_FAMILY,
    PART_OTHER_GIVEN,
    PART_COUNT
};

enum { LEAVES = 4, FIRST_LEAVE = 2 }; /* the latter is the number of the first further leave */

struct seen_word {
    uint8_t value;
    bool is_known;
};

enum { LIST_MAX = UINT16_MAX }; /* entries of one list; a longer one is cut and reported */

struct seen_list {
    uint32_t first;
    uint16_t count;
    bool is_cut;
};

struct seen_date {
    date day;
    uint8_t result; /* enum date_result */
};

/* What a date column's header says of its cells: the zone of their times, the era of their years,
 * the days of Unix (shadowLastChange), the ends of Active Directory, which are local instants. */
struct header_hint {
    bool has_offset;
    int32_t offset; /* in seconds east of Greenwich */
    int32_t era;    /* r, h or s; 0 = none */
    bool is_unix_days, is_midnight_end;
};

struct task {
    uint32_t column;
    enum field field;
    enum store store;
    uint16_t offset;     /* in the record; of str_id, date */
    uint8_t flags;       /* HEADER_* */
    uint8_t part;        /* PART_* */
    uint8_t number;      /* 2 of 部署2 */
    bool is_one_of_many; /* several columns are one list */
    bool is_department;  /* its cells may be lists of departments */
    bool is_key;         /* without it the row is rejected; in a seat, one of them is enough */
    struct span header;
    struct strpool_key key;             /* this row's cell, where it was asked for ahead */
    struct strpool seen, seen_own_list; /* cells understood; the latter with CELL_LIST */
    VEC(struct seen_word) words;
    VEC(struct seen_list) lists, own_lists;
    VEC(struct seen_date) dates;
    struct header_hint hint; /* of a date column */
    bool has_yes, has_no;    /* ticks.c: words beside X */
    bool has_mark;           /* ticks.c: ○, レ or ✓ */
    bool has_word;           /* ticks.c: an answer in words */
    bool has_dmy, has_mdy;   /* a cell proved this order of day and month */
    bool has_dotted_dmy, has_dotted_mdy;
    /* numbers that are dates only where the whole column is such */
    bool has_epoch, has_era, has_century;
    bool has_other;   /* dates of any other form */
    uint32_t pending; /* cells that wait for the rest of the file */
};

/* A date that waits until the whole column is known; or, in a repeated row, to be compared. */
struct pending_date {
    uint32_t record;
    uint32_t task;
    struct origin origin;
    str_id raw; /* STR_NONE: `day` is known already */
    date day;
    bool is_repeat; /* of a row whose account an earlier row made */
};

struct reading {
    struct source *source;
    const struct input_plan *input;
    const struct plan *plan;
    enum record record;
    struct reader *reader;
    struct arena peeked; /* rows read ahead to find the header */
    VEC(struct row) ahead;
    size_t next_ahead;
    size_t rows_above;        /* of `ahead`: titles and the header */
    bool is_at_end;           /* of the source: only the rows ahead are left */
    VEC(struct span) headers; /* of every column, in source->arena */
    uint32_t width;           /* columns up to the last header that is not empty */
    VEC(struct task) tasks;   /* keys first */
    size_t key_tasks;
    union any_record blank, current;
    struct span parts[PART_COUNT];
    const struct row *row; /* the present one */
    bool is_below_list;    /* the row before was a total or a remark */
    VEC(struct gathered {
        enum field field;
        str_id text;
    })
    gathered; /* this row's STORE_MANY */
    VEC(struct further {
        uint8_t number;
        enum field field;
        struct span text;
    })
    further;                   /* this row's STORE_FURTHER */
    struct seen_list products; /* of this row, in source->lists */
    date effective;
    struct leave_spell {
        date from, to;
    } leaves[LEAVES];       /* this row's further leaves */
    bool is_unassigned;     /* a seat without holder */
    bool is_unusable;       /* a cell of this row makes it unusable: it is rejected */
    VEC(date) effective_on; /* beside people, where the field is known */
    VEC(struct pending_date) pending;
    VEC(struct cross {
        uint32_t record;
        uint32_t task;
    })
    crosses;               /* X, a tick or a no: decided when the column is known */
    size_t crosses_before; /* this row's begin here */
    size_t pending_before; /* this row's pending dates begin here */
    struct strbuf scratch, more_scratch;
    VEC(uint64_t) whole_names;      /* a bit each str_id: a name that has no further parts */
    VEC(uint32_t) role_rooms;       /* repeated rows: by account, to what its slice may grow */
    VEC(uint32_t) role_key_of_text; /* repeated rows: str_id of a role → key */
    struct strpool role_keys;
    VEC(bool) role_is_seen;       /* of privileged_roles */
    struct strpool paid_products; /* of a license list, as written */
};

/* reading.c */
void reading_init(struct reading *r, struct source *s, const struct input_plan *input,
                  const struct plan *plan);
void reading_release(struct reading *r);
/* The first column of the field, NULL if there is none. */
const struct task *task_of(const struct reading *r, enum field field);

/* ahead.c: the next row, from those read ahead first. */
enum next reading_next(struct reading *r, struct row *row, struct error *err);
/* Reads on until `count` rows wait for reading_next, or the source ends. */
bool read_ahead(struct reading *r, size_t count, struct error *err) must_check;

/* header_row.c: finds the header row, reads ahead for it, and keeps the rows behind it for
 * reading_next. */
bool find_header(struct reading *r, struct row *header, struct error *err) must_check;

/* header_text.c: does a header mean what the configuration says (`columns`)? */
bool header_is(struct span header, const char *wanted, struct strbuf *a, struct strbuf *b);
bool has_no_header(const struct reading *r); /* `header: none` */
/* "Last Login (UTC)", "Created (UTC+9)", "登録日（令和）". */
struct header_hint header_hint_of(struct span header);
/* Is the header row rather an entry, with somebody's data in it, which no message shows? */
bool headers_look_like_values(const struct reading *r);

/* labels.c: does the first row name the columns once more? Of accounts called "user" it does not.
 */
bool is_row_of_labels(struct reading *r, const struct row *row);

/* headers.c: lays down the tasks. */
bool map_headers(struct reading *r, const struct row *header, struct error *err) must_check;

/* cell_text.c: a cell's text without spaces of every width and invisible characters at both ends.
 */
struct span trimmed(struct span text);
/* The row's cell, trimmed; empty beyond its end. */
struct span cell_text(const struct row *row, uint32_t column);
/* csvde writes what is no ASCII as the hex digits of its UTF-8: X'e99d92e69ca8' → 青木, in *out;
 * any other text as it is. */
struct span from_csvde_hex(struct span text, struct strbuf *out);
/* Does the cell stand for nothing: "-", なし, NULL, #N/A, the name of a type? In policy/links "-"
 * has a meaning. */
bool is_none(enum record record, struct span text);
/* Is it the name of a type ("System.Object[]"), which an export wrote for a list? */
bool is_lost_list(struct span text);

/* records.c: the place of a field in its record; 0: it has none of its own. */
uint16_t field_offset(enum record record, enum field field);
static inline str_id *text_at(void *record, uint16_t offset) {
    return (str_id *)(void *)((char *)record + offset);
}
static inline date *date_at(void *record, uint16_t offset) {
    return (date *)(void *)((char *)record + offset);
}
void *record_at(struct reading *r, uint32_t index);
/* Appends the record under construction to its list; returns its index. Accounts have their own
 * way (accounts.c). */
size_t record_push(struct reading *r);
/* Room for so many more rows of people, accounts or seats, and for their identifiers. */
void records_reserve(struct reading *r, size_t more);
/* The field's cell of this record is not empty and could not be read: nothing is concluded from
 * it. */
void mark_unread(struct reading *r, union any_record *record, enum field field);
/* A kind column says personal: while rows are read, apart from one that says nothing. */
enum { KIND_SAID_PERSONAL = KIND_COUNT };
/* The value of a word's field goes into the record under construction. */
void store_word(struct reading *r, enum field field, uint8_t value);
/* Fields without which a row is rejected and a header is none; a seat needs one of its three. */
bool is_key_field(enum record record, enum field field);
bool has_key_fields(enum record record, field_set claimed);

/* ids.c: how a spreadsheet has destroyed the identifier, or MSG_NONE. */
enum message_id id_damage(struct reading *r, const struct cell *cell, struct span text);
/* The identifier as it was before a spreadsheet; empty where it is lost. Both are issues. */
struct span repaired_id(struct reading *r, const struct task *task, const struct cell *cell,
                        struct span text);

/* cells.c: one cell → the record under construction. */
void read_cell(struct reading *r, struct task *task, const struct cell *cell, struct span text);
void read_name_cell(struct reading *r); /* former name and second spelling in the name cell */
void join_parts(struct reading *r);     /* a name given in parts, where the whole was not given */

/* lists.c: cells with several values. */
void read_list(struct reading *r, struct task *task, const struct cell *cell, struct span text);
void read_many(struct reading *r, const struct task *task, const struct cell *cell,
               struct span text);
/* Adds a text to what this row has of the field, once. */
void gather(struct reading *r, enum field field, str_id id);
/* A cell of a further post or department of this row. */
void read_further(struct reading *r, const struct task *task, struct span text);
/* Of a list of departments, divided by this sign, those behind the first. */
void read_further_values(struct reading *r, const struct task *task, struct span text, char sign);
/* Behind the record of this row: one for each further post. */
void push_further_posts(struct reading *r);
/* What read_many gathered from this row goes into its record. */
void store_many(struct reading *r);
/* The products of a seat that stand in several columns. */
void unite_products(struct reading *r);
/* An issue: the list is longer than LIST_MAX. */
void report_cut(struct reading *r, const struct task *task, struct span value);
void lists_push(struct source *s, str_id entry);

/* waiting.c: cells of the row that wait until their column is known. */
void waiting_begin(struct reading *r);
/* They belong to this record; is_repeat: of a row whose account an earlier row made. */
void waiting_belong_to(struct reading *r, uint32_t record, bool is_repeat);
void waiting_drop(struct reading *r); /* the row has no record */

/* dates.c */
void leave_date_unread(struct reading *r, const struct task *task);
void read_date(struct reading *r, struct task *task, struct span text);
void settle_dates(struct reading *r);
/* Of a person's leaves in one row, the one that tells the state on the day: the record's. */
void choose_leave(struct reading *r);

/* non_rows.c: a ruler, a total, a remark…: reported as an issue and counted, to be rejected. */
bool is_no_record(struct reading *r, const struct row *row);

/* rows.c: checks a row and stores its record. */
void read_row(struct reading *r, const struct row *row);

/* accounts.c */
void store_account(struct reading *r);
/* Adds a role to an account that is stored already. */
void give_role(struct reading *r, uint32_t account, str_id role);
void finish_accounts(struct reading *r);

/* differences.c: what the present row says otherwise than its account, `first`. */
void report_differences(struct reading *r, uint32_t first);
void report_difference(struct reading *r, const struct task *task, uint32_t first,
                       struct origin origin, struct span value);

/* role_names.c: roles that are DNs get their names. */
void name_roles(struct reading *r);

/* ticks.c: X is a tick where a yes/no column holds nothing else, beside other marks it is a no. */
bool waits_as_cross(struct reading *r, struct task *task, struct span text);
void note_answer(struct task *task, struct span text);
void read_tick(struct reading *r, struct task *task, struct span text);
void settle_crosses(struct reading *r);

/* unmatched.c: what is configured and fits nothing in the list is an issue. */
void judge_unmatched(struct reading *r);

/* seats.c: is this row, which was read, a seat of the license at hand? */
bool is_seat_of_license(struct reading *r);
void finish_seats(struct reading *r);

/* issues.c */
/* An issue of the present row; `value` is copied and is {0} of both sentences. */
struct issue *issue_add(struct reading *r, const struct task *task, struct span value,
                        enum message_id problem, enum message_id done);
/* The same for another row. */
struct issue *issue_add_at(struct reading *r, struct origin origin, struct span header,
                           struct span value, enum message_id problem, enum message_id done);

#endif
