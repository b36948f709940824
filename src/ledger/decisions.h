/* What reviewers decided about accounts before a run: the last decision of each account, as long as
 * it is held by whom they decided about. */
#ifndef TENKO_LEDGER_DECISIONS_H
#define TENKO_LEDGER_DECISIONS_H

#include "tenko/record.h"
#include "tenko/store.h"

struct decisions;

/* Those that were recorded before the run, so that a stored run's report stays as it was. */
bool decisions_load(struct decisions **out, struct store *s, uint64_t run,
                    struct error *err) must_check;
/* Fills e->decision where there is one about the exception's account. */
void decisions_add(const struct decisions *d, const struct run_record *r,
                   struct exception_record *e);
void decisions_free(struct decisions *d); /* NULL is fine */

#endif
