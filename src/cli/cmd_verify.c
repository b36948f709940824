/* tenko verify: does the ledger, and its report, still say what their hashes say? */
#include "ledger_place.h"
#include "planning.h"
#include "results.h"

#include "tenko/report.h"

#include <stdlib.h>
#include <unistd.h>

/* What was found, of the ledger and of a report folder. */
struct checked {
    uint64_t runs;
    struct span head;
    VEC(struct ledger_fault) faults;
    struct ledger_check ledger;
    struct report_check report;
    struct ledger_purges purges;
    bool has_report;
    struct strbuf wanted; /* --head; nothing: not asked for */
};

static void add_fault(struct checked *v, uint64_t run, struct span row, struct sentence what) {
    vec_push(&v->faults, ((struct ledger_fault){run, SPAN("report"), row, what}));
}

static void take_report_faults(struct checked *v) {
    for (size_t i = 0; i < v->report.faults.count; i++)
        add_fault(v, v->report.run, v->report.faults.items[i].file, v->report.faults.items[i].what);
}

/* The run that wrote the folder must be in the ledger, and its manifest the one noted there. */
static void compare_report(struct checked *v, const struct ledger_runs *runs) {
    const struct ledger_run *run = ledger_runs_find(runs, v->report.run);
    if (!v->report.run)
        return; /* of a run without ledger */
    if (!run || !span_equal(run->hash, v->report.head))
        add_fault(v, v->report.run, SPAN("manifest.json"),
                  sentence_of(MSG_REPORT_CHECK_HEAD_UNKNOWN, NULL));
    else if (!span_equal(run->manifest, span_of(v->report.manifest_sha256)))
        add_fault(v, v->report.run, SPAN("manifest.json"),
                  sentence_of(MSG_REPORT_CHECK_MANIFEST_CHANGED, NULL));
}

static bool check_report_of_plan(const struct cli *cli, struct checked *v,
                                 const struct ledger_place *p, struct error *err) {
    const struct plan *plan = &p->run.plan;
    char *path = path_beside(plan, plan->report);
    bool ok = true;
    if (access(path, F_OK) != 0) {
        cli_note(cli, MSG_VERIFY_NO_REPORT, path, NULL);
    } else {
        ok = report_verify(&v->report, path, err);
        v->has_report = ok;
        if (ok) {
            take_report_faults(v);
            compare_report(v, &p->runs);
        }
    }
    free(path);
    return ok;
}

static bool check_ledger(struct cli *cli, struct checked *v, struct ledger_place *p,
                         const struct options *o, struct error *err) {
    if (!ledger_verify(&v->ledger, p->store, o->head ? v->wanted.p : NULL, err))
        return false;
    v->runs = v->ledger.runs;
    v->head = v->ledger.head;
    for (size_t i = 0; i < v->ledger.faults.count; i++)
        vec_push(&v->faults, v->ledger.faults.items[i]);
    return (ledger_purges_load(&v->purges, p->store, err) || err->message == MSG_STORE_DAMAGED) &&
           check_report_of_plan(cli, v, p, err);
}

/* As hashes are printed; one that was typed in may be in capitals. */
static void take_wanted_head(struct checked *v, const char *head) {
    for (; head && *head; head++)
        strbuf_add_char(&v->wanted,
                        *head >= 'A' && *head <= 'F' ? (char)(*head - 'A' + 'a') : *head);
}

static bool check_folder(struct checked *v, const char *directory, const struct options *o,
                         struct error *err) {
    if (!report_verify(&v->report, directory, err))
        return false;
    v->has_report = true;
    v->head = v->report.head;
    take_report_faults(v);
    if (o->head && !span_equal(v->head, strbuf_span(&v->wanted)))
        add_fault(v, v->report.run, SPAN("manifest.json"),
                  sentence_of(MSG_VERIFY_OTHER_HEAD, NULL));
    return true;
}

/* --- Saying it --- */

static void say_purges(struct cli *cli, const struct checked *v) {
    for (size_t i = 0; i < v->purges.items.count; i++) {
        const struct purge_record *p = &v->purges.items.items[i];
        char sections[24], states[24];
        cli_say(cli, MSG_VERIFY_PURGE, p->at.p, p->who.p, p->before.p,
                cli_number(sections, p->sections), cli_number(states, p->states), NULL);
    }
}

