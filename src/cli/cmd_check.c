/* tenko check: what was understood, and which rules can speak. Writes nothing. */
#include "check_reasons.h"
#include "cli.h"
#include "failures.h"
#include "planning.h"
#include "proposals.h"
#include "recording.h"

#include "tenko/id_look.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { ISSUES_SHOWN = 10 };

static const char *delimiter_name(char delimiter, char room[2]) {
    if (delimiter == '\t')
        return "TAB";
    room[0] = delimiter;
    room[1] = '\0';
    return room;
}

static void say_facts(struct cli *cli, const struct source *s) {
    char bytes[24], room[2];
    snprintf(bytes, sizeof bytes, "%" PRIu64, s->facts.bytes);
    if (*s->facts.encoding && !s->facts.delimiter)
        cli_say(cli, MSG_CHECK_SHEET_FACTS, bytes, NULL);
    else if (*s->facts.encoding)
        cli_say(cli, MSG_CHECK_FACTS, s->facts.encoding, delimiter_name(s->facts.delimiter, room),
                bytes, NULL);
    for (size_t i = 0; i < s->facts.more.count; i++) {
        struct strbuf text = {0};
        cli_add_fact(&text, cli->language, &s->facts.more.items[i]);
        cli_say(cli, MSG_FACT_LINE, text.p, NULL);
        strbuf_release(&text);
    }
}

static void say_columns(struct cli *cli, const struct source *s) {
    char line[24];
    struct strbuf unused = {0};
    snprintf(line, sizeof line, "%u", s->header_line);
    cli_say(cli, s->facts.is_directory ? MSG_CHECK_FIELDS : MSG_CHECK_HEADER, line, NULL);
    for (size_t i = 0; i < s->columns.count; i++)
        cli_say(cli, MSG_CHECK_COLUMN, fields[s->columns.items[i].field].name,
                s->columns.items[i].header.p, NULL);
    for (size_t i = 0; i < s->unused_headers.count; i++)
        strbuf_add_item(&unused, ", ", s->unused_headers.items[i]);
    if (unused.n)
        cli_say(cli, MSG_CHECK_UNUSED, unused.p, NULL);
    strbuf_release(&unused);
}

/* Personal accounts whose IDs look like something else. */
static void say_looks(struct cli *cli, const struct source *s) {
    size_t counts[ID_LOOK_COUNT] = {0};
    struct strbuf list = {0};
    for (size_t i = 0; i < s->accounts.count; i++) {
        const struct account *a = &s->accounts.items[i];
        if (a->kind == KIND_PERSONAL)
            counts[id_look_of(source_text(s, a->user_id))]++;
    }
    for (int i = LOOKS_PERSONAL + 1; i < ID_LOOK_COUNT; i++) {
        if (counts[i])
            strbuf_addf(&list, "%s%s %zu", list.n ? ", " : "",
                        message_template(id_look_title((enum id_look)i), cli->language), counts[i]);
    }
    if (list.n)
        cli_say(cli, MSG_CHECK_LOOKS, list.p, NULL);
    strbuf_release(&list);
}

static void say_rows(struct cli *cli, const struct source *s) {
    char text[4][24];
    const uint64_t values[] = {s->rows_read, s->rows_accepted, s->rows_rejected, s->rows_not_yet};
    for (int i = 0; i < 4; i++)
        snprintf(text[i], sizeof text[i], "%" PRIu64, values[i]);
    cli_say(cli, MSG_CHECK_ROWS, text[0], text[1], text[2], text[3], NULL);
}

static void say_issue(struct cli *cli, const struct source *s, const struct issue *issue) {
    struct strbuf text = {0};
    strbuf_add_text(&text, "    ");
    cli_add_issue(&text, cli->language, s->display, issue);
    cli_line(cli, strbuf_span(&text));
    strbuf_release(&text);
}

/* Those found while reading, then those that only judging could find (waivers of no rule). */
static void say_issues(struct cli *cli, const struct run *p, const struct source *s) {
    char count[24];
    size_t issues = s->issues.count, shown = 0;
    for (size_t i = 0; i < p->findings.issues.count; i++)
        issues += p->findings.issues.items[i].source == s;
    snprintf(count, sizeof count, "%zu", issues);
    cli_say(cli, MSG_CHECK_ISSUES, count, NULL);
    for (size_t i = 0; i < s->issues.count && shown < ISSUES_SHOWN; i++, shown++)
        say_issue(cli, s, &s->issues.items[i]);
    for (size_t i = 0; i < p->findings.issues.count && shown < ISSUES_SHOWN; i++) {
        if (p->findings.issues.items[i].source != s)
            continue;
        say_issue(cli, s, &p->findings.issues.items[i].issue);
        shown++;
    }
    if (issues > shown) {
        snprintf(count, sizeof count, "%zu", issues - shown);
        cli_say(cli, MSG_CHECK_MORE_ISSUES, count, NULL);
    }
}

