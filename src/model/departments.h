/* What the files about departments share. */
#ifndef TENKO_MODEL_DEPARTMENTS_H
#define TENKO_MODEL_DEPARTMENTS_H

#include "seal.h"

/* Adds the rows of the table to model->departments, and what each of its codes and names means. */
void departments_resolve(struct model *m, struct fold_cache *cache, struct key_pairs *by_code,
                         struct key_pairs *by_name);

#endif
