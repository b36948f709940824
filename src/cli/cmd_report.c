/* tenko report: a stored run's reports again. */
#include "file_list.h"
#include "ledger_place.h"
#include "planning.h"
#include "recording.h"

#include "tenko/report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* The language of the run, unless another is asked for. */
static enum language language_of(const struct options *o, const struct run_record *r) {
    return o->asks_for_language ? o->language : r->head.language;
}

/* Beside the configuration, as `run` does it, unless --out says where. */
static char *place_of(const struct plan *plan, const struct options *o, uint64_t run) {
    char name[40];
    snprintf(name, sizeof name, "report-%" PRIu64, run);
    return o->out ? memory_copy_text(span_of(o->out)) : path_beside(plan, name);
}

static bool may_write(const struct plan *plan, const char *directory, struct error *err) {
    struct file_list files;
    file_list_init(&files, plan);
    bool ok = report_check_inputs(directory, (const char *const *)files.items.items,
                                  files.items.count, err) &&
              report_check_place(directory, err) && report_check_directory(directory, err);
    file_list_release(&files);
    return ok;
}

static bool write_loaded(struct cli *cli, struct ledger_place *p, const struct options *o,
                         struct report_options *options, uint64_t run, struct error *err) {
    struct loaded_run *loaded;
    char *directory = place_of(&p->run.plan, o, run);
    struct report_listener listener = report_listener_of(cli);
    options->directory = directory;
    options->listener = &listener;
    bool ok = may_write(&p->run.plan, directory, err) && ledger_load(&loaded, p->store, run, err);
    if (ok) {
        struct run_record record = *loaded_record(loaded);
        struct review_status review = {0};
        options->language = language_of(o, &record);
        ok = recording_add_review(&review, p->store, &record, options->formats, err) &&
             report_write(&record, options, err);
        review_status_release(&review);
        loaded_free(loaded);
    }
    if (ok)
        cli_say(cli, MSG_RUN_REPORT, directory, NULL);
    options->directory = NULL;
    options->listener = NULL;
    free(directory);
    return ok;
}

static bool write_again(struct cli *cli, struct ledger_place *p, const struct options *o,
                        struct error *err) {
    struct report_options options = {0};
    if (!cli_expect_arguments(o, 0, 0, "report", err) ||
        !report_formats_parse(o->format, &options.formats, err) ||
        !ledger_place_open(p, cli, o, STORE_READ, err))
        return false;
    options.threads = p->run.threads;
    const struct ledger_run *run = ledger_place_number(p, o->run, err);
    return run && write_loaded(cli, p, o, &options, run->run, err);
}

int cmd_report(struct cli *cli, const struct options *o) {
    struct ledger_place p = {0};
    struct error err;
    int status = write_again(cli, &p, o, &err) ? 0 : cli_fail(cli, &err);
    ledger_place_release(&p);
    return status;
}
