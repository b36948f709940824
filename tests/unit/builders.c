/* The builders of builders.h: what intake would have made of rows with these cells. */
#include "builders.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const field_names[FIELD_COUNT] = {
#define FIELD(name, type, records, required) #name,
    FIELD_TABLE
#undef FIELD
};

date day_of(const char *iso) {
    int year, month, day;
    if (!iso || !*iso) {
        return DATE_NONE;
    }
    if (sscanf(iso, "%d-%d-%d", &year, &month, &day) != 3) {
        abort();
    }
    return date_from_civil(year, month, day);
}

static void input_init(struct input_plan *input, enum record record, const char *name, date as_of) {
    static const int32_t fallbacks[THRESHOLD_COUNT] = {
#define THRESHOLD(name, fallback) fallback,
        THRESHOLD_TABLE
#undef THRESHOLD
    };
    memset(input, 0, sizeof *input);
    input->record = record;
    input->name = name;
    input->exported_on = as_of;
    memcpy(input->days, fallbacks, sizeof fallbacks);
    input->system.ended_on = DATE_NONE;
    input->system.on_leave_disable = true;
    input->license.quantity = -1;
    input->license.unit_cost_cents = -1;
    input->declared_rows = -1;
    input->system.mfa_required = MFA_PRIVILEGED;
    input->license.contract_from = DATE_NONE;
    input->license.contract_to = DATE_NONE;
    input->license.system_index = NO_SYSTEM;
}

void world_init(struct world *w, const char *as_of) {
    memset(w, 0, sizeof *w);
    struct input_plan defaults;
    w->plan.as_of = day_of(as_of);
    input_init(&defaults, RECORD_PERSON, "", DATE_NONE);
    memcpy(w->plan.days, defaults.days, sizeof defaults.days);
    w->plan.config_path = "tenko.yaml";
    w->plan.base_dir = ".";
    w->plan.organization = "みなと市";
    w->plan.language = LANG_JA;
    w->plan.ledger = "tenko.db";
    w->plan.report = "report";
    w->plan.fiscal_month = 4;
    w->plan.fiscal_day = 1;
    w->plan.accept = ACCEPT_PROBABLE;
    w->plan.max_unmatched_percent = 50;
    w->plan.max_shrink_percent = 30;
    w->plan.min_roster_rows = 1;
    w->plan.missing_list_stops = true;
}

#define add_input(w, inputs, sources, record_, name_)                                              \
    do {                                                                                           \
        struct input_plan input;                                                                   \
        if ((w)->plan.inputs.count == WORLD_SOURCES) {                                             \
            abort();                                                                               \
        }                                                                                          \
        input_init(&input, (record_), (name_), (w)->plan.as_of);                                   \
        vec_push(&(w)->plan.inputs, input);                                                        \
        (w)->sources[(w)->plan.inputs.count - 1].display = (name_);                                \
    } while (0)

uint32_t add_roster(struct world *w, const char *name) {
    add_input(w, rosters, rosters, RECORD_PERSON, name);
    return (uint32_t)w->plan.rosters.count - 1;
}

uint32_t add_system(struct world *w, const char *name) {
    add_input(w, systems, systems, RECORD_ACCOUNT, name);
    return (uint32_t)w->plan.systems.count - 1;
}

uint32_t add_license(struct world *w, const char *name) {
    add_input(w, licenses, licenses, RECORD_SEAT, name);
    return (uint32_t)w->plan.licenses.count - 1;
}

/* --- Cells --- */

static str_id text_cell(struct source *s, enum field field, const char *text) {
    if (!text) {
        return STR_NONE;
    }
    add_field(&s->known, field);
    return strpool_intern(&s->text, span_of(text));
}

static date date_cell(struct source *s, enum field field, const char *text) {
    if (text) {
        add_field(&s->known, field);
    }
    return day_of(text);
}

