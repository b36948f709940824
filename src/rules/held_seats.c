/*
 * Who holds each seat of a license, and what became of the seat. A holder is written as a person, a
 * user ID or a device; two writings of one holder are one holder. What a list cannot tell (a device
 * without a device list, a user ID of no configured system) is left unjudged, not called unknown.
 */
#include "engine.h"

#include "tenko/id_look.h"

#include <stdlib.h>

/* The upper half of held_seat.holder. */
enum holder_kind { BY_PERSON, BY_ACCOUNT, BY_DEVICE, BY_TEXT };

struct holder_finder {
    const struct model *m;
    const struct source *source;
    const struct license_plan *plan;
    const struct source *system; /* whose user IDs holders may be, or NULL */
    const struct matches *matches;
    struct held_seats *out;
    struct strbuf folded;
    struct strpool addresses;    /* of the system's accounts, folded; filled when one is asked */
    VEC(account_ref) of_address; /* by id there; NO_ACCOUNT where several have it */
    uint8_t
        *disabled; /* by person: 1 = has an account in the system, 2 = an enabled one; or NULL */
};

enum resolved { FOUND, MISSING, UNJUDGED };

static uint64_t holder_of(enum holder_kind kind, uint32_t number) {
    return (uint64_t)kind << 32 | number;
}

static uint64_t unresolved(struct holder_finder *f, struct span text) {
    fold_text(FOLD_ID, text, &f->folded);
    return holder_of(BY_TEXT, strpool_intern(&f->out->unresolved, strbuf_span(&f->folded)).n);
}

static bool find_person(const struct model *m, struct span id, person_ref *person) {
    *person = people_found_one(model_find_people(m, id));
    return is_somebody(*person);
}

static enum resolved by_person(struct holder_finder *f, struct held_seat *seat) {
    if (!find_person(f->m, seat->subject, &seat->person)) {
        seat->person = NOBODY;
        seat->holder = unresolved(f, seat->subject);
        return MISSING;
    }
    seat->holder = holder_of(BY_PERSON, seat->person.n);
    return FOUND;
}

/* Cloud services name holders by their addresses, which one person of the rosters has. */
static bool by_address(struct holder_finder *f, struct held_seat *seat) {
    key_id key = model_key(f->m, FOLD_ID, seat->subject);
    struct index_span fit = key_index_get(&f->m->by_email, key);
    if (fit.count != 1)
        return false;
    seat->person = (person_ref){fit.items[0]};
    seat->holder = holder_of(BY_PERSON, seat->person.n);
    return true;
}

static void add_address(struct holder_finder *f, struct span address, account_ref account) {
    fold_text(FOLD_ID, address, &f->folded);
    uint32_t id = strpool_intern(&f->addresses, strbuf_span(&f->folded)).n;
    if (id < f->of_address.count) {
        if (f->of_address.items[id].n != account.n)
            f->of_address.items[id] = NO_ACCOUNT;
        return;
    }
    while (f->of_address.count < id)
        vec_push(&f->of_address, NO_ACCOUNT); /* id 0 is none */
    vec_push(&f->of_address, account);
}

static void list_addresses(struct holder_finder *f) {
    const struct source *s = f->system;
    for (uint32_t i = 0; i < s->accounts.count; i++) {
        const struct texts *emails = &s->accounts.items[i].emails;
        for (uint32_t k = 0; k < emails->count; k++)
            add_address(f, source_text(s, s->lists.items[emails->first + k]), (account_ref){i});
    }
}

/* By the user ID; else by a mail address that one account of the system has. */
static account_ref find_account(struct holder_finder *f, struct span holder) {
    account_ref account = source_find_account(f->system, holder);
    if (is_account(account) || !memchr(holder.p, '@', holder.n))
        return account;
    if (!f->of_address.count)
        list_addresses(f);
    fold_text(FOLD_ID, holder, &f->folded);
    str_id id = strpool_find(&f->addresses, strbuf_span(&f->folded));
    return str_is_none(id) ? NO_ACCOUNT : f->of_address.items[id.n];
}

