/* tenko diff: what moved between two runs. */
#include "ledger_place.h"
#include "requests.h"
#include "results.h"

struct two_runs {
    const struct ledger_run *from, *to;
};

/* RUN2: the newest state. RUN1: the state before the fiscal year that RUN2 closes. */
static bool choose_runs(struct two_runs *two, const struct ledger_place *p, const struct options *o,
                        struct error *err) {
    const char *const *words = o->arguments.items;
    two->to =
        o->arguments.count > 1 ? ledger_place_run(p, words[1], err) : ledger_runs_newest(&p->runs);
    if (!two->to)
        return false;
    two->from = o->arguments.count > 0
                    ? ledger_place_run(p, words[0], err)
                    : ledger_runs_before(&p->runs, two->to->fiscal_year_start != DATE_NONE
                                                       ? two->to->fiscal_year_start
                                                       : two->to->as_of);
    return two->from != NULL;
}

static bool check_sums(const struct ledger_diff *d, const char *path, struct error *err) {
    for (size_t i = 0; i < d->systems.count; i++)
        if (!diff_system_adds_up(&d->systems.items[i]))
            return error_set(err, FAULT_OUTPUT, MSG_DIFF_SUM, path, 0, d->systems.items[i].name.p,
                             NULL);
    return true;
}

/* --- To read --- */

/* A run that had no list of a system is compared by the last one before it. */
static void add_older_list(struct strbuf *out, enum language lang, uint64_t run, uint64_t list_of) {
    char room[2][24];
    struct span args[] = {span_of(cli_number(room[0], run)), span_of(cli_number(room[1], list_of))};
    if (list_of && list_of != run)
        message_format(out, MSG_DIFF_OLDER_LIST, lang, args, 2);
}

/* A rejected row may be an account that is missing. */
static void add_rejected(struct strbuf *out, enum language lang, uint64_t run, uint64_t rejected) {
    char room[2][24];
    struct span args[] = {span_of(cli_number(room[0], run)),
                          span_of(cli_number(room[1], rejected))};
    if (rejected)
        message_format(out, MSG_DIFF_REJECTED, lang, args, 2);
}

/* start + added − removed = end, and what moved beside. */
static void sum_line(struct strbuf *out, enum language lang, const struct two_runs *two,
                     const struct diff_system *d) {
    uint64_t values[] = {d->start,
                         d->count[MOVEMENT_ADDED],
                         d->count[MOVEMENT_REMOVED],
                         d->end,
                         d->count[MOVEMENT_ENABLED],
                         d->count[MOVEMENT_DISABLED],
                         d->count[MOVEMENT_RE_ROLED],
                         d->count[MOVEMENT_MOVED]};
    enum { VALUES = sizeof values / sizeof *values };
    char room[VALUES][24];
    struct span args[VALUES + 1] = {d->name};
    for (size_t i = 0; i < VALUES; i++)
        args[i + 1] = span_of(cli_number(room[i], values[i]));
    message_format(out, MSG_DIFF_SYSTEM, lang, args, VALUES + 1);
    add_older_list(out, lang, two->from->run, d->from_run);
    if (two->from != two->to)
        add_older_list(out, lang, two->to->run, d->to_run);
    add_rejected(out, lang, two->from->run, d->from_rejected);
    if (two->from != two->to)
        add_rejected(out, lang, two->to->run, d->to_rejected);
}

static void say_sums(struct cli *cli, const struct ledger_diff *d, const struct two_runs *two,
                     bool is_aside) {
    for (size_t i = 0; i < d->systems.count; i++) {
        struct strbuf line = {0};
        sum_line(&line, cli->language, two, &d->systems.items[i]);
        if (is_aside)
            cli_note(cli, MSG_FACT_LINE, line.p, NULL);
        else
            cli_say(cli, MSG_FACT_LINE, line.p, NULL);
        strbuf_release(&line);
    }
}

static const char *word_of(struct cli *cli, struct span value) {
    if (span_equal(value, SPAN("enabled")))
        return message_template(MSG_DIFF_ENABLED, cli->language);
    if (span_equal(value, SPAN("disabled")))
        return message_template(MSG_DIFF_DISABLED, cli->language);
    return value.n ? value.p : "-";
}

static void say_movement(struct cli *cli, const struct ledger_diff *d,
                         const struct movement_record *m, bool has_requests) {
    static const enum message_id names[] = {MSG_DIFF_ADDED,     MSG_DIFF_REMOVED,
                                            MSG_DIFF_TURNED_ON, MSG_DIFF_TURNED_OFF,
                                            MSG_DIFF_RE_ROLED,  MSG_DIFF_MOVED};
    struct strbuf request = {0};
    struct span number = m->request_no;
    if (number.n || has_requests)
        message_format(&request, number.n ? MSG_DIFF_REQUEST : MSG_DIFF_NO_REQUEST, cli->language,
                       &number, 1);
    cli_say(cli, MSG_DIFF_MOVEMENT, d->systems.items[m->system].name.p, m->user_id.p,
            message_template(names[m->change], cli->language), word_of(cli, m->before),
            word_of(cli, m->after), m->person_id.n ? m->person_id.p : "-", strbuf_span(&request).p,
            NULL);
    strbuf_release(&request);
}

