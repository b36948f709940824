/* The register of systems that init writes where sections would be too many to read. */
#ifndef CLI_INIT_REGISTER_H
#define CLI_INIT_REGISTER_H

#include "init_items.h"

/*
 * Writes INIT_REGISTER_PATH below `directory`, its folder too: a row for each system.
 * A file that is there already is never replaced.
 */
bool init_register_write(const char *directory, const struct recognised_items *all,
                         struct error *err) must_check;
/* *out becomes "directory/name"; "." is not said. */
void init_path(struct strbuf *out, const char *directory, const char *name);
/* Takes back what init_register_write has written. */
void init_register_remove(const char *directory);

#endif
