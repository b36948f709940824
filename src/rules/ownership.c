/*
 * Whose account it is, and whether that person should have it: orphans, leavers, people on leave,
 * names and departments that do not fit, accounts too many, unused or missing.
 */
#include "families.h"

#include "tenko/id_look.h"

void judge_orphan_account(struct judge *j, struct account_case *c) {
    say_matched_by(j, c);
    say_text(j, "account_person_id", source_text(j->source, c->a->person_id));
    say_text(j, "account_name", source_text(j->source, c->a->name));
    say_text(j, "account_department", source_text(j->source, c->a->department));
    say_candidates(j, c);
    say_text(j, "looks_like",
             span_of(id_look_word(id_look_of(source_text(j->source, c->a->user_id)))));
    say_date(j, "created_on", c->a->created_on);
    say_date(j, "last_login_on", c->a->last_login_on);
    raise_account(j, c);
}

void judge_ambiguous_owner(struct judge *j, struct account_case *c) {
    say_text(j, "account_person_id", source_text(j->source, c->a->person_id));
    say_text(j, "account_name", source_text(j->source, c->a->name));
    say_text(j, "account_department", source_text(j->source, c->a->department));
    say_candidates(j, c);
    say_date(j, "last_login_on", c->a->last_login_on);
    raise_account(j, c);
}

void judge_leaver_account(struct judge *j, struct account_case *c) {
    say_matched_by(j, c);
    say_date(j, "left_on", c->p->left_on);
    say_days(j, "days", c->p->left_on);
    say_date(j, "last_login_on", c->a->last_login_on);
    say_roster_line(j, c->p);
    /* One that is approved for a successor stays, in the successor's name. */
    raise_account_to(j, c, approval_of_other(j, c) ? ACTION_REASSIGN : j->rule->action);
}

/* Disabled accounts too: what counts is that somebody used the ID after its holder was gone. */
void judge_leaver_login(struct judge *j, struct account_case *c) {
    date left = c->p->left_on, login = c->a->last_login_on;
    if (!date_is_known(left) || !date_is_known(login) || login <= left)
        return;
    say_matched_by(j, c);
    say_date(j, "left_on", left);
    say_date(j, "last_login_on", login);
    say_number(j, "days", (int64_t)login - left);
    say_text(j, "account_status",
             account_is_enabled(c->a, j->day) ? SPAN("enabled") : SPAN("disabled"));
    say_roster_line(j, c->p);
    raise_account(j, c);
}

void judge_leave_account(struct judge *j, struct account_case *c) {
    if (c->p->state != STATE_LEAVE)
        return;
    say_matched_by(j, c);
    say_date(j, "leave_from", c->p->leave_from);
    say_date(j, "leave_to", c->p->leave_to);
    say_text(j, "leave_kind", model_text(j->m, c->p->leave_kind));
    say_days(j, "days", c->p->leave_from);
    say_date(j, "last_login_on", c->a->last_login_on);
    say_roster_line(j, c->p);
    raise_account(j, c);
}

/* Disabled accounts too, and holders who have come back or left since. */
void judge_leave_login(struct judge *j, struct account_case *c) {
    date from = c->p->leave_from, to = c->p->leave_to, login = c->a->last_login_on;
    if (!date_is_known(from) || !date_is_known(login) || login < from || login > j->day ||
        (date_is_known(to) && login > to))
        return;
    if (to == DATE_UNKNOWN) {
        leave_unjudged(j);
        return;
    }
    say_matched_by(j, c);
    say_date(j, "leave_from", from);
    say_date(j, "leave_to", to);
    say_text(j, "leave_kind", model_text(j->m, c->p->leave_kind));
    say_date(j, "last_login_on", login);
    say_number(j, "days", (int64_t)login - from);
    say_text(j, "account_status",
             account_is_enabled(c->a, j->day) ? SPAN("enabled") : SPAN("disabled"));
    say_roster_line(j, c->p);
    raise_account(j, c);
}

