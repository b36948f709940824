/*
 * Whose account it is, and whether that person should have it: orphans, leavers, people on leave,
 * names and departments that do not fit, accounts too many, unused or missing.
 */
#include "judge.h"

void judge_orphan_account(struct judge *j) {
    say_matched_by(j);
    say_text(j, "account_person_id", source_text(j->source, j->a->person_id));
    say_text(j, "account_name", source_text(j->source, j->a->name));
    say_text(j, "account_department", source_text(j->source, j->a->department));
    say_candidates(j);
    say_date(j, "created_on", j->a->created_on);
    say_date(j, "last_login_on", j->a->last_login_on);
    raise_account(j);
}

void judge_ambiguous_owner(struct judge *j) {
    say_text(j, "account_person_id", source_text(j->source, j->a->person_id));
    say_text(j, "account_name", source_text(j->source, j->a->name));
    say_text(j, "account_department", source_text(j->source, j->a->department));
    say_candidates(j);
    say_date(j, "last_login_on", j->a->last_login_on);
    raise_account(j);
}

void judge_leaver_account(struct judge *j) {
    say_matched_by(j);
    say_date(j, "left_on", j->p->left_on);
    say_days(j, "days", j->p->left_on);
    say_date(j, "last_login_on", j->a->last_login_on);
    say_roster_line(j, j->p);
    /* One that is approved for a successor stays, in the successor's name. */
    raise_account_to(j, approval_of_other(j) ? ACTION_REASSIGN : j->rule->action);
}

/* Disabled accounts too: what counts is that somebody used the ID after its holder was gone. */
void judge_leaver_login(struct judge *j) {
    date left = j->p->left_on, login = j->a->last_login_on;
    if (!date_is_known(left) || !date_is_known(login) || login <= left)
        return;
    say_matched_by(j);
    say_date(j, "left_on", left);
    say_date(j, "last_login_on", login);
    say_number(j, "days", (int64_t)login - left);
    say_text(j, "account_status",
             account_is_enabled(j->a, j->day) ? SPAN("enabled") : SPAN("disabled"));
    say_roster_line(j, j->p);
    raise_account(j);
}

void judge_leave_account(struct judge *j) {
    if (j->p->state != STATE_LEAVE)
        return;
    say_matched_by(j);
    say_date(j, "leave_from", j->p->leave_from);
    say_date(j, "leave_to", j->p->leave_to);
    say_text(j, "leave_kind", model_text(j->m, j->p->leave_kind));
    say_days(j, "days", j->p->leave_from);
    say_date(j, "last_login_on", j->a->last_login_on);
    say_roster_line(j, j->p);
    raise_account(j);
}

/* Disabled accounts too, and holders who have come back or left since. */
void judge_leave_login(struct judge *j) {
    date from = j->p->leave_from, to = j->p->leave_to, login = j->a->last_login_on;
    if (!date_is_known(from) || !date_is_known(login) || login < from || login > j->day ||
        (date_is_known(to) && login > to))
        return;
    if (to == DATE_UNKNOWN) {
        leave_unjudged(j);
        return;
    }
    say_matched_by(j);
    say_date(j, "leave_from", from);
    say_date(j, "leave_to", to);
    say_text(j, "leave_kind", model_text(j->m, j->p->leave_kind));
    say_date(j, "last_login_on", login);
    say_number(j, "days", (int64_t)login - from);
    say_text(j, "account_status",
             account_is_enabled(j->a, j->day) ? SPAN("enabled") : SPAN("disabled"));
    say_roster_line(j, j->p);
    raise_account(j);
}

/* A match by name and department has compared the name already. */
void judge_name_mismatch(struct judge *j) {
    if (j->h->step == STEP_NAME_DEPARTMENT || j->h->step == STEP_NAME ||
        model_names_agree(j->m, j->cache, j->a, j->p) != NAMES_DIFFER)
        return;
    say_matched_by(j);
    say_text(j, "account_name",
             source_text(j->source, !str_is_none(j->a->name) ? j->a->name : j->a->kana));
    say_text(j, "roster_name", model_text(j->m, j->p->name));
    say_text(j, "former_name", model_text(j->m, j->p->former_name));
    say_text(j, "roster_kana", model_text(j->m, j->p->kana));
    say_roster_line(j, j->p);
    raise_account(j);
}

