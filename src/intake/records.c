/*
 * Where a field lives: its place in the record that is made of a row, the list that the record goes
 * to, and which fields a record must have.
 */
#include "reading.h"
#include "words.h"

#define AT(record, type, name) [RECORD_##record][FIELD_##name] = offsetof(struct type, name)
#define PERSON(name)           AT(PERSON, person_row, name)
#define ACCOUNT(name)          AT(ACCOUNT, account, name)
#define SEAT(name)             AT(SEAT, seat, name)
#define DEVICE(name)           AT(DEVICE, device, name)
#define DEPARTMENT(name)       AT(DEPARTMENT, department_row, name)
#define ROLE(name)             AT(ROLE, role_row, name)
#define CONFLICT(name)         AT(CONFLICT, conflict_row, name)
#define APPROVAL(name)         AT(APPROVAL, approval_row, name)
#define LINK(name)             AT(LINK, link_row, name)
#define WAIVER(name)           AT(WAIVER, waiver_row, name)
#define SHARED(name)           AT(SHARED, shared_row, name)
#define INCIDENT(name)         AT(INCIDENT, incident_row, name)
#define REQUEST(name)          AT(REQUEST, request_row, name)
#define SYSTEM(name)           AT(SYSTEM, system_entry, name)
#define LICENSE(name)          AT(LICENSE, license_entry, name)

/* 0 = the record has no place of its own for the field (the origin stands at 0). */
static const uint16_t offsets[RECORD_COUNT][FIELD_COUNT] = {
    PERSON(person_id),
    PERSON(name),
    PERSON(former_name),
    PERSON(romaji),
    PERSON(kana),
    PERSON(department_code),
    PERSON(department),
    PERSON(job_type),
    PERSON(position),
    PERSON(employment),
    PERSON(manager),
    PERSON(leave_kind),
    PERSON(hired_on),
    PERSON(left_on),
    PERSON(leave_from),
    PERSON(leave_to),
    PERSON(posted_on),
    ACCOUNT(user_id),
    ACCOUNT(person_id),
    ACCOUNT(name),
    ACCOUNT(kana),
    ACCOUNT(department_code),
    ACCOUNT(department),
    ACCOUNT(job_type),
    ACCOUNT(owner),
    ACCOUNT(request_no),
    ACCOUNT(created_on),
    ACCOUNT(last_login_on),
    ACCOUNT(password_changed_on),
    ACCOUNT(expires_on),
    SEAT(person_id),
    SEAT(user_id),
    SEAT(device_id),
    SEAT(assigned_on),
    SEAT(last_used_on),
    SEAT(reported_on),
    DEVICE(device_id),
    DEVICE(person_id),
    DEVICE(department),
    DEVICE(lent_on),
    DEVICE(returned_on),
    DEPARTMENT(code),
    DEPARTMENT(name),
    DEPARTMENT(valid_from),
    DEPARTMENT(valid_to),
    ROLE(system),
    ROLE(role),
    ROLE(department),
    ROLE(job_type),
    ROLE(position),
    ROLE(employment),
    CONFLICT(system_a),
    CONFLICT(role_a),
    CONFLICT(system_b),
    CONFLICT(role_b),
    CONFLICT(reason),
    APPROVAL(system),
    APPROVAL(user_id),
    APPROVAL(person_id),
    APPROVAL(approved_by),
    APPROVAL(approved_on),
    APPROVAL(starts_on),
    APPROVAL(expires_on),
    APPROVAL(function),
    LINK(system),
    LINK(user_id),
    LINK(person_id),
    LINK(note),
    WAIVER(rule),
    WAIVER(target),
    WAIVER(subject),
    WAIVER(reason),
    WAIVER(approved_by),
    WAIVER(valid_until),
    WAIVER(alternative),
    SHARED(system),
    SHARED(user_id),
    SHARED(owner),
    SHARED(purpose),
    SHARED(shared_password_days),
    SHARED(password_changed_on),
    INCIDENT(system),
    INCIDENT(user_id),
    INCIDENT(reason),
    INCIDENT(date),
    REQUEST(system),
    REQUEST(user_id),
    REQUEST(request_no),
    REQUEST(approved_by),
    REQUEST(decided_on),
    SYSTEM(system),
    SYSTEM(owner),
    SYSTEM(manager),
    SYSTEM(contract_owner),
    SYSTEM(contract_no),
    SYSTEM(purpose),
    SYSTEM(source),
    SYSTEM(exported_by),
    SYSTEM(declared_rows),
    SYSTEM(exported_on),
    SYSTEM(ended_on),
    LICENSE(license),
    LICENSE(product),
    LICENSE(quantity),
    LICENSE(unit_cost),
    LICENSE(contract_no),
    LICENSE(purpose),
    LICENSE(owner),
    LICENSE(source),
    LICENSE(contract_from),
    LICENSE(contract_to),
};

uint16_t field_offset(enum record record, enum field field) {
    return offsets[record][field];
}

void *record_at(struct reading *r, uint32_t index) {
    struct source *s = r->source;
    switch (r->record) {
    case RECORD_PERSON:
        return &s->people.items[index];
    case RECORD_ACCOUNT:
        return &s->accounts.items[index];
    case RECORD_SEAT:
        return &s->seats.items[index];
    case RECORD_DEVICE:
        return &s->devices.items[index];
    case RECORD_DEPARTMENT:
        return &s->departments.items[index];
    case RECORD_APPROVAL:
        return &s->approvals.items[index];
    case RECORD_SHARED:
        return &s->shared.items[index];
    case RECORD_INCIDENT:
        return &s->incidents.items[index];
    case RECORD_REQUEST:
        return &s->requests.items[index];
    case RECORD_SYSTEM:
        return &s->system_entries.items[index];
    case RECORD_LICENSE:
        return &s->license_entries.items[index];
    default: /* no other record has dates */
        return &s->waivers.items[index];
    }
}

