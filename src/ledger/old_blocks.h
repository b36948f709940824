/* Blocks that version 1 wrote get seal and digests as today's have them, once a run looks at them:
 * each row is read back for that. */
#ifndef TENKO_LEDGER_OLD_BLOCKS_H
#define TENKO_LEDGER_OLD_BLOCKS_H

#include "blocks.h"
#include "codec.h"

struct old_blocks;
/* Of rows of one kind. */
struct old_blocks *old_blocks_open(struct store *s, const struct codec_table *table);
/* Seals the block, in the ledger too; returns the rows' digests, until the next call. That of a row
 * that was changed is 0: nothing is known by it, and verify goes on naming the row. */
struct span old_blocks_seal(struct old_blocks *old, struct state_block *block);
void old_blocks_close(struct old_blocks *old); /* NULL is fine */

/* Is the row the one whose digest version 1 kept as the i-th? */
bool old_digest_fits(struct span row, struct span digests, size_t i);
/* The digest of a row that is stored; 0: it was dropped, or is none of the kind. */
uint64_t stored_row_digest(const struct codec_table *table, struct span row, struct strbuf *room);

#endif
