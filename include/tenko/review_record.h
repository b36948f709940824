/*
 * How far a review has come, as a part of a run's record: who was asked, who has answered, what
 * came of it, and the six tests of an auditor (docs/REVIEW.md). Spans are borrowed from whoever
 * made the record.
 */
#ifndef TENKO_REVIEW_RECORD_H
#define TENKO_REVIEW_RECORD_H

#include "tenko/date.h"
#include "tenko/message.h"

#include <stdint.h>

enum review_test {
    REVIEW_TEST_SENT,
    REVIEW_TEST_ANSWERED,
    REVIEW_TEST_NOT_SELF,
    REVIEW_TEST_IN_TIME,
    REVIEW_TEST_RIGHT_REVIEWER,
    REVIEW_TEST_REVOKED_GONE,
    REVIEW_TEST_COUNT
};
const char *review_test_name(enum review_test t); /* "everything-sent" … */
enum message_id review_test_title(enum review_test t);

struct review_counts {
    struct span addressee; /* empty: nobody is known */
    uint64_t sent, answered, unanswered, resolved, overdue;
};

/* A row that fails a test, has two answers, or was revoked and is gone. */
struct review_line {
    uint64_t review, row, id; /* 0: it was never sent */
    struct span system, user_id, addressee, decision, reviewer;
    date reviewed_on;
    uint64_t from_run, to_run; /* resolved: frozen in, gone in; 0 = not yet */
    int32_t days;              /* between them */
};
#define REVIEW_ID_SIZE 17
void review_id_format(uint64_t id, char out[REVIEW_ID_SIZE]); /* "" for 0 */

struct review_lines {
    const struct review_line *items;
    size_t count;
};

struct review_supplement {
    uint64_t review;
    date exported_on, reply_by;
};

struct review_record {
    uint64_t review, run; /* the first of the group, and the run that it froze */
    date exported_on, reply_by;
    const struct review_supplement *supplements;
    size_t supplement_count;
    const struct review_counts *addressees; /* by name */
    size_t addressee_count;
    struct review_lines tests[REVIEW_TEST_COUNT]; /* passed: none */
    struct review_lines conflicts, resolved;
};

#endif
