/*
 * One row → one record. The keys are looked at first: a row without them, a header that stands
 * again among the rows and a totals row are rejected, each with its reason. Then every other cell.
 */
#include "reading.h"

#include <stdio.h>

/* --- where fields live in their records --- */

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

void reading_init(struct reading *r, struct source *s, const struct input_plan *input,
                  const struct plan *plan) {
    memset(s, 0, sizeof *s);
    s->plan = input;
    *r = (struct reading){.source = s, .input = input, .plan = plan, .record = input->record};
    for (int f = 0; f < FIELD_COUNT; f++) {
        if (fields[f].type == TYPE_DATE && field_offset(r->record, (enum field)f))
            *date_at(&r->blank, field_offset(r->record, (enum field)f)) = DATE_NONE;
    }
}

void reading_release(struct reading *r) {
    for (size_t i = 0; i < r->tasks.count; i++) {
        struct task *task = &r->tasks.items[i];
        strpool_release(&task->seen);
        strpool_release(&task->seen_own_list);
        vec_release(&task->words);
        vec_release(&task->lists);
        vec_release(&task->own_lists);
        vec_release(&task->dates);
    }
    vec_release(&r->tasks);
    vec_release(&r->ahead);
    vec_release(&r->headers);
    vec_release(&r->effective_on);
    vec_release(&r->pending);
    vec_release(&r->gathered);
    vec_release(&r->role_is_seen);
    vec_release(&r->crosses);
    vec_release(&r->further);
    vec_release(&r->role_rooms);
    vec_release(&r->role_key_of_text);
    strpool_release(&r->role_keys);
    strpool_release(&r->paid_products);
    strbuf_release(&r->scratch);
    strbuf_release(&r->more_scratch);
    arena_release(&r->peeked);
}

/* --- may the row be used? --- */

struct span cell_text(const struct row *row, uint32_t column) {
    if (column >= row->count)
        return (struct span){"", 0};
    return trimmed((struct span){row->cells[column].p, row->cells[column].n});
}

static const struct cell *cell_at(const struct row *row, uint32_t column) {
    static const struct cell missing = {"", 0, 0};
    return column < row->count ? &row->cells[column] : &missing;
}

static bool reject(struct reading *r, const struct task *task, struct span value,
                   enum message_id problem) {
    issue_add(r, task, value, problem, MSG_DONE_ROW_REJECTED);
    return false;
}

/* Says which byte could not be read, if the connector noted it. */
static bool reject_undecodable(struct reading *r, const struct row *row, const struct task *key,
                               struct span text) {
    for (uint32_t i = 0; i < row->note_count; i++) {
        const struct row_note *note = &row->notes[i];
        if (note->cell == key->column)
            return reject(r, key, note->value, note->problem);
    }
    struct issue *issue = issue_add(r, key, text, MSG_KEY_UNDECODABLE, MSG_DONE_ROW_REJECTED);
    issue->args[0] = key->header;
    return false;
}

/* A seat may name its holder more than once: one identifier that Excel has left alone is enough,
 * and a spoilt one beside it is an empty cell. */
static bool has_sound_key(const struct reading *r, const struct row *row) {
    for (size_t i = 0; i < r->key_tasks; i++) {
        const struct task *key = &r->tasks.items[i];
        struct span text = cell_text(row, key->column);
        if (text.n && !is_none(r->record, text) &&
            id_hazard(cell_at(row, key->column), text) == MSG_NONE)
            return true;
    }
    return false;
}

static bool check_key(struct reading *r, const struct row *row, const struct task *key,
                      struct span text) {
    if (cell_at(row, key->column)->flags & CELL_UNDECODABLE)
        return reject_undecodable(r, row, key, text);
    enum message_id hazard =
        fields[key->field].type == TYPE_ID ? id_hazard(cell_at(row, key->column), text) : MSG_NONE;
    if (hazard == MSG_NONE || (r->record == RECORD_SEAT && has_sound_key(r, row)))
        return true;
    return reject(r, key, text, hazard);
}

/* A row without holder is a seat that nobody has, if it says so much as its product or status. */
static bool tells_of_a_seat(const struct reading *r, const struct row *row) {
    for (size_t i = r->key_tasks; i < r->tasks.count; i++) {
        struct span text = cell_text(row, r->tasks.items[i].column);
        if (text.n && !is_none(r->record, text))
            return true;
    }
    return false;
}

