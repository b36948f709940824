/* tenko run: the main job. */
#include "actor.h"
#include "cli.h"
#include "failures.h"
#include "file_list.h"
#include "license_review.h"
#include "metrics.h"
#include "planning.h"
#include "proposals.h"
#include "recording.h"

#include "tenko/parallel.h"
#include "tenko/report.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static size_t count_issues(const struct model *m) {
    size_t issues = 0;
    for (uint32_t i = 0; i < m->inputs.count; i++)
        issues += m->inputs.items[i].issues.count;
    return issues;
}

static size_t count_not_evaluated(const struct findings *f) {
    size_t count = 0;
    for (size_t i = 0; i < f->input_count * rule_count; i++)
        count += !f->coverage[i].is_evaluated && f->coverage[i].why != MSG_NONE;
    return count;
}

static void say_rules(struct cli *cli, const struct run *p) {
    for (enum severity s = SEVERITY_CRITICAL; s < SEVERITY_COUNT; s++)
        for (size_t i = 0; i < rule_count; i++) {
            if (p->findings.by_rule[i] == 0 || rule_severity(&p->plan, &rules[i]) != s)
                continue;
            const char *title = cli->language == LANG_JA ? rules[i].title_ja : rules[i].title_en;
            sink_f(&cli->out, "  %6zu  %-8s  %-28s  %s\n", p->findings.by_rule[i], severity_name(s),
                   rules[i].name, title);
        }
}

static void say_result(struct cli *cli, const struct run *p, const char *directory) {
    char day[11], a[24], b[24], c[24], d[24], e[24], f[24];
    const struct findings *found = &p->findings;
    size_t total = found->exceptions.count - found->waived;
    date_format(p->plan.as_of, day);
    cli_say(cli, MSG_RUN_HEADING, *p->plan.organization ? p->plan.organization : "Tenko", day,
            NULL);
    cli_say(cli, MSG_RUN_TOTALS, cli_number(a, p->plan.rosters.count),
            cli_number(b, p->plan.systems.count), cli_number(c, p->plan.licenses.count),
            cli_number(d, p->record.person_count), cli_number(e, p->record.account_count),
            cli_number(f, total), NULL);
    say_rules(cli, p);
    if (found->waived)
        cli_say(cli, MSG_RUN_WAIVED, cli_number(a, found->waived), NULL);
    say_licenses(cli, &p->record);
    size_t issues = count_issues(&p->model) + found->issues.count;
    if (issues)
        cli_say(cli, MSG_RUN_ISSUES, cli_number(a, issues), NULL);
    else
        cli_say(cli, MSG_RUN_NO_ISSUES, NULL);
    size_t open = count_not_evaluated(found);
    if (open)
        cli_say(cli, MSG_RUN_NOT_EVALUATED, cli_number(a, open), NULL);
    cli_say(cli, MSG_RUN_REPORT, directory, NULL);
}

/* --out is relative to here, `report:` to the configuration. */
static char *report_directory(const struct plan *plan, const struct options *o) {
    return o->out ? memory_copy_text(span_of(o->out)) : path_beside(plan, plan->report);
}

struct report_target {
    struct timespec begun; /* monotonic */
    char *directory;
    unsigned formats;
    struct report_listener listener;
};

/* The figures for monitoring replace none of the files, and lie in no folder that is swapped. */
static bool metrics_lie_apart(const char *metrics, const char *directory,
                              const struct file_list *files, struct error *err) {
    for (size_t i = 0; metrics && i < files->items.count; i++)
        if (report_is_same_place(metrics, files->items.items[i]))
            return error_set(err, FAULT_USAGE, MSG_METRICS_REPLACES, metrics, 0, NULL);
    return !metrics || report_check_inputs(directory, &metrics, 1, err);
}

static bool outputs_lie_apart(const struct plan *plan, const char *directory, const char *metrics,
                              struct error *err) {
    struct file_list files;
    file_list_init(&files, plan);
    bool ok = report_check_inputs(directory, (const char *const *)files.items.items,
                                  files.items.count, err) &&
              metrics_lie_apart(metrics, directory, &files, err);
    file_list_release(&files);
    return ok;
}

