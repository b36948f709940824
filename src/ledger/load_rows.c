/* Rows of a loaded run: completed with what stands beside them in the ledger, and fetched. */
#include "load_internal.h"

struct span loaded_file(const struct loaded_run *l, size_t input) {
    return input < l->record.input_count ? l->inputs[input].file : (struct span){0};
}

/* The person that rows.c's reference means, or NO_ROW. */
uint32_t loaded_find_person(const struct loaded_run *l, uint32_t reference, struct span person_id) {
    return reference == NO_PERSON ? NO_ROW
                                  : people_index_find(&l->people_index, person_id, reference);
}

void loaded_complete_account(const struct loaded_run *l, struct account_record *a, size_t input,
                             uint32_t line) {
    a->input = (uint32_t)input;
    a->place.file = loaded_file(l, input);
    a->place.line = line;
    a->person = loaded_find_person(l, a->person, a->person_id);
    if (a->person != NO_ROW) {
        const struct person_record *p = &l->people.items[a->person];
        loaded_as_holder(&a->name, p->name);
        loaded_as_holder(&a->department, p->department);
        loaded_as_holder(&a->state, p->state);
        loaded_as_holder(&a->manager, p->manager);
    }
}

size_t loaded_account_count(const struct loaded_run *l) {
    return l->packed_accounts ? l->packed_accounts->items.count : l->accounts.count;
}

/* The input whose accounts have that place. */
static size_t input_of_account(const struct loaded_run *l, size_t i) {
    size_t low = 0, high = l->record.input_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (l->first_account[middle] <= i)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void loaded_account(const struct loaded_run *l, size_t i, struct account_record *out) {
    if (!l->packed_accounts) {
        *out = l->accounts.items[i];
        return;
    }
    uint32_t line = packed_fetch(l->packed_accounts, &codec_account, i, out);
    loaded_complete_account(l, out, input_of_account(l, i), line);
    if (l->first_exception) {
        out->exceptions = l->by_account + l->first_exception[i];
        out->exception_count = l->first_exception[i + 1] - l->first_exception[i];
    }
}

void loaded_complete_exception(const struct loaded_run *l, struct stored_exception *x,
                               uint32_t line) {
    x->e.input = record_find_input(&l->record, x);
    x->e.place.line = line;
    x->e.lifecycle = LIFE_OPEN;
    x->e.is_reexamined = true;
    x->e.last_seen = l->record.head.as_of;
}

void loaded_exception(const struct loaded_run *l, size_t i, struct exception_record *out) {
    if (l->packed_exceptions) {
        struct stored_exception x;
        uint32_t line = packed_fetch(l->packed_exceptions, &codec_exception, i, &x);
        loaded_complete_exception(l, &x, line);
        x.e.rule = record_find_rule(&l->record, x.rule_name);
        *out = x.e;
    } else {
        *out = l->exceptions.items[i];
    }
    out->account = l->places.items[i].account;
}
