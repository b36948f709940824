/* tenko runs: what the ledger holds. */
#include "ledger_place.h"
#include "results.h"

/* The first day whose states must still be kept; 29 February counts as 1 March. */
static date retention_limit(const struct plan *plan) {
    int year, month, day;
    date_to_civil(plan->as_of, &year, &month, &day);
    date limit = date_from_civil(year - plan->retention_years, month, day);
    return limit != DATE_NONE ? limit : date_from_civil(year - plan->retention_years, 3, 1);
}

static void say_ages(struct cli *cli, const struct ledger_run *run) {
    char a[24], b[24], c[24], d[24], oldest[24];
    if (run->oldest_days < 0)
        return;
    cli_say(cli, MSG_RUNS_AGES, cli_number(a, run->ages[0]), cli_number(b, run->ages[1]),
            cli_number(c, run->ages[2]), cli_number(d, run->ages[3]),
            cli_number(oldest, (uint64_t)run->oldest_days), NULL);
}

static void say_run(struct cli *cli, const struct ledger_run *run, date limit) {
    char n[24], day[11], all[24], fresh[24], open[24], again[24], resolved[24], unseen[24];
    date_format(run->as_of, day);
    cli_say(cli, MSG_RUNS_RUN, cli_number(n, run->run), day, run->at.p, run->who.p, NULL);
    cli_say(cli, MSG_RUNS_COUNTS, cli_number(all, run->exceptions), cli_number(fresh, run->fresh),
            cli_number(open, run->open), cli_number(again, run->reopened),
            cli_number(resolved, run->resolved), cli_number(unseen, run->not_reexamined), NULL);
    say_ages(cli, run);
    if (run->forced.n)
        cli_say(cli, MSG_RUNS_FORCED, run->forced.p, NULL);
    cli_say(cli, MSG_RUNS_HEAD, run->hash.p, NULL);
    if (run->is_purged)
        cli_say(cli, MSG_RUNS_PURGED, NULL);
    else if (run->as_of < limit)
        cli_say(cli, MSG_RUNS_OLD, NULL);
}

static void say_runs(struct cli *cli, const struct ledger_place *p) {
    const struct plan *plan = &p->run.plan;
    char years[24], day[11];
    date limit = retention_limit(plan);
    for (size_t i = 0; i < p->runs.items.count; i++)
        say_run(cli, &p->runs.items.items[i], limit);
    date_format(limit, day);
    cli_say(cli, MSG_RUNS_RETENTION, cli_number(years, (uint64_t)plan->retention_years), day, NULL);
}

static void write_runs(struct cli *cli, const struct ledger_place *p, const struct options *o) {
    static const struct result_column columns[] = {
        {"run", MSG_COLUMN_RUN},
        {"as_of", MSG_COLUMN_AS_OF},
        {"at", MSG_COLUMN_AT},
        {"who", MSG_COLUMN_WHO},
        {"exceptions", MSG_HEAD_EXCEPTIONS},
        {"new", MSG_TERM_STATUS_NEW},
        {"open", MSG_TERM_STATUS_OPEN},
        {"resolved", MSG_TERM_STATUS_RESOLVED},
        {"forced", MSG_COLUMN_FORCED},
        {"head", MSG_COLUMN_HEAD},
    };
    struct jsonout json = {.out = &cli->out, .indent = 2};
    struct results r = {.json = &json};
    results_begin(&r, cli, o, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < p->runs.items.count; i++) {
        const struct ledger_run *run = &p->runs.items.items[i];
        results_number(&r, run->run);
        results_day(&r, run->as_of);
        results_text(&r, run->at);
        results_text(&r, run->who);
        results_number(&r, run->exceptions);
        results_number(&r, run->fresh);
        results_number(&r, run->open + run->reopened); /* new + open = exceptions */
        results_number(&r, run->resolved);
        results_text(&r, run->forced);
        results_text(&r, run->hash);
        results_end_row(&r);
    }
    results_end(&r);
    if (r.is_json)
        sink_char(&cli->out, '\n');
}

int cmd_runs(struct cli *cli, const struct options *o) {
    struct ledger_place p = {0};
    struct error err;
    int status = 0;
    if (!cli_expect_arguments(o, 0, 0, "runs", &err) ||
        !ledger_place_open(&p, cli, o, STORE_READ, &err))
        status = cli_fail(cli, &err);
    else if (o->form == FORM_TEXT)
        say_runs(cli, &p);
    else
        write_runs(cli, &p, o);
    ledger_place_release(&p);
    return status;
}
