/*
 * States stand in blocks, a row of the table `block` each; what a run must know of a block whose
 * rows have not changed is a row of `seal`, so that it reads no text:
 *
 *     block  first 87   body [["t1","0001"],            seal  first 87   rows 3   sha256 …
 *                             null,                           digests 3 × 8 bytes
 *                             ["t9"]]
 *
 * are the states 87, 88 and 89, of which 88 was dropped by a purge. A text of JSON has no line
 * break inside, so the lines of a body are its rows. The SHA-256 is over digests and body. A block
 * that version 1 wrote has none until a run looks at it, and XXH3 of the rows' texts as digests
 * (old_states.sql).
 */
#ifndef TENKO_LEDGER_BLOCKS_H
#define TENKO_LEDGER_BLOCKS_H

#include "state_ids.h"
#include "tenko/digest.h"
#include "tenko/store.h"

/* A new block ends before its body has more bytes than fill half a page, or more rows. A longer row
 * has a block of its own. */
enum { BLOCK_BYTES = 8140, BLOCK_ROWS = 255 };

struct state_block {
    int64_t first;
    uint32_t rows;
    bool is_sealed; /* false: of version 1 */
    unsigned char seal[DIGEST_SIZE];
};

struct block_list {
    VEC(struct state_block) items; /* by first */
};

/* The columns first, rows and sha256 of a statement, from the `column` on. */
struct state_block block_of_columns(const struct query *q, int column);
static inline int64_t block_end(const struct state_block *b) {
    return b->first + b->rows;
}
/* The block that has the state, or NULL; the same, or the next one behind. */
const struct state_block *block_list_find(const struct block_list *list, int64_t id);
const struct state_block *block_list_from(const struct block_list *list, int64_t id);

/* --- Texts --- */

/* Rows of a body, as they stand there. */
struct block_rows {
    VEC(struct span) items;
};
/* False: the body is none; it has the rows up to there. */
bool block_split(struct block_rows *out, struct span body);
static inline bool block_row_is_dropped(struct span row) {
    return span_equal(row, SPAN("null"));
}
/* The seal; `sha` is used for it. */
void block_seal(struct digest *sha, struct span digests, struct span body,
                unsigned char seal[DIGEST_SIZE]);

/* --- States by number --- */

struct states;
struct states *states_open(struct store *s);
/* A state's text, until the next call; false: there is none. Cheap where neighbours follow. */
bool states_get(struct states *states, int64_t id, struct span *text);
void states_close(struct states *states);
/* No section of this ledger has more: its file is too small for them, and what says otherwise was
 * edited. */
size_t states_most(struct store *s);

/* --- Sections over blocks --- */

/*
 * A section's hash: SHA-256 over its ranges, its lines, and of each block that has states of it the
 * number and, where the section has all of them, the seal, else the SHA-256 of those that it has,
 * each text with a line break. So an unchanged section reads no text, and a purge may drop what no
 * section that is kept has.
 */
struct sealed_section {
    struct span ranges, lines;
    const struct ids *ids; /* of the ranges, united */
    struct states *states;
};
void section_seal(const struct sealed_section *section, const struct block_list *blocks,
                  char hex[DIGEST_HEX_SIZE]);

#endif
