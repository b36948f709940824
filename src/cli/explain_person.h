/* What `explain PERSON_ID` says: a person with every account, seat and device. */
#ifndef CLI_EXPLAIN_PERSON_H
#define CLI_EXPLAIN_PERSON_H

#include "cli.h"

#include "tenko/run.h"

/* Says all that the record knows of whoever has this number: equal as IDs are, or, failing that,
 * without leading zeros where that leaves one. Two people of one number are both said. False:
 * nobody has it, and nothing was said. */
bool explain_person(struct cli *cli, const struct run_record *r, struct span person_id);

#endif
