/* When each row of a person ends: returns, and what leavers lists say. */
#ifndef TENKO_MODEL_SPELLS_H
#define TENKO_MODEL_SPELLS_H

#include "seal.h"

struct spell {
    const struct person_row *row;
    uint32_t roster;
    bool is_leavers;              /* the row is of a leavers list */
    struct person_row in_effect;  /* with the dates that count */
    struct row_state own;         /* what the row alone says */
    struct row_state state;       /* with what leavers lists say */
    bool is_return;               /* hired_on after left_on: the older left_on does not count */
    const struct spell *ended_by; /* the row of a leavers list that ends this one, or NULL */
    bool is_said_elsewhere;       /* of a leavers list, and the row that it ends has the day */
};

/* Fills in what stands below `is_leavers`. */
void spells_settle(struct spell *spells, size_t count, date as_of);
/* The leavers list and this row of a staff list disagree whether the person has left. */
bool spell_is_contradicted(const struct spell *s);
/* Of all rows together: the state, and the day the person left or leaves. */
enum person_state spells_state(const struct spell *spells, size_t count);
date spells_left_on(const struct spell *spells, size_t count, enum person_state state);
/* How present a row is: 2 lasts, 1 to come, 0 has ended. */
int spell_presence(enum person_state state);

#endif
