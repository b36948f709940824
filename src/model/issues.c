/* Input issues of the join, written into the source whose row they are about. */
#include "seal.h"

struct span source_header(const struct source *s, enum field field) {
    for (size_t i = 0; i < s->columns.count; i++) {
        if (s->columns.items[i].field == field)
            return s->columns.items[i].header;
    }
    return field == FIELD_NONE ? (struct span){NULL, 0} : span_of(fields[field].name);
}

struct span source_date(struct source *s, date day) {
    char text[11];
    date_format(day, text);
    return arena_copy(&s->arena, span_of(text));
}

void source_add_issue(struct source *s, const struct origin *origin, enum field field,
                      struct span value, enum message_id problem, enum message_id done,
                      struct span arg0, struct span arg1) {
    struct issue issue = {.line = origin->line,
                          .dn = source_text(s, origin->dn),
                          .column = source_header(s, field),
                          .value = value,
                          .problem = problem,
                          .done = done,
                          .args = {arg0, arg1}};
    vec_push(&s->issues, issue);
}
