/* The way data flows. Sources are read in parallel, largest first; systems are matched and judged
 * in parallel. */
#include "pipeline.h"

#include "progress.h"

#include "tenko/parallel.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
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
        names[i] = rules[i]->name;
    struct plan_names known = {names, rule_count};
    bool ok = plan_load(plan, path, &known, err);
    free(names);
    return ok;
}

bool pipeline_plan(struct pipeline *p, const struct options *o, struct error *err) {
    bool is_quick = o->rosters.count || o->systems.count || o->licenses.count;
    if (is_quick && o->config)
        return error_set(err, FAULT_USAGE, MSG_QUICK_OR_CONFIG, NULL, 0, NULL);
    bool ok = is_quick ? quick_plan(&p->plan, o, err)
                       : configured_plan(&p->plan, o->config ? o->config : "tenko.yaml", err);
    if (!ok)
        return false;
    if (o->as_of != DATE_NONE)
        p->plan.as_of = o->as_of;
    else if (p->plan.as_of == DATE_NONE)
        p->plan.as_of = zone_day(p->plan.zone, time(NULL));
    if (o->has_language)
        p->plan.language = o->language;
    p->language = p->plan.language;
    p->threads = o->threads ? o->threads : parallel_cores();
    return true;
}

struct reading {
    struct pipeline *pipeline;
    struct source **sources;
    const struct input_plan **inputs;
    struct error *errors;
    bool *failed;
    size_t *order; /* largest first */
    off_t *sizes;
    size_t count;
    struct progress progress;
};

/* The file's size, −1 if there is none; 0 for what is no file. */
static off_t source_size(const struct input_plan *input) {
    const char *option = input->source.connector ? source_option(&input->source, "path") : NULL;
    if (!option)
        return 0;
    char *path = source_path(&input->source, option);
    struct stat st;
    off_t size = stat(path, &st) == 0 ? st.st_size : errno == ENOENT ? -1 : 0;
    free(path);
    return size;
}

static bool is_not_delivered(const struct reading *r, size_t i) {
    const struct input_plan *input = r->inputs[i];
    return !input->source.connector || (input->record == RECORD_ACCOUNT && r->sizes[i] < 0 &&
                                        !r->pipeline->plan.missing_list_stops);
}

/* A source without rows, that still knows its name. */
static struct source empty_source(const struct input_plan *input, bool is_missing) {
    return (struct source){
        .plan = input, .display = source_display(&input->source), .is_missing = is_missing};
}

static void read_source(void *context, size_t turn) {
    struct reading *r = context;
    size_t i = r->order[turn];
    if (is_not_delivered(r, i)) {
        *r->sources[i] = empty_source(r->inputs[i], true);
        return;
    }
    struct intake_progress report = {progress_rows, &r->progress};
    r->failed[i] =
        !intake_read(r->sources[i], r->inputs[i], &r->pipeline->plan, &report, &r->errors[i]);
    if (r->failed[i])
        *r->sources[i] = empty_source(r->inputs[i], false);
}

static void add_input(struct reading *r, struct source *source, const struct input_plan *input) {
    source->plan = input;
    r->sources[r->count] = source;
    r->inputs[r->count] = input;
    r->sizes[r->count] = source_size(input);
    r->count++;
}

static struct source *add_table(struct reading *r, const struct input_plan *input) {
    if (!input)
        return NULL;
    struct source *source = memory_zeroed(1, sizeof *source);
    add_input(r, source, input);
    return source;
}

/* Room for every source of the plan, in the order of model_sources. */
static void lay_out(struct reading *r, struct pipeline *p) {
    struct plan *plan = &p->plan;
    struct model *m = &p->model;
    enum { TABLES = 7 };
    size_t most = plan->rosters.count + plan->systems.count + plan->licenses.count + TABLES;
    r->sources = memory_zeroed(most, sizeof *r->sources);
    r->inputs = memory_zeroed(most, sizeof *r->inputs);
    r->errors = memory_zeroed(most, sizeof *r->errors);
    r->failed = memory_zeroed(most, sizeof *r->failed);
    r->order = memory_zeroed(most, sizeof *r->order);
    r->sizes = memory_zeroed(most, sizeof *r->sizes);
    m->plan = plan;
    m->rosters = memory_zeroed(plan->rosters.count, sizeof *m->rosters);
    m->systems = memory_zeroed(plan->systems.count, sizeof *m->systems);
    m->licenses = memory_zeroed(plan->licenses.count, sizeof *m->licenses);
    m->departments_source = add_table(r, plan->departments);
    for (size_t i = 0; i < plan->rosters.count; i++)
        add_input(r, &m->rosters[i], &plan->rosters.items[i]);
    for (size_t i = 0; i < plan->systems.count; i++)
        add_input(r, &m->systems[i], &plan->systems.items[i]);
    for (size_t i = 0; i < plan->licenses.count; i++)
        add_input(r, &m->licenses[i], &plan->licenses.items[i]);
    m->devices = add_table(r, plan->devices);
    m->roles_source = add_table(r, plan->roles);
    m->conflicts_source = add_table(r, plan->conflicts);
    m->approvals_source = add_table(r, plan->approvals);
    m->links_source = add_table(r, plan->links);
    m->waivers_source = add_table(r, plan->waivers);
}

