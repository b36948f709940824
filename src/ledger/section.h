/*
 * A section: the rows of one kind and input of a run, as states of the ledger. What each row says
 * is hashed (64 bits) and looked up among the hashes of the last run's section, so that an
 * unchanged row costs neither text nor SQL; a new one is written as text into a block of states.
 * Chunks of rows are encoded on all threads, while the blocks of the chunks before are written.
 */
#ifndef TENKO_LEDGER_SECTION_H
#define TENKO_LEDGER_SECTION_H

#include "codec.h"
#include "known_rows.h"

/* A row of a section: fetch fills *row (all of it) and its line. */
struct row_feed {
    const struct codec_table *table;
    void (*fetch)(const void *context, size_t i, void *row, uint32_t *line);
    const void *context;
};

struct section {
    struct row_feed feed;
    int32_t input;
    struct span name;
    size_t row_count;
    size_t movement_count; /* of the accounts of the section: rows of a section of their own */
    struct known_rows known;
    int64_t *ids;                 /* the state of each row */
    int64_t next_id;              /* when encoding began: states from here on are new */
    struct block_list new_blocks; /* of its own */
    struct strbuf lines;          /* JSON [[first, how many], …] */
    uint32_t run_start, run_length;
};

/* Encodes all rows of all sections, finds the known ones and writes the others as states, in the
 * transaction that the caller began. */
void sections_encode(struct section *sections, size_t count, struct store *s, unsigned threads);
static inline bool section_row_is_new(const struct section *section, size_t i) {
    return section->ids[i] >= section->next_id;
}
/* Writes the section's row. */
void section_write(struct section *section, struct store *s, uint64_t run);
void section_release(struct section *section);

#endif
