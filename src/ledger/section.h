/*
 * A section: the rows of one kind and input of a run, as states of the ledger. Each row's text is
 * hashed (128 bits) and looked up among the hashes of the last run's section, so that an unchanged
 * row costs no SQL; a new one becomes a state. Rows are encoded in chunks, on all threads.
 */
#ifndef TENKO_LEDGER_SECTION_H
#define TENKO_LEDGER_SECTION_H

#include "codec.h"
#include "tenko/store.h"

struct row_digest {
    uint64_t low, high;
};

/* States that an earlier section had, in its order. */
struct known_rows {
    struct row_digest *digests;
    int64_t *ids;
    bool *is_claimed; /* by a row of now */
    size_t count;
    bool is_there;     /* a run before had the section */
    uint64_t run;      /* … this one */
    date as_of;        /* … of this day */
    uint32_t *buckets; /* hash → index + 1; made when first needed */
    uint32_t mask;
};

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
    int64_t *ids;        /* of known rows; 0 = new */
    size_t cursor;       /* where in `known` the next row is expected */
    struct strbuf fresh; /* texts of the new rows, one behind the other */
    VEC(size_t) fresh_ends;
    VEC(struct row_digest) fresh_digests;
    struct strbuf lines; /* JSON [[first, how many], …] */
    uint32_t run_start, run_length;
    struct digest *sha;
    char sha256[DIGEST_HEX_SIZE];
};

void known_rows_release(struct known_rows *known);

/* Loads what the last run before with such a section had; where one of an earlier day than `day`
 * had it, the last of those. DATE_NONE: the last of all. */
bool known_rows_load(struct known_rows *out, struct store *s, const struct section *section,
                     date day, struct error *err) must_check;

/* Encodes all rows of all sections and finds the known ones. */
void sections_encode(struct section *sections, size_t count, unsigned threads);
/* Writes new states and the section row. */
void section_write(struct section *section, struct store *s, uint64_t run);
void section_release(struct section *section);

/* Rows of a chunk, the unit in which a section's hash is computed: SHA-256 over the rows' texts and
 * their ends; a section's hash is SHA-256 over the chunks' in hex and the text of its lines. */
#define SECTION_CHUNK_ROWS 2048
void section_chunk_hash(struct span texts, const size_t *ends, size_t count,
                        char hex[DIGEST_HEX_SIZE]);

/* The next free state id is read once a transaction and kept by the caller. */
int64_t store_next_state(struct store *s);

#endif
