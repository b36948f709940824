/* issues.csv: every input issue of every source. */
#include "coverage.h"
#include "rendering.h"
#include "reporters.h"
#include "terms.h"

#include <stdlib.h>

static const enum message_id headings[] = {
    MSG_HEAD_SOURCE, MSG_HEAD_FILE,    MSG_HEAD_LINE, MSG_HEAD_COLUMN,
    MSG_HEAD_VALUE,  MSG_HEAD_PROBLEM, MSG_HEAD_DONE, MSG_HEAD_PROBLEM_NAME,
};

static void sentence(const struct view *view, enum message_id id, const struct issue *issue,
                     struct strbuf *text, struct csvout *csv) {
    strbuf_clear(text);
    if (id != MSG_NONE)
        message_format(text, id, view->language, issue->args, 2);
    csvout_cell(csv, strbuf_span(text));
}

static void issue_row(const struct view *view, const struct listed_issue *item, struct strbuf *text,
                      struct csvout *csv) {
    const struct issue *issue = item->issue;
    csvout_text(csv, item->source->plan->name);
    csvout_text(csv, item->source->display);
    if (issue->dn.n)
        csvout_cell(csv, issue->dn);
    else if (issue->line)
        csvout_number(csv, issue->line);
    else
        csvout_text(csv, "");
    csvout_cell(csv, issue->column);
    csvout_cell(csv, issue->value);
    sentence(view, issue->problem, issue, text, csv);
    sentence(view, issue->done, issue, text, csv);
    csvout_text(csv, message_name(issue->problem));
    csvout_end_row(csv);
}

void write_issues_csv(const struct view *view, struct sink *out) {
    struct csvout csv = report_csv_begin(out);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        csvout_cell(&csv, term(view, headings[i]));
    csvout_end_row(&csv);
    struct issue_list list;
    struct strbuf text = {0};
    issue_list_init(&list, view);
    for (size_t i = 0; i < list.count; i++)
        issue_row(view, &list.items[i], &text, &csv);
    strbuf_release(&text);
    vec_release(&list);
}
