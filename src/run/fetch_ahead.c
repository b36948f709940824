/*
 * Rows are asked for in order, each with a dozen texts and a person that lie anywhere in memory.
 * What the rows ahead will need is fetched while this one is made: first the account, then what it
 * points to, then what that points to.
 */
#include "record_rows.h"

enum { FAR_ROWS = 24, MIDDLE_ROWS = 16, NEAR_ROWS = 10, NEXT_ROWS = 4, LINE_BYTES = 64 };

static void fetch_bytes(const void *at, size_t size) {
    for (size_t i = 0; i < size; i += LINE_BYTES)
        __builtin_prefetch((const char *)at + i);
}

static void fetch_holder(const struct model *m, person_ref holder) {
    if (is_somebody(holder))
        fetch_bytes(&m->people.items[holder.n], sizeof *m->people.items);
}

static void fetch_places_of_texts(const struct model *m, person_ref holder) {
    if (!is_somebody(holder))
        return;
    const struct person *p = &m->people.items[holder.n];
    strpool_prefetch_entry(&m->text, p->person_id);
    strpool_prefetch_entry(&m->text, p->name);
    if (p->post_count)
        fetch_bytes(&m->posts.items[p->posts], sizeof *m->posts.items);
}

static void fetch_texts(const struct model *m, person_ref holder) {
    if (!is_somebody(holder))
        return;
    const struct person *p = &m->people.items[holder.n];
    __builtin_prefetch(model_text(m, p->person_id).p);
    __builtin_prefetch(model_text(m, p->name).p);
}

void run_fetch_accounts(const struct run_rows *rows, const struct source *s,
                        const struct holding *holdings, size_t index) {
    const struct model *m = &rows->run->model;
    const struct account *accounts = s->accounts.items;
    if (s->accounts.count - index <= FAR_ROWS)
        return;
    fetch_bytes(&accounts[index + FAR_ROWS], sizeof *accounts);
    strpool_prefetch_entry(&s->text, accounts[index + MIDDLE_ROWS].user_id);
    strpool_prefetch_entry(&s->text, accounts[index + MIDDLE_ROWS].person_id);
    fetch_holder(m, holdings[index + MIDDLE_ROWS].person);
    __builtin_prefetch(source_text(s, accounts[index + NEAR_ROWS].user_id).p);
    fetch_places_of_texts(m, holdings[index + NEAR_ROWS].person);
    fetch_texts(m, holdings[index + NEXT_ROWS].person);
}

void run_fetch_exceptions(const struct run_rows *rows, size_t index) {
    const struct model *m = &rows->run->model;
    const struct exception *all = rows->run->findings.exceptions.items;
    if (rows->run->findings.exceptions.count - index <= MIDDLE_ROWS)
        return;
    const struct exception *far = &all[index + MIDDLE_ROWS], *near = &all[index + NEAR_ROWS];
    fetch_holder(m, far->person);
    fetch_bytes(far->evidence, far->evidence_count * sizeof *far->evidence);
    if (is_somebody(near->person)) {
        const struct person *p = &m->people.items[near->person.n];
        if (p->post_count)
            fetch_bytes(&m->posts.items[p->posts], sizeof *m->posts.items);
    }
}
