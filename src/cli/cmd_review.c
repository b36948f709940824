/* tenko review: sheets out, answers in, and how far it has come. */
#include "actor.h"
#include "cli.h"
#include "planning.h"
#include "recording.h"
#include "review_status.h"

#include "tenko/review.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

struct reviewing {
    struct run run; /* only its plan */
    struct store *store;
    char *directory, *links;
    char who[256], at[40];
    struct review_act act;
};

static void say(void *context, const struct error *note) {
    (void)cli_fail(context, note);
}

static void say_link(void *context, const struct review_link *link) {
    struct cli *cli = context;
    struct strbuf person = {0};
    strbuf_add_span(&person, link->person_id);
    strbuf_add_item(&person, " ", link->name);
    cli_say(cli, MSG_REVIEW_LINK, link->system.p, link->user_id.p, person.p, NULL);
    strbuf_release(&person);
}

/* --out is relative to here, the default beside the configuration. */
static char *review_directory(const struct plan *plan, const struct options *o) {
    return o->out ? memory_copy_text(span_of(o->out)) : path_beside(plan, "review");
}

/* A report with sheets among its files would never be replaced again. */
static bool lies_apart(const struct reviewing *r, struct error *err) {
    char *report = path_beside(&r->run.plan, r->run.plan.report);
    const char *directory = r->directory;
    bool ok = report_check_inputs(report, &directory, 1, err);
    free(report);
    return ok;
}

static bool begin(struct reviewing *r, struct cli *cli, const struct options *o,
                  enum store_mode mode, struct error *err) {
    if (!plan_from_options(&r->run, o, err))
        return false;
    const struct plan *plan = &r->run.plan;
    struct stat st;
    cli->language = plan->language;
    r->directory = review_directory(plan, o);
    if (!lies_apart(r, err))
        return false;
    char *path = ledger_path(plan);
    bool ok = stat(path, &st) == 0 || error_set(err, FAULT_OUTPUT, MSG_STORE_NONE, path, 0, NULL);
    ok = ok && store_open(&r->store, path, mode, err);
    free(path);
    if (!ok || (mode == STORE_WRITE && !store_begin(r->store, say_waiting, cli, err)))
        return false;
    date today;
    if (!clock_day(plan->zone, &today, err))
        return false;
    local_moment((int64_t)time(NULL), r->at);
    const struct input_plan *table = plan->table_of[RECORD_LINK];
    const struct source_spec *links = table ? &table->source : NULL;
    const char *links_file = links && links->connector ? source_option(links, "path") : NULL;
    r->links = links_file ? source_path(links, links_file) : NULL;
    r->act = (struct review_act){.directory = r->directory,
                                 .is_csv_only = o->form == FORM_CSV,
                                 .language = cli->language,
                                 .today = today,
                                 .at = span_of(r->at),
                                 .who = span_of(user_name(r->who, sizeof r->who)),
                                 .links = r->links,
                                 .links_is_csv =
                                     links_file && strcmp(links->connector->name, "csv") == 0,
                                 .links_source = links,
                                 .context = cli,
                                 .say = say,
                                 .linked = say_link};
    return true;
}

static void end(struct reviewing *r) {
    store_close(r->store);
    free(r->directory);
    free(r->links);
    run_release(&r->run);
}

/* --- export --- */

static void say_exported(struct cli *cli, const struct reviewing *r,
                         const struct review_export *done) {
    char review[24], rows[24], run[24], sheets[24], first[24], day[11];
    date_format(done->reply_by, day);
    cli_number(review, done->review ? done->review : done->first);
    cli_number(sheets, done->sheets);
    cli_number(run, done->run);
    if (done->rows) {
        cli_say(cli, done->first == done->review ? MSG_REVIEW_EXPORTED : MSG_REVIEW_SUPPLEMENT,
                review, cli_number(rows, done->rows), run, day, sheets, r->directory,
                cli_number(first, done->first), NULL);
        return;
    }
    if (!done->first) {
        cli_say(cli, MSG_REVIEW_NO_ACCOUNTS, NULL);
        return;
    }
    cli_say(cli, MSG_REVIEW_NOTHING_NEW, review, run, NULL);
    if (done->sheets)
        cli_say(cli, MSG_REVIEW_SHEETS_AGAIN, sheets, r->directory, NULL);
}

