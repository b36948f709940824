/* What several files say of an input. */
#ifndef TENKO_REPORT_INPUTS_H
#define TENKO_REPORT_INPUTS_H

#include "tenko/record.h"

struct input_range {
    const struct input_record *first;
    size_t count;
};
struct input_range inputs_of(const struct run_record *r, enum input_kind kind);

/* The owners as configured: "総務課, 市民課". */
void input_owners(const struct input_record *input, struct strbuf *out);

/* The person answerable: "001 佐藤花子". */
void input_manager(const struct input_record *input, struct strbuf *out);

/* Rules by name: "a, b". */
void input_rules_evaluated(const struct run_record *r, const struct input_record *input,
                           struct strbuf *out);
/* "rule: reason; rule: reason", and of evaluated ones for how many records they were not. */
void input_rules_not_evaluated(const struct run_record *r, const struct input_record *input,
                               enum language lang, struct strbuf *out);

#endif
