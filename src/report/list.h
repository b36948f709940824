/*
 * A list is a const table of columns, written row by row into cells (cells.h): the same table gives
 * CSV, a workbook's sheet and a table of HTML. The heads are keys that scripts rely on in
 * English, and their terms in Japanese.
 */
#ifndef TENKO_REPORT_LIST_H
#define TENKO_REPORT_LIST_H

#include "leavers.h"
#include "seats.h"
#include "sheet_layout.h"
#include "tenko/cells.h"
#include "tenko/review_record.h"
#include "view.h"

/* The row at hand, and room for the texts that its columns make. One thread at a time. */
struct list_row {
    const struct view *view;
    size_t index;
    const struct column *column; /* at hand */
    union {
        struct exception_record exception;
        struct review_item {
            const struct review_counts *counts; /* an addressee's … */
            const struct review_line *line;     /* … or an account's; a test has neither */
            enum message_id title;              /* the test's */
            bool is_test, has_passed;
        } review;
        struct issue_record issue;
        struct resolved_record resolved;
        const struct input_record *input;
        struct account_record account;
        struct leaver_row leaver;
        struct seat_row seat;
    };
    struct strbuf message; /* of an exception; what was raised of an account */
    struct strbuf ids;     /* of the exceptions of an account */
    struct strbuf text;
};

struct column {
    enum message_id heading;
    void (*write)(struct list_row *row, struct cells *c);
    int which; /* of several columns with one function: row->column->which */
};

/* A column that is a member of the row as it is: {MSG_HEAD_NAME, list_text, LIST_ROW(seat.name)}.
 */
#define LIST_ROW(member) offsetof(struct list_row, member)
void list_text(struct list_row *row, struct cells *c); /* a struct span */
void list_day(struct list_row *row, struct cells *c);  /* a date */
/* The same of the row's input: {MSG_HEAD_PURPOSE, list_input_text, LIST_INPUT(purpose)}. */
#define LIST_INPUT(member) offsetof(struct input_record, member)
void list_input_text(struct list_row *row, struct cells *c);
void list_input_day(struct list_row *row, struct cells *c);

struct list {
    const char *name;      /* "licenses": the file's, without ending */
    enum message_id title; /* a sheet's */
    const struct column *columns;
    size_t column_count;
    size_t (*count)(const struct view *view);
    void (*fetch)(struct list_row *row); /* the row at row->index */
    const struct sheet_layout *layout;   /* as a sheet; NULL = as wide as its texts */
};

extern const struct list exceptions_list, licenses_list, systems_list, issues_list, leavers_list,
    seats_list, resolved_list, reclaim_list, shares_list;
/* Only where the record has a review. */
extern const struct list review_list;
/* Its rows are the record's accounts: of one system those between record->first_account. */
extern const struct list inventory_list;

void list_row_init(struct list_row *row, const struct view *view);
void list_row_release(struct list_row *row);

void list_headings(const struct list *list, enum language lang, struct cells *c);
/* The row as it was fetched. */
void list_cells(const struct list *list, struct list_row *row, struct cells *c);
/* Headings and all rows. */
void list_write(const struct list *list, const struct view *view, struct cells *c);
/* The rows from `first` on, without headings. */
void list_rows(const struct list *list, const struct view *view, size_t first, size_t end,
               struct cells *c);

/* A sentence of the catalogue in the report's language. */
void cells_term(struct cells *c, const struct list_row *row, enum message_id term);
/* The line, or in a directory the DN; empty for a source as a whole. */
void cells_line(struct cells *c, const struct place *place);

#endif
