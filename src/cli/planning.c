/* What to run: the configuration, or the files on the command line. */
#include "planning.h"

#include "progress.h"

#include "tenko/parallel.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

/* Seconds: from 2000-01-01 on, and before 3000-01-01, behind which no day is read. */
static const time_t CLOCK_FROM = 946684800, CLOCK_TO = 32503680000;

static bool add_files(struct plan *plan, enum record record, const struct named_file *files,
                      size_t count, struct error *err) {
    for (size_t i = 0; i < count; i++)
        if (!plan_add_file(plan, record, files[i].name, files[i].path, err))
            return false;
    return true;
}

/* The products of the license that was added last, which is read for it; an empty source where it
 * cannot be (the run says why) or not twice (a pipe). */
static struct source look_for_products(const struct plan *plan) {
    const struct input_plan *license = &plan->licenses.items[plan->licenses.count - 1];
    struct source s = {0};
    struct error ignored;
    struct stat st;
    char *path = source_path(&license->source, source_option(&license->source, "path"));
    if (stat(path, &st) < 0 || !S_ISREG(st.st_mode) ||
        !intake_read(&s, license, plan, NULL, &ignored))
        s = (struct source){0};
    free(path);
    return s;
}

/* A license of its own, called by the product; "LIST: PRODUCT" where another one is called so. */
static bool add_product(struct plan *plan, const struct input_plan *list, struct span product,
                        struct error *err) {
    const char *path = source_option(&list->source, "path");
    const char *name = arena_copy(&plan->arena, product).p;
    struct strbuf longer = {0};
    strbuf_addf(&longer, "%s: %s", list->name, name);
    bool ok = plan_add_file(plan, RECORD_SEAT, name, path, err) ||
              plan_add_file(plan, RECORD_SEAT, longer.p, path, err);
    strbuf_release(&longer);
    if (ok)
        plan->licenses.items[plan->licenses.count - 1].license.product = name;
    return ok;
}

/* Without a configuration, each product of a list is a license. */
static bool add_licenses(struct plan *plan, const struct named_file *files, size_t count,
                         struct error *err) {
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++) {
        if (!plan_add_file(plan, RECORD_SEAT, files[i].name, files[i].path, err))
            return false;
        struct source s = look_for_products(plan);
        if (s.products.count > 1) {
            struct input_plan list = plan->licenses.items[--plan->licenses.count];
            for (size_t p = 0; p < s.products.count && ok; p++)
                ok = add_product(plan, &list, source_text(&s, s.products.items[p].name), err);
            vec_release(&list.source.options);
        }
        source_release(&s);
    }
    return ok;
}

static bool quick_plan(struct plan *plan, const struct options *o, struct error *err) {
    plan_init(plan);
    if (o->rosters.count == 0)
        return error_set(err, FAULT_USAGE, MSG_QUICK_NEEDS_ROSTER, NULL, 0, NULL);
    return add_files(plan, RECORD_PERSON, o->rosters.items, o->rosters.count, err) &&
           add_files(plan, RECORD_ACCOUNT, o->systems.items, o->systems.count, err) &&
           add_licenses(plan, o->licenses.items, o->licenses.count, err);
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

bool clock_day(const struct zone *zone, date *out, struct error *err) {
    struct tm utc = {0};
    char day[32] = "";
    time_t now = time(NULL);
    if (now >= CLOCK_FROM && now < CLOCK_TO) {
        *out = zone_day(zone, (int64_t)now);
        return true;
    }
    gmtime_r(&now, &utc);
    strftime(day, sizeof day, "%Y-%m-%d", &utc);
    return error_set(err, FAULT_USAGE, MSG_CLOCK_WRONG, NULL, 0, day, NULL);
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
    else if (run->plan.as_of == DATE_NONE && !clock_day(run->plan.zone, &run->plan.as_of, err))
        return false;
    if (o->has_language)
        run->plan.language = o->language;
    run->threads = o->threads ? o->threads : parallel_cores();
    return true;
}

char *path_beside(const struct plan *plan, const char *path) {
    struct strbuf full = {0};
    if (path[0] != '/' && *plan->base_dir && strcmp(plan->base_dir, ".") != 0)
        strbuf_addf(&full, "%s/", plan->base_dir);
    strbuf_add_text(&full, path);
    return full.p;
}

char *ledger_path(const struct plan *plan) {
    return path_beside(plan, plan->ledger);
}

bool read_with_progress(struct run *run) {
    struct progress progress;
    struct intake_progress report = {progress_rows, &progress};
    progress_start(&progress, run->plan.language);
    bool ok = run_read(run, &report);
    progress_stop(&progress);
    return ok;
}
