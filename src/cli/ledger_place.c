#include "ledger_place.h"

#include "planning.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

bool ledger_place_open(struct ledger_place *p, struct cli *cli, const struct options *o,
                       enum store_mode mode, struct error *err) {
    if (!plan_from_options(&p->run, o, err))
        return false;
    cli->language = p->run.plan.language;
    char *path = ledger_path(&p->run.plan);
    bool is_there = mode == STORE_READ || access(path, F_OK) == 0 ||
                    error_set(err, FAULT_OUTPUT, MSG_STORE_NONE, path, 0, NULL);
    bool ok = is_there && store_open(&p->store, path, mode, err) &&
              ledger_runs_load(&p->runs, p->store, err) &&
              (p->runs.items.count || error_set(err, FAULT_OUTPUT, MSG_STORE_EMPTY, path, 0, NULL));
    free(path);
    return ok;
}

void ledger_place_release(struct ledger_place *p) {
    ledger_runs_release(&p->runs);
    store_close(p->store);
    run_release(&p->run);
}

const struct ledger_run *ledger_place_number(const struct ledger_place *p, uint64_t number,
                                             struct error *err) {
    char text[24];
    if (!number)
        return &p->runs.items.items[p->runs.items.count - 1];
    const struct ledger_run *run = ledger_runs_find(&p->runs, number);
    snprintf(text, sizeof text, "%" PRIu64, number);
    if (!run)
        error_set(err, FAULT_USAGE, MSG_LEDGER_NO_RUN, NULL, 0, text, NULL);
    return run;
}

const struct ledger_run *ledger_place_run(const struct ledger_place *p, const char *word,
                                          struct error *err) {
    struct date_style style = {0};
    date day;
    size_t n = strlen(word);
    if (n && n < 8 && strspn(word, "0123456789") == n && strspn(word, "0") < n)
        return ledger_place_number(p, strtoull(word, NULL, 10), err);
    if (date_parse(span_of(word), &style, &day) == DATE_READ)
        return ledger_runs_nearest(&p->runs, day);
    error_set(err, FAULT_USAGE, MSG_NOT_A_RUN, NULL, 0, word, NULL);
    return NULL;
}
