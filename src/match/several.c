/*
 * Of several people who fit, the one who is meant, in this order:
 *
 *   - all have left: the one who left last;
 *   - all but one had left before the account was created (both days known);
 *   - all but one are earlier spells of that one: the same name, kana (where both have it) and a
 *     login or an address in common.
 *
 * Where none of this tells, it stays open.
 */
#include "decide.h"

struct index_span people_of_system(struct matching *k, struct index_span people) {
    if (!k->holds_roster || people.count == 0)
        return people;
    fitting_start(k);
    fitting_add(k, people);
    return fitting_span(k);
}

void fitting_start(struct matching *k) {
    if (!k->seen)
        k->seen = memory_zeroed(k->m->people.count + 1, sizeof *k->seen);
    k->lists++;
    k->fitting.count = 0;
}

bool is_of_system(const struct matching *k, const struct person *p) {
    return model_holds_person(k->m, k->system, p);
}

void fitting_add(struct matching *k, struct index_span people) {
    for (uint32_t i = 0; i < people.count; i++) {
        uint32_t person = people.items[i];
        if (k->seen[person] == k->lists || !is_of_system(k, &k->m->people.items[person]))
            continue;
        k->seen[person] = k->lists;
        vec_push(&k->fitting, person);
    }
}

struct index_span fitting_span(const struct matching *k) {
    return (struct index_span){k->fitting.items, (uint32_t)k->fitting.count};
}

static const struct person *person_at(const struct matching *k, uint32_t index) {
    return &k->m->people.items[index];
}

/* --- Who is meant: each returns NO_INDEX where it cannot tell --- */

static uint32_t who_left_last(const struct matching *k, struct index_span people) {
    uint32_t last = NO_INDEX;
    bool is_tied = false;
    for (uint32_t i = 0; i < people.count; i++) {
        const struct person *p = person_at(k, people.items[i]);
        if (p->state != STATE_LEFT || !date_is_known(p->left_on))
            return NO_INDEX;
        date latest = last == NO_INDEX ? DATE_NONE : person_at(k, last)->left_on;
        is_tied = p->left_on == latest || (is_tied && p->left_on < latest);
        if (p->left_on > latest)
            last = people.items[i];
    }
    return is_tied ? NO_INDEX : last;
}

static uint32_t who_was_here(const struct matching *k, struct index_span people, date created_on) {
    uint32_t here = NO_INDEX;
    for (uint32_t i = 0; i < people.count; i++) {
        const struct person *p = person_at(k, people.items[i]);
        bool was_gone = p->state == STATE_LEFT && date_is_known(p->left_on) &&
                        date_is_known(created_on) && p->left_on < created_on;
        if (was_gone)
            continue;
        if (here != NO_INDEX)
            return NO_INDEX;
        here = people.items[i];
    }
    return here;
}

static uint32_t whose_spells(const struct matching *k, struct index_span people) {
    uint32_t present = NO_INDEX;
    for (uint32_t i = 0; i < people.count; i++) {
        if (person_at(k, people.items[i])->state == STATE_LEFT)
            continue;
        if (present != NO_INDEX)
            return NO_INDEX;
        present = people.items[i];
    }
    for (uint32_t i = 0; present != NO_INDEX && i < people.count; i++)
        if (people.items[i] != present &&
            !model_is_same_person(k->m, person_at(k, present), person_at(k, people.items[i])))
            return NO_INDEX;
    return present;
}

static uint32_t who_is_meant(const struct matching *k, struct index_span people, date created_on,
                             enum message_id *because) {
    uint32_t meant = who_left_last(k, people);
    *because = MSG_TRACE_LEFT_LAST;
    if (meant == NO_INDEX) {
        meant = who_was_here(k, people, created_on);
        *because = MSG_TRACE_OTHERS_HAD_LEFT;
    }
    if (meant == NO_INDEX) {
        meant = whose_spells(k, people);
        *because = MSG_TRACE_EARLIER_SPELLS;
    }
    if (meant == NO_INDEX)
        *because = MSG_NONE;
    return meant;
}

void settle(struct matching *k, const struct account *a, const struct wording *say,
            struct index_span people, struct step_result *result) {
    result->people = people;
    result->person = NOBODY;
    if (people.count == 0) {
        result->sentence = say->none;
        return;
    }
    if (people.count == 1) {
        result->sentence = result->zeros_dropped ? say->zeros : say->one;
        result->person = (person_ref){people.items[0]};
    } else {
        result->sentence = say->several;
        result->person = (person_ref){who_is_meant(k, people, a->created_on, &result->because)};
    }
    result->verdict = is_somebody(result->person) ? LINKS : LEFT_OPEN;
}
