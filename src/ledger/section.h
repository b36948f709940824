/*
 * A section: the rows of one kind and input of a run, as states of the ledger. Each row's text is
 * hashed (64 bits) and looked up among the hashes of the last run's section, so that an unchanged
 * row costs no SQL; a new one becomes a state. Rows are encoded in chunks, on all threads, while
 * the new ones of the chunks before are written: no text waits for the end. (The hash only finds:
 * should two texts ever share one, `verify` says so, since the section's SHA-256 is of the texts.)
 */
#ifndef TENKO_LEDGER_SECTION_H
#define TENKO_LEDGER_SECTION_H

#include "codec.h"
#include "known_rows.h"

/* A row of a section: fetch fills *row (of the table's size, zeroed) and its line. */
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
    struct known_rows known;
    int64_t *ids;      /* the state of each row */
    int64_t next_id;   /* when encoding began: states from here on are new */
    int64_t first_new; /* the first of its own */
    VEC(struct row_digest) new_digests;
    struct strbuf lines; /* JSON [[first, how many], …] */
    uint32_t run_start, run_length;
    struct digest *sha;
    char sha256[DIGEST_HEX_SIZE];
};

/* Encodes all rows of all sections, finds the known ones and writes the others as states, in the
 * transaction that the caller began. */
void sections_encode(struct section *sections, size_t count, struct store *s, unsigned threads);
static inline bool section_row_is_new(const struct section *section, size_t i) {
    return section->ids[i] >= section->next_id;
}
/* Writes the hashes of its new states and the section row. */
void section_write(struct section *section, struct store *s, uint64_t run);
void section_release(struct section *section);

/* Rows of a chunk, the unit in which a section's hash is computed: SHA-256 over the rows' texts and
 * their ends; a section's hash is SHA-256 over the chunks' in hex and the text of its lines. */
#define SECTION_CHUNK_ROWS 2048
void section_chunk_hash(struct span texts, const size_t *ends, size_t count,
                        char hex[DIGEST_HEX_SIZE]);

#endif