/* True: nothing stops the run, or --force lets it pass, and `passed` says what, in each
 * language. */
static bool may_go_on(struct cli *cli, const struct safety_stops *stops, const struct options *o,
                      struct strbuf passed[LANGUAGES]) {
    for (size_t i = 0; i < stops->items.count; i++) {
        const struct error *stop = &stops->items.items[i];
        struct strbuf why = {0};
        error_format(stop, cli->language, &why);
        if (o->force)
            cli_note(cli, MSG_FORCED, why.p, NULL);
        else
            cli_fail(cli, stop);
        strbuf_release(&why);
        for (enum language lang = 0; lang < LANGUAGES; lang++) {
            strbuf_add_text(&passed[lang], passed[lang].n ? "\n" : "");
            error_format(stop, lang, &passed[lang]);
        }
    }
    return !stops->items.count || o->force;
}

/* What only this process knows of the run. */
static void sign_record(struct run_record *record, const struct options *o, char user[256]) {
    struct tm local;
    time_t now = time(NULL);
    localtime_r(&now, &local);
    record->head.who = span_of(user_name(user, 256));
    record->head.started_at = (int64_t)now;
    record->head.utc_offset_s = (int32_t)local.tm_gmtoff;
    if (o->force)
        record->head.force_reason = span_of(o->reason);
}

/* The ledger is opened, and its pages are looked at, while accounts are matched. */
struct opened_match {
    const struct cli *cli;
    struct recording *recording; /* NULL: no ledger */
    struct run *run;
    const char *directory;
    struct error errors[2];
    bool ok[2];
};

static void open_or_match(void *context, size_t index) {
    struct opened_match *m = context;
    if (index == 0)
        m->ok[0] = !m->recording || (recording_begin(m->recording, m->cli, &m->run->plan,
                                                     m->directory, &m->errors[0]) &&
                                     recording_check(m->recording, &m->errors[0]));
    else
        m->ok[1] = run_match(m->run, &m->errors[1]);
}

/* Of two failures the ledger's is said. */
static bool match(struct opened_match *m, struct error *err) {
    parallel_run(2, m->run->threads, open_or_match, m);
    if (!m->ok[0] || !m->ok[1])
        *err = m->errors[m->ok[0]];
    return m->ok[0] && m->ok[1];
}

/* Matched, compared with the run before, judged. */
static bool judge(struct opened_match *m, struct recording *recording, struct safety_stops *stops,
                  struct error *err) {
    struct run *run = m->run;
    if (!match(m, err) || !recording_look_back(recording, run, err))
        return false;
    run_conclude(run, recording->store ? &recording->history : NULL);
    run_find_stops(run, stops);
    recording_find_stops(recording, run, stops);
    return true;
}

/* Into the ledger, and out as a report. */
static bool record_and_report(struct recording *recording, struct run *run,
                              const struct report_target *target, struct error *err) {
    const struct report_options options = {
        .directory = target->directory,
        .formats = target->formats,
        .language = run->plan.language,
        .threads = run->threads,
        .waits_for_disk = recording->store != NULL,
        .listener = &target->listener,
    };
    return recording_apply(recording, run, err) && recording_finish(recording, &options, err);
}

static bool has_reached(const struct findings *f, enum severity least) {
    for (enum severity s = SEVERITY_CRITICAL; s <= least; s++)
        if (f->by_severity[s] > 0)
            return true;
    return false;
}

/* Everything that can be refused before reading is refused first. */
static bool prepare(struct cli *cli, struct run *p, const struct options *o,
                    struct report_target *target, struct error *err) {
    if (!cli_expect_arguments(o, 0, 0, "run", err) ||
        !report_formats_parse(o->format, &target->formats, err) || !plan_from_options(p, o, err))
        return false;
    cli->language = p->plan.language;
    target->directory = report_directory(&p->plan, o);
    target->listener = report_listener_of(cli);
    return outputs_lie_apart(&p->plan, target->directory, o->metrics, err) &&
           report_check_place(target->directory, err) &&
           report_finish(target->directory, (struct span){0}, &target->listener, err);
}

