/*
 * Every rule's verdict on one account, for `explain`. What was raised is looked up in the finished
 * findings, so that explain never disagrees with the report; the rest follows from the same
 * coverage and the same classes the engine went by.
 */
#include "judge.h"

static bool is_about(const struct exception *e, const struct rule *r, const struct judge *j) {
    if (e->rule != r)
        return false;
    switch (r->scope) {
    case SCOPE_ACCOUNT:
        return e->system.n == j->system.n && e->account.n == j->account.n;
    case SCOPE_PERSON:
        return (e->system.n == j->system.n || e->other_system.n == j->system.n) && j->p &&
               e->person.n == j->h->person.n;
    case SCOPE_SYSTEM:
        return e->system.n == j->system.n;
    default:
        return false;
    }
}

static const struct exception *raised(const struct findings *f, const struct rule *r,
                                      const struct judge *j) {
    for (size_t i = 0; i < f->exceptions.count; i++)
        if (is_about(&f->exceptions.items[i], r, j))
            return &f->exceptions.items[i];
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

static void account_verdict(struct rule_verdict *v, const struct judge *j, unsigned account) {
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if ((account & reasons[i].flag) && !(v->rule->judges & reasons[i].flag)) {
            fill(v, VERDICT_NOT_JUDGED, reasons[i].why, span_of(reasons[i].word));
            return;
        }
    if (is_unread(j, v->rule, unread_fields(j->a)))
        fill(v, VERDICT_NOT_JUDGED, MSG_RULES_VALUE_UNREAD, SPAN(""));
    else
        v->verdict = VERDICT_PASSED;
}

/* Rules of persons judge the holder of an account. */
static void person_verdict(struct rule_verdict *v, const struct judge *j) {
    if (j->h->outcome == OUTCOME_LINKED)
        v->verdict = VERDICT_PASSED;
    else if (j->h->outcome == OUTCOME_OWNED)
        fill(v, VERDICT_NOT_JUDGED, MSG_RULES_HOLDER_OWNED, SPAN(""));
    else if (j->h->outcome == OUTCOME_AMBIGUOUS)
        fill(v, VERDICT_NOT_JUDGED, MSG_RULES_HOLDER_AMBIGUOUS, SPAN(""));
    else
        fill(v, VERDICT_NOT_JUDGED, MSG_RULES_HOLDER_NOBODY, SPAN(""));
}

static void explain_rule(struct rule_verdict *v, const struct findings *f, const struct judge *j,
                         unsigned account) {
    const struct coverage *coverage = &f->coverage[j->input * rule_count + rule_index(v->rule)];
    if (!rule_speaks_of(v->rule, RECORD_ACCOUNT)) {
        fill(v, VERDICT_NOT_JUDGED, MSG_RULES_NOT_OF_ACCOUNTS, SPAN(""));
    } else if (!rule_is_enabled(j->m->plan, v->rule)) {
        fill(v, VERDICT_SWITCHED_OFF, coverage->why, coverage->args[0]);
    } else if (!coverage->is_evaluated) {
        fill(v, VERDICT_NOT_EVALUATED, coverage->why, coverage->args[0]);
        v->args[1] = coverage->args[1];
    } else if ((v->exception = raised(f, v->rule, j))) {
        v->verdict = VERDICT_RAISED;
    } else if (v->rule->scope == SCOPE_ACCOUNT) {
        account_verdict(v, j, account);
    } else if (v->rule->scope == SCOPE_PERSON) {
        person_verdict(v, j);
    } else {
        v->verdict = VERDICT_PASSED;
    }
}

void rules_explain(struct rule_verdict *out, const struct findings *f, const struct model *m,
                   system_ref system, account_ref account, const struct matches *matches) {
    struct judge j = {.m = m,
                      .source = &m->systems[system.n],
                      .input = model_input_at(m, INPUT_SYSTEM, system.n),
                      .system = system,
                      .matches = matches};
    judge_at(&j, account);
    unsigned flags = account_flags(&j, account_is_enabled(j.a, m->plan->as_of));
    for (size_t i = 0; i < rule_count; i++) {
        out[i] = (struct rule_verdict){.rule = &rules[i]};
        explain_rule(&out[i], f, &j, flags);
    }
}
