/*
 * Any bytes as tenko.yaml: either a plan that keeps its promises, or one error with a sentence and
 * nothing written.
 */
#include "fuzz.h"

#include "tenko/plan.h"

static void check_input(const struct plan *plan, const struct input_plan *input) {
    FUZZ_ASSERT(input->name && *input->name);
    FUZZ_ASSERT(input->source.connector || input->record == RECORD_ACCOUNT);
    for (int i = 0; i < THRESHOLD_COUNT; i++)
        FUZZ_ASSERT(input->days[i] >= -1 && input->days[i] <= 36500);
    for (size_t i = 0; i < input->columns.count; i++)
        FUZZ_ASSERT(fields[input->columns.items[i].field].records >> input->record & 1);
    for (size_t i = 0; i < input->values.count; i++)
        FUZZ_ASSERT(*input->values.items[i].word && *input->values.items[i].canonical);
    if (input->license.system)
        FUZZ_ASSERT(input->license.system_index.n < plan->systems.count);
}

static void check_plan(const struct plan *plan) {
    FUZZ_ASSERT(plan->rosters.count > 0);
    for (size_t i = 0; i < plan->rosters.count; i++)
        check_input(plan, &plan->rosters.items[i]);
    for (size_t i = 0; i < plan->systems.count; i++)
        check_input(plan, &plan->systems.items[i]);
    for (size_t i = 0; i < plan->licenses.count; i++)
        check_input(plan, &plan->licenses.items[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const rules[] = {"orphan-account", "leave-account", "dormant-account"};
    static const struct plan_names names = {rules, sizeof rules / sizeof *rules};
    struct plan plan;
    struct error err = {0};
    if (plan_parse(&plan, "tenko.yaml", (struct span){(const char *)data, size}, &names, &err)) {
        check_plan(&plan);
        plan_release(&plan);
    } else {
        struct strbuf text = {0};
        error_format(&err, LANG_JA, &text);
        FUZZ_ASSERT(err.message != MSG_NONE && err.fault == FAULT_USAGE && text.n > 0);
        strbuf_release(&text);
    }
    return 0;
}
