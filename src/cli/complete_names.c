/* Names that only the configuration and its ledger know. */
#include "complete_names.h"

#include "planning.h"

#include "tenko/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static void offer_runs(struct store *s, complete_offer *offer, void *context) {
    struct ledger_runs runs;
    struct error ignored;
    if (!ledger_runs_load(&runs, s, &ignored))
        return;
    for (size_t i = 0; i < runs.items.count; i++) {
        char number[24], day[11];
        snprintf(number, sizeof number, "%" PRIu64, runs.items.items[i].run);
        date_format(runs.items.items[i].as_of, day);
        offer(context, span_of(number), span_of(day));
    }
    ledger_runs_release(&runs);
}

static void offer_open(const struct ledger_names *names, complete_offer *offer, void *context) {
    struct strbuf meaning = {0};
    for (size_t i = 0; i < names->open.count; i++) {
        const struct open_exception *e = &names->open.items[i];
        char id[EXCEPTION_ID_SIZE];
        exception_id_format(e->id, id);
        strbuf_clear(&meaning);
        strbuf_add_span(&meaning, e->rule);
        strbuf_add_text(&meaning, ": ");
        strbuf_add_span(&meaning, e->target);
        offer(context, span_of(id), strbuf_span(&meaning));
    }
    strbuf_release(&meaning);
}

static bool is_in_plan(const struct plan *plan, struct span name) {
    for (size_t i = 0; i < plan->systems.count; i++)
        if (span_equal(span_of(plan->systems.items[i].name), name))
            return true;
    return false;
}

/* Those of the configuration, and those that only a register had in the last run. */
static void offer_systems(const struct plan *plan, const struct ledger_names *names,
                          complete_offer *offer, void *context) {
    for (size_t i = 0; i < plan->systems.count; i++)
        offer(context, span_of(plan->systems.items[i].name), SPAN(""));
    for (size_t i = 0; i < names->systems.count; i++)
        if (!is_in_plan(plan, names->systems.items[i]))
            offer(context, names->systems.items[i], SPAN(""));
}

void complete_names(enum complete_name what, const char *config, complete_offer *offer,
                    void *context) {
    const struct options options = {.config = config, .as_of = DATE_NONE};
    struct run run = {0};
    struct store *store = NULL;
    struct ledger_names names = {0};
    struct error ignored;
    if (plan_from_options(&run, &options, &ignored)) {
        char *path = ledger_path(&run.plan);
        bool has_ledger = store_open(&store, path, STORE_READ, &ignored) &&
                          (what == COMPLETE_RUNS || ledger_names_load(&names, store, &ignored));
        if (what == COMPLETE_SYSTEMS)
            offer_systems(&run.plan, &names, offer, context);
        else if (has_ledger && what == COMPLETE_EXCEPTIONS)
            offer_open(&names, offer, context);
        else if (has_ledger)
            offer_runs(store, offer, context);
        ledger_names_release(&names);
        store_close(store);
        free(path);
    }
    run_release(&run);
}
