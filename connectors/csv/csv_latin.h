/*
 * Whether bytes that were taken for CP932 are rather Latin letters with accents (windows-1252):
 * Lefèvre is Lef钁re as CP932, Müller is M・ler, and nothing else about them is wrong.
 */
#ifndef TENKO_CSV_LATIN_H
#define TENKO_CSV_LATIN_H

#include "tenko/span.h"

#include <stdint.h>

#define LATIN_RUN_MAX 2 /* letters with accents beside each other: Crééer */

/* Zeroed to begin with. */
struct latin_look {
    uint64_t accents; /* runs of bytes beyond ASCII that are accents in a word */
    uint64_t others;  /* runs that are none: as Japanese text has them everywhere */
    bool is_settled;  /* as Japanese: no more is looked at */
    uint32_t letters; /* ASCII letters just before the run */
    unsigned char before, run[LATIN_RUN_MAX];
    uint32_t run_bytes;
    unsigned char after; /* the run, 0 = not yet seen */
};

/* Blocks of the bytes, one after the other; the last one is empty. */
void latin_look_add(struct latin_look *l, struct span bytes);
bool latin_look_is_latin(const struct latin_look *l);

#endif