/* A match by name and department has compared the name already. */
void judge_name_mismatch(struct judge *j, struct account_case *c) {
    if (c->h->step == STEP_NAME_DEPARTMENT || c->h->step == STEP_NAME ||
        model_names_agree(j->m, c->in->cache, c->a, c->p) != NAMES_DIFFER)
        return;
    say_matched_by(j, c);
    say_text(j, "account_name",
             source_text(j->source, !str_is_none(c->a->name) ? c->a->name : c->a->kana));
    say_text(j, "roster_name", model_text(j->m, c->p->name));
    say_text(j, "former_name", model_text(j->m, c->p->former_name));
    say_text(j, "roster_kana", model_text(j->m, c->p->kana));
    say_roster_line(j, c->p);
    raise_account(j, c);
}

static bool has_department(const struct model *m, const struct person *p) {
    for (uint32_t i = 0; i < p->post_count; i++) {
        const struct post *post = &m->posts.items[p->posts + i];
        if (!key_is_none(post->department_code_key) || !key_is_none(post->department_key))
            return true;
    }
    return false;
}

/* The same code and name on both sides: the common case, without a look-up. */
static bool is_written_alike(const struct model *m, const struct person *p, key_id code,
                             key_id name) {
    for (uint32_t i = 0; i < p->post_count; i++) {
        const struct post *post = &m->posts.items[p->posts + i];
        if (key_equal(post->department_code_key, code) && key_equal(post->department_key, name))
            return true;
    }
    return false;
}

/* Any of the account's departments counts. */
static bool department_fits(const struct judge *j, const struct account_case *c, key_id code,
                            key_id name) {
    if (is_written_alike(j->m, c->p, code, name) || !has_department(j->m, c->p))
        return true;
    const struct account *a = c->a;
    struct fold_cache *cache = c->in->cache;
    if (model_person_in(j->m, c->p,
                        fold_cache_departments(cache, a->department_code, a->department)))
        return true;
    for (uint32_t i = 0; i < a->more_departments.count; i++) {
        str_id more = j->source->lists.items[a->more_departments.first + i];
        if (model_person_in(j->m, c->p, fold_cache_departments(cache, STR_NONE, more)))
            return true;
    }
    return false;
}

void judge_department_mismatch(struct judge *j, struct account_case *c) {
    key_id code = fold_cache_key(c->in->cache, FOLD_ID, c->a->department_code);
    key_id name = fold_cache_key(c->in->cache, FOLD_WORD, c->a->department);
    if ((key_is_none(code) && key_is_none(name)) || department_fits(j, c, code, name))
        return;
    say_matched_by(j, c);
    say_text(j, "account_department_code", source_text(j->source, c->a->department_code));
    say_text(j, "account_department",
             source_text(j->source, !str_is_none(c->a->department) ? c->a->department
                                                                   : c->a->department_code));
    say_posts(j, "roster_departments", c->p, FIELD_department);
    say_date(j, "posted_on", c->p->posted_on);
    say_days(j, "days", c->p->posted_on);
    say_roster_line(j, c->p);
    raise_account(j, c);
}

static bool has_job_type(const struct model *m, const struct person *p) {
    for (uint32_t i = 0; i < p->post_count; i++)
        if (!key_is_none(m->posts.items[p->posts + i].job_type_key))
            return true;
    return false;
}

/* Only where both sides know. */
void judge_job_type_mismatch(struct judge *j, struct account_case *c) {
    key_id key = fold_cache_key(c->in->cache, FOLD_WORD, c->a->job_type);
    if (key_is_none(key) || !has_job_type(j->m, c->p) ||
        model_person_has(j->m, c->p, FIELD_job_type, key))
        return;
    say_matched_by(j, c);
    say_text(j, "account_job_type", source_text(j->source, c->a->job_type));
    say_posts(j, "roster_job_types", c->p, FIELD_job_type);
    say_roster_line(j, c->p);
    raise_account(j, c);
}

static void say_what_conditions_see(struct judge *j, const struct person *p) {
    say_posts(j, "employments", p, FIELD_employment);
    say_posts(j, "departments", p, FIELD_department);
    say_posts(j, "job_types", p, FIELD_job_type);
    say_posts(j, "positions", p, FIELD_position);
}

