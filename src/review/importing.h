/* An import under way, and what its files do with a row: tell what it says, and record that. */
#ifndef TENKO_REVIEW_IMPORTING_H
#define TENKO_REVIEW_IMPORTING_H

#include "answers.h"
#include "rejected.h"

struct importing {
    struct review_import *out;
    struct store *store;
    const struct review_act *act;
    struct ledger_entry entry;
    struct loaded_run *run; /* the last one: who is who */
    struct staff *staff;
    struct strpool unwaived; /* accounts of leavers that no waiver covers: system 0x1f user ID */
    struct query *row, *before, *insert, *revocation, *settled, *link, *insert_link;
    VEC(struct review_link) links;
    struct rejected rejected;
    struct review_head last;
    uint64_t notes; /* of the file at hand */
    struct strbuf text;
    struct arena arena;
};

/* A row as it was sent. Texts die at the next one. */
struct sent_line {
    uint64_t review, first, row; /* first: of its group */
    struct span system, user_id, person_id, name, addressee, manager;
};

struct answer {
    const char *what;
    struct span comment, reviewer, reviewer_id;
    date reviewed_on;
    bool is_right;
};

/* --- answered.c --- */

/* The row that the cells mean, in *sent, and its review; else why there is none. */
enum message_id importing_identify(struct importing *x, const struct answers *a,
                                   struct sent_line *sent, uint64_t *review);
/* What is decided of it, with texts of the row at hand; else why that cannot be. */
enum message_id importing_read_answer(struct importing *x, const struct answers *a,
                                      const struct sent_line *sent, struct answer *out);
/* The number as the roster writes it; "-" says: nobody, ever. False: it is nobody's. */
bool importing_read_person(const struct importing *x, struct span cell, struct span *out);
/* Fills x->unwaived. */
void importing_find_unwaived(struct importing *x);

/* --- recorded.c --- */

/* The queries of an import; the entry and the last run are there. */
void importing_prepare(struct importing *x);
void importing_end_queries(struct importing *x);
/* Names the reviewer among the people of the run, and adds the decision. */
void importing_record(struct importing *x, const struct answers *file, const struct sent_line *sent,
                      struct answer *a);
/* Has the row a link already? *otherwise: to somebody else. */
bool importing_is_linked(struct importing *x, const struct sent_line *sent, struct span person_id,
                         bool *otherwise);
void importing_add_link(struct importing *x, const struct answers *a, const struct sent_line *sent,
                        struct span person_id);

#endif
