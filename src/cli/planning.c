/* What to run: the configuration, or the files on the command line. */
#include "planning.h"

#include "progress.h"

#include "tenko/parallel.h"

#include <stdlib.h>
#include <time.h>

static bool add_files(struct plan *plan, enum record record, const struct named_file *files,
                      size_t count, struct error *err) {
    for (size_t i = 0; i < count; i++)
        if (!plan_add_file(plan, record, files[i].name, files[i].path, err))
            return false;
    return true;
}

static bool quick_plan(struct plan *plan, const struct options *o, struct error *err) {
    plan_init(plan);
    if (o->rosters.count == 0)
        return error_set(err, FAULT_USAGE, MSG_QUICK_NEEDS_ROSTER, NULL, 0, NULL);
    return add_files(plan, RECORD_PERSON, o->rosters.items, o->rosters.count, err) &&
           add_files(plan, RECORD_ACCOUNT, o->systems.items, o->systems.count, err) &&
           add_files(plan, RECORD_SEAT, o->licenses.items, o->licenses.count, err);
}

static bool configured_plan(struct plan *plan, const char *path, struct error *err) {
    const char **names = memory_zeroed(rule_count, sizeof *names);
    for (size_t i = 0; i < rule_count; i++)
        names[i] = rules[i].name;
    struct plan_names known = {names, rule_count};
    bool ok = plan_load(plan, path, &known, err);
    free(names);
    return ok;
}

bool plan_from_options(struct run *run, const struct options *o, struct error *err) {
    bool is_quick = o->rosters.count || o->systems.count || o->licenses.count;
    if (is_quick && o->config)
        return error_set(err, FAULT_USAGE, MSG_QUICK_OR_CONFIG, NULL, 0, NULL);
    bool ok = is_quick ? quick_plan(&run->plan, o, err)
                       : configured_plan(&run->plan, o->config ? o->config : "tenko.yaml", err);
    if (!ok)
        return false;
    if (o->as_of != DATE_NONE)
        run->plan.as_of = o->as_of;
    else if (run->plan.as_of == DATE_NONE)
        run->plan.as_of = zone_day(run->plan.zone, time(NULL));
    if (o->has_language)
        run->plan.language = o->language;
    run->threads = o->threads ? o->threads : parallel_cores();
    return true;
}

bool read_with_progress(struct run *run) {
    struct progress progress;
    struct intake_progress report = {progress_rows, &progress};
    progress_start(&progress, run->plan.language);
    bool ok = run_read(run, &report);
    progress_stop(&progress);
    return ok;
}
