#include "recording.h"

#include "planning.h"

#include "tenko/ending.h"

#include <stdlib.h>

void say_waiting(void *context, const char *holder) {
    cli_note(context, MSG_LEDGER_WAITING, *holder ? holder : "?", NULL);
}

static void note_leftover(void *context, const char *path, const char *why) {
    cli_note(context, MSG_REPORT_CANNOT_REMOVE, path, why, NULL);
}

struct report_listener report_listener_of(const struct cli *cli) {
    return (struct report_listener){note_leftover, (void *)cli};
}

/* A run that died after its commit left its report beside the folder. */
static bool finish_last_report(struct recording *r, const struct cli *cli, const char *directory,
                               struct error *err) {
    struct report_listener listener = report_listener_of(cli);
    struct last_run last;
    return ledger_last(r->store, &last, &r->arena, err) &&
           report_finish(directory, last.manifest, &listener, err);
}

/* Nothing is added to a ledger whose pages are damaged. */
static bool is_sound(struct store *s, struct error *err) {
    char *what;
    bool is_sound = store_is_sound(s, &what);
    free(what);
    return store_fits(s, is_sound, err);
}

bool recording_check(struct recording *r, struct error *err) {
    return !r->store || is_sound(r->store, err);
}

bool recording_begin(struct recording *r, const struct cli *cli, const struct plan *plan,
                     const char *directory, struct error *err) {
    char *path = ledger_path(plan);
    bool ok = store_open(&r->store, path, STORE_WRITE, err) &&
              store_begin(r->store, say_waiting, (void *)cli, err) &&
              finish_last_report(r, cli, directory, err);
    free(path);
    return ok;
}

bool recording_apply(struct recording *r, struct run *run, struct error *err) {
    r->run = run;
    r->record = run->record;
    return !r->store || ledger_apply(&r->lives, r->store, &run->record, &r->record, err);
}

bool recording_add_review(struct review_status *status, struct store *s, struct run_record *record,
                          unsigned formats, struct error *err) {
    if (!(formats & (FORMAT_XLSX | FORMAT_HTML)))
        return true;
    if (!review_status(status, s, 0, record->head.run, err))
        return false;
    record->review = status->record.review ? &status->record : NULL;
    return true;
}

/* A signal finds both done or neither. */
static bool commit_both(struct recording *r, struct staged_report *staged, struct error *err) {
    ending_hold();
    bool is_recorded =
        ledger_set_manifest(r->store, r->record.head.run, staged->manifest_sha256, err) &&
        store_commit(r->store, err);
    bool ok = is_recorded && report_commit(staged, err);
    if (!is_recorded)
        report_abandon(staged);
    ending_allow();
    return ok;
}

static bool append_run(void *context, struct error *err) {
    struct recording *r = context;
    return review_follow_up(r->store, &r->record, err) &&
           ledger_append(r->store, &r->record, r->taken, r->lives, err);
}

/* What the report says of the ledger and only its files need: the head, and the review. */
static bool append_lives(void *context, struct error *err) {
    struct recording *r = context;
    if (!ledger_append_lives(r->store, r->taken, r->lives, r->head, err) ||
        !recording_add_review(&r->review, r->store, &r->record, r->formats, err))
        return false;
    r->record.head.ledger_head = span_of(r->head);
    return true;
}

static void write_ahead(void *context) {
    store_write_ahead(((struct recording *)context)->store);
}

/* Beside what the disk still does. */
static void drop_rows(void *context) {
    run_drop_rows(((struct recording *)context)->run);
}

/* The head must stand in the manifest, and the manifest's hash in the ledger: the run is appended
 * first, the report staged, its manifest noted, then everything becomes true at once. */
bool recording_finish(struct recording *r, const struct report_options *options,
                      struct error *err) {
    struct staged_report staged;
    struct report_options recorded = *options;
    if (!r->store)
        return report_write(&r->record, options, err);
    r->formats = options->formats;
    recorded.beside = (struct report_beside){.context = r,
                                             .begun = append_run,
                                             .known = append_lives,
                                             .files = write_ahead,
                                             .rows_done = drop_rows};
    return report_stage(&staged, &r->record, &recorded, err) && commit_both(r, &staged, err);
}

void recording_release(struct recording *r) {
    review_status_release(&r->review);
    lives_free(r->lives);
    taken_free(r->taken);
    store_close(r->store);
    arena_release(&r->arena);
}
