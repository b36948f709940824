#include "recording.h"

#include <stdlib.h>

char *ledger_path(const struct plan *plan) {
    struct strbuf path = {0};
    if (plan->ledger[0] != '/' && *plan->base_dir && strcmp(plan->base_dir, ".") != 0) {
        strbuf_add_text(&path, plan->base_dir);
        strbuf_add_char(&path, '/');
    }
    strbuf_add_text(&path, plan->ledger);
    return path.p;
}

static void say_waiting(void *context, const char *holder) {
    cli_note(context, MSG_LEDGER_WAITING, *holder ? holder : "?", NULL);
}

bool recording_begin(struct recording *r, const struct cli *cli, const struct plan *plan,
                     struct error *err) {
    char *path = ledger_path(plan);
    bool ok = store_open(&r->store, path, STORE_WRITE, err) &&
              store_begin(r->store, say_waiting, (void *)cli, err);
    free(path);
    return ok;
}

bool recording_apply(struct recording *r, struct run *run, struct error *err) {
    struct arena arena = {0};
    struct last_run last;
    if (!r->store) {
        r->record = run->record;
        return true;
    }
    bool ok = ledger_last(r->store, &last, &arena, err);
    if (ok) {
        run->record.head.run = last.run + 1;
        run->record.head.has_ledger = true;
        run->record.head.previous_as_of = last.as_of;
        ok = ledger_take(&r->taken, r->store, &run->record, run->threads, err) &&
             ledger_apply(&r->lives, r->store, &run->record, &r->record, err);
    }
    arena_release(&arena);
    return ok;
}

/* The head must stand in the manifest, and the manifest's hash in the ledger: the run is appended
 * first, the report staged, its manifest noted, then everything becomes true at once. */
bool recording_finish(struct recording *r, const struct report_options *options,
                      struct error *err) {
    struct staged_report staged;
    if (!r->store)
        return report_write(&r->record, options, err);
    if (!ledger_append(r->store, &r->record, r->taken, r->lives, r->head, err))
        return false;
    r->record.head.ledger_head = span_of(r->head);
    if (!report_stage(&staged, &r->record, options, err))
        return false;
    if (!ledger_set_manifest(r->store, r->record.head.run, staged.manifest_sha256, err) ||
        !store_commit(r->store, err)) {
        report_abandon(&staged);
        return false;
    }
    return report_commit(&staged, err);
}

void recording_release(struct recording *r) {
    lives_free(r->lives);
    taken_free(r->taken);
    store_close(r->store);
}
