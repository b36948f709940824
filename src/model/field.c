/* The attribute table of field.h as data. */
#include "tenko/field.h"

#include <string.h>

#define IN(record) (1u << RECORD_##record)

const struct field_info fields[FIELD_COUNT] = {
#define FIELD(name, type, records, required) [FIELD_##name] = {#name, type, records, required},
    FIELD_TABLE
#undef FIELD
};

enum field field_find(const char *name) {
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (strcmp(fields[i].name, name) == 0)
            return (enum field)i;
    }
    return FIELD_NONE;
}
