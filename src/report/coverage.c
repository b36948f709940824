/* Walks over sources, rules and issues in a fixed order. */
#include "coverage.h"

#include "tenko/memory.h"

#include <stdlib.h>

size_t covered_count(const struct view *view) {
    const struct plan *plan = view->plan;
    return plan->rosters.count + plan->systems.count + plan->licenses.count +
           (view->model->devices ? 1 : 0);
}

struct covered_input covered_input(const struct view *view, size_t input) {
    const struct plan *plan = view->plan;
    const struct model *m = view->model;
    size_t i = input;
    if (i < plan->rosters.count)
        return (struct covered_input){&plan->rosters.items[i], &m->rosters[i], TARGET_ROSTER, input,
                                      i};
    i -= plan->rosters.count;
    if (i < plan->systems.count)
        return (struct covered_input){&plan->systems.items[i], &m->systems[i], TARGET_SYSTEM, input,
                                      i};
    i -= plan->systems.count;
    if (i < plan->licenses.count)
        return (struct covered_input){&plan->licenses.items[i], &m->licenses[i], TARGET_LICENSE,
                                      input, i};
    return (struct covered_input){m->devices->plan, m->devices, TARGET_DEVICES, input, 0};
}

static enum target_kind kind_of_scope(enum scope scope) {
    switch (scope) {
    case SCOPE_SEAT:
    case SCOPE_LICENSE:
        return TARGET_LICENSE;
    case SCOPE_ROSTER:
        return TARGET_ROSTER;
    case SCOPE_DEVICE:
        return TARGET_DEVICES;
    case SCOPE_ACCOUNT:
    case SCOPE_PERSON:
    case SCOPE_SYSTEM:
        break;
    }
    return TARGET_SYSTEM;
}

enum rule_cover rule_cover(const struct view *view, const struct covered_input *in, size_t rule,
                           struct strbuf *why) {
    strbuf_clear(why);
    const struct rule *r = rules[rule];
    if (kind_of_scope(r->scope) != in->kind)
        return RULE_OF_OTHERS;
    const struct coverage *c = &view->findings->coverage[in->input * rule_count + rule];
    if (c->is_evaluated)
        return RULE_EVALUATED;
    enum message_id reason = c->why;
    if (reason == MSG_NONE)
        reason = rule_is_enabled(view->plan, r) ? MSG_TERM_REASON_UNKNOWN : MSG_TERM_SWITCHED_OFF;
    message_format(why, reason, view->language, c->args, 2);
    return RULE_NOT_EVALUATED;
}

uint64_t roster_people(const struct view *view, size_t roster) {
    uint64_t count = 0;
    for (size_t i = 0; i < view->model->people.count; i++)
        count += view->model->people.items[i].roster == roster;
    return count;
}

const char *record_kind_name(enum record record) {
    static const char *const names[RECORD_COUNT] = {
        [RECORD_PERSON] = "roster",
        [RECORD_ACCOUNT] = "system",
        [RECORD_SEAT] = "license",
        [RECORD_DEVICE] = "devices",
        [RECORD_DEPARTMENT] = "departments",
        [RECORD_ROLE] = "roles",
        [RECORD_CONFLICT] = "conflicts",
        [RECORD_APPROVAL] = "privileged",
        [RECORD_LINK] = "links",
        [RECORD_WAIVER] = "waivers",
    };
    return names[record];
}

struct source **report_sources(const struct view *view, size_t *count) {
    const struct plan *plan = view->plan;
    enum { TABLES = 7 }; /* devices, departments, and five of policy */
    size_t room = plan->rosters.count + plan->systems.count + plan->licenses.count + TABLES;
    struct source **sources = memory_zeroed(room, sizeof *sources);
    *count = model_sources(view->model, sources, room);
    return sources;
}

static int by_source_and_line(const void *a, const void *b) {
    const struct listed_issue *x = a, *y = b;
    if (x->source_order != y->source_order)
        return x->source_order < y->source_order ? -1 : 1;
    if (x->issue->line != y->issue->line)
        return x->issue->line < y->issue->line ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void list_issue(struct issue_list *list, const struct source *source, size_t source_order,
                       const struct issue *issue) {
    struct listed_issue item = {source, issue, list->count, source_order};
    vec_push(list, item);
}

void issue_list_init(struct issue_list *list, const struct view *view) {
    size_t count;
    struct source **sources = report_sources(view, &count);
    *list = (struct issue_list){0};
    for (size_t s = 0; s < count; s++)
        for (size_t i = 0; i < sources[s]->issues.count; i++)
            list_issue(list, sources[s], s, &sources[s]->issues.items[i]);
    for (size_t i = 0; i < view->findings->issues.count; i++) {
        size_t s = 0;
        while (s + 1 < count && sources[s] != view->findings->issues.items[i].source)
            s++;
        list_issue(list, sources[s], s, &view->findings->issues.items[i].issue);
    }
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, by_source_and_line);
    free(sources);
}

size_t issue_count(const struct view *view) {
    size_t count;
    struct source **sources = report_sources(view, &count);
    size_t issues = view->findings->issues.count; /* of waivers, found when all was judged */
    for (size_t s = 0; s < count; s++)
        issues += sources[s]->issues.count;
    free(sources);
    return issues;
}
