/*
 * How a record's rows become text in the ledger and come back: one JSON array a row, its places
 * named by a const table of fields for each kind of row (CODEC_* below), so that writing, reading
 * and docs/LEDGER.md cannot disagree.
 *
 * The text holds what was judged and nothing of its surroundings: a row's line, its place among the
 * rows and the numbers of other rows stand beside it, so that the text of a row that has not
 * changed is the same in every run. Two forms save room without losing anything: null stands for a
 * field's usual value (its `usual` text, 0, DATE_NONE, or for accounts and seats "as the
 * holder's"), and nulls at the end are left out.
 */
#ifndef TENKO_LEDGER_CODEC_H
#define TENKO_LEDGER_CODEC_H

#include "tenko/error.h"
#include "tenko/memory.h"
#include "tenko/record.h"
#include "tenko/sink.h"

enum codec_type {
    CODEC_TEXT,     /* struct span; null = empty, or the `usual` text */
    CODEC_HELD,     /* struct span; null = as the holder says it, "" = empty */
    CODEC_KEY,      /* const char * */
    CODEC_NUMBER,   /* int64_t or uint64_t */
    CODEC_SMALL,    /* int32_t, uint32_t or an enum */
    CODEC_FLAG,     /* bool; null = false */
    CODEC_ON,       /* bool; null = true */
    CODEC_DATE,     /* date, as yyyy-mm-dd */
    CODEC_TEXTS,    /* const struct span *, with a uint32_t count beside */
    CODEC_SENTENCE, /* struct sentence */
    CODEC_EVIDENCE, /* const struct evidence *, with a uint32_t count beside */
    CODEC_ROWS,     /* an array of structs with a table of their own, with a size_t count beside */
};

struct codec_table;

struct codec_field {
    const char *name; /* as docs/LEDGER.md and the views have it */
    enum codec_type type;
    size_t offset, count_offset; /* count: TEXTS, EVIDENCE, ROWS */
    struct span usual;           /* TEXT: the value that null stands for; none = the empty text */
    int64_t below;               /* SMALL: how many values an enum has; 0 = any 32 bits */
    const struct codec_table *rows;
};

struct codec_table {
    const char *kind; /* of a section: "account" */
    const struct codec_field *fields;
    size_t field_count, row_size;
};

/* An exception with what its numbers mean outside its run. */
struct stored_exception {
    struct exception_record e;
    struct span rule_name;
    struct span input_name; /* null: the target's */
};

extern const struct codec_table codec_rule, codec_threshold, codec_input, codec_exception,
    codec_issue, codec_account, codec_seat, codec_person, codec_device, codec_movement, codec_head;

/* The table of a section's kind, or NULL. */
const struct codec_table *codec_table_of(struct span kind);

/* yyyy-mm-dd; DATE_NONE for anything else. */
date codec_day(struct span text);

/* Which fields say something: bit i of field i; the others have their usual value. A table has at
 * most 64 fields. */
uint64_t codec_said(const struct codec_table *table, const void *row);
/* Appends the row's text; `said`: as codec_said has it. */
void codec_write(const struct codec_table *table, const void *row, uint64_t said,
                 struct strbuf *out);
/* 64 bits of hash (XXH3) of what the row says, the same of a row that was read back; `room` is used
 * for it. */
uint64_t codec_digest(const struct codec_table *table, const void *row, uint64_t said,
                      struct strbuf *room);

/* Fills *row, which the caller zeroed; what it points to lives in `arena`. False: the text is not
 * such a row (a changed ledger); *row is then half filled. */
bool codec_read(const struct codec_table *table, struct span text, void *row,
                struct arena *arena) must_check;

#endif