static void say_coverage(struct cli *cli, const struct run *p, const struct source *s) {
    uint32_t index = model_input_of(&p->model, s);
    if (index >= p->findings.input_count)
        return;
    const struct coverage *row = &p->findings.coverage[index * rule_count];
    struct strbuf evaluated = {0}, not_evaluated = {0};
    size_t yes = 0, no = 0;
    char count[24];
    for (size_t i = 0; i < rule_count; i++) {
        if (row[i].is_evaluated)
            strbuf_addf(&evaluated, "%s%s", yes++ ? ", " : "", rules[i].name);
        else if (row[i].why != MSG_NONE)
            strbuf_addf(&not_evaluated, "%s%s", no++ ? ", " : "", rules[i].name);
    }
    snprintf(count, sizeof count, "%zu", yes);
    cli_say(cli, MSG_CHECK_EVALUATED, count, yes ? evaluated.p : "-", NULL);
    snprintf(count, sizeof count, "%zu", no);
    if (no)
        cli_say(cli, MSG_CHECK_NOT_EVALUATED, count, not_evaluated.p, NULL);
    strbuf_release(&evaluated);
    strbuf_release(&not_evaluated);
}

static bool has_failed(const struct run *p, const struct source *s) {
    for (size_t i = 0; i < p->failures.count; i++)
        if (p->failures.items[i].source == s)
            return true;
    return false;
}

static void say_source(struct cli *cli, const struct run *p, const struct source *s) {
    static const enum message_id kinds[INPUT_KIND_COUNT] = {
        MSG_KIND_ROSTER, MSG_KIND_SYSTEM, MSG_KIND_LICENSE, MSG_KIND_DEVICES, MSG_KIND_TABLE};
    struct strbuf title = {0};
    message_format(&title, kinds[model_kind_of(s->plan->record)], cli->language, NULL, 0);
    strbuf_addf(&title, " %s", s->plan->name);
    cli_say(cli, MSG_CHECK_SOURCE, title.p,
            s->display ? s->display : source_display(&s->plan->source), NULL);
    strbuf_release(&title);
    if (has_failed(p, s)) {
        cli_say(cli, MSG_CHECK_FAILED, NULL);
        return;
    }
    if (s->is_missing) {
        cli_say(cli, MSG_CHECK_NO_LIST, NULL);
    } else {
        say_facts(cli, s);
        say_columns(cli, s);
        say_rows(cli, s);
        say_looks(cli, s);
        say_issues(cli, p, s);
    }
    say_coverage(cli, p, s);
    if (s->plan->record == RECORD_ACCOUNT && p->matches) {
        size_t system = (size_t)(s - p->model.systems);
        proposals_say(cli, p, system, false);
    }
}

/* Departments first: everything else is read with them in mind. */
static void say_sources(struct cli *cli, const struct run *p) {
    const struct model *m = &p->model;
    const struct source *departments = m->table_of[RECORD_DEPARTMENT];
    if (departments)
        say_source(cli, p, departments);
    for (uint32_t i = 0; i < m->inputs.count; i++)
        if (&m->inputs.items[i] != departments)
            say_source(cli, p, &m->inputs.items[i]);
    check_say_reasons(cli, p);
}

int cmd_check(struct cli *cli, const struct options *o) {
    struct run p = {0};
    struct recording past = {0};
    struct error err;
    int status = 0;
    if (!cli_expect_arguments(o, 0, 0, "check", &err) || !plan_from_options(&p, o, &err)) {
        status = cli_fail(cli, &err);
        goto out;
    }
    cli->language = p.plan.language;
    if (!read_with_progress(&p)) {
        status = failures_say(cli, &p);
    } else if (!recording_judge(&past, &p, &err)) {
        status = cli_fail(cli, &err);
    } else {
        /* A run would stop here: say so beside everything else. */
        struct safety_stops stops = {0};
        run_find_stops(&p, &stops);
        for (size_t i = 0; i < stops.items.count; i++)
            status = cli_fail(cli, &stops.items.items[i]);
        vec_release(&stops.items);
    }
    say_sources(cli, &p);
out:
    run_release(&p);
    recording_release(&past);
    return status;
}
