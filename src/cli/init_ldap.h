/* A source section from what a directory shows of itself. */
#ifndef CLI_INIT_LDAP_H
#define CLI_INIT_LDAP_H

#include "options.h"

#include "tenko/directory.h"
#include "tenko/sink.h"

#define INIT_DIRECTORY_NAME "LDAP" /* of its section */

/* Connects as the options say. *out is released with directory_facts_release. */
bool init_ldap_probe(struct directory_facts *out, const struct options *options,
                     struct error *err) must_check;
/* Writes the section under `systems:`, or, of its people, under `rosters:`. */
void init_ldap_write(struct sink *out, enum language lang, const struct options *options,
                     const struct directory_facts *facts, bool is_roster);

#endif
