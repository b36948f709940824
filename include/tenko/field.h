/*
 * The attribute table: every canonical field of docs/CONFIG.md (also of the tables under
 * `departments` and `policy`), with its name in configuration and files, its type and the records
 * that have it.
 */
#ifndef TENKO_FIELD_H
#define TENKO_FIELD_H

#include "tenko/message.h"

#include <stdbool.h>
#include <stdint.h>

enum record {
    RECORD_PERSON,
    RECORD_ACCOUNT,
    RECORD_SEAT,
    RECORD_DEVICE,
    RECORD_DEPARTMENT, /* the first of the tables, which a configuration has once */
    RECORD_SYSTEM,     /* register.systems */
    RECORD_LICENSE,    /* register.licenses */
    RECORD_ROLE,       /* policy.roles */
    RECORD_CONFLICT,   /* policy.conflicts */
    RECORD_APPROVAL,   /* policy.privileged */
    RECORD_SHARED,     /* policy.shared */
    RECORD_LINK,       /* policy.links */
    RECORD_WAIVER,     /* policy.waivers */
    RECORD_INCIDENT,   /* policy.incidents */
    RECORD_REQUEST,    /* policy.requests */
    RECORD_COUNT,
    FIRST_TABLE = RECORD_DEPARTMENT
};

enum field_type {
    TYPE_ID,
    TYPE_IDS,
    TYPE_NAME,
    TYPE_NAMES,
    TYPE_KANA,
    TYPE_ADDRESSES,
    TYPE_TEXT,
    TYPE_TEXTS,
    TYPE_DATE,
    TYPE_WORD
};

