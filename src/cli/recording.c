#include "recording.h"

#include "planning.h"

#include "tenko/review.h"

#include "tenko/ending.h"
#include "tenko/fold.h"
#include "tenko/strpool.h"

#include <inttypes.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* The account that runs us, for the manifest: what auditors ask is who drew the list. */
const char *user_name(char *room, size_t size) {
    struct passwd entry, *found = NULL;
    char text[4096];
    if (getpwuid_r(geteuid(), &entry, text, sizeof text, &found) == 0 && found)
        snprintf(room, size, "%s", found->pw_name);
    else
        snprintf(room, size, "uid %u", (unsigned)geteuid());
    return room;
}

void local_moment(int64_t seconds, char out[40]) {
    time_t now = (time_t)seconds;
    struct tm local;
    char when[32] = "";
    long minutes = 0;
    if (localtime_r(&now, &local)) {
        strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%S", &local);
        minutes = local.tm_gmtoff / 60;
    }
    snprintf(out, 40, "%s%c%02ld:%02ld", when, minutes < 0 ? '-' : '+', labs(minutes) / 60 % 100,
             labs(minutes) % 60);
}

char *ledger_path(const struct plan *plan) {
    return path_beside(plan, plan->ledger);
}

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

/* --- The run before --- */

/* Texts of the same roles are equal under FOLD_WORD, in any order. */
struct role_set {
    struct strpool folded;
};

static void add_roles(struct role_set *set, const struct span *roles, size_t count) {
    struct strbuf text = {0};
    for (size_t i = 0; i < count; i++) {
        strbuf_clear(&text);
        fold_text(FOLD_WORD, roles[i], &text);
        strpool_intern(&set->folded, strbuf_span(&text));
    }
    strbuf_release(&text);
}

/* Does one of the two have a role that the other has not? */
static bool roles_differ(const struct account_record *a, const struct account_record *b) {
    struct role_set of_a = {0}, of_b = {0};
    add_roles(&of_a, a->roles, a->role_count);
    uint32_t in_a = strpool_count(&of_a.folded);
    add_roles(&of_a, b->roles, b->role_count);
    bool differ = strpool_count(&of_a.folded) != in_a;
    if (!differ) {
        add_roles(&of_b, b->roles, b->role_count);
        differ = strpool_count(&of_b.folded) != in_a;
    }
    strpool_release(&of_a.folded);
    strpool_release(&of_b.folded);
    return differ;
}

static struct account_past past_of(const struct run_record *r, const struct account_change *c) {
    const struct account_record *before = &c->before;
    struct account_past past = {.account = NO_ACCOUNT, .was_there = c->was_there};
    if (c->account != SIZE_MAX)
        past.account.n = (uint32_t)(c->account - r->first_account[c->input]);
    if (!c->was_there)
        return past;
    past.was_held = span_equal(before->outcome, SPAN("linked"));
    past.holder_was_there = c->holder_was_there;
    past.user_id = before->user_id;
    past.person_id = before->person_id;
    past.name = before->name;
    past.roles = before->roles;
    past.role_count = before->role_count;
    if (c->account != SIZE_MAX) {
        struct account_record now;
        r->rows->account(r->from, c->account, &now);
        past.has_other_roles = roles_differ(before, &now);
    }
    return past;
}

static void fill_history(struct recording *r, const struct run_record *record, date before) {
    size_t first = record->first_input[INPUT_SYSTEM], end = record->first_input[INPUT_SYSTEM + 1];
    struct system_history *systems = arena_array(&r->arena, end - first + 1, sizeof *systems);
    size_t changes = ledger_change_count(r->taken), next = 0;
    struct account_past *all = arena_array(&r->arena, changes + 1, sizeof *all);
    for (size_t i = first; i < end; i++) {
        struct system_history *system = &systems[i - first];
        system->as_of = ledger_compared_with(r->taken, (uint32_t)i);
        system->is_known = system->as_of != DATE_NONE;
        system->changes = all + next;
        for (; next < changes && ledger_change(r->taken, next)->input == i; next++)
            all[next] = past_of(record, ledger_change(r->taken, next));
        system->change_count = (size_t)(all + next - system->changes);
    }
    r->history = (struct history){before, systems};
}