void judge_not_eligible(struct judge *j, struct account_case *c) {
    if (model_meets(j->m, c->p, &c->in->keys->eligible))
        return;
    say_matched_by(j, c);
    say_what_conditions_see(j, c->p);
    say_roster_line(j, c->p);
    raise_account(j, c);
}

/* `count` accounts of a person, those from `first` on without the one at hand (or NO_ACCOUNT). */
struct listed_accounts {
    const struct held_accounts *held;
    account_ref first, at_hand;
    size_t count;
};

static void say_accounts(struct judge *j, const char *key, const struct listed_accounts *list) {
    struct span *ids = list_room(j, list->count);
    size_t at = 0;
    for (account_ref i = list->first; at < list->count && at < TEXTS_LISTED;
         i = list->held->next[i.n])
        if (i.n != list->at_hand.n)
            ids[at++] = source_text(j->source, j->source->accounts.items[i.n].user_id);
    say_texts(j, key, ids, list->count);
}

void judge_duplicate_account(struct judge *j, struct account_case *c) {
    const struct held_accounts *held = &c->in->held;
    account_ref first = held->first[c->h->person.n];
    uint32_t others = held->rest[first.n] - 1; /* it is one of them */
    if (!others)
        return;
    say_matched_by(j, c);
    say_accounts(j, "other_accounts", &(struct listed_accounts){held, first, c->account, others});
    say_date(j, "created_on", c->a->created_on);
    say_date(j, "last_login_on", c->a->last_login_on);
    say_roster_line(j, c->p);
    raise_account(j, c);
}

void judge_dormant_account(struct judge *j, struct account_case *c) {
    date login = c->a->last_login_on;
    if (!date_is_known(login) || (int64_t)j->day - login <= j->days[THRESHOLD_dormant_days])
        return;
    say_matched_by(j, c);
    say_date(j, "last_login_on", login);
    say_days(j, "days", login);
    say_threshold(j);
    raise_account(j, c);
}

void judge_never_used_account(struct judge *j, struct account_case *c) {
    date created = c->a->created_on;
    if (c->a->last_login_on != DATE_NONE)
        return;
    if (created == DATE_UNKNOWN) {
        leave_unjudged(j);
        return;
    }
    if (date_is_known(created) && (int64_t)j->day - created <= j->days[THRESHOLD_never_used_days])
        return;
    say_matched_by(j, c);
    say_date(j, "created_on", created);
    say_days(j, "days", created);
    say_threshold(j);
    raise_account(j, c);
}

void judge_missing_account(struct judge *j, struct person_case *c) {
    const struct held_accounts *held = &c->in->held;
    account_ref first = held->first[c->person.n]; /* an enabled one, if there is any */
    if (c->p->state != STATE_ACTIVE ||
        (is_account(first) && account_is_enabled(&j->source->accounts.items[first.n], j->day)) ||
        !model_holds_person(j->m, c->in->system, c->p) ||
        !model_meets(j->m, c->p, &c->in->keys->required_for))
        return;
    size_t count = 0;
    for (account_ref i = first; is_account(i); i = held->next[i.n])
        count++;
    say_what_conditions_see(j, c->p);
    say_accounts(j, "disabled_accounts", &(struct listed_accounts){held, first, NO_ACCOUNT, count});
    say_date(j, "hired_on", c->p->hired_on);
    say_roster_line(j, c->p);
    raise_person(j, c->p);
}

void judge_disabled_retained(struct judge *j, struct account_case *c) {
    date left = c->p->left_on;
    if (!date_is_known(left) || (int64_t)j->day - left <= j->days[THRESHOLD_retain_days])
        return;
    say_matched_by(j, c);
    say_date(j, "left_on", left);
    say_days(j, "days", left);
    say_threshold(j);
    say_roster_line(j, c->p);
    raise_account(j, c);
}

void judge_leaving_soon(struct judge *j, struct account_case *c) {
    date left = c->p->left_on;
    if (!date_is_known(left) || left < j->day ||
        (int64_t)left - j->day > j->days[THRESHOLD_leaving_soon_days])
        return;
    say_matched_by(j, c);
    say_date(j, "left_on", left);
    say_number(j, "days", (int64_t)left - j->day);
    say_threshold(j);
    say_roster_line(j, c->p);
    raise_account(j, c);
}
