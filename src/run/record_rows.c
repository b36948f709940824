/* The rows of a live run, each made where it is asked for: from model, matches and findings. */
#include "record_rows.h"

static struct place place_at(const struct source *s, struct origin origin) {
    if (!s)
        return (struct place){0};
    return (struct place){span_of(s->display), origin.line, source_text(s, origin.dn)};
}

/* A person's row in its roster. The DN is a text of the model. */
static struct place place_of_person(const struct model *m, const struct person *p) {
    return (struct place){span_of(m->rosters[p->roster].display), p->origin.line,
                          model_text(m, p->origin.dn)};
}

static struct span state_name(enum person_state state) {
    static const struct span names[] = {[STATE_ACTIVE] = SPAN_IN("active"),
                                        [STATE_LEAVE] = SPAN_IN("leave"),
                                        [STATE_LEFT] = SPAN_IN("left"),
                                        [STATE_FUTURE] = SPAN_IN("future")};
    return names[state];
}

/* --- Exceptions --- */

static uint32_t account_row(const struct run_rows *rows, const struct exception *e) {
    if (!is_account(e->account))
        return NO_ROW;
    size_t first =
        rows->first_account[model_input_at(&rows->run->model, INPUT_SYSTEM, e->system.n)];
    return (uint32_t)first + e->account.n;
}

static struct waiver_record waiver_of(const struct model *m, const struct waiver *w) {
    return (struct waiver_record){.reason = model_text(m, w->reason),
                                  .alternative = model_text(m, w->alternative),
                                  .approved_by = model_text(m, w->approved_by),
                                  .valid_until = w->valid_until};
}

static void exception_row(const void *from, size_t i, struct exception_record *out) {
    const struct run_rows *rows = from;
    const struct model *m = &rows->run->model;
    const struct exception *e = &rows->run->findings.exceptions.items[i];
    date as_of = rows->run->plan.as_of;
    run_fetch_exceptions(rows, i);
    *out = (struct exception_record){
        .id = e->id,
        .rule = (uint32_t)rule_index(e->rule),
        .severity = e->severity,
        .target_kind = e->target_kind,
        .target = e->target,
        .subject = e->subject,
        .subject_kind = e->subject_kind,
        .person_id = e->person_id,
        .name = e->name,
        .department = e->own_department,
        .addressee = run_addressee(rows, e),
        .evidence = e->evidence,
        .evidence_count = e->evidence_count,
        .place = place_at(e->source, e->origin),
        .action = span_of(action_name(e->action)),
        .input = e->input,
        .account = account_row(rows, e),
        .lifecycle = LIFE_NEW,
        .first_seen = as_of,
        .last_seen = as_of,
        .is_reexamined = true,
        .is_waived = e->waiver != NULL,
        .waiver.valid_until = DATE_NONE,
        .decision.reviewed_on = DATE_NONE,
    };
    if (is_somebody(e->person))
        out->department = run_department(m, &m->people.items[e->person.n]);
    if (e->waiver)
        out->waiver = waiver_of(m, e->waiver);
}

static void exception_key(const void *from, size_t i, struct exception_record *out) {
    const struct run_rows *rows = from;
    const struct exception *e = &rows->run->findings.exceptions.items[i];
    out->id = e->id;
    out->severity = e->severity;
    out->is_waived = e->waiver != NULL;
}

/* --- Issues --- */

static void issue_row(const void *from, size_t i, struct issue_record *out) {
    const struct run_rows *rows = from;
    const struct listed_issue *item = &rows->issues.items[i];
    const struct issue *issue = item->issue;
    *out = (struct issue_record){
        .input = item->input,
        .place = {span_of(rows->run->model.inputs.items[item->input].display), issue->line,
                  issue->dn},
        .column = issue->column,
        .value = issue->value,
        .problem = sentence_of(issue->problem, issue->args),
        .done = sentence_of(issue->done, issue->args),
    };
}

/* --- Accounts --- */

