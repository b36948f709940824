#include "packed.h"

#include <stdlib.h>

struct packed_row {
    const char *body;
    uint32_t length, line;
};

void packed_add(struct packed_rows *p, struct span body, uint32_t line) {
    struct packed_row row = {arena_copy(&p->bodies, body).p, (uint32_t)body.n, line};
    vec_push(&p->items, row);
}

uint32_t packed_fetch(struct packed_rows *p, const struct codec_table *table, size_t i, void *row) {
    const struct packed_row *stored = &p->items.items[i];
    memset(row, 0, table->row_size);
    arena_release(&p->fetched);
    if (!codec_read(table, (struct span){stored->body, stored->length}, row, &p->fetched))
        memset(row, 0, table->row_size); /* what is not JSON is verify's to say */
    return stored->line;
}

void packed_free(struct packed_rows *p) {
    if (!p)
        return;
    vec_release(&p->items);
    arena_release(&p->bodies);
    arena_release(&p->fetched);
    free(p);
}
