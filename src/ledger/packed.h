/* Accounts of a run as they are stored: a million take little more room than in the file. */
#ifndef TENKO_LEDGER_PACKED_H
#define TENKO_LEDGER_PACKED_H

#include "tenko/memory.h"
#include "tenko/record.h"

struct packed_accounts {
    VEC(struct packed_account) items;
    struct arena bodies, fetched;       /* fetched: what the last account points to */
    const uint32_t *first, *exceptions; /* of each account a slice, once they are known */
};

void packed_add(struct packed_accounts *p, struct span body, uint32_t line);
/* Decodes one; its line and exceptions are set, its input and holder are not. */
void packed_fetch(struct packed_accounts *p, size_t i, struct account_record *out);
void packed_free(struct packed_accounts *p); /* NULL is fine */

#endif
