/* Judges the rules that look back, after the systems, when the ledger has said what changed. */
#include "engine.h"

#include <stdlib.h>

static void judge_change(struct judge *j, const struct rules_in_force *list,
                         struct change_case *c) {
    bool is_enabled = c->now && account_is_enabled(c->now->a, j->day);
    unsigned flags = c->now ? account_flags(c->now, is_enabled) : 0;
    for (size_t i = 0; i < list->count; i++) {
        judge_take(j, &list->items[i]);
        if ((flags & ~j->rule->judges) == 0)
            j->rule->judge.change(j, c);
    }
}

static void judge_changes(struct judge *j, const struct system_history *history,
                          struct system_case *in, struct asked_requests *asked) {
    struct rules_in_force list;
    struct account_case now = {.in = in};
    struct change_case c = {.system = in->system};
    list_rules(&list, j, SCOPE_CHANGE);
    if (!list.count || !history->change_count)
        return;
    bool *is_asked = asked_of_system(asked, in->system, history);
    for (size_t i = 0; i < history->change_count; i++) {
        c.is_asked_for = is_asked[i];
        c.past = &history->changes[i];
        c.now = NULL;
        if (is_account(c.past->account)) {
            account_case_set(&now, j, c.past->account);
            c.now = &now;
        }
        judge_change(j, &list, &c);
    }
    free(is_asked);
}

void rules_judge_history(struct findings *f, const struct model *m, const struct matches *matches,
                         const struct history *history) {
    f->history = history;
    struct asked_requests *asked = asked_new(m);
    coverage_look_back(f, m);
    for (uint32_t i = 0; i < m->plan->systems.count; i++) {
        struct judge j;
        struct system_case in = {.system = {i}, .matches = &matches[i]};
        judge_init(&j, f, m, model_input_at(m, INPUT_SYSTEM, i));
        judge_changes(&j, &history->systems[i], &in, asked);
    }
    asked_free(asked);
}
