/* The stable words of a record's enums, for files and the database; one table each. */
#include "tenko/record.h"

#include <strings.h>

#define NAME_OF(names, value)                                                                      \
    ((size_t)(value) < sizeof(names) / sizeof *(names) ? (names)[value] : "")

static const char *const severity_names[SEVERITY_COUNT] = {
    [SEVERITY_CRITICAL] = "critical", [SEVERITY_HIGH] = "high", [SEVERITY_MEDIUM] = "medium",
    [SEVERITY_LOW] = "low",           [SEVERITY_INFO] = "info",
};

const char *severity_name(enum severity s) {
    return NAME_OF(severity_names, s);
}

bool severity_parse(const char *name, enum severity *out) {
    for (int i = 0; i < SEVERITY_COUNT; i++)
        if (strcasecmp(severity_names[i], name) == 0) {
            *out = (enum severity)i;
            return true;
        }
    return false;
}

const char *input_kind_name(enum input_kind k) {
    static const char *const names[INPUT_KIND_COUNT] = {
        [INPUT_ROSTER] = "roster",   [INPUT_SYSTEM] = "system", [INPUT_LICENSE] = "license",
        [INPUT_DEVICES] = "devices", [INPUT_TABLE] = "table",
    };
    return NAME_OF(names, k);
}

const char *target_kind_name(enum target_kind k) {
    static const char *const names[] = {
        [TARGET_SYSTEM] = "system",
        [TARGET_LICENSE] = "license",
        [TARGET_ROSTER] = "roster",
        [TARGET_DEVICES] = "devices",
    };
    return NAME_OF(names, k);
}

const char *subject_kind_name(enum subject_kind k) {
    static const char *const names[] = {
        [SUBJECT_NONE] = "",
        [SUBJECT_USER_ID] = "user_id",
        [SUBJECT_PERSON_ID] = "person_id",
        [SUBJECT_DEVICE_ID] = "device_id",
        [SUBJECT_PRODUCT] = "product",
    };
    return NAME_OF(names, k);
}

const char *lifecycle_name(enum lifecycle l) {
    static const char *const names[] = {
        [LIFE_NEW] = "new",
        [LIFE_OPEN] = "open",
        [LIFE_REOPENED] = "reopened",
        [LIFE_RESOLVED] = "resolved",
    };
    return NAME_OF(names, l);
}

void exception_id_format(uint64_t id, char out[EXCEPTION_ID_SIZE]) {
    out[0] = 'x';
    for (int i = 1; i < EXCEPTION_ID_SIZE - 1; i++, id <<= 4)
        out[i] = "0123456789abcdef"[id >> 60];
    out[EXCEPTION_ID_SIZE - 1] = '\0';
}

static int digit_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool exception_id_parse(struct span text, uint64_t *out) {
    uint64_t id = 0;
    if (text.n != EXCEPTION_ID_SIZE - 1 || (text.p[0] | 0x20) != 'x')
        return false;
    for (size_t i = 1; i < text.n; i++) {
        int value = digit_value(text.p[i]);
        if (value < 0)
            return false;
        id = id << 4 | (uint64_t)value;
    }
    *out = id << 4;
    return true;
}
