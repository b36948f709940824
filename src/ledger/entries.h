/* An entry of the chain: what was done between runs, and the rows that it wrote. */
#ifndef TENKO_LEDGER_ENTRIES_H
#define TENKO_LEDGER_ENTRIES_H

#include "tenko/digest.h"
#include "tenko/ledger.h"

/*
 * A mark tells one row that an entry wrote: 8 bytes which row, 8 bytes XXH3-64 of its text. Marks
 * are kept with the entry, so that verify names what was changed, added or taken away; that
 * something was is told by the entry's hash.
 */
enum entry_table {
    ENTRY_REVIEW,
    ENTRY_REVIEW_ROW,
    ENTRY_DECISION,
    ENTRY_LINK,
    ENTRY_PURGED,
    ENTRY_TABLES
};
const char *entry_table_name(enum entry_table t); /* "review_row" … */

struct entry_mark {
    uint64_t place; /* 8 bits table, 24 bits review, 32 bits row: by entry_place */
    uint64_t digest;
};
static inline uint64_t entry_place(enum entry_table t, uint64_t review, uint64_t row) {
    return (uint64_t)t << 56 | (review & 0xFFFFFF) << 32 | (row & 0xFFFFFFFF);
}
static inline enum entry_table entry_mark_table(struct entry_mark mark) {
    return (enum entry_table)(mark.place >> 56);
}

/* Feeds the rows that the entry wrote, as they are stored, to the digest; appends their marks. */
void entry_add_rows(struct digest *d, struct store *s, uint64_t entry, struct strbuf *marks);
/* Then the entry itself; finishes the digest. */
void entry_finish_hash(struct digest *d, struct store *s, uint64_t entry,
                       char hash[DIGEST_HEX_SIZE]);

#endif
