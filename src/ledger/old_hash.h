/* Sections of form 1, as version 1 wrote them, hashed over the texts of their states. */
#ifndef TENKO_LEDGER_OLD_HASH_H
#define TENKO_LEDGER_OLD_HASH_H

#include "blocks.h"

/* SHA-256 over, for every 2,048 rows, the SHA-256 (in hex) of their texts and of where each ends,
 * and over the text of the lines. *rows: how many of the states are there. */
void old_section_hash(struct states *states, const struct range *ranges, size_t count,
                      struct span lines, char hex[DIGEST_HEX_SIZE]);

#endif