static enum resolved by_account(struct holder_finder *f, struct held_seat *seat) {
    account_ref account = find_account(f, seat->subject);
    if (!is_account(account)) {
        if (by_address(f, seat))
            return FOUND;
        seat->holder = unresolved(f, seat->subject);
        return MISSING;
    }
    const struct holding *h = &f->matches->holdings.items[account.n];
    if (h->outcome == OUTCOME_NOBODY) { /* an orphan */
        seat->holder = holder_of(BY_ACCOUNT, account.n);
        return MISSING;
    }
    if (h->outcome == OUTCOME_LINKED) {
        seat->person = h->person;
        seat->holder = holder_of(BY_PERSON, h->person.n);
    } else {
        seat->holder = holder_of(BY_ACCOUNT, account.n);
    }
    return FOUND;
}

/* Without a system to look into, a user ID may still be a login, a person_id or an address. */
static enum resolved by_login(struct holder_finder *f, struct held_seat *seat) {
    key_id key = model_key(f->m, FOLD_ID, seat->subject);
    struct index_span fit = key_index_get(&f->m->by_login, key);
    if (fit.count == 1)
        seat->person = (person_ref){fit.items[0]};
    else if (fit.count || !find_person(f->m, seat->subject, &seat->person)) {
        seat->person = NOBODY;
        if (!fit.count && by_address(f, seat))
            return FOUND;
    }
    seat->holder = is_somebody(seat->person) ? holder_of(BY_PERSON, seat->person.n)
                                             : unresolved(f, seat->subject);
    return is_somebody(seat->person) ? FOUND : UNJUDGED;
}

static enum resolved by_user_id(struct holder_finder *f, struct held_seat *seat) {
    return f->system ? by_account(f, seat) : by_login(f, seat);
}

static enum resolved by_device(struct holder_finder *f, struct held_seat *seat) {
    struct span person_id = source_text(f->source, seat->seat->person_id);
    device_ref device = NO_DEVICE;
    if (f->m->devices)
        device = model_find_device(f->m, seat->subject);
    if (is_device(device)) {
        const struct device *d = &f->m->devices->devices.items[device.n];
        seat->device_department = source_text(f->m->devices, d->department);
        if (!str_is_none(d->person_id))
            person_id = source_text(f->m->devices, d->person_id);
        seat->holder = holder_of(BY_DEVICE, device.n);
    } else {
        seat->holder = unresolved(f, seat->subject);
    }
    if (!find_person(f->m, person_id, &seat->person))
        seat->person = NOBODY;
    if (!f->m->devices)
        return UNJUDGED;
    return is_device(device) ? FOUND : MISSING;
}

/* The first id that stands on the row decides; a device license looks at the device first. */
static enum resolved resolve(struct holder_finder *f, struct held_seat *seat) {
    const struct seat *s = seat->seat;
    bool is_device_first = f->plan->metric == METRIC_DEVICE && !str_is_none(s->device_id);
    if (!is_device_first && !str_is_none(s->person_id)) {
        seat->subject = source_text(f->source, s->person_id);
        seat->subject_kind = SUBJECT_PERSON_ID;
        return by_person(f, seat);
    }
    if (!is_device_first && !str_is_none(s->user_id)) {
        seat->subject = source_text(f->source, s->user_id);
        seat->subject_kind = SUBJECT_USER_ID;
        return by_user_id(f, seat);
    }
    seat->subject = source_text(f->source, s->device_id);
    seat->subject_kind = SUBJECT_DEVICE_ID;
    return by_device(f, seat);
}

static bool is_past(const struct source *s, enum threshold threshold, date since, date day) {
    int32_t days = s->plan->days[threshold];
    return days >= 0 && date_is_known(since) && (int64_t)day - since > days;
}

