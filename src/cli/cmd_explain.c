/* tenko explain: why. The account as read, the match step by step, every rule's verdict. */
#include "cli.h"
#include "explain_person.h"
#include "planning.h"
#include "recording.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* "file:line" or "file: dn" of a record. */
static void add_origin(struct strbuf *out, const struct source *s, struct origin origin) {
    strbuf_add_text(out, s->display);
    if (origin.line)
        strbuf_addf(out, ":%u", origin.line);
    else if (!str_is_none(origin.dn)) {
        strbuf_add_text(out, ": ");
        strbuf_add_span(out, source_text(s, origin.dn));
    }
}

static void say_text(struct cli *cli, enum field field, struct span text) {
    if (text.n)
        cli_say(cli, MSG_EXPLAIN_FIELD, fields[field].name, text.p, NULL);
}

static void say_day(struct cli *cli, enum field field, date day) {
    char text[11];
    if (day == DATE_NONE)
        return;
    date_format(day, text);
    cli_say(cli, MSG_EXPLAIN_FIELD, fields[field].name, text, NULL);
}

static void say_list(struct cli *cli, const struct source *s, enum field field, uint32_t first,
                     uint32_t count) {
    struct strbuf text = {0};
    for (uint32_t i = 0; i < count; i++)
        strbuf_add_item(&text, ", ", source_text(s, s->lists.items[first + i]));
    say_text(cli, field, strbuf_span(&text));
    strbuf_release(&text);
}

