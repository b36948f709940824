/* What the files of the review room share. */
#ifndef TENKO_REVIEW_INTERNAL_H
#define TENKO_REVIEW_INTERNAL_H

#include "tenko/file_name.h"
#include "tenko/review.h"
#include "tenko/strpool.h"

/* --- Reviews in the ledger --- */

struct review_head {
    uint64_t review, first, run; /* 0: there is none */
    date exported_on, reply_by;
    enum review_by by;
    struct span at, who;
};
/* The last review, or one by its number. */
bool review_head_load(struct review_head *out, struct store *s, uint64_t review,
                      struct arena *arena, struct error *err) must_check;

struct span review_by_word(enum review_by by);
/* Of a kind of account or a state of its holder ("active" …); MSG_NONE: no word that is known. */
enum message_id review_state_term(struct span word);
bool review_failed(struct error *err, int error, const char *directory, const char *name);

/* --- Rows to be frozen --- */

/* One of a million: texts are those of the population, most of which many rows share. */
struct frozen_row {
    uint64_t id, print;
    uint32_t account; /* among the run's accounts */
    str_id addressee, roles, change;
    bool wants_link; /* account_wants_link */
};

struct population {
    const struct run_record *record;
    VEC(struct frozen_row) rows; /* in the order of the accounts */
    struct strpool texts;
    struct colleagues *colleagues; /* of all accounts of the run */
};
static inline struct span population_text(const struct population *p, str_id text) {
    return strpool_text(&p->texts, text);
}

/* What was sent before: of the same review, so that it is not asked twice, or of the one before. */
struct sent;
bool sent_load(struct sent **out, struct store *s, uint64_t first, struct error *err) must_check;
void sent_free(struct sent *sent);

struct population_options {
    uint64_t review; /* the number that its rows will have */
    enum review_by by;
    enum language language;
    const struct sent *same, *before; /* NULL = none */
    /* Each row as it is added, with its account; fetching accounts is what takes time. */
    void (*added)(void *context, const struct population *p, const struct frozen_row *row,
                  const struct account_record *a);
    void *context;
};
void population_collect(struct population *out, const struct run_record *r,
                        const struct population_options *o);
void population_release(struct population *p);
/* What "change" looks at: roles, state, kind, privilege, holder, department. */
uint64_t account_print(const struct account_record *a, struct span roles, struct strbuf *scratch);
void account_roles(const struct account_record *a, struct strbuf *out); /* one a line */

/* --- Colleagues: who of the holder's department holds a role --- */

struct colleagues;
/* Empty; then every account of the run, in order. */
struct colleagues *colleagues_new(void);
void colleagues_add(struct colleagues *c, const struct account_record *a);
/* Appends "role: 3 of 12" for each role. */
void colleagues_write(const struct colleagues *c, const struct account_record *a,
                      enum language lang, struct strbuf *out);
void colleagues_free(struct colleagues *c);

/* --- Sheets --- */

enum sheet_column {
    SHEET_REVIEW,
    SHEET_ID,
    SHEET_SYSTEM,
    SHEET_USER_ID,
    SHEET_KIND,
    SHEET_PERSON_ID,
    SHEET_NAME,
    SHEET_STATE,
    SHEET_DEPARTMENT,
    SHEET_ACCOUNT_DEPARTMENT,
    SHEET_ROLES,
    SHEET_ENABLED,
    SHEET_PRIVILEGED,
    SHEET_CREATED_ON,
    SHEET_LAST_LOGIN_ON,
    SHEET_PASSWORD_CHANGED_ON,
    SHEET_EXPIRES_ON,
    SHEET_CHANGE,
    SHEET_COLLEAGUES,
    SHEET_EXCEPTIONS,
    SHEET_DECISION,
    SHEET_COMMENT,
    SHEET_REVIEWER,
    SHEET_REVIEWED_ON,
    SHEET_COLUMN_COUNT,
    SHEET_CANDIDATES = SHEET_COLUMN_COUNT, /* on the sheet of links alone */
    SHEET_LINK,                            /* person_id, to be filled in */
    SHEET_ALL_COLUMNS
};
#define NO_SHEET_COLUMN SHEET_ALL_COLUMNS

