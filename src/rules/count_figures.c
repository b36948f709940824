/*
 * The figures of a license and of a system. They add up by construction: every
 * seat that is not cancelled is counted in exactly one class. Example: 750 owned, 709 assigned, 65
 * of them never used: 644 active, 41 unassigned, 85.9 % used, 65 reclaimable, 644 would do.
 */
#include "engine.h"

static int64_t times(int64_t a, int64_t b) {
    int64_t product;
    return __builtin_mul_overflow(a, b, &product) ? INT64_MAX : product;
}

static int64_t permille(int64_t part, int64_t whole) {
    if (whole <= 0)
        return -1;
    return (part / whole) * 1000 + (part % whole * 2000 + whole) / (2 * whole);
}

static int64_t count_rows_without_holder(const struct source *s) {
    int64_t count = 0;
    for (size_t i = 0; i < s->seats.count; i++)
        count += s->seats.items[i].status == SEAT_UNASSIGNED;
    return count;
}

static void count_classes(struct license_figures *out, const struct held_seats *seats) {
    int64_t count[SEAT_CLASS_COUNT] = {0};
    int64_t doubles = 0, needed = 0;
    for (size_t i = 0; i < seats->items.count; i++) {
        count[seats->items.items[i].class]++;
        doubles += seats->items.items[i].is_second;
        needed += seats->items.items[i].is_needed;
    }
    out->assigned = (int64_t)seats->items.count;
    out->active = count[SEAT_ACTIVE];
    out->never_used = count[SEAT_NEVER_USED];
    out->idle = count[SEAT_IDLE];
    out->usage_unknown = count[SEAT_USAGE_UNKNOWN];
    out->held_by_leavers = count[SEAT_LEAVER];
    out->held_by_unknown = count[SEAT_UNKNOWN_HOLDER];
    out->reclaimable = out->never_used + out->idle + out->held_by_leavers;
    out->duplicates = doubles;
    out->suggested_quantity = needed;
}

static int64_t yearly_waste(const struct license_figures *f, int64_t cents) {
    if (cents < 0)
        return -1;
    if (f->purchased < 0)
        return times(cents, f->reclaimable);
    int64_t too_many = f->purchased - f->suggested_quantity;
    return too_many > 0 ? times(cents, too_many) : 0;
}

void license_figures_compute(struct license_figures *out, const struct source *s,
                             const struct held_seats *seats) {
    const struct license_plan *plan = &s->plan->license;
    out->purchased = plan->quantity;
    out->usage_reported = has_field_of(s->known, (field_set)FIELDS(last_used_on, reported_on));
    if (s->is_missing) {
        /* Nothing is known of the seats: zeros would read as "nobody uses it". */
        out->assigned = out->active = out->never_used = out->idle = out->usage_unknown = -1;
        out->held_by_leavers = out->held_by_unknown = out->unassigned = out->reclaimable = -1;
        out->duplicates = out->suggested_quantity = -1;
        out->yearly_waste_cents = out->utilization_permille = -1;
        return;
    }
    count_classes(out, seats);
    out->unassigned = count_rows_without_holder(s);
    if (plan->quantity >= 0)
        out->unassigned = plan->quantity > out->assigned ? plan->quantity - out->assigned : 0;
    /* Where nobody's use is known, nobody knows how much is in use. */
    int64_t known = out->active + out->never_used + out->idle;
    bool is_known = out->usage_reported && (known > 0 || out->usage_unknown == 0);
    out->utilization_permille = is_known ? permille(out->active, plan->quantity) : -1;
    out->yearly_waste_cents = yearly_waste(out, plan->unit_cost_cents);
}

void system_figures_start(struct system_figures *out, const struct source *s,
                          const struct matches *matches) {
    *out = (struct system_figures){
        .accounts = s->accounts.count,
        .matched = matches->matched,
        .unmatched = matches->unmatched,
        .ambiguous = matches->ambiguous,
    };
}

void system_figures_count(struct system_figures *out, const struct account *a, bool is_enabled) {
    out->enabled += is_enabled;
    out->expired += !is_enabled && a->status == ACCOUNT_ENABLED;
    out->shared += a->kind == KIND_SHARED || a->kind == KIND_SERVICE;
    out->privileged += a->privileged == ANSWER_YES;
}
