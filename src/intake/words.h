/* What the words of status, kind, privileged and mfa columns mean. */
#ifndef TENKO_INTAKE_WORDS_H
#define TENKO_INTAKE_WORDS_H

#include "tenko/intake.h"

enum device_status { DEVICE_IN_USE, DEVICE_RETURNED };

/* Words of one meaning, under FOLD_WORD, divided by spaces. */
struct words {
    enum field field;
    uint32_t records; /* bits 1 << enum record */
    uint8_t value;
    const char *words;
};

extern const struct words word_table[];
extern const size_t word_table_count;

/* Words and marks for yes and for no in any column. */
enum { ANSWER_WORDS = 2 };
extern const struct words answer_words[ANSWER_WORDS];

/* The meaning of a canonical name under `values:` (active, disabled, shared, yes …) as a value of
 * the field's enum; false if the field has no such meaning. */
bool canonical_value(enum record record, enum field field, const char *name, uint8_t *out);
/* Is it a word or mark for yes or no? */
bool answer_of(struct span word, bool *is_yes);
/*
 * The meaning of a word in a column. Tried in turn: the word, the word without punctuation, the
 * word without the code before it ("1:有効") or behind it ("有効(1)"), and, of an account's state
 * and of answers, forms of a known word, also negated (停止していない). `flags` are the header's
 * (HEADER_INVERTED …). False: nobody knows the word.
 */
bool word_value(enum record record, enum field field, unsigned flags, struct span word,
                uint8_t *out);

/* The column of a code. */
struct word_column {
    enum record record;
    enum field field;
    unsigned flags;
    struct span header;
};

struct legend_entry {
    struct span code, word;
};

/* The next entry of a header's legend (the header folded with FOLD_WORD); *at begins with 0. */
bool legend_next(struct span legend, size_t *at, struct legend_entry *out);
/* What the column's header itself says that the code means: "利用区分(0:停止 1:利用)". */
bool legend_value(const struct word_column *column, struct span code, uint8_t *out);

#endif
