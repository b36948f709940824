/* Input issues: what was wrong with a cell or a row, and what was done about it. */
#include "reading.h"

struct issue *issue_add_at(struct reading *r, struct origin origin, struct span header,
                           struct span value, enum message_id problem, enum message_id done) {
    struct source *s = r->source;
    struct span kept = source_text(s, strpool_intern(&s->text, value));
    struct issue issue = {
        .line = origin.line,
        .dn = source_text(s, origin.dn),
        .column = header,
        .value = kept,
        .problem = problem,
        .done = done,
        .args = {kept, {"", 0}},
    };
    vec_push(&s->issues, issue);
    return &s->issues.items[s->issues.count - 1];
}

struct issue *issue_add(struct reading *r, const struct task *task, struct span value,
                        enum message_id problem, enum message_id done) {
    struct span header = task ? task->header : SPAN("");
    return issue_add_at(r, r->current.origin, header, value, problem, done);
}
