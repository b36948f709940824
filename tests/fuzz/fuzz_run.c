/*
 * A whole run from any lists: the files of a small city, each ended by the byte 1E, in the order of
 * `files`. They are read, sealed, matched, judged and reported as a run does it. Where it comes to
 * a judgement: every row was accepted or rejected, the figures of licenses add up, every exception
 * has a rule, and the report says what the manifest says.
 */
#include "fuzz.h"
#include "tenko/removal.h"

#include "tenko/report.h"
#include "tenko/run.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { FIRST_FD = 200, END_OF_FILE = 0x1E };

static const char *const files[] = {"roster",  "leavers",    "system", "other",    "license",
                                    "devices", "department", "role",   "conflict", "privileged",
                                    "shared",  "link",       "waiver"};
enum { FILES = sizeof files / sizeof *files };

static const char config[] =
    "organization: city\n"
    "language: en\n"
    "departments: {path: /proc/self/fd/206}\n"
    "rosters:\n"
    "  - {name: staff, owner: office, source: /proc/self/fd/200}\n"
    "  - {name: gone, kind: leavers, source: /proc/self/fd/201}\n"
    "systems:\n"
    "  - {name: tax, owner: office, source: /proc/self/fd/202, kinds: {admin: [\"adm-{login}\"]},\n"
    "     required_for: {employment: [full]}, mfa_required: all, privileged_roles: [admin]}\n"
    "  - {name: money, owner: office, source: /proc/self/fd/203, person_id_from_user_id: "
    "\"k{person_id}\"}\n"
    "licenses:\n"
    "  - {name: seats, quantity: 3, unit_cost: 100, system: tax, source: /proc/self/fd/204}\n"
    "devices: {source: /proc/self/fd/205}\n"
    "policy: {roles: /proc/self/fd/207, conflicts: /proc/self/fd/208, privileged: "
    "/proc/self/fd/209,\n"
    "         shared: /proc/self/fd/210, links: /proc/self/fd/211, waivers: /proc/self/fd/212}\n"
    "match: {accept: name}\n"
    "defaults: {retain_days: 30, outlier_percent: 10}\n"
    "safety: {min_roster_rows: 0, max_unmatched_percent: 100}\n";

static char place[] = "/dev/shm/tenko-fuzz-run-XXXXXX";

static void remove_place(void) {
    removal_of(AT_FDCWD, place);
}

/* The descriptors that the configuration names, each a file in memory. */
static void fill_files(struct span rest) {
    for (int i = 0; i < FILES; i++) {
        const char *end = rest.n ? memchr(rest.p, END_OF_FILE, rest.n) : NULL;
        size_t n = end ? (size_t)(end - rest.p) : rest.n;
        int fd = memfd_create(files[i], 0);
        FUZZ_ASSERT(fd >= 0 && dup2(fd, FIRST_FD + i) == FIRST_FD + i);
        FUZZ_ASSERT(write(FIRST_FD + i, rest.p, n) == (ssize_t)n);
        close(fd);
        rest.p += n + (end != NULL);
        rest.n -= n + (end != NULL);
    }
}

static void close_files(void) {
    for (int i = 0; i < FILES; i++)
        close(FIRST_FD + i);
}

static void check_record(const struct run_record *r) {
    for (size_t i = 0; i < r->input_count; i++) {
        const struct input_record *in = &r->inputs[i];
        FUZZ_ASSERT(in->rows_read == in->accepted + in->rejected);
        const struct license_figures *f = &in->license;
        if (in->kind == INPUT_LICENSE)
            FUZZ_ASSERT(f->assigned == f->active + f->never_used + f->idle + f->usage_unknown +
                                           f->held_by_leavers + f->held_by_unknown);
    }
    for (size_t i = 0; i < r->exception_count; i++) {
        struct exception_record e;
        r->rows->exception(r->from, i, &e);
        FUZZ_ASSERT(e.rule < r->rule_count && e.target.n > 0);
    }
}

static void report(const struct run_record *r) {
    struct error err = {0};
    struct report_check check;
    struct report_options options = {.directory = place,
                                     .formats = FORMAT_CSV | FORMAT_JSONL | FORMAT_HTML,
                                     .language = LANG_EN,
                                     .threads = 1};
    FUZZ_ASSERT(report_write(r, &options, &err));
    FUZZ_ASSERT(report_verify(&check, place, &err) && check.faults.count == 0);
    report_check_release(&check);
}

static void judge(struct run *run) {
    struct error err = {0};
    if (!run_read(run, NULL))
        FUZZ_ASSERT(run->failures.count > 0);
    else if (!run_judge(run, &err))
        FUZZ_ASSERT(err.message != MSG_NONE);
    else {
        check_record(&run->record);
        report(&run->record);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool is_made;
    struct run run = {.threads = 1};
    struct error err = {0};
    const char **names = memory_zeroed(rule_count, sizeof *names);
    if (!is_made) {
        FUZZ_ASSERT(mkdtemp(place));
        atexit(remove_place);
        is_made = true;
    }
    for (size_t i = 0; i < rule_count; i++)
        names[i] = rules[i].name;
    struct plan_names known = {names, rule_count};
    FUZZ_ASSERT(plan_parse(&run.plan, "tenko.yaml", SPAN(config), &known, &err));
    run.plan.as_of = date_from_civil(2026, 3, 31);
    fill_files((struct span){(const char *)data, size});
    judge(&run);
    run_release(&run);
    close_files();
    free(names);
    return 0;
}
