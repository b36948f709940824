/*
 * What is not evaluated, and why: for every input and every rule that speaks of such inputs.
 * Silence never looks like a pass, so a rule runs only where its coverage says so.
 *
 * The first reason found is given, the most general first: switched off, no list, fields missing,
 * then what the table's flags ask for (one row below each), then a threshold that is off.
 */
#include "engine.h"

struct check {
    const struct model *m;
    const struct source *source;
    const struct input_plan *plan;
    const struct rule *rule;
    system_ref system; /* or NO_SYSTEM */
    const struct history *history;
    struct arena *arena;
    struct coverage *out;
};

static void add_titles(struct strbuf *text, field_set set, enum language lang) {
    bool is_first = true;
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (!knows_field(set, (enum field)i))
            continue;
        strbuf_add_text(text, is_first ? "" : ", ");
        strbuf_add_text(text, field_title((enum field)i, lang));
        is_first = false;
    }
}

/* The fields of a set as people call them, in either language: the run may be written in the other
 * one later. */
static struct span field_titles(struct check *c, field_set set) {
    struct strbuf text = {0};
    add_titles(&text, set, LANG_JA);
    strbuf_add_text(&text, MESSAGE_EITHER);
    add_titles(&text, set, LANG_EN);
    struct span titles = arena_copy(c->arena, strbuf_span(&text));
    strbuf_release(&text);
    return titles;
}

static bool knows(const struct source *s, field_set any) {
    return has_field_of(s->known, any);
}

static bool a_roster_knows(const struct model *m, field_set any) {
    for (size_t i = 0; i < m->plan->rosters.count; i++)
        if (knows(&m->rosters[i], any))
            return true;
    return false;
}

/* --- What the flags ask for: true = it is there --- */

static bool has_list(const struct check *c) {
    return !c->source->is_missing;
}
static bool has_config(const struct check *c) {
    return !c->m->plan->is_quick;
}
static bool has_roster(const struct check *c) {
    return c->m->plan->rosters.count > 0;
}
static bool has_export_date(const struct check *c) {
    return date_is_known(c->plan->exported_on);
}
static bool has_privileged(const struct check *c) {
    return knows_field(c->source->known, FIELD_privileged) ||
           (c->plan->system.privileged_roles.count > 0 &&
            knows_field(c->source->known, FIELD_role));
}
static bool has_approvals(const struct check *c) {
    return c->m->of_system[c->system.n].approvals_known;
}
static bool has_requests(const struct check *c) {
    return c->m->table_of[RECORD_REQUEST];
}
static bool has_role_policy(const struct check *c) {
    return c->m->of_system[c->system.n].policy_speaks;
}

/* A conflict is judged under its system_a, with the roles of both. */
static bool has_conflicts(const struct check *c) {
    return c->m->of_system[c->system.n].is_in_conflicts;
}

static bool has_kinds(const struct check *c) {
    for (size_t i = 0; i < c->plan->system.glob_count; i++)
        if (c->plan->system.globs[i].kind == KIND_SHARED ||
            c->plan->system.globs[i].kind == KIND_SERVICE)
            return true;
    return knows_field(c->source->known, FIELD_kind) || c->m->table_of[RECORD_SHARED];
}
static const struct source *shared_table(const struct check *c) {
    return c->m->table_of[RECORD_SHARED];
}
static bool has_register(const struct check *c) {
    bool is_system = c->plan->record == RECORD_ACCOUNT;
    return c->m->table_of[is_system ? RECORD_SYSTEM : RECORD_LICENSE] != NULL;
}
static bool has_declared(const struct check *c) {
    return c->plan->declared_rows >= 0;
}
static bool has_incidents(const struct check *c) {
    return c->m->table_of[RECORD_INCIDENT] != NULL;
}
static bool has_mfa_duty(const struct check *c) {
    return c->plan->system.mfa_required != MFA_NONE;
}
static bool has_on_leave(const struct check *c) {
    return c->plan->system.on_leave_disable;
}
static bool has_eligible(const struct check *c) {
    return c->plan->system.eligible.is_set;
}
static bool has_required(const struct check *c) {
    return c->plan->system.required_for.is_set;
}
static bool has_departments(const struct check *c) {
    return c->m->departments.count > 0;
}
static bool has_quantity(const struct check *c) {
    return c->plan->license.quantity >= 0;
}
static bool has_contract(const struct check *c) {
    return date_is_known(c->plan->license.contract_to);
}
static bool has_license_system(const struct check *c) {
    system_ref system = c->plan->license.system_index;
    return is_system(system) && !c->m->systems[system.n].is_missing;
}

