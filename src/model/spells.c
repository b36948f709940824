/*
 * When each row of a person ends.
 *
 * On one row a hired_on after left_on is a return: once it has begun, the older left_on does not
 * count; before, the person is what the earlier spell says. A row of a leavers list ends every row
 * that began by its left_on; a row that began later is a return. Example, D = 2026-04-10:
 *
 *     staff    hired 2020-04-01                       ended 2026-03-31 by the leavers list
 *     staff    hired 2026-04-01                       a return: lasts
 *     leavers                    left 2026-03-31
 *
 * Of two leaving dates the earlier counts, whichever list it is of: what a leavers list says of
 * somebody with a row that it ends stands in that row alone. A row of a leavers list without a date
 * says that the person has left.
 */
#include "spells.h"

#include <stdlib.h>

static void settle_own(struct spell *s, date as_of) {
    s->in_effect = *s->row;
    date hired_on = s->row->hired_on, left_on = s->row->left_on;
    bool is_second = date_is_known(hired_on) && date_is_known(left_on) && hired_on > left_on;
    if (is_second && hired_on <= as_of) {
        s->is_return = true;
        s->in_effect.left_on = DATE_NONE;
        if (s->row->status == PERSON_LEFT)
            s->in_effect.status = PERSON_STATUS_NONE;
    } else if (is_second) {
        s->in_effect.hired_on = DATE_NONE;
    }
    if (s->is_leavers && !date_is_known(s->in_effect.left_on)) {
        s->in_effect.left_on = DATE_NONE;
        s->in_effect.status = PERSON_LEFT;
    }
    s->own = row_state(&s->in_effect, as_of);
    s->state = s->own;
}

/* --- Leavers lists --- */

struct end {
    date left_on; /* DATE_NONE: not given */
    const struct spell *by;
};

static int end_order(const void *left, const void *right) {
    const struct end *a = left, *b = right;
    if (a->left_on != b->left_on)
        return a->left_on < b->left_on ? -1 : 1;
    return (a->by > b->by) - (a->by < b->by);
}

/* The day on which the row is known to have begun, as of the day; DATE_NONE = not known. */
static date began_on(const struct spell *s, date as_of) {
    date began = DATE_NONE, days[] = {s->in_effect.hired_on, s->in_effect.posted_on};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (date_is_known(days[i]) && days[i] <= as_of && days[i] > began)
            began = days[i];
    return began;
}

/* The earliest end that is not before the row began. Ends without a date stand first. */
static const struct end *end_of(const struct end *ends, size_t count, date began) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool is_before = ends[middle].left_on < began;
        low = is_before ? middle + 1 : low;
        high = is_before ? high : middle;
    }
    if (low < count)
        return &ends[low];
    return count && ends[0].left_on == DATE_NONE ? &ends[0] : NULL;
}

static void end_spell(struct spell *s, const struct end *end, date as_of) {
    bool is_earlier = !date_is_known(s->in_effect.left_on) || end->left_on < s->in_effect.left_on;
    s->ended_by = end->by;
    if (s->own.state == STATE_LEFT &&
        (!date_is_known(s->in_effect.left_on) || end->left_on == DATE_NONE))
        return; /* has left already, on a day that one of the lists does not say */
    if (end->left_on == DATE_NONE) {
        s->in_effect.left_on = DATE_NONE;
        s->in_effect.status = PERSON_LEFT;
    } else if (is_earlier) {
        s->in_effect.left_on = end->left_on;
    }
    s->state = row_state(&s->in_effect, as_of);
}

static void end_by_leavers(struct spell *spells, size_t count, date as_of) {
    VEC(struct end) ends = {0};
    for (size_t i = 0; i < count; i++)
        if (spells[i].is_leavers)
            vec_push(&ends, ((struct end){spells[i].in_effect.left_on, &spells[i]}));
    if (!ends.count)
        return;
    qsort(ends.items, ends.count, sizeof *ends.items, end_order);
    for (size_t i = 0; i < count; i++) {
        if (spells[i].own.state == STATE_FUTURE)
            continue;
        const struct end *end = end_of(ends.items, ends.count, began_on(&spells[i], as_of));
        if (end && end->by != &spells[i])
            end_spell(&spells[i], end, as_of);
    }
    vec_release(&ends);
}

void spells_settle(struct spell *spells, size_t count, date as_of) {
    bool is_said = false;
    for (size_t i = 0; i < count; i++)
        settle_own(&spells[i], as_of);
    end_by_leavers(spells, count, as_of);
    for (size_t i = 0; i < count; i++)
        is_said |= !spells[i].is_leavers && spells[i].ended_by &&
                   date_is_known(spells[i].in_effect.left_on);
    for (size_t i = 0; i < count; i++)
        spells[i].is_said_elsewhere = spells[i].is_leavers && is_said;
}

bool spell_is_contradicted(const struct spell *s) {
    if (s->is_leavers || !s->ended_by)
        return false;
    bool leavers_say_left = s->ended_by->own.state == STATE_LEFT;
    return leavers_say_left != (s->own.state == STATE_LEFT);
}

/* --- All rows together --- */

int spell_presence(enum person_state state) {
    return state == STATE_LEFT ? 0 : state == STATE_FUTURE ? 1 : 2;
}

/*
 * Left only if every row has; on leave if any lasting row is, for often only the main post's row
 * carries the dates. Somebody whose old post has ended and whose new one is still to come is not
 * here today: future; unless a leavers list says that they have left, until they return.
 */
enum person_state spells_state(const struct spell *spells, size_t count) {
    int most = 0;
    bool is_on_leave = false, is_on_leavers_list = false;
    for (size_t i = 0; i < count; i++) {
        int here = spells[i].is_said_elsewhere ? 0 : spell_presence(spells[i].state.state);
        most = here > most ? here : most;
        is_on_leave |= spells[i].state.state == STATE_LEAVE;
        is_on_leavers_list |= spells[i].is_leavers && spells[i].state.state == STATE_LEFT;
    }
    if (most == 2)
        return is_on_leave ? STATE_LEAVE : STATE_ACTIVE;
    return most == 1 && !is_on_leavers_list ? STATE_FUTURE : STATE_LEFT;
}

/* The latest left_on, unless a row that has not ended is open. */
date spells_left_on(const struct spell *spells, size_t count, enum person_state state) {
    date latest = DATE_NONE;
    for (size_t i = 0; i < count; i++) {
        date left_on = spells[i].in_effect.left_on;
        if (spells[i].is_said_elsewhere ||
            (state == STATE_LEFT && spells[i].state.state == STATE_FUTURE))
            continue;
        if (!date_is_known(left_on) && spells[i].state.state != STATE_LEFT)
            return DATE_NONE;
        if (date_is_known(left_on) && left_on > latest)
            latest = left_on;
    }
    return latest;
}