static void say_account(struct cli *cli, const struct run *p, const struct source *s,
                        const struct account *a) {
    char day[11];
    struct strbuf where = {0};
    static const char *const kinds[] = {"personal", "shared", "service", "external", "admin"};
    cli_say(cli, MSG_EXPLAIN_ACCOUNT, s->plan->name, source_text(s, a->user_id).p, NULL);
    add_origin(&where, s, a->origin);
    cli_say(cli, MSG_EXPLAIN_SOURCE, where.p, NULL);
    strbuf_release(&where);
    const struct {
        enum field field;
        str_id text;
    } texts[] = {{FIELD_person_id, a->person_id},
                 {FIELD_name, a->name},
                 {FIELD_kana, a->kana},
                 {FIELD_email, a->email},
                 {FIELD_department_code, a->department_code},
                 {FIELD_department, a->department},
                 {FIELD_job_type, a->job_type},
                 {FIELD_owner, a->owner}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        say_text(cli, texts[i].field, source_text(s, texts[i].text));
    say_list(cli, s, FIELD_role, a->roles, a->role_count);
    say_list(cli, s, FIELD_members, a->members, a->member_count);
    say_text(cli, FIELD_kind, span_of(kinds[a->kind]));
    say_day(cli, FIELD_created_on, a->created_on);
    say_day(cli, FIELD_last_login_on, a->last_login_on);
    say_day(cli, FIELD_password_changed_on, a->password_changed_on);
    say_day(cli, FIELD_expires_on, a->expires_on);
    date_format(p->plan.as_of, day);
    cli_say(cli, account_is_enabled(a, p->plan.as_of) ? MSG_EXPLAIN_ENABLED : MSG_EXPLAIN_DISABLED,
            day, NULL);
}

static void say_person(struct cli *cli, const struct run *p, const struct holding *h) {
    static const enum message_id states[] = {[STATE_ACTIVE] = MSG_STATE_ACTIVE,
                                             [STATE_LEAVE] = MSG_STATE_LEAVE,
                                             [STATE_LEFT] = MSG_STATE_LEFT,
                                             [STATE_FUTURE] = MSG_STATE_FUTURE};
    const struct model *m = &p->model;
    const struct person *who = &m->people.items[h->person.n];
    struct strbuf where = {0};
    char day[11];
    const struct source *roster = &m->rosters[who->roster];
    strbuf_add_text(&where, roster->display);
    if (who->origin.line)
        strbuf_addf(&where, ":%u", who->origin.line);
    cli_say(cli, MSG_EXPLAIN_HOLDER, model_text(m, who->person_id).p, model_text(m, who->name).p,
            where.p, match_step_name(h->step), NULL);
    strbuf_release(&where);
    date_format(p->plan.as_of, day);
    cli_say(cli, MSG_EXPLAIN_STATE, day, message_template(states[who->state], cli->language), NULL);
    say_day(cli, FIELD_hired_on, who->hired_on);
    say_day(cli, FIELD_left_on, who->left_on);
    say_day(cli, FIELD_leave_from, who->leave_from);
    say_day(cli, FIELD_leave_to, who->leave_to);
}

static void say_match(struct cli *cli, const struct run *p, system_ref system,
                      account_ref account) {
    const struct holding *h = &p->matches[system.n].holdings.items[account.n];
    struct match_trace trace;
    cli_say(cli, MSG_EXPLAIN_MATCH, NULL);
    match_explain(&trace, &p->model, system, account);
    for (size_t i = 0; i < trace.steps.count; i++) {
        struct strbuf text = {0};
        strbuf_add_text(&text, trace.steps.items[i].decided ? "  * " : "  - ");
        message_format(&text, trace.steps.items[i].what, cli->language, trace.steps.items[i].args,
                       4);
        cli_line(cli, strbuf_span(&text));
        strbuf_release(&text);
    }
    match_trace_release(&trace);
    if (is_somebody(h->person))
        say_person(cli, p, h);
    else
        cli_say(cli, h->outcome == OUTCOME_AMBIGUOUS ? MSG_EXPLAIN_AMBIGUOUS : MSG_EXPLAIN_NOBODY,
                NULL);
}

/* The sentence of the report's exception i. */
static void add_message(const struct run *p, size_t i, enum language lang, struct strbuf *out) {
    struct exception_record e;
    p->record.rows->exception(p->record.from, i, &e);
    exception_record_message(&p->record, &e, lang, out);
}

static void say_verdict(struct cli *cli, const struct run *p, const struct rule_verdict *v) {
    struct strbuf why = {0};
    switch (v->verdict) {
    case VERDICT_RAISED:
        add_message(p, (size_t)(v->exception - p->findings.exceptions.items), cli->language, &why);
        cli_say(cli, MSG_VERDICT_RAISED, v->rule->name, why.p, NULL);
        break;
    case VERDICT_PASSED:
        cli_say(cli, MSG_VERDICT_PASSED, v->rule->name, NULL);
        break;
    case VERDICT_SWITCHED_OFF:
        cli_say(cli, MSG_VERDICT_OFF, v->rule->name, NULL);
        break;
    case VERDICT_NOT_JUDGED:
    case VERDICT_NOT_EVALUATED:
        message_format(&why, v->why, cli->language, v->args, 2);
        cli_say(cli,
                v->verdict == VERDICT_NOT_JUDGED ? MSG_VERDICT_NOT_JUDGED
                                                 : MSG_VERDICT_NOT_EVALUATED,
                v->rule->name, why.p, NULL);
        break;
    }
    strbuf_release(&why);
}

static bool speaks_of_accounts(const struct rule *r) {
    return rule_speaks_of(r, RECORD_ACCOUNT) && r->scope != SCOPE_LIST;
}

static void explain_account(struct cli *cli, const struct run *p, system_ref system,
                            account_ref account) {
    const struct source *s = &p->model.systems[system.n];
    say_account(cli, p, s, &s->accounts.items[account.n]);
    say_match(cli, p, system, account);
    struct rule_verdict *verdicts = memory_zeroed(rule_count, sizeof *verdicts);
    rules_explain(verdicts, &p->findings, &p->model, (struct account_place){system, account},
                  &p->matches[system.n]);
    cli_say(cli, MSG_EXPLAIN_RULES, NULL);
    for (size_t i = 0; i < rule_count; i++)
        if (speaks_of_accounts(&rules[i]))
            say_verdict(cli, p, &verdicts[i]);
    free(verdicts);
}

static void say_evidence(struct cli *cli, const struct evidence *e) {
    struct strbuf text = {0};
    char day[11];
    if (e->type == EVIDENCE_TEXT)
        strbuf_add_span(&text, e->text);
    else if (e->type == EVIDENCE_NUMBER)
        strbuf_addf(&text, "%" PRId64, e->number);
    else if (e->type == EVIDENCE_DATE) {
        date_format(e->day, day);
        strbuf_add_text(&text, day);
    } else {
        for (uint32_t i = 0; i < e->texts.count; i++)
            strbuf_add_item(&text, ", ", e->texts.items[i]);
    }
    cli_say(cli, MSG_EXPLAIN_FIELD, e->key, text.n ? text.p : "-", NULL);
    strbuf_release(&text);
}

static void say_waiver(struct cli *cli, const struct run *p, const struct waiver *w) {
    char day[11];
    date_format(w->valid_until, day);
    cli_say(cli, MSG_EXPLAIN_WAIVED, model_text(&p->model, w->reason).p,
            model_text(&p->model, w->approved_by).p, day, NULL);
}

static void explain_exception(struct cli *cli, const struct run *p, size_t index) {
    const struct exception *e = &p->findings.exceptions.items[index];
    char id[EXCEPTION_ID_SIZE];
    struct strbuf what = {0}, where = {0}, subject = {0};
    exception_id_format(e->id, id);
    add_message(p, index, cli->language, &what);
    strbuf_add_span(&subject, e->target);
    strbuf_add_char(&subject, ' ');
    strbuf_add_span(&subject, e->subject);
    cli_say(cli, MSG_EXPLAIN_EXCEPTION, id, e->rule->name, severity_name(e->severity), subject.p,
            what.p, NULL);
    if (e->source) {
        add_origin(&where, e->source, e->origin);
        cli_say(cli, MSG_EXPLAIN_SOURCE, where.p, NULL);
    }
    for (uint32_t i = 0; i < e->evidence_count; i++)
        say_evidence(cli, &e->evidence[i]);
    if (e->waiver)
        say_waiver(cli, p, e->waiver);
    strbuf_release(&what);
    strbuf_release(&where);
    strbuf_release(&subject);
    if (is_account(e->account))
        explain_account(cli, p, e->system, e->account);
}

static bool explain_id(struct cli *cli, const struct run *p, const char *text, struct error *err) {
    uint64_t id;
    if (exception_id_parse(span_of(text), &id))
        for (size_t i = 0; i < p->findings.exceptions.count; i++)
            if (p->findings.exceptions.items[i].id == id) {
                explain_exception(cli, p, i);
                return true;
            }
    if (explain_person(cli, &p->record, span_of(text)))
        return true;
    return error_set(err, FAULT_USAGE, MSG_EXPLAIN_NO_EXCEPTION, NULL, 0, text, NULL);
}

static bool no_system(const struct run *p, const char *name, struct error *err) {
    struct strbuf names = {0};
    for (size_t i = 0; i < p->plan.systems.count; i++)
        strbuf_addf(&names, "%s%s", i ? ", " : "", p->plan.systems.items[i].name);
    error_set(err, FAULT_USAGE, MSG_EXPLAIN_NO_SYSTEM, NULL, 0, name, names.n ? names.p : "-",
              NULL);
    strbuf_release(&names);
    return false;
}

static bool explain_user(struct cli *cli, const struct run *p, const char *name,
                         const char *user_id, struct error *err) {
    system_ref system = model_system(&p->model, span_of(name));
    if (!is_system(system))
        return no_system(p, name, err);
    account_ref account = source_find_account(&p->model.systems[system.n], span_of(user_id));
    if (!is_account(account))
        return error_set(err, FAULT_USAGE, MSG_EXPLAIN_NO_ACCOUNT, NULL, 0, name, user_id, NULL);
    explain_account(cli, p, system, account);
    return true;
}

int cmd_explain(struct cli *cli, const struct options *o) {
    struct run p = {0};
    struct recording past = {0};
    struct error err;
    int status = 0;
    bool ok = cli_expect_arguments(o, 1, 2, "explain", &err) && plan_from_options(&p, o, &err);
    if (ok) {
        cli->language = p.plan.language;
        if (!read_with_progress(&p)) {
            err = p.failures.items[0].error;
            ok = false;
        }
    }
    const char *const *words = o->arguments.items;
    ok = ok && recording_judge(&past, &p, &err) &&
         (o->arguments.count == 1 ? explain_id(cli, &p, words[0], &err)
                                  : explain_user(cli, &p, words[0], words[1], &err));
    if (!ok)
        status = cli_fail(cli, &err);
    run_release(&p);
    recording_release(&past);
    return status;
}
