/* Rows of a run as they are stored: a million take little more room than in the file. */
#ifndef TENKO_LEDGER_PACKED_H
#define TENKO_LEDGER_PACKED_H

#include "codec.h"

struct packed_rows {
    VEC(struct packed_row) items;
    struct arena bodies, fetched; /* fetched: what the last row points to */
};

void packed_add(struct packed_rows *p, struct span body, uint32_t line);
/* Decodes one; returns its line. */
uint32_t packed_fetch(struct packed_rows *p, const struct codec_table *table, size_t i, void *row);
void packed_free(struct packed_rows *p); /* NULL is fine */

#endif