/* People are found in the rosters, user IDs in the license's system, devices among the devices. One
 * column of the list that can be looked up is enough. */
static bool has_holders(const struct check *c) {
    return knows_field(c->source->known, FIELD_person_id) ||
           (knows_field(c->source->known, FIELD_user_id) && has_license_system(c)) ||
           (knows_field(c->source->known, FIELD_device_id) && c->m->devices);
}
/* A license of devices whose devices cannot be looked up: only its other holders are. */
static bool leaves_devices_out(const struct check *c) {
    return c->plan->license.metric == METRIC_DEVICE && !c->m->devices &&
           knows_field(c->source->known, FIELD_device_id);
}
static bool has_leavers(const struct check *c) {
    bool has = false;
    for (size_t i = 0; i < c->m->plan->rosters.count; i++)
        has |= c->m->plan->rosters.items[i].is_leavers;
    return has && !c->plan->is_leavers;
}
static bool has_logins(const struct check *c) {
    return !c->source->logins_mostly_absent;
}
static bool has_fresh_logins(const struct check *c) {
    int32_t lag = c->source->facts.login_lag_days;
    return lag == 0 || c->plan->days[c->rule->threshold] > lag;
}

static const struct {
    unsigned flag;
    bool (*is_met)(const struct check *c);
    enum message_id why;
} requirements[] = {
    {RULE_NEEDS_LIST, has_list, MSG_RULES_NO_LIST},
    {RULE_NEEDS_CONFIG, has_config, MSG_RULES_QUICK},
    {RULE_NEEDS_ROSTER, has_roster, MSG_RULES_NO_ROSTER},
    {RULE_NEEDS_EXPORTED, has_export_date, MSG_RULES_NO_EXPORTED_ON},
    {RULE_NEEDS_REQUESTS, has_requests, MSG_RULES_NO_REQUESTS},
    {RULE_NEEDS_APPROVALS, has_approvals, MSG_RULES_NO_APPROVALS},
    {RULE_NEEDS_PRIVILEGED, has_privileged, MSG_RULES_NO_PRIVILEGED},
    {RULE_NEEDS_ROLES, has_role_policy, MSG_RULES_NO_ROLE_POLICY},
    {RULE_NEEDS_CONFLICTS, has_conflicts, MSG_RULES_NO_CONFLICTS},
    {RULE_NEEDS_KINDS, has_kinds, MSG_RULES_NO_KINDS},
    {RULE_NEEDS_ON_LEAVE, has_on_leave, MSG_RULES_LEAVE_KEPT},
    {RULE_NEEDS_ELIGIBLE, has_eligible, MSG_RULES_NO_ELIGIBLE},
    {RULE_NEEDS_REQUIRED, has_required, MSG_RULES_NO_REQUIRED_FOR},
    {RULE_NEEDS_OWNERS, has_departments, MSG_RULES_NO_DEPARTMENTS},
    {RULE_NEEDS_QUANTITY, has_quantity, MSG_RULES_NO_QUANTITY},
    {RULE_NEEDS_CONTRACT, has_contract, MSG_RULES_NO_CONTRACT_TO},
    {RULE_NEEDS_SYSTEM, has_license_system, MSG_RULES_NO_LICENSE_SYSTEM},
    {RULE_NEEDS_HOLDERS, has_holders, MSG_RULES_NO_HOLDERS},
    {RULE_NEEDS_LEAVERS, has_leavers, MSG_RULES_NO_LEAVERS},
    {RULE_NEEDS_LOGINS, has_logins, MSG_RULES_LOGINS_ABSENT},
    {RULE_NEEDS_REGISTER, has_register, MSG_RULES_NO_REGISTER},
    {RULE_NEEDS_DECLARED, has_declared, MSG_RULES_NOT_DECLARED},
    {RULE_NEEDS_INCIDENTS, has_incidents, MSG_RULES_NO_INCIDENTS},
    {RULE_NEEDS_MFA, has_mfa_duty, MSG_RULES_MFA_OFF},
};

static void not_evaluated(struct check *c, enum message_id why, struct span arg) {
    *c->out = (struct coverage){.why = why, .args = {arg}};
}

