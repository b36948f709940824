/* What the files that make people of rows share: numbers.c tells people of one number apart. */
#ifndef TENKO_MODEL_PEOPLE_H
#define TENKO_MODEL_PEOPLE_H

#include "spells.h"

struct roster_row {
    uint32_t roster, row;
};

/* Work of number_split, kept between numbers; {0} at first. */
struct number_split {
    uint32_t *group; /* of each row, ascending; only valid until the next number */
    size_t capacity;
    struct pair_map row_of_name; /* number, name key → first row with it */
    struct strpool sounds;
};

/*
 * Sorts the rows of one number by person, rows of staff lists before those of leavers lists, and
 * fills in `group`. Rows are of one person if their names agree, also by way of a third row; a row
 * without a name goes with the first. An input issue names each further person.
 */
void number_split(struct number_split *split, struct model *m, struct fold_cache **caches,
                  struct roster_row *rows, size_t count);
void number_split_release(struct number_split *split);

#endif
