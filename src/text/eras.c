/*
 * The eras of personnel records. The borders are those of the laws: 1912-07-30 and 1926-12-25
 * belong to both eras (the change took effect the same day), 1989-01-08 and 2019-05-01 only to the
 * new one.
 */
#include "eras.h"

/* Day numbers (0 = 1970-01-01); tests/unit/test_date.c checks them against date_from_civil. */
static const struct era eras[] = {
    {{0x4EE4, 0x548C}, 'r', 2019, 18017, INT32_MAX}, /* 令和 from 2019-05-01 */
    {{0x5E73, 0x6210}, 'h', 1989, 6947, 18016},      /* 平成 from 1989-01-08 */
    {{0x662D, 0x548C}, 's', 1926, -15713, 6946},     /* 昭和 from 1926-12-25 */
    {{0x5927, 0x6B63}, 't', 1912, -20974, -15713},   /* 大正 from 1912-07-30 */
    {{0x660E, 0x6CBB}, 'm', 1868, -37231, -20974},   /* 明治 from 1868-01-25 */
};

const struct era *era_at(const int32_t *items, size_t n, size_t *used) {
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
        const struct era *era = &eras[i];
        if (items[0] != era->kanji[0] && items[0] != era->letter)
            continue;
        *used = items[0] == era->kanji[0] && n > 1 && items[1] == era->kanji[1] ? 2 : 1;
        return era;
    }
    return NULL;
}