/* What the list does not tell of shared IDs, policy/shared may. */
static bool fails_shared(struct check *c) {
    const struct source *table = shared_table(c);
    bool has_dates = is_system(c->system) && table &&
                     knows_field(table->known, FIELD_password_changed_on) &&
                     c->m->of_system[c->system.n].has_shared_ids;
    const struct {
        unsigned flag;
        field_set any;
        bool is_in_table;
    } asked[] = {
        {RULE_NEEDS_PASSWORDS, FIELDS(password_changed_on), has_dates},
        {RULE_NEEDS_OWNER, FIELDS(owner), table != NULL},
        {RULE_NEEDS_MEMBERS, FIELDS(owner, members), table != NULL},
    };
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        if (!(c->rule->requires & asked[i].flag) || asked[i].is_in_table ||
            knows(c->source, asked[i].any))
            continue;
        bool is_one = asked[i].flag != RULE_NEEDS_MEMBERS;
        not_evaluated(c, is_one ? MSG_RULES_NO_FIELD : MSG_RULES_NO_FIELD_OF,
                      field_titles(c, asked[i].any));
        return true;
    }
    return false;
}

/* Sign-in of privileged accounts alone needs to know which they are. */
static bool fails_mfa(struct check *c) {
    if (!(c->rule->requires & RULE_NEEDS_MFA) || c->plan->system.mfa_required != MFA_PRIVILEGED ||
        has_privileged(c))
        return false;
    not_evaluated(c, MSG_RULES_NO_PRIVILEGED, SPAN(""));
    return true;
}

static bool fails_requirement(struct check *c) {
    for (size_t i = 0; i < sizeof requirements / sizeof *requirements; i++)
        if ((c->rule->requires & requirements[i].flag) && !requirements[i].is_met(c)) {
            not_evaluated(c, requirements[i].why, SPAN(""));
            return true;
        }
    return false;
}

/* Memberships that nobody can see make nobody privileged: roles alone cannot tell. */
static bool judges_privilege_by_roles(const struct check *c) {
    bool asks =
        (c->rule->requires & RULE_NEEDS_PRIVILEGED) ||
        ((c->rule->requires & RULE_NEEDS_MFA) && c->plan->system.mfa_required == MFA_PRIVILEGED);
    return asks && c->plan->system.privileged_roles.count > 0;
}

static bool fails_roles(struct check *c) {
    if (!judges_privilege_by_roles(c) || !c->source->facts.roles_unresolved)
        return false;
    not_evaluated(c, c->source->facts.roles_doubt, SPAN(""));
    return true;
}

static bool fails_fields(struct check *c) {
    const struct rule *r = c->rule;
    field_set missing = fields_without(r->needs, c->source->known);
    if ((r->modes & RULE_UNREAD_USE) && knows_field(c->source->unread, FIELD_last_used_on))
        return false;
    if (!has_no_field(missing))
        not_evaluated(c, MSG_RULES_NO_FIELD, field_titles(c, missing));
    else if (!has_no_field(r->needs_any) && !knows(c->source, r->needs_any))
        not_evaluated(c, MSG_RULES_NO_FIELD_OF, field_titles(c, r->needs_any));
    else if (!has_no_field(r->roster_any) && !a_roster_knows(c->m, r->roster_any))
        not_evaluated(c, MSG_RULES_ROSTER_NO_FIELD, field_titles(c, r->roster_any));
    else
        return false;
    return true;
}

/* Conditions ask what only rosters can say. */
static bool fails_condition(struct check *c) {
    const struct condition *condition = NULL;
    if (c->rule->requires & RULE_NEEDS_ELIGIBLE)
        condition = &c->plan->system.eligible;
    else if (c->rule->requires & RULE_NEEDS_REQUIRED)
        condition = &c->plan->system.required_for;
    if (!condition)
        return false;
    const struct {
        const struct word_list *words;
        field_set any;
    } asked[] = {
        {&condition->employment, FIELDS(employment)},
        {&condition->department, FIELDS(department, department_code)},
        {&condition->job_type, FIELDS(job_type)},
        {&condition->position, FIELDS(position)},
    };
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (asked[i].words->count && !a_roster_knows(c->m, asked[i].any)) {
            not_evaluated(c, MSG_RULES_ROSTER_NO_FIELD, field_titles(c, asked[i].any));
            return true;
        }
    return false;
}

/* A shared ID may have a number of days of its own. */
static bool shared_ids_have_days(const struct check *c) {
    return shared_table(c) && knows_field(shared_table(c)->known, FIELD_shared_password_days) &&
           c->m->of_system[c->system.n].has_shared_ids;
}

static bool fails_threshold(struct check *c) {
    if (c->rule->threshold == THRESHOLD_COUNT)
        return false;
    int32_t days = c->plan->days[c->rule->threshold];
    struct span name = span_of(thresholds[c->rule->threshold].name);
    if (days <= 0 && c->rule->threshold == THRESHOLD_shared_password_days &&
        shared_ids_have_days(c))
        return false;
    if (days < 0 || (days == 0 && (c->rule->modes & RULE_ZERO_IS_OFF)))
        not_evaluated(c, MSG_RULES_THRESHOLD_OFF, name);
    else if ((c->rule->modes & RULE_NEEDS_FRESH) && !has_fresh_logins(c))
        not_evaluated(c, MSG_RULES_LOGINS_LAG, name);
    else
        return false;
    return true;
}

