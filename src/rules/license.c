/*
 * Licenses: rules of seats see all seats of one holder at once and raise at most one exception, its
 * lines in the evidence; rules of the license see the figures.
 */
#include "families.h"

#include <inttypes.h>
#include <stdio.h>

typedef bool seat_test(const struct held_seat *seat);

static bool is_leaver(const struct held_seat *seat) {
    return seat->class == SEAT_LEAVER;
}
static bool is_unknown_holder(const struct held_seat *seat) {
    return seat->class == SEAT_UNKNOWN_HOLDER;
}
static bool is_usage_unknown(const struct held_seat *seat) {
    return seat->class == SEAT_USAGE_UNKNOWN && !seat->is_concealed;
}
static bool is_never_used(const struct held_seat *seat) {
    return seat->class == SEAT_NEVER_USED;
}
static bool is_idle(const struct held_seat *seat) {
    return seat->class == SEAT_IDLE;
}
/* A seat of a leaver or of nobody is judged by that rule alone. */
static bool has_holder(const struct held_seat *seat) {
    return seat->class != SEAT_LEAVER && seat->class != SEAT_UNKNOWN_HOLDER;
}
static bool has_double(const struct held_seat *seat) {
    return seat->has_double;
}
static bool has_disabled_account(const struct held_seat *seat) {
    return has_holder(seat) && seat->has_disabled_account;
}

static const struct held_seat *first_that(const struct seats_case *c, seat_test *test) {
    for (size_t i = 0; i < c->count; i++)
        if (test(&c->seats[i]))
            return &c->seats[i];
    return NULL;
}

static size_t count_that(const struct seats_case *c, seat_test *test) {
    size_t count = 0;
    for (size_t i = 0; i < c->count; i++)
        count += test(&c->seats[i]);
    return count;
}

static struct span line_text(struct judge *j, const struct origin *origin) {
    if (!str_is_none(origin->dn))
        return source_text(j->source, origin->dn);
    char *text = arena_alloc(j->arena, 12);
    int n = snprintf(text, 12, "%" PRIu32, origin->line);
    return (struct span){text, (size_t)n};
}

/* How many seats, and the lines where they stand. */
static void say_seats(struct judge *j, const struct seats_case *c, seat_test *test) {
    size_t count = count_that(c, test), at = 0;
    struct span *lines = list_room(j, count);
    for (size_t i = 0; at < count && at < TEXTS_LISTED; i++)
        if (test(&c->seats[i]))
            lines[at++] = line_text(j, &c->seats[i].seat->origin);
    say_number(j, "seats", (int64_t)count);
    say_texts(j, "lines", lines, count);
}

static const struct person *person_of(const struct judge *j, const struct held_seat *seat) {
    return is_somebody(seat->person) ? &j->m->people.items[seat->person.n] : NULL;
}

static void say_ids(struct judge *j, const struct held_seat *seat) {
    say_text(j, "user_id", source_text(j->source, seat->seat->user_id));
    say_text(j, "device_id", source_text(j->source, seat->seat->device_id));
}

void judge_license_leaver(struct judge *j, const struct seats_case *c) {
    const struct held_seat *seat = first_that(c, is_leaver);
    if (!seat)
        return;
    const struct person *p = person_of(j, seat);
    say_date(j, "left_on", p->left_on);
    say_days(j, "days", p->left_on);
    date used = seat->seat->last_used_on, left = p->left_on;
    say_date(j, "last_used_on", used);
    say_text(j, "after_leaving",
             !date_is_known(used) || !date_is_known(left) ? SPAN("")
             : used > left                                ? SPAN("yes")
                                                          : SPAN("no"));
    say_ids(j, seat);
    say_seats(j, c, is_leaver);
    say_roster_line(j, p);
    raise_seats(j, seat);
}

void judge_license_unknown_holder(struct judge *j, const struct seats_case *c) {
    const struct held_seat *seat = first_that(c, is_unknown_holder);
    if (!seat)
        return;
    say_text(j, "person_id", source_text(j->source, seat->seat->person_id));
    say_ids(j, seat);
    say_date(j, "last_used_on", seat->seat->last_used_on);
    say_seats(j, c, is_unknown_holder);
    raise_seats(j, seat);
}

void judge_license_disabled_account(struct judge *j, const struct seats_case *c) {
    const struct held_seat *seat = first_that(c, has_disabled_account);
    if (!seat)
        return;
    say_text(j, "system", span_of(j->plan->license.system));
    say_ids(j, seat);
    say_date(j, "last_used_on", seat->seat->last_used_on);
    say_seats(j, c, has_disabled_account);
    raise_seats(j, seat);
}

