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
static bool is_unjudged(const struct held_seat *seat) {
    return seat->is_unjudged;
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
    for (size_t i = count_that(c, is_unjudged); i > 0; i--)
        leave_unjudged(j);
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

/* What rows of the register name: licenses by name, and products, those with globs one by one. */
struct registered {
    struct strpool names, products; /* folded */
    VEC(struct span) globs;
};

static void registered_init(struct registered *r, const struct plan *plan) {
    struct strbuf folded = {0};
    *r = (struct registered){0};
    for (size_t i = 0; i < plan->licenses.count; i++) {
        const struct input_plan *license = &plan->licenses.items[i];
        struct span product = span_of(license->license.product);
        if (!license->register_line)
            continue;
        fold_text(FOLD_WORD, span_of(license->name), &folded);
        strpool_intern(&r->names, strbuf_span(&folded));
        fold_text(FOLD_ID, product, &folded);
        if (glob_has_signs(product))
            vec_push(&r->globs, product);
        else if (folded.n)
            strpool_intern(&r->products, strbuf_span(&folded));
    }
    strbuf_release(&folded);
}

static void registered_release(struct registered *r) {
    strpool_release(&r->names);
    strpool_release(&r->products);
    vec_release(&r->globs);
}

static bool is_registered(const struct registered *r, struct span product) {
    struct strbuf folded = {0};
    fold_text(FOLD_WORD, product, &folded);
    bool is_there = !str_is_none(strpool_find(&r->names, strbuf_span(&folded)));
    fold_text(FOLD_ID, product, &folded);
    is_there = is_there || !str_is_none(strpool_find(&r->products, strbuf_span(&folded)));
    strbuf_release(&folded);
    for (size_t i = 0; !is_there && i < r->globs.count; i++)
        is_there = glob_match(r->globs.items[i], product);
    return is_there;
}

static void say_list(struct judge *j) {
    say_text(j, "list", span_of(j->source->display));
    say_text(j, "license", span_of(j->plan->name));
}

/* A list of several products is judged product by product, one of a single license by its name. */
void judge_license_unregistered(struct judge *j) {
    const struct license_plan *license = &j->plan->license;
    const struct list_product *products = j->source->products.items;
    size_t count = j->source->products.count;
    struct registered r;
    if (!count && j->plan->register_line)
        return;
    registered_init(&r, j->m->plan);
    for (size_t i = 0; i < count; i++) {
        struct span product = source_text(j->source, products[i].name);
        if (is_registered(&r, product))
            continue;
        say_list(j);
        raise_product(j, product, products[i].origin);
    }
    if (!count && !(license->product && is_registered(&r, span_of(license->product)))) {
        say_list(j);
        raise_input(j);
    }
    registered_release(&r);
}
