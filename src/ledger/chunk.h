/* A chunk of a section's rows: encoded by one thread, taken by the one that speaks to the store. */
#ifndef TENKO_LEDGER_CHUNK_H
#define TENKO_LEDGER_CHUNK_H

#include "section.h"

enum { CHUNK_ROWS = 2048 };

/* Rows of a block to be, among the chunk's new rows. */
struct new_block {
    uint32_t rows;
    size_t end; /* of its body in `bodies` */
    unsigned char seal[DIGEST_SIZE];
};

struct chunk {
    struct section *section;
    size_t first, count;
    uint64_t digests[CHUNK_ROWS];
    uint32_t lines[CHUNK_ROWS];
    bool is_new[CHUNK_ROWS];
    /* Of the new ones: */
    uint64_t new_digests[CHUNK_ROWS];
    struct strbuf bodies;
    VEC(struct new_block) blocks;
};

/* Fills all but section, first and count. */
void chunk_encode(struct chunk *c);
/* Of the i-th block: its body; of the rows from the `row`-th new one on: their digests. */
struct span chunk_block_body(const struct chunk *c, size_t i);
struct span chunk_block_digests(const struct chunk *c, size_t row, uint32_t rows);
void chunk_release(struct chunk *c);

#endif