static bool has_department(const struct judge *j) {
    for (uint32_t i = 0; i < j->p->post_count; i++) {
        const struct post *post = &j->m->posts.items[j->p->posts + i];
        if (!key_is_none(post->department_code_key) || !key_is_none(post->department_key))
            return true;
    }
    return false;
}

/* The same code and name on both sides: the common case, without a look-up. */
static bool is_written_alike(const struct judge *j, key_id code, key_id name) {
    for (uint32_t i = 0; i < j->p->post_count; i++) {
        const struct post *post = &j->m->posts.items[j->p->posts + i];
        if (key_equal(post->department_code_key, code) && key_equal(post->department_key, name))
            return true;
    }
    return false;
}

/* Any of the account's departments counts. */
static bool department_fits(struct judge *j, key_id code, key_id name) {
    if (is_written_alike(j, code, name) || !has_department(j))
        return true;
    const struct account *a = j->a;
    if (model_person_in(j->m, j->p,
                        fold_cache_departments(j->cache, a->department_code, a->department)))
        return true;
    for (uint32_t i = 0; i < a->more_departments.count; i++)
        if (model_person_in(
                j->m, j->p,
                fold_cache_departments(j->cache, STR_NONE,
                                       j->source->lists.items[a->more_departments.first + i])))
            return true;
    return false;
}

void judge_department_mismatch(struct judge *j) {
    key_id code = fold_cache_key(j->cache, FOLD_ID, j->a->department_code);
    key_id name = fold_cache_key(j->cache, FOLD_WORD, j->a->department);
    if ((key_is_none(code) && key_is_none(name)) || department_fits(j, code, name))
        return;
    say_matched_by(j);
    say_text(j, "account_department_code", source_text(j->source, j->a->department_code));
    say_text(j, "account_department",
             source_text(j->source, !str_is_none(j->a->department) ? j->a->department
                                                                   : j->a->department_code));
    say_posts(j, "roster_departments", j->p, FIELD_department);
    say_date(j, "posted_on", j->p->posted_on);
    say_days(j, "days", j->p->posted_on);
    say_roster_line(j, j->p);
    raise_account(j);
}

static bool has_job_type(const struct model *m, const struct person *p) {
    for (uint32_t i = 0; i < p->post_count; i++)
        if (!key_is_none(m->posts.items[p->posts + i].job_type_key))
            return true;
    return false;
}

/* Only where both sides know. */
void judge_job_type_mismatch(struct judge *j) {
    key_id key = fold_cache_key(j->cache, FOLD_WORD, j->a->job_type);
    if (key_is_none(key) || !has_job_type(j->m, j->p) ||
        model_person_has(j->m, j->p, FIELD_job_type, key))
        return;
    say_matched_by(j);
    say_text(j, "account_job_type", source_text(j->source, j->a->job_type));
    say_posts(j, "roster_job_types", j->p, FIELD_job_type);
    say_roster_line(j, j->p);
    raise_account(j);
}

static void say_what_conditions_see(struct judge *j, const struct person *p) {
    say_posts(j, "employments", p, FIELD_employment);
    say_posts(j, "departments", p, FIELD_department);
    say_posts(j, "job_types", p, FIELD_job_type);
    say_posts(j, "positions", p, FIELD_position);
}

void judge_not_eligible(struct judge *j) {
    if (model_meets(j->m, j->p, &j->keys->eligible))
        return;
    say_matched_by(j);
    say_what_conditions_see(j, j->p);
    say_roster_line(j, j->p);
    raise_account(j);
}

/* User IDs of the person's accounts in this system that `wanted` lets through, in the order of the
 * list. */