/* FIELD(name, type, records that have it, records in which a row without it is rejected) */
#define FIELD_TABLE                                                                                \
    FIELD(person_id, TYPE_ID,                                                                      \
          IN(PERSON) | IN(ACCOUNT) | IN(SEAT) | IN(DEVICE) | IN(APPROVAL) | IN(LINK), IN(PERSON))  \
    FIELD(user_id, TYPE_ID,                                                                        \
          IN(ACCOUNT) | IN(SEAT) | IN(APPROVAL) | IN(LINK) | IN(SHARED) | IN(INCIDENT) |           \
              IN(REQUEST),                                                                         \
          IN(ACCOUNT) | IN(APPROVAL) | IN(LINK) | IN(SHARED) | IN(REQUEST))                        \
    FIELD(device_id, TYPE_ID, IN(SEAT) | IN(DEVICE), IN(DEVICE))                                   \
    FIELD(name, TYPE_NAME, IN(PERSON) | IN(ACCOUNT) | IN(DEPARTMENT), IN(DEPARTMENT))              \
    FIELD(family_name, TYPE_NAME, IN(PERSON) | IN(ACCOUNT), 0)                                     \
    FIELD(given_name, TYPE_NAME, IN(PERSON) | IN(ACCOUNT), 0)                                      \
    FIELD(former_name, TYPE_NAME, IN(PERSON), 0)                                                   \
    FIELD(other_name, TYPE_NAMES, IN(PERSON), 0)                                                   \
    FIELD(romaji, TYPE_NAME, IN(PERSON), 0)                                                        \
    FIELD(kana, TYPE_KANA, IN(PERSON) | IN(ACCOUNT), 0)                                            \
    FIELD(family_kana, TYPE_KANA, IN(PERSON) | IN(ACCOUNT), 0)                                     \
    FIELD(given_kana, TYPE_KANA, IN(PERSON) | IN(ACCOUNT), 0)                                      \
    FIELD(department_code, TYPE_ID, IN(PERSON) | IN(ACCOUNT), 0)                                   \
    FIELD(department, TYPE_TEXT, IN(PERSON) | IN(ACCOUNT) | IN(DEVICE) | IN(ROLE), 0)              \
    FIELD(job_type, TYPE_TEXT, IN(PERSON) | IN(ACCOUNT) | IN(ROLE), 0)                             \
    FIELD(position, TYPE_TEXT, IN(PERSON) | IN(ROLE), 0)                                           \
    FIELD(employment, TYPE_TEXT, IN(PERSON) | IN(ROLE), 0)                                         \
    FIELD(post_kind, TYPE_WORD, IN(PERSON), 0)                                                     \
    FIELD(manager, TYPE_ID, IN(PERSON) | IN(SYSTEM), 0)                                            \
    FIELD(status, TYPE_WORD, IN(PERSON) | IN(ACCOUNT) | IN(SEAT) | IN(DEVICE), 0)                  \
    FIELD(hired_on, TYPE_DATE, IN(PERSON), 0)                                                      \
    FIELD(left_on, TYPE_DATE, IN(PERSON), 0)                                                       \
    FIELD(leave_from, TYPE_DATE, IN(PERSON), 0)                                                    \
    FIELD(leave_to, TYPE_DATE, IN(PERSON), 0)                                                      \
    FIELD(leave_kind, TYPE_TEXT, IN(PERSON), 0)                                                    \
    FIELD(posted_on, TYPE_DATE, IN(PERSON), 0)                                                     \
    FIELD(effective_on, TYPE_DATE, IN(PERSON), 0)                                                  \
    FIELD(email, TYPE_ADDRESSES, IN(PERSON) | IN(ACCOUNT), 0)                                      \
    FIELD(login, TYPE_IDS, IN(PERSON), 0)                                                          \
    FIELD(role, TYPE_TEXTS, IN(ACCOUNT) | IN(ROLE), 0)                                             \
    FIELD(kind, TYPE_WORD, IN(ACCOUNT), 0)                                                         \
    FIELD(privileged, TYPE_WORD, IN(ACCOUNT), 0)                                                   \
    FIELD(owner, TYPE_ID, IN(ACCOUNT) | IN(SHARED) | IN(SYSTEM) | IN(LICENSE), 0)                  \
    FIELD(members, TYPE_IDS, IN(ACCOUNT) | IN(SHARED), 0)                                          \
    FIELD(created_on, TYPE_DATE, IN(ACCOUNT), 0)                                                   \
    FIELD(last_login_on, TYPE_DATE, IN(ACCOUNT), 0)                                                \
    FIELD(password_changed_on, TYPE_DATE, IN(ACCOUNT) | IN(SHARED), 0)                             \
    FIELD(expires_on, TYPE_DATE, IN(ACCOUNT) | IN(APPROVAL), 0)                                    \
    FIELD(request_no, TYPE_TEXT, IN(ACCOUNT) | IN(REQUEST), 0)                                     \
    FIELD(mfa, TYPE_WORD, IN(ACCOUNT), 0)                                                          \
    FIELD(product, TYPE_TEXTS, IN(SEAT) | IN(LICENSE), 0)                                          \
    FIELD(assigned_on, TYPE_DATE, IN(SEAT), 0)                                                     \
    FIELD(last_used_on, TYPE_DATE, IN(SEAT), 0)                                                    \
    FIELD(reported_on, TYPE_DATE, IN(SEAT), 0)                                                     \
    FIELD(lent_on, TYPE_DATE, IN(DEVICE), 0)                                                       \
    FIELD(returned_on, TYPE_DATE, IN(DEVICE), 0)                                                   \
    FIELD(code, TYPE_ID, IN(DEPARTMENT), 0)                                                        \
    FIELD(valid_from, TYPE_DATE, IN(DEPARTMENT), 0)                                                \
    FIELD(valid_to, TYPE_DATE, IN(DEPARTMENT), 0)                                                  \
    FIELD(successor, TYPE_TEXTS, IN(DEPARTMENT), 0)                                                \
    FIELD(system, TYPE_TEXT,                                                                       \
          IN(ROLE) | IN(APPROVAL) | IN(LINK) | IN(SYSTEM) | IN(SHARED) | IN(INCIDENT) |            \
              IN(REQUEST),                                                                         \
          IN(APPROVAL) | IN(LINK) | IN(SYSTEM) | IN(SHARED) | IN(INCIDENT) | IN(REQUEST))          \
    FIELD(system_a, TYPE_TEXT, IN(CONFLICT), IN(CONFLICT))                                         \
    FIELD(role_a, TYPE_TEXT, IN(CONFLICT), IN(CONFLICT))                                           \
    FIELD(system_b, TYPE_TEXT, IN(CONFLICT), IN(CONFLICT))                                         \
    FIELD(role_b, TYPE_TEXT, IN(CONFLICT), IN(CONFLICT))                                           \
    FIELD(reason, TYPE_TEXT, IN(CONFLICT) | IN(WAIVER) | IN(INCIDENT), 0)                          \
    FIELD(approved_by, TYPE_TEXT, IN(APPROVAL) | IN(WAIVER) | IN(REQUEST), 0)                      \
    FIELD(approved_on, TYPE_DATE, IN(APPROVAL), 0)                                                 \
    FIELD(note, TYPE_TEXT, IN(LINK), 0)                                                            \
    FIELD(rule, TYPE_TEXT, IN(WAIVER), IN(WAIVER))                                                 \
    FIELD(target, TYPE_TEXT, IN(WAIVER), IN(WAIVER))                                               \
    FIELD(subject, TYPE_TEXT, IN(WAIVER), 0)                                                       \
    FIELD(valid_until, TYPE_DATE, IN(WAIVER), 0)                                                   \
    FIELD(alternative, TYPE_TEXT, IN(WAIVER), 0)                                                   \
    FIELD(starts_on, TYPE_DATE, IN(APPROVAL), 0)                                                   \
    FIELD(function, TYPE_TEXT, IN(APPROVAL), 0)                                                    \
    FIELD(purpose, TYPE_TEXT, IN(SHARED) | IN(SYSTEM) | IN(LICENSE), 0)                            \
    FIELD(shared_password_days, TYPE_TEXT, IN(SHARED), 0)                                          \
    FIELD(date, TYPE_DATE, IN(INCIDENT), IN(INCIDENT))                                             \
    FIELD(action, TYPE_WORD, IN(REQUEST), IN(REQUEST))                                             \
    FIELD(decided_on, TYPE_DATE, IN(REQUEST), 0)                                                   \
    FIELD(license, TYPE_TEXT, IN(LICENSE), IN(LICENSE))                                            \
    FIELD(quantity, TYPE_TEXT, IN(LICENSE), 0)                                                     \
    FIELD(unit_cost, TYPE_TEXT, IN(LICENSE), 0)                                                    \
    FIELD(contract_from, TYPE_DATE, IN(LICENSE), 0)                                                \
    FIELD(contract_to, TYPE_DATE, IN(LICENSE), 0)                                                  \
    FIELD(contract_no, TYPE_TEXT, IN(SYSTEM) | IN(LICENSE), 0)                                     \
    FIELD(contract_owner, TYPE_TEXT, IN(SYSTEM), 0)                                                \
    FIELD(source, TYPE_TEXT, IN(SYSTEM) | IN(LICENSE), 0)                                          \
    FIELD(exported_on, TYPE_DATE, IN(SYSTEM), 0)                                                   \
    FIELD(exported_by, TYPE_TEXT, IN(SYSTEM), 0)                                                   \
    FIELD(declared_rows, TYPE_TEXT, IN(SYSTEM), 0)                                                 \
    FIELD(ended_on, TYPE_DATE, IN(SYSTEM), 0)

