/* Which rules judge an input, and which of them an account. */
#include "engine.h"

void judge_init(struct judge *j, struct findings *f, const struct model *m, uint32_t input) {
    const struct source *source = &m->inputs.items[input];
    *j = (struct judge){
        .findings = f,
        .m = m,
        .day = m->plan->as_of,
        .input = input,
        .source = source,
        .plan = source->plan,
        .days = source->plan->days,
        .arena = &f->arenas[input],
    };
}

void list_rules(struct rules_in_force *out, const struct judge *j, enum scope scope) {
    struct coverage *coverage = &j->findings->coverage[j->input * rule_count];
    out->count = 0;
    for (size_t i = 0; i < rule_count; i++)
        if (rules[i].scope == scope && coverage[i].is_evaluated)
            out->items[out->count++] = (struct rule_in_force){&rules[i], &coverage[i]};
}

unsigned holder_class(const struct account_case *c) {
    switch ((enum outcome)c->h->outcome) {
    case OUTCOME_LINKED:
        return c->p->state == STATE_LEFT ? 1 : 0;
    case OUTCOME_NOBODY:
        return 2;
    case OUTCOME_AMBIGUOUS:
        return 3;
    case OUTCOME_OWNED:
        break;
    }
    return 4;
}

unsigned account_flags(const struct account_case *c, bool is_enabled) {
    return (is_enabled ? RULE_ENABLED : RULE_DISABLED) | RULE_PERSONAL << c->a->kind |
           RULE_PRESENT << holder_class(c);
}

bool is_unread(const struct rule *rule, field_set unread, const struct person *holder) {
    return has_field_of(unread, rule->needs) ||
           (holder && has_field_of(holder->unread, rule->roster_reads));
}
