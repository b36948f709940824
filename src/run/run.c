/* Systems and licenses are matched and judged in parallel, then what spans them. */
#include "record_rows.h"

#include "tenko/parallel.h"

#include <stdio.h>
#include <stdlib.h>

/* Licenses whose holders are no accounts of a system are judged beside the systems, the others
 * after them. */
struct judging {
    struct run *run;
    bool with_systems; /* the first round */
};

static bool is_of_round(const struct judging *round, size_t license) {
    bool has_system = is_system(round->run->plan.licenses.items[license].license.system_index);
    return has_system != round->with_systems;
}

static void judge_system(struct run *run, size_t index) {
    system_ref system = {(uint32_t)index};
    struct fold_cache *cache = fold_cache_new(&run->model, &run->model.systems[index]);
    match_system(&run->matches[index], &run->model, system, cache);
    rules_judge_system(&run->findings, &run->model, system, &run->matches[index], cache);
    fold_cache_free(cache);
}

static void judge_one(void *context, size_t task) {
    const struct judging *round = context;
    struct run *run = round->run;
    size_t licenses = run->plan.licenses.count;
    if (task >= licenses)
        judge_system(run, task - licenses);
    else if (is_of_round(round, task))
        rules_judge_license(&run->findings, &run->model, (uint32_t)task, run->matches);
}

/* A threshold below a directory's lag would accuse people who were here this week. */
static bool logins_are_fresh(const struct run *run, const struct source *s, struct error *err) {
    int32_t lag = s->facts.login_lag_days, days = s->plan->days[THRESHOLD_dormant_days];
    const struct rule *dormant = rule_find("dormant-account");
    if (lag == 0 || days > lag || !knows_field(s->known, FIELD_last_login_on) ||
        !rule_is_enabled(&run->plan, dormant))
        return true;
    char set[16], least[16];
    snprintf(set, sizeof set, "%d", days);
    snprintf(least, sizeof least, "%d", lag + 1);
    return error_set(err, FAULT_USAGE, MSG_LOGIN_LAG, run->plan.config_path, s->plan->line,
                     s->plan->name, set, least, NULL);
}

bool run_match(struct run *run, struct error *err) {
    for (size_t i = 0; i < run->plan.systems.count; i++)
        if (!logins_are_fresh(run, &run->model.systems[i], err))
            return false;
    if (!plan_settle_systems(&run->plan, err))
        return false;
    run_check_day(run);
    model_seal(&run->model, run->threads);
    run->matches = memory_zeroed(run->plan.systems.count, sizeof *run->matches);
    findings_init(&run->findings, &run->model);
    size_t licenses = run->plan.licenses.count;
    struct judging first = {run, true}, second = {run, false};
    parallel_run(licenses + run->plan.systems.count, run->threads, judge_one, &first);
    parallel_run(licenses, run->threads, judge_one, &second);
    rules_judge_rest(&run->findings, &run->model);
    run_record_begin(run);
    return true;
}

void run_conclude(struct run *run, const struct history *history) {
    if (history)
        rules_judge_history(&run->findings, &run->model, run->matches, history);
    findings_finish(&run->findings, &run->model, run->threads);
    run_record_finish(run);
}

bool run_judge(struct run *run, struct error *err) {
    if (!run_match(run, err))
        return false;
    run_conclude(run, NULL);
    return true;
}

void run_drop_rows(struct run *run) {
    for (size_t i = 0; i < run->plan.systems.count; i++)
        matches_release(&run->matches[i]);
    model_drop_rows(&run->model);
}

void run_release(struct run *run) {
    run_rows_free(run->rows);
    findings_release(&run->findings);
    for (size_t i = 0; run->matches && i < run->plan.systems.count; i++)
        matches_release(&run->matches[i]);
    free(run->matches);
    vec_release(&run->failures);
    model_release(&run->model);
    plan_release(&run->plan);
    memset(run, 0, sizeof *run);
}