enum field {
#define FIELD(name, type, records, required) FIELD_##name,
    FIELD_TABLE
#undef FIELD
        FIELD_COUNT,
    FIELD_NONE = FIELD_COUNT
};

struct field_info {
    const char *name;
    enum field_type type;
    uint32_t records, required; /* bits 1 << enum record */
};

extern const struct field_info fields[FIELD_COUNT]; /* src/model/field.c */

/* What people call it, in sentences. */
const char *field_title(enum field field, enum language lang);

/* A set of fields. FIELDS(a, b) is the initializer of one with up to eight of them. */
typedef struct {
    uint64_t bits[2];
} field_set;
_Static_assert(FIELD_COUNT < 128, "field_set holds 128 fields");

#define FIELD_BIT_OF(f, word)                                                                      \
    (FIELD_##f != FIELD_NONE && FIELD_##f / 64 == (word) ? UINT64_C(1) << FIELD_##f % 64 : 0)
#define FIELD_BITS(word, a, b, c, d, e, f, g, h)                                                   \
    (FIELD_BIT_OF(a, word) | FIELD_BIT_OF(b, word) | FIELD_BIT_OF(c, word) |                       \
     FIELD_BIT_OF(d, word) | FIELD_BIT_OF(e, word) | FIELD_BIT_OF(f, word) |                       \
     FIELD_BIT_OF(g, word) | FIELD_BIT_OF(h, word))
#define FIELDS_OF_8(a, b, c, d, e, f, g, h, ...)                                                   \
    {                                                                                              \
        { FIELD_BITS(0, a, b, c, d, e, f, g, h), FIELD_BITS(1, a, b, c, d, e, f, g, h) }           \
    }
#define FIELDS(...) FIELDS_OF_8(__VA_ARGS__, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE)

static inline bool knows_field(field_set set, enum field field) {
    return set.bits[field / 64] >> field % 64 & 1;
}
static inline void add_field(field_set *set, enum field field) {
    set->bits[field / 64] |= UINT64_C(1) << field % 64;
}
static inline void remove_field(field_set *set, enum field field) {
    set->bits[field / 64] &= ~(UINT64_C(1) << field % 64);
}
static inline bool has_no_field(field_set set) {
    return !(set.bits[0] | set.bits[1]);
}
static inline bool has_field_of(field_set set, field_set any) {
    return (set.bits[0] & any.bits[0]) | (set.bits[1] & any.bits[1]);
}
static inline int count_fields_of(field_set set, field_set of) {
    return __builtin_popcountll(set.bits[0] & of.bits[0]) +
           __builtin_popcountll(set.bits[1] & of.bits[1]);
}
static inline field_set fields_without(field_set set, field_set known) {
    return (field_set){{set.bits[0] & ~known.bits[0], set.bits[1] & ~known.bits[1]}};
}
static inline field_set fields_united(field_set a, field_set b) {
    return (field_set){{a.bits[0] | b.bits[0], a.bits[1] | b.bits[1]}};
}

/* FIELD_NONE if unknown. */
enum field field_find(const char *name);

#endif