static int export_sheets(struct cli *cli, struct reviewing *r, const struct options *o) {
    struct review_export done;
    struct error err;
    enum review_by by = REVIEW_BY_OWNER;
    if (o->by && !review_by_parse(o->by, &by)) {
        error_set(&err, FAULT_USAGE, MSG_REVIEW_BY_UNKNOWN, NULL, 0, o->by, NULL);
        return cli_fail(cli, &err);
    }
    if (!begin(r, cli, o, STORE_WRITE, &err) ||
        !review_export(&done, r->store, &r->act, by, o->reply_by, &err))
        return cli_fail(cli, &err);
    say_exported(cli, r, &done);
    if (done.rows && done.reply_by < r->act.today)
        cli_note(cli, MSG_REVIEW_REPLY_BY_PAST, NULL);
    if (*done.head)
        cli_say(cli, MSG_RUN_HEAD, done.head, NULL);
    return 0;
}

/* --- import --- */

static int import_sheets(struct cli *cli, struct reviewing *r, const struct options *o) {
    struct review_import done;
    struct error err;
    char a[24], b[24], c[24], d[24], e[24];
    if (!cli_expect_arguments(o, 2, SIZE_MAX, "review import", &err) ||
        !begin(r, cli, o, STORE_WRITE, &err) ||
        !review_import(&done, r->store, &r->act, o->arguments.items + 1, o->arguments.count - 1,
                       &err))
        return cli_fail(cli, &err);
    cli_say(cli, MSG_REVIEW_IMPORTED, cli_number(a, done.files), cli_number(b, done.recorded),
            cli_number(c, done.unchanged), cli_number(d, done.unanswered),
            cli_number(e, done.rejected), NULL);
    if (done.conflicts)
        cli_say(cli, MSG_REVIEW_CONFLICTS, cli_number(a, done.conflicts), NULL);
    if (done.rejected_files)
        cli_say(cli, MSG_REVIEW_FILES_REFUSED, cli_number(a, done.rejected_files), NULL);
    if (done.links)
        cli_say(cli, done.needs_merge ? MSG_REVIEW_LINKS_NEW : MSG_REVIEW_LINKS_ADDED,
                cli_number(a, done.links), done.links_path, NULL);
    free(done.links_path);
    if (*done.head)
        cli_say(cli, MSG_RUN_HEAD, done.head, NULL);
    if (done.rejected)
        cli_say(cli, MSG_REVIEW_REJECTED_WRITTEN, r->directory, NULL);
    return done.rejected || done.rejected_files ? 1 : 0;
}

/* --- status --- */

/* The number of a review, or 0. */
static uint64_t review_number(const char *word) {
    size_t n = strlen(word);
    return n < 8 && strspn(word, "0123456789") == n ? strtoull(word, NULL, 10) : 0;
}

static bool read_status(struct review_status *out, struct cli *cli, struct reviewing *r,
                        const struct options *o, struct error *err) {
    const char *word = o->arguments.count > 1 ? o->arguments.items[1] : NULL;
    uint64_t review = word ? review_number(word) : 0;
    if (!cli_expect_arguments(o, 1, 2, "review status", err) || !begin(r, cli, o, STORE_READ, err))
        return false;
    if (word && !review)
        return error_set(err, FAULT_USAGE, MSG_REVIEW_UNKNOWN, NULL, 0, word, NULL);
    if (!review_status(out, r->store, review, 0, err))
        return false;
    if (out->record.review)
        return true;
    review_status_release(out);
    if (word && !review_status(out, r->store, 0, 0, err))
        return false;
    bool is_other = out->record.review != 0;
    return error_set(err, FAULT_OUTPUT, is_other ? MSG_REVIEW_UNKNOWN : MSG_REVIEW_NONE,
                     store_path(r->store), 0, word, NULL);
}

static int show_status(struct cli *cli, struct reviewing *r, const struct options *o) {
    struct review_status status = {0};
    struct error err;
    int code = 0;
    if (read_status(&status, cli, r, o, &err))
        review_status_show(cli, &status.record, o->form);
    else
        code = cli_fail(cli, &err);
    review_status_release(&status);
    return code;
}

int cmd_review(struct cli *cli, const struct options *o) {
    static const struct {
        const char *word;
        int (*run)(struct cli *, struct reviewing *, const struct options *);
    } acts[] = {{"export", export_sheets}, {"import", import_sheets}, {"status", show_status}};
    struct reviewing r = {0};
    struct error err;
    int code = -1;
    umask(077);
    for (size_t i = 0; o->arguments.count && i < sizeof acts / sizeof *acts; i++)
        if (strcmp(o->arguments.items[0], acts[i].word) == 0)
            code = acts[i].run(cli, &r, o);
    if (code < 0) {
        error_set(&err, FAULT_USAGE, MSG_REVIEW_WHAT, NULL, 0, NULL);
        code = cli_fail(cli, &err);
    }
    end(&r);
    return code;
}
