/*
 * One row of a roster on the day D: active, on leave, left or not yet here. Dates decide; the
 * status word counts only where the dates are silent, and where it says otherwise that is an input
 * issue.
 */
#include "seal.h"

/* What the dates alone say. STATE_ACTIVE with field FIELD_NONE: they say nothing of note. */
static struct row_state state_by_dates(const struct person_row *row, date as_of) {
    if (date_is_known(row->hired_on) && row->hired_on > as_of)
        return (struct row_state){STATE_FUTURE, MSG_NONE, FIELD_hired_on, row->hired_on};
    if (date_is_known(row->left_on) && row->left_on < as_of)
        return (struct row_state){STATE_LEFT, MSG_NONE, FIELD_left_on, row->left_on};
    if (date_is_known(row->leave_from) && row->leave_from <= as_of &&
        (!date_is_known(row->leave_to) || row->leave_to >= as_of))
        return (struct row_state){STATE_LEAVE, MSG_NONE, FIELD_leave_from, row->leave_from};
    return (struct row_state){STATE_ACTIVE, MSG_NONE, FIELD_NONE, DATE_NONE};
}

/* Who leaves within the week is often written down as gone already: no conflict. */
enum { NOTICE_DAYS = 7 };

static bool is_about_to_leave(const struct person_row *row, date as_of) {
    return date_is_known(row->left_on) && row->left_on >= as_of &&
           (int64_t)row->left_on - as_of <= NOTICE_DAYS;
}

/* "left" without a date stands; with one the dates have decided. */
static struct row_state with_word_left(const struct person_row *row, date as_of,
                                       struct row_state state) {
    if (state.state == STATE_LEFT || (state.state != STATE_FUTURE && is_about_to_leave(row, as_of)))
        return state;
    if (!date_is_known(row->left_on) && state.state != STATE_FUTURE)
        return (struct row_state){STATE_LEFT, MSG_NONE, FIELD_NONE, DATE_NONE};
    state.conflict = MSG_STATUS_LEFT_BUT;
    if (state.state != STATE_FUTURE) {
        state.field = FIELD_left_on;
        state.on = row->left_on;
    }
    return state;
}

/* "on leave" stands without dates, or where only an end is given that is still to come. */
static struct row_state with_word_leave(const struct person_row *row, date as_of,
                                        struct row_state state) {
    if (state.state == STATE_LEAVE)
        return state;
    if (state.state == STATE_ACTIVE && !date_is_known(row->leave_from) &&
        (!date_is_known(row->leave_to) || row->leave_to >= as_of))
        return (struct row_state){STATE_LEAVE, MSG_NONE, FIELD_NONE, DATE_NONE};
    state.conflict = MSG_STATUS_LEAVE_BUT;
    if (state.state == STATE_ACTIVE) {
        bool has_begun = !date_is_known(row->leave_from) || row->leave_from <= as_of;
        state.field = has_begun ? FIELD_leave_to : FIELD_leave_from;
        state.on = has_begun ? row->leave_to : row->leave_from;
    }
    return state;
}

struct row_state row_state(const struct person_row *row, date as_of) {
    struct row_state state = state_by_dates(row, as_of);
    switch (row->status) {
    case PERSON_STATUS_NONE:
        break;
    case PERSON_ACTIVE:
        /* Somebody who starts tomorrow has no better word than "employed". */
        if (state.state == STATE_LEFT || state.state == STATE_LEAVE)
            state.conflict = MSG_STATUS_ACTIVE_BUT;
        break;
    case PERSON_LEFT:
        return with_word_left(row, as_of, state);
    case PERSON_LEAVE:
        return with_word_leave(row, as_of, state);
    }
    return state;
}