/* The index of the word in `words`, or `fallback` where the cell is empty or missing. */
static int word_cell(struct source *s, enum field field, const char *text, const char *const *words,
                     int fallback) {
    if (text) {
        add_field(&s->known, field);
    }
    if (!text || !*text) {
        return fallback;
    }
    for (int i = 0; words[i]; i++) {
        if (strcmp(words[i], text) == 0) {
            return i;
        }
    }
    abort();
}

/* Pushes the parts between commas into s->lists; returns their number. */
static uint32_t list_cell(struct source *s, enum field field, const char *text, uint32_t *first) {
    *first = (uint32_t)s->lists.count;
    if (!text) {
        return 0;
    }
    add_field(&s->known, field);
    while (*text) {
        size_t n = strcspn(text, ",");
        vec_push(&s->lists, strpool_intern(&s->text, (struct span){text, n}));
        text += n + (text[n] == ',');
    }
    return (uint32_t)s->lists.count - *first;
}

/* A list of one text, or of none. */
static struct texts list_of(struct source *s, str_id text) {
    struct texts list = {.first = (uint32_t)s->lists.count, .count = !str_is_none(text)};
    if (list.count) {
        vec_push(&s->lists, text);
    }
    return list;
}

static struct origin next_line(struct source *s) {
    s->rows_read++;
    s->rows_accepted++;
    return (struct origin){.line = (uint32_t)s->rows_read + 1};
}

#define TEXT(field) .field = text_cell(s, FIELD_##field, spec.field)
#define DAY(field)  .field = date_cell(s, FIELD_##field, spec.field)

/* --- Rows --- */

uint32_t add_person_row(struct world *w, uint32_t roster, struct person_spec spec) {
    static const char *const words[] = {"", "active", "left", "leave", NULL};
    struct source *s = &w->rosters[roster];
    struct person_row row = {
        .origin = next_line(s),
        TEXT(person_id),
        TEXT(name),
        TEXT(former_name),
        TEXT(kana),
        TEXT(department_code),
        TEXT(department),
        TEXT(job_type),
        TEXT(position),
        TEXT(employment),
        TEXT(email),
        TEXT(login),
        DAY(hired_on),
        DAY(left_on),
        DAY(leave_from),
        DAY(leave_to),
        DAY(posted_on),
        .status =
            (enum person_status)word_cell(s, FIELD_status, spec.status, words, PERSON_STATUS_NONE),
    };
    row.emails = list_of(s, row.email);
    row.logins = list_of(s, row.login);
    vec_push(&s->people, row);
    return (uint32_t)s->people.count - 1;
}

static void file_user_id(struct source *s, str_id user_id, uint32_t account) {
    struct strbuf key = {0};
    fold_text(FOLD_ID, source_text(s, user_id), &key);
    str_id id = strpool_intern(&s->text, strbuf_span(&key));
    strbuf_release(&key);
    while (s->account_of_user_key.count <= id.n) {
        vec_push(&s->account_of_user_key, NO_ACCOUNT);
    }
    if (is_account(s->account_of_user_key.items[id.n])) {
        abort(); /* intake would have united the two rows */
    }
    s->account_of_user_key.items[id.n] = (account_ref){account};
}

uint32_t add_account_row(struct world *w, uint32_t system, struct account_spec spec) {
    static const char *const states[] = {"enabled", "disabled", NULL};
    static const char *const kinds[] = {"personal", "shared", "service", "external", NULL};
    static const char *const answers[] = {"", "no", "yes", NULL};
    struct source *s = &w->systems[system];
    struct account row = {
        .origin = next_line(s),
        TEXT(user_id),
        TEXT(person_id),
        TEXT(name),
        TEXT(kana),
        TEXT(email),
        TEXT(department_code),
        TEXT(department),
        TEXT(job_type),
        TEXT(owner),
        DAY(created_on),
        DAY(last_login_on),
        DAY(password_changed_on),
        DAY(expires_on),
        .status = (uint8_t)word_cell(s, FIELD_status, spec.status, states, ACCOUNT_ENABLED),
        .kind = (uint8_t)word_cell(s, FIELD_kind, spec.kind, kinds, KIND_PERSONAL),
        .privileged =
            (uint8_t)word_cell(s, FIELD_privileged, spec.privileged, answers, ANSWER_UNKNOWN),
        .mfa = (uint8_t)word_cell(s, FIELD_mfa, spec.mfa, answers, ANSWER_UNKNOWN),
    };
    row.role_count = (uint16_t)list_cell(s, FIELD_role, spec.roles, &row.roles);
    row.member_count = (uint16_t)list_cell(s, FIELD_members, spec.members, &row.members);
    row.emails = list_of(s, row.email);
    vec_push(&s->accounts, row);
    file_user_id(s, row.user_id, (uint32_t)s->accounts.count - 1);
    return (uint32_t)s->accounts.count - 1;
}