static void say_accounts(struct judge *j, const char *key, person_ref person,
                         bool (*wanted)(const struct judge *j, account_ref account)) {
    size_t count = 0;
    for (account_ref i = j->held.first[person.n]; is_account(i); i = j->held.next[i.n])
        count += wanted(j, i);
    struct span *ids = arena_array(j->arena, count, sizeof *ids);
    size_t at = count;
    for (account_ref i = j->held.first[person.n]; is_account(i); i = j->held.next[i.n])
        if (wanted(j, i))
            ids[--at] = source_text(j->source, j->source->accounts.items[i.n].user_id);
    say_texts(j, key, ids, count);
}

static bool is_other_personal(const struct judge *j, account_ref account) {
    const struct account *a = &j->source->accounts.items[account.n];
    return account.n != j->account.n && a->kind == KIND_PERSONAL && account_is_enabled(a, j->day);
}

static bool is_enabled(const struct judge *j, account_ref account) {
    return account_is_enabled(&j->source->accounts.items[account.n], j->day);
}

static bool is_any(const struct judge *j, account_ref account) {
    (void)j;
    (void)account;
    return true;
}

static bool holds(const struct judge *j, person_ref person,
                  bool (*wanted)(const struct judge *j, account_ref account)) {
    for (account_ref i = j->held.first[person.n]; is_account(i); i = j->held.next[i.n])
        if (wanted(j, i))
            return true;
    return false;
}

void judge_duplicate_account(struct judge *j) {
    if (!holds(j, j->h->person, is_other_personal))
        return;
    say_matched_by(j);
    say_accounts(j, "other_accounts", j->h->person, is_other_personal);
    say_date(j, "created_on", j->a->created_on);
    say_date(j, "last_login_on", j->a->last_login_on);
    say_roster_line(j, j->p);
    raise_account(j);
}

void judge_dormant_account(struct judge *j) {
    date login = j->a->last_login_on;
    if (!date_is_known(login) || (int64_t)j->day - login <= j->days[THRESHOLD_dormant_days])
        return;
    say_matched_by(j);
    say_date(j, "last_login_on", login);
    say_days(j, "days", login);
    say_threshold(j);
    raise_account(j);
}

void judge_never_used_account(struct judge *j) {
    date created = j->a->created_on;
    if (j->a->last_login_on != DATE_NONE)
        return;
    if (created == DATE_UNKNOWN) {
        leave_unjudged(j);
        return;
    }
    if (date_is_known(created) && (int64_t)j->day - created <= j->days[THRESHOLD_never_used_days])
        return;
    say_matched_by(j);
    say_date(j, "created_on", created);
    say_days(j, "days", created);
    say_threshold(j);
    raise_account(j);
}

void judge_missing_account(struct judge *j) {
    person_ref person = {(uint32_t)(j->p - j->m->people.items)};
    if (j->p->state != STATE_ACTIVE || holds(j, person, is_enabled) ||
        !model_meets(j->m, j->p, &j->keys->required_for))
        return;
    say_what_conditions_see(j, j->p);
    say_accounts(j, "disabled_accounts", person, is_any);
    say_date(j, "hired_on", j->p->hired_on);
    say_roster_line(j, j->p);
    raise_person(j, j->p);
}

void judge_disabled_retained(struct judge *j) {
    date left = j->p->left_on;
    if (!date_is_known(left) || (int64_t)j->day - left <= j->days[THRESHOLD_retain_days])
        return;
    say_matched_by(j);
    say_date(j, "left_on", left);
    say_days(j, "days", left);
    say_threshold(j);
    say_roster_line(j, j->p);
    raise_account(j);
}

void judge_leaving_soon(struct judge *j) {
    date left = j->p->left_on;
    if (!date_is_known(left) || left < j->day ||
        (int64_t)left - j->day > j->days[THRESHOLD_leaving_soon_days])
        return;
    say_matched_by(j);
    say_date(j, "left_on", left);
    say_number(j, "days", (int64_t)left - j->day);
    say_threshold(j);
    say_roster_line(j, j->p);
    raise_account(j);
}
