/*
 * A sheet that comes back, row by row: CSV as any Excel saves it, or a workbook, with its columns
 * where people left them. The head row is found by its words, in either language; what stands
 * above it is looked at for the organisation.
 */
#ifndef TENKO_REVIEW_ANSWERS_H
#define TENKO_REVIEW_ANSWERS_H

#include "review_internal.h"

#include "tenko/connector.h"

#define NO_COLUMN UINT32_MAX

struct answers {
    const char *path;
    struct source_spec spec;
    struct reader *reader;
    struct strbuf scratch;
    uint32_t column_of[SHEET_COLUMN_COUNT]; /* or NO_COLUMN */
    struct strbuf organization;             /* as written above the head row; may be empty */
    bool has_head;
    bool is_links;  /* the sheet on which person_id is filled in */
    struct row row; /* at hand */
    char sheet[12]; /* of a workbook: the number of the one that is read; empty = the first */
};

/* FAULT_INPUT: the file cannot be read. has_head is false where it is no review sheet. */
bool answers_open(struct answers *a, const char *path, struct error *err) must_check;
/* The next row in which anything stands. */
enum next answers_next(struct answers *a, struct error *err);
/* Without blanks around it; empty where the row or the sheet has no such cell. */
struct span answers_cell(const struct answers *a, enum sheet_column c);
void answers_close(struct answers *a);

#endif
