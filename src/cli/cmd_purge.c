/* tenko purge: drops what is older than it must be kept. */
#include "actor.h"
#include "ledger_place.h"
#include "recording.h"

#include <time.h>

static bool purge(struct cli *cli, struct ledger_place *p, const struct options *o,
                  struct error *err) {
    char user[256], when[40], runs[24], sections[24], states[24], day[11];
    struct purge_result done;
    if (!cli_expect_arguments(o, 0, 0, "purge", err))
        return false;
    if (o->before == DATE_NONE)
        return error_set(err, FAULT_USAGE, MSG_PURGE_NEEDS_DATE, NULL, 0, NULL);
    local_moment(time(NULL), when);
    if (!ledger_place_open(p, cli, o, STORE_WRITE, err) ||
        !store_begin(p->store, say_waiting, (void *)cli, err) ||
        !ledger_purge(&done, p->store, o->before, span_of(user_name(user, sizeof user)),
                      span_of(when), err) ||
        !store_commit(p->store, err))
        return false;
    date_format(o->before, day);
    cli_say(cli, done.sections ? MSG_PURGE_DONE : MSG_PURGE_NOTHING, day,
            cli_number(runs, done.runs), cli_number(sections, done.sections),
            cli_number(states, done.states), NULL);
    if (done.sections)
        cli_say(cli, MSG_RUN_HEAD, done.head, NULL);
    return true;
}

int cmd_purge(struct cli *cli, const struct options *o) {
    struct ledger_place p = {0};
    struct error err;
    int status = purge(cli, &p, o, &err) ? 0 : cli_fail(cli, &err);
    ledger_place_release(&p);
    return status;
}
