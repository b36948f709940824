/* Registers of systems and licenses become sections of the plan. */
#ifndef TENKO_RUN_REGISTERS_H
#define TENKO_RUN_REGISTERS_H

#include "tenko/model.h"

/* Either may be NULL. Differences and unusable cells are input issues of the register. */
void registers_merge(struct plan *plan, struct source *systems, struct source *licenses);

#endif
