/*
 * OpenMetrics for a textfile collector: exceptions by rule and severity, the age of every list, how
 * long the run took and when it was. The file is replaced whole, so that no scrape sees half of it.
 */
#include "metrics.h"

#include "tenko/ending.h"
#include "tenko/sink.h"
#include "tenko/strbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Within quotes: \ " and line ends are escaped. */
static void label(struct sink *out, const char *text) {
    for (const char *p = text; *p; p++) {
        if (*p == '\\' || *p == '"')
            sink_char(out, '\\');
        if (*p == '\n')
            sink_text(out, "\\n");
        else
            sink_char(out, *p);
    }
}

static void write_exceptions(struct sink *out, const struct run *run) {
    sink_text(out, "# TYPE tenko_exceptions gauge\n"
                   "# HELP tenko_exceptions Exceptions of the last run, without waived ones.\n");
    for (size_t i = 0; i < rule_count; i++)
        sink_f(out, "tenko_exceptions{rule=\"%s\",severity=\"%s\"} %zu\n", rules[i].name,
               severity_name(rule_severity(&run->plan, &rules[i])), run->findings.by_rule[i]);
}

/* What became of them against earlier runs. */
static void write_lives(struct sink *out, const struct lives *lives) {
    if (!lives)
        return;
    struct life_counts n = lives_counts(lives);
    const struct {
        const char *name;
        size_t count;
    } rows[] = {{"new", n.fresh},
                {"open", n.open},
                {"reopened", n.reopened},
                {"resolved", n.resolved},
                {"not_reexamined", n.not_reexamined}};
    sink_text(out, "# TYPE tenko_exceptions_life gauge\n"
                   "# HELP tenko_exceptions_life Exceptions of the last run against those of "
                   "earlier runs.\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        sink_f(out, "tenko_exceptions_life{life=\"%s\"} %zu\n", rows[i].name, rows[i].count);
}

static void write_age(struct sink *out, const struct run *run, const char *kind,
                      const struct source *s) {
    if (s->is_missing || !date_is_known(s->plan->exported_on))
        return;
    sink_f(out, "tenko_list_age_days{kind=\"%s\",name=\"", kind);
    label(out, s->plan->name);
    sink_f(out, "\"} %" PRId32 "\n", (int32_t)(run->plan.as_of - s->plan->exported_on));
}

static void write_ages(struct sink *out, const struct run *run) {
    sink_text(out,
              "# TYPE tenko_list_age_days gauge\n"
              "# UNIT tenko_list_age_days days\n"
              "# HELP tenko_list_age_days Days from the export of a list to the day judged.\n");
    for (size_t i = 0; i < run->plan.rosters.count; i++)
        write_age(out, run, "roster", &run->model.rosters[i]);
    for (size_t i = 0; i < run->plan.systems.count; i++)
        write_age(out, run, "system", &run->model.systems[i]);
    for (size_t i = 0; i < run->plan.licenses.count; i++)
        write_age(out, run, "license", &run->model.licenses[i]);
}

static void write_all(struct sink *out, const struct run *run, const struct lives *lives,
                      double seconds) {
    write_exceptions(out, run);
    write_lives(out, lives);
    write_ages(out, run);
    sink_text(out, "# TYPE tenko_run_seconds gauge\n# UNIT tenko_run_seconds seconds\n"
                   "# HELP tenko_run_seconds How long the last run took.\n");
    sink_f(out, "tenko_run_seconds %.3f\n", seconds);
    sink_text(out, "# TYPE tenko_last_run_timestamp_seconds gauge\n"
                   "# UNIT tenko_last_run_timestamp_seconds seconds\n"
                   "# HELP tenko_last_run_timestamp_seconds When the last run was done.\n");
    sink_f(out, "tenko_last_run_timestamp_seconds %" PRId64 "\n# EOF\n", (int64_t)time(NULL));
}

/* Aside, then swapped in. */
static int write_file(const char *path, const struct strbuf *text) {
    struct strbuf aside = {0};
    struct sink out;
    strbuf_addf(&aside, "%s.%ld.tmp", path, (long)getpid());
    ending_add_file(AT_FDCWD, aside.p);
    int failed = sink_create(&out, AT_FDCWD, aside.p);
    if (!failed) {
        sink_span(&out, strbuf_span(text));
        failed = sink_close(&out, NULL);
        if (!failed && rename(aside.p, path) < 0)
            failed = errno;
        if (failed)
            unlink(aside.p);
    }
    ending_drop_file(aside.p);
    strbuf_release(&aside);
    return failed;
}

/* A device or a pipe (/dev/stdout) is written to, never replaced. */
static int write_into(const char *path, const struct strbuf *text) {
    struct sink out;
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return errno;
    sink_to_fd(&out, fd);
    sink_span(&out, strbuf_span(text));
    int failed = sink_close(&out, NULL);
    close(fd);
    return failed;
}

bool metrics_write(const char *path, const struct run *run, const struct lives *lives,
                   double seconds, struct error *err) {
    struct strbuf text = {0};
    struct sink out;
    struct stat there;
    sink_to_memory(&out, &text);
    write_all(&out, run, lives, seconds);
    int failed = sink_close(&out, NULL);
    if (!failed)
        failed = stat(path, &there) == 0 && !S_ISREG(there.st_mode) ? write_into(path, &text)
                                                                    : write_file(path, &text);
    strbuf_release(&text);
    return failed ? error_set(err, FAULT_OUTPUT, MSG_SYSTEM_ERROR, NULL, 0, path,
                              strerrordesc_np(failed), NULL)
                  : true;
}