uint32_t add_seat_row(struct world *w, uint32_t license, struct seat_spec spec) {
    static const char *const words[] = {"assigned", "cancelled", "unassigned", NULL};
    struct source *s = &w->licenses[license];
    struct seat row = {
        .origin = next_line(s),
        TEXT(person_id),
        TEXT(user_id),
        TEXT(device_id),
        DAY(assigned_on),
        DAY(last_used_on),
        DAY(reported_on),
        .status = (enum seat_status)word_cell(s, FIELD_status, spec.status, words, SEAT_ASSIGNED),
    };
    vec_push(&s->seats, row);
    return (uint32_t)s->seats.count - 1;
}

/* The source of a table, which exists once it has a row. */
static struct source *table(struct world *w, struct input_plan **slot, struct input_plan *input,
                            struct source *source, enum record record, const char *name) {
    if (!*slot) {
        input_init(input, record, name, w->plan.as_of);
        source->display = name;
        *slot = input;
    }
    return source;
}
#define TABLE(slot, record, name)                                                                  \
    table(w, &w->plan.table_of[RECORD_##record], &w->slot##_plan, &w->slot, RECORD_##record, name)

uint32_t add_device_row(struct world *w, struct device_spec spec) {
    struct source *s =
        table(w, &w->plan.devices, &w->devices_plan, &w->devices, RECORD_DEVICE, "devices");
    struct device row = {.origin = next_line(s),
                         TEXT(device_id),
                         TEXT(person_id),
                         TEXT(department),
                         DAY(returned_on)};
    vec_push(&s->devices, row);
    return (uint32_t)s->devices.count - 1;
}

uint32_t add_department_row(struct world *w, struct department_spec spec) {
    struct source *s = TABLE(departments, DEPARTMENT, "departments");
    struct department_row row = {
        .origin = next_line(s), TEXT(code), TEXT(name), DAY(valid_from), DAY(valid_to)};
    row.successor_count = list_cell(s, FIELD_successor, spec.successors, &row.successors);
    vec_push(&s->departments, row);
    return (uint32_t)s->departments.count - 1;
}

uint32_t add_role_row(struct world *w, struct role_spec spec) {
    struct source *s = TABLE(roles, ROLE, "policy.roles");
    struct role_row row = {.origin = next_line(s),
                           TEXT(system),
                           TEXT(role),
                           TEXT(department),
                           TEXT(job_type),
                           TEXT(position),
                           TEXT(employment)};
    vec_push(&s->roles, row);
    return (uint32_t)s->roles.count - 1;
}

uint32_t add_conflict_row(struct world *w, struct conflict_spec spec) {
    struct source *s = TABLE(conflicts, CONFLICT, "policy.conflicts");
    struct conflict_row row = {.origin = next_line(s),
                               TEXT(system_a),
                               TEXT(role_a),
                               TEXT(system_b),
                               TEXT(role_b),
                               TEXT(reason)};
    vec_push(&s->conflicts, row);
    return (uint32_t)s->conflicts.count - 1;
}

uint32_t add_approval_row(struct world *w, struct approval_spec spec) {
    struct source *s = TABLE(approvals, APPROVAL, "policy.privileged");
    struct approval_row row = {.origin = next_line(s),
                               TEXT(system),
                               TEXT(user_id),
                               TEXT(person_id),
                               TEXT(approved_by),
                               DAY(approved_on),
                               .starts_on = DATE_NONE,
                               DAY(expires_on)};
    vec_push(&s->approvals, row);
    return (uint32_t)s->approvals.count - 1;
}

uint32_t add_link_row(struct world *w, struct link_spec spec) {
    struct source *s = TABLE(links, LINK, "policy.links");
    struct link_row row = {
        .origin = next_line(s), TEXT(system), TEXT(user_id), TEXT(person_id), TEXT(note)};
    vec_push(&s->links, row);
    return (uint32_t)s->links.count - 1;
}

uint32_t add_waiver_row(struct world *w, struct waiver_spec spec) {
    struct source *s = TABLE(waivers, WAIVER, "policy.waivers");
    struct waiver_row row = {.origin = next_line(s),
                             TEXT(rule),
                             TEXT(target),
                             TEXT(subject),
                             TEXT(reason),
                             TEXT(approved_by),
                             DAY(valid_until)};
    vec_push(&s->waivers, row);
    return (uint32_t)s->waivers.count - 1;
}

/* --- Sealing --- */

/* Headers named as the fields are, in the table's order. */
static void finish_source(struct source *s) {
    s->header_line = 1;
    s->columns.count = 0;
    for (uint32_t f = 0; f < FIELD_COUNT; f++) {
        if (knows_field(s->known, (enum field)f)) {
            struct column_map column = {(uint32_t)s->columns.count, (enum field)f,
                                        span_of(field_names[f])};
            vec_push(&s->columns, column);
        }
    }
}

/* Moves a source into the room that the model has for it, if it has one. */
static void place(struct source *to, struct source *from) {
    if (!to) {
        return;
    }
    const struct input_plan *plan = to->plan;
    *to = *from;
    to->plan = plan;
    memset(from, 0, sizeof *from);
    finish_source(to);
}

void set_owner(struct world *w, uint32_t system, const char *owner) {
    static const char *owners[WORLD_SOURCES];
    owners[system] = owner;
    w->plan.systems.items[system].owners = (struct word_list){&owners[system], owner != NULL};
}

void world_seal(struct world *w) {
    struct model *m = &w->model;
    model_lay_out(m, &w->plan);
    for (size_t i = 0; i < w->plan.rosters.count; i++) {
        place(&m->rosters[i], &w->rosters[i]);
    }
    for (size_t i = 0; i < w->plan.systems.count; i++) {
        place(&m->systems[i], &w->systems[i]);
    }
    for (size_t i = 0; i < w->plan.licenses.count; i++) {
        place(&m->licenses[i], &w->licenses[i]);
    }
    place(m->devices, &w->devices);
    place(m->table_of[RECORD_DEPARTMENT], &w->departments);
    place(m->table_of[RECORD_ROLE], &w->roles);
    place(m->table_of[RECORD_CONFLICT], &w->conflicts);
    place(m->table_of[RECORD_APPROVAL], &w->approvals);
    place(m->table_of[RECORD_LINK], &w->links);
    place(m->table_of[RECORD_WAIVER], &w->waivers);
    model_seal_people(m);
    model_seal(m, 2);
}

void world_release(struct world *w) {
    model_release(&w->model);
    vec_release(&w->plan.rosters);
    vec_release(&w->plan.systems);
    vec_release(&w->plan.licenses);
    vec_release(&w->plan.rules);
    arena_release(&w->plan.arena);
}

size_t count_issues(const struct source *s, enum message_id problem) {
    size_t count = 0;
    for (size_t i = 0; i < s->issues.count; i++) {
        count += s->issues.items[i].problem == problem;
    }
    return count;
}

uint32_t person_named(const struct world *w, const char *person_id) {
    for (uint32_t i = 0; i < w->model.people.count; i++) {
        if (span_equal(model_text(&w->model, w->model.people.items[i].person_id),
                       span_of(person_id))) {
            return i;
        }
    }
    return NO_INDEX;
}