static void heading(struct strbuf *out, enum language lang, const struct two_runs *two) {
    char a[24], b[24], from[11], to[11];
    date_format(two->from->as_of, from);
    date_format(two->to->as_of, to);
    struct span args[] = {span_of(cli_number(a, two->from->run)), span_of(from),
                          span_of(cli_number(b, two->to->run)), span_of(to)};
    message_format(out, MSG_DIFF_HEADING, lang, args, 4);
}

static void say_diff(struct cli *cli, const struct ledger_diff *d, const struct two_runs *two,
                     bool has_requests) {
    struct strbuf line = {0};
    heading(&line, cli->language, two);
    cli_say(cli, MSG_FACT_LINE, line.p, NULL);
    strbuf_release(&line);
    say_sums(cli, d, two, false);
    for (size_t i = 0; i < d->movements.count; i++)
        say_movement(cli, d, &d->movements.items[i], has_requests);
}

/* --- For programs --- */

static void write_movements(struct results *r, struct cli *cli, const struct options *o,
                            const struct ledger_diff *d) {
    static const struct result_column columns[] = {
        {"system", MSG_TERM_SYSTEM},           {"user_id", MSG_COLUMN_USER_ID},
        {"change", MSG_COLUMN_CHANGE},         {"before", MSG_COLUMN_BEFORE},
        {"after", MSG_COLUMN_AFTER},           {"person_id", MSG_HEAD_PERSON_ID},
        {"request_no", MSG_COLUMN_REQUEST_NO},
    };
    results_begin(r, cli, o, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < d->movements.count; i++) {
        const struct movement_record *m = &d->movements.items[i];
        results_text(r, d->systems.items[m->system].name);
        results_text(r, m->user_id);
        results_text(r, span_of(movement_name(m->change)));
        results_text(r, m->before);
        results_text(r, m->after);
        results_text(r, m->person_id);
        results_text(r, m->request_no);
        results_end_row(r);
    }
    results_end(r);
}

static void write_run(struct jsonout *j, const char *key, const struct ledger_run *run) {
    char day[11];
    date_format(run->as_of, day);
    jsonout_key(j, key);
    jsonout_begin_object(j);
    jsonout_key(j, "run");
    jsonout_number(j, (int64_t)run->run);
    jsonout_key(j, "as_of");
    jsonout_string(j, span_of(day));
    jsonout_end_object(j);
}

static void write_systems(struct jsonout *j, const struct ledger_diff *d) {
    jsonout_key(j, "systems");
    jsonout_begin_array(j);
    for (size_t i = 0; i < d->systems.count; i++) {
        const struct diff_system *s = &d->systems.items[i];
        jsonout_begin_object(j);
        jsonout_key(j, "name");
        jsonout_string(j, s->name);
        jsonout_key(j, "start");
        jsonout_number(j, (int64_t)s->start);
        for (enum movement m = 0; m < MOVEMENT_COUNT; m++) {
            jsonout_key(j, movement_name(m));
            jsonout_number(j, (int64_t)s->count[m]);
        }
        jsonout_key(j, "end");
        jsonout_number(j, (int64_t)s->end);
        jsonout_end_object(j);
    }
    jsonout_end_array(j);
}

static void write_diff(struct cli *cli, const struct ledger_diff *d, const struct two_runs *two,
                       const struct options *o) {
    struct jsonout json = {.out = &cli->out, .indent = 2};
    struct results r = {.json = &json};
    jsonout_begin_object(&json);
    write_run(&json, "from", two->from);
    write_run(&json, "to", two->to);
    write_systems(&json, d);
    jsonout_key(&json, "movements");
    write_movements(&r, cli, o, d);
    jsonout_end_object(&json);
    sink_char(&cli->out, '\n');
}

/* A list of movements has no room for the sums: they are said beside it. */
static void write_list(struct cli *cli, const struct ledger_diff *d, const struct two_runs *two,
                       const struct options *o) {
    struct results r = {0};
    struct strbuf line = {0};
    write_movements(&r, cli, o, d);
    heading(&line, cli->language, two);
    cli_note(cli, MSG_FACT_LINE, line.p, NULL);
    strbuf_release(&line);
    say_sums(cli, d, two, true);
}

static bool run_diff(struct cli *cli, struct ledger_place *p, const struct options *o,
                     struct error *err) {
    struct two_runs two;
    struct ledger_diff diff;
    if (!cli_expect_arguments(o, 0, 2, "diff", err) ||
        !ledger_place_open(p, cli, o, STORE_READ, err) || !choose_runs(&two, p, o, err) ||
        !ledger_diff(&diff, p->store, two.from->run, two.to->run, err))
        return false;
    struct requests_wanted wanted = {&diff, p->store, &p->runs, two.from, two.to, 0};
    bool ok =
        check_sums(&diff, store_path(p->store), err) && requests_find(&wanted, &p->run.plan, err);
    if (two.from == two.to)
        cli_note(cli, MSG_DIFF_ONE_RUN, NULL);
    if (ok && o->form == FORM_TEXT)
        say_diff(cli, &diff, &two, p->run.plan.table_of[RECORD_REQUEST] != NULL);
    else if (ok && o->form == FORM_JSON)
        write_diff(cli, &diff, &two, o);
    else if (ok)
        write_list(cli, &diff, &two, o);
    ledger_diff_release(&diff);
    return ok;
}

int cmd_diff(struct cli *cli, const struct options *o) {
    struct ledger_place p = {0};
    struct error err;
    int status = run_diff(cli, &p, o, &err) ? 0 : cli_fail(cli, &err);
    ledger_place_release(&p);
    return status;
}
