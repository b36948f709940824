/* Japanese eras. Private to the text room. */
#ifndef TEXT_ERAS_H
#define TEXT_ERAS_H

#include "tenko/date.h"

struct era {
    int32_t kanji[2];
    char letter;      /* lower case */
    int base_year;    /* Gregorian year of its first year (元年) */
    date first, last; /* both belong to it */
};

/* The era that items[0…n) begins with (令和, 令 or r), or NULL; *used is how many code points. */
const struct era *era_at(const int32_t *items, size_t n, size_t *used);

#endif
