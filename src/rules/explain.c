/*
 * Every rule's verdict on one account, for `explain`. What was raised is looked up in the finished
 * findings, so that explain never disagrees with the report; the rest follows from the same
 * coverage and the same classes the engine went by.
 */
#include "engine.h"

/* The account that is explained. */
struct explained {
    const struct findings *findings;
    const struct model *m;
    uint32_t input;
    struct account_case c;
    unsigned flags; /* account_flags */
};

static bool is_about(const struct exception *e, const struct rule *r, const struct explained *x) {
    uint32_t system = x->c.in->system.n;
    if (e->rule != r)
        return false;
    switch (r->scope) {
    case SCOPE_ACCOUNT:
    case SCOPE_CHANGE:
        return e->system.n == system && e->account.n == x->c.account.n;
    case SCOPE_PERSON:
    case SCOPE_CONFLICT:
        return (e->system.n == system || e->other_system.n == system) && x->c.p &&
               e->person.n == x->c.h->person.n;
    case SCOPE_SYSTEM:
        return e->system.n == system;
    default:
        return false;
    }
}

static const struct exception *raised(const struct rule *r, const struct explained *x) {
    for (size_t i = 0; i < x->findings->exceptions.count; i++)
        if (is_about(&x->findings->exceptions.items[i], r, x))
            return &x->findings->exceptions.items[i];
    return NULL;
}

/* What the account is, in the words of the rule that passes it over. */
static const struct {
    unsigned flag;
    enum message_id why;
    const char *word;
} reasons[] = {
    {RULE_ENABLED, MSG_RULES_ACCOUNT_ENABLED, ""},
    {RULE_DISABLED, MSG_RULES_ACCOUNT_DISABLED, ""},
    {RULE_PERSONAL, MSG_RULES_OTHER_KIND, "personal"},
    {RULE_SHARED, MSG_RULES_OTHER_KIND, "shared"},
    {RULE_SERVICE, MSG_RULES_OTHER_KIND, "service"},
    {RULE_EXTERNAL, MSG_RULES_OTHER_KIND, "external"},
    {RULE_ADMIN, MSG_RULES_OTHER_KIND, "admin"},
    {RULE_PRESENT, MSG_RULES_HOLDER_PRESENT, ""},
    {RULE_LEFT, MSG_RULES_HOLDER_LEFT, ""},
    {RULE_NOBODY, MSG_RULES_HOLDER_NOBODY, ""},
    {RULE_AMBIGUOUS, MSG_RULES_HOLDER_AMBIGUOUS, ""},
    {RULE_OWNED, MSG_RULES_HOLDER_OWNED, ""},
};

static void fill(struct rule_verdict *v, enum verdict verdict, enum message_id why,
                 struct span arg) {
    v->verdict = verdict;
    v->why = why;
    v->args[0] = arg;
}

static void account_verdict(struct rule_verdict *v, const struct explained *x) {
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if ((x->flags & reasons[i].flag) && !(v->rule->judges & reasons[i].flag)) {
            fill(v, VERDICT_NOT_JUDGED, reasons[i].why, span_of(reasons[i].word));
            return;
        }
    if (is_unread(v->rule, unread_fields(x->c.a), x->c.p))
        fill(v, VERDICT_NOT_JUDGED, MSG_RULES_VALUE_UNREAD, SPAN(""));
    else
        v->verdict = VERDICT_PASSED;
}

/* Rules of persons judge the holder of an account. */
static void person_verdict(struct rule_verdict *v, const struct explained *x) {
    static const enum message_id nobody[] = {
        [OUTCOME_NOBODY] = MSG_RULES_HOLDER_NOBODY,
        [OUTCOME_AMBIGUOUS] = MSG_RULES_HOLDER_AMBIGUOUS,
        [OUTCOME_OWNED] = MSG_RULES_HOLDER_OWNED,
    };
    if (x->c.h->outcome == OUTCOME_LINKED)
        v->verdict = VERDICT_PASSED;
    else
        fill(v, VERDICT_NOT_JUDGED, nobody[x->c.h->outcome], SPAN(""));
}

static void evaluated_verdict(struct rule_verdict *v, const struct explained *x) {
    enum scope scope = v->rule->scope;
    v->exception = raised(v->rule, x);
    if (v->exception)
        v->verdict = VERDICT_RAISED;
    else if (scope == SCOPE_ACCOUNT || scope == SCOPE_CHANGE)
        account_verdict(v, x);
    else if (scope == SCOPE_PERSON || scope == SCOPE_CONFLICT)
        person_verdict(v, x);
    else
        v->verdict = VERDICT_PASSED;
}

static void explain_rule(struct rule_verdict *v, const struct explained *x) {
    const struct coverage *coverage =
        &x->findings->coverage[x->input * rule_count + rule_index(v->rule)];
    if (!rule_speaks_of(v->rule, RECORD_ACCOUNT)) {
        fill(v, VERDICT_NOT_JUDGED, MSG_RULES_NOT_OF_ACCOUNTS, SPAN(""));
    } else if (!rule_is_enabled(x->m->plan, v->rule)) {
        fill(v, VERDICT_SWITCHED_OFF, coverage->why, coverage->args[0]);
    } else if (!coverage->is_evaluated) {
        fill(v, VERDICT_NOT_EVALUATED, coverage->why, coverage->args[0]);
        v->args[1] = coverage->args[1];
    } else {
        evaluated_verdict(v, x);
    }
}

void rules_explain(struct rule_verdict *out, const struct findings *f, const struct model *m,
                   struct account_place at, const struct matches *matches) {
    const struct judge j = {.m = m, .source = &m->systems[at.system.n]};
    struct system_case in = {.system = at.system, .matches = matches};
    struct explained x = {.findings = f,
                          .m = m,
                          .input = model_input_at(m, INPUT_SYSTEM, at.system.n),
                          .c = {.in = &in}};
    account_case_set(&x.c, &j, at.account);
    x.flags = account_flags(&x.c, account_is_enabled(x.c.a, m->plan->as_of));
    for (size_t i = 0; i < rule_count; i++) {
        out[i] = (struct rule_verdict){.rule = &rules[i]};
        explain_rule(&out[i], &x);
    }
}
