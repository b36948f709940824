/*
 * Shared and service IDs: who answers for them, and passwords that several people know. Owner,
 * members and the day of the password stand in the list or in policy/shared.
 */
#include "families.h"

#include <stdio.h>
#include <stdlib.h>

void judge_shared_no_owner(struct judge *j, struct account_case *c) {
    bool has_left = c->p && c->p->state == STATE_LEFT;
    if (c->p && !has_left)
        return;
    if (str_is_none(c->a->owner) && knows_field(c->a->unread, FIELD_owner)) {
        leave_unjudged(j);
        return;
    }
    say_text(j, "owner", source_text(j->source, c->a->owner));
    say_text(j, "owner_name", c->p ? model_text(j->m, c->p->name) : SPAN(""));
    say_text(j, "owner_state",
             has_left                   ? SPAN("left")
             : str_is_none(c->a->owner) ? SPAN("empty")
                                        : SPAN("unknown"));
    say_date(j, "left_on", c->p ? c->p->left_on : DATE_NONE);
    say_date(j, "last_login_on", c->a->last_login_on);
    say_roster_line(j, c->p);
    raise_account(j, c);
}

/* Is the day of the account's password told at all: by the list, or by its row in policy/shared? */
static bool is_password_told(const struct judge *j, const struct account_case *c) {
    const struct source *table = j->m->table_of[RECORD_SHARED];
    return knows_field(j->source->known, FIELD_password_changed_on) ||
           (table && knows_field(table->known, FIELD_password_changed_on) &&
            model_shared(j->m, c->in->system, c->account));
}

bool is_password_known(struct judge *j, const struct account_case *c) {
    if (c->a->password_changed_on != DATE_UNKNOWN && is_password_told(j, c))
        return true;
    leave_unjudged(j);
    return false;
}

void judge_shared_password_stale(struct judge *j, struct account_case *c) {
    const struct shared_id *shared = model_shared(j->m, c->in->system, c->account);
    int32_t limit = j->days[THRESHOLD_shared_password_days];
    if (shared && shared->password_days >= 0)
        limit = shared->password_days;
    date changed = c->a->password_changed_on;
    if (limit <= 0 || !is_password_known(j, c))
        return;
    if (changed != DATE_NONE && (int64_t)j->day - changed <= limit)
        return;
    say_date(j, "password_changed_on", changed);
    say_days(j, "days", changed);
    say_number(j, "threshold", limit);
    say_text(j, "owner", source_text(j->source, c->a->owner));
    say_text(j, "purpose", shared ? model_text(j->m, shared->purpose) : SPAN(""));
    raise_account(j, c);
}

/* The first posting at hiring is no move. */
static bool was_posted_after(const struct person *p, date since, date until) {
    return date_is_known(p->posted_on) && p->posted_on > since && p->posted_on <= until &&
           (!date_is_known(p->hired_on) || p->posted_on > p->hired_on);
}

static bool left_after(const struct person *p, date since, date until) {
    return date_is_known(p->left_on) && p->left_on > since && p->left_on <= until;
}

static bool has_moved(const struct person *p, date since, date until) {
    return left_after(p, since, until) || was_posted_after(p, since, until);
}

/* "person_id (left_on 2025-10-31)" of one who knew the password and went. */
static struct span move_text(struct judge *j, const struct person *p, date changed) {
    struct span id = model_text(j->m, p->person_id);
    bool has_left = left_after(p, changed, j->day);
    char iso[11];
    date_format(has_left ? p->left_on : p->posted_on, iso);
    size_t room = id.n + 40;
    char *text = arena_alloc(j->arena, room);
    int n = snprintf(text, room, "%.*s (%s %s)", (int)id.n, id.n ? id.p : "",
                     has_left ? "left_on" : "posted_on", iso);
    return (struct span){text, (size_t)n};
}

person_ref shared_user(const struct judge *j, const struct account_case *c, uint32_t i) {
    if (i == 0)
        return c->h->person;
    return people_found_one(
        fold_cache_find_people(c->in->cache, j->source->lists.items[c->a->members + i - 1]));
}

/* One who may know the password, and where the ID names him. */
struct id_user {
    person_ref person;
    uint32_t place;
};

static int by_person(const void *left, const void *right) {
    const struct id_user *a = left, *b = right;
    if (a->person.n != b->person.n)
        return a->person.n < b->person.n ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static int by_place(const void *left, const void *right) {
    const struct id_user *a = left, *b = right;
    return (a->place > b->place) - (a->place < b->place);
}

/* Owner and members, each once, in the order of the list; free() them. */
static struct id_user *list_users(const struct judge *j, const struct account_case *c,
                                  size_t *count) {
    struct id_user *users = memory_zeroed((size_t)c->a->member_count + 1, sizeof *users);
    size_t found = 0, kept = 0;
    for (uint32_t i = 0; i <= c->a->member_count; i++) {
        users[found] = (struct id_user){shared_user(j, c, i), i};
        found += is_somebody(users[found].person);
    }
    qsort(users, found, sizeof *users, by_person);
    for (size_t i = 0; i < found; i++)
        if (i == 0 || users[i].person.n != users[kept - 1].person.n)
            users[kept++] = users[i];
    qsort(users, kept, sizeof *users, by_place);
    *count = kept;
    return users;
}

void judge_shared_password_after_move(struct judge *j, struct account_case *c) {
    date changed = c->a->password_changed_on;
    if (!is_password_known(j, c) || !date_is_known(changed))
        return;
    size_t users_count, count = 0;
    struct span moved[TEXTS_LISTED];
    struct id_user *users = list_users(j, c, &users_count);
    for (size_t i = 0; i < users_count; i++) {
        const struct person *p = &j->m->people.items[users[i].person.n];
        if (!has_moved(p, changed, j->day))
            continue;
        if (count < TEXTS_LISTED)
            moved[count] = move_text(j, p, changed);
        count++;
    }
    free(users);
    if (!count)
        return;
    struct span *listed = list_room(j, count);
    memcpy(listed, moved, (count < TEXTS_LISTED ? count : TEXTS_LISTED) * sizeof *listed);
    say_date(j, "password_changed_on", changed);
    say_days(j, "days", changed);
    say_texts(j, "moved", listed, count);
    say_text(j, "owner", source_text(j->source, c->a->owner));
    raise_account(j, c);
}
