/*
 * Coverage: what was read of each source and which rules spoke of it, so that silence never looks
 * like a pass. Inputs are counted as in findings.coverage: rosters, systems, licenses, devices.
 */
#ifndef TENKO_REPORT_COVERAGE_H
#define TENKO_REPORT_COVERAGE_H

#include "tenko/report.h"

struct covered_input {
    const struct input_plan *plan;
    const struct source *source;
    enum target_kind kind;
    size_t input;   /* index over all inputs */
    size_t of_kind; /* index among its kind */
};
size_t covered_count(const struct view *view);
struct covered_input covered_input(const struct view *view, size_t input);

enum rule_cover { RULE_OF_OTHERS, RULE_EVALUATED, RULE_NOT_EVALUATED };
/* Whether a rule was evaluated for the input; *why (cleared) gets the reason where it was not. */
enum rule_cover rule_cover(const struct view *view, const struct covered_input *in, size_t rule,
                           struct strbuf *why);

/* People of the population whose first row is in this roster. */
uint64_t roster_people(const struct view *view, size_t roster);

/* The source's name in the configuration as a kind: "roster", "system" … "waivers". */
const char *record_kind_name(enum record record);

/* Every input issue in the order of issues.csv: sources, then lines. */
struct listed_issue {
    const struct source *source;
    const struct issue *issue;
    size_t order; /* of appearance */
    size_t source_order;
};
struct issue_list {
    struct listed_issue *items;
    size_t count, capacity;
};
void issue_list_init(struct issue_list *list, const struct view *view);
size_t issue_count(const struct view *view);
/* The sources in the model's fixed order; free(). */
struct source **report_sources(const struct view *view, size_t *count);

#endif
