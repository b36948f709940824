/* The fields of every kind of row, in the order of the ledger's text. Only ever append: a ledger of
 * an earlier version is read by the same tables. */
#include "codec.h"
#include "movements.h"

/* Values and names of members of initializers: a parenthesis would be no C.
 * NOLINTBEGIN(bugprone-macro-parentheses) */
#define TEXT(s, f)                                                                                 \
    { .name = #f, .type = CODEC_TEXT, .offset = offsetof(struct s, f) }
#define USUAL(s, f, value)                                                                         \
    {                                                                                              \
        .name = #f, .type = CODEC_TEXT, .offset = offsetof(struct s, f), .usual = {                \
            value,                                                                                 \
            sizeof(value) - 1                                                                      \
        }                                                                                          \
    }
#define NUMBER(s, f)                                                                               \
    { .name = #f, .type = CODEC_NUMBER, .offset = offsetof(struct s, f) }
#define SMALL(s, f)                                                                                \
    { .name = #f, .type = CODEC_SMALL, .offset = offsetof(struct s, f) }
#define ENUM(s, f, count)                                                                          \
    { .name = #f, .type = CODEC_SMALL, .offset = offsetof(struct s, f), .below = count }
#define FLAG(s, f)                                                                                 \
    { .name = #f, .type = CODEC_FLAG, .offset = offsetof(struct s, f) }
#define OF_SEVERITY(s, f, word, severity)                                                          \
    { .name = word, .type = CODEC_NUMBER, .offset = offsetof(struct s, f[severity]) }
#define ON(s, f)                                                                                   \
    { .name = #f, .type = CODEC_ON, .offset = offsetof(struct s, f) }
#define HELD(s, f)                                                                                 \
    { .name = #f, .type = CODEC_HELD, .offset = offsetof(struct s, f) }
#define DAY(s, f)                                                                                  \
    { .name = #f, .type = CODEC_DATE, .offset = offsetof(struct s, f) }
#define SENTENCE(s, f)                                                                             \
    { .name = #f, .type = CODEC_SENTENCE, .offset = offsetof(struct s, f) }
#define LIST(s, f, kind, n)                                                                        \
    {                                                                                              \
        .name = #f, .type = kind, .offset = offsetof(struct s, f),                                 \
        .count_offset = offsetof(struct s, n)                                                      \
    }
#define ROWS(s, f, n, table)                                                                       \
    {                                                                                              \
        .name = #f, .type = CODEC_ROWS, .offset = offsetof(struct s, f),                           \
        .count_offset = offsetof(struct s, n), .rows = &table                                      \
    }

/* NOLINTEND(bugprone-macro-parentheses) */

#define TABLE(kind_name, s)                                                                        \
    const struct codec_table codec_##kind_name = {.kind = #kind_name,                              \
                                                  .fields = kind_name##_fields,                    \
                                                  .field_count = sizeof kind_name##_fields /       \
                                                                 sizeof *kind_name##_fields,       \
                                                  .row_size = sizeof(struct s)}

static const struct codec_field account_fields[] = {
    TEXT(account_record, user_id),
    TEXT(account_record, person_id),
    TEXT(account_record, addressee),
    TEXT(account_record, account_department),
    LIST(account_record, roles, CODEC_TEXTS, role_count),
    DAY(account_record, created_on),
    DAY(account_record, last_login_on),
    DAY(account_record, password_changed_on),
    DAY(account_record, expires_on),
    ON(account_record, is_enabled),
    FLAG(account_record, is_privileged),
    FLAG(account_record, is_expired),
    USUAL(account_record, kind, "personal"),
    USUAL(account_record, outcome, "linked"),
    USUAL(account_record, matched_by, "person_id"),
    TEXT(account_record, mfa),
    TEXT(account_record, request_no),
    HELD(account_record, name),
    HELD(account_record, state),
    HELD(account_record, department),
    HELD(account_record, manager),
    LIST(account_record, candidates, CODEC_TEXTS, candidate_count),
    SMALL(account_record, person),
    FLAG(account_record, has_unread),
    TEXT(account_record, place.dn),
};
TABLE(account, account_record);

static const struct codec_field seat_fields[] = {
    TEXT(seat_record, holder),
    TEXT(seat_record, person_id),
    TEXT(seat_record, product),
    DAY(seat_record, assigned_on),
    DAY(seat_record, last_used_on),
    DAY(seat_record, reported_on),
    USUAL(seat_record, verdict, "active"),
    NUMBER(seat_record, yearly_cost_cents),
    HELD(seat_record, name),
    HELD(seat_record, department),
    SMALL(seat_record, person),
    TEXT(seat_record, place.dn),
};
TABLE(seat, seat_record);

static const struct codec_field person_fields[] = {
    SMALL(person_record, input),
    TEXT(person_record, person_id),
    TEXT(person_record, name),
    TEXT(person_record, department),
    TEXT(person_record, employment),
    TEXT(person_record, manager),
    TEXT(person_record, login),
    TEXT(person_record, email),
    USUAL(person_record, state, "active"),
    DAY(person_record, hired_on),
    DAY(person_record, left_on),
    DAY(person_record, leave_from),
    DAY(person_record, leave_to),
    TEXT(person_record, leave_kind),
    TEXT(person_record, place.dn),
    LIST(person_record, rosters, CODEC_TEXTS, roster_count),
    LIST(person_record, posts, CODEC_TEXTS, post_count),
};
TABLE(person, person_record);

static const struct codec_field device_fields[] = {
    TEXT(device_record, device_id),   TEXT(device_record, person_id),
    TEXT(device_record, name),        TEXT(device_record, department),
    DAY(device_record, lent_on),      DAY(device_record, returned_on),
    FLAG(device_record, is_returned), SMALL(device_record, person),
    TEXT(device_record, place.dn),
};
TABLE(device, device_record);

static const struct codec_field exception_fields[] = {
    NUMBER(stored_exception, e.id),
    TEXT(stored_exception, rule_name),
    ENUM(stored_exception, e.severity, SEVERITY_COUNT),
    ENUM(stored_exception, e.target_kind, TARGET_DEVICES + 1),
    TEXT(stored_exception, e.target),
    ENUM(stored_exception, e.subject_kind, SUBJECT_PRODUCT + 1),
    TEXT(stored_exception, e.subject),
    TEXT(stored_exception, e.person_id),
    TEXT(stored_exception, e.name),
    TEXT(stored_exception, e.department),
    TEXT(stored_exception, e.addressee),
    LIST(stored_exception, e.evidence, CODEC_EVIDENCE, e.evidence_count),
    TEXT(stored_exception, e.action),
    TEXT(stored_exception, input_name),
    SMALL(stored_exception, e.account),
    FLAG(stored_exception, e.is_waived),
    TEXT(stored_exception, e.waiver.reason),
    TEXT(stored_exception, e.waiver.alternative),
    TEXT(stored_exception, e.waiver.approved_by),
    DAY(stored_exception, e.waiver.valid_until),
    TEXT(stored_exception, e.place.file),
    TEXT(stored_exception, e.place.dn),
};
TABLE(exception, stored_exception);

static const struct codec_field issue_fields[] = {
    SMALL(issue_record, input),   TEXT(issue_record, place.file), TEXT(issue_record, place.dn),
    TEXT(issue_record, column),   TEXT(issue_record, value),      SENTENCE(issue_record, problem),
    SENTENCE(issue_record, done),
};
TABLE(issue, issue_record);

static const struct codec_field rule_fields[] = {
    TEXT(rule_record, name),
    ENUM(rule_record, severity, SEVERITY_COUNT),
    FLAG(rule_record, is_enabled),
    TEXT(rule_record, title[LANG_JA]),
    TEXT(rule_record, title[LANG_EN]),
    TEXT(rule_record, message[LANG_JA]),
    TEXT(rule_record, message[LANG_EN]),
    TEXT(rule_record, action),
    FLAG(rule_record, is_notice),
};
TABLE(rule, rule_record);

static const struct codec_field threshold_fields[] = {
    TEXT(threshold_record, name),
    SMALL(threshold_record, days),
};
TABLE(threshold, threshold_record);

static const struct codec_field column_fields[] = {
    TEXT(column_record, header),
    TEXT(column_record, field),
};
static TABLE(column, column_record);

static const struct codec_field coverage_fields[] = {
    SMALL(coverage_record, rule),
    FLAG(coverage_record, is_evaluated),
    SENTENCE(coverage_record, why),
    NUMBER(coverage_record, not_judged),
};
static TABLE(coverage, coverage_record);

static const struct codec_field fact_fields[] = {
    SENTENCE(sentence_fact, label),
    TEXT(sentence_fact, value),
};
static TABLE(fact, sentence_fact);

static const struct codec_field input_fields[] = {
    ENUM(input_record, kind, INPUT_KIND_COUNT),
    TEXT(input_record, record),
    TEXT(input_record, name),
    TEXT(input_record, file),
    FLAG(input_record, is_delivered),
    LIST(input_record, owners, CODEC_TEXTS, owner_count),
    TEXT(input_record, manager),
    TEXT(input_record, manager_name),
    DAY(input_record, exported_on),
    TEXT(input_record, exported_by),
    NUMBER(input_record, declared_rows),
    TEXT(input_record, sha256),
    TEXT(input_record, encoding),
    TEXT(input_record, delimiter),
    NUMBER(input_record, bytes),
    NUMBER(input_record, rows_read),
    NUMBER(input_record, accepted),
    NUMBER(input_record, rejected),
    NUMBER(input_record, not_records),
    NUMBER(input_record, not_yet),
    NUMBER(input_record, people),
    ROWS(input_record, columns, column_count, codec_column),
    ROWS(input_record, coverage, coverage_count, codec_coverage),
    ROWS(input_record, thresholds, threshold_count, codec_threshold),
    ROWS(input_record, more, more_count, codec_fact),
    NUMBER(input_record, system.accounts),
    NUMBER(input_record, system.enabled),
    NUMBER(input_record, system.expired),
    NUMBER(input_record, system.matched),
    NUMBER(input_record, system.unmatched),
    NUMBER(input_record, system.ambiguous),
    NUMBER(input_record, system.shared),
    NUMBER(input_record, system.privileged),
    DAY(input_record, ended_on),
    TEXT(input_record, purpose),
    NUMBER(input_record, license.purchased),
    NUMBER(input_record, license.assigned),
    NUMBER(input_record, license.active),
    NUMBER(input_record, license.never_used),
    NUMBER(input_record, license.idle),
    NUMBER(input_record, license.usage_unknown),
    NUMBER(input_record, license.held_by_leavers),
    NUMBER(input_record, license.held_by_unknown),
    NUMBER(input_record, license.duplicates),
    NUMBER(input_record, license.unassigned),
    NUMBER(input_record, license.reclaimable),
    NUMBER(input_record, license.suggested_quantity),
    NUMBER(input_record, license.utilization_permille),
    NUMBER(input_record, license.yearly_waste_cents),
    FLAG(input_record, license.usage_reported),
    TEXT(input_record, product),
    TEXT(input_record, contract_no),
    TEXT(input_record, metric),
    TEXT(input_record, license_system),
    DAY(input_record, contract_from),
    DAY(input_record, contract_to),
    NUMBER(input_record, unit_cost_cents),
    FLAG(input_record, shrank),
    LIST(input_record, rosters, CODEC_TEXTS, roster_count),
    TEXT(input_record, contract_owner),
};
TABLE(input, input_record);

static const struct codec_field movement_fields[] = {
    TEXT(movement_row, user_id), TEXT(movement_row, change), DAY(movement_row, since),
    NUMBER(movement_row, state), TEXT(movement_row, name),
};
TABLE(movement, movement_row);

static const struct codec_field head_fields[] = {
    NUMBER(run_head, run),
    DAY(run_head, as_of),
    TEXT(run_head, organization),
    ENUM(run_head, language, LANGUAGES),
    TEXT(run_head, tool_version),
    TEXT(run_head, config_path),
    TEXT(run_head, config_sha256),
    TEXT(run_head, who),
    NUMBER(run_head, started_at),
    SMALL(run_head, utc_offset_s),
    TEXT(run_head, force_reason),
    TEXT(run_head, forced_stops[LANG_JA]),
    TEXT(run_head, match_accept),
    TEXT(run_head, missing_list),
    TEXT(run_head, route),
    SMALL(run_head, max_unmatched_percent),
    SMALL(run_head, max_shrink_percent),
    NUMBER(run_head, min_roster_rows),
    DAY(run_head, fiscal_year_start),
    SMALL(run_head, leaving_soon_days),
    DAY(run_head, previous_as_of),
    OF_SEVERITY(run_head, by_severity, "critical", SEVERITY_CRITICAL),
    OF_SEVERITY(run_head, by_severity, "high", SEVERITY_HIGH),
    OF_SEVERITY(run_head, by_severity, "medium", SEVERITY_MEDIUM),
    OF_SEVERITY(run_head, by_severity, "low", SEVERITY_LOW),
    OF_SEVERITY(run_head, by_severity, "info", SEVERITY_INFO),
    TEXT(run_head, forced_stops[LANG_EN]),
};
TABLE(head, run_head);

const struct codec_table *codec_table_of(struct span kind) {
    static const struct codec_table *const all[] = {
        &codec_rule,    &codec_threshold, &codec_input,  &codec_exception, &codec_issue,
        &codec_account, &codec_seat,      &codec_person, &codec_device,    &codec_movement};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (span_equal(kind, span_of(all[i]->kind)))
            return all[i];
    return NULL;
}

/* A field that is added to a record and not to its table would be lost in the ledger: whoever adds
 * one appends it above and writes the new size here. */
#if defined(__x86_64__) || defined(__aarch64__)
#define HAS_BYTES(s, bytes)                                                                        \
    _Static_assert(sizeof(struct s) == (bytes),                                                    \
                   "struct " #s " has changed: append the field to its table here")
HAS_BYTES(account_record, 344);
HAS_BYTES(seat_record, 176);
HAS_BYTES(person_record, 240);
HAS_BYTES(device_record, 120);
HAS_BYTES(exception_record, 336);
HAS_BYTES(issue_record, 240);
HAS_BYTES(rule_record, 104);
HAS_BYTES(threshold_record, 24);
HAS_BYTES(input_record, 632);
HAS_BYTES(run_head, 320);
#undef HAS_BYTES
#endif
