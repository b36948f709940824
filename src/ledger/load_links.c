/* References of a loaded run: from exceptions to accounts, and back. */
#include "load_internal.h"

#include "tenko/strpool.h"

static bool is_open_place(const struct exception_place *p, size_t input) {
    return p->account == OF_SUBJECT && p->input == input;
}

static uint32_t subject_of(const struct loaded_run *l, size_t i, struct strpool *subjects) {
    struct exception_record e;
    loaded_exception(l, i, &e);
    return strpool_intern(subjects, e.subject).n;
}

static void find_subjects(struct loaded_run *l, size_t input) {
    struct strpool subjects = {0};
    VEC(uint32_t) account_of = {0};
    size_t from = l->first_account[input], end = l->first_account[input + 1];
    for (size_t i = 0; i < l->places.count; i++)
        if (is_open_place(&l->places.items[i], input))
            subject_of(l, i, &subjects);
    while (account_of.count < strpool_count(&subjects))
        vec_push(&account_of, NO_ROW);
    for (size_t i = from; i < end && strpool_count(&subjects) > 1; i++) {
        struct account_record a;
        loaded_account(l, i, &a);
        uint32_t id = strpool_find(&subjects, a.user_id).n;
        if (id && id < account_of.count && account_of.items[id] == NO_ROW)
            account_of.items[id] = (uint32_t)i;
    }
    for (size_t i = 0; i < l->places.count; i++)
        if (is_open_place(&l->places.items[i], input))
            l->places.items[i].account = account_of.items[subject_of(l, i, &subjects)];
    vec_release(&account_of);
    strpool_release(&subjects);
}

/* Exceptions of each account: a slice of one array, by counting. */
void loaded_link_accounts(struct loaded_run *l) {
    size_t count = loaded_account_count(l);
    uint32_t *first = arena_array(&l->arena, count + 2, sizeof *first);
    uint32_t *all = arena_array(&l->arena, l->places.count + 1, sizeof *all);
    for (size_t i = l->record.first_input[INPUT_SYSTEM];
         i < l->record.first_input[INPUT_SYSTEM + 1]; i++)
        find_subjects(l, i);
    for (size_t i = 0; i < l->places.count; i++)
        if (l->places.items[i].account < count)
            first[l->places.items[i].account + 2]++;
    for (size_t i = 2; i < count + 2; i++)
        first[i] += first[i - 1];
    for (size_t i = 0; i < l->places.count; i++)
        if (l->places.items[i].account < count)
            all[first[l->places.items[i].account + 1]++] = (uint32_t)i;
    for (size_t i = 0; i < l->exceptions.count; i++)
        l->exceptions.items[i].account = l->places.items[i].account;
    for (size_t i = 0; i < l->accounts.count; i++) {
        l->accounts.items[i].exceptions = all + first[i];
        l->accounts.items[i].exception_count = first[i + 1] - first[i];
    }
    l->first_exception = first;
    l->by_account = all;
}