static int by_size(const void *a, const void *b, void *context) {
    const struct reading *r = context;
    size_t i = *(const size_t *)a, k = *(const size_t *)b;
    if (r->sizes[i] != r->sizes[k])
        return r->sizes[i] > r->sizes[k] ? -1 : 1;
    return i < k ? -1 : 1;
}

bool pipeline_read(struct pipeline *p) {
    struct reading r = {.pipeline = p};
    lay_out(&r, p);
    for (size_t i = 0; i < r.count; i++)
        r.order[i] = i;
    qsort_r(r.order, r.count, sizeof *r.order, by_size, &r);
    progress_start(&r.progress, p->language);
    parallel_run(r.count, p->threads, read_source, &r);
    progress_stop(&r.progress);
    for (size_t i = 0; i < r.count; i++)
        if (r.failed[i])
            vec_push(&p->failures, ((struct source_failure){r.sources[i], r.errors[i]}));
    free(r.sources);
    free(r.inputs);
    free(r.errors);
    free(r.failed);
    free(r.order);
    free(r.sizes);
    return p->failures.count == 0;
}

/* Licenses whose holders are no accounts of a system are judged beside the systems, the others
 * after them. */
struct judging {
    struct pipeline *p;
    bool with_systems; /* the first round */
};

static bool is_of_round(const struct judging *round, size_t license) {
    bool has_system = is_system(round->p->plan.licenses.items[license].license.system_index);
    return has_system != round->with_systems;
}

static void judge_system(struct pipeline *p, size_t index) {
    system_ref system = {(uint32_t)index};
    struct fold_cache *cache = fold_cache_new(&p->model, &p->model.systems[index]);
    match_system(&p->matches[index], &p->model, system, cache);
    rules_judge_system(&p->findings, &p->model, system, &p->matches[index], cache);
    fold_cache_free(cache);
}

static void judge_one(void *context, size_t task) {
    const struct judging *round = context;
    struct pipeline *p = round->p;
    size_t licenses = p->plan.licenses.count;
    if (task >= licenses)
        judge_system(p, task - licenses);
    else if (is_of_round(round, task))
        rules_judge_license(&p->findings, &p->model, (uint32_t)task, p->matches);
}

/* A threshold below a directory's lag would accuse people who were here this week. */
static bool logins_are_fresh(const struct pipeline *p, const struct source *s, struct error *err) {
    int32_t lag = s->facts.login_lag_days, days = s->plan->days[THRESHOLD_dormant_days];
    const struct rule *dormant = rule_find("dormant-account");
    if (lag == 0 || days > lag || !knows_field(s->known, FIELD_last_login_on) ||
        !rule_is_enabled(&p->plan, dormant))
        return true;
    char set[16], least[16];
    snprintf(set, sizeof set, "%d", days);
    snprintf(least, sizeof least, "%d", lag + 1);
    return error_set(err, FAULT_USAGE, MSG_LOGIN_LAG, p->plan.config_path, s->plan->line,
                     s->plan->name, set, least, NULL);
}

bool pipeline_judge(struct pipeline *p, struct error *err) {
    for (size_t i = 0; i < p->plan.systems.count; i++)
        if (!logins_are_fresh(p, &p->model.systems[i], err))
            return false;
    model_seal(&p->model);
    p->matches = memory_zeroed(p->plan.systems.count, sizeof *p->matches);
    findings_init(&p->findings, &p->model);
    size_t licenses = p->plan.licenses.count;
    struct judging first = {p, true}, second = {p, false};
    parallel_run(licenses + p->plan.systems.count, p->threads, judge_one, &first);
    parallel_run(licenses, p->threads, judge_one, &second);
    rules_judge_rest(&p->findings, &p->model);
    findings_finish(&p->findings, &p->model, p->threads);
    return true;
}

/* The seven tables that a plan may have are allocated one by one (add_table). */
static void release_sources(struct model *m) {
    struct source *const arrays[] = {
        m->rosters,      m->systems,       m->licenses,         m->departments_source,
        m->devices,      m->roles_source,  m->conflicts_source, m->approvals_source,
        m->links_source, m->waivers_source};
    model_release(m);
    for (size_t i = 0; i < sizeof arrays / sizeof arrays[0]; i++)
        free(arrays[i]);
}

void pipeline_release(struct pipeline *p) {
    findings_release(&p->findings);
    for (size_t i = 0; p->matches && i < p->plan.systems.count; i++)
        matches_release(&p->matches[i]);
    free(p->matches);
    vec_release(&p->failures);
    if (p->model.plan)
        release_sources(&p->model);
    plan_release(&p->plan);
}