bool recording_look_back(struct recording *r, struct run *run, struct error *err) {
    struct run_record *record = &run->record;
    struct last_run last;
    if (!r->store)
        return true;
    r->inputs = arena_array(&r->arena, record->input_count + 1, sizeof *r->inputs);
    if (!ledger_last(r->store, &last, &r->arena, err) ||
        !ledger_last_inputs(r->store, record, r->inputs, err))
        return false;
    record->head.run = last.run + 1;
    record->head.has_ledger = true;
    record->head.previous_as_of = last.as_of;
    if (!ledger_take(&r->taken, r->store, record, run->threads, err))
        return false;
    fill_history(r, record, last.as_of);
    return true;
}

/* Without a ledger, or with one that no run is in, r->store stays NULL. */
static bool open_past(struct recording *r, const struct plan *plan, struct error *err) {
    char *path = ledger_path(plan);
    bool ok = store_open(&r->store, path, STORE_READ, err) || err->message == MSG_STORE_NONE ||
              err->message == MSG_STORE_EMPTY;
    free(path);
    return ok;
}

bool recording_judge(struct recording *r, struct run *run, struct error *err) {
    if (run->plan.is_quick)
        return run_judge(run, err);
    if (!run_match(run, err))
        return false;
    r->history.systems =
        arena_array(&r->arena, run->plan.systems.count + 1, sizeof *r->history.systems);
    bool ok = open_past(r, &run->plan, err) && recording_look_back(r, run, err);
    run_conclude(run, ok ? &r->history : NULL);
    return ok;
}

/* --- Lists that shrank --- */

static bool has_shrunk(const struct input_record *now, const struct last_input *before,
                       int max_percent) {
    return now->kind != INPUT_TABLE && now->is_delivered && now->accepted < before->rows &&
           (before->rows - now->accepted) * 100 > before->rows * (uint64_t)max_percent;
}

static void add_stop(struct safety_stops *out, const struct input_record *now,
                     const struct last_input *before, int max_percent) {
    struct error stop;
    struct strbuf name = {0};
    char rows[24], then[64], percent[16], day[11];
    date_format(before->as_of, day);
    strbuf_add_span(&name, now->name);
    snprintf(rows, sizeof rows, "%" PRIu64, now->accepted);
    snprintf(then, sizeof then, "%" PRIu64 " (%s)", before->rows, day);
    snprintf(percent, sizeof percent, "%d", max_percent);
    error_set(&stop, FAULT_INPUT, MSG_SHRANK, "", 0, name.p, rows, then, percent, NULL);
    snprintf(stop.file, sizeof stop.file, "%.*s", (int)now->file.n, now->file.n ? now->file.p : "");
    vec_push(&out->items, stop);
    strbuf_release(&name);
}

void recording_find_stops(struct recording *r, struct run *run, struct safety_stops *out) {
    struct run_record *record = &run->record;
    int percent = record->head.max_shrink_percent;
    if (!r->store)
        return;
    struct input_record *inputs = arena_array(&r->arena, record->input_count + 1, sizeof *inputs);
    memcpy(inputs, record->inputs, record->input_count * sizeof *inputs);
    for (size_t i = 0; i < record->input_count; i++) {
        inputs[i].shrank = has_shrunk(&inputs[i], &r->inputs[i], percent);
        if (inputs[i].shrank)
            add_stop(out, &inputs[i], &r->inputs[i], percent);
    }
    record->inputs = inputs;
}

/* --- Recording --- */

bool recording_apply(struct recording *r, struct run *run, struct error *err) {
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

/* The head must stand in the manifest, and the manifest's hash in the ledger: the run is appended
 * first, the report staged, its manifest noted, then everything becomes true at once. */
bool recording_finish(struct recording *r, const struct report_options *options,
                      struct error *err) {
    struct staged_report staged;
    struct report_options with_lives = *options;
    if (!r->store)
        return report_write(&r->record, options, err);
    if (!review_follow_up(r->store, &r->record, err) ||
        !ledger_append(r->store, &r->record, r->taken, r->lives, err))
        return false;
    r->formats = options->formats;
    with_lives.beside = append_lives;
    with_lives.beside_files = write_ahead;
    with_lives.beside_context = r;
    return report_stage(&staged, &r->record, &with_lives, err) && commit_both(r, &staged, err);
}

void recording_release(struct recording *r) {
    review_status_release(&r->review);
    lives_free(r->lives);
    taken_free(r->taken);
    store_close(r->store);
    arena_release(&r->arena);
}
