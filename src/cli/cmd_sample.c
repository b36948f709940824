/* tenko sample: accounts drawn at random for an auditor, and drawn again by the same seed. */
#include "planning.h"
#include "recording.h"
#include "results.h"

#include "tenko/ledger.h"
#include "tenko/nearest.h"

#include <stdlib.h>

struct drawing {
    struct run run;
    struct recording past;
    struct sample_request request;
    struct sample sample;
    VEC(struct span) systems;
    VEC(struct span) rules;
};

static bool no_system(const struct run_record *r, const char *name, struct error *err) {
    struct strbuf names = {0};
    for (size_t i = r->first_input[INPUT_SYSTEM]; i < r->first_input[INPUT_SYSTEM + 1]; i++)
        strbuf_add_item(&names, ", ", r->inputs[i].name);
    error_set(err, FAULT_USAGE, MSG_EXPLAIN_NO_SYSTEM, NULL, 0, name, names.n ? names.p : "-",
              NULL);
    strbuf_release(&names);
    return false;
}

static bool find_systems(struct drawing *d, const struct options *o, struct error *err) {
    const struct run_record *r = &d->run.record;
    for (size_t i = 0; i < o->drawn.count; i++) {
        system_ref system = model_system(&d->run.model, span_of(o->drawn.items[i]));
        if (!is_system(system))
            return no_system(r, o->drawn.items[i], err);
        vec_push(&d->systems, r->inputs[r->first_input[INPUT_SYSTEM] + system.n].name);
    }
    return true;
}

static bool no_rule(const struct run_record *r, const char *name, struct error *err) {
    const char **names = memory_zeroed(r->rule_count + 1, sizeof *names);
    for (size_t i = 0; i < r->rule_count; i++)
        names[i] = r->rules[i].name.p;
    const char *nearest = nearest_word(name, names, r->rule_count);
    free(names);
    return error_set(err, FAULT_USAGE, nearest ? MSG_SAMPLE_NO_RULE_NEAREST : MSG_SAMPLE_NO_RULE,
                     NULL, 0, name, nearest, NULL);
}

/* By name, or by its title in either language. */
static bool find_rules(struct drawing *d, const struct options *o, struct error *err) {
    const struct run_record *r = &d->run.record;
    for (size_t i = 0; i < o->rules.count; i++) {
        struct span word = span_of(o->rules.items[i]);
        size_t k = 0;
        while (k < r->rule_count && !span_equal(r->rules[k].name, word) &&
               !span_equal(r->rules[k].title[LANG_JA], word) &&
               !span_equal(r->rules[k].title[LANG_EN], word))
            k++;
        if (k == r->rule_count)
            return no_rule(r, o->rules.items[i], err);
        vec_push(&d->rules, r->rules[k].name);
    }
    return true;
}

/* The rules that the account raises, or that there are none. */
static void verdict(const struct run_record *r, const struct account_record *a, int lang,
                    struct strbuf *out) {
    strbuf_clear(out);
    for (uint32_t i = 0; i < a->exception_count; i++) {
        struct exception_record e;
        r->rows->exception(r->from, a->exceptions[i], &e);
        const struct rule_record *rule = &r->rules[e.rule];
        strbuf_add_item(out, ", ", lang < 0 ? rule->name : rule->title[lang]);
    }
    if (!a->exception_count)
        strbuf_add_text(out,
                        lang < 0 ? "ok" : message_template(MSG_SAMPLE_OK, (enum language)lang));
}

static void say_row(struct cli *cli, const struct run_record *r, const struct account_record *a,
                    size_t index) {
    char n[24], line[24];
    struct strbuf what = {0}, place = {0};
    verdict(r, a, (int)cli->language, &what);
    strbuf_add_span(&place, a->place.file);
    if (a->place.line)
        strbuf_addf(&place, ":%s", cli_number(line, a->place.line));
    else if (a->place.dn.n)
        strbuf_add_item(&place, ": ", a->place.dn);
    cli_say(cli, MSG_SAMPLE_ROW, cli_number(n, index + 1), r->inputs[a->input].name.p, a->user_id.p,
            a->person_id.n ? a->person_id.p : "-", place.p, what.p, NULL);
    strbuf_release(&what);
    strbuf_release(&place);
}