/* The other system of every conflict that is judged here must know roles as well. */
static bool fails_conflict(struct check *c) {
    if (!(c->rule->requires & RULE_NEEDS_CONFLICTS))
        return false;
    struct span lacking = SPAN("");
    for (uint32_t i = c->m->of_system[c->system.n].first_conflict; i != NO_INDEX;) {
        const struct conflict *conflict = &c->m->conflicts.items[i];
        i = conflict->next;
        const struct source *other = &c->m->systems[conflict->system_b.n];
        if (!other->is_missing && knows_field(other->known, FIELD_role))
            return false;
        lacking = input_target(other->plan);
    }
    if (lacking.n)
        not_evaluated(c, MSG_RULES_CONFLICT_OTHER, lacking);
    return lacking.n > 0;
}

static bool fails_history(struct check *c) {
    if (c->rule->scope != SCOPE_CHANGE)
        return false;
    if (!c->history)
        not_evaluated(c, MSG_RULES_NO_LEDGER, SPAN(""));
    else if (!c->history->systems[c->system.n].is_known)
        not_evaluated(c, MSG_RULES_NO_HISTORY, SPAN(""));
    else
        return false;
    return true;
}

/* A roster that lacks the fields leaves its own people unjudged: say so. */
static void note_rosters_left_out(struct check *c) {
    for (size_t i = 0; !has_no_field(c->rule->roster_any) && i < c->m->plan->rosters.count; i++)
        if (!knows(&c->m->rosters[i], c->rule->roster_any)) {
            c->out->why = MSG_RULES_ROSTER_LEFT_OUT;
            c->out->args[0] = input_target(c->m->rosters[i].plan);
            c->out->args[1] = field_titles(c, c->rule->roster_any);
            return;
        }
}

/* Evaluated, but not for everybody. A last login that is there proves something even where most
 * cannot be read. */
static void note_what_is_left_out(struct check *c) {
    note_rosters_left_out(c);
    if (judges_privilege_by_roles(c) && c->source->facts.roles_doubt != MSG_NONE)
        *c->out = (struct coverage){.is_evaluated = true, .why = c->source->facts.roles_doubt};
    if ((c->rule->requires & RULE_NEEDS_HOLDERS) && leaves_devices_out(c))
        *c->out = (struct coverage){.is_evaluated = true, .why = MSG_RULES_NO_HOLDERS};
    if (knows_field(c->rule->needs, FIELD_last_login_on) && !has_logins(c))
        *c->out = (struct coverage){.is_evaluated = true, .why = MSG_RULES_LOGINS_ABSENT};
}

static void check_rule(struct check *c) {
    if (!rule_speaks_of(c->rule, c->plan->record))
        return;
    if (!rule_is_enabled(c->m->plan, c->rule)) {
        not_evaluated(c, MSG_RULES_SWITCHED_OFF, span_of(c->rule->name));
        return;
    }
    /* Without a list its fields are not missing: everything is. */
    if ((c->rule->requires & RULE_NEEDS_LIST) && !has_list(c)) {
        not_evaluated(c, MSG_RULES_NO_LIST, SPAN(""));
        return;
    }
    if (fails_requirement(c) || fails_mfa(c) || fails_roles(c) || fails_shared(c) ||
        fails_fields(c) || fails_condition(c) || fails_conflict(c) || fails_threshold(c) ||
        fails_history(c))
        return;
    c->out->is_evaluated = true;
    note_what_is_left_out(c);
}

static void compute(struct findings *f, const struct model *m, bool looks_back) {
    for (uint32_t input = 0; input < f->input_count; input++) {
        const struct source *source = &m->inputs.items[input];
        bool is_system = source->plan->record == RECORD_ACCOUNT;
        for (size_t i = 0; i < rule_count; i++) {
            struct check c = {.m = m, .source = source, .plan = source->plan};
            if (looks_back && rules[i].scope != SCOPE_CHANGE)
                continue;
            c.rule = &rules[i];
            c.system = is_system ? (system_ref){model_place_in_kind(m, input)} : NO_SYSTEM;
            c.history = f->history;
            c.arena = &f->arenas[f->arena_count - 1];
            c.out = &f->coverage[input * rule_count + i];
            check_rule(&c);
        }
    }
}

void coverage_compute(struct findings *f, const struct model *m) {
    compute(f, m, false);
}

void coverage_look_back(struct findings *f, const struct model *m) {
    compute(f, m, true);
}