/* The input whose rows the i-th is among. */
static uint32_t input_at(const size_t *first, size_t input_count, size_t i) {
    size_t low = 0, high = input_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (first[middle] <= i)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static struct span outcome_name(unsigned outcome) {
    static const struct span names[] = {[OUTCOME_NOBODY] = SPAN_IN("nobody"),
                                        [OUTCOME_LINKED] = SPAN_IN("linked"),
                                        [OUTCOME_AMBIGUOUS] = SPAN_IN("ambiguous"),
                                        [OUTCOME_OWNED] = SPAN_IN("owned")};
    return names[outcome];
}

static struct span kind_name(unsigned kind) {
    static const struct span names[] = {[KIND_PERSONAL] = SPAN_IN("personal"),
                                        [KIND_SHARED] = SPAN_IN("shared"),
                                        [KIND_SERVICE] = SPAN_IN("service"),
                                        [KIND_EXTERNAL] = SPAN_IN("external"),
                                        [KIND_ADMIN] = SPAN_IN("admin")};
    return names[kind];
}

static struct span answer_name(unsigned answer) {
    return answer == ANSWER_YES ? SPAN("yes") : answer == ANSWER_NO ? SPAN("no") : SPAN("");
}

static bool has_unread(const struct account *a) {
    return !has_no_field(a->unread) || a->created_on == DATE_UNKNOWN ||
           a->last_login_on == DATE_UNKNOWN || a->password_changed_on == DATE_UNKNOWN ||
           a->expires_on == DATE_UNKNOWN;
}

/* Whose it is. */
static void link_holder(const struct model *m, const struct holding *h,
                        struct account_record *out) {
    const struct person *p = &m->people.items[h->person.n];
    out->person = h->person.n;
    out->has_unread |= !has_no_field(p->unread);
    out->person_id = model_text(m, p->person_id);
    out->name = (struct span){0};
}

/* What he says of himself. */
static void fill_holder(const struct model *m, struct account_record *out) {
    const struct person *p = &m->people.items[out->person];
    out->name = model_text(m, p->name);
    out->state = state_name(p->state);
    out->department = run_department(m, p);
    out->manager = model_text(m, p->manager);
}

enum { CANDIDATES_MOST = 20 };

static void fill_texts(const struct run_rows *rows, const struct account *a,
                       const struct holding *h, struct account_record *out) {
    str_id department = run_account_department(a);
    out->roles = rows->list_texts[out->input] + a->roles;
    out->role_count = a->role_count;
    out->candidates = rows->candidate_ids[out->input] + h->candidates;
    out->candidate_count =
        h->candidate_count < CANDIDATES_MOST ? h->candidate_count : CANDIDATES_MOST;
    if (!str_is_none(department))
        out->account_department = rows->department_names[out->input][department.n];
}

/* A step may also decide that it is nobody. */
static struct span matched_by(const struct holding *h) {
    bool is_matched = h->step != STEP_NONE && h->outcome != OUTCOME_NOBODY;
    return is_matched ? span_of(match_step_name((enum match_step)h->step)) : SPAN("");
}

static void account_alone_at(const void *from, size_t i, struct account_record *out) {
    const struct run_rows *rows = from;
    const struct model *m = &rows->run->model;
    uint32_t input = input_at(rows->first_account, m->inputs.count, i);
    const struct source *s = &m->inputs.items[input];
    size_t index = i - rows->first_account[input];
    const struct account *a = &s->accounts.items[index];
    const struct holding *holdings =
        rows->run->matches[input - m->inputs.first[INPUT_SYSTEM]].holdings.items;
    const struct holding *h = &holdings[index];
    run_fetch_accounts(rows, s, holdings, index);
    bool is_enabled = account_is_enabled(a, rows->run->plan.as_of);
    *out = (struct account_record){
        .input = input,
        .place = place_at(s, a->origin),
        .user_id = source_text(s, a->user_id),
        .kind = kind_name(a->kind),
        .person_id = source_text(s, a->person_id),
        .name = source_text(s, a->name),
        .person = NO_ROW,
        .outcome = outcome_name(h->outcome),
        .matched_by = matched_by(h),
        .is_enabled = is_enabled,
        .is_expired = !is_enabled && a->status == ACCOUNT_ENABLED,
        .is_privileged = a->privileged == ANSWER_YES,
        .has_unread = has_unread(a),
        .mfa = answer_name(a->mfa),
        .created_on = a->created_on,
        .last_login_on = a->last_login_on,
        .password_changed_on = a->password_changed_on,
        .expires_on = a->expires_on,
        .request_no = source_text(s, a->request_no),
        .addressee = run_account_addressee(rows, input, h->person),
    };
    if (rows->first_exception) {
        out->exceptions = rows->by_account + rows->first_exception[i];
        out->exception_count = rows->first_exception[i + 1] - rows->first_exception[i];
    }
    fill_texts(rows, a, h, out);
    if (is_somebody(h->person))
        link_holder(m, h, out);
}

static void account_row_at(const void *from, size_t i, struct account_record *out) {
    account_alone_at(from, i, out);
    if (out->person != NO_ROW)
        fill_holder(&((const struct run_rows *)from)->run->model, out);
}

static uint32_t linked_person(const struct holding *h) {
    if (h->outcome != OUTCOME_LINKED)
        return h->candidate_count ? NOT_LINKED : NO_ROW;
    return is_somebody(h->person) ? h->person.n : NO_ROW;
}

static void linked_people(const void *from, size_t first, size_t count, uint32_t *out) {
    const struct run_rows *rows = from;
    const struct model *m = &rows->run->model;
    const size_t *first_account = rows->first_account;
    uint32_t input = input_at(first_account, m->inputs.count, first);
    for (size_t i = first; i < first + count; input++) {
        size_t end =
            first_account[input + 1] < first + count ? first_account[input + 1] : first + count;
        if (end <= i)
            continue; /* an input without accounts */
        const struct holding *holdings =
            rows->run->matches[input - m->inputs.first[INPUT_SYSTEM]].holdings.items;
        for (; i < end; i++)
            out[i - first] = linked_person(&holdings[i - first_account[input]]);
    }
}

/* --- Seats --- */

static struct span seat_verdict_name(enum seat_class class) {
    static const struct span names[SEAT_CLASS_COUNT] = {
        [SEAT_UNKNOWN_HOLDER] = SPAN_IN("unknown_holder"),
        [SEAT_LEAVER] = SPAN_IN("leaver"),
        [SEAT_USAGE_UNKNOWN] = SPAN_IN("usage_unknown"),
        [SEAT_NEVER_USED] = SPAN_IN("never_used"),
        [SEAT_IDLE] = SPAN_IN("idle"),
        [SEAT_ACTIVE] = SPAN_IN("active"),
        [SEAT_FREE] = SPAN_IN("unassigned")};
    return names[class];
}

/* The holder as the list writes it. */
static struct span seat_holder(const struct source *s, const struct seat *seat) {
    bool is_by_device = s->plan->license.metric == METRIC_DEVICE && !str_is_none(seat->device_id);
    if (!is_by_device && !str_is_none(seat->person_id))
        return source_text(s, seat->person_id);
    if (!is_by_device && !str_is_none(seat->user_id))
        return source_text(s, seat->user_id);
    return source_text(s, seat->device_id);
}

/* As the list says, else as the license is configured. */
static struct span seat_product(const struct source *s, const struct seat *seat) {
    if (!str_is_none(seat->product))
        return source_text(s, seat->product);
    return span_of(s->plan->license.product);
}

static void seat_row_at(const void *from, size_t i, struct seat_record *out) {
    const struct run_rows *rows = from;
    const struct model *m = &rows->run->model;
    uint32_t input = input_at(rows->first_seat, m->inputs.count, i);
    const struct source *s = &m->inputs.items[input];
    size_t license = input - m->inputs.first[INPUT_LICENSE];
    const struct seat_verdict *v =
        &rows->run->findings.seats[license].items.items[i - rows->first_seat[input]];
    const struct seat *seat = &s->seats.items[v->seat];
    *out = (struct seat_record){
        .input = input,
        .place = place_at(s, seat->origin),
        .holder = seat_holder(s, seat),
        .person_id = source_text(s, seat->person_id),
        .person = NO_ROW,
        .product = seat_product(s, seat),
        .assigned_on = seat->assigned_on,
        .last_used_on = seat->last_used_on,
        .reported_on = seat->reported_on,
        .verdict = seat_verdict_name(v->class),
        .yearly_cost_cents = s->plan->license.unit_cost_cents,
    };
    if (!is_somebody(v->person))
        return;
    const struct person *p = &m->people.items[v->person.n];
    out->person = v->person.n;
    out->person_id = model_text(m, p->person_id);
    out->name = model_text(m, p->name);
    out->department = run_department(m, p);
}

/* --- People and devices --- */

static void person_row_at(const void *from, size_t i, struct person_record *out) {
    const struct run_rows *rows = from;
    const struct model *m = &rows->run->model;
    const struct person *p = &m->people.items[i];
    *out = (struct person_record){
        .input = p->roster,
        .place = place_of_person(m, p),
        .person_id = model_text(m, p->person_id),
        .name = model_text(m, p->name),
        .department = run_department(m, p),
        .posts = p->post_count > 1 ? rows->post_departments + p->posts + 1 : NULL,
        .post_count = p->post_count > 1 ? p->post_count - 1 : 0,
        .employment = p->post_count ? model_text(m, m->posts.items[p->posts].employment) : SPAN(""),
        .rosters = p->roster_count > 1 ? rows->person_rosters + p->rosters : NULL,
        .roster_count = p->roster_count > 1 ? p->roster_count : 0,
        .manager = model_text(m, p->manager),
        .login = model_text(m, p->login),
        .email = model_text(m, p->email),
        .state = state_name(p->state),
        .hired_on = p->hired_on,
        .left_on = p->left_on,
        .leave_from = p->leave_from,
        .leave_to = p->leave_to,
        .leave_kind = model_text(m, p->leave_kind),
    };
}

static bool is_staying_at(const void *from, size_t i) {
    const struct run_rows *rows = from;
    const struct person *p = &rows->run->model.people.items[i];
    return p->state != STATE_LEFT && p->state != STATE_LEAVE && p->left_on == DATE_NONE &&
           p->leave_from == DATE_NONE;
}

static void device_row_at(const void *from, size_t i, struct device_record *out) {
    const struct run_rows *rows = from;
    const struct model *m = &rows->run->model;
    const struct source *s = m->devices;
    const struct device *d = &s->devices.items[i];
    struct span person_id = source_text(s, d->person_id);
    person_ref person = people_found_one(model_find_people(m, person_id));
    *out = (struct device_record){
        .place = place_at(s, d->origin),
        .device_id = source_text(s, d->device_id),
        .person_id = person_id,
        .name = is_somebody(person) ? model_text(m, m->people.items[person.n].name) : SPAN(""),
        .department = run_department_written(m, source_text(s, d->department)),
        .person = is_somebody(person) ? person.n : NO_ROW,
        .lent_on = d->lent_on,
        .returned_on = d->returned_on,
        .is_returned = d->is_returned || d->returned_on != DATE_NONE,
    };
}

const struct record_rows run_record_rows = {
    .exception = exception_row,
    .issue = issue_row,
    .account = account_row_at,
    .seat = seat_row_at,
    .person = person_row_at,
    .device = device_row_at,
    .linked_people = linked_people,
    .account_alone = account_alone_at,
    .is_staying = is_staying_at,
    .exception_key = exception_key,
};