struct sheet {
    const struct population *population;
    const struct run_record *record;
    const struct staff *staff; /* on the sheet of links alone */
    const uint32_t *order;     /* the population's rows that are on it, `count` of them */
    size_t count;
    const struct review_head *head;
    struct span addressee;
    enum language language;
    const enum sheet_column *columns; /* up to NO_SHEET_COLUMN */
};
extern const enum sheet_column review_columns[], link_columns[];

/* Could a link settle whose the account is? */
bool account_wants_link(const struct account_record *a);

enum message_id sheet_heading(enum sheet_column c);
int sheet_width(enum sheet_column c); /* in a workbook, characters */
/* Is the column to be filled in by who answers? */
bool sheet_is_filled(enum sheet_column c);
/* Replaces *out with the cell's text. The account was fetched by the caller. */
void sheet_cell(const struct sheet *sheet, const struct frozen_row *frozen,
                const struct account_record *a, enum sheet_column c, struct strbuf *out);
enum message_id decision_word(int which); /* MSG_NONE behind the last */
const char *decision_key(int which);

/* All sheets of a population, written into the directory under temporary names. */
struct sheet_file {
    char *name, *temporary;
};
struct sheets {
    int dir; /* −1 = not open */
    bool is_csv_only;
    bool fills_up; /* what stands there stays; else it is an error */
    const char *directory;
    VEC(struct sheet_file) files; /* that have not taken their places */
};
bool sheets_write(struct sheets *out, const struct population *p, const struct review_head *head,
                  const struct review_act *act, struct error *err) must_check;
/* Every file takes its place; one that stands there already is left as it is. */
bool sheets_commit(struct sheets *sheets, struct error *err) must_check;
void sheets_release(struct sheets *sheets); /* what did not take its place is removed */

/* `scratch` is a directory for what the library writes aside. */
bool sheet_write_workbook(const struct sheet *sheet, const char *path, const char *scratch,
                          struct error *err) must_check;

/* --- Answers --- */

struct staff;
struct staff *staff_index(const struct run_record *r);
/* The person that "number name", a number or a name means; NO_ROW: nobody, or several. `number`:
 * it was the number that told. */
uint32_t staff_find(const struct staff *s, struct span cell, bool *by_number);
/* Does the cell name this holder: by number, or, where no other number stands there, by name? */
bool staff_is_holder(const struct staff *s, struct span cell, struct span person_id,
                     struct span name);
/* The one person of that number; false: nobody, or several. */
bool staff_person(const struct staff *s, struct span person_id, struct person_record *out);
/* The system's manager, or anybody of the addressee, by a concurrent post too. */
bool staff_is_right(const struct staff *s, uint32_t person, struct span addressee,
                    struct span manager);
void staff_free(struct staff *s);

/* Are two writings of one identifier equal, spreadsheets considered? */
bool same_id(struct span written, struct span sent);
bool same_word(struct span written, struct span sent);
bool same_name(struct span a, struct span b);

/* --- Links --- */

/* Appends who the account could be of, each with the reasons: "002 佐藤 花子（税務課、在職） 照合:
 * 氏名が一致". */
void candidates_write(const struct staff *staff, const struct account_record *a, enum language lang,
                      struct strbuf *out);

struct link_file; /* policy.links with what was answered, waiting to take its place */
/* `path`: policy.links, or NULL where it is no CSV; then, and where its head or its characters do
 * not allow it, links-new.csv is written beside it, or into the directory of the review. */
bool link_file_write(struct link_file **out, const struct review_act *act,
                     const struct review_link *links, size_t count, struct error *err) must_check;
const char *link_file_path(const struct link_file *f);
const char *link_file_sha256(const struct link_file *f);
/* What an import wrote aside that was killed: put in place where the ledger has it (`staged`: the
 * hash noted by the last import), else removed. */
void link_file_finish_last(const struct review_act *act, struct span staged);
bool link_file_commit(struct link_file *f, struct error *err) must_check;
void link_file_free(struct link_file *f); /* NULL is fine */

#endif
