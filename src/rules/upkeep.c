/*
 * What there should be in one place: lists that are delivered and fresh, systems with an owner,
 * nothing left in what was retired, devices of leavers returned.
 */
#include "families.h"

/* All of them: "総務課, 市民課". */
static void say_owner(struct judge *j) {
    const struct word_list *owners = &j->plan->owners;
    struct strbuf all = {0};
    for (size_t i = 0; i < owners->count; i++)
        strbuf_add_item(&all, ", ", span_of(owners->items[i]));
    say_text(j, "owner", all.n ? arena_copy(j->arena, strbuf_span(&all)) : SPAN(""));
    strbuf_release(&all);
}

void judge_system_no_list(struct judge *j) {
    if (!j->source->is_missing)
        return;
    say_owner(j);
    say_text(j, "list", j->source->display ? span_of(j->source->display) : SPAN(""));
    say_date(j, "ended_on", j->plan->system.ended_on);
    raise_input(j);
}

static void judge_age(struct judge *j) {
    date exported = j->plan->exported_on;
    if ((int64_t)j->day - exported <= j->days[THRESHOLD_max_age_days])
        return;
    say_date(j, "exported_on", exported);
    say_days(j, "days", exported);
    say_threshold(j);
    if (j->plan->record == RECORD_ACCOUNT)
        say_owner(j);
    raise_input(j);
}

void judge_system_stale_list(struct judge *j) {
    judge_age(j);
}

void judge_roster_stale(struct judge *j) {
    judge_age(j);
}

static struct span says(bool has_left) {
    return has_left ? SPAN("left") : SPAN("employed");
}

/* One exception a person, of the first row. */
void judge_roster_contradiction(struct judge *j) {
    const struct contradiction *before = NULL;
    for (size_t i = 0; i < j->m->contradictions.count; i++) {
        const struct contradiction *c = &j->m->contradictions.items[i];
        bool is_same = before && before->roster == c->roster && before->person.n == c->person.n;
        before = c;
        if (c->roster != j->input || is_same)
            continue;
        const struct source *leavers = &j->m->rosters[c->leavers];
        say_text(j, "leavers_list", span_of(leavers->plan->name));
        say_text(
            j, "leavers_line",
            place_of(j, leavers, source_text(leavers, c->leaver_origin.dn), c->leaver_origin.line));
        say_text(j, "leavers_say", says(!c->staff_says_left));
        say_date(j, "left_on", c->left_on);
        say_text(j, "staff_says", says(c->staff_says_left));
        raise_in_roster(j, &j->m->people.items[c->person.n], c->origin);
    }
}

void judge_system_owner_unknown(struct judge *j) {
    for (size_t i = 0; i < j->plan->owners.count; i++)
        if (model_is_department(j->m, span_of(j->plan->owners.items[i])))
            return;
    say_owner(j);
    say_text(j, "departments_table",
             j->m->table_of[RECORD_DEPARTMENT] ? span_of(j->m->table_of[RECORD_DEPARTMENT]->display)
                                               : SPAN(""));
    raise_input(j);
}

void judge_system_retired(struct judge *j) {
    date ended = j->plan->system.ended_on;
    uint32_t system = model_place_in_kind(j->m, j->input);
    uint64_t enabled = j->findings->systems[system].enabled;
    if (!date_is_known(ended) || ended >= j->day || !enabled)
        return;
    say_date(j, "ended_on", ended);
    say_days(j, "days", ended);
    say_number(j, "enabled_accounts", (int64_t)enabled);
    say_owner(j);
    raise_input(j);
}

void judge_system_unregistered(struct judge *j) {
    if (j->plan->register_line)
        return;
    say_text(j, "list", span_of(j->source->display));
    say_owner(j);
    raise_input(j);
}

/* Rulers, totals and remarks are no entries of the list. */
void judge_list_incomplete(struct judge *j) {
    int64_t declared = j->plan->declared_rows;
    int64_t read = (int64_t)(j->source->rows_read - j->source->rows_not_records);
    if (read == declared)
        return;
    say_number(j, "declared_rows", declared);
    say_number(j, "records", read);
    say_number(j, "rejected", (int64_t)(j->source->rows_rejected - j->source->rows_not_records));
    say_text(j, "exported_by", span_of(j->plan->exported_by));
    say_owner(j);
    raise_input(j);
}

static bool is_returned(const struct device *d) {
    return date_is_known(d->returned_on) || d->is_returned;
}

static person_ref device_holder(const struct judge *j, const struct device_case *c) {
    struct span id = source_text(j->source, c->device->person_id);
    return people_found_one(model_find_people(j->m, id));
}

void judge_device_holder_unknown(struct judge *j, const struct device_case *c) {
    struct span id = source_text(j->source, c->device->person_id);
    /* Several people of one number are somebody. */
    if (!id.n || is_returned(c->device) || model_find_people(j->m, id).people.count)
        return;
    if (c->device->returned_on == DATE_UNKNOWN) {
        leave_unjudged(j);
        return;
    }
    say_text(j, "person_id", id);
    say_text(j, "device_department", source_text(j->source, c->device->department));
    say_date(j, "lent_on", c->device->lent_on);
    raise_device(j, c, NULL);
}

void judge_device_department_mismatch(struct judge *j, const struct device_case *c) {
    struct span department = source_text(j->source, c->device->department);
    person_ref person = device_holder(j, c);
    if (!department.n || is_returned(c->device) || !is_somebody(person))
        return;
    const struct person *p = &j->m->people.items[person.n];
    bool is_placed = false;
    for (uint32_t i = 0; i < p->post_count; i++)
        is_placed |= j->m->posts.items[p->posts + i].departments.count > 0;
    if (p->state == STATE_LEFT || !is_placed ||
        model_person_in(j->m, p, model_departments_meant(j->m, SPAN(""), department)))
        return;
    if (c->device->returned_on == DATE_UNKNOWN) {
        leave_unjudged(j);
        return;
    }
    say_text(j, "device_department", department);
    say_posts(j, "roster_departments", p, FIELD_department);
    say_date(j, "posted_on", p->posted_on);
    say_days(j, "days", p->posted_on);
    say_date(j, "lent_on", c->device->lent_on);
    say_roster_line(j, p);
    raise_device(j, c, p);
}

void judge_device_not_returned(struct judge *j, const struct device_case *c) {
    struct span id = source_text(j->source, c->device->person_id);
    person_ref person = people_found_one(model_find_people(j->m, id));
    if (date_is_known(c->device->returned_on) || c->device->is_returned || !is_somebody(person))
        return;
    const struct person *p = &j->m->people.items[person.n];
    if (p->state != STATE_LEFT)
        return;
    if (c->device->returned_on == DATE_UNKNOWN) {
        leave_unjudged(j);
        return;
    }
    say_text(j, "person_id", id);
    say_date(j, "left_on", p->left_on);
    say_days(j, "days", p->left_on);
    say_text(j, "device_department", source_text(j->source, c->device->department));
    say_date(j, "lent_on", c->device->lent_on);
    say_roster_line(j, p);
    raise_device(j, c, p);
}
