/*
 * Shared and service IDs: who answers for them, and passwords that several people know. Owner,
 * members and the day of the password stand in the list or in policy/shared.
 */
#include "judge.h"

#include <stdio.h>

void judge_shared_no_owner(struct judge *j) {
    bool has_left = j->p && j->p->state == STATE_LEFT;
    if (j->p && !has_left)
        return;
    say_text(j, "owner", source_text(j->source, j->a->owner));
    say_text(j, "owner_name", j->p ? model_text(j->m, j->p->name) : SPAN(""));
    say_text(j, "owner_state",
             has_left                   ? SPAN("left")
             : str_is_none(j->a->owner) ? SPAN("empty")
                                        : SPAN("unknown"));
    say_date(j, "left_on", j->p ? j->p->left_on : DATE_NONE);
    say_date(j, "last_login_on", j->a->last_login_on);
    say_roster_line(j, j->p);
    raise_account(j);
}

/* Is the day of the account's password told at all: by the list, or by its row in policy/shared? */
static bool is_password_told(const struct judge *j) {
    const struct source *table = j->m->table_of[RECORD_SHARED];
    return knows_field(j->source->known, FIELD_password_changed_on) ||
           (table && knows_field(table->known, FIELD_password_changed_on) &&
            model_shared(j->m, j->system, j->account));
}

bool is_password_known(struct judge *j) {
    if (j->a->password_changed_on != DATE_UNKNOWN && is_password_told(j))
        return true;
    leave_unjudged(j);
    return false;
}

void judge_shared_password_stale(struct judge *j) {
    const struct shared_id *shared = model_shared(j->m, j->system, j->account);
    int32_t limit = j->days[THRESHOLD_shared_password_days];
    if (shared && shared->password_days >= 0)
        limit = shared->password_days;
    date changed = j->a->password_changed_on;
    if (limit <= 0 || !is_password_known(j))
        return;
    if (changed != DATE_NONE && (int64_t)j->day - changed <= limit)
        return;
    say_date(j, "password_changed_on", changed);
    say_days(j, "days", changed);
    say_number(j, "threshold", limit);
    say_text(j, "owner", source_text(j->source, j->a->owner));
    say_text(j, "purpose", shared ? model_text(j->m, shared->purpose) : SPAN(""));
    raise_account(j);
}

/* The first posting at hiring is no move. */
static bool was_posted_after(const struct person *p, date since, date until) {
    return date_is_known(p->posted_on) && p->posted_on > since && p->posted_on <= until &&
           (!date_is_known(p->hired_on) || p->posted_on > p->hired_on);
}

static bool left_after(const struct person *p, date since, date until) {
    return date_is_known(p->left_on) && p->left_on > since && p->left_on <= until;
}

static struct span move_text(struct judge *j, const struct person *p, const char *what, date day) {
    struct span id = model_text(j->m, p->person_id);
    char iso[11];
    date_format(day, iso);
    size_t room = id.n + 40;
    char *text = arena_alloc(j->arena, room);
    int n = snprintf(text, room, "%.*s (%s %s)", (int)id.n, id.n ? id.p : "", what, iso);
    return (struct span){text, (size_t)n};
}

/* Fills moved[] with "person_id (left_on 2025-10-31)" for one who knew the password and went. */
static void add_if_moved(struct judge *j, person_ref person, struct span *moved, size_t *count) {
    const struct person *p = &j->m->people.items[person.n];
    date changed = j->a->password_changed_on;
    struct span text;
    if (left_after(p, changed, j->day))
        text = move_text(j, p, "left_on", p->left_on);
    else if (was_posted_after(p, changed, j->day))
        text = move_text(j, p, "posted_on", p->posted_on);
    else
        return;
    for (size_t i = 0; i < *count; i++)
        if (span_equal(moved[i], text))
            return;
    moved[(*count)++] = text;
}

person_ref shared_user(struct judge *j, uint32_t i) {
    if (i == 0)
        return j->h->person;
    return people_found_one(
        fold_cache_find_people(j->cache, j->source->lists.items[j->a->members + i - 1]));
}

void judge_shared_password_after_move(struct judge *j) {
    if (!is_password_known(j) || !date_is_known(j->a->password_changed_on))
        return;
    struct span *moved = NULL;
    size_t count = 0;
    for (uint32_t i = 0; i <= j->a->member_count; i++) {
        person_ref person = shared_user(j, i);
        if (!is_somebody(person))
            continue;
        if (!moved)
            moved = arena_array(j->arena, (size_t)j->a->member_count + 1, sizeof *moved);
        add_if_moved(j, person, moved, &count);
    }
    if (!count)
        return;
    say_date(j, "password_changed_on", j->a->password_changed_on);
    say_days(j, "days", j->a->password_changed_on);
    say_texts(j, "moved", moved, count);
    say_text(j, "owner", source_text(j->source, j->a->owner));
    raise_account(j);
}