static void say_sample(struct cli *cli, const struct drawing *d) {
    const struct run_record *r = &d->run.record;
    char size[24], population[24];
    cli_say(cli, MSG_SAMPLE_HEADING, d->request.seed.p, cli_number(size, d->sample.accounts.count),
            cli_number(population, d->sample.population), NULL);
    for (size_t i = 0; i < d->sample.accounts.count; i++) {
        struct account_record a;
        r->rows->account(r->from, d->sample.accounts.items[i], &a);
        say_row(cli, r, &a, i);
    }
}

static void write_rows(struct results *out, struct cli *cli, const struct options *o,
                       const struct drawing *d) {
    static const struct result_column columns[] = {
        {"system", MSG_TERM_SYSTEM},       {"user_id", MSG_COLUMN_USER_ID},
        {"person_id", MSG_HEAD_PERSON_ID}, {"verdict", MSG_COLUMN_VERDICT},
        {"file", MSG_HEAD_FILE},           {"line", MSG_HEAD_LINE}};
    const struct run_record *r = &d->run.record;
    struct strbuf what = {0};
    results_begin(out, cli, o, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < d->sample.accounts.count; i++) {
        struct account_record a;
        r->rows->account(r->from, d->sample.accounts.items[i], &a);
        verdict(r, &a, out->is_json ? -1 : (int)cli->language, &what);
        results_text(out, r->inputs[a.input].name);
        results_text(out, a.user_id);
        results_text(out, a.person_id);
        results_text(out, strbuf_span(&what));
        results_text(out, a.place.file);
        if (a.place.line)
            results_number(out, a.place.line);
        else
            results_text(out, a.place.dn);
        results_end_row(out);
    }
    results_end(out);
    strbuf_release(&what);
}

static void write_sample(struct cli *cli, const struct options *o, const struct drawing *d) {
    struct jsonout json = {.out = &cli->out, .indent = 2};
    struct results rows = {.json = &json};
    jsonout_begin_object(&json);
    jsonout_key(&json, "seed");
    jsonout_string(&json, d->request.seed);
    jsonout_key(&json, "size");
    jsonout_number(&json, (int64_t)d->sample.accounts.count);
    jsonout_key(&json, "population");
    jsonout_number(&json, (int64_t)d->sample.population);
    jsonout_key(&json, "rows");
    write_rows(&rows, cli, o, d);
    jsonout_end_object(&json);
    sink_char(&cli->out, '\n');
}

static bool check_words(const struct options *o, struct error *err) {
    return cli_expect_arguments(o, 0, 0, "sample", err) &&
           (o->size || error_set(err, FAULT_USAGE, MSG_SAMPLE_NEEDS, NULL, 0, "size", NULL)) &&
           (o->seed || error_set(err, FAULT_USAGE, MSG_SAMPLE_NEEDS, NULL, 0, "seed", NULL));
}

static bool draw(struct cli *cli, struct drawing *d, const struct options *o, struct error *err) {
    if (!check_words(o, err) || !plan_from_options(&d->run, o, err))
        return false;
    cli->language = d->run.plan.language;
    if (!read_with_progress(&d->run)) {
        for (size_t i = 0; i + 1 < d->run.failures.count; i++)
            cli_fail(cli, &d->run.failures.items[i].error);
        *err = d->run.failures.items[d->run.failures.count - 1].error;
        return false;
    }
    if (!recording_judge(&d->past, &d->run, err) || !find_systems(d, o, err) ||
        !find_rules(d, o, err))
        return false;
    d->request = (struct sample_request){.seed = span_of(o->seed),
                                         .size = o->size,
                                         .systems = d->systems.items,
                                         .system_count = d->systems.count,
                                         .rules = d->rules.items,
                                         .rule_count = d->rules.count};
    sample_draw(&d->sample, &d->run.record, &d->request);
    return true;
}

int cmd_sample(struct cli *cli, const struct options *o) {
    struct drawing d = {0};
    struct results rows = {0};
    struct error err;
    int status = 0;
    if (!draw(cli, &d, o, &err))
        status = cli_fail(cli, &err);
    else if (o->form == FORM_TEXT)
        say_sample(cli, &d);
    else if (o->form == FORM_JSON)
        write_sample(cli, o, &d);
    else
        write_rows(&rows, cli, o, &d);
    sample_release(&d.sample);
    vec_release(&d.systems);
    vec_release(&d.rules);
    run_release(&d.run);
    recording_release(&d.past);
    return status;
}