static void say_recorded(struct cli *cli, const struct recording *recording) {
    struct life_counts lives = lives_counts(recording->lives);
    const size_t numbers[] = {lives.fresh, lives.open, lives.reopened, lives.resolved,
                              lives.not_reexamined};
    enum { NUMBERS = sizeof numbers / sizeof *numbers };
    char digits[NUMBERS][24];
    struct span args[NUMBERS];
    struct strbuf line = {0};
    for (int i = 0; i < NUMBERS; i++)
        args[i] = span_of(cli_number(digits[i], numbers[i]));
    message_format(&line, MSG_RUN_LIVES, cli->language, args, NUMBERS);
    cli_line(cli, strbuf_span(&line));
    cli_say(cli, MSG_RUN_HEAD, recording->head, NULL);
    strbuf_release(&line);
}

/* Something that nobody has seen yet; without a ledger, everything. */
static bool has_news(const struct run *p, const struct lives *lives) {
    if (!lives)
        return p->findings.exceptions.count > p->findings.waived;
    struct life_counts counts = lives_counts(lives);
    return counts.fresh || counts.reopened;
}

static double seconds_since(const struct timespec *begun) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - begun->tv_sec) + (double)(now.tv_nsec - begun->tv_nsec) / 1e9;
}

/* What was read becomes a report; the exit status. */
static int run_and_say(struct cli *cli, struct run *p, const struct options *o,
                       const struct report_target *target) {
    struct recording recording = {0};
    struct safety_stops stops = {0};
    struct strbuf passed[LANGUAGES] = {{0}};
    struct error err;
    char user[256];
    bool is_recorded = !o->no_ledger && !p->plan.is_quick;
    int status = FAULT_INPUT;
    struct opened_match m = {.cli = cli,
                             .recording = is_recorded ? &recording : NULL,
                             .run = p,
                             .directory = target->directory};
    if (!judge(&m, &recording, &stops, &err)) {
        status = cli_fail(cli, &err);
        goto out;
    }
    if (!may_go_on(cli, &stops, o, passed)) {
        for (size_t i = 0; i < p->plan.systems.count; i++)
            if (run_is_stopped_by(p, i))
                proposals_say(cli, p, i, true);
        goto out;
    }
    sign_record(&p->record, o, user);
    for (enum language lang = 0; lang < LANGUAGES; lang++)
        p->record.head.forced_stops[lang] = strbuf_span(&passed[lang]);
    if (!record_and_report(&recording, p, target, &err)) {
        status = cli_fail(cli, &err);
        goto out;
    }
    status = o->has_fail_on && has_reached(&p->findings, o->fail_on) ? 1 : 0;
    if (!o->quiet || status || has_news(p, is_recorded ? recording.lives : NULL)) {
        say_result(cli, p, target->directory);
        if (is_recorded)
            say_recorded(cli, &recording);
    }
    if (o->metrics && !metrics_write(o->metrics, p, is_recorded ? recording.lives : NULL,
                                     seconds_since(&target->begun), &err))
        status = cli_fail(cli, &err);
out:
    recording_release(&recording);
    vec_release(&stops.items);
    for (enum language lang = 0; lang < LANGUAGES; lang++)
        strbuf_release(&passed[lang]);
    return status;
}

int cmd_run(struct cli *cli, const struct options *o) {
    struct run p = {0};
    struct report_target target = {0};
    struct error err;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &target.begun);
    if (!prepare(cli, &p, o, &target, &err))
        status = cli_fail(cli, &err);
    else if (!read_with_progress(&p))
        status = failures_say(cli, &p);
    else
        status = run_and_say(cli, &p, o, &target);
    free(target.directory);
    run_release(&p);
    return status;
}