void judge_license_never_used(struct judge *j, const struct seats_case *c) {
    const struct held_seat *seat = first_that(c, is_never_used);
    if (!seat)
        return;
    say_date(j, "assigned_on", seat->seat->assigned_on);
    say_days(j, "days", seat->seat->assigned_on);
    say_threshold(j);
    say_ids(j, seat);
    say_seats(j, c, is_never_used);
    raise_seats(j, seat);
}

void judge_license_idle(struct judge *j, const struct seats_case *c) {
    const struct held_seat *seat = first_that(c, is_idle);
    if (!seat)
        return;
    say_date(j, "last_used_on", seat->seat->last_used_on);
    say_days(j, "days", seat->seat->last_used_on);
    say_threshold(j);
    say_ids(j, seat);
    say_seats(j, c, is_idle);
    raise_seats(j, seat);
}

void judge_license_usage_unknown(struct judge *j, const struct seats_case *c) {
    const struct held_seat *seat = first_that(c, is_usage_unknown);
    if (!seat)
        return;
    say_date(j, "reported_on", seat->seat->reported_on);
    say_days(j, "days", seat->seat->reported_on);
    say_threshold(j);
    say_ids(j, seat);
    say_seats(j, c, is_usage_unknown);
    raise_seats(j, seat);
}

void judge_license_duplicate(struct judge *j, const struct seats_case *c) {
    const struct held_seat *seat = first_that(c, has_double);
    if (!seat)
        return;
    say_ids(j, seat);
    say_seats(j, c, has_double);
    raise_seats(j, seat);
}

static const struct license_figures *figures_of(const struct judge *j) {
    return &j->findings->licenses[model_place_in_kind(j->m, j->input)];
}

static void say_figures(struct judge *j) {
    const struct license_figures *f = figures_of(j);
    say_number(j, "purchased", f->purchased);
    say_number(j, "assigned", f->assigned);
    say_number(j, "active", f->active);
    say_number(j, "never_used", f->never_used);
    say_number(j, "idle", f->idle);
    say_number(j, "usage_unknown", f->usage_unknown);
    say_number(j, "held_by_leavers", f->held_by_leavers);
    say_number(j, "held_by_unknown", f->held_by_unknown);
}

void judge_license_over_assigned(struct judge *j) {
    int64_t over = figures_of(j)->assigned - figures_of(j)->purchased;
    if (over <= 0)
        return;
    say_figures(j);
    say_number(j, "over", over);
    raise_input(j);
}

void judge_license_surplus(struct judge *j) {
    if (figures_of(j)->unassigned <= 0)
        return;
    say_figures(j);
    say_number(j, "unassigned", figures_of(j)->unassigned);
    say_number(j, "reclaimable", figures_of(j)->reclaimable);
    raise_input(j);
}

void judge_license_expired(struct judge *j) {
    date to = j->plan->license.contract_to;
    if (to >= j->day || !figures_of(j)->assigned)
        return;
    say_date(j, "contract_from", j->plan->license.contract_from);
    say_date(j, "contract_to", to);
    say_days(j, "days", to);
    say_number(j, "assigned", figures_of(j)->assigned);
    raise_input(j);
}

void judge_license_renewal(struct judge *j) {
    date to = j->plan->license.contract_to;
    if (to < j->day || (int64_t)to - j->day > j->days[THRESHOLD_renewal_days])
        return;
    say_date(j, "contract_from", j->plan->license.contract_from);
    say_date(j, "contract_to", to);
    say_number(j, "days", (int64_t)to - j->day);
    say_threshold(j);
    raise_input(j);
}

/* --- Licenses that the register lacks --- */

/* Under its name, or under the product that a row of the register names. */
static bool is_registered(const struct judge *j, struct span product) {
    for (size_t i = 0; i < j->m->plan->licenses.count; i++) {
        const struct input_plan *license = &j->m->plan->licenses.items[i];
        if (!license->register_line)
            continue;
        if (fold_equal(FOLD_WORD, span_of(license->name), product) ||
            (license->license.product && glob_match(span_of(license->license.product), product)))
            return true;
    }
    return false;
}

/* A list of several products is judged product by product, one of a single license by its name. */
void judge_license_unregistered(struct judge *j) {
    const struct license_plan *license = &j->plan->license;
    for (size_t i = 0; i < j->source->products.count; i++) {
        struct span product = source_text(j->source, j->source->products.items[i].name);
        if (is_registered(j, product))
            continue;
        say_text(j, "list", span_of(j->source->display));
        say_text(j, "license", span_of(j->plan->name));
        raise_product(j, product, j->source->products.items[i].origin);
    }
    if (j->source->products.count || j->plan->register_line ||
        (license->product && is_registered(j, span_of(license->product))))
        return;
    say_text(j, "list", span_of(j->source->display));
    say_text(j, "license", span_of(j->plan->name));
    raise_input(j);
}
