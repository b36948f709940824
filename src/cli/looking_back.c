/*
 * The run before: what rules that look back are given of it, and which lists have shrunk since.
 */
#include "recording.h"

#include "planning.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* What a request of such a movement asks for. */
static enum request_action action_of(enum movement m) {
    return m == MOVEMENT_ADDED     ? REQUEST_ADD
           : m == MOVEMENT_REMOVED ? REQUEST_REMOVE
                                   : REQUEST_CHANGE;
}

/* Where movements are noted, each has its action. */
static struct account_past past_of(const struct run_record *r, const struct account_change *c,
                                   bool has_movements) {
    const struct account_record *before = &c->before;
    struct account_past past = {
        .account = NO_ACCOUNT, .was_there = c->was_there, .since = c->since};
    if (has_movements && c->movement != MOVEMENT_COUNT)
        past.action = action_of(c->movement);
    past.is_unsure = has_movements && c->is_unsure;
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
    return past;
}

/* What earlier runs saw of the system, where something moved now. */
static bool fill_earlier(struct recording *r, struct span name, date day,
                         struct system_history *system, struct error *err) {
    struct past_movements past = {0};
    bool has_moved = false;
    for (size_t i = 0; i < system->change_count; i++)
        has_moved |= system->changes[i].action != REQUEST_NONE;
    if (!has_moved)
        return true;
    if (!ledger_past_movements(&past, r->store, name, day, err))
        return false;
    struct earlier_change *all = arena_array(&r->arena, past.items.count + 1, sizeof *all);
    for (size_t i = 0; i < past.items.count; i++) {
        const struct past_movement *m = &past.items.items[i];
        all[i] = (struct earlier_change){arena_copy(&r->arena, m->user_id), action_of(m->change),
                                         m->since, m->as_of};
    }
    system->earlier = all;
    system->earlier_count = past.items.count;
    past_movements_release(&past);
    return true;
}

static bool fill_history(struct recording *r, const struct run *run, date before,
                         struct error *err) {
    const struct run_record *record = &run->record;
    bool has_requests = run->plan.table_of[RECORD_REQUEST] != NULL, ok = true;
    size_t first = record->first_input[INPUT_SYSTEM], end = record->first_input[INPUT_SYSTEM + 1];
    if (has_requests && !ledger_note_movements(r->taken, r->store, record, err))
        return false;
    struct system_history *systems = arena_array(&r->arena, end - first + 1, sizeof *systems);
    size_t changes = ledger_change_count(r->taken), next = 0;
    struct account_past *all = arena_array(&r->arena, changes + 1, sizeof *all);
    for (size_t i = first; ok && i < end; i++) {
        struct system_history *system = &systems[i - first];
        system->as_of = ledger_compared_with(r->taken, (uint32_t)i);
        system->is_known = system->as_of != DATE_NONE;
        system->changes = all + next;
        for (; next < changes && ledger_change(r->taken, next)->input == i; next++)
            all[next] = past_of(record, ledger_change(r->taken, next), has_requests);
        system->change_count = (size_t)(all + next - system->changes);
        ok = fill_earlier(r, record->inputs[i].name, record->head.as_of, system, err);
    }
    r->history = (struct history){before, systems};
    return ok;
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
    return fill_history(r, run, last.as_of, err);
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