static void say_fault(struct cli *cli, const struct ledger_fault *f) {
    struct strbuf what = {0};
    char run[24];
    sentence_write(&f->what, cli->language, &what);
    cli_say(cli, MSG_VERIFY_FAULT, f->run ? cli_number(run, f->run) : "-", f->table.p, f->row.p,
            what.p, NULL);
    strbuf_release(&what);
}

static void say_checked(struct cli *cli, const struct checked *v, bool is_folder) {
    char runs[24], faults[24];
    for (size_t i = 0; i < v->faults.count; i++)
        say_fault(cli, &v->faults.items[i]);
    say_purges(cli, v);
    if (is_folder)
        cli_say(cli, v->faults.count ? MSG_VERIFY_FOLDER_BAD : MSG_VERIFY_FOLDER_GOOD,
                v->head.n ? v->head.p : "-", cli_number(faults, v->faults.count), NULL);
    else
        cli_say(cli, v->faults.count ? MSG_VERIFY_BAD : MSG_VERIFY_GOOD, cli_number(runs, v->runs),
                v->head.n ? v->head.p : "-", cli_number(faults, v->faults.count), NULL);
}

static void write_faults(struct results *r, struct cli *cli, const struct options *o,
                         const struct checked *v) {
    static const struct result_column columns[] = {{"run", MSG_COLUMN_RUN},
                                                   {"table", MSG_TERM_TABLE},
                                                   {"row", MSG_COLUMN_ROW},
                                                   {"what", MSG_HEAD_PROBLEM}};
    results_begin(r, cli, o, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < v->faults.count; i++) {
        const struct ledger_fault *f = &v->faults.items[i];
        struct strbuf what = {0};
        sentence_write(&f->what, cli->language, &what);
        if (f->run)
            results_number(r, f->run);
        else
            results_none(r);
        results_text(r, f->table);
        results_text(r, f->row);
        results_text(r, strbuf_span(&what));
        results_end_row(r);
        strbuf_release(&what);
    }
    results_end(r);
}

static void write_checked(struct cli *cli, const struct checked *v, const struct options *o) {
    struct jsonout json = {.out = &cli->out, .indent = 2};
    struct results r = {.json = &json};
    jsonout_begin_object(&json);
    jsonout_key(&json, "ok");
    jsonout_bool(&json, v->faults.count == 0);
    jsonout_key(&json, "runs");
    jsonout_number(&json, (int64_t)v->runs);
    jsonout_key(&json, "head");
    jsonout_string_or_null(&json, v->head);
    jsonout_key(&json, "faults");
    write_faults(&r, cli, o, v);
    jsonout_end_object(&json);
    sink_char(&cli->out, '\n');
}

static void show(struct cli *cli, const struct checked *v, const struct options *o) {
    struct results r = {0};
    if (o->form == FORM_TEXT)
        say_checked(cli, v, o->arguments.count > 0);
    else if (o->form == FORM_JSON)
        write_checked(cli, v, o);
    else
        write_faults(&r, cli, o, v);
}

static void checked_release(struct checked *v) {
    vec_release(&v->faults);
    ledger_check_release(&v->ledger);
    report_check_release(&v->report);
    ledger_purges_release(&v->purges);
    strbuf_release(&v->wanted);
}

int cmd_verify(struct cli *cli, const struct options *o) {
    struct ledger_place p = {0};
    struct checked v = {0};
    struct error err;
    take_wanted_head(&v, o->head);
    bool ok = cli_expect_arguments(o, 0, 1, "verify", &err) &&
              (o->arguments.count ? check_folder(&v, o->arguments.items[0], o, &err)
                                  : ledger_place_open(&p, cli, o, STORE_READ, &err) &&
                                        check_ledger(cli, &v, &p, o, &err));
    int status = ok ? v.faults.count > 0 : cli_fail(cli, &err);
    if (ok)
        show(cli, &v, o);
    checked_release(&v);
    ledger_place_release(&p);
    return status;
}
