/*
 * The plan itself: its defaults, its tables of names, and quick mode, which fills it from the
 * command line without a configuration.
 */
#include "sections.h"

#include "tenko/fold.h"

#include <assert.h>
#include <stdlib.h>
#include <strings.h>

const struct threshold_info thresholds[THRESHOLD_COUNT] = {
#define THRESHOLD(name, fallback) {#name, fallback},
    THRESHOLD_TABLE
#undef THRESHOLD
};

void input_init(struct input_plan *input, enum record record) {
    *input = (struct input_plan){
        .record = record,
        .source.wants_people = record == RECORD_PERSON,
        .exported_on = DATE_NONE,
        .declared_rows = -1,
        .system = {.ended_on = DATE_NONE, .on_leave_disable = true, .mfa_required = MFA_PRIVILEGED},
        .license = {.quantity = -1,
                    .metric = METRIC_USER,
                    .unit_cost_cents = -1,
                    .contract_from = DATE_NONE,
                    .contract_to = DATE_NONE,
                    .system_index = NO_SYSTEM},
    };
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        input->days[i] = DAYS_NOT_GIVEN;
}

void input_release(struct input_plan *input) {
    vec_release(&input->source.options);
    vec_release(&input->source.wanted);
    vec_release(&input->columns);
    vec_release(&input->values);
}

const char *const match_accept_names[] = {
    [ACCEPT_EXACT] = "exact", [ACCEPT_PROBABLE] = "probable", [ACCEPT_NAME] = "name"};

void plan_init(struct plan *out) {
    *out = (struct plan){
        .config_path = "",
        .base_dir = ".",
        .is_quick = true,
        .organization = "",
        .as_of = DATE_NONE,
        .language = LANG_JA,
        .ledger = "tenko.db",
        .report = "report",
        .timezone = DEFAULT_TIMEZONE,
        .fiscal_month = 4,
        .fiscal_day = 1,
        .retention_years = 5,
        .accept = ACCEPT_PROBABLE,
        .max_unmatched_percent = 50,
        .max_shrink_percent = 30,
        .min_roster_rows = 1,
        .missing_list_stops = true,
    };
    out->zone = zone_load(&out->arena, out->timezone);
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        out->days[i] = thresholds[i].fallback;
}

/* The file's name without folders and without its last ending: hr/職員.csv → 職員. */
static struct span stem_of(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *start = slash ? slash + 1 : path;
    const char *dot = strrchr(start, '.');
    return (struct span){start, dot && dot > start ? (size_t)(dot - start) : strlen(start)};
}

/* The list that a roster, system or license belongs to. */
struct input_list {
    const struct input_plan *items;
    size_t count;
};

static struct input_list list_of(const struct plan *plan, enum record record) {
    switch (record) {
    case RECORD_PERSON:
        return (struct input_list){plan->rosters.items, plan->rosters.count};
    case RECORD_ACCOUNT:
        return (struct input_list){plan->systems.items, plan->systems.count};
    default:
        return (struct input_list){plan->licenses.items, plan->licenses.count};
    }
}

void plan_add_input(struct plan *plan, const struct input_plan *input) {
    if (input->record == RECORD_PERSON)
        vec_push(&plan->rosters, *input);
    else if (input->record == RECORD_ACCOUNT)
        vec_push(&plan->systems, *input);
    else
        vec_push(&plan->licenses, *input);
}

static bool has_name(struct input_list list, const char *name) {
    for (size_t i = 0; i < list.count; i++)
        if (fold_equal(FOLD_WORD, span_of(list.items[i].name), span_of(name)))
            return true;
    return false;
}

bool plan_add_file(struct plan *plan, enum record record, const char *name, const char *path,
                   struct error *err) {
    assert(record == RECORD_PERSON || record == RECORD_ACCOUNT || record == RECORD_SEAT);
    struct span called = name ? span_of(name) : stem_of(path);
    if (!*path)
        return error_set(err, FAULT_USAGE, MSG_CONFIG_QUICK_NO_FILE, "", 0, name ? name : "", NULL);
    if (called.n == 0)
        return error_set(err, FAULT_USAGE, MSG_CONFIG_QUICK_NO_NAME, "", 0, path, NULL);
    struct input_plan input;
    input_init(&input, record);
    memcpy(input.days, plan->days, sizeof input.days);
    input.name = arena_copy(&plan->arena, called).p;
    if (has_name(list_of(plan, record), input.name))
        return error_set(err, FAULT_USAGE, MSG_CONFIG_QUICK_NAME_TWICE, "", 0, input.name, path,
                         NULL);
    input.source.connector = connector_find("csv");
    input.source.base_dir = plan->base_dir;
    input.source.config_file = "";
    struct option_value value = {.name = "path",
                                 .value = arena_copy(&plan->arena, span_of(path)).p};
    vec_push(&input.source.options, value);
    source_find_connector(&input.source);
    plan_add_input(plan, &input);
    return true;
}

struct input_plan *plan_add_section(struct plan *plan, enum record record, const char *name) {
    struct input_plan input;
    input_init(&input, record);
    memcpy(input.days, plan->days, sizeof input.days);
    input.name = name;
    input.source.zone = plan->zone;
    plan_add_input(plan, &input);
    return record == RECORD_ACCOUNT ? &plan->systems.items[plan->systems.count - 1]
                                    : &plan->licenses.items[plan->licenses.count - 1];
}

void plan_set_source(const struct plan *plan, struct input_plan *input, const char *path) {
    input->has_source = true;
    input->source.connector = connector_find("csv");
    input->source.base_dir = plan->base_dir;
    input->source.config_file = plan->config_path;
    struct option_value value = {.name = "path", .value = path};
    vec_push(&input->source.options, value);
    source_find_connector(&input->source);
}

static void release_single(struct input_plan *input) {
    if (input)
        input_release(input);
}

void plan_release(struct plan *plan) {
    for (size_t i = 0; i < plan->rosters.count; i++)
        input_release(&plan->rosters.items[i]);
    for (size_t i = 0; i < plan->systems.count; i++)
        input_release(&plan->systems.items[i]);
    for (size_t i = 0; i < plan->licenses.count; i++)
        input_release(&plan->licenses.items[i]);
    release_single(plan->devices);
    for (int i = FIRST_TABLE; i < RECORD_COUNT; i++)
        release_single(plan->table_of[i]);
    vec_release(&plan->rosters);
    vec_release(&plan->systems);
    vec_release(&plan->licenses);
    vec_release(&plan->rules);
    arena_release(&plan->arena);
    *plan = (struct plan){0};
}