/* Seats whose use is not known are never called unused or idle. */
static enum seat_class class_by_use(const struct source *s, const struct seat *seat, date day) {
    if (knows_field(s->known, FIELD_reported_on) && s->plan->days[THRESHOLD_report_days] >= 0 &&
        (!date_is_known(seat->reported_on) ||
         is_past(s, THRESHOLD_report_days, seat->reported_on, day)))
        return SEAT_USAGE_UNKNOWN;
    if (!knows_field(s->known, FIELD_last_used_on))
        return SEAT_ACTIVE;
    if (seat->last_used_on == DATE_UNKNOWN)
        return SEAT_USAGE_UNKNOWN;
    if (seat->last_used_on != DATE_NONE)
        return is_past(s, THRESHOLD_idle_days, seat->last_used_on, day) ? SEAT_IDLE : SEAT_ACTIVE;
    if (s->plan->days[THRESHOLD_license_grace_days] < 0)
        return SEAT_ACTIVE;
    if (seat->assigned_on == DATE_UNKNOWN)
        return SEAT_USAGE_UNKNOWN;
    if (seat->assigned_on == DATE_NONE ||
        is_past(s, THRESHOLD_license_grace_days, seat->assigned_on, day))
        return SEAT_NEVER_USED;
    return SEAT_ACTIVE;
}

/* A row that names an account of the system speaks of that one; else all of the person's must be
 * disabled. */
static bool has_disabled_account(struct holder_finder *f, const struct held_seat *seat) {
    struct span user_id = source_text(f->source, seat->seat->user_id);
    account_ref account = user_id.n ? find_account(f, user_id) : NO_ACCOUNT;
    if (is_account(account))
        return !account_is_enabled(&f->system->accounts.items[account.n], f->m->plan->as_of);
    return is_somebody(seat->person) && f->disabled[seat->person.n] == 1;
}

static bool may_be_concealed(const struct held_seat *seat) {
    return !is_somebody(seat->person) && id_is_concealed(seat->subject);
}

/* Where most holders are hashes of nobody the list hides them: nobody is accused of being unknown,
 * and nobody can be asked whether the seat is used. */
static void conceal(struct held_seats *seats) {
    size_t hidden = 0;
    for (size_t i = 0; i < seats->items.count; i++)
        hidden += may_be_concealed(&seats->items.items[i]);
    if (hidden < 2 || hidden * 2 < seats->items.count)
        return;
    for (size_t i = 0; i < seats->items.count; i++) {
        struct held_seat *seat = &seats->items.items[i];
        seat->is_concealed = may_be_concealed(seat);
        if (seat->is_concealed)
            seat->class = SEAT_USAGE_UNKNOWN;
    }
}

static void classify(struct holder_finder *f, struct held_seat *seat, enum resolved resolved) {
    const struct model *m = f->m;
    if (resolved == MISSING)
        seat->class = SEAT_UNKNOWN_HOLDER;
    else if (is_somebody(seat->person) && m->people.items[seat->person.n].state == STATE_LEFT)
        seat->class = SEAT_LEAVER;
    else
        seat->class = class_by_use(f->source, seat->seat, m->plan->as_of);
    seat->has_disabled_account = f->system && has_disabled_account(f, seat);
}

static void find_disabled(struct holder_finder *f) {
    f->disabled = memory_zeroed(f->m->people.count + 1, 1);
    for (size_t i = 0; i < f->matches->holdings.count; i++) {
        const struct holding *h = &f->matches->holdings.items[i];
        if (h->outcome != OUTCOME_LINKED)
            continue;
        bool is_enabled = account_is_enabled(&f->system->accounts.items[i], f->m->plan->as_of);
        f->disabled[h->person.n] |= is_enabled ? 3 : 1;
    }
}

static int seat_order(const void *left, const void *right) {
    const struct held_seat *a = left, *b = right;
    if (a->holder != b->holder)
        return a->holder < b->holder ? -1 : 1;
    return (a->seat > b->seat) - (a->seat < b->seat);
}

static int product_order(const void *left, const void *right) {
    const struct held_seat *a = left, *b = right;
    if (a->holder != b->holder)
        return a->holder < b->holder ? -1 : 1;
    if (a->product != b->product)
        return a->product < b->product ? -1 : 1;
    return (a->seat > b->seat) - (a->seat < b->seat);
}