static bool check_keys(struct reading *r, const struct row *row) {
    if (row->problem != MSG_NONE)
        return reject(r, NULL, (struct span){"", 0}, row->problem);
    bool is_seat = r->record == RECORD_SEAT;
    size_t empty = 0;
    for (size_t i = 0; i < r->key_tasks; i++) {
        const struct task *key = &r->tasks.items[i];
        struct span text = cell_text(row, key->column);
        struct span raw = text;
        if (fields[key->field].type == TYPE_ID && is_none(r->record, text))
            text.n = 0;
        if (text.n == 0 && !is_seat) {
            struct issue *issue =
                issue_add(r, key, raw, MSG_ROW_WITHOUT_KEY, MSG_DONE_ROW_REJECTED);
            issue->args[0] = key->header;
            return false;
        }
        empty += text.n == 0;
        if (text.n && !check_key(r, row, key, text))
            return false;
    }
    if (is_seat && empty == r->key_tasks) {
        if (!tells_of_a_seat(r, row))
            return reject(r, NULL, (struct span){"", 0}, MSG_ROW_WITHOUT_HOLDER);
        r->is_unassigned = true;
    }
    return true;
}

/* --- what is odd about it --- */

static void report_notes(struct reading *r, const struct row *row) {
    for (uint32_t i = 0; i < row->note_count; i++) {
        const struct row_note *note = &row->notes[i];
        struct span header =
            note->cell < r->headers.count ? r->headers.items[note->cell] : SPAN("");
        issue_add_at(r, r->current.origin, header, note->value, note->problem, note->done);
    }
}

static void report_width(struct reading *r, const struct row *row) {
    struct span extra = {"", 0};
    for (uint32_t i = r->width; i < row->count && extra.n == 0; i++) {
        /* A column without a header is nobody's, as long as the header reaches over it. */
        if (i >= r->headers.count)
            extra = cell_text(row, i);
    }
    if (row->count >= r->width && extra.n == 0)
        return;
    bool is_short = row->count < r->width;
    struct issue *issue = issue_add(r, NULL, extra, is_short ? MSG_ROW_SHORT : MSG_ROW_LONG,
                                    is_short ? MSG_DONE_MISSING_EMPTY : MSG_DONE_EXTRA_IGNORED);
    char counts[2][16];
    snprintf(counts[0], sizeof counts[0], "%u", row->count);
    snprintf(counts[1], sizeof counts[1], "%u", r->width);
    for (int i = 0; i < 2; i++)
        issue->args[i] = arena_copy(&r->source->arena, span_of(counts[i]));
}

/* --- the record --- */

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

/* Appends the record to its list; returns its index. */
static size_t push_record(struct reading *r) {
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

static void store_record(struct reading *r) {
    if (r->record == RECORD_ACCOUNT) {
        store_account(r);
        return;
    }
    size_t index = push_record(r);
    if (r->record == RECORD_PERSON && knows_field(r->source->known, FIELD_effective_on))
        vec_push(&r->effective_on, r->effective);
    push_further_posts(r);
    crosses_belong_to(r, (uint32_t)index);
    /* Dates of this row that wait for their column belong to the record now made. */
    for (size_t i = r->pending_before; i < r->pending.count; i++)
        r->pending.items[i].record = (uint32_t)index;
}

/* Identifiers are mostly new texts: their places are fetched while the keys are checked. */
static void expect_ids(struct reading *r, const struct row *row) {
    for (size_t i = 0; i < r->tasks.count; i++) {
        const struct task *task = &r->tasks.items[i];
        if (task->store == STORE_ID)
            strpool_prefetch(&r->source->text, cell_text(row, task->column));
    }
}

void read_row(struct reading *r, const struct row *row) {
    r->row = row;
    r->current = r->blank;
    r->current.origin = (struct origin){row->line, strpool_intern(&r->source->text, row->dn)};
    r->source->rows_read++;
    r->is_unassigned = false;
    expect_ids(r, row);
    if (is_no_record(r, row) || !check_keys(r, row)) {
        r->source->rows_rejected++;
        return;
    }
    if (row->note_count)
        report_notes(r, row);
    if (row->count != r->width)
        report_width(r, row);
    memset(r->parts, 0, sizeof r->parts);
    r->products = (struct seen_list){0};
    r->effective = DATE_NONE;
    r->gathered.count = r->further.count = 0;
    r->crosses_before = r->crosses.count;
    r->is_unusable = false;
    r->pending_before = r->pending.count;
    for (size_t i = 0; i < r->tasks.count; i++) {
        struct task *task = &r->tasks.items[i];
        read_cell(r, task, cell_at(row, task->column), cell_text(row, task->column));
    }
    if (r->is_unusable) {
        r->crosses.count = r->crosses_before;
        r->source->rows_rejected++;
        return;
    }
    r->source->rows_accepted++;
    if (r->record == RECORD_SEAT && !is_seat_of_license(r)) {
        r->crosses.count = r->crosses_before;
        return;
    }
    join_parts(r);
    read_name_cell(r);
    store_many(r);
    store_record(r);
}
