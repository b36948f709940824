/* The inputs that rules cover, in the order of findings.coverage: rosters, systems, licenses,
 * devices. */
#ifndef CLI_INPUT_KIND_H
#define CLI_INPUT_KIND_H

#include "planning.h"

/* What to call a source of this record: roster, system, license, devices, table. */
enum message_id input_kind(enum record record);
/* Row of findings.coverage for a source, or SIZE_MAX for a table, which no rule covers. */
size_t input_coverage_index(const struct run *p, const struct source *s);

#endif