/* Different products are seats of their own; those that one `product` means are one. */
static uint32_t product_number(struct holder_finder *f, const struct seat *seat) {
    if (f->plan->product || str_is_none(seat->product))
        return 0;
    fold_text(FOLD_WORD, source_text(f->source, seat->product), &f->folded);
    return strpool_intern(&f->out->products, strbuf_span(&f->folded)).n;
}

static bool is_present(const struct held_seat *seat) {
    return seat->class != SEAT_LEAVER && seat->class != SEAT_UNKNOWN_HOLDER;
}

/* What the seats of one holder and product are to each other. */
static void mark_doubles(struct held_seats *seats) {
    struct held_seat *first = NULL, *needed = NULL; /* of them: a present one, one in use */
    for (size_t i = 0; i < seats->items.count; i++) {
        struct held_seat *seat = &seats->items.items[i];
        bool is_same =
            i > 0 && seat[-1].holder == seat->holder && seat[-1].product == seat->product;
        if (!is_same)
            first = needed = NULL;
        seat->is_second = first && is_present(seat);
        if (seat->is_second)
            seat->has_double = first->has_double = true;
        if (!first && is_present(seat))
            first = seat;
        bool may_be_used = seat->class == SEAT_ACTIVE || seat->class == SEAT_USAGE_UNKNOWN;
        seat->is_needed = !needed && may_be_used;
        if (seat->is_needed)
            needed = seat;
    }
}

/* Sorts them by holder, then row. */
static void order_seats(struct held_seats *seats) {
    if (!seats->items.count)
        return;
    bool has_products = strpool_count(&seats->products) > 1;
    qsort(seats->items.items, seats->items.count, sizeof *seats->items.items, product_order);
    mark_doubles(seats);
    if (has_products)
        qsort(seats->items.items, seats->items.count, sizeof *seats->items.items, seat_order);
}

void held_seats_find(struct held_seats *out, const struct model *m, uint32_t license,
                     const struct matches *matches) {
    memset(out, 0, sizeof *out);
    struct holder_finder f = {.m = m, .source = &m->licenses[license], .out = out};
    f.plan = &f.source->plan->license;
    system_ref system = f.plan->system_index;
    if (is_system(system) && !m->systems[system.n].is_missing) {
        f.system = &m->systems[system.n];
        f.matches = &matches[system.n];
        find_disabled(&f);
    }
    for (size_t i = 0; i < f.source->seats.count; i++) {
        const struct seat *s = &f.source->seats.items[i];
        if (s->status != SEAT_ASSIGNED)
            continue;
        struct held_seat seat = {.seat = s, .person = NOBODY};
        enum resolved resolved = resolve(&f, &seat);
        seat.is_unjudged = resolved == UNJUDGED;
        classify(&f, &seat, resolved);
        seat.product = product_number(&f, s);
        vec_push(&out->items, seat);
    }
    conceal(out);
    order_seats(out);
    free(f.disabled);
    strpool_release(&f.addresses);
    vec_release(&f.of_address);
    strbuf_release(&f.folded);
}

static int list_order(const void *left, const void *right) {
    const struct seat_verdict *a = left, *b = right;
    return (a->seat > b->seat) - (a->seat < b->seat);
}

void held_seats_verdicts(struct seat_verdicts *out, const struct source *s,
                         const struct held_seats *seats) {
    vec_reserve(&out->items, s->seats.count);
    for (uint32_t i = 0; i < s->seats.count; i++)
        if (s->seats.items[i].status == SEAT_UNASSIGNED) {
            struct seat_verdict free_seat = {i, NOBODY, SEAT_FREE};
            vec_push(&out->items, free_seat);
        }
    for (size_t i = 0; i < seats->items.count; i++) {
        const struct held_seat *seat = &seats->items.items[i];
        struct seat_verdict verdict = {(uint32_t)(seat->seat - s->seats.items), seat->person,
                                       seat->class};
        vec_push(&out->items, verdict);
        out->concealed += seat->is_concealed;
    }
    if (out->items.count)
        qsort(out->items.items, out->items.count, sizeof *out->items.items, list_order);
}

void held_seats_release(struct held_seats *seats) {
    vec_release(&seats->items);
    strpool_release(&seats->unresolved);
    strpool_release(&seats->products);
}
