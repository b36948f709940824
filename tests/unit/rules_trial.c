/* See rules_trial.h. */
#include "rules_trial.h"
#include "suite.h"

void trial_init(struct trial *t, const char *as_of) {
    memset(t, 0, sizeof *t);
    world_init(&t->w, as_of);
}

void trial_run(struct trial *t, unsigned threads) {
    world_seal(&t->w);
    const struct model *m = &t->w.model;
    findings_init(&t->f, m);
    for (uint32_t i = 0; i < t->w.plan.systems.count; i++) {
        struct fold_cache *cache = fold_cache_new(m, &m->systems[i]);
        match_system(&t->matches[i], m, (system_ref){i}, cache);
        rules_judge_system(&t->f, m, (system_ref){i}, &t->matches[i], cache);
        fold_cache_free(cache);
    }
    for (uint32_t i = 0; i < t->w.plan.licenses.count; i++)
        rules_judge_license(&t->f, m, i, t->matches);
    rules_judge_rest(&t->f, m);
    findings_finish(&t->f, m, threads);
}

void trial_release(struct trial *t) {
    for (uint32_t i = 0; i < t->w.plan.systems.count; i++)
        matches_release(&t->matches[i]);
    findings_release(&t->f);
    world_release(&t->w);
}

unsigned times_raised(const struct trial *t, const char *rule) {
    unsigned count = 0;
    ck_assert_msg(rule_find(rule) != NULL, "no rule %s", rule);
    for (size_t i = 0; i < t->f.exceptions.count; i++)
        count += strcmp(t->f.exceptions.items[i].rule->name, rule) == 0;
    return count;
}

const struct exception *exception_of(const struct trial *t, const char *rule, const char *subject) {
    ck_assert_msg(rule_find(rule) != NULL, "no rule %s", rule);
    for (size_t i = 0; i < t->f.exceptions.count; i++) {
        const struct exception *e = &t->f.exceptions.items[i];
        if (strcmp(e->rule->name, rule) == 0 && span_equal(e->subject, span_of(subject)))
            return e;
    }
    return NULL;
}

bool is_raised(const struct trial *t, const char *rule, const char *subject) {
    return exception_of(t, rule, subject) != NULL;
}

const struct evidence *fact(const struct exception *e, const char *key) {
    ck_assert_ptr_nonnull(e);
    for (uint32_t i = 0; i < e->evidence_count; i++)
        if (strcmp(e->evidence[i].key, key) == 0)
            return &e->evidence[i];
    ck_abort_msg("%s has no %s", e->rule->name, key);
}

void expect_span(struct span actual, const char *expected) {
    ck_assert_msg(span_equal(actual, span_of(expected)), "\"%.*s\" is not \"%s\"", (int)actual.n,
                  actual.n ? actual.p : "", expected);
}

void expect_text(const struct exception *e, const char *key, const char *expected) {
    const struct evidence *f = fact(e, key);
    ck_assert_int_eq(f->type, EVIDENCE_TEXT);
    expect_span(f->text, expected);
}

void expect_date(const struct exception *e, const char *key, const char *expected) {
    const struct evidence *f = fact(e, key);
    ck_assert_int_eq(f->type, EVIDENCE_DATE);
    ck_assert_int_eq(f->day, day_of(expected));
}

void expect_number(const struct exception *e, const char *key, long long expected) {
    const struct evidence *f = fact(e, key);
    ck_assert_int_eq(f->type, EVIDENCE_NUMBER);
    ck_assert_int_eq(f->number, expected);
}

void expect_texts(const struct exception *e, const char *key, const char *expected) {
    const struct evidence *f = fact(e, key);
    struct strbuf joined = {0};
    ck_assert_int_eq(f->type, EVIDENCE_TEXTS);
    for (uint32_t i = 0; i < f->texts.count; i++) {
        if (i)
            strbuf_add_char(&joined, ',');
        strbuf_add_span(&joined, f->texts.items[i]);
    }
    expect_span(strbuf_span(&joined), expected);
    strbuf_release(&joined);
}

const struct coverage *coverage_of(const struct trial *t, size_t input, const char *rule) {
    const struct rule *r = rule_find(rule);
    ck_assert_ptr_nonnull(r);
    ck_assert_uint_lt(input, t->f.input_count);
    return &t->f.coverage[input * rule_count + rule_index(r)];
}

int run_tests(const char *name, const TTest *const *tests, size_t count) {
    Suite *suite = suite_create(name);
    TCase *all = tcase_create(name);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}

void trial_message(const struct exception *e, enum language lang, struct strbuf *out) {
    struct rule_record rule = {
        .message = {
            [LANG_JA] = span_of(e->rule->message_ja), [LANG_EN] = span_of(e->rule->message_en)}};
    struct run_record record = {.rules = &rule, .rule_count = 1};
    struct exception_record row = {.target = e->target,
                                   .subject = e->subject,
                                   .name = e->name,
                                   .evidence = e->evidence,
                                   .evidence_count = e->evidence_count};
    exception_record_message(&record, &row, lang, out);
}