size_t record_push(struct reading *r) {
#define PUSH(list, member)                                                                         \
    (vec_push(&r->source->list, r->current.member), r->source->list.count - 1)
    switch (r->record) {
    case RECORD_PERSON:
        return PUSH(people, person);
    case RECORD_SEAT:
        return PUSH(seats, seat);
    case RECORD_DEVICE:
        return PUSH(devices, device);
    case RECORD_DEPARTMENT:
        return PUSH(departments, department);
    case RECORD_ROLE:
        return PUSH(roles, role);
    case RECORD_CONFLICT:
        return PUSH(conflicts, conflict);
    case RECORD_APPROVAL:
        return PUSH(approvals, approval);
    case RECORD_LINK:
        return PUSH(links, link);
    case RECORD_SHARED:
        return PUSH(shared, shared);
    case RECORD_INCIDENT:
        return PUSH(incidents, incident);
    case RECORD_REQUEST:
        return PUSH(requests, request);
    case RECORD_SYSTEM:
        return PUSH(system_entries, system);
    case RECORD_LICENSE:
        return PUSH(license_entries, license);
    default:
        return PUSH(waivers, waiver);
    }
#undef PUSH
}

static size_t count_ids(const struct reading *r) {
    size_t count = 0;
    for (size_t i = 0; i < r->tasks.count; i++)
        count += r->tasks.items[i].store == STORE_ID;
    return count;
}

void records_reserve(struct reading *r, size_t more) {
    enum { SIXTEENTH = 16 };
    struct source *s = r->source;
    size_t rows = more + more / SIXTEENTH;
    if (r->record == RECORD_PERSON)
        vec_reserve(&s->people, s->people.count + rows);
    if (r->record == RECORD_SEAT)
        vec_reserve(&s->seats, s->seats.count + rows);
    if (r->record == RECORD_ACCOUNT) {
        vec_reserve(&s->accounts, s->accounts.count + rows);
        vec_reserve(&s->account_of_user_key, strpool_count(&s->text) + rows * count_ids(r));
    }
    strpool_reserve(&s->text, strpool_count(&s->text) + more * count_ids(r));
}

void mark_unread(struct reading *r, union any_record *record, enum field field) {
    add_field(&r->source->unread, field);
    if (r->record == RECORD_PERSON)
        add_field(&record->person.unread, field);
    else if (r->record == RECORD_ACCOUNT)
        add_field(&record->account.unread, field);
    else if (r->record == RECORD_SEAT)
        add_field(&record->seat.unread, field);
    else if (r->record == RECORD_DEVICE)
        add_field(&record->device.unread, field);
}

/* Two columns tell: who has left is not on leave, who is on leave is also employed. */
static enum person_status of_both(enum person_status a, enum person_status b) {
    if (a == PERSON_LEFT || b == PERSON_LEFT)
        return PERSON_LEFT;
    if (a == PERSON_LEAVE || b == PERSON_LEAVE)
        return PERSON_LEAVE;
    return b;
}

/* Of several columns: what is cancelled is no seat, whatever another says. */
static enum seat_status of_seats(enum seat_status a, enum seat_status b) {
    return a == SEAT_CANCELLED || b == SEAT_ASSIGNED ? a : b;
}

void store_word(struct reading *r, enum field field, uint8_t value) {
    if (r->record == RECORD_PERSON && field == FIELD_post_kind)
        r->current.person.post_kind = (enum post_kind)value;
    else if (r->record == RECORD_PERSON)
        r->current.person.status = of_both(r->current.person.status, (enum person_status)value);
    else if (r->record == RECORD_SEAT)
        r->current.seat.status = of_seats(r->current.seat.status, (enum seat_status)value);
    else if (r->record == RECORD_DEVICE)
        r->current.device.is_returned = value == DEVICE_RETURNED;
    else if (r->record == RECORD_REQUEST)
        r->current.request.action = (enum request_action)value;
    else if (field == FIELD_status && value == ACCOUNT_DISABLED)
        r->current.account.status = value; /* one column that says off is enough */
    else if (field == FIELD_status)
        return;
    else if (field == FIELD_kind && value == KIND_PERSONAL) /* where no column says otherwise */
        r->current.account.kind =
            r->current.account.kind == KIND_PERSONAL ? KIND_SAID_PERSONAL : r->current.account.kind;
    else if (field == FIELD_kind)
        r->current.account.kind = value;
    else if (field == FIELD_privileged)
        r->current.account.privileged = value;
    else
        r->current.account.mfa = value;
}

/* --- which fields a record must have --- */

bool is_key_field(enum record record, enum field field) {
    if (record == RECORD_SEAT)
        return field == FIELD_person_id || field == FIELD_user_id || field == FIELD_device_id;
    return fields[field].required & 1u << record;
}

bool has_key_fields(enum record record, field_set claimed) {
    if (record == RECORD_SEAT)
        return has_field_of(claimed, (field_set)FIELDS(person_id, user_id, device_id));
    for (int f = 0; f < FIELD_COUNT; f++) {
        if (fields[f].required & 1u << record && !knows_field(claimed, (enum field)f))
            return false;
    }
    return true;
}
