/* What headers mean: the table of header synonyms, and how strongly each speaks for its field. */
#ifndef TENKO_INTAKE_SYNONYMS_H
#define TENKO_INTAKE_SYNONYMS_H

#include "tenko/intake.h"

/* The column says the opposite of the field (Block credential = TRUE: disabled). */
#define HEADER_INVERTED 1u
/* Several such columns are one field; the newest of their dates counts (one per product). */
#define HEADER_NEWEST 2u
/* Of several such columns the earliest day counts: what is stopped one day and deleted another. */
#define HEADER_EARLIEST 8u
/* Dates may be ticks: seconds since 1970, or Windows' 100 ns since 1601. */
#define HEADER_TICKS 4u
/* Windows' userAccountControl: bit 2 is "disabled". With HEADER_INVERTED SAP's UFLAG: 32 and 64 are
 * an administrator's lock. Of a kind: SAP's USTYP, where a letter is the kind. */
#define HEADER_ACCOUNT_BITS 8u
/* A person's column that is answered by yes or no (在職フラグ = 1); a mere code (在職区分 = 1) says
 * nothing, because 1 means different things in different packages. */
#define HEADER_FLAG 16u
/* One of several columns that speak of an account's state: it is enabled only if none says off. Of
 * a person: a yes says on leave, beside whatever else tells the state. Of several that speak of its
 * kind: it is personal only if none says otherwise. */
#define HEADER_STATE 32u
/* With HEADER_STATE: the day on which it was switched off; what is filled says off. Otherwise: the
 * family name of a name in parts, or, with HEADER_GIVEN, its given name. */
#define HEADER_FILLED 64u
#define HEADER_FAMILY 64u
/* A role column: the header is the role, a tick in the cell gives it. */
#define HEADER_TICKED 64u
#define HEADER_GIVEN  128u
/* Of a date: the column holds periods (R7.4.1～R8.3.31); their first, or last, day is the field. */
#define HEADER_FIRST_DAY 64u
#define HEADER_LAST_DAY  128u
/* A kind column answered by yes or no (with HEADER_FLAG): yes is a service account, an outsider's.
 */
#define HEADER_SERVICE  64u
#define HEADER_EXTERNAL 128u

/*
 * Headers with one meaning, under FOLD_HEADER, divided by spaces. A `*` at an end of a header
 * stands for any text. Rank 1 speaks for the field beyond doubt; a weaker header (2, 3 …) yields
 * to a stronger one in silence, because exports of real products carry both. Two headers of equal
 * rank are the user's to decide.
 */
struct synonyms {
    enum field field;
    uint32_t records; /* bits 1 << enum record */
    uint8_t rank;
    uint8_t flags;
    const char *headers;
};

extern const struct synonyms synonyms[];
extern const size_t synonyms_count;

/* One thing that a header may mean. */
struct meaning {
    enum field field;
    uint8_t rank, flags;
    uint8_t number; /* 2 of 部署2; 0 = none */
};

enum {
    MEANINGS_MAX = 8,
    RANK_NOTE = 10,    /* added where only the text before a note in brackets fits */
    RANK_DERIVED = 20, /* added where words around the header had to be left out; of several such
                          headers none is taken */
    RANK_LAST = 30
};

/* Everything `header` may mean in a record, strongest first; returns how many. `scratch` is used
 * for folding. */
size_t header_meanings(enum record record, struct span header, struct strbuf *scratch,
                       struct meaning out[MEANINGS_MAX]);

/* Does the title above or before a header (folded) speak of somebody or something else:
 * manager.mail, 緊急連絡先／氏名? */
bool header_is_of_others(struct span folded);

/* A header of an account list that is made of words for "is (not) allowed in": ログイン停止フラグ,
 * is_locked_out. Returns 1, or 0: it says something else. */
size_t state_meaning(struct span folded, struct meaning *out);

#endif
